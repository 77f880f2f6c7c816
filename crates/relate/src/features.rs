//! What a statement is compared by.

use std::collections::HashMap;

use model::{EntityKind, Polarity, Quantity, Role, When};

use crate::entities::Entities;
use crate::reports::{Place, Reports};
use crate::words::{Stems, fold, words};
use crate::{countries, lexicon};

/// Index of a word, a family of words, a country or an entity in the vocabulary of one corpus.
pub(crate) type Term = u32;

/// A sparse vector of length one: terms in rising order with their weights.
pub(crate) type Vector = Vec<(Term, f32)>;

/// What one statement is compared by.
#[allow(dead_code, reason = "weighed by the similarity that follows")]
pub(crate) struct Features {
    /// The document.
    pub document: u32,
    /// All its terms.
    pub terms: Vector,
    /// The terms that name a kind of event.
    pub events: Vector,
    /// The terms that name somebody or something.
    pub names: Vector,
    /// Its numbers that are no dates.
    pub quantities: Vec<Quantity>,
    /// When it happened or is due.
    pub when: Option<When>,
    /// Whether it says that something is not so.
    pub negated: bool,
    /// How near it stands to the top of its document: 1 for the title and the first paragraph, falling to 0.
    pub lead: f32,
}

/// The features of all statements, and of all documents as wholes.
pub(crate) struct Space {
    /// By statement, in order of [`Reports::places`].
    pub statements: Vec<Features>,
    /// By document: what it is about, its title and first paragraphs counting most.
    pub documents: Vec<Vector>,
}

/// What a term stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Word,
    Event,
    Name,
}

/// The terms of one statement before weighing.
struct Bag {
    place: Place,
    terms: Vec<(Term, Sort)>,
    lead: f32,
}

/// Reads the features of all statements.
pub(crate) fn space(reports: &Reports<'_>, entities: &Entities) -> Space {
    let mut vocabulary = Vocabulary::default();
    let mut bags = Vec::with_capacity(reports.places.len());
    for &place in &reports.places {
        bags.push(bag(reports, entities, place, &mut vocabulary));
    }
    let documents = reports.documents.len();
    let rarity = rarity(&bags, vocabulary.known.len(), documents);
    let mut contexts: Vec<HashMap<Term, f32>> = vec![HashMap::new(); documents];
    for bag in &bags {
        let context = &mut contexts[bag.place.document as usize];
        for &(term, _) in &bag.terms {
            *context.entry(term).or_default() += rarity[term as usize] * (0.3 + bag.lead);
        }
    }
    let statements = bags.iter().map(|bag| features(reports, bag, &rarity)).collect();
    let documents = contexts.into_iter().map(|c| unit(c.into_iter().collect())).collect();
    Space { statements, documents }
}

/// Terms, numbered in order of appearance.
#[derive(Default)]
struct Vocabulary {
    known: HashMap<String, Term>,
    stems: Stems,
}

impl Vocabulary {
    fn term(&mut self, name: String) -> Term {
        let next = self.known.len() as Term;
        *self.known.entry(name).or_insert(next)
    }

    /// The term of a folded word, and what it stands for; `None` for empty words and bare numbers.
    fn word(&mut self, folded: &str) -> Option<(Term, Sort)> {
        if let Some(country) = countries::country(folded) {
            return Some((self.term(format!("@{country}")), Sort::Name));
        }
        if lexicon::is_empty_word(folded) || folded.len() < 2 || !folded.chars().any(char::is_alphabetic) {
            return None;
        }
        let stem = self.stems.of(folded);
        Some(match lexicon::family(&stem) {
            Some(family) => (self.term(format!("*{family}")), Sort::Event),
            None => (self.term(stem), Sort::Word),
        })
    }
}

fn bag(reports: &Reports<'_>, entities: &Entities, place: Place, vocabulary: &mut Vocabulary) -> Bag {
    let statement = reports.statement(place);
    let mut terms: Vec<(Term, Sort)> = Vec::new();
    for word in words(reports.words_of(place)) {
        let lower = word.text.to_lowercase();
        // "US" is a country, "us" is not.
        if lower == "us" && word.text != "US" {
            continue;
        }
        if let Some((term, sort)) = vocabulary.word(&fold(word.text)) {
            let capital = word.start > 0 && word.text.chars().next().is_some_and(char::is_uppercase);
            terms.push((term, if sort == Sort::Word && capital { Sort::Name } else { sort }));
        }
    }
    for mention in &statement.participants {
        if mention.kind == EntityKind::Person
            && let Some(index) = entities.find(&mention.name)
        {
            terms.push((vocabulary.term(format!("={}", entities.list[index as usize].id)), Sort::Name));
        }
    }
    terms.sort_by_key(|&(term, sort)| (term, sort != Sort::Name));
    terms.dedup_by_key(|&mut (term, _)| term);
    Bag { place, terms, lead: lead(reports, place) }
}

/// 1 for the title and the first paragraph of the report, less for each that follows.
fn lead(reports: &Reports<'_>, place: Place) -> f32 {
    let document = &reports.documents[place.document as usize].document;
    let passage = reports.statement(place).passage as usize;
    let before = document.passages.iter().take(passage).filter(|p| p.role == Role::Body).count();
    1.0 / (1.0 + before as f32)
}

/// How rare each term is: the logarithm of the share of documents and of statements that have it.
fn rarity(bags: &[Bag], terms: usize, documents: usize) -> Vec<f32> {
    let mut last = vec![u32::MAX; terms];
    let mut in_documents = vec![0_u32; terms];
    let mut in_statements = vec![0_u32; terms];
    for bag in bags {
        for &(term, _) in &bag.terms {
            let t = term as usize;
            in_statements[t] += 1;
            if last[t] != bag.place.document {
                last[t] = bag.place.document;
                in_documents[t] += 1;
            }
        }
    }
    let statements = bags.len() as f32;
    (0..terms)
        .map(|t| {
            let by_statement = ((statements + 1.0) / (in_statements[t] as f32 + 0.5)).ln();
            let by_document = ((documents as f32 + 1.0) / (in_documents[t] as f32 + 0.5)).ln();
            (0.5 * by_statement + 0.5 * by_document).max(0.05)
        })
        .collect()
}

fn features(reports: &Reports<'_>, bag: &Bag, rarity: &[f32]) -> Features {
    let statement = reports.statement(bag.place);
    let of = |wanted: Option<Sort>| {
        unit(
            bag.terms
                .iter()
                .filter(|(_, sort)| wanted.is_none_or(|w| w == *sort))
                .map(|&(term, _)| (term, rarity[term as usize]))
                .collect(),
        )
    };
    Features {
        document: bag.place.document,
        terms: of(None),
        events: of(Some(Sort::Event)),
        names: of(Some(Sort::Name)),
        quantities: statement.quantities.clone(),
        when: statement.time.clone(),
        negated: statement.polarity == Polarity::Negated,
        lead: bag.lead,
    }
}

/// Sorted, and scaled to length one.
fn unit(mut vector: Vector) -> Vector {
    vector.sort_by_key(|&(term, _)| term);
    let length = vector.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|(_, w)| *w /= length);
    }
    vector
}

/// The cosine of two vectors of length one.
pub(crate) fn cosine(a: &[(Term, f32)], b: &[(Term, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while i < a.len() && j < b.len() {
        match a[i].0.cmp(&b[j].0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += a[i].1 * b[j].1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
}
