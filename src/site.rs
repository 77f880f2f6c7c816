//! Where the site lies, and what every view may ask of it.

use std::sync::Arc;

use leptos::prelude::*;
use model::bundle::Manifest;

use crate::route::{Place, Route};

/// What is the same in every view, given to components as context.
#[derive(Clone)]
pub(crate) struct Site {
    /// What a link begins with to reach the root: `/some/repo/` in the browser, `../../` in a page that the build wrote.
    pub root: Arc<str>,
    /// The corpus.
    pub manifest: Arc<Manifest>,
    /// The view that is shown, with its state.
    pub route: RwSignal<Route>,
}

/// The context that every component stands in.
pub(crate) fn site() -> Site {
    expect_context::<Site>()
}

/// A link to a view, from wherever this page lies.
pub(crate) fn href(route: &Route) -> String {
    let link = route.link();
    let root = site().root;
    if link.is_empty() && root.is_empty() { "./".to_owned() } else { format!("{root}{link}") }
}

/// A link to a view without state.
pub(crate) fn to(place: Place) -> String {
    href(&place.route())
}

/// Shows another state of the view, as a step that Back undoes.
pub(crate) fn go(route: Route) {
    site_route(route, false);
}

/// Shows another state of the view in place of this one: for what changes with every key.
pub(crate) fn go_quietly(route: Route) {
    site_route(route, true);
}

#[cfg(feature = "csr")]
fn site_route(route: Route, replace: bool) {
    crate::app::navigate(route, replace);
}

#[cfg(not(feature = "csr"))]
fn site_route(_: Route, _: bool) {}
