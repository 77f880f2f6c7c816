//! What a claim is called: one of its statements, told as a sentence that is understood alone.
//!
//! A title is never written: it is a statement's own words after its subject, without what joins it to the sentence
//! before, with surnames in full and times as dates. Where all statements have it from somebody, their names stand before
//! it. Where no statement can be told so, the claim has no title; it is shown by its words in quotation marks, and stands
//! behind those that have one.

mod common;
mod disputes;
mod firmness;
mod holders;
mod lexicon;
mod lost;
mod quoted;
mod sentence;
mod shorter;
mod voice;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

use model::{Commitment, Discrepancy, DiscrepancyKind, EntityKind, Polarity, Role, When};

use crate::features::cosine;
use crate::findings::Findings;
use crate::ground::frame;
use crate::ground::reports::Place;
use crate::ground::words::words;
use common::Common;
use disputes::Dispute;
pub(crate) use firmness::{Hand, told};
pub(crate) use lost::goods::is_of_a_contract;
use lost::{alone, broken, definites, goods, measures, untold};
use quoted::words_of;
pub(crate) use sentence::Sentences;
use sentence::form::{Demand, Sentence};
use sentence::trim;
use voice::Voice;
pub(crate) use wording::dates::points_back;
use wording::pronouns;

/// What a claim is called.
pub(crate) struct Title {
    pub text: String,
    /// Whether it is understood alone; else it is the words of a statement in quotation marks.
    pub stands: bool,
    /// Whether it tells what is yet to come.
    pub ahead: bool,
}

/// Statements of a claim that are looked at.
const MOST: usize = 200;

/// Statements of a claim that a title is held against.
const SAMPLE: usize = 24;

/// Code points that the names of those who say so may add to a title.
const VOICE: usize = 40;

/// The title for a group of statements (indices into the space), which do not agree on `discrepancies`, and of which what is
/// expected is `due`.
pub(crate) fn title(
    findings: &Findings<'_>,
    group: &[u32],
    discrepancies: &[Discrepancy],
    due: Option<&When>,
) -> Title {
    let places: Vec<Place> = group.iter().take(MOST).map(|&index| findings.reports.places[index as usize]).collect();
    let sample: Vec<u32> = group.iter().copied().step_by(group.len().div_ceil(SAMPLE)).collect();
    let shared = Shared::new(findings, &places);
    // What one report says has to say by itself of what it speaks.
    let shared_by_reports = places.iter().any(|place| place.document != places[0].document);
    let score = |at: usize, found: &Sentence| {
        (shared_by_reports || found.specific)
            .then(|| plainness(findings, &sample, group[at], found) + shared.of(places[at], found))
    };
    let disputed = |place: Place| disputes::dispute(findings, place, discrepancies, due);
    let on = |kind| discrepancies.iter().any(|found| found.kind == kind);
    let (numbers, actors) = (on(DiscrepancyKind::Number), on(DiscrepancyKind::Actor));
    let manner = Manner { strict: true, numbers, actors, words: on(DiscrepancyKind::Wording) };
    match best(findings, &places, manner, score, disputed) {
        Some((at, text)) => {
            let ahead = findings.reports.statement(places[at]).commitment == Commitment::Expected;
            Title { text: told(findings, &places, text, Hand::Machine), stands: true, ahead }
        }
        None => {
            let text = told(findings, &places, words_of(findings, group), Hand::Machine);
            Title { text, stands: false, ahead: false }
        }
    }
}

/// The first of the statements at `places` that stands alone, with whose word it is.
pub(crate) fn label(findings: &Findings<'_>, places: &[Place]) -> Option<String> {
    let numbers = places.iter().any(|&place| !findings.reports.statement(place).quantities.is_empty());
    best(
        findings,
        places,
        Manner { strict: false, numbers, actors: false, words: false },
        |at, _| Some(-(at as f32)),
        |_| None,
    )
    .map(|(_, text)| text)
}

/// How a sentence is looked for.
#[derive(Clone, Copy)]
struct Manner {
    /// Whether what one report alone says has to tell all that is meant.
    strict: bool,
    /// Whether numbers are what the statements do not agree on.
    numbers: bool,
    /// Whether it is who did it.
    actors: bool,
    /// Whether it is the words of an utterance.
    words: bool,
}

