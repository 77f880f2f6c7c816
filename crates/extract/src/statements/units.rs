//! The parts of a sentence that each make a statement: its clauses, cut once more where somebody's words begin or end.

use std::ops::Range;

use super::{
    clauses::{self, Cuts},
    voices::{Voice, meet},
};
use crate::{
    grammar::{Form, VerbGroup, phrases::Clauses},
    tags::Tag,
};

/// One part of a sentence that says something.
#[derive(Clone, Debug)]
pub(super) struct Unit<'a> {
    /// Its words, untrimmed.
    pub(super) words: Range<usize>,
    /// The verb group it turns on, where one was found.
    pub(super) main: Option<&'a VerbGroup>,
    /// Indices of the voices whose content it is, the outermost first.
    pub(super) voices: Vec<usize>,
    /// The verb group whose subject it shares, where it has none of its own.
    pub(super) shares_subject: Option<&'a VerbGroup>,
    /// Whether it is a relative clause, of which another clause is the main one.
    pub(super) relative: bool,
}

/// Takes a sentence apart.
pub(super) fn find<'a>(clauses: &Clauses<'a>, voices: &[Voice<'_>]) -> Vec<Unit<'a>> {
    // "The owners, he added, plan to sell": a clause that is told around its cue stays in one piece.
    let around = |voice: &&Voice<'_>| match voice.content.as_slice() {
        [first, second, ..] => {
            let verb = clauses.group_at(second.start).is_some_and(|group| group.form == Form::Finite);
            verb && !clauses.finite_in(first.clone()) && first.end < second.start
        }
        _ => false,
    };
    let told = || voices.iter().filter(|voice| voice.clause);
    let contents = || told().filter(|voice| !around(voice)).flat_map(|voice| &voice.content);
    let mut cuts = clauses::cut(clauses, |at| contents().any(|content| content.start == at));
    for voice in told().filter(around) {
        let gap = voice.content[0].end..voice.content[1].start;
        cuts.at.retain(|at| !gap.contains(at));
        cuts.inserted.push(gap);
    }
    let mut at: Vec<usize> = cuts.at.clone();
    at.extend(contents().flat_map(|content| [content.start, content.end]));
    at.extend([clauses.start, clauses.end]);
    at.retain(|&at| (clauses.start..=clauses.end).contains(&at));
    at.sort_unstable();
    at.dedup();
    let pieces = at.windows(2).map(|pair| pair[0]..pair[1]);
    let mut units: Vec<Unit<'a>> = Vec::new();
    for words in pieces {
        let unit = unit(clauses, voices, &cuts, words);
        push(clauses, voices, &mut units, unit);
    }
    for inserted in &cuts.inserted {
        let unit = unit(clauses, voices, &Cuts::default(), inserted.clone());
        if unit.main.is_some() && !is_frame(&unit, voices, clauses) {
            units.push(unit);
        }
    }
    units.iter_mut().for_each(|unit| without_lead(clauses, voices, unit));
    let groups = clauses.groups;
    for index in 0..units.len() {
        units[index].shares_subject = shared_subject(clauses, groups, &units, index);
    }
    units.iter_mut().for_each(|unit| stand_alone(clauses, unit));
    // "that" behind its cue opens what is said; before it, as in "That plan has failed, she said", it points.
    let opens = |at: usize| {
        told().any(|voice| {
            voice.content.iter().any(|content| content.start == at) && voice.cue.iter().any(|cue| cue.end <= at)
        })
    };
    for unit in &mut units {
        let start = unit.words.start;
        if clauses.words.lower(start) == "that" && start + 1 < unit.words.end && opens(start) {
            unit.words.start += 1;
        }
    }
    units.retain(|unit| says_something(clauses, unit) && !is_frame(unit, voices, clauses));
    units.sort_by_key(|unit| (unit.words.start, unit.words.end));
    units
}

