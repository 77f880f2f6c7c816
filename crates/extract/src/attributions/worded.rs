//! Words that somebody is quoted with amid what the report tells: "Berg thanked them for their “quiet work”".
//!
//! The verb group right before the quotation decides: where it is one of saying or judging, its subject is quoted. Names
//! of things, nicknames and words that are only held at arm's length stand behind other verbs, and are nobody's.

use std::ops::Range;

use crate::{
    attributions::{Found, Quoted, loose, sayers},
    cues::{self, Frames},
    grammar::{Form, VerbGroup, phrases::Clauses},
    prose::Prose,
    words::is_one_of,
};

/// How far before a quotation, in words, its verb may stand.
const REACH: usize = 24;

/// Verbs besides the cues that put words into the world: "thanked him for his “courage”".
const FURTHER: &str = "thank thanks thanked thanking blasted blasting blasts congratulated congratulates congratulating \
    taunted taunting taunts scoffed railed scolded used coined signed";

/// Finds who is quoted with words that no attribution holds.
pub(super) fn find(prose: &Prose<'_>, quoted: &Quoted, found: &[Found]) -> Vec<Found> {
    let covered = loose::covered(prose, found);
    let pieces = prose.quotations.iter().filter(|quotation| quotation.depth == 0 && quotation.pieces.len() == 1);
    pieces
        .map(super::super::quotes::Quotation::words)
        .filter(|whole| !whole.clone().any(|at| covered.get(at).copied().unwrap_or(true)))
        .filter_map(|whole| quoting(prose, quoted, found, whole))
        .collect()
}

fn quoting(prose: &Prose<'_>, quoted: &Quoted, found: &[Found], whole: Range<usize>) -> Option<Found> {
    let words = &prose.words;
    let index = prose.sentence_of(whole.start)?;
    let sentence = prose.sentences.get(index)?.words.clone();
    let clauses = Clauses { words, start: sentence.start, end: sentence.end, groups: &prose.groups[index] };
    // "in his words, “…”"
    if let Some(owner) = own_words(prose, &clauses, whole.start) {
        return Some(Found { source: vec![owner], cue: Vec::new(), content: vec![whole], speech: false });
    }
    let last = clauses.groups.partition_point(|group| group.words.end <= whole.start);
    let group = clauses.groups[..last].iter().rev().find(|group| !quoted.is(group.head))?;
    let between = group.words.end..whole.start;
    // "published on Sunday, the board “…”": the quotation may have a subject of its own.
    let parted = between.clone().any(|at| {
        let goes_on = matches!(words.lower(at + 1), "and" | "or" | "a" | "the" | "as");
        words.text(at) == "," && !quoted.is(at) && !quoted.is(at + 1) && !goes_on
    });
    let broken =
        between.clone().any(|at| matches!(words.text(at), ";" | ":") || quoted.is(at) && words.text(at) != ",");
    if broken && !between.clone().all(|at| quoted.is(at) || matches!(words.text(at), "," | "and" | "a" | "the" | "“" | "”"))
        || parted
        || between.len() > REACH
        || !puts_in_words(words.lower(group.head), group)
        // "called “Ebola hotel” by those who live there"
        || group.passive
        || super::near::is_made_of(words, group)
    {
        return None;
    }
    // "used the word “soon”", and not "used “soft” tiles": what is called a word.
    let spoken = || {
        between.clone().any(|at| {
            let noun = words.lower(at).trim_end_matches('s');
            is_one_of(noun, "word term phrase expression slogan hashtag language name label slur epithet")
        })
    };
    if matches!(words.lower(group.head), "used" | "coined") && !spoken() {
        return None;
    }
    let own = || clauses.subject_before(group).filter(|_| group.form == Form::Finite);
    // The verb may be a cue already, of which other words are the content.
    let known = || {
        let known = found.iter().find(|f| f.cue.iter().any(|cue| cue.contains(&group.head)))?;
        known.source.first().cloned()
    };
    let joined = || shared(&clauses, group);
    let source = known().or_else(own).or_else(joined)?;
    let able = sayers::can_hold(prose, source.clone(), false) && !source.clone().any(|at| quoted.is(at));
    able.then(|| Found { source: vec![source], cue: vec![group.words.clone()], content: vec![whole], speech: false })
}

/// Whether what stands behind a verb may be its subject's own words.
fn puts_in_words(lower: &str, group: &VerbGroup) -> bool {
    let spoken = cues::verb(lower).is_some_and(|cue| {
        cue.frames.any(Frames::QUOTE.or(Frames::NAMING).or(Frames::OBJECT))
            && !cue.frames.any(Frames::FINDING)
            // "named a “pier tsar”": whom they chose, as the papers call it.
            && !matches!(cue.lemma, "name" | "identify" | "cast")
    });
    group.form != Form::Participle
        && (spoken || crate::words::is_one_of(lower, FURTHER))
        && !matches!(lower, "saw" | "read" | "published")
}

/// The subject of the clause that a verb without its own goes on with: "… and thanked", ", calling it".
fn shared(clauses: &Clauses<'_>, group: &VerbGroup) -> Option<Range<usize>> {
    let words = clauses.words;
    let before = group.words.start.checked_sub(1).filter(|&at| at >= clauses.start)?;
    let goes_on = is_one_of(words.lower(before), ", and but while by or before after");
    if !goes_on || group.form == Form::Infinitive {
        return None;
    }
    let earlier = clauses.groups.partition_point(|other| other.words.start < group.words.start);
    let subjects: Vec<Range<usize>> = clauses.groups[..earlier]
        .iter()
        .filter(|other| other.form == Form::Finite)
        .filter_map(|other| clauses.subject_before(other))
        .collect();
    // With two subjects before it, a verb may belong to either.
    match subjects.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// Whose words are told right before a quotation: "in the mayor's words, “…”".
fn own_words(prose: &Prose<'_>, clauses: &Clauses<'_>, at: usize) -> Option<Range<usize>> {
    let words = &prose.words;
    let mut last = at.checked_sub(1).filter(|&at| at > clauses.start)?;
    if words.text(last) == "," {
        last -= 1;
    }
    let noun = matches!(words.lower(last), "words" | "phrase" | "telling" | "parlance");
    let owner = last.checked_sub(1).filter(|&at| noun && at > clauses.start)?;
    if matches!(words.lower(owner), "his" | "her" | "their") {
        return Some(owner..owner + 1);
    }
    let possessive = words.lower(owner) == "'s";
    let start = possessive.then(|| clauses.phrase_ending(owner - 1)).flatten()?;
    Some(start..owner)
}
