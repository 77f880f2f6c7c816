//! What both building and asking make of text: words and their stems.

mod stem;
mod words;

pub(crate) use stem::stem;
pub(crate) use words::{common, common_words, each, fold, words};
