//! Who and what is named over all documents: one entity for the names that mean one thing.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use model::{Corpus, Entity, EntityKind};

use super::spellings;
use super::tallies::{Groups, Tally, is_title, key, key_of, kind, part, tally};
use crate::ground::asked::{self, Kind};
use crate::ground::countries;
use crate::ground::ids;
use crate::ground::maps::{Map, Set};
use crate::ground::reports::Reports;
use crate::ground::words::words;

/// What stands after a name without setting it apart.
const SUFFIXES: &[&str] = &["jr", "sr", "ii", "iii"];

/// The share of the documents with a full name that makes it the one which a surname alone stands for.
const DOMINANT: (usize, usize) = (3, 4);

/// Letters of an abbreviation.
const ABBREVIATION: RangeInclusive<usize> = 2..=6;

/// The entities, and which of them a name means.
pub(crate) struct Entities {
    /// By id.
    pub list: Vec<Entity>,
    /// Index into `list`, by the key of each name.
    of: Map<String, u32>,
    /// The same by each name as reports write it, so that most keys are made once.
    written: Map<String, Option<u32>>,
    /// The parts that names begin with, titles left out.
    begins: Set<String>,
}

impl Entities {
    /// Gathers the names of all documents: by the aliases of the corpus, then surnames and other ends of a full name,
    /// names without the middle ones, acronyms; each only where exactly one full name fits.
    pub(crate) fn new(reports: &Reports<'_>, corpus: &Corpus) -> Self {
        let tallies = tally(reports);
        let mut groups = Groups::default();
        let mut given: BTreeMap<String, (&str, EntityKind)> = BTreeMap::new();
        for alias in &corpus.names {
            let main = key(&alias.name);
            for other in &alias.aliases {
                groups.join(&key(other), &main);
            }
            given.insert(groups.root(&main), (&alias.name, alias.kind));
        }
        // Whom the corpus lists as two is not made one.
        groups.listed = model::order::gather(given.keys().cloned());
        let offices = spellings::offices(reports);
        spellings::join(&tallies, &offices, &mut groups);
        join_short_forms(&tallies, &offices, &mut groups);
        join_acronyms(&tallies, &mut groups);

        let mut members: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for name in tallies.keys() {
            members.entry(groups.root(name)).or_default().push(name);
        }
        let given: BTreeMap<String, (&str, EntityKind)> =
            model::order::gather(given.into_iter().map(|(name, value)| (groups.root(&name), value)));
        let mut made: Vec<(Entity, Vec<&str>)> = members
            .iter()
            .map(|(root, keys)| (entity(keys, &tallies, given.get(root).copied()), keys.clone()))
            .collect();
        model::order::sort_by(&mut made, |a, b| a.0.name.cmp(&b.0.name).then_with(|| a.1.cmp(&b.1)));
        let mut taken = BTreeMap::new();
        for (entity, _) in &mut made {
            entity.id = ids::fresh_slug(&entity.name, &mut taken);
        }
        model::order::sort_by(&mut made, |a, b| a.0.id.cmp(&b.0.id));
        let mut of: BTreeMap<String, u32> = BTreeMap::new();
        for (index, (_, keys)) in made.iter().enumerate() {
            of.extend(keys.iter().map(|&k| (k.to_owned(), index as u32)));
        }
        for alias in &corpus.names {
            let root = groups.root(&key(&alias.name));
            let Some(&index) = members.get(&root).and_then(|keys| of.get(keys[0])) else { continue };
            for name in alias.aliases.iter().chain([&alias.name]) {
                of.entry(key(name)).or_insert(index);
            }
        }
        for (short, long) in abbreviated(reports) {
            if let Some(&index) = long.and_then(|long| of.get(&long)) {
                of.entry(short).or_insert(index);
            }
        }
        let mut written: Map<String, Option<u32>> = Map::default();
        for mention in reports.documents.iter().flat_map(|report| &report.mentions) {
            if !written.contains_key(&mention.name) {
                written.insert(mention.name.clone(), of.get(&key(&mention.name)).copied());
            }
        }
        let list = made.into_iter().map(|(entity, _)| entity).collect();
        let first = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
        let mut begins: Set<String> = of.keys().map(|key| first(key)).collect();
        begins.extend(countries::abbreviations().map(first));
        begins.extend(written.keys().filter_map(|name| words(name).first().map(|word| part(word.text))));
        Self { list, of: of.into_iter().collect(), written, begins }
    }

    /// The entity that a name means.
    pub(crate) fn find(&self, name: &str) -> Option<u32> {
        asked::note(Kind::Name, name);
        self.written.get(name).copied().unwrap_or_else(|| self.of.get(&key(name)).copied())
    }

    /// As [`Entities::find`], of a name that is cut into [`parts`] already.
    pub(crate) fn find_cut(&self, name: &str, parts: &[String]) -> Option<u32> {
        asked::note(Kind::Name, name);
        self.written.get(name).copied().unwrap_or_else(|| self.of.get(&key_of(parts)).copied())
    }

    /// Whether a name that begins with a [`part`] may mean an entity; else none does.
    pub(crate) fn may_begin(&self, part: &str) -> bool {
        self.begins.contains(part) || is_title(part)
    }

    /// The name that is shown for `name`: the fullest of its entity, or else itself.
    pub(crate) fn shown<'a>(&'a self, name: &'a str) -> &'a str {
        self.find(name).map_or(name, |index| &self.list[index as usize].name)
    }
}

