//! Choices that narrow the claims, each with how many it leaves.

use maud::{Markup, html};
use model::Commitment;
use model::bundle::ClaimCard;

use super::choose::{FACETS, counts};
use crate::page::ClaimsPage;
use crate::route::{Route, values};
use crate::site::href;
use crate::view::signs::glyph;

/// How many values of a key are told before somebody unfolds the rest, and how many then.
const FIRST: usize = 6;
const MOST: usize = 60;

/// The choices, folded until one is made.
pub(super) fn facets(cards: &[&ClaimCard], page: &ClaimsPage, route: &Route) -> Markup {
    let keys = || FACETS.into_iter().chain(["find", "from", "to"]);
    let made = keys().filter(|key| !route.get(key).is_empty()).count();
    let none = keys().fold(route.clone(), |route, key| route.with(key, "")).with("n", "");
    html! {
        details.narrow.across open[made > 0] {
            summary { "Narrow the claims" }
            div.facets role="group" aria-label="Narrow the claims" {
                fieldset {
                    legend { "Words" }
                    label.find-in { span.vh { "Words in the claim" } input type="search" data-key="find" value=(route.get("find")) placeholder="in the claim" autocomplete="off"; }
                }
                fieldset {
                    legend { "Happened or due" }
                    @for (key, name, full) in [("from", "from", "Happened or due from"), ("to", "until", "until")] {
                        label.period { span { (name) } input type="date" data-key=(key) value=(route.get(key)) aria-label=(full); }
                    }
                }
                @for key in FACETS { (facet(cards, page, route, key)) }
            }
            @if made > 0 { p { a href=(href(&none)) { "All claims again" } } }
        }
    }
}

fn facet(cards: &[&ClaimCard], page: &ClaimsPage, route: &Route, key: &'static str) -> Markup {
    let found = counts(cards, &page.documents, route, key);
    // What has no name here can't be chosen by it.
    let named = named(page, key);
    let is_named = |value: &str| named.as_ref().is_none_or(|ids| ids.binary_search(&value).is_ok());
    let found: Vec<(&str, usize)> =
        found.into_iter().filter(|(value, _)| is_named(value) || values(route, key).contains(value)).collect();
    let (first, rest) = found.split_at(found.len().min(FIRST));
    let one = |(value, n): &(&str, usize)| tick(page, route, (key, value), *n);
    html! {
        @if found.len() > 1 || !route.get(key).is_empty() {
            fieldset {
                legend { (title(key)) }
                @for value in first { (one(value)) }
                @if !rest.is_empty() {
                    details {
                        summary { (rest.len().min(MOST)) " more" }
                        @for value in rest.iter().take(MOST) { (one(value)) }
                    }
                }
            }
        }
    }
}

fn title(key: &str) -> &'static str {
    match key {
        "commitment" => "Commitment",
        "person" => "Person or body",
        "outlet" => "Outlet",
        _ => "Story",
    }
}

/// The values of a key that are called otherwise than what they are, rising; `None` where all are called so.
fn named<'a>(page: &'a ClaimsPage, key: &str) -> Option<Vec<&'a str>> {
    let mut ids: Vec<&str> = match key {
        "person" => page.people.iter().map(|card| card.id.as_str()).collect(),
        "story" => page.stories.iter().filter(|card| card.stands).map(|card| card.id.as_str()).collect(),
        _ => return None,
    };
    model::order::sort(&mut ids);
    Some(ids)
}

/// What a value is called.
pub(super) fn name(page: &ClaimsPage, key: &str, value: &str) -> Option<String> {
    match key {
        "person" => page.people.iter().find(|card| card.id == value).map(|card| card.name.clone()),
        "story" => page.stories.iter().find(|card| card.id == value && card.stands).map(|card| card.title.clone()),
        _ => Some(value.to_owned()),
    }
}

fn tick(page: &ClaimsPage, route: &Route, (key, value): (&'static str, &str), n: usize) -> Markup {
    let chosen = values(route, key).contains(&value);
    let sign = Commitment::ALL.into_iter().find(|c| key == "commitment" && c.word() == value);
    html! {
        label.tick .zero[n == 0] {
            input type="checkbox" checked[chosen] data-toggle=(key) value=(value);
            @if let Some(sign) = sign { (glyph(sign)) }
            span { (name(page, key, value).unwrap_or_else(|| value.to_owned())) } " "
            span.n { (n) }
        }
    }
}
