//! Quotations that no verb introduces: `Anna Berg: “…”`, `“…” — Anna Berg`, posts with their handle, and those of nobody
//! knows whom.

use std::ops::Range;

use model::{Attribution, AttributionKind};

use crate::{
    attributions::{Found, Quoted, speakers},
    grammar::phrases::is_dash,
    prose::Prose,
    tags::Tag,
};

/// Words of a name with its description before a colon or behind a dash, at most.
const LABEL: usize = 12;

/// Words of a quotation that is somebody's speech whoever says it, at least.
const UTTERANCE: usize = 4;

/// Finds the speakers of quotations that belong to nobody yet, where a label names them.
pub(super) fn find(prose: &Prose<'_>, quoted: &Quoted, found: &mut Vec<Found>) {
    let covered = covered(prose, found);
    for quotation in prose.quotations.iter().filter(|quotation| quotation.depth == 0) {
        let whole = quotation.words();
        if whole.clone().any(|at| covered[at]) {
            continue;
        }
        if let Some((source, cue)) = before(prose, quoted, &whole).or_else(|| behind(prose, quoted, &whole)) {
            found.push(Found { source: vec![source], cue: vec![cue], content: quotation.pieces.clone(), speech: true });
        }
    }
    for index in 0..prose.sentences.len() {
        found.extend(post(prose, quoted, index));
    }
}

/// Utterances in quotation marks of which the text does not tell whose they are: they open a sentence, or stand behind a
/// colon, and have a verb.
pub(super) fn unknown<'a>(prose: &Prose<'_>, told: impl Iterator<Item = &'a Attribution>) -> Vec<Attribution> {
    let mut covered = vec![false; prose.words.len()];
    for span in told.flat_map(|attribution| &attribution.content) {
        let (from, to) = (prose.words.at(prose.text.byte(span.start)), prose.words.at(prose.text.byte(span.end)));
        covered[from.min(to)..to].fill(true);
    }
    let opens = |at: usize| {
        let behind = at.checked_sub(1).is_some_and(|before| matches!(prose.words.text(before), ":" | "-" | "—" | "•"));
        let first = prose.sentences.binary_search_by_key(&at, |sentence| sentence.words.start).is_ok();
        first || behind && prose.words.capitalised(at + 1)
    };
    prose
        .quotations
        .iter()
        .filter(|quotation| quotation.depth == 0)
        .filter(|quotation| {
            let whole = quotation.words();
            whole.len() >= UTTERANCE + 2
                && opens(whole.start)
                && says(prose, &whole)
                && !whole.clone().any(|at| covered[at])
        })
        .map(|quotation| Attribution {
            source: Vec::new(),
            cue: Vec::new(),
            content: quotation.pieces.iter().map(|piece| prose.span(piece.clone())).collect(),
            kind: AttributionKind::Direct,
            speaker: Some(speakers::UNKNOWN.to_owned()),
        })
        .collect()
}

/// Whether words hold a verb of their own.
pub(super) fn says(prose: &Prose<'_>, whole: &Range<usize>) -> bool {
    let from = prose.sentences.partition_point(|sentence| sentence.words.end <= whole.start);
    let within = prose.sentences[from..].iter().take_while(|sentence| sentence.words.start < whole.end).count();
    prose.groups[from..from + within]
        .iter()
        .flatten()
        .any(|group| group.form == crate::grammar::Form::Finite && whole.contains(&group.head))
}

pub(super) fn covered(prose: &Prose<'_>, found: &[Found]) -> Vec<bool> {
    let mut covered = vec![false; prose.words.len()];
    for at in found.iter().flat_map(|f| f.content.iter().chain(&f.source)).flat_map(Range::clone) {
        if let Some(word) = covered.get_mut(at) {
            *word = true;
        }
    }
    covered
}

