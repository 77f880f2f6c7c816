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
