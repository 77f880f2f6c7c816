//! What a statement is compared by.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use model::cores::{Cores, map};
use model::{Commitment, Day, EntityKind, Grain, Polarity, Statement};

use super::asides::reason;
use super::said::Said;
use super::vectors::{Term, Vector, cosine, unit};
use super::vocabulary::{Sort, Vocabulary, terms};
use super::{areas, both};
use crate::entities::Entities;
use crate::ground::maps::Map;
use crate::ground::reports::{Place, Reports};
use crate::ground::roles::is_unnamed;
use crate::ground::words::words;
use crate::ground::{countries, denials, lexicon};

/// What one statement is compared by.
pub(crate) struct Features {
    /// The document.
    pub document: u32,
    /// The terms of its own words.
    pub terms: Vector,
    /// Its terms and, at a lower weight, those of the rest of its sentence: a clause leaves out what the one before says.
    pub wide: Vector,
    /// The terms of `wide` that name a kind of event.
    pub events: Vector,
    /// The terms of `wide` that name somebody or something.
    pub names: Vector,
    /// Where its sentence begins in the document.
    pub sentence: u32,
    /// The day on which it has something happen, with how rare it is among the documents of the area.
    pub day: Option<(Day, f32)>,
    /// The first and the last day on which it has something happen, where it gives these closely.
    pub days: Option<(Day, Day)>,
    /// The places that it names, as terms in rising order.
    pub places: Vec<Term>,
    /// The first and the last day of the time that it gives, where that is a year or less.
    pub time: Option<(Day, Day)>,
    /// The people on whose word it stands, as indices of entities.
    pub speakers: Vec<u32>,
    /// Whether it says what is yet to come.
    pub expected: bool,
    /// Whether it says that something is not so.
    pub denied: bool,
    /// What it is made of.
    pub said: Said,
    /// Index of the statement before it that it denies without saying what that is: "Berg denies it".
    pub denies: Option<u32>,
    /// How near it stands to the top of its document: 1 for the title and the first sentence, falling to 0. News tells
    /// its main event first (the inverted pyramid).
    pub lead: f32,
}

/// The features of all statements, and of all documents as wholes.
pub(crate) struct Space {
    /// By statement, in order of [`Reports::places`].
    pub statements: Vec<Features>,
    /// By document: what it is about, its title and first paragraphs counting most.
    pub documents: Vec<Vector>,
    /// By document: from 0, it stands alone, to 1, where [`STORY`] others tell the same story.
    pub support: Vec<f32>,
    /// By document: the first and the last day on which it can have been published; `None` where that is not known.
    pub published: Vec<Option<(Day, Day)>>,
    /// The documents that are compared with each other.
    pub areas: Vec<Area>,
    /// Pairs of documents that are alike enough to be compared, rising; none where all are one area.
    pub neighbours: Vec<(u32, u32)>,
}

impl Space {
    /// How sure it is, from 0 to 1, that two documents tell one story and that others tell it too.
    pub(crate) fn story(&self, a: u32, b: u32) -> f32 {
        if a == b || !close(self.published[a as usize], self.published[b as usize]) {
            return 0.0;
        }
        self.support[a as usize].min(self.support[b as usize])
    }
}

impl Space {
    /// Whether two documents are alike enough to be compared, though they may stand in different areas.
    pub(crate) fn are_neighbours(&self, a: u32, b: u32) -> bool {
        self.neighbours.binary_search(&(a.min(b), a.max(b))).is_ok()
    }

    /// How far one document stands alone that says both; 0 where two documents do.
    pub(crate) fn alone(&self, a: &Features, b: &Features) -> f32 {
        if a.document == b.document { 1.0 - self.support[a.document as usize] } else { 0.0 }
    }
}

/// Days over which reports of one story appear.
const STORY_DAYS: i32 = 14;

/// Whether two documents can have been published within [`STORY_DAYS`] of each other.
fn close(a: Option<(Day, Day)>, b: Option<(Day, Day)>) -> bool {
    a.zip(b).is_none_or(|((a, a_end), (b, b_end))| b.0 - a_end.0 <= STORY_DAYS && a.0 - b_end.0 <= STORY_DAYS)
}

/// Documents that write about one thing.
pub(crate) struct Area {
    /// Their indices, rising.
    pub documents: Vec<u32>,
    /// Indices of their statements, rising.
    pub statements: Vec<u32>,
}

