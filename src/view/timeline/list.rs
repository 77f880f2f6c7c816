//! The events of the days shown as a list: what prints, and what a screen reader gets.

use leptos::prelude::*;
use maud::{Markup, html};
use model::Day;
use model::bundle::{DocumentCard, Event, Timeline};

use super::View;
use super::hands;
use super::telling::{outcome, retold};
use crate::route::Place;
use crate::site::to;
use crate::timeline::{Window, ends, is_later};
use crate::view::drawn::drawn;
use crate::view::signs::{document_ref, named_glyph};
use crate::view::{asked, more};
use crate::words::{self, Length};

/// How many are drawn before somebody asks for more.
const ITEMS: usize = 100;

/// The list. It is drawn anew where another day is known, other days are shown, or more is asked for.
pub(super) fn list(view: View) -> AnyView {
    let printed = RwSignal::new(false);
    hands::before_print(move || printed.set(true));
    let settled = hands::settled(view.state);
    let shown = Memo::new(move |_| if printed.get() { usize::MAX } else { view.route.with(|r| asked(r, ITEMS)) });
    drawn(move || {
        let (days, told) = (settled.get(), view.shown.get());
        whole(view, shown.get(), days.window, told.known)
    })
}

fn whole(view: View, shown: usize, window: Window, known: Option<Day>) -> Markup {
    let now = view.now.get_untracked();
    let data = &now.timeline;
    let told: Vec<&Event> = data.events.iter().filter(|event| !is_later(event, known)).collect();
    let within =
        |event: &&&Event| ends(&event.when).is_some_and(|(first, last)| first <= window.to && window.from <= last);
    let listed: Vec<&Event> = told.iter().filter(within).copied().collect();
    html! {
        section.section aria-labelledby="list" {
            h2 #list { "The same as a list" }
            @if listed.is_empty() {
                p.quiet { "No event of these days." }
            } @else if listed.len() < told.len() {
                p.quiet { (listed.len()) " of " (words::count(told.len(), "event")) ": those of the days that are shown." }
            }
            @if known.is_none() && told.len() < view.total {
                p.quiet { "The corpus has " (words::count(view.total, "event")) "; these are those that most origins tell." }
            }
            ol.ev-list { @for event in listed.iter().take(shown) { (item(data, event)) } }
            (view.route.with_untracked(|r| more(r, shown, listed.len(), 5 * ITEMS)))
        }
    }
}

fn item(data: &Timeline, event: &Event) -> Markup {
    html! {
        li {
            span.d { (words::when(&event.when, Length::Short)) }
            (named_glyph(event.commitment))
            div {
                a href=(to(Place::Claim(event.claim.clone()))) { (event.label) }
                span.app {
                    (event.origin) @if !event.origin.is_empty() { ", " } "in " (documents(&data.documents, event))
                    @for said in [retold(data, event).to_owned()].into_iter().chain(outcome(data, event)).filter(|s| !s.is_empty()) { " · " (said) }
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
