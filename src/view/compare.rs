//! `/compare/<id>/<id>`: two documents side by side: the claims that both make, the passages that are told alike, what only
//! one has.

use maud::{Markup, html};
use model::DiscrepancyKind;
use model::bundle::{ClaimNote, DocumentCard, DocumentPage};
use model::{Span, Text};
use relate::align::{Piece, Row, compare as align, pieces};

use super::claims::current;
use super::signs::{outlet, published, words_link};
use crate::page::differences;
use crate::route::{Place, Route};
use crate::site::{href, to};
use crate::words::{self, Length};

/// Up to so many documents, another one is chosen from a list on the page; beyond, from the list of documents.
const CHOSEN: usize = 150;

/// Why a row is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Both make one claim.
    Claim,
    /// Two passages run together, or speak of the same, without a claim in common.
    Alike,
    /// Only the first has it.
    OnlyLeft,
    /// Only the second has it.
    OnlyRight,
}

/// A row with its words on both sides, and where they stand.
#[derive(Debug)]
struct Line {
    kind: Kind,
    /// On what the two differ.
    differs: Vec<DiscrepancyKind>,
    /// The claim that both make: its id, and its weight in words.
    claim: Option<(String, String)>,
    left: Option<(String, Span)>,
    right: Option<(String, Span)>,
    /// Word by word, where the two run together.
    pieces: Vec<Piece>,
}

/// Two documents; `all` can be chosen in the place of either.
pub(crate) fn compare(left: &DocumentPage, right: &DocumentPage, all: &[DocumentCard], route: &Route) -> Markup {
    let lines = lines(left, right);
    let count = |test: fn(&Line) -> bool| lines.iter().filter(|line| test(line)).count();
    let differing = count(|line| !line.differs.is_empty());
    let single = count(|line| matches!(line.kind, Kind::OnlyLeft | Kind::OnlyRight));
    let show = route.get("show");
    let shown = |kinds: &[Kind]| -> Vec<&Line> {
        let passes = |line: &&Line| match show {
            "differences" => !line.differs.is_empty(),
            "single" => matches!(line.kind, Kind::OnlyLeft | Kind::OnlyRight),
            _ => true,
        };
        lines.iter().filter(|line| kinds.contains(&line.kind)).filter(passes).collect()
    };
    let exchange = Place::Compare(right.card.id.clone(), left.card.id.clone());
    let groups: [(&str, &[Kind]); 3] = [
        ("Claims that both make", &[Kind::Claim]),
        ("Told alike, without a claim in common", &[Kind::Alike]),
        ("What only one of them has", &[Kind::OnlyLeft, Kind::OnlyRight]),
    ];
    html! {
        h1 { "Two reports, side by side" }
        p.deck { (deck(left, right, &lines)) }
        div.bar {
            (filters(route, differing, single))
            div.choices { a href=(to(exchange)) { "Exchange sides" } }
        }
        table.pair role="table" {
            caption.vh { "Claims and passages side by side" }
            thead role="rowgroup" {
                tr role="row" {
                    (head(&left.card, all, true, &right.card))
                    th.mid role="columnheader" scope="col" { span.vh { "Relation" } }
                    (head(&right.card, all, false, &left.card))
                }
            }
            @for (name, kinds) in groups {
                @let rows = shown(kinds);
                @if !rows.is_empty() {
                    tbody role="rowgroup" {
                        tr.group role="row" { th colspan="3" scope="rowgroup" role="rowheader" { h2 { (name) " " span.quiet { (rows.len()) } } } }
                        @for line in rows { (row(line, left, right)) }
                    }
                }
            }
        }
    }
}

/// What the comparison comes to, in a sentence.
fn deck(left: &DocumentPage, right: &DocumentPage, lines: &[Line]) -> String {
    let none = |n| if n == 0 { "none".to_owned() } else { words::number(n) };
    let of = |kind: Kind| lines.iter().filter(|line| line.kind == kind).count();
    let differing = lines.iter().filter(|line| !line.differs.is_empty()).count();
    let both = match of(Kind::Claim) {
        0 => "They make no claim together".to_owned(),
        1 if differing == 0 => "They make one claim together, and do not differ on it".to_owned(),
        1 => "They make one claim together, and differ on it".to_owned(),
        n => format!("They make {} claims together, and differ on {} of them", words::number(n), none(differing)),
    };
    let origin = match (&left.card.origin, &right.card.origin) {
        (Some(a), Some(b)) if a == b && left.card.number != right.card.number => format!("Both rest mainly on {a}. "),
        _ => String::new(),
    };
    format!(
        "{origin}{both}; {} passages only in {}, {} only in {}.",
        none(of(Kind::OnlyLeft)),
        left.card.number,
        none(of(Kind::OnlyRight)),
        right.card.number
    )
}

fn filters(route: &Route, differing: usize, single: usize) -> Markup {
    let items =
        [("", "everything", 0), ("differences", "differences", differing), ("single", "only one has it", single)];
    html! {
        div.choices role="group" aria-label="Show" {
            span.lab { "Show" }
            @for (show, name, n) in items {
                a href=(href(&route.clone().with("show", show))) aria-current=[current(route, "show", show)] {
                    (name) @if !show.is_empty() { span.n { (n) } }
                }
            }
        }
    }
}

