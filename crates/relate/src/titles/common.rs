//! What the statements of a claim have in common: a title says nothing that only some of them say.

use std::collections::BTreeSet;

use model::calendar::MONTHS;
use model::{EntityKind, Polarity, Quantity, Span, Statement};

use super::lexicon;
use super::sentence::form::Sentence;
use super::shorter::shorter;
use super::wording::pronouns;
use crate::agreement::are_of_two;
use crate::findings::Findings;
use crate::ground::frame::{is_number, term};
use crate::ground::reports::Place;
use crate::ground::words::{fold, words};
use crate::ground::{frame, irregular};

/// The statements of a claim, as a title is held against them.
pub(super) struct Common<'a> {
    findings: &'a Findings<'a>,
    told: Vec<Told<'a>>,
    /// Whether numbers are what they do not agree on.
    disputed: bool,
    /// Whether they do not agree on who did it.
    actors: bool,
    /// Whether a report says so of two by their names: a title can name but one.
    of_two: bool,
}

/// What one statement says.
struct Told<'a> {
    place: Place,
    statement: &'a Statement,
    /// The terms of its words, with its subject and whom its pronouns mean.
    own: BTreeSet<String>,
    /// Those of its words in lower case.
    lower: BTreeSet<String>,
    /// Those of its words with a capital, but for the first.
    names: BTreeSet<String>,
    /// Its words that begin with a figure.
    figures: BTreeSet<&'a str>,
    /// Whether it says that something is not so, or of nobody.
    negated: bool,
    /// Those of the rest of its sentence.
    around: BTreeSet<String>,
    /// Who takes part, or says it, as entities.
    people: BTreeSet<u32>,
    /// The person whom its subject names.
    subject: Option<u32>,
    /// Those whom its words name.
    named: BTreeSet<u32>,
}

/// What every statement says of a title, at least, by weight; more where it turns on another verb.
const LEAST: f32 = 0.6;
const OTHER_VERB: f32 = 0.8;

/// Of so many others that a title is held against, one may say something else.
const STRANGER: usize = 6;

/// From where on nothing is left out of a title.
const ENOUGH: f32 = 0.85;

/// What a word counts that only the rest of a sentence has.
const AROUND: f32 = 0.5;

/// What a name counts that a statement leaves out which names nothing else.
const LEFT_OUT: f32 = 0.4;

/// What a name or a number counts beside a word.
const VALUE: f32 = 2.0;

impl<'a> Common<'a> {
    pub(super) fn new(findings: &'a Findings<'a>, places: &[Place], (disputed, actors): (bool, bool)) -> Self {
        let told = places.iter().map(|&place| {
            let reports = &findings.reports;
            let statement = reports.statement(place);
            let mut own: BTreeSet<String> = model::order::gather(terms_of(reports.words_of(place)));
            if let Some(subject) = statement.subject {
                own.extend(terms_of(reports.cut(place.document, subject)));
            }
            for mention in &statement.participants {
                own.extend(terms_of(&mention.name));
            }
            let around = model::order::gather(terms_of(reports.cut(place.document, statement.sentence)));
            let holders = statement.holders.iter().skip(1).map(|holder| holder.name.as_str());
            let taking_part = statement.participants.iter().map(|mention| mention.name.as_str());
            let mut people: BTreeSet<u32> =
                model::order::gather(taking_part.chain(holders).filter_map(|name| findings.entities.find(name)));
            let subject = statement.clause.as_ref().and_then(|clause| clause.subject).or(statement.subject);
            if let Some(name) = subject.and_then(|subject| pronouns::meant(findings, place, subject)) {
                people.extend(findings.entities.find(&name));
                own.extend(terms_of(&name));
            }
            let literal = statement.participants.iter().filter(|mention| {
                mention.span.start >= statement.sentence.start
                    && reports.cut(place.document, mention.span).chars().skip(2).any(char::is_alphabetic)
                    && !pronouns::is_pronoun(&fold(reports.cut(place.document, mention.span)))
            });
            let within = |mention: &&model::Mention| {
                mention.kind == EntityKind::Person && subject.is_some_and(|subject| subject.contains(mention.span))
            };
            let mut people_of_it = literal.clone().filter(within).filter_map(|m| findings.entities.find(&m.name));
            let one = people_of_it.next().filter(|one| people_of_it.all(|other| other == *one));
            let named = model::order::gather(literal.filter_map(|mention| findings.entities.find(&mention.name)));
            let text = reports.words_of(place);
            let found = words(text);
            let lower = found.iter().filter(|w| w.text.starts_with(char::is_lowercase));
            let lower = model::order::gather(lower.flat_map(|w| terms_of(w.text)));
            let names = found.iter().skip(1).filter(|w| w.text.starts_with(char::is_uppercase));
            let names = model::order::gather(names.flat_map(|w| terms_of(w.text)));
            let figures = model::order::gather(
                found.iter().map(|w| w.text).filter(|w| w.starts_with(|c: char| c.is_ascii_digit())),
            );
            Told {
                place,
                statement,
                own,
                lower,
                names,
                figures,
                negated: negates(statement, text),
                around,
                people,
                subject: one,
                named,
            }
        });
        let told: Vec<Told<'_>> = told.collect();
        let pair = |at: usize, other: &Place| {
            places[at + 1..]
                .iter()
                .any(|second| second.document == other.document && are_of_two(findings, *other, *second))
        };
        let of_two = places.iter().enumerate().any(|(at, place)| pair(at, place));
        Self { findings, told, disputed, actors, of_two }
    }

