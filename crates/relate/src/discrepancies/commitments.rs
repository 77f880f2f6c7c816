//! One document says what another hedges or denies.

use model::{Commitment, Discrepancy, DiscrepancyKind, Polarity};

use super::{Scene, settle};
use crate::reports::Place;

/// Where a claim is said to be so by one document, and hedged or denied by another. That one asserts what another
/// attributes is no difference, and neither is what is expected: it is compared with its outcome.
pub(super) fn commitments(scene: &Scene<'_>) -> Option<Discrepancy> {
    let firm = |place: &Place| stance(scene, *place) == Some(Stance::Firm);
    let soft = |place: &Place| matches!(stance(scene, *place), Some(Stance::Hedged | Stance::Denied));
    let denied = |place: &Place| stance(scene, *place) == Some(Stance::Denied);
    let says = |test: &dyn Fn(&Place) -> bool, not_in: u32| {
        scene.places.iter().any(|place| place.document != not_in && test(place))
    };
    // A document that says both has told it right: only documents that say the one without the other count.
    let differ = scene.places.iter().any(|place| {
        let one = place.document;
        let own = |test: &dyn Fn(&Place) -> bool| scene.places.iter().any(|p| p.document == one && test(p));
        (soft(place) && !own(&firm) && says(&firm, one)) || (denied(place) && !own(&firm) && says(&|p| !denied(p), one))
    });
    differ.then(|| {
        let values = scene.places.iter().filter(|place| stance(scene, **place).is_some()).map(|&place| {
            let statement = scene.reports.statement(place);
            let span = statement.cues.first().copied().unwrap_or(statement.span);
            scene.reading(place, span, statement.commitment.word().to_owned())
        });
        Discrepancy {
            kind: DiscrepancyKind::Commitment,
            about: String::new(),
            update: false,
            values: settle(values.collect()),
        }
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stance {
    Firm,
    Hedged,
    Denied,
}

fn stance(scene: &Scene<'_>, place: Place) -> Option<Stance> {
    let statement = scene.reports.statement(place);
    match (statement.commitment, statement.polarity) {
        (Commitment::Expected, _) => None,
        (Commitment::Denied, _) | (_, Polarity::Negated) => Some(Stance::Denied),
        (Commitment::Hedged, _) => Some(Stance::Hedged),
        (Commitment::Asserted | Commitment::Attributed, _) => Some(Stance::Firm),
    }
}
