//! Whether a unit says something without its neighbours, or only tells who speaks.

use super::super::voices::meet;
use super::{Taker, Unit, clauses};
use crate::{
    grammar::{Form, VerbGroup},
    tags::Tag,
    words::is_one_of,
};

impl<'a> Taker<'a, '_> {
    /// Whether a unit says nothing without its neighbours: it has no verb, or opens as a clause that hangs on another.
    pub(super) fn leans(&self, unit: &Unit<'_>) -> bool {
        if unit.antecedent.is_some() || unit.part.is_some() {
            return false;
        }
        let words = self.clauses.words;
        let Some(first) = unit
            .words
            .clone()
            .find(|&at| words.tag(at) != Tag::Punctuation && !matches!(words.lower(at), "and" | "but" | "yet"))
        else {
            return true;
        };
        let Some(main) = unit.main else { return true };
        let said = self.apart().any(|voice| voice.content.iter().any(|content| content.start == unit.words.start));
        // "…, and that the port was shut": a second clause that somebody says.
        let joined = first > unit.words.start && matches!(words.lower(first - 1), "and" | "but");
        let second = joined && unit.words.start > self.clauses.start && !self.clause_voices(unit).is_empty();
        let that = words.lower(first) == "that" && (said || second);
        // "…, which would come from banks, to half": what is told of something before.
        let relative = unit.words.start > self.clauses.start
            && first > unit.words.start
            && words.text(first - 1) == ","
            && matches!(words.lower(first), "which" | "who" | "whose" | "whom");
        let hangs = relative || self.hangs(unit, first, main) && !that && !self.is_scene(unit);
        let gerund = self.clauses.group_at(first).is_some_and(|group| {
            group.words.start == first && group.form != Form::Finite && main.words.start > group.words.end
        }) && self.clauses.subject_before(main).is_none_or(|subject| subject.start > first + 1);
        // A verb whose subject is nowhere to be found.
        let bare = main.words.start == first && unit.words.start == self.clauses.start;
        let begun = unit.words.start > self.clauses.start;
        // "… — a matter that he promised to raise", "…, with others leaving"
        let aside = begun && (unit.words.start..=first).any(|at| crate::grammar::phrases::is_dash(words.text(at)));
        let with = begun && words.lower(first) == "with" && !clauses::turns_alone(self.clauses, &unit.words, main);
        // "… and agree to more", cut off from "will be forced to": a base form has its subject elsewhere.
        let joined = begun
            && main.words.start == first
            && main.words.len() == 1
            && !clauses::is_past(words.lower(first))
            && !words.lower(first).ends_with('s');
        // "… in a letter that lacked a date": what is left behind a quotation.
        let led = begun
            && words.tag(first) == Tag::Preposition
            && self.clauses.subject_before(main).is_some_and(|subject| {
                subject.len() == 1 && matches!(words.lower(subject.start), "that" | "which" | "who")
            });
        // "… but no one who can tell"
        let thing = begun && super::bids::names_alone(self, unit, main, first);
        thing || hangs || aside || with || joined || led || gerund && begun || bare && words.tag(first) == Tag::Noun
    }

    /// Whether a unit is a clause that its opener makes part of another.
    pub(super) fn hangs(&self, unit: &Unit<'_>, first: usize, main: &VerbGroup) -> bool {
        let words = self.clauses.words;
        // "Since 2022, ties have grown": a preposition, where no verb stands before the comma.
        let timed = matches!(words.lower(first), "since" | "after" | "before" | "until" | "as" | "once")
            && (first..main.words.start).any(|at| words.text(at) == ",");
        clauses::is_opener(words, first) && !timed && !clauses::turns_alone(self.clauses, &unit.words, main)
    }

    pub(super) fn is_scene(&self, unit: &Unit<'_>) -> bool {
        let words = self.clauses.words;
        let start = unit.words.start;
        start > self.clauses.start
            && words.text(start - 1) == ","
            && (words.lower(start) == "where"
                || words.tag(start) == Tag::Preposition && words.lower(start + 1) == "which")
    }

    pub(super) fn clause_voices(&self, unit: &Unit<'_>) -> Vec<usize> {
        unit.voices.iter().copied().filter(|&index| self.voices[index].apart).collect()
    }

    /// Whether a unit only tells that, and by whom, another one is said: "Anna Berg said on Tuesday".
    pub(super) fn is_frame(&self, unit: &Unit<'_>) -> bool {
        let outside =
            || self.apart().filter(|voice| voice.content.iter().all(|content| meet(content, &unit.words).is_none()));
        let cues = || outside().flat_map(|voice| &voice.cue);
        // "according to a report that was released in May"
        let words = self.clauses.words;
        let first = unit.first(words);
        if cues().any(|cue| cue.start == first) {
            return true;
        }
        // "A spokesman for Norlines, the firm which owns the boats, said": who speaks, at length, and that they do.
        let framed = outside().any(|voice| {
            let (Some(source), Some(cue)) = (voice.source.first(), voice.cue.last()) else { return false };
            unit.words.start <= source.start
                && source.start <= first
                && source.end <= cue.start
                && cue.end == unit.words.end
                && source.len() > 1
        });
        if framed {
            return true;
        }
        // "…, a man who lives there said": the last verb behind all that is said.
        let to = self.clauses.groups.partition_point(|group| group.words.start < unit.words.end);
        let last = self.clauses.groups[..to].iter().rev().find(|group| group.form == Form::Finite);
        let closes = outside().any(|voice| {
            voice.content.last().is_some_and(|content| content.end <= unit.words.start + 1)
                && last.is_some_and(|last| voice.cue.iter().any(|cue| cue.contains(&last.head)))
        });
        if closes {
            return true;
        }
        // "declared in a report made public in May": whatever the verb further on is taken for.
        let leads = unit.main.is_some() && {
            let from = self.clauses.groups.partition_point(|group| group.words.start < unit.words.start);
            self.clauses
                .groups
                .get(from)
                .is_some_and(|group| group.form == Form::Finite && cues().any(|cue| cue.contains(&group.head)))
        };
        if leads {
            return true;
        }
        // "In a letter sent to the board, Berg said": a verb that only tells of the phrase before.
        let fronted = || {
            let last = last.filter(|last| last.words.start > first && cues().any(|cue| cue.contains(&last.head)))?;
            let subject = self.clauses.subject_before(last)?;
            // "…, prosecuting lawyer Berg said": a word before the subject that reads as a verb.
            let comma = (subject.start.saturating_sub(2)..subject.start)
                .rev()
                .find(|&at| at > first && words.text(at) == ",")?;
            let ends = unit.words.end <= last.words.end + 4;
            let phrase = words.tag(first) == Tag::Preposition
                && !clauses::is_opener(words, first)
                && !(first..comma).any(|at| clauses::is_opener(words, at) || words.text(at) == ",");
            (ends && phrase).then_some(())
        };
        if fronted().is_some() {
            return true;
        }
        match unit.main {
            Some(main) => cues().any(|cue| cue.contains(&main.head)),
            None => {
                cues().any(|cue| meet(cue, &unit.words).is_some())
                    || unit.words.len() < 2 && self.clauses.end - self.clauses.start > 3
            }
        }
    }

    /// Whether what is left out of the units would turn or open what they say: a negation, a condition, a doubt.
    pub(super) fn loses_sense(&self, units: &[Unit<'_>]) -> bool {
        let words = self.clauses.words;
        let kept = |at: usize| units.iter().any(|unit| unit.words.contains(&at));
        !units.is_empty()
            && (self.clauses.start..self.clauses.end).filter(|&at| turns(words.lower(at))).any(|at| !kept(at))
    }
}

/// Words that turn what stands beside them, or leave it open.
pub(in crate::statements) fn turns(lower: &str) -> bool {
    clauses::is_not(lower)
        || is_one_of(
            lower,
            "no nobody nothing none neither nor without hardly if unless whether deny denies denied \
             denying doubt doubts doubted refuse refused refuses reject rejected rejects false falsely \
             reportedly allegedly alleged unclear cannot",
        )
}
