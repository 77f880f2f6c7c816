//! How well an entry answers: BM25F over title and text, of the passage and of its whole document, nearness of the words,
//! and how many of them it has.
//!
//! BM25F: Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (CIKM 2004). Passage and
//! document together: Callan, "Passage-level evidence in document retrieval" (SIGIR 1994). Nearness: ordered and unordered
//! windows over words that follow each other in the query, as in the sequential dependence model of Metzler and Croft, "A
//! Markov random field model for term dependencies" (SIGIR 2005).

use super::{Sense, Weights};
use crate::files::{CLAIM, Lengths, Numbered, Posting, SOMEBODY, Size, TEXT_STARTS};
use crate::logarithm::ln;

/// The window in which two words are near, in words.
const WINDOW: u16 = 8;

/// How many times its score a person counts whose name has all the words: more than any passage can have.
const NAMED: f32 = 6.0;

/// How many times its score a claim counts whose title has the name.
const ABOUT_NAMED: f32 = 2.5;

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

/// What is known of the corpus, and what counts how much.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stats {
    /// How many documents.
    pub(crate) documents: f32,
    /// Mean length of a passage, in words.
    pub(crate) passage: f32,
    /// Mean length of a document, in words.
    pub(crate) document: f32,
    /// What counts how much.
    pub(crate) weights: Weights,
}

impl Stats {
    /// What is known of a corpus of some size.
    pub(crate) fn of(size: Size, weights: Weights) -> Self {
        let mean = |of: u32| (size.words as f32 / of.max(1) as f32).max(1.0);
        Self {
            documents: size.documents.max(1) as f32,
            passage: mean(size.passages),
            document: mean(size.documents),
            weights,
        }
    }
}

/// How much it tells that a word stands in a document (Robertson and Spärck Jones, never negative), by how many it does.
pub(crate) fn rarity(stats: Stats, documents: u32) -> f32 {
    let n = documents as f32;
    ln(1.0 + (stats.documents - n + 0.5).max(0.5) / (n + 0.5))
}

/// Scores all entries that answer, in order of their numbers.
pub(crate) fn score(goals: &[Goal], senses: &[Sense], stats: Stats) -> Vec<Scored> {
    let ranking = Ranking::of(goals, senses, stats);
    // The entry that each list has come to.
    let at = |sense: &Sense, place: usize| sense.list.entries().get(place).copied().unwrap_or(END);
    let mut heads: Vec<u32> = senses.iter().map(|sense| at(sense, 0)).collect();
    let mut places = vec![0usize; senses.len()];
    let mut passage = Passage { postings: vec![None; senses.len()], values: vec![0.0; senses.len()] };
    let mut document = Document::new(senses.len(), goals);
    let (mut scored, mut called) = (Vec::new(), Vec::new());
    while let Some(entry) = heads.iter().copied().min().filter(|entry| *entry != END) {
        let mut stands = false;
        passage.postings.fill(None);
        for (slot, sense) in senses.iter().enumerate() {
            if heads[slot] != entry {
                continue;
            }
            let place = places[slot];
            places[slot] += 1;
            heads[slot] = at(sense, places[slot]);
            let Some(posting) = sense.list.get(place) else { continue };
            if document.first != posting.place.first {
                document.close(&ranking, &mut scored);
                document.open(posting, scored.len());
            }
            let weight = sense.weights.get(place).copied().unwrap_or(1.0);
            passage.postings[slot] = Some(posting);
            passage.values[slot] = weight * ranking.idf[slot] * ranking.of_passage(posting);
            document.count(slot, weight, ranking.often(posting));
            stands |= !posting.positions.is_empty();
        }
        let own = ranking.passage(&passage, &mut document.met);
        // What only has related words is no answer.
        if let Some(score) = own.filter(|_| stands) {
            if document.whole >= CLAIM && ranking.is_called(&passage) {
                called.push((scored.len(), document.whole));
            }
            scored.push(Scored { entry, score });
        }
    }
    document.close(&ranking, &mut scored);
    // Where all that was typed is a name, that person leads, and then the claims about them.
    if called.iter().any(|(_, kind)| *kind == SOMEBODY) {
        for (at, kind) in called {
            scored[at].score *= if kind == SOMEBODY { NAMED } else { ABOUT_NAMED };
        }
    }
    scored
}

