//! What statements and documents are compared by.

mod areas;
mod asides;
mod both;
mod said;
mod space;
mod vectors;
mod vocabulary;

pub(crate) use said::{Number, Said};
pub(crate) use space::{Area, Features, Space, space};
pub(crate) use vectors::{Term, Vector, cosine};
pub(crate) use vocabulary::Sort;
