//! The index and the query, the same code when building and in the browser.

mod answer;
mod build;
mod bytes;
mod cards;
mod columns;
mod correct;
mod deflate;
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
pub use engine::{Ask, Engine, Reply};
pub use entry::{Entry, Kind};
pub use error::PackError;
pub use searcher::Searcher;
pub use syntax::{Clause, Query, Term, Unit};

/// A payload behind a right checksum, as a file of the kind with this number: for the fuzz targets.
#[cfg(feature = "fuzzing")]
pub fn sealed(kind: u8, payload: &[u8]) -> Vec<u8> {
    let kind = match kind {
        1 => bytes::FileKind::Entry,
        2 => bytes::FileKind::Terms,
        3 => bytes::FileKind::Columns,
        _ => bytes::FileKind::Suggestions,
    };
    bytes::seal(kind, payload, &mut deflate::Packer::new())
}
