//! Which words are English, so that none of them is taken for a slip: a Bloom filter (Bloom 1970) over stems, which errs
//! once in a hundred and fifty words, and then leaves a slip as it was typed.
//!
//! `english.bin` was made by `cargo run -p crossread-search --example english` of the SCOWL lists of American and British
//! English, size 35 (Debian's `wamerican-small` and `wbritish-small`), whose terms are in `english.txt`.

use super::stem;

/// The bits.
static FILTER: &[u8] = include_bytes!("english.bin");

/// How many bits a word sets.
const PROBES: u64 = 7;

/// The bits of a stem in a filter of so many bytes, by two hashes (Kirsch and Mitzenmacher 2006).
fn bits(stem: &str, bytes: usize) -> impl Iterator<Item = usize> {
    let hash = stem
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let hash = (hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let (first, second) = (hash >> 32, hash & 0xffff_ffff | 1);
    (0..PROBES).map(move |probe| (first.wrapping_add(probe.wrapping_mul(second)) % (bytes as u64 * 8)) as usize)
}

/// Whether a folded word is English, in any of its inflections.
pub(crate) fn english(form: &str) -> bool {
    bits(&stem(form), FILTER.len()).all(|bit| FILTER[bit / 8] >> (bit % 8) & 1 == 1)
}

/// The filter of a list of words, ten bits for each stem.
pub fn filter(words: &str) -> Vec<u8> {
    let folded = words.lines().filter_map(super::fold);
    let mut stems: Vec<String> = folded.filter(|word| word.len() > 3).map(|word| stem(&word)).collect();
    model::order::sort(&mut stems);
    stems.dedup();
    let mut filter = vec![0u8; stems.len() * 10 / 8];
    let length = filter.len();
    for stem in &stems {
        bits(stem, length).for_each(|bit| filter[bit / 8] |= 1 << (bit % 8));
    }
    filter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_words_are_known_and_slips_are_not() {
        for word in ["sent", "missiles", "negotiating", "harbour", "quarry", "treaty"] {
            assert!(english(word), "{word}");
        }
        let slips = ["minsiter", "harbuor", "aerodinamics", "traety", "negotitae", "misisles", "quarrry", "treety"];
        assert!(slips.iter().filter(|slip| english(slip)).count() <= 1);
    }
}
