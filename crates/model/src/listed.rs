//! Lists of words that are asked again and again: each is written as one text, and read once.

use std::collections::HashSet;
use std::sync::OnceLock;

use rustc_hash::FxBuildHasher;

/// The words of a list.
struct Listed {
    list: &'static str,
    words: HashSet<&'static str, FxBuildHasher>,
}

/// The lists that were asked for, each at a place that its address gives, or soon behind it.
static LISTS: [OnceLock<Listed>; 512] = [const { OnceLock::new() }; 512];

/// Places that are looked at for one list.
const NEAR: usize = 8;

/// Whether a word is one of a list, whose words stand between spaces. The stages ask some hundred lists about each word.
pub fn is_in(list: &'static str, word: &str) -> bool {
    let start = list.as_ptr().addr() >> 2;
    for step in 0..NEAR {
        let place = &LISTS[(start + step) % LISTS.len()];
        let listed = place.get_or_init(|| Listed { list, words: list.split_whitespace().collect() });
        if std::ptr::eq(listed.list, list) {
            return listed.words.contains(word);
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
        let whole: String = (0..1_500).map(|at| format!("w{at} ")).collect();
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
