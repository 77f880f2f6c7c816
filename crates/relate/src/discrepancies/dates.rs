//! Dates that cannot both be right, and dates on which something is due.

use model::{Commitment, Discrepancy, DiscrepancyKind, Grain, When};

use super::{Scene, settle};
use crate::reports::Place;

/// Days by which two deadlines may differ and still be the same.
const SAME_DEADLINE: i32 = 31;

/// At most one discrepancy of when it happened, and one of when it is due.
pub(super) fn dates(scene: &Scene<'_>) -> Vec<Discrepancy> {
    let (due, happened): (Vec<Place>, Vec<Place>) =
        scene.places.iter().partition(|&&place| scene.reports.statement(place).commitment == Commitment::Expected);
    [
        discrepancy(scene, &happened, "when it happened", |a, b| !a.meets(b)),
        discrepancy(scene, &due, "when it is due", |a, b| !a.meets(b) || other_deadline(a, b) || other_deadline(b, a)),
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
    places: &[Place],
    about: &str,
    differ: impl Fn(&When, &When) -> bool,
) -> Option<Discrepancy> {
    let given: Vec<(Place, &When)> = places
        .iter()
        .filter_map(|&place| scene.reports.statement(place).time.as_ref().map(|when| (place, when)))
        .filter(|(_, when)| when.grain != Grain::Vague || when.last.is_some())
        .collect();
    let of = |document: u32| given.iter().filter(move |(place, _)| place.document == document).map(|(_, w)| *w);
    let mut documents: Vec<u32> = given.iter().map(|(place, _)| place.document).collect();
    documents.dedup();
    documents.truncate(60);
    let apart = |a: u32, b: u32| of(a).all(|x| of(b).all(|y| differ(x, y)));
    let disagree = documents.iter().enumerate().any(|(i, &a)| documents[i + 1..].iter().any(|&b| apart(a, b)));
    disagree.then(|| {
        let values = given.iter().map(|&(place, when)| {
            let statement = scene.reports.statement(place);
            scene.reading(place, statement.time_span.unwrap_or(statement.span), when.edtf.clone())
        });
        Discrepancy {
            kind: DiscrepancyKind::Date,
            about: about.to_owned(),
            update: false,
            values: settle(values.collect()),
        }
    })
}
