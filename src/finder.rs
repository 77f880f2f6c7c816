//! Searches in the browser: fetches what the index asks for, and drops what a newer query has overtaken.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use search::{PackError, Part, Request, Searcher, Step, Suggest};

use crate::page::Failure;
use crate::site::{Site, site};
use crate::store::Store;
use crate::view::search::{Answer, Offers, request};

thread_local! {
    static SEARCHER: RefCell<Option<Searcher>> = const { RefCell::new(None) };
    /// Counts queries and requests for suggestions, each on its own.
    static TURNS: [Cell<u32>; 2] = const { [Cell::new(0), Cell::new(0)] };
}

/// The next turn of a kind: what an older one finds out is not shown.
fn turn(kind: usize) -> impl Fn() -> bool {
    let mine = TURNS.with(|t| {
        t[kind].set(t[kind].get().wrapping_add(1));
        t[kind].get()
    });
    move || TURNS.with(|t| t[kind].get()) == mine
}

/// How many suggestions are offered.
const OFFERS: usize = 6;

/// Keeps `answer` the answer to the query in the address.
pub(crate) fn follow(answer: RwSignal<Answer>) {
    let (site, store) = (site(), expect_context::<Store>());
    Effect::new(move |_| {
        let Some(request) = site.route.with(request) else {
            // Whatever is under way is overtaken.
            let _ = turn(0);
            answer.set(Answer::Idle);
            return;
        };
        let (site, store, newest) = (site.clone(), store.clone(), turn(0));
        spawn_local(async move {
            let found = find(&site, &store, &request, &newest, answer).await;
            if newest()
                && let Some(found) = found
            {
                answer.set(found);
            }
        });
    });
}

/// Searches until there is an answer; `None` where a newer query has come.
async fn find(
    site: &Site,
    store: &Store,
    request: &Request,
    newest: &impl Fn() -> bool,
    answer: RwSignal<Answer>,
) -> Option<Answer> {
    loop {
        if let Err(failure) = open(site, store).await {
            return Some(Answer::Failed(failure));
        }
        if !newest() {
            return None;
        }
        let step = SEARCHER.with(|s| s.borrow().as_ref().map(|s| s.search(request)))?;
        let parts = match step {
            Ok(Step::Need(parts)) => parts,
            Ok(Step::Done(response)) if response.more.is_empty() => return Some(Answer::Found(Arc::new(*response))),
            Ok(Step::Done(response)) => {
                // The first results stand at once; the counts follow.
                let more = response.more.clone();
                answer.set(Answer::Found(Arc::new(*response)));
                more
            }
            Err(error) => return Some(Answer::Failed(damaged("search", &error))),
        };
        if let Err(failure) = supply(site, store, parts).await {
            return Some(Answer::Failed(failure));
        }
    }
}

/// Offers what begins like `typed`.
pub(crate) fn suggest(typed: String, offers: Offers) {
    let newest = turn(1);
    let (Some(site), Some(store)) = (use_context::<Site>(), use_context::<Store>()) else { return };
    if typed.trim().chars().count() < 2 {
        offers.lines.set(Vec::new());
        return;
    }
    spawn_local(async move {
        loop {
            // A box without suggestions is still a box.
            if open(&site, &store).await.is_err() || !newest() {
                return;
            }
            match SEARCHER.with(|s| s.borrow().as_ref().map(|s| s.suggest(&typed, OFFERS))) {
                Some(Suggest::Need(parts)) => {
                    if supply(&site, &store, parts).await.is_err() {
                        return;
                    }
                }
                Some(Suggest::Done(lines)) => {
                    let same = lines.len() == 1 && lines[0].text.to_lowercase() == typed.trim().to_lowercase();
                    offers.lines.set(if same { Vec::new() } else { lines });
                    return;
                }
                None => return,
            }
        }
    });
}

/// Opens the index, once.
async fn open(site: &Site, store: &Store) -> Result<(), Failure> {
    if SEARCHER.with(|s| s.borrow().is_some()) {
        return Ok(());
    }
    let name = format!("search/{}", site.manifest.search);
    let came = store.get(&site.manifest, vec![(name.clone(), None)]).await?;
    let searcher = Searcher::open(came.first().map_or(&[], Vec::as_slice)).map_err(|error| damaged(&name, &error))?;
    SEARCHER.with(|s| {
        s.borrow_mut().get_or_insert(searcher);
    });
    Ok(())
}

/// Fetches parts side by side and hands them over.
async fn supply(site: &Site, store: &Store, parts: Vec<Part>) -> Result<(), Failure> {
    let wanted = parts.iter().map(|part| (format!("search/{}", part.file), part.range_header())).collect();
    let came = store.get(&site.manifest, wanted).await?;
    for (part, bytes) in parts.iter().zip(came) {
        SEARCHER.with(|s| match s.borrow_mut().as_mut() {
            Some(searcher) => searcher.supply(part, bytes).map_err(|error| damaged(&part.file, &error)),
            None => Ok(()),
        })?;
    }
    Ok(())
}

fn damaged(path: &str, error: &PackError) -> Failure {
    Failure::Corrupt { path: path.to_owned(), detail: error.to_string() }
}
