//! `/documents`: the reports in order of publication.

use maud::{Markup, html};
use model::Day;
use model::bundle::DocumentCard;

use super::known::{known, out};
use super::signs::{outlet, published};
use super::{asked, more};
use crate::course::is_perhaps_out;
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
    let beside = ["before", "beside"].into_iter().find(|key| !route.get(key).is_empty());
    if let Some(key) = beside {
        return choice(cards, route, key);
    }
    let listed = out(cards, route.known());
    html! {
        h1 { (words::capital(&page::reports(&manifest))) @if let Some(day) = route.known() { ", as known on " (words::day(day, Length::Long)) } }
        p.deck { (deck) }
        (known(route, cards))
        (table_on(&listed[..shown.min(listed.len())], route.known()))
        (more(route, shown, listed.len(), ROWS))
    }
}

/// The documents, each as a way to put it before or beside the one that is named.
fn choice(cards: &[DocumentCard], route: &Route, key: &str) -> Markup {
    let other = route.get(key);
    let named = cards.iter().find(|card| card.id == other);
    let find = route.get("find").to_lowercase();
    let has = |card: &&DocumentCard| {
        let text =
            format!("{} {} {}", card.number, card.title, card.outlet.as_deref().unwrap_or_default()).to_lowercase();
        find.split_whitespace().all(|word| text.contains(word))
    };
    let found: Vec<&DocumentCard> = cards.iter().filter(has).collect();
    let shown = asked(route, ROWS);
    let pair = |id: &str| {
        let (a, b) = if key == "before" { (id, other) } else { (other, id) };
        to(Place::Compare(a.to_owned(), b.to_owned()))
    };
    html! {
        h1 { "Which report beside " (named.map_or(other, |card| card.title.as_str())) "?" }
        div.known { label.period { span { "With the words" } input type="search" data-key="find" value=(route.get("find")) autocomplete="off"; } }
        @if found.is_empty() { p.none { "No title or outlet has these words." } }
        ul.claims {
            @for card in found.iter().take(shown) {
                li.cl {
                    a href=(pair(&card.id)) { (card.number) " " (card.title) }
                    p.app { span { (outlet(card)) } span { (published(card, Length::Short)) } }
                }
            }
        }
        (more(route, shown, found.len(), ROWS))
    }
}

/// Documents as a table; those that are only perhaps out on a day say so.
pub(crate) fn table_on(cards: &[DocumentCard], day: Option<Day>) -> Markup {
    let title = if !cards.is_empty() && cards.iter().all(|c| c.brief) { "Brief of" } else { "Title" };
    // Where all rest on their own reporting, a column that says so in each row says nothing.
    let rests = cards.iter().any(|card| card.origin.is_some());
    html! {
        table.docs role="table" {
            caption.vh { "Documents in order of publication" }
            thead role="rowgroup" {
                tr role="row" {
                    th scope="col" role="columnheader" { span.vh { "No." } }
                    @for head in [title, "Outlet", "Published"] { th scope="col" role="columnheader" { (head) } }
                    @if rests { th scope="col" role="columnheader" { "Rests mainly on" } }
                    th.num scope="col" role="columnheader" { "Statements" }
                }
            }
            tbody role="rowgroup" { @for card in cards { (row(card, day, rests)) } }
        }
    }
}

fn row(card: &DocumentCard, day: Option<Day>, rests: bool) -> Markup {
    let perhaps = day.is_some_and(|day| is_perhaps_out(card, day));
    html! {
        tr role="row" {
            th.no scope="row" role="rowheader" { (card.number) }
            td.ti role="cell" { a href=(to(Place::Document(card.id.clone()))) { (card.title) } }
            td.out role="cell" { (outlet(card)) }
            td.dat role="cell" { (published(card, Length::Short)) @if perhaps { span.quiet { ", perhaps not out yet" } } }
            @if rests { td.org .own[card.origin.is_none()] role="cell" { (card.origin.as_deref().unwrap_or("its own reporting")) } }
            td.num role="cell" { (card.statements) }
        }
    }
}
