//! What was searched, in words: how many were found, what was mended, what was left out.

use leptos::prelude::*;
use search::{Correction, Response};

use crate::route::{Place, Route};
use crate::site::{href, site, to};
use crate::words;

/// Bold words in a row.
fn bold(items: &[String]) -> AnyView {
    items
        .iter()
        .enumerate()
        .map(|(i, item)| {
            let between = (i > 0).then_some(", ");
            view! { {between}<b>{item.clone()}</b> }
        })
        .collect_view()
        .into_any()
}

/// The orders, as in `sort=`, with their names.
const SORT: [(&str, &str); 3] = [("", "best first"), ("newest", "newest first"), ("oldest", "oldest first")];

/// What the results are.
pub(crate) fn said(route: &Route, response: &Response) -> AnyView {
    let total = words::count(response.total as usize, "result");
    let at_least = if response.complete { "" } else { "at least " };
    let documents =
        (response.documents > 0).then(|| format!(" in {}", words::count(response.documents as usize, "document")));
    let order = |(sort, name): (&'static str, &'static str)| {
        let current = (route.get("sort") == sort).then_some("true");
        view! { <a href=href(&route.clone().with("sort", sort)) aria-current=current>{name}</a> }.into_any()
    };
    view! {
        <div class="said" role="status"><p>{at_least}<b>{total}</b>{documents}"."</p>{notes(route, response)}</div>
        <div class="choices order" role="group" aria-label="Order"><span class="lab">"Order"</span>{SORT.map(order).into_iter().collect_view()}</div>
    }
    .into_any()
}

fn notes(route: &Route, response: &Response) -> AnyView {
    let mended = |correction: &Correction| {
        view! { "Read "<b>{format!("“{}”", correction.typed)}</b>" as "<b>{correction.read.clone()}</b>": no report has the word as typed. " }.into_any()
    };
    let exact = (!response.corrections.is_empty()).then(|| {
        view! { <a href=href(&route.clone().with("exact", "1"))>"Search exactly as typed"</a> }
    });
    let left_out = (!response.left_out.is_empty()).then(|| view! { "Left out: "{bold(&response.left_out)}". " });
    let unknown = (!response.unknown.is_empty()).then(|| view! { "In no report: "{bold(&response.unknown)}". " });
    let relaxed = (!response.relaxed.is_empty()).then(|| view! { "Nowhere together: "{bold(&response.relaxed)}". " });
    let any = exact.is_some() || left_out.is_some() || unknown.is_some() || relaxed.is_some();
    let mendings = response.corrections.iter().map(mended).collect_view();
    any.then(|| view! { <p>{mendings}{relaxed}{unknown}{left_out}{exact}</p> }).into_any()
}

/// When nothing was found: why, and what to try.
pub(crate) fn nothing(route: &Route, response: &Response) -> AnyView {
    let reports = crate::page::reports(&site().manifest);
    let filters: Vec<&str> =
        ["kind", "outlet", "commitment", "year"].into_iter().filter(|key| !route.get(key).is_empty()).collect();
    let without = filters.iter().fold(route.clone(), |r, key| r.with(key, ""));
    let filtered = (!filters.is_empty()).then(|| {
        let on = if filters.len() == 1 {
            "One filter is on".to_owned()
        } else {
            format!("{} filters are on", words::capital(&words::number(filters.len())))
        };
        let chosen: Vec<String> =
            filters.iter().map(|key| format!("{key} {}", route.get(key).replace('|', " or "))).collect();
        view! { <p>{format!("{on}: {}. ", chosen.join(", "))}<a href=href(&without)>"Search without"</a></p> }
    });
    let loose = (route.get("exact") == "1").then(|| {
        view! { <p>"Words are searched exactly as typed. "<a href=href(&route.clone().with("exact", ""))>"Mend typing errors"</a></p> }
    });
    let why = if filters.is_empty() {
        format!("None of the {reports} has any of these words, in any of its forms or with a letter changed.")
    } else {
        format!("None of the {reports} answers with these words and filters.")
    };
    view! {
        <div class="box none" role="status">
            <h2 class="big">{format!("Nothing on “{}”", route.get("q"))}</h2>
            <p class="say">{why}</p>
            {notes(route, response)}
            {filtered}{loose}
            <p><a href=to(Place::Claims)>"All claims"</a>", "<a href=to(Place::Documents)>"all documents"</a></p>
        </div>
    }
    .into_any()
}