/// One side's head: the document, and another to put in its place beside `other`.
fn head(card: &DocumentCard, all: &[DocumentCard], first: bool, other: &DocumentCard) -> Markup {
    let beside = |id: &str| {
        let (a, b) = if first { (id, other.id.as_str()) } else { (other.id.as_str(), id) };
        to(Place::Compare(a.to_owned(), b.to_owned()))
    };
    let name = format!("Another report in the place of {}", card.number);
    html! {
        th scope="col" role="columnheader" {
            b { a.plain href=(to(Place::Document(card.id.clone()))) { (card.number) " " (card.title) } }
            span.app { (outlet(card)) ", " (published(card, Length::Long)) @if card.brief { ", brief" } }
            @if all.len() <= CHOSEN {
                select.another data-go="" aria-label=(name) {
                    @for choice in all {
                        option value=(beside(&choice.id)) selected[choice.number == card.number] { (choice.number) " " (choice.title) }
                    }
                }
            } @else {
                @let key = if first { "before" } else { "beside" };
                a href=(href(&Place::Documents.route().with(key, other.id.clone()))) { "Choose another report" }
            }
        }
    }
}

fn lines(left: &DocumentPage, right: &DocumentPage) -> Vec<Line> {
    let (a_text, b_text) = (Text::new(&left.document.text), Text::new(&right.document.text));
    let cut = |text: &Text<'_>, span: Span| (text.cut(span).trim().to_owned(), span);
    let mut lines: Vec<Line> = Vec::new();
    for note in &left.claims {
        let (Some(a), Some(b)) = (span_of(left, &note.id), span_of(right, &note.id)) else { continue };
        let (a, b) = (cut(&a_text, a), cut(&b_text, b));
        lines.push(Line {
            kind: Kind::Claim,
            differs: differs(note, left.card.number, right.card.number),
            claim: Some((note.id.clone(), super::signs::spread(note.articles, note.origins))),
            pieces: pieces(&a.0, &b.0),
            left: Some(a),
            right: Some(b),
        });
    }
    let shared: Vec<&str> = lines.iter().filter_map(|line| Some(line.claim.as_ref()?.0.as_str())).collect();
    let told = |page: &DocumentPage, passage: usize| {
        let statements = page.statements.iter().filter(|s| s.statement.passage as usize == passage);
        statements.filter_map(|s| s.claim.as_deref()).any(|claim| shared.contains(&claim))
    };
    let passage = |text: &Text<'_>, page: &DocumentPage, i: usize| Some(cut(text, page.document.passages.get(i)?.span));
    let mut rest: Vec<Line> = Vec::new();
    for row in align(&left.document, &right.document) {
        let (kind, a, b, pieces) = match row {
            Row::Both { a, b, words } => (Kind::Alike, Some(a), Some(b), words),
            Row::OnlyA(a) => (Kind::OnlyLeft, Some(a), None, Vec::new()),
            Row::OnlyB(b) => (Kind::OnlyRight, None, Some(b), Vec::new()),
        };
        // What both say of it stands above.
        if a.is_some_and(|a| told(left, a)) || b.is_some_and(|b| told(right, b)) {
            continue;
        }
        rest.push(Line {
            kind,
            differs: Vec::new(),
            claim: None,
            left: a.and_then(|a| passage(&a_text, left, a)),
            right: b.and_then(|b| passage(&b_text, right, b)),
            pieces,
        });
    }
    lines.extend(rest);
    lines
}

/// Where a document first makes a claim.
fn span_of(page: &DocumentPage, claim: &str) -> Option<Span> {
    page.statements.iter().find(|s| s.claim.as_deref() == Some(claim)).map(|s| s.statement.span)
}

/// On what two documents differ that make one claim: where nothing that the one gives is given by the other.
fn differs(note: &ClaimNote, a: u32, b: u32) -> Vec<DiscrepancyKind> {
    let apart = |values: &[(u32, String)]| {
        let of = |number: u32| values.iter().filter(move |(document, _)| *document == number).map(|(_, value)| value);
        of(a).next().is_some() && of(b).next().is_some() && of(a).all(|value| of(b).all(|other| other != value))
    };
    let found = note.readings.iter().filter(|(_, values)| apart(values));
    found.map(|(kind, _)| *kind).collect()
}

/// How the two sides stand to each other, in a word and its detail.
fn relation(line: &Line, left: u32, right: u32) -> (String, String) {
    let word = match line.kind {
        Kind::OnlyLeft => return (format!("only in {left}"), String::new()),
        Kind::OnlyRight => return (format!("only in {right}"), String::new()),
        _ if !line.differs.is_empty() => return ("differs".to_owned(), differences(&line.differs).join(", ")),
        Kind::Claim => "same",
        Kind::Alike if !line.pieces.is_empty() && line.pieces.iter().all(|p| p.same) => "word by word",
        Kind::Alike => "alike",
    };
    (word.to_owned(), String::new())
}

