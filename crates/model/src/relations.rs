use serde::{Deserialize, Serialize};

use crate::{Claim, Entity, Person, Span, Story};

/// A report, agency, office or speaker that documents rest on, over the whole corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Made from the name, as in [`crate::ClaimOrigin::id`].
    pub id: String,
    /// Its name.
    pub name: String,
    /// Indices of the documents that rest mainly on it, rising.
    pub documents: Vec<u32>,
    /// For each of them, where it tells so; `None` where that is concluded.
    pub evidence: Vec<Option<Span>>,
}

/// What the documents say together. Document indices count the documents in the order in which they were handed in,
/// which is the order of publication.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relations {
    /// The claims: those that differ first, then by number of origins and articles, then by id.
    pub claims: Vec<Claim>,
    /// The stories: those that most documents tell first, then by id.
    pub stories: Vec<Story>,
    /// Everybody and everything that is named, by id.
    pub entities: Vec<Entity>,
    /// Those who are quoted, by id.
    pub people: Vec<Person>,
    /// What documents rest mainly on, where that is not themselves; by the first document.
    pub origins: Vec<Origin>,
}
