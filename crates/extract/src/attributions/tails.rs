//! Attributions that close their sentence: "…, a harbour official confirmed."

use std::ops::Range;

use crate::{
    attributions::{Found, Quoted, Scene, reach::is_medium, sayers},
    cues::{self, Frames},
    grammar::{Form, VerbGroup, phrases::is_day},
    tags::Tag,
};

/// Finds who says a whole sentence, as its last comma parts them off. What other rules found for the same verb and before
/// it stays; `from` is where the sentence's own findings begin.
pub(super) fn find(scene: Scene<'_>, quoted: &Quoted, found: &mut Vec<Found>, from: usize) {
    let Some(Tail { source, group, comma }) = tail(scene, quoted) else { return };
    let content = scene.clauses.start..comma;
    let own = |f: &Found| f.cue.iter().any(|cue| cue.contains(&group.head));
    let before = |f: &Found| f.content.first().is_some_and(|content| content.end <= comma + 1);
    if found[from..].iter().any(|f| own(f) && before(f))
        || !scene.clauses.finite_in(content.clone()) && !is_long(scene, &content, &source, group)
        || scene.clauses.finite_in(content.clone())
            && scene.adverbial(content.clone())
            && !holds_clause(scene, content.clone())
            && !ends(scene, &content, group)
    {
        return;
    }
    // "The work goes on, said Berg, a pilot: “It will be hard.”": and what stands behind.
    let words = scene.clauses.words;
    let behind = if group.words.end <= source.start { source.end } else { group.words.end };
    let further = (words.text(behind) == ":").then(|| scene.quotation_at(behind + 1, quoted)).flatten();
    let mut index = 0;
    found.retain(|f| {
        index += 1;
        index <= from || !own(f)
    });
    found.push(Found {
        source: Vec::from([source]),
        cue: Vec::from([group.words.clone()]),
        content: std::iter::once(content).chain(further.into_iter().flatten()).collect(),
        speech: true,
    });
}

/// Whether words are long enough for a sentence whose verb is taken for a noun: "The sales and the loans of both firms portend well
/// for Kolm, the officials said."
fn is_long(scene: Scene<'_>, content: &Range<usize>, source: &Range<usize>, group: &VerbGroup) -> bool {
    let words = scene.clauses.words;
    let opens =
        matches!(words.tag(content.start), Tag::Noun | Tag::Proper | Tag::Determiner | Tag::Pronoun | Tag::Number);
    // "Boats account for half of it, Berg said", and not "The head of the board, Berg said": no name of an office before the comma.
    let office = || content.clone().any(|at| crate::mentions::is_role(words.lower(at)));
    let timed = content
        .clone()
        .any(|at| crate::words::is_one_of(words.lower(at), "day days week weeks month months year years hours"));
    let pronoun = source.len() == 1 && words.tag(source.start) == Tag::Pronoun;
    let says = matches!(words.lower(group.head), "said" | "says" | "added" | "noted");
    let short = says && content.len() >= 5 && !timed && (pronoun || !office());
    opens && (content.len() > 12 || short)
}

/// Whether nothing stands behind a verb of saying, so that what is said can only stand before it: "Since it has no money, it had to
/// sell, he said."
fn ends(scene: Scene<'_>, content: &Range<usize>, group: &VerbGroup) -> bool {
    let words = scene.clauses.words;
    let says = matches!(words.lower(group.head), "said" | "says" | "added" | "adds" | "noted" | "explained");
    let asked = content.clone().take(3).any(|at| matches!(words.lower(at), "asked" | "pressed" | "questioned"));
    let comma = content.clone().find(|&at| words.text(at) == ",");
    let from = comma.map_or(content.end, |comma| scene.clauses.groups.partition_point(|own| own.words.start <= comma));
    let own = scene.clauses.groups.get(from..).unwrap_or_default().iter().any(|own| {
        own.form == Form::Finite
            && own.words.end <= content.end
            && scene
                .clauses
                .subject_before(own)
                .is_none_or(|subject| !matches!(words.lower(subject.start), "who" | "which" | "that"))
    });
    let short = comma.is_none() && content.len() >= 5 && words.tag(content.start) == Tag::Preposition;
    says && !asked && group.words.end >= scene.end && (own || short)
}

