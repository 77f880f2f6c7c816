//! Inputs that are typed into part by part: a date is whole to the browser when its year has one digit.

use std::cell::{Cell, RefCell};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// Milliseconds after the last key in which another may follow.
const PAUSE: u32 = 1000;

/// What to do with an input that was typed into.
type Act = fn(&HtmlInputElement);

thread_local! {
    /// Whether the last change comes of keys: who chooses from a calendar is done at once.
    static KEYED: Cell<bool> = const { Cell::new(false) };
    /// The input that waits for more keys, and what then follows.
    static WAITING: RefCell<Option<(HtmlInputElement, Act)>> = const { RefCell::new(None) };
    /// Ends the waiting.
    static PAUSING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
}

/// Listens for as long as the page lives.
pub(crate) fn listen() {
    EventListener::new(&document(), "keydown", |event| {
        let entered = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter");
        KEYED.set(!entered && is_date(event));
        if entered {
            act();
        }
    })
    .forget();
    EventListener::new(&document(), "pointerdown", |_| KEYED.set(false)).forget();
    EventListener::new(&document(), "focusout", |event| {
        if is_date(event) {
            act();
        }
    })
    .forget();
}

fn is_date(event: &Event) -> bool {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.type_() == "date")
}

/// An input has another value: acts on it at once, or when nothing more is typed.
pub(crate) fn changed(input: &HtmlInputElement, follow: Act) {
    if !KEYED.get() {
        WAITING.with(RefCell::take);
        follow(input);
        return;
    }
    WAITING.with(|waiting| waiting.replace(Some((input.clone(), follow))));
    let pause = Timeout::new(PAUSE, || {
        // A year of fewer digits is one that is being typed.
        if WAITING.with(|waiting| waiting.borrow().as_ref().is_some_and(|(input, _)| !input.value().starts_with('0'))) {
            act();
        }
    });
    PAUSING.with(|pausing| pausing.replace(Some(pause)));
}

/// Acts on the input that waits, where one does.
fn act() {
    if let Some((input, follow)) = WAITING.with(RefCell::take) {
        follow(&input);
    }
}
