//! How likely two reports' statements say the same by how alike they are told, where nothing in them speaks against it: learned
//! from pairs that readers judged.

mod evidence;
mod weights;

pub(crate) use evidence::{Evidence, KINDS_OF_EVIDENCE, evidence};

use super::alike::DAYS;
use super::evidence::{Evidence as PairEvidence, place_of, strength};
use crate::agreement::Content;
use weights::WEIGHTS;

/// From here on two reports' statements are sure.
pub(super) const SURE: f32 = 0.7;

/// What the pair is likely by all other evidence besides: less is another thing told in one frame ("is considering …").
pub(super) const LIKELY: f32 = 0.7;

/// The same for a statement that may stand in one claim with a third.
pub(super) const LESS_LIKELY: f32 = 0.6;

/// From here on a statement may stand in one claim with a third that both surely say.
pub(super) const JOINS: f32 = 0.55;

/// Words that mean something which both share at least.
const FEWEST: usize = 2;

/// Words that both share, one of them a name, and days between reports, by which one matter is told whatever else they tell.
const MANY: usize = 6;
const DAYS_OF_ONE: u32 = 3;

/// How much of the heavier one's words both have at least.
const LEAST: f32 = 0.15;

/// Kinds of evidence that keep two statements apart, however alike they are told.
const AGAINST: [usize; 5] = [
    place_of("one looks ahead"),
    place_of("one says not"),
    place_of("one under a condition"),
    place_of("other days, each that of its report"),
    place_of("other pronouns as subjects"),
];

/// Whether nothing in two reports' statements speaks against their saying the same, as far as likeness can tell: reports of one
/// `scene`, one polarity and mood, no other values, roles, times or speakers.
pub(super) fn is_open(
    one: &Content<'_>,
    other: &Content<'_>,
    evidence: &PairEvidence,
    scene: &dyn Fn() -> bool,
) -> bool {
    // What the one says stands only beside what the other says: "are seeking whoever shot four".
    let beside = strength!(evidence, "verb: stands in the other") > 0.0 && !one.turns_as(other);
    !beside
        && one.words_shared(other) >= FEWEST
        && one.share_of_heavier(other) >= LEAST
        && one.days_from(other) <= DAYS
        && one.has_mood_of(other)
        && !AGAINST.into_iter().any(|kind| evidence[kind] > 0.0)
        && !one.negates(other)
        && !one.has_other_values_than(other)
        && !one.is_timed_otherwise_than(other)
        && !one.is_on_anothers_word(other)
        && !(one.days_from(other) > 0 && one.may_be_of_another_than(other))
        && !(strength!(evidence, "roles turned round") > 0.0 && one.has_verb_of(other) && !one.is_clipped_beside(other))
        && (scene() || is_of_one_matter(one, other))
}

/// Whether so much is shared by reports of the same days that they tell of one matter, though all else in them is another.
fn is_of_one_matter(one: &Content<'_>, other: &Content<'_>) -> bool {
    one.words_shared(other) >= MANY && one.names_as(other) && one.days_from(other) <= DAYS_OF_ONE
}

/// How likely it is, from 0 to 1.
pub(super) fn likelihood(evidence: &Evidence) -> f32 {
    let odds: f32 = evidence.iter().zip(&WEIGHTS).map(|(e, (_, weight))| e * weight).sum();
    1.0 / (1.0 + (-odds).exp())
}