    /// Whether the words of a statement of another document than that of `place` name an entity. Two copies whose pronoun was
    /// read alike may both be misread.
    pub(super) fn knows(&self, place: Place, entity: u32) -> bool {
        self.told.iter().any(|told| told.place.document != place.document && told.named.contains(&entity))
    }

    /// Whether the words of another document's statement have a word with a capital, not as their first.
    pub(super) fn names(&self, place: Place, word: &str) -> bool {
        let own = terms_of(word);
        let mut others = self.told.iter().filter(|told| told.place.document != place.document);
        !own.is_empty() && others.any(|told| own.iter().all(|term| told.names.contains(term)))
    }

    /// The sentence of the statement at `place`, without an addition that others lack, and how much of it all others say;
    /// `None` where one of them says something else.
    pub(super) fn shared(&self, place: Place, sentence: &Sentence) -> Option<(String, f32)> {
        // "Anna Berg is charged", "Olaf Lind is charged": which of them?
        let own = self.told.iter().find(|told| told.place == place).and_then(|told| told.subject);
        let other = |told: &Told<'_>| told.subject.is_some() && told.subject != own;
        if !self.actors && (self.of_two || own.is_some() && self.told.iter().any(other)) {
            return None;
        }
        let whole = self.least(place, &sentence.text, sentence);
        if whole >= ENOUGH || sentence.quoted {
            return (whole >= LEAST).then(|| (sentence.text.clone(), whole));
        }
        let shorter = shorter(sentence).into_iter().map(|text| (self.least(place, &text, sentence), text));
        let all = std::iter::once((whole, sentence.text.clone())).chain(shorter);
        // The fullest of those that all say best, or well enough.
        let rounded = |share: f32| (share.min(ENOUGH) * 20.0) as i32;
        let best = all.max_by(|a, b| rounded(a.0).cmp(&rounded(b.0)).then(a.1.len().cmp(&b.1.len())))?;
        if self.disputed && self.tells_of_two(place, &sentence.text, &best.1) {
            return None;
        }
        (best.0 >= LEAST).then_some((best.1, best.0))
    }

    /// Whether a title that was cut lost a name in whose stead another statement has one of its own: "sold 13 ferries to Lund", "sold
    /// 75 ferries to Corby" are two sales.
    fn tells_of_two(&self, place: Place, whole: &str, cut: &str) -> bool {
        let names = |text: &str| -> BTreeSet<String> {
            let found = words(text);
            let capital = found.iter().skip(1).filter(|w| w.text.starts_with(char::is_uppercase));
            model::order::gather(capital.flat_map(|w| terms_of(w.text)))
        };
        let (own, kept): (BTreeSet<String>, BTreeSet<String>) = (names(whole), model::order::gather(terms_of(cut)));
        let lost: Vec<&String> = own.iter().filter(|name| !kept.contains(*name)).collect();
        let other = |told: &Told<'_>| {
            !lost.iter().any(|name| told.own.contains(*name) || told.around.contains(*name))
                && told.names.iter().any(|name| !own.contains(name) && !kept.contains(name))
        };
        !lost.is_empty() && self.told.iter().any(|told| told.place != place && other(told))
    }

    /// How much of `text`, whose verb ends at a byte, the other statement says that says least of it; 1 where there is no
    /// other.
    fn least(&self, place: Place, text: &str, sentence: &Sentence) -> f32 {
        let statement = self.findings.reports.statement(place);
        let verb = sentence.verb;
        let mut parts = Parts::new(self.findings, place, statement, text);
        // What a report names elsewhere, others need not name.
        let filled: BTreeSet<String> = model::order::gather(terms_of(&sentence.filled));
        parts.names.retain(|name| !filled.contains(name));
        parts.words.retain(|word| !filled.contains(word) || statement_has(self.findings, place, word));
        if self.disputed {
            parts.numbers.clear();
            parts.figures.clear();
        }
        let head = statement.clause.as_ref().map(|clause| fold(self.findings.reports.cut(place.document, clause.head)));
        let head = head
            .filter(|head| verb.is_some() && !terms_of(&head[..]).is_empty())
            .map(|head| term(irregular::base(&head).unwrap_or(&head)));
        let others = self.told.iter().filter(|told| told.place != place);
        let mut said: Vec<f32> = others
            .map(|told| if self.is_of_another(place, told) { 0.0 } else { parts.said(told, head.as_deref()) })
            .collect();
        model::order::sort_by(&mut said, f32::total_cmp);
        // Of many one may stand among them by mistake.
        said.get(said.len() / STRANGER).copied().unwrap_or(1.0)
    }
}

