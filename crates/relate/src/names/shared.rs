//! What the statements of a story speak of that nothing names, and whether two names are told apart.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, EntityKind, Line, Share};

use super::Names;
use super::phrases::terms;
use super::spoken::{Said, Thing, is_vague, things};
use super::tokens::tokens;
use crate::ground::countries;
use crate::ground::frame::term;
use crate::ground::reports::Place;
use crate::ground::words::{fold, is_in};

/// Of so many statements, in hundredths, one at least speaks of what they are said to, and so many reports.
const STATEMENTS: usize = 50;
const REPORTS: usize = 60;

/// Of so many of its reports and statements what they often speak of.
const OFTEN: usize = 33;
const OFTEN_SAID: usize = 15;

/// Of so many reports, and of so many statements, one at least speaks of something that they are said to speak of often.
const TOGETHER: usize = 50;
const TOGETHER_SAID: usize = 40;

/// Reports of a corpus at least for what more than three of four of them name to say nothing.
const SEVERAL: usize = 12;
const MOST_NAME: (usize, usize) = (4, 3);

/// What is told of it, at most.
const MOST: usize = 3;

/// How many times as often as elsewhere a story speaks of what tells it from others, at least.
const APART: f64 = 3.0;

/// How many times as often as elsewhere a story speaks of somebody, at least, for their name alone to tell it from others.
const WHOM: f64 = 8.0;

/// How far apart makes no further difference.
const FARTHEST: f64 = 64.0;

/// Of how many documents one at most is about what tells a story from others.
const ABOUT: usize = 2;

/// The claims of a story that a reader sees first, and of how many of them one at least speaks of what all are said to.
const FIRST: usize = 8;
const OF_FIRST: usize = 4;

/// Of so many statements that speak of a thing so many have one word before it, for both to be one.
const COMPOUND: (usize, usize) = (10, 7);

/// How many statements speak of a thing, in which documents, in how many of the first claims, and in which words, behind which.
#[derive(Default)]
struct Met {
    statements: usize,
    claims: usize,
    first: usize,
    documents: BTreeSet<u32>,
    places: BTreeSet<(u32, u32)>,
    words: BTreeMap<String, usize>,
    before: BTreeMap<String, usize>,
}

/// What the statements of a story come to.
struct Whole {
    statements: usize,
    documents: usize,
    claims: usize,
    words: usize,
}

