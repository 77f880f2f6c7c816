//! Who and what is named, with short forms tied to the full name.

mod gazetteer;
mod kinds;
mod known;
mod names;
mod roles;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use model::{Corpus, EntityKind, Mention};

use crate::{
    mentions::{kinds::Votes, names::Name},
    prose::Prose,
};

/// The people, organisations and places that a document names, in order.
pub(crate) fn find(prose: &Prose<'_>, corpus: &Corpus) -> Vec<Mention> {
    let words = &prose.words;
    let listed = known::find(prose, corpus);
    let taken = Covered::new(words.len(), listed.iter().map(|found| found.words.clone()));
    let names: Vec<Name> = names::find(prose).into_iter().filter(|name| !taken.any(name.words.clone())).collect();
    let full = full_names(prose, &names);
    let kinds = kinds_of(prose, &names, full.iter().map(String::as_str));
    let kind = |full: &str| kinds.get(full).copied().unwrap_or(EntityKind::Other);
    let sure = sure_names(prose, &names, &full);

    let mut found: Vec<(Range<usize>, String, EntityKind)> =
        listed.into_iter().map(|found| (found.words, found.name, found.kind)).collect();
    let people = names.iter().zip(&full).filter(|(_, full)| kind(full) == EntityKind::Person);
    let roles = roles::find(prose, people.map(|(name, full)| (name, full.as_str())));
    found.extend(
        names
            .iter()
            .zip(&full)
            .filter(|(_, full)| sure.contains(full.as_str()) || kind(full) == EntityKind::Place || full.contains(' '))
            .map(|(name, full)| (name.words.clone(), full.clone(), kind(full))),
    );
    found.extend(in_headings(prose, &kinds));
    let names_taken = Covered::new(words.len(), found.iter().map(|(range, _, _)| range.clone()));
    found.extend(
        roles
            .into_iter()
            .filter(|(range, _)| !names_taken.any(range.clone()))
            .map(|(range, name)| (range, name, EntityKind::Person)),
    );
    found.sort_by(|a, b| (a.0.start, a.0.end, &a.1).cmp(&(b.0.start, b.0.end, &b.1)));
    found.dedup_by(|a, b| a.0.start < b.0.end);
    found.into_iter().map(|(range, name, kind)| Mention { span: prose.span(range), name, kind }).collect()
}

/// The kind of each name, by what speaks for it over all its places.
fn kinds_of<'a>(
    prose: &Prose<'_>,
    names: &[Name],
    full: impl Iterator<Item = &'a str>,
) -> BTreeMap<&'a str, EntityKind> {
    let mut votes: BTreeMap<&str, Votes> = BTreeMap::new();
    for (name, full) in names.iter().zip(full) {
        votes.entry(full).or_default().add(&prose.words, name);
    }
    votes.into_iter().map(|(name, votes)| (name, votes.kind())).collect()
}

/// The names that stand somewhere with a capital which their place in the sentence does not ask for.
fn sure_names<'a>(prose: &Prose<'_>, names: &[Name], full: &'a [String]) -> BTreeSet<&'a str> {
    let opens =
        |at: usize| prose.sentence_of(at).and_then(|s| prose.sentences.get(s)).is_none_or(|s| s.words.start == at);
    names.iter().zip(full).filter(|(name, _)| !opens(name.words.start)).map(|(_, full)| full.as_str()).collect()
}

/// Which words belong to something already.
struct Covered(Vec<bool>);

impl Covered {
    fn new(words: usize, ranges: impl Iterator<Item = Range<usize>>) -> Self {
        let mut covered = vec![false; words];
        for at in ranges.flatten() {
            covered[at] = true;
        }
        Self(covered)
    }

    fn any(&self, mut range: Range<usize>) -> bool {
        range.any(|at| self.0.get(at).copied().unwrap_or(false))
    }
}

