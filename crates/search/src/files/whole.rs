//! A small corpus in one file: its entries by columns, so that what is alike lies together and packs well. Texts come
//! first and side by side, since a claim is made of words of passages; every other string is written once.

use std::collections::BTreeMap;

use model::{Commitment, Span, When};

use super::PackError;
use super::bytes::{Reader, put, put_signed};
use super::cards::LONGEST_FIELD;
use crate::{Entry, Kind};

/// What ends a string: no byte of UTF-8.
const END: u8 = 0xff;

/// More entries than a file of them has.
const MOST_ENTRIES: usize = 1 << 16;

/// The strings of an entry besides its text and people, each a column.
const FIELDS: usize = 5;

/// Strings by number, in the order in which they are first used.
#[derive(Default)]
struct Strings<'a> {
    numbers: BTreeMap<&'a str, u32>,
    joined: Vec<u8>,
}

/// A column of references to strings: 0 for the same as in the row before, 1 for the next new one, else the number
/// behind 2.
#[derive(Default)]
struct References {
    before: Option<u32>,
}

impl<'a> Strings<'a> {
    fn refer(&mut self, column: &mut References, string: &'a str, out: &mut Vec<u8>) {
        let new = self.numbers.len() as u32;
        let number = *self.numbers.entry(string).or_insert(new);
        if number == new {
            self.joined.extend(string.as_bytes());
            self.joined.push(END);
        }
        let reference = match column.before.replace(number) {
            Some(before) if before == number => 0,
            _ if number == new => 1,
            _ => number + 2,
        };
        put(out, reference);
    }
}

/// Strings while they are read, and how many were used.
struct Known<'a> {
    strings: Vec<&'a str>,
    used: usize,
}

impl<'a> Known<'a> {
    fn follow(&mut self, column: &mut References, reader: &mut Reader<'_>) -> Result<&'a str, PackError> {
        let number = match reader.number()? {
            0 => column.before.ok_or(PackError::Damaged)?,
            1 => self.used as u32,
            behind => behind - 2,
        };
        self.used = self.used.max(number as usize + 1);
        column.before = Some(number);
        self.strings.get(number as usize).copied().ok_or(PackError::Damaged)
    }
}

/// Appends bytes with their length.
fn put_block(out: &mut Vec<u8>, block: &[u8]) {
    put(out, block.len() as u32);
    out.extend(block);
}

/// Reads the strings of a block.
fn strings<'a>(reader: &mut Reader<'a>) -> Result<Vec<&'a str>, PackError> {
    let length = reader.number()? as usize;
    let mut pieces: Vec<&[u8]> = reader.take(length)?.split(|byte| *byte == END).collect();
    // Each ends with the mark, so nothing follows the last.
    if pieces.pop().is_none_or(|rest| !rest.is_empty()) {
        return Err(PackError::Damaged);
    }
    pieces.into_iter().map(|piece| std::str::from_utf8(piece).map_err(|_| PackError::Damaged)).collect()
}

/// Appends entries.
pub(crate) fn encode(entries: &[Entry], out: &mut Vec<u8>) {
    let (mut texts, mut table, mut rows) = (Vec::new(), Strings::default(), Vec::new());
    for entry in entries {
        texts.extend(entry.text.as_bytes());
        texts.push(END);
    }
    let mut column = |field: fn(&Entry) -> &str| {
        let mut column = References::default();
        entries.iter().for_each(|entry| table.refer(&mut column, field(entry), &mut rows));
    };
    column(|entry| &entry.id);
    column(|entry| &entry.title);
    column(|entry| entry.outlet.as_deref().unwrap_or_default());
    column(|entry| entry.published.as_ref().map_or("", |when| &when.edtf));
    column(|entry| &entry.note);
    let mut people = References::default();
    for entry in entries {
        put(&mut rows, entry.persons.len() as u32);
        entry.persons.iter().for_each(|name| table.refer(&mut people, name, &mut rows));
    }
    rows.extend(
        entries.iter().map(|entry| {
            entry.kind as u8 | u8::from(entry.span.is_some()) << 2 | u8::from(entry.outlet.is_some()) << 3
        }),
    );
    rows.extend(entries.iter().map(|entry| entry.commitments.iter().fold(0u8, |mask, c| mask | 1 << (*c as u8))));
    let (mut number, mut paragraph, mut end) = (0, 0, 0);
    for entry in entries {
        put_signed(&mut rows, step(&mut number, entry.number));
        put_signed(&mut rows, step(&mut paragraph, entry.paragraph));
    }
    for (entry, span) in entries.iter().filter_map(|entry| Some((entry, entry.span?))) {
        put_signed(&mut rows, step(&mut end, span.start));
        put_signed(&mut rows, span.len().wrapping_sub(points(&entry.text)) as i32);
        end = span.end;
    }
    put(out, entries.len() as u32);
    put_block(out, &texts);
    put_block(out, &table.joined);
    out.extend(rows);
}

