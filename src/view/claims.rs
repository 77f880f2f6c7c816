//! `/claims`: the matrix of claims and documents.

use leptos::prelude::*;
use model::bundle::{Bracket, ClaimCard, DocumentCard};
use model::{DiscrepancyKind, Standing};

use super::legend;
use super::signs::{STRIP, bracket_pieces, bracket_places, named_glyph, published, spread, strip, words_link};
use crate::bracket::pieces;
use crate::page::differences;
use crate::route::{Place, Route};
use crate::site::{href, site, to};
use crate::words::Length;

/// How many rows are drawn before somebody asks for more: enough for a look, few enough to stay quick.
const ROWS: usize = 100;

/// The filters, as in `show=`, with their names.
const SHOW: [(&str, &str); 5] =
    [("", "All"), ("agreed", "Agreed"), ("differs", "Differ"), ("one-origin", "One origin"), ("open", "Open")];

/// The orders, as in `sort=`, with their names.
const SORT: [(&str, &str); 3] = [("", "most disputed"), ("origins", "most origins"), ("date", "date")];

/// Whether a claim passes the filter.
pub(crate) fn passes(card: &ClaimCard, show: &str, person: &str) -> bool {
    let standing = match show {
        "" => true,
        "open" => card.open,
        show => card.standing.word() == show,
    };
    standing && (person.is_empty() || card.entities.iter().any(|e| e == person))
}

/// Places of the claims in the chosen order, of those that pass.
pub(crate) fn chosen(cards: &[ClaimCard], route: &Route) -> Vec<usize> {
    let (show, person) = (route.get("show"), route.get("person"));
    let mut places: Vec<usize> = (0..cards.len()).filter(|&i| passes(&cards[i], show, person)).collect();
    match route.get("sort") {
        "origins" => places.sort_by_key(|&i| (std::cmp::Reverse((cards[i].origins, cards[i].articles)), i)),
        // Claims without a date come last.
        "date" => {
            places.sort_by_key(|&i| (cards[i].when.is_none(), cards[i].when.as_ref().map(model::When::sort_day), i))
        }
        _ => {}
    }
    places
}

/// The matrix.
pub(crate) fn claims(cards: &[ClaimCard], documents: &[DocumentCard]) -> AnyView {
    let route = site().route;
    let cards: std::sync::Arc<[ClaimCard]> = cards.into();
    let documents: std::sync::Arc<[DocumentCard]> = documents.into();
    let total = site().manifest.documents as usize;
    let deck = if total > STRIP {
        "Each row is a claim, with one sign for each origin and how many reports draw on it."
    } else {
        "Each row is a claim, each column a report in order of publication. A bracket ties reports that draw on one origin: count those once."
    };
    let shown = RwSignal::new(ROWS);
    let counted = cards.clone();
    let filters = move || route.with(|r| filters(&counted, r));
    let (listed, heads) = (cards.clone(), documents.clone());
    let places = Memo::new(move |_| route.with(|r| chosen(&listed, r)));
    let rest = move || places.with(Vec::len).saturating_sub(shown.get());
    let table = move || {
        let rows: Vec<usize> = places.with(|p| p.iter().take(shown.get()).copied().collect());
        let rows: Vec<&ClaimCard> = rows.iter().map(|&i| &cards[i]).collect();
        if rows.is_empty() {
            return view! { <p class="none">"No claim is left. "<a href=to(Place::Claims)>"Show all"</a></p> }
                .into_any();
        }
        matrix(&rows, &heads, total)
    };
    view! {
        <h1>"Claims, and who makes them"</h1>
        <p class="deck">{deck}</p>
        <div class="bar">{filters}{move || route.with(orders)}</div>
        {move || route.with(person)}
        <div class="signs">{legend::legend()}</div>
        {table}
        {move || (rest() > 0).then(|| view! { <button class="textbtn more" type="button" on:click=move |_| shown.update(|n| *n += ROWS)>{format!("Show more of the other {}", rest())}</button> })}
    }
    .into_any()
}

