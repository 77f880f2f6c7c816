//! The search engine in a worker of the browser: a search never holds up typing.
//!
//! Messages are bytes, both ways; `search::Engine` says what they mean.

#[cfg(target_family = "wasm")]
fn main() {
    use gloo::events::EventListener;
    use js_sys::Uint8Array;
    use wasm_bindgen::JsCast;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mut engine = search::Engine::default();
    let answers = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let Some(message) = event.dyn_ref::<MessageEvent>() else { return };
        let reply = engine.answer(&Uint8Array::new(&message.data()).to_vec());
        // Fails for what can't be copied; bytes can.
        let _ = answers.post_message(&Uint8Array::from(reply.as_slice()));
    })
    .forget();
}

#[cfg(not(target_family = "wasm"))]
fn main() {
    eprintln!("crossread-worker runs in a browser; `crossread search` searches from the command line");
}
