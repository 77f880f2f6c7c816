//! The formats of `data/`: what the build writes and the viewer reads.
//!
//! `data/manifest.json` is the one file with a fixed name. Everything else lies below `data/<build>/`, where `<build>` is
//! a digest of all of its bytes: a page of one build never reads a file of another, and every file can be cached for
//! good. Records that are many (documents, claims, people) lie in shards; [`shard`] tells which, from the id alone.

mod cards;
pub mod coding;
mod lists;
mod pages;
pub mod sealed;

pub use cards::{
    Bracket, CardReading, ClaimCard, ClaimNote, DocumentCard, Mark, PerhapsCard, PersonCard, Said, StatementCard,
    StoryCard,
};
pub use lists::{Dates, Event, Group, Overview, StoryBrief, Timeline};
pub use pages::{ClaimPage, ClaimStatement, DocumentPage, MarkedStatement, PersonPage, StoryPage};

use serde::{Deserialize, Serialize};

use crate::{Day, Original};

/// The version of the formats; the viewer refuses any other.
pub const FORMAT: u32 = 11;

/// Which of `shards` shards holds the record `id`: FNV-1a (32 bit) of its UTF-8 bytes, modulo `shards`.
pub fn shard(id: &str, shards: u32) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in id.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash % shards.max(1)
}

/// `data/manifest.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`] of the build.
    pub format: u32,
    /// The folder below `data/` that holds the rest.
    pub build: String,
    /// Short title, for the masthead.
    pub title: String,
    /// The subject, as a heading.
    pub subject: String,
    /// One or two sentences on the corpus.
    pub summary: String,
    /// BCP 47 tag.
    pub language: String,
    /// How many documents.
    pub documents: u32,
    /// How many claims.
    pub claims: u32,
    /// How many stories.
    pub stories: u32,
    /// How many people have a page.
    pub people: u32,
    /// How many of the documents are briefs.
    pub briefs: u32,
    /// How many decisions are a person's.
    pub reviews: u32,
    /// How many statements.
    pub statements: u32,
    /// How many origins, over the corpus.
    pub origins: u32,
    /// Shards of `documents/N.bin`: `Vec<DocumentPage>` each.
    pub document_shards: u32,
    /// Shards of `claims/N.bin`: `Vec<ClaimPage>` each.
    pub claim_shards: u32,
    /// Shards of `stories/N.bin`: `Vec<StoryPage>` each.
    pub story_shards: u32,
    /// Shards of `people/N.bin`: `Vec<PersonPage>` each.
    pub people_shards: u32,
    /// Parts of `claim-cards/N.bin`: `Vec<ClaimCard>` each, the most disputed first.
    pub claim_card_parts: u32,
    /// Parts of `document-cards/N.bin`: `Vec<DocumentCard>` each, by publication.
    pub document_card_parts: u32,
    /// Name of the file that a search begins with; it lies with the rest of the index in the folder `search/` of the build.
    pub search: String,
    /// The first and the last day of publication, where known.
    pub first: Option<Day>,
    /// The last day of publication.
    pub last: Option<Day>,
}

/// A record of `aliases.bin` and `story-aliases.bin`: where a claim or a story that was merged away has gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The old id.
    pub from: String,
    /// The id it is part of now.
    pub to: String,
}

/// `about.bin`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// What people decided, each in a sentence.
    pub reviews: Vec<String>,
    /// The documents, with the originals of briefs: at most the first thousand.
    pub sources: Vec<(DocumentCard, Option<Original>)>,
    /// The downloads: path below the site's root, and bytes.
    pub exports: Vec<(String, u64)>,
}
