//! How likely two statements are to say the same thing.

use crate::features::{Features, Space, cosine};

/// Weights of the two ways in which statements are found to say the same.
pub(crate) struct Weights {
    /// By their words: bias, words, events, names.
    pub words: [f32; 4],
    /// By what their documents are about, where both stand at the top: bias, words, context, events, names.
    pub story: [f32; 5],
}

/// Logistic regressions, rounded.
pub(crate) const WEIGHTS: Weights = Weights { words: [-3.5, 7.5, 1.0, 1.0], story: [-3.55, 2.2, 11.0, 0.75, 1.1] };

/// That two statements both look ahead makes it likelier that they expect the same.
const BOTH_AHEAD: f32 = 0.7;

/// From 0 to 1.
pub(crate) fn similarity(space: &Space, a: &Features, b: &Features) -> f32 {
    weighed(&WEIGHTS, space, a, b)
}

/// The likelier of two reasons: they share what they say, or both tell the main event of one story.
pub(crate) fn weighed(weights: &Weights, space: &Space, a: &Features, b: &Features) -> f32 {
    let words = cosine(&a.terms, &b.terms);
    let events = cosine(&a.events, &b.events);
    let names = cosine(&a.names, &b.names);
    let (first, second) = (a.document as usize, b.document as usize);
    let [bias, w, e, n] = weights.words;
    let ahead = if a.expected && b.expected { BOTH_AHEAD } else { 0.0 };
    let by_words = bias + w * words + e * events + n * names + ahead;
    let story = space.story(a.document, b.document);
    if story == 0.0 {
        return logistic(by_words);
    }
    let context = cosine(&space.documents[first], &space.documents[second]);
    let top = (a.lead * b.lead).sqrt() * story;
    let [bias, w, c, e, n] = weights.story;
    let by_story = bias + w * words.sqrt() + c * context.sqrt() * top + e * events + n * names;
    logistic(by_words.max(by_story))
}

fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}
