//! What most of the statements of a story speak of that nothing names, and whether two names are told apart.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, EntityKind, Story};

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
    home house period basis rate average pct percent dlrs mln billion million tonnes tonne tons right left sense back great long";

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

/// A line for a story: how many reports tell it, and what most of its statements speak of.
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
    let enough = |met: &Met| {
        // Half of two is one.
        met.documents.len() > 1.min(documents.len() - 1)
            && met.statements * 100 >= places.len() * STATEMENTS
            && met.documents.len() * 100 >= documents.len() * REPORTS
    };
    let mut found: Vec<(Thing, Met)> = met.into_iter().filter(|(_, met)| enough(met)).collect();
    model::order::sort_by_cached_key(&mut found, |(thing, met)| (std::cmp::Reverse(met.statements), thing.clone()));
    let mut told: Vec<String> = Vec::new();
    // Of what all documents are about, where nothing else is shared.
    let mut wide: Vec<(String, bool)> = Vec::new();
    let mut all = true;
    for (thing, met) in found {
        let words = match &thing {
            // In full, as most of them write it.
            Thing::Named(entity) => {
                let known = &names.findings.entities.list[*entity as usize];
                let whole = |words: &str| known.kind != EntityKind::Person || words.contains(' ');
                most(met.words, whole).unwrap_or_else(|| known.name.clone())
            }
            Thing::Matter(_) => most(met.words, |_| true).unwrap_or_default(),
        };
        let own = terms(&tokens(&words));
        let known = told.iter().any(|other| !own.is_disjoint(&terms(&tokens(other))));
        // What all documents are about tells no story from another.
        let about = own.iter().filter_map(|term| names.often.get(term)).min().copied().unwrap_or_default();
        if own.is_empty() || known || words.contains([',', ':', '“']) {
            continue;
        }
        let whole = met.documents.len() == documents.len();
        if about * ABOUT > names.about.len() {
            wide.push((words, whole));
            continue;
        }
        all &= whole;
        told.push(words);
        if told.len() == MOST {
            break;
        }
    }
    if told.is_empty() {
        wide.truncate(MOST);
        all = wide.iter().all(|(_, whole)| *whole);
        told = wide.into_iter().map(|(words, _)| words).collect();
    }
    Story::counted(documents.len(), &told, all)
}

/// The words that are met most often, of those that will do.
fn most(words: BTreeMap<String, usize>, will_do: impl Fn(&str) -> bool) -> Option<String> {
    let found = words.into_iter().filter(|(words, _)| will_do(words));
    found.max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0))).map(|(words, _)| words)
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
    let like = ["able", "ible", "ous", "ful", "less"].iter().any(|end| found[at].folded.ends_with(end));
    like || next.is_some_and(|next| !names.usage.is_verb(&next.folded))
        || is_in("is are was were be been being very more most so too as", before)
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
