//! Who passes on news: agencies and outlets, by their names.

use std::collections::BTreeSet;

use crate::ground::words::{fold, is_in, words};

/// Abbreviations of news agencies, and what they stand for.
const AGENCIES: &[(&str, &str)] = &[
    ("ap", "Associated Press"),
    ("afp", "Agence France-Presse"),
    ("dpa", "Deutsche Presse-Agentur"),
    ("upi", "United Press International"),
    ("pti", "Press Trust of India"),
    ("ians", "Indo-Asian News Service"),
    ("cp", "Canadian Press"),
    ("aap", "Australian Associated Press"),
];

/// Names of news agencies that no common noun tells.
const NAMES: &str = "reuters tass xinhua bloomberg interfax kyodo yonhap anadolu ansa efe irna isna itar-tass kcna afp ap upi \
    dpa pti ians ani belga ritzau tanjug ukrinform unian presstv";

/// What outlets and agencies are called.
const NOUNS: &str = "news press agency times post journal herald tribune gazette courier chronicle observer guardian \
    telegraph independent mail magazine newspaper wire newswire radio television tv broadcasting presse-agentur \
    france-presse weekly daily review";

/// What institutions are called whose studies and counts reports rest on.
const INSTITUTES: &str = "institute institution centre center university college laboratory academy foundation \
    observatory survey monitor";

fn has(list: &'static str, word: &str) -> bool {
    is_in(list, word)
}

/// The full name that an agency's abbreviation stands for; else the name itself.
pub(super) fn full(name: &str) -> &str {
    let bare = fold(name.trim_start_matches("The ").trim_start_matches("the "));
    AGENCIES.iter().find(|(short, _)| *short == bare).map_or(name, |(_, full)| full)
}

/// Whether a name is that of an agency or an outlet.
pub(super) fn is_press(name: &str) -> bool {
    let found: Vec<String> = words(name).iter().map(|w| fold(w.text)).collect();
    found.iter().any(|word| has(NAMES, word))
        || found.last().is_some_and(|word| has(NOUNS, word))
        || found.iter().any(|word| matches!(word.as_str(), "news" | "press" | "agency"))
}

/// The agencies that a text names: in a dateline's brackets ("CORBY (Nordpress) -"), or `anywhere`.
pub(super) fn agencies(text: &str, anywhere: bool) -> BTreeSet<String> {
    let found = words(text);
    let is_bracketed =
        |from: usize, to: usize| text[..found[from].start].ends_with('(') && text[found[to].end..].starts_with(')');
    let mut named = BTreeSet::new();
    for (at, word) in found.iter().enumerate().filter(|(_, word)| word.text.starts_with(char::is_uppercase)) {
        let folded = fold(word.text);
        let short = has(NAMES, &folded) && (folded.len() > 4 || word.text.chars().all(char::is_uppercase));
        if short && (anywhere || is_bracketed(at, at)) {
            named.insert(fold(full(word.text)));
        }
        let next = found.get(at + 1).map_or("", |next| next.text);
        let agency = AGENCIES.iter().find(|(_, name)| name.split_once(' ') == Some((word.text, next)));
        if let Some((_, agency)) = agency.filter(|_| anywhere || is_bracketed(at, at + 1)) {
            named.insert(fold(agency));
        }
    }
    named
}

/// Whether a name is that of an institute whose studies reports rest on.
pub(super) fn is_institute(name: &str) -> bool {
    words(name).iter().any(|w| has(INSTITUTES, &fold(w.text)))
}

/// Whether a credit line means an agency or an office by a name, and no person: "Nordpress", "the Water Board", "NPA".
pub(super) fn is_credited(name: &str, person: bool) -> bool {
    let found = words(name);
    let acronym = found.len() == 1 && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    !person && (is_press(name) || is_institute(name) || acronym || found.len() == 1 || found.len() > 3)
}
