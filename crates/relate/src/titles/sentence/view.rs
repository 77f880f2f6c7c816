//! Whether a sentence judges, so that it is somebody's view.

use model::{Statement, Tense};

use crate::ground::words::{fold, words};
use crate::titles::lexicon;

/// Whether a report judges in its own voice, so that the title would judge in nobody's.
pub(super) fn is_judged(statement: &Statement, text: &str) -> bool {
    if statement.holders.len() > 1 {
        return false;
    }
    // What would be in a case that is not so is somebody's view.
    let verb = statement.clause.as_ref().filter(|clause| clause.tense == Tense::Modal);
    if verb.is_some() && words(text).iter().any(|w| w.text == "would" || w.text == "wouldn't" || w.text == "wouldn’t")
    {
        return true;
    }
    is_view(text)
}

/// Whether a text judges by its words.
pub(in crate::titles) fn is_view(text: &str) -> bool {
    let found: Vec<(bool, String)> =
        words(text).iter().map(|w| (w.text.starts_with(char::is_lowercase), fold(w.text))).collect();
    // "Is a good bridge" judges, "a good half" does not.
    let is = |at: usize| {
        found[at.saturating_sub(3)..at]
            .iter()
            .any(|(_, word)| lexicon::has("is are was were be been seems looks remains", word))
    };
    found
        .iter()
        .enumerate()
        .any(|(at, (lower, word))| *lower && (lexicon::judges(word) || lexicon::judges_as_predicate(word) && is(at)))
}
