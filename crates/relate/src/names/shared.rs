//! What most of the statements of a story speak of that nothing names, and whether two names are told apart.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, EntityKind, Share, Story};

use super::Names;
use super::matters::{counts, is_matter};
use super::phrases::terms;
use super::tokens::{Token, tokens};
use crate::ground::frame::term;
use crate::ground::reports::Place;
use crate::ground::words::{fold, is_in};

/// Of so many statements, in hundredths, one at least speaks of what they are said to, and so many reports.
const STATEMENTS: usize = 50;
const REPORTS: usize = 60;

/// Of so many of its reports what they often speak of.
const OFTEN: usize = 30;

/// What is told of it, at most.
const MOST: usize = 3;

/// Of how many documents one at most is about what tells a story from others.
const ABOUT: usize = 2;

/// Letters of a noun that says something, at least.
const LONG: usize = 4;

/// Nouns that say of no story what it speaks of.
const VAGUE: &str = "people person part parts time times number numbers first last year years week weeks month months day days hour hours \
    side sides thing things fact facts case cases level levels place places area areas point points group groups member members \
    statement statements comment comments report reports reporter reporters news source sources spokesman spokeswoman official \
    officials figure figures amount total rest most half third quarter line lines kind sort end start way ways lot step steps move moves \
    issue issues matter matters question questions view views leader leaders head term terms name names word words state states country \
    countries world city area result results effort efforts today tomorrow something anything nothing everyone man men woman women \
    home house period basis rate average medium past lack sign earlier overnight round back early late later range chance kind final foul intention process detail details record summer pct percent dlrs mln billion million tonnes tonne tons right left sense great long";

/// What a statement speaks of: somebody or something that has a name, or what a noun means.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Named(u32),
    Matter(String),
}

/// How many statements speak of a thing, in which documents, and in which words.
#[derive(Default)]
struct Met {
    statements: usize,
    documents: BTreeSet<u32>,
    words: BTreeMap<String, usize>,
}

/// A line for a story: how many reports tell it, and what most of its statements speak of; else what tells its reports from
/// others.
pub(super) fn line(names: &Names<'_>, claims: &[&Claim]) -> String {
    let places: BTreeSet<(u32, u32)> = model::order::gather(
        claims.iter().flat_map(|claim| &claim.members).map(|member| (member.document, member.statement)),
    );
    let documents: BTreeSet<u32> = places.iter().map(|place| place.0).collect();
    let mut met: BTreeMap<Thing, Met> = BTreeMap::new();
    for &(document, statement) in &places {
        for (thing, words) in things(names, Place { document, statement }) {
            let entry = met.entry(thing).or_default();
            entry.statements += 1;
            entry.documents.insert(document);
            *entry.words.entry(words).or_default() += 1;
        }
    }
    let several = |met: &Met| met.documents.len() > 1.min(documents.len() - 1);
    let of_reports = |met: &Met, least: usize| met.documents.len() * 100 >= documents.len() * least;
    let half = |met: &Met| met.statements * 100 >= places.len() * STATEMENTS;
    let mut found: Vec<Spoken> = met
        .into_iter()
        .filter(|(_, met)| several(met) && of_reports(met, OFTEN))
        .filter_map(|(thing, met)| spoken(names, thing, met))
        .collect();
    // What most speak of: that of which all documents are about only where nothing else is shared.
    model::order::sort_by_cached_key(&mut found, |it| (std::cmp::Reverse(it.met.statements), it.thing.clone()));
    let most = |it: &&Spoken| half(&it.met) && of_reports(&it.met, REPORTS);
    let narrow = |it: &&Spoken| it.about * ABOUT <= names.about.len();
    let mut told = apart_from_each_other(found.iter().filter(most).filter(narrow));
    if told.len() < 2 {
        // Deterministic on every machine, as a square root is and a logarithm is not.
        let rarity = |it: &Spoken| (names.about.len() as f64 / (it.about + 1) as f64).sqrt();
        let weight = |it: &Spoken| (it.met.documents.len() as f64 * rarity(it) * 1000.0) as u64;
        let mut rare: Vec<&Spoken> = found.iter().filter(narrow).collect();
        model::order::sort_by_cached_key(&mut rare, |it| (std::cmp::Reverse(weight(it)), it.thing.clone()));
        let often = apart_from_each_other(rare.into_iter());
        if often.len() > told.len() {
            told = often;
        }
    }
    if told.is_empty() {
        told = apart_from_each_other(found.iter().filter(most));
    }
    let all = |share: usize| told.iter().all(|it| of_reports(&it.met, share));
    let share = match () {
        () if all(100) => Share::All,
        () if all(REPORTS) && told.iter().all(|it| half(&it.met)) => Share::Mostly,
        () => Share::Often,
    };
    let words: Vec<String> = told.iter().map(|it| it.words.clone()).collect();
    Story::counted(documents.len(), &words, share)
}

