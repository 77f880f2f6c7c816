//! `/search`: one box over passages, claims, quotations and people.

// Only a browser searches: a page that the build writes has the box alone.
#![cfg_attr(not(feature = "csr"), allow(dead_code, unused_imports))]

mod boxed;
mod facets;
mod hits;
mod said;

use ::search::Response;
use leptos::prelude::*;
use maud::{Markup, html};

pub(crate) use boxed::boxed;

use super::drawn::drawn;
use super::more;
use crate::answer::{Answer, RESULTS, Told};
use crate::page;
use crate::route::Route;
use crate::site::{shown_route, site};
use crate::words;

/// The search view. What it shows comes from the query in the link.
pub(crate) fn search() -> AnyView {
    let told = Told { answer: RwSignal::new(Answer::Idle), searching: RwSignal::new(false) };
    #[cfg(feature = "csr")]
    crate::browser::finder::follow(told);
    let route = shown_route();
    let result = move || {
        told.answer.with(|answer| match answer {
            Answer::Idle => idle(),
            Answer::Failed(failure) => route.with(|r| super::failed(failure, r)),
            Answer::Found(response) if response.total == 0 => route.with(|r| said::nothing(r, response)),
            Answer::Found(response) => route.with(|r| found(r, response)),
        })
    };
    // One element for as long as the view is there: another one would not be read out.
    let status = move || {
        let searching = html! { p #searching.quiet { @if told.searching.get() { (SEARCHING) } } };
        let said = told.answer.with(|answer| match answer {
            Answer::Found(response) => route.with(|r| said::status(r, response)),
            Answer::Idle | Answer::Failed(_) => html! {},
        });
        html! { (searching) (said) }
    };
    view! {
        <h1 class="vh">{"Search"}</h1>
        {boxed(true)}
        <div class="said" role="status">{drawn(status)}</div>
        {drawn(result)}
    }
    .into_any()
}

/// What is said while there is no answer yet; the page's first script says it before there is a viewer.
const SEARCHING: &str = "Searching …";

/// What a query can have beside words.
const HOW: [(&str, &str); 6] = [
    ("\"exact words\"", "words that stand together"),
    ("-word, NOT word", "without a word"),
    ("this OR that, this AND that", "either of two, or both"),
    ("outlet: person: kind: commitment: year:", "as the choices beside the results are called"),
    ("who denied the sale", "what somebody denied, said or expects"),
    ("after:2024-06 before:2024-11", "published between two dates"),
];

/// Before anything is asked.
fn idle() -> Markup {
    html! {
        div.said {
            p {
                "Passages, claims, quotations and people of " (page::reports(&site().manifest))
                ". Any word may match; the best come first."
            }
        }
        dl.how { @for (key, does) in HOW { dt { kbd { (key) } } dd { (does) } } }
    }
}

fn found(route: &Route, response: &Response) -> Markup {
    html! {
        (said::orders(route))
        div.search-grid {
            details.narrow {
                summary { "Narrow the " (words::count(response.total as usize, "result")) }
                (facets::facets(route, response))
            }
            div {
                h2.vh { "Results" }
                ol.hits { @for hit in &response.hits { (hits::hit(hit)) } }
                (more(route, response.hits.len(), response.total as usize, RESULTS as usize))
            }
        }
    }
}
