//! Fingers, wheel, pointer and keys: what only a browser has. Nothing here runs where pages are written natively.

use std::time::Duration;

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, ResizeObserver, SvgElement};

use crate::route::Route;
use crate::timeline::{State, held};

/// How long after the last change the address follows: browsers refuse more than some hundred changes in half a minute.
const SETTLED: Duration = Duration::from_millis(250);

/// How long each step of playing stays.
const STEP: Duration = Duration::from_millis(1_100);

/// How far a pointer goes before it drags.
const SLACK: f64 = 4.0;

/// What is pointed at or has the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    /// Index of an event.
    Event(u32),
    /// Indices of the first events of a cluster, how many it has, and the link that opens it.
    Cluster(Vec<u32>, u32, String),
}

/// Keeps `width` at the width of the element that is given the reference.
pub(super) fn measure(width: RwSignal<f64>) -> NodeRef<Div> {
    let host = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(element) = host.get() else { return };
        let measured: Element = (*element).clone().into();
        let seen = measured.clone();
        width.set(f64::from(measured.client_width()));
        let changed = Closure::<dyn FnMut()>::new(move || {
            let now = f64::from(seen.client_width());
            // Printing hides what is measured.
            if now > 0.0 && width.try_get_untracked().is_some_and(|was| was != now) {
                width.set(now);
            }
        });
        let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
        observer.observe(&measured);
        let kept = SendWrapper::new((observer, changed));
        on_cleanup(move || kept.0.disconnect());
    });
    host
}

/// Whether somebody asked for no motion.
pub(super) fn wants_no_motion() -> bool {
    cfg!(feature = "csr")
        && window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|asked| asked.matches())
}

/// Calls `step` again and again while `running`.
pub(super) fn every(running: RwSignal<bool>, step: impl Fn() + Clone + Send + Sync + 'static) {
    Effect::new(move |_| {
        if !running.get() {
            return;
        }
        let Ok(handle) = set_interval_with_handle(step.clone(), STEP) else { return };
        // Before the next run of this effect, and when the view goes.
        on_cleanup(move || handle.clear());
    });
}

/// Calls `prepare` before the page is printed.
pub(super) fn before_print(prepare: impl Fn() + 'static) {
    if cfg!(feature = "csr") {
        let listening = window_event_listener_untyped("beforeprint", move |_| prepare());
        on_cleanup(move || listening.remove());
    }
}

/// Calls `leave` when somebody presses Escape.
pub(super) fn on_escape(leave: impl Fn() + 'static) {
    if cfg!(feature = "csr") {
        let listening = window_event_listener_untyped("keydown", move |event| {
            if event.dyn_ref::<ev::KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                leave();
            }
        });
        on_cleanup(move || listening.remove());
    }
}

/// Whether a press was made by a finger.
pub(super) fn is_touch(event: &web_sys::MouseEvent) -> bool {
    event.dyn_ref::<web_sys::PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

/// Follows `now`, some time after its last change: for what need not keep up with a drag.
pub(super) fn settled(now: Memo<State>) -> RwSignal<State> {
    let settled = RwSignal::new(now.get_untracked());
    Effect::new(move |_| {
        let next = now.get();
        let Ok(handle) = set_timeout_with_handle(move || settled.set(next), SETTLED) else { return };
        on_cleanup(move || handle.clear());
    });
    settled
}

/// Shows a state at once; the address follows when nothing has changed for a moment.
pub(super) fn drag(now: RwSignal<Route>, route: Route) {
    thread_local! {
        static WAITING: std::cell::Cell<Option<TimeoutHandle>> = const { std::cell::Cell::new(None) };
    }
    let place = route.place.clone();
    now.set(route);
    let settle = move || {
        let route = now.get_untracked();
        // Somebody may have gone elsewhere in the meantime.
        if route.place == place {
            crate::site::go_quietly(route);
        }
    };
    let waiting = set_timeout_with_handle(settle, SETTLED).ok();
    if let Some(earlier) = WAITING.replace(waiting) {
        earlier.clear();
    }
}

/// Where across the element that listens a pointer is.
pub(super) fn place(event: &web_sys::MouseEvent) -> f64 {
    let host = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    host.map_or(0.0, |host| f64::from(event.client_x()) - host.get_bounding_client_rect().left())
}

/// What a turn of the wheel asks for: a factor to zoom by, or a share to move by where the factor is 1. A wheel that
/// turns downwards scrolls the page, as everywhere, unless a key says that it is meant for the figure; trackpads tell
/// pinching as such a wheel.
pub(super) fn wheel(event: &ev::WheelEvent) -> Option<(f64, f64)> {
    let (x, y) = (event.delta_x(), event.delta_y());
    // In lines, or in pages, instead of pixels.
    let unit = [1.0, 16.0, 400.0][(event.delta_mode() as usize).min(2)];
    let asked = if event.ctrl_key() || event.meta_key() {
        (1.0 + held(y * unit * 0.004, -0.25, 0.25), 0.0)
    } else if x.abs() > y.abs() || event.shift_key() {
        let along = if x.abs() > y.abs() { x } else { y };
        (1.0, held(along * unit / 1_000.0, -0.3, 0.3))
    } else {
        return None;
    };
    event.prevent_default();
    Some(asked)
}

/// What is done with the places of pointers before and after they moved.
type Pull = Box<dyn Fn(&[f64], &[f64]) + Send + Sync>;

/// Pointers that hold the figure.
#[derive(Clone, Copy)]
pub(super) struct Grab {
    /// Each pointer with its place.
    held: StoredValue<Vec<(i32, f64)>>,
    /// How far they have gone, so that a click is told from a drag.
    gone: StoredValue<f64>,
    /// Called with the places before and after.
    pull: StoredValue<Pull>,
}

impl Grab {
    pub(super) fn new(pull: impl Fn(&[f64], &[f64]) + Send + Sync + 'static) -> Self {
        Self { held: StoredValue::new(Vec::new()), gone: StoredValue::new(0.0), pull: StoredValue::new(Box::new(pull)) }
    }

    /// A finger or a button comes down.
    pub(super) fn down(self, event: &ev::PointerEvent) {
        if event.button() != 0 {
            return;
        }
        self.held.update_value(|held| {
            held.retain(|&(id, _)| id != event.pointer_id());
            held.truncate(1);
            held.push((event.pointer_id(), place(event)));
        });
        self.gone.set_value(0.0);
    }

    /// It moves.
    pub(super) fn moved(self, event: &ev::PointerEvent) {
        if event.buttons() == 0 {
            // It went up where nobody saw it.
            self.up(event);
            return;
        }
        let x = place(event);
        let id = event.pointer_id();
        let places = || self.held.with_value(|held| held.iter().map(|&(_, x)| x).collect::<Vec<f64>>());
        let before = places();
        let Some(was) = self.held.with_value(|held| held.iter().find(|(held, _)| *held == id).map(|&(_, x)| x)) else {
            return;
        };
        let gone = self.gone.get_value() + (x - was).abs();
        self.gone.set_value(gone);
        if before.len() == 1 && gone < SLACK {
            return;
        }
        if let Some(host) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            // From now on its moves come here, wherever it goes. It may be gone already.
            let _ = host.set_pointer_capture(id);
        }
        let after: Vec<f64> = self
            .held
            .try_update_value(|held| {
                for (held, at) in held.iter_mut().filter(|(held, _)| *held == id) {
                    (*held, *at) = (id, x);
                }
                held.iter().map(|&(_, x)| x).collect()
            })
            .unwrap_or_default();
        self.pull.with_value(|pull| pull(&before, &after));
    }

    /// It goes up, or is taken away.
    pub(super) fn up(self, event: &ev::PointerEvent) {
        self.held.update_value(|held| held.retain(|&(id, _)| id != event.pointer_id()));
    }

    /// Whether a click is the end of a drag, which follows no link.
    pub(super) fn click(self, event: &ev::MouseEvent) -> bool {
        let gone = self.gone.get_value();
        self.gone.set_value(0.0);
        gone >= SLACK && event.detail() > 0
    }
}

