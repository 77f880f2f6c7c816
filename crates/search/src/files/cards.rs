//! Entries as they travel: a few to a slot, slots of one size, so that the number of an entry tells where it lies.

use model::{Commitment, Span, When};

use super::PackError;
use super::bytes::{Reader, crc32, inflate, put, put_str};
use super::deflate::Packer;
use crate::{Entry, Kind};

/// Bytes of a slot, however full.
pub(crate) const SLOT: usize = 4096;

/// The most entries of a slot. Entry `n` is the `n % PER_SLOT`-th of slot `n / PER_SLOT`; not every number is taken.
pub(crate) const PER_SLOT: u32 = 32;

/// Checksum, packed length, unpacked length.
const SLOT_HEAD: usize = 4 + 2 + 4;

/// The longest text of an entry, in bytes: what is longer becomes several entries.
pub(crate) const LONGEST_TEXT: usize = 4_000;

/// The longest title or note, in bytes; what is longer is cut.
pub(crate) const LONGEST_FIELD: usize = 600;

/// The longest list of people.
const MOST_PERSONS: usize = 24;

fn short(text: &str, bytes: usize) -> &str {
    let end = (0..=bytes.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    &text[..end]
}

/// An entry cut to what a card holds.
pub(crate) fn clip(entry: &mut Entry) {
    for field in [&mut entry.title, &mut entry.note, &mut entry.id] {
        let end = short(field, LONGEST_FIELD).len();
        field.truncate(end);
    }
    if let Some(outlet) = &mut entry.outlet {
        outlet.truncate(short(outlet, 120).len());
    }
    entry.persons.truncate(MOST_PERSONS);
    for person in &mut entry.persons {
        person.truncate(short(person, 80).len());
    }
}

/// Appends an entry.
pub(crate) fn put_entry(out: &mut Vec<u8>, entry: &Entry) {
    let commitments = entry.commitments.iter().fold(0u8, |mask, c| mask | 1 << (*c as u8));
    out.push(entry.kind as u8 | u8::from(entry.span.is_some()) << 2 | u8::from(entry.outlet.is_some()) << 3);
    out.push(commitments);
    put_str(out, &entry.id);
    put_str(out, &entry.title);
    put_str(out, entry.outlet.as_deref().unwrap_or_default());
    put_str(out, entry.published.as_ref().map_or("", |when| &when.edtf));
    put(out, entry.number);
    put(out, entry.paragraph);
    if let Some(span) = entry.span {
        put(out, span.start);
        put(out, span.len());
    }
    put_str(out, &entry.note);
    put(out, entry.persons.len() as u32);
    for person in &entry.persons {
        put_str(out, person);
    }
    put_str(out, &entry.text);
}

/// Reads an entry.
pub(crate) fn entry(reader: &mut Reader<'_>) -> Result<Entry, PackError> {
    let flags = reader.byte()?;
    let mask = reader.byte()?;
    let kind = Kind::ALL[usize::from(flags & 3)];
    let mut entry = Entry::new(kind, reader.text()?, reader.text()?, "");
    entry.commitments = Commitment::ALL.into_iter().filter(|c| mask >> (*c as u8) & 1 == 1).collect();
    let outlet = reader.text()?;
    entry.outlet = (flags >> 3 & 1 == 1).then(|| outlet.to_owned());
    entry.published = When::parse(reader.text()?).ok();
    entry.number = reader.number()?;
    entry.paragraph = reader.number()?;
    if flags >> 2 & 1 == 1 {
        let start = reader.number()?;
        let end = start.checked_add(reader.number()?).ok_or(PackError::Damaged)?;
        entry.span = Some(Span::new(start, end));
    }
    entry.note = reader.text()?.to_owned();
    let persons = reader.count()?;
    entry.persons = (0..persons).map(|_| reader.text().map(str::to_owned)).collect::<Result<_, _>>()?;
    entry.text = reader.text()?.to_owned();
    Ok(entry)
}

/// Packs entries into slots, and gives each its number.
pub(crate) fn fill(entries: &[Entry], packer: &mut Packer<'_>) -> Result<(Vec<u8>, Vec<u32>), PackError> {
    let (mut slots, mut numbers) = (Vec::new(), Vec::with_capacity(entries.len()));
    let mut at = 0;
    // How far the texts pack, from the slots so far: a slot is mostly tried once, not entry by entry.
    let mut ratio = 0.5f32;
    while at < entries.len() {
        let mut raw = Vec::new();
        let mut ends = Vec::new();
        for entry in entries[at..].iter().take(PER_SLOT as usize) {
            put_entry(&mut raw, entry);
            if raw.len() as f32 * ratio > SLOT as f32 * 0.97 && !ends.is_empty() {
                break;
            }
            ends.push(raw.len());
        }
        let mut taken = ends.len();
        let packed = loop {
            let packed = packer.pack(&raw[..ends[taken - 1]]);
            if packed.len() + SLOT_HEAD <= SLOT {
                break packed;
            }
            if taken == 1 {
                // Text that does not compress: its first half is shown, all of it is searched.
                let mut half = entry(&mut Reader::new(&raw))?;
                half.text.truncate(short(&half.text, half.text.len() / 2).len());
                half.persons.clear();
                raw.clear();
                put_entry(&mut raw, &half);
                ends[0] = raw.len();
                continue;
            }
            let fits = (SLOT as f32 * 0.97 * ends[taken - 1] as f32 / packed.len() as f32) as usize;
            taken = ends[..taken - 1].iter().rposition(|&end| end <= fits).map_or(1, |last| last + 1);
        };
        ratio = 0.7 * ratio + 0.3 * packed.len() as f32 / ends[taken - 1] as f32;
        let slot = (slots.len() / SLOT) as u32;
        slots.extend(seal(&packed, ends[taken - 1]));
        numbers.extend((0..taken as u32).map(|i| slot * PER_SLOT + i));
        at += taken;
    }
    Ok((slots, numbers))
}

/// A slot of what was packed from `length` bytes.
pub(crate) fn seal(packed: &[u8], length: usize) -> Vec<u8> {
    let mut slot = Vec::with_capacity(SLOT);
    slot.extend([0; 4]);
    slot.extend((packed.len() as u16).to_le_bytes());
    slot.extend((length as u32).to_le_bytes());
    slot.extend(packed);
    slot.resize(SLOT, 0);
    let crc = crc32(&slot[4..]);
    slot[..4].copy_from_slice(&crc.to_le_bytes());
    slot
}

/// Checks a slot.
pub(crate) fn check(slot: &[u8]) -> Result<(), PackError> {
    if slot.len() != SLOT {
        return Err(PackError::CutShort);
    }
    if slot[..4] == crc32(&slot[4..]).to_le_bytes() { Ok(()) } else { Err(PackError::Damaged) }
}

/// Unpacks a slot.
pub(crate) fn unpack(slot: &[u8]) -> Result<Vec<Entry>, PackError> {
    check(slot)?;
    let packed = usize::from(u16::from_le_bytes([slot[4], slot[5]]));
    let raw = u32::from_le_bytes([slot[6], slot[7], slot[8], slot[9]]) as usize;
    let raw = inflate(slot.get(SLOT_HEAD..SLOT_HEAD + packed).ok_or(PackError::Damaged)?, raw)?;
    let mut reader = Reader::new(&raw);
    let mut entries = Vec::new();
    while !reader.is_empty() {
        entries.push(entry(&mut reader)?);
    }
    Ok(entries)
}
