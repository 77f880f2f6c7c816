//! The search engine, which works in a thread of its own: what it is asked, and what it says.

use std::cell::RefCell;
use std::collections::VecDeque;

use gloo::events::EventListener;
use js_sys::{Function, Promise, Uint8Array};
use leptos::prelude::document;
use model::coding;
use search::{Ask, Reply};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::page::Failure;

/// A worker, and who waits for its replies: they come in the order of what was asked.
struct Engine {
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
    static ENGINE: RefCell<Option<Engine>> = const { RefCell::new(None) };
}

/// Asks the engine, which is started for the first question.
///
/// # Errors
/// Where it does not start, or has stopped; the next question starts another, which has no index open.
pub(crate) async fn ask(ask: &Ask) -> Result<Reply, Failure> {
    let bytes = coding::encode(ask).unwrap_or_default();
    let mut waiting = None;
    let answer = Promise::new(&mut |replied, failed| waiting = Some(Waiting { replied, failed }));
    wake()?;
    ENGINE.with(|engine| {
        let mut engine = engine.borrow_mut();
        if let (Some(engine), Some(waiting)) = (engine.as_mut(), waiting) {
            engine.waiting.push_back(waiting);
            engine.worker.post_message(&Uint8Array::from(bytes.as_slice())).map_err(stopped)?;
        }
        Ok(())
    })?;
    let answer = JsFuture::from(answer).await.map_err(stopped)?;
    coding::decode(&Uint8Array::new(&answer).to_vec())
        .map_err(|error| Failure::Corrupt { path: "the search engine's answer".to_owned(), detail: error.to_string() })
}

/// Starts the engine before there is a question, so that it comes beside what it will be asked about.
///
/// # Errors
/// Where it does not start.
pub(crate) fn wake() -> Result<(), Failure> {
    ENGINE.with(|engine| {
        let mut engine = engine.borrow_mut();
        if engine.is_none() {
            *engine = Some(start()?);
        }
        Ok(())
    })
}

/// The page names the engine's script.
fn start() -> Result<Engine, Failure> {
    let script = document().query_selector("meta[name=crossread-engine]").ok().flatten();
    let script = script.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&script, &options).map_err(stopped)?;
    let replies = EventListener::new(&worker, "message", |event| {
        let next = ENGINE.with(|engine| engine.borrow_mut().as_mut().and_then(|engine| engine.waiting.pop_front()));
        if let (Some(next), Some(message)) = (next, event.dyn_ref::<MessageEvent>()) {
            // Settling a promise can't fail.
            let _ = next.replied.call1(&JsValue::NULL, &message.data());
        }
    });
    let failures = EventListener::new(&worker, "error", |_| {
        let Some(engine) = ENGINE.with(|engine| engine.borrow_mut().take()) else { return };
        engine.worker.terminate();
        for waiting in &engine.waiting {
            let _ = waiting.failed.call0(&JsValue::NULL);
        }
        // The listener that runs now is among them, and may not be dropped while it runs.
        std::mem::forget(engine);
    });
    Ok(Engine { worker, waiting: VecDeque::new(), _listeners: [replies, failures] })
}

fn stopped(_: JsValue) -> Failure {
    Failure::Unreachable { path: "the search engine".to_owned() }
}
