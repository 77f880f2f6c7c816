//! What a statement is made of: its predicate with the roles around it, its numbers, how it is meant.

use std::ops::Range;

use model::{Commitment, EntityKind, Mention, Polarity, Span, Statement, Tense};

use super::asides::by_the_way;
use super::deeds;
use super::vectors::Term;
use super::vocabulary::{Sort, Vocabulary};
use crate::entities::Entities;
use crate::ground::maps::Map;
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{Word, folded, is_in, words};
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
    /// What is done, and the noun for that to which it is done.
    pub deed: Option<(Term, Term)>,
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
    /// How many words of negation it has: "the memo shows that he never left" says not what its own verb says.
    pub nots: usize,
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
    /// Whether it is said by the way: in a relative clause, an apposition, or what a comma sets apart behind the verb.
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
const CONDITIONS: &[&str] = &["if", "unless", "whether"];

/// Verbs that leave open whether it is so, up to the verb that is turned on: behind it they are another clause's.
const OPEN: &[&str] = &["would", "could", "might"];

/// Words by term, each once; as a name where it is one anywhere.
#[inline(never)]
pub(crate) fn each_once(mut bag: Vec<(Term, Sort, f32)>) -> Vec<(Term, Sort, f32)> {
    model::order::sort_by_key(&mut bag, |t| (t.0, t.1 != Sort::Name));
    bag.dedup_by_key(|t| t.0);
    bag
}

