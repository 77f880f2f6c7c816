//! How far a sentence commits itself to each of its clauses: finite ones, infinitives, gerunds.
//!
//! Each verb group hangs on another, or on a noun or adjective, which tells whether it is so; what modals, negation and
//! conditions say of it is added to that. "The owners agreed to sell the port, which burned in May" holds that they
//! agreed and that the port burned, and leaves the sale to come.

use std::ops::Range;

use model::{Commitment, Polarity};

use super::{
    effects::{self, Effect},
    lexicon::HEDGES,
};
use crate::{
    cues,
    grammar::{
        Form, VerbGroup, groups, inflection,
        phrases::{Clauses, is_dash},
    },
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
        scopes.retain(|scope| !scope.words.is_empty());
        scopes.sort_by_key(|scope| (scope.words.start, std::cmp::Reverse(scope.words.end)));
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

    fn infinitive(&self, index: usize, group: &VerbGroup) -> Node {
        let start = group.words.start;
        let word = self.word_before(start);
        let turned = word.is_some_and(|word| (word + 1..group.head).any(|at| super::is_negation(self.lower(at))));
        let base = self.led_to(index, start, word);
        let state = State { negated: base.negated != turned, ..base.clone() };
        Node { start, parent: index.checked_sub(1), base, state }
    }

    /// What leads to an infinitive at `start`, behind the word `word`.
    fn led_to(&self, index: usize, start: usize, word: Option<usize>) -> State {
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
            return State::under(effect, &node.state, cue, super::denies(lower));
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
            return State::under(effects::of_infinitive(lower), &node.state, cue, super::denies(lower));
        }
        self.led_by_word(word, &node.state, purpose)
    }

    fn led_by_word(&self, word: usize, parent: &State, purpose: State) -> State {
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

    fn gerund(&self, index: usize, group: &VerbGroup) -> Node {
        let start = group.words.start;
        let word = start.checked_sub(1).filter(|&at| at >= self.clauses.start);
        let parent = index.checked_sub(1);
        let base = self.gerund_base(index, word);
        Node { start, parent, state: State { negated: base.negated || group.negated, ..base.clone() }, base }
    }

    fn gerund_base(&self, index: usize, word: Option<usize>) -> State {
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
            return State::under(effect, &node.state, cue, super::denies(head));
        }
        if self.tag(word) == Tag::Preposition || lower == "to" {
            let noun = word.checked_sub(1).filter(|&noun| noun >= verb.words.end);
            if let Some(effect) = noun
                .and_then(|noun| effects::of_noun(self.lower(noun)).or_else(|| effects::of_adjective(self.lower(noun))))
            {
                return State::under(effect, &plain, word - 1..word, false);
            }
            let adjacent = verb.words.end == word || word < verb.words.end + 8;
            let taken = matches!(lower, "of" | "about" | "against" | "from" | "on" | "for" | "at" | "with" | "into");
            let effect = effects::of_clause(head).filter(|effect| adjacent && taken && *effect != Effect::Fact);
            return match effect {
                Some(effect) => State::under(effect, &node.state, cue, super::denies(head)),
                None if lower == "for" && adjacent => plain,
                None => plain,
            };
        }
        plain
    }

    fn finite(&self, index: usize, group: &VerbGroup) -> Node {
        let floor = self.before(index).map_or(self.clauses.start, |(_, verb, _)| verb.words.end);
        let opener = (floor.max(group.words.start.saturating_sub(REACH))..group.words.start)
            .rev()
            .take_while(|&at| !matches!(self.clauses.words.text(at), ";" | ":"))
            .find(|&at| self.opens(at, group));
        let (start, parent, base) = match opener {
            Some(at) => self.opened(index, at),
            None => self.unopened(index, floor, group),
        };
        let own = self.own(group);
        let mut state = match &own {
            Some(own) if own.commitment != Commitment::Asserted && base.commitment != Commitment::Denied => {
                State { negated: base.negated, ..own.clone() }
            }
            _ => base.clone(),
        };
        if self.negated(group) {
            state.negated = !state.negated;
            if state.cue.is_none() {
                state.cue = Some(group.words.clone());
            }
        }
        // A main clause that a modal leaves open begins, so to speak, with its verb: its subject is what it is.
        let bare = base.commitment == Commitment::Asserted && state.commitment != Commitment::Asserted && own.is_some();
        Node { start: if bare { group.words.start } else { start }, parent, base, state }
    }

    /// Whether a word opens a clause whose verb is `group`.
    fn opens(&self, at: usize, group: &VerbGroup) -> bool {
        let lower = self.lower(at);
        match lower {
            "that" => at + 1 == group.words.start || !matches!(self.tag(at + 1), Tag::Punctuation),
            "if" | "unless" | "whether" | "because" | "although" | "though" | "while" | "until" | "once" | "when"
            | "who" | "which" | "whose" | "whom" | "where" | "what" | "how" | "why" | "whereas" | "provided"
            | "lest" => true,
            // "after the talks had ended", and not "after the talks, he left".
            "after" | "before" | "since" | "as" => {
                !(at..group.words.start).any(|at| matches!(self.clauses.words.text(at), ","))
            }
            _ => false,
        }
    }

    /// Start, parent and base of a clause with an opener.
    fn opened(&self, index: usize, at: usize) -> (usize, Option<usize>, State) {
        let before = self.before(index);
        let plain = State::plain();
        let parent_state = before.map_or(&plain, |(_, _, node)| &node.state);
        let parent = index.checked_sub(1);
        match self.lower(at) {
            "if" | "unless" | "whether" | "provided" | "lest" => {
                (at, parent.filter(|_| self.lower(at) == "whether"), State::of(Commitment::Hedged, at..at + 1))
            }
            "that" => {
                let word = at.checked_sub(1).filter(|&word| word >= self.clauses.start);
                let Some(word) = word else { return (at, None, plain) };
                if let Some((_, verb, node)) = before {
                    let head = self.lower(verb.head);
                    let adjacent = verb.words.end == at
                        || self.tag(word) == Tag::Adverb && word < verb.words.end + 2
                        || self.tag(word) == Tag::Punctuation;
                    let heard =
                        at < verb.words.end + 8 && effects::of_noun(self.lower(word)).is_none() && cue_of_hearing(head);
                    if adjacent || heard {
                        let passive = verb.passive.then(|| effects::of_adjective(head)).flatten();
                        let effect = passive.or_else(|| effects::of_clause(head)).unwrap_or(Effect::Holds);
                        // What is said of what somebody says stays with the saying.
                        let parent_state = State { negated: false, ..node.state.clone() };
                        let deny = if effect == Effect::Denied { &node.state } else { &parent_state };
                        return (at, parent, State::under(effect, deny, verb.words.clone(), super::denies(head)));
                    }
                }
                let effect = effects::of_noun(self.lower(word)).or_else(|| effects::of_adjective(self.lower(word)));
                match effect {
                    Some(effect) => (at, parent, State::under(effect, parent_state, word..word + 1, false)),
                    None => (at, parent, plain),
                }
            }
            "when" | "until" | "once" | "before" | "after" | "as" | "where" if self.is_ahead(index) => {
                let cue = at..at + 1;
                (at, None, State::of(Commitment::Expected, cue))
            }
            // "when prices fall": whenever they do.
            "when" | "once" if self.is_present(index) => (at, None, State::of(Commitment::Hedged, at..at + 1)),
            "who" | "which" | "whose" | "whom" | "where" => (at, parent, plain),
            _ => (at, None, plain),
        }
    }

    /// Whether a finite verb group tells no past: "fall", "are falling".
    fn is_present(&self, index: usize) -> bool {
        let group = &self.clauses.groups[index];
        let lone = group.words.len() == 1;
        let past = |at: usize| matches!(self.lower(at), "was" | "were" | "had" | "did" | "has" | "have");
        let past = group.words.clone().any(past) || lone && inflection::is_past(self.lower(group.head));
        !past
    }

    /// Whether a clause of time hangs on what is yet to come: "will leave when the pier is shut".
    fn is_ahead(&self, index: usize) -> bool {
        let group = &self.clauses.groups[index];
        let past = group.words.clone().any(|at| matches!(self.lower(at), "was" | "were" | "had" | "did"))
            || group.words.len() == 1 && inflection::is_past(self.lower(group.head));
        let before = self.nodes.iter().rev().take(3).any(|node| node.state.commitment == Commitment::Expected);
        let after = self.clauses.groups[index + 1..]
            .iter()
            .take(1)
            .any(|next| next.words.clone().any(|at| matches!(self.lower(at), "will" | "'ll" | "shall")));
        !past && (before || after)
    }

    /// Start, parent and base of a clause without an opener.
    fn unopened(&self, index: usize, floor: usize, group: &VerbGroup) -> (usize, Option<usize>, State) {
        let first = group.words.start;
        let Some((before, verb, node)) = self.before(index) else { return (self.clauses.start, None, State::plain()) };
        let joined = self
            .word_before(first)
            .filter(|&at| matches!(self.lower(at), "and" | "or" | "but" | "," | "then" | "nor") && at >= floor);
        if let Some(at) = joined {
            // What shares its subject shares its fate, and, as a base form, its auxiliary: "will come and stay".
            let bare = group.words.len() == 1 && !inflection::is_past(self.lower(group.head));
            let plural = self.lower(group.head).ends_with('s');
            let sibling = if bare && !plural {
                Some(before)
            } else {
                (0..=before).rev().take(6).find(|&at| self.clauses.groups[at].form == Form::Finite)
            };
            let Some(sibling) = sibling else { return (at, None, State::plain()) };
            let other = &self.nodes[sibling];
            let led = self.clauses.groups[sibling].form != Form::Finite
                || self.clauses.groups[sibling].words.clone().any(|at| groups::is_modal(self.lower(at)));
            let base = if bare && !plural && led { other.state.clone() } else { other.base.clone() };
            return (at, other.parent, base);
        }
        let between = floor..first;
        let mark = between.clone().find(|&at| {
            matches!(self.clauses.words.text(at), "," | ";" | ":" | "“" | "\"" | "``")
                || is_dash(self.clauses.words.text(at))
        });
        let conjunction = between.clone().find(|&at| matches!(self.lower(at), "and" | "but" | "or" | "so" | "yet"));
        if mark.is_none() && conjunction.is_none() && !between.is_empty() {
            let head = self.lower(verb.head);
            let takes = cues::verb(head).is_some_and(|cue| cue.frames.any(cues::Frames::BARE));
            let effect = effects::of_clause(head).filter(|_| takes && verb.form != Form::Participle);
            if let Some(effect) = effect {
                let parent_state = State { negated: false, ..node.state.clone() };
                let deny = if effect == Effect::Denied { &node.state } else { &parent_state };
                return (floor, Some(before), State::under(effect, deny, verb.words.clone(), super::denies(head)));
            }
        }
        if let Some(at) = conjunction.filter(|_| mark.is_none()) {
            // "if they pay and we sell": still within the condition.
            let sibling = (0..=before).rev().take(6).find(|&at| self.clauses.groups[at].form == Form::Finite);
            let base = sibling.map_or_else(State::plain, |sibling| self.nodes[sibling].base.clone());
            return (at, sibling.and_then(|sibling| self.nodes[sibling].parent), base);
        }
        // "a plan to close the pier has failed": what stands between is the other verb's.
        (mark.map_or(first, |at| at + 1), None, State::plain())
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
        let hedge = near.into_iter().find(|&at| HEDGES.contains(&self.lower(at)));
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

    /// Without the marks that end the sentence.
    fn trimmed(&self, end: usize) -> usize {
        let mark = |at: usize| matches!(self.clauses.words.text(at), "." | "!" | "?" | "…" | "," | "”" | "\"" | ")");
        (self.clauses.start + 1..=end).rev().find(|&end| !mark(end - 1)).unwrap_or(end)
    }

    /// One past the last word of the clause of a group.
    fn extent(&self, index: usize) -> usize {
        let group = &self.clauses.groups[index];
        let mut limit = self.clauses.end;
        for (next, node) in self.nodes.iter().enumerate().skip(index + 1).take(24) {
            if !self.is_within(next, index) {
                limit = node.start.max(group.words.end).min(self.clauses.groups[next].words.start);
                // "the plan to close the port has failed": the verb of the clause around.
                if node.start <= group.words.start {
                    limit = self.clauses.groups[next].words.start;
                }
                break;
            }
        }
        let mut quoted = 0_usize;
        for at in group.words.end..limit {
            let text = self.clauses.words.text(at);
            match text {
                "“" | "``" => quoted += 1,
                "”" if quoted > 0 => quoted -= 1,
                "”" | ";" | ":" => return at,
                "," if !self.lists(at, limit) => return at,
                _ if is_dash(text) => return at,
                _ => {}
            }
        }
        limit
    }

    fn is_within(&self, inner: usize, outer: usize) -> bool {
        let mut at = inner;
        for _ in 0..24 {
            match self.nodes[at].parent {
                Some(parent) if parent == outer => return true,
                Some(parent) if parent > outer => at = parent,
                _ => return false,
            }
        }
        false
    }

    /// Whether the comma at `at` parts the things of a list.
    fn lists(&self, at: usize, limit: usize) -> bool {
        (at + 1..limit.min(at + 8))
            .take_while(|&at| self.clauses.group_at(at).is_none())
            .any(|next| next > at + 1 && matches!(self.lower(next), "," | "and" | "or"))
            && !matches!(self.lower(at + 1), "who" | "which" | "and" | "but" | "where" | "said")
    }

    /// Things that are alleged, planned, threatened: "the alleged sale", "rumours of a sale", "demanded a sale".
    fn nominal(&self, scopes: &mut Vec<Scope>) {
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

    fn noun_end(&self, from: usize) -> Option<usize> {
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

    fn thing(&self, words: Range<usize>, effect: Effect, cue: usize) -> Scope {
        let commitment = match effect {
            Effect::Expected => Commitment::Expected,
            Effect::Denied | Effect::Fact | Effect::Holds => Commitment::Asserted,
            Effect::Hedged => Commitment::Hedged,
        };
        let polarity = if effect == Effect::Denied { Polarity::Negated } else { Polarity::Affirmed };
        Scope { core: words.clone(), words, commitment, polarity, cues: std::iter::once(cue..cue + 1).collect() }
    }
}

/// Verbs that take a hearer before what is said.
fn cue_of_hearing(lower: &str) -> bool {
    ["tell", "told", "warn", "assur", "remind", "inform", "notif", "convinc", "persuad", "show", "promis"]
        .iter()
        .any(|stem| lower.starts_with(stem))
}
