//! From entries to the lists of every word: what both the build and, for small corpora, the browser do.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::Entry;
use crate::files::{Facets, NOBODY, OUTLET, PERSON, Posting, TEXT_STARTS, Term, append, key, length_class, signed};
use crate::order::{distinct, sort};
use crate::text::{common, each, words};

/// A word of a text: the number of its form, and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// The number of the form.
    pub(crate) form: u32,
    /// First byte.
    pub(crate) start: u32,
    /// One past the last byte.
    pub(crate) end: u32,
}

/// An entry, as far as lists tell it.
#[derive(Clone, Copy, Debug)]
struct Row {
    number: u32,
    class: u8,
    /// One past its last form among those of all entries.
    end: u32,
}

/// A form of an entry, and one past the last of its positions among those of all forms of all entries.
#[derive(Clone, Copy, Debug)]
struct Occurrence {
    form: u32,
    end: u32,
}

/// The forms by number.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    numbers: HashMap<String, u32, FxBuildHasher>,
    /// Whether each tells something of what a text is about.
    telling: Vec<bool>,
}

impl Forms {
    fn number(&mut self, form: &str) -> u32 {
        // Most words are known: no string is made for them.
        if let Some(number) = self.numbers.get(form) {
            return *number;
        }
        let number = self.telling.len() as u32;
        self.numbers.insert(form.to_owned(), number);
        self.telling.push(form.len() > 2 && !common(form));
        number
    }

    /// Whether a form tells something of what a text is about: the commonest words don't, nor does what is very short.
    pub(crate) fn tells(&self, form: u32) -> bool {
        self.telling.get(form as usize).copied().unwrap_or(false)
    }

    /// The forms in the order of their numbers.
    pub(crate) fn all(&self) -> Vec<&str> {
        let mut forms = vec![""; self.telling.len()];
        for (form, number) in &self.numbers {
            forms[*number as usize] = form;
        }
        forms
    }
}

/// Collects the words of entries, which come with rising numbers; then turns them into the lists of words.
#[derive(Debug, Default)]
pub(crate) struct Indexer {
    pub(crate) forms: Forms,
    /// Words of all texts.
    pub(crate) total_words: u64,
    rows: Vec<Row>,
    occurrences: Vec<Occurrence>,
    positions: Vec<u16>,
    /// Forms and positions of the entry at hand: the form's number above, the position below.
    places: Vec<u64>,
    /// The words of the text at hand.
    text: Vec<Seen>,
}

impl Indexer {
    /// Adds an entry.
    pub(crate) fn add(&mut self, number: u32, entry: &Entry) {
        let Self { forms, places, text, .. } = self;
        places.clear();
        text.clear();
        let mut at = 0;
        each(&entry.title, &mut |form, _, _| {
            if at < u64::from(TEXT_STARTS) {
                places.push(u64::from(forms.number(form)) << 32 | at);
                at += 1;
            }
        });
        each(&entry.text, &mut |form, start, end| {
            text.push(Seen { form: forms.number(form), start: start as u32, end: end as u32 });
        });
        places.extend((u64::from(TEXT_STARTS)..).zip(&*text).map(|(at, word)| u64::from(word.form) << 32 | at));
        self.total_words += self.text.len() as u64;
        sort(&mut self.places, &u64::cmp);
        for same in self.places.chunk_by(|a, b| a >> 32 == b >> 32) {
            self.positions.extend(same.iter().map(|place| *place as u16));
            self.occurrences.push(Occurrence { form: (same[0] >> 32) as u32, end: self.positions.len() as u32 });
        }
        self.add_names(entry);
        let class = length_class(self.text.len() as u32);
        self.rows.push(Row { number, class, end: self.occurrences.len() as u32 });
    }

    /// The words of the text of the entry that was added last.
    pub(crate) fn text(&self) -> &[Seen] {
        &self.text
    }