fn filters(cards: &[ClaimCard], route: &Route) -> AnyView {
    let item = |(show, name): (&'static str, &'static str)| {
        let n = cards.iter().filter(|c| passes(c, show, route.get("person"))).count();
        let current = (route.get("show") == show).then_some("true");
        view! { <li><a href=href(&route.clone().with("show", show)) aria-current=current>{name}<span class="n">{n}</span></a></li> }.into_any()
    };
    view! { <ul class="choices" aria-label="Show">{SHOW.map(item).into_iter().collect_view()}</ul> }.into_any()
}

fn orders(route: &Route) -> AnyView {
    let item = |(sort, name): (&'static str, &'static str)| {
        let current = (route.get("sort") == sort).then_some("true");
        view! { <a href=href(&route.clone().with("sort", sort)) aria-current=current>{name}</a> }.into_any()
    };
    view! { <div class="choices" role="group" aria-label="Order"><span class="lab">"Order"</span>{SORT.map(item).into_iter().collect_view()}</div> }.into_any()
}

fn person(route: &Route) -> Option<AnyView> {
    let person = route.get("person");
    (!person.is_empty()).then(|| {
        view! { <p class="known">"With "<a href=to(Place::Person(person.to_owned()))>{person.replace('-', " ")}</a>" "<a class="textbtn" href=href(&route.clone().with("person", ""))>"Everybody"</a></p> }.into_any()
    })
}

fn matrix(rows: &[&ClaimCard], documents: &[DocumentCard], total: usize) -> AnyView {
    if total > STRIP {
        return list(rows, total);
    }
    let heads = documents.iter().map(head).collect_view();
    let body = rows.iter().enumerate().map(|(i, card)| row(card, documents, i == 0)).collect_view();
    view! {
        <table class="matrix" role="table" on:keydown=rove>
            <caption class="vh">"Claims by documents"</caption>
            <colgroup><col/>{documents.iter().map(|_| view! { <col class="dc"/> }).collect_view()}<col class="sc"/></colgroup>
            <thead role="rowgroup">
                {shared(rows, documents.len())}
                <tr role="row"><th class="corner" scope="col" role="columnheader">"Claim"</th>{heads}<th class="hx st" scope="col" role="columnheader"><span class="sp">"Spread"</span>" "<span class="why">"Standing"</span></th></tr>
            </thead>
            <tbody role="rowgroup">{body}</tbody>
        </table>
    }
    .into_any()
}

/// Claims without columns, for more documents than have room.
fn list(rows: &[&ClaimCard], total: usize) -> AnyView {
    let item = |card: &&ClaimCard| {
        view! {
            <li class="cl">
                <a href=to(Place::Claim(card.id.clone()))>{card.title.clone()}</a>
                <p class="app">{strip(&card.marks, &card.brackets, total)}<span>{spread(card.articles, card.origins)}</span><span>{standing(card.standing, &card.differs, card.open)}</span></p>
            </li>
        }
        .into_any()
    };
    view! { <ul class="claims">{rows.iter().map(item).collect_view()}</ul> }.into_any()
}

