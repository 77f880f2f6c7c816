//! How likely two statements are to say the same thing.

use crate::features::{Features, Space, cosine};

/// From 0, nothing in common, to about 1.
pub(crate) fn similarity(space: &Space, a: &Features, b: &Features) -> f32 {
    let words = cosine(&a.terms, &b.terms);
    let context = cosine(&space.documents[a.document as usize], &space.documents[b.document as usize]);
    0.85 * words + 0.15 * words.sqrt() * context
}
