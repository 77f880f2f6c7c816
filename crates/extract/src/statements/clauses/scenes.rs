//! Where a concession ends that opens a sentence, and relative clauses that could stand by themselves.

use super::{Cutter, REACH, antecedent, antecedents::verb_of, conditions, is_dash, is_opener};
use crate::{grammar::Form, mentions, tags::Tag};

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
                && !is_opener(self.words, at + 1)
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
                let settled = !(self.region..self.clauses.end).any(|at| conditions(self.words, at));
                // "Who helps there and said he knew her": what is told further on is on their word.
                let own = verb_of(self.clauses, at).map_or(at, |verb| verb.head);
                let says = self.said.tells(own) || !(own..self.clauses.end).any(|at| self.said.opens(at));
                self.runs_out(at)
                    && says
                    && settled
                    && named.start >= self.region
                    && self.clauses.finite_in(self.region..at)
            })
    }

    /// Whether a clause goes on to the end of its sentence: behind its commas stands only what goes on with it.
    fn runs_out(&self, at: usize) -> bool {
        let words = self.words;
        (at..self.clauses.end).all(|mark| {
            let next = mark + 1;
            match words.text(mark) {
                ";" => false,
                "," => {
                    let participle = self
                        .clauses
                        .group_at(next)
                        .is_some_and(|group| group.words.start == next && group.form == Form::Gerund);
                    let joined = matches!(words.lower(next), "and" | "but") && self.group_from(next + 1).is_some();
                    let dated = words.tag(next) == Tag::Number && words.tag(mark - 1) == Tag::Number;
                    let placed = words.tag(mark - 1) == Tag::Proper && mentions::is_place(words.text(next));
                    let detail = matches!(words.lower(next), "including" | "aged" | "when" | "where" | "after");
                    participle || joined || dated || placed || detail
                }
                _ => !is_dash(words, mark),
            }
        })
    }
}
