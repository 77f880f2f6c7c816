use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use model::bundle::{Event, Timeline};
use model::{Claim, Commitment, Day, EntityKind, Member, Statement, When};

use super::cards::corpus_brackets;
use super::stories;
use super::tables::Tables;
use super::words::shorten;

/// The most events that the timeline carries. Where there are more, those that most origins and most documents tell are
/// kept: a page that draws more is slow, and nobody reads it.
const EVENTS: usize = 2_000;

/// The most documents whose publication the timeline marks.
const DOCUMENTS: usize = 2_000;

/// The most times of one claim that are drawn as events of their own.
const TIMES_OF_A_CLAIM: usize = 4;

/// The most words that are shown of a statement, in code points.
const SAID: usize = 200;

/// The longest label, in code points.
const LABEL: usize = 90;

/// The events of the corpus by date, in lanes.
pub(crate) fn timeline(tables: &Tables<'_>) -> Timeline {
    let mut events: Vec<Event> = Vec::new();
    for claim in &tables.relations.claims {
        events.extend(events_of(tables, claim));
    }
    let mut events = foremost(tables, events, EVENTS);
    stories::assign_lanes(tables, &mut events);
    let documents = tables.cards.iter().take(DOCUMENTS).cloned().collect();
    Timeline { events, documents, brackets: corpus_brackets(tables.relations, DOCUMENTS) }
}

/// The `most` events that most origins and documents tell, by date; what settles what is found anew among them.
pub(crate) fn foremost(tables: &Tables<'_>, mut events: Vec<Event>, most: usize) -> Vec<Event> {
    if events.len() > most {
        let origins = |event: &Event| {
            let claim = tables.claim_index(&event.claim).and_then(|index| tables.relations.claims.get(index as usize));
            claim.map_or(0, |claim| claim.origins.len())
        };
        events.sort_by_cached_key(|event| {
            (Reverse(origins(event)), Reverse(event.documents.len()), event.claim.clone(), event.when.clone())
        });
        events.truncate(most);
    }
    events.sort_by_cached_key(|event| (event.when.sort_day(), event.claim.clone(), event.when.clone()));
    settle(tables, &mut events);
    events
}

/// Points each expectation to the event that settles it.
fn settle(tables: &Tables<'_>, events: &mut [Event]) {
    let mut happened: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for (index, event) in (0..).zip(events.iter()).filter(|(_, event)| !event.expected) {
        happened.entry(event.claim.clone()).or_default().push(index);
    }
    for index in 0..events.len() {
        let event = &events[index];
        let claim = tables.claim_index(&event.claim).and_then(|index| tables.relations.claims.get(index as usize));
        let expectation = claim.and_then(|claim| claim.expectation.as_ref()).filter(|_| event.expected);
        let settled_by = expectation.iter().flat_map(|expectation| &expectation.settled_by).find_map(|settled| {
            let candidates = happened.get(settled.claim.as_ref().unwrap_or(&event.claim))?;
            let tells = |&&at: &&u32| events[at as usize].documents.contains(&(settled.document + 1));
            candidates.iter().find(tells).or_else(|| candidates.first()).copied()
        });
        events[index].settled_by = settled_by;
    }
}

/// Statements of one claim whose times can be the same.
struct Group<'a> {
    /// The finest of the times.
    when: &'a When,
    members: Vec<(&'a Member, &'a Statement)>,
}

/// The events of one claim: one for each of its times that cannot be another's.
fn events_of(tables: &Tables<'_>, claim: &Claim) -> Vec<Event> {
    let mut timed: Vec<(&When, &Member, &Statement)> = claim
        .members
        .iter()
        .filter_map(|member| {
            let statement =
                tables.documents.get(member.document as usize)?.statements.get(member.statement as usize)?;
            Some((statement.time.as_ref().filter(|when| dated(when))?, member, statement))
        })
        .collect();
    timed.sort_by_key(|(when, member, statement)| (width(when), member.document, statement.span));
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (when, member, statement) in timed {
        match groups.iter_mut().find(|group| group.when.meets(when)) {
            Some(group) => group.members.push((member, statement)),
            None => groups.push(Group { when, members: vec![(member, statement)] }),
        }
    }
    groups.sort_by_key(|group| (Reverse(group.members.len()), group.when.sort_day()));
    groups.truncate(TIMES_OF_A_CLAIM);
    (0..).zip(groups).map(|(place, group)| event(tables, claim, group, place == 0)).collect()
}

