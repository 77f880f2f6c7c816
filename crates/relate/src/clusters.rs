//! Which statements say the same thing.
//!
//! Within an area each statement is compared with each; pairs that share next to nothing count as unlike.

use std::collections::HashMap;

use crate::features::{Area, Features, Space, Term, cosine};
use crate::linkage::{self, Link};
use crate::similarity::{Shared, TOP, likelihood, top};

/// The least average likelihood within a claim.
const THRESHOLD: f32 = 0.4;

/// Pairs that are less likely are not worth keeping.
const UNLIKE: f32 = 0.05;

/// Groups of statements, as indices into [`Space::statements`]; each rising, and in order of their first.
pub(crate) fn clusters(space: &Space) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for area in &space.areas {
        for group in linkage::groups(area.statements.len(), &links(space, area), THRESHOLD) {
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
