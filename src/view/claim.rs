//! `/claims/<id>`: one claim, what each report says, why they count as so many origins, where they differ.

use leptos::prelude::*;
use model::bundle::{ClaimPage, DocumentCard};
use model::{ClaimOrigin, Commitment, Tie, TieKind};

use super::signs::{document_ref, glyph};
use super::{claim_list, differ, expect, says};
use crate::page::differences;
use crate::route::Place;
use crate::site::{site, to};
use crate::words;

/// The card of the document with this index.
pub(crate) fn card(page: &ClaimPage, index: u32) -> Option<&DocumentCard> {
    page.documents.iter().find(|card| card.number == index + 1)
}

/// One claim.
pub(crate) fn claim(page: &ClaimPage) -> AnyView {
    let claim = &page.claim;
    let title = claim.title.clone();
    let (articles, origins) = (claim.articles(), claim.origins.len());
    let why =
        if origins == 1 { "Why one origin".to_owned() } else { format!("Why {} origins", words::number(origins)) };
    let reviewed = (!claim.reviews.is_empty()).then(|| {
        view! { <p class="quiet reviewed">{format!("A person decided: {}", claim.reviews.join("; "))}</p> }
    });
    let related = (!page.related.is_empty()).then(|| {
        view! {
            <section class="wide" aria-labelledby="related"><h2 id="related">"Claims beside it"</h2><ul class="claims">{page.related.iter().map(claim_list::item).collect_view()}</ul></section>
        }
    });
    view! {
        <nav aria-label="Where you are" class="quiet"><a href=to(Place::Claims)>"Claims"</a>{format!(", {} of {}", page.place, site().manifest.claims)}</nav>
        <div class="claim-head"><h1>{title}</h1>
            <p class="verdict"><strong>{format!("{}, {}", words::count(articles, "article"), words::count(origins, "origin"))}</strong>{verdict(page)}</p>
            {reviewed}
        </div>
        <div class="claim-grid">
            <section aria-labelledby="says"><h2 id="says">{if articles == 1 { "What the report says" } else { "What each report says" }}</h2>
                <p class="deck">"In order of publication. The line above each sentence runs from the outlet to the source it rests on; a dashed step is inferred. The "<em class="cue">"marked words"</em>" show whose word it is and how firm."</p>
                {says::says(page)}
                {actions(page)}
            </section>
            <div>
                <section aria-labelledby="why"><h2 id="why">{why}</h2>
                    <ul class="origins">{claim.origins.iter().map(|origin| self::origin(page, origin)).collect_view()}</ul>
                    <p class="quiet note">"Origins measure independence. They do not say who is right."</p>
                </section>
                {expect::expectation(page)}
            </div>
            {differ::discrepancies(page)}
            {differ::drift(page)}
            {related}
        </div>
    }
    .into_any()
}

/// How firmly it is said, on what its statements differ, whether it is open.
fn verdict(page: &ClaimPage) -> AnyView {
    let claim = &page.claim;
    let mut counts: Vec<(Commitment, Vec<u32>)> = Vec::new();
    for said in &page.statements {
        match counts.iter_mut().find(|(c, _)| *c == said.statement.commitment) {
            Some((_, documents)) if documents.contains(&said.document) => {}
            Some((_, documents)) => documents.push(said.document),
            None => counts.push((said.statement.commitment, vec![said.document])),
        }
    }
    counts.sort_by_key(|(c, _)| *c);
    let articles = claim.articles();
    let commitment = |(commitment, documents): (Commitment, Vec<u32>)| {
        let by = match documents.len() {
            n if n == articles && n > 2 => format!("{} by all {}", commitment.word(), words::number(n)),
            n if n == articles => commitment.word().to_owned(),
            _ => format!(
                "{} in {}",
                commitment.word(),
                words::list(&documents.iter().map(u32::to_string).collect::<Vec<_>>())
            ),
        };
        view! { <span>{glyph(commitment)}" "{by}</span> }.into_any()
    };
    let kinds = differences(&claim.discrepancies.iter().filter(|d| !d.update).map(|d| d.kind).collect::<Vec<_>>());
    let differ =
        (!kinds.is_empty()).then(|| view! { <span>{format!("They differ on {}", words::list(&kinds))}</span> });
    let open = claim.open.then(|| view! { <span>"Not resolved in this corpus"</span> });
    view! { {counts.into_iter().map(commitment).collect_view()}{differ}{open} }.into_any()
}

