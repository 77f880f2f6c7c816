//! The one door for HTML and for helpers: functions of the page's first script (`style/first.js`), which hold the only
//! policy of trusted types that the page's content security policy allows. And for addresses: a site in one file writes
//! its places otherwise, and replaces these functions by its own.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Worker};

#[wasm_bindgen]
extern "C" {
    /// Sets what an element holds.
    #[wasm_bindgen(js_namespace = crossreadPage, js_name = html)]
    pub(crate) fn set_html(element: &Element, html: &str);

    /// What links within the site begin with.
    #[wasm_bindgen(js_namespace = crossreadPage)]
    pub(crate) fn root() -> String;

    /// Where a link leads to: a path that begins with the root, a query, a fragment. Empty where it leads to another host;
    /// where one is for an empty link.
    #[wasm_bindgen(js_namespace = crossreadPage, js_name = where)]
    pub(crate) fn place_of(href: &str) -> String;

    /// A link as it can be sent.
    #[wasm_bindgen(js_namespace = crossreadPage)]
    pub(crate) fn whole(link: &str) -> String;

    /// Writes a link into the address, in place of the one that is there or after it.
    #[wasm_bindgen(js_namespace = crossreadPage, js_name = go)]
    pub(crate) fn go_to(link: &str, replace: bool);

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