/// Something that a story's reports speak of.
struct Spoken {
    thing: Thing,
    met: Met,
    words: String,
    /// Its terms, and how many documents are about what has the rarest of them.
    terms: BTreeSet<String>,
    about: usize,
}

/// With the words in which it is told: in full, as most of its statements write it. None where they are none for a list.
fn spoken(names: &Names<'_>, thing: Thing, met: Met) -> Option<Spoken> {
    let words = match &thing {
        Thing::Named(entity) => {
            let known = &names.findings.entities.list[*entity as usize];
            let whole = |words: &str| known.kind != EntityKind::Person || words.contains(' ');
            most(&met.words, whole).unwrap_or_else(|| known.name.clone())
        }
        Thing::Matter(_) => most(&met.words, |_| true).unwrap_or_default(),
    };
    let terms = terms(&tokens(&words));
    let about = terms.iter().filter_map(|term| names.often.get(term)).min().copied().unwrap_or_default();
    let plain = !terms.is_empty() && !words.contains([',', ':', '“']);
    plain.then_some(Spoken { thing, met, words, terms, about })
}

/// The first few, each of which has words of its own.
fn apart_from_each_other<'a>(found: impl Iterator<Item = &'a Spoken>) -> Vec<&'a Spoken> {
    let mut told: Vec<&Spoken> = Vec::new();
    for it in found {
        if told.len() < MOST && told.iter().all(|other| other.terms.is_disjoint(&it.terms)) {
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

/// What a statement speaks of, each with its words: nothing, where it is a line of its site.
fn things(names: &Names<'_>, place: Place) -> BTreeMap<Thing, String> {
    let findings = names.findings;
    let statement = findings.reports.statement(place);
    let mut things: BTreeMap<Thing, String> = BTreeMap::new();
    let title = findings.reports.documents[place.document as usize].document.title.as_str();
    if names.lines.contains(title) && title.contains(findings.reports.words_of(place).trim_end_matches('.')) {
        return things;
    }
    for mention in &statement.participants {
        let Some(entity) = findings.entities.find(&mention.name) else { continue };
        let known = &findings.entities.list[entity as usize];
        // Whose report it is says nothing of its story.
        if statement.holders.iter().any(|holder| holder.cue.is_none() && holder.name == mention.name) {
            continue;
        }
        // A family name of which nobody tells whose it is names nobody.
        if known.kind != EntityKind::Person || known.name.contains(' ') {
            things.insert(Thing::Named(entity), mention.name.clone());
        }
    }
    let subject = statement.subject.map(|subject| findings.reports.cut(place.document, subject)).unwrap_or_default();
    for text in [subject, findings.reports.words_of(place)] {
        let found = tokens(text);
        for (at, token) in found.iter().enumerate() {
            let long = token.folded.len() >= LONG && !is_in(VAGUE, &token.folded) && !counts(&token.folded);
            let noun = long && token.folded.chars().all(char::is_alphabetic) && !token.folded.ends_with("ing");
            let plain = token.text.starts_with(char::is_lowercase) && !token.term.is_empty();
            let met = names.usage.is_noun(&token.folded) && !names.usage.is_verb(&token.folded);
            if plain && met && (noun && !describes(names, &found, at) || is_matter(&token.folded)) {
                things.insert(Thing::Matter(token.term.clone()), token.folded.clone());
            }
        }
    }
    things
}

/// Whether the word at `at` tells of what kind another is, "foreign trade", or what something is like, "the cause is unknown".
fn describes(names: &Names<'_>, found: &[Token<'_>], at: usize) -> bool {
    let next = found.get(at + 1).filter(|next| !next.apart && !next.term.is_empty());
    let before = at.checked_sub(1).map_or("", |before| found[before].folded.as_str());
    let like = LIKE.iter().any(|end| found[at].folded.ends_with(end));
    let (noun, verb) = (|word: &str| names.usage.is_noun(word), |word: &str| names.usage.is_verb(word));
    like || next.is_some_and(|next| !verb(&next.folded) || noun(&next.folded))
        || is_in("is are was were be been being very more most so too as in less rather somewhat quite", before)
}

/// How words end that tell what something is like; some nouns end so, and are done without.
const LIKE: [&str; 10] = ["able", "ible", "ous", "ful", "less", "al", "ic", "ive", "ant", "ar"];

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
