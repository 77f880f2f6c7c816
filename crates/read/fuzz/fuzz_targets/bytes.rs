//! Any bytes at all readers: nothing panics, and every report says where it stood.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let reading = read::read("a", data);
    assert!(reading.found.iter().all(|found| !found.places.is_empty()));
    let corpus = read::settle([reading]);
    assert!(corpus.found.keys().all(|id| !id.is_empty()));
});
