//! Names and aliases that the corpus lists.

use std::{collections::BTreeMap, ops::Range};

use model::{Corpus, EntityKind};

use crate::{prose::Prose, words::Words};

/// A listed name in the text.
pub(super) struct Known {
    pub(super) words: Range<usize>,
    pub(super) name: String,
    pub(super) kind: EntityKind,
}

/// Finds the names and aliases of `corpus`, the longest first; they are told apart by case.
pub(super) fn find(prose: &Prose<'_>, corpus: &Corpus) -> Vec<Known> {
    // The words of each alias with the name it stands for, by the first word.
    type Entry<'a> = (Vec<String>, &'a str, EntityKind);
    let mut by_first: BTreeMap<String, Vec<Entry<'_>>> = BTreeMap::new();
    for entry in &corpus.names {
        for alias in std::iter::once(&entry.name).chain(&entry.aliases) {
            let parts = split(alias);
            if let Some(first) = parts.first().cloned() {
                by_first.entry(first).or_default().push((parts, &entry.name, entry.kind));
            }
        }
    }
    for list in by_first.values_mut() {
        model::order::sort_by(list, |a, b| (b.0.len(), &a.0, a.1).cmp(&(a.0.len(), &b.0, b.1)));
    }
    let words = &prose.words;
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let fits = |parts: &[String]| parts.iter().enumerate().all(|(i, part)| words.text(at + i) == part);
        let entry = by_first.get(words.text(at)).and_then(|list| list.iter().find(|(parts, _, _)| fits(parts)));
        match entry {
            Some((parts, name, kind)) => {
                found.push(Known { words: at..at + parts.len(), name: (*name).to_owned(), kind: *kind });
                at += parts.len();
            }
            None => at += 1,
        }
    }
    found
}

fn split(alias: &str) -> Vec<String> {
    let words = Words::split(alias, std::iter::once(0..alias.len()));
    (0..words.len()).map(|at| words.text(at).to_owned()).collect()
}
