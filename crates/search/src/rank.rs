//! How well an entry answers: BM25F over title and text, nearness of the words, and how many of them it has.
//!
//! BM25F: Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (CIKM 2004). Nearness:
//! ordered and unordered windows over words that follow each other in the query, as in the sequential dependence model of
//! Metzler and Croft, "A Markov random field model for term dependencies" (SIGIR 2005).

use crate::postings::{Posting, TEXT_STARTS, class_length};
use crate::resolve::Sense;

/// How soon a further occurrence of a word adds little.
const K1: f32 = 2.0;

/// How much the length of a text counts against it.
const B: f32 = 0.7;

/// What an occurrence in the title weighs beside one in the text.
const TITLE: f32 = 2.0;

/// What two words of the query in a row weigh.
const ORDERED: f32 = 0.6;

/// What two words of the query within a window weigh.
const UNORDERED: f32 = 0.4;

/// The window, in words.
const WINDOW: u32 = 8;

/// How much it counts to have many of the words.
const COVERAGE: f32 = 0.1;

/// A part of a query as it is scored: any of its units, each the places of its words among the senses.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Goal {
    /// The units.
    pub(crate) units: Vec<Aim>,
    /// Whether what lacks it is no answer.
    pub(crate) required: bool,
    /// Whether its units only add to what the other goals find, all of them.
    pub(crate) widens: bool,
}

/// A word, or a phrase.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Aim {
    /// Index of the sense.
    Word(usize),
    /// Indices of senses that are to stand in a row.
    Phrase(Vec<usize>),
}

/// An entry with its score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scored {
    /// Number of the entry.
    pub(crate) entry: u32,
    /// The higher, the better.
    pub(crate) score: f32,
}

/// What is known of the corpus.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stats {
    /// How many entries.
    pub(crate) entries: f32,
    /// Mean length of a text, in words.
    pub(crate) length: f32,
}

/// How much it tells that a word stands in an entry (Robertson and Spärck Jones, never negative).
pub(crate) fn rarity(stats: Stats, entries: u32) -> f32 {
    let n = entries as f32;
    (1.0 + (stats.entries - n + 0.5).max(0.5) / (n + 0.5)).ln()
}

/// Scores all entries that answer, in order of their numbers.
pub(crate) fn score(goals: &[Goal], senses: &[Sense], stats: Stats) -> Vec<Scored> {
    let idf: Vec<f32> = senses.iter().map(|sense| rarity(stats, sense.entries)).collect();
    let total: f32 = goals.iter().filter(|goal| !goal.widens).map(|goal| goal.weight(&idf)).sum();
    let pairs = pairs(goals);
    let mut seen: Vec<(u32, u32, u32)> = Vec::with_capacity(senses.iter().map(|s| s.postings.len()).sum());
    for (slot, sense) in senses.iter().enumerate() {
        seen.extend(sense.postings.iter().enumerate().map(|(i, p)| (p.entry, slot as u32, i as u32)));
    }
    seen.sort_unstable();
    let mut here: Vec<Option<&Posting>> = vec![None; senses.len()];
    let mut values = vec![0.0f32; senses.len()];
    let mut scored = Vec::new();
    for group in seen.chunk_by(|a, b| a.0 == b.0) {
        for &(_, slot, i) in group {
            let (slot, i) = (slot as usize, i as usize);
            let sense = &senses[slot];
            here[slot] = Some(&sense.postings[i]);
            let weight = sense.weights.get(i).copied().unwrap_or(1.0);
            values[slot] = weight * sense.boost.unwrap_or(idf[slot]) * saturated(&sense.postings[i], stats);
        }
        if let Some(score) = one(goals, &here, &values, &idf, total, &pairs) {
            scored.push(Scored { entry: group[0].0, score });
        }
        for &(_, slot, _) in group {
            here[slot as usize] = None;
            values[slot as usize] = 0.0;
        }
    }
    scored
}

