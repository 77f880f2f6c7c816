//! The terms that statements are compared by, numbered.

use super::asides::asides;
use super::vectors::Term;
use crate::ground::maps::Map;
use crate::ground::words::{Word, folded, stem};
use crate::ground::{countries, lexicon};

/// What a term stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Word,
    Event,
    Name,
}

/// Terms, numbered in order of appearance.
#[derive(Default)]
pub(crate) struct Vocabulary {
    known: Map<String, Term>,
    /// Words as they were written that were looked up before.
    words: Map<String, Option<(Term, Sort)>>,
}

impl Vocabulary {
    /// The term of a name.
    pub(crate) fn term(&mut self, name: String) -> Term {
        let next = self.known.len() as Term;
        *self.known.entry(name).or_insert(next)
    }

    /// The term of a verb, whatever the vocabulary makes of it otherwise; `folded` as it stands.
    pub(crate) fn verb(&mut self, folded: &str) -> Term {
        let stem = stem(folded);
        match lexicon::family(&stem) {
            Some(family) => self.term(format!("*{family}")),
            None => self.term(stem),
        }
    }

    /// The term of a word, and what it stands for; `None` for empty words and bare numbers.
    pub(crate) fn word(&mut self, word: &str) -> Option<(Term, Sort)> {
        if let Some(&known) = self.words.get(word) {
            return known;
        }
        let found = self.look_up(&folded(word));
        self.words.insert(word.to_owned(), found);
        found
    }

    fn look_up(&mut self, folded: &str) -> Option<(Term, Sort)> {
        if let Some(country) = countries::country(folded) {
            return Some((self.term(format!("@{country}")), Sort::Name));
        }
        if lexicon::is_empty_word(folded) || folded.len() < 2 || !folded.chars().any(char::is_alphabetic) {
            return None;
        }
        let stem = stem(folded);
        Some(match lexicon::family(&stem) {
            Some(family) => (self.term(format!("*{family}")), Sort::Event),
            None => (self.term(stem), Sort::Word),
        })
    }
}

/// The terms of a text by its words, in its order, but for its asides; with the byte at which each stands.
pub(super) fn terms(text: &str, words: &[Word<'_>], vocabulary: &mut Vocabulary) -> Vec<(Term, Sort, usize)> {
    let mut terms = Vec::with_capacity(words.len());
    let asides = asides(text, words);
    for word in words.iter().filter(|word| !asides.iter().any(|aside| aside.contains(&word.start))) {
        // "US" is a country, "us" is not.
        if word.text != "US" && word.text.eq_ignore_ascii_case("us") {
            continue;
        }
        if let Some((term, sort)) = vocabulary.word(word.text) {
            let capital = word.start > 0 && word.text.chars().next().is_some_and(char::is_uppercase);
            terms.push((term, if sort == Sort::Word && capital { Sort::Name } else { sort }, word.start));
        }
    }
    terms
}
