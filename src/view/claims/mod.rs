//! `/claims`: the matrix of claims and documents.

mod choose;
mod facets;
mod matrix;
mod pins;
mod since;

use maud::{Markup, html};
use model::bundle::ClaimCard;

use super::known::{known, out};
use super::signs::STRIP;
use super::{asked, claim_list, legend, more};
use crate::page::{self, ClaimsPage};
use crate::route::{Place, Route, values};
use crate::site::{href, site, to};
use crate::words::{self, Length};
use choose::chosen;
pub(crate) use since::offered;

/// How many rows are drawn before somebody asks for more: enough for a look, few enough to stay quick.
const ROWS: usize = 100;

/// The filters, as in `show=`, with their names.
const SHOW: [(&str, &str); 8] = [
    ("", "All"),
    ("agreed", "Agreed"),
    ("differs", "Differ"),
    ("perhaps", "Perhaps agreed"),
    ("one-origin", "One origin or article"),
    ("open", "Open"),
    ("settled", "Settled"),
    ("wordings", "Told otherwise"),
];

/// The orders, as in `sort=`, with their names.
const SORT: [(&str, &str); 3] = [("", "weightiest"), ("origins", "most origins"), ("date", "date")];

/// The matrix; with `since`, what changed; with `pins`, a reading list.
pub(crate) fn claims(page: &ClaimsPage, route: &Route) -> Markup {
    if !route.get(crate::pins::KEY).is_empty() {
        return pins::pinned(page, route);
    }
    if let Ok(day) = route.get("since").parse() {
        return since::since(page, day, route);
    }
    let day = route.known();
    let cards: Vec<&ClaimCard> = match day {
        Some(day) => page.claims.iter().filter_map(|card| card.on(day)).collect(),
        None => page.claims.iter().collect(),
    };
    let total = site().manifest.documents as usize;
    let (mut rows, rest): (Vec<&ClaimCard>, Vec<&ClaimCard>) =
        chosen(&cards, &page.documents, route).into_iter().partition(|card| card.is_listed());
    let alone = rows.len();
    rows.extend(rest);
    let shown = asked(route, ROWS);
    let first: Vec<&ClaimCard> = rows.iter().take(shown).copied().collect();
    let (first, rest) = first.split_at(alone.min(first.len()));
    let denied = denials(route);
    let columns = out(&page.documents, day);
    let listed = |cards: &[&ClaimCard]| {
        html! {
            @if total > STRIP || denied {
                ul.claims { @for card in cards { (claim_list::standing_item(card)) } }
            } @else {
                (matrix::matrix(cards, &columns, day))
            }
        }
    };
    html! {
        h1 { (heading(route, denied)) }
        p.deck { (deck(total, denied)) @if let Some(said) = page::retold(&site().manifest) { " " (said) } }
        (known(route, &page.documents))
        (offered(&page.documents, route))
        div.bar { (filters(&cards, page, route)) (orders(route)) }
        (facets::facets(&cards, page, route))
        (people(page, route))
        div.signs { (legend::legend(matrix::is_tied(&columns) || legend::is_tied(rows.iter().copied()))) }
        @if first.is_empty() && rest.is_empty() {
            p.none { "No claim is left. " a href=(to(Place::Claims)) { "Show all" } }
        }
        @if !first.is_empty() { (listed(first)) }
        @if !rest.is_empty() {
            section.section aria-labelledby="words" {
                h2 #words { "In a report’s words only " span.quiet { (rows.len() - alone) } }
                p.deck { "One report tells each of these, and no statement of it can be read alone: its words stand for them." }
                (listed(rest))
            }
        }
        (more(route, shown, rows.len(), ROWS))
    }
}

/// Whether denials alone are shown.
fn denials(route: &Route) -> bool {
    values(route, "commitment") == ["denied"]
}

fn heading(route: &Route, denied: bool) -> String {
    let what = if denied { "What is denied, and by whom" } else { "Claims, and who makes them" };
    route
        .known()
        .map_or_else(|| what.to_owned(), |day| format!("{what}, as known on {}", words::day(day, Length::Long)))
}

fn deck(total: usize, denied: bool) -> &'static str {
    if denied {
        "Each row is a claim that somebody denies, with who denies it in which words where a report surely tells; or a denial that stands by itself."
    } else if total > STRIP {
        "Each row is a claim, with one sign for each origin and how many reports draw on it."
    } else {
        "Each row is a claim, each column a report in order of publication. A bracket ties reports that draw on one origin, which count once: in the head those that mainly rest on it, in a row those that rest on it there."
    }
}

fn filters(cards: &[&ClaimCard], page: &ClaimsPage, route: &Route) -> Markup {
    let is_denied = denials(route);
    let mut base = route.clone().with("n", "");
    // One of these choices is made at once: how claims stand, or that they are denied.
    if is_denied {
        base = base.with("commitment", "");
    }
    let however = base.clone().with("show", "");
    let commitments = choose::counts(cards, &page.documents, &however, "commitment");
    let denied = commitments.into_iter().find(|(word, _)| *word == "denied").map_or(0, |(_, n)| n);
    html! {
        ul.choices aria-label="Show" {
            // What leaves nothing is no choice, but the one that is made.
            @for (show, name) in SHOW {
                @let n = choose::standing(cards, &page.documents, &base, show);
                @if n > 0 || route.get("show") == show {
                    li {
                        a href=(href(&base.clone().with("show", show))) aria-current=[current(route, "show", show).filter(|_| !is_denied)] {
                            (name) " " span.n { (n) }
                        }
                    }
                }
            }
            @if denied > 0 || is_denied {
                li {
                    a href=(href(&base.with("show", "").with("commitment", if is_denied { "" } else { "denied" }))) aria-current=[is_denied.then_some("true")] {
                        "Denied " span.n { (denied) }
                    }
                }
            }
        }
    }
}

fn orders(route: &Route) -> Markup {
    html! {
        div.choices role="group" aria-label="Order" {
            span.lab { "Order" }
            @for (sort, name) in SORT {
                a href=(href(&route.clone().with("sort", sort))) aria-current=[current(route, "sort", sort)] { (name) }
            }
        }
    }
}

/// What marks the choice that is made.
pub(crate) fn current(route: &Route, key: &str, value: &str) -> Option<&'static str> {
    (route.get(key) == value).then_some("true")
}

/// Whom the claims are narrowed to, each with a way to their page.
fn people(page: &ClaimsPage, route: &Route) -> Markup {
    let people = values(route, "person");
    html! {
        @if !people.is_empty() {
            p.known {
                "With"
                @for id in people {
                    a href=(to(Place::Person(id.to_owned()))) { (facets::name(page, "person", id).unwrap_or_else(|| id.replace('-', " "))) }
                }
                a.textbtn href=(href(&route.clone().with("person", ""))) { "Everybody" }
            }
        }
    }
}
