//! Lists of words that are asked again and again: each is written as one text, and read once.

use std::collections::HashSet;
use std::sync::OnceLock;

use rustc_hash::FxBuildHasher;

/// The words of a list.
struct Listed {
    list: &'static str,
    words: HashSet<&'static str, FxBuildHasher>,
    /// Which last bytes its words have, as bits by their lowest five: most words that are asked about end otherwise than all of
    /// them, or are of another length, and need not be looked up.
    ends: u32,
    /// Which lengths its words have in bytes, as bits; the highest for what is longer.
    lengths: u32,
}

impl Listed {
    fn new(list: &'static str) -> Self {
        let words: HashSet<_, _> = list.split_whitespace().collect();
        let (mut ends, mut lengths) = (0, 0);
        for word in &words {
            let (end, length) = signs(word);
            ends |= end;
            lengths |= length;
        }
        Self { list, words, ends, lengths }
    }

    fn has(&self, word: &str) -> bool {
        let (end, length) = signs(word);
        self.ends & end != 0 && self.lengths & length != 0 && self.words.contains(word)
    }
}

/// The bits of a word's last byte and of its length.
fn signs(word: &str) -> (u32, u32) {
    let last = word.as_bytes().last().copied().unwrap_or_default();
    (1 << (last & 31), 1 << word.len().min(31))
}

/// The lists that were asked for, each at a place that its address gives, or soon behind it: some thousand are written.
static LISTS: [OnceLock<Listed>; PLACES] = [const { OnceLock::new() }; PLACES];

/// Places for lists, a power of two.
const PLACES: usize = 1 << 12;

/// Where a list is looked for first: lists lie side by side in memory, and are strewn over the places (Fibonacci hashing, Knuth).
fn place_of(list: &'static str) -> usize {
    let strewn = (list.as_ptr().addr() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (strewn >> (u64::BITS - PLACES.trailing_zeros())) as usize
}

/// Places that are looked at for one list.
const NEAR: usize = 8;

/// Whether a word is one of a list, whose words stand between spaces. The stages ask some hundred lists about each word.
pub fn is_in(list: &'static str, word: &str) -> bool {
    let start = place_of(list);
    for step in 0..NEAR {
        let place = &LISTS[(start + step) % LISTS.len()];
        let listed = place.get_or_init(|| Listed::new(list));
        if std::ptr::eq(listed.list, list) {
            return listed.has(word);
        }
    }
    // More lists than places.
    list.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_in_a_list_whose_words_it_is_among() {
        // More than there are places, some of which begin where another does.
        const LIST: &str = "pier ferry quay pier-head boat oar";
        let whole: String = (0..2 * PLACES).map(|at| format!("w{at} ")).collect();
        let whole: &'static str = whole.leak();
        let parts: Vec<&'static str> = whole.split_inclusive(' ').collect();
        for _ in 0..2 {
            for (at, part) in parts.iter().enumerate() {
                assert!(is_in(part, part.trim()) && !is_in(part, "ferry"), "{part}");
                assert!(!is_in(&whole[..part.len() - 1], "w9999"), "{at}");
            }
            assert!(is_in(LIST, "ferry") && is_in(LIST, "oar") && is_in(&LIST[..4], "pier"));
            assert!(
                !is_in(LIST, "head") && !is_in(LIST, "pier ferry") && !is_in(LIST, "") && !is_in(&LIST[..4], "oar")
            );
        }
    }
}
