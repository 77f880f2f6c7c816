//! What was expected, and what came of it.
//!
//! Only a later report settles an expectation, and only where it surely says so (`told`): that it happened, that it was put
//! off, that it did not or will not happen. A date that merely passed proves nothing. Where a later report perhaps says so,
//! nothing is said at all: the matter is neither settled nor open.

mod ahead;
mod doers;
mod overtaken;
mod told;

use std::collections::BTreeMap;

use model::{
    Claim, Commitment, Discrepancy, DiscrepancyKind, Expectation, Outcome, Polarity, Reading, Settled, Span, Tense,
    When,
};

use crate::features::cosine;
use crate::findings::Findings;
use crate::ground::linkage;
use crate::ground::reports::Place;
use crate::ground::words::{fold, words};
use overtaken::{Behind, overtaken};
use told::{Matter, Told};

/// What a statement of another claim must share of the words for kinds of events to be looked at.
const SAME_EVENT: f32 = 0.2;

/// The expectation of a claim half of whose statements look ahead, one of which expects something that could be seen to
/// happen; `None` for any other. Where `decided`, a person has put together what says the same.
pub(crate) fn expectation(findings: &Findings<'_>, places: &[Place], decided: bool) -> Option<Expectation> {
    let reports = &findings.reports;
    let expected: Vec<Place> = places.iter().copied().filter(|&place| ahead::expects(findings, place)).collect();
    let matter = Matter::new(findings, *expected.first()?);
    let mut later = told_later(findings, &matter, places);
    if decided && later.is_empty() {
        later =
            places.iter().copied().filter(|&place| is_past_of(findings, expected[0], place)).map(happened).collect();
    }
    let ahead = places.iter().filter(|&&place| reports.statement(place).commitment == Commitment::Expected).count();
    if (ahead + later.len()) * 2 < places.len() {
        return None;
    }
    // "The pact will free the mill, Berg said on Tuesday" is not due on Tuesday.
    let due = expected.iter().rev().find_map(|&place| {
        let statement = reports.statement(place);
        let timed = statement.clause.as_ref().is_some_and(|clause| clause.timed);
        let own = !is_aside(findings, place)
            && !is_of_a_stretch(findings, place)
            && (timed || !is_of_another(findings, place));
        let published = reports.published(place.document);
        // What began before its report, or was over, is no day on which something is due.
        let ahead = |when: &When| match (when.last, published) {
            (Some(last), Some(published)) => last >= published,
            (None, Some(published)) => when.first.is_some_and(|first| first >= published),
            _ => true,
        };
        statement.time.clone().filter(|when| own && ahead(when) && !is_of_another_week(findings, place))
    });
    let outcome = later.last().map_or(Outcome::NotResolved, |(outcome, _)| *outcome);
    let settled_by = later
        .iter()
        .filter(|(o, _)| *o == outcome)
        .map(|(_, p)| Settled { document: p.document, statement: p.statement, claim: None })
        .collect();
    Some(Expectation { due, outcome, settled_by })
}

fn happened(place: Place) -> (Outcome, Place) {
    (Outcome::Happened, place)
}

/// Whether the statement at `place` tells as past, in a later report and of days between the two, what the one at `from`
/// expects, where a person has found that both are of one event: then its words need not be the same.
fn is_past_of(findings: &Findings<'_>, from: Place, place: Place) -> bool {
    let reports = &findings.reports;
    let statement = reports.statement(place);
    let past = statement.clause.as_ref().is_some_and(|c| matches!(c.tense, Tense::Past | Tense::Perfect));
    let told = matches!(statement.commitment, Commitment::Asserted | Commitment::Attributed)
        && statement.polarity == Polarity::Affirmed;
    let first = |when: &When| when.first.or(when.last);
    let days = reports.documents[from.document as usize].document.published.as_ref().and_then(first);
    let between = statement.time.as_ref().is_some_and(|then| {
        let begun = then.first.zip(days).is_some_and(|(then, said)| said <= then);
        begun && then.last.zip(reports.published(place.document)).is_some_and(|(then, out)| then <= out)
    });
    past && told && between && told::is_later(reports, from, place)
}

/// Whether a statement's time is that of another clause: of who said so, or behind "who", "since" and the like.
fn is_of_another(findings: &Findings<'_>, place: Place) -> bool {
    let statement = findings.reports.statement(place);
    let verb = statement.clause.as_ref().map_or(statement.span.start, |clause| clause.verb.end);
    let before = statement.time_span.filter(|time| time.start > verb);
    let before = before.map_or("", |time| findings.reports.cut(place.document, Span::new(verb, time.start)));
    let relative =
        |word: &str| crate::ground::words::is_in("who which that whose where since after because as while", word);
    words(before).iter().any(|w| relative(&fold(w.text))) || is_when_said(findings, place)
}

