//! Where a sentence can be cut into clauses that each say something of their own.
//!
//! Cut are coordinated clauses ("…, and the owners paid"), coordinated predicates ("supplied ships, built a harbour and
//! hired pilots"), concessive clauses ("although nobody was asked") and relative clauses that commas set off. What only
//! qualifies (restrictive relative clauses, conditions, times, participles) stays with its clause.

use std::ops::Range;

use crate::{
    grammar::{Form, VerbGroup, phrases::Clauses},
    tags::Tag,
    words::Words,
};

/// How a sentence falls apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cuts {
    /// The words at which a new clause begins, rising.
    pub(super) at: Vec<usize>,
    /// Relative clauses amid their sentence, which goes on after them.
    pub(super) inserted: Vec<Range<usize>>,
}

/// How far, in words, a subject and its verb are looked for after a conjunction.
const REACH: usize = 24;

/// Cuts a sentence into clauses. `opens` tells whether a reported clause begins at a word.
pub(super) fn cut(clauses: &Clauses<'_>, opens: impl Fn(usize) -> bool) -> Cuts {
    Cutter { clauses, words: clauses.words, opens: &opens, cuts: Cuts::default() }.run()
}

struct Cutter<'a, 'b> {
    clauses: &'a Clauses<'b>,
    words: &'b Words<'b>,
    opens: &'a dyn Fn(usize) -> bool,
    cuts: Cuts,
}

