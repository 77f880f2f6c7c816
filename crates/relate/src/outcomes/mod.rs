//! What was expected, and what came of it.
//!
//! Only a later report settles an expectation, and only where it surely says so (`told`): that it happened, that it was put
//! off, that it did not or will not happen. A date that merely passed proves nothing. Where a later report perhaps says so,
//! nothing is said at all: the matter is neither settled nor open.

mod ahead;
mod told;

use model::{Annotated, Claim, Commitment, Discrepancy, DiscrepancyKind, Expectation, Outcome, Reading, Settled, Span};

use crate::features::cosine;
use crate::findings::Findings;
use crate::ground::reports::Place;
use crate::ground::words::{fold, words};
use told::{Matter, Told};

/// What a statement of another claim must share of the words for kinds of events to be looked at.
const SAME_EVENT: f32 = 0.2;

/// The expectation of a claim half of whose statements look ahead, one of which expects something that could be seen to
/// happen; `None` for any other.
pub(crate) fn expectation(findings: &Findings<'_>, places: &[Place]) -> Option<Expectation> {
    let reports = &findings.reports;
    let expected: Vec<Place> = places.iter().copied().filter(|&place| ahead::expects(findings, place)).collect();
    let matter = Matter::new(findings, *expected.first()?);
    let later = told_later(findings, &matter, places);
    let ahead = places.iter().filter(|&&place| reports.statement(place).commitment == Commitment::Expected).count();
    if (ahead + later.len()) * 2 < places.len() {
        return None;
    }
    // "The pact will free the mill, Berg said on Tuesday" is not due on Tuesday.
    let due = expected.iter().rev().find_map(|&place| {
        let statement = reports.statement(place);
        let own = statement.clause.as_ref().is_some_and(|clause| clause.timed) || !is_when_said(findings, place);
        statement.time.clone().filter(|_| own)
    });
    let outcome = later.last().map_or(Outcome::NotResolved, |(outcome, _)| *outcome);
    let settled_by = later
        .iter()
        .filter(|(o, _)| *o == outcome)
        .map(|(_, p)| Settled { document: p.document, statement: p.statement, claim: None })
        .collect();
    Some(Expectation { due, outcome, settled_by })
}

/// Whether a statement's time tells when somebody said so: a word of saying stands right before it.
fn is_when_said(findings: &Findings<'_>, place: Place) -> bool {
    let statement = findings.reports.statement(place);
    let Some(time) = statement.time_span.filter(|time| time.start > statement.span.start) else { return false };
    let before = findings.reports.cut(place.document, Span::new(statement.span.start, time.start));
    words(before).iter().rev().take(3).any(|w| {
        let word = fold(w.text);
        matches!(word.as_str(), "said" | "says" | "told" | "announced" | "reported" | "wrote" | "added" | "tweeted")
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
            let area = &findings.space.areas[area_of[from.document as usize] as usize];
            let a = &findings.space.statements[expected as usize];
            for &other in area.statements.iter().filter(|&&other| claim_of[other as usize] != index as u32) {
                let place = reports.places[other as usize];
                let b = &findings.space.statements[other as usize];
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
        found.sort_by_key(|(_, s)| (s.document, s.statement));
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
    all
}

/// How many days ahead of its report something is due that later reports are taken for granted to have seen.
const SOON: i32 = 14;

/// How many reports have to be of later days than it was due.
const OVERTAKEN: usize = 10;

/// The document with which an expectation is overtaken: what was due within days, and behind which many reports follow, has
/// come or not, and one of them may say so in words that nobody finds. It is neither settled then nor open.
fn overtaken(findings: &Findings<'_>, group: &[u32], expectation: &Expectation) -> Option<u32> {
    let reports = &findings.reports;
    let due = expectation.due.as_ref()?.last?;
    let said = group.iter().filter_map(|&index| reports.published(reports.places[index as usize].document)).max()?;
    if due.0 - said.0 > SOON {
        return None;
    }
    // They come by publication, undated ones last.
    let day = |document: &&Annotated| document.document.published.as_ref().map(model::When::sort_day);
    let later = reports.documents.partition_point(|document| day(document).is_some_and(|day| day <= due));
    let last = later + OVERTAKEN - 1;
    reports.documents.get(last).and_then(day).map(|_| last as u32)
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
