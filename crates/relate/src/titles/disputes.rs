//! What the statements of a claim do not agree on, and with whose name a title tells it.

use model::{Commitment, Day, Discrepancy, DiscrepancyKind, Grain, When};

use super::sentence::trim;
use crate::findings::Findings;
use crate::ground::reports::Place;

/// What one statement gives otherwise than others of its claim.
pub(super) struct Dispute {
    /// Whose word it is.
    pub by: String,
    /// Whether that name tells it from what the others give.
    pub marks: bool,
    /// Whether they differ on the day alone.
    pub of_days: bool,
}

/// What the statement at `place` gives otherwise than others of its claim, or what a later report has brought up to date.
pub(super) fn dispute(
    findings: &Findings<'_>,
    place: Place,
    discrepancies: &[Discrepancy],
    due: Option<&When>,
) -> Option<Dispute> {
    use DiscrepancyKind::{Actor, Date, Number, Place as Where};
    let statement = findings.reports.statement(place);
    let (mut others, mut days, mut any): (Vec<u32>, bool, bool) = (Vec::new(), true, false);
    for found in discrepancies.iter().filter(|found| matches!(found.kind, Actor | Date | Number | Where)) {
        let newest = found.values.iter().map(|reading| reading.document).max().filter(|_| found.update);
        let own = found
            .values
            .iter()
            .filter(|reading| newest != Some(reading.document))
            .find(|reading| reading.document == place.document && statement.span.overlaps(reading.span));
        let Some(own) = own else { continue };
        any = true;
        days &= found.kind == Date;
        others.extend(found.values.iter().filter(|other| other.value != own.value).map(|other| other.document));
    }
    let moved = statement.time.as_ref().zip(due).is_some_and(|(time, due)| !time.meets(due));
    let due_otherwise = moved && statement.commitment == Commitment::Expected;
    if !any && !due_otherwise {
        return None;
    }
    let by = statement.holders.last().map(|holder| findings.entities.shown(&holder.name));
    let by = by.unwrap_or_else(|| findings.reports.own_name(place.document));
    let same = |&other: &u32| other == place.document || findings.reports.own_name(other) == by;
    Some(Dispute { by: trim::capital(by), marks: !others.iter().any(same), of_days: any && days })
}

/// Whether the statement at `place` gives a day, and what another report says beside its own of `places` only one near by.
pub(super) fn is_of_another_day(findings: &Findings<'_>, place: Place, places: &[Place]) -> bool {
    let reports = &findings.reports;
    let day = |when: &When| when.first.filter(|_| when.grain == Grain::Day);
    let Some(own) = reports.statement(place).time.as_ref().and_then(day) else { return false };
    places.iter().filter(|other| other.document != place.document).any(|other| {
        let sentence = reports.statement(*other).sentence;
        let days = reports.times_in(other.document, sentence).filter_map(|time| day(time.when.as_ref()?));
        let days: Vec<Day> = days.collect();
        days.iter().any(|day| (day.0 - own.0).abs() <= NEAR) && !days.contains(&own)
    })
}

/// Days that two reports may be apart on when one thing was.
const NEAR: i32 = 3;
