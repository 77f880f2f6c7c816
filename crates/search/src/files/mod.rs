//! What is fetched: the files of an index as bytes, and what is at hand of them.

mod bytes;
mod cards;
mod columns;
mod deflate;
mod directory;
mod error;
mod layout;
mod part;
mod postings;
mod shelf;
mod store;
mod suggestions;
mod terms;
mod wanted;
mod whole;

pub(crate) use bytes::{FNV_START, FileKind, crc32, fnv, seal};
pub(crate) use cards::{LONGEST_TEXT, PER_SLOT, SLOT, clip, fill};
pub(crate) use columns::{Columns, Facets, NOBODY, encode as encode_columns};
pub(crate) use deflate::Packer;
pub use directory::Directory;
pub use error::PackError;
pub(crate) use layout::{Layout, ROWS, Size};
pub use part::Part;
pub(crate) use postings::{
    CLAIM, Lengths, List, Place, Posting, SOMEBODY, TEXT_STARTS, append, decode as decode_list, encode as encode_list,
    merge,
};
pub(crate) use store::{Numbered, Store, Whole};
pub(crate) use suggestions::{Item, encode as encode_suggestions};
pub(crate) use terms::{
    OUTLET, PERSON, Tail, Term, beginnings, encode as encode_terms, key, letters, parts, signed, stem_of,
};
pub(crate) use wanted::Wanted;

/// A payload behind a right checksum, as a file whose name begins with this letter, or a part of one: for the fuzz targets.
#[cfg(feature = "fuzzing")]
pub fn sealed(letter: u8, payload: &[u8]) -> Vec<u8> {
    let kind = match letter {
        b'c' => return cards::seal(&Packer::new().pack(payload), payload.len()),
        b'p' => return [payload, &crc32(payload).to_le_bytes()].concat(),
        b'e' => FileKind::Entry,
        b't' => FileKind::Terms,
        b'f' => FileKind::Columns,
        _ => FileKind::Suggestions,
    };
    seal(kind, payload, &mut Packer::new()).unwrap_or_default()
}
