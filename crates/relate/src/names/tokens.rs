//! The words of a headline or a sentence as a name takes them.

use crate::ground::frame::{is_number, term};
use crate::ground::lexicon::is_empty_word;
use crate::ground::words::fold;

/// One word between spaces, without the marks around it.
pub(super) struct Token<'a> {
    pub text: &'a str,
    /// In lower case, without a possessive ending.
    pub folded: String,
    /// Its family, stem or country; empty where it means nothing by itself.
    pub term: String,
    /// Whether a mark sets it apart from the word before.
    pub apart: bool,
}

/// Marks that set apart what stands beside them, where they stand alone.
const DASHES: [&str; 7] = ["-", "--", "|", "–", "—", "/", "&"];

/// The words of a text; what stands between angle brackets, as the symbols of companies do, is left out.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut apart = true;
    let mut within = false;
    for piece in text.split_whitespace() {
        within |= piece.starts_with('<');
        if within {
            within = !piece.contains('>');
            apart |= piece.ends_with([',', ';', ':']);
            continue;
        }
        if DASHES.contains(&piece) || piece == "..." {
            apart = true;
            continue;
        }
        for (at, part) in piece.split("--").enumerate().filter(|(_, part)| !part.is_empty()) {
            apart |= at > 0 || part.starts_with(['(', '"', '“', '‘', '[', '\'']);
            let bare = part.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '$');
            let end = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
            let dotted = end.contains('.') && bare[end.len()..].starts_with('.');
            let own = if dotted { &bare[..end.len() + 1] } else { end };
            let behind = &bare[own.len()..];
            // "Miners'" keeps its mark.
            let own = if behind.starts_with(['\'', '’']) && end.ends_with('s') && !part.starts_with(['\'', '‘']) {
                &bare[..own.len() + behind.chars().next().map_or(0, char::len_utf8)]
            } else {
                own
            };
            if !end.is_empty() {
                let folded = fold(end);
                let means = !is_empty_word(&folded) && !is_number(&folded);
                let term = if means { term(&folded) } else { String::new() };
                found.push(Token { text: own, folded, term, apart });
                apart = false;
            }
            apart |= bare[own.len()..].contains([',', ';', ':', '.', '?', '!', ')', '"', '”', '’', ']']);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_set_words_apart() {
        let found = tokens("FERRY <FRY> STRIKE: U.S. miners' talks -- \"no deal\"");
        let told: Vec<(&str, bool)> = found.iter().map(|token| (token.text, token.apart)).collect();
        let all = [
            ("FERRY", true),
            ("STRIKE", false),
            ("U.S.", true),
            ("miners'", false),
            ("talks", false),
            ("no", true),
            ("deal", false),
        ];
        assert_eq!(told, all);
        assert!(found[5].term.is_empty(), "a word of grammar");
    }
}