/// Finds whose words follow on the next line where a sentence hands over to them: "Berg released this statement about the
/// pier:".
pub(super) fn handing(scene: Scene<'_>, quoted: &Quoted, found: &mut Vec<Found>) {
    let words = scene.clauses.words;
    let ends = words.text(scene.end) == ":";
    let Some(group) = scene.clauses.groups.iter().find(|group| group.form == Form::Finite).filter(|_| ends) else {
        return;
    };
    let gives = crate::words::is_one_of(
        words.lower(group.head),
        "released releases issued issues made gave posted sent published offered",
    );
    let statement = (group.words.end..scene.end).take(8).any(|at| {
        crate::words::is_one_of(words.lower(at), "statement statements message remarks letter comment apology")
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

/// Subject and verb behind the last comma, in either order, where they say that what stands before it was said.
fn tail<'a>(scene: Scene<'a>, quoted: &Quoted) -> Option<Tail<'a>> {
    let words = scene.clauses.words;
    let commas = (scene.clauses.start + 3..scene.end).rev().filter(|&at| words.text(at) == ",");
    for comma in commas.take(3) {
        if quoted.is(comma) || quoted.is(comma - 1) {
            return None;
        }
        if let Some(found) = behind(scene, quoted, comma) {
            return Some(found);
        }
    }
    at_length(scene, quoted)
}

/// "…, the secretary of the union, Anna Berg, told the Post", "…, Anna Berg, head of the board, said": who says it, with what is
/// told of them between commas.
fn at_length<'a>(scene: Scene<'a>, quoted: &Quoted) -> Option<Tail<'a>> {
    let words = scene.clauses.words;
    let group = scene.clauses.groups.iter().rev().find(|group| group.form == Form::Finite)?;
    let subject = scene.clauses.subject_before(group)?;
    let comma = subject.start.checked_sub(1).filter(|&at| at > scene.clauses.start + 3 && words.text(at) == ",")?;
    let marked = (comma - 1..group.words.end).any(|at| quoted.is(at));
    let explained = subject.clone().any(|at| words.text(at) == ",");
    (!marked && explained && closes(scene, quoted, subject.clone(), group)).then_some(Tail {
        source: subject,
        group,
        comma,
    })
}

/// Whether a clause stands behind a phrase: "In this respect the pier was safe", and not "In a letter that was sent".
fn holds_clause(scene: Scene<'_>, content: Range<usize>) -> bool {
    let words = scene.clauses.words;
    let subordinate = matches!(words.lower(content.start), "after" | "before" | "since" | "once" | "when" | "while")
        && words.tag(content.start) != Tag::Adverb;
    let opened = words.tag(content.start) == Tag::Preposition
        && !crate::words::is_one_of(
            words.lower(content.start),
            "as after before until since once while asked speaking",
        )
        || subordinate;
    let from = scene.clauses.groups.partition_point(|group| group.words.start < content.start);
    let mut finite = scene.clauses.groups[from..]
        .iter()
        .take_while(|group| group.words.end <= content.end)
        .filter(|group| group.form == Form::Finite);
    opened
        && finite.any(|group| {
            let subject = scene.clauses.subject_before(group);
            subject.is_some_and(|subject| {
                // "After it sank, when the money ran out, the owners are poor": a clause that nothing opens.
                if subordinate {
                    return subject.start > content.start + 3
                        && words.text(subject.start - 1) == ","
                        && !matches!(
                            words.lower(subject.start),
                            "who" | "which" | "that" | "when" | "where" | "whose"
                        );
                }
                // The subject begins behind the phrase, with its article or as a pronoun.
                subject.start > content.start + 1
                    && (words.text(subject.start - 1) == ","
                        || matches!(words.tag(subject.start), Tag::Determiner)
                            && matches!(words.tag(subject.start - 1), Tag::Noun | Tag::Proper | Tag::Number)
                            && !crate::attributions::reach::is_medium(words.lower(subject.start - 1)))
            })
        })
}

/// What closes a sentence: who says it, the verb, and the comma before them.
struct Tail<'a> {
    source: Range<usize>,
    group: &'a VerbGroup,
    comma: usize,
}

