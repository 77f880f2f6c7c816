//! The words of a text, as relations compare them.

use std::borrow::Cow;
use std::sync::OnceLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::irregular;

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// Byte offset of its first letter.
    pub start: usize,
    /// Byte offset past its last letter.
    pub end: usize,
    /// Its letters and digits.
    pub text: &'a str,
}

/// The words of `text`: runs of letters and digits, with the apostrophes, and the commas and points of a number, that
/// stand inside them.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    let mut last = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |&(_, n)| n);
        let joins = match c {
            '\'' | '’' => last.is_alphabetic() && next.is_alphabetic(),
            ',' | '.' => last.is_ascii_digit() && next.is_ascii_digit(),
            _ => c.is_alphanumeric(),
        };
        match (joins, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(Word { start: from, end: at, text: &text[from..at] });
                start = None;
            }
            _ => {}
        }
        last = c;
    }
    if let Some(from) = start {
        found.push(Word { start: from, end: text.len(), text: &text[from..] });
    }
    found
}

/// A word in lower case, without the possessive ending.
pub(crate) fn fold(word: &str) -> String {
    folded(word).into_owned()
}

/// As [`fold`], without a copy where the word stands so already, as most do.
pub(crate) fn folded(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    let lower = word.to_lowercase().replace('’', "'");
    let bare = lower.strip_suffix("'s").unwrap_or(&lower);
    Cow::Owned(bare.trim_end_matches('\'').to_owned())
}

/// The English stem (Porter 2, Snowball) of a folded word, of an irregular form of a verb that of the verb.
pub(crate) fn stem(folded: &str) -> String {
    static STEMMER: OnceLock<Stemmer> = OnceLock::new();
    let verb = irregular::base(folded).unwrap_or(folded);
    STEMMER.get_or_init(|| Stemmer::create(Algorithm::English)).stem(verb).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        words(text).into_iter().map(|w| w.text).collect()
    }

    #[test]
    fn numbers_and_apostrophes_hold_together() {
        assert_eq!(
            texts("The minister's 2,000 men, 3.5 km off."),
            ["The", "minister's", "2,000", "men", "3.5", "km", "off"]
        );
        assert_eq!(texts("“Yes”—so: ‘no’"), ["Yes", "so", "no"]);
    }

    #[test]
    fn possessives_fold_away() {
        assert_eq!(fold("Minister’s"), "minister");
        assert_eq!(fold("ministers'"), "ministers");
        assert_eq!(stem("escaping"), stem("escaped"));
        assert_eq!(stem("taken"), stem("takes"));
    }
}
