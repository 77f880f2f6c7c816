//! Whether what somebody says can be told without the words that say that it is said.
//!
//! "Officials said that the port is shut" tells that the port is shut, on their word. "Officials do not think that the
//! port is shut", "asked whether" and "denied that" tell nothing of the kind: there the words that lead to the content
//! stay with it.

use std::ops::Range;

use model::{Attribution, AttributionKind};

use crate::{
    cues,
    grammar::{Form, VerbGroup, groups, phrases::Clauses},
    tags::Tag,
    words::is_one_of,
};

/// Verbs that pass on what is said as it was said, without a word on whether it is so.
const PLAIN: &str = "say add state declare announce note remark comment observe claim assert argue contend insist \
    maintain explain acknowledge admit concede confirm reply respond answer counter continue recall \
    recount report repeat reiterate stress emphasize emphasise underscore underline point conclude \
    testify swear complain disclose reveal write tweet post affirm reaffirm mention clarify tell \
    inform notify assure reassure remind warn find show allege go quote accord begin read make";

/// Verbs that take direct speech besides: the words themselves stand between quotation marks.
const SPOKEN: &[&str] = &[
    "joke", "quip", "muse", "ask", "shout", "yell", "scream", "whisper", "cry", "exclaim", "sigh", "retort", "promise",
    "vow", "pledge", "boast", "lament", "predict", "caution", "advise", "agree", "suggest", "start", "think", "opine",
    "urge", "demand", "plead", "text", "e-mail", "email", "thunder", "protest", "object", "confess", "call", "charge",
    "cite", "describe",
];

/// Whether the content of an attribution, told alone, says what the sentence says.
pub(super) fn stands(
    clauses: &Clauses<'_>,
    attribution: &Attribution,
    content: &[Range<usize>],
    cue: &[Range<usize>],
) -> bool {
    let words = clauses.words;
    let (Some(first), Some(said)) = (content.first(), cue.first()) else {
        // A quotation that began in a sentence before.
        return cue.is_empty();
    };
    let direct = attribution.kind == AttributionKind::Direct;
    if attribution.source.is_empty() && !direct {
        return false;
    }
    // "terms that the owners say are fair": what is said is told of the terms.
    if content.len() > 1 && first.len() == 1 && matches!(words.lower(first.start), "that" | "which" | "who" | "whom") {
        return false;
    }
    // "according to", "as per", "in the words of"
    if matches!(words.lower(said.start), "according" | "per") || words.lower(said.start + 1) == "per" {
        return !governed_from(clauses, said.start, said.start, content);
    }
    // The turn of a transcript, whatever it opens with.
    if words.text(said.start) == ":" && said.len() == 1 {
        return true;
    }
    let opening = first.start + usize::from(words.lower(first.start) == "that");
    let question = is_one_of(words.lower(opening), "whether if how why what who when where which unless to");
    let inserted = first.end <= said.start;
    if !direct && question && !(inserted && first.start == clauses.start) {
        return false;
    }
    let verb = said.clone().filter_map(|at| clauses.group_at(at)).find(|group| said.contains(&group.head));
    let Some(group) = verb else {
        let lower = words.lower(said.start);
        let as_said = said.clone().any(|at| matches!(words.lower(at), "said" | "reported" | "told" | "noted"));
        return direct || as_said || matches!(lower, "according" | "per" | "as" | ":" | "—" | "in");
    };
    let lemma = cues::verb(words.lower(group.head)).map_or("", |cue| cue.lemma);
    // "It will not sail, Berg cautioned": the words that lead to a content before them turn nothing of it.
    let plain = crate::words::is_one_of(lemma, PLAIN) || (direct || inserted) && SPOKEN.contains(&lemma);
    let tensed = match group.form {
        Form::Finite => !group.words.clone().any(|at| groups::is_modal(words.lower(at))),
        // "…, adding that"
        Form::Gerund => group.words.start > clauses.start && words.text(group.words.start - 1) == "," || direct,
        Form::Participle => words.lower(group.words.end) == "by" || direct,
        Form::Infinitive => false,
    };
    // "insisted that the pier be shut": what is wanted.
    let wanted = clauses.groups.iter().any(|group| {
        group.form == Form::Finite && words.lower(group.words.start) == "be" && first.contains(&group.head)
    });
    if wanted && !direct {
        return false;
    }
    // "During the review, the bill says, the mayor can't": what is said holds within the frame.
    let framed = !direct
        && content.len() == 1
        && first.start > said.start
        && words.tag(clauses.start) == Tag::Preposition
        && is_one_of(words.lower(clauses.start), "during under within until for after before by without despite")
        && !super::clauses::is_past(words.lower(group.head))
        && group.words.len() == 1;
    plain
        && !framed
        && tensed
        && !group.negated
        && !governed(clauses, group, content)
        && (direct || content.len() > 1 || is_clause(clauses, first))
}

