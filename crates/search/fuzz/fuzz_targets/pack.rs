//! Any bytes are refused or read, as an entry pack and as each other kind of file, with a right checksum or without.
#![no_main]

use libfuzzer_sys::fuzz_target;
use search::{Part, Request, Searcher, Step, sealed};

fuzz_target!(|data: &[u8]| {
    let _ = Searcher::open(data);
    // Behind a right checksum, the reader itself is met.
    let Ok(mut searcher) = Searcher::open(&sealed(1, data)) else { return };
    for _ in 0..4 {
        match searcher.search(&Request::new("harbour -gold \"new bridge\" after:2020")) {
            Ok(Step::Need(parts)) => {
                for Part { file, range } in parts {
                    let bytes = match file.as_bytes().first() {
                        Some(b't') => sealed(2, data),
                        Some(b'f') => sealed(3, data),
                        Some(b's') => sealed(4, data),
                        _ => data.to_vec(),
                    };
                    if searcher.supply(&Part { file, range }, bytes).is_err() {
                        return;
                    }
                }
            }
            _ => return,
        }
    }
});
