//! `/people` and `/people/<id>`: who is quoted, and what each is quoted as saying.

use maud::{Markup, html};
use model::bundle::{ClaimNote, DocumentCard, PersonCard, PersonPage, Said};

use super::known::all_told;
use super::signs::{document_ref, glyph, outlet, published, quote_link, spread, stands};
use super::{asked, beside, more};
use crate::page;
use crate::route::{Place, Route};
use crate::site::{href, site, to};
use crate::words::{self, Length};

/// How many people, and how many bodies, are drawn before somebody asks for more.
const ROWS: usize = 200;

/// Everybody who is quoted, the most quoted first: people, then bodies.
pub(crate) fn people(all: &[PersonCard], route: &Route) -> Markup {
    let (bodies, people): (Vec<&PersonCard>, Vec<&PersonCard>) = all.iter().partition(|card| card.body);
    let shown = asked(route, ROWS);
    let by_name = route.get("by") == "name";
    let by = |value: &'static str| href(&route.clone().with("by", value).with("n", ""));
    html! {
        h1 { "People, and what they are quoted as saying" }
        p.deck { "Whoever a statement rests on by name" @if by_name { ", by their last name." } @else { ", the most quoted first." } @if let Some(said) = page::retold(&site().manifest) { " " (said) } }
        @if all.is_empty() { p.quiet { "The machine found nobody who is quoted by name." } }
        (all_told(route))
        @if people.len() > FEW {
            div.choices role="group" aria-label="Order" {
                span.lab { "Order" }
                a href=(by("")) aria-current=[(!by_name).then_some("true")] { "most quoted" }
                a href=(by("name")) aria-current=[by_name.then_some("true")] { "name" }
            }
        }
        @if by_name { (by_letter(&people)) } @else if !people.is_empty() { (list(&people, shown)) }
        @if !bodies.is_empty() {
            section.section aria-labelledby="bodies" {
                h2 #bodies { "Ministries, agencies and other bodies" }
                (list(&bodies, shown))
            }
        }
        (more(route, shown, if by_name { bodies.len() } else { people.len().max(bodies.len()) }, ROWS))
        @if all.len() < site().manifest.people as usize {
            p.quiet { "The " (all.len()) " who are quoted most, of " (site().manifest.people) ". The search finds the others." }
        }
    }
}

/// More people than an eye takes in: they can be put in order by their names.
const FEW: usize = 24;

/// The last name, which lists are ordered by, and its letter.
fn last_name(card: &PersonCard) -> (char, String) {
    let name = card.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let letter = name.chars().next().filter(|letter| letter.is_alphabetic());
    (letter.map_or('#', |letter| letter.to_uppercase().next().unwrap_or(letter)), name)
}

/// Everybody by last name, letter by letter, with a way to each letter.
fn by_letter(people: &[&PersonCard]) -> Markup {
    let mut people = people.to_vec();
    model::order::sort_by_cached_key(&mut people, |card| (last_name(card), card.name.clone()));
    let groups: Vec<&[&PersonCard]> = people.chunk_by(|a, b| last_name(a).0 == last_name(b).0).collect();
    html! {
        ul.letters aria-label="Letters" {
            @for group in &groups { li { a href={ "#letter-" (last_name(group[0]).0) } { (last_name(group[0]).0) } } }
        }
        @for group in &groups {
            section.section aria-labelledby={ "letter-" (last_name(group[0]).0) } {
                h2 id={ "letter-" (last_name(group[0]).0) } { (last_name(group[0]).0) }
                (list(group, group.len()))
            }
        }
    }
}

fn list(cards: &[&PersonCard], shown: usize) -> Markup {
    html! {
        ul.people {
            @for card in cards.iter().take(shown) {
                li.cl {
                    a href=(to(Place::Person(card.id.clone()))) { (card.name) }
                    p.app {
                        @if !card.role.is_empty() { span { (card.role) } }
                        span {
                            (words::count(card.says as usize, "statement")) " in "
                            (words::count(card.documents.len(), "report"))
                        }
                    }
                }
            }
        }
    }
}

/// How many statements, and how many of each other kind, a person's page shows before somebody asks for more.
const SAYS: usize = 12;
const BESIDE: usize = 6;

