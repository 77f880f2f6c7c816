//! What stands around a report: lines known by their words, by their shape, by their place, and by being repeated.

pub(in crate::clean) mod gallery;
pub(in crate::clean) mod line_kinds;
pub(in crate::clean) mod lines;
pub(in crate::clean) mod page_phrases;
pub(in crate::clean) mod page_words;
pub(in crate::clean) mod region;
pub(crate) mod repeated;
