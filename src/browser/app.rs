//! What is shown in the browser, and the way to another view without loading a page again.

use std::cell::RefCell;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use model::Span;
use wasm_bindgen_futures::spawn_local;

use super::{door, drawing, focus, helper, keys, margin, renewal, scroll};
use crate::page::{self, Failure, Shown};
use crate::pages::{Reply, View};
use crate::route::{Place, Route};
use crate::site::{self, site};
use crate::view;

/// What the event handlers of the document need.
#[derive(Clone)]
pub(crate) struct App {
    /// The view that the address names.
    pub(super) route: RwSignal<Route>,
    /// What stands on the page.
    pub(super) shown: RwSignal<Arc<Shown>>,
    /// What is told above the view; nothing at most times.
    pub(super) note: RwSignal<&'static str>,
    /// Counts navigations, so that a slow answer never replaces a newer view.
    turn: StoredValue<u32>,
}

thread_local! {
    static APP: RefCell<Option<App>> = const { RefCell::new(None) };
}

/// The viewer, once it has started.
pub(crate) fn current_app() -> Option<App> {
    APP.with(|slot| slot.borrow().clone())
}

impl App {
    /// Begins with a view; the viewer has started then.
    pub(super) fn begin(route: Route, shown: Shown, note: &'static str) -> Self {
        let app = Self {
            route: RwSignal::new(route),
            shown: RwSignal::new(Arc::new(shown)),
            note: RwSignal::new(note),
            turn: StoredValue::new(0),
        };
        APP.with(|slot| *slot.borrow_mut() = Some(app.clone()));
        site::show_by(navigate);
        app
    }

    /// The view that is shown, with its state.
    pub(crate) fn route(&self) -> Route {
        self.route.get_untracked()
    }

    /// The view that the address names: it may be on its way still.
    pub(crate) fn addressed(&self) -> Route {
        here(&site().root).0
    }

    /// The address of a view as it can be sent.
    pub(crate) fn absolute(&self, route: &Route) -> String {
        door::whole(&format!("{}{}", site().root, route.link()))
    }

    /// The view that a link leads to, with its fragment; nothing where it leads out of the site, or to a file.
    pub(crate) fn route_of(&self, href: &str) -> Option<(Route, String)> {
        place_of(&site().root, href).filter(|(route, _)| !matches!(route.place, Place::Nowhere(_)))
    }
}

/// What offers the link to words that are marked in the document that is shown; empty where there is none to offer.
pub(crate) async fn offer_of(marked: Span) -> String {
    let Some(app) = current_app() else { return String::new() };
    match drawing::asked(&app.route(), Some(marked)).await {
        Ok(Reply::Offer(offer)) => offer,
        _ => String::new(),
    }
}

/// What goes wrong is a view as well.
pub(super) fn failed(failure: &Failure, route: &Route) -> Shown {
    Shown::Text(view::failed(failure, route).into_string())
}

/// The view that a link names, with its fragment; nothing where it leads out of the site.
fn place_of(root: &str, href: &str) -> Option<(Route, String)> {
    let whole = door::place_of(href);
    let below = whole.strip_prefix(root)?;
    let (link, fragment) = below.split_at(below.find('#').unwrap_or(below.len()));
    Some((Route::of_link(link), fragment.to_owned()))
}

/// The view that the address names, with its fragment. A page that is sent for what there is not may lie anywhere.
pub(super) fn here(root: &str) -> (Route, String) {
    place_of(root, "").unwrap_or_else(|| (Place::Nowhere(String::new()).route(), String::new()))
}

/// Shows another view, or the same one in another state, and writes it into the address.
pub(crate) fn navigate(route: Route, replace: bool) {
    navigate_to(route, "", replace);
}

/// Shows a view, and in it the heading that the fragment names.
pub(super) fn navigate_to(route: Route, fragment: &str, replace: bool) {
    let Some(app) = current_app() else { return };
    let url = format!("{}{}{fragment}", site().root, route.link());
    scroll::forget();
    scroll::note();
    // Where one is already, a step would lead nowhere.
    let replace = replace || fragment.is_empty() && route == app.addressed();
    door::go_to(&url, replace);
    show(app, route, false);
}

/// Loads what `route` needs, and shows it.
pub(super) fn show(app: App, route: Route, back: bool) {
    let now = app.route();
    let same = now.place == route.place;
    // The same words are not gone to again.
    let to_words = !same || ["at", "claim"].iter().any(|key| now.get(key) != route.get(key)) || !fragment().is_empty();
    // What is still on its way is overtaken.
    let turn = app.turn.get_value() + 1;
    app.turn.set_value(turn);
    let newest = move || app.turn.get_value() == turn;
    site::know(route.known());
    // These follow the address by themselves.
    if same && matches!(route.place, Place::Search | Place::Timeline) {
        let kept = focus::keep();
        app.note.set("");
        app.route.set(route);
        settle(Some(kept), back, to_words);
        return;
    }
    // A wait shorter than this is not worth a word.
    let notice = Timeout::new(300, move || {
        if newest() {
            app.note.set("Loading…");
        }
    });
    busy(true);
    spawn_local(async move {
        let (asked, shown) = (route.clone(), app.shown);
        let late = move |failure: Failure| {
            if newest() {
                shown.set(Arc::new(failed(&failure, &asked)));
            }
        };
        let view = helper::patiently(drawing::load(&route), late).await;
        notice.cancel();
        if !newest() || matches!(&view, Err(failure) if renewal::renew(failure)) {
            return;
        }
        let view = view.unwrap_or_else(|failure| View {
            title: page::titled("", &site().manifest),
            shown: failed(&failure, &route),
            why: String::new(),
        });
        app.note.set("");
        let kept = same.then(focus::keep);
        app.route.set(route);
        app.shown.set(Arc::new(view.shown));
        // A screen reader announces it with the new heading.
        document().set_title(&view.title);
        settle(kept, back, to_words);
    });
}

/// Says of the view whether another one is on its way.
fn busy(is_busy: bool) {
    if let Some(main) = document().get_element_by_id("main") {
        // The name of the attribute is a valid one.
        let _ = main.set_attribute("aria-busy", if is_busy { "true" } else { "false" });
    }
}

/// What follows when a view has changed: another state of it keeps the focus where it was, another view begins at its
/// heading. Back leads to where one was on the page, everything else to the words that the link points at.
fn settle(kept: Option<focus::Kept>, back: bool, to_words: bool) {
    // The view is in the document after the effects of the change have run.
    Timeout::new(0, move || {
        let same = kept.is_some();
        busy(false);
        if let Some(kept) = kept {
            kept.restore();
        }
        margin::place();
        keys::stops();
        let placed = back && scroll::restore() || to_words && land();
        if same {
            scroll::note();
            return;
        }
        if !placed {
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
        focus::begin();
    })
    .forget();
}

/// Scrolls to the words that the link points at, or to why they are not shown, or to the heading of its fragment, where
/// there are any.
pub(super) fn land() -> bool {
    let options = web_sys::ScrollIntoViewOptions::new();
    if let Ok(Some(words)) = document().query_selector("#app :is(.here, .lost-words)") {
        options.set_block(web_sys::ScrollLogicalPosition::Center);
        words.scroll_into_view_with_scroll_into_view_options(&options);
        return true;
    }
    let fragment = fragment();
    let heading = fragment.strip_prefix('#').and_then(|id| document().get_element_by_id(id));
    if let Some(heading) = &heading {
        heading.scroll_into_view_with_scroll_into_view_options(&options);
    }
    heading.is_some()
}

/// The fragment of the address, with its sign.
fn fragment() -> String {
    here(&site().root).1
}