/// Whether a statement's time stands before its verb with what was due once: "the instalments, originally due in March, will be
/// deferred".
fn is_aside(findings: &Findings<'_>, place: Place) -> bool {
    let statement = findings.reports.statement(place);
    let verb = statement.clause.as_ref().map_or(statement.span.start, |clause| clause.verb.start);
    let time = statement.time_span.filter(|time| time.start > statement.span.start && time.end < verb);
    time.is_some_and(|time| {
        let before = findings.reports.cut(place.document, Span::new(statement.span.start, time.start));
        let once = |word: &str| matches!(word, "originally" | "due" | "initially" | "since" | "formerly");
        words(before).iter().any(|w| once(&fold(w.text)))
    })
}

/// Whether a statement's time is when a stretch begins in which something is expected: "in the year that begins on 1 July".
fn is_of_a_stretch(findings: &Findings<'_>, place: Place) -> bool {
    let statement = findings.reports.statement(place);
    let Some(time) = statement.time_span.filter(|time| time.start > statement.span.start) else { return false };
    let before = findings.reports.cut(place.document, Span::new(statement.span.start, time.start));
    let begins = |word: &str| matches!(word, "beginning" | "starting" | "begins" | "starts" | "began" | "started");
    words(before).iter().rev().take(2).any(|w| begins(&fold(w.text)))
}

/// Whether the words behind a weekday tell of another week than the one that it is read in: "Friday in the week ahead".
fn is_of_another_week(findings: &Findings<'_>, place: Place) -> bool {
    let statement = findings.reports.statement(place);
    let Some(time) = statement.time_span else { return false };
    let behind = findings.reports.cut(place.document, Span::new(time.end, statement.sentence.end.max(time.end)));
    [" in the week", " in the coming week", " of next week", " the week after", " after next", " of the following week"]
        .iter()
        .any(|words| behind.starts_with(words))
}

/// Whether a statement's time tells when somebody said so: a word of saying stands right before it.
fn is_when_said(findings: &Findings<'_>, place: Place) -> bool {
    let statement = findings.reports.statement(place);
    let Some(time) = statement.time_span.filter(|time| time.start > statement.span.start) else { return false };
    let before = findings.reports.cut(place.document, Span::new(statement.span.start, time.start));
    words(before).iter().rev().take(3).any(|w| {
        let word = fold(w.text);
        crate::ground::words::is_in("said says told announced reported wrote added tweeted", &word)
    })
}

/// What was expected as long as only these statements were out, of a claim that expects something that nothing settled: they
/// look ahead, half of them or more, if not in words that show by themselves that it can be seen to come. `None` where they
/// do not.
pub(crate) fn expected_before(findings: &Findings<'_>, places: &[Place]) -> Option<Expectation> {
    let looks = |place: &&Place| {
        let statement = findings.reports.statement(**place);
        statement.commitment == Commitment::Expected && statement.polarity == Polarity::Affirmed
    };
    let ahead = places.iter().filter(looks).count();
    (ahead > 0 && ahead * 2 >= places.len()).then(|| Expectation {
        due: None,
        outcome: Outcome::NotResolved,
        settled_by: Vec::new(),
    })
}

/// What the claim's own later statements surely tell of a matter, by publication. They speak of it: the claim is one.
fn told_later(findings: &Findings<'_>, matter: &Matter, places: &[Place]) -> Vec<(Outcome, Place)> {
    let surely = |&place: &Place| {
        let (outcome, told) = matter.outcome(findings, place)?;
        (told == Told::Surely).then_some((outcome, place))
    };
    places.iter().filter_map(surely).collect()
}

/// What later statements of other claims tell of what one expects.
#[derive(Clone, Debug, Default)]
pub(crate) struct Later {
    /// Whether they were looked through.
    pub asked: bool,
    /// What they surely tell, by publication.
    pub found: Vec<(Outcome, Settled)>,
    /// The documents of those that perhaps tell something.
    pub perhaps: Vec<u32>,
}

