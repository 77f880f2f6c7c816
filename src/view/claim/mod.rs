//! `/claims/<id>`: one claim, what each report says, why they count as so many origins, where they differ.

mod course;
mod differ;
mod expect;
mod says;

use maud::{Markup, html};
use model::bundle::{ClaimPage, DocumentCard, PerhapsCard};
use model::order;
use model::{ClaimOrigin, Commitment, Day, Tie, TieKind};

use crate::copies;
use crate::page::differences;
use crate::route::{Place, Route};
use crate::site::{bare, site, to};
use crate::view::signs::{document_ref, glyph, outlet, published, quote_link};
use crate::view::{beside, claim_list, pictures};
use crate::words::{self, Length};

/// The card of the document with this index.
pub(crate) fn card(page: &ClaimPage, index: u32) -> Option<&DocumentCard> {
    page.documents.iter().find(|card| card.number == index + 1)
}

/// One claim.
pub(crate) fn claim(page: &ClaimPage, route: &Route) -> Markup {
    let claim = &page.claim;
    let (articles, origins) = (claim.articles(), claim.count_origins());
    let why =
        if origins == 1 { "Why one origin".to_owned() } else { format!("Why {} origins", words::number(origins)) };
    html! {
        nav.quiet aria-label="Where you are" {
            a href=(to(Place::Claims)) { "Claims" }
            @if let Some((id, title)) = &page.story { ", in the story " a href=(to(Place::Story(id.clone()))) { (title) } }
        }
        div.claim-head {
            h1 { (claim.title) }
            p.verdict {
                strong { (words::count(articles, "article")) ", " (words::count(origins, "origin")) @if articles == 1 && origins > 1 { " in it" } }
                (verdict(page))
            }
            (reviews(&claim.reviews))
            @if let Some(day) = route.known() { (as_known(page, day)) }
        }
        div.claim-grid {
            section aria-labelledby="says" {
                h2 #says { @if articles == 1 { "What the report says" } @else { "What each report says" } }
                p.deck {
                    "In order of publication. The line above each sentence runs from the outlet to the source it rests on; a dashed step is inferred. The "
                    em.cue { "marked words" } " show whose word it is and how firm."
                    @if let Some(said) = retold(page) { " " (said) }
                }
                (says::says(page))
                (actions(page))
            }
            div {
                section aria-labelledby="why" {
                    h2 #why { (why) }
                    ul.origins { @for origin in &claim.origins { (self::origin(page, origin)) } }
                    p.quiet.note { "Origins measure independence. They do not say who is right." }
                }
                (expect::expectation(page))
                (course::drawn(page))
            }
            (differ::discrepancies(page))
            (differ::drift(page))
            (perhaps(page))
            @if !page.related.is_empty() {
                section.wide aria-labelledby="related" {
                    h2 #related { "Claims beside it" }
                    ul.claims { @for card in &page.related { (claim_list::item(card)) } }
                }
            }
        }
    }
}

/// That this is the claim as known on a day, and of which of its reports.
fn as_known(page: &ClaimPage, day: Day) -> Markup {
    let makes = |card: &&DocumentCard| page.statements.iter().any(|said| said.document == card.number);
    let out = page.documents.iter().filter(makes).count();
    html! {
        p.known {
            span { "As known on " b { (words::day(day, Length::Long)) } ", from " (words::count(out, "report")) " that " (if out == 1 { "was" } else { "were" }) " out." }
            a href=(bare(&Place::Claim(page.claim.id.clone()).route())) { "As all reports tell it" }
        }
    }
}

/// That what is said here is retold, where its documents are briefs.
fn retold(page: &ClaimPage) -> Option<String> {
    let mut documents: Vec<u32> = page.statements.iter().map(|said| said.document).collect();
    documents.dedup();
    let brief = |&&number: &&u32| page.documents.iter().any(|card| card.number == number && card.brief);
    let briefs = documents.iter().filter(brief).count();
    match briefs {
        0 => None,
        n if n == documents.len() => Some("All of it is retold: these are briefs in our own words.".to_owned()),
        n => Some(format!(
            "{} of them {} a brief: it is retold in our own words.",
            words::capital(&words::number(n)),
            if n == 1 { "is" } else { "are each" }
        )),
    }
}

/// What perhaps says the same: apart, and counted for nothing.
fn perhaps(page: &ClaimPage) -> Markup {
    html! {
        @if !page.perhaps.is_empty() {
            section.wide aria-labelledby="perhaps" {
                h2 #perhaps { "Perhaps the same" }
                p.deck { "Statements of other claims that may say the same thing. They are not counted here." }
                ol.says { @for said in &page.perhaps { (perhaps_said(page, said)) } }
            }
        }
    }
}

