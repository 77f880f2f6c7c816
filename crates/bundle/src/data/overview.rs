use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::bundle::{About, ClaimCard, Event, Group, Overview, PersonCard, Timeline};
use model::{Claim, EntityKind, Standing};

use super::cards::{claim_card, corpus_brackets, numbers};
use super::stories;
use super::timeline::{foremost, with_earlier};
use crate::tables::Tables;

/// From so many documents on, the overview is about stories.
const MANY: usize = 30;

/// The most stories that it shows.
const STORIES: usize = 12;

/// The most documents that it lists.
const DOCUMENTS: usize = 24;

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
        perhaps: standing(Standing::Perhaps).total,
        documents: tables.cards.iter().take(DOCUMENTS).cloned().collect(),
        brackets: corpus_brackets(tables.relations, DOCUMENTS),
        events: strip(tables, timeline),
        stories: if tables.cards.len() < MANY { Vec::new() } else { stories::briefs(tables, STORIES) },
    }
}

/// The events of the strip, without the words that only the timeline itself shows.
fn strip(tables: &Tables<'_>, timeline: &Timeline) -> Vec<Event> {
    let wordless = |event: &Event| Event { said: String::new(), ..event.clone() };
    with_earlier(tables, foremost(tables, timeline.events.iter().map(wordless).collect(), EVENTS))
}

/// How many origins the claims come down to: what several claims name is one.
pub(super) fn count_origins(tables: &Tables<'_>) -> u32 {
    let all = tables.relations.claims.iter().flat_map(|claim| &claim.origins);
    let origins = all.filter(|origin| origin.name != model::UNKNOWN_ORIGIN);
    let distinct: BTreeMap<&str, ()> = origins.map(|origin| (origin.id.as_str(), ())).collect();
    distinct.len() as u32
}

/// `people.bin`: by how often they are quoted.
pub(super) fn people(tables: &Tables<'_>) -> Vec<PersonCard> {
    let mut people: Vec<_> = tables.relations.people.iter().collect();
    model::order::sort_by_key(&mut people, |person| (Reverse(person.says.len()), &person.entity.id));
    let card = |person: &model::Person| {
        let mut documents = numbers(&person.says.iter().map(|&(document, _)| document).collect::<Vec<_>>());
        documents.truncate(PEOPLE);
        PersonCard {
            id: person.entity.id.clone(),
            name: person.entity.name.clone(),
            role: person.role.clone(),
            says: person.says.len() as u32,
            documents,
            body: person.entity.kind != EntityKind::Person,
        }
    };
    people.into_iter().take(PEOPLE).map(card).collect()
}

/// `about.bin`; `exports` are paths below the site's root, with their bytes.
pub(super) fn about(tables: &Tables<'_>, exports: Vec<(String, u64)>) -> About {
    let decided = |claim: &Claim| {
        let title = claim.title.clone();
        claim.reviews.clone().into_iter().map(move |review| format!("{title}: {review}"))
    };
    let original = |card: &model::bundle::DocumentCard| {
        let annotated = tables.documents.get(card.number as usize - 1);
        (card.clone(), annotated.and_then(|annotated| annotated.document.original.clone()))
    };
    About {
        reviews: tables.relations.claims.iter().flat_map(decided).collect(),
        sources: tables.cards.iter().take(SOURCES).map(original).collect(),
        exports,
    }
}
