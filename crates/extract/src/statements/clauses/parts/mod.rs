//! Clauses that hang on another one and still say something of their own: "…, killing two", "Berg, who left in May, …",
//! "… after the bank had failed".
//!
//! Both halves are cut apart only where the first holds as it stands: no condition, no negation, no modal, no wish or plan
//! between, and where what comes behind can't belong to the other half.

mod asides;
mod participles;
mod times;

use std::ops::Range;

use super::{Cuts, Cutter, REACH, conditions, is_not, is_opener, is_past};
use crate::{
    grammar::{Form, VerbGroup, groups},
    tags::Tag,
    words::{Words, is_one_of},
};

/// A clause that hangs on another one and is told by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::statements) struct Part {
    /// Where it begins, with its joint.
    pub(in crate::statements) at: usize,
    /// Its first word behind the joint.
    pub(in crate::statements) from: usize,
    /// What it is told of, where that stands before it.
    pub(in crate::statements) subject: Option<Range<usize>>,
    /// The verb that it turns on.
    pub(in crate::statements) verb: usize,
    /// Whether its verb is passive though its auxiliary stands before: "was held and charged with theft".
    pub(in crate::statements) passive: bool,
    /// Whether it has to be said by whoever says what stands right before it.
    pub(in crate::statements) hangs_before: bool,
    /// The verb that it hangs on, where that has the same subject and is told on behind it.
    pub(in crate::statements) leader: Option<usize>,
    /// Whether more than a comma stands between its subject and it, which only says what that is.
    pub(in crate::statements) headed: bool,
    /// Where it has to end, for one that stands before the clause which it hangs on.
    pub(in crate::statements) until: Option<usize>,
}

impl Part {
    /// A part that is told of nothing but itself, and hangs on no other.
    fn new(at: usize, from: usize, verb: usize) -> Self {
        Self {
            at,
            from,
            subject: None,
            verb,
            passive: false,
            hangs_before: false,
            leader: None,
            headed: false,
            until: None,
        }
    }
}

impl Cuts {
    /// The part that begins at a word.
    pub(in crate::statements) fn part(&self, at: usize) -> Option<&Part> {
        self.parts.iter().find(|part| part.at == at)
    }

    /// Whether words are no more than the subject that the parts behind them are told of.
    pub(in crate::statements) fn is_head(&self, words: Range<usize>) -> bool {
        self.part(words.end).is_some_and(|part| {
            !part.hangs_before
                && part.subject.as_ref().is_some_and(|subject| {
                    subject.start >= words.start && (subject.end == words.end - 1 || part.headed)
                })
        })
    }

    /// Forgets parts whose places were joined again: a subject and both parts behind it stay or go together.
    pub(in crate::statements) fn keep_parts(&mut self, at: &[usize]) {
        let lost = |part: &Part| !at.contains(&part.at) || part.until.is_some_and(|until| !at.contains(&until));
        let gone: Vec<Option<Range<usize>>> =
            self.parts.iter().filter(|part| lost(part)).map(|part| part.subject.clone()).collect();
        self.parts.retain(|part| {
            !lost(part) && (part.hangs_before || part.subject.is_none() || !gone.contains(&part.subject))
        });
    }
}

