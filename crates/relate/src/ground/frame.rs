//! What two statements say beside the values that are held against each other.
//!
//! Values differ only if they fill the same place in the same thing said: with the values taken out, what is left of both
//! has to be the same.

use std::cell::RefCell;
use std::collections::BTreeSet;

use model::Span;

use super::lexicon;
use super::maps::Map;
use super::reports::{Place, Reports};
use super::words::{folded, is_in, stem, words};

/// A statement without its values.
pub(crate) struct Frame {
    /// The family or the stem of its verb, where it has one.
    verb: Option<String>,
    /// The families or stems of the words that mean something.
    terms: BTreeSet<String>,
    /// Whether it is known otherwise that it speaks of the same, whatever its words.
    known: bool,
}

/// Words that mean something which two frames share at least.
const SHARED: usize = 2;

/// The share of the shorter and of the longer frame's words that both have, at least.
const OF_SHORTER: usize = 70;
const OF_LONGER: usize = 45;

impl Frame {
    /// The statement at `place` without the words in `without`.
    pub(crate) fn new(reports: &Reports<'_>, place: Place, without: &[Span]) -> Self {
        let statement = reports.statement(place);
        let mut terms = BTreeSet::new();
        let mut at = statement.span.start;
        let values = without;
        let mut without: Vec<Span> = values.to_vec();
        model::order::sort(&mut without);
        for gap in without.into_iter().chain([Span::new(statement.span.end, statement.span.end)]) {
            if gap.start > at {
                terms.extend(terms_of(reports.cut(place.document, Span::new(at, gap.start.min(statement.span.end)))));
            }
            at = at.max(gap.end);
        }
        if let Some(subject) = statement.subject {
            terms.extend(terms_of(reports.cut(place.document, subject)));
        }
        // "Denied that it sold the mill": the verb that is left out is not what is said of the mill.
        let said = statement
            .clause
            .as_ref()
            .filter(|clause| !values.iter().any(|gap| gap.start <= clause.head.start && clause.head.end <= gap.end));
        let verb = said.map(|clause| reports.cut(place.document, clause.head));
        Self { verb: verb.map(|verb| term(&folded(verb))), terms, known: false }
    }

    /// The frame of a statement of which it is known that it speaks of the same.
    pub(crate) fn known(self) -> Self {
        Self { known: true, ..self }
    }

    /// How many terms it has.
    pub(crate) fn len(&self) -> usize {
        self.terms.len()
    }

    /// How many of its terms another has as well.
    pub(crate) fn shared(&self, other: &Self) -> usize {
        self.terms.intersection(&other.terms).count()
    }

    /// Whether it has the family or stem of a word.
    pub(crate) fn has(&self, term: &str) -> bool {
        self.terms.contains(term)
    }

    /// Whether both say the same of their values.
    pub(crate) fn fits(&self, other: &Self) -> bool {
        if self.known || other.known {
            return true;
        }
        let verb = self
            .verb
            .as_ref()
            .zip(other.verb.as_ref())
            .is_none_or(|(a, b)| a == b || other.terms.contains(a) && self.terms.contains(b));
        let shared = self.shared(other);
        let (shorter, longer) = (self.terms.len().min(other.terms.len()), self.terms.len().max(other.terms.len()));
        verb && shared >= SHARED && shared * 100 >= shorter * OF_SHORTER && shared * 100 >= longer * OF_LONGER
    }
}

/// Numbers in words.
const NUMBERS: &str = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands \
    million millions billion billions trillion dozen dozens half";

/// Whether a folded word is a number.
pub(crate) fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || is_in(NUMBERS, word)
}

/// The terms of the words of a text that mean something; numbers are values.
pub(crate) fn terms_of(text: &str) -> Vec<String> {
    let means = |word: &str| !lexicon::is_empty_word(word) && !is_number(word);
    words(text).iter().map(|w| folded(w.text)).filter(|w| means(w)).map(|w| term(&w)).collect()
}

/// The family or the stem of a folded word, or its country. Titles alone ask for each word of a corpus several times.
pub(crate) fn term(folded: &str) -> String {
    thread_local! {
        static KNOWN: RefCell<Map<String, String>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(term) = known.get(folded) {
            return term.clone();
        }
        if known.len() >= MOST_KNOWN {
            known.clear();
        }
        let term = look_up(folded);
        known.insert(folded.to_owned(), term.clone());
        term
    })
}

/// Words of which it is kept what they are.
const MOST_KNOWN: usize = 20_000;

fn look_up(folded: &str) -> String {
    if let Some(country) = super::countries::country(folded) {
        return format!("@{country}");
    }
    let stem = stem(folded);
    lexicon::family(&stem).map_or(stem, str::to_owned)
}
