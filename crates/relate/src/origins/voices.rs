//! Whose voice stands behind statements, beyond the name that each is told with.

use std::collections::BTreeSet;

use model::{EntityKind, Span, Tie, TieKind};

use super::{Source, SourceKind};
use crate::entities::Entities;
use crate::ground::alignment::overlap;
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{fold, words};

/// Pairs of statements of two documents that may well have it from one voice, though they name it differently: they print
/// the same words in quotation marks, they name people of one family name, or the one names within its sentence whom the
/// other has it from ("…, with Berg calling it"). What may be one voice is not two that agree.
pub(super) fn one_voice(
    reports: &Reports<'_>,
    entities: &Entities,
    places: &[Place],
    found: &[Source],
) -> Vec<(usize, usize, Tie)> {
    if places.iter().all(|place| place.document == places[0].document) {
        return Vec::new();
    }
    let family = |source: &Source| {
        let person = entities.find(&source.name).is_some_and(|e| entities.list[e as usize].kind == EntityKind::Person);
        let name = source.name.rsplit(' ').next().filter(|name| name.chars().count() >= FAMILY_NAME);
        name.filter(|_| person && source.kind == SourceKind::Holder).map(fold)
    };
    let families: Vec<Option<String>> = found.iter().map(family).collect();
    let heard: Vec<Heard<'_>> = places.iter().take(MOST_VOICES).map(|&place| Heard::new(reports, place)).collect();
    let names =
        |at: usize, family: &Option<String>| family.as_ref().is_some_and(|family| heard[at].sentence.contains(family));
    let mut pairs = Vec::new();
    for (index, &a) in places.iter().enumerate().take(MOST_VOICES) {
        for (other, &b) in places.iter().enumerate().take(MOST_VOICES).skip(index + 1) {
            if a.document == b.document {
                continue;
            }
            let named = families[index].is_some() && families[index] == families[other]
                || names(other, &families[index])
                || names(index, &families[other]);
            let spoken = || Tie {
                kind: TieKind::Upstream,
                a: (a.document, found[index].span),
                b: (b.document, found[other].span),
            };
            if let Some(tie) = heard[index].quotes_as(&heard[other]).or_else(|| named.then(spoken)) {
                pairs.push((index, other, tie));
            }
        }
    }
    pairs
}

/// Letters that a family name has at least, to be looked for in a sentence.
const FAMILY_NAME: usize = 4;

/// Statements of one claim that are held against each other for one voice.
const MOST_VOICES: usize = 60;

/// Whether most of what a statement says stands in quotation marks.
pub(super) fn is_speech(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    let quoted: usize = statement.quotes.iter().map(|&quote| words(reports.cut(place.document, quote)).len()).sum();
    quoted >= QUOTED && 2 * quoted >= words(reports.cut(place.document, statement.span)).len()
}

/// The quotation that two statements have in common.
pub(super) fn quotation(reports: &Reports<'_>, first: Place, second: Place) -> Option<Tie> {
    Heard::new(reports, first).quotes_as(&Heard::new(reports, second))
}

/// What is heard in one statement, cut into words once.
struct Heard<'a> {
    quotes: Vec<Quote<'a>>,
    /// The words of its sentence, folded.
    sentence: BTreeSet<String>,
}

/// Words in quotation marks.
struct Quote<'a> {
    at: (u32, Span),
    text: &'a str,
    /// How many words it has.
    count: usize,
    /// They, folded, each once.
    words: BTreeSet<String>,
}

impl<'a> Heard<'a> {
    fn new(reports: &Reports<'a>, place: Place) -> Self {
        let statement = reports.statement(place);
        let folded =
            |text: &str| -> BTreeSet<String> { model::order::gather(words(text).iter().map(|word| fold(word.text))) };
        let quote = |&quote: &Span| {
            let text = reports.cut(place.document, quote);
            Quote { at: (place.document, quote), text, count: words(text).len(), words: folded(text) }
        };
        Self {
            quotes: statement.quotes.iter().take(MOST_QUOTES).map(quote).collect(),
            sentence: folded(reports.cut(place.document, statement.sentence)),
        }
    }

    /// The quotation that another has as well.
    fn quotes_as(&self, other: &Self) -> Option<Tie> {
        let alike = |a: &Quote<'_>, b: &Quote<'_>| {
            // Words in order are compared where there are enough in any order.
            let fewer = a.words.len().min(b.words.len());
            let shared = a.words.intersection(&b.words).count();
            a.count.min(b.count) >= QUOTED
                && shared as f32 >= ALIKE * 0.5 * fewer as f32
                && overlap(a.text, b.text) >= ALIKE
        };
        self.quotes.iter().find_map(|a| {
            let same = other.quotes.iter().find(|b| alike(a, b))?;
            Some(Tie { kind: TieKind::Quotation, a: a.at, b: same.at })
        })
    }
}

/// Quotations of a statement that are looked at.
const MOST_QUOTES: usize = 4;

/// Words that a quotation has at least, and how much of the shorter one both share in order.
const QUOTED: usize = 4;
const ALIKE: f32 = 0.6;
