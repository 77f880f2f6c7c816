//! `/about`: how it was made, what a machine decided and what a person did, the downloads.

use maud::{Markup, html};
use model::Original;
use model::bundle::{About, DocumentCard};

use super::legend;
use crate::page;
use crate::route::Place;
use crate::site::{site, to};
use crate::words;

/// The page on the site itself.
pub(crate) fn about(about: &About) -> Markup {
    let site = site();
    let m = &site.manifest;
    let counts = format!(
        "{} with {} in {}; {} have a page of their own.",
        words::capital(&page::reports(m)),
        words::count(m.statements as usize, "statement"),
        words::count(m.claims as usize, "claim"),
        words::count(m.people as usize, "person").replace("persons", "people"),
    );
    // The list of documents has the rest.
    let retold: Vec<(&DocumentCard, &Original)> =
        about.sources.iter().filter_map(|(card, original)| Some((card, original.as_ref()?))).collect();
    html! {
        h1 { "How this was made" }
        p.deck { (counts) }
        section.section.prose aria-labelledby="machine" {
            h2 #machine { "What a machine decided" }
            p { "A program marked the page furniture, cut the texts into sentences and statements, and noted for each who says it, on whose word, how firmly, and when. It put statements of different documents that say the same thing together as a claim, named the origin that each rests on as far as the text tells, and compared numbers, dates, places and quotations. The same texts give the same site, on any machine. It can be wrong: every datum is a link to its words, so that you can see for yourself." }
            p { "An origin is where a statement’s information first comes from, as far as the documents tell. Three outlets that retell one agency report are one origin. This measures independence, not truth; no outlet is scored." }
            p { "An expectation whose date has passed is not settled by that. Unless a later report here says that it happened, moved or was denied, it is “not resolved in this corpus”." }
        }
        section.section.prose aria-labelledby="person" {
            h2 #person { "What a person decided" }
            @if about.reviews.is_empty() {
                p { "Nothing: all of it is the machine’s." }
            } @else {
                ul.sources { @for decision in &about.reviews { li { (decision) } } }
            }
            // Where there are exports, there is a desk, which takes the documents from them.
            @if !about.exports.is_empty() {
                p { a href={ (site.root) "desk/#review" } { "Review this corpus" } ": set right what the machine got wrong, on your device." }
            }
        }
        section.section aria-labelledby="signs" { h2 #signs { "The signs" } div.signs { (legend::legend(true)) } }
        section.section aria-labelledby="sources" {
            h2 #sources { "The sources" }
            @if retold.is_empty() {
                p { a href=(to(Place::Documents)) { (page::reports(m)) } ", each with its outlet and day." }
            }
            ul.sources { @for (card, original) in retold { (source(card, original)) } }
        }
        // A site in one file, and one on the desk, have none.
        @if !about.exports.is_empty() {
            section.section aria-labelledby="downloads" {
                h2 #downloads { "Downloads" }
                p.deck { "Everything that is shown here. Offsets are Unicode code points, end exclusive; dates are EDTF. A feed reader or a calendar takes the address of its file." }
                ul.sources {
                    @for (path, bytes) in &about.exports {
                        li {
                            a href={ (site.root) (path) } download { (path) }
                            @if let Some(what) = export(path) { ": " (what) }
                            " " span.quiet { (size(*bytes)) }
                        }
                    }
                }
            }
        }
        section.section.prose aria-labelledby="made" {
            h2 #made { "What this site is made of" }
            p { "Free software and a free typeface: " a href={ (site.root) "licences.txt" } { "their licences" } "." }
        }
    }
}

fn source(card: &DocumentCard, original: &Original) -> Markup {
    html! {
        li {
            b.no { (card.number) } " " a href=(to(Place::Document(card.id.clone()))) { (card.title) }
            span.app {
                "retells " (named(original))
                @if let Some(digest) = &original.sha256 { " " span.digest { "SHA-256 " (digest) } }
            }
        }
    }
}

/// Title, outlet, authors and date of an original.
fn named(original: &Original) -> String {
    let named = [
        original.title.as_ref().map(|t| format!("“{t}”")),
        Some(original.outlet.clone().unwrap_or_else(|| "outlet unknown".to_owned())),
        (!original.authors.is_empty()).then(|| original.authors.join(", ")),
        original.published.clone(),
    ];
    named.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What a file of the exports holds, by its path.
fn export(path: &str) -> Option<&'static str> {
    Some(match path.strip_prefix("export/")? {
        "claims.json" => "claims with their statements, origins and differences",
        "stories.json" => "stories with their statements",
        "documents.json" => "documents with their texts",
        "timeline.json" => "what the timeline shows",
        "quotes.json" => "quotations, and how reports print one utterance",
        "claims.csv" => "a row a claim, for spreadsheets",
        "statements.csv" => "a row a statement, for spreadsheets",
        "claims.atom" => "a feed of claims as reports add to them",
        "due.ics" => "a calendar of what is due",
        "claims.jsonld" => "claims in the words of schema.org",
        "corpus.toml" => "what the corpus is called, and its names",
        "review.toml" => "what people decided",
        "annotations.jsonld" => "statements as web annotations",
        _ => return None,
    })
}

/// A file's size: `12 KB`, `3.4 MB`.
fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => {
            let tenths = bytes / 100_000;
            format!("{}.{} MB", tenths / 10, tenths % 10)
        }
    }
}
