//! What a view is called, and the sentences on it and on its corpus.

use model::bundle::{ClaimPage, DocumentPage, Manifest, StoryCard};

use super::Page;
use crate::words;

/// What stands in the browser's title bar, in a search engine's list and in a chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The title of the view.
    pub title: String,
    /// One or two sentences on it.
    pub description: String,
}

impl Page {
    /// The title and description of the view.
    pub fn head(&self, manifest: &Manifest) -> Head {
        let (title, description) = match self {
            Self::Overview(..) => (String::new(), overview(manifest)),
            Self::Search => ("Search".to_owned(), format!("Search {} on {}.", reports(manifest), manifest.title)),
            Self::Timeline(timeline) => (
                "Timeline".to_owned(),
                format!(
                    "What happened when, what was expected when, and when each report came out: {} from {}.",
                    words::count(timeline.total as usize, "event"),
                    reports(manifest)
                ),
            ),
            Self::Stories(_) => (
                "Stories".to_owned(),
                format!("The events and matters that {} tell of, each with its claims.", reports(manifest)),
            ),
            Self::Story(page) => (page.card.title.clone(), story(&page.card)),
            Self::Claims(..) => (
                "Claims".to_owned(),
                format!(
                    "{} across {}: who says what, on whose word, and where they differ.",
                    words::count(manifest.claims as usize, "claim"),
                    reports(manifest)
                ),
            ),
            Self::Claim(page) | Self::Moved { to: page, .. } => (page.claim.title.clone(), claim(page)),
            Self::NotYet { day, .. } => (
                format!("Not told yet on {}", words::day(*day, words::Length::Long)),
                "The machine found no report that tells it and was out on that day.".to_owned(),
            ),
            Self::Documents(_) => {
                ("Documents".to_owned(), format!("{}, in order of publication.", words::capital(&reports(manifest))))
            }
            Self::Document(page) => (page.card.title.clone(), document(page)),
            Self::Compare(a, b, _) => (
                format!("{} beside {}", a.card.title, b.card.title),
                "Two reports side by side: what both say, what only one has, and where they differ.".to_owned(),
            ),
            Self::People(_) => {
                ("People".to_owned(), "Everybody who is quoted, with what they said and who carries it.".to_owned())
            }
            Self::Person(page) => (
                page.entity.name.clone(),
                format!(
                    "What {} is quoted as saying, by date and outlet: {} in {}.",
                    page.entity.name,
                    words::count(page.says.len(), "utterance"),
                    words::count(page.documents.len(), "report")
                ),
            ),
            Self::About(_) => (
                "About".to_owned(),
                "How this was made, what a machine decided and what a person did, and the downloads.".to_owned(),
            ),
            Self::Unknown(unknown) => {
                (format!("No such {}", unknown.what), "The link leads nowhere in this corpus.".to_owned())
            }
            Self::Failed(failure) => (failure.heading(), failure.sentence()),
        };
        Head { title: titled(&title, manifest), description }
    }
}
/// The title of a view before that of the corpus.
pub(crate) fn titled(view: &str, manifest: &Manifest) -> String {
    if view.is_empty() { manifest.title.clone() } else { format!("{view} · {}", manifest.title) }
}

/// That what is shown is retold, where documents are briefs.
pub(crate) fn retold(manifest: &Manifest) -> Option<String> {
    let (briefs, all) = (manifest.briefs as usize, manifest.documents as usize);
    match briefs {
        0 => None,
        1 if all == 1 => Some("It is retold: the report is a brief in our own words.".to_owned()),
        n if n == all => Some("All of it is retold: the reports are briefs in our own words.".to_owned()),
        n => Some(format!("What {} of the reports say is retold: they are briefs in our own words.", words::number(n))),
    }
}

/// `5 briefs`, or `5 reports`.
pub fn reports(manifest: &Manifest) -> String {
    words::count(manifest.documents as usize, "report")
}

fn overview(manifest: &Manifest) -> String {
    if !manifest.summary.is_empty() {
        return manifest.summary.clone();
    }
    format!(
        "{}, {} and {}: who says what, on whose word, and where they differ.",
        words::capital(&reports(manifest)),
        words::count(manifest.claims as usize, "claim"),
        words::count(manifest.origins as usize, "origin")
    )
}

fn story(card: &StoryCard) -> String {
    format!(
        "{} in {}: who says what, on whose word, and where they differ.",
        words::count(card.claims as usize, "claim"),
        words::count(card.documents.len(), "report")
    )
}

fn claim(page: &ClaimPage) -> String {
    let claim = &page.claim;
    let mut said =
        format!("{}, {}.", words::count(claim.articles(), "article"), words::count(claim.count_origins(), "origin"));
    let kinds: Vec<String> =
        differences(&claim.discrepancies.iter().filter(|d| !d.update).map(|d| d.kind).collect::<Vec<_>>());
    if !kinds.is_empty() {
        said.push_str(&format!(" They differ on {}.", words::list(&kinds)));
    }
    if claim.open {
        said.push_str(" Not resolved in this corpus.");
    }
    said
}

/// On what statements differ, each kind once, as nouns.
pub fn differences(kinds: &[model::DiscrepancyKind]) -> Vec<String> {
    let mut nouns: Vec<String> = Vec::new();
    for kind in kinds {
        let noun = words::differs(*kind).to_owned();
        if !nouns.contains(&noun) {
            nouns.push(noun);
        }
    }
    nouns
}

fn document(page: &DocumentPage) -> String {
    let card = &page.card;
    let outlet = card.outlet.clone().unwrap_or_else(|| "outlet unknown".to_owned());
    let when = card.published.as_ref().map_or_else(|| "no date".to_owned(), |w| words::when(w, words::Length::Long));
    let kind = if card.brief { "A brief in our own words" } else { "A report" };
    format!("{kind}: {outlet}, {when}. {}.", words::capital(&words::count(card.statements as usize, "statement")))
}
