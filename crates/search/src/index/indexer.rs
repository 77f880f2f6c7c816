//! From entries to the lists of every word: what both the build and, for small corpora, the browser do.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use crate::files::{
    CLAIM, Facets, Lengths, NOBODY, OUTLET, PERSON, Place, Posting, SOMEBODY, Size, TEXT_STARTS, Term, append, key,
    signed,
};
use crate::order::{distinct, sort};
use crate::text::{common, compound, spellings, spellings_by, words};
use crate::{Entry, Kind};

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
    class: u8,
    /// Place of its document, or of itself where it is no passage, among [`Indexer::wholes`].
    whole: u32,
    /// One past its last form among those of all entries.
    end: u32,
}

/// A form of an entry, and one past the last of its positions among those of all forms of all entries.
#[derive(Clone, Copy, Debug)]
struct Occurrence {
    form: u32,
    end: u32,
}

/// A document, or what is of none.
#[derive(Clone, Copy, Debug)]
struct Whole {
    /// Row of its first entry.
    first: u32,
    words: u32,
    /// Number of the document; 0 for what is no passage.
    document: u32,
    /// Whether it is a claim or a person.
    kind: Kind,
}

/// What passages share with those nearest to them.
#[derive(Debug, Default)]
pub(crate) struct Related {
    /// For each form, by number, the rows that do not have it but are found by it as well, rising, and whether most of
    /// their nearest have it. It may be empty.
    pub(crate) forms: Vec<Vec<(u32, bool)>>,
    /// For each occurrence whether most of the nearest have it as well. It may be empty.
    pub(crate) shared: Vec<bool>,
}

/// The forms by number.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    numbers: HashMap<String, u32, FxBuildHasher>,
    /// Whether each tells something of what a text is about; `None` where it is no more than another spelling.
    telling: Vec<Option<bool>>,
}

impl Forms {
    /// The number of a word's form.
    fn number(&mut self, form: &str) -> u32 {
        // Most words are known: no string is made for them.
        let number = match self.numbers.get(form) {
            Some(number) if self.telling[*number as usize].is_some() => return *number,
            Some(number) => *number,
            None => self.spelling(form),
        };
        self.telling[number as usize] = Some(form.len() > 2 && !common(form));
        number
    }

    /// The number of a form that is another spelling of words, which tell of the text already.
    fn spelling(&mut self, form: &str) -> u32 {
        if let Some(number) = self.numbers.get(form) {
            return *number;
        }
        let number = self.telling.len() as u32;
        self.numbers.insert(form.to_owned(), number);
        self.telling.push(None);
        number
    }