/// Ends of a full name ("Berg", "Maria Berg" for "Anna Maria Berg") and names without the middle ones.
fn join_short_forms(tallies: &BTreeMap<String, Tally>, offices: &spellings::Offices, groups: &mut Groups) {
    let mut full: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (name, tally) in tallies {
        if kind(tally) != EntityKind::Person {
            continue;
        }
        let parts: Vec<&str> = name.split(' ').filter(|p| !SUFFIXES.contains(p)).collect();
        // "Karl Holm Jr." where others write of Karl Holm: the son as likely as not.
        if parts.join(" ") != *name && tallies.contains_key(&parts.join(" ")) {
            continue;
        }
        for from in 1..parts.len() {
            full.entry(parts[from..].join(" ")).or_default().insert(name);
        }
        if parts.len() > 2 {
            full.entry(format!("{} {}", parts[0], parts[parts.len() - 1])).or_default().insert(name);
        }
        if parts.len() > 1 && parts.join(" ") != *name {
            full.entry(parts.join(" ")).or_default().insert(name);
        }
    }
    for (short, names) in &full {
        let fits = tallies.get(short).is_some_and(|t| matches!(kind(t), EntityKind::Person | EntityKind::Other));
        // How many documents name each of those whom it can stand for.
        let mut roots: BTreeMap<String, usize> = BTreeMap::new();
        for name in names {
            let documents = tallies.get(*name).map_or(0, |tally| tally.documents.len());
            *roots.entry(groups.root(name)).or_default() += documents;
        }
        let all: usize = roots.values().sum();
        let Some((most, documents)) = roots.iter().max_by_key(|&(root, count)| (*count, std::cmp::Reverse(root)))
        else {
            continue;
        };
        // Who bears the name of somebody far better known is called by the whole name.
        if fits && (roots.len() == 1 || documents * DOMINANT.1 >= all * DOMINANT.0) {
            groups.join(short, &most.clone());
        } else if fits {
            let names: Vec<&str> = names.iter().copied().collect();
            if let Some(called) = spellings::called_alike(offices, short, &names) {
                groups.join(short, &groups.root(called));
            }
        }
    }
}

/// How many times as many documents may have the letters as have the name that they are short for: what everybody knows
/// by its letters is not a name that one report once has.
const LETTERS: usize = 4;

/// "ABC" for "Agency of Big Cities", where one name alone has these initials.
fn join_acronyms(tallies: &BTreeMap<String, Tally>, groups: &mut Groups) {
    let mut by_initials: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (name, tally) in tallies {
        if kind(tally) == EntityKind::Person || !name.contains(' ') {
            continue;
        }
        let initials = |all: bool| -> String {
            name.split(' ')
                .filter(|w| all || !matches!(*w, "of" | "for" | "the" | "and" | "in" | "on" | "to"))
                .filter_map(|w| w.chars().next())
                .collect()
        };
        by_initials.entry(initials(false)).or_default().insert(name);
        by_initials.entry(initials(true)).or_default().insert(name);
    }
    for (name, tally) in tallies {
        let written_so =
            tally.spellings.keys().any(|s| s.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase));
        if !written_so || !ABBREVIATION.contains(&name.len()) {
            continue;
        }
        if let Some(names) = by_initials.get(name)
            && names.len() == 1
            && let Some(only) = names.first()
            && tallies.get(*only).is_some_and(|full| full.documents.len() * LETTERS >= tally.documents.len())
        {
            groups.join(name, only);
        }
    }
}

/// The keys of abbreviations that stand for a name wherever the texts have them, with the key of that name; `None` where
/// they stand for several. A credit line has the abbreviation alone.
fn abbreviated(reports: &Reports<'_>) -> BTreeMap<String, Option<String>> {
    let mut found: BTreeMap<String, Option<String>> = BTreeMap::new();
    for (document, report) in reports.documents.iter().enumerate() {
        for mention in report.mentions.iter().filter(|m| ABBREVIATION.contains(&(m.span.len() as usize))) {
            let text = reports.cut(document as u32, mention.span);
            if text == mention.name || !text.chars().all(char::is_uppercase) {
                continue;
            }
            let long = Some(key(&mention.name));
            found
                .entry(key(text))
                .and_modify(|known| *known = known.take().filter(|k| Some(k) == long.as_ref()))
                .or_insert(long);
        }
    }
    found
}

/// One entity, its id still empty.
fn entity(keys: &[&str], tallies: &BTreeMap<String, Tally>, given: Option<(&str, EntityKind)>) -> Entity {
    let all: Vec<&Tally> = keys.iter().filter_map(|k| tallies.get(*k)).collect();
    let mut spellings: BTreeMap<&str, usize> = BTreeMap::new();
    for (spelling, count) in all.iter().flat_map(|t| &t.spellings) {
        *spellings.entry(spelling).or_default() += count;
    }
    let fullest = spellings
        .iter()
        .max_by_key(|&(spelling, count)| (key(spelling).split(' ').count(), *count, std::cmp::Reverse(*spelling)))
        .map_or("", |(spelling, _)| spelling);
    let (name, kind) = given.unwrap_or_else(|| {
        (fullest, all.iter().max_by_key(|t| t.documents.len()).map_or(EntityKind::Other, |t| kind(t)))
    });
    Entity {
        id: String::new(),
        name: name.to_owned(),
        kind,
        aliases: spellings.keys().filter(|s| **s != name).map(|s| (*s).to_owned()).collect(),
        documents: model::order::gather::<_, BTreeSet<_>>(all.iter().flat_map(|t| &t.documents).copied())
            .into_iter()
            .collect(),
    }
}
