//! The views, each a function from its data to what stands on the page. What only shows data is a template; what
//! answers to hands and keys (search, the timeline) is made of components.

mod about;
mod claim;
mod claim_list;
mod claims;
mod compare;
mod document;
mod documents;
mod drawn;
mod known;
mod legend;
mod overview;
mod people;
pub(crate) mod search;
mod shell;
pub(crate) mod signs;
mod states;
mod stories;
mod timeline;

use std::sync::Arc;

use leptos::prelude::*;
use maud::{Markup, html};
use model::Span;

use drawn::text;
pub(crate) use states::failed;

use crate::page::{Page, Shown};
use crate::quote;
use crate::route::Route;

/// The whole of the page: masthead, view, colophon.
pub(crate) fn whole(shown: RwSignal<Arc<Shown>>, note: RwSignal<&'static str>) -> AnyView {
    // What a component reads while it is made is no reason to make it anew: it follows the address by itself.
    let view = move || {
        let shown = shown.get();
        untrack(|| one(&shown))
    };
    shell::shell(view, note)
}

/// What answers to hands is made of components; the rest is text already.
fn one(shown: &Shown) -> AnyView {
    match shown {
        Shown::Text(html) => text(html.clone()),
        Shown::Search => search::search(),
        Shown::Timeline(timeline, legend) => timeline::timeline(timeline, legend),
        Shown::Strip(top, strip, rest) => {
            let strip = timeline::strip(strip);
            view! {
                {text(top.clone())}
                <section class="section" aria-labelledby="when">{text(overview::when().into_string())}{strip}</section>
                {text(rest.clone())}
            }
            .into_any()
        }
    }
}

/// Draws a page in a state, as far as it only shows data.
pub(crate) fn draw(page: &Page, route: &Route) -> Shown {
    match page {
        Page::Search => Shown::Search,
        Page::Timeline(timeline) => {
            let below = html! { (timeline::legend(timeline)) (claims::offered(&timeline.documents, route)) };
            Shown::Timeline(timeline.clone(), below.into_string())
        }
        Page::Overview(overview, all) => overview::draw(overview, all.as_deref(), route),
        Page::Story(story) => stories::draw(story, route),
        _ => Shown::Text(template(page, route).into_string()),
    }
}

/// What offers the link to words that a reader has marked in a page; nothing where it has no words to mark.
pub(crate) fn offered(page: &Page, marked: Span) -> String {
    let Page::Document(page) = page else { return String::new() };
    let link = quote::marked(&page.card.id, &page.document.text, marked);
    // The page that the words are copied from knows its own address.
    link.split_once('?')
        .map_or_else(String::new, |(_, state)| document::offered(page, marked, &format!("?{state}")).into_string())
}

/// The views that only show data.
fn template(page: &Page, route: &Route) -> Markup {
    match page {
        Page::Stories(list) => stories::stories(list, route),
        Page::Claims(page) => claims::claims(page, route),
        Page::Claim(page) => claim::claim(page, route),
        Page::NotYet { place, day, first } => states::not_yet(place, *day, *first),
        Page::Moved { from, to } => states::moved(from, to, route),
        Page::Documents(cards) => documents::documents(cards, route),
        Page::Document(page) => document::document(page, route),
        Page::Compare(left, right, all) => compare::compare(left, right, all, route),
        Page::People(people) => people::people(people, route),
        Page::Person(person) => people::person(person, route),
        Page::About(about) => about::about(about),
        Page::Unknown(unknown) => states::unknown(unknown),
        Page::Failed(failure) => failed(failure, route),
        // Above.
        Page::Overview(..) | Page::Story(_) | Page::Search | Page::Timeline(_) => html! {},
    }
}

/// A link to more of a list, in steps of `step`: how many are shown is part of the address. Nothing where all are.
fn more(route: &Route, shown: usize, total: usize, step: usize) -> Markup {
    let rest = total.saturating_sub(shown);
    let next = crate::site::href(&route.clone().with("n", (shown + step).to_string()));
    html! { @if rest > 0 { a.more href=(next) { (rest) " more" } } }
}

/// What saves a picture of what is shown: the page's script draws it (style/picture.js).
fn pictures() -> Markup {
    html! {
        button.textbtn type="button" data-picture="svg" { "Save as SVG" }
        button.textbtn type="button" data-picture="png" { "Save as PNG" }
    }
}

/// What a link to the claim of some words says: its title, but not where that is these words over again.
fn beside<'a>(title: &'a str, words: &str) -> &'a str {
    let own = title.trim_matches(['“', '”', '.', '…', ' ']);
    let plain =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let (words, own) = (plain(words), plain(own));
    if words.contains(&own) || own.contains(&words) { "its claim" } else { title }
}

/// How many items of a list the address asks for: `step` where it says nothing.
fn asked(route: &Route, step: usize) -> usize {
    route.get("n").parse().unwrap_or(step).max(step)
}
