//! Who and what is named over all documents, and what it is called.

mod given;
mod named;
mod people;
mod spellings;
mod tallies;

pub(crate) use given::GivenNames;
pub(crate) use named::Entities;
pub(crate) use people::people;
pub(crate) use tallies::{key, key_of, part};
