//! Two documents side by side: which passages answer each other, and where they differ, word by word.
//!
//! Small, and without a table of words: the viewer runs it in the browser.

use std::collections::{BTreeMap, BTreeSet};

use model::{Document, Role, Text};

use crate::ground::alignment::columns;
use crate::ground::words::{fold, words};

/// What a passage must share with another to answer it: the cosine of their rarer words.
const ANSWERS: f32 = 0.22;

/// From here on two passages run together, and are compared word by word.
const TOGETHER: f32 = 0.6;

/// A row of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A passage of each that answer each other.
    Both {
        /// Index of the passage in the first document.
        a: usize,
        /// Index of the passage in the second document.
        b: usize,
        /// Word by word, where they run together; empty where they only speak of the same.
        words: Vec<Piece>,
    },
    /// A passage that only the first document has, by index.
    OnlyA(usize),
    /// A passage that only the second document has, by index.
    OnlyB(usize),
}

/// Neighbouring words of two passages: the same in both, or what each has instead. What stands between words stays with
/// them, so that the pieces of a side together are its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words of the first; empty where only the second has some.
    pub a: String,
    /// The words of the second.
    pub b: String,
    /// Whether they are the same, case and marks apart.
    pub same: bool,
}

/// Compares the paragraphs of two documents. Rows follow the first document; what only the second has stands after the
/// passage before it that is answered.
pub fn compare(a: &Document, b: &Document) -> Vec<Row> {
    let (ours, theirs) = (passages(a), passages(b));
    let rarity = rarity(ours.iter().chain(&theirs));
    let mut likeness: Vec<(f32, usize, usize)> = Vec::new();
    for (i, x) in ours.iter().enumerate() {
        for (j, y) in theirs.iter().enumerate() {
            let like = cosine(&x.words, &y.words, &rarity);
            if like >= ANSWERS {
                likeness.push((like, i, j));
            }
        }
    }
    model::order::sort_by(&mut likeness, |a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut answer: BTreeMap<usize, (usize, f32)> = BTreeMap::new();
    let mut used = BTreeSet::new();
    for (like, i, j) in likeness {
        if !answer.contains_key(&i) && used.insert(j) {
            answer.insert(i, (j, like));
        }
    }
    rows(&ours, &theirs, &answer, &used)
}

fn rows(
    ours: &[Body<'_>],
    theirs: &[Body<'_>],
    answer: &BTreeMap<usize, (usize, f32)>,
    used: &BTreeSet<usize>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut told = 0;
    for (i, body) in ours.iter().enumerate() {
        let Some(&(j, like)) = answer.get(&i) else {
            rows.push(Row::OnlyA(body.index));
            continue;
        };
        while told < j {
            if !used.contains(&told) {
                rows.push(Row::OnlyB(theirs[told].index));
            }
            told += 1;
        }
        let words = if like >= TOGETHER { pieces(body.text, theirs[j].text) } else { Vec::new() };
        rows.push(Row::Both { a: body.index, b: theirs[j].index, words });
    }
    rows.extend((told..theirs.len()).filter(|j| !used.contains(j)).map(|j| Row::OnlyB(theirs[j].index)));
    rows
}

/// The words of two texts, aligned.
pub fn pieces(a: &str, b: &str) -> Vec<Piece> {
    let columns = columns(&[a, b]);
    let (ours, theirs) = (whole(a, &columns.rows[0]), whole(b, &columns.rows[1]));
    ours.into_iter().zip(theirs).zip(columns.same).map(|((a, b), same)| Piece { a, b, same }).collect()
}

/// A text cut where its `words` (neighbouring ones together, in order) begin: marks stay with the word that they stand at.
fn whole(text: &str, words: &[String]) -> Vec<String> {
    let mut pieces = vec![String::new(); words.len()];
    let (mut from, mut last) = (0, None);
    for (index, words) in words.iter().enumerate().filter(|(_, words)| !words.is_empty()) {
        let Some(at) = text[from..].find(words.as_str()).map(|at| from + at) else { continue };
        // Between two words: what closes goes with the first, what opens with the second.
        let gap = &text[from..at];
        let opens = gap
            .rfind(char::is_whitespace)
            .map_or(0, |space| space + gap[space..].chars().next().map_or(0, char::len_utf8));
        if let Some(last) = last {
            let before: &mut String = &mut pieces[last];
            before.push_str(&gap[..opens]);
        }
        let opens = if last.is_none() { 0 } else { opens };
        pieces[index].push_str(&gap[opens..]);
        pieces[index].push_str(words);
        (from, last) = (at + words.len(), Some(index));
    }
    // Beyond the words that are compared, a text goes on untold.
    let rest = &text[from..];
    if let Some(last) = last.filter(|_| !rest.contains(char::is_alphanumeric)) {
        pieces[last].push_str(rest);
    }
    pieces
}

/// A paragraph, or the title, with its words.
struct Body<'a> {
    index: usize,
    text: &'a str,
    words: BTreeSet<String>,
}

fn passages(document: &Document) -> Vec<Body<'_>> {
    let text = Text::new(&document.text);
    document
        .passages
        .iter()
        .enumerate()
        .filter(|(_, p)| matches!(p.role, Role::Title | Role::Body))
        .map(|(index, p)| {
            let text = text.cut(p.span);
            Body { index, text, words: words(text).iter().map(|w| prefix(&fold(w.text))).collect() }
        })
        .collect()
}

/// The first six letters: near enough to a stem, without its tables.
fn prefix(word: &str) -> String {
    word.chars().take(6).collect()
}

/// How rare each word is among the passages of both.
fn rarity<'a>(bodies: impl Iterator<Item = &'a Body<'a>>) -> BTreeMap<&'a str, f32> {
    let mut counts: BTreeMap<&str, f32> = BTreeMap::new();
    let mut total = 0.0;
    for body in bodies {
        total += 1.0;
        body.words.iter().for_each(|w| *counts.entry(w).or_default() += 1.0);
    }
    counts.values_mut().for_each(|count| *count = ((total + 1.0) / *count).ln());
    counts
}

fn cosine(a: &BTreeSet<String>, b: &BTreeSet<String>, rarity: &BTreeMap<&str, f32>) -> f32 {
    let weight = |w: &String| rarity.get(w.as_str()).map_or(0.0, |r| r * r);
    let length = |words: &BTreeSet<String>| words.iter().map(weight).sum::<f32>().sqrt();
    let shared = a.intersection(b).map(weight).sum::<f32>();
    let lengths = length(a) * length(b);
    if lengths > 0.0 { shared / lengths } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_stay_at_their_words() {
        let found = pieces("“No boat”, she said, “will leak.”", "“No ferry”, she said, “will leak.”");
        let ours: Vec<&str> = found.iter().map(|piece| piece.a.as_str()).collect();
        assert_eq!(ours, ["“No ", "boat”, ", "she said, “will leak.”"]);
        assert_eq!(found[1].b, "ferry”, ");
    }

    proptest! {
        #[test]
        fn pieces_are_the_text(a in "[a-d ,.“”]{0,30}", b in "[a-d ,.“”]{0,30}") {
            let found = pieces(&a, &b);
            if a.contains(char::is_alphanumeric) {
                prop_assert_eq!(found.iter().map(|piece| piece.a.as_str()).collect::<String>(), a);
            }
        }
    }
}
