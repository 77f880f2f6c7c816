//! The views as HTML, for the pages that the build writes: from the same components as in the browser.

use std::sync::Arc;

use leptos::prelude::*;
use model::bundle::Manifest;

use crate::page::{Head, Page};
use crate::route::Place;
use crate::site::{self, Site};
use crate::view;

/// A page as the build writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// Title and description.
    pub head: Head,
    /// What stands in the body: masthead, view, colophon. Links begin with the root that was given.
    pub body: String,
}

/// Renders the view of `place` with its data. `root` is what links begin with: `../../` for a page two folders deep.
pub fn render(place: Place, page: &Page, manifest: Arc<Manifest>, root: &str) -> Rendered {
    let owner = Owner::new();
    let body = owner.with(|| {
        let head = page.head(&manifest);
        site::enter(Site { root: root.into(), manifest: manifest.clone() });
        let route = place.route();
        let shown = view::draw(page, &route);
        provide_context(RwSignal::new(route));
        let body = view::whole(RwSignal::new(Arc::new(shown)), RwSignal::new("")).to_html();
        Rendered { head, body }
    });
    owner.cleanup();
    body
}
