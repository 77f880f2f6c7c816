//! How likely two statements say the same one thing, and when that is sure.

use super::evidence::Evidence;
use super::weights::WEIGHTS;

/// What the pairs of a claim are on average at least.
pub(super) const SURE: f32 = 0.6;

/// A pair that is less likely, looked at alone, stands in no claim.
const SAME: f32 = 0.5;

/// From here on a pair is shown as perhaps the same.
pub(super) const PERHAPS: f32 = 0.4;

/// What keeps a pair from being sure, however many words it shares: by the names of the kinds of evidence.
const DOUBTS: [&str; 4] =
    ["roles turned round", "one looks ahead", "one under a condition", "other days, each that of its report"];

/// From here on the kind "few words" means that one of the two says next to nothing: a bare "she said so".
const EMPTY: f32 = 0.75;

/// From here on the kind "longest run of words" means that both have much of a sentence in common.
const LONG_RUN: f32 = 0.75;

/// Whether both may stand in one claim.
pub(super) fn may_be_one(evidence: &Evidence, likelihood: f32) -> bool {
    let of = |kind: &str| WEIGHTS.iter().zip(evidence).find(|((name, _), _)| *name == kind).map_or(0.0, |(_, e)| *e);
    let doubted = DOUBTS.into_iter().any(|kind| of(kind) > 0.0) || of("few words") >= EMPTY;
    // Where both turn on a verb, it has to be shared: names, a place and a day alone are a scene in which much is said.
    let apart = of("verb: another") > 0.0 && of("verb: stands in the other") == 0.0;
    let worded = of("all words the same") > 0.0 || of("longest run of words") >= LONG_RUN;
    likelihood >= SAME && !doubted && (!apart || worded)
}

/// How likely it is, from 0 to 1.
pub(super) fn likelihood(evidence: &Evidence) -> f32 {
    let odds: f32 = evidence.iter().zip(&WEIGHTS).map(|(e, (_, weight))| e * weight).sum();
    1.0 / (1.0 + (-odds).exp())
}