/// Scores one entry; `None` where it does not answer.
fn one(
    goals: &[Goal],
    here: &[Option<&Posting>],
    values: &[f32],
    idf: &[f32],
    total: f32,
    pairs: &[(usize, usize)],
) -> Option<f32> {
    let (mut sum, mut covered, mut widened) = (0.0, 0.0, 0.0);
    for goal in goals {
        if goal.widens {
            widened += goal.units.iter().filter_map(|aim| aim.value(here, values)).sum::<f32>();
            continue;
        }
        let best = goal.units.iter().filter_map(|aim| aim.value(here, values)).max_by(f32::total_cmp);
        match best {
            Some(value) => {
                sum += value;
                covered += goal.weight(idf);
            }
            None if goal.required => return None,
            None => {}
        }
    }
    if covered == 0.0 && widened == 0.0 {
        return None;
    }
    for &(a, b) in pairs {
        if let (Some(first), Some(second)) = (here[a], here[b]) {
            sum += nearness(first, second) * (idf[a] + idf[b]);
        }
    }
    Some((sum + widened) * (1.0 - COVERAGE + COVERAGE * covered / total))
}

impl Goal {
    /// How much it tells when it is met.
    fn weight(&self, idf: &[f32]) -> f32 {
        self.units.iter().map(|aim| aim.slots().map(|slot| idf[slot]).sum()).max_by(f32::total_cmp).unwrap_or(0.0)
    }
}

impl Aim {
    /// The senses it is made of.
    pub(crate) fn slots(&self) -> impl Iterator<Item = usize> {
        match self {
            Self::Word(slot) => std::slice::from_ref(slot).iter().copied(),
            Self::Phrase(slots) => slots.iter().copied(),
        }
    }

    /// What it adds to the score; `None` where the entry does not have it.
    fn value(&self, here: &[Option<&Posting>], values: &[f32]) -> Option<f32> {
        match self {
            Self::Word(slot) => here[*slot].map(|_| values[*slot]),
            Self::Phrase(slots) => in_a_row(slots, here).then(|| slots.iter().map(|slot| values[*slot]).sum()),
        }
    }
}

/// Whether words stand in a row.
pub(crate) fn in_a_row(slots: &[usize], here: &[Option<&Posting>]) -> bool {
    let Some(lists) = slots.iter().map(|slot| here[*slot].map(|p| p.positions.as_slice())).collect::<Option<Vec<_>>>()
    else {
        return false;
    };
    let Some((first, rest)) = lists.split_first() else { return false };
    first.iter().any(|start| (1..).zip(rest).all(|(i, list): (u32, _)| list.binary_search(&(start + i)).is_ok()))
}

/// The pairs of senses that follow each other in the query.
fn pairs(goals: &[Goal]) -> Vec<(usize, usize)> {
    let words: Vec<Option<usize>> = goals
        .iter()
        .map(|goal| match goal.units[..] {
            [Aim::Word(slot)] if !goal.widens => Some(slot),
            _ => None,
        })
        .collect();
    words.windows(2).filter_map(|pair| Some((pair[0]?, pair[1]?))).filter(|(a, b)| a != b).collect()
}

/// How often a word stands in an entry, on a scale that ends: title and text weighted, and set against the length.
fn saturated(posting: &Posting, stats: Stats) -> f32 {
    let in_title = posting.positions.iter().take_while(|at| **at < TEXT_STARTS).count();
    let in_text = posting.positions.len() - in_title;
    let length = 1.0 - B + B * class_length(posting.class) / stats.length;
    let often = TITLE * in_title as f32 + in_text as f32 / length;
    often * (K1 + 1.0) / (often + K1)
}

/// How near to each other two words stand: often in a row, often within a window.
fn nearness(first: &Posting, second: &Posting) -> f32 {
    let (mut ordered, mut near) = (0.0, 0.0);
    let mut from = 0;
    for &at in &first.positions {
        while second.positions.get(from).is_some_and(|other| other + WINDOW < at) {
            from += 1;
        }
        let inside = second.positions[from..].iter().take_while(|other| **other <= at + WINDOW);
        let (mut any, mut next) = (false, false);
        for &other in inside {
            any |= other != at;
            next |= other == at + 1;
        }
        ordered += f32::from(u8::from(next));
        near += f32::from(u8::from(any));
    }
    ORDERED * ordered / (ordered + K1) + UNORDERED * near / (near + K1)
}
