//! Which statements say the same thing.
//!
//! Agglomerative clustering with average linkage (UPGMA) over a sparse graph: each statement is compared with the few
//! that share its rarest terms, pairs that were never compared count as unlike. A heap of the best links makes it
//! n log n.

use std::collections::{BTreeMap, BinaryHeap, HashMap};

use crate::features::{Space, Term};
use crate::similarity::similarity;

/// With how many others a statement is compared at most.
const NEIGHBOURS: usize = 40;

/// A term that more statements have than this does not lead to candidates.
const POSTINGS: usize = 400;

/// The least average similarity within a claim.
const THRESHOLD: f32 = 0.3;

/// Groups of statements, as indices into [`Space::statements`]; each rising, and in order of their first.
pub(crate) fn clusters(space: &Space) -> Vec<Vec<u32>> {
    agglomerate(space.statements.len(), &links(space))
}

/// The pairs worth comparing, with their similarity: (a, b, similarity), a < b.
fn links(space: &Space) -> Vec<(u32, u32, f32)> {
    let mut postings: HashMap<Term, Vec<(u32, f32)>> = HashMap::new();
    for (index, features) in space.statements.iter().enumerate() {
        for &(term, weight) in &features.terms {
            postings.entry(term).or_default().push((index as u32, weight));
        }
    }
    let mut found = Vec::new();
    let mut sums: HashMap<u32, f32> = HashMap::new();
    for (index, features) in space.statements.iter().enumerate() {
        let index = index as u32;
        sums.clear();
        for (term, weight) in &features.terms {
            let list = &postings[term];
            if list.len() > POSTINGS.max(space.statements.len() / 20) {
                continue;
            }
            for &(other, theirs) in list {
                if other != index {
                    *sums.entry(other).or_default() += weight * theirs;
                }
            }
        }
        let mut best: Vec<(u32, f32)> = sums.iter().map(|(&other, &sum)| (other, sum)).collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        best.truncate(NEIGHBOURS);
        for (other, _) in best {
            let (a, b) = (index.min(other), index.max(other));
            found.push((a, b));
        }
    }
    found.sort_unstable();
    found.dedup();
    found
        .into_iter()
        .map(|(a, b)| (a, b, similarity(space, &space.statements[a as usize], &space.statements[b as usize])))
        .filter(|link| link.2 > 0.05)
        .collect()
}

/// A possible merge; the best first, ties by the lower indices.
#[derive(PartialEq)]
struct Merge {
    score: f32,
    a: u32,
    b: u32,
}

impl Eq for Merge {}

impl Ord for Merge {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.score.total_cmp(&other.score).then_with(|| (other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Merge {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Merges the two groups with the best average link until none reaches the threshold.
fn agglomerate(count: usize, links: &[(u32, u32, f32)]) -> Vec<Vec<u32>> {
    let mut members: Vec<Vec<u32>> = (0..count as u32).map(|i| vec![i]).collect();
    let mut sums: Vec<BTreeMap<u32, f32>> = vec![BTreeMap::new(); count];
    let mut heap = BinaryHeap::new();
    for &(a, b, score) in links {
        sums[a as usize].insert(b, score);
        sums[b as usize].insert(a, score);
        if score >= THRESHOLD {
            heap.push(Merge { score, a, b });
        }
    }
    while let Some(Merge { score, a, b }) = heap.pop() {
        let now = sums[a as usize].get(&b).map(|sum| average(*sum, &members, a, b));
        if members[a as usize].is_empty() || members[b as usize].is_empty() || now != Some(score) {
            continue;
        }
        // The one with fewer neighbours moves, so that each link moves at most log n times.
        let (keep, gone) = if sums[a as usize].len() >= sums[b as usize].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut members[gone as usize]);
        members[keep as usize].extend(moved);
        for (other, sum) in std::mem::take(&mut sums[gone as usize]) {
            sums[other as usize].remove(&gone);
            if other != keep {
                *sums[keep as usize].entry(other).or_default() += sum;
                *sums[other as usize].entry(keep).or_default() += sum;
            }
        }
        let next: Vec<Merge> = sums[keep as usize]
            .iter()
            .map(|(&other, &sum)| (other, average(sum, &members, keep, other)))
            .filter(|&(_, score)| score >= THRESHOLD)
            .map(|(other, score)| Merge { score, a: keep.min(other), b: keep.max(other) })
            .collect();
        heap.extend(next);
    }
    members.retain(|m| !m.is_empty());
    members.iter_mut().for_each(|m| m.sort_unstable());
    members.sort_unstable();
    members
}

fn average(sum: f32, members: &[Vec<u32>], a: u32, b: u32) -> f32 {
    sum / (members[a as usize].len() * members[b as usize].len()) as f32
}
