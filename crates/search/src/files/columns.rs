//! What narrows and counts: kind, commitments, outlet, day and document of every entry, in columns.

use model::{Commitment, Day};

use super::PackError;
use super::bytes::{Reader, put, put_signed};
use crate::{Entry, Kind};

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

/// Facets of entries that follow each other: runs that share outlet, day and document, and a byte for each entry.
///
/// They are kept as they are packed, since most of what a search waits for is memory, and so they are passed through in
/// order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    runs: Vec<Run>,
    /// The kind, 7 for nobody, and the commitments.
    own: Vec<u8>,
}

/// What entries that follow each other share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// One past the last of them.
    end: u32,
    outlet: u32,
    day: Option<Day>,
    document: u32,
}

impl Columns {
    /// The columns of some rows.
    pub(crate) fn of(rows: &[Facets]) -> Self {
        let mut columns = Self::default();
        for run in rows.chunk_by(|a, b| (a.outlet, a.day, a.document) == (b.outlet, b.day, b.document)) {
            columns.own.extend(run.iter().map(|row| row.kind.map_or(7, |kind| kind as u8) | row.commitments << 3));
            let Facets { outlet, day, document, .. } = run[0];
            columns.runs.push(Run { end: columns.own.len() as u32, outlet, day, document });
        }
        columns
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> u32 {
        self.own.len() as u32
    }

    /// Looks rows up in rising order.
    pub(crate) fn rising(&self) -> Rising<'_> {
        Rising { columns: self, run: 0 }
    }
}

/// Looks rows up, each above the one before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rising<'a> {
    columns: &'a Columns,
    run: usize,
}

impl Rising<'_> {
    /// The facets of a row, which is not below the one that was looked up last.
    pub(crate) fn get(&mut self, row: u32) -> Facets {
        let Some(own) = self.columns.own.get(row as usize) else { return NOBODY };
        let rest = self.columns.runs.get(self.run..).unwrap_or_default();
        // In steps that double, then by halves: most often it is one of the next few.
        let mut step = 1;
        while rest.get(step - 1).is_some_and(|run| run.end <= row) {
            step *= 2;
        }
        let (passed, most) = (step / 2, step.min(rest.len()));
        self.run += passed + rest[passed..most].partition_point(|run| run.end <= row);
        let Some(Run { outlet, day, document, .. }) = self.columns.runs.get(self.run).copied() else { return NOBODY };
        Facets { kind: Kind::ALL.get(usize::from(own & 7)).copied(), commitments: own >> 3, outlet, day, document }
    }
}

/// Packs columns.
pub(crate) fn encode(columns: &Columns) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut out, columns.len());
    let (mut start, mut day_before, mut document_before) = (0, 0, 0);
    for run in &columns.runs {
        put(&mut out, run.end - start);
        put(&mut out, run.outlet << 1 | u32::from(run.day.is_some()));
        if let Some(Day(day)) = run.day {
            put_signed(&mut out, day.wrapping_sub(day_before));
            day_before = day;
        }
        put_signed(&mut out, (run.document as i32).wrapping_sub(document_before));
        document_before = run.document as i32;
        out.extend(&columns.own[start as usize..run.end as usize]);
        start = run.end;
    }
    out
}

/// Unpacks columns.
pub(crate) fn decode(bytes: &[u8]) -> Result<Columns, PackError> {
    let mut reader = Reader::new(bytes);
    let count = reader.count()?;
    let mut columns = Columns { runs: Vec::new(), own: Vec::with_capacity(count) };
    let (mut day_before, mut document_before) = (0i32, 0i32);
    while columns.own.len() < count {
        let length = reader.count()?;
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
        if length == 0 || length > count - columns.own.len() || !sound {
            return Err(PackError::Damaged);
        }
        columns.own.extend(reader.take(length)?);
        let end = columns.own.len() as u32;
        columns.runs.push(Run { end, outlet: outlet >> 1, day, document: document_before as u32 });
    }
    Ok(columns)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row() -> impl Strategy<Value = Facets> {
        (0usize..5, 0u8..32, 0u32..3, prop::option::of(-2i32..3), 0u32..4).prop_map(
            |(kind, commitments, outlet, day, document)| Facets {
                kind: Kind::ALL.get(kind).copied(),
                commitments,
                outlet,
                day: day.map(Day),
                document,
            },
        )
    }

    proptest! {
        #[test]
        fn rows_are_read_as_they_were_written(rows in prop::collection::vec(row(), 0..40), step in 1usize..4) {
            let columns = Columns::of(&rows);
            prop_assert_eq!(decode(&encode(&columns)), Ok(columns.clone()));
            let mut rising = columns.rising();
            for at in (0..rows.len()).step_by(step) {
                prop_assert_eq!(rising.get(at as u32), rows[at]);
            }
            prop_assert_eq!(rising.get(rows.len() as u32), NOBODY);
        }
    }
}
