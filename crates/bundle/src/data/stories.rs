//! Stories: what documents tell of one event or matter, as lists, pages and lanes show them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use model::bundle::{Bracket, ClaimCard, Event, Moved, StoryBrief, StoryCard, StoryPage, Timeline};
use model::{Standing, Story};

use super::cards::{corpus_brackets, numbers, plain_card};
use crate::tables::Tables;

/// The most stories in the list.
const LISTED: usize = 2_000;

/// The most claims on the page of a story.
const CLAIMS: usize = 1_000;

/// Reports whose stories without a name are too slight for the overview.
const FEW: usize = 2;

/// What a report of a story weighs that has a name, and of one that has none.
const NAMED: usize = 3;
const UNNAMED: usize = 2;

/// The most people named on the page of a story.
const PEOPLE: usize = 24;

/// The events of each story, by its id.
pub(crate) type Events<'a> = BTreeMap<&'a str, Vec<&'a Event>>;

/// `stories.bin`.
pub(super) fn list(tables: &Tables<'_>) -> Vec<StoryCard> {
    tables.relations.stories.iter().take(LISTED).map(|story| card(tables, story)).collect()
}

/// Where stories that were merged away have gone, by their old id.
pub(super) fn moved(tables: &Tables<'_>) -> Vec<Moved> {
    let stories = &tables.relations.stories;
    let moved = stories.iter().flat_map(|story| story.aliases.iter().map(|alias| (alias.clone(), story.id.clone())));
    let moved: BTreeMap<_, _> = model::order::gather(moved.filter(|(from, _)| tables.story_index(from).is_none()));
    moved.into_iter().map(|(from, to)| Moved { from, to }).collect()
}

/// The events of the timeline, by story.
pub(crate) fn events<'a>(tables: &Tables<'a>, timeline: &'a Timeline) -> Events<'a> {
    let mut events: Events<'a> = BTreeMap::new();
    for event in &timeline.events {
        if let Some(story) = story_of(tables, event) {
            events.entry(story.id.as_str()).or_default().push(event);
        }
    }
    events
}

/// The story of the claim that an event is of.
pub(super) fn story_of<'a>(tables: &Tables<'a>, event: &Event) -> Option<&'a Story> {
    let claim = tables.relations.claims.get(tables.claim_index(&event.claim)? as usize)?;
    tables.story(&claim.story)
}

/// The stories that most documents tell, as the overview of many documents shows them.
pub(super) fn briefs(tables: &Tables<'_>, most: usize) -> Vec<StoryBrief> {
    // What a story of many reports speaks of, where it is two things at least, tells more than the name of one that two tell.
    let told = |story: &Story| {
        let several = story.line.as_ref().is_some_and(|line| line.of.len() > 1);
        several && story.documents.len() > FEW
    };
    let reads = |story: &&Story| story.documents.len() > 1 && (story.is_named() || told(story));
    let mut stories: Vec<&Story> = tables.relations.stories.iter().filter(reads).collect();
    // Of like weight those with a name come first.
    let weight = |story: &Story| story.documents.len() * if story.is_named() { NAMED } else { UNNAMED };
    model::order::sort_by_cached_key(&mut stories, |story| Reverse(weight(story)));
    let stories = stories.into_iter().take(most);
    let brief = |story: &Story| {
        let weight = |claim: &&model::Claim| (claim.count_origins(), claim.articles());
        let kinds: [fn(&model::Claim) -> bool; 3] =
            [|c| c.standing == Standing::Agreed, |c| c.standing == Standing::Differs, |c| c.open];
        let mut claims: Vec<ClaimCard> = Vec::new();
        for kind in kinds {
            // A story is often called what its first claim is: that needs no second telling.
            let found =
                tables.claims_of(story).filter(|claim| claim.stands && kind(claim) && claim.title != story.title);
            // Of those that weigh the same, the first.
            let found = found.reduce(|best, next| if weight(&next) > weight(&best) { next } else { best });
            if let Some(claim) = found.filter(|claim| claims.iter().all(|card| card.id != claim.id)) {
                claims.push(ClaimCard { earlier: Vec::new(), ..plain_card(tables, claim) });
            }
        }
        StoryBrief { card: card(tables, story), claims }
    };
    stories.map(brief).collect()
}

fn card(tables: &Tables<'_>, story: &Story) -> StoryCard {
    let claims: Vec<&model::Claim> = tables.claims_of(story).collect();
    let count = |counts: fn(&model::Claim) -> bool| claims.iter().filter(|claim| counts(claim)).count() as u32;
    let all = claims.iter().flat_map(|claim| &claim.origins);
    let known = all.filter(|origin| origin.name != model::UNKNOWN_ORIGIN && !origin.denies);
    let origins: BTreeSet<&str> = model::order::gather(known.map(|origin| origin.id.as_str()));
    StoryCard {
        id: story.id.clone(),
        title: story.title.clone(),
        stands: story.is_named(),
        line: story.line.clone(),
        when: story.when.clone(),
        documents: numbers(&story.documents),
        claims: story.claims.len() as u32,
        agreed: count(|claim| claim.standing == Standing::Agreed),
        differs: count(|claim| claim.standing == Standing::Differs),
        open: count(|claim| claim.open),
        origins: origins.len().max(1) as u32,
    }
}

/// The page of the story with this index.
pub(crate) fn story_page(tables: &Tables<'_>, events: &Events<'_>, index: u32) -> Option<StoryPage> {
    let story = tables.relations.stories.get(index as usize)?;
    let told: BTreeSet<u32> = model::order::gather(numbers(&story.documents));
    let within = |mut bracket: Bracket| {
        bracket.documents.retain(|number| told.contains(number));
        (bracket.documents.len() > 1).then_some(bracket)
    };
    let quoted = |id: &String| tables.relations.people.iter().find(|person| person.entity.id == *id);
    let people = story.entities.iter().filter_map(quoted);
    Some(StoryPage {
        card: card(tables, story),
        claims: tables.claims_of(story).take(CLAIMS).map(|claim| plain_card(tables, claim)).collect(),
        events: own_events(&story.title, events.get(story.id.as_str()).map_or(&[], Vec::as_slice)),
        documents: tables.cards_of(story.documents.iter().copied()),
        brackets: corpus_brackets(tables.relations, tables.cards.len()).into_iter().filter_map(within).collect(),
        people: people.take(PEOPLE).map(|person| (person.entity.id.clone(), person.entity.name.clone())).collect(),
    })
}

/// The events of one story, as they are told and were told once, by date: in its one lane and without the places that
/// they have among all.
fn own_events(title: &str, events: &[&Event]) -> Vec<Event> {
    let own = |event: &&Event| Event { settled_by: None, lane: title.to_owned(), ..(*event).clone() };
    events.iter().map(own).collect()
}
