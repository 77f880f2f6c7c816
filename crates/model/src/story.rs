use serde::{Deserialize, Serialize};

use crate::When;

/// What documents tell of one event or matter: an arrest with its charge, its verdict and what was said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// Made from its content: it survives a further document.
    pub id: String,
    /// Ids that it had with fewer documents, or would have.
    pub aliases: Vec<String>,
    /// What it is called; where nothing names it, what is claimed in it ([`Story::is_named`]).
    pub title: String,
    /// When its main event happened or is due, where any statement tells.
    pub when: Option<When>,
    /// Ids of its claims: those that most independent origins tell first.
    pub claims: Vec<String>,
    /// Indices of the documents that tell it, rising.
    pub documents: Vec<u32>,
    /// Ids of the people and organisations that take part, the most frequent first.
    pub entities: Vec<String>,
}

/// What stands before the title of a claim that tells a story which nothing names.
const AMONG: &str = "Among other things: ";

impl Story {
    /// What a story is called that nothing names: one of its claims, set off as such.
    pub fn among(claim: &str) -> String {
        format!("{AMONG}{claim}")
    }

    /// Whether it has a name of its own; else its title is one of its claims, or words out of a report.
    pub fn is_named(&self) -> bool {
        !self.title.is_empty() && !self.title.starts_with(['“', '"']) && !self.title.starts_with(AMONG)
    }
}
