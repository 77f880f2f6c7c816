use model::{Text, Time, When};

use super::find;

mod placing;
mod properties;
mod reading;

/// A Friday.
pub(super) const PUBLISHED: &str = "2024-10-11";

pub(super) fn times(text: &str, published: &str) -> Vec<(String, Time)> {
    let when = When::parse(published).ok();
    let points = Text::new(text);
    find(text, when.as_ref()).into_iter().map(|time| (points.cut(time.span()).to_owned(), time)).collect()
}

/// Asserts the words and values of all expressions in a text that came out on the Friday 11 October 2024.
pub(super) fn assert_values(text: &str, expected: &[(&str, &str)]) {
    let found = times(text, PUBLISHED);
    let found: Vec<(&str, &str)> = found.iter().map(|(words, time)| (words.as_str(), time.value.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

/// Asserts the EDTF expressions, `-` for none.
pub(super) fn assert_edtf(text: &str, expected: &[&str]) {
    let found = times(text, PUBLISHED);
    let found: Vec<&str> = found.iter().map(|(_, time)| time.when.as_ref().map_or("-", |when| &when.edtf)).collect();
    assert_eq!(found, expected, "{text}");
}
