//! What is built: from entries to the files of an index.

mod build;
mod collect;
mod indexer;
mod related;
mod whole;

pub use build::{Built, File, Options, build, build_on};
use indexer::{Forms, Indexer};
pub(crate) use whole::at_once;
