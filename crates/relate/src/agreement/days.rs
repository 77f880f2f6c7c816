//! On which day a deed was, as its sentence tells: two reports that have it on neighbouring days do not agree without more.

use model::{Day, Grain, Span, Time};

use crate::findings::Findings;
use crate::ground::reports::Place;
use crate::ground::stamps;

/// Days apart within which two days are told of one deed.
const NEAR: i32 = 3;

/// The day on which the statement at `place` has its deed, as a date: its own, or where it shares its subject with what stands before
/// it, that one's ("fell ill on 3 May and was sent home").
pub(super) fn of(findings: &Findings<'_>, place: Place) -> Option<Day> {
    let reports = &findings.reports;
    let statement = reports.statement(place);
    let dated = |time: &&Time| {
        let told = reports.cut(place.document, time.span());
        time.when.as_ref().is_some_and(|when| when.grain == Grain::Day) && !stamps::is_relative(told)
    };
    let first = |time: &Time| time.when.as_ref().and_then(|when| when.first);
    if let Some(span) = statement.time_span {
        return reports.times_at(place.document, span).find(|time| time.span() == span).filter(dated).and_then(first);
    }
    let subject = statement.subject.filter(|subject| subject.end <= statement.span.start)?;
    if statement.clause.as_ref()?.subject.is_some() {
        return None;
    }
    let mut times = reports.times_in(place.document, Span::new(subject.end, statement.span.start));
    let time = times.next().filter(|_| times.next().is_none())?;
    Some(time).filter(dated).and_then(first)
}

/// Whether two days are neighbours, and not one.
pub(super) fn are_neighbours(a: Option<Day>, b: Option<Day>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a != b && (a.0 - b.0).abs() <= NEAR)
}
