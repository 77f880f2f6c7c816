//! Helpers of the viewer, each in a worker of the browser, so that none of them ever holds up typing or scrolling.

#[cfg(target_family = "wasm")]
use gloo::events::EventListener;
#[cfg(target_family = "wasm")]
use js_sys::{Array, Uint8Array};
#[cfg(target_family = "wasm")]
use wasm_bindgen::JsCast;
#[cfg(target_family = "wasm")]
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers every message of the page, for as long as the worker lives. Messages are bytes, both ways.
#[cfg(target_family = "wasm")]
pub fn serve(mut answer: impl FnMut(&[u8]) -> Vec<u8> + 'static) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let page = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let Some(message) = event.dyn_ref::<MessageEvent>() else { return };
        let reply = answer(&Uint8Array::new(&message.data()).to_vec());
        let reply = Uint8Array::from(reply.as_slice());
        // Handed over, not copied: the page is not held up, however long it is. Fails for what can't be sent; bytes can.
        let _ = page.post_message_with_transfer(&reply, &Array::of1(&reply.buffer()));
    })
    .forget();
}

/// Outside of a browser there is no page to answer.
#[cfg(not(target_family = "wasm"))]
pub fn serve(_: impl FnMut(&[u8]) -> Vec<u8> + 'static) {
    eprintln!("This runs in a browser; the command is `crossread`.");
}
