//! The strip of the overview: the timeline at a glance.

use std::sync::Arc;

use leptos::prelude::*;
use maud::html;
use model::bundle::Timeline;

use super::draw;
use super::figure::measured;
use crate::route::Place;
use crate::site::{shown_route, site};
use crate::timeline::{By, Cluster, Sizes, known_on, lanes, layout, usual, windowed};
use crate::view::drawn::{filled, still};

/// The strip; nothing where nothing has a date.
pub(crate) fn strip(data: &Timeline) -> AnyView {
    let known = shown_route().get_untracked().known();
    let data = known_on(data, known);
    let Some(window) = usual(&data.events, &data.documents) else {
        return still(html! { p.quiet { "Nothing here has a date." } });
    };
    let data = Arc::new(data);
    let lanes = Arc::new(lanes(&data.events, By::Story));
    let root = site().root;
    let strip = measured(move |width| {
        let (shown, data, lanes, root) = (data.clone(), data.clone(), lanes.clone(), root.clone());
        let laid = Memo::new(move |_| Arc::new(layout(&data, &lanes, window, (width.get(), Sizes::Strip))));
        let drawn = move || {
            let open = |cluster: &Cluster| windowed(Place::Timeline.route(), cluster.days.with_margin(0.5), window);
            draw::figure(&draw::Drawing { timeline: &shown, layout: &laid.get(), known, root: &root, open: &open })
        };
        let size = move || laid.with(|laid| (laid.width.round() as i32, laid.height.round() as i32));
        view! {
            <svg class="fig" viewBox=move || format!("0 0 {} {}", size().0, size().1) width=move || size().0 height=move || size().1
                role="group" aria-label="Events by lane, and when each report came out" {..filled(Box::new(drawn))}></svg>
        }
        .into_any()
    });
    view! { <div class="tl">{strip}</div> }.into_any()
}
