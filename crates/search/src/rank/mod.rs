//! How well what has the words answers.

mod score;
mod sense;
mod weights;

pub(crate) use score::{Aim, Goal, Scored, Stats, rarity, score};
pub(crate) use sense::Sense;
pub use weights::Weights;
