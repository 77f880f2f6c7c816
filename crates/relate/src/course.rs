//! What a claim was on each day, while only some of its reports were out.
//!
//! A stage is put together from the statements of the reports that were certainly out, by the functions that put claims
//! together. Which statements say the same was found with all reports at hand, and stays so.

use std::collections::BTreeSet;

use model::cores::{Cores, map};
use model::{Claim, Commitment, Day, Outcome, Perhaps, Stage, Tense};

use crate::assemble::build;
use crate::findings::Findings;
use crate::outcomes::{self, Later};

/// The most stages of one claim. One that hundreds of reports make on as many days is told in so many of them, so that the
/// work stays in line with its size: on the days between it is what it was on the one before.
const STAGES: usize = 24;

/// Days that a report may be dated off: it was written a day before or after.
const SLACK: i32 = 1;

/// A claim of which it is to be told what it was before.
pub(crate) struct Course<'c> {
    /// Its statements (rising indices).
    pub group: &'c [u32],
    /// Whether a person decided what they are.
    pub decided: bool,
    /// What other claims tell of what it expects.
    pub later: &'c Later,
    pub claim: &'c Claim,
    /// The days on which it may have become another, but for the last.
    pub days: Vec<Day>,
}

/// Notes in `claim`, which the statements `group` (rising indices) make, since when it is what it is, and what it was
/// before; whether a person `decided` what they are; `later` is what other claims tell of what it expects.
pub(crate) fn set(findings: &Findings<'_>, (group, decided): (&[u32], bool), later: &Later, claim: &mut Claim) {
    let (since, days) = days(findings, group, later);
    claim.since = since;
    let course = Course { group, decided, later, claim, days };
    claim.earlier = earlier(findings, &course);
}

