//! How names are spelled, how often, and which of them mean the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use model::EntityKind;

use crate::ground::countries;
use crate::ground::maps::Set;
use crate::ground::reports::Reports;
use crate::ground::words::{fold, words};

/// What stands before a name without being part of it.
const TITLES: &str = "mr mrs ms miss dr prof professor sir dame lord lady president prime minister premier chancellor \
    king queen prince princess senator sen rep representative governor gov mayor secretary ambassador general gen \
    colonel col captain capt lieutenant lt sergeant sgt judge justice chief former late ex vice deputy actor actress \
    coach officer detective spokesman spokeswoman spokesperson attorney lawyer director chairman chairwoman leader pope \
    bishop father sheikh ayatollah the foreign defense defence interior attorney-general";

/// What is known of one spelling.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) spellings: BTreeMap<String, usize>,
    pub(super) kinds: BTreeMap<EntityKind, usize>,
    pub(super) documents: BTreeSet<u32>,
}

/// What names are compared by: folded, without titles, articles and points.
pub(crate) fn key(name: &str) -> String {
    key_of(&words(name).iter().map(|word| part(word.text)).collect::<Vec<String>>())
}

/// A word of a name as names are compared by it.
pub(crate) fn part(word: &str) -> String {
    fold(word).replace('.', "")
}

/// The [`key`] of a name by its words, each as a [`part`].
pub(crate) fn key_of(parts: &[String]) -> String {
    let titles = parts.iter().take(parts.len().saturating_sub(1)).take_while(|p| is_title(p)).count();
    let bare = parts[titles..].join(" ");
    countries::full_name(&bare).map_or(bare, str::to_owned)
}

pub(super) fn is_title(word: &str) -> bool {
    static WORDS: OnceLock<Set<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| TITLES.split_whitespace().collect()).contains(word)
}

/// All spellings, by their keys.
pub(super) fn tally(reports: &Reports<'_>) -> BTreeMap<String, Tally> {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for (document, report) in reports.documents.iter().enumerate() {
        for mention in &report.mentions {
            let key = key(&mention.name);
            if key.is_empty() {
                continue;
            }
            let tally = tallies.entry(key).or_default();
            *tally.spellings.entry(mention.name.trim().to_owned()).or_default() += 1;
            *tally.kinds.entry(mention.kind).or_default() += 1;
            tally.documents.insert(document as u32);
        }
    }
    tallies
}

/// The kind that most mentions have.
pub(super) fn kind(tally: &Tally) -> EntityKind {
    tally
        .kinds
        .iter()
        .max_by_key(|&(kind, count)| (*kind != EntityKind::Other, *count, std::cmp::Reverse(*kind)))
        .map_or(EntityKind::Other, |(kind, _)| *kind)
}

/// Names that were found to mean the same (union-find).
#[derive(Default)]
pub(super) struct Groups {
    up: BTreeMap<String, String>,
    /// The roots of the names that the corpus lists: no two of them are one.
    pub(super) listed: BTreeSet<String>,
}

impl Groups {
    pub(super) fn root(&self, name: &str) -> String {
        let mut at = name;
        while let Some(up) = self.up.get(at) {
            at = up;
        }
        at.to_owned()
    }

    /// Puts `short` with `full`.
    pub(super) fn join(&mut self, short: &str, full: &str) {
        let (short, full) = (self.root(short), self.root(full));
        if short == full || self.listed.contains(&short) && self.listed.contains(&full) {
            return;
        }
        if self.listed.remove(&short) {
            self.listed.insert(full.clone());
        }
        self.up.insert(short, full);
    }
}
