//! Names that say too little alone: first names.

use std::collections::BTreeSet;

use model::EntityKind;

use super::Entities;
use crate::ground::words::fold;

/// Reports that name somebody by one word at least, for that word to be known.
const KNOWN: usize = 3;

/// First names of people who are told in full somewhere, and family names of none.
pub(crate) struct GivenNames(BTreeSet<String>);

impl GivenNames {
    pub(crate) fn new(entities: &Entities) -> Self {
        let people = entities.list.iter().filter(|entity| entity.kind == EntityKind::Person);
        let mut first = BTreeSet::new();
        let mut last = BTreeSet::new();
        for (given, rest) in people.filter_map(|person| person.name.split_once(' ')) {
            first.insert(fold(given));
            last.extend(rest.rsplit(' ').next().map(fold));
        }
        Self(first.into_iter().filter(|name| !last.contains(name)).collect())
    }

    /// Whether somebody's name of one word says who it is: enough reports call somebody so, and it is nobody's first name.
    pub(crate) fn tells(&self, entities: &Entities, name: &str) -> bool {
        let documents = entities.find(name).map_or(0, |entity| entities.list[entity as usize].documents.len());
        documents >= KNOWN && !self.0.contains(&fold(name))
    }
}
