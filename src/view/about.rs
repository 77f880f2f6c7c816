//! `/about`: how it was made, what a machine decided and what a person did, the downloads.

use leptos::prelude::*;
use model::Original;
use model::bundle::{About, DocumentCard};

use super::legend;
use crate::page;
use crate::route::Place;
use crate::site::{site, to};
use crate::words;

/// The page on the site itself.
pub(crate) fn about(about: &About) -> AnyView {
    let site = site();
    let m = &site.manifest;
    let counts = format!(
        "{} with {} in {}; {} have a page of their own.",
        words::capital(&page::reports(m)),
        words::count(m.statements as usize, "statement"),
        words::count(m.claims as usize, "claim"),
        words::count(m.people as usize, "person").replace("persons", "people"),
    );
    view! {
        <h1>"How this was made"</h1>
        <p class="deck">{counts}</p>
        <section class="section prose" aria-labelledby="machine">
            <h2 id="machine">"What a machine decided"</h2>
            <p>"A program marked the page furniture, cut the texts into sentences and statements, and noted for each who says it, on whose word, how firmly, and when. It put statements of different documents that say the same thing together as a claim, named the origin that each rests on as far as the text tells, and compared numbers, dates, places and quotations. The same texts give the same site, on any machine. It can be wrong: every datum is a link to its words, so that you can see for yourself."</p>
            <p>"An origin is where a statement’s information first comes from, as far as the documents tell. Three outlets that retell one agency report are one origin. This measures independence, not truth; no outlet is scored."</p>
            <p>"An expectation whose date has passed is not settled by that. Unless a later report here says that it happened, moved or was denied, it is “not resolved in this corpus”."</p>
        </section>
        <section class="section prose" aria-labelledby="person">
            <h2 id="person">"What a person decided"</h2>
            {reviews(&about.reviews)}
        </section>
        <section class="section" aria-labelledby="signs"><h2 id="signs">"The signs"</h2><div class="signs">{legend::legend()}</div></section>
        <section class="section" aria-labelledby="sources">
            <h2 id="sources">"The sources"</h2>
            <ul class="sources">{about.sources.iter().map(source).collect_view()}</ul>
        </section>
        <section class="section" aria-labelledby="downloads">
            <h2 id="downloads">"Downloads"</h2>
            <p class="deck">"Everything that is shown here, as JSON. Offsets are Unicode code points, end exclusive; dates are EDTF."</p>
            <ul class="sources">{about.exports.iter().map(|(path, bytes)| view! {
                <li><a href=format!("{}{path}", site.root) download="">{path.clone()}</a>" "<span class="quiet">{size(*bytes)}</span></li>
            }).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn reviews(reviews: &[String]) -> AnyView {
    if reviews.is_empty() {
        return view! { <p>"Nothing: all of it is the machine’s."</p> }.into_any();
    }
    view! { <ul class="sources">{reviews.iter().map(|r| view! { <li>{r.clone()}</li> }).collect_view()}</ul> }
        .into_any()
}

fn source((card, original): &(DocumentCard, Option<Original>)) -> AnyView {
    let facts = original.as_ref().map(|o| {
        let named = [
            o.title.as_ref().map(|t| format!("“{t}”")),
            Some(o.outlet.clone().unwrap_or_else(|| "outlet unknown".to_owned())),
            (!o.authors.is_empty()).then(|| o.authors.join(", ")),
            o.published.clone(),
        ];
        let named: Vec<String> = named.into_iter().flatten().collect();
        let digest = o.sha256.as_ref().map(|d| view! { " "<span class="digest">"SHA-256 "{d.clone()}</span> });
        view! { <span class="app">"retells "{named.join(", ")}{digest}</span> }
    });
    view! {
        <li><b class="no">{card.number}</b>" "<a href=to(Place::Document(card.id.clone()))>{card.title.clone()}</a>{facts}</li>
    }
    .into_any()
}

/// A file's size: `12 KB`, `3.4 MB`.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{:.1} MB", bytes as f64 / 1_000_000.0),
    }
}
