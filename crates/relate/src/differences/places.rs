//! It happened in one place, or in another.

use std::collections::BTreeSet;

use model::{Discrepancy, DiscrepancyKind, EntityKind, Span};

use super::scene::{Given, Scene, found};
use crate::entities;
use crate::ground::countries;
use crate::ground::spelling;
use crate::ground::words::{fold, is_in, words};

/// Words after which a place is where something happened.
const WHERE: &[&str] = &["in", "at", "near", "outside", "off", "inside"];

/// What is too large to say where: who tells the country says it more closely.
const REGIONS: &str = "africa asia europe america antarctica oceania caribbean mideast balkans scandinavia sahel gulf maghreb \
    middle east west north south central eastern western northern southern latin the of";

/// Where one statement has it happen: keys of the place, and of the country that it stands for.
struct Location {
    keys: BTreeSet<String>,
    name: String,
    country: bool,
}

/// At most one: statements that put it in places of which neither report names the other's anywhere.
pub(super) fn places(scene: &Scene<'_>) -> Option<Discrepancy> {
    let given: Vec<Given<Location>> = (0..scene.places.len()).filter_map(|member| location(scene, member)).collect();
    if given.len() < 2 {
        return None;
    }
    let named: BTreeSet<String> =
        model::order::gather(scene.places.iter().flat_map(|place| named(scene, place.document)));
    // "The town of A, in B": who names both knows how they lie to each other, and a country holds its towns.
    let together = |a: &Location, b: &Location| {
        let both: Vec<&String> = a.keys.iter().chain(&b.keys).collect();
        scene.places.iter().any(|place| {
            let names = self::named(scene, place.document);
            a.keys.iter().any(|key| names.contains(key)) && b.keys.iter().any(|key| names.contains(key))
        }) && both.iter().all(|key| named.contains(*key))
    };
    let spelt =
        |a: &Location, b: &Location| a.keys.iter().any(|key| b.keys.iter().any(|other| spelling::is_one(key, other)));
    let meet = |a: &Location, b: &Location| {
        !a.keys.is_disjoint(&b.keys) || a.country != b.country || spelt(a, b) || together(a, b)
    };
    let disputed = scene.disputed(&given, meet);
    let values = disputed.iter().map(|&at| {
        let Given { member, span, value, .. } = &given[at];
        scene.reading(*member, *span, value.name.clone())
    });
    found(DiscrepancyKind::Place, "", values.collect())
}

/// The place of a statement that names exactly one with a word of place before it.
fn location(scene: &Scene<'_>, member: usize) -> Option<Given<Location>> {
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
    if words(&name).iter().all(|word| is_in(REGIONS, &fold(word.text))) {
        return None;
    }
    let keys = keys(&name);
    let country = keys.len() > 1;
    Some(scene.given(member, first.span, Location { keys, name, country }, &[]))
}

/// The folded word before a mention, within its statement.
fn word_before(scene: &Scene<'_>, document: u32, statement: Span, mention: Span) -> String {
    if mention.start <= statement.start {
        return String::new();
    }
    let before = scene.reports.cut(document, Span::new(statement.start, mention.start));
    words(before).last().map_or_else(String::new, |w| fold(w.text))
}

/// The places that a report names.
fn named(scene: &Scene<'_>, document: u32) -> BTreeSet<String> {
    let mentions = &scene.reports.documents[document as usize].mentions;
    let places = mentions.iter().filter(|m| m.kind == EntityKind::Place);
    model::order::gather(places.flat_map(|m| keys(scene.entities.shown(&m.name))))
}

fn keys(name: &str) -> BTreeSet<String> {
    let key = entities::key(name);
    model::order::gather(countries::country(&key).map(|country| format!("@{country}")).into_iter().chain([key]))
}
