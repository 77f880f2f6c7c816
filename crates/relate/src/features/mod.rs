//! What statements and documents are compared by.

mod areas;
mod asides;
mod both;
mod deeds;
mod said;
mod scenes;
mod space;
mod vectors;
mod vocabulary;

pub(crate) use asides::by_the_way;
pub(crate) use said::{Number, Said, Token, each_once, turns_on};
pub(crate) use scenes::Scenes;
pub(crate) use space::{Area, Features, Space, space};
pub(crate) use vectors::{Term, Vector, cosine, unit};
pub(crate) use vocabulary::Sort;
