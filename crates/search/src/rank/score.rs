//! How well an entry answers: BM25F over title and text, nearness of the words, and how many of them it has.
//!
//! BM25F: Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (CIKM 2004). Nearness:
//! ordered and unordered windows over words that follow each other in the query, as in the sequential dependence model of
//! Metzler and Croft, "A Markov random field model for term dependencies" (SIGIR 2005).

use super::Sense;
use crate::files::{Numbered, Posting, TEXT_STARTS, class_length};
use crate::logarithm::ln;

/// How soon a further occurrence of a word adds little.
const K1: f32 = 2.0;

/// How much the length of a text counts against it.
const B: f32 = 0.7;

/// What an occurrence in the title weighs beside one in the text.
const TITLE: f32 = 2.0;

/// What a word weighs that the passage does not have but is related to, beside one in the text.
const RELATED: f32 = 0.6;

/// What two words of the query in a row weigh.
const ORDERED: f32 = 0.6;

/// What two words of the query within a window weigh.
const UNORDERED: f32 = 0.4;

/// The window, in words.
const WINDOW: u16 = 8;

/// How much it counts to have many of the words.
const COVERAGE: f32 = 0.2;

/// The entry of a list that has come to its end.
const END: u32 = u32::MAX;

/// A part of a query as it is scored: any of its units, each the places of its words among the senses.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Goal {
    /// The units.
    pub(crate) units: Vec<Aim>,
    /// Whether what lacks it is no answer.
    pub(crate) required: bool,
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

impl Numbered for Scored {
    fn number(&self) -> u32 {
        self.entry
    }
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
    ln(1.0 + (stats.entries - n + 0.5).max(0.5) / (n + 0.5))
}

/// Scores all entries that answer, in order of their numbers.
pub(crate) fn score(goals: &[Goal], senses: &[Sense], stats: Stats) -> Vec<Scored> {
    let idf: Vec<f32> = senses.iter().map(|sense| rarity(stats, sense.entries)).collect();
    let weights: Vec<f32> = goals.iter().map(|goal| goal.weight(&idf)).collect();
    let pairs = pairs(goals);
    let lengths = std::array::from_fn(|class| 1.0 - B + B * class_length(class as u8) / stats.length);
    // The entry that each list has come to.
    let at = |sense: &Sense, place: usize| sense.list.entries().get(place).copied().unwrap_or(END);
    let mut heads: Vec<u32> = senses.iter().map(|sense| at(sense, 0)).collect();
    let mut places = vec![0usize; senses.len()];
    let mut here: Vec<Option<Posting<'_>>> = vec![None; senses.len()];
    let mut values = vec![0.0f32; senses.len()];
    let mut scored = Vec::new();
    while let Some(entry) = heads.iter().copied().min().filter(|entry| *entry != END) {
        let mut stands = false;
        here.fill(None);
        for (slot, sense) in senses.iter().enumerate() {
            if heads[slot] != entry {
                continue;
            }
            let place = places[slot];
            places[slot] += 1;
            heads[slot] = at(sense, places[slot]);
            let Some(posting) = sense.list.get(place) else { continue };
            let weight = sense.weights.get(place).copied().unwrap_or(1.0);
            here[slot] = Some(posting);
            values[slot] = weight * idf[slot] * saturated(posting, &lengths);
            stands |= !posting.positions.is_empty();
        }
        // What only has related words is no answer.
        if let Some(score) = one(goals, &here, &values, &idf, &weights, &pairs).filter(|_| stands) {
            scored.push(Scored { entry, score });
        }
    }
    scored
}

