//! Attributions that close their sentence: "…, a harbour official confirmed."

use std::ops::Range;

use crate::{
    attributions::{Found, Quoted, Scene, reach::is_medium},
    cues::{self, Frames},
    grammar::{Form, VerbGroup, phrases::is_day},
    tags::Tag,
};

/// Finds who says a whole sentence, as its last comma parts them off. What other rules found for the same verb and before
/// it stays; `from` is where the sentence's own findings begin.
pub(super) fn find(scene: Scene<'_>, quoted: &Quoted, found: &mut Vec<Found>, from: usize) {
    let Some((source, group)) = tail(scene, quoted) else { return };
    let content = scene.clauses.start..source.start - 1;
    let own = |f: &Found| f.cue.iter().any(|cue| cue.contains(&group.head));
    let before = |f: &Found| f.content.first().is_some_and(|content| content.end <= source.start);
    if found[from..].iter().any(|f| own(f) && before(f))
        || !scene.clauses.finite_in(content.clone())
        || scene.adverbial(content.clone())
    {
        return;
    }
    let mut index = 0;
    found.retain(|f| {
        index += 1;
        index <= from || !own(f)
    });
    found.push(Found {
        source: Vec::from([source]),
        cue: Vec::from([group.words.clone()]),
        content: Vec::from([content]),
        speech: true,
    });
}

/// Finds whose words follow on the next line where a sentence hands over to them: "Berg released this statement about the
/// pier:".
pub(super) fn handing(scene: Scene<'_>, quoted: &Quoted, found: &mut Vec<Found>) {
    let words = scene.clauses.words;
    let ends = words.text(scene.end) == ":";
    let Some(group) = scene.clauses.groups.iter().find(|group| group.form == Form::Finite).filter(|_| ends) else {
        return;
    };
    let gives = matches!(
        words.lower(group.head),
        "released" | "releases" | "issued" | "issues" | "made" | "gave" | "posted" | "sent" | "published" | "offered"
    );
    let statement = (group.words.end..scene.end).take(8).any(|at| {
        matches!(words.lower(at), "statement" | "statements" | "message" | "remarks" | "letter" | "comment" | "apology")
    });
    if !gives || !statement || group.negated || group.passive {
        return;
    }
    let Some(source) = scene.clauses.subject_before(group) else { return };
    // "UPDATE 4:18 p.m.: Gov. Berg released"
    let start = source.clone().rev().find(|&at| words.text(at) == ":").map_or(source.start, |at| at + 1);
    let Some(content) = scene.handed_over(quoted) else { return };
    let cue = group.words.clone();
    found.retain(|f| !f.cue.iter().any(|own| own.contains(&group.head)));
    found.push(Found { source: Vec::from([start..source.end]), cue: Vec::from([cue]), content, speech: true });
}

/// Subject and verb behind the last comma, where they say that what stands before it was said.
fn tail<'a>(scene: Scene<'a>, quoted: &Quoted) -> Option<(Range<usize>, &'a VerbGroup)> {
    let words = scene.clauses.words;
    let comma = (scene.clauses.start..scene.end).rev().find(|&at| words.text(at) == ",")?;
    if comma < scene.clauses.start + 3 || quoted.is(comma) || quoted.is(comma - 1) {
        return None;
    }
    let first = comma + 1;
    let subject = scene.clauses.phrase_from(first, scene.end)?;
    let groups = scene.clauses.groups;
    let group = groups.get(groups.partition_point(|group| group.words.start < subject))?;
    if group.words.start != subject {
        return None;
    }
    let cue = cues::verb(words.lower(group.head))?;
    let frames = cue.frames;
    let says = group.form == Form::Finite
        && !group.passive
        && !group.negated
        && frames.any(Frames::QUOTE)
        && frames.any(Frames::BARE.or(Frames::HEARER));
    // "the owners, who the mayor said": what is told of them.
    let leads = matches!(words.tag(first), Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Pronoun)
        || words.tag(first) == Tag::Number;
    let rest = group.words.end..scene.end;
    let hearer = || frames.any(Frames::HEARER) && scene.clauses.phrase_from(rest.start, scene.end).is_some();
    let medium = || rest.clone().any(|at| is_medium(words.lower(at)));
    let adjunct = rest.is_empty()
        || matches!(words.tag(rest.start), Tag::Preposition | Tag::Adverb) && words.lower(rest.start) != "that"
        || is_day(words.lower(rest.start))
        || matches!(words.lower(rest.start), "about" | "around" | "earlier" | "later" | "last" | "this")
        || hearer()
        || medium();
    let verbs = scene.clauses.groups.iter().any(|other| rest.contains(&other.head));
    let that = rest.clone().any(|at| matches!(words.lower(at), "that" | "whether" | ":"));
    let spoken = rest.clone().any(|at| quoted.is(at));
    (says && leads && adjunct && !verbs && !that && !spoken).then(|| (first..subject, group))
}