impl<'b> Cutter<'_, 'b> {
    fn run(mut self) -> Cuts {
        let mut depth = 0_usize;
        let mut skip = self.clauses.start;
        self.initial_concession(self.clauses.start);
        for at in self.clauses.start + 1..self.clauses.end {
            match self.words.text(at) {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > 0 || at < skip {
                continue;
            }
            if (self.opens)(at) {
                self.initial_concession(at);
            }
            if let Some(range) = self.relative(at) {
                skip = range.end;
                if range.end < self.clauses.end {
                    self.cuts.inserted.push(range);
                    continue;
                }
                skip = at + 1;
                self.cuts.at.push(at);
            } else if self.begins_clause(at) {
                self.cuts.at.push(at);
            }
        }
        self.cuts.at.sort_unstable();
        self.cuts.at.dedup();
        self.cuts
    }

    /// "While the owners paid, the pilots refused": cut at the comma.
    fn initial_concession(&mut self, from: usize) {
        let quoted = matches!(self.words.text(from), "“" | "\"");
        let start = from + usize::from(quoted);
        if !matches!(self.words.lower(start), "while" | "although" | "though" | "whereas" | "as") {
            return;
        }
        let Some(first) = self.finite_after(start) else { return };
        let comma = (first.words.end..self.clauses.end).find(|&at| {
            self.words.text(at) == ","
                && self.finite_after(at + 1).is_some_and(|group| {
                    group.words.start > at + 1 && self.subject_start(group).is_some_and(|subject| subject > at)
                })
        });
        self.cuts.at.extend(comma.map(|comma| comma + 1));
    }

    /// A relative clause that the comma before word `at` sets off: to its closing comma where the sentence goes on.
    fn relative(&self, at: usize) -> Option<Range<usize>> {
        let pronoun = at + usize::from(self.words.tag(at) == Tag::Preposition);
        let led = pronoun == at || matches!(self.words.lower(pronoun), "which" | "whom");
        if self.words.text(at - 1) != "," || !led || !is_relative(self.words.lower(pronoun)) {
            return None;
        }
        // "… were shared, which pleased them" speaks of the clause and stays with it.
        let noun = self.words.tag(at.checked_sub(2)?);
        let named = matches!(noun, Tag::Noun | Tag::Proper | Tag::Number | Tag::Pronoun | Tag::Punctuation);
        let first = self.finite_after(at).filter(|_| named)?;
        if first.words.start > at + REACH {
            return None;
        }
        let closing = (first.words.end..self.clauses.end).find(|&comma| {
            self.words.text(comma) == ","
                && self.group_from(comma + 1).is_some_and(|group| group.form == Form::Finite)
                && !self.lists_on(comma)
                && !self.awaits_verb(first.words.end..comma)
        });
        Some(at..closing.unwrap_or(self.clauses.end))
    }

    /// Whether a clause that hangs on the one before still waits for its verb: "after the owner, Anna Berg, had left".
    fn awaits_verb(&self, range: Range<usize>) -> bool {
        let opener = range.clone().rev().find(|&at| {
            matches!(self.words.lower(at), "after" | "before" | "when" | "because" | "since" | "if" | "that")
        });
        opener.is_some_and(|at| !self.clauses.finite_in(at..range.end))
            && range.clone().any(|at| self.words.text(at) == ",")
    }

    /// Whether a clause of its own begins at the word `at`.
    fn begins_clause(&self, at: usize) -> bool {
        let (text, lower) = (self.words.text(at), self.words.lower(at));
        let conjunction = matches!(lower, "and" | "but" | "or" | "nor" | "yet");
        let concession = matches!(lower, "although" | "though" | "while" | "whereas");
        let comma = text == ",";
        if !conjunction && !concession && !comma && text != ";" {
            return false;
        }
        let Some(before) = self.main_before(at) else { return false };
        if text == ";" {
            return self.finite_after(at).is_some();
        }
        if concession {
            return self.finite_after(at).is_some_and(|group| group.words.start <= at + REACH);
        }
        // "…, and that the owner had left": a second clause that somebody says.
        if conjunction && self.words.lower(at + 1) == "that" && self.said_with_that(at) {
            return self
                .finite_after(at + 2)
                .is_some_and(|group| self.subject_start(group).is_some_and(|subject| subject > at));
        }
        let from = self.after_adverbs(at + 1);
        // "prioritise and extend the plan": both verbs have one object.
        let next = self.group_from(at + 1);
        if before.words.end == at && next.is_none_or(|group| group.head == group.words.start) {
            return false;
        }
        if conjunction && self.within_pair(before.words.end, at) {
            return false;
        }
        if let Some(group) = self.group_from(at + 1).or_else(|| self.group_from(from)) {
            return if comma {
                self.lists_on(at) && self.coordinates(before, group)
            } else {
                self.coordinates(before, group)
            };
        }
        if comma {
            return false;
        }
        // A comma before "and", and none earlier in the clause, joins clauses rather than the names of a list.
        let joined = self.words.text(at - 1) == ","
            && (before.words.end..at - 1).all(|at| self.words.text(at) != ",")
            && at - 1 > before.words.end;
        self.finite_after(at).is_some_and(|group| {
            group.words.start <= at + REACH
                && group.words.start > at + 1
                && !self.participle_like(group)
                && !(at + 1..group.words.start).any(|at| is_opener(self.words, at))
                && (joined && !(at + 1..group.words.start).any(|at| self.words.text(at) == ",")
                    || self.subject_start(group).is_some_and(|subject| (at + 1..=from + 3).contains(&subject)))
        })
    }

    /// Whether a reported clause that begins with "that" stands before `at`.
    fn said_with_that(&self, at: usize) -> bool {
        (self.clauses.start..at).rev().take(2 * REACH).any(|at| self.words.lower(at) == "that" && (self.opens)(at))
    }

    /// Whether the "and" at `at` closes "between … and".
    fn within_pair(&self, from: usize, at: usize) -> bool {
        let back = from.max(at.saturating_sub(8))..at;
        back.rev().take_while(|&at| !matches!(self.words.lower(at), "and" | "," | ";")).any(|at| {
            match self.words.lower(at) {
                "between" => true,
                "either" => self.group_from(at + 1).is_none(),
                _ => false,
            }
        })
    }

    /// Whether the comma at `at` stands in a list of predicates that "and" closes further on.
    fn lists_on(&self, at: usize) -> bool {
        let limit = self.clauses.end.min(at + 2 * REACH);
        let Some(group) = self.group_from(at + 1) else { return false };
        (group.words.end..limit).any(|next| {
            matches!(self.words.lower(next), "and" | "or" | "but")
                && self.group_from(next + 1).is_some_and(|next| next.form == Form::Finite)
        })
    }

    /// Whether two verb groups can share a subject.
    fn coordinates(&self, before: &VerbGroup, group: &VerbGroup) -> bool {
        let bare = group.words.end - group.head <= 2 && !self.has_auxiliary(group);
        let modal = before.words.clone().any(|at| crate::grammar::groups::is_modal(self.words.lower(at)));
        let shares_auxiliary = bare && (before.passive || modal);
        // "isolated by rivals, targeted by thieves" tells of a state.
        let state = group.words.len() == 1
            && self.words.lower(group.head).ends_with("ed")
            && self.words.lower(group.head + 1) == "by";
        group.form == Form::Finite && !shares_auxiliary && !state && self.words.tag(group.head) != Tag::Noun
    }

    fn has_auxiliary(&self, group: &VerbGroup) -> bool {
        group.words.clone().any(|at| at != group.head && self.words.tag(at) == Tag::Auxiliary)
            || group.words.clone().any(|at| crate::grammar::groups::is_have(self.words.lower(at)))
    }

    /// A bare "-ed" form before a preposition: "the firms linked to it".
    fn participle_like(&self, group: &VerbGroup) -> bool {
        group.words.len() == 1
            && self.words.lower(group.head).ends_with("ed")
            && (self.words.tag(group.head + 1) == Tag::Preposition || self.words.lower(group.head + 1) == "to")
    }

    /// The verb group before `at` that a new clause can stand beside: finite, and not within a clause that only
    /// qualifies.
    fn main_before(&self, at: usize) -> Option<&VerbGroup> {
        let last_cut = self.cuts.at.last().copied().unwrap_or(self.clauses.start);
        let index = self.clauses.groups.partition_point(|group| group.words.start < at);
        let group = self.clauses.groups[..index]
            .iter()
            .rev()
            .take_while(|group| group.words.start >= last_cut)
            .take(6)
            .find(|group| group.form == Form::Finite)?;
        (!self.qualifies(group)).then_some(group)
    }

    /// Whether a verb group stands in a relative, conditional or other clause that hangs on another.
    fn qualifies(&self, group: &VerbGroup) -> bool {
        let from = group.words.start.saturating_sub(REACH).max(self.clauses.start);
        for at in (from..group.words.start).rev() {
            if (self.opens)(at) || (self.opens)(at + 1) || self.cuts.at.contains(&at) {
                return false;
            }
            let other = self.clauses.group_at(at).is_some_and(|other| other.form == Form::Finite);
            if other || matches!(self.words.text(at), "," | ";" | ":" | "“" | "\"") {
                return false;
            }
            if is_opener(self.words, at) && at > self.clauses.start {
                return true;
            }
        }
        false
    }

    fn finite_after(&self, at: usize) -> Option<&VerbGroup> {
        let from = self.clauses.groups.partition_point(|group| group.words.start < at);
        self.clauses.groups[from..].iter().take(8).find(|group| group.form == Form::Finite)
    }

    fn group_from(&self, at: usize) -> Option<&VerbGroup> {
        self.clauses.group_at(at).filter(|group| group.words.start == at && group.form == Form::Finite)
    }

    fn subject_start(&self, group: &VerbGroup) -> Option<usize> {
        self.clauses.subject_before(group).map(|subject| subject.start)
    }

    fn after_adverbs(&self, from: usize) -> usize {
        (from..self.clauses.end.min(from + 4))
            .find(|&at| self.words.tag(at) != Tag::Adverb && self.words.text(at) != ",")
            .unwrap_or(from)
    }
}

