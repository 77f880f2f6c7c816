//! What was searched, in words: how many were found, what was mended, what was left out.

use maud::{Markup, html};
use search::Response;

use crate::page;
use crate::route::{Place, Route};
use crate::site::{href, site, to};
use crate::view::claims::current;
use crate::words;

/// Words in a row, with what is said of them; nothing where there are none.
fn told(lead: &str, items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            (lead) ": "
            @for (i, item) in items.iter().enumerate() { @if i > 0 { ", " } b { (item) } }
            ". "
        }
    }
}

/// The orders, as in `sort=`, with their names.
const SORT: [(&str, &str); 3] = [("", "best first"), ("newest", "newest first"), ("oldest", "oldest first")];

/// What the results are; where there is none, that there is none.
pub(crate) fn status(route: &Route, response: &Response) -> Markup {
    html! {
        @if response.total == 0 {
            p.vh { "Nothing on “" (route.get("q")) "”" }
        } @else {
            p {
                @if !response.complete { "at least " }
                b { (words::count(response.total as usize, "result")) }
                @if response.documents > 0 { " in " (words::count(response.documents as usize, "document")) }
                "."
            }
            (notes(route, response))
        }
    }
}

/// The orders of the results.
pub(crate) fn orders(route: &Route) -> Markup {
    html! {
        div.choices.order role="group" aria-label="Order" {
            span.lab { "Order" }
            @for (sort, name) in SORT {
                a href=(href(&route.clone().with("sort", sort))) aria-current=[current(route, "sort", sort)] { (name) }
            }
        }
    }
}

fn notes(route: &Route, response: &Response) -> Markup {
    let r = response;
    let lists = [&r.left_out, &r.unknown, &r.relaxed, &r.read_as_facets, &r.unknown_fields];
    if r.corrections.is_empty() && lists.into_iter().all(Vec::is_empty) {
        return html! {};
    }
    html! {
        p {
            @for correction in &r.corrections {
                "Read " b { "“" (correction.typed) "”" } " as " b { (correction.read) } ": no report has the word as typed. "
            }
            (told("Read as a choice of commitment", &r.read_as_facets))
            (told("There is no field of this name", &r.unknown_fields))
            (told("Nowhere together", &r.relaxed))
            (told("In no report", &r.unknown))
            (told("Left out", &r.left_out))
            @if !r.corrections.is_empty() {
                a href=(href(&route.clone().with("exact", "1"))) { "Search exactly as typed" }
            }
        }
    }
}

/// Whether a query asks for more than words.
fn asks_more(query: &str) -> bool {
    query.contains([':', '"', '“', '”', '«', '»']) || query.split_whitespace().any(|word| word.starts_with('-'))
}

/// When nothing was found: why, and what to try.
pub(crate) fn nothing(route: &Route, response: &Response) -> Markup {
    let reports = page::reports(&site().manifest);
    let filters: Vec<&str> =
        ["kind", "outlet", "commitment", "year"].into_iter().filter(|key| !route.get(key).is_empty()).collect();
    let without = filters.iter().fold(route.clone(), |r, key| r.with(key, ""));
    let chosen: Vec<String> =
        filters.iter().map(|key| format!("{key} {}", route.get(key).replace('|', " or "))).collect();
    html! {
        div.box.none {
            h2.big { "Nothing on “" (route.get("q")) "”" }
            p.say {
                @if !route.get("q").is_empty() && !route.get("q").contains(char::is_alphanumeric) {
                    "There is no letter or digit in it to search for."
                } @else if !filters.is_empty() || asks_more(route.get("q")) {
                    "None of the " (reports) " answers to all that is asked here."
                } @else if route.get("exact") == "1" {
                    "None of the " (reports) " has any of these words as they are typed."
                } @else {
                    "None of the " (reports) " has any of these words, in any of its forms or with a letter changed."
                }
            }
            // That no report has the one word that was asked for, is said already.
            @if response.unknown.len() != 1 || response.unknown[0] != route.get("q") { (notes(route, response)) }
            @if !filters.is_empty() { p { "Chosen: " (chosen.join(", ")) ". " a href=(href(&without)) { "Search without" } } }
            @if route.get("exact") == "1" {
                p {
                    "Words are searched exactly as typed. "
                    a href=(href(&route.clone().with("exact", ""))) { "Mend typing errors" }
                }
            }
            p { a href=(to(Place::Claims)) { "All claims" } ", " a href=(to(Place::Documents)) { "all documents" } }
        }
    }
}
