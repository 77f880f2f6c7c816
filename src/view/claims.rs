//! `/claims`: the matrix of claims and documents.

use maud::{Markup, html};
use model::bundle::{Bracket, ClaimCard, DocumentCard};
use model::order;
use model::{Day, DiscrepancyKind, Standing};

use super::signs::{STRIP, bracket_pieces, bracket_places, named_glyph, published, spread, strip, words_link};
use super::{asked, legend, more};
use crate::bracket::pieces;
use crate::page::differences;
use crate::route::{Place, Route};
use crate::site::{href, site, to};
use crate::words::Length;

/// How many rows are drawn before somebody asks for more: enough for a look, few enough to stay quick.
const ROWS: usize = 100;

/// The filters, as in `show=`, with their names.
const SHOW: [(&str, &str); 6] = [
    ("", "All"),
    ("agreed", "Agreed"),
    ("differs", "Differ"),
    ("perhaps", "Perhaps agreed"),
    ("one-origin", "One origin"),
    ("open", "Open"),
];

/// The orders, as in `sort=`, with their names.
const SORT: [(&str, &str); 3] = [("", "most disputed"), ("origins", "most origins"), ("date", "date")];

/// Whether a claim passes the filter.
pub(crate) fn passes(card: &ClaimCard, show: &str, route: &Route) -> bool {
    let standing = match show {
        "" => true,
        "open" => card.open,
        show => card.standing.word() == show,
    };
    let person = route.get("person");
    standing && (person.is_empty() || card.entities.iter().any(|e| e == person)) && is_dated(card, days(route))
}

/// The first and the last day of the period that is chosen, where one is.
fn days(route: &Route) -> [Option<Day>; 2] {
    ["from", "to"].map(|key| route.get(key).parse().ok())
}

/// Whether a claim may have happened, or be due, within a period.
fn is_dated(card: &ClaimCard, [from, until]: [Option<Day>; 2]) -> bool {
    if from.is_none() && until.is_none() {
        return true;
    }
    let times = card.when.iter().chain(&card.due);
    let before = |day: Option<Day>, other: Option<Day>| day.zip(other).is_some_and(|(day, other)| day < other);
    times.into_iter().any(|when| !before(when.last, from) && !before(until, when.first))
}

/// Places of the claims in the chosen order, of those that pass.
pub(crate) fn chosen(cards: &[ClaimCard], route: &Route) -> Vec<usize> {
    let show = route.get("show");
    let mut places: Vec<usize> = (0..cards.len()).filter(|&i| passes(&cards[i], show, route)).collect();
    match route.get("sort") {
        "origins" => {
            order::sort_by_key(&mut places, |&i| (std::cmp::Reverse((cards[i].origins, cards[i].articles)), i))
        }
        // Claims without a date come last.
        "date" => order::sort_by_key(&mut places, |&i| {
            (cards[i].when.is_none(), cards[i].when.as_ref().map(model::When::sort_day), i)
        }),
        _ => {}
    }
    places
}

/// The matrix.
pub(crate) fn claims(cards: &[ClaimCard], documents: &[DocumentCard], route: &Route) -> Markup {
    let total = site().manifest.documents as usize;
    let deck = if total > STRIP {
        "Each row is a claim, with one sign for each origin and how many reports draw on it."
    } else {
        "Each row is a claim, each column a report in order of publication. A bracket ties reports that draw on one origin: count those once."
    };
    let places = chosen(cards, route);
    let shown = asked(route, ROWS);
    let rows: Vec<&ClaimCard> = places.iter().take(shown).map(|&i| &cards[i]).collect();
    html! {
        h1 { "Claims, and who makes them" }
        p.deck { (deck) }
        div.bar { (filters(cards, route)) (period(route)) (orders(route)) }
        (person(route))
        div.signs { (legend::legend()) }
        @if rows.is_empty() {
            p.none { "No claim is left. " a href=(to(Place::Claims)) { "Show all" } }
        } @else if total > STRIP {
            (list(&rows, total))
        } @else {
            (matrix(&rows, documents))
        }
        (more(route, shown, places.len(), ROWS))
    }
}

