//! A story, put together from its claims.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, Entity, EntityKind, Story};

use super::claims::{ALIASES, anchor};
use crate::findings::Findings;
use crate::ground::ids;

/// The id of each group of statements that tell one story, with those that it would have without its first documents.
pub(crate) fn ids(findings: &Findings<'_>, groups: &[Vec<u32>]) -> Vec<(String, Vec<String>)> {
    let digest = |index: u32| ids::mix(anchor(findings, index).wrapping_add(1));
    let mut taken = BTreeSet::new();
    let own: Vec<String> = groups.iter().map(|group| ids::fresh(digest(group[0]), &mut taken)).collect();
    let aliases = groups.iter().map(|group| {
        let further = group.iter().skip(1).take(ALIASES);
        let aliases = further.map(|&index| ids::fresh(digest(index), &mut BTreeSet::new()));
        aliases.filter(|alias| taken.insert(alias.clone())).collect()
    });
    let aliases: Vec<Vec<String>> = aliases.collect();
    own.into_iter().zip(aliases).collect()
}

/// The stories that claims (in the order of [`model::Relations::claims`]) belong to; `known` gives each its aliases and,
/// where it has one already, its title. `entities` are those that claims name.
pub(crate) fn stories(
    findings: Option<&Findings<'_>>,
    entities: &[Entity],
    claims: &[Claim],
    known: &BTreeMap<String, (Vec<String>, Option<String>)>,
) -> Vec<Story> {
    let mut of: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        of.entry(&claim.story).or_default().push(claim);
    }
    let by_id: BTreeMap<&str, &Entity> =
        model::order::gather(entities.iter().map(|entity| (entity.id.as_str(), entity)));
    // Each with the names that it may be called by, where nothing else says what it is about.
    let mut stories: Vec<(Story, Vec<&str>)> = of
        .into_iter()
        .map(|(id, mut claims)| {
            model::order::sort_by_cached_key(&mut claims, |claim| {
                (std::cmp::Reverse((claim.origins.len(), claim.articles(), claim.members.len())), claim.id.clone())
            });
            let (aliases, title) = known.get(id).cloned().unwrap_or_default();
            let documents: BTreeSet<u32> =
                model::order::gather(claims.iter().flat_map(|c| &c.members).map(|m| m.document));
            let told = title
                .or_else(|| super::names::name(findings?, &claims))
                .or_else(|| claims.iter().find(|claim| tells(claim, documents.len())).map(|c| c.title.clone()));
            let names = if told.is_none() { concerned(&claims, documents.len(), &by_id) } else { Vec::new() };
            let story = Story {
                id: id.to_owned(),
                aliases,
                title: told
                    .or_else(|| claims.iter().find(|claim| !claim.stands).map(|claim| claim.title.clone()))
                    .or_else(|| claims.first().map(|claim| claim.title.clone()))
                    .unwrap_or_default(),
                when: claims.iter().find_map(|claim| claim.when.clone()),
                documents: documents.into_iter().collect(),
                entities: participants(&claims),
                claims: claims.iter().map(|claim| claim.id.clone()).collect(),
            };
            (story, names)
        })
        .collect();
    model::order::sort_by_cached_key(&mut stories, |(story, _)| {
        (std::cmp::Reverse(story.documents.len()), story.id.clone())
    });
    call(stories)
}

/// The most names that a story is called by.
const NAMES: usize = 3;

/// Calls stories by whom and what they are about, where they have names for it: the first, or as many as no weightier story
/// is called by. A fragment of a sentence says less of what twenty reports tell.
fn call(stories: Vec<(Story, Vec<&str>)>) -> Vec<Story> {
    let mut taken: BTreeSet<String> = model::order::gather(stories.iter().map(|(story, _)| story.title.clone()));
    let called = stories.into_iter().map(|(mut story, names)| {
        let shared = |count: usize| match &names[..count] {
            [] => None,
            [one] => Some((*one).to_owned()),
            [rest @ .., last] => Some(format!("{} and {last}", rest.join(", "))),
        };
        let least = names.len().min(2);
        let name = (least..=names.len()).filter_map(shared).find(|name| !taken.contains(name));
        if let Some(name) = name {
            taken.insert(name.clone());
            story.title = name;
            // The day of one of its claims is none of all that concerns them.
            story.when = None;
        }
        story
    });
    called.collect()
}

/// The fewest documents of a story that is called by names.
const TOLD_BY: usize = 3;

