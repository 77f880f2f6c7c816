//! `/documents`: the reports in order of publication.

use leptos::prelude::*;
use model::bundle::DocumentCard;

use super::signs::{outlet, published};
use crate::page;
use crate::route::Place;
use crate::site::{site, to};
use crate::words::{self, Length};

/// How many rows are drawn before somebody asks for more.
const ROWS: usize = 200;

/// All documents.
pub(crate) fn documents(cards: &[DocumentCard]) -> AnyView {
    let manifest = site().manifest;
    let deck = if manifest.briefs > 0 {
        "In order of publication. A brief retells its original in our own words; the original belongs to its publisher."
    } else {
        "In order of publication."
    };
    let shown = RwSignal::new(ROWS);
    let all = cards.to_vec();
    let total = cards.len();
    let more = move || {
        let rest = total.saturating_sub(shown.get());
        (rest > 0).then(|| {
            view! { <button class="textbtn more" type="button" on:click=move |_| shown.update(|n| *n += ROWS)>{format!("Show more of the other {rest}")}</button> }
        })
    };
    view! {
        <h1>{words::capital(&page::reports(&manifest))}</h1>
        <p class="deck">{deck}</p>
        {move || table(&all[..shown.get().min(total)])}
        {more}
    }
    .into_any()
}

/// Documents as a table.
pub(crate) fn table(cards: &[DocumentCard]) -> AnyView {
    let head = if !cards.is_empty() && cards.iter().all(|c| c.brief) { "Brief of" } else { "Title" };
    view! {
        <table class="docs" role="table"><caption class="vh">"Documents in order of publication"</caption>
            <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader"><span class="vh">"No."</span></th><th scope="col" role="columnheader">{head}</th><th scope="col" role="columnheader">"Outlet"</th><th scope="col" role="columnheader">"Published"</th><th scope="col" role="columnheader">"Rests mainly on"</th><th scope="col" role="columnheader" class="num">"Statements"</th></tr></thead>
            <tbody role="rowgroup">{cards.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(card: &DocumentCard) -> AnyView {
    let origin = card.origin.clone().unwrap_or_else(|| "its own reporting".to_owned());
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="no">{card.number}</th>
            <td role="cell" class="ti"><a href=to(Place::Document(card.id.clone()))>{card.title.clone()}</a></td>
            <td role="cell" class="out">{outlet(card)}</td>
            <td role="cell" class="dat">{published(card, Length::Short)}</td>
            <td role="cell" class="org">{origin}</td>
            <td role="cell" class="num">{card.statements}</td>
        </tr>
    }
    .into_any()
}
