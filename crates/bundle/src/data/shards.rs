use model::bundle::shard;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::cards::claim_card;
use super::records::{claim_page, document_page, person_page};
use super::stories::{Events, story_page};
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
pub(crate) struct Counts {
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
    pub(crate) fn of(tables: &Tables<'_>) -> Self {
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

/// Takes records, whatever they are of.
pub(crate) trait Take {
    /// What comes of them.
    type Made;

    /// Takes the records of the file `name`.
    fn take<T: Serialize + DeserializeOwned>(&self, name: &str, records: &T) -> Self::Made;
}

/// Which records lie in which file.
pub(crate) struct Shards {
    documents: Vec<Vec<u32>>,
    claims: Vec<Vec<u32>>,
    stories: Vec<Vec<u32>>,
    people: Vec<Vec<u32>>,
    counts: Counts,
}

impl Shards {
    pub(crate) fn of(tables: &Tables<'_>) -> Self {
        let counts = Counts::of(tables);
        let relations = tables.relations;
        Self {
            documents: sharded(counts.documents, tables.cards.iter().map(|card| card.id.as_str())),
            claims: sharded(counts.claims, relations.claims.iter().map(|claim| claim.id.as_str())),
            stories: sharded(counts.stories, relations.stories.iter().map(|story| story.id.as_str())),
            people: sharded(counts.people, relations.people.iter().map(|person| person.entity.id.as_str())),
            counts,
        }
    }

    /// How many files there are of each kind.
    pub(crate) fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Folders of the files of records that are many, and how many lie in each.
    pub(super) fn folders(&self) -> [(&'static str, u32); 6] {
        let Counts { documents, claims, stories, people, claim_cards, document_cards } = self.counts;
        [
            ("documents", documents),
            ("claims", claims),
            ("stories", stories),
            ("people", people),
            ("claim-cards", claim_cards),
            ("document-cards", document_cards),
        ]
    }

    /// Has the records of one file taken: those whose ids fall into it, in their order, or a part of equal length of a list
    /// of cards. `None` where there is no such file.
    pub(crate) fn file<P: Take>(
        &self,
        to: &P,
        (tables, events): (&Tables<'_>, &Events<'_>),
        (folder, number): (&str, u32),
    ) -> Option<P::Made> {
        let relations = tables.relations;
        let (_, count) = self.folders().into_iter().find(|(own, _)| *own == folder)?;
        if number >= count {
            return None;
        }
        let name = format!("{folder}/{number}.bin");
        let of = |shards: &[Vec<u32>]| shards.get(number as usize).cloned().unwrap_or_default().into_iter();
        Some(match folder {
            "documents" => to.take(&name, &list(of(&self.documents), |index| document_page(tables, index))),
            "claims" => to.take(&name, &list(of(&self.claims), |index| claim_page(tables, index))),
            "stories" => to.take(&name, &list(of(&self.stories), |index| story_page(tables, events, index))),
            "people" => {
                let person = |index: u32| Some(person_page(tables, relations.people.get(index as usize)?));
                to.take(&name, &list(of(&self.people), person))
            }
            "claim-cards" => {
                let cards = part(&relations.claims, number, count).iter();
                to.take(&name, &cards.map(|claim| claim_card(tables, claim)).collect::<Vec<_>>())
            }
            _ => to.take(&name, &part(&tables.cards, number, count).to_vec()),
        })
    }
}

fn list<T>(indices: impl Iterator<Item = u32>, record: impl Fn(u32) -> Option<T>) -> Vec<T> {
    indices.filter_map(record).collect()
}

/// The indices whose ids fall into each of `count` shards.
fn sharded<'a>(count: u32, ids: impl Iterator<Item = &'a str>) -> Vec<Vec<u32>> {
    let mut shards: Vec<Vec<u32>> = vec![Vec::new(); count as usize];
    for (index, id) in (0..).zip(ids) {
        shards[shard(id, count) as usize].push(index);
    }
    shards
}

/// One of `count` parts of equal length.
fn part<S>(list: &[S], number: u32, count: u32) -> &[S] {
    let length = list.len().div_ceil(count as usize).max(1);
    let from = (number as usize * length).min(list.len());
    &list[from..list.len().min(from + length)]
}
