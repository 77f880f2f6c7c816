//! `/documents`: the reports in order of publication.

use maud::{Markup, html};
use model::bundle::DocumentCard;

use super::signs::{outlet, published};
use super::{asked, more};
use crate::page;
use crate::route::{Place, Route};
use crate::site::{site, to};
use crate::words::{self, Length};

/// How many rows are drawn before somebody asks for more.
const ROWS: usize = 200;

/// All documents.
pub(crate) fn documents(cards: &[DocumentCard], route: &Route) -> Markup {
    let manifest = site().manifest;
    let deck = if manifest.briefs > 0 {
        "In order of publication. A brief retells its original in our own words; the original belongs to its publisher."
    } else {
        "In order of publication."
    };
    let shown = asked(route, ROWS);
    html! {
        h1 { (words::capital(&page::reports(&manifest))) }
        p.deck { (deck) }
        (table(&cards[..shown.min(cards.len())]))
        (more(route, shown, cards.len(), ROWS))
    }
}

/// Documents as a table.
pub(crate) fn table(cards: &[DocumentCard]) -> Markup {
    let title = if !cards.is_empty() && cards.iter().all(|c| c.brief) { "Brief of" } else { "Title" };
    html! {
        table.docs role="table" {
            caption.vh { "Documents in order of publication" }
            thead role="rowgroup" {
                tr role="row" {
                    th scope="col" role="columnheader" { span.vh { "No." } }
                    @for head in [title, "Outlet", "Published", "Rests mainly on"] {
                        th scope="col" role="columnheader" { (head) }
                    }
                    th.num scope="col" role="columnheader" { "Statements" }
                }
            }
            tbody role="rowgroup" { @for card in cards { (row(card)) } }
        }
    }
}

fn row(card: &DocumentCard) -> Markup {
    html! {
        tr role="row" {
            th.no scope="row" role="rowheader" { (card.number) }
            td.ti role="cell" { a href=(to(Place::Document(card.id.clone()))) { (card.title) } }
            td.out role="cell" { (outlet(card)) }
            td.dat role="cell" { (published(card, Length::Short)) }
            td.org role="cell" { (card.origin.as_deref().unwrap_or("its own reporting")) }
            td.num role="cell" { (card.statements) }
        }
    }
}
