//! Takes the page over from what the build wrote, and hands on what a reader does.

use std::sync::Arc;

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent};

use super::app::{App, current_app, failed, here, land, navigate_to, show};
use super::helper::{self, PAGES};
use super::{acts, door, drawing, keys, margin, renewal, scroll, store};
use crate::page::{Failure, Shown};
use crate::route::Route;
use crate::site::{self, Site};
use crate::view;

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
        let app = App::begin(route, shown, if renewal::renewed() { renewal::RENEWAL } else { "" });
        let Some(host) = document().get_element_by_id("app").and_then(|e| e.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        host.replace_children_with_node_0();
        provide_context(app.route);
        let (shown, note) = (app.shown, app.note);
        leptos::mount::mount_to(host, move || view::whole(shown, note)).forget();
        margin::place();
        keys::stops();
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