/// Whether words begin as a clause does: with "that", or with the subject of their first finite verb.
fn is_clause(clauses: &Clauses<'_>, piece: &Range<usize>) -> bool {
    let words = clauses.words;
    let first =
        piece.clone().find(|&at| words.tag(at) != Tag::Punctuation || words.text(at) == ".").unwrap_or(piece.start);
    let lower = words.lower(first);
    if matches!(lower, "that" | "there" | "it") || first > piece.start && words.text(piece.start) != "," {
        return true;
    }
    let from = clauses.groups.partition_point(|group| group.words.start < first);
    // "his trip, which took him to Kolm, was long": over what is told of the subject.
    let relative = |group: &&VerbGroup| {
        let subject = clauses.subject_before(group);
        subject.is_some_and(|subject| {
            subject.start > first && matches!(words.lower(subject.start), "who" | "which" | "that")
        })
    };
    let mut finite = clauses.groups[from..].iter().filter(|group| group.form == Form::Finite).take(3);
    let Some(group) = finite.find(|group| !relative(group)) else { return false };
    if group.words.start >= piece.end {
        return false;
    }
    let own = clauses.subject_before(group).is_some_and(|subject| subject.start <= first + 1 && subject.end > first);
    // "…, he said": the words before have a whole clause, whatever opens it.
    let before = piece.start == clauses.start;
    own || before || words.tag(first) == Tag::Adverb
}

/// Whether something before the verb of saying turns what it says, or leaves it open: "nobody said", "if he said".
fn governed(clauses: &Clauses<'_>, group: &VerbGroup, content: &[Range<usize>]) -> bool {
    let subject = clauses.subject_before(group).map_or(group.words.start, |subject| subject.start);
    // "They do not know the sum but say it is large", "He did not come and said he was ill": a verb of its own.
    let tensed = super::clauses::is_past(clauses.words.lower(group.head)) && group.words.len() == 1;
    let joint = group.words.start.checked_sub(1).map_or("", |at| clauses.words.lower(at));
    if group.form == Form::Finite && (joint == "but" || joint == "and" && tensed) {
        let open = ["if", "unless", "whether", "when", "until", "once", "because", "since"];
        return (clauses.start..group.words.start).any(|at| open.contains(&clauses.words.lower(at)));
    }
    governed_from(clauses, group.head, subject, content)
}

fn governed_from(clauses: &Clauses<'_>, head: usize, subject: usize, content: &[Range<usize>]) -> bool {
    let words = clauses.words;
    let inside = |at: usize| content.iter().any(|piece| piece.contains(&at));
    // What stands before a comma before the subject is another clause's.
    let own = |at: usize| !(inside(at) || at < subject && matches!(words.text(at), "," | ";" | "—" | "--"));
    (clauses.start..head).rev().take(24).take_while(|&at| own(at)).any(|at| {
        let no = is_one_of(words.lower(at), "no nobody none neither nor few hardly not n't never without");
        let open = is_one_of(words.lower(at), "if unless whether when until once before because since asked");
        no || open && (words.tag(at) != Tag::Adverb || at == clauses.start)
    })
}