/// How far a number is from the one before, which it becomes.
fn step(before: &mut u32, number: u32) -> i32 {
    number.wrapping_sub(std::mem::replace(before, number)) as i32
}

/// Length in code points.
fn points(text: &str) -> u32 {
    text.chars().count() as u32
}

/// Reads entries.
pub(crate) fn decode(reader: &mut Reader<'_>) -> Result<Vec<Entry>, PackError> {
    let count = reader.number()? as usize;
    let texts = strings(reader)?;
    let mut known = Known { strings: strings(reader)?, used: 0 };
    let fits = known.strings.iter().all(|string| string.len() <= LONGEST_FIELD);
    if count != texts.len() || count > MOST_ENTRIES || !fits {
        return Err(PackError::Damaged);
    }
    let mut entries: Vec<Entry> = texts.into_iter().map(|text| Entry::new(Kind::Passage, "", "", text)).collect();
    for field in 0..FIELDS {
        let mut column = References::default();
        for entry in &mut entries {
            let string = known.follow(&mut column, reader)?;
            match field {
                0 => string.clone_into(&mut entry.id),
                1 => string.clone_into(&mut entry.title),
                2 => entry.outlet = Some(string.to_owned()),
                3 => entry.published = When::parse(string).ok(),
                _ => string.clone_into(&mut entry.note),
            }
        }
    }
    let mut people = References::default();
    for entry in &mut entries {
        for _ in 0..reader.count()? {
            entry.persons.push(known.follow(&mut people, reader)?.to_owned());
        }
    }
    let (flags, masks) = (reader.take(count)?, reader.take(count)?);
    let (mut number, mut paragraph, mut end) = (0u32, 0u32, 0u32);
    for (entry, (flags, mask)) in entries.iter_mut().zip(flags.iter().zip(masks)) {
        entry.kind = Kind::ALL[usize::from(flags & 3)];
        entry.outlet = entry.outlet.take().filter(|_| flags >> 3 & 1 == 1);
        entry.commitments = Commitment::ALL.into_iter().filter(|c| mask >> (*c as u8) & 1 == 1).collect();
        number = number.wrapping_add(reader.signed()? as u32);
        paragraph = paragraph.wrapping_add(reader.signed()? as u32);
        (entry.number, entry.paragraph) = (number, paragraph);
    }
    for (entry, _) in entries.iter_mut().zip(flags).filter(|(_, flags)| **flags >> 2 & 1 == 1) {
        let start = end.wrapping_add(reader.signed()? as u32);
        let length = points(&entry.text).wrapping_add(reader.signed()? as u32);
        end = start.checked_add(length).ok_or(PackError::Damaged)?;
        entry.span = Some(Span::new(start, end));
    }
    if reader.is_empty() { Ok(entries) } else { Err(PackError::Damaged) }
}

#[cfg(test)]
mod tests {
    use model::When;
    use proptest::prelude::*;

    use super::*;

    fn entry() -> impl Strategy<Value = Entry> {
        let name = prop::sample::select(vec!["", "Anna Berg", "Coast Post", "Łódź", "2024-05", "a\0b"]);
        let names = prop::collection::vec(name.clone(), 3);
        let numbers = (0u32..9, any::<u32>(), any::<u32>(), any::<u16>());
        (names, "\\PC{0,20}", numbers, prop::collection::vec(name, 0..3), 0usize..4, 0u8..32).prop_map(
            |(names, text, (number, paragraph, start, length), persons, kind, mask)| Entry {
                outlet: (mask & 1 == 1).then(|| names[1].to_owned()),
                published: When::parse(names[2]).ok(),
                persons: persons.into_iter().map(str::to_owned).collect(),
                commitments: Commitment::ALL.into_iter().filter(|c| mask >> (*c as u8) & 1 == 1).collect(),
                span: (mask & 2 == 2).then(|| Span::new(start / 2, start / 2 + u32::from(length))),
                note: names[2].to_owned(),
                number,
                paragraph,
                ..Entry::new(Kind::ALL[kind], names[0], names[1], text)
            },
        )
    }

    proptest! {
        #[test]
        fn entries_are_read_as_they_were_written(entries in prop::collection::vec(entry(), 0..20)) {
            let mut bytes = Vec::new();
            encode(&entries, &mut bytes);
            prop_assert_eq!(decode(&mut Reader::new(&bytes)), Ok(entries));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(0u8..9, 0..60)) {
            let _ = decode(&mut Reader::new(&bytes));
        }
    }
}
