//! What is said outright, behind a verb of saying that begins its sentence, and words that go on behind "but".

use std::ops::Range;

use super::Candidate;
use crate::{
    attributions::Found,
    cues::Frames,
    grammar::{Form, phrases::relative},
    tags::Tag,
};

impl Candidate<'_> {
    /// A quotation that ends the sentence behind what is said in other words: "said the board would look at it, but “nobody
    /// wants it”".
    pub(super) fn behind_but(&self, content: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let [only] = content else { return None };
        let mark = only.end + 2;
        let joined = words.text(only.end) == "," && matches!(words.lower(only.end + 1), "but" | "and" | "yet");
        let says = self.cue.frames.any(Frames::QUOTE)
            && self.group.form == Form::Finite
            && only.start >= self.group.words.end
            && scene.clauses.finite_in(only.clone());
        if !joined || !says || mark >= scene.end || !scene.clauses.finite_in(mark..scene.end) {
            return None;
        }
        let pieces = scene.quotation_at(mark, self.quoted)?;
        pieces.iter().any(|piece| piece.end + 1 >= scene.clauses.end).then_some(pieces)
    }

    /// "He said the mill, which the board wants to keep, may be sold": all that follows the verb, where the sentence begins
    /// with who says it and no other frame fits.
    pub(super) fn outright(&self, source: Option<Range<usize>>) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let own = self.own.clone().filter(|_| source.is_some())?;
        let at = self.group.words.end;
        let begins = (scene.clauses.start..own.start).all(|at| {
            crate::words::is_one_of(words.lower(at), "but and however , yet - so") || words.tag(at) == Tag::Punctuation
        });
        let says = matches!(self.cue.lemma, "say" | "note" | "argue" | "add")
            && self.group.form == Form::Finite
            && !self.group.negated
            && !self.group.passive
            && self.group.words.len() <= 2
            && !self.group.words.clone().any(|at| crate::grammar::groups::is_modal(words.lower(at)));
        let clause =
            matches!(
                words.tag(at),
                Tag::Noun | Tag::Proper | Tag::Determiner | Tag::Pronoun | Tag::Adjective | Tag::Number
            ) || scene.clauses.group_at(at).is_some_and(|group| group.form == Form::Gerund && group.words.start == at)
                || crate::words::is_one_of(words.lower(at), "less more fewer only both neither either");
        let nothing = crate::words::is_one_of(
            words.lower(at),
            "nothing no little so goodbye hello something otherwise yes this that",
        );
        let plain = !own.clone().any(|at| relative(words.lower(at))) && own.end + 2 >= self.group.words.start;
        if !(begins && says && clause && plain) || nothing || at >= scene.end {
            return None;
        }
        let end = scene.clause_end(at, self.quoted);
        let end = if scene.clauses.finite_in(at..end) { end } else { scene.end };
        scene.clauses.finite_in(at..end).then(|| self.found(source, at, vec![at..end])).flatten()
    }
}
