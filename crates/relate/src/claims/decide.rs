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
const DOUBTS: [&str; 3] = ["roles turned round", "one looks ahead", "other days, each that of its report"];

/// Whether both may stand in one claim.
pub(super) fn may_be_one(evidence: &Evidence, likelihood: f32) -> bool {
    let doubt = |kind: &str| WEIGHTS.iter().zip(evidence).any(|((name, _), e)| *name == kind && *e > 0.0);
    likelihood >= SAME && !DOUBTS.into_iter().any(doubt)
}

/// How likely it is, from 0 to 1.
pub(super) fn likelihood(evidence: &Evidence) -> f32 {
    let odds: f32 = evidence.iter().zip(&WEIGHTS).map(|(e, (_, weight))| e * weight).sum();
    1.0 / (1.0 + (-odds).exp())
}
