//! The entry pack: what the corpus is, and in which file everything else lies. It is bounded, however large the corpus.

use super::bytes::{Reader, put, put_str};
use super::cards::{PER_SLOT, SLOT};
use super::{PackError, Part, whole};
use crate::Entry;

/// Numbers of entries in a file of columns.
pub(crate) const ROWS: u32 = 1 << 15;

/// More entries than any index has: numbers below it times a slot's entries stay within 32 bits.
const MOST_ENTRIES: u32 = 1 << 26;

/// How much text there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Size {
    /// Documents.
    pub(crate) documents: u32,
    /// Passages of them.
    pub(crate) passages: u32,
    /// Words of all passages.
    pub(crate) words: u64,
}

/// What the entry pack says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Layout {
    /// Digest of all files, part of their names.
    pub(crate) digest: String,
    /// How many entries there are.
    pub(crate) entries: u32,
    /// How many documents and passages there are, and how many words these have.
    pub(crate) size: Size,
    /// Names of the outlets, in order.
    pub(crate) outlets: Vec<String>,
    /// The first word of each leaf of the directory, or as much of it as tells it from the leaf before.
    pub(crate) leaves: Vec<String>,
    /// Bytes of each leaf.
    pub(crate) leaf_bytes: Vec<u32>,
    /// Leaves of a file.
    pub(crate) leaves_per_file: u32,
    /// Slots of cards in all.
    pub(crate) slots: u32,
    /// Slots of a file of cards.
    pub(crate) slots_per_file: u32,
    /// Bytes of each file with the rest of long lists.
    pub(crate) tails: Vec<u32>,
    /// Numbers of entries in a file of columns.
    pub(crate) rows_per_file: u32,
    /// The first key of each file of suggestions.
    pub(crate) suggestions: Vec<String>,
    /// All entries, where the corpus is small; their index is made when the pack is opened.
    pub(crate) whole: Option<Vec<Entry>>,
}

fn put_strings(out: &mut Vec<u8>, strings: &[String]) {
    put(out, strings.len() as u32);
    for string in strings {
        put_str(out, string);
    }
}

fn strings(reader: &mut Reader<'_>) -> Result<Vec<String>, PackError> {
    let count = reader.count()?;
    (0..count).map(|_| reader.text().map(str::to_owned)).collect()
}

fn put_numbers(out: &mut Vec<u8>, numbers: &[u32]) {
    put(out, numbers.len() as u32);
    for number in numbers {
        put(out, *number);
    }
}

fn numbers(reader: &mut Reader<'_>) -> Result<Vec<u32>, PackError> {
    let count = reader.count()?;
    (0..count).map(|_| reader.number()).collect()
}

impl Layout {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_str(&mut out, &self.digest);
        put(&mut out, self.entries);
        put(&mut out, self.size.documents);
        put(&mut out, self.size.passages);
        put(&mut out, self.size.words as u32);
        put(&mut out, (self.size.words >> 32) as u32);
        put_strings(&mut out, &self.outlets);
        put_strings(&mut out, &self.leaves);
        put_numbers(&mut out, &self.leaf_bytes);
        put(&mut out, self.leaves_per_file);
        put(&mut out, self.slots);
        put(&mut out, self.slots_per_file);
        put_numbers(&mut out, &self.tails);
        put(&mut out, self.rows_per_file);
        put_strings(&mut out, &self.suggestions);
        out.push(u8::from(self.whole.is_some()));
        if let Some(entries) = &self.whole {
            whole::encode(entries, &mut out);
        }
        out
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self, PackError> {
        let mut reader = Reader::new(bytes);
        let mut layout = Self {
            digest: reader.text()?.to_owned(),
            entries: reader.number()?,
            size: Size {
                documents: reader.number()?,
                passages: reader.number()?,
                words: u64::from(reader.number()?) | u64::from(reader.number()?) << 32,
            },
            outlets: strings(&mut reader)?,
            leaves: strings(&mut reader)?,
            leaf_bytes: numbers(&mut reader)?,
            leaves_per_file: reader.number()?,
            slots: reader.number()?,
            slots_per_file: reader.number()?,
            ..Self::default()
        };
        layout.tails = numbers(&mut reader)?;
        layout.rows_per_file = reader.number()?;
        layout.suggestions = strings(&mut reader)?;
        if reader.byte()? == 1 {
            layout.whole = Some(whole::decode(&mut reader)?);
        } else if layout.slots_per_file == 0
            || layout.leaves_per_file == 0
            || layout.leaf_bytes.len() != layout.leaves.len()
            || layout.rows_per_file != ROWS
            || layout.slots > layout.entries
            || layout.entries > MOST_ENTRIES
        {
            return Err(PackError::Damaged);
        }
        Ok(layout)
    }

