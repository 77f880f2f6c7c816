use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use model::bundle::{Dates, Event, Timeline};
use model::{Claim, Commitment, Day, EntityKind, Member, Occasion, Statement};

use super::cards::corpus_brackets;
use super::lanes;
use super::words::shorten;
use crate::tables::Tables;

/// The most origins that an event names.
const NAMED: usize = 2;

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
    let total = events.iter().filter(|event| event.until.is_none()).count() as u32;
    let mut events = with_earlier(tables, foremost(tables, events, EVENTS));
    lanes::assign(tables, &mut events);
    let documents = tables.cards.iter().take(DOCUMENTS).cloned().collect();
    let brackets = corpus_brackets(tables.relations, DOCUMENTS);
    Timeline { events, documents, brackets, dates: Dates::of(&tables.cards), total }
}

/// The `most` events that most origins and documents tell with all reports out, and of these those of the stories that most do, by
/// date; what settles what is found anew among them.
pub(crate) fn foremost(tables: &Tables<'_>, mut events: Vec<Event>, most: usize) -> Vec<Event> {
    events.retain(|event| event.until.is_none());
    if events.len() > most {
        let origins = |event: &Event| {
            let claim = tables.claim_index(&event.claim).and_then(|index| tables.relations.claims.get(index as usize));
            claim.map_or(0, |claim| claim.count_origins())
        };
        let story = |event: &Event| super::stories::story_of(tables, event).map_or(0, |story| story.documents.len());
        model::order::sort_by_cached_key(&mut events, |event| {
            let told = (origins(event), event.documents.len(), story(event));
            (Reverse(told), event.claim.clone(), event.when.clone())
        });
        events.truncate(most);
    }
    model::order::sort_by_cached_key(&mut events, order);
    settle(tables, &mut events);
    events
}

/// The events with what each was told as while fewer reports were out, by date.
pub(crate) fn with_earlier(tables: &Tables<'_>, mut events: Vec<Event>) -> Vec<Event> {
    let claims: BTreeSet<String> = model::order::gather(events.iter().map(|event| event.claim.clone()));
    let claims = claims.iter().filter_map(|id| tables.relations.claims.get(tables.claim_index(id)? as usize));
    for claim in claims.filter(|claim| !claim.earlier.is_empty()) {
        let own: Vec<usize> = (0..events.len()).filter(|&at| events[at].claim == claim.id).collect();
        let mut earlier: Vec<Event> = Vec::new();
        for (place, stage) in claim.earlier.iter().enumerate() {
            let until = claim.earlier.get(place + 1).map(|next| next.from).or(claim.since);
            for event in events_of(tables, &stage.claim) {
                let same = |other: &Event| same(other, &event);
                if let Some(before) = earlier.iter_mut().find(|other| other.until == Some(stage.from) && same(other)) {
                    before.until = until;
                } else {
                    earlier.push(Event { since: Some(stage.from), until: until.or(Some(Day::LAST)), ..event });
                }
            }
        }
        // What is still told so needs no telling twice; what is told so only since then is not known before.
        for &at in &own {
            let now = &mut events[at];
            let from = claim.since.unwrap_or(Day::LAST);
            match earlier.iter().position(|other| other.until == Some(from) && same(other, now)) {
                Some(place) => now.since = earlier.remove(place).since,
                None => now.since = Some(from),
            }
        }
        events.extend(earlier);
    }
    model::order::sort_by_cached_key(&mut events, order);
    settle(tables, &mut events);
    events
}

/// Whether two events of a claim are told alike, whenever.
fn same(a: &Event, b: &Event) -> bool {
    let bare = |event: &Event| Event { known: None, since: None, until: None, settled_by: None, ..event.clone() };
    bare(a) == bare(b)
}

/// The order of events: those that are told with all reports first, of one day.
fn order(event: &Event) -> (Day, bool, String, model::When) {
    (event.when.sort_day(), event.until.is_some(), event.claim.clone(), event.when.clone())
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
        let told = claim.filter(|_| event.outcome.is_some()).and_then(|claim| match (event.since, event.until) {
            (Some(since), Some(_)) => claim.on(since),
            _ => Some(claim),
        });
        let expectation = told.and_then(|claim| claim.expectation.as_ref()).filter(|_| event.expected);
        let settled_by = expectation.iter().flat_map(|expectation| &expectation.settled_by).find_map(|settled| {
            let candidates = happened.get(settled.claim.as_ref().unwrap_or(&event.claim))?;
            // Told at the same time as what it settles.
            let together = |&&at: &&u32| {
                let other = &events[at as usize];
                match (event.since, event.until) {
                    (Some(day), Some(_)) => other.on(day),
                    _ => other.until.is_none(),
                }
            };
            let tells = |&&at: &&u32| events[at as usize].documents.contains(&(settled.document + 1));
            let mut together = candidates.iter().filter(together);
            together.clone().find(tells).or_else(|| together.next()).copied()
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
    let documents: BTreeSet<u32> = model::order::gather(members.iter().map(|(member, _)| member.document));
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
        origin: origin(tables, claim, &members),
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
        people: people(tables, claim, &members),
        since: None,
        until: None,
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

/// The day from which on a document is certainly out.
fn published(tables: &Tables<'_>, document: u32) -> Option<Day> {
    tables.documents.get(document as usize)?.document.out()
}

fn outlets(tables: &Tables<'_>, documents: &BTreeSet<u32>) -> Vec<String> {
    let named = documents.iter().filter_map(|&document| tables.cards.get(document as usize)?.outlet.clone());
    model::order::gather::<_, BTreeSet<_>>(named).into_iter().collect()
}

/// What the event rests on: the origins of those who tell it, how many where they are many.
fn origin(tables: &Tables<'_>, claim: &Claim, members: &[(&Member, &Statement)]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for (member, _) in members {
        let Some(origin) = claim.origins.get(member.origin as usize).filter(|origin| !origin.denies) else { continue };
        let document = tables.documents.get(member.document as usize).map(|annotated| &annotated.document);
        // A report whose outlet nobody names is no name for it.
        let own = document.is_some_and(|document| document.outlet.is_none() && document.title == origin.name);
        let name = if own { "outlet unknown" } else { origin.name.as_str() };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.len() > NAMED { format!("{} origins", names.len()) } else { names.join(" and ") }
}

/// The people who take part in what the statements of an occasion tell: who only speaks of it in another one, does not.
fn people(tables: &Tables<'_>, claim: &Claim, members: &[(&Member, &Statement)]) -> Vec<String> {
    let named = |entity: &&model::Entity| {
        let mut mentions = members.iter().flat_map(|(_, statement)| &statement.participants);
        mentions.any(|mention| mention.name == entity.name || entity.aliases.contains(&mention.name))
    };
    let entities = claim.entities.iter().filter_map(|id| tables.entity(id));
    let people = entities.filter(|entity| entity.kind == EntityKind::Person).filter(named);
    people.map(|entity| entity.name.clone()).collect()
}
