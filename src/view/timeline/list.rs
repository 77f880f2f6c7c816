//! The same as a list: what prints, and what a screen reader gets.

use leptos::prelude::*;
use model::bundle::{DocumentCard, Event, Timeline};

use super::View;
use super::telling::{note, outcome};
use crate::route::Place;
use crate::site::to;
use crate::timeline::is_later;
use crate::view::signs::{document_ref, named_glyph};
use crate::words::{self, Length};

/// How many are drawn before somebody asks for more.
const ITEMS: usize = 100;

/// The list.
pub(super) fn list(view: View) -> AnyView {
    let data = view.data();
    let total = data.events.len();
    let shown = RwSignal::new(ITEMS);
    super::hands::before_print(move || shown.set(total));
    let items = move || {
        let data = view.data();
        data.events.iter().take(shown.get()).map(|event| item(view, &data, event)).collect_view()
    };
    let more = move || {
        let rest = total.saturating_sub(shown.get());
        (rest > 0).then(|| {
            let ask = move |_| shown.update(|n| *n += 5 * ITEMS);
            view! { <button class="textbtn more" type="button" on:click=ask>{format!("Show more of the other {rest}")}</button> }
        })
    };
    let none = (total == 0).then(|| view! { <p class="quiet">"No claim here says when."</p> });
    view! {
        <section class="section" aria-labelledby="list">
            <h2 id="list">"The same as a list"</h2>
            {none}
            <ol class="ev-list">{items}</ol>
            {more}
        </section>
    }
    .into_any()
}

fn item(view: View, data: &Timeline, event: &Event) -> AnyView {
    let (known_from, settled) = (event.known, event.settled_by.and_then(|i| data.events.get(i as usize)?.known));
    // Only what the day changes is drawn anew.
    let changes = Memo::new(move |_| {
        let known = view.known();
        let after = |day: Option<model::Day>| matches!((day, known), (Some(day), Some(known)) if day > known);
        (after(known_from), after(settled))
    });
    let told = event.clone();
    let app = move || {
        changes.track();
        let known = view.known_untracked();
        let data = view.data();
        let became = outcome(&data, &told, known).map(|said| format!(" · {said}"));
        let said = if is_later(&told, known) { note(&told, known) } else { told.origin.clone() };
        let lead = if said.is_empty() { "in " } else { ", in " };
        view! { {said}{lead}{documents(&data.documents, &told)}{became} }
    };
    view! {
        <li class:later=move || changes.get().0><span class="d">{words::when(&event.when, Length::Short)}</span>{named_glyph(event.commitment)}<div><a href=to(Place::Claim(event.claim.clone()))>{event.label.clone()}</a><span class="app">{app}</span></div></li>
    }
    .into_any()
}

/// The numbers of the documents that tell it, each a link to it, the first to the words.
fn documents(cards: &[DocumentCard], event: &Event) -> AnyView {
    const MOST: usize = 6;
    let card = |&number: &u32| cards.get((number as usize).checked_sub(1)?);
    let refs = event.documents.iter().filter_map(card).take(MOST).enumerate();
    let refs = refs.map(|(index, card)| document_ref(card, (index == 0).then_some(event.at))).collect_view();
    let more = event.documents.len().saturating_sub(MOST);
    view! { <span class="nb">{refs}</span>{(more > 0).then(|| format!(" and {more} more"))} }.into_any()
}
