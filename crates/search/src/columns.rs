//! What narrows and counts: kind, commitments, outlet, day and document of every entry, in columns.

use model::{Commitment, Day};

use crate::bytes::{Reader, put, put_signed};
use crate::{Entry, Kind, PackError};

/// More outlets and documents than any corpus has: what counts by their numbers stays within memory.
const MOST_OUTLETS: u32 = 1 << 20;
const MOST_DOCUMENTS: i32 = 1 << 26;

/// What a column holds of one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Facets {
    /// Index in [`Kind::ALL`]; none for a number that no entry has.
    pub(crate) kind: Option<Kind>,
    /// One bit for each of [`Commitment::ALL`].
    pub(crate) commitments: u8,
    /// Index of the outlet in the entry pack, plus one; 0 where unknown.
    pub(crate) outlet: u32,
    /// The day it was published.
    pub(crate) day: Option<Day>,
    /// Number of the document, 0 where there is none.
    pub(crate) document: u32,
}

/// A number that no entry has.
pub(crate) const NOBODY: Facets = Facets { kind: None, commitments: 0, outlet: 0, day: None, document: 0 };

impl Facets {
    pub(crate) fn of(entry: &Entry, outlets: &[String]) -> Self {
        let outlet = entry.outlet.as_ref().and_then(|name| outlets.binary_search(name).ok());
        Self {
            kind: Some(entry.kind),
            commitments: entry.commitments.iter().fold(0, |mask, c| mask | 1 << (*c as u8)),
            outlet: outlet.map_or(0, |index| index as u32 + 1),
            day: entry.published.as_ref().and_then(|when| when.first.or(when.last)),
            document: entry.number,
        }
    }

    /// Whether it has a commitment.
    pub(crate) fn has(self, commitment: Commitment) -> bool {
        self.commitments >> (commitment as u8) & 1 == 1
    }
}

/// Packs facets: runs that share outlet, day and document, then a byte for each entry.
pub(crate) fn encode(rows: &[Facets]) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, rows.len() as u32);
    let (mut day_before, mut document_before) = (0, 0);
    for run in rows.chunk_by(|a, b| (a.outlet, a.day, a.document) == (b.outlet, b.day, b.document)) {
        let first = run[0];
        put(&mut out, run.len() as u32);
        put(&mut out, first.outlet << 1 | u32::from(first.day.is_some()));
        if let Some(Day(day)) = first.day {
            put_signed(&mut out, day.wrapping_sub(day_before));
            day_before = day;
        }
        put_signed(&mut out, (first.document as i32).wrapping_sub(document_before));
        document_before = first.document as i32;
        out.extend(run.iter().map(|row| row.kind.map_or(7, |kind| kind as u8) | row.commitments << 3));
    }
    out
}

/// Unpacks facets.
pub(crate) fn decode(bytes: &[u8]) -> Result<Vec<Facets>, PackError> {
    let mut reader = Reader::new(bytes);
    let count = reader.count()?;
    let mut rows = Vec::with_capacity(count);
    let (mut day_before, mut document_before) = (0i32, 0i32);
    while rows.len() < count {
        let run = reader.count()?;
        let outlet = reader.number()?;
        let day = match outlet & 1 {
            1 => {
                day_before = day_before.wrapping_add(reader.signed()?);
                Some(Day(day_before))
            }
            _ => None,
        };
        document_before = document_before.wrapping_add(reader.signed()?);
        let sound = outlet >> 1 <= MOST_OUTLETS && (0..=MOST_DOCUMENTS).contains(&document_before);
        if run == 0 || run > count - rows.len() || !sound {
            return Err(PackError::Damaged);
        }
        rows.extend(reader.take(run)?.iter().map(|byte| Facets {
            kind: Kind::ALL.get(usize::from(byte & 7)).copied(),
            commitments: byte >> 3,
            outlet: outlet >> 1,
            day,
            document: document_before as u32,
        }));
    }
    Ok(rows)
}
