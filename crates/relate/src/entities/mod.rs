//! Who and what is named over all documents, and what it is called.

mod given;
mod named;
mod people;
mod spellings;

pub(crate) use given::GivenNames;
pub(crate) use named::{Entities, key, key_of, part};
pub(crate) use people::people;
