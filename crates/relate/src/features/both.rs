//! Whom "the two countries" and "both leaders" stand for.

use std::collections::BTreeMap;

use model::EntityKind;

use crate::entities::Entities;
use crate::ground::countries;
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{Word, folded, words};

/// Nouns that stand for countries, and for people.
const COUNTRIES: &[&str] =
    &["countries", "nations", "states", "sides", "governments", "capitals", "neighbours", "neighbors"];
const PEOPLE: &[&str] = &["leaders", "presidents", "ministers", "men", "women", "politicians", "heads"];

/// Sentences of a document that are looked at for the countries it names most: a book does not say at its end.
const SENTENCES: usize = 100;

/// Mentions before a statement that are looked at for two people.
const MENTIONS: usize = 60;

/// The terms of the two countries or people that a statement means without naming them: of countries those that its
/// document names most, of people those that it named last. `found` are its words.
pub(crate) fn named(reports: &Reports<'_>, entities: &Entities, place: Place, found: &[Word<'_>]) -> Vec<String> {
    let pair = |nouns: &[&str]| {
        found.windows(2).any(|w| matches!(&*folded(w[0].text), "both" | "two") && nouns.contains(&&*folded(w[1].text)))
    };
    if pair(COUNTRIES) {
        return most_named(reports, place.document);
    }
    if pair(PEOPLE) { last_named(reports, entities, place) } else { Vec::new() }
}

fn most_named(reports: &Reports<'_>, document: u32) -> Vec<String> {
    let report = reports.documents[document as usize];
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for sentence in report.sentences.iter().take(SENTENCES) {
        for word in words(reports.cut(document, *sentence)) {
            if word.text.starts_with(char::is_uppercase)
                && let Some(country) = countries::country(&folded(word.text))
            {
                *counts.entry(country).or_default() += 1;
            }
        }
    }
    let mut order: Vec<(&str, usize)> = counts.into_iter().collect();
    model::order::sort_by_key(&mut order, |&(_, count)| std::cmp::Reverse(count));
    order.iter().take(2).map(|(country, _)| format!("@{country}")).collect()
}

fn last_named(reports: &Reports<'_>, entities: &Entities, place: Place) -> Vec<String> {
    let report = reports.documents[place.document as usize];
    let start = reports.statement(place).span.start;
    let mut found: Vec<String> = Vec::new();
    let before = report.mentions.partition_point(|m| m.span.start < start);
    let near = report.mentions[..before].iter().rev().take(MENTIONS);
    for mention in near.filter(|m| m.kind == EntityKind::Person) {
        if let Some(entity) = entities.find(&mention.name) {
            let term = format!("={}", entities.list[entity as usize].id);
            if !found.contains(&term) {
                found.push(term);
            }
        }
        if found.len() == 2 {
            break;
        }
    }
    found
}
