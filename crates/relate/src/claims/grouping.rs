//! Statements of which every two surely say the same.
//!
//! Agglomerative clustering with complete linkage: two groups become one only where the least sure pair between them is
//! sure. Pairs that were never near count as not the same.

use std::collections::{BTreeMap, BinaryHeap};

use crate::ground::linkage::Link;

/// The groups, each rising; statements without a sure pair are in none. `links` holds sure pairs alone.
pub(super) fn groups(links: &[Link]) -> Vec<Vec<u32>> {
    let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    // For each group, by its name, the least sure pair with each other group, where all pairs between them are sure.
    let mut least: BTreeMap<u32, BTreeMap<u32, f32>> = BTreeMap::new();
    for link in links {
        members.entry(link.a).or_insert_with(|| vec![link.a]);
        members.entry(link.b).or_insert_with(|| vec![link.b]);
        least.entry(link.a).or_default().insert(link.b, link.score);
        least.entry(link.b).or_default().insert(link.a, link.score);
    }
    let mut heap: BinaryHeap<Link> = links.iter().copied().collect();
    while let Some(link) = heap.pop() {
        let now = least.get(&link.a).and_then(|others| others.get(&link.b));
        if now != Some(&link.score) {
            continue;
        }
        let (keep, gone) = (link.a, link.b);
        let (Some(mut ours), Some(theirs)) = (least.remove(&keep), least.remove(&gone)) else { continue };
        for other in ours.keys().chain(theirs.keys()).copied().collect::<Vec<u32>>() {
            if let Some(row) = least.get_mut(&other) {
                row.remove(&gone);
                row.remove(&keep);
            }
        }
        ours.retain(|other, _| theirs.contains_key(other));
        for (other, score) in &mut ours {
            *score = score.min(theirs[other]);
            least.entry(*other).or_default().insert(keep, *score);
            heap.push(Link { a: keep.min(*other), b: keep.max(*other), score: *score });
        }
        least.insert(keep, ours);
        let moved = members.remove(&gone).unwrap_or_default();
        members.entry(keep).or_default().extend(moved);
    }
    let mut groups: Vec<Vec<u32>> = members.into_values().collect();
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort_unstable();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_chain_is_no_group() {
        let link = |a, b, score| Link { a, b, score };
        assert_eq!(groups(&[link(0, 1, 0.9), link(1, 2, 0.8)]), [vec![0, 1], vec![2]]);
        assert_eq!(groups(&[link(0, 1, 0.9), link(1, 2, 0.8), link(0, 2, 0.7)]), [vec![0, 1, 2]]);
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
            for group in groups(&links) {
                for (at, &a) in group.iter().enumerate() {
                    for &b in &group[at + 1..] {
                        prop_assert!(links.iter().any(|link| (link.a, link.b) == (a, b)));
                    }
                }
            }
        }
    }
}