    /// Whether a form tells something of what a text is about: the commonest words don't, nor does what is very short.
    pub(crate) fn tells(&self, form: u32) -> bool {
        self.telling.get(form as usize).copied().flatten().unwrap_or(false)
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

/// Collects the words of entries, in order; then turns them into the lists of words.
#[derive(Debug, Default)]
pub(crate) struct Indexer {
    pub(crate) forms: Forms,
    rows: Vec<Row>,
    /// Documents, and entries that are of none.
    wholes: Vec<Whole>,
    passages: u32,
    occurrences: Vec<Occurrence>,
    positions: Vec<u16>,
    /// Forms and positions of the entry at hand: the form's number above, the position below.
    places: Vec<u64>,
    /// The words of the text at hand.
    text: Vec<Seen>,
    /// The title that was added last, with its places.
    titled: (String, Vec<u64>),
    /// Whether two forms in a row, by their numbers, are one word of English.
    compounds: HashMap<u64, bool, FxBuildHasher>,
}

/// Pairs of forms of which it is kept whether they are one word, at most.
const MOST_PAIRS: usize = 1 << 20;

impl Indexer {
    /// Adds an entry.
    pub(crate) fn add(&mut self, entry: &Entry) {
        let Self { forms, places, text, compounds, titled, .. } = self;
        places.clear();
        text.clear();
        let end = u64::from(TEXT_STARTS);
        // The passages of a document have one title.
        if titled.0 != entry.title {
            let title = words(&entry.title);
            let numbered = (0..end).zip(&title).map(|(at, word)| u64::from(forms.number(&word.form)) << 32 | at);
            titled.1 = numbered.collect();
            let spelt = spellings(&entry.title, &title);
            let within = spelt.iter().filter(|spelling| (spelling.at as u64) < end);
            let spelt = within.map(|spelling| u64::from(forms.spelling(&spelling.form)) << 32 | spelling.at as u64);
            titled.1.extend(spelt);
            titled.0.clone_from(&entry.title);
        }
        places.extend(&titled.1);
        let within = words(&entry.text);
        text.extend(within.iter().map(|word| Seen {
            form: forms.number(&word.form),
            start: word.start as u32,
            end: word.end as u32,
        }));
        places.extend((end..).zip(&*text).map(|(at, word)| u64::from(word.form) << 32 | at));
        if compounds.len() > MOST_PAIRS {
            compounds.clear();
        }
        let mut joined = |at: usize| {
            let (first, second) = (&within[at].form, &within[at + 1].form);
            let pair = u64::from(text[at].form) << 32 | u64::from(text[at + 1].form);
            let known = compounds.entry(pair).or_insert_with(|| compound(first, second).is_some());
            known.then(|| [first.as_str(), second].concat())
        };
        for spelling in spellings_by(&entry.text, &within, &mut joined) {
            places.push(u64::from(forms.spelling(&spelling.form)) << 32 | (end + spelling.at as u64));
        }
        sort(&mut self.places, &u64::cmp);
        for same in self.places.chunk_by(|a, b| a >> 32 == b >> 32) {
            self.positions.extend(same.iter().map(|place| *place as u16));
            self.occurrences.push(Occurrence { form: (same[0] >> 32) as u32, end: self.positions.len() as u32 });
        }
        self.add_names(entry);
        let words = self.text.len() as u32;
        // The passages of a document follow each other.
        let document = if entry.kind == Kind::Passage { entry.number } else { 0 };
        match self.wholes.last_mut() {
            Some(whole) if document > 0 && whole.document == document => whole.words += words,
            _ => self.wholes.push(Whole { first: self.rows.len() as u32, words, document, kind: entry.kind }),
        }
        self.passages += u32::from(document > 0);
        let whole = self.wholes.len() as u32 - 1;
        self.rows.push(Row { class: Lengths::PASSAGES.class(words), whole, end: self.occurrences.len() as u32 });
    }

    /// How much text there is.
    pub(crate) fn size(&self) -> Size {
        let documents = || self.wholes.iter().filter(|whole| whole.document > 0);
        Size {
            documents: documents().count() as u32,
            passages: self.passages,
            words: documents().map(|whole| u64::from(whole.words)).sum(),
        }
    }

    /// What every posting of a row tells of it. `many` is how many passages a document has, `numbers` those of the rows.
    fn place(&self, row: &Row, many: f32, numbers: &[u32]) -> Place {
        let whole = self.wholes[row.whole as usize];
        let words = if whole.document > 0 { whole.words } else { (whole.words as f32 * many) as u32 };
        let length = match whole.kind {
            Kind::Claim => CLAIM,
            Kind::Person => SOMEBODY,
            Kind::Passage | Kind::Quotation => Lengths::DOCUMENTS.class(words).min(CLAIM - 1),
        };
        Place { class: row.class, first: numbers[whole.first as usize], whole: length }
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

    /// How many occurrences there are.
    pub(crate) fn occurrences(&self) -> usize {
        self.occurrences.len()
    }

    /// The occurrences of a row by number, with their forms and how often each stands in title and text.
    pub(crate) fn counts(&self, row: usize) -> impl Iterator<Item = (usize, u32, f32)> {
        let start = row.checked_sub(1).map_or(0, |before| self.rows[before].end) as usize;
        let mut from = start.checked_sub(1).map_or(0, |before| self.occurrences[before].end);
        let own = &self.occurrences[start..self.rows[row].end as usize];
        let counts = (start..).zip(own).map(move |(at, occurrence)| {
            let often = occurrence.end - std::mem::replace(&mut from, occurrence.end);
            (at, occurrence.form, often as f32)
        });
        counts.filter(|(_, _, often)| *often > 0.0)
    }

    /// The words with their lists, in no order. `numbers` are those of the entries, rising, in the order in which they were added.
    pub(crate) fn finish(self, related: &Related, numbers: &[u32]) -> Vec<Term> {
        let (ends, by_form) = self.by_form();
        let Size { documents, passages, .. } = self.size();
        let many = passages.max(1) as f32 / documents.max(1) as f32;
        let places: Vec<Place> = self.rows.iter().map(|row| self.place(row, many, numbers)).collect();
        let Self { forms, rows, wholes, occurrences, positions, .. } = self;
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
            let mut akin = related.forms.get(number).map_or(&[][..], Vec::as_slice).iter().copied().peekable();
            let mut last = 0;
            let mut push = |row: u32, shared: bool, positions: &[u16]| {
                let (entry, place) = (numbers[row as usize], places[row as usize]);
                append(&mut list, &mut last, Posting { entry, place, shared, positions });
            };
            let (mut documents, mut whole) = (0, None);
            for (row, occurrence) in own {
                while let Some((other, shared)) = akin.next_if(|(other, _)| other < row) {
                    push(other, shared, &[]);
                }
                let shared = related.shared.get(*occurrence as usize).copied().unwrap_or_default();
                push(*row, shared, positions_of(*occurrence));
                let here = rows[*row as usize].whole;
                let counts = form.starts_with([PERSON, OUTLET]) || wholes[here as usize].document > 0;
                documents += u32::from(counts && whole.replace(here) != Some(here));
            }
            akin.for_each(|(other, shared)| push(other, shared, &[]));
            terms.push(Term { key: key(form), documents, list: list.clone(), tail: None });
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
    model::order::sort(&mut names);
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