/// The names of whom and what a story is about, the one that most of its documents speak of first: each is in claims of half
/// of them at least, and in a third of its claims. A place alone says nothing of what happens there.
fn concerned<'a>(claims: &[&Claim], documents: usize, entities: &BTreeMap<&str, &'a Entity>) -> Vec<&'a str> {
    if documents < TOLD_BY {
        return Vec::new();
    }
    let mut of: BTreeMap<&str, (BTreeSet<u32>, usize)> = BTreeMap::new();
    for claim in claims {
        for id in &claim.entities {
            let (tellers, count) = of.entry(id).or_default();
            tellers.extend(claim.members.iter().map(|member| member.document));
            *count += 1;
        }
    }
    let enough =
        |(tellers, count): &(BTreeSet<u32>, usize)| tellers.len() * 2 >= documents && count * 3 >= claims.len();
    let mut found: Vec<(&'a Entity, usize, usize)> = of
        .iter()
        .filter(|(_, weight)| enough(weight))
        .filter_map(|(id, (tellers, count))| Some((*entities.get(id)?, tellers.len(), *count)))
        .filter(|(entity, ..)| is_plain(entity))
        .collect();
    model::order::sort_by_key(&mut found, |(entity, tellers, count)| {
        let place = entity.kind == EntityKind::Place;
        (place, std::cmp::Reverse((*tellers, *count)), &entity.id)
    });
    if found.first().is_none_or(|(entity, ..)| entity.kind == EntityKind::Place) {
        return Vec::new();
    }
    found.into_iter().take(NAMES).map(|(entity, ..)| entity.name.as_str()).collect()
}

/// Of so many documents of a story one at least has to make a claim for its title to say what the story is about.
const SHARE: usize = 4;

/// Whether the title of a claim says what a story of so many documents is about.
fn tells(claim: &Claim, documents: usize) -> bool {
    claim.stands && claim.articles() * SHARE >= documents
}

/// Who takes part in most claims, as ids.
fn participants(claims: &[&Claim]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    claims.iter().flat_map(|claim| &claim.entities).for_each(|id| *counts.entry(id).or_default() += 1);
    let mut order: Vec<(&str, usize)> = counts.into_iter().collect();
    model::order::sort_by_key(&mut order, |&(id, count)| (std::cmp::Reverse(count), id));
    order.into_iter().map(|(id, _)| id.to_owned()).collect()
}

/// Whether a name is surely one: a person's first and last name, a body's of several words or capitals. One word may be a part
/// of a name, or of another kind.
fn is_plain(entity: &Entity) -> bool {
    let long = entity.name.split(' ').filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2).count();
    match entity.kind {
        EntityKind::Person => long > 1,
        EntityKind::Organisation => {
            long > 1 || entity.name.len() > 2 && entity.name.chars().all(|c| c.is_ascii_uppercase())
        }
        EntityKind::Place => long > 0,
        EntityKind::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Member;

    fn name(id: &str) -> String {
        if id.starts_with(char::is_uppercase) { id.to_owned() } else { id.to_uppercase() }
    }

    fn entity(id: &str, kind: EntityKind) -> Entity {
        Entity { id: id.to_owned(), name: name(id), kind, aliases: Vec::new(), documents: Vec::new() }
    }

    fn claim(documents: &[u32], entities: &[&str]) -> Claim {
        let member = |&document: &u32| Member { document, statement: 0, origin: 0, reviewed: false };
        Claim {
            members: documents.iter().map(member).collect(),
            entities: entities.iter().map(|&id| id.to_owned()).collect(),
            ..Claim::empty()
        }
    }

    #[test]
    fn a_story_concerns_who_is_in_most_of_its_reports() {
        let known = [
            entity("ada moor", EntityKind::Person),
            entity("arlen", EntityKind::Place),
            entity("the xebec", EntityKind::Other),
            entity("Board", EntityKind::Organisation),
        ];
        let entities: BTreeMap<&str, &Entity> = known.iter().map(|entity| (entity.id.as_str(), entity)).collect();
        let of = |claims: &[Claim], documents: usize| -> Vec<String> {
            let claims: Vec<&Claim> = claims.iter().collect();
            concerned(&claims, documents, &entities).into_iter().map(str::to_owned).collect()
        };
        let one = claim(&[0, 1], &["ada moor", "arlen", "the xebec"]);
        assert_eq!(of(&[one.clone(), claim(&[2], &["arlen"])], 3), ["ADA MOOR", "ARLEN"], "people before places");
        assert!(of(&[one.clone(), claim(&[2, 3, 4], &["arlen"])], 5).is_empty(), "a place alone tells nothing");
        assert!(of(&[claim(&[0, 1, 2], &["Board"])], 3).is_empty(), "a word may be a part of a name");
        assert!(of(&[one], 2).is_empty(), "two reports are no matter of many claims");
    }

    #[test]
    fn no_two_stories_are_called_by_the_same_names() {
        let story = |id: &str| Story {
            id: id.to_owned(),
            aliases: Vec::new(),
            title: format!("“A fragment of {id}”"),
            when: None,
            documents: Vec::new(),
            entities: Vec::new(),
            claims: Vec::new(),
        };
        let stories = vec![
            (story("one"), vec!["Ada Moor", "the port", "Lund"]),
            (story("two"), vec!["Ada Moor", "the port", "Arlen"]),
            (story("three"), vec!["Ada Moor", "the port"]),
            (story("four"), Vec::new()),
        ];
        let told: Vec<String> = call(stories).into_iter().map(|story| story.title).collect();
        let three = ["Ada Moor and the port", "Ada Moor, the port and Arlen", "“A fragment of three”"];
        assert_eq!(told[..3], three);
        assert_eq!(told[3], "“A fragment of four”");
    }
}
