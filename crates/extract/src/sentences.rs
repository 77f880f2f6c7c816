//! Sentences: where each begins and ends.
//!
//! Boundaries are decided on words, not characters, so that a point which belongs to a word never comes up.

use std::ops::Range;

use crate::{
    abbreviations,
    words::{Words, is_one_of},
};

/// One sentence, heading or list line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// First byte in the text.
    pub(crate) start: usize,
    /// One past its last byte, its closing marks included.
    pub(crate) end: usize,
    /// Its words, as indices.
    pub(crate) words: Range<usize>,
    /// Index of its passage.
    pub(crate) passage: usize,
}

/// The most words that a sentence can have. What is longer is no prose, and would make the stages that look back and
/// forth within a sentence slow.
const LONGEST: usize = 200;

/// Splits the passages (index and bytes, rising) of a text into sentences.
pub(crate) fn split(
    text: &str,
    words: &Words<'_>,
    passages: impl IntoIterator<Item = (usize, Range<usize>)>,
) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (passage, range) in passages {
        let inside = words.at(range.start)..words.at(range.end);
        let width = text[range].lines().map(|line| line.trim_end().len()).max().unwrap_or(0);
        let mut from = inside.start;
        let mut line = Line::new(text, words, from);
        let mut index = from;
        while index < inside.end {
            let end = sentence_end(words, index, inside.end)
                .or_else(|| (index > from && glued(words, index + 1, inside.end)).then_some(index + 1));
            let next = end.unwrap_or(index + 1);
            let ended = end.is_some() || next - from >= LONGEST || next < inside.end && line.breaks_before(next, width);
            if ended {
                push(&mut sentences, words, from..next, passage);
                from = next;
            }
            index = next;
        }
        push(&mut sentences, words, from..inside.end, passage);
    }
    sentences
}

fn push(sentences: &mut Vec<Sentence>, words: &Words<'_>, range: Range<usize>, passage: usize) {
    if let (Some(first), Some(last)) = (words.get(range.start), words.get(range.end.saturating_sub(1)))
        && !range.is_empty()
    {
        sentences.push(Sentence { start: first.start, end: last.end, words: range, passage });
    }
}

/// The line that is being read, for breaks that no full stop marks.
struct Line<'a> {
    text: &'a str,
    words: &'a Words<'a>,
    /// First byte of the line.
    start: usize,
}

impl<'a> Line<'a> {
    fn new(text: &'a str, words: &'a Words<'a>, first: usize) -> Self {
        Self { text, words, start: words.get(first).map_or(0, |word| word.start) }
    }

    /// Whether a new line before word `next` was meant: the word would have fitted on the line before (wrapped text
    /// runs up to its width), or it begins an item of a list.
    fn breaks_before(&mut self, next: usize, width: usize) -> bool {
        let (Some(last), Some(word)) = (self.words.get(next - 1), self.words.get(next)) else { return false };
        let gap = &self.text[last.end..word.start];
        if !gap.contains('\n') {
            return false;
        }
        let length = last.end - self.start;
        self.start = word.start;
        let item = matches!(self.words.text(next), "-" | "*" | "•" | "·" | "–" | "—" | "▪" | "●" | "◦");
        let fits = length + 1 + (word.end - word.start) < width;
        let fresh = !self.words.text(next).starts_with(char::is_lowercase);
        item || fresh && (fits || gap.matches('\n').count() > 1)
    }
}

/// Where the sentence ends if the word at `index` ends it: one past its last closing mark.
fn sentence_end(words: &Words<'_>, index: usize, limit: usize) -> Option<usize> {
    let text = words.text(index);
    let own_point = text.len() > 1 && text.ends_with('.') && text.contains(char::is_alphabetic);
    if !own_point && !ends_sentence(text) {
        return None;
    }
    let mut next = index + 1;
    while next < limit && ends_sentence(words.text(next)) {
        next += 1;
    }
    let marks_end = next;
    while next < limit && closes(words, next) {
        next += 1;
    }
    if next >= limit {
        return Some(limit);
    }
    let follower = first_letter(words, next, limit);
    let capital = words.text(follower).starts_with(|c: char| !c.is_lowercase());
    if !capital {
        return None;
    }
    if !(words.spaced(next) || text == "." && squeezed(words, index, next)) {
        return None;
    }
    if text == "." && marks_end == index + 1 && abbreviated(words, index, next) {
        return None;
    }
    if own_point {
        let lower = words.lower(index);
        let initials = lower.len() == 2;
        // "Norway, Chile and the U.S. And Japan", as wires have it: a capital behind the stop, and no new sentence.
        let listed = matches!(lower, "u.s." | "u.k." | "u.n.") && matches!(words.lower(follower), "and" | "or");
        let starter = starts_sentences(words.lower(follower)) && !listed;
        let quoted = follower != next;
        return (!abbreviations::leads_on(lower) && !initials && (starter || quoted && marks_end < next))
            .then_some(next);
    }
    // An ellipsis within a sentence is followed by whatever; only a capital that is no name's ends it.
    if matches!(text, "…" | "...") && marks_end == index + 1 && next == marks_end {
        return starts_sentences(words.lower(follower)).then_some(next);
    }
    Some(next)
}

