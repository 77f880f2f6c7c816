//! The keys of the viewer: `/` searches, `j` and `k` move, `?` helps, Escape closes.

use std::cell::RefCell;

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

/// What `j` and `k` step through: the first link of every entry of a list, and the marks of a text.
const STEPS: &str = ".cl > a, .matrix tbody th a, .hits .txt a, .ev-list a, .docs .ti a, .says .sent, a.ev";

/// Acts on a key, unless somebody is typing.
pub(crate) fn press(event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
        return;
    }
    let typing = event
        .target()
        .and_then(|t| t.dyn_into::<Element>().ok())
        .is_some_and(|e| e.matches("input:not([type=checkbox]):not([type=range]), textarea, select").unwrap_or(false));
    let done = match event.key().as_str() {
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" => rove(event),
        "Escape" => escape(typing),
        _ if typing => false,
        "/" => search(),
        "?" => help(),
        "j" => step(1),
        "k" => step(-1),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten().and_then(|e| e.dyn_into().ok())
}

/// Puts the cursor into the search box, with what stands there selected.
fn search() -> bool {
    let Some(input) = find("main input[type=search], .mast input[type=search]") else { return false };
    let _ = input.focus();
    if let Some(input) = input.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
    true
}

/// Opens or closes the list of keys.
pub(crate) fn help() -> bool {
    let Some(dialog) = find("dialog.keys").and_then(|e| e.dyn_into::<web_sys::HtmlDialogElement>().ok()) else {
        return false;
    };
    if dialog.open() {
        dialog.close();
    } else {
        // The browser keeps the focus inside, and gives it back where it was.
        let _ = dialog.show_modal();
    }
    true
}

/// Leaves a search box, which a browser would empty; dialogs close by themselves.
fn escape(typing: bool) -> bool {
    if typing && let Some(active) = document().active_element().and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        let _ = active.blur();
    }
    typing
}

thread_local! {
    /// The entry that was stepped to last: a button that steps on takes the focus from it.
    static LAST: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Moves to the entry after, or before, the one that was stepped to last.
pub(crate) fn step_on(back: bool) -> bool {
    // Who has scrolled on is elsewhere.
    if let Some(last) = LAST.with(|last| last.borrow().clone()).filter(|last| last.is_connected() && is_shown(last)) {
        let _ = last.focus();
    } else if let Some(active) = document().active_element().and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        // From nowhere.
        let _ = active.blur();
    }
    step(if back { -1 } else { 1 })
}

/// Whether an entry begins on the screen.
fn is_shown(entry: &HtmlElement) -> bool {
    let height = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(0.0);
    (0.0..height).contains(&entry.get_bounding_client_rect().top())
}

/// Moves the focus to the next or the previous entry.
fn step(by: i32) -> bool {
    let Ok(entries) = document().query_selector_all(STEPS) else { return false };
    let entries: Vec<HtmlElement> = (0..entries.length())
        .filter_map(|i| entries.item(i)?.dyn_into::<HtmlElement>().ok())
        .filter(|e| e.offset_width() > 0)
        .collect();
    let active = document().active_element();
    let now = entries.iter().position(|e| active.as_ref().is_some_and(|a| e.is_same_node(Some(a))));
    let next = match now {
        Some(now) => now as i32 + by,
        // From nowhere, the first entry that is on the screen.
        None => entries.iter().position(is_shown).unwrap_or(0) as i32,
    };
    let Some(entry) = usize::try_from(next).ok().and_then(|next| entries.get(next)) else { return false };
    if !entry.matches("a").unwrap_or(true) {
        let _ = entry.set_attribute("tabindex", "-1");
    }
    let _ = entry.focus();
    LAST.with(|last| last.replace(Some(entry.clone())));
    true
}

/// Moves the focus between the signs of the matrix by arrow keys, and keeps one of them a stop of the Tab key.
fn rove(event: &KeyboardEvent) -> bool {
    let Some(now) =
        event.target().and_then(|t| t.dyn_into::<Element>().ok()).and_then(|e| e.closest("td.c > a").ok().flatten())
    else {
        return false;
    };
    let (Ok(Some(cell)), Ok(Some(row))) = (now.closest("td"), now.closest("tr")) else { return false };
    let across = |step: fn(&Element) -> Option<Element>| {
        let mut cell = step(&cell);
        while let Some(next) = cell {
            if let Ok(Some(link)) = next.query_selector(":scope > a[tabindex]") {
                return Some(link);
            }
            cell = step(&next);
        }
        None
    };
    let column = std::iter::successors(cell.previous_element_sibling(), Element::previous_element_sibling).count();
    let down = |step: fn(&Element) -> Option<Element>| {
        let mut row = step(&row);
        while let Some(next) = row {
            if let Some(link) =
                next.children().item(column as u32).and_then(|c| c.query_selector(":scope > a").ok().flatten())
            {
                return Some(link);
            }
            row = step(&next);
        }
        None
    };
    let next = match event.key().as_str() {
        "ArrowRight" => across(Element::next_element_sibling),
        "ArrowLeft" => across(Element::previous_element_sibling),
        "ArrowDown" => down(Element::next_element_sibling),
        "ArrowUp" => down(Element::previous_element_sibling),
        _ => None,
    };
    let Some(next) = next.and_then(|e| e.dyn_into::<HtmlElement>().ok()) else { return false };
    let _ = now.set_attribute("tabindex", "-1");
    let _ = next.set_attribute("tabindex", "0");
    let _ = next.focus();
    true
}
