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
            let Some(role) = plain(text) else { continue };
            let (documents, spellings) = found.entry(entity).or_default().entry(fold(&role)).or_default();
            documents.insert(document as u32);
            *spellings.entry(role).or_default() += 1;
        }
    }
    found.into_iter().filter_map(|(entity, roles)| Some((entity, spelled_out(&best(gathered(roles))?)))).collect()
}

/// A description as an office or a trade: without the age before it. None where it judges, which is the word of whoever
/// writes so, or is longer than one.
fn plain(text: &str) -> Option<String> {
    let is_age = |word: &&str| word.ends_with("-year-old") && word.starts_with(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = text.split_whitespace().skip_while(is_age).collect();
    let judges = words.iter().any(|word| JUDGING.split(' ').any(|judging| fold(word) == judging));
    (!words.is_empty() && words.len() <= LONGEST && !judges).then(|| words.join(" "))
}

/// Words that judge whom they call so.
const JUDGING: &str = "dictator strongman strongwoman tyrant despot autocrat thug butcher madman warmonger demagogue ideologue \
    fanatic extremist zealot traitor liar crook conman fraudster crony puppet stooge henchman hero heroine villain darling \
    firebrand disgraced notorious infamous ruthless brutal evil corrupt crooked despotic reviled beloved legendary self-styled \
    self-proclaimed so-called would-be controversial embattled beleaguered";

/// Longer descriptions tell a story, not an office.
const LONGEST: usize = 12;

type Roles = BTreeMap<String, (BTreeSet<u32>, BTreeMap<String, usize>)>;

/// What was put before a description makes another one of it.
const CHANGED: &[&str] = &["former", "then", "ex", "late", "acting", "incoming", "deputy", "vice", "assistant"];

/// The documents of a description of two words or more count for the fuller one that ends with it and puts names before it:
/// "Board spokeswoman" is cut from "Harbour Board spokeswoman", but "harbour chief" not from "stern harbour chief".
fn gathered(mut roles: Roles) -> Roles {
    let shorter: Vec<String> = roles.keys().filter(|role| role.contains(' ')).cloned().collect();
    for short in shorter {
        let ending = format!(" {short}");
        let fuller = roles.keys().filter(|role| role.ends_with(&ending));
        let added = short.split(' ').count();
        let named = |spelling: &String| {
            let all: Vec<&str> = spelling.split(' ').collect();
            all[..all.len().saturating_sub(added)].iter().all(|word| word.starts_with(char::is_uppercase))
        };
        let same = fuller.filter(|role| {
            let first = role.split([' ', '-']).next().unwrap_or_default();
            !CHANGED.contains(&first) && roles[*role].1.keys().any(named)
        });
        let longest = same.max_by_key(|role| (roles[*role].0.len(), std::cmp::Reverse((*role).clone()))).cloned();
        if let Some(longest) = longest
            && let Some((documents, _)) = roles.remove(&short)
            && let Some((all, _)) = roles.get_mut(&longest)
        {
            all.extend(documents);
        }
    }
    roles
}

/// Titles that stand for the word they are short for.
const SHORT_TITLES: &[(&str, &str)] = &[
    ("Sen.", "Senator"),
    ("Rep.", "Representative"),
    ("Gov.", "Governor"),
    ("Lt.", "Lieutenant"),
    ("Gen.", "General"),
    ("Col.", "Colonel"),
    ("Maj.", "Major"),
    ("Capt.", "Captain"),
    ("Sgt.", "Sergeant"),
    ("Cmdr.", "Commander"),
    ("Adm.", "Admiral"),
    ("Brig.", "Brigadier"),
    ("Prof.", "Professor"),
    ("Rev.", "Reverend"),
    ("Amb.", "Ambassador"),
    ("Sec.", "Secretary"),
    ("Dr.", "Doctor"),
];

/// A description with its short titles written out, which nothing follows here.
fn spelled_out(role: &str) -> String {
    let full = |word: &str| SHORT_TITLES.iter().find(|(short, _)| *short == word).map(|(_, full)| (*full).to_owned());
    role.split(' ').map(|word| full(word).unwrap_or_else(|| word.to_owned())).collect::<Vec<_>>().join(" ")
}

/// The description that most documents have; of a word alone and one that says more of the same, the one that says more.
fn best(roles: Roles) -> Option<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_judges_nobody_and_gives_no_age() {
        assert_eq!(plain("33-year-old  lock keeper").as_deref(), Some("lock keeper"));
        assert_eq!(plain("Arlen's harbour chief").as_deref(), Some("Arlen's harbour chief"));
        for judging in ["harbour dictator", "disgraced harbour chief", "Arlen strongman", "41-year-old"] {
            assert_eq!(plain(judging), None, "{judging}");
        }
    }

    fn roles(all: &[(&str, &[u32])]) -> Roles {
        let one = |&(role, documents): &(&str, &[u32])| {
            (fold(role), (documents.iter().copied().collect(), BTreeMap::from([(role.to_owned(), documents.len())])))
        };
        all.iter().map(one).collect()
    }

    #[test]
    fn what_was_cut_counts_for_the_whole() {
        let found = gathered(roles(&[("Board spokeswoman", &[1, 2]), ("Harbour Board spokeswoman", &[3])]));
        assert_eq!(best(found).as_deref(), Some("Harbour Board spokeswoman"));
        for other in ["former harbour chief", "stern harbour chief"] {
            let found = gathered(roles(&[("harbour chief", &[1, 2]), (other, &[3])]));
            assert_eq!(best(found).as_deref(), Some("harbour chief"));
        }
    }

    #[test]
    fn short_titles_are_written_out() {
        assert_eq!(spelled_out("Kolm Lt. Gov."), "Kolm Lieutenant Governor");
        assert_eq!(spelled_out("spokesman for the U.N."), "spokesman for the U.N.");
    }
}
