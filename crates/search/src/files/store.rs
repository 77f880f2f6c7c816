//! What is at hand of an index: its entry pack, and what was fetched since.

use super::bytes::{FileKind, crc32, unseal};
use super::cards::{PER_SLOT, SLOT};
use super::columns::{Columns, Facets, Rising};
use super::layout::{Layout, Size};
use super::shelf::Shelf;
use super::suggestions::{self, Item};
use super::terms::{Tail, Term};
use super::wanted::Wanted;
use super::{PackError, Part, cards, columns, terms};
use crate::Entry;

/// How many bytes of words, of long lists, of entries and of suggestions are kept, as they were fetched.
const KEPT: usize = 4 << 20;

/// The longest rest of a list that is asked for to make counts whole, in bytes.
const MOST_TAIL: u32 = 512 << 10;

/// What is at hand of an index. It fetches nothing: it says what it lacks, and is handed it.
///
/// What was supplied is kept within bounds.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    pub(crate) layout: Layout,
    leaves: Shelf<Vec<Term>>,
    tails: Shelf<Vec<u8>>,
    slots: Shelf<Vec<Entry>>,
    suggestions: Shelf<Vec<Item>>,
    columns: Vec<Option<Columns>>,
}

/// All of a small index.
pub(crate) struct Whole {
    /// The entries, numbered from 0.
    pub(crate) entries: Vec<Entry>,
    /// How much text that is.
    pub(crate) size: Size,
    /// The directory, in order.
    pub(crate) terms: Vec<Term>,
    /// The facets of each entry.
    pub(crate) rows: Vec<Facets>,
    /// What is suggested, in order.
    pub(crate) suggestions: Vec<Item>,
}

/// Entries of a file of columns.
pub(crate) struct Column<'a, T> {
    /// Number of the file's first entry.
    first: u32,
    /// Its rows, where they are here.
    rows: Option<Rising<'a>>,
    /// The entries, rising by number.
    pub(crate) scored: &'a [T],
}

impl<T: Numbered> Column<'_, T> {
    /// The entries with their facets, or nothing where these are not here.
    pub(crate) fn each(mut self, mut see: impl FnMut(T, Option<Facets>)) {
        for one in self.scored {
            see(*one, self.rows.as_mut().map(|rows| rows.get(one.number().wrapping_sub(self.first))));
        }
    }
}

/// Something about one entry.
pub(crate) trait Numbered: Copy {
    /// The number of the entry.
    fn number(&self) -> u32;
}

impl Store {
    /// Opens an index by its entry pack. The entries of a small corpus come beside, to be indexed and handed back by
    /// [`Store::fill`].
    ///
    /// # Errors
    /// [`PackError`] where the pack is cut short, of another version, or damaged.
    pub(crate) fn open(pack: &[u8]) -> Result<(Self, Option<Vec<Entry>>), PackError> {
        let mut layout = Layout::decode(&unseal(FileKind::Entry, pack)?)?;
        let whole = layout.whole.take();
        let mut store = Self {
            layout,
            leaves: Shelf::new(KEPT),
            tails: Shelf::new(KEPT),
            slots: Shelf::new(KEPT),
            suggestions: Shelf::new(KEPT),
            columns: Vec::new(),
        };
        store.columns.resize(store.column_files() as usize, None);
        Ok((store, whole))
    }

    /// Takes all of a small index.
    pub(crate) fn fill(&mut self, whole: Whole) {
        self.layout.whole_of(whole.entries.len() as u32, whole.size);
        self.suggestions.put(0, 0, whole.suggestions);
        self.leaves.put(0, 0, whole.terms);
        self.columns = vec![Some(Columns::of(&whole.rows))];
        let mut slot = Vec::new();
        for entry in whole.entries {
            slot.push(entry);
            if slot.len() as u32 == PER_SLOT {
                self.keep_slot(std::mem::take(&mut slot));
            }
        }
        self.keep_slot(slot);
        self.columns.resize(self.column_files() as usize, None);
    }

    /// Puts a slot of a small corpus behind those before it.
    fn keep_slot(&mut self, entries: Vec<Entry>) {
        let next = (0..).find(|slot| self.slots.get(*slot).is_none()).unwrap_or(0);
        self.slots.put(next, 0, entries);
    }

