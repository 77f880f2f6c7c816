//! What holds for any query, any corpus and any bytes.
#![allow(clippy::unwrap_used, reason = "a test says what it expects by failing")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use search::{Built, Entry, Kind, Options, PackError, Query, Request, Response, Searcher, Step, build};

/// Invented entries from a few words, so that queries meet them.
fn corpus() -> impl Strategy<Value = Vec<Entry>> {
    let word =
        prop::sample::select(vec!["harbour", "bridge", "minister", "the", "ferries", "Łódź", "大桥", "U.S.", "1,000"]);
    let text = prop::collection::vec(word, 0..30).prop_map(|words| words.join(" "));
    let entry = (text.clone(), text, 0usize..4, any::<bool>()).prop_map(|(title, text, kind, known)| Entry {
        outlet: known.then(|| "Coast Post".to_owned()),
        number: 1,
        ..Entry::new(Kind::ALL[kind], "report", title, text)
    });
    prop::collection::vec(entry, 0..40)
}

fn ask(built: &Built, request: &Request) -> Result<Response, PackError> {
    let files: BTreeMap<&str, &[u8]> = built.files.iter().map(|f| (f.name.as_str(), f.bytes.as_slice())).collect();
    let mut searcher = Searcher::open(files[built.entry.as_str()])?;
    loop {
        let parts = match searcher.search(request)? {
            Step::Need(parts) => parts,
            Step::Done(response) if response.more.is_empty() => return Ok(*response),
            Step::Done(response) => response.more,
        };
        for part in parts {
            searcher.supply(&part, files[part.file.as_str()].to_vec())?;
        }
    }
}

fn cut() -> Options {
    Options { whole: 0, head: 3, related: 0, ..Options::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_query_is_read(text in "\\PC{0,300}") {
        prop_assert!(Query::parse(&text).terms().count() <= 256);
    }

    #[test]
    fn any_query_is_answered(entries in corpus(), text in "(\\PC|harbour|\"|-|OR| |outlet:|after:){0,40}") {
        let response = ask(&build(entries, &Options::default()).unwrap(), &Request::new(text)).unwrap();
        for hit in response.hits {
            let length = hit.entry.text.chars().count() as u32;
            prop_assert!(hit.excerpt.end <= length);
            prop_assert!(hit.marks.iter().all(|mark| mark.start < mark.end && mark.end <= length));
        }
    }

    #[test]
    fn however_it_is_cut_the_answer_is_the_same(
        entries in corpus(),
        query in "(harbour|bridge|ferry|minsiter|大桥|lodz|\"the bridge\"|-ferries|kind:claim| ){1,6}",
    ) {
        let request = Request::new(query);
        let whole = ask(&build(entries.clone(), &Options::default()).unwrap(), &request).unwrap();
        let parts = ask(&build(entries, &cut()).unwrap(), &request).unwrap();
        prop_assert_eq!(whole.total, parts.total);
        prop_assert_eq!(&whole.counts, &parts.counts);
        let ids = |response: &Response| response.hits.iter().map(|hit| hit.entry.clone()).collect::<Vec<_>>();
        prop_assert_eq!(ids(&whole), ids(&parts));
    }

    #[test]
    fn a_flipped_byte_is_refused_where_it_is_read(
        entries in corpus(),
        query in "(harbour|bridge|minsiter|大桥|\"the bridge\"|kind:claim| ){1,6}",
        file in any::<prop::sample::Index>(),
        byte in any::<prop::sample::Index>(),
        options in prop::sample::select(vec![cut(), Options::default()]),
    ) {
        let mut built = build(entries, &options).unwrap();
        let request = Request::new(query);
        let whole = ask(&built, &request).unwrap();
        let file = file.index(built.files.len());
        let length = built.files[file].bytes.len();
        built.files[file].bytes[byte.index(length)] ^= 0x41;
        match ask(&built, &request) {
            Ok(answer) => prop_assert_eq!(answer, whole),
            Err(error) => prop_assert!(!matches!(error, PackError::Unasked { .. }), "{}", error),
        }
    }

    #[test]
    fn a_file_that_is_cut_short_is_refused_where_it_is_read(
        entries in corpus(),
        file in any::<prop::sample::Index>(),
        left in any::<prop::sample::Index>(),
        options in prop::sample::select(vec![cut(), Options::default()]),
    ) {
        let mut built = build(entries, &options).unwrap();
        let request = Request::new("harbour kind:passage");
        let whole = ask(&built, &request).unwrap();
        let file = file.index(built.files.len());
        let left = left.index(built.files[file].bytes.len());
        built.files[file].bytes.truncate(left);
        if let Ok(answer) = ask(&built, &request) {
            prop_assert_eq!(answer, whole);
        }
    }

    #[test]
    fn any_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Searcher::open(&bytes).is_err());
    }
}
