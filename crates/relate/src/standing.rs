//! How the statements of a claim stand to each other.

use model::{ClaimOrigin, Commitment, Discrepancy, Standing};

/// The table of the design: a discrepancy that is no update makes it differ; else two origins make it agreed.
///
/// It counts origins, not documents: one report that has the same from two offices by their names, each of which could
/// be asked, has two. What it says itself, and on the word of people without a name, is no origin beside a named one
/// (`origins`), so a single report never agrees with itself.
pub(crate) fn standing(origins: &[ClaimOrigin], discrepancies: &[Discrepancy]) -> Standing {
    if discrepancies.iter().any(|d| !d.update) {
        Standing::Differs
    } else if origins.len() > 1 {
        Standing::Agreed
    } else {
        Standing::OneOrigin
    }
}

/// The commitment that most statements share; of several, the plainest.
pub(crate) fn commitment(commitments: impl Iterator<Item = Commitment> + Clone) -> Commitment {
    Commitment::ALL
        .into_iter()
        .max_by_key(|wanted| (commitments.clone().filter(|c| c == wanted).count(), std::cmp::Reverse(*wanted)))
        .unwrap_or(Commitment::Asserted)
}
