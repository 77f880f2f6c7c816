//! The words of a text, as relations compare them.

use std::borrow::Cow;
use std::sync::OnceLock;

use rust_stemmers::{Algorithm, Stemmer};

use super::irregular;
pub(crate) use model::listed::is_in;

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
    let bytes = text.as_bytes();
    let mut found = Vec::with_capacity(text.len() / 6 + 1);
    let (mut at, mut start) = (0, None);
    while let Some(&byte) = bytes.get(at) {
        // Most letters are these.
        if byte.is_ascii_alphanumeric() {
            start = start.or(Some(at));
            at += 1;
            continue;
        }
        let c = text[at..].chars().next().unwrap_or(' ');
        let next = at + c.len_utf8();
        let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
        let joins = match c {
            '\'' | '’' => {
                text[..at].chars().next_back().is_some_and(char::is_alphabetic)
                    && text[next..].chars().next().is_some_and(char::is_alphabetic)
            }
            ',' | '.' => digit(at.checked_sub(1)) && digit(Some(next)),
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
        at = next;
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
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return Cow::Owned(word.to_ascii_lowercase());
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
        assert_eq!(
            texts("L’été, d'où: 4,é é.4 'ab' 7.' ’x ３,5 Ω’s"),
            ["L’été", "d'où", "4", "é", "é", "4", "ab", "7", "x", "３", "5", "Ω’s"]
        );
    }

    #[test]
    fn possessives_fold_away() {
        assert_eq!(fold("Minister’s"), "minister");
        assert_eq!(fold("ministers'"), "ministers");
        assert_eq!(stem("escaping"), stem("escaped"));
        assert_eq!(stem("taken"), stem("takes"));
    }
}
