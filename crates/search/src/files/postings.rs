//! Lists of the entries that a word stands in, with how often and where.

use super::PackError;
use super::bytes::{Reader, put};
use crate::order::sort;

/// The first position of the text: lower ones count the words of the title.
pub(crate) const TEXT_STARTS: u16 = 32;

/// One entry that a word stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Posting<'a> {
    /// Number of the entry.
    pub(crate) entry: u32,
    /// Where it stands, and how long that is.
    pub(crate) place: Place,
    /// Whether most of the nearest passages have the word as well.
    pub(crate) shared: bool,
    /// Positions of the word, rising: in the title below [`TEXT_STARTS`], in the text from there. None where the word is
    /// only related to the entry, or part of a name.
    pub(crate) positions: &'a [u16],
}

/// What every posting of an entry tells of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// Class of the length of the entry's text among those of passages.
    pub(crate) class: u8,
    /// Number of the first passage of its document; its own where it is no passage.
    pub(crate) first: u32,
    /// Class of the document's length among those of documents; of what is no passage, that of a document as long beside
    /// others as this is beside passages.
    pub(crate) whole: u8,
}

/// Postings of rising entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct List {
    entries: Vec<u32>,
    places: Vec<Place>,
    shared: Vec<bool>,
    /// One past the last position of each.
    ends: Vec<u32>,
    positions: Vec<u16>,
}

impl List {
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Numbers of the entries, rising.
    pub(crate) fn entries(&self) -> &[u32] {
        &self.entries
    }

    /// The posting at a place.
    pub(crate) fn get(&self, at: usize) -> Option<Posting<'_>> {
        let (entry, place, end) = (*self.entries.get(at)?, *self.places.get(at)?, *self.ends.get(at)?);
        let shared = *self.shared.get(at)?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        Some(Posting { entry, place, shared, positions: self.positions.get(start as usize..end as usize)? })
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Posting<'_>> {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// Adds a posting, whose entry is above all others.
    #[cfg(test)]
    pub(crate) fn push(&mut self, posting: Posting<'_>) {
        self.positions.extend_from_slice(posting.positions);
        self.close(posting.entry, posting.place, posting.shared);
    }

    /// Makes a posting of the positions that were added since the last one.
    fn close(&mut self, entry: u32, place: Place, shared: bool) {
        self.entries.push(entry);
        self.places.push(place);
        self.shared.push(shared);
        self.ends.push(self.positions.len() as u32);
    }
}

/// In place of the class of a document's length: the entry is a claim.
pub(crate) const CLAIM: u8 = 30;

/// In place of the class of a document's length: the entry is a person.
pub(crate) const SOMEBODY: u8 = 31;

/// A scale of lengths in 32 classes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lengths {
    /// The length of class 0, in words.
    least: f32,
    /// How many times as long each class is as the one before.
    step: f32,
}

impl Lengths {
    /// Those of passages, up to 1,400 words.
    pub(crate) const PASSAGES: Self = Self { least: 3.0, step: 1.22 };

    /// Those of documents, up to 16,000 words: the last two classes are [`CLAIM`] and [`SOMEBODY`].
    pub(crate) const DOCUMENTS: Self = Self { least: 8.0, step: 1.3 };

    /// The class that a length in words is nearest to.
    pub(crate) fn class(self, words: u32) -> u8 {
        let between = (1.0 + self.step) / 2.0;
        (0..31).find(|&class| self.words(class) * between >= words as f32).unwrap_or(31)
    }

    /// The length in words that a class stands for.
    pub(crate) fn words(self, class: u8) -> f32 {
        (0..class).fold(self.least, |length, _| length * self.step)
    }
}

/// Appends a list.
pub(crate) fn encode<'a>(postings: impl Iterator<Item = Posting<'a>>, out: &mut Vec<u8>) {
    let mut last = 0;
    for posting in postings {
        append(out, &mut last, posting);
    }
}

/// Appends one posting; `last` is one past the entry before it.
pub(crate) fn append(out: &mut Vec<u8>, last: &mut u32, posting: Posting<'_>) {
    let Place { class, first, whole } = posting.place;
    put(out, (posting.entry - *last) << 1 | u32::from(posting.shared));
    *last = posting.entry + 1;
    // Three bits tell how often up to six times; 7 says that the number follows. So it is with how far the document's
    // first passage lies back.
    let often = posting.positions.len().min(7) as u8;
    out.push(class << 3 | often);
    let back = posting.entry - first;
    out.push(whole << 3 | back.min(7) as u8);
    if back >= 7 {
        put(out, back - 7);
    }
    if often == 7 {
        put(out, posting.positions.len() as u32);
    }
    let mut before = 0;
    for &position in posting.positions {
        put(out, u32::from(position - before));
        before = position;
    }
}

