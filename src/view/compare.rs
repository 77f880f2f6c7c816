//! `/compare/<id>/<id>`: two documents side by side, what both say, what only one has, where they differ.

use maud::{Markup, html};
use model::bundle::{ClaimNote, DocumentCard, DocumentPage};
use model::{Standing, Text};
use relate::align::{Piece, Row, compare as align};

use super::claims::current;
use super::signs::{outlet, published};
use crate::page::differences;
use crate::route::{Place, Route};
use crate::site::{href, to};
use crate::words::{self, Length};

/// How the passages of a row stand to each other.
#[derive(Clone, Debug, PartialEq)]
struct Relation {
    /// `same`, `differs`, `alike`, `only in 3`.
    word: String,
    /// On what they differ, or what they share.
    detail: String,
    /// Whether the line between them is broken.
    broken: bool,
    /// Which of the two sides has it.
    sides: (bool, bool),
    /// Whether the other document makes a claim of it as well, in a passage that answers another.
    elsewhere: bool,
}

/// A row with its words on both sides.
struct Line {
    relation: Relation,
    left: Option<String>,
    right: Option<String>,
    /// Word by word, where the two run together.
    pieces: Vec<Piece>,
}

/// Two documents.
pub(crate) fn compare(left: &DocumentPage, right: &DocumentPage, route: &Route) -> Markup {
    let lines = lines(left, right);
    let differing = lines.iter().filter(|l| l.relation.broken).count();
    let answered = lines.iter().filter(|l| l.relation.sides == (true, true)).count();
    let is_single = |line: &Line| line.relation.sides != (true, true) && !line.relation.elsewhere;
    let single = lines.iter().filter(|line| is_single(line)).count();
    let none = |n| if n == 0 { "none".to_owned() } else { words::number(n) };
    let only = |n: u32, sides| {
        format!("{} only in {n}", none(lines.iter().filter(|l| is_single(l) && l.relation.sides == sides).count()))
    };
    let answers = match answered {
        0 => "no passage answers another".to_owned(),
        1 if differing == 0 => "one passage answers another, without differences".to_owned(),
        1 => "one passage answers another, with differences".to_owned(),
        n => format!("{} passages answer each other, {} of them with differences", words::number(n), none(differing)),
    };
    let deck = format!(
        "{}{}; {}, {}.",
        shared_origin(left, right),
        words::capital(&answers),
        only(left.card.number, (true, false)),
        only(right.card.number, (false, true)),
    );
    let show = route.get("show");
    let shown = lines.iter().filter(|line| match show {
        "differences" => line.relation.broken,
        "single" => is_single(line),
        _ => true,
    });
    let exchange = Place::Compare(right.card.id.clone(), left.card.id.clone());
    html! {
        h1 { "Two reports, side by side" }
        p.deck { (deck) }
        div.bar {
            (filters(route, differing, single))
            div.choices { a href=(to(exchange)) { "Exchange sides" } }
        }
        table.pair role="table" {
            caption.vh { "Passages aligned" }
            thead role="rowgroup" {
                tr role="row" {
                    (head(&left.card))
                    th.mid role="columnheader" scope="col" { span.vh { "Relation" } }
                    (head(&right.card))
                }
            }
            tbody role="rowgroup" { @for line in shown { (row(line, left.card.number, right.card.number)) } }
        }
    }
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

fn shared_origin(left: &DocumentPage, right: &DocumentPage) -> String {
    match (&left.card.origin, &right.card.origin) {
        (Some(a), Some(b)) if a == b => format!("Both rest mainly on {a}. "),
        _ => String::new(),
    }
}

fn head(card: &DocumentCard) -> Markup {
    html! {
        th scope="col" role="columnheader" {
            b { a.plain href=(to(Place::Document(card.id.clone()))) { (card.number) " " (card.title) } }
            span.app { (outlet(card)) ", " (published(card, Length::Long)) @if card.brief { ", brief" } }
        }
    }
}

fn lines(left: &DocumentPage, right: &DocumentPage) -> Vec<Line> {
    let (a_text, b_text) = (Text::new(&left.document.text), Text::new(&right.document.text));
    let words = |text: &Text<'_>, page: &DocumentPage, i: usize| {
        page.document.passages.get(i).map(|p| text.cut(p.span).trim().to_owned())
    };
    let only = |page: &DocumentPage, passage: usize, other: &DocumentPage, sides| {
        let claims = claims_of(page, passage);
        let elsewhere =
            other.statements.iter().any(|s| s.claim.as_deref().is_some_and(|claim| claims.contains(&claim)));
        let word = if elsewhere { "elsewhere".to_owned() } else { format!("only in {}", page.card.number) };
        Relation { word, detail: String::new(), broken: false, sides, elsewhere }
    };
    align(&left.document, &right.document)
        .into_iter()
        .map(|row| match row {
            Row::Both { a, b, words: pieces } => Line {
                relation: relation(left, right, (a, b), &pieces),
                left: words(&a_text, left, a),
                right: words(&b_text, right, b),
                pieces,
            },
            Row::OnlyA(a) => Line {
                relation: only(left, a, right, (true, false)),
                left: words(&a_text, left, a),
                right: None,
                pieces: Vec::new(),
            },
            Row::OnlyB(b) => Line {
                relation: only(right, b, left, (false, true)),
                left: None,
                right: words(&b_text, right, b),
                pieces: Vec::new(),
            },
        })
        .collect()
}

