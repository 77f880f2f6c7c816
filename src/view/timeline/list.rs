//! The same as a list: what prints, and what a screen reader gets.

use leptos::prelude::*;
use maud::{Markup, html};
use model::Day;
use model::bundle::{DocumentCard, Event, Timeline};

use super::View;
use super::telling::{note, outcome};
use crate::route::Place;
use crate::site::to;
use crate::timeline::is_later;
use crate::view::drawn::drawn;
use crate::view::signs::{document_ref, named_glyph};
use crate::view::{asked, more};
use crate::words::{self, Length};

/// How many are drawn before somebody asks for more.
const ITEMS: usize = 100;

/// The list. It is drawn anew where another day is known, or more is asked for.
pub(super) fn list(view: View) -> AnyView {
    let printed = RwSignal::new(false);
    super::hands::before_print(move || printed.set(true));
    let known = Memo::new(move |_| view.known());
    let shown = Memo::new(move |_| if printed.get() { usize::MAX } else { view.route.with(|r| asked(r, ITEMS)) });
    drawn(move || whole(view, shown.get(), known.get()))
}

fn whole(view: View, shown: usize, known: Option<Day>) -> Markup {
    let data = view.data();
    html! {
        section.section aria-labelledby="list" {
            h2 #list { "The same as a list" }
            @if data.events.is_empty() { p.quiet { "No claim here says when." } }
            ol.ev-list { @for event in data.events.iter().take(shown) { (item(&data, event, known)) } }
            (view.route.with_untracked(|r| more(r, shown, data.events.len(), 5 * ITEMS)))
        }
    }
}

fn item(data: &Timeline, event: &Event, known: Option<Day>) -> Markup {
    let later = is_later(event, known);
    let said = if later { note(event, known) } else { event.origin.clone() };
    html! {
        li .later[later] {
            span.d { (words::when(&event.when, Length::Short)) }
            (named_glyph(event.commitment))
            div {
                a href=(to(Place::Claim(event.claim.clone()))) { (event.label) }
                span.app {
                    (said) @if !said.is_empty() { ", " } "in " (documents(&data.documents, event))
                    @if let Some(became) = outcome(data, event, known) { " · " (became) }
                }
            }
        }
    }
}

/// The numbers of the documents that tell it, each a link to it, the first to the words.
fn documents(cards: &[DocumentCard], event: &Event) -> Markup {
    const MOST: usize = 6;
    let card = |&number: &u32| cards.get((number as usize).checked_sub(1)?);
    let refs = event.documents.iter().filter_map(card).take(MOST).enumerate();
    let more = event.documents.len().saturating_sub(MOST);
    html! {
        span.nb { @for (index, card) in refs { (document_ref(card, (index == 0).then_some(event.at))) } }
        @if more > 0 { " and " (more) " more" }
    }
}
