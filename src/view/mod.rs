//! The views, each a function from its data to what stands on the page.

mod about;
mod cite;
mod claim;
mod claim_list;
mod claims;
mod compare;
mod differ;
mod document;
mod documents;
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

use crate::page::Page;

/// The whole of the page: masthead, view, colophon.
pub(crate) fn whole(page: RwSignal<Arc<Page>>, waiting: RwSignal<bool>) -> AnyView {
    shell::shell(move || page.with(|page| page.section()), move || one(&page.get()), waiting)
}

/// The view for its data.
pub(crate) fn one(page: &Page) -> AnyView {
    match page {
        Page::Overview(overview) => overview::overview(overview),
        Page::Search => search::search(),
        Page::Timeline(timeline) => timeline::timeline(timeline),
        Page::Claims(claims, documents) => claims::claims(claims, documents),
        Page::Claim(page) => claim::claim(page),
        Page::Moved { from, to } => states::moved(from, to),
        Page::Documents(cards) => documents::documents(cards),
        Page::Document(page) => document::document(page),
        Page::Compare(left, right) => compare::compare(left, right),
        Page::People(people) => people::people(people),
        Page::Person(person) => people::person(person),
        Page::About(about) => about::about(about),
        Page::Unknown(unknown) => states::unknown(unknown),
        Page::Failed(failure) => states::failed(failure),
    }
}
