//! What changed since a day: new claims, those that became agreed or disputed, and outcomes.

use maud::{Markup, html};
use model::bundle::{ClaimCard, DocumentCard};
use model::{Day, Grain, When};

use crate::course::{Change, change, periods};
use crate::page::ClaimsPage;
use crate::route::{Place, Route};
use crate::site::{bare, to};
use crate::view::{asked, claim_list, more};
use crate::words::{self, Length};

/// How many of each kind are shown before somebody asks for more.
const ROWS: usize = 12;

const KINDS: [(Change, &str, &str); 5] = [
    (Change::Ended, "Outcomes", "A report tells how what was expected ended."),
    (Change::Disputed, "Became disputed", "They did not say the same of it any more."),
    (Change::Agreed, "Became agreed", "A second origin, or more, said the same."),
    (Change::New, "New", "The machine found no report that was out before and tells it."),
    (Change::Joined, "More reports say so", "They stand as they stood."),
];

/// The most months that are offered; over a longer time years are.
const MONTHS: usize = 18;

/// The ways to what changed in each month, or year, in which reports came out; nothing where that is one alone.
pub(crate) fn offered(documents: &[DocumentCard], route: &Route) -> Markup {
    let all = periods(documents, MONTHS);
    html! {
        @if all.len() > 1 {
            nav.choices.months aria-label="What changed in" {
                span.lab { "What changed in" }
                @for &(after, last) in &all {
                    @let period = Place::Claims.route().with("since", after.to_string()).with("known", last.to_string());
                    a href=(bare(&period)) aria-current=[(period == *route).then_some("true")] { (called(after, last)) }
                }
            }
        }
    }
}

/// `October 2024`, `2024`.
fn called(after: Day, last: Day) -> String {
    let grain = if last.0 - after.0 > 31 { Grain::Year } else { Grain::Month };
    let (first, last) = (Some(after.plus(1)), Some(last));
    words::when(&When { edtf: String::new(), first, last, grain }, Length::Long)
}

/// The view of what changed.
pub(super) fn since(page: &ClaimsPage, since: Day, route: &Route) -> Markup {
    let until = route.known();
    let upto = until.map_or_else(String::new, |day| format!(", as known on {}", words::day(day, Length::Long)));
    let shown = asked(route, ROWS);
    let changed: Vec<(Change, &ClaimCard)> =
        page.claims.iter().filter_map(|card| Some((change(card, since, until)?, card))).collect();
    let of = |kind: Change| -> Vec<&ClaimCard> {
        let cards = changed.iter().filter(|(found, _)| *found == kind);
        let now = cards.filter_map(|(_, card)| until.map_or(Some(*card), |day| card.on(day)));
        // What can be read alone comes first.
        let (alone, words): (Vec<&ClaimCard>, Vec<&ClaimCard>) = now.partition(|card| card.stands);
        [alone, words].concat()
    };
    html! {
        h1 {
            @match periods(&page.documents, MONTHS).iter().find(|&&(after, last)| (after, Some(last)) == (since, until)) {
                Some(&(after, last)) => { "What changed in " (called(after, last)) },
                None => { "What changed since " (words::day(since, Length::Long)) (upto) },
            }
        }
        (offered(&page.documents, route))
        div.known {
            label.period { span { "After" } input type="date" data-key="since" value=(since.to_string()); }
            label.period { span { "up to, as known on" } input type="date" data-key="known" value=(until.map_or_else(String::new, |day| day.to_string())); }
            a href=(bare(&Place::Claims.route().with("known", since.to_string()))) { "As it was then" }
            a href=(bare(&Place::Claims.route())) { "All claims" }
        }
        @if changed.is_empty() { p.none { "The machine found no claim that a report of these days changes." } }
        @for (kind, name, why) in KINDS {
            @let cards = of(kind);
            @if !cards.is_empty() {
                section.section aria-label=(name) {
                    h2 { (name) " " span.quiet { (cards.len()) } }
                    p.deck { (why) }
                    ul.claims { @for card in cards.iter().take(shown) { (claim_list::standing_item(card)) } }
                    (more(route, shown, cards.len(), ROWS))
                }
            }
        }
        p.section { a href=(to(Place::Timeline)) { "The timeline" } }
    }
}
