//! From letters to tokens, with what each word is to the grammar, and reading them by place.

pub(in crate::times) mod cursor;
pub(in crate::times) mod lexicon;
mod tokens;
pub(in crate::times) mod words;

pub(in crate::times) use tokens::tokens;
