//! Words of a document, found exactly once, or not at all.

use std::collections::{BTreeSet, HashMap};

use model::{Annotated, Span};

use super::decisions::{Anchor, Decision, ReviewError};
use crate::ground::reports::Place;
use crate::ground::words::{fold, words};

/// How many candidates an error names.
const CANDIDATES: usize = 3;

/// Code points of context around words that stand in several places.
const AROUND: usize = 30;

/// The documents in which anchors are looked for: each is found by its id, and read for its first anchor only.
pub(super) struct Anchors<'a> {
    documents: &'a [Annotated],
    by_id: HashMap<&'a str, usize>,
    plain: HashMap<usize, Plain>,
}

impl<'a> Anchors<'a> {
    pub(super) fn new(documents: &'a [Annotated]) -> Self {
        let mut by_id = HashMap::new();
        for (index, annotated) in documents.iter().enumerate() {
            by_id.entry(annotated.document.id.as_str()).or_insert(index);
        }
        Self { documents, by_id, plain: HashMap::new() }
    }

    /// The statement that an anchor means; document indices count the documents as given.
    pub(super) fn find(&mut self, anchor: &Anchor, decision: usize) -> Result<Place, ReviewError> {
        let index = self.by_id.get(anchor.document.as_str()).copied();
        let Some(index) = index else { return Err(no_document(self.documents, anchor, decision)) };
        let report = &self.documents[index];
        let plain = self.plain.entry(index).or_insert_with(|| Plain::new(&report.document.text));
        find(report, plain, index, anchor, decision)
    }
}

/// The decisions about statements, with their places among all.
pub(super) fn anchored(decisions: &[Decision]) -> impl Iterator<Item = (usize, &Decision)> {
    decisions.iter().enumerate().filter(|(_, decision)| !matches!(decision, Decision::Name { .. }))
}

/// The statements that a decision is about.
pub(super) fn places(anchors: &mut Anchors<'_>, decision: &Decision, index: usize) -> Result<Vec<Place>, ReviewError> {
    let wanted = decision.anchors();
    if wanted.is_empty() {
        return Err(ReviewError::Nothing { decision: index, why: "the decision names no statement".to_owned() });
    }
    wanted.iter().map(|anchor| anchors.find(anchor, index)).collect()
}

/// That no document has the anchor's id, with the nearest that there are.
fn no_document(documents: &[Annotated], anchor: &Anchor, decision: usize) -> ReviewError {
    let ids = documents.iter().map(|d| d.document.id.as_str());
    let nearest =
        nearest(&anchor.document.replace(['-', '_', '.'], " "), ids.map(|id| (id, id.replace(['-', '_', '.'], " "))));
    ReviewError::NoDocument { decision, document: anchor.document.clone(), nearest }
}

/// The statement of one document that an anchor means.
fn find(
    report: &Annotated,
    plain: &Plain,
    index: usize,
    anchor: &Anchor,
    decision: usize,
) -> Result<Place, ReviewError> {
    let (document, words) = (anchor.document.clone(), anchor.words.clone());
    let found = plain.find(&anchor.words);
    let span = match found.as_slice() {
        [] => {
            return Err(ReviewError::NotFound {
                decision,
                document,
                words,
                nearest: statements_near(report, &anchor.words),
            });
        }
        [only] => *only,
        several => {
            let around = |span: &Span| plain.around(*span);
            let nearest = several.iter().take(CANDIDATES).map(around).collect();
            return Err(ReviewError::FoundTwice { decision, document, words, nearest });
        }
    };
    let shared = |s: Span| s.end.min(span.end).saturating_sub(s.start.max(span.start));
    let best = report
        .statements
        .iter()
        .enumerate()
        .filter(|(_, s)| shared(s.span) > 0)
        .max_by_key(|(at, s)| (shared(s.span), std::cmp::Reverse((s.span.len(), *at))));
    let Some((statement, _)) = best else {
        return Err(ReviewError::NoStatement {
            decision,
            document,
            words,
            nearest: statements_near(report, &anchor.words),
        });
    };
    Ok(Place { document: index as u32, statement: statement as u32 })
}

/// A text with single spaces and straight quotation marks, and the code points that its characters come from.
struct Plain {
    chars: Vec<char>,
    points: Vec<u32>,
    given: Vec<char>,
}

impl Plain {
    fn new(text: &str) -> Self {
        let given: Vec<char> = text.chars().collect();
        let (mut chars, mut points) = (Vec::new(), Vec::new());
        for (point, &c) in given.iter().enumerate() {
            let c = straight(c);
            if c != ' ' || chars.last().is_some_and(|&last| last != ' ') {
                chars.push(c);
                points.push(point as u32);
            }
        }
        Self { chars, points, given }
    }

    /// Where words stand, at most twice.
    fn find(&self, wanted: &str) -> Vec<Span> {
        let wanted: Vec<char> = Self::new(wanted.trim()).chars;
        let Some(&first) = wanted.first() else { return Vec::new() };
        (0..(self.chars.len() + 1).saturating_sub(wanted.len()))
            .filter(|&at| self.chars[at] == first && self.chars[at..at + wanted.len()] == wanted[..])
            .take(2)
            .map(|at| Span::new(self.points[at], self.points[at + wanted.len() - 1] + 1))
            .collect()
    }

    fn around(&self, span: Span) -> String {
        let (start, end) = (span.start as usize, span.end as usize);
        let (from, to) = (start.saturating_sub(AROUND), (end + AROUND).min(self.given.len()));
        self.given[from..to].iter().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn straight(c: char) -> char {
    match c {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// The statements that share most words with what was looked for.
fn statements_near(report: &Annotated, wanted: &str) -> Vec<String> {
    let text = model::Text::new(&report.document.text);
    let all = report.statements.iter().map(|s| {
        let words = text.cut(s.span).split_whitespace().collect::<Vec<_>>().join(" ");
        (words.clone(), words)
    });
    nearest(wanted, all)
}

/// The first of each pair whose second shares most words with `wanted`, the best first.
fn nearest<S: Into<String>>(wanted: &str, candidates: impl Iterator<Item = (S, String)>) -> Vec<String> {
    let set = |text: &str| model::order::gather::<_, BTreeSet<String>>(words(text).iter().map(|w| fold(w.text)));
    let looked_for = set(wanted);
    let mut ranked: Vec<(usize, usize, String)> = candidates
        .map(|(shown, text)| {
            let has = set(&text);
            (has.intersection(&looked_for).count(), has.len(), shown.into())
        })
        .filter(|(shared, ..)| *shared > 0)
        .collect();
    model::order::sort_by(&mut ranked, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then_with(|| a.2.cmp(&b.2)));
    ranked.dedup();
    ranked.into_iter().take(CANDIDATES).map(|(_, _, shown)| shown).collect()
}
