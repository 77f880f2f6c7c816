//! How far a sentence commits itself to each of its clauses: finite ones, infinitives, gerunds.
//!
//! Each verb group hangs on another, or on a noun or adjective, which tells whether it is so; what modals, negation and
//! conditions say of it is added to that. "The owners agreed to sell the port, which burned in May" holds that they
//! agreed and that the port burned, and leaves the sale to come.

mod extents;
mod finite;
mod hanging;
mod things;

use std::ops::Range;

use model::{Commitment, Polarity};

use super::{effects::Effect, lexicon::HEDGES};
use crate::{
    grammar::{Form, VerbGroup, groups, phrases::Clauses},
    tags::Tag,
};

/// A clause of a sentence, and what the sentence says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scope {
    /// Its words, from its opener or verb to its end.
    pub(crate) words: Range<usize>,
    /// Its words up to the end of its verb.
    pub(crate) core: Range<usize>,
    /// How firmly it is said.
    pub(crate) commitment: Commitment,
    /// Whether it is said to be so.
    pub(crate) polarity: Polarity,
    /// The words that decide it.
    pub(crate) cues: Vec<Range<usize>>,
}

/// What is known of one verb group.
#[derive(Clone, Debug)]
struct Node {
    /// Where its clause begins.
    start: usize,
    /// The group that it is a part of.
    parent: Option<usize>,
    /// What it takes from what it hangs on.
    base: State,
    /// What holds of it in the end.
    state: State,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct State {
    commitment: Commitment,
    negated: bool,
    cue: Option<Range<usize>>,
}

impl State {
    fn plain() -> Self {
        Self { commitment: Commitment::Asserted, negated: false, cue: None }
    }

    fn of(commitment: Commitment, cue: Range<usize>) -> Self {
        Self { commitment, negated: false, cue: Some(cue) }
    }

    /// What a word with an effect makes of the clause that it takes.
    fn under(effect: Effect, parent: &Self, cue: Range<usize>, denies: bool) -> Self {
        match effect {
            Effect::Fact => Self::plain(),
            Effect::Hedged => Self::of(Commitment::Hedged, cue),
            Effect::Expected => Self::of(Commitment::Expected, cue),
            Effect::Holds => parent.clone(),
            Effect::Denied if parent.negated => Self { negated: false, ..parent.clone() },
            Effect::Denied if parent.commitment != Commitment::Asserted => parent.clone(),
            Effect::Denied => Self {
                commitment: if denies { Commitment::Denied } else { Commitment::Asserted },
                negated: true,
                cue: Some(cue),
            },
        }
    }
}

/// How far, in words, what a verb hangs on is looked for.
const REACH: usize = 24;

/// The scopes of a sentence, in order of their first word. A `question` asserts nothing.
pub(crate) fn find(clauses: &Clauses<'_>, question: bool) -> Vec<Scope> {
    Reader { clauses, question, nodes: Vec::with_capacity(clauses.groups.len()) }.run()
}

struct Reader<'a, 'b> {
    clauses: &'a Clauses<'b>,
    question: bool,
    nodes: Vec<Node>,
}

impl<'b> Reader<'_, 'b> {
    fn lower(&self, at: usize) -> &str {
        if at >= self.clauses.start && at < self.clauses.end { self.clauses.words.lower(at) } else { "" }
    }

    fn tag(&self, at: usize) -> Tag {
        if at >= self.clauses.start && at < self.clauses.end { self.clauses.words.tag(at) } else { Tag::Punctuation }
    }

    fn run(mut self) -> Vec<Scope> {
        for index in 0..self.clauses.groups.len() {
            let group = &self.clauses.groups[index];
            let mut node = match group.form {
                Form::Infinitive => self.infinitive(index, group),
                Form::Gerund => self.gerund(index, group),
                Form::Participle => self.inherits(index, group),
                Form::Finite => self.finite(index, group),
            };
            if self.question && node.state.commitment == Commitment::Asserted {
                node.state = State::of(Commitment::Hedged, self.clauses.end - 1..self.clauses.end);
            }
            self.nodes.push(node);
        }
        let mut scopes: Vec<Scope> = (0..self.nodes.len()).map(|index| self.scope(index)).collect();
        self.nominal(&mut scopes);
        self.given(&mut scopes);
        scopes.retain(|scope| !scope.words.is_empty());
        model::order::sort_by_key(&mut scopes, |scope| (scope.words.start, std::cmp::Reverse(scope.words.end)));
        scopes
    }

