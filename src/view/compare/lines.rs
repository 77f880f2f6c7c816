//! The rows of a comparison: which claims, which statements and which passages stand side by side.

use model::bundle::{ClaimNote, DocumentPage};
use model::{DiscrepancyKind, Span, Standing, Text};
use relate::align::{Piece, Row, compare as align, pieces};

use crate::parting::{Parting, is_worded, kinds};
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
    /// How the two part.
    pub(super) parting: Option<Parting>,
    /// On what.
    pub(super) kinds: Vec<DiscrepancyKind>,
    /// Whether they print one utterance otherwise.
    pub(super) wordings: bool,
    /// What either gives, where they only tell it otherwise.
    pub(super) given: Vec<String>,
    /// The claim that both make: its id, and its weight in words.
    pub(super) claim: Option<(String, String)>,
    pub(super) left: Option<(String, Span)>,
    pub(super) right: Option<(String, Span)>,
    /// Word by word, where the two run together.
    pub(super) pieces: Vec<Piece>,
}

impl Line {
    /// A row without a claim that both make.
    fn bare(kind: Kind, left: Option<(String, Span)>, right: Option<(String, Span)>, pieces: Vec<Piece>) -> Self {
        let (kinds, given) = (Vec::new(), Vec::new());
        Self { kind, parting: None, kinds, wordings: false, given, claim: None, left, right, pieces }
    }

    /// Whether what they tell differs.
    pub(super) fn parts(&self) -> bool {
        self.parting == Some(Parting::Differs)
    }

    /// Whether they tell it otherwise, though nothing differs.
    pub(super) fn is_told(&self) -> bool {
        self.parting == Some(Parting::Told)
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
        let (a, b) = (cut(&a_text, a), cut(&b_text, b));
        let parting = Parting::between(note, a_number, b_number);
        lines.push(Line {
            kind: if perhaps(note) { Kind::Perhaps } else { Kind::Claim },
            parting,
            kinds: kinds(note, a_number, b_number),
            wordings: is_worded(note, a_number, b_number),
            given: if parting == Some(Parting::Told) { given(note, a_number, b_number) } else { Vec::new() },
            claim: Some((note.id.clone(), spread(note.articles, note.origins))),
            pieces: pieces(&a.0, &b.0),
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
        lines.push(Line::bare(Kind::Perhaps, Some(cut(&a_text, a)), Some(cut(&b_text, b)), Vec::new()));
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
        let (a, b) = (a.and_then(|a| passage(&a_text, left, a)), b.and_then(|b| passage(&b_text, right, b)));
        lines.push(Line::bare(kind, a, b, pieces));
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

/// What either of two documents gives for what they tell otherwise: `hedged by “reportedly” in 3, not hedged in 4`.
fn given(note: &ClaimNote, a: u32, b: u32) -> Vec<String> {
    let kinds = kinds(note, a, b);
    let parted = note.readings.iter().filter(|(kind, _)| kinds.contains(kind));
    let of = |values: &[(u32, String)], own: u32| {
        let value = values.iter().find(|(document, _)| *document == own).map_or("", |(_, value)| value);
        format!("{value} in {own}")
    };
    parted.map(|(_, values)| format!("{}, {}", of(values, a), of(values, b))).collect()
}
