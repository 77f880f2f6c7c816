//! What a group of statements has to share: at the top of the reports of one story all is alike that stands there.

use crate::features::{Features, cosine};
use crate::ground::linkage::{self, Link};

/// The least average likelihood within a story.
pub(super) const THRESHOLD: f32 = 0.4;

/// A group of fewer statements is what it is.
const LARGE: usize = 4;

/// What a statement of a large group shares with a quarter of the others at least: the cosine of plain words.
const CORE: f32 = 0.12;

/// The statements of a group that share words with a quarter of it, and the rest. At the top of the reports of one story
/// all is alike that stands there; what is said beside the main event is no part of it.
pub(super) fn core(statements: &[&Features], group: Vec<u32>) -> (Vec<u32>, Vec<u32>) {
    if group.len() < LARGE {
        return (group, Vec::new());
    }
    let near = |at: u32| {
        let own = statements[at as usize];
        let mut shared: Vec<f32> = group
            .iter()
            .map(|&other| statements[other as usize])
            .map(|other| if other.document == own.document { 0.0 } else { cosine(&own.plain, &other.plain) })
            .collect();
        let quarter = group.len().div_ceil(4).saturating_sub(1);
        shared.select_nth_unstable_by(quarter, |a, b| b.total_cmp(a));
        shared[quarter] >= CORE
    };
    let (core, rest): (Vec<u32>, Vec<u32>) = group.iter().partition(|&&at| near(at));
    if core.len() < 2 { (Vec::new(), group) } else { (core, rest) }
}

/// What fell out of its group, grouped by words alone. `apart` becomes sorted.
pub(super) fn regrouped(apart: &mut [u32], by_words: &[Link]) -> Vec<Vec<u32>> {
    apart.sort_unstable();
    let at = |index: u32| apart.binary_search(&index).ok().map(|at| at as u32);
    let links: Vec<Link> =
        by_words.iter().filter_map(|link| Some(Link { a: at(link.a)?, b: at(link.b)?, score: link.score })).collect();
    let groups = linkage::groups(apart.len(), &links, THRESHOLD);
    groups.into_iter().map(|group| group.into_iter().map(|i| apart[i as usize]).collect()).collect()
}
