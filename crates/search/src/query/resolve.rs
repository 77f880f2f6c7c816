//! From the words of a query to the words of the directory.

use super::correct::{may_be_near, mendable, neighbours, same_letters, slips};
use crate::files::{self, OUTLET, PERSON, PackError, Store, Term, Wanted, merge};
use crate::order::sort_large;
use crate::rank::Sense;
use crate::text::{english, stem};

/// The most forms that a beginning of a word is taken for.
const MOST_ENDINGS: usize = 24;

/// The shortest beginning that is completed, in letters.
const SHORTEST_BEGINNING: usize = 2;

/// How many letters a beginning may go on beyond its stem, and the shortest such stem in bytes.
const MOST_BEYOND: usize = 4;
const SHORTEST_STEM: usize = 4;

/// The most leaves that are looked through for them.
const MOST_ENDING_LEAVES: usize = 4;

/// The most leaves that are looked through to mend a word.
const MOST_MENDING: usize = 16;

/// What completes a typed beginning weighs less than what was typed.
const ENDING_WEIGHT: f32 = 0.6;

/// A term that a word is taken for, and whether it only begins like it.
type Found<'a> = (&'a Term, bool);

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

impl Store {
    /// Looks a word up. What lies in files that are not here yet goes into `wanted`, and counts as not there.
    pub(crate) fn sense(&self, form: &str, how: Match, mend: bool, wanted: &mut Wanted) -> Result<Sense, PackError> {
        let stem = stem(form);
        let waits = wanted.waits();
        let mut found: Vec<Found<'_>> = Vec::new();
        for beginning in files::beginnings(&stem) {
            for term in self.terms(&beginning, usize::MAX, wanted) {
                if how != Match::Form || files::parts(&term.key).1 == form {
                    found.push((term, false));
                }
            }
        }
        if how == Match::Beginning && form.chars().count() >= SHORTEST_BEGINNING {
            self.endings(form, &mut found, wanted);
        }
        if found.is_empty() && mend && wanted.waits() == waits && mendable(form) && !english(form) {
            return self.mended(form, wanted);
        }
        self.gather(&found, wanted)
    }

    /// The terms whose keys begin with `prefix`, as far as they lie in the first leaves of them.
    fn terms(&self, prefix: &str, leaves: usize, wanted: &mut Wanted) -> Vec<&Term> {
        let mut found = Vec::new();
        for leaf in self.layout.leaves_of(prefix).take(leaves) {
            let Some(terms) = self.leaf(leaf, wanted) else { continue };
            let start = terms.partition_point(|term| term.key.as_str() < prefix);
            found.extend(terms[start..].iter().take_while(|term| term.key.starts_with(prefix)));
        }
        found
    }

    /// Adds the most frequent forms that begin with what was typed.
    fn endings<'a>(&'a self, form: &str, found: &mut Vec<Found<'a>>, wanted: &mut Wanted) {
        let leaves = self.layout.leaves_of(form).take(MOST_ENDING_LEAVES);
        let mut longer: Vec<&Term> = leaves.filter_map(|leaf| self.leaf(leaf, wanted)).flatten().collect();
        // What was typed may go on beyond the stem.
        for cut in form.char_indices().rev().take(MOST_BEYOND).map(|(at, _)| at).filter(|at| *at >= SHORTEST_STEM) {
            let [beginning, _] = files::beginnings(&form[..cut]);
            longer.extend(self.terms(&beginning, 1, wanted));
        }
        longer.retain(|term| {
            files::parts(&term.key).1.starts_with(form) && found.iter().all(|(known, _)| known.key != term.key)
        });
        sort_large(&mut longer, &|a, b| b.documents.cmp(&a.documents).then_with(|| a.key.cmp(&b.key)));
        longer.dedup_by(|next, kept| next.key == kept.key);
        found.extend(longer.into_iter().take(MOST_ENDINGS).map(|term| (term, true)));
    }

    /// The sense of the word that was meant.
    fn mended(&self, form: &str, wanted: &mut Wanted) -> Result<Sense, PackError> {
        let mut leaves: Vec<usize> = Vec::new();
        for stem in neighbours(form) {
            let leaf = self.layout.leaves_of(&stem).start;
            if !leaves.contains(&leaf) && leaves.len() < MOST_MENDING {
                leaves.push(leaf);
            }
        }
        let typed: Vec<char> = form.chars().collect();
        let mut meant: Vec<Meant<'_>> = Vec::new();
        for term in leaves.into_iter().filter_map(|leaf| self.leaf(leaf, wanted)).flatten() {
            if term.key.starts_with([PERSON, OUTLET]) || !may_be_near(&typed, files::letters(&term.key)) {
                continue;
            }
            let letters: Vec<char> = files::letters(&term.key).collect();
            let Some(far) = slips(&typed, &letters) else { continue };
            let (stem, word) = files::parts(&term.key);
            match meant.iter_mut().find(|known| known.stem == stem) {
                Some(known) => known.add(far, word, term.documents),
                None => meant.push(Meant { stem, far, word, entries: term.documents }),
            }
        }
        let Some(best) = meant.into_iter().min_by(|a, b| a.rank(&typed).cmp(&b.rank(&typed))) else {
            return Ok(Sense::default());
        };
        let mut sense = self.sense(&best.word, Match::Stem, false, wanted)?;
        sense.mended = Some(best.word);
        Ok(sense)
    }

    /// Puts the lists of terms together.
    fn gather(&self, found: &[Found<'_>], wanted: &mut Wanted) -> Result<Sense, PackError> {
        let mut sense = Sense::default();
        let (mut full, mut less) = (Vec::new(), Vec::new());
        for (term, ending) in found {
            sense.forms.push(files::parts(&term.key).1);
            sense.documents = sense.documents.saturating_add(term.documents);
            let into = if *ending { &mut less } else { &mut full };
            into.push(term.postings()?);
            if let Some(rest) = term.tail.and_then(|tail| self.tail(tail, wanted)) {
                into.push(files::decode_list(rest)?);
            }
        }
        sense.list = merge(full);
        if !less.is_empty() {
            let typed = sense.list.entries().to_vec();
            less.push(std::mem::take(&mut sense.list));
            sense.list = merge(less);
            let mut typed = typed.into_iter().peekable();
            let weight = |entry: &u32| if typed.next_if_eq(entry).is_some() { 1.0 } else { ENDING_WEIGHT };
            sense.weights = sense.list.entries().iter().map(weight).collect();
        }
        sense.documents = sense.documents.min(self.layout.size.documents);
        Ok(sense)
    }
}

/// A stem that may be meant by a word that occurs nowhere.
struct Meant<'a> {
    stem: &'a str,
    /// How far its nearest form lies.
    far: u32,
    /// That form.
    word: String,
    /// How often all forms occur.
    entries: u32,
}

impl Meant<'_> {
    fn add(&mut self, far: u32, word: String, entries: u32) {
        self.entries = self.entries.saturating_add(entries);
        if far < self.far {
            (self.far, self.word) = (far, word);
        }
    }

    /// The lower, the likelier. Letters that changed places keep the letters; of words equally far, those are likelier, then
    /// the more frequent.
    fn rank(&self, typed: &[char]) -> (u32, bool, bool, u32, &str) {
        let first = self.word.chars().next() != typed.first().copied();
        (self.far, first, !same_letters(typed, &self.word), u32::MAX - self.entries, &self.word)
    }
}