fn behind<'a>(scene: Scene<'a>, quoted: &Quoted, comma: usize) -> Option<Tail<'a>> {
    let words = scene.clauses.words;
    let first = comma + 1;
    let groups = scene.clauses.groups;
    // "…, said Anna Berg, a teacher": the verb first.
    let from = groups.partition_point(|group| group.words.start < first);
    if let Some(group) = groups.get(from).filter(|group| group.words.start == first) {
        let says = crate::words::is_one_of(words.lower(group.head), "said says added adds explained noted recalled");
        let named = matches!(words.tag(first + 1), Tag::Proper | Tag::Determiner | Tag::Noun | Tag::Adjective)
            || words.lower(first + 1) == "one";
        let alone =
            says && !is_day(words.lower(first + 1)) && group.words.len() == 1 && named && group.form == Form::Finite;
        let source = alone.then(|| scene.source_from(first + 1, quoted)).flatten()?;
        let closes = source.end >= scene.end || matches!(words.text(source.end), ":" | ";" | "—" | "–");
        return closes.then_some(Tail { source, group, comma });
    }
    let mut group = groups.iter().rev().find(|group| group.form == Form::Finite)?;
    if let Some(tail) = joint_speakers(scene, quoted, comma, group) {
        return Some(tail);
    }
    // "…, a man who lives there said": the last verb, and not that of the relative clause.
    if group.words.start <= first {
        return None;
    }
    let subject = scene.clauses.phrase_from(first, scene.end).map(|end| {
        // "officials there said"
        end + usize::from(matches!(words.lower(end), "there" | "here") && end < group.words.start)
    });
    // "the super said"
    let short = words.tag(first) == Tag::Determiner && words.tag(first + 1) == Tag::Adjective;
    let subject = subject.or(short.then_some(first + 2))?;
    // "an official familiar with the matter told the Post"
    let attached = matches!(words.lower(subject), "familiar" | "close" | "aware" | "involved" | "briefed" | "present")
        && matches!(words.lower(subject + 1), "with" | "to" | "of" | "in" | "on" | "at");
    let subject = attached.then(|| scene.clauses.phrase_from(subject + 2, scene.end)).flatten().unwrap_or(subject);
    // "an official not authorized to speak told the Post", "an aide speaking on condition of anonymity said"
    let bound = matches!(words.lower(subject), "authorized" | "authorised" | "speaking" | "asking" | "wishing")
        || words.lower(subject) == "not" && matches!(words.lower(subject + 1), "authorized" | "authorised" | "named");
    let subject = groups
        .iter()
        .find(|group| {
            bound
                && group.form == Form::Finite
                && group.words.start > subject
                && !words.lower(group.head).ends_with("zed")
        })
        .filter(|group| (first..group.words.start).all(|at| words.text(at) != ","))
        .map_or(subject, |group| group.words.start);
    let at = groups.partition_point(|group| group.words.start < subject);
    let near = groups.get(at).filter(|group| group.words.start == subject && group.form == Form::Finite);
    match near {
        Some(near) => group = near,
        None if matches!(words.lower(subject), "who" | "that")
            && (first..group.words.start).all(|at| words.text(at) != ",")
            && groups[at..].iter().any(|own| own.form == Form::Finite && own.words.end < group.words.start) => {}
        None => return None,
    }
    let source = first..group.words.start;
    if !closes(scene, quoted, source.clone(), group) {
        return None;
    }
    // "…, Anna Berg, chairman of the board told the Post": the name before what she is.
    let named = || {
        let last = comma.checked_sub(1)?;
        let mut start = comma;
        while start > scene.clauses.start + 3 && words.tag(start - 1) == Tag::Proper {
            start -= 1;
        }
        let role = crate::mentions::is_role(words.lower(first)) || crate::mentions::is_role(words.lower(first + 1));
        (role && last > start && words.text(start - 1) == ",").then_some(start)
    };
    let (source, comma) = named().map_or((source.clone(), comma), |start| (start..source.end, start - 1));
    Some(Tail { source, group, comma })
}

