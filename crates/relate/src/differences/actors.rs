//! Who did it, or who says so.

use model::{Discrepancy, DiscrepancyKind, EntityKind, Holder, Span};

use super::scene::{Scene, settle};
use crate::entities;
use crate::findings::Findings;
use crate::ground::roles::is_unnamed;
use crate::ground::words::{folded, words};
use crate::ground::{countries, roles};
use crate::sources::source_name;

/// What two statements share at least, names apart, for their actors to be compared.
const ALIKE: f32 = 0.6;

/// The same for who says so.
const ALIKE_SAID: f32 = 0.5;

/// Words of a statement before which its subject begins.
const SUBJECT: usize = 3;

/// Somebody with the words that name them.
struct Actor {
    key: String,
    name: String,
    span: Span,
    /// Everybody whom the statement names.
    others: Vec<String>,
}

/// At most one of who did it, and one of who says so.
pub(super) fn actors(scene: &Scene<'_>, findings: &Findings<'_>) -> Vec<Discrepancy> {
    let did: Vec<(usize, Actor)> =
        (0..scene.places.len()).filter_map(|member| Some((member, subject(scene, member)?))).collect();
    let together = |a: &Actor, b: &Actor| a.others.contains(&b.key) || b.others.contains(&a.key);
    let same = |a: &Actor, b: &Actor| one(a, b) || together(a, b);
    let said: Vec<(usize, (usize, Actor))> =
        (0..scene.places.len()).filter_map(|member| Some((member, (member, speaker(scene, member)?)))).collect();
    // That two speakers say the same is agreement, unless both documents retell one source.
    let retold = |a: usize, b: usize| {
        scene.origins[a] == scene.origins[b]
            && !findings.sources.ties(scene.places[a].document, scene.places[b].document).is_empty()
    };
    [
        discrepancy(scene, "who did it", &did, |a| a, scene.disputed(&did, ALIKE, same)),
        discrepancy(
            scene,
            "who says so",
            &said,
            |(_, actor)| actor,
            scene.disputed(&said, ALIKE_SAID, |(m, a), (n, b)| one(a, b) || together(a, b) || !retold(*m, *n)),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn discrepancy<T>(
    scene: &Scene<'_>,
    about: &str,
    given: &[(usize, T)],
    actor: impl Fn(&T) -> &Actor,
    disputed: Vec<usize>,
) -> Option<Discrepancy> {
    let values = disputed.iter().map(|&at| {
        let (member, value) = &given[at];
        scene.reading(*member, actor(value).span, actor(value).name.clone())
    });
    (!disputed.is_empty()).then(|| Discrepancy {
        kind: DiscrepancyKind::Actor,
        about: about.to_owned(),
        update: false,
        values: settle(values.collect()),
    })
}

/// Who stands at the head of a statement, where it is a single person or body.
fn subject(scene: &Scene<'_>, member: usize) -> Option<Actor> {
    let place = scene.places[member];
    let statement = scene.reports.statement(place);
    let key_of = |name: &str| key(scene, name);
    let first = statement.participants.iter().min_by_key(|m| m.span)?;
    if first.span.start < statement.span.start || first.kind == EntityKind::Other {
        return None;
    }
    let before = words(scene.reports.cut(place.document, Span::new(statement.span.start, first.span.start))).len();
    let after = scene.reports.cut(place.document, Span::new(first.span.end, statement.span.end));
    // "A and B met", "In A, …", "A's car": not one subject.
    let next = words(after).first().map_or("", |w| w.text);
    let alone = !after.starts_with([',', '\'', '’', '-']) && !matches!(next, "and" | "or" | "said" | "says");
    let introduced = matches!(
        words(scene.reports.cut(place.document, Span::new(statement.span.start, first.span.start)))
            .last()
            .map(|w| w.text),
        Some("In" | "At" | "On" | "Near" | "From" | "By" | "in" | "at" | "on" | "near" | "from" | "by" | "with" | "of")
    );
    let named: Vec<String> = statement.participants.iter().map(|m| key_of(&m.name)).collect();
    (before <= SUBJECT && alone && !introduced).then(|| Actor {
        key: key_of(&first.name),
        name: scene.entities.shown(&first.name).to_owned(),
        span: first.span,
        others: named,
    })
}

/// Whom a statement names as the one who says it.
fn speaker(scene: &Scene<'_>, member: usize) -> Option<Actor> {
    let statement = scene.reports.statement(scene.places[member]);
    let last = statement.holders.iter().skip(1).rposition(|h| !is_unnamed(&h.name))? + 1;
    let holder = &statement.holders[last];
    let joint = statement.holders[..=last].iter().rev().take_while(|h| h.joint).count();
    let name = |h: &Holder| key(scene, &source_name(scene.entities, &h.name));
    let with: Vec<String> = statement.holders[last - joint..last].iter().map(name).collect();
    // "The Swedish minister" may well be who the other report names.
    if described(&holder.name) {
        return None;
    }
    Some(Actor {
        key: key(scene, &source_name(scene.entities, &holder.name)),
        name: source_name(scene.entities, &holder.name),
        span: holder.span?,
        others: with,
    })
}

/// Whether two names may mean one: they are the same, or one has all words of the other ("Berg", "Anna Berg").
fn one(a: &Actor, b: &Actor) -> bool {
    let within = |a: &str, b: &str| a.split(' ').all(|word| b.split(' ').any(|other| other == word));
    within(&a.key, &b.key) || within(&b.key, &a.key)
}

/// Whether somebody is told by country and office alone.
fn described(name: &str) -> bool {
    let found = words(name);
    let nameless = |word: &str| !word.starts_with(char::is_uppercase) || countries::country(&folded(word)).is_some();
    found.iter().all(|w| nameless(w.text)) && found.last().is_some_and(|w| roles::is_role(w.text))
}

/// The key of an entity, or of the country that its name stands for.
fn key(scene: &Scene<'_>, name: &str) -> String {
    let key = entities::key(scene.entities.shown(name));
    countries::country(&key).map_or(key, |country| format!("@{country}"))
}