impl Said {
    /// Of the statement at a place, with its words; how rare its words are is still open.
    pub(super) fn new(
        reports: &Reports<'_>,
        entities: &Entities,
        place: Place,
        found: &[Word<'_>],
        terms: &[(Term, Sort, usize)],
        vocabulary: &mut Vocabulary,
    ) -> Self {
        let statement = reports.statement(place);
        let text = reports.words_of(place);
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
        let mut terms = with_people(entities, statement, terms, within, vocabulary);
        terms.retain(|t| !frame.iter().any(|range| range.contains(&t.2)));
        let terms = terms.as_slice();
        let main = statement.clause.as_ref().map(|clause| within(clause.verb).start);
        let turns = statement.clause.as_ref().map_or(text.len(), |clause| within(clause.verb).end);
        let by_the_way = by_the_way(text, found, main);
        let aside = |at: usize| by_the_way.iter().any(|range| range.contains(&at));
        let order = terms.iter().map(|&(term, sort, at)| Token { term, sort, rarity: 0.0, aside: aside(at) }).collect();
        let mut said = Self {
            order,
            words: all.iter().map(|word| ids::digest([word.as_str()]) as u32).collect(),
            numbers: numbers(statement),
            negated: statement.polarity == Polarity::Negated || lexicon::says_unknown(found),
            nots: all.iter().filter(|word| is_negation(word)).count(),
            denied: statement.commitment == Commitment::Denied,
            expected: statement.commitment == Commitment::Expected,
            conditional: found.iter().zip(&all).any(|(word, folded)| {
                !aside(word.start)
                    && (CONDITIONS.contains(&folded.as_str()) || OPEN.contains(&folded.as_str()) && word.start < turns)
            }) || text.trim_end().ends_with('?'),
            ..Self::default()
        };
        let Some(clause) = &statement.clause else { return said };
        let (head, verb) = (within(clause.head), within(clause.verb));
        let head = turns_on(text, head);
        said.passive = clause.passive;
        said.modal = clause.tense == Tense::Modal;
        let word = folded(text.get(head.clone()).unwrap_or_default()).into_owned();
        let subject = clause.subject.or(statement.subject);
        // "Berg's planned visit", "at the time of her travels": no verb, whatever it was taken for.
        let before = text.get(..verb.start).unwrap_or_default().trim_end();
        let own = |word: &str| is_in("her his its their our my your", word);
        let owner = before.ends_with("'s")
            || before.ends_with("’s")
            || words(before).last().is_some_and(|word| own(&folded(word.text)));
        said.verb = (!word.is_empty() && !owner).then(|| vocabulary.verb(&word));
        let span = subject.filter(|span| span.start >= statement.span.start).map(within);
        said.subject = match (&span, subject) {
            (Some(span), _) => terms.iter().filter(|t| span.contains(&t.2)).map(|t| t.0).collect(),
            // A subject that it shares with the clause before it stands outside of it.
            (None, Some(span)) if !statement.participants.iter().any(|m| meets(m, span)) => {
                let cut = reports.cut(place.document, span);
                let words = super::vocabulary::terms(cut, &words(cut), vocabulary);
                words.into_iter().map(|(term, _, _)| term).collect()
            }
            (None, Some(_)) => Vec::new(),
            (None, None) => Vec::new(),
        };
        said.pronoun = subject.and_then(|span| pronoun(reports.cut(place.document, span)));
        if let Some(span) = subject {
            for mention in statement.participants.iter().filter(|m| meets(m, span)) {
                said.subject.extend(names(entities, vocabulary, mention));
            }
        }
        said.deed = if said.passive && span.is_none() {
            None
        } else {
            let patient = span.as_ref().filter(|_| said.passive);
            said.verb.and_then(|_| deeds::deed(text, (found, &all), &head, patient, vocabulary))
        };
        said.front = said.subject.clone();
        said.front.extend(terms.iter().filter(|t| t.2 < verb.start).map(|t| t.0));
        for mention in statement.participants.iter().filter(|m| m.span.end <= clause.verb.start) {
            said.front.extend(names(entities, vocabulary, mention));
        }
        said.behind = terms.iter().filter(|t| t.2 >= verb.end).map(|t| t.0).collect();
        let behind = |m: &&Mention| m.span.start >= clause.verb.end;
        for mention in statement.participants.iter().filter(behind) {
            said.behind.extend(names(entities, vocabulary, mention));
        }
        for role in [&mut said.subject, &mut said.front, &mut said.behind] {
            model::order::sort(role);
            role.dedup();
        }
        said
    }

    /// Its words that mean something outside of relative clauses, each once, by term.
    pub(crate) fn main_words(&self) -> Vec<(Term, Sort, f32)> {
        each_once(self.order.iter().filter(|t| !t.aside).map(|t| (t.term, t.sort, t.rarity)).collect())
    }

    /// Whether one says not what the other says: polarity tells of the verb alone, and "they say that he never left" and "he
    /// never left" are one.
    pub(crate) fn negates(&self, other: &Self) -> bool {
        self.negated != other.negated && (self.nots != other.nots || self.nots == 0)
    }

    /// Fills in how rare its words are; each is kept once.
    pub(super) fn weigh(&mut self, rarity: &Map<Term, f32>) {
        for token in &mut self.order {
            token.rarity = rarity.get(&token.term).copied().unwrap_or_default();
        }
    }
}

fn is_negation(folded: &str) -> bool {
    is_in("not never no none neither nobody nothing cannot", folded) || folded.ends_with("n't")
}

fn meets(mention: &Mention, span: Span) -> bool {
    mention.span.start < span.end && span.start < mention.span.end
}

/// The terms of a statement, in order, in which each person is one term, by whatever name or pronoun and also where they
/// stand before it; and a thing by its name where it stands as a pronoun.
fn with_people(
    entities: &Entities,
    statement: &Statement,
    terms: &[(Term, Sort, usize)],
    within: impl Fn(Span) -> Range<usize>,
    vocabulary: &mut Vocabulary,
) -> Vec<(Term, Sort, usize)> {
    let mut found = terms.to_vec();
    for mention in &statement.participants {
        let range = if mention.span.start < statement.span.start { 0..0 } else { within(mention.span) };
        let known = found.iter().any(|term| range.contains(&term.2));
        let person = mention.kind == EntityKind::Person;
        if !person && (known || range.is_empty()) {
            continue;
        }
        let named = names(entities, vocabulary, mention);
        if person && !named.is_empty() {
            found.retain(|term| !range.contains(&term.2));
        }
        found.extend(named.into_iter().map(|term| (term, Sort::Name, range.start)));
    }
    model::order::sort_by_key(&mut found, |term| term.2);
    found
}

/// Where the verb stands that a text turns on, as bytes: what is begun or goes on is what is said ("began loading",
/// "continued to load").
pub(crate) fn turns_on(text: &str, head: Range<usize>) -> Range<usize> {
    const ASPECTS: &str = "began begin begins begun beginning started start starts continue continued continues kept keep keeps \
        resume resumed expected scheduled due likely planned supposed plans plan planning intends intend intended";
    let word = folded(text.get(head.clone()).unwrap_or_default());
    if !is_in(ASPECTS, &word) {
        return head;
    }
    let behind = text.get(head.end..).unwrap_or_default();
    let found = words(behind);
    let range = |word: &Word<'_>| head.end + word.start..head.end + word.end;
    match found.as_slice() {
        [to, verb, ..] if to.text == "to" => range(verb),
        [verb, ..] if verb.text.ends_with("ing") => range(verb),
        _ => head,
    }
}

/// The pronoun that words are, where they are one.
fn pronoun(words: &str) -> Option<&'static str> {
    ["he", "she", "it", "they"].into_iter().find(|pronoun| words.trim().eq_ignore_ascii_case(pronoun))
}

/// The terms of whom a mention means.
fn names(entities: &Entities, vocabulary: &mut Vocabulary, mention: &Mention) -> Vec<Term> {
    if mention.kind == EntityKind::Person {
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
