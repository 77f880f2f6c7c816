//! What a report begins with: date line, byline, credit, the stamp of a page.

pub(in crate::clean) mod credits;
pub(in crate::clean) mod datelines;
pub(in crate::clean) mod dates;
pub(in crate::clean) mod masthead;
mod masthead_words;
pub(in crate::clean) mod openings;
pub(in crate::clean) mod parting;
mod stamps;
