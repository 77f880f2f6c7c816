//! What was expected, and what came of it.

use model::{Commitment, Expectation, Outcome, Polarity, Settled, When};

use crate::reports::{Place, Reports};

/// The expectation of a claim most of whose statements look ahead; `None` for any other.
pub(crate) fn expectation(reports: &Reports<'_>, places: &[Place]) -> Option<Expectation> {
    let expected: Vec<Place> =
        places.iter().copied().filter(|&p| reports.statement(p).commitment == Commitment::Expected).collect();
    let first = *expected.first()?;
    let due: Option<When> = expected.iter().rev().find_map(|&p| reports.statement(p).time.clone());
    let later: Vec<(Outcome, Place)> = places
        .iter()
        .filter(|p| is_later(reports, first, **p))
        .filter_map(|&p| outcome(reports, p).map(|outcome| (outcome, p)))
        .collect();
    if expected.len() * 2 < places.len() && later.is_empty() {
        return None;
    }
    let outcome = later.last().map_or(Outcome::NotResolved, |(outcome, _)| *outcome);
    let settled_by = later
        .iter()
        .filter(|(o, _)| *o == outcome)
        .map(|(_, p)| Settled { document: p.document, statement: p.statement, claim: None })
        .collect();
    Some(Expectation { due, outcome, settled_by })
}

/// Whether a statement stands in a report of a later day.
pub(crate) fn is_later(reports: &Reports<'_>, first: Place, then: Place) -> bool {
    let days = reports.published(first.document).zip(reports.published(then.document));
    days.is_some_and(|(a, b)| a < b)
}

/// Words that say that something was put off.
const MOVED: &[&str] =
    &["postpon", "delay", "reschedul", "put off", "pushed back", "moved to", "deferred", "brought forward"];

/// What a statement that does not itself look ahead says of the outcome.
pub(crate) fn outcome(reports: &Reports<'_>, place: Place) -> Option<Outcome> {
    let statement = reports.statement(place);
    let text = reports.words_of(place).to_lowercase();
    if MOVED.iter().any(|cue| text.contains(cue)) {
        return Some(Outcome::Moved);
    }
    match (statement.commitment, statement.polarity) {
        (Commitment::Expected | Commitment::Hedged, _) => None,
        (Commitment::Denied, _) | (_, Polarity::Negated) => Some(Outcome::Denied),
        _ => Some(Outcome::Happened),
    }
}
