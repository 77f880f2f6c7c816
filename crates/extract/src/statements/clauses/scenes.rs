//! Where a concession ends that opens a sentence, and relative clauses that could stand by themselves.

use super::{Cutter, REACH, antecedent, conditions, is_dash};
use crate::tags::Tag;

impl Cutter<'_, '_> {
    /// "While the owners paid, the pilots refused": cut at the comma.
    pub(super) fn initial_concession(&mut self, from: usize) {
        let quoted = matches!(self.words.text(from), "“" | "\"");
        let start = from + usize::from(quoted);
        if !matches!(self.words.lower(start), "while" | "although" | "though" | "whereas") {
            return;
        }
        let Some(first) = self.finite_after(start) else { return };
        if self.subject_start(first).is_none() {
            return;
        }
        let comma = (first.words.end..self.clauses.end).find(|&at| {
            self.words.text(at) == ","
                && self.finite_after(at + 1).is_some_and(|group| {
                    group.words.start > at + 1
                        && self.subject_start(group).is_some_and(|subject| subject > at && subject <= at + 2)
                })
        });
        let Some(comma) = comma else { return };
        let whole = !(start + 1..comma).any(|at| conditions(self.words, at)) && !self.said.bound(comma);
        self.cuts.at.extend(whole.then_some(comma + 1));
    }

    /// "…, where both sides met": a relative clause that is a sentence but for its first word, and ends its sentence.
    pub(super) fn opens_scene(&self, at: usize) -> bool {
        let led = self.words.tag(at) == Tag::Preposition && self.words.lower(at + 1) == "which";
        // Within what somebody says it may be theirs, or the report's gloss.
        if self.words.text(at - 1) != "," || !led && self.words.lower(at) != "where" || self.said.retold(at) {
            return false;
        }
        let pronoun = at + usize::from(led);
        let before = self.clauses.finite_in(self.region..at);
        let Some(group) = self.finite_after(pronoun + 1).filter(|_| before) else { return false };
        let own = self.subject_start(group).is_some_and(|subject| subject <= pronoun + 2 && subject > pronoun);
        let last =
            !(at..self.clauses.end).any(|at| matches!(self.words.text(at), "," | ";") || is_dash(self.words, at));
        let settled = !(self.region..self.clauses.end).any(|at| conditions(self.words, at));
        let near = group.words.start <= at + REACH;
        near && own && last && settled && !matches!(self.words.lower(at), "of" | "than" | "with" | "by")
    }

    /// "…, which burned in May": a clause that tells more of the name before it, and ends the sentence.
    pub(super) fn opens_relative(&self, at: usize) -> bool {
        !self.said.retold(at)
            && antecedent(self.clauses, at).is_some_and(|named| {
                let last = !(at..self.clauses.end)
                    .any(|at| matches!(self.words.text(at), "," | ";") || is_dash(self.words, at));
                let settled = !(self.region..self.clauses.end).any(|at| conditions(self.words, at));
                last && settled && named.start >= self.region && self.clauses.finite_in(self.region..at)
            })
    }
}
