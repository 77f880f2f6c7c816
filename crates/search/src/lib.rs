//! The index and the query, the same code when building and in the browser.

mod answer;
mod build;
mod bytes;
mod cards;
mod columns;
mod correct;
mod deflate;
mod directory;
mod engine;
mod entry;
mod error;
mod excerpt;
mod find;
mod index;
mod layout;
mod narrow;
mod order;
mod plan;
mod postings;
mod rank;
mod related;
mod resolve;
mod searcher;
mod shelf;
mod stem;
mod suggest;
mod syntax;
mod terms;
mod wanted;
mod whole;
mod words;

pub use answer::{
    Correction, Counts, Documents, Hit, Part, Request, Response, Sort, Step, Suggest, Suggestion, SuggestionKind,
};
pub use build::{Built, File, Options, build};
pub use directory::Directory;
pub use engine::{Ask, Engine, Reply};
pub use entry::{Entry, Kind};
pub use error::PackError;
pub use searcher::Searcher;
pub use syntax::{Clause, Query, Term, Unit};

/// A payload behind a right checksum, as a file whose name begins with this letter, or a part of one: for the fuzz targets.
#[cfg(feature = "fuzzing")]
pub fn sealed(letter: u8, payload: &[u8]) -> Vec<u8> {
    let kind = match letter {
        b'c' => return cards::seal(&deflate::Packer::new().pack(payload), payload.len()),
        b'p' => return [payload, &bytes::crc32(payload).to_le_bytes()].concat(),
        b'e' => bytes::FileKind::Entry,
        b't' => bytes::FileKind::Terms,
        b'f' => bytes::FileKind::Columns,
        _ => bytes::FileKind::Suggestions,
    };
    bytes::seal(kind, payload, &mut deflate::Packer::new())
}
