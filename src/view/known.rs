//! As known on a day: the field for the day, and what that leaves out.

use maud::{Markup, html};
use model::Day;
use model::bundle::DocumentCard;

use crate::course::{is_out, is_perhaps_out};
use crate::route::{Place, Route};
use crate::site::{bare, to};
use crate::timeline::Knowledge;
use crate::words::{self, Length};

/// The field for the day; where one is chosen, how many of the documents were out, and the ways on from there.
pub(crate) fn known(route: &Route, documents: &[DocumentCard]) -> Markup {
    let day = route.known();
    let knowledge = Knowledge::of(documents);
    if !knowledge.is_dated() {
        return html! {};
    }
    html! {
        div.known {
            label.period {
                span { "As known on" }
                input type="date" data-key="known" value=(day.map_or_else(String::new, |day| day.to_string()));
            }
            @if let Some(day) = day {
                a href=(bare(&route.clone().with("known", "").with("n", ""))) { "All reports" }
                a href=(bare(&Place::Claims.route().with("since", day.to_string()))) { "What changed since" }
                span.quiet { (knowledge.sentence(Some(day))) }
            }
        }
    }
}

/// That a list shows all reports, on whatever day; nothing where no day is asked for.
pub(crate) fn all_told(route: &Route) -> Markup {
    html! {
        @if let Some(day) = route.known() {
            p.known {
                span { "This list is of all reports, also of those that came out after " b { (words::day(day, Length::Long)) } "." }
                a href=(to(Place::Claims)) { "The claims as known on that day" }
            }
        }
    }
}

/// The documents that were out on a day, and those that may have been.
pub(crate) fn out(documents: &[DocumentCard], day: Option<Day>) -> Vec<DocumentCard> {
    let shown = |card: &&DocumentCard| day.is_none_or(|day| is_out(card, day) || is_perhaps_out(card, day));
    documents.iter().filter(shown).cloned().collect()
}