/// Scores one entry; `None` where it does not answer.
fn one(
    goals: &[Goal],
    here: &[Option<Posting<'_>>],
    values: &[f32],
    idf: &[f32],
    weights: &[f32],
    pairs: &[(usize, usize)],
) -> Option<f32> {
    let (mut sum, mut covered) = (0.0, 0.0);
    for (goal, weight) in goals.iter().zip(weights) {
        let best = goal.units.iter().filter_map(|aim| aim.value(here, values)).max_by(f32::total_cmp);
        match best {
            Some(value) => {
                sum += value;
                covered += weight;
            }
            None if goal.required => return None,
            None => {}
        }
    }
    if covered == 0.0 {
        return None;
    }
    for &(a, b) in pairs {
        if let (Some(first), Some(second)) = (here[a], here[b]) {
            sum += nearness(first, second) * (idf[a] + idf[b]);
        }
    }
    Some(sum * (1.0 - COVERAGE + COVERAGE * covered / weights.iter().sum::<f32>()))
}

impl Goal {
    /// How much it tells when it is met.
    fn weight(&self, idf: &[f32]) -> f32 {
        self.units
            .iter()
            .map(|aim| aim.slots().iter().map(|slot| idf[*slot]).sum())
            .max_by(f32::total_cmp)
            .unwrap_or(0.0)
    }
}

impl Aim {
    /// The senses it is made of.
    pub(crate) fn slots(&self) -> &[usize] {
        match self {
            Self::Word(slot) => std::slice::from_ref(slot),
            Self::Phrase(slots) => slots,
        }
    }

    /// What it adds to the score; `None` where the entry does not have it.
    fn value(&self, here: &[Option<Posting<'_>>], values: &[f32]) -> Option<f32> {
        match self {
            Self::Word(slot) => here[*slot].map(|_| values[*slot]),
            Self::Phrase(slots) => in_a_row(slots, here).then(|| slots.iter().map(|slot| values[*slot]).sum()),
        }
    }
}

/// Whether words stand in a row.
fn in_a_row(slots: &[usize], here: &[Option<Posting<'_>>]) -> bool {
    let Some(first) = slots.first().and_then(|slot| here[*slot]) else { return false };
    let follows = |start: &u16, (i, slot): (u16, &usize)| {
        here[*slot].is_some_and(|posting| posting.positions.binary_search(&start.saturating_add(i)).is_ok())
    };
    first.positions.iter().any(|start| (0..).zip(slots).all(|at| follows(start, at)))
}

/// The pairs of senses that follow each other in the query.
fn pairs(goals: &[Goal]) -> Vec<(usize, usize)> {
    let word = |goal: &Goal| match goal.units[..] {
        [Aim::Word(slot)] => Some(slot),
        _ => None,
    };
    goals.windows(2).filter_map(|pair| Some((word(&pair[0])?, word(&pair[1])?))).filter(|(a, b)| a != b).collect()
}

/// How often a word stands in an entry, on a scale that ends: title and text weighted, and the text set against its length,
/// which `lengths` gives by class.
fn saturated(posting: Posting<'_>, lengths: &[f32; 32]) -> f32 {
    let in_title = posting.positions.iter().take_while(|at| **at < TEXT_STARTS).count();
    let in_text = posting.positions.len() - in_title;
    let length = lengths[usize::from(posting.class & 31)];
    let in_text = if posting.positions.is_empty() { RELATED } else { in_text as f32 };
    let often = TITLE * in_title as f32 + in_text / length;
    often * (K1 + 1.0) / (often + K1)
}

/// How near to each other two words stand: often in a row, often within a window.
fn nearness(first: Posting<'_>, second: Posting<'_>) -> f32 {
    let (mut ordered, mut near) = (0.0, 0.0);
    let mut from = 0;
    for &at in first.positions {
        while second.positions.get(from).is_some_and(|other| other.saturating_add(WINDOW) < at) {
            from += 1;
        }
        let inside = second.positions[from..].iter().take_while(|other| **other <= at.saturating_add(WINDOW));
        let (mut any, mut next) = (false, false);
        for &other in inside {
            any |= other != at;
            next |= other == at.saturating_add(1);
        }
        ordered += f32::from(u8::from(next));
        near += f32::from(u8::from(any));
    }
    ORDERED * ordered / (ordered + K1) + UNORDERED * near / (near + K1)
}
