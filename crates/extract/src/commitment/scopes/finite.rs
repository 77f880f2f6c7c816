//! Finite clauses: their opener, or the verb of saying before them, tells whether they are so.

use super::{Node, REACH, Reader, State};
use crate::{
    commitment,
    commitment::effects::{self, Effect},
    cues,
    grammar::{Form, VerbGroup, groups, inflection, phrases::is_dash},
    tags::Tag,
};
use model::Commitment;

impl<'b> Reader<'_, 'b> {
    pub(super) fn finite(&self, index: usize, group: &VerbGroup) -> Node {
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
        let conditioned = base.cue.as_ref().is_some_and(|cue| {
            cue.len() == 1 && matches!(self.lower(cue.start), "if" | "unless" | "whether" | "provided" | "lest")
        });
        // "If they do not agree": that is open, and not told to be so.
        if self.negated(group) && !conditioned {
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
    pub(super) fn opens(&self, at: usize, group: &VerbGroup) -> bool {
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
    pub(super) fn opened(&self, index: usize, at: usize) -> (usize, Option<usize>, State) {
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
                    let heard = at < verb.words.end + 8
                        && effects::of_noun(self.lower(word)).is_none()
                        && super::hanging::cue_of_hearing(head);
                    if adjacent || heard {
                        let passive = verb.passive.then(|| effects::of_adjective(head)).flatten();
                        let effect = passive.or_else(|| effects::of_clause(head)).unwrap_or(Effect::Holds);
                        // "Agrees that it is late": so far as they say.
                        let effect = if head.starts_with("agree") { Effect::Holds } else { effect };
                        // What is said of what somebody says stays with the saying.
                        let parent_state = State { negated: false, ..node.state.clone() };
                        let deny = if effect == Effect::Denied { &node.state } else { &parent_state };
                        return (at, parent, State::under(effect, deny, verb.words.clone(), commitment::denies(head)));
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
    pub(super) fn is_present(&self, index: usize) -> bool {
        let group = &self.clauses.groups[index];
        let lone = group.words.len() == 1;
        let past = |at: usize| matches!(self.lower(at), "was" | "were" | "had" | "did" | "has" | "have");
        let past = group.words.clone().any(past) || lone && inflection::is_past(self.lower(group.head));
        !past
    }

    /// Whether a clause of time hangs on what is yet to come: "will leave when the pier is shut".
    pub(super) fn is_ahead(&self, index: usize) -> bool {
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
    pub(super) fn unopened(&self, index: usize, floor: usize, group: &VerbGroup) -> (usize, Option<usize>, State) {
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
                return (floor, Some(before), State::under(effect, deny, verb.words.clone(), commitment::denies(head)));
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
}
