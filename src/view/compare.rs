//! `/compare/<id>/<id>`: two documents side by side, what both say, what only one has, where they differ.

use leptos::prelude::*;
use model::bundle::{ClaimNote, DocumentCard, DocumentPage};
use model::{Standing, Text};
use relate::align::{Piece, Row, compare as align};

use super::signs::{outlet, published};
use crate::page::differences;
use crate::route::{Place, Route};
use crate::site::{href, site, to};
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
pub(crate) fn compare(left: &DocumentPage, right: &DocumentPage) -> AnyView {
    let route = site().route;
    let lines = lines(left, right);
    let differing = lines.iter().filter(|l| l.relation.broken).count();
    let answered = lines.iter().filter(|l| l.relation.sides == (true, true)).count();
    let single = lines.len() - answered;
    let only = |n: u32, sides| {
        format!("{} only in {n}", words::number(lines.iter().filter(|l| l.relation.sides == sides).count()))
    };
    let deck = format!(
        "{}{}, {} of them with differences; {}, {}.",
        shared_origin(left, right),
        words::capital(&match answered {
            1 => "one passage answers another".to_owned(),
            n => format!("{} passages answer each other", words::number(n)),
        }),
        if differing == 0 { "none".to_owned() } else { words::number(differing) },
        only(left.card.number, (true, false)),
        only(right.card.number, (false, true)),
    );
    let rows: Vec<(Relation, StoredValue<Line>)> =
        lines.into_iter().map(|l| (l.relation.clone(), StoredValue::new(l))).collect();
    let numbers = (left.card.number, right.card.number);
    let body = move || {
        let show = route.with(|r| r.get("show").to_owned());
        rows.iter()
            .filter(|(relation, _)| match show.as_str() {
                "differences" => relation.broken,
                "single" => relation.sides != (true, true),
                _ => true,
            })
            .map(|(_, line)| line.with_value(|line| row(line, numbers)))
            .collect_view()
    };
    let exchange = Place::Compare(right.card.id.clone(), left.card.id.clone());
    view! {
        <h1>"Two reports, side by side"</h1>
        <p class="deck">{deck}</p>
        <div class="bar">{move || route.with(|r| filters(r, differing, single))}<div class="choices"><a href=to(exchange)>"Exchange sides"</a></div></div>
        <table class="pair" role="table"><caption class="vh">"Passages aligned"</caption>
            <thead role="rowgroup"><tr role="row">{head(&left.card)}<th class="mid" role="columnheader" scope="col"><span class="vh">"Relation"</span></th>{head(&right.card)}</tr></thead>
            <tbody role="rowgroup">{body}</tbody>
        </table>
    }
    .into_any()
}

fn filters(route: &Route, differing: usize, single: usize) -> AnyView {
    let item = |(show, name, n): (&'static str, &'static str, Option<usize>)| {
        let current = (route.get("show") == show).then_some("true");
        let n = n.map(|n| view! { <span class="n">{n}</span> });
        view! { <a href=href(&route.clone().with("show", show)) aria-current=current>{name}{n}</a> }.into_any()
    };
    let items = [
        ("", "everything", None),
        ("differences", "differences", Some(differing)),
        ("single", "only one has it", Some(single)),
    ];
    view! { <div class="choices" role="group" aria-label="Show"><span class="lab">"Show"</span>{items.map(item).into_iter().collect_view()}</div> }
        .into_any()
}

fn shared_origin(left: &DocumentPage, right: &DocumentPage) -> String {
    match (&left.card.origin, &right.card.origin) {
        (Some(a), Some(b)) if a == b => format!("Both rest mainly on {a}. "),
        _ => String::new(),
    }
}

fn head(card: &DocumentCard) -> AnyView {
    let brief = card.brief.then_some(", brief");
    view! {
        <th scope="col" role="columnheader"><b><a class="plain" href=to(Place::Document(card.id.clone()))>{card.number}" "{card.title.clone()}</a></b><span class="app">{outlet(card)}", "{published(card, Length::Long)}{brief}</span></th>
    }
    .into_any()
}

fn lines(left: &DocumentPage, right: &DocumentPage) -> Vec<Line> {
    let (a_text, b_text) = (Text::new(&left.document.text), Text::new(&right.document.text));
    let words = |text: &Text<'_>, page: &DocumentPage, i: usize| {
        page.document.passages.get(i).map(|p| text.cut(p.span).trim().to_owned())
    };
    let only = |page: &DocumentPage, sides| Relation {
        word: format!("only in {}", page.card.number),
        detail: String::new(),
        broken: false,
        sides,
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
                relation: only(left, (true, false)),
                left: words(&a_text, left, a),
                right: None,
                pieces: Vec::new(),
            },
            Row::OnlyB(b) => Line {
                relation: only(right, (false, true)),
                left: None,
                right: words(&b_text, right, b),
                pieces: Vec::new(),
            },
        })
        .collect()
}

/// How two passages stand to each other: by the claims that both make, else by their words.
fn relation(left: &DocumentPage, right: &DocumentPage, (a, b): (usize, usize), pieces: &[Piece]) -> Relation {
    let ids = |page: &DocumentPage, passage: usize| -> Vec<String> {
        page.statements
            .iter()
            .filter(|s| s.statement.passage as usize == passage)
            .filter_map(|s| s.claim.clone())
            .collect()
    };
    let theirs = ids(right, b);
    let mut shared: Vec<&ClaimNote> = Vec::new();
    for id in ids(left, a) {
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
    Relation { word: word.to_owned(), detail, broken, sides: (true, true) }
}

fn row(line: &Line, (left, right): (u32, u32)) -> AnyView {
    let path = match (line.relation.broken, line.relation.sides) {
        (true, _) => "M0 5H36M52 5H88M40 9 48 1",
        (_, (true, false)) => "M0 5H30",
        (_, (false, true)) => "M58 5H88",
        _ => "M0 5H88",
    };
    let cell = |number: u32, text: &Option<String>, side: fn(&Piece) -> &str| {
        let said = match text {
            None => {
                return view! { <td role="cell" class="none"><span class="lbl">{number}</span>"nothing on this"</td> }
                    .into_any();
            }
            Some(text) if line.pieces.is_empty() => text.clone().into_any(),
            Some(_) => aligned(&line.pieces, side),
        };
        view! { <td role="cell"><span class="lbl">{number}</span>{said}</td> }.into_any()
    };
    view! {
        <tr role="row">
            {cell(left, &line.left, |p| &p.a)}
            <th scope="row" role="rowheader" class="mid"><svg class="joint" viewBox="0 0 88 10" preserveAspectRatio="none" aria-hidden="true"><path vector-effect="non-scaling-stroke" d=path></path></svg><b>{line.relation.word.clone()}</b>" "{line.relation.detail.clone()}</th>
            {cell(right, &line.right, |p| &p.b)}
        </tr>
    }
    .into_any()
}

/// One side of two passages that run together: what the other has not is marked.
fn aligned(pieces: &[Piece], side: fn(&Piece) -> &str) -> AnyView {
    let piece = |piece: &Piece| {
        let words = side(piece).trim().to_owned();
        match (words.is_empty(), piece.same) {
            (true, _) => None,
            (_, true) => Some(view! { {words}" " }.into_any()),
            (_, false) => Some(view! { <ins>{words}</ins>" " }.into_any()),
        }
    };
    pieces.iter().filter_map(piece).collect_view().into_any()
}