/// Of the statements at `places` that stand alone the one with the highest `score`, as an index, told with whose word
/// all of them are. What the others do not agree on with one, as `disputed` tells with whose word it is, is told with it, and
/// only where no other will do.
fn best(
    findings: &Findings<'_>,
    places: &[Place],
    manner: Manner,
    score: impl Fn(usize, &Sentence) -> Option<f32>,
    disputed: impl Fn(Place) -> Option<Dispute>,
) -> Option<(usize, String)> {
    let shared = places.iter().any(|place| place.document != places[0].document);
    let voice = voice::voice(findings, places, shared || !manner.strict);
    let step = places.len().div_ceil(SAMPLE).max(1);
    let common = shared.then(|| {
        Common::new(
            findings,
            &places.iter().copied().step_by(step).collect::<Vec<_>>(),
            (manner.numbers, manner.actors),
        )
    });
    let told = places.iter().enumerate().filter_map(|(at, &place)| {
        let found = sentence::sentence(
            findings,
            place,
            common.as_ref(),
            Demand { strict: manner.strict && common.is_none(), dated: !manner.strict },
        )?;
        let (own, fit) = match &common {
            Some(common) => common.shared(place, &found)?,
            None => (found.text.clone(), 1.0),
        };
        let own = trim::without_comment(&own).to_owned();
        if own != found.text && is_lost_when_cut(findings, place, &own, &found, manner.strict && common.is_none()) {
            return None;
        }
        // On which day, what stands beside its date need not tell.
        if manner.strict && alone::is_of_a_day(&own) {
            return None;
        }
        let report = &findings.reports.documents[place.document as usize].document;
        let headline = report.title.as_str();
        // "Sold 40,000 tonnes", of what the whole report has one name for.
        let own = goods::told(headline, &report.text, &own);
        if goods::are_untold(headline, &own) {
            return None;
        }
        if measures::is_of_nothing(headline, &own, found.verb)
            || measures::is_of_no_country(headline, found.subject.trim_end_matches(','), &own)
        {
            return None;
        }
        let sentence = findings.reports.statement(place).sentence;
        if !trim::quotes_wholly(&own, findings.reports.cut(place.document, sentence)) {
            return None;
        }
        // "The pact forbids it and that it will last": the second thing that a verb which is gone told.
        if own.split_once(" and that ").is_some_and(|(first, _)| !first.contains(" that ")) {
            return None;
        }
        // Words in quotation marks of which nobody tells whose they are are no report's own.
        if !found.quoted && voice::is_unspoken_quotation(findings, place) {
            return None;
        }
        // "Berg: “…”", which another report has from Lind, or in other words.
        if found.quoted && (manner.words || voice::are_of_two(findings, places)) {
            return None;
        }
        let (own, alone) = match disputed(place) {
            None => (own, None),
            // What all say but for the day.
            Some(dispute) => match trim::without_day(&own).filter(|_| dispute.of_days) {
                Some(cut) => (cut, None),
                None if dispute.marks => (own, Some(dispute.by)),
                None => return None,
            },
        };
        // "On 26 May", which another report's sentence has on 25 May.
        let days = manner.strict && shared && alone.is_none() && own.contains(|c: char| c.is_ascii_digit());
        let own = match trim::without_day(&own) {
            _ if !days || !disputes::is_of_another_day(findings, place, places) => own,
            Some(cut) => cut,
            None if trim::has_a_month(&own) => return None,
            None => own,
        };
        let mark = if alone.is_some() { DISPUTED } else { 0.0 };
        let text = match (&voice, alone) {
            _ if found.quoted || voice::is_told_within(&findings.reports, place) => own,
            (_, Some(name)) => {
                let text = format!("{name}: {own}");
                (text.chars().count() <= trim::LONGEST + VOICE).then_some(text)?
            }
            // "Anna Berg: Anna Berg was never told", "Anna Berg: Minister Anna Berg was never told".
            (Voice::Of(names, _), None) if names.iter().any(|name| found.subject.contains(name.as_str())) => {
                return None;
            }
            // The words of one who has no name, or of the agency that passes on what another says, are not told as another's.
            (Voice::Of(names, several), None) if !voice::is_of(findings, place, places, (names, *several)) => {
                return None;
            }
            // "Anna Berg: Olaf Lind left talks which she is leading": of herself she says so, or of another.
            (Voice::Of(..), None) if own.contains(" which he is ") || own.contains(" which she is ") => return None,
            // What one of them said is not what the other did.
            (Voice::Of(_, true), None) if fit < SAID_BY_ALL => return None,
            // A view of somebody's, which another report has as its own.
            (Voice::Own, None) if sentence::is_view(&own) => return None,
            (Voice::Own, None) => own,
            (Voice::Of(names, _), None) => {
                let text = format!("{}{own}", voice::prefix(names));
                (text.chars().count() <= trim::LONGEST + VOICE).then_some(text)?
            }
            (Voice::Nobody, None) => return None,
        };
        Some((score(at, &found)? + fit - mark, at, text))
    });
    told.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1))).map(|(_, at, text)| (at, text))
}

/// Whether what is left of the sentence `found` leaves open of what it speaks, or is none.
fn is_lost_when_cut(findings: &Findings<'_>, place: Place, own: &str, found: &Sentence, strict: bool) -> bool {
    let subject = found.subject.trim_end_matches(',');
    let known = |noun: &str| findings.subjects.tells(place.document, noun, own);
    untold::is_untold(own) || broken::is_broken(own, found.verb) || definites::is_lost(own, subject, known, strict)
}