/// What all entries are scored by.
struct Ranking<'a> {
    goals: &'a [Goal],
    weights: Weights,
    /// How much each sense tells, and each goal when it is met.
    idf: Vec<f32>,
    tells: Vec<f32>,
    /// Senses that follow each other in the query.
    pairs: Vec<(usize, usize)>,
    /// What a length counts against a passage and a document, by class.
    passages: [f32; 32],
    documents: [f32; 32],
}

/// The words of the entry at hand, and what each adds.
struct Passage<'a> {
    postings: Vec<Option<Posting<'a>>>,
    values: Vec<f32>,
}

/// The document at hand: what its passages have of the words.
struct Document {
    /// Number of its first entry.
    first: u32,
    /// The class of its length.
    whole: u8,
    /// How often each sense stands in the texts of its passages, and in its title.
    often: Vec<(f32, f32)>,
    /// Which units of which goals a passage has; of phrases only.
    met: Vec<Vec<bool>>,
    /// Place of its first passage among those that were scored.
    from: usize,
}

impl<'a> Ranking<'a> {
    fn of(goals: &'a [Goal], senses: &[Sense], stats: Stats) -> Self {
        let weights = stats.weights;
        let idf: Vec<f32> = senses.iter().map(|sense| rarity(stats, sense.documents)).collect();
        let lengths = |scale: Lengths, b: f32, mean: f32| {
            std::array::from_fn(|class| 1.0 - b + b * scale.words(class as u8) / mean)
        };
        // A claim or a person is as long as the mean document.
        let mut documents = lengths(Lengths::DOCUMENTS, weights.document_b, stats.document);
        documents[usize::from(CLAIM)..].fill(1.0);
        Self {
            goals,
            weights,
            tells: goals.iter().map(|goal| goal.weight(&idf)).collect(),
            idf,
            pairs: pairs(goals),
            passages: lengths(Lengths::PASSAGES, weights.passage_b, stats.passage),
            documents,
        }
    }

    /// How often a word stands in text and title; a word that does not but is related counts as part of one.
    fn often(&self, posting: Posting<'_>) -> (f32, f32) {
        let title = posting.positions.iter().take_while(|at| **at < TEXT_STARTS).count();
        let text = (posting.positions.len() - title) as f32;
        let weights = &self.weights;
        let text = match (posting.positions.is_empty(), posting.shared) {
            (true, true) => weights.related,
            (true, false) => weights.akin,
            (false, true) => text + weights.shared,
            (false, false) => text,
        };
        (text, title as f32)
    }

    /// How often a word stands in a passage, on a scale that ends: title and text weighted, and the text set against its
    /// length.
    fn of_passage(&self, posting: Posting<'_>) -> f32 {
        let (text, title) = self.often(posting);
        let often = self.weights.title * title + text / self.passages[usize::from(posting.place.class & 31)];
        saturated(often, self.weights.passage_k1)
    }

    /// What goals add that are met, and how much of the query that is; `None` where one is required and is not met.
    fn goals(&self, value: impl Fn(usize, usize, &Aim) -> Option<f32>) -> Option<(f32, f32)> {
        let (mut sum, mut covered) = (0.0, 0.0);
        for (at, (goal, tells)) in self.goals.iter().zip(&self.tells).enumerate() {
            let values = goal.units.iter().enumerate().filter_map(|(unit, aim)| value(at, unit, aim));
            match values.max_by(f32::total_cmp) {
                Some(value) => {
                    sum += value;
                    covered += tells;
                }
                None if goal.required => return None,
                None => {}
            }
        }
        Some((sum, covered))
    }

    /// A sum, by how much of the query is covered.
    fn covering(&self, sum: f32, covered: f32) -> f32 {
        let coverage = self.weights.coverage;
        sum * (1.0 - coverage + coverage * covered / self.tells.iter().sum::<f32>())
    }

