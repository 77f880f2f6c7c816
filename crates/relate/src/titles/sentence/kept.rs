//! What statements of several reports were told as, kept for the days on which it is asked for again.

use std::sync::OnceLock;

use super::form::Sentence;
use crate::ground::asked::Asked;
use crate::ground::reports::{Place, Reports};

/// The sentences that statements of claims of several reports were found to be, by place of the statement, each once.
pub(crate) struct Sentences(Vec<OnceLock<Found>>);

/// A sentence, where one was found, with what was asked for it, where that was noted.
pub(super) type Found = (Option<Sentence>, Option<Asked>);

impl Sentences {
    /// Of so many statements.
    pub(crate) fn new(count: usize) -> Self {
        Self((0..count).map(|_| OnceLock::new()).collect())
    }

    pub(super) fn of(&self, reports: &Reports<'_>, place: Place) -> Option<&OnceLock<Found>> {
        self.0.get(reports.places.binary_search(&place).ok()?)
    }
}
