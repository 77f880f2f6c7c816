//! `/search`: one box over passages, claims, quotations and people.

// Only a browser searches: a page that the build writes has the box alone.
#![cfg_attr(not(feature = "csr"), allow(dead_code, unused_imports))]

mod answer;
mod boxed;
mod facets;
mod hits;
mod said;

use leptos::prelude::*;

pub(crate) use answer::{Answer, request};
pub(crate) use boxed::Offers;

use crate::page;
use crate::site::site;

/// How many results are shown before somebody asks for more.
pub(crate) const RESULTS: u32 = 20;

/// The search view. What it shows comes from the query in the link.
pub(crate) fn search() -> AnyView {
    let answer = RwSignal::new(Answer::Idle);
    let site = site();
    #[cfg(feature = "csr")]
    crate::finder::follow(answer);
    let manifest = site.manifest.clone();
    let route = site.route;
    let result = move || {
        answer.with(|answer| match answer {
            Answer::Idle => idle(&manifest),
            Answer::Failed(failure) => super::states::failed(failure),
            Answer::Found(response) if response.total == 0 => route.with(|r| said::nothing(r, response)),
            Answer::Found(response) => route.with(|r| found(r, response)),
        })
    };
    view! {
        <h1 class="vh">"Search"</h1>
        {boxed::boxed()}
        <noscript><p class="say">"Searching needs JavaScript. Without it, every claim and every document can be read from the lists."</p></noscript>
        {result}
    }
    .into_any()
}

/// Before anything is asked.
fn idle(manifest: &model::bundle::Manifest) -> AnyView {
    let over = format!(
        "Passages, claims, quotations and people of {}. Any word may match; the best come first.",
        page::reports(manifest)
    );
    let how = [
        ("\"exact words\"", "words that stand together"),
        ("-word", "without a word"),
        ("this OR that", "either of two"),
        ("outlet: person: kind:", "in one outlet, on one person, of one kind"),
        ("after:2024-06 before:2024-11", "published between two dates"),
    ];
    let row = |(key, does): (&'static str, &'static str)| view! { <dt><kbd>{key}</kbd></dt><dd>{does}</dd> }.into_any();
    view! {
        <div class="said"><p>{over}</p></div>
        <dl class="how">{how.map(row).into_iter().collect_view()}</dl>
    }
    .into_any()
}

fn found(route: &crate::route::Route, response: &search::Response) -> AnyView {
    let counted = crate::words::count(response.total as usize, "result");
    view! {
        {said::said(route, response)}
        <div class="search-grid">
            <details class="narrow"><summary>{format!("Narrow the {counted}")}</summary>{facets::facets(route, response)}</details>
            <div><h2 class="vh">"Results"</h2>
                <ol class="hits">{response.hits.iter().map(hits::hit).collect_view()}</ol>
                {more(route, response)}
            </div>
        </div>
    }
    .into_any()
}

/// A link to a longer list, where there is more.
fn more(route: &crate::route::Route, response: &search::Response) -> Option<AnyView> {
    let shown = response.hits.len() as u32;
    let rest = response.total.saturating_sub(shown);
    let next = (shown + RESULTS).to_string();
    let link = crate::site::href(&route.clone().with("n", next));
    (rest > 0).then(|| view! { <a class="more" href=link>{format!("Show more of the other {rest}")}</a> }.into_any())
}
