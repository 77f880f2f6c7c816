//! From templates to the page. What only shows data is a template: as a typed view it would be five times the code.

use leptos::attr::Attribute;
use leptos::prelude::*;
use maud::Markup;

/// A part of the page that is drawn anew, as a whole, when a signal that it reads changes.
pub(crate) fn drawn(draw: impl Fn() -> Markup + Send + Sync + 'static) -> AnyView {
    // Boxed, so that all of them are one type.
    let draw: Box<dyn Fn() -> String + Send + Sync> = Box::new(move || draw().into_string());
    view! { <div class="drawn" {..filled(draw)}></div> }.into_any()
}

/// A part of the page that stays as it is.
pub(crate) fn still(markup: Markup) -> AnyView {
    text(markup.into_string())
}

/// HTML that was drawn before.
pub(crate) fn text(html: String) -> AnyView {
    view! { <div class="drawn" {..filled(Box::new(move || html.clone()))}></div> }.into_any()
}

/// An element holds what was drawn as HTML: through the one door that the page's policy leaves open for it.
#[cfg(feature = "csr")]
pub(crate) fn filled(draw: Box<dyn Fn() -> String + Send + Sync>) -> impl Attribute + Clone + 'static {
    use std::sync::Arc;

    use leptos::tachys::html::directive::directive;
    use web_sys::Element;

    type Draw = Arc<dyn Fn() -> String + Send + Sync>;
    let fill = |element: Element, draw: Draw| {
        let filling = RenderEffect::new(move |_| crate::browser::door::set_html(&element, &draw()));
        // It lives as long as the part that it belongs to.
        on_cleanup(move || drop(filling));
    };
    directive(fill, Draw::from(draw))
}

/// An element holds what was drawn as HTML.
#[cfg(not(feature = "csr"))]
pub(crate) fn filled(draw: Box<dyn Fn() -> String + Send + Sync>) -> impl Attribute + 'static {
    leptos::tachys::html::element::inner_html(draw())
}
