//! It happened in one place, or in another.

use std::collections::BTreeSet;

use model::{Discrepancy, DiscrepancyKind, EntityKind, Span};

use super::scene::{Scene, found};
use crate::entities;
use crate::ground::countries;
use crate::ground::words::{fold, words};

/// What two statements share at least for their places to be compared.
const ALIKE: f32 = 0.35;

/// Words after which a place is where something happened.
const WHERE: &[&str] = &["in", "at", "near", "outside", "off", "inside"];

/// Where one statement has it happen.
struct Location {
    /// Keys of the places, and of the countries they stand for.
    keys: BTreeSet<String>,
    span: Span,
    name: String,
}

/// At most one: statements that put it in places of which no report of the claim names two together.
pub(super) fn places(scene: &Scene<'_>) -> Option<Discrepancy> {
    let given: Vec<(usize, Location)> =
        (0..scene.places.len()).filter_map(|member| Some((member, location(scene, member)?))).collect();
    // "The town of A, in B": places that one sentence names together lie in each other, or are told apart there.
    let together: Vec<BTreeSet<String>> = (0..scene.places.len()).map(|member| named(scene, member)).collect();
    let joined = |a: &BTreeSet<String>, b: &BTreeSet<String>| {
        together.iter().any(|names| !names.is_disjoint(a) && !names.is_disjoint(b))
    };
    let disputed = scene.disputed(&given, ALIKE, |a, b| !a.keys.is_disjoint(&b.keys) || joined(&a.keys, &b.keys));
    let values = disputed.iter().map(|&at| {
        let (member, location) = &given[at];
        scene.reading(*member, location.span, location.name.clone())
    });
    found(DiscrepancyKind::Place, values.collect())
}

/// The place of a statement that names exactly one with a word of place before it.
fn location(scene: &Scene<'_>, member: usize) -> Option<Location> {
    let place = scene.places[member];
    let statement = scene.reports.statement(place);
    let mut found = statement.participants.iter().filter(|m| {
        m.kind == EntityKind::Place
            && WHERE.contains(&word_before(scene, place.document, statement.span, m.span).as_str())
    });
    let (first, second) = (found.next()?, found.next());
    if second.is_some() {
        return None;
    }
    let name = scene.entities.shown(&first.name).to_owned();
    Some(Location { keys: keys(&name), span: first.span, name })
}

/// The folded word before a mention, within its statement.
fn word_before(scene: &Scene<'_>, document: u32, statement: Span, mention: Span) -> String {
    if mention.start <= statement.start {
        return String::new();
    }
    let before = scene.reports.cut(document, Span::new(statement.start, mention.start));
    words(before).last().map_or_else(String::new, |w| fold(w.text))
}

/// The places that a statement's sentence names.
fn named(scene: &Scene<'_>, member: usize) -> BTreeSet<String> {
    let place = scene.places[member];
    let sentence = scene.reports.statement(place).sentence;
    let mentions = &scene.reports.documents[place.document as usize].mentions;
    let from = mentions.partition_point(|m| m.span.start < sentence.start);
    mentions[from..]
        .iter()
        .take_while(|m| m.span.start < sentence.end)
        .filter(|m| m.kind == EntityKind::Place)
        .flat_map(|m| keys(scene.entities.shown(&m.name)))
        .collect()
}

fn keys(name: &str) -> BTreeSet<String> {
    let key = entities::key(name);
    countries::country(&key).map(str::to_owned).into_iter().chain([key]).collect()
}