fn unit<'a>(clauses: &Clauses<'a>, voices: &[Voice<'_>], cuts: &Cuts, words: Range<usize>) -> Unit<'a> {
    let main = clauses::main_group(clauses, &words, &cuts.inserted);
    let head = main.map_or(words.start, |main| main.head);
    let holds = |voice: &Voice<'_>| {
        let inside = voice
            .content
            .iter()
            .any(|content| content.contains(&head) || meet(content, &words).as_ref() == Some(&words));
        // "hailed the plan": what is said is no clause, and the clause around it tells that it was said.
        let told = !voice.clause
            && voice.cue.iter().any(|cue| main.is_some_and(|main| cue.contains(&main.head)))
            && voice.content.iter().any(|content| meet(content, &words).is_some());
        told || inside && voice.clause
    };
    let voices = voices.iter().enumerate().filter(|(_, voice)| holds(voice)).map(|(index, _)| index).collect();
    Unit { words, main, voices, shares_subject: None, relative: false }
}

/// Makes a relative clause read as a sentence: "where both sides met" says that both sides met; "who had left" begins
/// with the noun that it speaks of.
fn stand_alone(clauses: &Clauses<'_>, unit: &mut Unit<'_>) {
    let words = clauses.words;
    let Some(main) = unit.main else { return };
    let first = unit.words.start;
    let led = words.tag(first) == Tag::Preposition;
    let pronoun = first + usize::from(led);
    let lower = words.lower(pronoun);
    if first <= clauses.start + 1 || words.text(first - 1) != "," || !clauses::is_relative(lower) {
        return;
    }
    unit.relative = true;
    let own_subject = main.words.start > pronoun + 1;
    if (led || lower == "where") && own_subject {
        unit.words.start = pronoun + 1;
        return;
    }
    let noun = first - 2;
    let verb = words.lower(main.words.start);
    let one = matches!(words.tag(noun), Tag::Noun | Tag::Proper) && !words.lower(noun).ends_with('s');
    let several =
        matches!(verb, "are" | "were" | "have") || words.tag(main.head) == Tag::Verb && !verb.ends_with(['s', 'd']);
    let head = match one && several && matches!(lower, "which" | "who") && !own_subject {
        true => clauses.phrase_ending(noun),
        false => clauses.bare_phrase_ending(noun),
    };
    // A name in quotation marks begins with its mark.
    let opened = head.filter(|_| matches!(words.text(noun), "\"" | "”")).and_then(|head| {
        (head.saturating_sub(8).max(clauses.start)..=head).rev().find(|&at| matches!(words.text(at), "\"" | "“"))
    });
    unit.words.start = opened.or(head).unwrap_or(first);
}

/// Adds a unit, or joins it to the one before where it says nothing by itself and nobody else speaks.
fn push<'a>(clauses: &Clauses<'a>, voices: &[Voice<'_>], units: &mut Vec<Unit<'a>>, unit: Unit<'a>) {
    let Some(last) = units.last_mut() else {
        units.push(unit);
        return;
    };
    let adjoins = last.words.end == unit.words.start;
    let one_voice = clause_voices(last, voices) == clause_voices(&unit, voices);
    let idle = unit.main.is_none() && !is_frame(&unit, voices, clauses);
    let last_idle = last.main.is_none() && !is_frame(last, voices, clauses);
    if adjoins && one_voice && (idle || last_idle) {
        last.words.end = unit.words.end;
        if last.main.is_none() {
            last.main = unit.main;
            last.voices = unit.voices;
        }
        return;
    }
    units.push(unit);
}

fn clause_voices(unit: &Unit<'_>, voices: &[Voice<'_>]) -> Vec<usize> {
    unit.voices.iter().copied().filter(|&index| voices[index].clause).collect()
}