/// A line for a story: what most of its statements speak of, or else many of its reports, that tells it from others. Whom they speak
/// of `alone` is told where nothing else is.
pub(super) fn line(names: &Names<'_>, claims: &[&Claim], alone: bool) -> Line {
    let mut met: BTreeMap<Thing, Met> = BTreeMap::new();
    let mut documents: BTreeSet<u32> = BTreeSet::new();
    let mut whole = Whole { statements: 0, documents: 0, claims: claims.len(), words: 0 };
    for (at, claim) in claims.iter().enumerate() {
        let places: BTreeSet<(u32, u32)> =
            model::order::gather(claim.members.iter().map(|member| (member.document, member.statement)));
        let mut within: BTreeSet<Thing> = BTreeSet::new();
        for (document, statement) in places {
            documents.insert(document);
            whole.statements += 1;
            let (found, words) = things(names, Place { document, statement });
            whole.words += words;
            for (thing, Said { words, before }) in found {
                let entry = met.entry(thing.clone()).or_default();
                entry.statements += 1;
                entry.documents.insert(document);
                entry.places.insert((document, statement));
                *entry.words.entry(words).or_default() += 1;
                before.into_iter().for_each(|word| *entry.before.entry(word).or_default() += 1);
                if within.insert(thing) {
                    entry.claims += 1;
                    entry.first += usize::from(at < FIRST);
                }
            }
        }
    }
    whole.documents = documents.len();
    let of_reports = |met: &Met, least: usize| met.documents.len() * 100 >= whole.documents * least;
    let of_statements = |met: &Met, least: usize| met.statements * 100 >= whole.statements * least;
    let tells = |met: &Met| {
        let several = met.documents.len() > 1.min(whole.documents - 1);
        let seen = met.first * OF_FIRST >= whole.claims.min(FIRST);
        several && seen && of_reports(met, OFTEN) && of_statements(met, OFTEN_SAID)
    };
    let found = met.into_iter().filter(|(_, met)| tells(met));
    let mut found: Vec<Spoken> = found.filter_map(|(thing, met)| spoken(names, &whole, thing, met)).collect();
    found.retain(|it| it.apart >= APART && it.about * ABOUT <= names.about.len());
    model::order::sort_by_cached_key(&mut found, |it| (std::cmp::Reverse(it.met.statements), it.thing.clone()));
    let most = |it: &&Spoken| of_statements(&it.met, STATEMENTS) && of_reports(&it.met, REPORTS);
    let mut told = apart_from_each_other(found.iter().filter(most));
    if told.len() < 2 {
        // Deterministic on every machine, as a square root is and a logarithm is not.
        let weight =
            |it: &Spoken| (it.met.documents.len() as f64 * it.apart.min(FARTHEST).sqrt().sqrt() * 1000.0) as u64;
        let mut rare: Vec<&Spoken> = found.iter().collect();
        model::order::sort_by_cached_key(&mut rare, |it| (std::cmp::Reverse(weight(it)), it.thing.clone()));
        let often = apart_from_each_other(rare.into_iter());
        let of: BTreeSet<u32> = model::order::gather(often.iter().flat_map(|it| &it.met.documents).copied());
        let said: BTreeSet<(u32, u32)> = model::order::gather(often.iter().flat_map(|it| &it.met.places).copied());
        let together = said.len() * 100 >= whole.statements * TOGETHER_SAID;
        if often.len() > told.len() && together && of.len() * 100 >= whole.documents * TOGETHER {
            told = often;
        }
    }
    // One name or two tell of whom is spoken, and not of what; and a bare noun joins what is unlike.
    let tells = match &*told {
        [only] => only.compound,
        [_, _] => told.iter().any(|it| matches!(it.thing, Thing::Matter(_))),
        _ => true,
    };
    if !tells {
        // "Of Anna Berg", whom hardly anything else speaks of: a name in full, which is no shout.
        let whom = |it: &&Spoken| {
            let kind = match it.thing {
                Thing::Named(entity) => names.findings.entities.list[entity as usize].kind,
                Thing::Matter(_) => EntityKind::Place,
            };
            kind != EntityKind::Place && it.apart >= WHOM && it.words.contains(char::is_lowercase) && most(it)
        };
        told = if alone { apart_from_each_other(found.iter().filter(whom)) } else { Vec::new() };
        let one = matches!(&*told, [only] if !only.words.contains(' '));
        if one {
            told.clear();
        }
    }
    let all = |share: usize| told.iter().all(|it| of_reports(&it.met, share));
    let share = match () {
        () if all(100) => Share::All,
        () if all(REPORTS) && told.iter().all(|it| of_statements(&it.met, STATEMENTS)) => Share::Mostly,
        () => Share::Often,
    };
    Line { share, of: told.iter().map(|it| it.words.clone()).collect() }
}

/// Something that a story's reports speak of.
struct Spoken {
    thing: Thing,
    met: Met,
    words: String,
    /// Whether it is a noun with the word before it.
    compound: bool,
    /// Its terms, and how many documents are about what has the rarest of them.
    terms: BTreeSet<String>,
    about: usize,
    /// How many times as often as all reports the story speaks of it.
    apart: f64,
}

