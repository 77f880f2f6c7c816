//! Clauses that tell more of a subject between commas, or of something new at the end.

use std::ops::Range;

use super::super::{
    Cutter, REACH,
    antecedents::{told_of, verb_of},
    is_opener,
};
use super::Part;
use crate::{
    grammar::{Form, groups},
    tags::Tag,
};

impl Cutter<'_, '_> {
    /// "The harbour master, who left in May, has been charged": the clause between commas, and the rest, both told of the
    /// subject before them.
    pub(super) fn aside(&self, at: usize) -> Option<[Part; 2]> {
        let (words, clauses) = (self.words, self.clauses);
        if !matches!(words.lower(at), "who" | "which")
            || at < self.region + 2
            || words.text(at - 1) != ","
            || self.said.retold(at)
        {
            return None;
        }
        let inner = verb_of(clauses, at)?;
        let limit = clauses.end.min(at + REACH);
        let after = |at: usize| {
            clauses.group_at(at + 1).filter(|group| group.words.start == at + 1 && group.form == Form::Finite)
        };
        // The clause may hold a list: its last comma is the one before a verb.
        let quoted = |at: usize| usize::from(matches!(words.text(at + 1), "”" | "\"" | "''"));
        let close = (inner.words.end..limit)
            .find(|&at| words.text(at) == "," && after(at + quoted(at)).is_some())
            .map(|at| at + quoted(at))?;
        // "…, who came after the ferry, the Norna, had sunk, agreed": that verb is another clause's.
        let of_another = (inner.words.end..close)
            .find(|&at| is_opener(words, at))
            .is_some_and(|opener| (opener..close).any(|at| words.text(at) == ","));
        let rest = after(close).filter(|_| !of_another)?;
        let mut subject = clauses.phrase_ending(at - 2)?..at - 1;
        while subject.start < subject.end && matches!(words.lower(subject.start), "but" | "and") {
            subject.start += 1;
        }
        // "Anna Berg, 83, who has lived in Kolm, left", "Anna Berg, a pilot, who left in May, has died"
        let across = words.lower(at) == "who"
            && (words.tag(at - 2) == Tag::Number
                || words.text(at - 2) == ")"
                || matches!(words.lower(at.max(3) - 3), "of" | "from")
                || (self.region..at - 1).any(|at| words.text(at) == ","));
        let headed = told_of(clauses, at).filter(|named| across && named.end < at - 1);
        if let Some(named) = &headed {
            subject = named.clone();
        }
        // What stands before the subject would be lost, and in "the son of Berg, who left", either may be meant.
        let opens = (self.region..subject.start).all(|at| {
            words.tag(at) == Tag::Punctuation
                || matches!(words.lower(at), "but" | "and" | "that")
                || self.cuts.at.contains(&at)
                || self.said.speaks(at) && !self.said.speaks(subject.start)
        });
        let one = subject.clone().all(|at| {
            !matches!(words.tag(at), Tag::Preposition | Tag::Conjunction | Tag::Pronoun) && words.text(at) != ","
                || words.lower(at) == "'s"
        });
        let from = clauses.groups.partition_point(|group| group.words.start < inner.words.end);
        let mut others = clauses.groups[from..].iter().take_while(|group| group.words.end <= close);
        // "…, who fled in May and found work there, said": more that is told of the same.
        let another = others.any(|group| {
            let joins = group.words.start.checked_sub(1).map_or("", |at| words.lower(at));
            let timed = || {
                let subject = clauses.subject_before(group).map_or(group.words.start, |subject| subject.start);
                matches!(words.lower(subject.max(1) - 1), "when" | "after" | "before" | "until" | "since" | "where")
            };
            // "Who helped write the rules"
            let helps = words.lower(inner.head).starts_with("help") && group.words.start == inner.words.end;
            group.form == Form::Finite
                && !helps
                && !matches!(joins, "and" | "but" | "who" | "which" | "that")
                && !timed()
        });
        let settled =
            !(self.region..close).any(|at| self.turns(at)) && !self.region_holds_on(at) && !self.ahead_condition(close);
        let modal = inner
            .words
            .clone()
            .any(|at| groups::is_modal(words.lower(at)) && !matches!(words.lower(at), "will" | "'ll"));
        // "Who came after the ferry, the Norna, had sunk, agreed": the verb behind the comma is the one that "after" takes.
        let owed = (inner.words.end..close)
            .find(|&at| is_opener(words, at))
            .is_some_and(|opener| (opener..close).any(|at| words.text(at) == ","));
        let part = |at: usize, from: usize, verb: usize| Part {
            subject: Some(subject.clone()),
            headed: headed.is_some(),
            ..Part::new(at, from, verb)
        };
        (opens && one && !another && !owed && settled && !modal && inner.words.end < close)
            .then(|| [part(at, at + 1, inner.head), part(close, close + 1, rest.head)])
    }

