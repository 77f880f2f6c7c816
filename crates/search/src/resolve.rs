//! From the words of a query to the words of the directory.

use std::collections::BTreeMap;

use crate::correct::{mendable, neighbours, same_letters, slips};
use crate::postings::{Posting, merge};
use crate::searcher::{Missing, Searcher};
use crate::stem::stem;
use crate::terms::{self, Term};
use crate::{Correction, PackError, postings};

/// The most forms that a beginning of a word is taken for.
const MOST_ENDINGS: usize = 24;

/// The shortest beginning that is completed, in letters.
const SHORTEST_BEGINNING: usize = 2;

/// The most files that are asked for to mend a word.
const MOST_MENDING: usize = 12;

/// What completes a typed beginning weighs less than what was typed.
const ENDING_WEIGHT: f32 = 0.6;

/// What a word of a query is taken for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sense {
    /// The forms in the directory, each with its weight.
    pub(crate) forms: Vec<(String, f32)>,
    /// The entries it stands in, with the weight of each; those in the heads of the lists, or all.
    pub(crate) postings: Vec<Posting>,
    /// For each posting its weight; empty where all weigh 1.
    pub(crate) weights: Vec<f32>,
    /// In how many entries it stands, as far as the directory tells.
    pub(crate) entries: u32,
    /// What it weighs where that is not its rarity.
    pub(crate) boost: Option<f32>,
    /// How it was mended.
    pub(crate) correction: Option<Correction>,
}

/// How a word is to be looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Match {
    /// This form alone.
    Form,
    /// Any form of the stem.
    Stem,
    /// Any form of the stem, and what begins with it.
    Beginning,
}

impl Searcher {
    /// Looks a word up. What lies in files that are not here yet goes into `missing`, and counts as not there.
    pub(crate) fn sense(&self, form: &str, how: Match, mend: bool, missing: &mut Missing) -> Result<Sense, PackError> {
        let stem = stem(form);
        let mut found: Vec<(&Term, f32)> = Vec::new();
        for term in self.terms(&format!("{stem}\0"), missing).chain(self.terms(&format!("{stem}\x01"), missing)) {
            if terms::is_of(&term.key, &stem) && (how != Match::Form || terms::parts(&term.key).1 == form) {
                found.push((term, 1.0));
            }
        }
        found.dedup_by(|a, b| a.0.key == b.0.key);
        if how == Match::Beginning && form.chars().count() >= SHORTEST_BEGINNING {
            self.endings(form, &mut found, missing);
        }
        if found.is_empty() && mend && missing.is_empty() && mendable(form) {
            return self.mended(form, missing);
        }
        self.gather(&found, missing)
    }

    /// The terms whose keys begin with `prefix`.
    fn terms<'a>(&'a self, prefix: &str, missing: &mut Missing) -> impl Iterator<Item = &'a Term> + use<'a> {
        let prefix = prefix.to_owned();
        let leaves: Vec<&[Term]> = self.layout.leaves_of(&prefix).filter_map(|leaf| self.leaf(leaf, missing)).collect();
        leaves.into_iter().flat_map(move |leaf| {
            let start = leaf.partition_point(|term| term.key.as_str() < prefix.as_str());
            let prefix = prefix.clone();
            leaf[start..].iter().take_while(move |term| term.key.starts_with(&prefix))
        })
    }

    /// Adds the most frequent forms that begin with what was typed, as far as they lie in the first file of them.
    fn endings<'a>(&'a self, form: &str, found: &mut Vec<(&'a Term, f32)>, missing: &mut Missing) {
        let range = self.layout.leaves_of(form);
        let leaves = range.start..range.end.min(range.start + 2);
        let mut longer: Vec<&Term> = leaves
            .filter_map(|leaf| self.leaf(leaf, missing))
            .flatten()
            .filter(|term| terms::parts(&term.key).1.starts_with(form))
            .filter(|term| found.iter().all(|(known, _)| known.key != term.key))
            .collect();
        longer.sort_by(|a, b| b.entries.cmp(&a.entries).then_with(|| a.key.cmp(&b.key)));
        found.extend(longer.into_iter().take(MOST_ENDINGS).map(|term| (term, ENDING_WEIGHT)));
    }

    /// The sense of the word that was meant.
    fn mended(&self, form: &str, missing: &mut Missing) -> Result<Sense, PackError> {
        let mut leaves: Vec<usize> = Vec::new();
        for stem in neighbours(form) {
            let leaf = self.layout.leaves_of(&stem).start;
            if !leaves.contains(&leaf) && leaves.len() < MOST_MENDING {
                leaves.push(leaf);
            }
        }
        let typed: Vec<char> = form.chars().collect();
        // By stem: how far the nearest form lies, how often all forms occur, the nearest form.
        let mut stems: BTreeMap<&str, (u32, u32, String)> = BTreeMap::new();
        for term in leaves.into_iter().filter_map(|leaf| self.leaf(leaf, missing)).flatten() {
            let (stem, word) = terms::parts(&term.key);
            let letters: Vec<char> = word.chars().collect();
            let Some(far) = slips(&typed, &letters) else { continue };
            let best = stems.entry(stem).or_insert((far, 0, word.clone()));
            best.1 += term.entries;
            if far < best.0 {
                (best.0, best.2) = (far, word);
            }
        }
        let first = typed.first().copied();
        let best = stems.into_values().min_by(|a, b| {
            // Letters that changed places keep the letters; of words equally far, those are the likelier.
            let rank = |s: &(u32, u32, String)| {
                (s.0, s.2.chars().next() != first, !same_letters(&typed, &s.2), std::cmp::Reverse(s.1))
            };
            rank(a).cmp(&rank(b)).then_with(|| a.2.cmp(&b.2))
        });
        let Some((_, _, word)) = best else { return Ok(Sense::default()) };
        let mut sense = self.sense(&word, Match::Stem, false, missing)?;
        sense.correction = Some(Correction { typed: form.to_owned(), read: word });
        Ok(sense)
    }

    /// Puts the lists of terms together.
    fn gather(&self, found: &[(&Term, f32)], missing: &mut Missing) -> Result<Sense, PackError> {
        let mut sense = Sense::default();
        let (mut full, mut less) = (Vec::new(), Vec::new());
        for (term, weight) in found {
            sense.forms.push((terms::parts(&term.key).1, *weight));
            sense.entries += term.entries;
            let into = if *weight < 1.0 { &mut less } else { &mut full };
            into.push(term.postings()?);
            if let Some(tail) = term.tail {
                match self.tail(tail, missing)? {
                    Some(rest) => into.push(postings::decode(rest)?),
                    None => sense.entries = sense.entries.max(term.entries),
                }
            }
        }
        sense.postings = merge(full);
        if !less.is_empty() {
            let less = merge(less);
            let known: Vec<u32> = sense.postings.iter().map(|posting| posting.entry).collect();
            let mut both: Vec<(Posting, f32)> = sense.postings.into_iter().map(|posting| (posting, 1.0)).collect();
            both.extend(
                less.into_iter()
                    .filter(|posting| known.binary_search(&posting.entry).is_err())
                    .map(|posting| (posting, ENDING_WEIGHT)),
            );
            both.sort_by_key(|(posting, _)| posting.entry);
            (sense.postings, sense.weights) = both.into_iter().unzip();
        }
        sense.entries = sense.entries.min(self.layout.entries).max(sense.postings.len() as u32);
        Ok(sense)
    }
}
