//! What is known of a document: outlet, day, origin, original, file.

use maud::{Markup, html};
use model::bundle::{DocumentCard, DocumentPage};
use model::{FilePlace, Known, Original};

use crate::parting::Parting;
use crate::view::signs::{document_ref, words_link};
use crate::words::{self, Length};

/// Outlet, date, origin, and what the document makes.
pub(super) fn facts(page: &DocumentPage) -> Markup {
    let (card, document) = (&page.card, &page.document);
    let how = match document.published_known {
        Some(Known::Given) => ", as given",
        Some(Known::Text) => ", as its text says",
        Some(Known::Inferred) => ", inferred from the days it speaks of",
        Some(Known::Reviewed) => ", decided by a person",
        None => "",
    };
    let makes = format!(" in {}; {}", words::count(page.claims.len(), "claim"), parted(page));
    html! {
        dl.facts {
            dt { "Outlet" }
            dd { @match &card.outlet { Some(name) => b { (name) }, None => "not named in the text" } }
            @if !document.authors.is_empty() { dt { "By" } dd { (words::list(&document.authors)) } }
            dt { "Published" }
            dd { @match &card.published { Some(when) => { b { (words::when(when, Length::Long)) } (how) } None => "not known" } }
            dt { "Origin" }
            dd { (origin(page)) }
            dt { "Makes" }
            dd { b { (words::count(card.statements as usize, "statement")) } (makes) }
            @if let Some(original) = &document.original { dt { "Original" } dd { (named(original)) } }
            @if let [first, others @ ..] = &document.places[..] { dt { "File" } dd { (first.to_string()) (also_in(others)) } }
            @if let Some(url) = &document.url { dt { "At" } dd { @match model::plain::address(url) { Some(page) => a href=(page) rel="noopener" { (url) }, None => (url) } } }
        }
    }
}

/// On how many of its claims the report and another part, and how.
fn parted(page: &DocumentPage) -> String {
    let parted = |how: Parting| {
        let found = page.claims.iter().filter(|note| Parting::from_others(note, page.card.number) == Some(how));
        found.count()
    };
    let differs = match parted(Parting::Differs) {
        0 => "the machine found no difference in what another report tells".to_owned(),
        1 => "what another report tells differs in one of them".to_owned(),
        n => format!("what other reports tell differs in {n} of them"),
    };
    match parted(Parting::Told) {
        0 => differs,
        1 => format!("{differs}; one is hedged or quoted otherwise elsewhere"),
        n => format!("{differs}; {n} are hedged or quoted otherwise elsewhere"),
    }
}

/// The other files that the same report was found in, as many as a line has room for.
fn also_in(others: &[FilePlace]) -> String {
    const NAMED: usize = 3;
    let mut names: Vec<String> = others.iter().take(NAMED).map(ToString::to_string).collect();
    match others.len() {
        0 => return String::new(),
        all if all > NAMED => names.push(format!("{} more", all - NAMED)),
        _ => {}
    }
    format!("; also in {}", words::list(&names))
}

/// Title, outlet and authors of the original.
fn named(original: &Original) -> String {
    let named = [
        original.title.as_ref().map(|t| format!("“{t}”")),
        original.outlet.clone(),
        (!original.authors.is_empty()).then(|| original.authors.join(", ")),
    ];
    let named: Vec<String> = named.into_iter().flatten().collect();
    if named.is_empty() { "not titled".to_owned() } else { named.join(", ") }
}

fn origin(page: &DocumentPage) -> Markup {
    let Some(name) = &page.card.origin else {
        return html! {
            "its own reporting, as far as the text tells"
            @for (name, n) in concluded(page) { ", but for " (words::count(n, "statement")) " on the word of " (name) ", as was concluded" }
        };
    };
    let shares: Vec<&DocumentCard> = page
        .shares
        .iter()
        .filter(|&&n| n != page.card.number)
        .filter_map(|n| page.others.iter().find(|c| c.number == *n))
        .collect();
    let at = page.origin_at.filter(|(number, _)| *number == page.card.number).map(|(_, span)| span);
    html! {
        b { (name) }
        @if !shares.is_empty() { ", shared with " @for card in shares { (document_ref(card, None)) } }
        @if let Some(span) = at { ": " a href=(words_link(&page.card.id, span)) { "the words" } }
    }
}

/// Whom statements of a document are concluded to rest on, where no words of it tell, with how many do.
fn concluded(page: &DocumentPage) -> Vec<(&str, usize)> {
    let mut found: Vec<(&str, usize)> = Vec::new();
    let last = page.statements.iter().filter_map(|said| said.statement.holders.iter().skip(1).next_back());
    for holder in last.filter(|holder| holder.inferred && holder.span.is_none()) {
        match found.iter_mut().find(|(name, _)| *name == holder.name) {
            Some((_, n)) => *n += 1,
            None => found.push((&holder.name, 1)),
        }
    }
    found
}
