//! Whether two reports tell of the same people and places: what names nobody ("the man died at the scene") is told of many
//! scenes in the same words.

use std::collections::HashMap;

use super::space::Space;
use super::vectors::Term;

/// By document, the names in it, rising, each weighed by how few documents have it.
pub(crate) struct Scenes(Vec<Vec<(Term, f32)>>);

/// What a name weighs that nearly all documents have.
const LEAST: f32 = 0.05;

impl Scenes {
    pub(crate) fn new(space: &Space) -> Self {
        let mut names: Vec<Vec<(Term, f32)>> = vec![Vec::new(); space.documents.len()];
        for statement in &space.statements {
            names[statement.document as usize].extend(statement.names.iter().map(|&(term, _)| (term, 0.0)));
        }
        let mut counts: HashMap<Term, f32> = HashMap::new();
        for named in &mut names {
            named.sort_unstable_by_key(|name| name.0);
            named.dedup_by_key(|name| name.0);
            named.iter().for_each(|name| *counts.entry(name.0).or_default() += 1.0);
        }
        let all = names.len() as f32 + 1.0;
        for name in names.iter_mut().flatten() {
            name.1 = (all / (counts[&name.0] + 0.5)).ln().max(LEAST);
        }
        Self(names)
    }

    /// How much of the names of the report that has fewer the other has, by weight, from 0 to 1; 1 where one names nobody.
    pub(crate) fn shared(&self, a: u32, b: u32) -> f32 {
        let (a, b) = (&self.0[a as usize], &self.0[b as usize]);
        let sum = |names: &[(Term, f32)]| names.iter().map(|name| name.1).sum::<f32>();
        let both: f32 = a.iter().filter(|n| b.binary_search_by_key(&n.0, |o| o.0).is_ok()).map(|name| name.1).sum();
        let least = sum(a).min(sum(b));
        if least > 0.0 { both / least } else { 1.0 }
    }
}
