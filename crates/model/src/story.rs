use serde::{Deserialize, Serialize};

use crate::When;
use crate::plain::series;

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
    /// What is told of it where nothing names it, and none of its claims stands for it; its title is drawn from this.
    pub line: Option<Line>,
}

/// What is told of a story that nothing names: of what its reports speak.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// How many of them do.
    pub share: Share,
    /// Names and nouns; none where nothing tells it from others.
    pub of: Vec<String>,
}

/// What stands before the title of a claim that tells a story which nothing names.
const AMONG: &str = "Among other things: ";

/// How many of a story's reports speak of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Share {
    /// All of them.
    All,
    /// Most of them.
    Mostly,
    /// Fewer, and more than of anything else that tells them from other reports.
    Often,
}

impl Line {
    /// The line of a story of so many `reports`, in two parts: what all such lines begin with, and what this one tells.
    pub fn told(&self, reports: usize) -> (&'static str, String) {
        if self.of.is_empty() {
            return (if reports == 1 { "report, " } else { "reports, " }, "no name found".to_owned());
        }
        let lead = match self.share {
            _ if reports == 1 => "report that speaks of ",
            Share::All => "reports that speak of ",
            Share::Mostly => "reports that mostly speak of ",
            Share::Often => "reports that often speak of ",
        };
        (lead, series(&self.of))
    }

    /// The title of a story of so many `reports`.
    pub fn title(&self, reports: usize) -> String {
        let (lead, told) = self.told(reports);
        format!("{reports} {lead}{told}")
    }
}

impl Story {
    /// What a story is called that nothing names: one of its claims, set off as such.
    pub fn among(claim: &str) -> String {
        format!("{AMONG}{claim}")
    }

    /// What a story of one claim is called that is no name: its title in quotation marks.
    pub fn in_marks(claim: &str) -> String {
        if claim.starts_with('“') || claim.is_empty() {
            return claim.to_owned();
        }
        format!("“{}”", claim.replace('“', "‘").replace('”', "’"))
    }

    /// Whether it has a name of its own; else its title is one of its claims, words out of a report, or only a [`Line`].
    pub fn is_named(&self) -> bool {
        // "Alleged: “…”" stands before words out of a report as well.
        let quoted = self.title.split_once(": ").map_or(&*self.title, |(_, rest)| rest).starts_with(['“', '"']);
        let no_name = self.title.starts_with(['“', '"']) || self.title.starts_with(AMONG) || self.line.is_some();
        !self.title.is_empty() && !quoted && !no_name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(title: &str, line: Option<Line>) -> Story {
        Story {
            id: String::new(),
            aliases: Vec::new(),
            title: title.to_owned(),
            when: None,
            claims: Vec::new(),
            documents: Vec::new(),
            entities: Vec::new(),
            line,
        }
    }

    fn is_named(title: &str) -> bool {
        story(title, None).is_named()
    }

    #[test]
    fn words_out_of_a_report_are_no_name() {
        assert!(is_named("Arlen harbour strike") && is_named("Arrest of Ada Moor"));
        for title in ["", "“It was wet”", "Alleged: “It was wet”", "Ada Moor: “It was wet”"] {
            assert!(!is_named(title), "{title}");
        }
        assert!(!is_named(&Story::among("Ada Moor left")));
    }

    #[test]
    fn what_only_counts_is_no_name() {
        let line = |of: &[&str], share| Line { share, of: of.iter().map(|&it| it.to_owned()).collect() };
        let told = [
            (4, line(&[], Share::All), "4 reports, no name found"),
            (1, line(&[], Share::All), "1 report, no name found"),
            (1, line(&["Arlen"], Share::Mostly), "1 report that speaks of Arlen"),
            (3, line(&["Arlen", "lock"], Share::All), "3 reports that speak of Arlen and lock"),
            (9, line(&["Arlen", "lock"], Share::Often), "9 reports that often speak of Arlen and lock"),
            (12, line(&["Arlen", "lock"], Share::Mostly), "12 reports that mostly speak of Arlen and lock"),
        ];
        for (reports, line, title) in told {
            assert_eq!(line.title(reports), title);
            assert!(!story(title, Some(line)).is_named(), "{title}");
        }
        assert!(is_named("12 reports of a flood") && is_named("4 ferries for Arlen"));
        assert!(is_named("3 reports that speak of Arlen"), "a person may call it so");
    }
}
