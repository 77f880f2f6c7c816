//! Shallow grammar: verb groups, noun phrases, and the subject that a verb group has.

mod attached;
mod auxiliaries;
pub(crate) mod groups;
pub(crate) mod inflection;
pub(crate) mod phrases;
mod subjects;
mod verb_forms;

pub(crate) use auxiliaries::is_modal;
pub(crate) use groups::{Form, VerbGroup};
pub(crate) use verb_forms::is_irregular_past;
