//! What a button, a tick box or a form of a template does. They say it in attributes: `data-go` names the state of the
//! view that a button or a tick box leads to, as a link does; `data-key` the part of the state that an input enters;
//! `data-act` whatever else a button does.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement};

use super::{app, door, entry, focus, keys};
use crate::route::{Place, Route, chosen, known_with};
use crate::segments::parse_spans;
use crate::{copies, pins, site};

/// Milliseconds after which words are marked, and no more follow.
const MARKING_PAUSE: u32 = 250;

thread_local! {
    /// Looks at what is marked.
    static MARKING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Listens for as long as the page lives.
pub(crate) fn listen() {
    let active = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", active, press).forget();
    EventListener::new(&document(), "change", |event| {
        if let Some(input) = target(event) {
            lead(&input);
            toggle(&input);
            enter(&input);
        }
    })
    .forget();
    entry::listen();
    EventListener::new(&document(), "selectionchange", |_| offer_marked()).forget();
    EventListener::new_with_options(&document(), "submit", active, submit).forget();
    mark_theme();
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

fn press(event: &Event) {
    let Some(button) = target(event).and_then(|e| e.closest("button").ok().flatten()) else { return };
    lead(&button);
    match attribute(&button, "data-act").as_str() {
        "help" => drop(keys::help()),
        "step" => drop(keys::step_on(attribute(&button, "data-value") == "-1")),
        "theme" => set_theme(&attribute(&button, "data-value")),
        "copy" => copy(&button, |app| {
            let route = app.route();
            // What the link of a list carries is the list.
            let whole = button.has_attribute("data-whole");
            let route = if whole { route } else { known_with(route.place.clone().route(), route.known()) };
            copies::with_link(&attribute(&button, "data-text"), &app.absolute(&route))
        }),
        "pin" => pin(&button),
        "unpin" => unpin(&attribute(&button, "data-value")),
        "list" => app::navigate(listed(&kept()), false),
        "embed" => {
            copy(&button, |app| copies::frame(&app.absolute(&app.route().with("embed", "yes")), &document().title()))
        }
        _ => {}
    }
}

/// A tick box chooses a value, or leaves it; what was ticked a moment ago is in the address, though not drawn yet.
fn toggle(element: &Element) {
    let input = element.dyn_ref::<HtmlInputElement>().filter(|input| input.has_attribute("data-toggle"));
    if let (Some(input), Some(app)) = (input, app::current_app()) {
        let route = chosen(
            &app.addressed(),
            &attribute(input, "data-toggle"),
            &input.value(),
            input.checked() != input.has_attribute("data-off"),
        );
        app::navigate(route, false);
    }
}

/// Where something leads, there the view goes, and is drawn anew; of a list of choices, where the chosen one leads.
fn lead(element: &Element) {
    let link = match element.dyn_ref::<HtmlSelectElement>() {
        Some(select) => Some(select.value()),
        None => element.get_attribute("data-go"),
    };
    let route = link.filter(|_| element.has_attribute("data-go")).and_then(|link| app::current_app()?.route_of(&link));
    if let Some((route, _)) = route {
        app::navigate(route, false);
    }
}

/// What stands in an input that has a key is a part of the view's state.
fn enter(element: &Element) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>().filter(|input| input.has_attribute("data-key")) {
        entry::changed(input, |input| {
            if let Some(app) = app::current_app() {
                // What was entered before may not be drawn yet.
                let key = attribute(input, "data-key");
                app::navigate(app.addressed().with("n", "").with(&key, input.value()), false);
            }
        });
    }
}

/// The search boxes that are not the search view's own.
fn submit(event: &Event) {
    let Some(form) = target(event).filter(|form| form.matches("form.find[role=search]").unwrap_or(false)) else {
        return;
    };
    event.prevent_default();
    if form.closest(".searching").ok().flatten().is_some() {
        return;
    }
    let input = form.query_selector("input").ok().flatten().and_then(|e| e.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input {
        focus::to_query(true);
        app::navigate(Place::Search.route().with("q", input.value()), false);
    }
}

/// What the list that is put together on this device is kept under: hosts keep several sites at one address.
fn pins_key() -> String {
    format!("crossread-pins {}", site::site().root)
}

/// The list that is put together on this device.
fn kept() -> String {
    let storage = window().local_storage().ok().flatten();
    storage.and_then(|storage| storage.get_item(&pins_key()).ok().flatten()).unwrap_or_default()
}

/// Keeps a list on this device; whether the browser does.
fn keep(list: &str) -> bool {
    window().local_storage().ok().flatten().is_some_and(|storage| storage.set_item(&pins_key(), list).is_ok())
}

/// The view of a list.
fn listed(list: &str) -> Route {
    // A list of nothing is one as well.
    Place::Claims.route().with(pins::KEY, if list.is_empty() { "|" } else { list })
}

/// Puts claims into the list of this device. Where the browser keeps nothing, the link alone does.
fn pin(button: &Element) {
    let list = pins::with(&kept(), &attribute(button, "data-value"));
    if keep(&list) {
        say(button, &format!("Pinned: {} in the reading list.", pins::ids(&list).len()));
    } else {
        app::navigate(listed(&list), false);
    }
}

/// Takes a claim out of the list that is shown, and out of that of this device.
fn unpin(id: &str) {
    keep(&pins::without(&kept(), id));
    if let Some(app) = app::current_app() {
        let route = app.addressed();
        let list = pins::without(route.get(pins::KEY), id);
        app::navigate(route.with(pins::KEY, if list.is_empty() { "|" } else { &list }), false);
    }
}

/// Says something beside a button.
fn say(button: &Element, text: &str) {
    let said = button.parent_element().and_then(|group| group.query_selector("[role=status]").ok().flatten());
    if let Some(said) = said {
        said.set_text_content(Some(text));
    }
}

/// Puts a text on the clipboard, and says so beside the button.
fn copy(button: &Element, text: impl FnOnce(&app::App) -> String) {
    let Some(app) = app::current_app() else { return };
    let text = text(&app);
    let button = button.clone();
    spawn_local(async move {
        let written = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
        say(&button, if written.is_ok() { "Copied." } else { "The browser did not allow it." });
    });
}

/// Offers the link to the words that are marked, once no more are marked for a moment.
fn offer_marked() {
    MARKING.with(|marking| marking.replace(Some(Timeout::new(MARKING_PAUSE, || spawn_local(offer(door::marked()))))));
}

/// Offers the link to marked words; it stays when they are no longer marked, as pressing a button unmarks them in some
/// browsers.
async fn offer(marked: String) {
    let Some(&span) = parse_spans(&marked).first() else { return };
    let offer = app::offer_of(span).await;
    if let Ok(Some(group)) = document().query_selector(".marked")
        && !offer.is_empty()
        && door::marked() == marked
    {
        door::set_html(&group, &offer);
        // The name of the attribute is a valid one.
        let _ = group.remove_attribute("hidden");
    }
}

/// Light, dark, or as the system has it (empty); kept for the next visit.
fn set_theme(theme: &str) {
    if let Some(root) = document().document_element() {
        // Neither can fail: the name of the attribute is a valid one.
        let _ = if theme.is_empty() {
            root.remove_attribute("data-theme")
        } else {
            root.set_attribute("data-theme", theme)
        };
    }
    // Storage can be refused; the choice then holds for this page.
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item("crossread-theme", theme);
    }
    mark_theme();
}

/// Shows which theme is chosen.
fn mark_theme() {
    let chosen = document().document_element().map(|root| attribute(&root, "data-theme")).unwrap_or_default();
    let Ok(buttons) = document().query_selector_all("[data-act=theme]") else { return };
    for button in (0..buttons.length()).filter_map(|i| buttons.item(i)?.dyn_into::<Element>().ok()) {
        let pressed = attribute(&button, "data-value") == chosen;
        let _ = button.set_attribute("aria-pressed", if pressed { "true" } else { "false" });
    }
}