fn row(line: &Line, left: &DocumentPage, right: &DocumentPage) -> Markup {
    let path = match line.kind {
        _ if !line.differs.is_empty() => "M0 5H36M52 5H88M40 9 48 1",
        Kind::OnlyLeft => "M0 5H30",
        Kind::OnlyRight => "M58 5H88",
        _ => "M0 5H88",
    };
    let (word, detail) = relation(line, left.card.number, right.card.number);
    html! {
        tr role="row" {
            (cell(line, &left.card, line.left.as_ref(), |p| &p.a))
            th.mid scope="row" role="rowheader" {
                svg.joint viewBox="0 0 88 10" preserveAspectRatio="none" aria-hidden="true" {
                    path vector-effect="non-scaling-stroke" d=(path) {}
                }
                b { (word) } @if !detail.is_empty() { " " (detail) }
                @if let Some((id, spread)) = &line.claim { " " a href=(to(Place::Claim(id.clone()))) { (spread) } }
            }
            (cell(line, &right.card, line.right.as_ref(), |p| &p.b))
        }
    }
}

fn cell(line: &Line, card: &DocumentCard, text: Option<&(String, Span)>, side: fn(&Piece) -> &str) -> Markup {
    html! {
        td role="cell" .none[text.is_none()] {
            span.lbl { (card.number) }
            @match text {
                None => "nothing on this",
                Some((text, span)) => a.plain href=(words_link(&card.id, *span)) {
                    @if line.pieces.is_empty() { (text) } @else { (aligned(&line.pieces, side)) }
                }
            }
        }
    }
}

/// One side of two texts that run together: what the other has not is marked.
fn aligned(pieces: &[Piece], side: fn(&Piece) -> &str) -> Markup {
    html! {
        @for piece in pieces {
            @let words = side(piece).trim();
            @if words.is_empty() {
            } @else if piece.same {
                (words) " "
            } @else {
                ins { (words) } " "
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::bundle::{MarkedStatement, StatementCard};
    use model::{Commitment, Document, Passage, Role, Standing};

    fn page(number: u32, paragraphs: &[(&str, Option<&str>)]) -> DocumentPage {
        let mut text = String::new();
        let (mut passages, mut statements, mut claims) = (Vec::new(), Vec::new(), Vec::new());
        for (index, (words, claim)) in (0..).zip(paragraphs) {
            let start = text.chars().count() as u32;
            text.push_str(words);
            text.push('\n');
            let span = Span::new(start, start + words.chars().count() as u32);
            passages.push(Passage { span, role: Role::Body, why: String::new() });
            let statement = StatementCard {
                span,
                sentence: span,
                passage: index,
                commitment: Commitment::Asserted,
                cues: Vec::new(),
                holders: Vec::new(),
                time: None,
                time_span: None,
            };
            statements.push(MarkedStatement { statement, claim: claim.map(str::to_owned) });
            claims.extend(claim.map(|id| ClaimNote {
                id: id.to_owned(),
                title: words.to_string(),
                standing: Standing::Differs,
                open: false,
                differs: vec![DiscrepancyKind::Number],
                articles: 2,
                origins: 2,
                readings: vec![(DiscrepancyKind::Number, vec![(1, "12".into()), (2, "14".into())])],
            }));
        }
        let document = Document {
            id: format!("r{number}"),
            title: format!("Report {number}"),
            outlet: None,
            authors: Vec::new(),
            published: None,
            published_known: None,
            url: None,
            kind: None,
            original: None,
            language: "en".into(),
            text,
            passages,
            places: Vec::new(),
        };
        let card = DocumentCard {
            id: format!("r{number}"),
            number,
            title: format!("Report {number}"),
            outlet: None,
            published: None,
            inferred: false,
            origin: None,
            statements: 1,
            brief: false,
        };
        DocumentPage { card, document, statements, claims, others: Vec::new(), origin_at: None, shares: Vec::new() }
    }

    fn told(a: &DocumentPage, b: &DocumentPage) -> Vec<(Kind, usize)> {
        lines(a, b).into_iter().map(|line| (line.kind, line.differs.len())).collect()
    }

    #[test]
    fn rows_are_the_claims_of_both_then_what_one_has() {
        let one = page(1, &[("The weir let 12 boats through on Monday.", Some("boats")), ("Otters came back.", None)]);
        let two = page(2, &[("A fair was held.", None), ("The weir let 14 boats through on Monday.", Some("boats"))]);
        assert_eq!(told(&one, &two), [(Kind::Claim, 1), (Kind::OnlyRight, 0), (Kind::OnlyLeft, 0)]);
    }

    #[test]
    fn a_document_beside_itself_differs_in_nothing() {
        let one = page(1, &[("The weir let 12 boats through on Monday.", Some("boats")), ("Otters came back.", None)]);
        let lines = lines(&one, &one);
        assert!(lines.iter().all(|line| line.differs.is_empty() && line.pieces.iter().all(|piece| piece.same)));
        assert!(lines.iter().all(|line| matches!(line.kind, Kind::Claim | Kind::Alike)));
    }
}