impl Common<'_> {
    /// "Berg remains mayor", "the town remains at a loss as long as Berg refuses to leave": the same verb, of another.
    fn is_of_another(&self, place: Place, told: &Told<'_>) -> bool {
        let person = self.told.iter().find(|told| told.place == place).and_then(|told| told.subject);
        if person.is_none() {
            return false;
        }
        let reports = &self.findings.reports;
        let clause = |of: &Statement| of.clause.as_ref().filter(|clause| !clause.passive).cloned();
        let Some((own, other)) = clause(reports.statement(place)).zip(clause(told.statement)) else { return false };
        let Some((subject, another)) = own.subject.zip(other.subject) else { return false };
        let at = told.place.document;
        let head = |document: u32, span| fold(reports.cut(document, span));
        let verb = head(place.document, own.head);
        if lexicon::is_auxiliary(&verb) || term(&verb) != term(&head(at, other.head)) {
            return false;
        }
        let behind = Span::new(other.verb.end, told.statement.span.end.max(other.verb.end));
        let [subject, another, behind]: [BTreeSet<String>; 3] =
            [(place.document, subject), (at, another), (at, behind)]
                .map(|(document, span)| model::order::gather(terms_of(reports.cut(document, span))));
        !subject.is_empty() && !another.is_empty() && subject.is_disjoint(&another) && subject.is_subset(&behind)
    }
}

/// Whether the words of a statement themselves have a term.
fn statement_has(findings: &Findings<'_>, place: Place, word: &String) -> bool {
    terms_of(findings.reports.words_of(place)).contains(word)
}

/// The terms of the words of a text that mean something, irregular verbs by their base form.
fn terms_of(text: &str) -> Vec<String> {
    let based = |word: &str| irregular::base(&fold(word)).map_or_else(|| word.to_owned(), str::to_owned);
    words(text).iter().flat_map(|w| frame::terms_of(&based(w.text))).collect()
}

/// What a title is made of.
struct Parts<'a> {
    negated: bool,
    words: BTreeSet<String>,
    /// Who takes part, with the words of their names.
    people: Vec<(u32, BTreeSet<String>)>,
    numbers: Vec<&'a Quantity>,
    /// Numbers in figures that are no date.
    figures: Vec<&'a str>,
    /// Words with a capital that are no person's.
    names: BTreeSet<String>,
}

