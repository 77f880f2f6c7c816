//! `/timeline`: what happened when, what was expected when, and when each report came out.

use leptos::prelude::*;
use model::bundle::{Overview, Timeline};

/// The timeline.
pub(crate) fn timeline(_timeline: &Timeline) -> AnyView {
    view! { <h1>"What happened when"</h1> }.into_any()
}

/// The strip of the overview.
pub(crate) fn strip(_overview: &Overview) -> AnyView {
    view! { <div class="tl"></div> }.into_any()
}
