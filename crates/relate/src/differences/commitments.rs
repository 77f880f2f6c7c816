//! One document says what another hedges or denies.

use model::{Commitment, Discrepancy, DiscrepancyKind, Polarity};

use super::scene::{Scene, found};
use crate::ground::lexicon::says_unknown;

/// What two statements share at least for their commitments to be compared.
const ALIKE: f32 = 0.25;

/// At most one. That one asserts what another attributes is no difference, and neither is what is expected: that is
/// compared with its outcome. A document that says it both ways has told both sides.
pub(super) fn commitments(scene: &Scene<'_>) -> Option<Discrepancy> {
    let given: Vec<(usize, Stance)> =
        (0..scene.places.len()).filter_map(|member| Some((member, stance(scene, member)?))).collect();
    let disputed = scene.disputed(&given, ALIKE, |a, b| a == b);
    let values = disputed.iter().map(|&at| {
        let (member, stance) = given[at];
        let statement = scene.reports.statement(scene.places[member]);
        let span = statement.cues.first().copied().unwrap_or(statement.span);
        let word = if stance == Stance::Denied { Commitment::Denied.word() } else { statement.commitment.word() };
        scene.reading(member, span, word.to_owned())
    });
    found(DiscrepancyKind::Commitment, values.collect())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stance {
    Firm,
    Hedged,
    Denied,
}

fn stance(scene: &Scene<'_>, member: usize) -> Option<Stance> {
    let statement = scene.reports.statement(scene.places[member]);
    match (statement.commitment, statement.polarity) {
        (Commitment::Expected, _) => None,
        (Commitment::Denied, _) | (_, Polarity::Negated) => Some(Stance::Denied),
        // That it is unknown is no doubt about it, but another way to say that it is not told.
        (Commitment::Hedged, _) if says_unknown(scene.reports.words_of(scene.places[member])) => Some(Stance::Denied),
        (Commitment::Hedged, _) => Some(Stance::Hedged),
        (Commitment::Asserted | Commitment::Attributed, _) => Some(Stance::Firm),
    }
}