    /// Adds the words of the names of people and of the outlet, each once.
    fn add_names(&mut self, entry: &Entry) {
        let people = entry.persons.iter().map(|name| (PERSON, name));
        let mut names = Vec::new();
        for (sign, name) in people.chain(entry.outlet.iter().map(|name| (OUTLET, name))) {
            names.extend(words(name).into_iter().map(|word| self.forms.number(&signed(sign, &word.form))));
        }
        let end = self.positions.len() as u32;
        self.occurrences.extend(distinct(names).into_iter().map(|form| Occurrence { form, end }));
    }

    /// The number of an entry that was added, the class of its length, and how often it has each form of its title and
    /// text.
    pub(crate) fn counts(&self, row: usize) -> (u32, u8, impl Iterator<Item = (u32, f32)>) {
        let Row { number, class, end } = self.rows[row];
        let start = row.checked_sub(1).map_or(0, |before| self.rows[before].end) as usize;
        let mut from = start.checked_sub(1).map_or(0, |before| self.occurrences[before].end);
        let counts = self.occurrences[start..end as usize].iter().map(move |occurrence| {
            let often = occurrence.end - std::mem::replace(&mut from, occurrence.end);
            (occurrence.form, often as f32)
        });
        (number, class, counts.filter(|(_, often)| *often > 0.0))
    }

    /// The words with their lists, in no order. `related` gives for each form, by number, entries that do not have it but
    /// are found by it as well, rising, with the classes of their lengths; it may be empty.
    pub(crate) fn finish(self, related: &[Vec<(u32, u8)>]) -> Vec<Term> {
        let (ends, by_form) = self.by_form();
        let Self { forms, rows, occurrences, positions, .. } = self;
        let positions_of = |occurrence: u32| {
            let start = occurrence.checked_sub(1).map_or(0, |before| occurrences[before as usize].end);
            &positions[start as usize..occurrences[occurrence as usize].end as usize]
        };
        let mut list = Vec::new();
        let mut terms = Vec::with_capacity(forms.numbers.len());
        for (form, number) in &forms.numbers {
            let number = *number as usize;
            let start = number.checked_sub(1).map_or(0, |before| ends[before]);
            let own = &by_form[start as usize..ends[number] as usize];
            let mut related = related.get(number).map_or(&[][..], Vec::as_slice).iter().copied().peekable();
            let mut last = 0;
            let mut push = |entry, class, positions: &[u16]| {
                append(&mut list, &mut last, Posting { entry, class, positions });
            };
            for (row, occurrence) in own {
                let Row { number: entry, class, .. } = rows[*row as usize];
                while let Some((other, class)) = related.next_if(|(other, _)| *other < entry) {
                    push(other, class, &[]);
                }
                push(entry, class, positions_of(*occurrence));
            }
            related.for_each(|(other, class)| push(other, class, &[]));
            terms.push(Term { key: key(form), entries: own.len() as u32, list: list.clone(), tail: None });
            list.clear();
        }
        terms
    }

    /// The occurrences of each form side by side, by counting: one past the last of each form, by its number, and of each
    /// the row and the number.
    fn by_form(&self) -> (Vec<u32>, Vec<(u32, u32)>) {
        let mut ends = vec![0u32; self.forms.telling.len()];
        self.occurrences.iter().for_each(|occurrence| ends[occurrence.form as usize] += 1);
        // First where each form begins; each occurrence that is put there moves it on to where it ends.
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        let mut by_form = vec![(0, 0); self.occurrences.len()];
        let mut start = 0;
        for (row, Row { end, .. }) in (0..).zip(&self.rows) {
            for occurrence in start..*end {
                let place = &mut ends[self.occurrences[occurrence as usize].form as usize];
                by_form[*place as usize] = (row, occurrence);
                *place += 1;
            }
            start = *end;
        }
        (ends, by_form)
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
    let mut rows = vec![NOBODY; length];
    for (entry, &number) in entries.iter().zip(numbers) {
        rows[number as usize] = Facets::of(entry, outlets);
    }
    rows
}
