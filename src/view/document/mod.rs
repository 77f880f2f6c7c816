//! `/documents/<id>`: reading, with the evidence marked in the text and its claims beside it.

mod cite;
mod facts;
mod text;

use maud::{Markup, html};
use model::bundle::{ClaimNote, DocumentCard, DocumentPage};
use model::order;
use model::{Commitment, Span, Text};

use crate::copies::LINK;
use crate::route::{Place, Route, values};
use crate::site::{href, to};
use crate::view::signs::{glyph, outlet, published};
use crate::words::Length;
use facts::facts;
use text::{Pointed, body};

/// One document.
pub(crate) fn document(page: &DocumentPage, route: &Route) -> Markup {
    let card = &page.card;
    let off = values(route, "off").join(" ");
    let all = (route.get("marks") == "all").then_some("");
    let pointed = Pointed::read(page, route);
    html! {
        div.reading {
            (rail(page))
            header.doc-head {
                p.quiet {
                    "Document " (card.number)
                    @if card.brief { ", a brief in our own words; the original belongs to its publisher" }
                }
                h1 { (card.title) }
                (facts(page))
            }
            div.doc-body {
                @if let Some(lost) = &pointed.lost { p.moved.lost-words role="status" { (lost) } }
                (gone(page, route))
                (tools(page, route))
                div.body data-off=(off) data-all=[all] { (body(page, &pointed)) }
                (marked())
                @if !page.claims.is_empty() { (steps()) }
                div.acts.around-docs { (neighbours(page)) }
            }
        }
    }
}

/// That the report does not make the claim that the link names.
fn gone(page: &DocumentPage, route: &Route) -> Markup {
    let claim = route.get("claim");
    let lost = !claim.is_empty() && !page.statements.iter().any(|s| s.claim.as_deref() == Some(claim));
    html! {
        @if lost {
            p.moved role="status" {
                "This report does not make the claim that the link names. "
                a href=(to(Place::Claim(claim.to_owned()))) { "See where it went" }
            }
        }
    }
}

/// From mark to mark, for who has no keys at hand.
fn steps() -> Markup {
    html! {
        div.steps role="group" aria-label="Go through the marks" {
            button.textbtn type="button" data-act="step" data-value="-1" { "Previous mark" }
            button.textbtn type="button" data-act="step" data-value="1" { "Next mark" }
        }
    }
}

/// The most words that are searched for, in code points.
const SEARCHED: usize = 120;

/// What offers the link to words that are marked, a search for them, and the claims that they are part of: `link` is what
/// follows the address of the document.
pub(crate) fn offered(page: &DocumentPage, marked: Span, link: &str) -> Markup {
    let words = Text::new(&page.document.text).cut(marked).split_whitespace().collect::<Vec<_>>().join(" ");
    let query = words.replace(['"', '“', '”'], " ");
    let said = page.statements.iter().filter(|said| said.statement.span.overlaps(marked));
    let mut claims: Vec<&ClaimNote> = Vec::new();
    for id in said.filter_map(|said| said.claim.as_deref()) {
        claims.extend(page.claims.iter().find(|note| note.id == id && claims.iter().all(|other| other.id != id)));
    }
    html! {
        button.textbtn type="button" data-act="copy" data-text={ (LINK) (link) } { "Copy a link to the marked words" }
        @if !query.trim().is_empty() && words.chars().count() <= SEARCHED {
            " " a href=(href(&Place::Search.route().with("q", format!("\"{}\"", query.trim())))) { "Search them" }
        }
        @for note in claims.iter().take(2) { " " a href=(to(Place::Claim(note.id.clone()))) { "Their claim: " (note.title) } }
        span.quiet role="status" {}
    }
}

/// Where the link to words that a reader marks is offered: hidden until some are.
fn marked() -> Markup {
    html! {
        div.marked role="group" aria-label="Words you marked" hidden {}
    }
}

/// The other documents, in a column beside the text.
fn rail(page: &DocumentPage) -> Markup {
    let mut all: Vec<&DocumentCard> = page.others.iter().chain([&page.card]).collect();
    order::sort_by_key(&mut all, |c| c.number);
    let current = |card: &DocumentCard| (card.number == page.card.number).then_some("page");
    html! {
        nav.rail aria-label="Documents" {
            ol {
                li { p { "In order of publication" } }
                @for card in all {
                    li {
                        a href=(to(Place::Document(card.id.clone()))) aria-current=[current(card)] {
                            b.no { (card.number) } " " (outlet(card)) br; (published(card, Length::Short))
                        }
                    }
                }
            }
        }
    }
}

/// The document that this one is compared with first: one that shares its origin, else the one that came out next to it.
fn beside(page: &DocumentPage) -> Option<&DocumentCard> {
    let day = |card: &DocumentCard| card.published.as_ref().and_then(|when| when.first);
    let apart = |card: &&DocumentCard| {
        let days = day(card).zip(day(&page.card)).map_or(i32::MAX, |(a, b)| (a.0 - b.0).abs());
        (!page.shares.contains(&card.number), days, card.number.abs_diff(page.card.number))
    };
    page.others.iter().min_by_key(apart)
}

/// Which marks are shown, the document beside, and how to cite.
fn tools(page: &DocumentPage, route: &Route) -> Markup {
    let kinds = Commitment::ALL
        .into_iter()
        .filter(|c| page.statements.iter().any(|s| s.statement.commitment == *c && s.claim.is_some()));
    let off = values(route, "off");
    let all = route.get("marks") == "all";
    let beside = beside(page);
    html! {
        div.tools role="group" aria-label="Marks" {
            span.lab { "Marks" }
            @for kind in kinds {
                label.tick {
                    input type="checkbox" checked[!off.contains(&kind.word())]
                        data-toggle="off" data-off="" value=(kind.word());
                    (glyph(kind)) (kind.word())
                }
            }
            @if page.claims.iter().any(text::solo) {
                label.tick {
                    input type="checkbox" checked[all]
                        data-go=(href(&route.clone().with("marks", if all { "" } else { "all" })));
                    "what was joined to no other report"
                }
            }
            @if let Some(other) = beside {
                a.tick href=(to(Place::Compare(page.card.id.clone(), other.id.clone()))) { "Beside document " (other.number) }
                a.tick href=(href(&Place::Documents.route().with("beside", page.card.id.clone()))) { "beside another" }
            }
            (cite::cite(page))
        }
    }
}

/// The documents before and after.
fn neighbours(page: &DocumentPage) -> Markup {
    let number = page.card.number;
    let before = page.others.iter().filter(|c| c.number < number).max_by_key(|c| c.number);
    let after = page.others.iter().filter(|c| c.number > number).min_by_key(|c| c.number);
    html! {
        @for (name, card) in [("Before", before), ("After", after)] {
            @if let Some(card) = card {
                a href=(to(Place::Document(card.id.clone()))) {
                    span { (name) ": " b.no { (card.number) } " " (outlet(card)) ", " (published(card, Length::Short)) }
                }
            }
        }
    }
}