    /// Scores a passage by itself; `None` where it does not answer. Notes the phrases it has.
    fn passage(&self, passage: &Passage<'_>, met: &mut [Vec<bool>]) -> Option<f32> {
        for (goal, met) in self.goals.iter().zip(met) {
            for (aim, met) in goal.units.iter().zip(met) {
                *met |= matches!(aim, Aim::Phrase(slots) if in_a_row(slots, &passage.postings));
            }
        }
        let (mut sum, covered) = self.goals(|_, _, aim| match aim {
            Aim::Word(slot) => passage.postings[*slot].map(|_| passage.values[*slot]),
            Aim::Phrase(slots) => {
                in_a_row(slots, &passage.postings).then(|| slots.iter().map(|slot| passage.values[*slot]).sum())
            }
        })?;
        if covered == 0.0 {
            return None;
        }
        for &(a, b) in &self.pairs {
            if let (Some(first), Some(second)) = (passage.postings[a], passage.postings[b]) {
                sum += self.nearness(first, second) * (self.idf[a] + self.idf[b]);
            }
        }
        Some(self.covering(sum, covered))
    }

    /// Whether the title has all that is sought.
    fn is_called(&self, passage: &Passage<'_>) -> bool {
        let in_title = |slot: &usize| {
            let first = passage.postings[*slot].and_then(|posting| posting.positions.first());
            first.is_some_and(|at| *at < TEXT_STARTS)
        };
        self.goals.iter().all(|goal| goal.units.iter().any(|aim| aim.slots().iter().all(in_title)))
    }

    /// Scores a document.
    fn document(&self, document: &Document) -> f32 {
        let length = self.documents[usize::from(document.whole & 31)];
        let value = |slot: usize| {
            let (text, title) = document.often[slot];
            self.idf[slot] * saturated(self.weights.title * title + text / length, self.weights.document_k1)
        };
        let goals = self.goals(|goal, unit, aim| match aim {
            Aim::Word(slot) => (document.often[*slot] != (0.0, 0.0)).then(|| value(*slot)),
            Aim::Phrase(slots) => document.met[goal][unit].then(|| slots.iter().map(|slot| value(*slot)).sum()),
        });
        goals.map_or(0.0, |(sum, covered)| self.covering(sum, covered))
    }

    /// How near to each other two words stand: often in a row, often within a window.
    fn nearness(&self, first: Posting<'_>, second: Posting<'_>) -> f32 {
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
        let Weights { ordered: in_a_row, unordered, pairs_k1, .. } = self.weights;
        in_a_row * ordered / (ordered + pairs_k1) + unordered * near / (near + pairs_k1)
    }
}

impl Document {
    fn new(senses: usize, goals: &[Goal]) -> Self {
        Self {
            first: END,
            whole: 0,
            often: vec![(0.0, 0.0); senses],
            met: goals.iter().map(|goal| vec![false; goal.units.len()]).collect(),
            from: 0,
        }
    }

    /// Begins with the first of its entries that has a word.
    fn open(&mut self, posting: Posting<'_>, from: usize) {
        (self.first, self.whole, self.from) = (posting.place.first, posting.place.whole, from);
        self.often.fill((0.0, 0.0));
        self.met.iter_mut().for_each(|units| units.fill(false));
    }

    /// Counts a word of one of its passages; the title is that of all.
    fn count(&mut self, slot: usize, weight: f32, (text, title): (f32, f32)) {
        let (texts, titles) = &mut self.often[slot];
        *texts += weight * text;
        *titles = titles.max(weight * title);
    }

    /// Gives each of its passages that were scored the document's share.
    fn close(&self, ranking: &Ranking<'_>, scored: &mut [Scored]) {
        let passages = scored.get_mut(self.from..).unwrap_or_default();
        if passages.is_empty() {
            return;
        }
        let (share, score) = (ranking.weights.document, ranking.document(self));
        for passage in passages {
            passage.score = (1.0 - share) * passage.score + share * score;
        }
    }
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
}

/// How often, on a scale that ends.
fn saturated(often: f32, k1: f32) -> f32 {
    often * (k1 + 1.0) / (often + k1)
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
    // Of several spellings the first is the one as words.
    let word = |goal: &Goal| match goal.units.first() {
        Some(Aim::Word(slot)) => Some(*slot),
        _ => None,
    };
    goals.windows(2).filter_map(|pair| Some((word(&pair[0])?, word(&pair[1])?))).filter(|(a, b)| a != b).collect()
}
