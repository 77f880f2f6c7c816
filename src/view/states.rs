//! When there is nothing, or not yet: what happened, what is still true, what to do next.

use maud::{Markup, html};
use model::Day;
use model::bundle::ClaimPage;

use super::{claim, claim_list};
use crate::page::{Failure, Unknown};
use crate::route::{Place, Route};
use crate::site::{bare, href, to};
use crate::words::{self, Length};

/// A corpus without a document.
pub(crate) fn empty() -> Markup {
    html! {
        div.box {
            h1 { "This corpus has no reports yet" }
            p.say { "The site was built from a folder without a readable document." }
            p { a href=(to(Place::About)) { "How a corpus is made" } }
        }
    }
}

/// A path, or an id, that there is not.
pub(crate) fn unknown(unknown: &Unknown) -> Markup {
    let heading = match unknown.what {
        "page" => "There is no page at this address".to_owned(),
        what => format!("There is no {what} “{}” here", unknown.id),
    };
    let near = match unknown.near.len() {
        0 => String::new(),
        1 => " One claim has an id that begins the same way:".to_owned(),
        n => format!(" {} claims have an id that begins the same way:", words::capital(&words::number(n))),
    };
    html! {
        div.box {
            h1 { (heading) }
            p.say { "The link may come from another corpus or be cut short." (near) }
            // As the build writes it: the host has no page, but the viewer may draw one.
            @if unknown.id.is_empty() {
                noscript { p { "Without scripts, the weightiest claims and stories and all documents have a page here; others, and comparisons, are drawn by the program of this site." } }
            }
            @if !unknown.near.is_empty() { ul { @for card in &unknown.near { (claim_list::item(card)) } } }
            form.find.find-big role="search" action=(to(Place::Search)) {
                label.vh for="q" { "Search the reports instead" }
                input #q name="q" type="search" placeholder="Search the reports instead" autocomplete="off";
            }
            p {
                a href=(to(Place::Overview)) { "The overview" } ", "
                a href=(to(Place::Claims)) { "all claims" } ", "
                a href=(to(Place::Documents)) { "all documents" }
            }
        }
    }
}

/// A claim that is part of another now, with the whole of that one.
pub(crate) fn moved(from: &str, page: &ClaimPage, route: &Route) -> Markup {
    html! {
        p.box.moved role="status" { "The claim “" (from) "” is now part of this one; its links lead here." }
        (claim::claim(page, route))
    }
}

/// A claim or a story, on a day on which no report told it.
pub(crate) fn not_yet(place: &Place, day: Day, first: Option<Day>) -> Markup {
    let asked = place.clone().route();
    let what = if matches!(place, Place::Story(_)) { "The story" } else { "The claim" };
    html! {
        div.box {
            h1 { "Not told yet on " (words::day(day, Length::Long)) }
            p.say {
                "The machine found no report that tells it and was out on that day."
                @match first {
                    Some(first) => { " The first came out by " (words::day(first, Length::Long)) "." }
                    None => " Of none that tells it the day is certain.",
                }
            }
            p {
                @if let Some(first) = first {
                    a href=(bare(&asked.clone().with("known", first.to_string()))) { (what) " on that day" } ", "
                }
                a href=(bare(&asked)) { "as all reports tell it" } ", "
                a href=(to(Place::Claims)) { "what was claimed on " (words::day(day, Length::Long)) }
            }
        }
    }
}

/// Data that did not load.
pub(crate) fn failed(failure: &Failure, route: &Route) -> Markup {
    let again = href(route);
    html! {
        div.box role="alert" {
            h1 { (failure.heading()) }
            p.say { (failure.sentence()) }
            @if let Some(file) = failure.file() { pre { (file) } }
            p {
                @if matches!(failure, Failure::Status { .. } | Failure::Version { .. } | Failure::Corrupt { .. }) {
                    "This happens when a page from before a rebuild is still open. "
                }
                a href=(again) target="_self" { "Load the page again" } " or go on with "
                a href=(to(Place::Documents)) { "the documents" } "."
            }
        }
    }
}
