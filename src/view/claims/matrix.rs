//! The matrix of claims and documents.

use maud::{Markup, html};
use model::Day;
use model::bundle::{ClaimCard, DocumentCard, Mark};

use crate::bracket::pieces;
use crate::course::{ended, is_perhaps_out};
use crate::route::Place;
use crate::site::to;
use crate::view::claim_list;
use crate::view::signs::{STRIP, bracket_pieces, bracket_places, glyph, published, spread_of, stands, words_link};
use crate::words::Length;

/// Claims by documents; those that are only perhaps out on a day say so.
pub(super) fn matrix(rows: &[&ClaimCard], documents: &[DocumentCard], day: Option<Day>) -> Markup {
    html! {
        table.matrix role="table" {
            caption.vh { "Claims by documents" }
            colgroup { col; @for _ in documents { col.dc; } col.sc; }
            thead role="rowgroup" {
                (shared(documents))
                tr role="row" {
                    th.corner scope="col" role="columnheader" { "Claim" }
                    @for card in documents { (head(card, day)) }
                    th.hx.st scope="col" role="columnheader" { span.sp { "Spread" } " " span.why { "Standing" } }
                }
            }
            tbody role="rowgroup" { @for card in rows { (row(card, documents)) } }
        }
    }
}

/// Neighbouring documents that mainly rest on one origin, as their list tells it; each of the others alone, without a name.
fn heads(documents: &[DocumentCard]) -> Vec<(usize, &str)> {
    let runs = documents.chunk_by(|a, b| a.origin.is_some() && a.origin == b.origin);
    runs.map(|run| (run.len(), run[0].origin.as_deref().filter(|_| run.len() > 1).unwrap_or_default())).collect()
}

/// Whether a bracket stands over any documents.
pub(super) fn is_tied(documents: &[DocumentCard]) -> bool {
    documents.len() <= STRIP && heads(documents).iter().any(|(n, _)| *n > 1)
}

/// The origins that documents mainly rest on, over those that share one.
fn shared(documents: &[DocumentCard]) -> Markup {
    if !is_tied(documents) {
        return html! {};
    }
    html! {
        tr role="row" {
            td.corner role="cell" {}
            @for (n, name) in heads(documents) {
                @if n == 1 {
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

/// What a mark is called where it is heard alone: which report says how, and of what.
fn called(document: &DocumentCard, mark: &Mark, title: &str) -> String {
    let said: Vec<&str> = mark.commitments.iter().map(|commitment| commitment.word()).collect();
    let outlet = document.outlet.as_deref().map(|outlet| format!(", {outlet}")).unwrap_or_default();
    format!("{} in document {}{outlet}: {title}", said.join(" and "), document.number)
}

fn row(card: &ClaimCard, documents: &[DocumentCard]) -> Markup {
    let laid = pieces(documents.len(), &bracket_places(&card.brackets, documents.len()));
    // Several origins of one article are no single one, though they stand as little for each other.
    let one = || (card.origins < 2).then(|| html! { "One origin" });
    let said = stands(card.standing, &card.differs, card.open).or_else(one);
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { a href=(to(Place::Claim(card.id.clone()))) { (card.title) } }
            @for (document, cell) in documents.iter().zip(&laid) {
                td.c role="cell" {
                    @match card.marks.iter().find(|m| m.document == document.number) {
                        Some(mark) => a href=(words_link(&document.id, mark.at)) aria-label=(called(document, mark, &card.title)) {
                            @for &commitment in &mark.commitments { (glyph(commitment)) }
                        },
                        None => { i.nil {} span.vh { "nothing joined" } }
                    }
                    (bracket_pieces(cell))
                }
            }
            td.st role="cell" {
                span.sp { (spread_of(card)) }
                span.vh { ". " }
                span.why { @if let Some(said) = &said { (said) } @if said.is_some() && ended(card).is_some() { ". " } (claim_list::outcome(card)) @for said in claim_list::otherwise(card) { ". " (said) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::testing::card;

    #[test]
    fn the_head_ties_what_the_list_says_it_rests_on() {
        let rests = |number, on: &str| DocumentCard {
            origin: Some(on.to_owned()).filter(|on| !on.is_empty()),
            ..card(number, "2024")
        };
        let all = [rests(1, ""), rests(2, ""), rests(3, "The mill"), rests(4, "The mill"), rests(5, "The weir")];
        assert_eq!(heads(&all), [(1, ""), (1, ""), (2, "The mill"), (1, "")]);
        assert!(is_tied(&all) && !is_tied(&all[..3]));
    }

    #[test]
    fn a_mark_says_which_report_says_how_and_of_what() {
        let mark = Mark {
            document: 3,
            commitments: vec![model::Commitment::Hedged, model::Commitment::Denied],
            at: model::Span::new(0, 1),
            origin: 0,
        };
        let document = DocumentCard { outlet: Some("Courier".into()), ..card(3, "2024") };
        assert_eq!(
            called(&document, &mark, "The weir holds"),
            "hedged and denied in document 3, Courier: The weir holds"
        );
    }
}
