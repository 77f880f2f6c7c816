//! A story, put together from its claims.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, Line, Share, Story, When};

use super::claims::ALIASES;
use super::one::anchor;
use crate::findings::Findings;
use crate::ground::ids;
use crate::ground::words::{fold, is_in, words};
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

/// What a story had been called: its title, and what that is drawn from where nothing names it.
pub(crate) type Titled = (String, Option<Line>);

/// The stories that claims (in the order of [`model::Relations::claims`]) belong to; `known` gives each its aliases and
/// what it was called, where it was.
pub(crate) fn stories(
    findings: Option<&Findings<'_>>,
    claims: &[Claim],
    known: &BTreeMap<String, (Vec<String>, Option<Titled>)>,
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
            let (aliases, titled) = known.get(id).cloned().unwrap_or_default();
            let (title, line) = titled.unwrap_or_default();
            let documents: BTreeSet<u32> =
                model::order::gather(claims.iter().flat_map(|c| &c.members).map(|m| m.document));
            let story = Story {
                id: id.to_owned(),
                aliases,
                title,
                when: when(&claims, documents.len()),
                documents: documents.into_iter().collect(),
                entities: participants(&claims),
                claims: claims.iter().map(|claim| claim.id.clone()).collect(),
                line,
            };
            (story, claims)
        })
        .collect();
    // The heaviest has the first choice of a name.
    model::order::sort_by_cached_key(&mut stories, |(story, _)| {
        (std::cmp::Reverse((story.documents.len(), story.claims.len())), story.id.clone())
    });
    let names = findings.map(|findings| Names::new(findings, claims));
    let mut taken = BTreeSet::new();
    let called = stories.into_iter().map(|(mut story, claims)| {
        let documents = story.documents.len();
        if story.title.is_empty() {
            let name = names.as_ref().and_then(|names| names.name(&claims, &taken));
            taken.extend(name.clone());
            match name.or_else(|| told(&claims, documents)) {
                Some(title) => story.title = title,
                None => {
                    let counted = Line { share: Share::All, of: Vec::new() };
                    let line = names.as_ref().map_or(counted, |names| names.line(&claims, false));
                    let words = names.as_ref().filter(|_| line.of.is_empty());
                    match words.and_then(|names| names.words(&claims)) {
                        Some(words) => story.title = words,
                        None => {
                            let whom = words.filter(|_| documents > 1).map(|names| names.line(&claims, true));
                            story.line = whom.or(Some(line));
                        }
                    }
                }
            }
        } else if !story.is_named() {
            // A person may since have written what it is called by.
            if let Some(title) = claimed(&claims, documents) {
                (story.title, story.line) = (title, None);
            }
        }
        if let Some(line) = &story.line {
            story.title = line.title(documents);
        }
        story
    });
    called.collect()
}

/// When a story happened: the day of the first claim that has one and that half of its documents make. The day of one of several
/// claims is none of all, nor is one of which they only tell again, a year and more before they appeared.
fn when(claims: &[&Claim], documents: usize) -> Option<When> {
    let main = |claim: &&&Claim| claim.articles() * 2 >= documents;
    let recalled = |claim: &Claim| {
        let times = claim.when.as_ref().and_then(|when| when.last).zip(claim.since);
        claims.len() > 1 && times.is_some_and(|(last, since)| since.0 - last.0 > YEAR)
    };
    let told = claims.iter().filter(main).filter(|claim| !recalled(claim));
    told.into_iter().find_map(|claim| claim.when.clone())
}

/// Days of a year.
const YEAR: i32 = 366;

/// Claims of a story that one of them may name, at most.
const FEW: usize = 3;

/// Of so many statements of a story so many make one claim, for that to be next to all that it tells.
const NEARLY: (usize, usize) = (4, 3);

/// What a story is called that nothing names: what is claimed in it, or the words of its one claim; `None` where only a line
/// tells what its statements have in common.
fn told(claims: &[&Claim], documents: usize) -> Option<String> {
    claimed(claims, documents).or_else(|| match claims {
        [only] if only.stands => Some(Story::in_marks(&only.title)),
        [only] if documents < 2 || !points(&only.title) => Some(only.title.clone()),
        _ => None,
    })
}

/// The one thing that more than half of the documents of a story claim in it, where that is next to all; of many claims the one that
/// most of its documents and statements share, set off as one of several.
fn claimed(claims: &[&Claim], documents: usize) -> Option<String> {
    // What somebody says, or what is only said, is no name, no words in quotation marks are, and no judgement is.
    let plain = |title: &str| {
        !title.contains(": ")
            && !title.contains('“')
            && !words(title).iter().any(|word| is_in("must should ought needs", word.text))
    };
    let statements: usize = claims.iter().map(|claim| claim.members.len()).sum();
    let of_most = |claim: &&&Claim| claim.articles() * 2 > documents && plain(&claim.title);
    let mut standing = claims.iter().filter(|claim| claim.stands);
    if claims.len() <= FEW {
        return standing.next().filter(of_most).map(|claim| claim.title.clone());
    }
    let most = standing.find(of_most).filter(|claim| claim.members.len() * 2 >= statements);
    most.map(|claim| match claim.members.len() * NEARLY.0 >= statements * NEARLY.1 {
        true => claim.title.clone(),
        false => Story::among(&claim.title),
    })
}

/// Whether words out of a report hold one that stands for what is named elsewhere.
fn points(title: &str) -> bool {
    let pronouns =
        "he she it they him her them his its their hers theirs this these those that we us our i me my you your";
    words(title).iter().any(|word| is_in(pronouns, &fold(word.text)))
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
        let told = |claims: &[&Claim], documents| told(claims, documents).unwrap_or_else(|| "a line".to_owned());
        assert_eq!(told(&[&beside, &opened], 3), "Ada Moor opened the lock");
        let of_many = told(&[&opened, &beside, &beside, &beside], 3);
        assert_eq!(of_many, "a line", "two of five statements");
        let of_most = told(&[&claim("Ada Moor opened the lock", &[0, 1, 2]), &beside, &beside, &beside], 3);
        assert_eq!(of_most, "Among other things: Ada Moor opened the lock", "one of four claims");
        assert_eq!(told(&[&opened, &beside], 5), "a line", "two of five reports");
        assert_eq!(told(&[&beside], 1), "“It was wet.”");
        assert_eq!(told(&[&claim("“It was wet.”", &[0, 1])], 2), "a line", "what was wet?");
        let said = claim("Ada Moor: “The lock is safe”", &[0, 1]);
        assert_eq!(told(&[&said], 2), "“Ada Moor: ‘The lock is safe’”", "somebody's words name nothing");
        let must = claim("Arlen must rebuild its lock", &[0, 1]);
        assert_eq!(told(&[&must, &beside], 2), "a line", "nor does a judgement");
    }
}
