//! The part-of-speech tagger that Harper's authors have trained (harper-brill 0.54, Apache-2.0), with its words packed: as JSON
//! they are a tenth of what a browser fetches of this project's largest program.
//!
//! `words.txt`: the words in order, each as a letter for how many characters it shares with the one before (A for none) and
//! the rest of it; in a second line the tag of each, a letter in the order of [`TAGS`]. `patches.json`: the rules.

use std::sync::LazyLock;

use harper_pos_utils::{BrillTagger, FreqDict};

const WORDS: &str = include_str!("words.txt");
const PATCHES: &str = include_str!("patches.json");

/// The universal tags as the model writes them, by letter.
const TAGS: [&str; 16] = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB",
];

/// The tagger.
pub(crate) fn tagger() -> &'static BrillTagger<FreqDict> {
    // A test reads it whole, so that it is never this one without words.
    static TAGGER: LazyLock<BrillTagger<FreqDict>> =
        LazyLock::new(|| serde_json::from_str(&model()).unwrap_or_else(|_| BrillTagger::new(FreqDict::default())));
    &TAGGER
}

/// The model as it was trained.
fn model() -> String {
    let (packed, tags) = WORDS.split_once('\n').unwrap_or_default();
    let mut json = String::from("{\"base\":{\"mapping\":{");
    let mut word = String::new();
    let mut tags = tags.bytes().map(|letter| TAGS.get(usize::from(letter.wrapping_sub(b'a'))));
    let mut starts = packed.char_indices().filter(|(_, c)| c.is_ascii_uppercase()).peekable();
    while let Some((at, shared)) = starts.next() {
        let end = starts.peek().map_or(packed.len(), |next| next.0);
        let kept = word.char_indices().nth(shared as usize - 'A' as usize).map_or(word.len(), |kept| kept.0);
        word.truncate(kept);
        word.push_str(&packed[at + 1..end]);
        if at > 0 {
            json.push(',');
        }
        // A string always has JSON.
        json.push_str(&serde_json::to_string(&word).unwrap_or_default());
        json.push_str(":\"");
        json.push_str(tags.next().flatten().copied().unwrap_or("NOUN"));
        json.push('"');
    }
    json.push_str("}},\"patches\":");
    json.push_str(PATCHES);
    json.push('}');
    json
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn it_is_the_tagger_that_was_trained() {
        let trained = serde_json::to_value(&*harper_brill::brill_tagger()).expect("JSON");
        let packed: Value = serde_json::from_str(&model()).expect("JSON");
        assert_eq!(packed["base"]["mapping"].as_object().map(|words| words.len()), Some(26_900));
        assert!(packed == trained, "words.txt and patches.json are not those of the pinned harper-brill");
        assert!(serde_json::to_value(tagger()).expect("JSON") == trained);
    }
}
