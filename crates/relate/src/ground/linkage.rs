//! Agglomerative clustering with average linkage (UPGMA): the two groups that are most alike on average become one, until
//! none are alike enough. Pairs without a link count as wholly unlike.

use std::collections::{BTreeMap, BinaryHeap};

use super::unions;

/// The most things that are grouped by a table of all pairs, which takes 25 MB then.
pub(crate) const DENSE: usize = 2_500;

/// Two things that were compared, `a` before `b`, and how alike they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Link {
    /// The lower index.
    pub a: u32,
    /// The higher index.
    pub b: u32,
    /// From 0, unlike, to 1.
    pub score: f32,
}

/// Sorts links by what they link. In one place, since each that sorts them has a copy of the code that does.
#[inline(never)]
pub(crate) fn put_in_order(links: &mut [Link]) {
    links.sort_unstable_by_key(|link| (link.a, link.b));
}

impl Eq for Link {}

/// The best first, ties by the lower indices.
impl Ord for Link {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.score.total_cmp(&other.score).then_with(|| (other.a, other.b).cmp(&(self.a, self.b)))
    }
}

impl PartialOrd for Link {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// Groups down to an average of `threshold`. Each group is rising, and they are in order of their first.
pub(crate) fn groups(count: usize, links: &[Link], threshold: f32) -> Vec<Vec<u32>> {
    if count > DENSE { sparse(&vec![1; count], links, threshold, usize::MAX) } else { apart(count, links, threshold) }
}

/// As [`dense`], part by part. Two groups that are alike enough on average have a pair that is: so what no link from
/// `threshold` on leads to, over others, is never one group, and most things are left alone.
fn apart(count: usize, links: &[Link], threshold: f32) -> Vec<Vec<u32>> {
    let mut part: Vec<usize> = (0..count).collect();
    for link in links.iter().filter(|link| link.score >= threshold) {
        unions::join(&mut part, link.a as usize, link.b as usize);
    }
    // Which part each thing is of, told by its first: what it points to comes before it, and is known.
    for at in 0..count {
        part[at] = part[part[at]];
    }
    // The things of each part, rising, and the place of each in its part.
    let mut parts: Vec<(Vec<u32>, Vec<Link>)> = vec![Default::default(); count];
    let mut place = vec![0; count];
    for at in 0..count {
        let (things, _) = &mut parts[part[at]];
        place[at] = things.len() as u32;
        things.push(at as u32);
    }
    for link in links {
        let (a, b) = (link.a as usize, link.b as usize);
        if part[a] == part[b] {
            parts[part[a]].1.push(Link { a: place[a], b: place[b], ..*link });
        }
    }
    let mut all = Vec::new();
    for (things, links) in parts {
        match things.len() {
            0 => {}
            1 => all.push(things),
            count => {
                let groups = dense(count, &links, threshold).into_iter();
                all.extend(groups.map(|group| group.into_iter().map(|at| things[at as usize]).collect()));
            }
        }
    }
    groups_in_order(all)
}

/// By the nearest-neighbour chain (Murtagh, 1983) over a table of all pairs: n² steps. Average linkage is reducible, no
/// merge brings a group nearer to a third; so a group whose nearest is too far is finished, and the groups are those of
/// [`sparse`].
fn dense(count: usize, links: &[Link], threshold: f32) -> Vec<Vec<u32>> {
    let mut table = vec![0.0_f32; count * count];
    for link in links {
        table[link.a as usize * count + link.b as usize] = link.score;
        table[link.b as usize * count + link.a as usize] = link.score;
    }
    let mut members: Vec<Vec<u32>> = (0..count as u32).map(|i| vec![i]).collect();
    let mut active: Vec<usize> = (0..count).collect();
    let mut chain: Vec<usize> = Vec::new();
    let mut done = Vec::new();
    while let Some(&start) = active.first() {
        let top = *chain.last().unwrap_or(&start);
        if chain.is_empty() {
            chain.push(top);
        }
        let before = chain.len().checked_sub(2).map(|at| chain[at]);
        let row = &table[top * count..(top + 1) * count];
        // The one before it in the chain is preferred, so that equals do not send the chain in a circle.
        let mut nearest = before.map(|b| (b, row[b]));
        for &other in active.iter().filter(|&&other| other != top) {
            if nearest.is_none_or(|(_, score)| row[other] > score) {
                nearest = Some((other, row[other]));
            }
        }
        match nearest.filter(|(_, score)| *score >= threshold) {
            None => {
                chain.pop();
                active.retain(|&other| other != top);
                done.push(std::mem::take(&mut members[top]));
            }
            Some((other, _)) if Some(other) == before => {
                chain.truncate(chain.len() - 2);
                let (keep, gone) = (top.min(other), top.max(other));
                active.retain(|&a| a != gone);
                let (a, b) = (members[keep].len() as f32, members[gone].len() as f32);
                for &third in &active {
                    let score = (table[keep * count + third] * a + table[gone * count + third] * b) / (a + b);
                    table[keep * count + third] = score;
                    table[third * count + keep] = score;
                }
                let moved = std::mem::take(&mut members[gone]);
                members[keep].extend(moved);
            }
            Some((other, _)) => chain.push(other),
        }
    }
    groups_in_order(done)
}

/// By a heap of the best links, n log n in their number. `weights` has one for each thing, and no two groups become one
/// that weighs more than `largest`.
pub(crate) fn sparse(weights: &[usize], links: &[Link], threshold: f32, largest: usize) -> Vec<Vec<u32>> {
    let count = weights.len();
    let mut weights = weights.to_vec();
    let mut members: Vec<Vec<u32>> = (0..count as u32).map(|i| vec![i]).collect();
    let mut sums: Vec<BTreeMap<u32, f64>> = vec![BTreeMap::new(); count];
    let mut heap = BinaryHeap::new();
    for link in links {
        sums[link.a as usize].insert(link.b, f64::from(link.score));
        sums[link.b as usize].insert(link.a, f64::from(link.score));
    }
    heap.extend(links.iter().copied().filter(|link| link.score >= threshold));
    while let Some(link) = heap.pop() {
        let Link { a, b, score } = link;
        let now = sums[a as usize].get(&b).map(|sum| average(*sum, &members, a, b));
        let weight = weights[a as usize].saturating_add(weights[b as usize]);
        if now != Some(score) || weight > largest {
            continue;
        }
        // The one with fewer neighbours moves, so that each link moves at most log n times.
        let (keep, gone) = if sums[a as usize].len() >= sums[b as usize].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut members[gone as usize]);
        members[keep as usize].extend(moved);
        weights[keep as usize] = weight;
        sums[keep as usize].remove(&gone);
        for (other, sum) in std::mem::take(&mut sums[gone as usize]) {
            sums[other as usize].remove(&gone);
            if other != keep {
                *sums[keep as usize].entry(other).or_default() += sum;
                *sums[other as usize].entry(keep).or_default() += sum;
            }
        }
        heap.extend(
            sums[keep as usize]
                .iter()
                .map(|(&other, &sum)| Link {
                    a: keep.min(other),
                    b: keep.max(other),
                    score: average(sum, &members, keep, other),
                })
                .filter(|link| link.score >= threshold),
        );
    }
    members.retain(|m| !m.is_empty());
    groups_in_order(members)
}