fn mark_of(target: Option<web_sys::EventTarget>) -> Option<Element> {
    target.and_then(|target| target.dyn_into::<Element>().ok())?.closest("a.tm, a.tw").ok().flatten()
}

/// What an event points at, where it is a mark that tells something.
fn pointed(event: &Event) -> Option<Chosen> {
    let mark = mark_of(event.target())?;
    if let Some(index) = mark.get_attribute("data-e") {
        return index.parse().ok().map(Chosen::Event);
    }
    let first = mark.get_attribute("data-c")?.split(' ').filter_map(|index| index.parse().ok()).collect();
    let count = mark.get_attribute("data-n").and_then(|n| n.parse().ok()).unwrap_or(0);
    Some(Chosen::Cluster(first, count, mark.get_attribute("href").unwrap_or_default()))
}

/// Whether an event points at a mark that is not told yet.
pub(super) fn is_new(event: &Event, before: &Option<Chosen>) -> bool {
    let next = pointed(event);
    next.is_some() && next != *before
}

/// Notes what an event points at, where it is a mark.
pub(super) fn point(event: &Event, chosen: RwSignal<Option<Chosen>>) {
    let next = pointed(event);
    if next.is_some() && chosen.with_untracked(|now| *now != next) {
        chosen.set(next);
    }
}

/// Moves the focus from mark to mark, where one has it; whether it did.
pub(super) fn rove(event: &ev::KeyboardEvent) -> bool {
    let (Some(now), Some(host)) = (mark_of(event.target()), event.current_target()) else { return false };
    let Some(host) = host.dyn_ref::<Element>() else { return false };
    let Ok(marks) = host.query_selector_all("a.tm") else { return false };
    let marks: Vec<SvgElement> = (0..marks.length()).filter_map(|i| marks.item(i)?.dyn_into().ok()).collect();
    let Some(at) = marks.iter().position(|mark| mark.is_same_node(Some(&now))) else { return false };
    let next = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => at + 1,
        "ArrowLeft" | "ArrowUp" => at.wrapping_sub(1),
        "Home" => 0,
        "End" => marks.len() - 1,
        _ => return false,
    };
    if let Some(next) = marks.get(next) {
        let _ = now.set_attribute("tabindex", "-1");
        let _ = next.set_attribute("tabindex", "0");
        let _ = next.focus();
    }
    true
}

/// Drawing anew replaces the mark that has the focus: gives it back to the same event's mark, or to the figure.
pub(super) fn keep_focus() {
    let Some(mark) = mark_of(document().active_element().map(Into::into)) else { return };
    let same =
        ["data-e", "data-c"].iter().find_map(|name| Some(format!("a.tm[{name}='{}']", mark.get_attribute(name)?)));
    let Some(host) = mark.closest("svg.fig").ok().flatten() else { return };
    let back = move || {
        let found = same.and_then(|same| host.query_selector(&same).ok().flatten()).unwrap_or(host);
        if let Some(found) = found.dyn_ref::<SvgElement>() {
            let _ = found.focus();
        }
    };
    set_timeout(back, Duration::ZERO);
}
