//! The course of a claim: when each report joined, and when its standing turned.

use maud::{Markup, html};
use model::bundle::{ClaimPage, DocumentCard};
use model::{Outcome, Standing};

use crate::course::{Step, course};
use crate::page::differences;
use crate::route::Place;
use crate::site::bare;
use crate::view::signs::{document_ref, outlet, spread};
use crate::words::{self, Length};

/// The most reports that are named as they join.
const NAMED: usize = 4;

/// The picture; nothing for a claim that has always been as it is.
pub(crate) fn drawn(page: &ClaimPage) -> Markup {
    let steps = course(&page.claim);
    if steps.len() < 2 {
        return html! {};
    }
    html! {
        section.section aria-labelledby="course" {
            h2 #course { "How it became known" }
            p.deck { "By the day on which reports were out. The line is thin on one origin, strong once they agree, broken where they differ." }
            ol.course { @for (at, step) in steps.iter().enumerate() { (self::step(page, step, at == 0)) } }
        }
    }
}

fn step(page: &ClaimPage, step: &Step<'_>, first: bool) -> Markup {
    let claim = step.claim;
    let differs: Vec<_> = claim.discrepancies.iter().filter(|d| !d.update).map(|d| d.kind).collect();
    html! {
        li data-standing=(claim.standing.word()) .turned[step.turned || first] {
            @match step.from {
                Some(day) => a.day href=(bare(&Place::Claim(page.claim.id.clone()).route().with("known", day.to_string()))) {
                    (words::day(day, Length::Short))
                },
                None => span.day { "no certain day" },
            }
            div.what {
                @if first || step.turned { p { b { (stands(claim.standing, &differs, claim.open)) } } }
                @if let Some(outcome) = step.outcome { p { (became(outcome)) } }
                @if !step.joined.is_empty() { (joined(page, &step.joined, first)) }
                p.quiet { (spread(claim.articles() as u32, claim.count_origins() as u32)) }
            }
        }
    }
}

fn stands(standing: Standing, differs: &[model::DiscrepancyKind], open: bool) -> String {
    let said = match standing {
        Standing::Differs => format!("They differ on {}", words::list(&differences(differs))),
        Standing::Agreed => "Agreed".to_owned(),
        Standing::OneOrigin => "One origin or article".to_owned(),
        Standing::Perhaps => "Perhaps agreed".to_owned(),
    };
    if open { format!("{said}, open") } else { said }
}

fn became(outcome: Outcome) -> String {
    format!("What was expected: {}", words::outcome(outcome))
}

fn joined(page: &ClaimPage, documents: &[u32], first: bool) -> Markup {
    let cards: Vec<&DocumentCard> = documents.iter().filter_map(|&index| super::card(page, index)).collect();
    let more = cards.len().saturating_sub(NAMED);
    let verb = if first { "told by " } else { "joined by " };
    html! {
        p {
            (verb)
            @for (at, card) in cards.iter().take(NAMED).enumerate() {
                @if at > 0 { " and " }
                (outlet(card)) " " (document_ref(card, None))
            }
            @if more > 0 { " and " (more) " more" }
        }
    }
}
