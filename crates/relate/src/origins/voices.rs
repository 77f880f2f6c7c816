//! Whose voice stands behind statements, beyond the name that each is told with.

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
    let family = |source: &Source| {
        let person = entities.find(&source.name).is_some_and(|e| entities.list[e as usize].kind == EntityKind::Person);
        let name = source.name.rsplit(' ').next().filter(|name| name.chars().count() >= FAMILY_NAME);
        name.filter(|_| person && source.kind == SourceKind::Holder).map(fold)
    };
    let families: Vec<Option<String>> = found.iter().map(family).collect();
    let sentence = |place: Place| reports.cut(place.document, reports.statement(place).sentence);
    let names = |place: Place, family: &Option<String>| {
        family
            .as_ref()
            .is_some_and(|family| words(sentence(place)).iter().any(|word| fold(word.text) == family.as_str()))
    };
    let mut pairs = Vec::new();
    for (index, &a) in places.iter().enumerate().take(MOST_VOICES) {
        for (other, &b) in places.iter().enumerate().take(MOST_VOICES).skip(index + 1) {
            if a.document == b.document {
                continue;
            }
            let named = families[index].is_some() && families[index] == families[other]
                || names(b, &families[index])
                || names(a, &families[other]);
            let spoken = || Tie {
                kind: TieKind::Upstream,
                a: (a.document, found[index].span),
                b: (b.document, found[other].span),
            };
            if let Some(tie) = quotation(reports, a, b).or_else(|| named.then(spoken)) {
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
    let quotes =
        |place: Place| reports.statement(place).quotes.iter().take(4).map(move |&quote| (place.document, quote));
    quotes(first).find_map(|a| {
        let alike = |b: &(u32, Span)| {
            let (ours, theirs) = (reports.cut(a.0, a.1), reports.cut(b.0, b.1));
            words(ours).len().min(words(theirs).len()) >= QUOTED && overlap(ours, theirs) >= ALIKE
        };
        quotes(second).find(alike).map(|b| Tie { kind: TieKind::Quotation, a, b })
    })
}

/// Words that a quotation has at least, and how much of the shorter one both share in order.
const QUOTED: usize = 4;
const ALIKE: f32 = 0.6;
