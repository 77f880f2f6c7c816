//! Places the notes in the margin beside the marks that they belong to.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Distance between notes, in CSS pixels.
const GAP: f64 = 8.0;

/// Where notes go that want to stand at `wanted` and are `heights` high: as near as they can without overlapping.
pub(crate) fn stack(wanted: &[f64], heights: &[f64]) -> Vec<f64> {
    let mut free = f64::NEG_INFINITY;
    wanted
        .iter()
        .zip(heights)
        .map(|(&wanted, &height)| {
            let top = wanted.max(free);
            free = top + height + GAP;
            top
        })
        .collect()
}

/// A length for a style. Whole pixels: writing a fraction takes five kilobytes of code that nothing else here needs.
fn px(length: f64) -> String {
    format!("{}px", length.round() as i32)
}

fn elements(selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect()
}

/// Places the notes of the document that is shown, where one is.
pub(crate) fn place() {
    let notes: Vec<HtmlElement> = elements(".body .mn").into_iter().filter(|n| n.offset_height() > 0).collect();
    let in_margin = notes.first().and_then(|n| n.closest(".below").ok().flatten()).is_some_and(|below| {
        window()
            .get_computed_style(&below)
            .ok()
            .flatten()
            .and_then(|s| s.get_property_value("position").ok())
            .as_deref()
            == Some("absolute")
    });
    if !in_margin {
        for note in notes {
            let _ = note.style().remove_property("top");
            let _ = note.style().remove_property("position");
        }
        return;
    }
    let top = |e: &HtmlElement| e.get_bounding_client_rect().top();
    let mark = |note: &HtmlElement| {
        document().get_element_by_id(&format!("s{}", note.get_attribute("data-s")?))?.dyn_into::<HtmlElement>().ok()
    };
    let wanted: Vec<f64> = notes.iter().map(|n| mark(n).as_ref().map_or_else(|| top(n), top)).collect();
    let heights: Vec<f64> = notes.iter().map(|n| f64::from(n.offset_height())).collect();
    let bases: Vec<f64> = notes
        .iter()
        .map(|n| {
            n.closest(".para").ok().flatten().and_then(|p| p.dyn_into::<HtmlElement>().ok()).as_ref().map_or(0.0, top)
        })
        .collect();
    let places = stack(&wanted, &heights);
    // The page ends below the last note, even where the text ends above it.
    if let (Some(body), Some(last), Some(height)) =
        (elements(".body").into_iter().next(), places.last(), heights.last())
    {
        let _ = body.style().set_property("min-height", &px(last + height - top(&body)));
    }
    for ((note, place), base) in notes.iter().zip(places).zip(bases) {
        let _ = note.style().set_property("position", "absolute");
        let _ = note.style().set_property("top", &px(place - base));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_keep_apart() {
        assert_eq!(stack(&[0.0, 10.0, 100.0], &[40.0, 20.0, 20.0]), [0.0, 48.0, 100.0]);
    }
}
