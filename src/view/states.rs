//! When there is nothing, or not yet: what happened, what is still true, what to do next.

use leptos::prelude::*;
use model::bundle::ClaimPage;

use super::{claim, claim_list};
use crate::page::{Failure, Unknown};
use crate::route::Place;
use crate::site::{site, to};

/// A corpus without a document.
pub(crate) fn empty() -> AnyView {
    view! {
        <div class="box">
            <h1>"This corpus has no reports yet"</h1>
            <p class="say">"The site was built from a folder without a readable document."</p>
            <p><a href=to(Place::About)>"How a corpus is made"</a></p>
        </div>
    }
    .into_any()
}

/// A path, or an id, that there is not.
pub(crate) fn unknown(unknown: &Unknown) -> AnyView {
    let heading = match unknown.what {
        "page" => "There is no such page here".to_owned(),
        what => format!("There is no {what} “{}” here", unknown.id),
    };
    let near = match unknown.near.len() {
        0 => "The link may come from another corpus or be cut short.".to_owned(),
        1 => "The link may come from another corpus or be cut short. One claim has an id that begins the same way:"
            .to_owned(),
        n => format!(
            "The link may come from another corpus or be cut short. {} claims have an id that begins the same way:",
            crate::words::capital(&crate::words::number(n))
        ),
    };
    view! {
        <div class="box">
            <h1>{heading}</h1>
            <p class="say">{near}</p>
            <ul>{unknown.near.iter().map(claim_list::item).collect_view()}</ul>
            {search_form()}
            {ways()}
        </div>
    }
    .into_any()
}

/// A claim that is part of another now, with the whole of that one.
pub(crate) fn moved(from: &str, page: &ClaimPage) -> AnyView {
    view! {
        <p class="box moved" role="status">{format!("The claim “{from}” is now part of this one; its links lead here.")}</p>
        {claim::claim(page)}
    }
    .into_any()
}

/// Data that did not load.
pub(crate) fn failed(failure: &Failure) -> AnyView {
    let again = site().route.with_untracked(crate::site::href);
    view! {
        <div class="box" role="alert">
            <h1>{failure.heading()}</h1>
            <p class="say">{failure.sentence()}</p>
            {failure.file().map(|file| view! { <pre>{file}</pre> })}
            <p>"This happens when a page from before a rebuild is still open. "<a href=again target="_self">"Load the page again"</a>" or go on with "<a href=to(Place::Documents)>"the documents"</a>"."</p>
        </div>
    }
    .into_any()
}

fn search_form() -> AnyView {
    view! {
        <form class="find find-big" role="search" action=to(Place::Search)>
            <label class="vh" for="q">"Search the reports instead"</label>
            <input id="q" name="q" type="search" placeholder="Search the reports instead" autocomplete="off"/>
        </form>
    }
    .into_any()
}

fn ways() -> AnyView {
    view! {
        <p><a href=to(Place::Overview)>"The overview"</a>", "<a href=to(Place::Claims)>"all claims"</a>", "<a href=to(Place::Documents)>"all documents"</a></p>
    }
    .into_any()
}