    /// "Captured 23 guards who had attacked a ferry": of what is told as new, at the end of its sentence.
    pub(super) fn of_something_new(&self, at: usize) -> Option<Part> {
        let (words, clauses) = (self.words, self.clauses);
        let person = words.lower(at) == "who";
        if !person && words.lower(at) != "that" || at < self.region + 4 || self.said.retold(at) {
            return None;
        }
        let inner =
            clauses.group_at(at + 1).filter(|group| group.words.start == at + 1 && group.form == Form::Finite)?;
        let noun = words.tag(at - 1) == Tag::Noun && !crate::cues::noun(words.lower(at - 1));
        let start = clauses.phrase_ending(at - 1).filter(|_| noun)?;
        let counted = words.tag(start) == Tag::Number
            || matches!(words.lower(start), "a" | "an" | "several" | "dozens" | "hundreds");
        let one = (start..at)
            .all(|at| !matches!(words.tag(at), Tag::Preposition | Tag::Conjunction | Tag::Pronoun | Tag::Punctuation));
        let main = self.firm(at)?;
        // "At a school that had closed", "one of 20 pilots who": what a phrase is of tells which.
        let taken = main.words.end == start
            && !groups::is_be(words.lower(main.head))
            && !groups::is_have(words.lower(main.head));
        // "Envisioned a deal that was fair": there was none.
        let meant = crate::cues::verb(words.lower(main.head)).is_some();
        // "…, trailing the others": of whom, the words do not tell.
        let behind =
            (inner.words.end..clauses.end).any(|at| words.text(at) == "," && self.gerund_from(at + 1).is_some());
        let own = !meant && !behind && self.subject_start(main).is_some_and(|start| start >= self.region);
        let gone = super::is_gone(words, main) && super::is_gone(words, inner) && !inner.negated;
        (counted && one && taken && own && gone && self.closes(inner)).then(|| Part {
            subject: Some(start..at),
            hangs_before: true,
            ..Part::new(at, at + 1, inner.head)
        })
    }

    /// "Anna Berg, the pilot who found the wreck, has died": what she is, and the rest.
    pub(super) fn apposition(&self, at: usize) -> Option<[Part; 2]> {
        let (words, clauses) = (self.words, self.clauses);
        if at < self.region + 2 || words.text(at - 1) != "," || words.tag(at) != Tag::Determiner || self.said.retold(at)
        {
            return None;
        }
        let relative =
            (at + 1..clauses.end.min(at + 9)).find(|&at| matches!(words.lower(at), "who" | "that" | "which"))?;
        let inner = clauses
            .group_at(relative + 1)
            .filter(|group| group.words.start == relative + 1 && group.form == Form::Finite)?;
        let noun = (at..relative).all(|at| clauses.group_at(at).is_none() && words.tag(at) != Tag::Punctuation);
        let part = |at: usize, from: usize, verb: usize, subject: &Range<usize>| Part {
            subject: Some(subject.clone()),
            ..Part::new(at, from, verb)
        };
        let limit = clauses.end.min(at + REACH);
        let close = (inner.words.end..limit).find(|&at| words.text(at) == ",")?;
        let rest =
            clauses.group_at(close + 1).filter(|group| group.words.start == close + 1 && group.form == Form::Finite)?;
        let subject = clauses.phrase_ending(at - 2)?..at - 1;
        let named =
            subject.clone().all(|at| words.tag(at) == Tag::Proper || words.text(at).starts_with(['“', '"', '”']));
        let opens = (self.region..subject.start).all(|at| {
            words.tag(at) == Tag::Punctuation
                || matches!(words.lower(at), "but" | "and" | "that")
                || self.cuts.at.contains(&at)
        });
        let from = clauses.groups.partition_point(|group| group.words.start < inner.words.end);
        let mut between = clauses.groups[from..].iter().take_while(|group| group.words.end <= close);
        let settled = !(self.region..close).any(|at| self.turns(at)) && !self.region_holds_on(at);
        (noun
            && named
            && opens
            && settled
            && inner.words.end < close
            && between.all(|group| group.form != Form::Finite))
        .then(|| [part(at, at, inner.head, &subject), part(close, close + 1, rest.head, &subject)])
    }
}
