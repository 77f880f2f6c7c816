//! What holds of any text.

use proptest::prelude::*;

use super::{PUBLISHED, times};

#[test]
fn hostile_texts_end_in_time() {
    for part in [
        "1",
        "1,000,",
        "9-",
        "the ",
        "a.",
        "twenty ",
        "October ",
        "last ",
        "the end of ",
        "and a half ",
        "\n",
        "'",
        "１",
    ] {
        let text = part.repeat(100_000 / part.len());
        let _ = times(&text, PUBLISHED);
    }
}

/// Words and marks of the grammar, to be thrown together.
const PIECES: &[&str] = &[
    "October", "Oct.", "Friday", "the", "last", "next", "of", "22", "2024", "22–24", "2009-11", "third", "quarter",
    "week", "years", "ago", "later", "a", "half", "and", "twenty", "-", "one", "early", "end", "'08", "1990s", "p.m.",
    "8:30", "UTC", "every", "day", "noon", "Easter", "BC", "9999", "century", ",", ".", "\n", "to", "between", "from",
    "fiscal", "0", "99999",
];

proptest! {
    #[test]
    fn spans_are_in_order_and_in_bounds(text in "\\PC{0,120}", year in 1i32..9999) {
        sound(&text, &format!("{year:04}"));
    }

    #[test]
    fn no_string_of_known_words_fails(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..30), day in 0i32..40_000) {
        sound(&pieces.join(" "), &model::Day(day).to_string());
        sound(&pieces.concat(), &model::Day(day).to_string());
    }
}

fn sound(text: &str, published: &str) {
    let mut end = 0;
    let length = text.chars().count() as u32;
    for (words, time) in times(text, published) {
        assert!(end <= time.start && time.start < time.end && time.end <= length, "{words:?} in {text:?}");
        assert!(!time.value.is_empty());
        if let Some(when) = &time.when {
            assert!(
                when.first.is_none() || when.last.is_none() || when.first <= when.last,
                "{words:?} in {text:?}: {when:?}"
            );
        }
        end = time.end;
    }
}
