//! From a link to a request, and what came of it: what the search view shows, and what the search tells it.
// Only a browser searches.
#![cfg_attr(not(feature = "csr"), allow(dead_code))]

use std::sync::Arc;

use leptos::prelude::RwSignal;
use model::Commitment;
use search::{Kind, Request, Response, Sort, Suggestion};

use crate::page::Failure;
use crate::route::{Route, values};

/// What the search view shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answer {
    /// Nothing was asked.
    Idle,
    /// The results.
    Found(Arc<Response>),
    /// The index did not load.
    Failed(Failure),
}

/// What the search view tells.
#[derive(Clone, Copy)]
pub(crate) struct Told {
    /// The newest answer.
    pub answer: RwSignal<Answer>,
    /// Whether a newer one is waited for, longer than goes unnoticed.
    pub searching: RwSignal<bool>,
}

/// What the search box offers.
#[derive(Clone, Copy)]
pub(crate) struct Offers {
    /// The lines; the list is shown where there are any.
    pub lines: RwSignal<Vec<Suggestion>>,
    /// The chosen line.
    pub at: RwSignal<Option<usize>>,
}

/// How many results are shown before somebody asks for more.
pub(crate) const RESULTS: u32 = 20;

/// The most results that one link can ask for: a page that is longer is no list to read.
const MOST: u32 = 500;

/// How the outlet that is not known is written in a link.
pub(crate) const UNKNOWN: &str = "unknown";

/// The request that a link stands for; `None` where it asks nothing.
pub(crate) fn request(route: &Route) -> Option<Request> {
    let mut request = Request::new(route.get("q"));
    request.kinds = values(route, "kind").into_iter().filter_map(Kind::of_word).collect();
    let outlet = |o: &str| if o == UNKNOWN { String::new() } else { o.to_owned() };
    request.outlets = values(route, "outlet").into_iter().map(outlet).collect();
    request.commitments = values(route, "commitment")
        .into_iter()
        .filter_map(|w| Commitment::ALL.into_iter().find(|c| c.word() == w))
        .collect();
    request.years = values(route, "year").into_iter().filter_map(|y| y.parse().ok()).collect();
    request.sort = match route.get("sort") {
        "newest" => Sort::Newest,
        "oldest" => Sort::Oldest,
        _ => Sort::Relevance,
    };
    request.exact = route.get("exact") == "1";
    request.limit = route.get("n").parse().unwrap_or(RESULTS).clamp(1, MOST);
    let chosen = [request.kinds.len(), request.outlets.len(), request.commitments.len(), request.years.len()];
    (!request.query.trim().is_empty() || chosen != [0; 4]).then_some(request)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_a_request() {
        let route =
            Route::parse("search", "q=dam&kind=claim|passage&outlet=unknown&year=2024&sort=newest&exact=1&n=40");
        let request = request(&route).expect("a request");
        assert_eq!(request.kinds, [Kind::Claim, Kind::Passage]);
        assert_eq!(request.outlets, [""]);
        assert_eq!(request.years, [2024]);
        assert_eq!((request.sort, request.exact, request.limit), (Sort::Newest, true, 40));
        assert_eq!(super::request(&Route::parse("search", "sort=newest")), None);
        assert!(super::request(&Route::parse("search", "kind=claim")).is_some(), "a choice alone asks for something");
    }
}
