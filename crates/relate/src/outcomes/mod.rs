//! What was expected, and what came of it.
//!
//! Only a later report settles an expectation, and only where it says so: that it happened, that it was put off, that it
//! did not or will not happen. A date that merely passed proves nothing.

use std::collections::BTreeSet;

use model::{Claim, Commitment, Discrepancy, DiscrepancyKind, Expectation, Outcome, Polarity, Reading, Settled, Span};

use crate::entities::Entities;
use crate::features::cosine;
use crate::findings::Findings;
use crate::ground::lexicon;
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{folded, stem, words};
use crate::stories::similarity;

/// How likely a statement of another claim must say the same for it to settle an expectation.
const SAME: f32 = 0.3;

/// What it must share of the words for kinds of events.
const SAME_EVENT: f32 = 0.2;

/// The expectation of a claim half of whose documents look ahead; `None` for any other.
pub(crate) fn expectation(reports: &Reports<'_>, places: &[Place]) -> Option<Expectation> {
    let expected: Vec<Place> = expected(reports, places);
    let first = *expected.first()?;
    let later: Vec<(Outcome, Place)> = places
        .iter()
        .filter(|place| is_later(reports, first, **place))
        .filter_map(|&place| outcome(reports, first, place).map(|outcome| (outcome, place)))
        .collect();
    if (expected.len() + later.len()) * 2 < places.len() {
        return None;
    }
    let due = expected.iter().rev().find_map(|&p| reports.statement(p).time.clone());
    let outcome = later.last().map_or(Outcome::NotResolved, |(outcome, _)| *outcome);
    let settled_by = later
        .iter()
        .filter(|(o, _)| *o == outcome)
        .map(|(_, p)| Settled { document: p.document, statement: p.statement, claim: None })
        .collect();
    Some(Expectation { due, outcome, settled_by })
}

fn expected(reports: &Reports<'_>, places: &[Place]) -> Vec<Place> {
    places.iter().copied().filter(|&p| reports.statement(p).commitment == Commitment::Expected).collect()
}

/// Looks in other claims for what settles expectations that their own later statements leave open.
pub(crate) fn settle(findings: &Findings<'_>, groups: &[&[u32]], claims: &mut [Claim]) {
    let reports = findings.reports;
    let mut claim_of = vec![0_u32; reports.places.len()];
    for (claim, group) in groups.iter().enumerate() {
        group.iter().for_each(|&index| claim_of[index as usize] = claim as u32);
    }
    let mut area_of = vec![0_u32; reports.documents.len()];
    for (index, area) in findings.space.areas.iter().enumerate() {
        area.documents.iter().for_each(|&document| area_of[document as usize] = index as u32);
    }
    for (index, group) in groups.iter().enumerate() {
        if claims[index].expectation.as_ref().is_none_or(|e| e.outcome != Outcome::NotResolved) {
            continue;
        }
        let mut found: Vec<(Outcome, Settled)> = Vec::new();
        let ahead =
            group.iter().filter(|&&i| reports.statement(reports.places[i as usize]).commitment == Commitment::Expected);
        for &expected in ahead {
            let from = reports.places[expected as usize];
            let area = &findings.space.areas[area_of[from.document as usize] as usize];
            for &other in area.statements.iter().filter(|&&other| claim_of[other as usize] != index as u32) {
                let place = reports.places[other as usize];
                let (a, b) =
                    (&findings.space.statements[expected as usize], &findings.space.statements[other as usize]);
                // In the order of what they cost: few pairs share the event.
                if (a.events.is_empty() || cosine(&a.events, &b.events) >= SAME_EVENT)
                    && is_later(reports, from, place)
                    && let Some(outcome) = outcome(reports, from, place)
                    && similarity(findings.space, a, b) >= SAME
                {
                    let claim = Some(claims[claim_of[other as usize] as usize].id.clone());
                    found.push((outcome, Settled { document: place.document, statement: place.statement, claim }));
                }
            }
        }
        found.sort_by_key(|(_, s)| (s.document, s.statement));
        found.dedup();
        if let Some(&(outcome, _)) = found.last()
            && let Some(expectation) = &mut claims[index].expectation
        {
            expectation.outcome = outcome;
            expectation.settled_by = found.into_iter().filter(|(o, _)| *o == outcome).map(|(_, s)| s).collect();
            claims[index].open = false;
        }
    }
}

/// Whether a statement stands in a report of a later day.
fn is_later(reports: &Reports<'_>, first: Place, then: Place) -> bool {
    let days = reports.published(first.document).zip(reports.published(then.document));
    days.is_some_and(|(a, b)| a < b)
}

/// Words that say that something was put off, or brought forward.
const MOVED: &[&str] = &["postpon", "reschedul", "put off", "pushed back", "deferred", "brought forward", "delayed"];

/// Verbs that say so only before a date: "moved to October".
const MOVED_TO: &[&str] = &["moved", "moves", "shifted", "shifts", "changed", "changes", "pushed", "brought"];

/// Words of denial that stand before what did not happen.
const NOT: &[&str] = &["not", "never", "without", "no", "cancelled", "canceled", "failed"];

