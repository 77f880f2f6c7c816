//! Helpers: programs that work in threads of their own, beside the page. One searches, one draws pages.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::thread::LocalKey;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::prelude::document;
use model::coding;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker};

use super::door;
use crate::page::Failure;
use crate::site::site;

/// A helper that may be at work.
pub(crate) struct Helper {
    /// What it is called in messages.
    name: &'static str,
    /// The element of the page that names its script.
    named_by: &'static str,
    running: RefCell<Option<Running>>,
    is_ready: Cell<bool>,
}

/// A helper at work, and who waits for its replies: they come in the order of what was asked.
struct Running {
    worker: Worker,
    waiting: VecDeque<Waiting>,
    _listeners: [EventListener; 2],
}

/// Somebody who waits.
struct Waiting {
    replied: Function,
    failed: Function,
}

thread_local! {
    /// Searches; what it is asked is `search::Ask`.
    pub(crate) static ENGINE: Helper = Helper::new("the search engine", "meta[name=crossread-engine]");
    /// Draws pages; what it is asked is `pages::Ask`.
    pub(crate) static PAGES: Helper = Helper::new("the drawing of pages", "meta[name=crossread-pages]");
}

impl Helper {
    fn new(name: &'static str, named_by: &'static str) -> Self {
        Self { name, named_by, running: RefCell::default(), is_ready: Cell::new(false) }
    }

    fn unreachable(&self) -> Failure {
        Failure::Unreachable { path: self.name.to_owned() }
    }
}

/// Whether it was told what it works on. That is lost where it stops.
pub(crate) fn is_ready(helper: &'static LocalKey<Helper>) -> bool {
    helper.with(|helper| helper.is_ready.get())
}

/// Notes that it was told.
pub(crate) fn set_ready(helper: &'static LocalKey<Helper>) {
    helper.with(|helper| helper.is_ready.set(true));
}

/// Asks a helper, which is started for the first question.
///
/// # Errors
/// Where it does not start, or has stopped; the next question starts another. Where its reply cannot be read.
pub(crate) async fn ask<R: DeserializeOwned>(
    helper: &'static LocalKey<Helper>,
    ask: &impl Serialize,
) -> Result<R, Failure> {
    let reply = send(helper, coding::encode(ask).unwrap_or_default()).await?;
    coding::decode(&reply).map_err(|error| Failure::Corrupt {
        path: helper.with(|helper| helper.name.to_owned()),
        detail: error.to_string(),
    })
}

/// Milliseconds after which who waits is told that nothing came.
const PATIENCE: u32 = 10_000;

/// Waits for what a helper, or the network, is asked for; `late` is told where nothing comes for a while, and what comes
/// then comes all the same.
pub(crate) async fn patiently<T>(answer: impl Future<Output = T>, late: impl FnOnce(Failure) + 'static) -> T {
    let what = || "what this view is made of".to_owned();
    let notice = Timeout::new(PATIENCE, move || late(Failure::Late { what: what() }));
    let answer = answer.await;
    notice.cancel();
    answer
}

async fn send(helper: &'static LocalKey<Helper>, question: Vec<u8>) -> Result<Vec<u8>, Failure> {
    // Who waits is told in words where it stopped at work, and with nothing where it did not come.
    let stopped = |why: JsValue| match why.is_truthy() {
        true => Failure::Stopped { what: helper.with(|helper| helper.name.to_owned()) },
        false => helper.with(Helper::unreachable),
    };
    let mut waiting = None;
    let reply = Promise::new(&mut |replied, failed| waiting = Some(Waiting { replied, failed }));
    wake(helper)?;
    helper.with(|this| {
        let mut running = this.running.borrow_mut();
        let (Some(running), Some(waiting)) = (running.as_mut(), waiting) else { return Ok(()) };
        running.waiting.push_back(waiting);
        running.worker.post_message(&Uint8Array::from(question.as_slice())).map_err(stopped)
    })?;
    let reply = JsFuture::from(reply).await.map_err(stopped)?;
    Ok(Uint8Array::new(&reply).to_vec())
}

/// Starts a helper before there is a question, so that it comes beside what it will be asked about.
///
/// # Errors
/// Where it does not start.
pub(crate) fn wake(helper: &'static LocalKey<Helper>) -> Result<(), Failure> {
    helper.with(|this| {
        let mut running = this.running.borrow_mut();
        if running.is_none() {
            *running = Some(start(helper, this.named_by).map_err(|_| this.unreachable())?);
        }
        Ok(())
    })
}

fn start(helper: &'static LocalKey<Helper>, named_by: &str) -> Result<Running, JsValue> {
    // Written relative to the page that was loaded, which may not be the one that the address names by now.
    let script = document().query_selector(named_by)?.and_then(|meta| meta.get_attribute("content"));
    let script = script.as_deref().and_then(|path| path.rsplit('/').next());
    let script = format!("{}{}", site().root, script.unwrap_or_default());
    let worker = door::start_helper(&script)?;
    let replies = EventListener::new(&worker, "message", move |event| {
        let next = helper.with(|this| this.running.borrow_mut().as_mut().and_then(|this| this.waiting.pop_front()));
        if let (Some(next), Some(message)) = (next, event.dyn_ref::<MessageEvent>()) {
            // Settling a promise can't fail.
            let _ = next.replied.call1(&JsValue::NULL, &message.data());
        }
    });
    let failures = EventListener::new(&worker, "error", move |event| {
        // Only what ran can tell what is wrong.
        let why = Reflect::get(event, &"message".into()).unwrap_or_default();
        helper.with(|this| this.is_ready.set(false));
        let Some(stopped) = helper.with(|this| this.running.borrow_mut().take()) else { return };
        stopped.worker.terminate();
        for waiting in &stopped.waiting {
            let _ = waiting.failed.call1(&JsValue::NULL, &why);
        }
        // The listener that runs now is among them, and may not be dropped while it runs.
        std::mem::forget(stopped);
    });
    Ok(Running { worker, waiting: VecDeque::new(), _listeners: [replies, failures] })
}
