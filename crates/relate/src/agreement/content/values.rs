//! Enough of the same words, and no other names, numbers or parts.

use std::collections::BTreeSet;

use super::Content;
use crate::features::{Features, Number, Sort, Term};
use crate::ground::frame::is_number;
use crate::ground::words::is_in;

/// Words that make it a part, a further one, or one of several, and nouns for what was only said: where only one of two
/// statements has them it speaks of others.
const PARTS: &str = "second third fourth fifth another other others additional further remaining half most some part partly \
    several only total overall combined fewer less every each either neither few many rather instead except \
    unlike longer \
    announcement statement report claim claims news offer proposal decision";

/// How much of the lighter statement's words the other has, and how much of the heavier one's, at least.
const OF_SHORTER: f32 = 0.6;
const OF_LONGER: f32 = 0.2;

/// The same where the verb says little by itself.
const OF_SHORTER_LIGHT: f32 = 0.75;
const OF_LONGER_LIGHT: f32 = 0.45;

/// How much of either statement's words both have where they are the same but for words of grammar.
const OF_THE_SAME: f32 = 0.95;

/// Words that mean something which both have at least; one day counts as a word, and so does a pronoun that is known to mean
/// whom the other names. Fewer are enough where that is all that one says, or both say, if a name is among them.
const SHARED: usize = 4;
const SHARED_AND_ALL: usize = 3;
const SHARED_WITH_A_NAME: usize = 2;

/// Numbers in figures that make a line without a verb one of a table.
const NUMBERS: usize = 2;

/// Words that mean something which two statements hardly share by chance.
const MANY: usize = 7;

/// The numbers among words, however they are written.
pub(super) fn figures(words: &[String]) -> BTreeSet<String> {
    model::order::gather(words.iter().filter(|word| is_number(word)).map(|word| figure(word).to_owned()))
}

/// The words among others that make of what is told a part.
pub(super) fn parts(words: &[String]) -> BTreeSet<String> {
    // "Blood, sweat and other fluids" are all fluids.
    let sums = |at: usize| at > 0 && words[at - 1] == "and" && matches!(words[at].as_str(), "other" | "others");
    let of = (0..words.len()).filter(|&at| is_in(PARTS, &words[at]) && !sums(at));
    model::order::gather(of.map(|at| words[at].clone()))
}

