//! A story, put together from its claims.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, Story, When};

use super::claims::ALIASES;
use super::one::anchor;
use crate::findings::Findings;
use crate::ground::ids;
use crate::names::Names;

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
    let mut stories: Vec<(Story, Vec<&Claim>)> = of
        .into_iter()
        .map(|(id, mut claims)| {
            model::order::sort_by_cached_key(&mut claims, |claim| {
                (std::cmp::Reverse((claim.origins.len(), claim.articles(), claim.members.len())), claim.id.clone())
            });
            let (aliases, title) = known.get(id).cloned().unwrap_or_default();
            let documents: BTreeSet<u32> =
                model::order::gather(claims.iter().flat_map(|c| &c.members).map(|m| m.document));
            let story = Story {
                id: id.to_owned(),
                aliases,
                title: title.unwrap_or_default(),
                when: when(&claims, documents.len()),
                documents: documents.into_iter().collect(),
                entities: participants(&claims),
                claims: claims.iter().map(|claim| claim.id.clone()).collect(),
            };
            (story, claims)
        })
        .collect();
    // The heaviest has the first choice of a name.
    model::order::sort_by_cached_key(&mut stories, |(story, _)| {
        (std::cmp::Reverse((story.documents.len(), story.claims.len())), story.id.clone())
    });
    let names = findings.map(Names::new);
    let mut taken = BTreeSet::new();
    let called = stories.into_iter().map(|(mut story, claims)| {
        if story.title.is_empty() {
            let name = names.as_ref().and_then(|names| names.name(&claims, &taken));
            taken.extend(name.clone());
            story.title = name.unwrap_or_else(|| told(&claims, story.documents.len()));
        }
        story
    });
    called.collect()
}

/// When a story happened: the day of the first claim that has one, of a story of many claims one that half of its documents
/// make. The day of one of many claims is none of all.
fn when(claims: &[&Claim], documents: usize) -> Option<When> {
    let main = |claim: &&&Claim| claims.len() <= FEW || claim.articles() * 2 >= documents;
    claims.iter().filter(main).find_map(|claim| claim.when.clone())
}

/// Claims of a story that one of them may name, at most.
const FEW: usize = 3;

/// What a story is called that nothing names: the one thing that more than half of its documents claim in it, where that is next to
/// all; else its weightiest claim that is understood alone, set off as one of several; else words out of a report.
fn told(claims: &[&Claim], documents: usize) -> String {
    let standing = claims.iter().find(|claim| claim.stands);
    // What somebody says, or what is only said, is no name, and no words in quotation marks are.
    let plain = |title: &str| !title.contains(": ") && !title.contains('“');
    let whole = |claim: &&&Claim| claims.len() <= FEW && claim.articles() * 2 > documents && plain(&claim.title);
    match (standing, claims.first()) {
        (Some(claim), _) if whole(&claim) => claim.title.clone(),
        (Some(claim), _) => Story::among(&claim.title),
        (None, first) => first.map(|claim| claim.title.clone()).unwrap_or_default(),
    }
}

/// Who takes part in most claims, as ids.
fn participants(claims: &[&Claim]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    claims.iter().flat_map(|claim| &claim.entities).for_each(|id| *counts.entry(id).or_default() += 1);
    let mut order: Vec<(&str, usize)> = counts.into_iter().collect();
    model::order::sort_by_key(&mut order, |&(id, count)| (std::cmp::Reverse(count), id));
    order.into_iter().map(|(id, _)| id.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Member;

    fn claim(title: &str, documents: &[u32]) -> Claim {
        let member = |&document: &u32| Member { document, statement: 0, origin: 0, reviewed: false };
        let members = documents.iter().map(member).collect();
        Claim { title: title.to_owned(), stands: !title.starts_with('“'), members, ..Claim::empty() }
    }

    #[test]
    fn one_claim_names_a_story_only_where_it_is_next_to_all() {
        let opened = claim("Ada Moor opened the lock", &[0, 1]);
        let beside = claim("“It was wet.”", &[2]);
        assert_eq!(told(&[&beside, &opened], 3), "Ada Moor opened the lock");
        let of_many = told(&[&opened, &beside, &beside, &beside], 3);
        assert_eq!(of_many, "Among other things: Ada Moor opened the lock", "one of four claims");
        let of_few = told(&[&opened, &beside], 5);
        assert_eq!(of_few, "Among other things: Ada Moor opened the lock", "two of five reports");
        assert_eq!(told(&[&beside], 1), "“It was wet.”");
        let said = claim("Ada Moor: “The lock is safe”", &[0, 1]);
        assert_eq!(
            told(&[&said], 2),
            "Among other things: Ada Moor: “The lock is safe”",
            "somebody's words name nothing"
        );
    }
}
