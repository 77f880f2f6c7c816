//! Which statements say the same thing.
//!
//! Agglomerative clustering with average linkage (UPGMA): within an area each statement is compared with each, and
//! pairs that share next to nothing count as unlike. A heap of the best links makes it n log n in the number of links.

use std::collections::{BTreeMap, BinaryHeap, HashMap};

use crate::features::{Area, Features, Space, Term, cosine};
use crate::similarity::{Shared, TOP, likelihood, top};

/// The least average likelihood within a claim.
const THRESHOLD: f32 = 0.4;

/// Pairs that are less likely are not worth keeping.
const UNLIKE: f32 = 0.05;

/// Groups of statements, as indices into [`Space::statements`]; each rising, and in order of their first.
pub(crate) fn clusters(space: &Space) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for area in &space.areas {
        let links = links(space, area);
        for group in agglomerate(area.statements.len(), &links, THRESHOLD, usize::MAX) {
            groups.push(group.into_iter().map(|i| area.statements[i as usize]).collect());
        }
    }
    groups.sort_unstable();
    groups
}

/// The pairs of an area that are not wholly unlike, as positions in `statements`.
fn links(space: &Space, area: &Area) -> Vec<Link> {
    let statements: Vec<&Features> = area.statements.iter().map(|&s| &space.statements[s as usize]).collect();
    let mut postings: HashMap<Term, Vec<(u32, f32)>> = HashMap::new();
    let contexts = Contexts::new(space, area);
    let mut links = Vec::new();
    let mut words = vec![0.0_f32; statements.len()];
    for (j, b) in statements.iter().enumerate() {
        words[..j].fill(0.0);
        for (term, weight) in &b.terms {
            for &(i, theirs) in postings.get(term).into_iter().flatten() {
                words[i as usize] += weight * theirs;
            }
        }
        for (i, a) in statements[..j].iter().enumerate() {
            let top = top(space, a, b);
            if words[i] == 0.0 && top < TOP {
                continue;
            }
            let (events, names) =
                if words[i] > 0.0 { (cosine(&a.events, &b.events), cosine(&a.names, &b.names)) } else { (0.0, 0.0) };
            let context = if top < TOP { 0.0 } else { contexts.of(a.document, b.document) };
            let shared = Shared { words: words[i], events, names, context, top, ahead: a.expected && b.expected };
            let score = likelihood(&shared);
            if score > UNLIKE {
                links.push(Link { a: i as u32, b: j as u32, score });
            }
        }
        for &(term, weight) in &b.terms {
            postings.entry(term).or_default().push((j as u32, weight));
        }
    }
    links
}

/// What the documents of an area are about, each compared with each once.
struct Contexts<'a> {
    documents: &'a [u32],
    cosines: Vec<f32>,
}

impl<'a> Contexts<'a> {
    fn new(space: &Space, area: &'a Area) -> Self {
        let vector = |d: &u32| &space.documents[*d as usize];
        let documents = &area.documents;
        let cosines = documents.iter().flat_map(|a| documents.iter().map(move |b| (a, b)));
        let cosines = cosines.map(|(a, b)| if a < b { cosine(vector(a), vector(b)) } else { 0.0 }).collect();
        Self { documents, cosines }
    }

    fn of(&self, a: u32, b: u32) -> f32 {
        let at = |d: u32| self.documents.partition_point(|&other| other < d);
        self.cosines.get(at(a.min(b)) * self.documents.len() + at(a.max(b))).copied().unwrap_or_default()
    }
}

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

/// Merges the two groups with the best average link until none reaches `threshold`, and none has more than `largest`
/// members. Each group is rising, and they are in order of their first.
pub(crate) fn agglomerate(count: usize, links: &[Link], threshold: f32, largest: usize) -> Vec<Vec<u32>> {
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
        let size = members[a as usize].len() + members[b as usize].len();
        if now != Some(score) || size > largest {
            continue;
        }
        // The one with fewer neighbours moves, so that each link moves at most log n times.
        let (keep, gone) = if sums[a as usize].len() >= sums[b as usize].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut members[gone as usize]);
        members[keep as usize].extend(moved);
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
    members.iter_mut().for_each(|m| m.sort_unstable());
    members.sort_unstable();
    members
}

fn average(sum: f64, members: &[Vec<u32>], a: u32, b: u32) -> f32 {
    (sum / (members[a as usize].len() * members[b as usize].len()) as f64) as f32
}