/// One person, or one body.
pub(crate) fn person(page: &PersonPage, route: &Route) -> Markup {
    let entity = &page.entity;
    let outlets = ordered(page);
    let by_outlet = route.get("by") == "outlet" && outlets.len() > 1;
    let by = |value: &'static str| route.clone().with("by", value).with("n", "");
    // Each kind is as long as it is asked for by itself.
    let shown = asked(route, SAYS);
    let beside = |key: &str| route.get(key).parse().unwrap_or(BESIDE).max(BESIDE);
    let (does, claims) = (beside("does"), beside("claims"));
    let mut done: Vec<&Said> = page.does.iter().collect();
    model::order::sort_by_key(&mut done, |said| (said.document, said.span.start));
    // What is told above under its own words is no other claim.
    let told = |note: &&ClaimNote| {
        page.says.iter().chain(&page.does).all(|said| said.claim.as_ref().is_none_or(|(id, _)| *id != note.id))
    };
    let others: Vec<&ClaimNote> = page.claims.iter().filter(told).collect();
    html! {
        nav.quiet aria-label="Where you are" { a href=(to(Place::People)) { "People" } }
        h1 { (entity.name) }
        @if !page.role.is_empty() { p.deck { (page.role) } }
        @if !entity.aliases.is_empty() { p.quiet { "Also named: " (entity.aliases.join("; ")) } }
        @if let Some(said) = page::retold(&site().manifest) { p.quiet { (said) } }
        div.claim-grid {
            section aria-labelledby="says" {
                h2 #says { "What they are quoted as saying" }
                @if page.says.is_empty() {
                    p.quiet { "The machine found no report that quotes them." }
                } @else {
                    p.deck {
                        (words::count(page.says.len(), "statement"))
                        @if page.says.len() > 1 { @if by_outlet { ", by outlet, each once" } @else { ", in order of publication, each once" } }
                        "."
                    }
                }
                @if outlets.len() > 1 {
                    div.choices role="group" aria-label="Order" {
                        span.lab { "By" }
                        a href=(href(&by(""))) aria-current=[(!by_outlet).then_some("true")] { "date" }
                        a href=(href(&by("outlet"))) aria-current=[by_outlet.then_some("true")] { "outlet" }
                    }
                }
                @if by_outlet {
                    @let mut left = shown;
                    @for (outlet, said) in &outlets {
                        @if left > 0 {
                            h3.speaker { (outlet.unwrap_or("outlet unknown")) " " span.quiet { (said.len()) } }
                            ol.says { @for said in said.iter().take(left) { (saying(said, &page.documents, true)) } }
                        }
                        @let () = left = left.saturating_sub(said.len());
                    }
                } @else {
                    ol.says { @for said in page.says.iter().take(shown) { (saying(said, &page.documents, true)) } }
                }
                (more(route, shown, page.says.len(), 4 * SAYS))
            }
            div {
                @if !page.does.is_empty() {
                    section aria-labelledby="does" {
                        h2 #does { "What they are said to have done" }
                        p.deck { "On the word of others, in order of publication." }
                        ol.says { @for said in done.iter().take(does) { (saying(said, &page.documents, false)) } }
                        (further(route, "does", does, page.does.len()))
                    }
                }
                @if !others.is_empty() {
                    section.section aria-labelledby="claims" {
                        h2 #claims { "Other claims they take part in" }
                        ul { @for claim in others.iter().take(claims) { (note(claim)) } }
                        (further(route, "claims", claims, others.len()))
                        p { a.more href=(href(&Place::Claims.route().with("person", entity.id.clone()))) { "All claims with " (entity.name) } }
                    }
                }
            }
        }
    }
}

/// A link to more of one of the lists beside the statements.
fn further(route: &Route, key: &str, shown: usize, total: usize) -> Markup {
    let rest = total.saturating_sub(shown);
    let next = href(&route.clone().with(key, (shown + 4 * BESIDE).to_string()));
    html! { @if rest > 0 { p { a.more data-more href=(next) { (rest) " more" } } } }
}

/// What a person says, by the outlet that carries it: the one that carries most first.
fn ordered(page: &PersonPage) -> Vec<(Option<&str>, Vec<&Said>)> {
    let mut outlets: Vec<(Option<&str>, Vec<&Said>)> = Vec::new();
    for said in &page.says {
        let card = page.documents.iter().find(|card| card.number == said.document);
        let outlet = card.and_then(|card| card.outlet.as_deref());
        match outlets.iter_mut().find(|(name, _)| *name == outlet) {
            Some((_, group)) => group.push(said),
            None => outlets.push((outlet, vec![said])),
        }
    }
    model::order::sort_by_key(&mut outlets, |(name, said)| (std::cmp::Reverse(said.len()), *name));
    outlets
}

/// One statement: `own`, of theirs, or one about them.
fn saying(said: &Said, documents: &[DocumentCard], own: bool) -> Markup {
    let Some(card) = documents.iter().find(|d| d.number == said.document) else { return html! {} };
    let how = match (own, said.quoted) {
        (false, _) => "",
        (true, true) => ", in quotation marks",
        (true, false) if said.text.contains(['“', '"']) => ", partly in quotation marks",
        (true, false) => ", in the report’s words",
    };
    let also = said
        .also
        .iter()
        .filter_map(|(number, span)| Some((documents.iter().find(|card| card.number == *number)?, *span)));
    let also: Vec<(&DocumentCard, model::Span)> = also.collect();
    html! {
        li {
            span.no { (card.number) }
            div {
                div.who {
                    span { (outlet(card)) (how) }
                    span.dt { @if card.brief { "brief, " } (published(card, Length::Short)) }
                }
                p.sent { (said.text) }
                p.foot {
                    span.k { (glyph(said.commitment)) (said.commitment.word()) }
                    a href=(quote_link(&card.id, said.span, &said.text, said.span.start)) { "in the document" }
                    @if !also.is_empty() { span { "also in " @for (card, span) in also { (document_ref(card, Some(span))) } } }
                    @if let Some((id, title)) = &said.claim { a href=(to(Place::Claim(id.clone()))) { (beside(title, &said.text)) } }
                }
            }
        }
    }
}

fn note(note: &ClaimNote) -> Markup {
    html! {
        li.cl {
            a href=(to(Place::Claim(note.id.clone()))) { (note.title) }
            p.app {
                span { (spread(note.articles, note.origins)) }
                @if let Some(stands) = stands(note.standing, &note.differs, note.open) { span { (stands) } }
            }
        }
    }
}
