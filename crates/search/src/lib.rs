//! The index and the query, the same code when building and in the browser.
//!
//! - `text`: words and their stems, the same for both
//! - `files`: what is fetched: the files of an index, and what is at hand of them
//! - `index`: what is built: from entries to files
//! - `rank`: how well what has the words answers
//! - `query`: what is asked: from a request to its answer

mod entry;
mod files;
mod index;
mod logarithm;
mod order;
mod query;
mod rank;
mod text;

pub use entry::{Entry, Kind, SuggestionKind};
#[cfg(feature = "fuzzing")]
pub use files::sealed;
pub use files::{Directory, PackError, Part};
pub use index::{Built, File, Options, build, build_on};
pub use query::{
    Ask, Clause, Correction, Counts, Documents, Engine, Hit, Query, Reply, Request, Response, Searcher, Sort, Step,
    Suggest, Suggestion, Term, Unit,
};
pub use rank::Weights;
#[doc(hidden)]
pub use text::filter;
