//! Sparse vectors of terms.

/// Index of a word, a family of words, a country or an entity in the vocabulary of one corpus.
pub(crate) type Term = u32;

/// A sparse vector of length one: terms in rising order with their weights.
pub(crate) type Vector = Vec<(Term, f32)>;

/// Sorted, and scaled to length one.
pub(crate) fn unit(mut vector: Vector) -> Vector {
    vector.sort_by_key(|&(term, _)| term);
    let length = vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|(_, w)| *w /= length);
    }
    vector
}

/// The cosine of two vectors of length one.
pub(crate) fn cosine(a: &[(Term, f32)], b: &[(Term, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += a[i].1 * b[j].1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}