/// One origin with its reason, and the words that tie its documents.
fn origin(page: &ClaimPage, origin: &ClaimOrigin) -> AnyView {
    let numbers: Vec<String> = origin.documents.iter().map(|d| (d + 1).to_string()).collect();
    let label = if numbers.len() == 1 { "document " } else { "documents " };
    let ties = origin.ties.iter().filter_map(|tie| self::tie(page, tie)).collect_view();
    let unfolded = (!origin.ties.is_empty()).then(|| {
        view! { <details><summary>{words::count(origin.ties.len(), "tie")}</summary><ul class="ties">{ties}</ul></details> }
    });
    view! {
        <li><span class="docsof"><span class="vh">{label}</span>{numbers.join(", ")}</span><b>{origin.name.clone()}</b><p>{origin.why.clone()}</p>{unfolded}</li>
    }
    .into_any()
}

fn tie(page: &ClaimPage, tie: &Tie) -> Option<AnyView> {
    let (a, b) = (card(page, tie.a.0)?, card(page, tie.b.0)?);
    let what = match tie.kind {
        TieKind::Upstream => "name the same source",
        TieKind::Quotation => "carry the same quotation",
        TieKind::Reuse => "run together word by word",
        TieKind::Credit => "share a credit and a named source",
        TieKind::Review => "were tied by a person",
    };
    let (left, right) = (document_ref(a, Some(tie.a.1)), document_ref(b, Some(tie.b.1)));
    Some(view! { <li>{left}" and "{right}" "{what}</li> }.into_any())
}

/// Copying the claim as text with its sources, or its link.
fn actions(page: &ClaimPage) -> AnyView {
    let (text, link) = (as_text(page), Place::Claim(page.claim.id.clone()));
    let said = RwSignal::new("");
    let copy_text = move |_| copy(text.clone(), said, "Copied as text.");
    let copy_link = move |_| copy(absolute(&link), said, "Link copied.");
    view! {
        <div class="acts">
            <button class="textbtn" type="button" on:click=copy_text>"Copy as text with sources"</button>
            <button class="textbtn" type="button" on:click=copy_link>"Copy link"</button>
            <span role="status" class="quiet">{said}</span>
        </div>
    }
    .into_any()
}

/// The claim as plain text: the title, the spread, then every statement with its source.
pub(crate) fn as_text(page: &ClaimPage) -> String {
    let claim = &page.claim;
    let mut text = format!(
        "{}\n{}, {}\n",
        claim.title,
        words::count(claim.articles(), "article"),
        words::count(claim.origins.len(), "origin")
    );
    for said in &page.statements {
        let card = page.documents.iter().find(|d| d.number == said.document);
        let outlet = card.and_then(|c| c.outlet.clone()).unwrap_or_else(|| "outlet unknown".to_owned());
        let date = card
            .and_then(|c| c.published.as_ref())
            .map_or_else(|| "no date".to_owned(), |w| words::when(w, words::Length::Long));
        let title = card.map_or("", |c| c.title.as_str());
        let holders: Vec<&str> = said.statement.holders.iter().map(|h| h.name.as_str()).collect();
        text.push_str(&format!(
            "\n“{}”\n  {} ({}), “{title}”, {outlet}, {date}\n",
            said.sentence,
            said.statement.commitment.word(),
            holders.join(" → ")
        ));
    }
    text
}

/// The address of a view as it can be sent.
pub(crate) fn absolute(place: &Place) -> String {
    #[cfg(feature = "csr")]
    let origin = window().location().origin().unwrap_or_default();
    #[cfg(not(feature = "csr"))]
    let origin = String::new();
    format!("{origin}{}{}", site().root, place.path())
}

/// Puts `text` on the clipboard, and says so.
pub(crate) fn copy(text: String, said: RwSignal<&'static str>, done: &'static str) {
    #[cfg(feature = "csr")]
    leptos::task::spawn_local(async move {
        let written = wasm_bindgen_futures::JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
        said.set(if written.is_ok() { done } else { "The browser did not allow it." });
    });
    #[cfg(not(feature = "csr"))]
    let _ = (text, said, done);
}
