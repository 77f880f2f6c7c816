//! Searches in the browser: fetches what the index asks for, and drops what a newer query has overtaken.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use js_sys::{JsString, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use search::{Ask, Part, Reply, Request, Step, Suggest};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::focus;
use super::helper::{self, ENGINE};
use super::store::{self, Wanted};
use crate::answer::{Answer, Offers, Told, request};
use crate::page::Failure;
use crate::site::{shown_route, site};

thread_local! {
    /// Settles when the index that is being opened is open, or can't be.
    static OPENING: RefCell<Option<Promise>> = const { RefCell::new(None) };
    /// Counts queries and requests for suggestions, each on its own.
    static TURNS: [Cell<u32>; 2] = const { [Cell::new(0), Cell::new(0)] };
}

/// The next turn of a kind: what an older one finds out is not shown.
fn turn(kind: usize) -> impl Fn() -> bool {
    let mine = TURNS.with(|t| {
        t[kind].set(t[kind].get().wrapping_add(1));
        t[kind].get()
    });
    move || turn_of(kind) == mine
}

/// The turn that a kind is at.
fn turn_of(kind: usize) -> u32 {
    TURNS.with(|t| t[kind].get())
}

/// Milliseconds after which it is said that an answer is on its way.
const NOTICED: u32 = 300;

/// How many suggestions are offered.
const OFFERS: u32 = 6;

/// Keeps what is told the answer to the query in the address.
pub(crate) fn follow(told: Told) {
    let route = shown_route();
    // Before anything is asked: the first query then waits for its words and results alone. A failure is told with it.
    spawn_local(async { drop(open().await) });
    Effect::new(move |_| {
        let Some(request) = route.with(request) else {
            // Whatever is under way is overtaken.
            let _ = turn(0);
            told.searching.set(false);
            told.answer.set(Answer::Idle);
            return;
        };
        let newest = turn(0);
        spawn_local(async move {
            let asked = turn_of(0);
            let late = move |failure| {
                if turn_of(0) == asked {
                    tell(told, Answer::Failed(failure));
                }
            };
            let notice = Timeout::new(NOTICED, move || {
                if turn_of(0) == asked {
                    told.searching.set(true);
                }
            });
            let found = helper::patiently(find(&request, &newest, told), late).await;
            notice.cancel();
            if newest()
                && let Some(found) = found
            {
                tell(told, found);
            }
        });
    });
}

/// Shows an answer; what has the focus in the one before, and what is unfolded, stays so.
fn tell(told: Told, found: Answer) {
    let kept = focus::keep();
    told.searching.set(false);
    told.answer.set(found);
    // It is in the document after the effects of the change have run.
    Timeout::new(0, move || kept.restore()).forget();
}

/// Searches until there is an answer; `None` where a newer query has come.
async fn find(request: &Request, newest: &impl Fn() -> bool, told: Told) -> Option<Answer> {
    loop {
        if let Err(failure) = open().await {
            return Some(Answer::Failed(failure));
        }
        if !newest() {
            return None;
        }
        let step = match ask(&Ask::Search(request.clone()), "search").await {
            Ok(Reply::Searched(step)) => step,
            Ok(_) => return None,
            Err(failure) => return Some(Answer::Failed(failure)),
        };
        if !newest() {
            return None;
        }
        let parts = match step {
            Step::Need(parts) => parts,
            Step::Done(response) if response.more.is_empty() => return Some(Answer::Found(Arc::new(*response))),
            Step::Done(response) => {
                // The first results stand at once; the counts follow.
                let more = response.more.clone();
                tell(told, Answer::Found(Arc::new(*response)));
                more
            }
        };
        if let Err(failure) = supply(parts).await {
            return Some(Answer::Failed(failure));
        }
    }
}

/// Offers what begins like `typed`.
pub(crate) fn suggest(typed: String, offers: Offers) {
    let newest = turn(1);
    if typed.trim().chars().count() < 2 {
        offers.lines.set(Vec::new());
        return;
    }
    spawn_local(async move {
        loop {
            // A box without suggestions is still a box.
            if open().await.is_err() || !newest() {
                return;
            }
            match ask(&Ask::Suggest(typed.clone(), OFFERS), "search").await {
                Ok(Reply::Suggested(Suggest::Need(parts))) => {
                    if supply(parts).await.is_err() {
                        return;
                    }
                }
                Ok(Reply::Suggested(Suggest::Done(lines))) => {
                    if !newest() {
                        return;
                    }
                    let same = lines.len() == 1 && folded(&lines[0].text) == folded(typed.trim());
                    offers.lines.set(if same { Vec::new() } else { lines });
                    return;
                }
                _ => return,
            }
        }
    });
}

/// A text without regard to case, as the browser knows it: the tables for it are large.
fn folded(text: &str) -> JsString {
    JsString::from(text).to_lower_case()
}

/// Asks the engine; a refusal is a failure to read `file`.
async fn ask(ask: &Ask, file: &str) -> Result<Reply, Failure> {
    match helper::ask(&ENGINE, ask).await? {
        Reply::Refused(detail) => Err(Failure::Corrupt { path: file.to_owned(), detail }),
        reply => Ok(reply),
    }
}

/// Opens the index, once: who asks while it is being opened waits for that.
async fn open() -> Result<(), Failure> {
    while !helper::is_ready(&ENGINE) {
        let Some(opening) = OPENING.with(|opening| opening.borrow().clone()) else {
            let mut settle = None;
            let opening = Promise::new(&mut |opened, _| settle = Some(opened));
            OPENING.with(|o| o.replace(Some(opening)));
            let opened = open_now().await;
            OPENING.with(RefCell::take);
            if let Some(settle) = settle {
                // Settling a promise can't fail.
                let _ = settle.call0(&JsValue::NULL);
            }
            return opened;
        };
        // Where it failed, whoever waited tries again, and tells why it fails.
        let _ = JsFuture::from(opening).await;
    }
    Ok(())
}

/// Fetches what a search begins with, the engine beside it.
async fn open_now() -> Result<(), Failure> {
    helper::wake(&ENGINE)?;
    let name = format!("search/{}", site().manifest.search);
    let mut came = store::get(vec![Wanted { name: name.clone(), range: None }]).await?;
    ask(&Ask::Open(site().manifest.search.clone(), came.pop().unwrap_or_default()), &name).await?;
    helper::set_ready(&ENGINE);
    Ok(())
}

/// Fetches parts side by side and hands them over.
async fn supply(parts: Vec<Part>) -> Result<(), Failure> {
    let wanted = parts.iter().map(|part| Wanted { name: format!("search/{}", part.file), range: part.range_header() });
    let came = store::get(wanted.collect()).await?;
    for (part, bytes) in parts.into_iter().zip(came) {
        let file = part.file.clone();
        ask(&Ask::Supply(part, bytes), &file).await?;
    }
    Ok(())
}