/// The terms of one statement before weighing.
struct Bag {
    place: Place,
    terms: Vec<(Term, Sort)>,
    /// Terms of the rest of its sentence.
    around: Vec<(Term, Sort)>,
    lead: f32,
    /// Places that it names.
    places: Vec<Term>,
    speakers: Vec<u32>,
    /// Whether it says that something is not known.
    unknown: bool,
    said: Said,
}

/// Reads the features of all statements.
pub(crate) fn space(cores: &dyn Cores, reports: &Reports<'_>, entities: &Entities) -> Space {
    let mut vocabulary = Vocabulary::default();
    let mut bags = Vec::with_capacity(reports.places.len());
    for &place in &reports.places {
        bags.push(bag(reports, entities, place, &mut vocabulary));
    }
    let count = reports.documents.len();
    let mut counts: Vec<Map<Term, f32>> = vec![Map::default(); count];
    let made: Vec<Said> = bags.iter_mut().map(|bag| std::mem::take(&mut bag.said)).collect();
    for bag in &bags {
        for &(term, _) in &bag.terms {
            *counts[bag.place.document as usize].entry(term).or_default() += 1.0;
        }
    }
    let plain: Vec<Vector> = counts.into_iter().map(areas::plain_vector).collect();
    let mut first = vec![0_u32; count + 1];
    for place in &reports.places {
        first[place.document as usize + 1] += 1;
    }
    for document in 0..count {
        first[document + 1] += first[document];
    }
    let sizes: Vec<usize> = reports.documents.iter().map(|report| report.statements.len()).collect();
    let (areas, neighbours) = areas::areas(&plain, &sizes);
    let areas: Vec<Area> = areas
        .into_iter()
        .map(|documents| {
            let statements =
                documents.iter().flat_map(|&d| first[d as usize]..first[d as usize + 1]).collect::<Vec<u32>>();
            Area { documents, statements }
        })
        .collect();
    let made: Vec<Mutex<Said>> = made.into_iter().map(Mutex::new).collect();
    let read = map(cores, areas.len(), |at| {
        let area = &areas[at];
        let own: Vec<&Bag> = area.statements.iter().map(|&s| &bags[s as usize]).collect();
        let rarity = rarity(&own, area.documents.len());
        let days = days(reports, &own, area.documents.len());
        let mut contexts: BTreeMap<u32, Map<Term, f32>> = BTreeMap::new();
        let mut statements = Vec::with_capacity(own.len());
        for (bag, &index) in own.iter().zip(&area.statements) {
            let context = contexts.entry(bag.place.document).or_default();
            for (term, _) in &bag.terms {
                *context.entry(*term).or_default() += rarity[term] * (0.3 + bag.lead);
            }
            // Each stands in one area.
            let mut said = std::mem::take(&mut *made[index as usize].lock().unwrap_or_else(PoisonError::into_inner));
            said.weigh(&rarity);
            statements.push((index, features(reports, bag, said, &rarity, &days)));
        }
        let contexts = contexts.into_iter().map(|(document, context)| (document, unit(context.into_iter().collect())));
        (statements, contexts.collect::<Vec<(u32, Vector)>>())
    });
    let mut statements: Vec<Option<Features>> = bags.iter().map(|_| None).collect();
    let mut documents: Vec<Vector> = vec![Vector::new(); count];
    for (own, contexts) in read {
        own.into_iter().for_each(|(index, features)| statements[index as usize] = Some(features));
        contexts.into_iter().for_each(|(document, context)| documents[document as usize] = context);
    }
    let published: Vec<Option<(Day, Day)>> = reports
        .documents
        .iter()
        .map(|d| d.document.published.as_ref().and_then(|when| when.first.zip(when.last)))
        .collect();
    let support = support(&plain, &published, &areas);
    Space { statements: statements.into_iter().flatten().collect(), documents, support, published, areas, neighbours }
}

