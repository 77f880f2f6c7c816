//! Names that say too little alone: first names.

use std::collections::BTreeSet;

use model::EntityKind;

use super::Entities;
use crate::ground::words::fold;

/// Reports that name somebody by one word at least, for that word to be known, and of how many one at least.
const KNOWN: usize = 3;
const OF_ALL: usize = 25;

/// First names of people who are told in full somewhere, and family names of none.
pub(crate) struct GivenNames {
    first: BTreeSet<String>,
    /// Reports that name somebody for one word to tell who it is.
    known: usize,
}

impl GivenNames {
    /// From whom all of so many documents name.
    pub(crate) fn new(entities: &Entities, documents: usize) -> Self {
        let people = entities.list.iter().filter(|entity| entity.kind == EntityKind::Person);
        let mut first = BTreeSet::new();
        let mut last = BTreeSet::new();
        for (given, rest) in people.filter_map(|person| person.name.split_once(' ')) {
            first.insert(fold(given));
            last.extend(rest.rsplit(' ').next().map(fold));
        }
        let first = first.into_iter().filter(|name| !last.contains(name)).collect();
        Self { first, known: KNOWN.max(documents / OF_ALL) }
    }

    /// Whether somebody's name of one word says who it is: enough reports call somebody so, and it is nobody's first name.
    pub(crate) fn tells(&self, entities: &Entities, name: &str) -> bool {
        let documents = entities.find(name).map_or(0, |entity| entities.list[entity as usize].documents.len());
        documents >= self.known && !self.first.contains(&fold(name))
    }
}
