//! The words of a statement as a reader wants them: without the joints to its neighbours.

use std::ops::Range;

use crate::{prose::Prose, tags::Tag, words::Words};

/// Cuts conjunctions, punctuation and openers like "However," off both ends; keeps quotation marks and brackets that
/// have their partner inside. A concession that `leads` its main clause keeps its opener.
pub(super) fn trim(words: &Words<'_>, range: Range<usize>, leads: bool) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    let opens_nothing = |at: usize, end: usize| {
        let concession = matches!(words.lower(at), "while" | "although" | "though" | "whereas");
        !(leads && concession) && opens_nothing(words, at, end)
    };
    while start < end && opens_nothing(start, end) {
        start += 1;
    }
    start = after_opener(words, start, end);
    while start < end && opens_nothing(start, end) {
        start += 1;
    }
    while start < end && closes_nothing(words, start, end) {
        end -= 1;
    }
    // A statement that is a quotation as a whole stands without its marks.
    if end > start + 2
        && is_opening(words.text(start))
        && is_closing(words.text(end - 1))
        && !marks_between(words, start + 1..end - 1)
    {
        (start, end) = (start + 1, end - 1);
        while start < end && opens_nothing(start, end) {
            start += 1;
        }
        while start < end && matches!(words.text(end - 1), "," | "." | ";" | "!" | "…") {
            end -= 1;
        }
    }
    start..end
}

fn opens_nothing(words: &Words<'_>, at: usize, end: usize) -> bool {
    let text = words.text(at);
    // "So far, a third of it is built"
    if words.lower(at) == "so" && matches!(words.lower(at + 1), "far" | "long" | "much" | "many" | "few" | "often") {
        return false;
    }
    if is_opening(text) || text == "(" || text == "[" {
        return !closed_within(words, at, end);
    }
    let joint = crate::words::is_one_of(words.lower(at), "and but or yet so that while although though whereas");
    // Only a "that" behind a conjunction can be the joint of a clause: "…, and that the port was shut".
    let demonstrative = words.lower(at) == "that"
        && (words.capitalised(at)
            || at.checked_sub(1).is_some_and(|before| words.capitalised(before))
            || !at.checked_sub(1).is_some_and(|before| matches!(words.lower(before), "and" | "but"))
            || matches!(words.tag(at + 1), Tag::Auxiliary | Tag::Verb) && !words.lower(at + 1).ends_with("ing")
            || words.text(at + 1) == ","
            || words.text(at + 1).starts_with(['\'', '’'])
            || words.tag(at) == Tag::Determiner
                && words.tag(at + 1) == Tag::Noun
                && !words.lower(at + 1).ends_with('s'));
    words.tag(at) == Tag::Punctuation || matches!(text, "-" | "–" | "—" | "•" | "*") || joint && !demonstrative
}

fn closes_nothing(words: &Words<'_>, start: usize, end: usize) -> bool {
    let (at, text) = (end - 1, words.text(end - 1));
    if is_closing(text) || text == ")" || text == "]" {
        let inside =
            (start..at).rev().take(400).find(|&at| is_opening(words.text(at)) || matches!(words.text(at), "(" | "["));
        return inside.is_none();
    }
    if matches!(text, "%" | "$" | "°") {
        return false;
    }
    words.tag(at) == Tag::Punctuation && !text.ends_with(char::is_alphabetic) && !text.contains(char::is_alphanumeric)
        || matches!(words.lower(at), "and" | "but" | "or" | "while" | "although" | "though") && end - start > 2
}

/// Whether the mark at `at` has its partner before `end`.
fn closed_within(words: &Words<'_>, at: usize, end: usize) -> bool {
    let bracket = matches!(words.text(at), "(" | "[");
    (at + 1..end.min(at + 400))
        .any(|at| if bracket { matches!(words.text(at), ")" | "]") } else { is_closing(words.text(at)) })
}

fn marks_between(words: &Words<'_>, mut range: Range<usize>) -> bool {
    range.any(|at| is_opening(words.text(at)) || matches!(words.text(at), "”" | "\""))
}

fn is_opening(text: &str) -> bool {
    matches!(text, "“" | "\"" | "«" | "„" | "‘")
}

fn is_closing(text: &str) -> bool {
    matches!(text, "”" | "\"" | "»")
}

