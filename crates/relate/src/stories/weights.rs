//! What each kind of evidence weighs: written by `cargo xtask train`, which docs/relations.md tells of.

use super::evidence::KINDS;

/// By kind of evidence, in the order of `KINDS_OF_EVIDENCE`.
pub(super) const WEIGHTS: [(&str, f32); KINDS] = [
    ("bias", -7.41),
    ("words", 0.00),
    ("words, root", 2.30),
    ("own words", 0.00),
    ("words for events", 0.33),
    ("names", 0.89),
    ("verb: the same", 0.26),
    ("verb: another", 0.00),
    ("both look ahead", 0.00),
    ("one looks ahead", -0.40),
    ("both say not", 0.68),
    ("one day, by how rare it is", 1.10),
    ("one time", 1.16),
    ("other days", 0.00),
    ("other days and other places", -0.19),
    ("places: shared", 0.00),
    ("places: each has others", 0.00),
    ("at the top", 1.78),
    ("at the top: words, root", 0.00),
    ("at the top: documents", 1.44),
    ("about the other's document", 0.00),
    ("documents: words", 5.93),
    ("documents: names", 0.46),
    ("documents: names at the top", 0.45),
    ("documents: other names at the top", 0.00),
    ("documents: numbers", 0.73),
    ("documents: other places", -0.42),
    ("documents: days between them", 0.00),
    ("documents: more than two weeks apart", 0.00),
    ("documents: more than half a year apart", -0.16),
    ("documents: others tell it too", 3.18),
];
