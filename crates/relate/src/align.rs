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

/// Neighbouring words of two passages: the same in both, or what each has instead.
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
    let mut pieces = Vec::new();
    for (index, &same) in columns.same.iter().enumerate() {
        pieces.push(Piece { a: columns.rows[0][index].clone(), b: columns.rows[1][index].clone(), same });
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
