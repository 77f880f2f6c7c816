//! Sentences that stand word for word in reports of something else: a site's teaser, its rules for comments, an offer. They tell
//! nothing of the reports that they stand in.

use super::vectors::Term;
use super::vocabulary::Sort;
use crate::ground::maps::{Map, Set};
use crate::ground::reports::Reports;

/// Reports in which a sentence stands word for word, from which on it may be their site's.
const REPORTS: usize = 3;

/// Words that mean something in such a sentence, at least.
const LONG: usize = 3;

/// Reports that have one and the same sentence, from which on half of its words at most are met elsewhere in them; of a rarer one none is.
const MANY: usize = 8;

/// Statements of a report of its own at least: a brief hardly says a word twice.
const OWN: usize = 6;

/// A sentence of a report.
struct Sentence {
    document: u32,
    /// Indices of its statements.
    statements: Vec<usize>,
}

/// How many statements of a report stand in no such sentence, with their terms, and how many do.
#[derive(Default)]
struct Own {
    statements: usize,
    again: usize,
    terms: Set<Term>,
}

/// Indices of the statements (by [`Reports::places`], with the `terms` of each) in such sentences.
pub(super) fn teasers(reports: &Reports<'_>, terms: &[&[(Term, Sort)]]) -> Vec<usize> {
    let mut by_words: Map<&str, Vec<Sentence>> = Map::default();
    let mut lines: Vec<&str> = Vec::with_capacity(reports.places.len());
    for (index, &place) in reports.places.iter().enumerate() {
        let words = reports.cut(place.document, reports.statement(place).sentence);
        lines.push(words);
        let found = by_words.entry(words).or_default();
        match found.last_mut().filter(|sentence| sentence.document == place.document) {
            Some(sentence) => sentence.statements.push(index),
            None => found.push(Sentence { document: place.document, statements: vec![index] }),
        }
    }
    // What several outlets print word for word is an agency's, and what somebody says is somebody's.
    by_words.retain(|_, found| {
        let outlet = |sentence: &Sentence| &reports.documents[sentence.document as usize].document.outlet;
        let own_voice = |&at: &usize| {
            let statement = reports.statement(reports.places[at]);
            statement.holders.len() < 2 && statement.quotes.is_empty()
        };
        let first = outlet(&found[0]);
        found.len() >= if first.is_some() { REPORTS } else { MANY }
            && found.iter().all(|sentence| outlet(sentence) == first)
            && found.iter().flat_map(|sentence| &sentence.statements).all(own_voice)
    });
    if by_words.is_empty() {
        return Vec::new();
    }
    let mut own: Map<u32, Own> = Map::default();
    for (index, &place) in reports.places.iter().enumerate() {
        let own = own.entry(place.document).or_default();
        if by_words.contains_key(lines[index]) {
            own.again += 1;
        } else {
            own.statements += 1;
            own.terms.extend(terms[index].iter().map(|(term, _)| *term));
        }
    }
    let is_foreign = |sentence: &Sentence, many: bool| {
        let own = &own[&sentence.document];
        let told: Set<Term> = sentence.statements.iter().flat_map(|&at| terms[at]).map(|(term, _)| *term).collect();
        let known = told.iter().filter(|term| own.terms.contains(term)).count();
        // A copy repeats what it copies.
        let is_whole = own.statements >= OWN && own.again <= own.statements;
        is_whole && told.len() >= LONG && (known == 0 || many && known * 2 <= told.len())
    };
    let mut teasers: Vec<usize> = Vec::new();
    for found in by_words.values() {
        let strange = found.iter().filter(|sentence| is_foreign(sentence, found.len() >= MANY)).count();
        if strange * 3 >= found.len() * 2 {
            teasers.extend(found.iter().flat_map(|sentence| &sentence.statements));
        }
    }
    model::order::sort(&mut teasers);
    teasers
}