fn perhaps_said(page: &ClaimPage, said: &PerhapsCard) -> Markup {
    let Some(card) = page.documents.iter().find(|card| card.number == said.document) else { return html! {} };
    html! {
        li {
            span.no { (card.number) }
            div {
                div.who {
                    span { (outlet(card)) @if !said.by.is_empty() { ", " (said.by) } }
                    span.dt { (published(card, Length::Short)) }
                }
                p.sent { (said.text) }
                p.foot {
                    span.k { (glyph(said.commitment)) (said.commitment.word()) }
                    a href=(quote_link(&card.id, said.at, &said.text, said.at.start)) { "in the document" }
                    a href=(to(Place::Claim(said.claim.clone()))) { (beside(&said.title, &said.text)) }
                }
            }
        }
    }
}

/// What a person decided; folded where it is more than a line.
fn reviews(reviews: &[String]) -> Markup {
    html! {
        @match reviews {
            [] => {}
            [one] => p.quiet.reviewed { "A person decided: " (one) },
            several => details.quiet.reviewed {
                summary { "A person decided " (words::number(several.len())) " things here" }
                ul { @for decision in several { li { (decision) } } }
            },
        }
    }
}

/// How firmly it is said, on what its statements differ, whether it is open.
fn verdict(page: &ClaimPage) -> Markup {
    let claim = &page.claim;
    let mut counts: Vec<(Commitment, Vec<u32>)> = Vec::new();
    for said in &page.statements {
        match counts.iter_mut().find(|(c, _)| *c == said.statement.commitment) {
            Some((_, documents)) if documents.contains(&said.document) => {}
            Some((_, documents)) => documents.push(said.document),
            None => counts.push((said.statement.commitment, vec![said.document])),
        }
    }
    order::sort_by_key(&mut counts, |(c, _)| *c);
    let articles = claim.articles();
    let by = |commitment: Commitment, documents: &[u32]| match documents.len() {
        n if n == articles && n > 2 => format!("{} by all {}", commitment.word(), words::number(n)),
        n if n == articles => commitment.word().to_owned(),
        _ => {
            let numbers: Vec<String> = documents.iter().map(u32::to_string).collect();
            format!("{} in {}", commitment.word(), words::list(&numbers))
        }
    };
    let kinds = differences(&claim.discrepancies.iter().filter(|d| !d.update).map(|d| d.kind).collect::<Vec<_>>());
    html! {
        @for (commitment, documents) in &counts { span { (glyph(*commitment)) " " (by(*commitment, documents)) } }
        @if !kinds.is_empty() { span { "They differ on " (words::list(&kinds)) } }
        @if claim.open { span { "Not resolved in this corpus" } }
    }
}

/// One origin with its reason, and the words that tie its documents.
fn origin(page: &ClaimPage, origin: &ClaimOrigin) -> Markup {
    let numbers: Vec<String> = origin.documents.iter().map(|d| (d + 1).to_string()).collect();
    let label = if numbers.len() == 1 { "document " } else { "documents " };
    html! {
        li {
            span.docsof { span.vh { (label) } (numbers.join(", ")) }
            b { (origin.name) } @if origin.denies { " " (glyph(Commitment::Denied)) }
            p { (origin.why) }
            @if !origin.ties.is_empty() {
                details {
                    summary { (words::count(origin.ties.len(), "tie")) }
                    ul.ties { @for tie in &origin.ties { (self::tie(page, tie)) } }
                }
            }
        }
    }
}

fn tie(page: &ClaimPage, tie: &Tie) -> Markup {
    let (Some(a), Some(b)) = (card(page, tie.a.0), card(page, tie.b.0)) else { return html! {} };
    let what = match tie.kind {
        TieKind::Upstream => "rest on the same source",
        TieKind::Quotation => "carry the same quotation",
        TieKind::Reuse => "run together word by word",
        TieKind::Credit => "share a credit and a named source",
        TieKind::Review => "were tied by a person",
    };
    html! { li { (document_ref(a, Some(tie.a.1))) " and " (document_ref(b, Some(tie.b.1))) " " (what) } }
}

/// Copying the claim as text with its sources, or its link; pinning it; a picture of it.
fn actions(page: &ClaimPage) -> Markup {
    html! {
        div.acts {
            button.textbtn type="button" data-act="copy" data-text=(copies::claim(page)) { "Copy as text with sources" }
            button.textbtn type="button" data-act="copy" data-text=(copies::LINK) { "Copy link" }
            button.textbtn type="button" data-act="copy" data-text=(copies::claim_citation(page, &site().manifest.title)) { "Copy citation" }
            button.textbtn type="button" data-act="pin" data-value=(page.claim.id) { "Pin" span.vh { " to the reading list" } }
            button.textbtn type="button" data-act="list" { "Reading list" }
            (pictures())
            span.quiet role="status" {}
        }
    }
}
