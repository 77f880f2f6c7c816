//! Where on the page a reader was, noted with each step of the history, so that Back and a reload lead there.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

thread_local! {
    /// Where the page is to be, in CSS pixels, once it is long enough.
    static WANTED: Cell<Option<f64>> = const { Cell::new(None) };
    /// Notes where the page is, when it has come to rest.
    static RESTING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Milliseconds without scrolling after which a page has come to rest: browsers bear some hundred notes in half a minute.
const REST: u32 = 200;

/// Milliseconds between looks at whether the page is long enough, and how often it is looked: for half a minute, since a
/// search on a slow line or machine has its results late. Whoever moves meanwhile is left where they are.
const LOOK: u32 = 50;
const LOOKS: u32 = 600;

/// Takes the keeping of places over from the browser, which knows nothing of views that come later.
pub(crate) fn listen() {
    if let Ok(history) = window().history() {
        // A browser without it keeps them itself.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    EventListener::new(&window(), "scroll", |_| {
        RESTING.with(|resting| resting.replace(Some(Timeout::new(REST, write))));
    })
    .forget();
    // Who moves the page wants nothing else.
    for moves in ["wheel", "touchstart", "keydown", "pointerdown"] {
        EventListener::new(&window(), moves, |_| forget()).forget();
    }
}

/// Notes where the page is with this step of the history, unless it is still to be brought elsewhere.
pub(crate) fn note() {
    RESTING.with(RefCell::take);
    write();
}

fn write() {
    if WANTED.get().is_none()
        && let (Ok(history), Ok(at)) = (window().history(), window().scroll_y())
    {
        // Refused where there are too many; the place is then one noted before.
        let _ = history.replace_state(&JsValue::from_f64(at), "");
    }
}

/// Looks up where the page was at this step of the history.
pub(crate) fn look_up() {
    RESTING.with(RefCell::take);
    let noted = window().history().ok().and_then(|history| history.state().ok()?.as_f64());
    WANTED.set(noted);
}

/// What was looked up no longer counts.
pub(crate) fn forget() {
    WANTED.set(None);
}

/// Brings the page to where it was, if that was looked up, as soon as it is long enough; whether it was.
pub(crate) fn restore() -> bool {
    let was = WANTED.get().is_some();
    bring(LOOKS);
    was
}

fn bring(looks: u32) {
    let Some(wanted) = WANTED.get() else { return };
    window().scroll_to_with_x_and_y(0.0, wanted);
    let long = document().document_element().map_or(0, |root| root.scroll_height());
    let high = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    if f64::from(long) - high + 1.0 >= wanted || looks == 0 {
        WANTED.set(None);
        return;
    }
    Timeout::new(LOOK, move || bring(looks - 1)).forget();
}
