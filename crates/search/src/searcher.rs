use crate::bytes::{FileKind, crc32, unseal};
use crate::cards::{PER_SLOT, SLOT};
use crate::columns::{Columns, Facets, Rising};
use crate::index::{self, Indexer};
use crate::layout::Layout;
use crate::order::sort_large;
use crate::rank::{Scored, Stats};
use crate::shelf::Shelf;
use crate::suggest::{Collector, Item};
use crate::terms::{Tail, Term};
use crate::wanted::Wanted;
use crate::{Entry, PackError, Part, Suggest, cards, columns, suggest, terms};

/// How many bytes of words, of long lists, of entries and of suggestions are kept, as they were fetched.
const KEPT: usize = 4 << 20;

/// The longest rest of a list that is asked for to make counts whole, in bytes.
const MOST_TAIL: u32 = 512 << 10;

/// A search over one index. It fetches nothing: it says what it needs, and is handed it.
///
/// A call leaves nothing behind but what was supplied, so a newer query simply takes the place of an older one. What was
/// supplied is kept within bounds.
#[derive(Clone, Debug)]
pub struct Searcher {
    pub(crate) layout: Layout,
    leaves: Shelf<Vec<Term>>,
    tails: Shelf<Vec<u8>>,
    slots: Shelf<Vec<Entry>>,
    suggestions: Shelf<Vec<Item>>,
    columns: Vec<Option<Columns>>,
}

/// Entries of a file of columns.
pub(crate) struct Column<'a> {
    /// Number of the file's first entry.
    first: u32,
    /// Its rows, where they are here.
    rows: Option<Rising<'a>>,
    /// The entries, rising.
    pub(crate) scored: &'a [Scored],
}

impl Column<'_> {
    /// The entries with their facets, or nothing where these are not here.
    pub(crate) fn each(mut self, mut see: impl FnMut(Scored, Option<Facets>)) {
        for one in self.scored {
            see(*one, self.rows.as_mut().map(|rows| rows.get(one.entry.wrapping_sub(self.first))));
        }
    }
}

impl Searcher {
    /// Opens an index by its entry pack.
    ///
    /// # Errors
    /// [`PackError`] where the pack is cut short, of another version, or damaged.
    pub fn open(pack: &[u8]) -> Result<Self, PackError> {
        let mut layout = Layout::decode(&unseal(FileKind::Entry, pack)?)?;
        let whole = layout.whole.take();
        let mut searcher = Self {
            layout,
            leaves: Shelf::new(KEPT),
            tails: Shelf::new(KEPT),
            slots: Shelf::new(KEPT),
            suggestions: Shelf::new(KEPT),
            columns: Vec::new(),
        };
        if let Some(entries) = whole {
            searcher.index(entries);
        }
        searcher.columns.resize(searcher.column_files() as usize, None);
        Ok(searcher)
    }

    /// Indexes the entries of a small corpus.
    fn index(&mut self, entries: Vec<Entry>) {
        let (mut indexer, mut collector) = (Indexer::default(), Collector::default());
        let numbers: Vec<u32> = (0..entries.len() as u32).collect();
        for (number, entry) in numbers.iter().zip(&entries) {
            indexer.add(*number, entry);
            collector.add(entry, &indexer);
        }
        let rows = index::facets(&entries, &numbers, &self.layout.outlets);
        self.layout.whole_of(entries.len() as u32, indexer.total_words);
        self.suggestions.put(0, 0, collector.finish(&indexer.forms));
        let mut terms = indexer.finish(&[]);
        sort_large(&mut terms, &|a, b| a.key.cmp(&b.key));
        self.leaves.put(0, 0, terms);
        self.columns.push(Some(Columns::of(&rows)));
        let mut slot = Vec::new();
        for entry in entries {
            slot.push(entry);
            if slot.len() as u32 == PER_SLOT {
                self.keep_slot(std::mem::take(&mut slot));
            }
        }
        self.keep_slot(slot);
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
    pub fn supply(&mut self, part: &Part, bytes: Vec<u8>) -> Result<(), PackError> {
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
                self.suggestions.put(place, size, suggest::decode(&unseal(FileKind::Suggestions, &bytes)?)?);
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
    pub(crate) fn by_column<'a>(&'a self, mut scored: &'a [Scored], mut ask: impl FnMut(Part)) -> Vec<Column<'a>> {
        // None lies beyond the last file: there are as many as slots have numbers.
        let mut found = Vec::new();
        for (file, rows) in (0u32..).zip(&self.columns) {
            let first = file * self.layout.rows_per_file;
            let end = first.saturating_add(self.layout.rows_per_file);
            let (within, beyond) = scored.split_at(scored.partition_point(|one| one.entry < end));
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

    /// All entries, for a query that only narrows.
    pub(crate) fn everything(&self, wanted: &mut Wanted) -> Vec<Scored> {
        let mut all = Vec::new();
        for (file, column) in (0..).zip(&self.columns) {
            let Some(column) = column else {
                wanted.now(self.layout.column_part(file as usize));
                continue;
            };
            let (first, mut rows) = (file * self.layout.rows_per_file, column.rising());
            let taken = (0..column.len()).filter(|row| rows.get(*row).kind.is_some());
            all.extend(taken.map(|row| Scored { entry: first + row, score: 0.0 }));
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

    pub(crate) fn stats(&self) -> Stats {
        let entries = self.layout.entries.max(1) as f32;
        Stats { entries, length: (self.layout.total_words as f32 / entries).max(1.0) }
    }

    /// Suggests what could be meant, or says what is missing to do so.
    pub fn suggest(&self, typed: &str, limit: usize) -> Suggest {
        let key = suggest::key(typed);
        if key.is_empty() {
            return Suggest::Done(Vec::new());
        }
        self.begin();
        let range = self.layout.suggestions_of(&key);
        let (mut items, mut missing) = (Vec::new(), Vec::new());
        for file in range.start..range.end.min(range.start + 2) {
            match self.suggestions.get(file as u64) {
                Some(found) => items.extend(found),
                None => missing.push(self.layout.suggestion_part(file)),
            }
        }
        if missing.is_empty() { Suggest::Done(suggest::best(items, &key, limit)) } else { Suggest::Need(missing) }
    }
}