/// Whether a time can be drawn.
fn dated(when: &When) -> bool {
    when.first.is_some() || when.last.is_some()
}

/// How many days a time covers; an open one covers more than any other.
fn width(when: &When) -> i64 {
    match (when.first, when.last) {
        (Some(first), Some(last)) => i64::from(last.0) - i64::from(first.0),
        _ => i64::MAX,
    }
}

fn event(tables: &Tables<'_>, claim: &Claim, mut group: Group<'_>, main: bool) -> Event {
    group.members.sort_by_key(|(member, statement)| (member.document, statement.span));
    let (first, told) = group.members[0];
    let commitment = usual_commitment(group.members.iter().map(|(_, statement)| statement.commitment));
    let documents: BTreeSet<u32> = group.members.iter().map(|(member, _)| member.document).collect();
    let expected = commitment == Commitment::Expected;
    let label = if main { shorten(&claim.title, LABEL) } else { own_words(tables, &group) };
    let said = shorten(tables.cut(first.document, told.span), SAID);
    Event {
        claim: claim.id.clone(),
        said: if said == label { String::new() } else { said },
        label,
        when: group.when.clone(),
        expected,
        commitment,
        origin: claim.origins.get(first.origin as usize).map(|origin| origin.name.clone()).unwrap_or_default(),
        known: documents.iter().filter_map(|&document| published(tables, document)).min(),
        outlets: outlets(tables, &documents),
        documents: documents.iter().map(|document| document + 1).collect(),
        at: told.span,
        outcome: claim
            .expectation
            .as_ref()
            .filter(|_| expected)
            .map(|expectation| expectation.outcome.words().to_owned()),
        settled_by: None,
        lane: String::new(),
        people: people(tables, claim),
    }
}

/// The words of the shortest statement of a group: what sets its time apart from the claim's others.
fn own_words(tables: &Tables<'_>, group: &Group<'_>) -> String {
    let words = group.members.iter().map(|(member, statement)| tables.cut(member.document, statement.span));
    words.min_by_key(|words| words.len()).map(|words| shorten(words, LABEL)).unwrap_or_default()
}

/// The commitment that most share; of two, the one nearer to plain assertion.
fn usual_commitment(commitments: impl Iterator<Item = Commitment>) -> Commitment {
    let mut counts: BTreeMap<Commitment, usize> = BTreeMap::new();
    for commitment in commitments {
        *counts.entry(commitment).or_default() += 1;
    }
    let most = counts.iter().max_by_key(|&(&commitment, &count)| (count, Reverse(commitment)));
    most.map_or(Commitment::Asserted, |(&commitment, _)| commitment)
}

/// The last day on which a document can have been published: before it, nobody can be sure to have read it.
fn published(tables: &Tables<'_>, document: u32) -> Option<Day> {
    let when = tables.documents.get(document as usize)?.document.published.as_ref()?;
    when.last.or(when.first)
}

fn outlets(tables: &Tables<'_>, documents: &BTreeSet<u32>) -> Vec<String> {
    let named = documents.iter().filter_map(|&document| tables.cards.get(document as usize)?.outlet.clone());
    named.collect::<BTreeSet<_>>().into_iter().collect()
}

fn people(tables: &Tables<'_>, claim: &Claim) -> Vec<String> {
    let entities = claim.entities.iter().filter_map(|id| tables.entity(id));
    entities.filter(|entity| entity.kind == EntityKind::Person).map(|entity| entity.name.clone()).collect()
}
