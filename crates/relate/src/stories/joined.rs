//! Stories that are one: short reports that are alike in all tell one event, in whatever words each does.

use std::collections::BTreeMap;

use super::cohesion::is_short;
use crate::features::Features;
use crate::ground::linkage::{self, Link};
use crate::ground::maps::Map;

/// How likely the pairs of two stories are on average, at least, for both to be one.
const ONE: f32 = 0.65;

/// A story of fewer statements says too little to tell.
const FEW: usize = 2;

/// Groups of statements, those put together that tell one event. `links` tells how likely pairs are to do so, `lengths` how
/// many statements each report has.
pub(super) fn joined(
    statements: &[&Features],
    lengths: &Map<u32, usize>,
    links: &[Link],
    groups: Vec<Vec<u32>>,
) -> Vec<Vec<u32>> {
    // In long reports much else is told beside.
    let short = |group: &&Vec<u32>| {
        let of_short = group.iter().filter(|&&at| is_short(lengths, statements[at as usize])).count();
        group.len() >= FEW && of_short * 2 >= group.len()
    };
    let (told, mut all): (Vec<Vec<u32>>, Vec<Vec<u32>>) = groups.into_iter().partition(|group| short(&group));
    let mut of: Vec<Option<u32>> = vec![None; statements.len()];
    for (story, group) in (0..).zip(&told) {
        group.iter().for_each(|&at| of[at as usize] = Some(story));
    }
    let document = |at: u32| statements[at as usize].document;
    let mut sums: BTreeMap<(u32, u32), f32> = BTreeMap::new();
    for link in links.iter().filter(|link| document(link.a) != document(link.b)) {
        if let Some((a, b)) = of[link.a as usize].zip(of[link.b as usize]).filter(|(a, b)| a != b) {
            *sums.entry((a.min(b), a.max(b))).or_default() += link.score;
        }
    }
    let alike = |((a, b), sum): ((u32, u32), f32)| {
        let (ours, theirs) = (&told[a as usize], &told[b as usize]);
        let others = |&at: &u32| theirs.iter().filter(|&&other| document(other) != document(at)).count();
        let pairs: usize = ours.iter().map(others).sum();
        Link { a, b, score: sum / pairs.max(1) as f32 }
    };
    let alike: Vec<Link> = sums.into_iter().map(alike).filter(|link| link.score >= ONE).collect();
    for story in linkage::groups(told.len(), &alike, ONE) {
        let mut whole: Vec<u32> = story.iter().flat_map(|&part| told[part as usize].iter().copied()).collect();
        model::order::sort(&mut whole);
        all.push(whole);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stories::cohesion::tests::statement;

    /// The stories of four statements of two reports of so many statements, of which each pair is likely by `score`.
    fn stories(length: usize, score: f32) -> usize {
        let of = [0, 1, 0, 1].map(|document| statement(document, &[1], 0.1));
        let all: Vec<_> = of.iter().collect();
        let lengths = (0..2).map(|document| (document, length)).collect();
        let links: Vec<Link> = [(0, 1), (0, 3), (1, 2), (2, 3)].map(|(a, b)| Link { a, b, score }).to_vec();
        joined(&all, &lengths, &links, vec![vec![0, 1], vec![2, 3]]).len()
    }

    #[test]
    fn stories_of_short_reports_that_are_alike_in_all_are_one() {
        assert_eq!(stories(8, 0.8), 1);
        assert_eq!(stories(8, 0.5), 2, "not alike enough");
        assert_eq!(stories(40, 0.8), 2, "long reports");
    }
}