/// Looks in other claims for what settles expectations that their own later statements leave open; what is perhaps settled
/// there is no expectation any more. Gives what was found for each claim.
pub(crate) fn settle(findings: &Findings<'_>, groups: &[&[u32]], claims: &mut [Claim]) -> Vec<Later> {
    let mut all: Vec<Later> = vec![Later::default(); claims.len()];
    let reports = &findings.reports;
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
        let mut perhaps: Vec<u32> = Vec::new();
        let ahead = group.iter().filter(|&&i| ahead::expects(findings, reports.places[i as usize]));
        for &expected in ahead {
            let from = reports.places[expected as usize];
            let matter = Matter::new(findings, from);
            let behind = Behind::new(findings, from);
            let area = &findings.space.areas[area_of[from.document as usize] as usize];
            let a = &findings.space.statements[expected as usize];
            // No report settles what it expects itself: a book, which is an area by itself, is not looked through.
            if area.documents.len() == 1 {
                continue;
            }
            for &other in area.statements.iter().filter(|&&other| claim_of[other as usize] != index as u32) {
                let place = reports.places[other as usize];
                let b = &findings.space.statements[other as usize];
                if place.document == from.document {
                    // "Lund stops its ferries", and below it that it will: neither settled nor open.
                    if cosine(&a.terms, &b.terms) >= SAME_EVENT && matter.is_told_beside(findings, place) {
                        perhaps.push(place.document);
                    }
                    continue;
                }
                if behind.is_shown_by(findings, &matter, other) {
                    perhaps.push(place.document);
                }
                // In the order of what they cost: few pairs share the event.
                // What is told with another verb has its other words in common.
                let alike = a.events.is_empty()
                    || cosine(&a.events, &b.events) >= SAME_EVENT
                    || cosine(&a.terms, &b.terms) >= SAME_EVENT && matter.is_kin(findings, place);
                if alike
                    && told::is_later(reports, from, place)
                    && let Some((outcome, told)) = matter.outcome(findings, place)
                {
                    if told == Told::Perhaps {
                        perhaps.push(place.document);
                    } else {
                        let claim = Some(claims[claim_of[other as usize] as usize].id.clone());
                        found.push((outcome, Settled { document: place.document, statement: place.statement, claim }));
                    }
                }
            }
        }
        perhaps
            .extend(claims[index].expectation.as_ref().and_then(|expectation| overtaken(findings, group, expectation)));
        model::order::sort_by_key(&mut found, |(_, s)| (s.document, s.statement));
        found.dedup();
        if let Some(&(outcome, _)) = found.last() {
            if let Some(expectation) = &mut claims[index].expectation {
                expectation.outcome = outcome;
                let settled = found.iter().filter(|(o, _)| *o == outcome);
                expectation.settled_by = settled.map(|(_, s)| s.clone()).collect();
                claims[index].open = false;
            }
        } else if !perhaps.is_empty() {
            claims[index].expectation = None;
            claims[index].open = false;
        }
        all[index] = Later { asked: true, found, perhaps };
    }
    let part = |index: u32| {
        let area = area_of[reports.places[index as usize].document as usize];
        let statements = &findings.space.areas[area as usize].statements;
        (area, statements.partition_point(|&other| other < index) / linkage::DENSE)
    };
    for (again, document) in told_again(findings, groups, claims, part) {
        claims[again].expectation = None;
        claims[again].open = false;
        all[again].perhaps.push(document);
    }
    all
}

/// The claims that expect what another one does that more reports make, each with a document of the other. They are held
/// against those of their area, and in a book against those of the same `part` of it.
fn told_again(
    findings: &Findings<'_>,
    groups: &[&[u32]],
    claims: &[Claim],
    part: impl Fn(u32) -> (u32, usize),
) -> Vec<(usize, u32)> {
    let place_of = |index: u32| findings.reports.places[index as usize];
    let expecting = |at: usize| groups[at].iter().copied().find(|&index| ahead::expects(findings, place_of(index)));
    let mut open: Vec<usize> = (0..claims.len()).filter(|&at| claims[at].open).collect();
    model::order::sort_by_key(&mut open, |&at| (std::cmp::Reverse(claims[at].articles()), at));
    // By the part of the book and the verb: the first claim of each matter.
    type Expected = BTreeMap<((u32, usize), String), Vec<(usize, Matter)>>;
    let mut kept = Expected::new();
    let mut again = Vec::new();
    for at in open {
        let Some(index) = expecting(at) else { continue };
        let place = place_of(index);
        let Some(verb) = ahead::event_verb(&findings.reports, place) else { continue };
        let due = |at: usize| claims[at].expectation.as_ref().and_then(|e| e.due.as_ref());
        let beside = kept.entry((part(index), verb)).or_default();
        let other = beside.iter().find(|(other, matter)| {
            let one_day = due(at).zip(due(*other)).is_none_or(|(a, b)| a.meets(b));
            one_day && matter.is_told_by(findings, place)
        });
        match other {
            Some((other, _)) => {
                again.push((at, findings.reports.places[groups[*other][0] as usize].document));
            }
            None => beside.push((at, Matter::new(findings, place))),
        }
    }
    again
}

/// Where later reports do not agree on whether it came.
pub(crate) fn outcomes(findings: &Findings<'_>, places: &[Place]) -> Option<Discrepancy> {
    let Findings { reports, entities, .. } = findings;
    let first = places.iter().copied().find(|&place| ahead::expects(findings, place))?;
    let said = told_later(findings, &Matter::new(findings, first), places);
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
