//! Those who are quoted, and what the texts call them.

use std::collections::{BTreeMap, BTreeSet};

use model::{EntityKind, Person};

use super::named::Entities;
use crate::ground::reports::Reports;
use crate::ground::words::fold;

/// Everybody who holds some statement, by id.
pub(crate) fn people(reports: &Reports<'_>, entities: &Entities) -> Vec<Person> {
    let mut says: BTreeMap<u32, BTreeSet<(u32, u32)>> = BTreeMap::new();
    for &place in &reports.places {
        for holder in reports.statement(place).holders.iter().skip(1) {
            if let Some(entity) = entities.find(&holder.name)
                && entities.list[entity as usize].kind == EntityKind::Person
            {
                says.entry(entity).or_default().insert((place.document, place.statement));
            }
        }
    }
    let mut roles = roles(reports, entities, &says);
    says.into_iter()
        .map(|(entity, says)| Person {
            entity: entities.list[entity as usize].clone(),
            role: roles.remove(&entity).unwrap_or_default(),
            says: says.into_iter().collect(),
        })
        .collect()
}

/// What the texts most often call each of them.
fn roles(
    reports: &Reports<'_>,
    entities: &Entities,
    wanted: &BTreeMap<u32, BTreeSet<(u32, u32)>>,
) -> BTreeMap<u32, String> {
    // The spellings of each description, with the documents that have it, by its words in small letters.
    type Spelled = BTreeMap<String, (BTreeSet<u32>, BTreeMap<String, usize>)>;
    let mut found: BTreeMap<u32, Spelled> = BTreeMap::new();
    for (document, report) in reports.documents.iter().enumerate() {
        for description in &report.descriptions {
            let Some(entity) = entities.find(&description.name).filter(|e| wanted.contains_key(e)) else { continue };
            let text = reports.cut(document as u32, description.span);
            let role = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if role.is_empty() || role.split(' ').count() > LONGEST {
                continue;
            }
            let (documents, spellings) = found.entry(entity).or_default().entry(fold(&role)).or_default();
            documents.insert(document as u32);
            *spellings.entry(role).or_default() += 1;
        }
    }
    found.into_iter().filter_map(|(entity, roles)| Some((entity, best(roles)?))).collect()
}

/// Longer descriptions tell a story, not an office.
const LONGEST: usize = 12;

/// The description that most documents have; of a word alone and one that says more of the same, the one that says more.
fn best(roles: BTreeMap<String, (BTreeSet<u32>, BTreeMap<String, usize>)>) -> Option<String> {
    let weight = |role: &str, documents: usize| {
        let words = role.split(' ').count();
        let fuller = match words {
            1 => 1,
            2..=7 => 3,
            _ => 2,
        };
        documents * fuller
    };
    let (_, (_, spellings)) = roles.into_iter().max_by_key(|(role, (documents, _))| {
        (weight(role, documents.len()), std::cmp::Reverse(role.len()), std::cmp::Reverse(role.clone()))
    })?;
    spellings.into_iter().max_by_key(|(spelling, count)| (*count, std::cmp::Reverse(spelling.clone()))).map(|(s, _)| s)
}
