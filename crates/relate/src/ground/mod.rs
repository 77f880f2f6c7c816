//! What every step stands on: the documents as they are read here, words, ids, and general tables of English.

pub(crate) mod alignment;
pub(crate) mod asked;
mod called;
pub(crate) mod countries;
pub(crate) mod denials;
pub(crate) mod frame;
pub(crate) mod ids;
pub(crate) mod irregular;
pub(crate) mod lexicon;
pub(crate) mod linkage;
pub(crate) mod maps;
mod personal;
pub(crate) mod reports;
pub(crate) mod roles;
pub(crate) mod spelling;
pub(crate) mod stamps;
pub(crate) mod stance;
pub(crate) mod subjects;
pub(crate) mod unions;
pub(crate) mod words;
