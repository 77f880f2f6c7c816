//! The best part of a text, and the words found in it.

use model::{Span, Text};

use crate::order::sort;
use crate::text::{spellings, words};

/// How long an excerpt is, in code points.
const LENGTH: u32 = 260;

/// The words found in a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Found {
    /// Where they stand, in order.
    pub(crate) marks: Vec<Span>,
    /// Which word of the query each is.
    which: Vec<usize>,
}

/// Finds words, given by form, in order, with the index of the query's word.
pub(crate) fn find(text: &str, forms: &[(&str, usize)]) -> Found {
    let counted = Text::new(text);
    let mut found = Found::default();
    let words = words(text);
    let known = |form: &str| forms.binary_search_by(|(known, _)| (*known).cmp(form)).ok().map(|at| forms[at].1);
    let mut marks: Vec<(Span, usize)> =
        words.iter().filter_map(|word| Some((counted.span(word.start, word.end), known(&word.form)?))).collect();
    for spelling in spellings(text, &words) {
        if let (Some(which), Some(last)) = (known(&spelling.form), words.get(spelling.at + spelling.words - 1)) {
            marks.push((counted.span(words[spelling.at].start, last.end), which));
        }
    }
    sort(&mut marks, &|a, b| (a.0.start, a.0.end).cmp(&(b.0.start, b.0.end)));
    for (span, which) in marks {
        match found.marks.last_mut() {
            // Overlapping pairs of an unspaced script are one mark, and so are spellings of the same words.
            Some(last) if last.end > span.start => last.end = last.end.max(span.end),
            _ => {
                found.marks.push(span);
                found.which.push(which);
            }
        }
    }
    found
}

/// The excerpt: the part that holds the most words of weight, and the span of those words.
///
/// `weights` are those of the query's words, by index.
pub(crate) fn best(text: &str, found: &Found, weights: &[f32]) -> (Span, Option<Span>) {
    let counted = Text::new(text);
    let end = counted.point(text.len());
    let whole = Span::new(0, end);
    let Some((first, last)) = densest(found, weights) else {
        return (if end <= LENGTH { whole } else { Span::new(0, word_end(&counted, LENGTH)) }, None);
    };
    let core = Span::new(found.marks[first].start, found.marks[last].end);
    if end <= LENGTH + LENGTH / 4 {
        return (whole, Some(core));
    }
    let room = LENGTH.saturating_sub(core.len());
    let start = sentence_start(&counted, core.start, room * 2 / 3);
    let stop = (start + LENGTH).max(core.end).min(end);
    (Span::new(start, if stop == end { end } else { word_end(&counted, stop).max(core.end) }), Some(core))
}

/// The first and the last mark of the window with the most weight.
fn densest(found: &Found, weights: &[f32]) -> Option<(usize, usize)> {
    let mut best: Option<(f32, usize, usize)> = None;
    let mut counts = vec![0u32; weights.len()];
    let mut start = 0;
    let mut weight = 0.0;
    for end in 0..found.marks.len() {
        let value = |which: usize, nth: u32| weights[which] / (1 + 3 * nth) as f32;
        weight += value(found.which[end], counts[found.which[end]]);
        counts[found.which[end]] += 1;
        while found.marks[end].end - found.marks[start].start > LENGTH * 3 / 4 && start < end {
            counts[found.which[start]] -= 1;
            weight -= value(found.which[start], counts[found.which[start]]);
            start += 1;
        }
        if best.is_none_or(|(most, _, _)| weight > most + 1e-4) {
            best = Some((weight, start, end));
        }
    }
    best.map(|(_, start, end)| (start, end))
}

/// The start of the sentence before `point`, or of a word, at most `room` code points before it.
fn sentence_start(text: &Text<'_>, point: u32, room: u32) -> u32 {
    let from = point.saturating_sub(room);
    if from == 0 {
        return 0;
    }
    let before = text.cut(Span::new(from, point));
    let sentence = before.rfind(". ").map(|at| at + 2);
    let word = before.find(' ').map(|at| at + 1);
    let bytes = sentence.or(word).unwrap_or(0);
    from + before[..bytes].chars().count() as u32
}

/// The end of the word before `point`.
fn word_end(text: &Text<'_>, point: u32) -> u32 {
    let before = text.cut(Span::new(point.saturating_sub(24), point));
    match before.rfind(' ') {
        Some(at) => point - before[at..].chars().count() as u32,
        None => point,
    }
}