/// Those who speak together, behind adjectives that "and" joins: "…, official and trade sources said".
fn joint_speakers<'a>(scene: Scene<'a>, quoted: &Quoted, comma: usize, group: &'a VerbGroup) -> Option<Tail<'a>> {
    let words = scene.clauses.words;
    let source = comma + 1..group.words.start;
    let last = source.end.checked_sub(1).filter(|&last| last > source.start + 1 && source.len() <= 9)?;
    let several = words.tag(last) == Tag::Noun
        && crate::words::is_one_of(
            words.lower(last),
            "sources officials analysts traders delegates dealers bankers experts diplomats",
        );
    let plain = source.clone().all(|at| {
        crate::grammar::groups::is_nominal(words.tag(at))
            || words.tag(at) == Tag::Adjective
            || words.lower(at) == "and"
            || words.tag(at) == Tag::Verb && words.lower(at).ends_with("ed")
    });
    let joined = source.clone().any(|at| words.lower(at) == "and");
    (several && plain && joined && closes(scene, quoted, source.clone(), group)).then_some(Tail {
        source,
        group,
        comma,
    })
}

/// Whether a subject and its verb say all that stands before them, and nothing of their own.
fn closes(scene: Scene<'_>, quoted: &Quoted, source: Range<usize>, group: &VerbGroup) -> bool {
    let words = scene.clauses.words;
    let groups = scene.clauses.groups;
    let first = source.start;
    let Some(cue) = cues::verb(words.lower(group.head)) else { return false };
    let frames = cue.frames;
    // "…, many here believe", "…, figures of the bank show"
    let thinks = matches!(cue.lemma, "believe" | "fear" | "suspect" | "estimate" | "expect" | "predict");
    let shows = matches!(cue.lemma, "show" | "indicate" | "suggest" | "reveal")
        && sayers::is_document(scene.prose, source.clone());
    let says = !group.passive
        && !group.negated
        && (frames.any(Frames::QUOTE) && frames.any(Frames::BARE.or(Frames::HEARER)) || thinks || shows)
        && group.words.clone().all(|at| !crate::grammar::groups::is_modal(words.lower(at)));
    // "the owners, who the mayor said": what is told of them.
    let leads = matches!(words.tag(first), Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Pronoun)
        && !matches!(words.lower(first), "who" | "which" | "that" | "whom" | "whose")
        || words.tag(first) == Tag::Number;
    // "…, many believe, though few say so": what is added stands apart.
    let parted = words.text(group.words.end) == ","
        && matches!(words.lower(group.words.end + 1), "though" | "although" | "while" | "but" | "even")
        // "he said without giving a figure", "she said but did not say why"
        || words.lower(group.words.end) == "without"
        || words.lower(group.words.end) == "but" && matches!(words.lower(group.words.end + 1), "did" | "gave" | "would");
    let rest = group.words.end..if parted { group.words.end } else { scene.end };
    let hearer = || frames.any(Frames::HEARER) && scene.clauses.phrase_from(rest.start, scene.end).is_some();
    let medium = || rest.clone().any(|at| is_medium(words.lower(at)));
    let adjunct = rest.is_empty()
        || matches!(words.tag(rest.start), Tag::Preposition | Tag::Adverb) && words.lower(rest.start) != "that"
        || is_day(words.lower(rest.start))
        || crate::words::is_one_of(words.lower(rest.start), "about around earlier later late early last this")
        || hearer()
        || medium();
    let verbs = groups.iter().any(|other| rest.contains(&other.head));
    let that = rest.clone().any(|at| matches!(words.lower(at), "that" | "whether" | ":"));
    // "…, Berg said Tuesday on the station's “Harbour Hour.”": a programme.
    let titled = |at: usize| {
        quoted.is(at)
            && (words.capitalised(at)
                || words.tag(at) == Tag::Punctuation
                || matches!(words.lower(at), "of" | "the" | "and" | "in" | "with"))
    };
    let programme =
        matches!(words.lower(rest.start), "on" | "to" | "in") || rest.clone().take(3).any(|at| words.lower(at) == "on");
    let spoken =
        rest.clone().any(|at| quoted.is(at) && !(programme && titled(at)) || words.text(at) == "," && !quoted.is(at));
    says && leads && adjunct && !verbs && !that && !spoken
}
