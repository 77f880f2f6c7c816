//! Any query is answered over a small corpus, and suggestions are given for it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use search::{Entry, Kind, Options, Query, Request, Searcher, Step, build};

fn searcher() -> Searcher {
    let entries = vec![
        Entry::new(Kind::Passage, "one", "The harbour", "The minister opened the new harbour bridge in the rain."),
        Entry::new(Kind::Passage, "two", "港口", "部长说新的港口大桥已经开放。 Łódź café naïve U.S. 1,000 3.5"),
        Entry::new(Kind::Person, "anna-berg", "Anna Berg", "harbour master"),
    ];
    let built = build(entries, &Options::default()).expect("builds");
    Searcher::open(&built.files[0].bytes).expect("opens")
}

thread_local! {
    static SEARCHER: Searcher = searcher();
}

fuzz_target!(|text: &str| {
    let query = Query::parse(text);
    // 256 words are read at most, each with the few other ways to spell it.
    assert!(query.terms().count() <= 1_024);
    SEARCHER.with(|searcher| {
        match searcher.search(&Request::new(text)) {
            Ok(Step::Done(response)) => {
                for hit in &response.hits {
                    let (excerpt, marks) = hit.excerpt_text();
                    for mark in marks {
                        assert!(excerpt.get(mark).is_some());
                    }
                }
            }
            other => panic!("a small corpus needs nothing: {other:?}"),
        }
        searcher.suggest(text, 8);
    });
});
