//! How likely two statements say the same one thing, and when that is sure.

use super::evidence::{Evidence, place_of, strength};
use super::weights::WEIGHTS;

/// What the pairs of a claim are on average at least.
pub(crate) const SURE: f32 = 0.55;

/// A pair that is less likely, looked at alone, stands in no claim.
const SAME: f32 = 0.5;

/// From here on a pair is shown as perhaps the same.
pub(crate) const PERHAPS: f32 = 0.4;

/// What keeps a pair from being sure, however many words it shares: kinds of evidence.
const DOUBTS: [usize; 5] = [
    place_of("roles turned round"),
    place_of("one looks ahead"),
    place_of("one under a condition"),
    place_of("other days, each that of its report"),
    place_of("other pronouns as subjects"),
];

/// From here on the kind "few words" means that one of the two says next to nothing: a bare "she said so".
const EMPTY: f32 = 0.75;

/// And from here on that two words are all, as in a phrase that anybody may use.
const PHRASE: f32 = 0.5;

/// From here on the kind "longest run of words" means that both have much of a sentence in common.
const LONG_RUN: f32 = 0.75;

/// How much of the shorter statement's words outside of relative clauses both share there at least: what is shared has to be
/// what they say, and not what they say by the way.
const MAIN: f32 = 0.6;

/// How much of the longer statement's words both share there where one says that it is not so.
const SAID: f32 = 0.4;

/// From here on a pair is so likely that this is enough; else the longer one has to hold nearly all that the shorter one says,
/// and all of it where they turn on different verbs.
const CERTAIN: f32 = 0.85;
const NEARLY_ALL: f32 = 0.85;
const ALL: f32 = 0.95;

/// How much of the longer statement both share at least where they give other numbers of one unit: less is another thing
/// counted, and no difference.
const COUNTED: f32 = 0.5;

/// Whether both may stand in one claim.
pub(crate) fn may_be_one(evidence: &Evidence, likelihood: f32) -> bool {
    // Most pairs are not likely: nothing else is asked of them.
    if likelihood < SAME {
        return false;
    }
    let doubted = DOUBTS.into_iter().any(|kind| evidence[kind] > 0.0) || strength!(evidence, "few words") >= EMPTY;
    let another = strength!(evidence, "verb: another") > 0.0;
    // Where both turn on a verb, it has to be shared: names, a place and a day alone are a scene in which much is said.
    let apart = another && strength!(evidence, "verb: stands in the other") == 0.0;
    let worded =
        strength!(evidence, "all words the same") > 0.0 || strength!(evidence, "longest run of words") >= LONG_RUN;
    // The same people elsewhere on another day.
    let again =
        strength!(evidence, "other days, well apart") > 0.0 && strength!(evidence, "names: each has others") > 0.0;
    let counted = strength!(evidence, "numbers: others of one unit") > 0.0
        && strength!(evidence, "share of the longer one's words") < COUNTED;
    let phrase = strength!(evidence, "few words") >= PHRASE && strength!(evidence, "one speaker") == 0.0;
    // One says not what the other says: that is a difference where it is all that differs.
    let negated = strength!(evidence, "one says not") > 0.0
        && strength!(evidence, "main words: share of the longer one's") < SAID;
    let held = strength!(evidence, "main words: share of the shorter one's");
    let behind = strength!(evidence, "behind the verb: shared");
    let wanted = match (likelihood >= CERTAIN, another) {
        // One deed, of which somebody else is told: a difference.
        _ if strength!(evidence, "verb: the same") > 0.0 && behind >= NEARLY_ALL => SAID,
        (true, _) => MAIN,
        // Another place or number of it.
        (false, false) if behind >= MAIN || strength!(evidence, "verb: the same") == 0.0 => MAIN,
        (false, false) => NEARLY_ALL,
        (false, true) => ALL,
    };
    !doubted && !again && !counted && !phrase && !negated && held >= wanted && (!apart || worded)
}

/// Whether one speaker is told to say the same run of words in both: one utterance, as each report cuts it.
pub(crate) fn is_one_utterance(evidence: &Evidence) -> bool {
    strength!(evidence, "one speaker") > 0.0 && strength!(evidence, "longest run of words") >= LONG_RUN
}

/// How likely it is, from 0 to 1.
pub(crate) fn likelihood(evidence: &Evidence) -> f32 {
    let odds: f32 = evidence.iter().zip(&WEIGHTS).map(|(e, (_, weight))| e * weight).sum();
    1.0 / (1.0 + (-odds).exp())
}
