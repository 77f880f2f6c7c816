//! Any bytes are refused or read, as any kind of file of an index, with a right checksum or without.
#![no_main]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use search::{Entry, Kind, Options, Part, Request, Searcher, Step, Suggest, build, sealed};

/// What is asked of the index: words, a phrase, a word to mend, names, and what narrows.
const QUERIES: [&str; 3] =
    ["harbour -gold \"new bridge\" after:2020", "hrabour bri", "kind:passage outlet:post person:berg"];

/// An index in many files: the name of its entry pack, and the files by name.
fn index() -> &'static (String, BTreeMap<String, Vec<u8>>) {
    static INDEX: OnceLock<(String, BTreeMap<String, Vec<u8>>)> = OnceLock::new();
    INDEX.get_or_init(|| {
        let entry = |number: u32| Entry {
            outlet: Some("Coast Post".to_owned()),
            persons: vec!["Anna Berg".to_owned()],
            number,
            ..Entry::new(Kind::Passage, "report", "The harbour", format!("A new bridge {number} over the harbour."))
        };
        let options = Options { whole: 0, head: 2, ..Options::default() };
        let built = build((1..9).map(entry).collect(), &options).expect("builds");
        (built.entry, built.files.into_iter().map(|file| (file.name, file.bytes)).collect())
    })
}

/// Asks everything; files whose names begin with `letter` come as `forged`, and the others as they are.
fn ask(mut searcher: Searcher, letter: u8, forged: &[u8]) {
    let mut made: BTreeMap<u8, Vec<u8>> = BTreeMap::new();
    let mut bring = |searcher: &mut Searcher, parts: Vec<Part>| {
        parts.into_iter().all(|Part { file, .. }| {
            let first = file.as_bytes()[0];
            let bytes = match index().1.get(&file) {
                Some(bytes) if first != letter => bytes.clone(),
                _ => made.entry(first).or_insert_with(|| sealed(first, forged)).clone(),
            };
            searcher.supply(&Part { file, range: None }, bytes).is_ok()
        })
    };
    for query in QUERIES {
        for _ in 0..4 {
            let parts = match searcher.search(&Request::new(query)) {
                Ok(Step::Need(parts)) => parts,
                Ok(Step::Done(response)) => response.more,
                Err(_) => break,
            };
            if parts.is_empty() || !bring(&mut searcher, parts) {
                break;
            }
        }
        if let Suggest::Need(parts) = searcher.suggest(query, 5)
            && bring(&mut searcher, parts)
        {
            searcher.suggest(query, 5);
        }
    }
}

fuzz_target!(|data: &[u8]| {
    let _ = Searcher::open(data);
    let Some((letter, payload)) = data.split_first() else { return };
    let letter = b"etfscp"[usize::from(*letter) % 6];
    let (entry, files) = index();
    // Behind a right checksum, the reader itself is met.
    let opened = if letter == b'e' { Searcher::open(&sealed(b'e', payload)) } else { Searcher::open(&files[entry]) };
    if let Ok(searcher) = opened {
        ask(searcher, letter, payload);
    }
});