/// Skips "However," and labels such as "Details:".
fn after_opener(words: &Words<'_>, start: usize, end: usize) -> usize {
    const OPENERS: &str = "however meanwhile additionally furthermore moreover besides therefore thus nevertheless \
    nonetheless consequently also instead still hence accordingly similarly likewise";
    if end < start + 5 {
        return start;
    }
    if crate::words::is_one_of(words.lower(start), OPENERS) && words.text(start + 1) == "," {
        return start + 2;
    }
    let label = words.text(start + 1) == ":"
        && words.capitalised(start)
        && matches!(words.tag(start), Tag::Noun | Tag::Proper | Tag::Verb);
    if label { start + 2 } else { start }
}

/// A citation in brackets at the end, as analyses have it: "… (Daily Post, 3 May; see Weekly, 4 May)".
pub(super) fn citation(prose: &Prose<'_>, range: &Range<usize>) -> Option<Range<usize>> {
    let words = &prose.words;
    let mut last = range.end;
    while last > range.start && matches!(words.text(last - 1), "." | "," | ";" | ":") {
        last -= 1;
    }
    if last <= range.start + 4 || words.text(last - 1) != ")" {
        return None;
    }
    let open = (range.start..last - 1).rev().take(60).find(|&at| words.text(at) == "(")?;
    let inside = open + 1..last - 1;
    let dated = inside.clone().any(|at| words.text(at).starts_with(|c: char| c.is_ascii_digit()));
    let listed = inside.clone().any(|at| words.text(at) == ",");
    // "(if three of them, Berg says, agree)" is no citation.
    if inside.clone().any(|at| super::units::turns(words.lower(at))) {
        return None;
    }
    (open > range.start && dated && listed && words.capitalised(cited(words, &inside).start)).then_some(open..last)
}

/// The first work that a citation names.
pub(super) fn cited(words: &Words<'_>, inside: &Range<usize>) -> Range<usize> {
    let start = inside.start + usize::from(matches!(words.lower(inside.start), "see" | "cf." | "via"));
    let end = (start..inside.end).find(|&at| matches!(words.text(at), "," | ";")).unwrap_or(inside.end);
    start..end
}

/// Whether words between marks are what something is called, each with a capital: “Night over Kolm”.
pub(super) fn is_name(words: &Words<'_>, quote: &Range<usize>) -> bool {
    let small = |at: usize| crate::words::is_one_of(words.lower(at), "of the and over in on for a to at");
    (1..=7).contains(&quote.len())
        && quote
            .clone()
            .all(|at| words.capitalised(at) || words.tag(at) == Tag::Number || at > quote.start && small(at))
        && words.capitalised(quote.end - 1)
}

/// The words within `range` that stand in quotation marks, as ranges without the marks.
pub(super) fn quoted(prose: &Prose<'_>, range: &Range<usize>) -> Vec<Range<usize>> {
    let from = prose.quotations.partition_point(|quotation| quotation.words().end <= range.start);
    let mut quoted = Vec::new();
    for quotation in prose.quotations[from.saturating_sub(4)..].iter().filter(|quotation| quotation.depth == 0) {
        if quotation.words().start >= range.end {
            break;
        }
        for piece in &quotation.pieces {
            let opened = is_opening(prose.words.text(piece.start)) || prose.words.text(piece.start) == "'";
            let closed = piece.end > piece.start + 1
                && (is_closing(prose.words.text(piece.end - 1))
                    || matches!(prose.words.text(piece.end - 1), "’" | "'"));
            let inside = piece.start + usize::from(opened)..piece.end - usize::from(closed);
            if let Some(mut words) = super::voices::meet(&inside, range) {
                while words.end > words.start && matches!(prose.words.text(words.end - 1), "," | "." | ";") {
                    words.end -= 1;
                }
                if !words.is_empty() {
                    quoted.push(words);
                }
            }
        }
    }
    quoted
}

/// Whether a quotation stands in brackets within some words.
pub(super) fn in_brackets(prose: &Prose<'_>, words: &Range<usize>, quote: &Range<usize>) -> bool {
    let mark = (words.start..quote.start).rev().find(|&at| matches!(prose.words.text(at), "(" | ")"));
    mark.is_some_and(|at| prose.words.text(at) == "(")
}

/// Whether words outside of quotation marks are the author's of themselves: "I asked them".
pub(super) fn first_person(prose: &Prose<'_>, words: &Range<usize>) -> bool {
    let inside = |at: usize| {
        let from = prose.quotations.partition_point(|quotation| quotation.words().end <= at);
        prose.quotations[from..].iter().take(4).any(|quotation| quotation.words().contains(&at))
    };
    words.clone().any(|at| {
        matches!(prose.words.lower(at), "i" | "my" | "me" | "myself" | "mine")
            && prose.words.text(at).len() < 7
            && prose.words.text(at) != "i"
            && !inside(at)
    })
}
