//! `/compare/<id>/<id>`: two documents side by side.

use leptos::prelude::*;
use model::bundle::DocumentPage;

/// Two documents.
pub(crate) fn compare(left: &DocumentPage, right: &DocumentPage) -> AnyView {
    view! { <h1>{format!("{} beside {}", left.card.title, right.card.title)}</h1> }.into_any()
}
