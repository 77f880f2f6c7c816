//! What both building and asking make of text: words, their stems, and other spellings.

mod english;
mod spelling;
mod stem;
mod words;

pub(crate) use english::english;
pub use english::filter;
pub(crate) use spelling::{Spelt, compound, spellings, spellings_by, spelt};
pub(crate) use stem::stem;
pub(crate) use words::{common, common_words, fold, words};
