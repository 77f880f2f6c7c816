use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use model::bundle::{Event, Timeline};
use model::{Claim, Commitment, Day, EntityKind, Member, Occasion, Statement};

use super::cards::corpus_brackets;
use super::stories;
use super::words::shorten;
use crate::tables::Tables;

/// The most events that the timeline carries. Where there are more, those that most origins and most documents tell are
/// kept: a page that draws more is slow, and nobody reads it.
const EVENTS: usize = 2_000;

/// The most documents whose publication the timeline marks.
const DOCUMENTS: usize = 2_000;

/// The most words that are shown of a statement, in code points.
const SAID: usize = 200;

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

/// The events of one claim: one for each of its occasions.
fn events_of(tables: &Tables<'_>, claim: &Claim) -> Vec<Event> {
    claim.occasions.iter().filter_map(|occasion| event(tables, claim, occasion)).collect()
}

fn event(tables: &Tables<'_>, claim: &Claim, occasion: &Occasion) -> Option<Event> {
    let statement =
        |member: &Member| tables.documents.get(member.document as usize)?.statements.get(member.statement as usize);
    let members: Vec<(&Member, &Statement)> = occasion
        .members
        .iter()
        .filter_map(|&index| claim.members.get(index as usize))
        .filter_map(|member| Some((member, statement(member)?)))
        .collect();
    let &(first, told) = members.first()?;
    let commitment = usual_commitment(members.iter().map(|(_, statement)| statement.commitment));
    let documents: BTreeSet<u32> = members.iter().map(|(member, _)| member.document).collect();
    let expected = commitment == Commitment::Expected;
    let label = occasion.label.clone();
    let said = shorten(tables.cut(first.document, told.span), SAID);
    Some(Event {
        claim: claim.id.clone(),
        said: if said == label { String::new() } else { said },
        label,
        when: occasion.when.clone(),
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
    })
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
