//! A story, put together from its claims.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, Story};

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
/// where it has one already, its title.
pub(crate) fn stories(
    findings: Option<&Findings<'_>>,
    claims: &[Claim],
    known: &BTreeMap<String, (Vec<String>, Option<String>)>,
) -> Vec<Story> {
    let mut of: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        of.entry(&claim.story).or_default().push(claim);
    }
    let mut stories: Vec<Story> = of
        .into_iter()
        .map(|(id, mut claims)| {
            model::order::sort_by_cached_key(&mut claims, |claim| {
                (std::cmp::Reverse((claim.origins.len(), claim.articles(), claim.members.len())), claim.id.clone())
            });
            let (aliases, title) = known.get(id).cloned().unwrap_or_default();
            let documents: BTreeSet<u32> = claims.iter().flat_map(|c| &c.members).map(|m| m.document).collect();
            Story {
                id: id.to_owned(),
                aliases,
                title: title
                    .or_else(|| super::names::name(findings?, &claims))
                    .or_else(|| claims.iter().find(|claim| tells(claim, documents.len())).map(|c| c.title.clone()))
                    .or_else(|| claims.iter().find(|claim| !claim.stands).map(|claim| claim.title.clone()))
                    .or_else(|| claims.first().map(|claim| claim.title.clone()))
                    .unwrap_or_default(),
                when: claims.iter().find_map(|claim| claim.when.clone()),
                documents: documents.into_iter().collect(),
                entities: participants(&claims),
                claims: claims.iter().map(|claim| claim.id.clone()).collect(),
            }
        })
        .collect();
    model::order::sort_by_cached_key(&mut stories, |story| {
        (std::cmp::Reverse(story.documents.len()), story.id.clone())
    });
    stories
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