/// Whether the full stop at `point` shortens the word before it, as the word behind it shows: "no. 7", "et al. [2004]",
/// "Com. & Adm."
fn abbreviated(words: &Words<'_>, point: usize, next: usize) -> bool {
    let Some(before) = point.checked_sub(1) else { return false };
    let numbered = words.text(next).starts_with(char::is_numeric);
    let counted = abbreviations::takes_number(words.lower(before)) && !words.spaced(point);
    let others = words.lower(before) == "al" && before > 0 && words.lower(before - 1) == "et";
    let bracketed = matches!(words.text(next), "[" | "(");
    counted && numbered || others && (bracketed || !starts_sentences(words.lower(next))) || words.text(next) == "&"
}

/// Whether a new sentence begins at `next` though no mark parts it from the line before, as pages glue headlines, links and boxes
/// to a paragraph: "Fog shuts the pier in Kolm The owners say …". A name goes on with capitals, and a title has them throughout.
fn glued(words: &Words<'_>, next: usize, limit: usize) -> bool {
    let shouted = |text: &str| text.chars().skip(1).any(char::is_uppercase) || !text.starts_with(char::is_uppercase);
    if next + 2 >= limit || !words.spaced(next) || shouted(words.text(next)) {
        return false;
    }
    let (before, lower, behind) = (words.text(next - 1), words.lower(next), words.text(next + 1));
    let named = before.starts_with(char::is_uppercase);
    let opens = is_one_of(lower, "the an he she they there this these some his but many most")
        || !named && is_one_of(lower, "it we in on at after while when as its their our if")
        || lower == "a"
            && !is_one_of(words.lower(next - 1), "class series type grade tranche group section plan part triple an");
    let goes_on = behind.starts_with(char::is_lowercase) && !is_one_of(behind, "and or to from is of")
        || behind.starts_with(['\'', '’']) && !is_one_of(lower, "the a an his");
    opens
        && goes_on
        && before.starts_with(char::is_alphanumeric)
        && before.ends_with(char::is_alphanumeric)
        && !before.contains(':')
}

fn ends_sentence(text: &str) -> bool {
    matches!(text, "." | "!" | "?" | "…" | "。" | "！" | "？" | "؟" | "۔") || text.starts_with("..")
}

/// Whether the word at `index` is a closing mark that belongs to the sentence before it.
fn closes(words: &Words<'_>, index: usize) -> bool {
    match words.text(index) {
        "”" | "’" | ")" | "]" | "»" | "’’" => true,
        // A straight mark closes when it stands close to what is before it.
        "\"" | "'" | "''" => !words.spaced(index),
        _ => false,
    }
}

/// The first word from `index` that is no opening mark.
fn first_letter(words: &Words<'_>, index: usize, limit: usize) -> usize {
    (index..limit.min(index + 4))
        .find(|&i| !matches!(words.text(i), "“" | "‘" | "\"" | "'" | "''" | "``" | "(" | "[" | "«" | "„"))
        .unwrap_or(index)
}

/// Whether a full stop with no space after it ends a sentence nevertheless: a small letter before, a word after.
fn squeezed(words: &Words<'_>, point: usize, next: usize) -> bool {
    let before = point.checked_sub(1).map_or("", |index| words.text(index));
    let after = words.text(next);
    let closed = next > point + 1;
    let small = before.chars().count() > 1 && before.chars().next_back().is_some_and(|c| c.is_lowercase() || c == ')');
    (small || closed) && (after.chars().count() > 1 || matches!(after, "A" | "I" | "“" | "\""))
}

