//! From templates to the page. What only shows data is a template: as a typed view it would be five times the code.

use leptos::prelude::*;
use maud::Markup;

/// A part of the page that is drawn anew, as a whole, when a signal that it reads changes.
pub(crate) fn drawn(draw: impl Fn() -> Markup + Send + 'static) -> AnyView {
    // Boxed, so that all of them are one type.
    let draw: Box<dyn FnMut() -> String + Send> = Box::new(move || draw().into_string());
    view! { <div class="drawn" inner_html=draw></div> }.into_any()
}

/// A part of the page that stays as it is.
pub(crate) fn still(markup: Markup) -> AnyView {
    text(markup.into_string())
}

/// HTML that was drawn before.
pub(crate) fn text(html: String) -> AnyView {
    view! { <div class="drawn" inner_html=html></div> }.into_any()
}