/// `Anna Berg: “…”`, `From Mayor Anna Berg: “…”`, at the head of a paragraph.
fn before(prose: &Prose<'_>, quoted: &Quoted, whole: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let words = &prose.words;
    let colon = whole.start.checked_sub(1)?;
    let sentence = prose.sentences.get(prose.sentence_of(colon)?)?;
    if words.text(colon) != ":" {
        // "KOLM MAYOR ANNA BERG “…”", as lists of what was said have it.
        let mut start = sentence.words.start;
        while matches!(words.text(start), "*" | "\\" | "•" | "-" | "\\*") {
            start += 1;
        }
        let shouted = |at: usize| !words.text(at).contains(char::is_lowercase) && words.text(at).len() > 1;
        let capitals = whole.start > start + 1 && (start..whole.start).all(shouted);
        let label = capitals && is_label(prose, quoted, start..whole.start);
        return label.then_some((start..whole.start, whole.start..whole.start));
    }
    let mut start = sentence.words.start;
    if matches!(words.lower(start), "from" | "by" | "says" | "•" | "-") {
        start += 1;
    }
    // "(SOUNDBITE) (English) KOLM MAYOR ANNA BERG SAYING:", as scripts for television have it.
    while words.text(start) == "("
        && let Some(close) = (start + 1..colon.min(start + 5)).find(|&at| words.text(at) == ")")
    {
        start = close + 1;
    }
    let end = colon - usize::from(colon > start && words.text(colon - 1) == "SAYING");
    is_label(prose, quoted, start..end).then_some((start..end, end..colon + 1))
}

/// `“…” — Anna Berg, mayor of Kolm`, on the same line or the next one.
fn behind(prose: &Prose<'_>, quoted: &Quoted, whole: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let words = &prose.words;
    let dash = whole.end;
    if !is_dash(words.text(dash)) {
        return None;
    }
    let sentence = prose.sentences.get(prose.sentence_of(dash)?)?;
    let mut end = sentence.words.end;
    while end > dash + 1 && matches!(words.text(end - 1), "." | ")") {
        end -= 1;
    }
    is_label(prose, quoted, dash + 1..end).then_some((dash + 1..end, dash..dash + 1))
}

/// A post with its author's handle behind it: `Off to the harbour! — Anna Berg (@annab) May 3, 2031`.
fn post(prose: &Prose<'_>, quoted: &Quoted, index: usize) -> Option<Found> {
    let words = &prose.words;
    let sentence = prose.sentences.get(index)?;
    let handle = sentence
        .words
        .clone()
        .find(|&at| words.text(at).starts_with('@') && words.text(at - usize::from(at > 0)) == "(")?;
    let dash = (sentence.words.start..handle).rev().take(LABEL).find(|&at| is_dash(words.text(at)))?;
    let source = dash + 1..handle - 1;
    if source.is_empty() || !is_label(prose, quoted, source.clone()) {
        return None;
    }
    // The post is what the paragraph has before the dash, or the paragraph before it.
    let same = |other: usize, passage: usize| prose.sentences.get(other).is_some_and(|s| s.passage == passage);
    let (passage, mut first) = if dash > sentence.words.start {
        (sentence.passage, index)
    } else {
        let before = prose.sentences.get(index.checked_sub(1)?)?;
        (before.passage, index - 1)
    };
    while first > 0 && same(first - 1, passage) {
        first -= 1;
    }
    let start = prose.sentences.get(first)?.words.start;
    (start < dash).then(|| Found {
        source: vec![source],
        cue: vec![dash..dash + 1],
        content: vec![start..dash],
        speech: true,
    })
}

/// Whether words are a name with its description, and no clause.
fn is_label(prose: &Prose<'_>, quoted: &Quoted, range: Range<usize>) -> bool {
    let words = &prose.words;
    let Some(sentence) = prose.sentence_of(range.start) else { return false };
    let verb = prose.groups.get(sentence).is_some_and(|groups| {
        groups.iter().any(|group| group.form == crate::grammar::Form::Finite && range.contains(&group.head))
    });
    !range.is_empty()
        && range.len() <= LABEL
        && !verb
        && words.capitalised(range.start)
        && range.clone().any(|at| words.tag(at) == Tag::Proper)
        && !range.clone().any(|at| quoted.is(at) || matches!(words.text(at), ":" | ";" | "?" | "!"))
        && !matches!(words.tag(range.start), Tag::Preposition | Tag::Conjunction | Tag::Subordinator | Tag::Pronoun)
}
