//! Statements that say the same, put together.
//!
//! Agglomerative clustering with average linkage: two groups become one where all pairs between them are sure on average and none of
//! them, looked at alone, is of two things. A pair that was never near, or of which nothing is sure, counts little; so a third that
//! says in other words what two others say joins them by the one that it is near to.

use std::collections::BinaryHeap;

use crate::ground::linkage::{self, Link};
use crate::ground::maps::Map;

/// What a pair counts that may be one, of which nothing is sure.
const UNSURE: f32 = 0.35;

/// What all pairs between two groups come to on average that become one.
const ON_AVERAGE: f32 = 0.5;

/// All links between two groups.
#[derive(Clone, Copy, Default)]
struct Between {
    sum: f32,
    pairs: usize,
}

impl Between {
    fn and(self, other: Self) -> Self {
        Self { sum: self.sum + other.sum, pairs: self.pairs + other.pairs }
    }
}

/// The groups, each rising; statements without a link are in none. `links` are in order, and only what one of them makes `sure`
/// leads from a group to another. Pairs without a link of which `may_be_one` says no never share a group.
pub(super) fn groups(links: &[Link], sure: f32, may_be_one: &mut dyn FnMut(u32, u32) -> bool) -> Vec<Vec<u32>> {
    let mut members: Map<u32, Vec<u32>> = Map::default();
    let mut between: Map<u32, Map<u32, Between>> = Map::default();
    for link in links {
        members.entry(link.a).or_insert_with(|| vec![link.a]);
        members.entry(link.b).or_insert_with(|| vec![link.b]);
        let own = Between { sum: link.score, pairs: 1 };
        between.entry(link.a).or_default().insert(link.b, own);
        between.entry(link.b).or_default().insert(link.a, own);
    }
    let average = |members: &Map<u32, Vec<u32>>, a: u32, b: u32, found: Between| {
        let size = |group: u32| members.get(&group).map_or(1, Vec::len);
        let all = size(a) * size(b);
        (found.sum + UNSURE * (all - found.pairs) as f32) / all as f32
    };
    let linked = |a: u32, b: u32| links.binary_search_by_key(&(a.min(b), a.max(b)), |link| (link.a, link.b)).is_ok();
    let mut asked: Map<(u32, u32), bool> = Map::default();
    let mut heap: BinaryHeap<Link> = links.iter().copied().filter(|link| link.score >= sure).collect();
    while let Some(link) = heap.pop() {
        let (keep, gone) = (link.a, link.b);
        let now = between.get(&keep).and_then(|others| others.get(&gone));
        if now.map(|&found| average(&members, keep, gone, found)) != Some(link.score) {
            continue;
        }
        let mut apart = |&a: &u32, &b: &u32| {
            let pair = (a.min(b), a.max(b));
            !linked(a, b) && !*asked.entry(pair).or_insert_with(|| may_be_one(pair.0, pair.1))
        };
        if members[&keep].iter().any(|a| members[&gone].iter().any(|b| apart(a, b))) {
            for (own, other) in [(keep, gone), (gone, keep)] {
                if let Some(row) = between.get_mut(&own) {
                    row.insert(other, Between { sum: f32::NEG_INFINITY, pairs: 0 });
                }
            }
            continue;
        }
        let (Some(mut ours), Some(theirs)) = (between.remove(&keep), between.remove(&gone)) else { continue };
        for other in ours.keys().chain(theirs.keys()) {
            if let Some(row) = between.get_mut(other) {
                row.remove(&gone);
                row.remove(&keep);
            }
        }
        let moved = members.remove(&gone).unwrap_or_default();
        members.entry(keep).or_default().extend(moved);
        for (other, found) in theirs {
            let own = ours.entry(other).or_default();
            *own = own.and(found);
        }
        ours.retain(|other, _| *other != keep && *other != gone);
        for (&other, &found) in &ours {
            between.entry(other).or_default().insert(keep, found);
            let score = average(&members, keep, other, found);
            if score >= ON_AVERAGE {
                heap.push(Link { a: keep.min(other), b: keep.max(other), score });
            }
        }
        between.insert(keep, ours);
    }
    linkage::groups_in_order(members.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_says_the_same_as_one_joins_the_others_where_nothing_parts_them() {
        let link = |a, b, score| Link { a, b, score };
        assert_eq!(groups(&[link(0, 1, 0.9), link(1, 2, 0.8)], 0.6, &mut |_, _| true), [vec![0, 1, 2]]);
        assert_eq!(groups(&[link(0, 1, 0.9), link(1, 2, 0.8)], 0.6, &mut |_, _| false), [vec![0, 1], vec![2]]);
        let weak = [link(0, 1, 0.9), link(1, 2, 0.62)];
        assert_eq!(groups(&weak, 0.6, &mut |_, _| true), [vec![0, 1], vec![2]], "unsure on average");
    }

    #[test]
    fn a_long_chain_is_no_group() {
        let chain: Vec<Link> = (0..9).map(|a| Link { a, b: a + 1, score: 0.9 }).collect();
        assert!(groups(&chain, 0.6, &mut |_, _| true).iter().all(|group| group.len() <= 4));
    }

    proptest! {
        #[test]
        fn no_two_of_a_group_are_of_two_things(
            chosen in proptest::collection::vec(0u32..1_000, 28),
            parted in proptest::collection::vec(any::<bool>(), 28),
        ) {
            let pairs: Vec<(u32, u32)> = (0..8u32).flat_map(|a| (a + 1..8).map(move |b| (a, b))).collect();
            let links: Vec<Link> = pairs
                .iter()
                .zip(&chosen)
                .filter(|(_, score)| **score > 400)
                .map(|(&(a, b), &score)| Link { a, b, score: score as f32 / 1e3 })
                .collect();
            let may = |a: u32, b: u32| pairs.iter().zip(&parted).any(|(pair, parted)| *pair == (a, b) && !parted);
            for group in groups(&links, 0.6, &mut |a, b| may(a, b)) {
                for (at, &a) in group.iter().enumerate() {
                    for &b in &group[at + 1..] {
                        prop_assert!(may(a, b) || links.iter().any(|link| (link.a, link.b) == (a, b)));
                    }
                }
            }
        }
    }
}
