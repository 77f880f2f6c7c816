//! What a statement is made of: its predicate with the roles around it, its numbers, how it is meant.

use std::collections::HashMap;

use model::{Commitment, Polarity, Span, Statement, Tense};

use super::asides::relative;
use super::vectors::Term;
use super::vocabulary::{Sort, Vocabulary};
use crate::entities::Entities;
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{folded, words};
use crate::ground::{ids, lexicon};

/// What one statement is made of.
#[derive(Default)]
pub(crate) struct Said {
    /// Its words that mean something, in order, each with what it stands for and how rare it is in its area.
    pub order: Vec<Token>,
    /// All its words, folded and digested, in order.
    pub words: Vec<u32>,
    /// The full verb that it turns on.
    pub verb: Option<Term>,
    /// Whether that verb is passive.
    pub passive: bool,
    /// Terms of its subject, rising.
    pub subject: Vec<Term>,
    /// Its subject, where that is only a pronoun for somebody or something else than who speaks.
    pub pronoun: Option<&'static str>,
    /// Terms in front of its verb and of its subject, rising.
    pub front: Vec<Term>,
    /// Terms behind its verb, rising.
    pub behind: Vec<Term>,
    /// Its numbers.
    pub numbers: Vec<Number>,
    /// Whether it says that something is not so.
    pub negated: bool,
    /// Whether its document denies or doubts it.
    pub denied: bool,
    /// Whether it says what is yet to come.
    pub expected: bool,
    /// Whether it says what may, should or must be.
    pub modal: bool,
    /// Whether it is only said to be so under a condition, or asked.
    pub conditional: bool,
}

/// A word that means something.
#[derive(Clone, Copy)]
pub(crate) struct Token {
    pub term: Term,
    pub sort: Sort,
    /// How rare it is in its area.
    pub rarity: f32,
    /// Whether it stands in a relative clause, which says something by the way.
    pub aside: bool,
}

/// A number with what it counts.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Number {
    pub low: f64,
    pub high: f64,
    /// The digest of its unit.
    pub unit: u64,
}

/// Words that set a condition or ask.
const CONDITIONS: &[&str] = &["if", "unless", "whether", "would", "could", "might"];

