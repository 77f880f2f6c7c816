//! Documents that write about one thing, put together before their statements are compared.
//!
//! Words are weighed within an area, not within the corpus: what a thousand further reports on other things write
//! about then changes nothing here. So the documents are compared by plain counts of words, which no other document
//! can move.

use super::vectors::{Term, Vector, cosine, unit};
use crate::ground::linkage::{self, Link};
use crate::ground::maps::Map;

/// The least average cosine within an area.
const THRESHOLD: f32 = 0.12;

/// How many statements an area has at most, since they are compared each with each; one document alone may have more.
const LARGEST: usize = linkage::DENSE;

/// So few documents are one area: who puts them together means one subject, and short reports share few words.
const FEW: usize = 12;

/// A document weighs this many statements at least, so that an area holds some forty.
const LEAST: usize = LARGEST / 48;

/// With how many others a document is compared at most.
const NEIGHBOURS: usize = 96;

/// A term that more documents have does not lead to candidates.
const POSTINGS: usize = 256;

/// Logarithmic counts of terms, scaled to length one.
pub(crate) fn plain_vector(counts: Map<Term, f32>) -> Vector {
    unit(counts.into_iter().map(|(term, count)| (term, (1.0 + count).ln())).collect())
}

/// Areas as indices of documents, each rising, in order of their first, and the pairs of documents that are alike enough
/// to be in one (rising); `statements` tells how many each has.
pub(crate) fn areas(documents: &[Vector], statements: &[usize]) -> (Vec<Vec<u32>>, Vec<(u32, u32)>) {
    if documents.len() <= FEW && statements.iter().sum::<usize>() <= LARGEST {
        let one = if documents.is_empty() { Vec::new() } else { vec![(0..documents.len() as u32).collect()] };
        return (one, Vec::new());
    }
    let weights: Vec<usize> = statements.iter().map(|&count| count.max(LEAST)).collect();
    let links = links(documents);
    let alike = links.iter().filter(|link| link.score >= THRESHOLD).map(|link| (link.a, link.b)).collect();
    (linkage::sparse(&weights, &links, THRESHOLD, LARGEST), alike)
}

fn links(documents: &[Vector]) -> Vec<Link> {
    let mut postings: Map<Term, Vec<(u32, f32)>> = Map::default();
    for (index, vector) in documents.iter().enumerate() {
        for &(term, weight) in vector {
            postings.entry(term).or_default().push((index as u32, weight));
        }
    }
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    let mut sums = vec![0.0_f32; documents.len()];
    let mut touched: Vec<u32> = Vec::new();
    for (index, vector) in documents.iter().enumerate() {
        let index = index as u32;
        for (term, weight) in vector {
            let list = &postings[term];
            if list.len() > POSTINGS {
                continue;
            }
            for &(other, theirs) in list.iter().filter(|(other, _)| *other != index) {
                if sums[other as usize] == 0.0 {
                    touched.push(other);
                }
                sums[other as usize] += weight * theirs;
            }
        }
        let mut best: Vec<(u32, f32)> = touched.iter().map(|&other| (other, sums[other as usize])).collect();
        if best.len() > NEIGHBOURS {
            best.select_nth_unstable_by(NEIGHBOURS, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            best.truncate(NEIGHBOURS);
        }
        pairs.extend(best.into_iter().map(|(other, _)| (index.min(other), index.max(other))));
        touched.drain(..).for_each(|other| sums[other as usize] = 0.0);
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
        .into_iter()
        .map(|(a, b)| Link { a, b, score: cosine(&documents[a as usize], &documents[b as usize]) })
        .collect()
}