/// With the words in which it is told: in full, as most of its statements write it. None where they are none for a list.
fn spoken(names: &Names<'_>, whole: &Whole, thing: Thing, met: Met) -> Option<Spoken> {
    let mut compound = false;
    let (words, apart) = match &thing {
        Thing::Named(entity) => {
            let known = &names.findings.entities.list[*entity as usize];
            let in_full = |words: &str| known.kind != EntityKind::Person || words.contains(' ');
            let words = most(&met.words, in_full).unwrap_or_else(|| known.name.clone());
            // A first name alone is nobody's, and a word for a kind of body is no name.
            let word = fold(&words);
            let is_name =
                |word: &str| !names.usage.is_first_name(word) && !is_vague(word) && names.usage.is_mostly_name(word);
            if !words.contains(' ') && (!is_name(&word) || word.ends_with("tion")) {
                return None;
            }
            // Nor does what most reports name tell one story from another.
            if names.about.len() >= SEVERAL && known.documents.len() * MOST_NAME.0 > names.about.len() * MOST_NAME.1 {
                return None;
            }
            let elsewhere = names.claims.get(known.id.as_str()).copied().unwrap_or_default().max(1);
            (words, times((met.claims, whole.claims), (elsewhere as usize, names.all)))
        }
        Thing::Matter(_) => {
            let noun = most(&met.words, |_| true)?;
            let count = |word: &str| names.usage.count(word).max(1) as usize;
            let mut elsewhere: usize = met.words.keys().map(|word| count(word)).sum();
            let (all, least) = COMPOUND;
            let before = most(&met.before, |word| met.before[word] * all >= met.statements * least);
            compound = before.is_some();
            let words = match before {
                Some(before) => {
                    elsewhere = elsewhere.min(count(&before));
                    format!("{before} {noun}")
                }
                None => noun,
            };
            (words, times((met.statements, whole.words), (elsewhere, names.usage.count_all() as usize)))
        }
    };
    let mut terms = terms(&tokens(&words));
    terms.extend(countries::country(&fold(&words)).map(term));
    let about = terms.iter().filter_map(|term| names.often.get(term)).min().copied().unwrap_or_default();
    let plain = !terms.is_empty() && !words.contains([',', ':', '“']);
    plain.then_some(Spoken { thing, met, words, compound, terms, about, apart })
}

/// How many times as large the first share is as the second.
fn times((part, whole): (usize, usize), (all, of): (usize, usize)) -> f64 {
    (part as f64 * of as f64) / (whole.max(1) as f64 * all.max(1) as f64)
}

/// The first few, each of which has words of its own.
fn apart_from_each_other<'a>(found: impl Iterator<Item = &'a Spoken>) -> Vec<&'a Spoken> {
    let mut told: Vec<&Spoken> = Vec::new();
    for it in found {
        // What nearly every report has says least, and stands with one other at most.
        let idle = is_in("government governments president u.s. u.k.", &fold(&it.words));
        let most = if idle { MOST - 1 } else { MOST };
        if told.len() < most && told.iter().all(|other| other.terms.is_disjoint(&it.terms)) {
            told.push(it);
        }
    }
    told
}

/// The words that are met most often, of those that will do.
fn most(words: &BTreeMap<String, usize>, will_do: impl Fn(&str) -> bool) -> Option<String> {
    let found = words.iter().filter(|(words, _)| will_do(words));
    found.max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0))).map(|(words, _)| words.clone())
}

/// Words for what was agreed, and for what is brought before a court: two names that differ in these alone name one thing.
const AGREED: &str = "accord accords agreement agreements pact pacts deal deals treaty treaties";
const SUED: &str = "lawsuit lawsuits suit suits sue sues sued suing";

/// Whether each of two names has a word that tells it from the other.
pub(super) fn are_told_apart(name: &str, other: &str) -> bool {
    let (own, others) = (apart(name), apart(other));
    let near = own.len().abs_diff(others.len()) < 2;
    !near || !own.is_subset(&others) && !others.is_subset(&own)
}

fn apart(name: &str) -> BTreeSet<String> {
    let same = |word: &str| match () {
        () if is_in(AGREED, word) => term("accord"),
        () if is_in(SUED, word) => term("lawsuit"),
        () => term(word),
    };
    let found = tokens(name);
    let told = found.iter().filter(|token| !token.term.is_empty()).map(|token| same(&fold(token.text)));
    model::order::gather(told)
}

#[cfg(test)]
mod tests {
    use super::are_told_apart;

    #[test]
    fn two_names_are_told_apart_by_what_each_has_alone() {
        use are_told_apart as apart;
        assert!(apart("Corby ferry strike", "Corby dam strike"));
        assert!(!apart("Corby agreement", "Corby ferry deal"));
        assert!(!apart("Lawsuit against Corby", "Union sues Corby"));
        assert!(apart("Corby ferry", "Corby ferry strike in old Lund"));
        assert!(!apart("Corby ferry strike", "Corby ferry strike"));
    }
}
