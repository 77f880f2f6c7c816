//! The words of the mark that is pointed at or has the focus, in one place below the figure, where they cover nothing.

use leptos::prelude::*;
use model::bundle::{Event, Timeline};

use super::View;
use super::hands::Chosen;
use super::telling::{note, outcome};
use crate::route::Place;
use crate::site::to;
use crate::view::signs::glyph;
use crate::words::{self, Length};

/// The words, or how to get them.
pub(super) fn reading(view: View, chosen: RwSignal<Option<Chosen>>) -> AnyView {
    let words = move || {
        let data = view.data();
        match chosen.get() {
            Some(Chosen::Event(index)) => data.events.get(index as usize).map(|event| one(view, &data, event)),
            Some(Chosen::Cluster(indices, count)) => Some(several(&data, &indices, count as usize)),
            None => None,
        }
        .unwrap_or_else(hint)
    };
    view! { <div class="tl-say">{words}</div> }.into_any()
}

fn hint() -> AnyView {
    view! { <p class="quiet">"Point at a mark, or go from mark to mark with the arrow keys, to read here what it says. Each leads to its claim."</p> }
        .into_any()
}

fn one(view: View, data: &Timeline, event: &Event) -> AnyView {
    let known = view.known();
    let became = outcome(data, event, known).map(|said| format!(". {said}"));
    let told = event.documents.iter().take(6).map(u32::to_string).collect::<Vec<_>>();
    view! {
        <p><span class="d">{words::when(&event.when, Length::Short)}</span>{glyph(event.commitment)}<a href=to(Place::Claim(event.claim.clone()))>{event.label.clone()}</a></p>
        {(!event.said.is_empty()).then(|| view! { <p class="said">{event.said.clone()}</p> })}
        <p class="app">{note(event, known)}", in "{words::list(&told)}{became}</p>
    }
    .into_any()
}

fn several(data: &Timeline, indices: &[u32], count: usize) -> AnyView {
    let more = count.saturating_sub(indices.len());
    let item = |event: &Event| {
        view! { <li><span class="d">{words::when(&event.when, Length::Short)}</span>" "<a href=to(Place::Claim(event.claim.clone()))>{event.label.clone()}</a></li> }
            .into_any()
    };
    let items = indices.iter().filter_map(|&index| data.events.get(index as usize)).map(item).collect_view();
    view! {
        <p><b>{words::count(count, "event")}</b></p>
        <ul>{items}</ul>
        {(more > 0).then(|| view! { <p class="quiet">{format!("and {more} more: open them by pressing")}</p> })}
    }
    .into_any()
}
