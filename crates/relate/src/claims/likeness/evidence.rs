//! What tells how alike two statements are told.

use super::super::alike::{in_common, share};
use crate::agreement::Content;

/// How many kinds of evidence there are.
pub(crate) const KINDS: usize = KINDS_OF_EVIDENCE.len();

/// What each kind of evidence is called, in the order of [`evidence`], and whether it may speak for (1) or against (-1) the two
/// saying the same, or either way (0).
pub(crate) const KINDS_OF_EVIDENCE: [(&str, i8); 10] = [
    ("bias", 0),
    ("words in one order: share of the longer text", 1),
    ("words in one order: share of the shorter text", 1),
    ("logarithm of the odds of the pair", 1),
    ("share of the heavier one's words", 1),
    ("share of the lighter one's words", 1),
    ("names that the reports share", 1),
    ("length of the shorter text by the longer one's", 1),
    ("the verb of each stands in the other", 1),
    ("the verb of neither stands in the other", -1),
];

/// The evidence of one pair.
pub(crate) type Evidence = [f32; KINDS];

/// A likelihood counts as no nearer to 0 or 1 than this.
const NEAREST: f32 = 1e-4;

/// Of two statements that are as likely to say the same as `likelihood` says, in reports that share so much of their `names`.
pub(crate) fn evidence(one: &Content<'_>, other: &Content<'_>, likelihood: f32, names: f32) -> Evidence {
    let (a, b) = one.texts(other);
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    let order = in_common(a, b).1;
    let likelihood = likelihood.clamp(NEAREST, 1.0 - NEAREST);
    let flag = |holds: bool| f32::from(u8::from(holds));
    let (ours, theirs) = one.verbs_told(other);
    let same = one.has_verb_of(other);
    [
        1.0,
        share(order, longer),
        share(order, shorter),
        (likelihood / (1.0 - likelihood)).ln(),
        one.share_of_heavier(other),
        one.share_of_lighter(other),
        names.min(1.0),
        share(shorter, longer),
        flag(same || ours && theirs),
        flag(!(same || ours || theirs || one.turns_lightly_as(other))),
    ]
}