/// The full name that each name stands for: "Berg" and "Mr. Berg" for "Anna Berg", "IEA" for the name whose initials
/// it is. A short form that fits several goes to the one named last before it.
fn full_names(prose: &Prose<'_>, names: &[Name]) -> Vec<String> {
    let words = &prose.words;
    // The last word, or the initials, of each longer name, to where it is named.
    let mut longer: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let texts: Vec<String> = names.iter().map(|name| names::text_of(words, name.words.clone())).collect();
    let kinds = kinds_of(prose, names, texts.iter().map(String::as_str));
    for (index, name) in names.iter().enumerate().filter(|(_, name)| name.words.len() > 1) {
        let text = &texts[index];
        let mut keys = BTreeSet::new();
        match kinds.get(text.as_str()) {
            Some(EntityKind::Person) => {
                keys.insert(words.text(name.words.end - 1).to_owned());
                keys.extend(
                    gazetteer::is_given_name(words.lower(name.words.start))
                        .then(|| words.text(name.words.start).to_owned()),
                );
            }
            _ => keys.extend(initials(text)),
        }
        for key in keys {
            longer.entry(key).or_default().push(index);
        }
    }
    let mut full = Vec::with_capacity(names.len());
    for (index, name) in names.iter().enumerate() {
        let text = &texts[index];
        let key = text.replace('.', "");
        let candidates =
            if name.words.len() == 1 && !gazetteer::is_place(text) && !common_head(words.lower(name.words.start)) {
                longer.get(text).or_else(|| longer.get(&key).filter(|_| key.len() > 1))
            } else {
                None
            };
        let chosen = candidates.and_then(|list| {
            let before = list.partition_point(|&other| other < index);
            list.get(before.wrapping_sub(1)).or_else(|| list.get(before))
        });
        full.push(chosen.map_or_else(|| text.clone(), |&other| texts[other].clone()));
    }
    full
}

/// Words that end the names of many organisations stand for none of them alone.
fn common_head(lower: &str) -> bool {
    gazetteer::names_organisation(lower) || gazetteer::names_place(lower) || gazetteer::is_title(lower)
}

/// The capitals of a name's capitalised words, where there are two or more.
fn initials(text: &str) -> Option<String> {
    let words = text.split([' ', '-']);
    let capitals: String = words.filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
    (capitals.chars().count() > 1).then_some(capitals)
}

/// Names of the text that stand in sentences in title case, where capitals tell nothing by themselves.
fn in_headings(prose: &Prose<'_>, kinds: &BTreeMap<&str, EntityKind>) -> Vec<(Range<usize>, String, EntityKind)> {
    let words = &prose.words;
    let mut starts: BTreeMap<&str, Vec<(&str, EntityKind)>> = BTreeMap::new();
    for (&name, &kind) in kinds.iter().filter(|&(_, &kind)| kind != EntityKind::Other) {
        let Some(first) = name.split(' ').next() else { continue };
        starts.entry(first).or_default().push((name, kind));
        // A person's last name stands for them in a heading.
        if kind == EntityKind::Person
            && let Some(last) = name.split(' ').next_back().filter(|&last| last != first)
        {
            starts.entry(last).or_default().push((name, kind));
        }
    }
    let mut found = Vec::new();
    for sentence in prose.sentences.iter().filter(|sentence| names::in_title_case(words, sentence)) {
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            let best = starts.get(words.text(at)).into_iter().flatten().filter_map(|&(name, kind)| {
                let count = name.split(' ').count();
                let whole = at + count <= sentence.words.end && names::text_of(words, at..at + count) == name;
                let last = name.split(' ').next_back() == Some(words.text(at)) && kind == EntityKind::Person;
                if whole { Some((count, name, kind)) } else { last.then_some((1, name, kind)) }
            });
            match best.max_by_key(|&(count, name, _)| (count, std::cmp::Reverse(name))) {
                Some((count, name, kind)) => {
                    found.push((at..at + count, name.to_owned(), kind));
                    at += count;
                }
                None => at += 1,
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
