use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::bundle::{About, ClaimCard, DocumentCard, Event, Group, Overview, PersonCard, Timeline};
use model::{EntityKind, Standing};
use viewer::parting::is_told_otherwise;

use super::cards::{claim_card, corpus_brackets, numbers};
use super::records::sayings;
use super::stories;
use super::timeline::{foremost, with_earlier};
use crate::tables::Tables;

/// From so many documents on, the overview is about stories.
const MANY: usize = 30;

/// The most stories that it shows.
const STORIES: usize = 12;

/// The most documents that its strip marks.
const MARKED: usize = 200;

/// The most events on its strip.
const EVENTS: usize = 40;

/// The most reports that the page "About" lists.
const SOURCES: usize = 1_000;

/// The most people in their list, and the most documents beside each.
const PEOPLE: usize = 2_000;

/// `overview.bin`.
pub(super) fn overview(tables: &Tables<'_>, timeline: &Timeline) -> Overview {
    let cards: Vec<ClaimCard> = tables.relations.claims.iter().map(|claim| claim_card(tables, claim)).collect();
    let standing = |standing: Standing| Group::of(cards.iter(), move |card| card.standing == standing);
    Overview {
        agreed: standing(Standing::Agreed),
        differs: standing(Standing::Differs),
        one_origin: standing(Standing::OneOrigin),
        open: Group::of(cards.iter(), |card| card.open),
        perhaps: standing(Standing::Perhaps),
        wordings: cards.iter().filter(|card| is_told_otherwise(card)).count() as u32,
        documents: marked(tables),
        brackets: corpus_brackets(tables.relations, usize::MAX),
        events: strip(tables, timeline),
        stories: if tables.cards.len() < MANY { Vec::new() } else { stories::briefs(tables, STORIES) },
    }
}

/// The documents of the strip: those that the list below begins with, and of the others so many at even distances, up to
/// the last, that none of the time in which reports came out seems to have none.
fn marked(tables: &Tables<'_>) -> Vec<DocumentCard> {
    let listed = Overview::LISTED.min(tables.cards.len());
    let (first, rest) = tables.cards.split_at(listed);
    let stride = rest.len().div_ceil(MARKED - Overview::LISTED).max(1);
    let last = rest.len().saturating_sub(1);
    let among = rest.iter().enumerate().filter(|(at, _)| at % stride == 0 || *at == last).map(|(_, card)| card);
    first.iter().chain(among).cloned().collect()
}

/// The events of the strip, without the words that only the timeline itself shows.
fn strip(tables: &Tables<'_>, timeline: &Timeline) -> Vec<Event> {
    let wordless = |event: &Event| Event { said: String::new(), ..event.clone() };
    with_earlier(tables, foremost(tables, timeline.events.iter().map(wordless).collect(), EVENTS))
}

/// How many origins the claims come down to: what several claims name is one.
pub(super) fn count_origins(tables: &Tables<'_>) -> u32 {
    let all = tables.relations.claims.iter().flat_map(|claim| &claim.origins);
    let origins = all.filter(|origin| origin.name != model::UNKNOWN_ORIGIN && !origin.denies);
    let distinct: BTreeMap<&str, ()> = model::order::gather(origins.map(|origin| (origin.id.as_str(), ())));
    distinct.len() as u32
}

/// `people.bin`: by how often they are quoted.
pub(super) fn people(tables: &Tables<'_>) -> Vec<PersonCard> {
    let mut people: Vec<_> = tables.relations.people.iter().collect();
    model::order::sort_by_key(&mut people, |person| (Reverse(person.says.len()), &person.entity.id));
    people.truncate(PEOPLE);
    let card = |person: &model::Person| {
        let mut documents = numbers(&person.says.iter().map(|&(document, _)| document).collect::<Vec<_>>());
        documents.truncate(PEOPLE);
        PersonCard {
            id: person.entity.id.clone(),
            name: person.entity.name.clone(),
            role: person.role.clone(),
            says: sayings(tables, person).len() as u32,
            documents,
            body: person.entity.kind != EntityKind::Person,
        }
    };
    let mut cards: Vec<PersonCard> = people.into_iter().map(card).collect();
    // What is told twice counts once on their pages, and so it does here.
    model::order::sort_by_cached_key(&mut cards, |card| (Reverse(card.says), card.id.clone()));
    cards
}

/// `about.bin`; `exports` are paths below the site's root, with their bytes.
pub(super) fn about(tables: &Tables<'_>, exports: Vec<(String, u64)>) -> About {
    // One decision often is of many claims.
    let mut decided: Vec<(&str, Vec<&str>)> = Vec::new();
    for (claim, review) in
        tables.relations.claims.iter().flat_map(|claim| claim.reviews.iter().map(move |r| (claim, r)))
    {
        match decided.iter_mut().find(|(other, _)| *other == review) {
            Some((_, titles)) => titles.push(&claim.title),
            None => decided.push((review, vec![&claim.title])),
        }
    }
    let told = |(review, titles): (&str, Vec<&str>)| match titles.as_slice() {
        [one] => format!("{one}: {review}"),
        several => format!("{review} ({} claims)", several.len()),
    };
    let original = |card: &model::bundle::DocumentCard| {
        let annotated = tables.documents.get(card.number as usize - 1);
        (card.clone(), annotated.and_then(|annotated| annotated.document.original.clone()))
    };
    About {
        reviews: decided.into_iter().map(told).collect(),
        sources: tables.cards.iter().take(SOURCES).map(original).collect(),
        exports,
    }
}