impl<'a> Parts<'a> {
    fn new(findings: &Findings<'_>, place: Place, statement: &'a Statement, text: &'a str) -> Self {
        let mut people: Vec<(u32, BTreeSet<String>)> = Vec::new();
        for mention in statement.participants.iter().filter(|mention| mention.kind == EntityKind::Person) {
            let Some(entity) = findings.entities.find(&mention.name) else { continue };
            let last = mention.name.rsplit(' ').next().unwrap_or_default();
            if text.contains(last) && people.iter().all(|(known, _)| *known != entity) {
                let names = [mention.name.as_str(), findings.entities.shown(&mention.name)];
                people.push((entity, model::order::gather(names.into_iter().flat_map(terms_of))));
            }
        }
        let found = words(text);
        let mut all: BTreeSet<String> = BTreeSet::new();
        let mut names: BTreeSet<String> = BTreeSet::new();
        for (at, word) in found.iter().enumerate() {
            let Some(own) = terms_of(word.text).into_iter().next() else { continue };
            if people.iter().any(|(_, name)| name.contains(&own)) {
                continue;
            }
            if at > 0 && word.text.starts_with(char::is_uppercase) || own.starts_with('@') {
                names.insert(own);
            } else {
                all.insert(own);
            }
        }
        let reports = &findings.reports;
        let numbers = statement.quantities.iter().filter(|quantity| {
            let told = reports.cut(place.document, quantity.span);
            let word = |w: &str| w.starts_with(char::is_alphabetic) && is_number(&fold(w));
            words(told).iter().any(|w| word(w.text) && text.contains(w.text))
        });
        let month = |at: Option<usize>| {
            let word = at.and_then(|at| found.get(at)).map(|w| fold(w.text)).unwrap_or_default();
            word.len() > 2 && MONTHS.iter().any(|month| month.starts_with(&word))
        };
        let figure = |&at: &usize| {
            let year = found[at].text.len() == 4 && found[at].text.bytes().all(|b| b.is_ascii_digit());
            let number = found[at].text.starts_with(|c: char| c.is_ascii_digit());
            number && !year && !month(at.checked_sub(1)) && !month(Some(at + 1))
        };
        let figures = model::order::gather((0..found.len()).filter(figure).map(|at| found[at].text));
        Self { negated: negates(statement, text), words: all, people, numbers: numbers.collect(), figures, names }
    }

    /// Whether a term belongs to the name of a person who takes part.
    fn is_of_person(&self, word: &String) -> bool {
        self.people.iter().any(|(_, name)| name.contains(word))
    }

    /// How much of it a statement says, from 0 to 1, by weight; `verb` is what it turns on.
    fn said(&self, told: &Told<'_>, verb: Option<&str>) -> f32 {
        if self.negated != told.negated {
            return 0.0;
        }
        let (mut sum, mut all) = (0.0, 0.0);
        let mut count = |weight: f32, share: f32| {
            sum += weight * share;
            all += weight;
        };
        let has = |word: &String| match () {
            () if told.own.contains(word) => 1.0,
            () if told.around.contains(word) => AROUND,
            () => 0.0,
        };
        self.words.iter().for_each(|word| count(1.0, has(word)));
        // Who names nothing else only leaves it out.
        let elsewhere = told.names.iter().any(|name| !self.names.contains(name) && !self.is_of_person(name));
        let name = if elsewhere { VALUE } else { LEFT_OUT };
        self.names.iter().for_each(|word| count(if has(word) > 0.0 { VALUE } else { name }, has(word)));
        for (entity, name) in &self.people {
            let named = told.people.contains(entity) || name.iter().any(|word| told.own.contains(word));
            count(VALUE, f32::from(u8::from(named)));
        }
        for number in &self.numbers {
            let of_one = |other: &&Quantity| !other.unit.is_empty() && other.unit == number.unit;
            let counts = told.statement.quantities.iter().filter(of_one).count();
            if counts > 0 && !told.statement.quantities.iter().any(|other| meets(number, other)) {
                return 0.0;
            }
            let same = told.statement.quantities.iter().any(|other| meets(number, other));
            count(VALUE, f32::from(u8::from(same)));
        }
        for figure in &self.figures {
            let value: Option<f64> = figure.replace(',', "").parse().ok();
            let counts = told.statement.quantities.iter();
            let mut meets = counts.filter(|other| other.low.is_some() || other.high.is_some()).filter(|other| {
                value.is_none_or(|v| other.low.is_none_or(|low| low <= v) && other.high.is_none_or(|high| v <= high))
            });
            count(VALUE, f32::from(u8::from(told.figures.contains(*figure) || meets.next().is_some())));
        }
        let share = if all > 0.0 { sum / all } else { 1.0 };
        let same = verb.is_none_or(|verb| told.lower.contains(verb));
        if same || share >= OTHER_VERB { share } else { 0.0 }
    }
}

/// Whether a statement says that something is not so, or of nobody.
fn negates(statement: &Statement, text: &str) -> bool {
    let first = words(text).first().map(|w| fold(w.text)).unwrap_or_default();
    statement.polarity == Polarity::Negated || matches!(first.as_str(), "none" | "no" | "nobody" | "neither")
}

/// Whether two numbers can be one.
fn meets(a: &Quantity, b: &Quantity) -> bool {
    let below = |low: Option<f64>, high: Option<f64>| low.zip(high).is_none_or(|(low, high)| low <= high);
    let units = a.unit == b.unit || a.unit.is_empty() || b.unit.is_empty();
    units && below(a.low, b.high) && below(b.low, a.high)
}