/// Whether a unit only tells that, and by whom, another one is said: "Anna Berg said on Tuesday".
fn is_frame(unit: &Unit<'_>, voices: &[Voice<'_>], clauses: &Clauses<'_>) -> bool {
    let cues = || {
        let outside = voices.iter().filter(|v| v.clause && v.content.iter().all(|c| meet(c, &unit.words).is_none()));
        outside.flat_map(|voice| &voice.cue)
    };
    // "according to a report that was released in May"
    let first = unit.words.clone().find(|&at| clauses.words.tag(at) != Tag::Punctuation).unwrap_or(unit.words.start);
    if cues().any(|cue| cue.start == first) {
        return true;
    }
    match unit.main {
        Some(main) => cues().any(|cue| cue.contains(&main.head)),
        None => {
            cues().any(|cue| meet(cue, &unit.words).is_some())
                || unit.words.len() < 2 && clauses.end - clauses.start > 3
        }
    }
}

/// Whether the words of a unit, verb or not, are worth a statement.
fn says_something(clauses: &Clauses<'_>, unit: &Unit<'_>) -> bool {
    let whole = unit.words.start == clauses.start && unit.words.end == clauses.end;
    let words = unit.words.clone().filter(|&at| clauses.words.tag(at) != Tag::Punctuation).count();
    // What has no verb and begins with a preposition only qualifies: "Despite the strike, Berg noted, …".
    let adjunct = || {
        let first = unit.words.clone().find(|&at| clauses.words.tag(at) != Tag::Punctuation);
        first.is_some_and(|at| clauses.words.tag(at) == Tag::Preposition)
    };
    unit.main.is_some() && words >= 2 || whole && words >= 4 || words >= 5 && !adjunct()
}

/// Cuts the words that only lead up to what somebody says off the end of what stands before it: "…, stating", "…, with
/// the owner adding that".
fn without_lead(clauses: &Clauses<'_>, voices: &[Voice<'_>], unit: &mut Unit<'_>) {
    let Some(main) = unit.main else { return };
    for voice in voices.iter().filter(|voice| voice.clause) {
        let Some(cue) = voice.cue.iter().find(|cue| cue.start >= main.words.end && unit.words.contains(&cue.start))
        else {
            continue;
        };
        let gerund = clauses.group_at(cue.start).is_some_and(|group| group.form == Form::Gerund);
        let follows = voice.content.iter().any(|content| content.start >= unit.words.end);
        if !gerund || !follows || cue.end + 2 < unit.words.end {
            continue;
        }
        let with = (main.words.end..cue.start)
            .rev()
            .take_while(|&at| clauses.words.text(at) != ",")
            .find(|&at| clauses.words.lower(at) == "with");
        let by = usize::from(matches!(clauses.words.lower(cue.start - 1), "by" | "in" | "while"));
        unit.words.end = with.unwrap_or(cue.start - by).max(main.words.end);
    }
}

/// The verb group whose subject a unit shares: its own verb stands first in it.
fn shared_subject<'a>(
    clauses: &Clauses<'a>,
    groups: &'a [VerbGroup],
    units: &[Unit<'a>],
    index: usize,
) -> Option<&'a VerbGroup> {
    let unit = &units[index];
    let main = unit.main?;
    let before = (unit.words.start..main.words.start).filter(|&at| {
        !matches!(clauses.words.tag(at), Tag::Punctuation | Tag::Conjunction | Tag::Adverb | Tag::Subordinator)
    });
    if before.count() > 0 {
        return None;
    }
    let own = groups.partition_point(|group| group.words.start < unit.words.start);
    let mut earlier = units[..index].iter().rev().filter(|other| other.words.end <= unit.words.start);
    let nearest = earlier
        .find_map(|other| other.shares_subject.or(other.main))
        .or_else(|| groups[..own].iter().rev().find(|group| group.form == Form::Finite))?;
    // "As the city has grown since the war began and has built": what is joined runs alike.
    let auxiliary = |group: &VerbGroup| Some(clauses.words.lower(group.words.start)).filter(|_| group.words.len() > 1);
    let alike = |group: &&VerbGroup| group.form == Form::Finite && auxiliary(group) == auxiliary(main);
    if auxiliary(main).is_none() || auxiliary(nearest) == auxiliary(main) {
        return Some(nearest);
    }
    groups[..own].iter().rev().find(alike).or(Some(nearest))
}
