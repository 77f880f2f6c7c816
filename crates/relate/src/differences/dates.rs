//! Dates that cannot both be right, and dates on which something is due.

use model::{Commitment, Discrepancy, DiscrepancyKind, Grain, When};

use super::scene::{Scene, settle};

/// Days by which two deadlines may differ and still be the same.
const SAME_DEADLINE: i32 = 31;

/// What two statements share at least for their dates to be compared. Deadlines of one expectation are compared always.
const ALIKE: f32 = 0.3;

/// At most one discrepancy of when it happened, and one of when it is due.
pub(super) fn dates(scene: &Scene<'_>) -> Vec<Discrepancy> {
    let (due, happened): (Vec<usize>, Vec<usize>) = (0..scene.places.len())
        .partition(|&member| scene.reports.statement(scene.places[member]).commitment == Commitment::Expected);
    let due_differs = |a: &When, b: &When| !a.meets(b) || other_deadline(a, b) || other_deadline(b, a);
    [
        discrepancy(scene, &happened, "when it happened", ALIKE, |a, b| !a.meets(b)),
        discrepancy(scene, &due, "when it is due", f32::MIN_POSITIVE, due_differs),
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
    alike: f32,
    differ: impl Fn(&When, &When) -> bool,
) -> Option<Discrepancy> {
    let given: Vec<(usize, &When)> = members
        .iter()
        .filter_map(|&member| scene.reports.statement(scene.places[member]).time.as_ref().map(|when| (member, when)))
        .filter(|(_, when)| when.grain != Grain::Vague || when.last.is_some())
        .collect();
    let disputed = scene.disputed(&given, alike, |a, b| !differ(a, b));
    let values = disputed.iter().map(|&at| {
        let (member, when) = given[at];
        let statement = scene.reports.statement(scene.places[member]);
        scene.reading(member, statement.time_span.unwrap_or(statement.span), when.edtf.clone())
    });
    (!disputed.is_empty()).then(|| Discrepancy {
        kind: DiscrepancyKind::Date,
        about: about.to_owned(),
        update: false,
        values: settle(values.collect()),
    })
}
