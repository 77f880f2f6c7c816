//! What the best documents say besides: words that they share widen a query (pseudo-relevance feedback).
//!
//! Abdul-Jaleel et al., "UMass at TREC 2004" (RM3), with the words chosen by frequency times rarity.

use std::collections::BTreeMap;

use crate::stem::stem;
use crate::words::{common, words};

/// How many entries are taken for good answers.
pub(crate) const BEST: usize = 6;

/// How many of their words are looked up.
pub(crate) const LOOKED_UP: usize = 80;

/// How many words widen a query.
pub(crate) const WIDENING: usize = 40;

/// What they weigh in all, beside the words of the query.
pub(crate) const WEIGHT: f32 = 0.4;

/// The words that texts share, by form, each with its weight: how often it stands in them, the better texts counting more.
///
/// Of the forms of a stem, the first by the alphabet stands for all. Texts come with the score of each.
pub(crate) fn shared<'a>(texts: impl Iterator<Item = (&'a str, f32)>) -> Vec<(String, f32)> {
    let mut by_stem: BTreeMap<String, (String, f32, u32)> = BTreeMap::new();
    for (text, score) in texts {
        let found = words(text);
        let weight = score / found.len().max(1) as f32;
        let mut here: BTreeMap<String, (String, f32)> = BTreeMap::new();
        for word in found {
            if word.form.len() > 2 && !common(&word.form) && !word.form.starts_with(|c: char| c.is_ascii_digit()) {
                let entry = here.entry(stem(&word.form)).or_insert((word.form, 0.0));
                entry.1 += weight;
            }
        }
        for (stem, (form, weight)) in here {
            let entry = by_stem.entry(stem).or_insert((form, 0.0, 0));
            entry.1 += weight;
            entry.2 += 1;
        }
    }
    let mut all: Vec<(String, f32)> =
        by_stem.into_values().filter(|(_, _, texts)| *texts > 1).map(|(form, weight, _)| (form, weight)).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    all
}