/// The origins that tie documents over the rows shown, the most frequent of those that do not overlap.
fn shared(rows: &[&ClaimCard], documents: usize) -> Option<AnyView> {
    let mut counted: Vec<(Bracket, usize)> = Vec::new();
    for bracket in rows.iter().flat_map(|r| &r.brackets) {
        match counted.iter_mut().find(|(b, _)| b == bracket) {
            Some((_, n)) => *n += 1,
            None => counted.push((bracket.clone(), 1)),
        }
    }
    counted.sort_by(|(a, n), (b, m)| {
        m.cmp(n).then_with(|| a.documents.cmp(&b.documents)).then_with(|| a.name.cmp(&b.name))
    });
    let mut heads: Vec<(u32, u32, String)> = Vec::new();
    for (bracket, _) in counted {
        let (Some(&first), Some(&last)) = (bracket.documents.first(), bracket.documents.last()) else { continue };
        let contiguous = (last - first) as usize + 1 == bracket.documents.len();
        if contiguous && heads.iter().all(|(f, l, _)| last < *f || first > *l) {
            heads.push((first, last, bracket.name));
        }
    }
    if heads.is_empty() {
        return None;
    }
    heads.sort();
    let mut cells: Vec<AnyView> = Vec::new();
    let mut at = 1;
    while at <= documents as u32 {
        match heads.iter().find(|(first, ..)| *first == at) {
            Some((first, last, name)) => {
                let n = last - first + 1;
                cells.push(view! { <th class="ob" data-n=n colspan=n scope="colgroup" role="columnheader"><span><em>{name.clone()}</em></span></th> }.into_any());
                at = last + 1;
            }
            None => {
                cells.push(view! { <td role="cell"></td> }.into_any());
                at += 1;
            }
        }
    }
    Some(
        view! { <tr role="row"><td class="corner" role="cell"></td>{cells}<td class="hx" role="cell"></td></tr> }
            .into_any(),
    )
}

fn head(card: &DocumentCard) -> AnyView {
    let name = match &card.outlet {
        Some(outlet) => view! { <b>{outlet.clone()}</b> }.into_any(),
        None => view! { <b class="quiet">"unknown"</b> }.into_any(),
    };
    view! {
        <th scope="col" role="columnheader" class="dh"><a href=to(Place::Document(card.id.clone()))><span class="no">{card.number}</span>{name}<i>{published(card, Length::Short)}</i></a></th>
    }
    .into_any()
}

fn row(card: &ClaimCard, documents: &[DocumentCard], first: bool) -> AnyView {
    let laid = pieces(documents.len(), &bracket_places(&card.brackets, documents.len()));
    let tab = first.then(|| card.marks.iter().map(|m| m.document).min()).flatten();
    let cell = |(document, cell): (&DocumentCard, &Vec<crate::bracket::Piece>)| {
        let sign = match card.marks.iter().find(|m| m.document == document.number) {
            Some(mark) => {
                let stop = if tab == Some(document.number) { "0" } else { "-1" };
                let glyphs = mark.commitments.iter().copied().map(named_glyph).collect_view();
                view! { <a href=words_link(&document.id, mark.at) tabindex=stop>{glyphs}</a> }.into_any()
            }
            None => view! { <i class="nil"></i><span class="vh">"not mentioned"</span> }.into_any(),
        };
        view! { <td class="c" role="cell">{sign}{bracket_pieces(cell)}</td> }.into_any()
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader"><a href=to(Place::Claim(card.id.clone()))>{card.title.clone()}</a></th>
            {documents.iter().zip(&laid).map(cell).collect_view()}
            <td class="st" role="cell"><span class="sp">{spread(card.articles, card.origins)}</span><span class="vh">". "</span><span class="why">{standing(card.standing, &card.differs, card.open)}</span></td>
        </tr>
    }
    .into_any()
}

/// `Differs: the date, the words. Open`
pub(crate) fn standing(standing: Standing, differs: &[DiscrepancyKind], open: bool) -> AnyView {
    let kinds = differences(differs).join(", ");
    let said = match standing {
        Standing::Differs => view! { <b>"Differs"</b>{(!kinds.is_empty()).then(|| format!(": {kinds}"))} }.into_any(),
        Standing::Agreed => view! { <b>"Agreed"</b> }.into_any(),
        Standing::OneOrigin => view! { <b>"One origin"</b> }.into_any(),
    };
    view! { {said}{open.then(|| view! { ". "<b>"Open"</b> })} }.into_any()
}

/// Moves with the arrow keys between the signs of the matrix, which is one stop of the Tab key.
fn rove(event: leptos::ev::KeyboardEvent) {
    #[cfg(feature = "csr")]
    crate::keys::rove(&event);
    #[cfg(not(feature = "csr"))]
    let _ = event;
}