/// Reads a list.
///
/// # Errors
/// [`PackError::Damaged`] where the bytes are no list.
pub(crate) fn decode(bytes: &[u8]) -> Result<List, PackError> {
    let mut reader = Reader::new(bytes);
    let mut list = List::default();
    let mut last = 0u32;
    while !reader.is_empty() {
        let step = reader.number()?;
        let entry = last.checked_add(step >> 1).ok_or(PackError::Damaged)?;
        last = entry.checked_add(1).ok_or(PackError::Damaged)?;
        let (head, document) = (reader.byte()?, reader.byte()?);
        let back = match u32::from(document & 7) {
            7 => reader.number()?.checked_add(7).ok_or(PackError::Damaged)?,
            few => few,
        };
        let first = entry.checked_sub(back).ok_or(PackError::Damaged)?;
        let often = match head & 7 {
            7 => reader.count()?,
            few => usize::from(few),
        };
        let mut at = 0u16;
        for _ in 0..often {
            let step = u16::try_from(reader.number()?).map_err(|_| PackError::Damaged)?;
            at = at.checked_add(step).ok_or(PackError::Damaged)?;
            list.positions.push(at);
        }
        list.close(entry, Place { class: head >> 3, first, whole: document >> 3 }, step & 1 == 1);
    }
    Ok(list)
}

/// Puts lists into one, positions of the same entry together.
pub(crate) fn merge(mut lists: Vec<List>) -> List {
    // Two and two, so that each posting is moved as often as the number of lists can be halved.
    while lists.len() > 1 {
        let mut rest = lists.into_iter();
        lists = Vec::with_capacity(rest.len().div_ceil(2));
        while let Some(list) = rest.next() {
            lists.push(match rest.next() {
                Some(other) => both(&list, &other),
                None => list,
            });
        }
    }
    lists.pop().unwrap_or_default()
}

/// Puts two lists into one.
fn both(a: &List, b: &List) -> List {
    let mut merged = List {
        entries: Vec::with_capacity(a.len() + b.len()),
        places: Vec::with_capacity(a.len() + b.len()),
        shared: Vec::with_capacity(a.len() + b.len()),
        ends: Vec::with_capacity(a.len() + b.len()),
        positions: Vec::with_capacity(a.positions.len() + b.positions.len()),
    };
    let (mut i, mut j) = (0, 0);
    loop {
        let (posting, other) = match (a.get(i), b.get(j)) {
            (Some(first), Some(second)) if first.entry == second.entry => (first, Some(second)),
            (Some(first), Some(second)) if first.entry > second.entry => (second, None),
            (Some(first), _) => (first, None),
            (None, Some(second)) => (second, None),
            (None, None) => return merged,
        };
        i += usize::from(a.entries.get(i) == Some(&posting.entry));
        j += usize::from(b.entries.get(j) == Some(&posting.entry));
        let start = merged.positions.len();
        merged.positions.extend_from_slice(posting.positions);
        if let Some(other) = other {
            merged.positions.extend_from_slice(other.positions);
            sort(&mut merged.positions[start..], &u16::cmp);
        }
        let shared = posting.shared || other.is_some_and(|other| other.shared);
        merged.close(posting.entry, posting.place, shared);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(postings: &[(u32, &[u16])]) -> List {
        let mut list = List::default();
        for (entry, positions) in postings {
            let place = Place { class: 3, first: entry / 9 * 9, whole: 5 };
            list.push(Posting { entry: *entry, place, shared: entry % 2 == 0, positions });
        }
        list
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let written = list(&[(0, &[]), (7, &[1, 33, 900]), (8, &[32; 9]), (17, &[40])]);
        let mut bytes = Vec::new();
        encode(written.iter(), &mut bytes);
        assert_eq!(decode(&bytes), Ok(written));
    }

    #[test]
    fn merged_lists_keep_the_order_of_entries_and_positions() {
        let merged = merge(vec![list(&[(1, &[40]), (9, &[2])]), list(&[(1, &[33, 50]), (4, &[])]), list(&[])]);
        assert_eq!(merged, list(&[(1, &[33, 40, 50]), (4, &[]), (9, &[2])]));
    }
}
