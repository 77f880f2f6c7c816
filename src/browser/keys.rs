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
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" | "Home" | "End" => rove(event),
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

/// Makes one link of the matrix a stop of the Tab key, from which the keys go on. As it is written each is one, for who has
/// no script.
pub(crate) fn stops() {
    let Ok(links) = document().query_selector_all(".matrix :is(th, td) > a") else { return };
    for link in (0..links.length()).filter_map(|i| links.item(i)?.dyn_into::<Element>().ok()) {
        let _ = link.set_attribute("tabindex", "-1");
    }
    if let Some(first) = find(".matrix tbody a") {
        let _ = first.set_attribute("tabindex", "0");
    }
}

/// Moves the focus within the matrix, from link to link of a row and from row to row.
fn rove(event: &KeyboardEvent) -> bool {
    let now = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let Some(now) = now.and_then(|e| e.closest(".matrix :is(th, td) > a").ok().flatten()) else { return false };
    let (Ok(Some(cell)), Ok(Some(table))) = (now.closest("th, td"), now.closest("table")) else { return false };
    let Ok(rows) = table.query_selector_all("tr") else { return false };
    // The rows that have links, each with their columns.
    let links = |row: Element| -> Vec<(u32, Element)> {
        let cells = row.children();
        let link = |i| Some((i, cells.item(i)?.query_selector(":scope > a").ok().flatten()?));
        (0..cells.length()).filter_map(link).collect()
    };
    let rows = (0..rows.length()).filter_map(|i| rows.item(i)?.dyn_into::<Element>().ok()).map(links);
    let rows: Vec<Vec<(u32, Element)>> = rows.filter(|row| !row.is_empty()).collect();
    let here = |row: &Vec<(u32, Element)>| row.iter().any(|(_, link)| link.is_same_node(Some(&now)));
    let Some(at) = rows.iter().position(here) else { return false };
    let column =
        std::iter::successors(cell.previous_element_sibling(), Element::previous_element_sibling).count() as u32;
    let row = &rows[at];
    // No row is passed over: where it has nothing in the column, the next to the left is gone to.
    let near = |row: &Vec<(u32, Element)>| row.iter().rfind(|(c, _)| *c <= column).or(row.first()).cloned();
    let next = match event.key().as_str() {
        "ArrowRight" => row.iter().find(|(c, _)| *c > column).cloned(),
        "ArrowLeft" => row.iter().rfind(|(c, _)| *c < column).cloned(),
        "Home" => row.first().cloned(),
        "End" => row.last().cloned(),
        "ArrowDown" => rows.get(at + 1).and_then(near),
        _ => at.checked_sub(1).and_then(|at| near(&rows[at])),
    };
    let Some(next) = next.and_then(|(_, e)| e.dyn_into::<HtmlElement>().ok()) else { return false };
    let _ = now.set_attribute("tabindex", "-1");
    let _ = next.set_attribute("tabindex", "0");
    let _ = next.focus();
    true
}
