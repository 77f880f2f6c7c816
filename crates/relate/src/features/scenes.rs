//! Whether two reports tell of the same people and places: what names nobody ("the man died at the scene") is told of many
//! scenes in the same words.

use super::space::Space;
use super::vectors::Term;
use crate::ground::asked;
use crate::ground::maps::Map;

/// By document, the names in it.
pub(crate) struct Scenes(Vec<Named>);

/// The names in a document.
struct Named {
    /// Rising, each weighed by how few documents have it.
    names: Vec<(Term, f32)>,
    /// What they weigh together.
    sum: f32,
}

/// What a name weighs that nearly all documents have.
const LEAST: f32 = 0.05;

impl Scenes {
    pub(crate) fn new(space: &Space) -> Self {
        let mut names: Vec<Vec<(Term, f32)>> = vec![Vec::new(); space.documents.len()];
        for statement in &space.statements {
            names[statement.document as usize].extend(statement.names.iter().map(|&(term, _)| (term, 0.0)));
        }
        let mut counts: Map<Term, f32> = Map::default();
        for named in &mut names {
            model::order::sort_by_key(named, |name| name.0);
            named.dedup_by_key(|name| name.0);
            named.iter().for_each(|name| *counts.entry(name.0).or_default() += 1.0);
        }
        let all = names.len() as f32 + 1.0;
        for name in names.iter_mut().flatten() {
            name.1 = (all / (counts[&name.0] + 0.5)).ln().max(LEAST);
        }
        let of = |names: Vec<(Term, f32)>| Named { sum: names.iter().map(|name| name.1).sum(), names };
        Self(names.into_iter().map(of).collect())
    }

    /// Whether there is a document.
    pub(crate) fn has(&self, document: u32) -> bool {
        (document as usize) < self.0.len()
    }

    /// How much of the names of the report that has fewer the other has, by weight, from 0 to 1; 1 where one names nobody.
    pub(crate) fn shared(&self, a: u32, b: u32) -> f32 {
        if a == b {
            return 1.0;
        }
        asked::note_scene(a, b);
        let (a, b) = (&self.0[a as usize], &self.0[b as usize]);
        let has = |name: &&(Term, f32)| b.names.binary_search_by_key(&name.0, |other| other.0).is_ok();
        let both: f32 = a.names.iter().filter(has).map(|name| name.1).sum();
        let least = a.sum.min(b.sum);
        if least > 0.0 { both / least } else { 1.0 }
    }
}
