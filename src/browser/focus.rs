//! Keeps the focus, and what is unfolded, where a part of the page is drawn anew.

use std::cell::Cell;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// What can have the focus.
const STOPS: &str = "a[href], button, input, select, summary, [tabindex]";

thread_local! {
    /// Whether the next view is to begin in its search box.
    static TO_QUERY: Cell<bool> = const { Cell::new(false) };
}

/// Whether the next view that begins anew begins in its search box.
pub(crate) fn to_query(wanted: bool) {
    TO_QUERY.set(wanted);
}

/// Begins a view: in its search box where that is wanted and there is one, else at its heading, which is read out then.
pub(crate) fn begin() {
    let query = TO_QUERY.take().then(|| document().query_selector("#q").ok().flatten()).flatten();
    let heading = || document().query_selector("main h1").ok().flatten();
    let Some(start) = query.or_else(heading).and_then(|e| e.dyn_into::<HtmlElement>().ok()) else { return };
    match start.dyn_ref::<HtmlInputElement>() {
        // Behind what was typed.
        Some(input) => drop(input.set_selection_range(u32::MAX, u32::MAX)),
        None => drop(start.set_attribute("tabindex", "-1")),
    }
    let quiet = web_sys::FocusOptions::new();
    quiet.set_prevent_scroll(true);
    let _ = start.focus_with_options(&quiet);
}

/// What is to be the same after drawing.
pub(crate) struct Kept {
    /// The place of the focus among all that can have it in its part: which part, which place.
    focus: Option<(usize, usize)>,
    /// Of each part, which folds are open.
    open: Vec<Vec<bool>>,
}

fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

fn parts() -> Vec<Element> {
    document().document_element().map_or_else(Vec::new, |root| all(&root, ".drawn"))
}

fn folds(part: &Element) -> Vec<Element> {
    all(part, "details")
}

/// Notes it before drawing.
pub(crate) fn keep() -> Kept {
    let parts = parts();
    let place = |active: Element| {
        let part = parts.iter().position(|part| part.contains(Some(&active)))?;
        Some((part, all(&parts[part], STOPS).iter().position(|e| e.is_same_node(Some(&active)))?))
    };
    Kept {
        focus: document().active_element().and_then(place),
        open: parts.iter().map(|part| folds(part).iter().map(|fold| fold.has_attribute("open")).collect()).collect(),
    }
}

impl Kept {
    /// Brings it back after drawing, as far as the parts are of the same form.
    pub(crate) fn restore(self) {
        let parts = parts();
        for (part, open) in parts.iter().zip(&self.open) {
            let folds = folds(part);
            if folds.len() == open.len() {
                for (fold, _) in folds.iter().zip(open).filter(|(_, open)| **open) {
                    let _ = fold.set_attribute("open", "");
                }
            }
        }
        let lost = document().active_element().is_none_or(|active| active.tag_name() == "BODY");
        if let Some((part, place)) = self.focus.filter(|_| lost)
            && let Some(stop) = parts.get(part).and_then(|part| all(part, STOPS).into_iter().nth(place))
            && let Some(stop) = stop.dyn_ref::<HtmlElement>()
        {
            let quiet = web_sys::FocusOptions::new();
            quiet.set_prevent_scroll(true);
            let _ = stop.focus_with_options(&quiet);
        }
    }
}
