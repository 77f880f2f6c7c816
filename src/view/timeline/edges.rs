//! What lies outside the days that are shown: how many events, and the nearest by name, one press away.

use leptos::prelude::*;
use maud::{Markup, html};

use super::View;
use crate::site::href;
use crate::timeline::{Edge, edges as found};
use crate::view::drawn::drawn;
use crate::words::{self, Length};

/// A line for each side that has something; nothing where all is in view.
pub(super) fn edges(view: View) -> AnyView {
    drawn(move || {
        // The links keep the rest of the address.
        view.route.track();
        let window = view.state.get().window;
        let now = view.now();
        let [before, after] = found(&now.timeline.events, window, view.known());
        html! {
            @if before.is_some() || after.is_some() {
                p.tl-edges { (edge(view, before, "earlier", "the last: ")) (edge(view, after, "later", "the next: ")) }
            }
        }
    })
}

fn edge(view: View, edge: Option<Edge<'_>>, side: &str, which: &str) -> Markup {
    html! {
        @if let Some(edge) = edge {
            a class=(side) href=(href(&view.at(edge.window))) {
                b { (edge.count) " " (side) } ", " (which) (words::when(&edge.event.when, Length::Short)) ", " (edge.event.label)
            }
        }
    }
}