impl Content<'_> {
    /// Whether each has a number, in words or figures, that the other has not.
    pub(super) fn counts_otherwise(&self, other: &Self) -> bool {
        let lone = |a: &Self, b: &Self| a.figures.iter().any(|number| !b.figures.contains(number));
        lone(self, other) && lone(other, self) && !self.has_numbers_of(other)
    }

    /// Whether all quantities of either are met by the other's, however they are written.
    fn has_numbers_of(&self, other: &Self) -> bool {
        let (x, y) = (&self.features.said.numbers, &other.features.said.numbers);
        let met = |a: &Number, all: &[Number]| all.iter().any(|b| a.unit == b.unit && close(a, b));
        !x.is_empty() && x.iter().all(|a| met(a, y)) || !y.is_empty() && y.iter().all(|b| met(b, x))
    }

    /// Whether both have the same words that mean something.
    pub(crate) fn is_told_as(&self, other: &Self) -> bool {
        let (m, n, both) = self.shared(other);
        both >= OF_THE_SAME * m.max(n)
    }

    /// How many words that mean something both have.
    pub(crate) fn words_shared(&self, other: &Self) -> usize {
        self.bag.iter().filter(|t| other.bag.binary_search_by_key(&t.0, |o| o.0).is_ok()).count()
    }

    /// Whether either is a line of a table or of prices, and each has a number that the other has not; a headline with its score is one
    /// with the same that leaves it out.
    pub(crate) fn is_another_line_than(&self, other: &Self) -> bool {
        let digits = |word: &&String| word.starts_with(|c: char| c.is_ascii_digit());
        let line = |content: &Self| {
            content.features.said.verb.is_none() && content.words.iter().filter(digits).count() >= NUMBERS
        };
        (line(self) || line(other)) && self.figures_otherwise(other)
    }

    /// Whether both have so many words in common that chance hardly made them so.
    pub(crate) fn shares_much_with(&self, other: &Self) -> bool {
        self.words_shared(other) >= MANY
    }

    /// Most of the lighter one's words, and enough of the heavier one's.
    pub(super) fn has_words_of(&self, other: &Self) -> bool {
        let has = |bag: &[(Term, Sort, f32)], term: Term| bag.binary_search_by_key(&term, |t| t.0).is_ok();
        let count = self.words_shared(other);
        let (m, n, both) = self.shared(other);
        let light = self.light || other.light;
        let (shorter, longer) = if light && both < OF_SHORTER_LIGHT * m.min(n) {
            (OF_SHORTER_LIGHT, OF_LONGER_LIGHT)
        } else {
            (OF_SHORTER, OF_LONGER)
        };
        let days = self.features.days.zip(other.features.days);
        let one_day = days.is_some_and(|((a, a_end), (b, b_end))| a <= b_end && b <= a_end);
        let count = count + usize::from(one_day) + usize::from(self.means_who_is_told(other) == Some(true));
        let named = self.bag.iter().any(|t| t.1 == Sort::Name && has(&other.bag, t.0));
        let least = match (both >= OF_THE_SAME * m.max(n), both >= OF_THE_SAME * m.min(n)) {
            (true, _) if named => SHARED_WITH_A_NAME,
            (true, _) => SHARED_AND_ALL,
            (false, true) if named => SHARED_AND_ALL,
            (false, _) => SHARED,
        };
        count >= least && both >= shorter * m.min(n) && both >= longer * m.max(n)
    }

    /// Whether the other has every name, number and word of part that this one has, or has none of its kind at all.
    pub(super) fn has_values_of(&self, other: &Self) -> bool {
        self.has_names_of(other) && self.has_counts_of(other)
    }

    /// Whether not each has a name that the other has not.
    fn has_names_of(&self, other: &Self) -> bool {
        let wide = |features: &Features, term: Term| features.wide.binary_search_by_key(&term, |t| t.0).is_ok();
        // A pronoun and "the virus" stand for the name of its subject.
        let called = self.is_called_otherwise(other);
        let told = |a: &Self, b: &Self, term: Term| {
            let in_subject = a.features.said.subject.binary_search(&term).is_ok();
            b.bag.iter().any(|t| t.0 == term) || in_subject && (called || b.subject.meant.is_some())
        };
        let lacks =
            |a: &Self, b: &Self| a.bag.iter().any(|t| t.1 == Sort::Name && !wide(b.features, t.0) && !told(a, b, t.0));
        !(lacks(self, other) && lacks(other, self))
    }

    /// Whether the other has every number and word of part that this one has, or has none of its kind at all, and leads the same way.
    pub(super) fn has_counts_of(&self, other: &Self) -> bool {
        let (ours, theirs) = (&self.figures, &other.figures);
        // Written in words here and in figures there: the quantities tell.
        let counts = ours.is_empty()
            || theirs.is_empty()
            || ours.is_subset(theirs)
            || theirs.is_subset(ours)
            || self.has_numbers_of(other);
        let lasting = |a: &Number| other.features.said.numbers.iter().filter(|b| b.unit == a.unit).all(|b| close(a, b));
        counts && self.features.said.numbers.iter().all(lasting) && self.parts == other.parts && self.leads_as(other)
    }

    /// Whether what both name stands behind no opposite word of direction: "to Guinea", "from Guinea".
    fn leads_as(&self, other: &Self) -> bool {
        let way = |word: &str| other.ways.iter().find(|(known, _)| known == word).map(|way| way.1);
        self.ways.iter().all(|(word, ahead)| way(word).is_none_or(|theirs| theirs == *ahead))
    }
}

/// Words of more than three letters, each once, that stand up to three words behind one of direction where they first stand, with
/// whether that leads there (or away).
pub(super) fn ways(words: &[String]) -> Vec<(String, bool)> {
    let mut found: Vec<(String, bool)> = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| word.len() > 3) {
        let ahead = words[at.saturating_sub(3)..at].iter().rev().find_map(|word| match word.as_str() {
            "from" => Some(false),
            "to" | "into" | "for" | "toward" | "towards" => Some(true),
            _ => None,
        });
        if let Some(ahead) = ahead
            && !words[..at].contains(word)
        {
            found.push((word.clone(), ahead));
        }
    }
    found
}

/// A number as a figure: "three" and "3", "12th" and "12" are one.
pub(super) fn figure(word: &str) -> &str {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    const FIGURES: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    if let Some(at) = WORDS.iter().position(|known| *known == word) {
        return FIGURES[at];
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    if digits.len() < word.len() && matches!(&word[digits.len()..], "st" | "nd" | "rd" | "th") { digits } else { word }
}

/// Whether two numbers are one, as exactly as they are told: "more than 4,000" is neither "more than 4,500" nor "nearly
/// 5,000", though all three may be right.
fn close(a: &Number, b: &Number) -> bool {
    let told = |number: &Number| match (number.low > f64::MIN, number.high < f64::MAX) {
        (true, true) => f64::midpoint(number.low, number.high),
        (true, false) => number.low,
        (false, _) => number.high,
    };
    let (x, y) = (told(a), told(b));
    // "6.13 percent" is not "6.19 percent": who tells a fraction is exact.
    let exact = |number: &Number| number.low.total_cmp(&number.high).is_eq() && number.low.fract() != 0.0;
    if exact(a) && exact(b) && (x - y).abs() > EXACT * x.abs().max(y.abs()) {
        return false;
    }
    a.low <= b.high && b.low <= a.high && (x - y).abs() <= NEAR * x.abs().max(y.abs())
}

/// How far apart two numbers may be told that are one, as a share of the larger.
const NEAR: f64 = 0.05;

/// The same of two that are told to the fraction.
const EXACT: f64 = 0.005;
