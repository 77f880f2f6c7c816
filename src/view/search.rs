//! `/search`: one box over passages, claims, quotations and people.

use leptos::prelude::*;

/// The search view.
pub(crate) fn search() -> AnyView {
    view! { <h1 class="vh">"Search"</h1> }.into_any()
}
