//! Words that are told with somebody and are nobody's own: read out, made up for them, refused.

use std::ops::Range;

use crate::{attributions::sayers, cues, prose::Prose, words::is_one_of};

/// Whether the words in quotation marks that a cue leads to are not those of its source: what a host reads out, what a face seems to
/// say, what somebody refused to say or might have said.
pub(super) fn is_unsaid(prose: &Prose<'_>, source: Range<usize>, cue: Range<usize>) -> bool {
    let words = &prose.words;
    let any = |test: &dyn Fn(&str) -> bool| cue.clone().any(|at| test(words.lower(at)));
    let lemma = |lower: &str| cues::verb(lower).map_or("", |cue| cue.lemma);
    let reads_out = any(&|lower| lemma(lower) == "read") && sayers::can_speak(prose, source);
    // "refused to call it “a war”", "did not call it “a war”"
    let names = any(&|lower| is_one_of(lemma(lower), "say call describe label term deem refer"));
    let not = any(&|lower| is_one_of(lower, "not n't 't never declined refused declines refuses"));
    // "might say “we are done”", "should have said “we are sorry”"
    let might = any(&|lower| matches!(lower, "might" | "should"));
    let would = any(&|lower| matches!(lower, "would" | "could")) && any(&|lower| lower == "have");
    reads_out || mimics(prose, &cue) || names && (not || might || would)
}

/// "Shrugged, as if to say “I told you”".
fn mimics(prose: &Prose<'_>, cue: &Range<usize>) -> bool {
    let before = cue.start.checked_sub(2);
    before.is_some_and(|at| {
        prose.words.lower(at) == "as"
            && matches!(prose.words.lower(at + 1), "if" | "though")
            && prose.words.lower(cue.start) == "to"
    })
}
