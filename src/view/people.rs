//! `/people` and `/people/<id>`: who is quoted, and what each is quoted as saying.

use leptos::prelude::*;
use model::bundle::{ClaimNote, DocumentCard, PersonCard, PersonPage, Said};

use super::signs::{glyph, outlet, published, spread, words_link};
use crate::route::Place;
use crate::site::to;
use crate::words::{self, Length};

/// Everybody who is quoted, the most quoted first.
pub(crate) fn people(people: &[PersonCard]) -> AnyView {
    let row = |card: &PersonCard| {
        view! {
            <li class="cl">
                <a href=to(Place::Person(card.id.clone()))>{card.name.clone()}</a>
                <p class="app">
                    {(!card.role.is_empty()).then(|| view! { <span>{card.role.clone()}</span> })}
                    <span>{format!("{} in {}", words::count(card.says as usize, "statement"), words::count(card.documents.len(), "report"))}</span>
                </p>
            </li>
        }
        .into_any()
    };
    let none = people.is_empty().then(|| view! { <p class="quiet">"Nobody is quoted by name in this corpus."</p> });
    view! {
        <h1>"People, and what they are quoted as saying"</h1>
        <p class="deck">"Whoever a statement rests on by name, the most quoted first."</p>
        {none}
        <ul class="people">{people.iter().map(row).collect_view()}</ul>
    }
    .into_any()
}

/// One person.
pub(crate) fn person(page: &PersonPage) -> AnyView {
    let entity = &page.entity;
    let aliases = (!entity.aliases.is_empty())
        .then(|| view! { <p class="quiet">{format!("Also named: {}", entity.aliases.join("; "))}</p> });
    let said = page.says.iter().map(|said| saying(said, &page.documents)).collect_view();
    let claims = page.claims.iter().map(note).collect_view();
    view! {
        <nav aria-label="Where you are" class="quiet"><a href=to(Place::People)>"People"</a></nav>
        <h1>{entity.name.clone()}</h1>
        <p class="deck">{page.role.clone()}</p>
        {aliases}
        <div class="claim-grid">
            <section aria-labelledby="says"><h2 id="says">"What they are quoted as saying"</h2>
                <p class="deck">{format!("{}, in order of publication.", words::capital(&words::count(page.says.len(), "statement")))}</p>
                <ol class="says">{said}</ol>
            </section>
            <section aria-labelledby="claims"><h2 id="claims">"Claims they take part in"</h2><ul>{claims}</ul></section>
        </div>
    }
    .into_any()
}

fn saying(said: &Said, documents: &[DocumentCard]) -> Option<AnyView> {
    let card = documents.iter().find(|d| d.number == said.document)?;
    let how = if said.quoted { "in quotation marks" } else { "in the report’s words" };
    let claim =
        said.claim.as_ref().map(|(id, title)| view! { <a href=to(Place::Claim(id.clone()))>{title.clone()}</a> });
    Some(
        view! {
            <li><span class="no">{card.number}</span><div>
                <div class="who"><span>{outlet(card)}", "{how}</span><span class="dt">{published(card, Length::Short)}</span></div>
                <p class="sent">{said.text.clone()}</p>
                <p class="foot"><span class="k">{glyph(said.commitment)}{said.commitment.word()}</span><a href=words_link(&card.id, said.span)>"in the document"</a>{claim}</p>
            </div></li>
        }
        .into_any(),
    )
}

fn note(note: &ClaimNote) -> AnyView {
    view! {
        <li class="cl"><a href=to(Place::Claim(note.id.clone()))>{note.title.clone()}</a><p class="app"><span>{spread(note.articles, note.origins)}</span><span>{super::claims::standing(note.standing, &note.differs, note.open)}</span></p></li>
    }
    .into_any()
}
