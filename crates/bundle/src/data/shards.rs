use model::bundle::{Timeline, shard};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::cards::claim_card;
use super::records::{claim_page, document_page, person_page};
use super::stories::{self, story_page};
use crate::failure::Failure;
use crate::sink::{Sink, records};
use crate::tables::Tables;

/// What a shard is meant to hold, in bytes: small enough for a phone, large enough that files stay few.
const SHARD: usize = 64 << 10;

/// The most shards of documents and of claims, so that a bundle of any size stays below 2,000 files.
const MOST: usize = 450;

/// The most shards of people, and of stories.
const MOST_PEOPLE: usize = 100;

/// Cards in one part of a list, and the most parts.
const CARDS: usize = 150;

/// The most parts of a list of cards.
const MOST_PARTS: usize = 120;

/// How many files there are of each kind.
pub(super) struct Counts {
    pub(super) documents: u32,
    pub(super) claims: u32,
    pub(super) stories: u32,
    pub(super) people: u32,
    pub(super) claim_cards: u32,
    pub(super) document_cards: u32,
}

impl Counts {
    /// Chosen from what the records will hold, roughly: the text of a document comes with its statements, a statement of
    /// a claim with its sentence.
    pub(super) fn of(tables: &Tables<'_>) -> Self {
        let statements: usize = tables.documents.iter().map(|document| document.statements.len()).sum();
        let text: usize = tables.documents.iter().map(|document| document.document.text.len()).sum();
        let said: usize = tables.relations.people.iter().map(|person| person.says.len()).sum();
        let people = tables.relations.people.len();
        let shards = |bytes: usize, most: usize| bytes.div_ceil(SHARD).clamp(1, most) as u32;
        let parts = |cards: usize| cards.div_ceil(CARDS).clamp(1, MOST_PARTS) as u32;
        Self {
            documents: shards(text + statements * 700 + tables.documents.len() * 1_500, MOST),
            claims: shards(statements * 1_400 + tables.relations.claims.len() * 1_000, MOST),
            stories: shards(statements * 300 + tables.relations.stories.len() * 500, MOST_PEOPLE),
            people: shards(said * 400 + people * 1_000, MOST_PEOPLE),
            claim_cards: parts(tables.relations.claims.len()),
            document_cards: parts(tables.documents.len()),
        }
    }
}

/// Writes the records that are many, in shards and parts below `root`.
///
/// # Errors
/// The sink refuses.
pub(super) fn write(
    sink: &dyn Sink,
    tables: &Tables<'_>,
    timeline: &Timeline,
    counts: &Counts,
    root: &str,
) -> Result<(), Failure> {
    let relations = tables.relations;
    let ids: Vec<&str> = tables.cards.iter().map(|card| card.id.as_str()).collect();
    sharded(sink, (root, "documents"), counts.documents, &ids, |index| document_page(tables, index))?;
    let ids: Vec<&str> = relations.claims.iter().map(|claim| claim.id.as_str()).collect();
    sharded(sink, (root, "claims"), counts.claims, &ids, |index| claim_page(tables, index))?;
    let ids: Vec<&str> = relations.stories.iter().map(|story| story.id.as_str()).collect();
    let events = stories::events(tables, timeline);
    sharded(sink, (root, "stories"), counts.stories, &ids, |index| story_page(tables, &events, index))?;
    let ids: Vec<&str> = relations.people.iter().map(|person| person.entity.id.as_str()).collect();
    sharded(sink, (root, "people"), counts.people, &ids, |index| {
        relations.people.get(index as usize).map(|person| person_page(tables, person))
    })?;
    parts(sink, (root, "claim-cards"), counts.claim_cards, &relations.claims, |claim| claim_card(tables, claim))?;
    parts(sink, (root, "document-cards"), counts.document_cards, &tables.cards, Clone::clone)
}

/// Writes one file a shard, with the records whose ids fall into it, in their order.
fn sharded<T: Serialize + DeserializeOwned>(
    sink: &dyn Sink,
    (root, folder): (&str, &str),
    count: u32,
    ids: &[&str],
    record: impl Fn(u32) -> Option<T> + Sync,
) -> Result<(), Failure> {
    let mut shards: Vec<Vec<u32>> = vec![Vec::new(); count as usize];
    for (index, id) in (0..).zip(ids) {
        shards[shard(id, count) as usize].push(index);
    }
    sink.each(shards.len(), &|number| {
        let list: Vec<T> = shards[number].iter().copied().filter_map(&record).collect();
        records(sink, root, &format!("{folder}/{number}.bin"), &list)
    })
}

/// Writes a list in `count` parts of equal length, in its order.
fn parts<S: Sync, T: Serialize + DeserializeOwned>(
    sink: &dyn Sink,
    (root, folder): (&str, &str),
    count: u32,
    list: &[S],
    card: impl Fn(&S) -> T + Sync,
) -> Result<(), Failure> {
    let length = list.len().div_ceil(count as usize).max(1);
    sink.each(count as usize, &|part| {
        let from = (part * length).min(list.len());
        let to = (from + length).min(list.len());
        let cards: Vec<T> = list[from..to].iter().map(&card).collect();
        records(sink, root, &format!("{folder}/{part}.bin"), &cards)
    })
}