/// What each of several who say so says of a title, at least.
const SAID_BY_ALL: f32 = 0.85;

/// What it counts against a sentence that it gives a value on which the statements do not agree.
const DISPUTED: f32 = 1.0;

/// What the statements of a claim share.
struct Shared {
    /// For each document, the terms of the sentences in which it says so.
    of: BTreeMap<u32, BTreeSet<String>>,
}

impl Shared {
    fn new(findings: &Findings<'_>, places: &[Place]) -> Self {
        let mut of: BTreeMap<u32, BTreeSet<String>> = BTreeMap::new();
        // One report by itself shares nothing.
        let several = places.iter().any(|place| place.document != places[0].document);
        for &place in places.iter().filter(|_| several) {
            let sentence = findings.reports.statement(place).sentence;
            of.entry(place.document)
                .or_default()
                .extend(frame::terms_of(findings.reports.cut(place.document, sentence)));
        }
        Self { of }
    }

    /// How much of what a sentence says the other documents say, from 0 to 1; 0 where there is no other.
    fn of(&self, place: Place, sentence: &Sentence) -> f32 {
        if self.of.is_empty() {
            return 0.0;
        }
        let terms: BTreeSet<String> = model::order::gather(frame::terms_of(&sentence.text));
        let others = self.of.iter().filter(|&(&document, _)| document != place.document);
        let (sum, count) = others.fold((0.0, 0_usize), |(sum, count), (_, said)| {
            (sum + terms.intersection(said).count() as f32 / terms.len().max(1) as f32, count + 1)
        });
        if count == 0 { 0.0 } else { sum / count as f32 }
    }
}

/// Whether the statement at `place` stands alone, and its subject names somebody or something.
pub(crate) fn is_named(findings: &Findings<'_>, place: Place) -> bool {
    sentence::sentence(findings, place, None, Demand { strict: false, dated: false }).is_some_and(|found| found.named)
}

/// How well a sentence serves as title: like the other statements, in a voice of its own, of a readable length, with a
/// subject that is named.
fn plainness(findings: &Findings<'_>, sample: &[u32], index: u32, sentence: &Sentence) -> f32 {
    let place = findings.reports.places[index as usize];
    let statement = findings.reports.statement(place);
    let terms = &findings.space.statements[index as usize].terms;
    let likeness = sample.iter().map(|&o| cosine(terms, &findings.space.statements[o as usize].terms)).sum::<f32>()
        / sample.len().max(1) as f32;
    let count = words(&sentence.text).len() as f32;
    let length = if count < 5.0 { (5.0 - count) * 0.15 } else { (count - 14.0).max(0.0) * 0.02 };
    let voice = match statement.commitment {
        Commitment::Asserted => 0.0,
        Commitment::Attributed | Commitment::Expected => 0.05,
        Commitment::Hedged => 0.12,
        Commitment::Denied => 0.3,
    };
    let negated = if statement.polarity == Polarity::Negated { 0.2 } else { 0.0 };
    let quoted = if statement.quotes.is_empty() { 0.0 } else { 0.1 };
    let named = if sentence.named { 0.2 } else { 0.0 };
    // A headline leaves words out.
    let passages = &findings.reports.documents[place.document as usize].document.passages;
    let headline = passages.get(statement.passage as usize).is_some_and(|passage| passage.role != Role::Body);
    let headline = if headline { 0.3 } else { 0.0 };
    let open = openness(findings, place, sentence);
    likeness + named - length - voice - negated - quoted - headline - open
}

/// How much of what a sentence points at only its report tells: of statements that say the same, the one counts that is best
/// understood alone.
fn openness(findings: &Findings<'_>, place: Place, sentence: &Sentence) -> f32 {
    if sentence.quoted {
        return 0.0;
    }
    let subject = sentence.subject.trim_end_matches(',');
    let points = definites::is_lost(&sentence.text, subject, |_| false, false);
    let lost = alone::is_lost(&sentence.text, "");
    let text = sentence.text.as_str();
    let pronoun = words(text).iter().any(|w| pronouns::is_pronoun(w.text));
    // "Berg was flown out" beside "Anna Berg was flown out".
    let one = words(subject).first().is_some_and(|first| {
        let alone = !subject.contains(' ') || subject.as_bytes().get(first.end) == Some(&b',');
        alone && findings.reports.called(place.document, first.text).any(|m| m.kind == EntityKind::Person)
    });
    [points, lost, pronoun, one].into_iter().filter(|open| *open).count() as f32 * OPEN
}

/// What it counts against a sentence that it points at what only its report tells.
const OPEN: f32 = 0.2;