impl Said {
    /// Of the statement at a place; how rare its words are is still open.
    pub(super) fn new(
        reports: &Reports<'_>,
        entities: &Entities,
        place: Place,
        terms: &[(Term, Sort, usize)],
        vocabulary: &mut Vocabulary,
    ) -> Self {
        let statement = reports.statement(place);
        let text = reports.words_of(place);
        let found = words(text);
        let all: Vec<String> = found.iter().map(|word| folded(word.text).into_owned()).collect();
        // Byte offsets within the statement of a span of the document.
        let within = |span: Span| {
            let start = reports.texts[place.document as usize].byte(statement.span.start);
            let byte = |at: u32| reports.texts[place.document as usize].byte(at.max(statement.span.start)) - start;
            byte(span.start)..byte(span.end)
        };
        // Who says it, and that it is said, is no part of what is said.
        let frame = statement.holders.iter().skip(1).flat_map(|holder| [holder.span, holder.cue]).flatten();
        let frame: Vec<_> = frame.filter(|span| span.start >= statement.span.start).map(within).collect();
        let terms: Vec<(Term, Sort, usize)> =
            terms.iter().copied().filter(|t| !frame.iter().any(|range| range.contains(&t.2))).collect();
        let terms = terms.as_slice();
        let main = statement.clause.as_ref().map(|clause| within(clause.verb).start);
        let relative = relative(text, main);
        let aside = |at: usize| relative.iter().any(|range| range.contains(&at));
        let order = terms.iter().map(|&(term, sort, at)| Token { term, sort, rarity: 0.0, aside: aside(at) }).collect();
        let mut said = Self {
            order,
            words: all.iter().map(|word| ids::digest([word.as_str()]) as u32).collect(),
            numbers: numbers(statement),
            negated: statement.polarity == Polarity::Negated || lexicon::says_unknown(text),
            denied: statement.commitment == Commitment::Denied,
            expected: statement.commitment == Commitment::Expected,
            conditional: all.iter().any(|word| CONDITIONS.contains(&word.as_str())) || text.trim_end().ends_with('?'),
            ..Self::default()
        };
        let Some(clause) = &statement.clause else { return said };
        let (head, verb) = (within(clause.head), within(clause.verb));
        said.passive = clause.passive;
        said.modal = clause.tense == Tense::Modal;
        let word = folded(text.get(head).unwrap_or_default()).into_owned();
        said.verb = (!word.is_empty()).then(|| vocabulary.verb(&word));
        let subject = clause.subject.or(statement.subject);
        let span = subject.filter(|span| span.start >= statement.span.start).map(within);
        said.subject = match (&span, subject) {
            (Some(span), _) => terms.iter().filter(|t| span.contains(&t.2)).map(|t| t.0).collect(),
            // A subject that it shares with the clause before it stands outside of it.
            (None, Some(span)) => super::space::terms(reports.cut(place.document, span), vocabulary)
                .into_iter()
                .map(|(term, _, _)| term)
                .collect(),
            (None, None) => Vec::new(),
        };
        said.pronoun = subject.and_then(|span| pronoun(reports.cut(place.document, span)));
        if let Some(span) = subject {
            for mention in statement.participants.iter().filter(|m| m.span.start < span.end && span.start < m.span.end)
            {
                said.subject.extend(names(entities, vocabulary, mention));
            }
        }
        said.front = said.subject.clone();
        said.front.extend(terms.iter().filter(|t| t.2 < verb.start).map(|t| t.0));
        for mention in statement.participants.iter().filter(|m| m.span.end <= clause.verb.start) {
            said.front.extend(names(entities, vocabulary, mention));
        }
        said.behind = terms.iter().filter(|t| t.2 >= verb.end).map(|t| t.0).collect();
        let behind = |m: &&model::Mention| m.span.start >= clause.verb.end;
        for mention in statement.participants.iter().filter(behind) {
            said.behind.extend(names(entities, vocabulary, mention));
        }
        for role in [&mut said.subject, &mut said.front, &mut said.behind] {
            role.sort_unstable();
            role.dedup();
        }
        said
    }

    /// Fills in how rare its words are; each is kept once.
    pub(super) fn weigh(&mut self, rarity: &HashMap<Term, f32>) {
        for token in &mut self.order {
            token.rarity = rarity.get(&token.term).copied().unwrap_or_default();
        }
    }
}

/// The pronoun that words are, where they are one.
fn pronoun(words: &str) -> Option<&'static str> {
    ["he", "she", "it", "they"].into_iter().find(|pronoun| words.trim().eq_ignore_ascii_case(pronoun))
}

/// The terms of whom a mention means.
fn names(entities: &Entities, vocabulary: &mut Vocabulary, mention: &model::Mention) -> Vec<Term> {
    if mention.kind == model::EntityKind::Person {
        let entity = entities.find(&mention.name).map(|index| format!("={}", entities.list[index as usize].id));
        return entity.map(|name| vocabulary.term(name)).into_iter().collect();
    }
    words(&mention.name).iter().filter_map(|word| vocabulary.word(word.text)).map(|(term, _)| term).collect()
}

fn numbers(statement: &Statement) -> Vec<Number> {
    let bound = |value: Option<f64>, open: f64| value.unwrap_or(open);
    let number = |q: &model::Quantity| {
        let (low, high) = (bound(q.low, f64::MIN), bound(q.high, f64::MAX));
        let slack = if q.rough { 0.15 } else { 0.0 };
        Number { low: low * (1.0 - slack), high: high * (1.0 + slack), unit: ids::digest([q.unit.as_str()]) }
    };
    statement.quantities.iter().map(number).collect()
}
