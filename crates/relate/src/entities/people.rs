//! Those who are quoted, and what the texts call them.

use std::collections::{BTreeMap, BTreeSet};

use model::{EntityKind, Person};

use super::named::Entities;
use crate::ground::reports::Reports;
use crate::ground::roles::is_role;
use crate::ground::words::words;

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
    let mut found: BTreeMap<u32, BTreeMap<String, usize>> = BTreeMap::new();
    for (document, report) in reports.documents.iter().enumerate() {
        let text = &reports.texts[document];
        for mention in &report.mentions {
            let Some(entity) = entities.find(&mention.name).filter(|e| wanted.contains_key(e)) else { continue };
            let (start, end) = (text.byte(mention.span.start), text.byte(mention.span.end));
            let whole = text.as_str();
            let near = |byte: usize| (0..=byte).rev().find(|&b| whole.is_char_boundary(b)).unwrap_or(0);
            let before = &whole[near(start.saturating_sub(80))..start];
            let after = &whole[end..near((end + 120).min(whole.len()))];
            let role = role_after(after).or_else(|| role_before(before)).or_else(|| role_before(&whole[start..end]));
            if let Some(role) = role {
                *found.entry(entity).or_default().entry(role).or_default() += 1;
            }
        }
    }
    found
        .into_iter()
        .filter_map(|(entity, roles)| {
            let best = roles
                .into_iter()
                .max_by_key(|(role, count)| (role.split(' ').count().min(4), *count, std::cmp::Reverse(role.clone())));
            best.map(|(role, _)| (entity, role))
        })
        .collect()
}

/// The words of an apposition: "…, senior analyst at the institute, said".
fn role_after(after: &str) -> Option<String> {
    let rest = after.strip_prefix(", ")?;
    let end = rest.find([',', '.', ';', '(', '"', '“', '\n'])?;
    let phrase = rest[..end].trim();
    let phrase =
        ["the ", "a ", "an ", "who is ", "who was "].iter().find_map(|p| phrase.strip_prefix(p)).unwrap_or(phrase);
    let count = phrase.split(' ').count();
    let has_role = phrase.split(' ').take(4).any(is_role);
    (has_role && count <= 9).then(|| phrase.to_owned())
}

/// The words before a name, back to where the phrase begins: "foreign minister", "Prime Minister".
fn role_before(before: &str) -> Option<String> {
    let line = before.rsplit(['.', ',', ';', '“', '"', '(', '\n', ':']).next()?;
    let found = words(line);
    let last = (0..found.len()).rev().find(|&i| is_role(found[i].text))?;
    let ends_there = found.len() - last <= 1 || before.is_empty();
    let mut from = last;
    while from > 0 {
        let word = found[from - 1].text;
        let adjective = word.starts_with(char::is_uppercase)
            || matches!(
                word,
                "foreign" | "defence" | "defense" | "prime" | "deputy" | "senior" | "former" | "vice" | "chief"
            );
        if !adjective || last - from >= 4 {
            break;
        }
        from -= 1;
    }
    ends_there.then(|| line[found[from].start..found[last].end].to_owned())
}