fn bag(reports: &Reports<'_>, entities: &Entities, place: Place, vocabulary: &mut Vocabulary) -> Bag {
    let statement = reports.statement(place);
    let text = reports.words_of(place);
    // Why something is expected is no part of it.
    let found = words(text);
    let said = if statement.commitment == Commitment::Expected { reason(text, &found) } else { text.len() };
    let before = found.partition_point(|word| word.start < said);
    let placed = terms(&text[..said], &found[..before], vocabulary);
    let made = Said::new(reports, entities, place, &found, &placed, vocabulary);
    let mut terms: Vec<(Term, Sort)> = placed.into_iter().map(|(term, sort, _)| (term, sort)).collect();
    for mention in &statement.participants {
        if mention.kind == EntityKind::Person
            && let Some(index) = entities.find(&mention.name)
        {
            terms.push((vocabulary.term(format!("={}", entities.list[index as usize].id)), Sort::Name));
        }
    }
    for named in both::named(reports, entities, place, &found) {
        terms.push((vocabulary.term(named), Sort::Name));
    }
    let mut around = Vec::new();
    if statement.span != statement.sentence || said < text.len() {
        let sentence = reports.cut(place.document, statement.sentence);
        let sentence = self::terms(sentence, &words(sentence), vocabulary);
        around = sentence.into_iter().map(|(term, sort, _)| (term, sort)).collect();
    }
    // That it is yet to come is counted by itself, whether it is planned, prepared or expected.
    if statement.commitment == Commitment::Expected {
        let ahead = ["*plan", "*expect", "set"].map(|family| vocabulary.term(family.to_owned()));
        terms.retain(|(term, _)| !ahead.contains(term));
        around.retain(|(term, _)| !ahead.contains(term));
    }
    settle(&mut terms);
    settle(&mut around);
    around.retain(|(term, _)| terms.binary_search_by_key(term, |&(own, _)| own).is_err());
    let unknown = lexicon::says_unknown(&found);
    let mut places: Vec<Term> = Vec::new();
    for mention in statement.participants.iter().filter(|mention| mention.kind == EntityKind::Place) {
        let name = crate::entities::key(entities.shown(&mention.name));
        let country = countries::country(&name).map(|country| format!("@{country}"));
        places.push(vocabulary.term(country.unwrap_or(name)));
    }
    model::order::sort(&mut places);
    let speakers = speakers(entities, statement);
    Bag { place, terms, around, lead: lead(reports, place), places, speakers, unknown, said: made }
}

/// The people on whose word a statement stands in the end, as indices of entities.
fn speakers(entities: &Entities, statement: &Statement) -> Vec<u32> {
    let Some(last) = statement.holders.iter().skip(1).rposition(|h| !is_unnamed(&h.name)).map(|at| at + 1) else {
        return Vec::new();
    };
    let together = statement.holders[..=last].iter().rev().take_while(|h| h.joint).count();
    let named = statement.holders[last - together..=last].iter().filter_map(|h| entities.find(&h.name));
    named.filter(|&entity| entities.list[entity as usize].kind == EntityKind::Person).collect()
}

/// Each term once, in rising order; as a name where it is one anywhere.
fn settle(terms: &mut Vec<(Term, Sort)>) {
    model::order::sort_by_key(terms, |&(term, sort)| (term, sort != Sort::Name));
    terms.dedup_by_key(|&mut (term, _)| term);
}

/// 1 for the first sentence of the document, one half for the fifth, a fifth for the ninth.
fn lead(reports: &Reports<'_>, place: Place) -> f32 {
    let sentences = &reports.documents[place.document as usize].sentences;
    let sentence = reports.statement(place).sentence;
    let before = sentences.partition_point(|s| s.start < sentence.start) as f32;
    1.0 / (1.0 + (before / 4.0).powi(2))
}

/// How many other documents it takes to be sure of a story.
const STORY: usize = 4;

/// The least plain cosine of two documents that tell one story.
const SAME_STORY: f32 = 0.25;

/// How many documents of its area tell the story of each, as a share of [`STORY`].
fn support(plain: &[Vector], published: &[Option<(Day, Day)>], areas: &[Area]) -> Vec<f32> {
    let mut support = vec![0.0; plain.len()];
    for area in areas {
        for &d in &area.documents {
            let like = |o: &&u32| {
                **o != d
                    && close(published[d as usize], published[**o as usize])
                    && cosine(&plain[d as usize], &plain[**o as usize]) >= SAME_STORY
            };
            let others = area.documents.iter().filter(like).take(STORY).count();
            support[d as usize] = others as f32 / STORY as f32;
        }
    }
    support
}

/// Documents and statements on other things that are imagined beside an area: in two short reports the words that both
/// have are not common for that.
const OTHER_DOCUMENTS: usize = 2;
const OTHER_STATEMENTS: usize = 20;

