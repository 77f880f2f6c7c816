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

/// What stands behind the number of reports that share nothing which could name them.
const NO_MATTER: &str = ", no one matter named";

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

    /// What a story is called of which nothing more is told: how many `reports` tell it, and of what most of them speak
    /// (`all`: all of them).
    pub fn counted(reports: usize, of: &[String], all: bool) -> String {
        let (count, verb) = if reports == 1 { ("1 report", "speaks") } else { ("reports", "speak") };
        let count = if reports == 1 { count.to_owned() } else { format!("{reports} {count}") };
        match of {
            [] => format!("{count}{NO_MATTER}"),
            [most @ .., last] => {
                let most = most.join(", ");
                let names = if most.is_empty() { last.clone() } else { format!("{most} and {last}") };
                let mostly = if all || reports == 1 { "" } else { "mostly " };
                format!("{count} that {mostly}{verb} of {names}")
            }
        }
    }

    /// Whether it has a name of its own; else its title is one of its claims, words out of a report, or only counts.
    pub fn is_named(&self) -> bool {
        // "Alleged: “…”" stands before words out of a report as well.
        let quoted = self.title.split_once(": ").map_or(&*self.title, |(_, rest)| rest).starts_with(['“', '"']);
        let no_name = self.title.starts_with(['“', '"']) || self.title.starts_with(AMONG) || self.only_counts();
        !self.title.is_empty() && !quoted && !no_name
    }

    /// Whether its title only tells how many reports there are, and of what they speak.
    fn only_counts(&self) -> bool {
        let count = self.title.trim_start_matches(|c: char| c.is_ascii_digit());
        let behind = [" reports", " report"].iter().find_map(|word| count.strip_prefix(word));
        let that = |behind: &str| {
            [" that speaks of ", " that speak of ", " that mostly speak of "]
                .iter()
                .any(|that| behind.starts_with(that))
        };
        count.len() < self.title.len() && behind.is_some_and(|behind| behind == NO_MATTER || that(behind))
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

    #[test]
    fn what_only_counts_is_no_name() {
        let [arlen, lock] = ["Arlen", "lock"].map(str::to_owned);
        let counted = [
            (Story::counted(4, &[], true), "4 reports, no one matter named"),
            (Story::counted(1, &[], true), "1 report, no one matter named"),
            (Story::counted(1, std::slice::from_ref(&arlen), false), "1 report that speaks of Arlen"),
            (Story::counted(3, &[arlen.clone(), lock.clone()], true), "3 reports that speak of Arlen and lock"),
            (Story::counted(12, &[arlen, lock], false), "12 reports that mostly speak of Arlen and lock"),
        ];
        for (line, told) in counted {
            assert_eq!(line, told);
            assert!(!is_named(&line), "{line}");
        }
        assert!(is_named("12 reports of a flood") && is_named("4 ferries for Arlen"));
    }
}
