//! The viewer in the browser: takes the page over from what the build wrote, and follows links without loading again.

use std::cell::RefCell;
use std::sync::Arc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use model::Span;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

use crate::helper::{self, PAGES};
use crate::page::{self, Failure};
use crate::pages::{Reply, Shown, View};
use crate::route::{Place, Route};
use crate::site::{self, Site, site};
use crate::{acts, door, drawing, focus, keys, margin, renewal, scroll, store, view};

/// What the event handlers of the document need.
#[derive(Clone)]
pub(crate) struct App {
    /// The view that the address names.
    route: RwSignal<Route>,
    shown: RwSignal<Arc<Shown>>,
    /// What is told above the view; nothing at most times.
    note: RwSignal<&'static str>,
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

/// Starts the viewer in the element `app` of the page.
///
/// What the build wrote stays visible until the view is there; then both change places in one step. Where the build
/// wrote all of the view, it is taken over as it is.
pub fn start() {
    spawn_local(async {
        let root = door::root();
        let route = here(&root).0;
        let manifest = store::manifest();
        site::enter(Site { root: root.into(), manifest: Arc::new(manifest.clone().unwrap_or_default()) });
        let shown = match manifest {
            Ok(_) => match written(&route) {
                Some(html) => Shown::Text(html),
                None => {
                    let late = |failure: Failure| door::leave(&failure.sentence());
                    match helper::patiently(drawing::load(&route), late).await {
                        // What the build wrote reads better than a page that says why there is no more.
                        Ok(view) if !view.why.is_empty() && reads(&route) => return door::leave(&view.why),
                        Ok(view) => {
                            document().set_title(&view.title);
                            view.shown
                        }
                        Err(failure) if reads(&route) => return door::leave(&failure.told()),
                        Err(failure) => failed(&failure, &route),
                    }
                }
            },
            Err(failure) if reads(&route) => return door::leave(&failure.told()),
            Err(failure) => failed(&failure, &route),
        };
        site::know(route.known());
        let owner = Owner::new();
        owner.set();
        let app = App {
            route: RwSignal::new(route),
            shown: RwSignal::new(Arc::new(shown)),
            note: RwSignal::new(if renewal::renewed() { renewal::RENEWAL } else { "" }),
            turn: StoredValue::new(0),
        };
        APP.with(|slot| *slot.borrow_mut() = Some(app.clone()));
        let Some(host) = document().get_element_by_id("app").and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        host.replace_children_with_node_0();
        provide_context(app.route);
        let (shown, note) = (app.shown, app.note);
        leptos::mount::mount_to(host, move || view::whole(shown, note)).forget();
        margin::place();
        scroll::look_up();
        if !scroll::restore() {
            land();
        }
        listen();
        scroll::listen();
        acts::listen();
        if let Some(root) = document().document_element() {
            // For tests to wait for. The name of the attribute is a valid one.
            let _ = root.set_attribute("data-viewer", "ready");
        }
        std::mem::forget(owner);
    });
}

/// What the page's element of a name says.
fn meta(name: &str) -> Option<String> {
    document().query_selector(&format!("meta[name={name}]")).ok().flatten()?.get_attribute("content")
}

/// The view as the build wrote it, where that is all of the view that the address names.
fn written(route: &Route) -> Option<String> {
    let whole = meta("crossread-whole").is_some() && reads(route);
    let view = document().query_selector("#main > .drawn").ok().flatten()?;
    whole.then(|| view.inner_html())
}

/// Whether the build wrote the view that the address names, in this state, at least in part.
fn reads(route: &Route) -> bool {
    route.is_plain() && meta("crossread-page").is_some_and(|path| path == route.place.path())
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
fn failed(failure: &Failure, route: &Route) -> Shown {
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
fn here(root: &str) -> (Route, String) {
    place_of(root, "").unwrap_or_else(|| (Place::Nowhere(String::new()).route(), String::new()))
}

/// Shows another view, or the same one in another state, and writes it into the address.
pub(crate) fn navigate(route: Route, replace: bool) {
    navigate_to(route, "", replace);
}

/// Shows a view, and in it the heading that the fragment names.
fn navigate_to(route: Route, fragment: &str, replace: bool) {
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
fn show(app: App, route: Route, back: bool) {
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
fn land() -> bool {
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

/// Listens for links, Back and Forward, and keys, for as long as the page lives.
fn listen() {
    let document = document();
    let active = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "click", active, |event| {
        if let Some(mouse) = event.dyn_ref::<MouseEvent>() {
            follow(mouse);
        }
    })
    .forget();
    // Whoever moves will soon follow a link: what draws the next view may come meanwhile. Where it does not start, the
    // link says so.
    EventListener::once(&document, "pointerover", |_| drop(helper::wake(&PAGES))).forget();
    EventListener::new(&window(), "popstate", |_| {
        if let Some(app) = current_app() {
            let route = app.addressed();
            scroll::look_up();
            show(app, route, true);
        }
    })
    .forget();
    EventListener::new(&window(), "resize", |_| margin::place()).forget();
    EventListener::new_with_options(&document, "keydown", active, |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            keys::press(key);
        }
    })
    .forget();
}

/// Follows a link within the site without loading a page; leaves every other click to the browser.
fn follow(event: &MouseEvent) {
    if event.default_prevented()
        || event.button() != 0
        || event.meta_key()
        || event.ctrl_key()
        || event.shift_key()
        || event.alt_key()
    {
        return;
    }
    let Some(link) =
        event.target().and_then(|t| t.dyn_into::<Element>().ok()).and_then(|e| e.closest("a[href]").ok().flatten())
    else {
        return;
    };
    if link.has_attribute("download") || link.has_attribute("target") {
        return;
    }
    let Some(app) = current_app() else { return };
    // Downloads and data are files, not views.
    let Some((route, fragment)) = link.get_attribute("href").and_then(|href| app.route_of(&href)) else { return };
    // Within what is shown, the browser knows the way.
    if fragment.is_empty() || route != app.route() {
        event.prevent_default();
        navigate_to(route, &fragment, false);
    }
}
