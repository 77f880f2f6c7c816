//! The one door for HTML and for helpers: functions of the page's first script (`style/first.js`), which hold the only
//! policy of trusted types that the page's content security policy allows.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Worker};

#[wasm_bindgen]
extern "C" {
    /// Sets what an element holds.
    #[wasm_bindgen(js_namespace = crossreadPage, js_name = html)]
    pub(crate) fn set_html(element: &Element, html: &str);

    /// Starts a helper.
    #[wasm_bindgen(js_namespace = crossreadPage, js_name = worker, catch)]
    pub(crate) fn start_helper(script: &str) -> Result<Worker, JsValue>;

    /// The words of a document that are marked, as `start-end` in code points of its text; empty where none are.
    #[wasm_bindgen(js_namespace = crossreadPage, js_name = marked)]
    pub(crate) fn marked() -> String;

    /// Leaves the page as it was written, and says on it why there is no more.
    #[wasm_bindgen(js_namespace = crossreadPage, js_name = failed)]
    pub(crate) fn leave(why: &str);
}
