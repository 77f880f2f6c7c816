//! Lists of the entries that a word stands in, with how often and where.

use crate::PackError;
use crate::bytes::{Reader, put};

/// The first position of the text: lower ones count the words of the title.
pub(crate) const TEXT_STARTS: u32 = 32;

/// More positions than any entry has.
const MOST_POSITIONS: u32 = 1 << 16;

/// One entry that a word stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Posting {
    /// Number of the entry.
    pub(crate) entry: u32,
    /// [`length_class`] of the entry's text.
    pub(crate) class: u8,
    /// Positions of the word: in the title below [`TEXT_STARTS`], in the text from there.
    pub(crate) positions: Vec<u32>,
}

/// The class of a length in words: 32 steps, each a fifth longer than the one before.
pub(crate) fn length_class(words: u32) -> u8 {
    (0..31).find(|&class| class_length(class) >= words as f32).unwrap_or(31)
}

/// The length in words that a class stands for.
pub(crate) fn class_length(class: u8) -> f32 {
    3.0 * 1.22f32.powi(i32::from(class))
}

/// Appends a list, whose entries rise.
pub(crate) fn encode<'a>(postings: impl IntoIterator<Item = &'a Posting>, out: &mut Vec<u8>) {
    let mut last = 0;
    for posting in postings {
        append(out, &mut last, posting.entry, posting.class, &posting.positions);
    }
}

/// Appends one posting; `last` is one past the entry before it.
pub(crate) fn append(out: &mut Vec<u8>, last: &mut u32, entry: u32, class: u8, positions: &[u32]) {
    put(out, entry - *last);
    *last = entry + 1;
    // Three bits tell how often up to six times; 7 says that the number follows.
    let often = positions.len().min(7) as u8;
    out.push(class << 3 | often);
    if often == 7 {
        put(out, positions.len() as u32);
    }
    let mut before = 0;
    for &position in positions {
        put(out, position - before);
        before = position;
    }
}

/// Reads a list.
///
/// # Errors
/// [`PackError::Damaged`] where the bytes are no list.
pub(crate) fn decode(bytes: &[u8]) -> Result<Vec<Posting>, PackError> {
    let mut reader = Reader::new(bytes);
    let mut list = Vec::new();
    let mut last = 0u32;
    while !reader.is_empty() {
        let entry = last.checked_add(reader.number()?).ok_or(PackError::Damaged)?;
        last = entry.checked_add(1).ok_or(PackError::Damaged)?;
        let head = reader.byte()?;
        let often = match head & 7 {
            7 => reader.count()?,
            few => usize::from(few),
        };
        let mut positions = Vec::with_capacity(often);
        let mut at = 0u32;
        for _ in 0..often {
            at = at.checked_add(reader.number()?).ok_or(PackError::Damaged)?;
            if at > MOST_POSITIONS {
                return Err(PackError::Damaged);
            }
            positions.push(at);
        }
        list.push(Posting { entry, class: head >> 3, positions });
    }
    Ok(list)
}

/// Puts lists of rising entries into one, positions of the same entry together.
pub(crate) fn merge(lists: Vec<Vec<Posting>>) -> Vec<Posting> {
    let mut lists = lists.into_iter().filter(|list| !list.is_empty());
    let Some(mut all) = lists.next() else { return Vec::new() };
    let first = all.len();
    for list in lists {
        all.extend(list);
    }
    if all.len() == first {
        return all;
    }
    all.sort_by_key(|posting| posting.entry);
    let mut merged: Vec<Posting> = Vec::with_capacity(all.len());
    for posting in all {
        match merged.last_mut() {
            Some(last) if last.entry == posting.entry => {
                last.positions.extend(posting.positions);
                last.positions.sort_unstable();
                last.positions.dedup();
            }
            _ => merged.push(posting),
        }
    }
    merged
}