/// How rare each term of an area is: the logarithm of the share of documents and of statements that have it.
fn rarity(bags: &[&Bag], documents: usize) -> Map<Term, f32> {
    #[derive(Default)]
    struct Count {
        statements: u32,
        documents: u32,
        last: Option<u32>,
    }
    let mut counts: Map<Term, Count> = Map::default();
    for bag in bags {
        for (term, _) in &bag.terms {
            let count = counts.entry(*term).or_default();
            count.statements += 1;
            if count.last != Some(bag.place.document) {
                count.last = Some(bag.place.document);
                count.documents += 1;
            }
        }
    }
    let share = |all: usize, with: u32| ((all as f32 + 1.0) / (with as f32 + 0.5)).ln();
    let (statements, documents) = (bags.len() + OTHER_STATEMENTS, documents + OTHER_DOCUMENTS);
    counts
        .into_iter()
        .map(|(term, c)| {
            (term, (0.5 * share(statements, c.statements) + 0.5 * share(documents, c.documents)).max(0.05))
        })
        .collect()
}

/// How rare each day of an area is that statements give: the logarithm of the share of documents that give it.
fn days(reports: &Reports<'_>, bags: &[&Bag], documents: usize) -> BTreeMap<Day, f32> {
    let mut given: BTreeMap<Day, BTreeSet<u32>> = BTreeMap::new();
    for bag in bags {
        if let Some(day) = day(reports.statement(bag.place)) {
            given.entry(day).or_default().insert(bag.place.document);
        }
    }
    let all = (documents + OTHER_DOCUMENTS) as f32 + 1.0;
    model::order::gather(given.into_iter().map(|(day, with)| (day, (all / (with.len() as f32 + 0.5)).ln().max(0.0))))
}

/// The one day on which a statement has it happen or come.
fn day(statement: &Statement) -> Option<Day> {
    statement.time.as_ref().filter(|when| when.grain == Grain::Day).and_then(|when| when.first)
}

/// The days on which a statement has it happen, if it gives a week or less.
fn when(statement: &Statement) -> Option<(Day, Day)> {
    let close = |when: &&model::When| matches!(when.grain, Grain::Day | Grain::Days | Grain::Week);
    let when = statement.time.as_ref().filter(close)?;
    when.first.zip(when.last).filter(|_| statement.commitment != Commitment::Expected)
}

/// The time that a statement gives, where that is a year or less.
fn time(statement: &Statement) -> Option<(Day, Day)> {
    let when = statement.time.as_ref()?;
    when.first.zip(when.last).filter(|(first, last)| last.0 - first.0 <= 366)
}

/// What a word of the rest of the sentence weighs beside one of the statement's own.
const AROUND: f32 = 0.5;

fn features(
    reports: &Reports<'_>,
    bag: &Bag,
    said: Said,
    rarity: &Map<Term, f32>,
    days: &BTreeMap<Day, f32>,
) -> Features {
    let statement = reports.statement(bag.place);
    let day = day(statement).map(|day| (day, days[&day]));
    let own = bag.terms.iter().map(|&(term, sort)| (term, sort, rarity[&term]));
    // A word that only a frame such as "he said" has is in no statement of the area: nothing can share it.
    let around = bag.around.iter().filter_map(|&(term, sort)| Some((term, sort, AROUND * rarity.get(&term)?)));
    let wide: Vec<(Term, Sort, f32)> = own.clone().chain(around).collect();
    let of = |wanted: Sort| unit(wide.iter().filter(|w| w.1 == wanted).map(|&(t, _, weight)| (t, weight)).collect());
    Features {
        document: bag.place.document,
        terms: unit(own.map(|(term, _, weight)| (term, weight)).collect()),
        events: of(Sort::Event),
        names: of(Sort::Name),
        wide: unit(wide.into_iter().map(|(term, _, weight)| (term, weight)).collect()),
        sentence: statement.sentence.start,
        day,
        expected: statement.commitment == Commitment::Expected,
        denied: statement.commitment == Commitment::Denied || statement.polarity == Polarity::Negated || bag.unknown,
        days: when(statement),
        places: bag.places.clone(),
        time: time(statement),
        speakers: bag.speakers.clone(),
        lead: bag.lead,
        said,
        denies: denials::denied(reports, bag.place)
            .and_then(|place| reports.places.binary_search(&place).ok())
            .map(|at| at as u32),
    }
}
