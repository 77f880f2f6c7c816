//! How likely two statements are to say the same thing.

use crate::features::{Features, Space, cosine};

/// What two statements share.
pub(crate) struct Shared {
    /// Cosine of all their words.
    pub words: f32,
    /// Cosine of the words for kinds of events.
    pub events: f32,
    /// Cosine of the names.
    pub names: f32,
    /// Cosine of what their documents are about.
    pub context: f32,
    /// How far both stand at the top of reports of one story, from 0 to 1.
    pub top: f32,
    /// Whether both look ahead.
    pub ahead: bool,
}

/// Weights of the two ways in which statements are found to say the same.
pub(crate) struct Weights {
    /// By their words: bias, words, events, names.
    pub words: [f32; 4],
    /// By what their documents are about, where both stand at the top: bias, words, context, events, names.
    pub story: [f32; 5],
}

/// Logistic regressions, rounded. docs/relations.md tells how they were found.
pub(crate) const WEIGHTS: Weights = Weights { words: [-3.5, 7.5, 1.0, 1.0], story: [-3.55, 2.2, 11.0, 0.75, 1.1] };

/// That two statements both look ahead makes it likelier that they expect the same.
const BOTH_AHEAD: f32 = 0.7;

/// Below this, standing at the top makes no difference.
pub(crate) const TOP: f32 = 0.05;

/// From 0 to 1.
pub(crate) fn similarity(space: &Space, a: &Features, b: &Features) -> f32 {
    let top = top(space, a, b);
    let context = if top >= TOP {
        cosine(&space.documents[a.document as usize], &space.documents[b.document as usize])
    } else {
        0.0
    };
    likelihood(&Shared {
        words: cosine(&a.terms, &b.terms),
        events: cosine(&a.events, &b.events),
        names: cosine(&a.names, &b.names),
        context,
        top,
        ahead: a.expected && b.expected,
    })
}

/// How far both stand at the top of reports of one story.
pub(crate) fn top(space: &Space, a: &Features, b: &Features) -> f32 {
    (a.lead * b.lead).sqrt() * space.story(a.document, b.document)
}

/// The likelier of two reasons: they share what they say, or both tell the main event of one story.
pub(crate) fn likelihood(shared: &Shared) -> f32 {
    let [bias, w, e, n] = WEIGHTS.words;
    let ahead = if shared.ahead { BOTH_AHEAD } else { 0.0 };
    let by_words = bias + w * shared.words + e * shared.events + n * shared.names + ahead;
    if shared.top < TOP {
        return logistic(by_words);
    }
    let [bias, w, c, e, n] = WEIGHTS.story;
    let by_story =
        bias + w * shared.words.sqrt() + c * shared.context.sqrt() * shared.top + e * shared.events + n * shared.names;
    logistic(by_words.max(by_story))
}

fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}
