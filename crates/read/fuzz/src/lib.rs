//! What all targets ask of the readers.

use read::{read, settle};

/// Reads bytes: nothing panics, nothing is lost without a word, and the same bytes give the same documents.
pub fn holds(data: &[u8]) {
    let reading = read("a", data);
    assert!(reading.found.iter().all(|found| !found.places.is_empty()), "every report says where it stood");
    assert_eq!(reading, read("a", data), "the same bytes, the same reports");
    let corpus = settle([reading]);
    assert!(corpus.found.keys().all(|id| !id.is_empty()), "every report has an id");
}

/// Reads bytes behind a beginning that makes them a format's; the first byte chooses which.
pub fn behind(beginnings: &[&[u8]], data: &[u8]) {
    let Some((&first, rest)) = data.split_first() else { return };
    let mut bytes = beginnings[usize::from(first) % beginnings.len()].to_vec();
    bytes.extend_from_slice(rest);
    holds(&bytes);
}