/// As [`set`], of all claims; `staged` tells what some of them were before, as [`earlier`] does.
pub(crate) fn set_all(
    cores: &dyn Cores,
    findings: &Findings<'_>,
    (groups, later): (&[&[u32]], &[Later]),
    claims: &mut [Claim],
    staged: &dyn Fn(&[Course<'_>]) -> Vec<Vec<Stage>>,
) {
    let days = map(cores, claims.len(), |at| days(findings, groups[at], &later[at]));
    let (mut of, mut courses) = (Vec::new(), Vec::new());
    for (at, (_, days)) in days.iter().enumerate().filter(|(_, (_, days))| !days.is_empty()) {
        let days = days.clone();
        of.push(at);
        courses.push(Course { group: groups[at], decided: false, later: &later[at], claim: &claims[at], days });
    }
    let earlier = staged(&courses);
    of.into_iter().zip(earlier).for_each(|(at, earlier)| claims[at].earlier = earlier);
    claims.iter_mut().zip(days).for_each(|(claim, (since, _))| claim.since = since);
}

/// Since when the claim of the statements `group` is what it is, and the days before on which it may have become another.
pub(crate) fn days(findings: &Findings<'_>, group: &[u32], later: &Later) -> (Option<Day>, Vec<Day>) {
    let members: Vec<Option<Day>> = group.iter().map(|&index| known(findings, index)).collect();
    let told = told(later).map(|document| out(findings, document));
    let all: Vec<Option<Day>> = members.iter().copied().chain(told).collect();
    let days: BTreeSet<Day> = model::order::gather(all.iter().copied().flatten());
    let since = days.last().copied().filter(|_| all.iter().all(Option::is_some));
    let first = members.iter().flatten().min();
    let stages = days.iter().copied().filter(|day| first.is_some_and(|first| first <= day) && Some(*day) != since);
    let stages: Vec<Day> = stages.collect();
    let stride = stages.len().div_ceil(STAGES).max(1);
    (since, stages.into_iter().step_by(stride).collect())
}

/// The documents that tell what became of what a claim expects.
pub(crate) fn told(later: &Later) -> impl Iterator<Item = u32> {
    later.found.iter().map(|(_, settled)| settled.document).chain(later.perhaps.iter().copied())
}

/// The first day on which a document was certainly out.
pub(crate) fn out(findings: &Findings<'_>, document: u32) -> Option<Day> {
    findings.reports.documents[document as usize].document.out()
}

/// What a claim was before, on the days on which it may have become another.
pub(crate) fn earlier(findings: &Findings<'_>, course: &Course<'_>) -> Vec<Stage> {
    let mut earlier: Vec<Stage> = Vec::new();
    for &from in &course.days {
        let own =
            (0..course.group.len()).filter(|&at| known(findings, course.group[at]).is_some_and(|day| day <= from));
        let was = stage(findings, course, &own.collect::<Vec<usize>>(), from);
        if earlier.last().is_none_or(|before| before.claim != was) {
            earlier.push(Stage { from, claim: was });
        }
    }
    earlier
}

/// The first day on which a statement was surely known: that of its report, unless it tells of a later day as past. Then
/// it was added to the report since, and nobody knew it before that day.
fn known(findings: &Findings<'_>, index: u32) -> Option<Day> {
    let place = findings.reports.places[index as usize];
    let out = findings.reports.documents[place.document as usize].document.out()?;
    let statement = findings.reports.statement(place);
    let past = statement.clause.as_ref().is_some_and(|c| matches!(c.tense, Tense::Past | Tense::Perfect))
        && statement.commitment != Commitment::Expected;
    let told = statement.time.as_ref().filter(|_| past).and_then(|when| when.first);
    Some(told.filter(|day| day.0 > out.0 + SLACK).unwrap_or(out))
}

/// The claim that the statements at the places `known` of a claim's make on a day.
fn stage(findings: &Findings<'_>, course: &Course<'_>, known: &[usize], day: Day) -> Claim {
    let Course { group, decided, later, claim: whole, .. } = *course;
    let is_out = |document: u32| out(findings, document).is_some_and(|out| out <= day);
    let statements: Vec<u32> = known.iter().map(|&at| group[at]).collect();
    let mut claim = build(findings, &statements, decided);
    claim.id.clone_from(&whole.id);
    claim.story.clone_from(&whole.story);
    claim.perhaps = whole.perhaps.iter().filter_map(|perhaps| beside(perhaps, known, is_out)).collect();
    if whole.open && claim.expectation.is_none() {
        // It is told of the whole that it can be seen to come.
        let places: Vec<_> = statements.iter().map(|&index| findings.reports.places[index as usize]).collect();
        claim.expectation = outcomes::expected_before(findings, &places);
        claim.open = claim.expectation.is_some();
    }
    let open = claim.expectation.as_ref().is_some_and(|e| e.outcome == Outcome::NotResolved);
    if !open {
        return claim;
    }
    let told: Vec<_> = later.found.iter().filter(|(_, settled)| is_out(settled.document)).collect();
    if let Some(&&(outcome, _)) = told.last() {
        if let Some(expectation) = &mut claim.expectation {
            expectation.outcome = outcome;
            expectation.settled_by = told.into_iter().filter(|(o, _)| *o == outcome).map(|(_, s)| s.clone()).collect();
        }
        claim.open = false;
    } else if !(later.asked || whole.open || decided && whole.expectation.is_some())
        || later.perhaps.iter().any(|&document| is_out(document))
    {
        // Where nobody looked, or a report perhaps tells, nothing is said. What is open with all reports out, none of them
        // settled before.
        claim.expectation = None;
        claim.open = false;
    }
    claim
}

/// What perhaps says the same, where its report and that of the statement beside it are out.
fn beside(perhaps: &Perhaps, known: &[usize], is_out: impl Fn(u32) -> bool) -> Option<Perhaps> {
    let beside = known.binary_search(&(perhaps.beside as usize)).ok()? as u32;
    is_out(perhaps.document).then(|| Perhaps { beside, ..perhaps.clone() })
}
