//! What each kind of evidence weighs: written by `cargo xtask train`, which docs/relations.md tells of.

use super::evidence::KINDS;

/// By kind of evidence, in the order of `KINDS_OF_EVIDENCE`.
pub(super) const WEIGHTS: [(&str, f32); KINDS] = [
    ("bias", -1.69),
    ("words in one order: share of the longer text", 1.25),
    ("words in one order: share of the shorter text", 1.28),
    ("logarithm of the odds of the pair", 0.15),
    ("share of the heavier one's words", 0.59),
    ("share of the lighter one's words", 0.13),
    ("names that the reports share", 0.27),
    ("length of the shorter text by the longer one's", 1.03),
    ("the verb of each stands in the other", 1.08),
    ("the verb of neither stands in the other", -0.63),
];
