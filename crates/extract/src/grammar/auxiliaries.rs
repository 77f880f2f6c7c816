//! The words that verbs lean on: auxiliaries, modals, particles.

use crate::tags::Tag;

/// Whether the word with this tag can end a noun phrase.
pub(crate) fn is_nominal(tag: Tag) -> bool {
    matches!(tag, Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Number)
}

pub(crate) fn is_modal(lower: &str) -> bool {
    matches!(
        lower,
        "will"
            | "would"
            | "can"
            | "could"
            | "shall"
            | "should"
            | "may"
            | "might"
            | "must"
            | "'ll"
            | "'d"
            | "ca"
            | "wo"
            | "cannot"
            | "ought"
    )
}

pub(crate) fn is_have(lower: &str) -> bool {
    matches!(lower, "have" | "has" | "had" | "having" | "'ve")
}

pub(crate) fn is_be(lower: &str) -> bool {
    matches!(lower, "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "'re" | "'m" | "ain't")
}

pub(crate) fn is_do(lower: &str) -> bool {
    matches!(lower, "do" | "does" | "did")
}

pub(super) fn is_particle(lower: &str) -> bool {
    matches!(lower, "out" | "off" | "back" | "up" | "down")
}
