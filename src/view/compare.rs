//! `/compare/<id>/<id>`: two documents side by side: the claims that both make, what is perhaps the same, the passages that
//! are told alike; below, what was matched with nothing in the other.

use maud::{Markup, html};
use model::bundle::{ClaimNote, DocumentCard, DocumentPage};
use model::{DiscrepancyKind, Holder, Span, Standing, Text};
use relate::align::{Piece, Row, compare as align, pieces};

use super::claims::current;
use super::signs::{glyph, outlet, published, words_link};
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
struct Line {
    kind: Kind,
    /// On what the two differ.
    differs: Vec<DiscrepancyKind>,
    /// Whether they print one utterance otherwise.
    wordings: bool,
    /// The claim that both make: its id, and its weight in words.
    claim: Option<(String, String)>,
    left: Option<(String, Span)>,
    right: Option<(String, Span)>,
    /// Word by word, where the two run together.
    pieces: Vec<Piece>,
}

impl Line {
    /// Whether it tells a difference.
    fn parts(&self) -> bool {
        !self.differs.is_empty() || self.wordings
    }

    fn is_single(&self) -> bool {
        matches!(self.kind, Kind::Left | Kind::Right)
    }
}

/// Two documents; `all` can be chosen in the place of either.
pub(crate) fn compare(left: &DocumentPage, right: &DocumentPage, all: &[DocumentCard], route: &Route) -> Markup {
    let lines = lines(left, right);
    let count = |test: fn(&Line) -> bool| lines.iter().filter(|line| test(line)).count();
    let show = route.get("show");
    let shown = |kinds: &[Kind]| -> Vec<&Line> {
        let passes = |line: &&Line| match show {
            "differences" => line.parts(),
            "single" => line.is_single(),
            _ => true,
        };
        lines.iter().filter(|line| kinds.contains(&line.kind)).filter(passes).collect()
    };
    let exchange = Place::Compare(right.card.id.clone(), left.card.id.clone());
    let itself = left.card.number == right.card.number;
    let groups: [(&str, &[Kind]); 3] = [
        ("Claims that both make", &[Kind::Claim]),
        ("Perhaps the same", &[Kind::Perhaps]),
        ("Told alike, without a claim in common", &[Kind::Alike]),
    ];
    let single = shown(&[Kind::Left, Kind::Right]);
    html! {
        h1 { "Two reports, side by side" }
        p.deck { (deck(left, right, &lines)) }
        div.bar {
            (filters(route, count(Line::parts), count(Line::is_single)))
            @if !itself { div.choices { a href=(to(exchange)) { "Exchange sides" } } }
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
        @if !single.is_empty() {
            section.section aria-labelledby="single" {
                h2 #single { "Not matched " span.quiet { (single.len()) } }
                p.deck { "Passages for which nothing was found in the other report. It may say the same in other words." }
                ol.says.single { @for line in single { (alone(line, left, right)) } }
            }
        }
    }
}

/// A passage that was matched with nothing, with the number of its document as its sign.
fn alone(line: &Line, left: &DocumentPage, right: &DocumentPage) -> Markup {
    let card = if line.kind == Kind::Left { &left.card } else { &right.card };
    let Some((text, span)) = line.left.as_ref().or(line.right.as_ref()) else { return html! {} };
    html! {
        li {
            span.no { span.vh { "In document " } (card.number) }
            p.sent { a.plain href=(words_link(&card.id, *span)) { (text) } }
        }
    }
}

/// What the comparison comes to, in a sentence.
fn deck(left: &DocumentPage, right: &DocumentPage, lines: &[Line]) -> String {
    if left.card.number == right.card.number {
        return "A report beside itself: it differs in nothing.".to_owned();
    }
    let of = |kind: Kind| lines.iter().filter(|line| line.kind == kind).count();
    let together = of(Kind::Claim);
    let differing = lines.iter().filter(|line| !line.differs.is_empty()).count();
    let wordings = lines.iter().filter(|line| line.wordings).count();
    let mut said = match (&left.card.origin, &right.card.origin) {
        (Some(a), Some(b)) if a == b => format!("Both rest mainly on {a}. "),
        _ => String::new(),
    };
    said.push_str(&match together {
        0 => "No claim was found that both make".to_owned(),
        n => format!("They make {} {} together", words::number(n), if n == 1 { "claim" } else { "claims" }),
    });
    let wordings = match wordings {
        0 => String::new(),
        1 => ", and print one quotation in two wordings".to_owned(),
        n => format!(", and print {} quotations in two wordings", words::number(n)),
    };
    said.push_str(&wordings);
    said.push_str(&match differing {
        0 if together == 0 => String::new(),
        0 if wordings.is_empty() => "; no difference was found in what they say of it".to_owned(),
        0 => "; no other difference was found".to_owned(),
        n => format!("; they differ on {} of them", words::number(n)),
    });
    match of(Kind::Perhaps) {
        0 => {}
        n => said.push_str(&format!(
            "; {}{} perhaps {} the same",
            words::number(n),
            if together == 0 { "" } else { " more" },
            if n == 1 { "says" } else { "say" }
        )),
    }
    said.push('.');
    said
}

fn filters(route: &Route, differing: usize, single: usize) -> Markup {
    let items = [("", "everything", 0), ("differences", "differences", differing), ("single", "not matched", single)];
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
    // One beside itself is nothing that anybody looks for.
    let offered = |choice: &&DocumentCard| choice.number != other.number || choice.number == card.number;
    let name = format!("Another report in the place of {}", card.number);
    html! {
        th scope="col" role="columnheader" {
            b { a.plain href=(to(Place::Document(card.id.clone()))) { (card.number) " " (card.title) } }
            span.app { (outlet(card)) ", " (published(card, Length::Long)) @if card.brief { ", brief" } }
            @if all.len() <= CHOSEN {
                select.another data-go="" aria-label=(name) {
                    @for choice in all.iter().filter(offered) {
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
    let (a_number, b_number) = (left.card.number, right.card.number);
    let mut lines: Vec<Line> = Vec::new();
    // Of one claim, two reports say the same no more surely than it stands.
    let perhaps = |note: &ClaimNote| a_number != b_number && note.standing == Standing::Perhaps;
    for note in &left.claims {
        let (Some(a), Some(b)) = (span_of(left, &note.id), span_of(right, &note.id)) else { continue };
        let (a, b) = (cut(&a_text, a), cut(&b_text, b));
        lines.push(Line {
            kind: if perhaps(note) { Kind::Perhaps } else { Kind::Claim },
            differs: differs(note, a_number, b_number),
            wordings: apart(&note.wordings, a_number, b_number),
            claim: Some((note.id.clone(), super::signs::spread(note.articles, note.origins))),
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
        lines.push(Line {
            kind: Kind::Perhaps,
            differs: Vec::new(),
            wordings: false,
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

/// Whether nothing that one document gives is given by the other.
fn apart(values: &[(u32, String)], a: u32, b: u32) -> bool {
    let of = |number: u32| values.iter().filter(move |(document, _)| *document == number).map(|(_, value)| value);
    of(a).next().is_some() && of(b).next().is_some() && of(a).all(|value| of(b).all(|other| other != value))
}

/// On what two documents differ that make one claim.
fn differs(note: &ClaimNote, a: u32, b: u32) -> Vec<DiscrepancyKind> {
    note.readings.iter().filter(|(_, values)| apart(values, a, b)).map(|(kind, _)| *kind).collect()
}

/// How the two sides stand to each other, in a word and its detail.
fn relation(line: &Line) -> (&'static str, String) {
    let word = match line.kind {
        _ if !line.differs.is_empty() => return ("differs", differences(&line.differs).join(", ")),
        _ if line.wordings => return ("same", "in two wordings".to_owned()),
        Kind::Claim => "same",
        Kind::Perhaps => "perhaps the same",
        _ if !line.pieces.is_empty() && line.pieces.iter().all(|p| p.same) => "word by word",
        _ => "alike",
    };
    (word, String::new())
}

fn row(line: &Line, left: &DocumentPage, right: &DocumentPage) -> Markup {
    let path = if line.differs.is_empty() { "M0 5H88" } else { "M0 5H36M52 5H88M40 9 48 1" };
    let (word, detail) = relation(line);
    html! {
        tr role="row" {
            (cell(line, left, line.left.as_ref(), |p| &p.a))
            th.mid scope="row" role="rowheader" {
                svg.joint viewBox="0 0 88 10" preserveAspectRatio="none" aria-hidden="true" {
                    path vector-effect="non-scaling-stroke" stroke-dasharray=[(line.kind == Kind::Perhaps).then_some("4 4")] d=(path) {}
                }
                b { (word) } @if !detail.is_empty() { " " (detail) }
                @if let Some((id, spread)) = &line.claim { " " a href=(to(Place::Claim(id.clone()))) { (spread) } }
            }
            (cell(line, right, line.right.as_ref(), |p| &p.b))
        }
    }
}

fn cell(line: &Line, page: &DocumentPage, text: Option<&(String, Span)>, side: fn(&Piece) -> &str) -> Markup {
    let card = &page.card;
    html! {
        td role="cell" {
            span.lbl { (card.number) }
            @if let Some((text, span)) = text {
                a.plain href=(words_link(&card.id, *span)) {
                    @if line.pieces.is_empty() { (text) } @else { (aligned(&line.pieces, side)) }
                }
                @if line.kind != Kind::Alike { (firmness(page, *span)) }
            }
        }
    }
}

/// How firmly a report makes the statement that stands at `span`, and on whose word as its own words tell; nothing for a passage.
fn firmness(page: &DocumentPage, span: Span) -> Markup {
    let said = page.statements.iter().find(|said| said.claim.is_some() && said.statement.span == span);
    // Of what was concluded for all of a report, no single row tells anything.
    let is_told = |step: &&[Holder]| step.iter().any(|holder| !holder.inferred || holder.span.is_some());
    html! {
        @if let Some(said) = said {
            span.gloss {
                (glyph(said.statement.commitment)) " " (said.statement.commitment.word())
                @if let Some(holders) = Holder::steps(&said.statement.holders).skip(1).filter(is_told).last() { ", on the word of " (words::names(holders)) }
            }
        }
    }
}

/// One side of two texts that run together: what the other has not is marked.
fn aligned(pieces: &[Piece], side: fn(&Piece) -> &str) -> Markup {
    html! {
        @for piece in pieces {
            @let (text, words) = (side(piece), side(piece).trim_end());
            @if piece.same || words.is_empty() { (text) } @else { ins { (words) } (text[words.len()..]) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::bundle::{MarkedStatement, StatementCard};
    use model::{Commitment, Document, Passage, Role};

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
                wordings: Vec::new(),
                perhaps: Vec::new(),
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
        assert_eq!(told(&one, &two), [(Kind::Claim, 1), (Kind::Right, 0), (Kind::Left, 0)]);
    }

    #[test]
    fn a_document_beside_itself_differs_in_nothing() {
        let one = page(1, &[("The weir let 12 boats through on Monday.", Some("boats")), ("Otters came back.", None)]);
        let lines = lines(&one, &one);
        assert!(lines.iter().all(|line| line.differs.is_empty() && line.pieces.iter().all(|piece| piece.same)));
        assert!(lines.iter().all(|line| matches!(line.kind, Kind::Claim | Kind::Alike)));
        assert!(deck(&one, &one, &lines).contains("differs in nothing"));
    }

    #[test]
    fn what_is_perhaps_the_same_stands_side_by_side_and_a_byline_nowhere() {
        let mut one = page(1, &[("The weir lets boats through.", Some("boats")), ("Ada Moor", None)]);
        let two = page(2, &[("Vessels may pass the barrage now.", Some("vessels")), ("A fair was held.", None)]);
        one.claims[0].perhaps = vec!["vessels".into()];
        one.statements.pop();
        assert_eq!(told(&one, &two), [(Kind::Perhaps, 0), (Kind::Right, 0)]);
        let said = deck(&one, &two, &lines(&one, &two));
        assert_eq!(said, "No claim was found that both make; one perhaps says the same.");
    }

    #[test]
    fn a_claim_that_two_origins_perhaps_make_is_perhaps_the_same_here() {
        let mut one = page(1, &[("The weir let boats through.", Some("boats"))]);
        let two = page(2, &[("Boats are about to pass the weir.", Some("boats"))]);
        one.claims[0].standing = Standing::Perhaps;
        one.claims[0].readings.clear();
        let lines = lines(&one, &two);
        assert_eq!((lines[0].kind, relation(&lines[0]).0), (Kind::Perhaps, "perhaps the same"));
        assert!(lines[0].claim.is_some(), "it leads to its claim");
        assert_eq!(deck(&one, &two, &lines), "No claim was found that both make; one perhaps says the same.");
    }

    #[test]
    fn a_quotation_in_two_wordings_is_told() {
        let mut one = page(1, &[("“The weir will hold,” she said.", Some("holds"))]);
        let two = page(2, &[("“The weir does hold,” she said.", Some("holds"))]);
        one.claims[0].readings.clear();
        one.claims[0].wordings = vec![(1, "the weir will hold".into()), (2, "the weir does hold".into())];
        let lines = lines(&one, &two);
        assert!(lines[0].wordings && lines[0].parts());
        assert_eq!(relation(&lines[0]), ("same", "in two wordings".to_owned()));
        assert!(deck(&one, &two, &lines).contains("print one quotation in two wordings"));
    }
}
