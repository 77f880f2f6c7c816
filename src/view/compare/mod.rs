//! `/compare/<id>/<id>`: two documents side by side: the claims that both make, what is perhaps the same, the passages that
//! are told alike; below, what was matched with nothing in the other.

mod lines;
#[cfg(test)]
mod tests;

use maud::{Markup, html};
use model::bundle::{DocumentCard, DocumentPage};
use model::{DiscrepancyKind, Holder, Span};
use relate::align::Piece;

use lines::{Kind, Line, lines};

use super::claims::current;
use super::signs::{glyph, outlet, published, words_link};
use crate::page::differences;
use crate::route::{Place, Route};
use crate::site::{href, to};
use crate::words::{self, Length};

/// Up to so many documents, another one is chosen from a list on the page; beyond, from the list of documents.
const CHOSEN: usize = 150;

/// Two documents; `all` can be chosen in the place of either.
pub(crate) fn compare(left: &DocumentPage, right: &DocumentPage, all: &[DocumentCard], route: &Route) -> Markup {
    let lines = lines(left, right);
    let count = |test: fn(&Line) -> bool| lines.iter().filter(|line| test(line)).count();
    let show = route.get("show");
    let shown = |kinds: &[Kind]| -> Vec<&Line> {
        let passes = |line: &&Line| match show {
            "differences" => line.parts(),
            "told" => line.is_told(),
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
            (filters(route, [count(Line::parts), count(Line::is_told), count(Line::is_single)]))
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
                // Each stands on the side of its report.
                div.single {
                    @for kind in [Kind::Left, Kind::Right] {
                        ol.says { @for line in single.iter().filter(|line| line.kind == kind) { (alone(line, left, right)) } }
                    }
                }
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

/// What the comparison comes to, in sentences.
fn deck(left: &DocumentPage, right: &DocumentPage, lines: &[Line]) -> String {
    if left.card.number == right.card.number {
        return "A report beside itself: it differs in nothing.".to_owned();
    }
    let count = |test: &dyn Fn(&Line) -> bool| lines.iter().filter(|line| test(line)).count();
    let together = count(&|line| line.kind == Kind::Claim);
    let mut said = match (&left.card.origin, &right.card.origin) {
        (Some(a), Some(b)) if a == b => format!("Both rest mainly on {a}. "),
        _ => String::new(),
    };
    said.push_str(&match together {
        0 => "The machine found no claim that both make.".to_owned(),
        n => format!("They make {} {} together.", words::number(n), if n == 1 { "claim" } else { "claims" }),
    });
    match count(&Line::parts) {
        0 if together == 0 => {}
        0 => said.push_str(" In what they tell, the machine found no difference."),
        n => said.push_str(&format!(" What they tell differs in {}.", words::number(n))),
    }
    let told = |kind: DiscrepancyKind| count(&|line| line.is_told() && line.kinds.contains(&kind));
    let ways = [
        (told(DiscrepancyKind::Commitment), "is hedged by one report alone", "are hedged by one report alone"),
        (told(DiscrepancyKind::Wording), "is told with other words quoted", "are told with other words quoted"),
        (count(&|line| line.wordings), "is a quotation in two wordings", "are quotations in two wordings"),
    ];
    let ways: Vec<String> = ways
        .iter()
        .filter(|(n, ..)| *n > 0)
        .map(|(n, one, several)| format!("{} {}", words::number(*n), if *n == 1 { one } else { several }))
        .collect();
    if !ways.is_empty() {
        said.push_str(&format!(" {}.", words::capital(&words::list(&ways))));
    }
    match count(&|line| line.kind == Kind::Perhaps) {
        0 => {}
        n => said.push_str(&format!(
            " {}{} perhaps {} the same.",
            words::capital(&words::number(n)),
            if together == 0 { "" } else { " more" },
            if n == 1 { "says" } else { "say" }
        )),
    }
    said
}

fn filters(route: &Route, [differing, told, single]: [usize; 3]) -> Markup {
    let items = [
        ("", "everything", 0),
        ("differences", "differences", differing),
        ("told", "told otherwise", told),
        ("single", "not matched", single),
    ];
    html! {
        div.choices role="group" aria-label="Show" {
            span.lab { "Show" }
            @for (show, name, n) in items {
                a href=(href(&route.clone().with("show", show))) aria-current=[current(route, "show", show)] {
                    (name) @if !show.is_empty() { " " span.n { (n) } }
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
                        option value=(beside(&choice.id)) selected[choice.number == card.number] { (choice.number) " " (told(choice)) }
                    }
                }
            } @else {
                @let key = if first { "before" } else { "beside" };
                a href=(href(&Place::Documents.route().with(key, other.id.clone()))) { "Choose another report" }
            }
        }
    }
}

/// A report in the list of those that can be chosen: many are told by outlet and day alone.
fn told(card: &DocumentCard) -> String {
    let day = card.published.as_ref().map(|when| words::when(when, Length::Short));
    let from: Vec<String> = card.outlet.clone().into_iter().chain(day).collect();
    if from.is_empty() { card.title.clone() } else { format!("{} ({})", card.title, from.join(", ")) }
}

/// How the two sides stand to each other, in a word and its detail.
fn relation(line: &Line) -> (&'static str, String) {
    let mut detail = line.given.clone();
    if line.is_told() && line.wordings {
        detail.push("in two wordings".to_owned());
    }
    let word = match line.kind {
        _ if line.parts() => {
            detail.push(differences(&line.kinds).join(", "));
            "differs"
        }
        Kind::Claim if line.is_told() => "same, told otherwise",
        Kind::Claim => "same",
        _ if line.wordings => "same, told otherwise",
        Kind::Perhaps => "perhaps the same",
        _ if !line.pieces.is_empty() && line.pieces.iter().all(|p| p.same) => "word by word",
        _ => "alike",
    };
    (word, detail.join("; "))
}

fn row(line: &Line, left: &DocumentPage, right: &DocumentPage) -> Markup {
    let path = if !line.parts() { "M0 5H88" } else { "M0 5H36M52 5H88M40 9 48 1" };
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
                    @if run_together(&line.pieces) { (aligned(&line.pieces, side)) } @else { (text) }
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

/// Whether two texts share so much that what differs can be marked: of two that tell it in words of their own, nearly all
/// would be.
fn run_together(pieces: &[Piece]) -> bool {
    let length = |side: fn(&Piece) -> &str| pieces.iter().map(|piece| side(piece).len()).sum::<usize>();
    let same: usize = pieces.iter().filter(|piece| piece.same).map(|piece| piece.a.len()).sum();
    same > 0 && 3 * same >= length(|p| &p.a).max(length(|p| &p.b))
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