/// Sorts the members of each group, and the groups by them.
pub(crate) fn groups_in_order(mut groups: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    groups.iter_mut().for_each(|members| model::order::sort(members));
    model::order::sort(&mut groups);
    groups
}

fn average(sum: f64, members: &[Vec<u32>], a: u32, b: u32) -> f32 {
    (sum / (members[a as usize].len() * members[b as usize].len()) as f64) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn both_ways_give_the_same(scores in proptest::collection::vec(0u32..1_000_000, 45)) {
            let mut scores = scores.into_iter();
            let mut links = Vec::new();
            for a in 0..10u32 {
                for b in a + 1..10 {
                    let score = scores.next().map_or(0.0, |s| s as f32 / 1e6);
                    links.push(Link { a, b, score });
                }
            }
            prop_assert_eq!(dense(10, &links, 0.5), sparse(&[1; 10], &links, 0.5, usize::MAX));
        }
    }

    proptest! {
        #[test]
        fn part_by_part_is_the_same(chosen in proptest::collection::vec((0u32..24, 0u32..24, 0u32..1_000), 0..60)) {
            let mut links: Vec<Link> = chosen
                .into_iter()
                .filter(|(a, b, _)| a != b)
                // Few scores, so that many are equal.
                .map(|(a, b, score)| Link { a: a.min(b), b: a.max(b), score: (score / 50) as f32 / 20.0 })
                .collect();
            put_in_order(&mut links);
            links.dedup_by_key(|link| (link.a, link.b));
            prop_assert_eq!(apart(24, &links, 0.5), dense(24, &links, 0.5));
        }
    }

    #[test]
    fn equals_come_to_an_end() {
        let links: Vec<Link> = (0..6).flat_map(|a| (a + 1..6).map(move |b| Link { a, b, score: 0.75 })).collect();
        assert_eq!(dense(6, &links, 0.5), [[0, 1, 2, 3, 4, 5]]);
        assert_eq!(dense(6, &links, 0.8).len(), 6);
        assert_eq!(sparse(&[1; 6], &links, 0.5, 3).len(), 2);
    }
}