/// Words that, with a capital after an abbreviation, begin a sentence rather than a name.
fn starts_sentences(lower: &str) -> bool {
    matches!(
        lower,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "you"
            | "but"
            | "and"
            | "or"
            | "so"
            | "yet"
            | "in"
            | "on"
            | "at"
            | "for"
            | "from"
            | "with"
            | "after"
            | "before"
            | "when"
            | "while"
            | "if"
            | "as"
            | "although"
            | "though"
            | "however"
            | "because"
            | "since"
            | "there"
            | "here"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "what"
            | "who"
            | "how"
            | "why"
            | "where"
            | "some"
            | "many"
            | "most"
            | "no"
            | "not"
            | "all"
            | "both"
            | "one"
            | "two"
            | "meanwhile"
            | "also"
            | "still"
            | "then"
            | "now"
            | "yes"
            | "to"
            | "by"
            | "under"
            | "during"
            | "earlier"
            | "later"
            | "according"
            | "last"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sentences(text: &str) -> Vec<&str> {
        let words = Words::split(text, std::iter::once(0..text.len()));
        split(text, &words, [(0, 0..text.len())]).into_iter().map(|s| &text[s.start..s.end]).collect()
    }

    #[test]
    fn abbreviations_and_initials_do_not_end_a_sentence() {
        for text in [
            "Dr. Anna Berg met Sen. J. R. Holm in the U.S. Senate on Jan. 15 at 5 p.m. Eastern.",
            "The plant in Springfield, Ill., made No. 5 bolts for Acme Inc. and others.",
            "It was … nothing, he said.",
            "“Really?” she asked.",
            "The berth is no. 9 of the pier, see nos. 2 and 5.",
            "Read vol. 2, ch. 7, sec. 1, art. 8, para. 4, fig. 6 and p. 31.",
            "Holm et al. [1999] and Lind et al. (2001) counted gulls.",
            "The firm of Lind Bros. & Sons paid.",
            "Eq. 4 and Figs. 5 and 6 differ.",
        ] {
            assert_eq!(sentences(text), [text]);
        }
    }

    #[test]
    fn sentences_end_where_readers_end_them() {
        assert_eq!(sentences("He left the U.S. The minister stayed."), ["He left the U.S.", "The minister stayed."]);
        assert_eq!(sentences("“We won. We will stay.” Then he left."), ["“We won.", "We will stay.”", "Then he left."]);
        assert_eq!(sentences("It rained all day.The match was off."), ["It rained all day.", "The match was off."]);
        assert_eq!(sentences("Why now? Nobody knows!"), ["Why now?", "Nobody knows!"]);
        assert_eq!(sentences("She saw him.\" \"Where?\" he asked."), ["She saw him.\"", "\"Where?\" he asked."]);
    }

    #[test]
    fn what_is_glued_to_a_sentence_is_none_of_it() {
        assert_eq!(
            sentences("Fog shuts the pier in Kolm The owners of two ferries say there's no danger."),
            ["Fog shuts the pier in Kolm", "The owners of two ferries say there's no danger."]
        );
        assert_eq!(sentences("Pilots walk out He left on Monday."), ["Pilots walk out", "He left on Monday."]);
        for text in [
            "She read The Kolm Courier and sold class A shares in Lost In the Fog.",
            "They sailed on the Ferry One to the isle, and I stayed.",
            "The firm cut its debt to A from the A and P desk.",
        ] {
            assert_eq!(sentences(text), [text]);
        }
    }

    #[test]
    fn lines_without_a_full_stop_are_sentences() {
        assert_eq!(
            sentences(
                "Minister resigns\nThe minister resigned on Monday after a vote, her office said.\n- first\n- two"
            ),
            ["Minister resigns", "The minister resigned on Monday after a vote, her office said.", "- first", "- two"]
        );
        let wrapped = "The minister of transport resigned on\nMonday after a long dispute about the\nNorthern Line.";
        assert_eq!(sentences(wrapped), [wrapped]);
    }

    proptest! {
        #[test]
        fn sentences_hold_every_word_once(text in "[\\PC\n]{0,200}") {
            let words = Words::split(&text, std::iter::once(0..text.len()));
            let mut next = 0;
            for sentence in split(&text, &words, [(0, 0..text.len())]) {
                prop_assert_eq!(sentence.words.start, next);
                prop_assert!(sentence.words.end > sentence.words.start);
                next = sentence.words.end;
            }
            prop_assert_eq!(next, words.len());
        }
    }
}
