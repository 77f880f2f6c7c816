//! Who did it, where only one can have.

use model::{Discrepancy, DiscrepancyKind, EntityKind, Span};

use super::scene::{Given, Scene, found};
use crate::entities;
use crate::ground::countries;
use crate::ground::roles::is_done_alone;
use crate::ground::spelling;
use crate::ground::words::{fold, words};

/// Somebody who did it.
struct Actor {
    key: String,
    name: String,
    /// Everybody whom the statement names.
    others: Vec<String>,
}

/// At most one of who did it.
pub(super) fn actors(scene: &Scene<'_>) -> Option<Discrepancy> {
    let did: Vec<Given<Actor>> = (0..scene.places.len()).filter_map(|member| subject(scene, member)).collect();
    let together = |a: &Actor, b: &Actor| a.others.contains(&b.key) || b.others.contains(&a.key);
    let disputed = scene.disputed(&did, |a, b| one(a, b) || together(a, b));
    let values = disputed.iter().map(|&at| {
        let Given { member, span, value, .. } = &did[at];
        scene.reading(*member, *span, value.name.clone())
    });
    found(DiscrepancyKind::Actor, "who did it", values.collect())
}

/// Who did it by the statement's own words, where it is one person alone.
fn subject(scene: &Scene<'_>, member: usize) -> Option<Given<Actor>> {
    let place = scene.places[member];
    let statement = scene.reports.statement(place);
    let clause = statement.clause.as_ref().filter(|clause| !clause.passive)?;
    let verb = fold(scene.reports.cut(place.document, clause.head));
    let subject = clause.subject.filter(|_| is_done_alone(&verb))?;
    let within = |span: Span| span.start >= subject.start && span.end <= subject.end;
    let mut named = statement.participants.iter().filter(|m| within(m.span));
    let who = named.next().filter(|m| m.kind == EntityKind::Person && named.next().is_none())?;
    let joined = words(scene.reports.cut(place.document, subject)).iter().any(|w| matches!(w.text, "and" | "or"));
    if joined || who.span.end != subject.end {
        return None;
    }
    let others = statement.participants.iter().map(|m| key(scene, &m.name)).collect();
    let name = scene.entities.shown(&who.name).to_owned();
    Some(scene.given(member, subject, Actor { key: key(scene, &who.name), name, others }, &[]))
}

/// Whether two names may mean one: they are the same, or one has all words of the other ("Berg", "Anna Berg").
fn one(a: &Actor, b: &Actor) -> bool {
    let same = |a: &str, b: &str| a == b || spelling::is_one(a, b);
    let within = |a: &str, b: &str| a.split(' ').all(|word| b.split(' ').any(|other| same(word, other)));
    within(&a.key, &b.key) || within(&b.key, &a.key)
}

/// The key of an entity, or of the country that its name stands for.
fn key(scene: &Scene<'_>, name: &str) -> String {
    let key = entities::key(scene.entities.shown(name));
    countries::country(&key).map_or(key, |country| format!("@{country}"))
}
