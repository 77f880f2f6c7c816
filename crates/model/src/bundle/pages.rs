//! The records that one page each is made of.

use serde::{Deserialize, Serialize};

use super::cards::{Bracket, ClaimCard, ClaimNote, DocumentCard, PerhapsCard, Said, StatementCard, StoryCard};
use super::lists::Event;
use crate::{Claim, Document, Entity, Original, Span};

/// A statement with the claim that it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarkedStatement {
    /// The statement.
    pub statement: StatementCard,
    /// The claim's id; `None` where a person hid it.
    pub claim: Option<String>,
}

/// A record of `documents/N.bin`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentPage {
    /// Its card.
    pub card: DocumentCard,
    /// The document with its text.
    pub document: Document,
    /// Its statements, in order.
    pub statements: Vec<MarkedStatement>,
    /// The claims that its statements belong to.
    pub claims: Vec<ClaimNote>,
    /// The documents before and after it, and all others while they are few, by publication.
    pub others: Vec<DocumentCard>,
    /// The words that tell its origin: document number and span, and the origin's name.
    pub origin_at: Option<(u32, Span)>,
    /// Numbers of the documents that share its main origin.
    pub shares: Vec<u32>,
}

/// A statement on a claim's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimStatement {
    /// Number of the document.
    pub document: u32,
    /// The statement; its spans point into the document's text.
    pub statement: StatementCard,
    /// The text of its sentence, which begins at `statement.sentence.start`.
    pub sentence: String,
    /// Index of its origin within the claim.
    pub origin: u32,
    /// Whether a person decided something of it.
    pub reviewed: bool,
}

/// A record of `stories/N.bin`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryPage {
    /// Its card.
    pub card: StoryCard,
    /// Its claims, by weight: at most the first thousand.
    pub claims: Vec<ClaimCard>,
    /// Its events, by date; those that were told so only once, with fewer reports out, among them.
    pub events: Vec<Event>,
    /// The documents that tell it, by publication.
    pub documents: Vec<DocumentCard>,
    /// Those of them that share an origin over the corpus.
    pub brackets: Vec<Bracket>,
    /// Ids and names of the people who take part and have a page, the most frequent first.
    pub people: Vec<(String, String)>,
}

/// A record of `claims/N.bin`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimPage {
    /// The claim, without what the page does not show (`aliases`, `occasions`, `perhaps`, `entities`). The document indices
    /// in it are numbers less one: `documents` has their cards.
    pub claim: Claim,
    /// Its statements, by publication.
    pub statements: Vec<ClaimStatement>,
    /// The documents that make it, and those that its ties and readings point to.
    pub documents: Vec<DocumentCard>,
    /// Id and title of its story, where that has other claims.
    pub story: Option<(String, String)>,
    /// Statements that perhaps say the same, the likeliest first: they count for nothing.
    pub perhaps: Vec<PerhapsCard>,
    /// Claims that settle it, or that share most of its participants.
    pub related: Vec<ClaimCard>,
    /// For each of its documents that is a brief, by number: the report that it retells, and where that can be read.
    pub originals: Vec<(u32, Original, Option<String>)>,
}

/// A record of `people/N.bin`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonPage {
    /// Who.
    pub entity: Entity,
    /// What the texts call them; empty where they say nothing.
    pub role: String,
    /// What they are quoted as saying, by publication.
    pub says: Vec<Said>,
    /// The documents concerned.
    pub documents: Vec<DocumentCard>,
    /// What others say that they did: the claims whose statements have them as what the sentence is about, each with the
    /// words of its first such statement.
    pub does: Vec<Said>,
    /// The other claims that they take part in.
    pub claims: Vec<ClaimNote>,
}
