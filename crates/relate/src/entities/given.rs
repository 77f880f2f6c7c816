//! Names that say too little alone: first names, and family names of which nobody tells whose they are.

use std::collections::{BTreeMap, BTreeSet};

use model::EntityKind;

use super::Entities;
use crate::ground::asked::{self, Kind};
use crate::ground::words::fold;

/// Reports that name somebody by one word at least, for that word to be known, and of how many one at least.
const KNOWN: usize = 3;
const OF_ALL: usize = 10;

/// First names of people who are told in full somewhere, and family names of none.
pub(crate) struct GivenNames {
    first: BTreeSet<String>,
    /// The one who bears each family name; `None` where several do.
    family: BTreeMap<String, Option<u32>>,
    /// Reports that name somebody for one word to tell who it is.
    known: usize,
}

impl GivenNames {
    /// From whom all of so many documents name.
    pub(crate) fn new(entities: &Entities, documents: usize) -> Self {
        let people = (0..).zip(&entities.list).filter(|(_, entity)| entity.kind == EntityKind::Person);
        let mut first = BTreeSet::new();
        let mut family: BTreeMap<String, Option<u32>> = BTreeMap::new();
        for (person, (given, rest)) in people.filter_map(|(at, person)| Some((at, person.name.split_once(' ')?))) {
            first.insert(fold(given));
            let last = rest.rsplit(' ').next().map(fold).unwrap_or_default();
            family.entry(last).and_modify(|bearer| *bearer = None).or_insert(Some(person));
        }
        let first = first.into_iter().filter(|name| !family.contains_key(name)).collect();
        Self { first, family, known: KNOWN.max(documents / OF_ALL) }
    }

    /// The name in full of the one person of all documents whose family name it is, where enough of them name that person.
    pub(crate) fn only<'a>(&self, entities: &'a Entities, family: &str) -> Option<&'a str> {
        asked::note(Kind::Only, family);
        let bearer = (*self.family.get(&fold(family))?)?;
        let person = &entities.list[bearer as usize];
        let known = person.documents.len() >= KNOWN && asked::within(|| entities.find(family)) == Some(bearer);
        known.then_some(person.name.as_str())
    }

    /// Whether a folded word is somebody's first name, and nobody's family name.
    pub(crate) fn is_first(&self, folded: &str) -> bool {
        self.first.contains(folded)
    }

    /// Whether somebody's name of one word says who it is: enough reports call somebody so, and it is nobody's first name.
    pub(crate) fn tells(&self, entities: &Entities, name: &str) -> bool {
        asked::note(Kind::Tells, name);
        let documents =
            asked::within(|| entities.find(name)).map_or(0, |entity| entities.list[entity as usize].documents.len());
        documents >= self.known && !self.first.contains(&fold(name))
    }
}
