//! Spellings that go beyond single words: names in capitals, what a hyphen or an ampersand joins, marks at the end.

use super::english;
use super::words::{Word, common, words};

/// A form that stands beside those of the words themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spelling {
    /// The form.
    pub(crate) form: String,
    /// What it is.
    pub(crate) kind: Spelt,
    /// Its first word, by place.
    pub(crate) at: usize,
    /// How many words it spans.
    pub(crate) words: usize,
}

/// How words are spelt otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelt {
    /// In capitals, so that "US" is not "us": the form keeps them.
    Capitals,
    /// As one word where a hyphen stands, or a space: "ceasefire" for "cease-fire" and "cease fire".
    Joined,
    /// With its mark: "c#", "c++", "at&t".
    Marked,
    /// As the word that a short form of news agencies stands for: "million" for "mln".
    InFull,
}

/// Short forms in which agencies write amounts, with the words that people look for.
const SHORT: [(&str, &str); 8] = [
    ("mln", "million"),
    ("mn", "million"),
    ("bln", "billion"),
    ("bn", "billion"),
    ("trln", "trillion"),
    ("pct", "percent"),
    ("dlr", "dollar"),
    ("dlrs", "dollars"),
];

/// The fewest letters of each part of a word that is written as two.
const SHORTEST_PART: usize = 3;

/// Two words as the one that English has of them; `None` where it has none.
pub(crate) fn compound(first: &str, second: &str) -> Option<String> {
    let part =
        |word: &str| word.len() >= SHORTEST_PART && word.bytes().all(|b| b.is_ascii_lowercase()) && !common(word);
    (part(first) && part(second)).then(|| [first, second].concat()).filter(|joined| english(joined))
}

/// The longest name in capitals, in letters.
const LONGEST: usize = 6;

/// The letters of a word in capitals, without points; `None` where it is none.
fn capitals(word: &str) -> Option<String> {
    // Most words have a small letter, and need no copy.
    if !word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.') {
        return None;
    }
    let letters: String = word.chars().filter(|c| *c != '.').collect();
    let fits = (2..=LONGEST).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    fits.then_some(letters)
}

fn has_lower(text: &str) -> bool {
    text.chars().any(char::is_lowercase)
}

/// The further spellings in a text, by its words.
pub(crate) fn spellings(text: &str, words: &[Word]) -> Vec<Spelling> {
    spellings_by(text, words, &mut |at| compound(&words[at].form, &words[at + 1].form))
}

/// As [`spellings`]; `compound` tells the one word that the word at a place and the one behind it may be ([`compound`]).
pub(crate) fn spellings_by(
    text: &str,
    words: &[Word],
    compound: &mut dyn FnMut(usize) -> Option<String>,
) -> Vec<Spelling> {
    let mut found = Vec::new();
    let gap = |at: usize| words.get(at + 1).and_then(|next| text.get(words[at].end..next.start));
    // The pairs of an unspaced script overlap.
    let gap = |at: usize| gap(at).unwrap_or("");
    for (at, word) in words.iter().enumerate() {
        let written = &text[word.start..word.end];
        let joined = gap(at) == "&" || at.checked_sub(1).is_some_and(|before| gap(before) == "&");
        if let Some(form) = capitals(written).filter(|_| !joined) {
            // Where all are in capitals they tell nothing, unless the word stands alone.
            let beside = [at.checked_sub(1), Some(at + 1)].map(|at| at.and_then(|at| words.get(at)));
            let calm = |word: &Word| has_lower(&text[word.start..word.end]);
            if words.len() == 1 || beside.into_iter().flatten().any(calm) {
                found.push(Spelling { form, kind: Spelt::Capitals, at, words: 1 });
            }
        }
        if let Some((_, full)) = SHORT.iter().find(|(short, _)| *short == word.form) {
            found.push(Spelling { form: (*full).to_owned(), kind: Spelt::InFull, at, words: 1 });
        }
        let rest = &text[word.end..];
        let mark = ["#", "++"].into_iter().find(|mark| rest.starts_with(mark));
        if let Some(mark) =
            mark.filter(|mark| written.len() <= 2 && !rest[mark.len()..].starts_with(char::is_alphanumeric))
        {
            found.push(Spelling { form: [&word.form, mark].concat(), kind: Spelt::Marked, at, words: 1 });
        }
        if gap(at) == "&" {
            let form = [word.form.as_str(), "&", &words[at + 1].form].concat();
            found.push(Spelling { form, kind: Spelt::Marked, at, words: 2 });
        }
        if gap(at) == " " {
            found.extend(compound(at).map(|form| Spelling { form, kind: Spelt::Joined, at, words: 2 }));
        }
        let hyphen = |at: usize| matches!(gap(at), "-" | "‐" | "‑");
        let begins = hyphen(at) && !at.checked_sub(1).is_some_and(hyphen);
        if begins && word.form.starts_with(|c: char| c.is_alphabetic()) {
            let end = (at + 1..words.len()).find(|last| !hyphen(*last)).unwrap_or(words.len() - 1);
            let form: String = words[at..=end].iter().map(|word| word.form.as_str()).collect();
            found.push(Spelling { form, kind: Spelt::Joined, at, words: end + 1 - at });
        }
    }
    found
}

/// The further spellings of what was typed.
pub(crate) fn spelt(text: &str) -> Vec<Spelling> {
    spellings(text, &words(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<String> {
        spelt(text).into_iter().map(|spelling| spelling.form).collect()
    }

    #[test]
    fn capitals_are_kept_where_they_tell() {
        assert_eq!(forms("The US and the U.S. asked the WHO of them."), ["US", "US", "WHO"]);
        assert_eq!(forms("ALL OF US SHOUT"), Vec::<String>::new());
        assert_eq!(forms("US"), ["US"]);
    }

    #[test]
    fn two_words_are_one_where_english_has_it() {
        assert_eq!(forms("A cease fire ended the war."), ["ceasefire"]);
        assert_eq!(forms("The harbour master sold the iron ore of an old man."), Vec::<String>::new());
    }

    #[test]
    fn what_agencies_shorten_is_written_out() {
        assert_eq!(forms("It lent 3 mln in dlrs, up 4 pct."), ["million", "dollars", "percent"]);
    }

    #[test]
    fn what_is_joined_by_a_mark_is_one_word_too() {
        assert_eq!(forms("a cease-fire by e-mail, well-to-do, on 2024-03-04"), ["ceasefire", "email", "welltodo"]);
        assert_eq!(forms("written in C# or c++ at AT&T"), ["c#", "c++", "at&t"]);
    }
}
