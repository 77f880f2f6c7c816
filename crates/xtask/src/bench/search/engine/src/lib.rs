//! The search as a bare wasm module, to be measured beside its peers in one browser.
//!
//! Strings and bytes go in through [`input`] and come out as a pointer and a length in one number, JSON in UTF-8.

use std::cell::RefCell;

use search::{Documents, Part, Request, Searcher, Step};
use serde_json::{Value, json};

#[derive(Default)]
struct State {
    input: Vec<u8>,
    output: Vec<u8>,
    searcher: Option<Searcher>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::default();
}

/// Makes room for the bytes of the next call, and says where.
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *mut u8 {
    STATE.with_borrow_mut(|state| {
        state.input = vec![0; length];
        state.input.as_mut_ptr()
    })
}

fn answer(run: impl FnOnce(&mut State) -> Value) -> u64 {
    STATE.with_borrow_mut(|state| {
        let value = run(state);
        state.output = value.to_string().into_bytes();
        (state.output.as_ptr() as u64) << 32 | state.output.len() as u64
    })
}

fn parts(parts: &[Part]) -> Value {
    parts.iter().map(|part| json!({"file": part.file, "range": part.range_header()})).collect()
}

/// Opens an index by its entry pack.
#[unsafe(no_mangle)]
pub extern "C" fn open() -> u64 {
    answer(|state| match Searcher::open(&state.input) {
        Ok(searcher) => {
            state.searcher = Some(searcher);
            json!({})
        }
        Err(error) => json!({"error": error.to_string()}),
    })
}

/// Takes a part that was asked for: its name, its range as asked for or nothing, and its bytes, set off by line feeds.
#[unsafe(no_mangle)]
pub extern "C" fn supply() -> u64 {
    answer(|state| {
        let mut fields = state.input.splitn(3, |byte| *byte == b'\n');
        let mut field = || fields.next().unwrap_or_default();
        let file = String::from_utf8_lossy(field()).into_owned();
        let range = String::from_utf8_lossy(field()).into_owned();
        let bytes = field().to_vec();
        // The end of a range is inclusive in its header.
        let range = range.strip_prefix("bytes=").and_then(|range| range.split_once('-'));
        let range = range.and_then(|(start, end)| Some((start.parse().ok()?, end.parse::<u64>().ok()? + 1)));
        match state.searcher.as_mut().map(|searcher| searcher.supply(&Part { file, range }, bytes)) {
            Some(Ok(())) => json!({}),
            other => json!({"error": format!("{other:?}")}),
        }
    })
}

/// The first results for the words given.
#[unsafe(no_mangle)]
pub extern "C" fn find() -> u64 {
    answer(|state| {
        let request = Request { limit: 5, ..Request::new(String::from_utf8_lossy(&state.input)) };
        match state.searcher.as_ref().map(|searcher| searcher.search(&request)) {
            Some(Ok(Step::Need(need))) => json!({"need": parts(&need)}),
            Some(Ok(Step::Done(response))) => json!({
                "total": response.total,
                "more": parts(&response.more),
                "hits": response.hits.iter().map(|hit| json!([hit.entry.id, hit.excerpt_text().0])).collect::<Value>(),
            }),
            other => json!({"error": format!("{other:?}")}),
        }
    })
}

/// The ids of up to 1,000 documents for the words given, best first.
#[unsafe(no_mangle)]
pub extern "C" fn documents() -> u64 {
    answer(|state| {
        let request = Request { limit: 1_000, typing: false, ..Request::new(String::from_utf8_lossy(&state.input)) };
        match state.searcher.as_ref().map(|searcher| searcher.documents(&request)) {
            Some(Ok(Documents::Need(need))) => json!({"need": parts(&need)}),
            Some(Ok(Documents::Done(ranked))) => ranked.into_iter().map(|(id, _)| id).collect(),
            other => json!({"error": format!("{other:?}")}),
        }
    })
}