fn filters(cards: &[ClaimCard], route: &Route) -> Markup {
    let base = route.clone().with("n", "");
    html! {
        ul.choices aria-label="Show" {
            @for (show, name) in SHOW {
                li {
                    a href=(href(&base.clone().with("show", show))) aria-current=[current(route, "show", show)] {
                        (name) span.n { (cards.iter().filter(|c| passes(c, show, route)).count()) }
                    }
                }
            }
        }
    }
}

/// Two days to choose a period by: what happened, or is due, within it.
fn period(route: &Route) -> Markup {
    html! {
        div.choices.period role="group" aria-label="When it happened or is due" {
            label { span.lab { "From" } input type="date" data-key="from" value=(route.get("from")); }
            label { span.lab { "until" } input type="date" data-key="to" value=(route.get("to")); }
            @if days(route).iter().any(Option::is_some) {
                a href=(href(&route.clone().with("from", "").with("to", ""))) { "Any day" }
            }
        }
    }
}

fn orders(route: &Route) -> Markup {
    html! {
        div.choices role="group" aria-label="Order" {
            span.lab { "Order" }
            @for (sort, name) in SORT {
                a href=(href(&route.clone().with("sort", sort))) aria-current=[current(route, "sort", sort)] { (name) }
            }
        }
    }
}

/// What marks the choice that is made.
pub(crate) fn current(route: &Route, key: &str, value: &str) -> Option<&'static str> {
    (route.get(key) == value).then_some("true")
}

fn person(route: &Route) -> Markup {
    let person = route.get("person");
    html! {
        @if !person.is_empty() {
            p.known {
                "With " a href=(to(Place::Person(person.to_owned()))) { (person.replace('-', " ")) } " "
                a.textbtn href=(href(&route.clone().with("person", ""))) { "Everybody" }
            }
        }
    }
}

fn matrix(rows: &[&ClaimCard], documents: &[DocumentCard]) -> Markup {
    html! {
        table.matrix role="table" {
            caption.vh { "Claims by documents" }
            colgroup { col; @for _ in documents { col.dc; } col.sc; }
            thead role="rowgroup" {
                (shared(rows, documents.len()))
                tr role="row" {
                    th.corner scope="col" role="columnheader" { "Claim" }
                    @for card in documents { (head(card)) }
                    th.hx.st scope="col" role="columnheader" { span.sp { "Spread" } " " span.why { "Standing" } }
                }
            }
            tbody role="rowgroup" { @for (i, card) in rows.iter().enumerate() { (row(card, documents, i == 0)) } }
        }
    }
}

/// Claims without columns, for more documents than have room.
fn list(rows: &[&ClaimCard], total: usize) -> Markup {
    html! {
        ul.claims {
            @for card in rows {
                li.cl {
                    a href=(to(Place::Claim(card.id.clone()))) { (card.title) }
                    p.app {
                        (strip(&card.marks, &card.brackets, total))
                        span { (spread(card.articles, card.origins)) }
                        span { (standing(card.standing, &card.differs, card.open)) }
                    }
                }
            }
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

fn head(card: &DocumentCard) -> Markup {
    html! {
        th.dh scope="col" role="columnheader" {
            a href=(to(Place::Document(card.id.clone()))) {
                span.no { (card.number) }
                @match &card.outlet {
                    Some(outlet) => b { (outlet) },
                    None => b.quiet { "unknown" },
                }
                i { (published(card, Length::Short)) }
            }
        }
    }
}

fn row(card: &ClaimCard, documents: &[DocumentCard], first: bool) -> Markup {
    let laid = pieces(documents.len(), &bracket_places(&card.brackets, documents.len()));
    // One sign of the table is a stop of the Tab key; from there the arrow keys go on.
    let stop = first.then(|| card.marks.iter().map(|m| m.document).min()).flatten();
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
                span.sp { (spread(card.articles, card.origins)) }
                span.vh { ". " }
                span.why { (standing(card.standing, &card.differs, card.open)) }
            }
        }
    }
}

/// `Differs: the date, the words. Open`
pub(crate) fn standing(standing: Standing, differs: &[DiscrepancyKind], open: bool) -> Markup {
    let kinds = differences(differs).join(", ");
    html! {
        @match standing {
            Standing::Differs => { b { "Differs" } @if !kinds.is_empty() { ": " (kinds) } }
            Standing::Agreed => b { "Agreed" },
            Standing::OneOrigin => b { "One origin" },
            Standing::Perhaps => "Perhaps agreed",
        }
        @if open { ". " b { "Open" } }
    }
}