/// What a statement that does not itself look ahead says of the outcome; `None` where it speaks of an earlier time, or
/// of something else about it.
fn outcome(reports: &Reports<'_>, expected: Place, place: Place) -> Option<Outcome> {
    let statement = reports.statement(place);
    let text = reports.words_of(place).to_lowercase();
    if statement.polarity == Polarity::Affirmed && is_moved(reports, place, &text) {
        return Some(Outcome::Moved);
    }
    let said = reports.published(expected.document);
    let earlier = statement.time.as_ref().and_then(|t| t.last).zip(said).is_some_and(|(t, said)| t < said);
    match (statement.commitment, statement.polarity) {
        (Commitment::Hedged | Commitment::Expected, _) => None,
        _ if earlier => None,
        (Commitment::Denied, _) | (_, Polarity::Negated) => {
            denies_event(reports, expected, &text).then_some(Outcome::Denied)
        }
        _ => tells_event(reports, expected, place).then_some(Outcome::Happened),
    }
}

/// Whether a statement, `text` in lower case, gives something another date.
fn is_moved(reports: &Reports<'_>, place: Place, text: &str) -> bool {
    let statement = reports.statement(place);
    let to_date = || {
        let date = statement.time_span.filter(|date| date.start >= statement.span.start)?;
        let before = reports.cut(place.document, Span::new(statement.span.start, date.start)).to_lowercase();
        let found = words(&before);
        let (to, rest) = found.split_last()?;
        Some(to.text == "to" && rest.iter().any(|w| MOVED_TO.contains(&w.text)))
    };
    MOVED.iter().any(|cue| text.contains(cue)) || to_date() == Some(true)
}

/// The kinds of events and things that a statement names: not the expecting itself, nor being there, nor who takes part.
fn events(text: &str) -> BTreeSet<&'static str> {
    let families = words(text).into_iter().filter_map(|w| lexicon::family(&stem(&folded(w.text))));
    let beside = |family: &str| matches!(family, "plan" | "expect" | "promise" | "attend");
    families.filter(|family| !beside(family) && !lexicon::names_people(family)).collect()
}

/// The kinds of events that are expected: those of its words but for when it is due.
fn wanted(reports: &Reports<'_>, expected: Place) -> BTreeSet<&'static str> {
    let due = reports.statement(expected).time_span.map_or("", |span| reports.cut(expected.document, span));
    &events(reports.words_of(expected)) - &events(due)
}

/// Whether a statement names more than two thirds of what was expected to happen: that missiles were sent does not say
/// that they were bought. Where no kind of event is named that the lexicon knows, so many of all words must be told.
fn tells_event(reports: &Reports<'_>, expected: Place, place: Place) -> bool {
    let most = |wanted: usize, told: usize| told * 3 > wanted * 2;
    let wanted = wanted(reports, expected);
    if wanted.is_empty() {
        let (wanted, told) = (stems(reports.words_of(expected)), stems(reports.words_of(place)));
        return most(wanted.len(), wanted.intersection(&told).count());
    }
    most(wanted.len(), wanted.intersection(&events(reports.words_of(place))).count())
}

/// The stems of all words of a statement that mean something.
fn stems(text: &str) -> BTreeSet<String> {
    let found = words(text).into_iter().map(|w| folded(w.text)).filter(|w| !lexicon::is_empty_word(w));
    found.map(|w| stem(&w)).collect()
}

/// Whether a word of denial stands right before a word for the expected event: "was not signed", but not "no date for
/// the signing".
fn denies_event(reports: &Reports<'_>, expected: Place, text: &str) -> bool {
    let event = |word: &str| lexicon::family(&stem(&folded(word)));
    let wanted = wanted(reports, expected);
    let found = words(text);
    found.iter().enumerate().any(|(at, word)| {
        let denial = NOT.contains(&word.text) || word.text.ends_with("n't") || word.text.ends_with("n’t");
        denial && found[at + 1..].iter().take(3).any(|w| event(w.text).is_some_and(|family| wanted.contains(&family)))
    })
}

/// Where later reports do not agree on whether it came.
pub(crate) fn outcomes(reports: &Reports<'_>, entities: &Entities, places: &[Place]) -> Option<Discrepancy> {
    let first = *expected(reports, places).first()?;
    let said: Vec<(Outcome, Place)> = places
        .iter()
        .filter(|place| is_later(reports, first, **place))
        .filter_map(|&place| outcome(reports, first, place).map(|outcome| (outcome, place)))
        .collect();
    let has = |wanted: Outcome| said.iter().any(|(outcome, _)| *outcome == wanted);
    (has(Outcome::Happened) && has(Outcome::Denied)).then(|| Discrepancy {
        kind: DiscrepancyKind::Outcome,
        about: String::new(),
        update: false,
        values: said
            .iter()
            .map(|(outcome, place)| {
                let statement = reports.statement(*place);
                let by = statement.holders.last().map_or(reports.own_name(place.document), |h| h.name.as_str());
                Reading {
                    document: place.document,
                    span: statement.span,
                    value: outcome.words().to_owned(),
                    by: entities.shown(by).to_owned(),
                }
            })
            .collect(),
    })
}
