//! What statements and documents are compared by.

mod areas;
mod asides;
mod both;
mod space;
mod vectors;
mod vocabulary;

pub(crate) use space::{Area, Features, Space, space};
pub(crate) use vectors::{Term, Vector, cosine};
