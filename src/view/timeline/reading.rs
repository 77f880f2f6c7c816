//! The words of the mark that is pointed at or has the focus, in one place below the figure, where they cover nothing.

use leptos::prelude::*;
use maud::{Markup, html};
use model::bundle::{Event, Timeline};

use super::View;
use super::hands::Chosen;
use super::telling::{note, outcome, retold};
use crate::route::Place;
use crate::site::to;
use crate::view::drawn::drawn;
use crate::view::signs::glyph;
use crate::words::{self, Length};

/// The words, or how to get them.
pub(super) fn reading(view: View, chosen: RwSignal<Option<Chosen>>) -> AnyView {
    let words = move || {
        let data = &view.now().timeline;
        match chosen.get() {
            Some(Chosen::Event(index)) => data.events.get(index as usize).map(|event| one(data, event)),
            Some(Chosen::Cluster(indices, count, open)) => Some(several(data, &indices, (count as usize, &open))),
            None => None,
        }
        .unwrap_or_else(hint)
    };
    let none = move || chosen.with(Option::is_none);
    view! {
        <div class="tl-say">
            {drawn(words)}
            <button class="textbtn" type="button" hidden=none on:click=move |_| chosen.set(None)>{"Close"}</button>
        </div>
    }
    .into_any()
}

fn hint() -> Markup {
    html! {
        p.quiet {
            "Point at a mark, or go from mark to mark with the arrow keys, to read here what it says; Esc closes it. Each leads to its claim."
        }
    }
}

fn one(data: &Timeline, event: &Event) -> Markup {
    let told = event.documents.iter().take(6).map(u32::to_string).collect::<Vec<_>>();
    html! {
        p {
            span.d { (words::when(&event.when, Length::Short)) }
            (glyph(event.commitment))
            a href=(to(Place::Claim(event.claim.clone()))) { (event.label) }
        }
        @if !event.said.is_empty() { p.said { (event.said) } }
        p.app {
            (note(event)) ", in " (words::list(&told))
            @if !retold(data, event).is_empty() { ", " (retold(data, event)) }
            @if let Some(became) = outcome(data, event) { ". " (became) }
        }
    }
}

fn several(data: &Timeline, indices: &[u32], (count, open): (usize, &str)) -> Markup {
    let more = count.saturating_sub(indices.len());
    html! {
        p { b { (words::count(count, "event")) } }
        ul {
            @for event in indices.iter().filter_map(|&index| data.events.get(index as usize)) {
                li {
                    span.d { (words::when(&event.when, Length::Short)) } " "
                    a href=(to(Place::Claim(event.claim.clone()))) { (event.label) }
                }
            }
        }
        @if more > 0 { p { a href=(open) { "and " (more) " more: show these days" } } }
    }
}