/// The claims that a passage makes, in its order.
fn claims_of(page: &DocumentPage, passage: usize) -> Vec<&str> {
    let statements = page.statements.iter().filter(|s| s.statement.passage as usize == passage);
    statements.filter_map(|s| s.claim.as_deref()).collect()
}

/// How two passages stand to each other: by the claims that both make, else by their words.
fn relation(left: &DocumentPage, right: &DocumentPage, (a, b): (usize, usize), pieces: &[Piece]) -> Relation {
    let theirs = claims_of(right, b);
    let mut shared: Vec<&ClaimNote> = Vec::new();
    for id in claims_of(left, a) {
        if theirs.contains(&id)
            && let Some(note) = left.claims.iter().find(|c| c.id == id)
            && !shared.iter().any(|s| s.id == note.id)
        {
            shared.push(note);
        }
    }
    let differing: Vec<_> =
        shared.iter().filter(|c| c.standing == Standing::Differs).flat_map(|c| c.differs.clone()).collect();
    let (word, detail, broken) = if !differing.is_empty() {
        ("differs", differences(&differing).join(", "), true)
    } else if let Some(note) = shared.first() {
        let more = if shared.len() > 1 {
            words::count(shared.len(), "claim")
        } else {
            super::signs::spread(note.articles, note.origins)
        };
        ("same", more, false)
    } else if !pieces.is_empty() && pieces.iter().all(|p| p.same) {
        ("same", "word by word".to_owned(), false)
    } else {
        ("alike", "no claim in common".to_owned(), false)
    };
    Relation { word: word.to_owned(), detail, broken, sides: (true, true), elsewhere: false }
}

fn row(line: &Line, left: u32, right: u32) -> Markup {
    let path = match (line.relation.broken, line.relation.sides) {
        (true, _) => "M0 5H36M52 5H88M40 9 48 1",
        (_, (true, false)) => "M0 5H30",
        (_, (false, true)) => "M58 5H88",
        _ => "M0 5H88",
    };
    html! {
        tr role="row" {
            (cell(line, left, line.left.as_deref(), |p| &p.a))
            th.mid scope="row" role="rowheader" {
                svg.joint viewBox="0 0 88 10" preserveAspectRatio="none" aria-hidden="true" {
                    path vector-effect="non-scaling-stroke" d=(path) {}
                }
                b { (line.relation.word) } " " (line.relation.detail)
            }
            (cell(line, right, line.right.as_deref(), |p| &p.b))
        }
    }
}

fn cell(line: &Line, number: u32, text: Option<&str>, side: fn(&Piece) -> &str) -> Markup {
    html! {
        td role="cell" .none[text.is_none()] {
            span.lbl { (number) }
            @match text {
                None if line.relation.elsewhere => "told beside another passage",
                None => "nothing on this",
                Some(text) if line.pieces.is_empty() => (text),
                Some(_) => (aligned(&line.pieces, side)),
            }
        }
    }
}

/// One side of two passages that run together: what the other has not is marked.
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
