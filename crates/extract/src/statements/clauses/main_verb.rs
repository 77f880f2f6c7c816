//! The verb that a clause turns on.

use std::ops::Range;

use super::{REACH, is_opener};
use crate::{
    grammar::{Form, VerbGroup, phrases::Clauses},
    tags::Tag,
    words::is_one_of,
};

/// Verbs in "-ed" that befall nothing: such a form tells what happened, and belongs to no noun.
const NEVER_PASSIVE: &str = "died arrived appeared disappeared happened occurred remained stayed collapsed lived existed \
    vanished emerged resigned";

/// Whether a clause that begins with an opener has a main verb besides the one that the opener governs: "When it rained,
/// the port shut".
pub(in crate::statements) fn turns_alone(clauses: &Clauses<'_>, range: &Range<usize>, main: &VerbGroup) -> bool {
    let words = clauses.words;
    let earlier = clauses.finite_in(range.start..main.words.start);
    earlier && (range.start..main.words.start).any(|at| matches!(words.text(at), "," | "—" | "–" | "--"))
}

/// The verb group that a clause turns on: the first finite one that no opener comes before within it.
pub(in crate::statements) fn main_group<'a>(
    clauses: &Clauses<'a>,
    range: &Range<usize>,
    inserted: &[Range<usize>],
) -> Option<&'a VerbGroup> {
    let from = clauses.groups.partition_point(|group| group.words.start < range.start);
    let mut finite = clauses.groups[from..]
        .iter()
        .take_while(|group| group.words.end <= range.end)
        .filter(|group| group.form == Form::Finite && !inserted.iter().any(|inside| inside.contains(&group.head)))
        .filter(|group| !is_attribute(clauses, group));
    let first = finite.next()?;
    // Only a bounded number is looked at, which keeps sentences without end linear.
    let all = std::iter::once(first).chain(finite.take(6));
    let conceded = matches!(clauses.words.lower(range.start), "although" | "though" | "while" | "whereas")
        .then(|| (range.start + 1..range.end).find(|&at| clauses.words.text(at) == ","))
        .flatten()
        .filter(|&comma| first.words.end <= comma && clauses.finite_in(comma..range.end));
    let free = |group: &&VerbGroup| {
        // "Later than planned": a comparison is no clause.
        if group.words.start > range.start && clauses.words.lower(group.words.start - 1) == "than" {
            return false;
        }
        // "Although the owners are eager, the sale is likely to fail": the verb behind the comma.
        if conceded.is_some_and(|comma| group.words.start < comma) {
            return false;
        }
        let back = group.words.start.saturating_sub(REACH).max(range.start);
        let opened = (back..group.words.start).rev().take_while(|&at| {
            !matches!(clauses.words.text(at), "," | ";" | ":")
                && clauses.group_at(at).is_none_or(|g| g.form != Form::Finite)
        });
        // "That the port is shut", "where both sides met": what a unit begins with opens the unit itself.
        let leads = |at: usize| {
            at > range.start || !matches!(clauses.words.lower(at), "that" | "where" | "which" | "who" | "what")
        };
        !opened.into_iter().any(|at| leads(at) && is_opener(clauses.words, at))
    };
    // A bare "-ed" form before a preposition is most often a participle: "the dealer freed in May is said to …".
    let bare = |group: &VerbGroup| {
        clauses.words.lower(group.head).ends_with("ed")
            && group.words.clone().all(|at| at == group.head || clauses.words.tag(at) == Tag::Adverb)
            && clauses.words.tag(group.head + 1) == Tag::Preposition
            && !is_one_of(clauses.words.lower(group.head), NEVER_PASSIVE)
    };
    let all: Vec<&VerbGroup> = all.collect();
    // "At a meeting that was long and was held in Kolm, Berg said": behind the phrase, subject first.
    let fronted = clauses.words.tag(range.start) == Tag::Preposition
        || clauses.words.lower(range.start) == "even" && is_opener(clauses.words, range.start + 1);
    let behind = |group: &&&VerbGroup| {
        let start = clauses.subject_before(group).map(|subject| subject.start);
        start.is_some_and(|start| {
            start > range.start + 1
                && clauses.words.text(start - 1) == ","
                && !is_opener(clauses.words, start)
                && !matches!(clauses.words.tag(start), Tag::Verb | Tag::Adverb)
        })
    };
    if let Some(group) = all.iter().find(behind).filter(|_| fronted && !free(&first)) {
        return Some(group);
    }
    if let Some(group) = behind_relative(clauses, range, &all).or_else(|| behind_apposition(clauses, range, &all)) {
        return Some(group);
    }
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

