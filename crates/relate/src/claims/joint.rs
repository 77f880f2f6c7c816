//! What two statements leave open by themselves, and those that either surely is one with tell: who says one thing keeps one
//! company.

use super::decide::SURE;
use crate::ground::linkage::{self, Link};
use crate::ground::maps::Map;

/// What a pair counts that nothing speaks against and that is not sure: nothing, until what stands beside it makes it so.
pub(super) const OPEN: f32 = 0.0;

/// Of the statements with which either surely is one, how many both surely are one with at least.
const COMPANY: f32 = 0.2;

/// How often is looked: what has become sure is company for others.
const TIMES: usize = 2;

/// The links, which are in order, without those that are still open. A link that is not sure becomes so where both statements
/// surely say the same as the same others, for the most part; what a guard refuses has no link, and gets none.
pub(super) fn settled(mut links: Vec<Link>) -> Vec<Link> {
    for _ in 0..TIMES {
        let mut company: Map<u32, Vec<u32>> = Map::default();
        for link in links.iter().filter(|link| link.score >= SURE) {
            company.entry(link.a).or_default().push(link.b);
            company.entry(link.b).or_default().push(link.a);
        }
        // Links are in order, so that all are rising.
        let keep_one = |a: u32, b: u32| {
            let (Some(ours), Some(theirs)) = (company.get(&a), company.get(&b)) else { return false };
            let both = ours.iter().filter(|other| theirs.binary_search(other).is_ok()).count();
            both > 0 && both as f32 >= COMPANY * (ours.len() + theirs.len() - both) as f32
        };
        for link in links.iter_mut().filter(|link| link.score < SURE) {
            if keep_one(link.a, link.b) {
                link.score = SURE;
            }
        }
    }
    links.retain(|link| link.score > OPEN);
    linkage::put_in_order(&mut links);
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(a: u32, b: u32, score: f32) -> Link {
        Link { a, b, score }
    }

    #[test]
    fn an_open_pair_is_one_by_its_company() {
        let links = settled(vec![link(0, 1, 0.9), link(0, 2, OPEN), link(1, 2, 0.9)]);
        assert_eq!(links, [link(0, 1, 0.9), link(0, 2, SURE), link(1, 2, 0.9)]);
    }

    #[test]
    fn company_of_one_among_many_is_none() {
        let mut links: Vec<Link> = (2..8).map(|at| link(0, at, 0.9)).collect();
        links.extend([link(0, 1, OPEN), link(1, 7, 0.9)]);
        linkage::put_in_order(&mut links);
        assert!(!settled(links.clone()).iter().any(|link| (link.a, link.b) == (0, 1)));
        links.push(link(1, 6, 0.9));
        linkage::put_in_order(&mut links);
        assert!(settled(links).iter().any(|link| (link.a, link.b) == (0, 1)));
    }

    #[test]
    fn without_company_nothing_becomes_sure() {
        assert_eq!(settled(vec![link(0, 1, OPEN), link(1, 2, 0.4)]), [link(1, 2, 0.4)]);
    }
}