    fn scope(&self, index: usize) -> Scope {
        let (node, group) = (&self.nodes[index], &self.clauses.groups[index]);
        let polarity = if node.state.negated { Polarity::Negated } else { Polarity::Affirmed };
        Scope {
            words: node.start..self.trimmed(self.extent(index)).max(group.words.end),
            core: node.start.min(group.words.start)..group.words.end,
            commitment: node.state.commitment,
            polarity,
            cues: node.state.cue.iter().cloned().collect(),
        }
    }

    fn before(&self, index: usize) -> Option<(usize, &VerbGroup, &Node)> {
        let before = index.checked_sub(1)?;
        Some((before, self.clauses.groups.get(before)?, self.nodes.get(before)?))
    }

    /// The word before `at`, adverbs and "not" aside.
    fn word_before(&self, at: usize) -> Option<usize> {
        (self.clauses.start..at)
            .rev()
            .take(4)
            .find(|&at| self.tag(at) != Tag::Adverb && !super::is_negation(self.lower(at)))
    }

    /// What comes after a group shares its fate: a reduced relative clause, a participle.
    fn inherits(&self, index: usize, group: &VerbGroup) -> Node {
        let base = self.before(index).map_or_else(State::plain, |(_, _, node)| node.state.clone());
        // "the bridge built in May": what was done is done, whatever becomes of the bridge.
        let base = if base.negated { State { negated: false, ..base } } else { base };
        let parent = index.checked_sub(1);
        Node { start: group.words.start, parent, state: base.clone(), base }
    }

    /// What the modals and adverbs of a verb group say of it.
    fn own(&self, group: &VerbGroup) -> Option<State> {
        let perfect = group.words.clone().any(|at| self.lower(at) == "have");
        for at in group.words.clone() {
            let commitment = match self.lower(at) {
                "will" | "'ll" | "wo" | "shall" => Commitment::Expected,
                "would" | "'d" if at != group.head && !perfect => Commitment::Expected,
                "would" | "could" | "may" | "might" | "can" | "ca" | "cannot" | "should" | "must" | "ought" => {
                    Commitment::Hedged
                }
                _ => continue,
            };
            if self.tag(at) == Tag::Proper {
                continue;
            }
            return Some(State::of(commitment, at..at + 1));
        }
        let near =
            group.words.start.saturating_sub(1).max(self.clauses.start)..(group.words.end + 1).min(self.clauses.end);
        let hedge = near.into_iter().find(|&at| crate::words::is_one_of(self.lower(at), HEDGES));
        hedge.map(|at| State::of(Commitment::Hedged, at..at + 1))
    }

    fn negated(&self, group: &VerbGroup) -> bool {
        let next = group.words.end;
        let head = self.lower(group.head);
        let light = groups::is_be(head)
            || groups::is_have(head)
            || matches!(head, "gave" | "give" | "given" | "gives" | "made" | "took");
        let nothing =
            light && self.lower(next) == "no" && !matches!(self.lower(next + 1), "doubt" | "." | "sooner" | "less")
                || groups::is_be(self.lower(group.head))
                    && self.lower(next) == "not"
                    && !matches!(self.lower(next + 1), "only" | "just")
                || matches!(self.lower(next), "nothing" | "nobody");
        let subject = (self.clauses.start..group.words.start).rev().take(3).any(|at| {
            matches!(self.lower(at), "nobody" | "none" | "nothing" | "neither")
                || self.lower(at) == "no" && self.tag(at + 1) == Tag::Noun
        });
        group.negated || nothing || subject
    }
}
