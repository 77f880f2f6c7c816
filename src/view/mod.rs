//! The views, each a function from its data to what stands on the page. What only shows data is a template; what
//! answers to hands and keys (search, the timeline) is made of components.

mod about;
mod cite;
mod claim;
mod claim_list;
mod claims;
mod compare;
mod differ;
mod document;
mod documents;
mod drawn;
mod expect;
mod legend;
mod overview;
mod people;
mod says;
pub(crate) mod search;
mod shell;
pub(crate) mod signs;
mod states;
mod timeline;

use std::sync::Arc;

use leptos::prelude::*;
use maud::{Markup, html};

use drawn::drawn;

use crate::page::Page;
use crate::route::Route;
use crate::site::site;

/// The whole of the page: masthead, view, colophon.
pub(crate) fn whole(page: RwSignal<Arc<Page>>, waiting: RwSignal<bool>) -> AnyView {
    shell::shell(page, move || one(page.get()), waiting)
}

/// The view for its data.
fn one(page: Arc<Page>) -> AnyView {
    match &*page {
        Page::Overview(overview) => overview::overview(overview),
        Page::Search => search::search(),
        Page::Timeline(timeline) => timeline::timeline(timeline),
        _ => {
            let route = site().route;
            drawn(move || route.with(|route| template(&page, route)))
        }
    }
}

/// The views that only show data.
fn template(page: &Page, route: &Route) -> Markup {
    match page {
        Page::Claims(claims, documents) => claims::claims(claims, documents, route),
        Page::Claim(page) => claim::claim(page),
        Page::Moved { from, to } => states::moved(from, to),
        Page::Documents(cards) => documents::documents(cards, route),
        Page::Document(page) => document::document(page, route),
        Page::Compare(left, right) => compare::compare(left, right, route),
        Page::People(people) => people::people(people),
        Page::Person(person) => people::person(person),
        Page::About(about) => about::about(about),
        Page::Unknown(unknown) => states::unknown(unknown),
        Page::Failed(failure) => states::failed(failure),
        // Components, above.
        Page::Overview(_) | Page::Search | Page::Timeline(_) => html! {},
    }
}

/// A link to more of a list, in steps of `step`: how many are shown is part of the address. Nothing where all are.
fn more(route: &Route, shown: usize, total: usize, step: usize) -> Markup {
    let rest = total.saturating_sub(shown);
    let next = crate::site::href(&route.clone().with("n", (shown + step).to_string()));
    html! { @if rest > 0 { a.more href=(next) { "Show more of the other " (rest) } } }
}

/// How many items of a list the address asks for: `step` where it says nothing.
fn asked(route: &Route, step: usize) -> usize {
    route.get("n").parse().unwrap_or(step).max(step)
}
