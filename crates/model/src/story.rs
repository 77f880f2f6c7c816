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
}

/// What stands before the title of a claim that tells a story which nothing names.
const AMONG: &str = "Among other things: ";

/// How many of a story's reports speak of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// All of them.
    All,
    /// Most of them.
    Mostly,
    /// Fewer, and more than of anything else that tells them from other reports.
    Often,
}

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

    /// What a story is called of which nothing more is told: how many `reports` tell it, and of what they speak.
    pub fn counted(reports: usize, of: &[String], share: Share) -> String {
        let (count, verb) =
            if reports == 1 { ("1 report".to_owned(), "speaks") } else { (format!("{reports} reports"), "speak") };
        if of.is_empty() {
            return format!("{count}{NO_MATTER}");
        }
        let share = match share {
            Share::Mostly if reports > 1 => "mostly ",
            Share::Often if reports > 1 => "often ",
            _ => "",
        };
        format!("{count} that {share}{verb} of {}", series(of))
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
        let nothing = |behind: &str| ["s", ""].iter().any(|end| behind.strip_prefix(end) == Some(NO_MATTER));
        behind_count(&self.title).is_some_and(nothing) || Self::speaks_of(&self.title).is_some()
    }

    /// Of what the reports of a story without a name speak, as [`Self::counted`] told it in `title`: "reports that often speak of the
    /// lock and Arlen"; `None` where that is not told.
    pub fn speaks_of(title: &str) -> Option<&str> {
        let behind = behind_count(title)?;
        let said = behind.strip_prefix('s').unwrap_or(behind).strip_prefix(" that ")?;
        let said = ["mostly ", "often "].iter().find_map(|share| said.strip_prefix(share)).unwrap_or(said);
        let speaks = ["speak of ", "speaks of "].iter().any(|verb| said.starts_with(verb));
        speaks.then(|| &title[title.len() - behind.len() - REPORT.len()..])
    }
}

const REPORT: &str = "report";

/// What stands behind a number of reports: "s that speak of …".
fn behind_count(title: &str) -> Option<&str> {
    let count = title.trim_start_matches(|c: char| c.is_ascii_digit());
    if count.len() == title.len() { None } else { count.strip_prefix(' ')?.strip_prefix(REPORT) }
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
            (Story::counted(4, &[], Share::All), "4 reports, no one matter named"),
            (Story::counted(1, &[], Share::All), "1 report, no one matter named"),
            (Story::counted(1, std::slice::from_ref(&arlen), Share::Mostly), "1 report that speaks of Arlen"),
            (Story::counted(3, &[arlen.clone(), lock.clone()], Share::All), "3 reports that speak of Arlen and lock"),
            (
                Story::counted(9, &[arlen.clone(), lock.clone()], Share::Often),
                "9 reports that often speak of Arlen and lock",
            ),
            (Story::counted(12, &[arlen, lock], Share::Mostly), "12 reports that mostly speak of Arlen and lock"),
        ];
        for (line, told) in counted {
            assert_eq!(line, told);
            assert!(!is_named(&line), "{line}");
        }
        assert!(is_named("12 reports of a flood") && is_named("4 ferries for Arlen"));
    }
}
