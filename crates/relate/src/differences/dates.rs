//! Days of one deed that cannot both be right, and days on which one thing is due.

use std::collections::BTreeSet;

use model::{Commitment, Discrepancy, DiscrepancyKind, Grain, Span, When};

use super::scene::{Given, Scene, settle};
use crate::occasions;

/// Days by which two deadlines may differ and still be the same.
const SAME_DEADLINE: i32 = 31;

/// At most one discrepancy of when it happened, and one of when it is due.
pub(super) fn dates(scene: &Scene<'_>) -> Vec<Discrepancy> {
    let (due, happened): (Vec<usize>, Vec<usize>) = (0..scene.places.len())
        .partition(|&member| scene.reports.statement(scene.places[member]).commitment == Commitment::Expected);
    let due_differs = |a: &When, b: &When| !a.meets(b) || other_deadline(a, b) || other_deadline(b, a);
    [
        discrepancy(scene, &happened, "when it happened", |when| when.grain == Grain::Day, |a, b| !a.meets(b)),
        discrepancy(scene, &due, "when it is due", |_| true, due_differs),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether `a` says "by then" and `b` names a time well before.
fn other_deadline(a: &When, b: &When) -> bool {
    a.first.is_none() && a.last.zip(b.last).is_some_and(|(by, at)| by.0 - at.0 > SAME_DEADLINE)
}

fn discrepancy(
    scene: &Scene<'_>,
    members: &[usize],
    about: &str,
    close: impl Fn(&When) -> bool,
    differ: impl Fn(&When, &When) -> bool,
) -> Option<Discrepancy> {
    let given: Vec<Given<&When>> = members
        .iter()
        .filter_map(|&member| {
            let statement = scene.reports.statement(scene.places[member]);
            let when = occasions::happens(scene.reports, scene.places[member]).filter(|when| close(when))?;
            // A date that a person set stands nowhere in the text.
            let span = statement.time_span.unwrap_or(Span::new(statement.span.end, statement.span.end));
            // "10 a.m.": the day is the report's own, and of a text that it carries on from the day before another.
            if is_clock(scene.reports.cut(scene.places[member].document, span)) {
                return None;
            }
            Some(scene.given(member, span, when, &[]))
        })
        .collect();
    // The same words that were read as two days were misread once, and a day's difference of two weekdays may be.
    let words = |given: &Given<&When>| {
        let told = scene.reports.cut(scene.places[given.member].document, given.span);
        told.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    };
    let told: Vec<(&When, String)> = given.iter().map(|given| (given.value, words(given))).collect();
    let given: Vec<Given<(&When, String)>> = given
        .into_iter()
        .zip(told)
        .map(|(given, value)| Given { member: given.member, span: given.span, value, frame: given.frame })
        .collect();
    let next = |a: &When, b: &When| a.sort_day().0.abs_diff(b.sort_day().0) <= 1;
    let figures = |text: &str| text.contains(|c: char| c.is_ascii_digit());
    let same = |a: &(&When, String), b: &(&When, String)| {
        // "25 June" beside "25 June 2009": the year was made out, and may be made out wrongly.
        let within = |a: &str, b: &str| !a.is_empty() && b.starts_with(a);
        let misread = within(&a.1, &b.1) || within(&b.1, &a.1) || next(a.0, b.0) && !(figures(&a.1) && figures(&b.1));
        misread || !differ(a.0, b.0)
    };
    let disputed = scene.disputed(&given, same);
    let values = disputed.iter().map(|&at| {
        let Given { member, value, .. } = &given[at];
        let statement = scene.reports.statement(scene.places[*member]);
        scene.reading(*member, statement.time_span.unwrap_or(statement.span), value.0.edtf.clone())
    });
    let values = settle(values.collect());
    // A later report that names a later day for what is still to come brings it up to date.
    let days: BTreeSet<_> = model::order::gather(values.iter().map(|value| scene.reports.published(value.document)));
    let update = about == "when it is due" && days.len() == values.len() && !days.contains(&None);
    (values.len() > 1).then(|| Discrepancy { kind: DiscrepancyKind::Date, about: about.to_owned(), update, values })
}

/// Whether words tell the time of day and no day.
fn is_clock(words: &str) -> bool {
    let word = |word: &str| word.chars().all(|c| c.is_ascii_digit() || c == ':' || c == '.') || is_of_the_clock(word);
    !words.trim().is_empty() && words.split_whitespace().all(word) && words.contains(|c: char| c.is_ascii_digit()) && {
        words.contains(':') || words.split_whitespace().any(is_of_the_clock)
    }
}

fn is_of_the_clock(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace('.', "");
    crate::ground::words::is_in("am pm et gmt utc noon local time at about around", &word)
        || word.strip_suffix("am").or(word.strip_suffix("pm")).is_some_and(|hour| hour.parse::<u32>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_no_day() {
        assert!(is_clock("10:00 a.m.") && is_clock("9 a.m. ET") && is_clock("around 7pm"));
        assert!(!is_clock("Monday 10:00 a.m.") && !is_clock("2011") && !is_clock("May 3"));
    }
}