    /// Lays a small corpus out, all of it at hand.
    pub(crate) fn whole_of(&mut self, entries: u32, size: Size) {
        self.size = size;
        self.leaves = vec![String::new()];
        self.suggestions = vec![String::new()];
        self.slots = entries.div_ceil(PER_SLOT);
        self.slots_per_file = self.slots.max(1);
        self.leaves_per_file = 1;
        self.rows_per_file = (self.slots * PER_SLOT).max(1);
    }

    fn name(&self, letter: char, file: usize) -> String {
        format!("{letter}{file:03}-{}.bin", self.digest)
    }

    /// What a file name says: its letter and its number; `None` where it is no file of this index.
    pub(crate) fn file(&self, name: &str) -> Option<(u8, u32)> {
        let numbered = name.strip_suffix(".bin")?.strip_suffix(self.digest.as_str())?.strip_suffix('-')?;
        Some((*name.as_bytes().first()?, numbered.get(1..)?.parse().ok()?))
    }

    /// The leaves whose words can begin with `prefix`.
    pub(crate) fn leaves_of(&self, prefix: &str) -> std::ops::Range<usize> {
        spread(&self.leaves, prefix)
    }

    /// The files of suggestions whose keys can begin with `prefix`.
    pub(crate) fn suggestions_of(&self, prefix: &str) -> std::ops::Range<usize> {
        spread(&self.suggestions, prefix)
    }

    /// Where a leaf lies in its file.
    pub(crate) fn leaf_part(&self, leaf: usize) -> Part {
        let file = leaf / self.leaves_per_file.max(1) as usize;
        let first = file * self.leaves_per_file as usize;
        let bytes = |leaf: usize| u64::from(self.leaf_bytes.get(leaf).copied().unwrap_or(0));
        let start: u64 = (first..leaf).map(bytes).sum();
        Part { file: self.leaf_name(file), range: Some((start, start + bytes(leaf))) }
    }

    /// The leaf of a file that begins at `start`.
    pub(crate) fn leaf_at(&self, file: u32, start: u64) -> Option<usize> {
        let first = (file as usize).checked_mul(self.leaves_per_file as usize)?;
        let lengths = self.leaf_bytes.get(first..)?.iter().take(self.leaves_per_file as usize);
        let mut at = 0;
        let place = lengths.take_while(|length| {
            let before = at < start;
            at += u64::from(**length);
            before
        });
        let leaf = first + place.count();
        (leaf < self.leaf_bytes.len() && self.leaf_part(leaf).range?.0 == start).then_some(leaf)
    }

    pub(crate) fn suggestion_part(&self, leaf: usize) -> Part {
        Part { file: self.name('s', leaf), range: None }
    }

    pub(crate) fn column_part(&self, file: usize) -> Part {
        Part { file: self.name('f', file), range: None }
    }

    pub(crate) fn tail_part(&self, file: u32, start: u32, length: u32) -> Part {
        Part {
            file: self.name('p', file as usize),
            range: Some((u64::from(start), u64::from(start) + u64::from(length))),
        }
    }

    /// The part of the cards that holds a slot; the whole file where that is a single slot.
    pub(crate) fn slot_part(&self, slot: u32) -> Part {
        let within = u64::from(slot % self.slots_per_file) * SLOT as u64;
        let range = (self.slots_per_file > 1).then_some((within, within + SLOT as u64));
        Part { file: self.name('c', (slot / self.slots_per_file) as usize), range }
    }

    pub(crate) fn entry_name(&self) -> String {
        format!("entry-{}.bin", self.digest)
    }

    pub(crate) fn leaf_name(&self, file: usize) -> String {
        self.name('t', file)
    }

    pub(crate) fn card_name(&self, file: usize) -> String {
        self.name('c', file)
    }

    pub(crate) fn tail_name(&self, file: usize) -> String {
        self.name('p', file)
    }
}

/// The ranges between sorted `firsts` that words beginning with `prefix` can lie in.
fn spread(firsts: &[String], prefix: &str) -> std::ops::Range<usize> {
    let start = firsts.partition_point(|first| first.as_str() <= prefix).saturating_sub(1);
    let end = firsts.partition_point(|first| first.as_str() <= prefix || first.starts_with(prefix));
    start..end.max(start)
}
