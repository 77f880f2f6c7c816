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
        // "Alleged: “…”" stands before words out of a report as well.
        let quoted = self.title.split_once(": ").map_or(&*self.title, |(_, rest)| rest).starts_with(['“', '"']);
        !self.title.is_empty() && !quoted && !self.title.starts_with(['“', '"']) && !self.title.starts_with(AMONG)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_named(title: &str) -> bool {
        let story = Story {
            id: String::new(),
            aliases: Vec::new(),
            title: title.to_owned(),
            when: None,
            claims: Vec::new(),
            documents: Vec::new(),
            entities: Vec::new(),
        };
        story.is_named()
    }

    #[test]
    fn words_out_of_a_report_are_no_name() {
        assert!(is_named("Arlen harbour strike") && is_named("Arrest of Ada Moor"));
        for title in ["", "“It was wet”", "Alleged: “It was wet”", "Ada Moor: “It was wet”"] {
            assert!(!is_named(title), "{title}");
        }
        assert!(!is_named(&Story::among("Ada Moor left")));
    }
}
