//! Things that are alleged, planned or threatened.

use std::ops::Range;

use super::{Reader, Scope};
use crate::{
    commitment::effects::{self, Effect},
    grammar::Form,
    tags::Tag,
};
use model::{Commitment, Polarity};

impl<'b> Reader<'_, 'b> {
    /// Things that are alleged, planned, threatened: "the alleged sale", "rumours of a sale", "demanded a sale".
    pub(super) fn nominal(&self, scopes: &mut Vec<Scope>) {
        for (index, group) in self.clauses.groups.iter().enumerate() {
            let next = group.words.end;
            let preposition = if self.lower(next) == "for" { "for" } else { "" };
            let from = next + usize::from(!preposition.is_empty());
            let effect = effects::of_object(self.lower(group.head), preposition);
            let passive = group.passive && preposition.is_empty();
            let nominal = matches!(self.tag(from), Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Proper);
            if let Some(effect) =
                effect.filter(|_| !passive && nominal && !group.negated && !self.nodes[index].state.negated)
                && !self
                    .clauses
                    .group_at(from)
                    .is_some_and(|group| group.form != Form::Participle && group.words.len() > 1)
                && let Some(end) = self.noun_end(from)
                && !(end < self.clauses.end && self.lower(end) == "to")
                && self.clauses.group_at(end).is_none_or(|group| group.words.start != end || group.form != Form::Finite)
            {
                scopes.push(self.thing(from..end, effect, group.head));
            }
        }
        for at in self.clauses.start..self.clauses.end {
            let lower = self.lower(at);
            let tag = self.tag(at);
            if self.clauses.group_at(at).is_some_and(|group| group.words.len() > 1) {
                continue;
            }
            if let Some(effect) = effects::of_attribute(lower)
                && matches!(self.tag(at + 1), Tag::Noun | Tag::Adjective | Tag::Proper | Tag::Verb)
                && !self
                    .clauses
                    .group_at(at + 1)
                    .is_some_and(|group| group.form == Form::Finite && group.words.len() > 1)
                && let Some(end) = self.noun_end(at + 1)
            {
                scopes.push(self.thing(at + 1..end, effect, at));
            } else if tag == Tag::Noun
                && let Some(effect) = effects::of_noun(lower).filter(|effect| *effect != Effect::Denied)
                && matches!(self.lower(at + 1), "of" | "for" | "against" | "about")
                && !matches!(lower, "time" | "way" | "reason" | "right" | "rights" | "charge" | "charges" | "order" | "idea" | "call" | "calls" if self.lower(at + 1) != "for")
                && let Some(end) = self.noun_end(at + 2)
            {
                scopes.push(self.thing(at + 2..end, effect, at));
            }
        }
    }

    /// What is taken for given in a clause that is open or not so: "the old pier may have saved it", "did not repair the old pier".
    pub(super) fn given(&self, scopes: &mut Vec<Scope>) {
        let known: Vec<Range<usize>> = scopes.iter().map(|scope| scope.words.clone()).collect();
        let finite = self.clauses.groups.iter().enumerate().filter(|(_, group)| group.form == Form::Finite);
        let subjects: Vec<(usize, Option<Range<usize>>)> =
            finite.map(|(index, group)| (index, self.clauses.subject_before(group))).collect();
        let mut at = self.clauses.start;
        while at < self.clauses.end {
            let lower = self.lower(at);
            let definite = matches!(lower, "the" | "this" | "these" | "those") && self.tag(at) == Tag::Determiner
                || matches!(lower, "his" | "her" | "its" | "their" | "'s");
            let Some(end) = definite.then(|| self.noun_end(at + 1)).flatten() else {
                at += 1;
                continue;
            };
            let thing = known.iter().any(|range| (range.start == at || range.start == at + 1) && range.end <= end + 2);
            if !thing && !self.is_taken(at) && self.is_told_open(at, end, &subjects) {
                let (words, core) = (at..end, at..end);
                let (commitment, polarity) = (Commitment::Asserted, Polarity::Affirmed);
                scopes.push(Scope { words, core, commitment, polarity, cues: Vec::new() });
            }
            at = end;
        }
    }

    /// Whether a noun or a verb takes what begins at `at`, so that it is as open as they tell: "rumours of the sale".
    fn is_taken(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&before| before > self.clauses.start) else { return false };
        let led = crate::words::is_one_of(self.lower(before), "of for about against to in on");
        let taker = self.lower(before - 1);
        led && (effects::of_noun(taker).is_some() || effects::of_clause(taker).is_some())
            || effects::of_clause(self.lower(before)) == Some(Effect::Expected)
    }

    /// Whether words are the subject of a verb that is told as open or not so, or stand right behind one that is not so.
    fn is_told_open(&self, at: usize, end: usize, subjects: &[(usize, Option<Range<usize>>)]) -> bool {
        let told = subjects.iter().find_map(|(index, subject)| {
            let group = &self.clauses.groups[*index];
            let subject = subject.as_ref().is_some_and(|own| own.start <= at + 1 && own.end >= end);
            let object = group.words.end <= at && at < group.words.end + 3;
            (subject || object).then_some((*index, subject))
        });
        told.is_some_and(|(index, subject)| {
            let state = &self.nodes[index].state;
            state.negated || subject && state.commitment != Commitment::Asserted
        })
    }

    pub(super) fn noun_end(&self, from: usize) -> Option<usize> {
        let end = (from..self.clauses.end.min(from + 8))
            .find(|&at| {
                !matches!(self.tag(at), Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Determiner | Tag::Number)
                    && !matches!(self.lower(at), "'s" | "their" | "his" | "her")
                    && self.clauses.group_at(at).is_some_and(|group| group.words.len() <= 1)
                    || matches!(
                        self.tag(at),
                        Tag::Punctuation
                            | Tag::Preposition
                            | Tag::Conjunction
                            | Tag::Particle
                            | Tag::Auxiliary
                            | Tag::Subordinator
                            | Tag::Pronoun
                    ) && !matches!(self.lower(at), "'s" | "their" | "his" | "her")
            })
            .unwrap_or(self.clauses.end.min(from + 8));
        (end > from).then_some(end)
    }

    pub(super) fn thing(&self, words: Range<usize>, effect: Effect, cue: usize) -> Scope {
        let commitment = match effect {
            Effect::Expected => Commitment::Expected,
            Effect::Denied | Effect::Fact | Effect::Holds => Commitment::Asserted,
            Effect::Hedged => Commitment::Hedged,
        };
        let polarity = if effect == Effect::Denied { Polarity::Negated } else { Polarity::Affirmed };
        Scope { core: words.clone(), words, commitment, polarity, cues: std::iter::once(cue..cue + 1).collect() }
    }
}
