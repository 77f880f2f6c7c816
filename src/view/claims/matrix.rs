//! The matrix of claims and documents.

use maud::{Markup, html};
use model::bundle::{Bracket, ClaimCard, DocumentCard};
use model::{Day, order};

use crate::bracket::pieces;
use crate::course::{ended, is_perhaps_out};
use crate::route::Place;
use crate::site::to;
use crate::view::claim_list;
use crate::view::signs::{bracket_pieces, bracket_places, named_glyph, published, spread_of, stands, words_link};
use crate::words::Length;

/// Claims by documents; those that are only perhaps out on a day say so.
pub(super) fn matrix(rows: &[&ClaimCard], documents: &[DocumentCard], day: Option<Day>) -> Markup {
    html! {
        table.matrix role="table" {
            caption.vh { "Claims by documents" }
            colgroup { col; @for _ in documents { col.dc; } col.sc; }
            thead role="rowgroup" {
                (shared(rows, documents.len()))
                tr role="row" {
                    th.corner scope="col" role="columnheader" { "Claim" }
                    @for card in documents { (head(card, day)) }
                    th.hx.st scope="col" role="columnheader" { span.sp { "Spread" } " " span.why { "Standing" } }
                }
            }
            tbody role="rowgroup" { @for (i, card) in rows.iter().enumerate() { (row(card, documents, i == 0)) } }
        }
    }
}

/// The origins that tie documents over the rows shown, the most frequent of those that do not overlap.
fn shared(rows: &[&ClaimCard], documents: usize) -> Markup {
    let mut counted: Vec<(Bracket, usize)> = Vec::new();
    for bracket in rows.iter().flat_map(|r| &r.brackets) {
        match counted.iter_mut().find(|(b, _)| b == bracket) {
            Some((_, n)) => *n += 1,
            None => counted.push((bracket.clone(), 1)),
        }
    }
    order::sort_by(&mut counted, |(a, n), (b, m)| {
        m.cmp(n).then_with(|| a.documents.cmp(&b.documents)).then_with(|| a.name.cmp(&b.name))
    });
    let mut heads: Vec<(u32, u32, String)> = Vec::new();
    for (bracket, _) in counted {
        let (Some(&first), Some(&last)) = (bracket.documents.first(), bracket.documents.last()) else { continue };
        let contiguous = (last - first) as usize + 1 == bracket.documents.len();
        if contiguous && heads.iter().all(|(f, l, _)| last < *f || first > *l) {
            heads.push((first, last, bracket.name));
        }
    }
    if heads.is_empty() {
        return html! {};
    }
    order::sort(&mut heads);
    // Each bracket over its columns, an empty cell over each of the others.
    let mut cells: Vec<(u32, &str)> = Vec::new();
    let mut at = 1;
    for (first, last, name) in &heads {
        cells.extend((at..*first).map(|_| (1, "")));
        cells.push((last - first + 1, name));
        at = last + 1;
    }
    cells.extend((at..=documents as u32).map(|_| (1, "")));
    html! {
        tr role="row" {
            td.corner role="cell" {}
            @for (n, name) in cells {
                @if name.is_empty() {
                    td role="cell" {}
                } @else {
                    th.ob data-n=(n) colspan=(n) scope="colgroup" role="columnheader" { span { em { (name) } } }
                }
            }
            td.hx role="cell" {}
        }
    }
}

fn head(card: &DocumentCard, day: Option<Day>) -> Markup {
    let perhaps = day.is_some_and(|day| is_perhaps_out(card, day));
    html! {
        th.dh scope="col" role="columnheader" {
            a href=(to(Place::Document(card.id.clone()))) {
                span.no { (card.number) }
                @match &card.outlet {
                    Some(outlet) => b { (outlet) },
                    None => b.quiet { "unknown" },
                }
                i { (published(card, Length::Short)) @if perhaps { ", perhaps not out yet" } }
            }
        }
    }
}

fn row(card: &ClaimCard, documents: &[DocumentCard], first: bool) -> Markup {
    let laid = pieces(documents.len(), &bracket_places(&card.brackets, documents.len()));
    // One sign of the table is a stop of the Tab key; from there the arrow keys go on.
    let stop = first.then(|| card.marks.iter().map(|m| m.document).min()).flatten();
    // Several origins of one article are no single one, though they stand as little for each other.
    let one = || (card.origins < 2).then(|| html! { "One origin" });
    let said = stands(card.standing, &card.differs, card.open).or_else(one);
    let tab = |document: &DocumentCard| if stop == Some(document.number) { "0" } else { "-1" };
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { a href=(to(Place::Claim(card.id.clone()))) { (card.title) } }
            @for (document, cell) in documents.iter().zip(&laid) {
                td.c role="cell" {
                    @match card.marks.iter().find(|m| m.document == document.number) {
                        Some(mark) => a href=(words_link(&document.id, mark.at)) tabindex=(tab(document)) {
                            @for &commitment in &mark.commitments { (named_glyph(commitment)) }
                        },
                        None => { i.nil {} span.vh { "not mentioned" } }
                    }
                    (bracket_pieces(cell))
                }
            }
            td.st role="cell" {
                span.sp { (spread_of(card)) }
                span.vh { ". " }
                span.why { @if let Some(said) = &said { (said) } @if said.is_some() && ended(card).is_some() { ". " } (claim_list::outcome(card)) @if card.wordings > 1 { ". " } (claim_list::wordings(card.wordings)) }
            }
        }
    }
}
