//! Decisions of a person over the machine's result.

mod anchors;
mod anew;
mod correct;
mod decisions;
mod desk;
mod propose;

use model::{Annotated, Corpus, Relations};

pub use correct::correct;
pub use decisions::{Anchor, Decision, Review, ReviewError, with_names};
pub use propose::{ComparedBy, propose};

use anchors::{Anchors, anchored, places};
use desk::Desk;

/// The relations with a person's decisions carried out, in order. `documents` are those that `relations` was made from,
/// in the same order, and `corpus` is what it was made with.
///
/// # Errors
/// Where an anchor is not found, or found twice; never a guess. See [`ReviewError`].
pub fn review(
    relations: Relations,
    documents: &[Annotated],
    corpus: &Corpus,
    decisions: &[Decision],
) -> Result<Relations, ReviewError> {
    if decisions.is_empty() {
        return Ok(relations);
    }
    let corrected = correct(documents, decisions)?;
    let mut desk = Desk::new(relations);
    let mut anchors = Anchors::new(documents);
    for (index, decision) in anchored(decisions) {
        let places = places(&mut anchors, decision, index)?;
        desk.decide(decision, &places, index)?;
    }
    Ok(desk.finish(&corrected, corpus))
}
