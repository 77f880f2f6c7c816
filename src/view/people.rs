//! `/people` and `/people/<id>`: who is quoted, and what each is quoted as saying.

use maud::{Markup, html};
use model::bundle::{ClaimNote, DocumentCard, PersonCard, PersonPage, Said};

use super::signs::{glyph, outlet, published, quote_link, spread};
use crate::route::Place;
use crate::site::to;
use crate::words::{self, Length};

/// Everybody who is quoted, the most quoted first.
pub(crate) fn people(people: &[PersonCard]) -> Markup {
    html! {
        h1 { "People, and what they are quoted as saying" }
        p.deck { "Whoever a statement rests on by name, the most quoted first." }
        @if people.is_empty() { p.quiet { "Nobody is quoted by name in this corpus." } }
        ul.people {
            @for card in people {
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

/// One person.
pub(crate) fn person(page: &PersonPage) -> Markup {
    let entity = &page.entity;
    html! {
        nav.quiet aria-label="Where you are" { a href=(to(Place::People)) { "People" } }
        h1 { (entity.name) }
        p.deck { (page.role) }
        @if !entity.aliases.is_empty() { p.quiet { "Also named: " (entity.aliases.join("; ")) } }
        div.claim-grid {
            section aria-labelledby="says" {
                h2 #says { "What they are quoted as saying" }
                p.deck { (words::capital(&words::count(page.says.len(), "statement"))) ", in order of publication." }
                ol.says { @for said in &page.says { (saying(said, &page.documents)) } }
            }
            section aria-labelledby="claims" {
                h2 #claims { "Claims they take part in" }
                ul { @for claim in &page.claims { (note(claim)) } }
            }
        }
    }
}

fn saying(said: &Said, documents: &[DocumentCard]) -> Markup {
    let Some(card) = documents.iter().find(|d| d.number == said.document) else { return html! {} };
    let how = if said.quoted { "in quotation marks" } else { "in the report’s words" };
    html! {
        li {
            span.no { (card.number) }
            div {
                div.who { span { (outlet(card)) ", " (how) } span.dt { (published(card, Length::Short)) } }
                p.sent { (said.text) }
                p.foot {
                    span.k { (glyph(said.commitment)) (said.commitment.word()) }
                    a href=(quote_link(&card.id, said.span, &said.text, said.span.start)) { "in the document" }
                    @if let Some((id, title)) = &said.claim { a href=(to(Place::Claim(id.clone()))) { (title) } }
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
                span { (super::claims::standing(note.standing, &note.differs, note.open)) }
            }
        }
    }
}
