//! From entries to the lists of every word: what both the build and, for small corpora, the browser do.

use std::collections::HashMap;

use crate::columns::Facets;
use crate::order::sort;
use crate::postings::{self, List, Posting, TEXT_STARTS, append, length_class};
use crate::terms::{Term, key};
use crate::words::{Word, words};
use crate::{Entry, PackError};

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
    /// Forms and positions of the entry at hand: the form's number above, the position below.
    seen: Vec<u64>,
}

impl Indexer {
    fn id(&mut self, form: &str) -> u32 {
        // Most words are known: no string is made for them.
        if let Some(id) = self.ids.get(form) {
            return *id;
        }
        let id = self.ids.len() as u32;
        self.ids.insert(form.to_owned(), id);
        self.lists.push(Growing::default());
        id
    }

    fn see(&mut self, form: &str, position: usize) {
        let id = self.id(form);
        self.seen.push(u64::from(id) << 32 | position as u64);
    }

    /// Adds an entry and gives the words of its text.
    pub(crate) fn add(&mut self, number: u32, entry: &Entry) -> Vec<Word> {
        self.seen.clear();
        for (at, word) in words(&entry.title).into_iter().take(usize::from(TEXT_STARTS)).enumerate() {
            self.see(&word.form, at);
        }
        let text = words(&entry.text);
        for (at, word) in text.iter().enumerate() {
            self.see(&word.form, usize::from(TEXT_STARTS) + at);
        }
        self.total_words += text.len() as u64;
        sort(&mut self.seen, &u64::cmp);
        let class = length_class(text.len() as u32);
        let mut positions = Vec::new();
        for same in self.seen.chunk_by(|a, b| a >> 32 == b >> 32) {
            positions.clear();
            positions.extend(same.iter().map(|seen| *seen as u16));
            self.lists[(same[0] >> 32) as usize].push(Posting { entry: number, class, positions: &positions });
        }
        self.add_names(number, class, entry);
        text
    }

    /// Adds the words of the names of people and of the outlet, each once.
    fn add_names(&mut self, number: u32, class: u8, entry: &Entry) {
        let people = entry.persons.iter().map(|name| (PERSON, name));
        let mut ids = Vec::new();
        for (sign, name) in people.chain(entry.outlet.iter().map(|name| (OUTLET, name))) {
            ids.extend(words(name).into_iter().map(|word| self.id(&signed(sign, &word.form))));
        }
        for id in crate::order::distinct(ids) {
            self.lists[id as usize].push(Posting { entry: number, class, positions: &[] });
        }
    }

    /// How often the entry that was added last has each form, by the form's number.
    pub(crate) fn last(&self) -> Vec<(u32, f32)> {
        self.seen.chunk_by(|a, b| a >> 32 == b >> 32).map(|same| ((same[0] >> 32) as u32, same.len() as f32)).collect()
    }

    /// The forms by number.
    pub(crate) fn forms(&self) -> Vec<&str> {
        let mut forms = vec![""; self.ids.len()];
        for (form, id) in &self.ids {
            forms[*id as usize] = form;
        }
        forms
    }

    /// Adds entries to the lists of words that they do not have; by form, with the classes of their lengths.
    ///
    /// # Errors
    /// None for lists that [`Indexer::add`] has made.
    pub(crate) fn relate(&mut self, related: Vec<Vec<(u32, u8)>>) -> Result<(), PackError> {
        for (list, related) in self.lists.iter_mut().zip(related).filter(|(_, related)| !related.is_empty()) {
            let mut added = List::default();
            for (entry, class) in related {
                added.push(Posting { entry, class, positions: &[] });
            }
            let all = postings::merge(vec![postings::decode(&list.bytes)?, added]);
            list.bytes.clear();
            postings::encode(all.iter(), &mut list.bytes);
        }
        Ok(())
    }

    /// The words with their lists, in no order.
    pub(crate) fn finish(self) -> Vec<Term> {
        let mut terms: Vec<Term> = Vec::with_capacity(self.ids.len());
        let mut lists: Vec<Option<Growing>> = self.lists.into_iter().map(Some).collect();
        for (form, id) in self.ids {
            if let Some(list) = lists[id as usize].take() {
                terms.push(Term { key: key(&form), entries: list.entries, list: list.bytes, tail: None });
            }
        }
        terms
    }
}

impl Growing {
    fn push(&mut self, posting: Posting<'_>) {
        append(&mut self.bytes, &mut self.last, posting);
        self.entries += 1;
    }
}

/// A word of a name, with the sign before it.
pub(crate) fn signed(sign: char, form: &str) -> String {
    let mut signed = String::from(sign);
    signed.push_str(form);
    signed
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