    /// Hands over a part that was asked for: the bytes of its range, or the whole file where the server gave that.
    ///
    /// # Errors
    /// [`PackError`] where the bytes are not what was asked for; nothing is kept of them.
    pub(crate) fn supply(&mut self, part: &Part, bytes: Vec<u8>) -> Result<(), PackError> {
        let unasked = || PackError::Unasked { file: part.file.clone() };
        let (letter, number) = self.layout.file(&part.file).ok_or_else(unasked)?;
        let bytes = part.cut(bytes)?;
        let (place, size, start) = (u64::from(number), bytes.len(), part.range.map_or(0, |(start, _)| start));
        match letter {
            b't' => {
                let leaf = self.layout.leaf_at(number, start).ok_or_else(unasked)?;
                self.leaves.put(leaf as u64, size, terms::decode(&unseal(FileKind::Terms, &bytes)?)?);
            }
            b's' => {
                self.suggestions.put(place, size, suggestions::decode(&unseal(FileKind::Suggestions, &bytes)?)?);
            }
            b'f' => {
                let rows = columns::decode(&unseal(FileKind::Columns, &bytes)?)?;
                *self.columns.get_mut(number as usize).ok_or_else(unasked)? = Some(rows);
            }
            b'c' => {
                let first = place * u64::from(self.layout.slots_per_file);
                let slot = first.saturating_add(start / SLOT as u64);
                self.slots.put(slot, size, cards::unpack(&bytes)?);
            }
            b'p' => {
                let (list, crc) = bytes.split_last_chunk::<4>().ok_or(PackError::CutShort)?;
                if crc32(list).to_le_bytes() != *crc {
                    return Err(PackError::Damaged);
                }
                self.tails.put(place << 32 | start, size, list.to_vec());
            }
            _ => return Err(unasked()),
        }
        Ok(())
    }

    /// Begins a search: what was supplied and is not looked at from now on may go.
    pub(crate) fn begin(&self) {
        self.leaves.begin();
        self.tails.begin();
        self.slots.begin();
        self.suggestions.begin();
    }

    /// A leaf of the directory, where it is here.
    pub(crate) fn leaf(&self, leaf: usize, wanted: &mut Wanted) -> Option<&[Term]> {
        let found = self.leaves.get(leaf as u64).map(Vec::as_slice);
        if found.is_none() {
            wanted.now(self.layout.leaf_part(leaf));
        }
        found
    }

    /// The rest of a long list, where it is here. Its head answers; this can follow.
    pub(crate) fn tail(&self, tail: Tail, wanted: &mut Wanted) -> Option<&[u8]> {
        let found = self.tails.get(u64::from(tail.file) << 32 | u64::from(tail.start)).map(Vec::as_slice);
        if found.is_none() && tail.length <= MOST_TAIL {
            wanted.later(self.layout.tail_part(tail.file, tail.start, tail.length));
        }
        wanted.too_much |= tail.length > MOST_TAIL;
        found
    }

    /// The number of files of columns.
    fn column_files(&self) -> u32 {
        (self.layout.slots * PER_SLOT).div_ceil(self.layout.rows_per_file.max(1))
    }

    /// Entries whose numbers rise, by the file of columns that they stand in. A file that is not here is asked for by
    /// `ask`.
    pub(crate) fn by_column<'a, T: Numbered>(
        &'a self,
        mut scored: &'a [T],
        mut ask: impl FnMut(Part),
    ) -> Vec<Column<'a, T>> {
        // None lies beyond the last file: there are as many as slots have numbers.
        let mut found = Vec::new();
        for (file, rows) in (0u32..).zip(&self.columns) {
            let first = file * self.layout.rows_per_file;
            let end = first.saturating_add(self.layout.rows_per_file);
            let (within, beyond) = scored.split_at(scored.partition_point(|one| one.number() < end));
            scored = beyond;
            if within.is_empty() {
                continue;
            }
            if rows.is_none() {
                ask(self.layout.column_part(file as usize));
            }
            found.push(Column { first, rows: rows.as_ref().map(Columns::rising), scored: within });
        }
        found
    }

    /// The numbers of all entries, for a query that only narrows.
    pub(crate) fn everything(&self, wanted: &mut Wanted) -> Vec<u32> {
        let mut all = Vec::new();
        for (file, column) in (0..).zip(&self.columns) {
            let Some(column) = column else {
                wanted.now(self.layout.column_part(file as usize));
                continue;
            };
            let (first, mut rows) = (file * self.layout.rows_per_file, column.rising());
            let taken = (0..column.len()).filter(|row| rows.get(*row).kind.is_some());
            all.extend(taken.map(|row| first + row));
        }
        all
    }

    /// The card of an entry, where it is here.
    pub(crate) fn card(&self, number: u32, wanted: &mut Wanted) -> Option<&Entry> {
        let slot = number / PER_SLOT;
        if slot >= self.layout.slots {
            return None;
        }
        let Some(entries) = self.slots.get(u64::from(slot)) else {
            wanted.now(self.layout.slot_part(slot));
            return None;
        };
        entries.get((number % PER_SLOT) as usize)
    }

    /// The lines of suggestions whose keys can begin with `prefix`, or what is missing to tell.
    pub(crate) fn suggestions(&self, prefix: &str) -> Result<Vec<&Item>, Vec<Part>> {
        let range = self.layout.suggestions_of(prefix);
        let (mut items, mut missing) = (Vec::new(), Vec::new());
        for file in range.start..range.end.min(range.start + 2) {
            match self.suggestions.get(file as u64) {
                Some(found) => items.extend(found),
                None => missing.push(self.layout.suggestion_part(file)),
            }
        }
        if missing.is_empty() { Ok(items) } else { Err(missing) }
    }
}
