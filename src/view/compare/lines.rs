//! The rows of a comparison: which claims, which statements and which passages stand side by side.

use model::bundle::{ClaimNote, DocumentPage};
use model::{Commitment, DiscrepancyKind, Span, Standing, Text};
use relate::align::{Piece, Row, compare as align, pieces};

use super::apart::told_apart;
use crate::view::signs::spread;

/// Why a row is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Both make one claim.
    Claim,
    /// A claim of each, or one of both, of which they perhaps say the same.
    Perhaps,
    /// Two passages run together, or speak of the same, without a claim in common.
    Alike,
    /// A passage of the first that was matched with nothing in the second. That may say it all the same.
    Left,
    /// The same, of the second.
    Right,
}

/// A row with its words on both sides, and where they stand.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) kind: Kind,
    /// On what the two differ.
    pub(super) differs: Vec<DiscrepancyKind>,
    /// Whether they print one utterance otherwise.
    pub(super) wordings: bool,
    /// What else sets the two apart, in words: one of them alone hedges it, each quotes other words.
    pub(super) told: Vec<String>,
    /// The claim that both make: its id, and its weight in words.
    pub(super) claim: Option<(String, String)>,
    pub(super) left: Option<(String, Span)>,
    pub(super) right: Option<(String, Span)>,
    /// Word by word, where the two run together.
    pub(super) pieces: Vec<Piece>,
}

impl Line {
    /// Whether it tells a difference.
    pub(super) fn parts(&self) -> bool {
        !self.differs.is_empty() || self.wordings || !self.told.is_empty()
    }

    pub(super) fn is_single(&self) -> bool {
        matches!(self.kind, Kind::Left | Kind::Right)
    }
}

/// The rows for two documents: what both claim, what they perhaps do, what is told alike, then what one of them has.
pub(super) fn lines(left: &DocumentPage, right: &DocumentPage) -> Vec<Line> {
    let (a_text, b_text) = (Text::new(&left.document.text), Text::new(&right.document.text));
    let (a_number, b_number) = (left.card.number, right.card.number);
    let mut lines: Vec<Line> = Vec::new();
    // Of one claim, two reports say the same no more surely than it stands.
    let perhaps = |note: &ClaimNote| a_number != b_number && note.standing == Standing::Perhaps;
    for note in &left.claims {
        let (Some(a), Some(b)) = (span_of(left, &note.id), span_of(right, &note.id)) else { continue };
        let firm = [firm(left, a), firm(right, b)];
        let (a, b) = (cut(&a_text, a), cut(&b_text, b));
        let pieces = pieces(&a.0, &b.0);
        lines.push(Line {
            told: if a_number == b_number { Vec::new() } else { told_apart(&pieces, firm, [a_number, b_number]) },
            kind: if perhaps(note) { Kind::Perhaps } else { Kind::Claim },
            differs: differs(note, a_number, b_number),
            wordings: apart(&note.wordings, a_number, b_number),
            claim: Some((note.id.clone(), spread(note.articles, note.origins))),
            pieces,
            left: Some(a),
            right: Some(b),
        });
    }
    let mut told: Vec<String> = lines.iter().filter_map(|line| Some(line.claim.as_ref()?.0.clone())).collect();
    let is_told = |told: &[String], id: &str| told.iter().any(|other| other == id);
    for note in &left.claims {
        let beside = note.perhaps.iter().find(|id| !is_told(&told, id) && span_of(right, id).is_some());
        let Some(other) = beside.filter(|_| !is_told(&told, &note.id)) else { continue };
        let (Some(a), Some(b)) = (span_of(left, &note.id), span_of(right, other)) else { continue };
        lines.push(Line {
            kind: Kind::Perhaps,
            differs: Vec::new(),
            wordings: false,
            told: Vec::new(),
            claim: None,
            left: Some(cut(&a_text, a)),
            right: Some(cut(&b_text, b)),
            pieces: Vec::new(),
        });
        told.extend([note.id.clone(), other.clone()]);
    }
    let statements = |page: &DocumentPage, passage: usize| {
        page.statements.iter().filter(|s| s.statement.passage as usize == passage).count()
    };
    let stands_above = |page: &DocumentPage, passage: usize| {
        let statements = page.statements.iter().filter(|s| s.statement.passage as usize == passage);
        statements.filter_map(|s| s.claim.as_deref()).any(|claim| is_told(&told, claim))
    };
    let passage = |text: &Text<'_>, page: &DocumentPage, i: usize| Some(cut(text, page.document.passages.get(i)?.span));
    for row in align(&left.document, &right.document) {
        let (kind, a, b, pieces) = match row {
            Row::Both { a, b, words } => (Kind::Alike, Some(a), Some(b), words),
            Row::OnlyA(a) => (Kind::Left, Some(a), None, Vec::new()),
            Row::OnlyB(b) => (Kind::Right, None, Some(b), Vec::new()),
        };
        // What both say of it stands above; and what says nothing (a byline, a caption) is nothing that one of them says.
        let sides = [(left, a), (right, b)];
        let mut sides = sides.iter().filter_map(|(page, at)| Some((page, (*at)?)));
        if sides.clone().any(|(page, at)| stands_above(page, at)) || sides.all(|(page, at)| statements(page, at) == 0) {
            continue;
        }
        lines.push(Line {
            told: told_apart(&pieces, [None; 2], [a_number, b_number]),
            kind,
            differs: Vec::new(),
            wordings: false,
            claim: None,
            left: a.and_then(|a| passage(&a_text, left, a)),
            right: b.and_then(|b| passage(&b_text, right, b)),
            pieces,
        });
    }
    lines
}

/// Words of a document with the marks that close or open at their ends, and where they stand.
fn cut(text: &Text<'_>, span: Span) -> (String, Span) {
    let mut whole = span;
    let is = |at: u32, marks: &[char]| text.cut(Span::new(at, at + 1)).starts_with(marks);
    while is(whole.end, &['”', '"', '’', '.', '!', '?']) {
        whole.end += 1;
    }
    if whole.start > 0 && is(whole.start - 1, &['“', '"', '‘']) {
        whole.start -= 1;
    }
    (text.cut(whole).trim().to_owned(), span)
}

/// Where a document first makes a claim.
fn span_of(page: &DocumentPage, claim: &str) -> Option<Span> {
    page.statements.iter().find(|s| s.claim.as_deref() == Some(claim)).map(|s| s.statement.span)
}

/// How firmly a document makes the statement at `span`.
fn firm(page: &DocumentPage, span: Span) -> Option<Commitment> {
    page.statements.iter().find(|said| said.statement.span == span).map(|said| said.statement.commitment)
}

/// Whether nothing that one document gives is given by the other.
fn apart(values: &[(u32, String)], a: u32, b: u32) -> bool {
    let of = |number: u32| values.iter().filter(move |(document, _)| *document == number).map(|(_, value)| value);
    of(a).next().is_some() && of(b).next().is_some() && of(a).all(|value| of(b).all(|other| other != value))
}

/// On what two documents differ that make one claim.
fn differs(note: &ClaimNote, a: u32, b: u32) -> Vec<DiscrepancyKind> {
    note.readings.iter().filter(|(_, values)| apart(values, a, b)).map(|(kind, _)| *kind).collect()
}
