//! From entries to the lists of every word: what both the build and, for small corpora, the browser do.

use std::collections::HashMap;

use crate::Entry;
use crate::columns::Facets;
use crate::postings::{TEXT_STARTS, append, length_class};
use crate::terms::{Term, key};
use crate::words::{Word, words};

/// Sign before words of people's names.
pub(crate) const PERSON: char = '@';

/// Sign before words of outlets' names.
pub(crate) const OUTLET: char = '#';

/// The list of one word while it grows.
#[derive(Default)]
struct Growing {
    bytes: Vec<u8>,
    last: u32,
    entries: u32,
}

/// Collects the lists; entries come with rising numbers.
#[derive(Default)]
pub(crate) struct Indexer {
    ids: HashMap<String, u32>,
    lists: Vec<Growing>,
    /// Words of all texts.
    pub(crate) total_words: u64,
    /// Word ids and positions of the entry at hand, kept for their memory.
    seen: Vec<(u32, u32)>,
}

impl Indexer {
    fn id(&mut self, form: String) -> u32 {
        let next = self.ids.len() as u32;
        let id = *self.ids.entry(form).or_insert(next);
        if id == next {
            self.lists.push(Growing::default());
        }
        id
    }

    /// Adds an entry and gives the words of its text.
    pub(crate) fn add(&mut self, number: u32, entry: &Entry) -> Vec<Word> {
        let mut seen = std::mem::take(&mut self.seen);
        seen.clear();
        for (at, word) in words(&entry.title).into_iter().take(TEXT_STARTS as usize).enumerate() {
            seen.push((self.id(word.form), at as u32));
        }
        let text = words(&entry.text);
        for (at, word) in text.iter().enumerate() {
            seen.push((self.id(word.form.clone()), TEXT_STARTS + at as u32));
        }
        self.total_words += text.len() as u64;
        seen.sort_unstable();
        let class = length_class(text.len() as u32);
        let mut positions = Vec::new();
        for same in seen.chunk_by(|a, b| a.0 == b.0) {
            positions.clear();
            positions.extend(same.iter().map(|(_, at)| *at));
            self.lists[same[0].0 as usize].push(number, class, &positions);
        }
        self.seen = seen;
        let names =
            entry.persons.iter().map(|name| (PERSON, name)).chain(entry.outlet.iter().map(|name| (OUTLET, name)));
        let mut forms: Vec<String> = names
            .flat_map(|(sign, name)| words(name).into_iter().map(move |word| format!("{sign}{}", word.form)))
            .collect();
        forms.sort_unstable();
        forms.dedup();
        for form in forms {
            let id = self.id(form) as usize;
            self.lists[id].push(number, class, &[]);
        }
        text
    }

    /// The words in order with their lists.
    pub(crate) fn finish(self) -> Vec<Term> {
        let mut terms: Vec<Term> = Vec::with_capacity(self.ids.len());
        let mut lists: Vec<Option<Growing>> = self.lists.into_iter().map(Some).collect();
        for (form, id) in self.ids {
            if let Some(list) = lists[id as usize].take() {
                terms.push(Term { key: key(&form), entries: list.entries, list: list.bytes, tail: None });
            }
        }
        terms.sort_unstable_by(|a, b| a.key.cmp(&b.key));
        terms
    }
}

impl Growing {
    fn push(&mut self, number: u32, class: u8, positions: &[u32]) {
        append(&mut self.bytes, &mut self.last, number, class, positions);
        self.entries += 1;
    }
}

/// The names of all outlets, in order.
pub(crate) fn outlets(entries: &[Entry]) -> Vec<String> {
    let mut names: Vec<String> = entries.iter().filter_map(|entry| entry.outlet.clone()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The columns of numbered entries, numbers that nobody has filled in.
pub(crate) fn facets(entries: &[Entry], numbers: &[u32], outlets: &[String]) -> Vec<Facets> {
    let length = numbers.last().map_or(0, |last| *last as usize + 1);
    let mut rows = vec![crate::columns::NOBODY; length];
    for (entry, &number) in entries.iter().zip(numbers) {
        rows[number as usize] = Facets::of(entry, outlets);
    }
    rows
}