/// A pronoun or adverb that opens a relative clause.
pub(super) fn is_relative(lower: &str) -> bool {
    matches!(lower, "who" | "whom" | "which" | "where" | "whose")
}

/// Words that open a clause which only qualifies, or is the object of another.
fn is_opener(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.lower(at),
        "who"
            | "which"
            | "that"
            | "whose"
            | "whom"
            | "where"
            | "when"
            | "if"
            | "unless"
            | "because"
            | "whether"
            | "what"
            | "how"
            | "why"
            | "until"
            | "once"
            | "after"
            | "before"
            | "since"
            | "as"
    )
}

/// The verb group that a clause turns on: the first finite one that no opener comes before within it.
pub(super) fn main_group<'a>(
    clauses: &Clauses<'a>,
    range: &Range<usize>,
    inserted: &[Range<usize>],
) -> Option<&'a VerbGroup> {
    let from = clauses.groups.partition_point(|group| group.words.start < range.start);
    let mut finite = clauses.groups[from..]
        .iter()
        .take_while(|group| group.words.end <= range.end)
        .filter(|group| group.form == Form::Finite && !inserted.iter().any(|inside| inside.contains(&group.head)));
    let first = finite.next()?;
    // Only a bounded number is looked at, which keeps sentences without end linear.
    let all = std::iter::once(first).chain(finite.take(6));
    let free = |group: &&VerbGroup| {
        // "Later than planned": a comparison is no clause.
        if group.words.start > range.start && clauses.words.lower(group.words.start - 1) == "than" {
            return false;
        }
        let back = group.words.start.saturating_sub(REACH).max(range.start);
        let opened = (back..group.words.start).rev().take_while(|&at| {
            !matches!(clauses.words.text(at), "," | ";" | ":")
                && clauses.group_at(at).is_none_or(|g| g.form != Form::Finite)
        });
        !opened.into_iter().any(|at| at > range.start && is_opener(clauses.words, at))
    };
    // A bare "-ed" form before a preposition is most often a participle: "the dealer freed in May is said to …".
    let bare = |group: &VerbGroup| {
        clauses.words.lower(group.head).ends_with("ed")
            && group.words.clone().all(|at| at == group.head || clauses.words.tag(at) == Tag::Adverb)
            && clauses.words.tag(group.head + 1) == Tag::Preposition
    };
    let mut best = None;
    let mut participle = None;
    for group in all {
        if free(&group) && !bare(group) {
            return Some(group);
        }
        if free(&group) {
            participle = participle.or(Some(group));
        }
        best = best.or(Some(group));
    }
    participle.or(best)
}