impl<'b> Cutter<'_, 'b> {
    /// Cuts at `at` where a part begins there.
    pub(super) fn take_part(&mut self, at: usize) -> bool {
        if self.cuts.at.contains(&at) {
            return false;
        }
        let found = self.aside(at).or_else(|| self.apposition(at)).map(|two| two.to_vec()).or_else(|| {
            let part = self
                .participle(at)
                .or_else(|| self.joined_participle(at))
                .or_else(|| self.elided(at))
                .or_else(|| self.in_time(at))
                .or_else(|| self.of_something_new(at));
            part.map(|part| vec![part])
        });
        let Some(parts) = found else { return false };
        let (cuts, kept, region) = (self.cuts.at.len(), self.cuts.parts.len(), self.region);
        let joint = parts.last().and_then(|part| self.clauses.group_at(part.verb)).and_then(|verb| self.joint(verb));
        self.cuts.at.extend(parts.iter().map(|part| part.at));
        self.cuts.parts.extend(parts);
        self.region = at;
        // "…, sinking two boats, and left the pier": only where the rest is cut off as well.
        if joint.is_some_and(|joint| joint > at && !self.begins_clause(joint)) {
            self.cuts.at.truncate(cuts);
            self.cuts.parts.truncate(kept);
            self.region = region;
            return false;
        }
        true
    }

    /// The verb group that the clause before `at` turns on, where the clause holds as it stands: past, perfect or present, and
    /// with no other verb behind it.
    fn firm(&self, at: usize) -> Option<&'b VerbGroup> {
        if self.region_holds_on(at) {
            return None;
        }
        let main = self.main_before(at)?;
        let main = self.clauses.group_at(main.head)?;
        let modal = main.words.clone().any(|at| groups::is_modal(self.words.lower(at)));
        let turned = (self.region..at).any(|at| self.turns(at));
        let another =
            self.clauses.groups.iter().any(|group| group.words.start >= main.words.end && group.words.end <= at);
        let opened = (self.region..main.words.start).any(|word| {
            is_opener(self.words, word)
                && (word != self.region || !self.said.opens(word))
                && !(word..main.words.start).any(|at| self.words.text(at) == ",")
                && !(matches!(self.words.lower(word), "who" | "which" | "that")
                    && self.subject_start(main).is_some_and(|start| start < word))
        });
        // "It was feared", "thought it closed": what follows may be what is feared.
        (!modal && !main.negated && !turned && !another && !opened).then_some(main)
    }

    /// Words under which what follows may not be so.
    fn turns(&self, at: usize) -> bool {
        let lower = self.words.lower(at);
        is_not(lower)
            || conditions(self.words, at)
            || super::sharing::opens_doubt(lower)
            || is_one_of(lower, "expected planned due set likely feared wanted hoped")
    }

    /// Whether no verb behind a part's own may belong to the clause before it: each stands in a clause of its own opener, or
    /// tells who says so.
    fn closes(&self, verb: &VerbGroup) -> bool {
        self.next_open(verb).is_none()
    }

    /// The first verb behind a part's own that stands in no clause of its own opener and tells of nobody's word.
    fn next_open(&self, verb: &VerbGroup) -> Option<&'b VerbGroup> {
        let mut opened = false;
        for at in verb.words.end..self.clauses.end {
            match self.words.lower(at) {
                "who" | "which" | "that" | "whose" | "where" | "when" | "after" | "because" | "before" => opened = true,
                "," | ";" | "and" | "but" | "or" => opened = false,
                _ => {}
            }
            let group = self.clauses.group_at(at).filter(|group| group.head == at && group.form == Form::Finite);
            if let Some(group) = group.filter(|_| !opened && !self.said.tells(at)) {
                return Some(group);
            }
        }
        None
    }

    /// The conjunction with which the clause before a participle goes on behind it.
    fn joint(&self, verb: &VerbGroup) -> Option<usize> {
        let next = self.next_open(verb).filter(|_| verb.form == Form::Gerund)?;
        (verb.words.end..next.words.start).rev().find(|&at| matches!(self.words.lower(at), "and" | "but"))
    }

    /// As [`Cutter::closes`], for a participle: what has a tense can't be joined to it.
    fn closes_or_joins(&self, verb: &VerbGroup) -> bool {
        self.closes(verb) || self.joint(verb).is_some()
    }

    /// The subject of a clause's verb that may be told beside a part.
    fn told_subject(&self, main: &VerbGroup) -> Option<Range<usize>> {
        let mut subject = self.clauses.subject_before(main)?;
        while subject.end > subject.start + 1 && self.words.text(subject.end - 1) == "," {
            subject.end -= 1;
        }
        let free = subject.start >= self.region && !self.words.tag(subject.start.wrapping_sub(1)).eq(&Tag::Preposition);
        // "the mayor and harbour master left": the half of a pair.
        let half =
            subject.start > self.region && matches!(self.words.lower(subject.start - 1), "and" | "or" | "&" | "nor");
        let empty = subject.len() == 1
            && is_one_of(
                self.words.lower(subject.start),
                "there it this that these those which who what some many all",
            );
        (free && !half && !empty && subject.len() <= REACH).then_some(subject)
    }
}

/// Whether a verb group tells what is past.
fn is_gone(words: &Words<'_>, group: &VerbGroup) -> bool {
    let first = words.lower(group.words.start);
    let past = group.words.clone().any(|at| matches!(words.lower(at), "was" | "were" | "had" | "did"));
    let modal = group.words.clone().any(|at| groups::is_modal(words.lower(at)));
    let present = group.words.clone().any(|at| is_one_of(words.lower(at), "is are am be been has have"));
    !modal && (past || is_past(words.lower(group.head)) && !present && !groups::is_be(first))
}
