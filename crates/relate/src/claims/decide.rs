//! How likely two statements say the same one thing, and when that is sure.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::evidence::{Evidence, KINDS_OF_EVIDENCE};
use super::weights::WEIGHTS;

/// What the pairs of a claim are on average at least.
pub(crate) const SURE: f32 = 0.6;

/// A pair that is less likely, looked at alone, stands in no claim.
const SAME: f32 = 0.55;

/// From here on a pair is shown as perhaps the same.
pub(crate) const PERHAPS: f32 = 0.4;

/// What keeps a pair from being sure, however many words it shares: by the names of the kinds of evidence.
const DOUBTS: [&str; 4] =
    ["roles turned round", "one looks ahead", "one under a condition", "other days, each that of its report"];

/// From here on the kind "few words" means that one of the two says next to nothing: a bare "she said so".
const EMPTY: f32 = 0.75;

/// From here on the kind "longest run of words" means that both have much of a sentence in common.
const LONG_RUN: f32 = 0.75;

/// How much of the longer statement both share at least where they give other numbers of one unit: less is another thing
/// counted, and no difference.
const COUNTED: f32 = 0.5;

/// Whether both may stand in one claim.
pub(crate) fn may_be_one(evidence: &Evidence, likelihood: f32) -> bool {
    let of = |kind: &str| kind_at(kind).map_or(0.0, |at| evidence[at]);
    let doubted = DOUBTS.into_iter().any(|kind| of(kind) > 0.0) || of("few words") >= EMPTY;
    // Where both turn on a verb, it has to be shared: names, a place and a day alone are a scene in which much is said.
    let apart = of("verb: another") > 0.0 && of("verb: stands in the other") == 0.0;
    let worded = of("all words the same") > 0.0 || of("longest run of words") >= LONG_RUN;
    // The same people elsewhere on another day.
    let again = of("other days, well apart") > 0.0 && of("names: each has others") > 0.0;
    let counted = of("numbers: others of one unit") > 0.0 && of("share of the longer one's words") < COUNTED;
    likelihood >= SAME && !doubted && !again && !counted && (!apart || worded)
}

/// The place of a kind of evidence by its name.
fn kind_at(kind: &str) -> Option<usize> {
    static PLACES: OnceLock<HashMap<&'static str, usize>> = OnceLock::new();
    let places =
        PLACES.get_or_init(|| KINDS_OF_EVIDENCE.iter().enumerate().map(|(at, (name, _))| (*name, at)).collect());
    places.get(kind).copied()
}

/// How likely it is, from 0 to 1.
pub(crate) fn likelihood(evidence: &Evidence) -> f32 {
    let odds: f32 = evidence.iter().zip(&WEIGHTS).map(|(e, (_, weight))| e * weight).sum();
    1.0 / (1.0 + (-odds).exp())
}
