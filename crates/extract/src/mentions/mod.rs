//! Who and what is named, with short forms tied to the full name.

mod descriptions;
mod firms;
mod full_names;
pub(crate) mod gazetteer;
pub(crate) mod given_names;
mod kinds;
mod known;
mod names;
mod parts;
mod roles;
mod titles;
mod written;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use model::{Corpus, Description, EntityKind, Mention};

use crate::{
    mentions::{kinds::Votes, names::Name},
    prose::Prose,
    tags,
};

pub(crate) use full_names::woman;
pub(crate) use gazetteer::{is_nationality, is_place, names_thing};
pub(crate) use titles::{is_role, is_title};
pub(crate) use written::nickname;

/// Who and what a document names.
pub(crate) struct Named {
    /// The people, organisations and places, in order.
    pub(crate) mentions: Vec<Mention>,
    /// What the text calls the people.
    pub(crate) descriptions: Vec<Description>,
}

/// The people, organisations and places that a document names.
pub(crate) fn find(prose: &Prose<'_>, corpus: &Corpus) -> Named {
    let words = &prose.words;
    let listed = known::find(prose, corpus);
    let taken = Covered::new(words.len(), listed.iter().map(|found| found.words.clone()));
    let names: Vec<Name> = names::find(prose).into_iter().filter(|name| !taken.any(name.words.clone())).collect();
    let mut full = full_names::find(prose, &names);
    called_also(prose, &names, &mut full);
    let kinds = kinds_of(prose, &names, full.iter().map(String::as_str));
    let kind = |full: &str| kinds.get(full).copied().unwrap_or(EntityKind::Other);
    let sure = sure_names(prose, &names, &full);

    let mut found: Vec<(Range<usize>, String, EntityKind)> =
        listed.into_iter().map(|found| (found.words, found.name, found.kind)).collect();
    let people = || {
        let all = names.iter().zip(&full).filter(|(_, full)| kind(full) == EntityKind::Person);
        all.map(|(name, full)| (name, full.as_str()))
    };
    let roles = roles::find(prose, people());
    let of_people = Covered::new(words.len(), people().map(|(name, _)| name.words.clone()));
    let mut descriptions = descriptions::find(prose, people(), &|range| of_people.any(range));
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
    model::order::sort_by(&mut found, |a, b| (a.0.start, a.0.end, &a.1).cmp(&(b.0.start, b.0.end, &b.1)));
    found.dedup_by(|a, b| a.0.start < b.0.end);
    for description in &mut descriptions {
        description.name = in_small_letters(&description.name);
    }
    let shown = |name: String, kind| if kind == EntityKind::Person { in_small_letters(&name) } else { name };
    let mentions = found
        .into_iter()
        .map(|(range, name, kind)| Mention { span: prose.span(range), name: shown(name, kind), kind })
        .collect();
    Named { mentions, descriptions }
}

/// Ties what somebody is called besides to the name before it: "Anna Berg, aka Annie".
fn called_also(prose: &Prose<'_>, names: &[Name], full: &mut [String]) {
    let words = &prose.words;
    let mut besides: BTreeMap<String, String> = BTreeMap::new();
    for index in 1..names.len() {
        let (before, name) = (&names[index - 1], &names[index]);
        let between = before.words.end..name.words.start;
        if !(1..=4).contains(&between.len()) {
            continue;
        }
        let text = names::text_of(words, between).to_lowercase();
        let also = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
        if matches!(also, "aka" | "a.k.a." | "a.k.a" | "also known as") && before.words.len() > 1 {
            besides.insert(names::text_of(words, name.words.clone()), full[index - 1].clone());
        }
    }
    if besides.is_empty() {
        return;
    }
    for (name, full) in names.iter().zip(full) {
        if let Some(person) = besides.get(&names::text_of(words, name.words.clone())) {
            full.clone_from(person);
        }
    }
}

/// A person's name that is written in capitals alone, as in transcripts, in small letters.
fn in_small_letters(name: &str) -> String {
    let shouted = name.split(' ').filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2).count() > 1
        && !name.chars().any(char::is_lowercase);
    if !shouted {
        return name.to_owned();
    }
    let mut small = String::with_capacity(name.len());
    let mut inside = false;
    for c in name.chars() {
        if inside {
            small.extend(c.to_lowercase())
        } else {
            small.push(c)
        }
        inside = c.is_alphabetic();
    }
    small
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
    let mut last_words: BTreeSet<&str> = BTreeSet::new();
    last_words.extend(names.iter().filter(|name| name.words.len() == 1).map(|name| prose.words.text(name.words.start)));
    for (name, votes) in &mut votes {
        if let Some((_, last)) = name.rsplit_once(' ')
            && last_words.contains(last)
            && !tags::is_common(&last.to_lowercase())
        {
            votes.shortened();
        }
    }
    model::order::gather(votes.into_iter().map(|(name, votes)| (name, votes.kind(name.split(' ').count()))))
}

/// The names that stand somewhere with a capital which their place in the sentence does not ask for.
fn sure_names<'a>(prose: &Prose<'_>, names: &[Name], full: &'a [String]) -> BTreeSet<&'a str> {
    let opens =
        |at: usize| prose.sentence_of(at).and_then(|s| prose.sentences.get(s)).is_none_or(|s| s.words.start == at);
    let sure = names.iter().zip(full).filter(|(name, _)| !opens(name.words.start));
    model::order::gather(sure.map(|(_, full)| full.as_str()))
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