/// Whether a verb group is a participle that belongs to a noun, with its article before it: "the newly elected mayor".
fn is_attribute(clauses: &Clauses<'_>, group: &VerbGroup) -> bool {
    let words = clauses.words;
    let mut start = group.words.start;
    let alone = group.words.clone().all(|at| at == group.head || words.tag(at) == Tag::Adverb);
    if !alone || !matches!(words.tag(group.head + 1), Tag::Noun | Tag::Proper) {
        return false;
    }
    while start > clauses.start && words.tag(start - 1) == Tag::Adverb {
        start -= 1;
    }
    start > clauses.start && matches!(words.lower(start - 1), "the" | "a" | "an")
}

/// Words of a subject, at most, before the clause that tells more of it.
const SUBJECT: usize = 12;

/// The verb behind a clause that tells more of the subject: "Berg, who came in May after the boat, the Norna, had sunk, agreed".
/// Each word that begins a clause takes one verb; the verb is the first that is left over, right behind a comma.
fn behind_relative<'a>(clauses: &Clauses<'a>, range: &Range<usize>, all: &[&'a VerbGroup]) -> Option<&'a VerbGroup> {
    let words = clauses.words;
    let told = (range.start + 1..range.end.min(range.start + SUBJECT))
        .find(|&at| matches!(words.lower(at), "who" | "which") && words.text(at - 1) == ",")?;
    if all.first()?.words.start < told || (range.start..told).any(|at| is_opener(words, at)) {
        return None;
    }
    let (mut wanted, mut from) = (0_usize, told);
    let mut previous: Option<&VerbGroup> = None;
    for group in all {
        // "Berg, who told the board she had left, said": what is told takes a verb as well.
        let said = previous.replace(group).is_some_and(|verb| {
            crate::cues::verb(words.lower(verb.head)).is_some_and(|cue| cue.frames.any(crate::cues::Frames::BARE))
                && (verb.words.end..group.words.start)
                    .all(|at| words.tag(at) != Tag::Punctuation && !is_opener(words, at))
                && group.words.start > verb.words.end
        });
        wanted += usize::from(said);
        wanted += (from..group.words.start).filter(|&at| is_opener(words, at)).count();
        from = group.words.end;
        if wanted == 0 {
            let before = (told..group.words.start).rev().find(|&at| words.tag(at) != Tag::Adverb)?;
            return (words.text(before) == ",").then_some(*group);
        }
        wanted -= 1;
    }
    None
}

/// The verb behind an apposition with a participle: "Berg, the first pilot hired by the port, moved to Kolm". Whatever stands
/// between the commas tells who the subject is.
fn behind_apposition<'a>(clauses: &Clauses<'a>, range: &Range<usize>, all: &[&'a VerbGroup]) -> Option<&'a VerbGroup> {
    let words = clauses.words;
    let [first, rest @ ..] = all else { return None };
    let open = (range.start + 1..first.words.start.min(range.start + SUBJECT)).find(|&at| words.text(at) == ",")?;
    let subject = (range.start..open).all(|at| words.tag(at) == Tag::Proper);
    let told =
        matches!(words.tag(open + 1), Tag::Determiner) && !(open..first.words.start).any(|at| is_opener(words, at));
    // "Berg, the pilot, moved to Kolm, stayed there": the apposition has ended before the verb.
    let within = (open + 1..first.words.start).all(|at| words.text(at) != ",");
    let participle = first.words.len() == 1 && words.lower(first.head).ends_with("ed");
    let close = (first.words.end..range.end).find(|&at| words.text(at) == ",")?;
    (subject && told && within && participle).then_some(())?;
    rest.iter().find(|group| group.words.start == close + 1).copied()
}
