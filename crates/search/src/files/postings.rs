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
    /// [`length_class`] of the entry's text.
    pub(crate) class: u8,
    /// Positions of the word, rising: in the title below [`TEXT_STARTS`], in the text from there. None where the word is
    /// only related to the entry, or part of a name.
    pub(crate) positions: &'a [u16],
}

/// Postings of rising entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct List {
    entries: Vec<u32>,
    classes: Vec<u8>,
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
        let (entry, class, end) = (*self.entries.get(at)?, *self.classes.get(at)?, *self.ends.get(at)?);
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        Some(Posting { entry, class, positions: self.positions.get(start as usize..end as usize)? })
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Posting<'_>> {
        (0..self.len()).filter_map(|at| self.get(at))
    }

    /// Adds a posting, whose entry is above all others.
    #[cfg(test)]
    pub(crate) fn push(&mut self, posting: Posting<'_>) {
        self.positions.extend_from_slice(posting.positions);
        self.close(posting.entry, posting.class);
    }

    /// Makes a posting of the positions that were added since the last one.
    fn close(&mut self, entry: u32, class: u8) {
        self.entries.push(entry);
        self.classes.push(class);
        self.ends.push(self.positions.len() as u32);
    }
}

/// The class of a length in words: 32 steps, each a fifth longer than the one before.
pub(crate) fn length_class(words: u32) -> u8 {
    (0..31).find(|&class| class_length(class) >= words as f32).unwrap_or(31)
}

/// The length in words that a class stands for.
pub(crate) fn class_length(class: u8) -> f32 {
    (0..class).fold(3.0, |length, _| length * 1.22)
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
    put(out, posting.entry - *last);
    *last = posting.entry + 1;
    // Three bits tell how often up to six times; 7 says that the number follows.
    let often = posting.positions.len().min(7) as u8;
    out.push(posting.class << 3 | often);
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
        let entry = last.checked_add(reader.number()?).ok_or(PackError::Damaged)?;
        last = entry.checked_add(1).ok_or(PackError::Damaged)?;
        let head = reader.byte()?;
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
        list.close(entry, head >> 3);
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
        classes: Vec::with_capacity(a.len() + b.len()),
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
        merged.close(posting.entry, posting.class);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(postings: &[(u32, &[u16])]) -> List {
        let mut list = List::default();
        for (entry, positions) in postings {
            list.push(Posting { entry: *entry, class: 3, positions });
        }
        list
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let written = list(&[(0, &[]), (7, &[1, 33, 900]), (8, &[32; 9])]);
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
