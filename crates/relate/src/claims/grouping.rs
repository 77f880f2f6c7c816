//! Statements of which every two say the same.
//!
//! Agglomerative clustering: two groups become one only where every pair between them may be linked, looked at alone, and
//! all pairs between them are sure on average. Pairs that were never near count as not the same.

use std::collections::BinaryHeap;

use crate::ground::linkage::{self, Link};
use crate::ground::maps::Map;

/// The groups, each rising; statements without a link are in none. Pairs without a link never share a group, and no two
/// groups become one whose pairs are on average below `sure`.
pub(super) fn groups(links: &[Link], sure: f32) -> Vec<Vec<u32>> {
    let mut members: Map<u32, Vec<u32>> = Map::default();
    // For each group, by its name, the sum over all pairs with each other group where all of them are linked.
    let mut sums: Map<u32, Map<u32, f32>> = Map::default();
    for link in links {
        members.entry(link.a).or_insert_with(|| vec![link.a]);
        members.entry(link.b).or_insert_with(|| vec![link.b]);
        sums.entry(link.a).or_default().insert(link.b, link.score);
        sums.entry(link.b).or_default().insert(link.a, link.score);
    }
    let average = |members: &Map<u32, Vec<u32>>, a: u32, b: u32, sum: f32| {
        let size = |group: u32| members.get(&group).map_or(1, Vec::len) as f32;
        sum / (size(a) * size(b))
    };
    let mut heap: BinaryHeap<Link> = links.iter().copied().filter(|link| link.score >= sure).collect();
    while let Some(link) = heap.pop() {
        let (keep, gone) = (link.a, link.b);
        let now = sums.get(&keep).and_then(|others| others.get(&gone));
        if now.map(|&sum| average(&members, keep, gone, sum)) != Some(link.score) {
            continue;
        }
        let (Some(mut ours), Some(theirs)) = (sums.remove(&keep), sums.remove(&gone)) else { continue };
        for other in ours.keys().chain(theirs.keys()) {
            if let Some(row) = sums.get_mut(other) {
                row.remove(&gone);
                row.remove(&keep);
            }
        }
        let moved = members.remove(&gone).unwrap_or_default();
        members.entry(keep).or_default().extend(moved);
        ours.retain(|other, _| theirs.contains_key(other));
        for (&other, sum) in &mut ours {
            *sum += theirs[&other];
            sums.entry(other).or_default().insert(keep, *sum);
            let (a, b) = (keep.min(other), keep.max(other));
            let score = average(&members, a, b, *sum);
            if score >= sure {
                heap.push(Link { a, b, score });
            }
        }
        sums.insert(keep, ours);
    }
    linkage::groups_in_order(members.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_chain_is_no_group() {
        let link = |a, b, score| Link { a, b, score };
        assert_eq!(groups(&[link(0, 1, 0.9), link(1, 2, 0.8)], 0.6), [vec![0, 1], vec![2]]);
        assert_eq!(groups(&[link(0, 1, 0.9), link(1, 2, 0.8), link(0, 2, 0.5)], 0.6), [vec![0, 1, 2]]);
    }

    proptest! {
        #[test]
        fn every_two_of_a_group_are_linked(chosen in proptest::collection::vec(0u32..1_000, 28)) {
            let pairs = (0..8u32).flat_map(|a| (a + 1..8).map(move |b| (a, b)));
            let links: Vec<Link> = pairs
                .zip(chosen)
                .filter(|(_, score)| *score > 400)
                .map(|((a, b), score)| Link { a, b, score: score as f32 / 1e3 })
                .collect();
            for group in groups(&links, 0.6) {
                for (at, &a) in group.iter().enumerate() {
                    for &b in &group[at + 1..] {
                        prop_assert!(links.iter().any(|link| (link.a, link.b) == (a, b)));
                    }
                }
            }
        }
    }
}
