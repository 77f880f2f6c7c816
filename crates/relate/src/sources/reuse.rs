//! Text that two documents share word by word.
//!
//! Shingles of eight words (Broder, "On the resemblance and containment of documents", 1997), kept where their digest
//! is the least in a window (Schleimer, Wilkerson, Aiken, "Winnowing", 2003): a run of [`RUN`] words in both always
//! shares one. Documents that carry one shingle are tied in a chain, not each with each, so that an agency report
//! printed a thousand times costs a thousand comparisons.

use std::collections::BTreeMap;

use model::{Role, Span};

use crate::ground::ids;
use crate::ground::reports::Reports;
use crate::ground::words::{folded, words};

/// Words in a shingle.
const SHINGLE: usize = 8;

/// Shingles in a window of which the least is kept.
const WINDOW: usize = 5;

/// The shortest run of words that counts as reuse.
pub(crate) const RUN: usize = SHINGLE + WINDOW - 1;

/// A run of words that stands in two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shared {
    /// The earlier document and where the words stand in it.
    pub a: (u32, Span),
    /// The later document.
    pub b: (u32, Span),
    /// How many words.
    pub words: usize,
}

/// One word of a document's report, folded to a number.
struct Token {
    hash: u64,
    start: usize,
    end: usize,
    /// Index of its passage: a run does not cross passages.
    passage: usize,
}

/// What two documents share word by word.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reuse {
    /// The runs, the longest first.
    pub runs: Vec<Shared>,
    /// Whether the one is for the most part a copy of the other.
    pub copied: bool,
}

/// The share of the shorter document's words that run together in a copy, in percent.
const COPIED: usize = 40;

/// The most runs of two documents that are kept.
const RUNS: usize = 48;

/// The most documents with one shingle that are compared each with each.
const EACH: usize = 6;

/// For each pair of documents that run together, by documents, what they share.
pub(crate) fn shared(reports: &Reports<'_>) -> BTreeMap<(u32, u32), Reuse> {
    let tokens: Vec<Vec<Token>> = (0..reports.documents.len()).map(|d| tokens(reports, d)).collect();
    // Each digest with the documents that have it and the first token where it stands.
    let mut postings: Vec<(u64, (u32, u32))> = tokens
        .iter()
        .enumerate()
        .flat_map(|(document, row)| winnow(row).into_iter().map(move |(hash, at)| (hash, (document as u32, at as u32))))
        .collect();
    postings.sort_unstable();
    postings.dedup_by_key(|&mut (hash, (document, _))| (hash, document));
    let mut found: BTreeMap<(u32, u32), Reuse> = BTreeMap::new();
    for list in postings.chunk_by(|a, b| a.0 == b.0) {
        let places: Vec<(u32, u32)> = list.iter().map(|posting| posting.1).collect();
        let reach = if places.len() <= EACH { places.len() } else { 1 };
        for (at, &first) in places.iter().enumerate() {
            for &second in places.iter().skip(at + 1).take(reach) {
                let start = tokens[first.0 as usize][first.1 as usize].start;
                let point = reports.texts[first.0 as usize].point(start);
                let known = found.get(&(first.0, second.0));
                let inside = |run: &Shared| run.a.1.start <= point && point < run.a.1.end;
                if first.0 == second.0 || known.is_some_and(|k| k.runs.len() >= RUNS || k.runs.iter().any(inside)) {
                    continue;
                }
                let run = run(reports, &tokens, first, second);
                if run.words >= RUN {
                    found.entry((first.0, second.0)).or_default().runs.push(run);
                }
            }
        }
    }
    for ((a, b), reuse) in &mut found {
        model::order::sort_by_key(&mut reuse.runs, |run| (std::cmp::Reverse(run.words), *run));
        let words: usize = reuse.runs.iter().map(|run| run.words).sum();
        let shorter = tokens[*a as usize].len().min(tokens[*b as usize].len());
        reuse.copied = words * 100 >= shorter * COPIED;
    }
    found
}

fn tokens(reports: &Reports<'_>, document: usize) -> Vec<Token> {
    let report = reports.documents[document];
    let text = &reports.texts[document];
    let mut tokens = Vec::new();
    for (index, passage) in report.document.passages.iter().enumerate() {
        if passage.role != Role::Body {
            continue;
        }
        let base = text.byte(passage.span.start);
        tokens.extend(words(text.cut(passage.span)).iter().map(|w| Token {
            hash: ids::digest([&*folded(w.text)]),
            start: base + w.start,
            end: base + w.end,
            passage: index,
        }));
    }
    tokens
}

/// The digests that are the least of some window, with the token at which their shingle begins.
fn winnow(tokens: &[Token]) -> Vec<(u64, usize)> {
    let shingles: Vec<u64> = tokens
        .windows(SHINGLE)
        .map(|w| w.iter().fold(0_u64, |hash, token| ids::mix(hash.rotate_left(7) ^ token.hash)))
        .collect();
    let mut kept: Vec<(u64, usize)> = shingles
        .windows(WINDOW)
        .enumerate()
        .filter_map(|(at, w)| w.iter().enumerate().min_by_key(|&(i, hash)| (*hash, i)).map(|(i, hash)| (*hash, at + i)))
        .collect();
    kept.dedup();
    kept
}

/// The run around two places that share a shingle.
fn run(reports: &Reports<'_>, tokens: &[Vec<Token>], a: (u32, u32), b: (u32, u32)) -> Shared {
    let (x, y) = (&tokens[a.0 as usize], &tokens[b.0 as usize]);
    let same = |i: usize, j: usize, i0: usize, j0: usize| {
        x[i].hash == y[j].hash && x[i].passage == x[i0].passage && y[j].passage == y[j0].passage
    };
    let (mut i, mut j) = (a.1 as usize, b.1 as usize);
    let (i0, j0) = (i, j);
    while i > 0 && j > 0 && same(i - 1, j - 1, i0, j0) {
        (i, j) = (i - 1, j - 1);
    }
    let mut count = 0;
    while i + count < x.len() && j + count < y.len() && same(i + count, j + count, i0, j0) {
        count += 1;
    }
    let span = |document: u32, row: &[Token], from: usize| {
        let end = from + count.max(1) - 1;
        reports.texts[document as usize].span(row[from].start, row[end].end)
    };
    Shared { a: (a.0, span(a.0, x, i)), b: (b.0, span(b.0, y, j)), words: count }
}
