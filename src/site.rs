//! Where the site lies, and what every view may ask of it.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use leptos::prelude::*;
use model::Day;
use model::bundle::Manifest;

use crate::route::{Place, Route, known_with};

/// What is the same in every view.
#[derive(Clone, Default)]
pub(crate) struct Site {
    /// What a link begins with to reach the root: `/some/repo/` in the browser, `../../` in a page that the build wrote.
    pub root: Arc<str>,
    /// The corpus.
    pub manifest: Arc<Manifest>,
}

/// Shows a view; where it is true, in place of the one that is shown.
type Show = fn(Route, bool);

thread_local! {
    /// What shows a view: the browser's program. Where a page is only drawn, nothing does.
    static SHOW: Cell<Show> = const { Cell::new(|_, _| {}) };
    /// A thread draws pages of one site at a time.
    static SITE: RefCell<Site> = RefCell::default();
    /// The day as known on, of the view that is shown or drawn.
    static KNOWN: Cell<Option<Day>> = const { Cell::new(None) };
}

/// From now on links lead to views as known on a day.
pub(crate) fn know(day: Option<Day>) {
    KNOWN.set(day);
}

/// The day as known on which the view is drawn, where it is drawn so.
pub(crate) fn known_day() -> Option<Day> {
    KNOWN.get()
}

/// From now on this thread draws pages of `site`.
pub(crate) fn enter(site: Site) {
    SITE.with(|slot| slot.replace(site));
}

/// The site whose page is drawn.
pub(crate) fn site() -> Site {
    SITE.with(|slot| slot.borrow().clone())
}

/// The view that is shown, with its state: the context of the components that follow it.
pub(crate) fn shown_route() -> RwSignal<Route> {
    expect_context::<RwSignal<Route>>()
}

/// A link to a view, from wherever this page lies: as known on the same day, where the view can be.
pub(crate) fn href(route: &Route) -> String {
    bare(&known_with(route.clone(), KNOWN.get()))
}

/// A link to a view just as it is told.
pub(crate) fn bare(route: &Route) -> String {
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
    SHOW.get()(route, false);
}

/// Shows another state of the view in place of this one: for what changes with every key.
pub(crate) fn go_quietly(route: Route) {
    SHOW.get()(route, true);
}

/// From now on this is what shows a view.
#[cfg(feature = "csr")]
pub(crate) fn show_by(show: Show) {
    SHOW.set(show);
}
