//! Infinitives and gerunds: what they hang on tells whether they are so.

use super::{Node, REACH, Reader, State};
use crate::{
    commitment,
    commitment::effects::{self, Effect},
    grammar::groups,
    grammar::{Form, VerbGroup},
    tags::Tag,
};
use model::Commitment;

impl<'b> Reader<'_, 'b> {
    pub(super) fn infinitive(&self, index: usize, group: &VerbGroup) -> Node {
        let start = group.words.start;
        let word = self.word_before(start);
        let turned = word.is_some_and(|word| (word + 1..group.head).any(|at| commitment::is_negation(self.lower(at))));
        let base = self.led_to(index, start, word);
        let state = State { negated: base.negated != turned, ..base.clone() };
        Node { start, parent: index.checked_sub(1), base, state }
    }

    /// What leads to an infinitive at `start`, behind the word `word`.
    pub(super) fn led_to(&self, index: usize, start: usize, word: Option<usize>) -> State {
        let purpose = State::of(Commitment::Expected, start..start + 1);
        let Some(word) = word else { return purpose };
        let Some((_, verb, node)) = self.before(index) else { return self.led_by_word(word, &State::plain(), purpose) };
        let lower = self.lower(verb.head);
        let cue = verb.words.clone();
        if verb.words.end > word && word >= verb.words.start {
            let effect = if groups::is_be(lower) || groups::is_have(lower) {
                Effect::Expected
            } else if verb.passive {
                effects::of_adjective(lower).unwrap_or_else(|| effects::of_infinitive(lower))
            } else if lower == "used" {
                Effect::Holds
            } else {
                effects::of_infinitive(lower)
            };
            return State::under(effect, &node.state, cue, commitment::denies(lower));
        }
        if word < verb.words.end {
            return purpose;
        }
        // "asked the owners to leave", "forced him to leave": the verb, unless the noun has a say of its own.
        if effects::of_noun(self.lower(word)).is_none()
            && matches!(self.tag(word), Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Number)
            && word < verb.words.end + REACH
            && !(verb.words.end..word).any(|at| matches!(self.clauses.words.text(at), "," | ";"))
            && effects::of_clause(lower).is_some()
        {
            return State::under(effects::of_infinitive(lower), &node.state, cue, commitment::denies(lower));
        }
        self.led_by_word(word, &node.state, purpose)
    }

    pub(super) fn led_by_word(&self, word: usize, parent: &State, purpose: State) -> State {
        let lower = self.lower(word);
        // "were not able to speak" did not; "was able to" did.
        if lower == "able" && parent.negated {
            return parent.clone();
        }
        let effect = effects::of_noun(lower).or_else(|| effects::of_adjective(lower));
        match effect {
            // "glad to see": it was seen.
            Some(Effect::Fact) => parent.clone(),
            Some(effect) => State::under(effect, parent, word..word + 1, false),
            None => purpose,
        }
    }

    pub(super) fn gerund(&self, index: usize, group: &VerbGroup) -> Node {
        let start = group.words.start;
        let word = start.checked_sub(1).filter(|&at| at >= self.clauses.start);
        let parent = index.checked_sub(1);
        let base = self.gerund_base(index, word);
        Node { start, parent, state: State { negated: base.negated || group.negated, ..base.clone() }, base }
    }

    pub(super) fn gerund_base(&self, index: usize, word: Option<usize>) -> State {
        // "Selling the port would ruin the town": nothing is sold yet.
        if word.is_none_or(|word| self.tag(word) == Tag::Punctuation && word < self.clauses.start + 2) {
            let next = self.clauses.groups[index + 1..].iter().position(|group| group.form == Form::Finite);
            let subject = next.map(|next| index + 1 + next).filter(|&next| {
                let start = self.clauses.groups[next].words.start;
                !(self.clauses.groups[index].words.end..start).any(|at| self.clauses.words.text(at) == ",")
                    && self.is_present(next)
            });
            if subject.is_some() {
                let group = &self.clauses.groups[index];
                return State::of(Commitment::Hedged, group.words.clone());
            }
        }
        let Some(word) = word else { return State::plain() };
        let lower = self.lower(word);
        if lower == "without" {
            return State { commitment: Commitment::Asserted, negated: true, cue: Some(word..word + 1) };
        }
        let Some((_, verb, node)) = self.before(index) else {
            let noun = word.checked_sub(1).and_then(|noun| effects::of_noun(self.lower(noun)));
            return noun
                .map_or_else(State::plain, |effect| State::under(effect, &State::plain(), word - 1..word, false));
        };
        let head = self.lower(verb.head);
        let plain = State { negated: false, ..node.state.clone() };
        let cue = verb.words.clone();
        if lower == "," {
            // "refused to leave, citing the cold": beside the finite verb, not beside its complement.
            let finite = (0..index).rev().take(8).find(|&at| self.clauses.groups[at].form == Form::Finite);
            let beside = finite.map_or_else(State::plain, |at| self.nodes[at].state.clone());
            return State { negated: false, ..beside };
        }
        if verb.words.end == word + 1 {
            let effect = effects::of_clause(head).unwrap_or(Effect::Holds);
            return State::under(effect, &node.state, cue, commitment::denies(head));
        }
        if self.tag(word) == Tag::Preposition || lower == "to" {
            let noun = word.checked_sub(1).filter(|&noun| noun >= verb.words.end);
            if let Some(effect) = noun
                .and_then(|noun| effects::of_noun(self.lower(noun)).or_else(|| effects::of_adjective(self.lower(noun))))
            {
                return State::under(effect, &plain, word - 1..word, false);
            }
            let adjacent = verb.words.end == word || word < verb.words.end + 8;
            let taken = crate::words::is_one_of(lower, "of about against from on for at with into");
            let effect = effects::of_clause(head).filter(|effect| adjacent && taken && *effect != Effect::Fact);
            return match effect {
                Some(effect) => State::under(effect, &node.state, cue, commitment::denies(head)),
                None if lower == "for" && adjacent => plain,
                None => plain,
            };
        }
        plain
    }
}

/// Verbs that take a hearer before what is said.
pub(super) fn cue_of_hearing(lower: &str) -> bool {
    ["tell", "told", "warn", "assur", "remind", "inform", "notif", "convinc", "persuad", "show", "promis"]
        .iter()
        .any(|stem| lower.starts_with(stem))
}
