//! How the statements of a claim stand to each other.

use model::{ClaimOrigin, Commitment, Discrepancy, Standing};

use crate::origins::UNKNOWN;

/// The table of the design: a discrepancy that is no update makes it differ; else it is agreed where the statements of its
/// origins surely are (`agreed`), and perhaps where they may be.
///
/// Two reports have to carry them, each one of the two: one report never agrees with itself. What comes from nobody knows
/// where may come from the other.
pub(crate) fn standing(origins: &[&ClaimOrigin], discrepancies: &[Discrepancy], agreed: bool) -> Standing {
    let known: Vec<&ClaimOrigin> = origins.iter().copied().filter(|origin| origin.name != UNKNOWN).collect();
    let apart = |(at, a): (usize, &&ClaimOrigin)| {
        known[at + 1..].iter().any(|b| a.documents.len() > 1 || b.documents.len() > 1 || a.documents != b.documents)
    };
    if discrepancies.iter().any(|d| !d.update) {
        Standing::Differs
    } else if agreed && discrepancies.is_empty() {
        Standing::Agreed
    } else if known.iter().enumerate().any(apart) {
        Standing::Perhaps
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
