//! What a view shows: its data, whole, so that the browser and the build render the same.

use model::bundle::{
    About, ClaimCard, ClaimPage, DocumentCard, DocumentPage, Group, Manifest, Overview, PersonPage, StoryCard,
    StoryPage, Timeline,
};
use model::{Day, Standing};

use crate::course;
use crate::route::{Place, Route};
use crate::words;

/// The data of one view.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// `/`, with what it takes to show it as known on a day.
    Overview(Box<Overview>, Option<Box<ClaimsPage>>),
    /// `/search`; results come as one types.
    Search,
    /// `/timeline`
    Timeline(Timeline),
    /// `/stories`
    Stories(Vec<StoryCard>),
    /// `/stories/<id>`
    Story(Box<StoryPage>),
    /// `/claims`
    Claims(Box<ClaimsPage>),
    /// `/claims/<id>`
    Claim(Box<ClaimPage>),
    /// `/claims/<id>` where the claim is part of another now.
    Moved {
        /// The id that was asked for.
        from: String,
        /// The claim that it is part of.
        to: Box<ClaimPage>,
    },
    /// `/claims/<id>` or `/stories/<id>` as known on a day on which no report told it.
    NotYet {
        /// What was asked for.
        place: Place,
        /// The day that was asked for.
        day: Day,
        /// The first day on which a report tells it, where one is certain.
        first: Option<Day>,
    },
    /// `/documents`
    Documents(Vec<DocumentCard>),
    /// `/documents/<id>`
    Document(Box<DocumentPage>),
    /// `/compare/<id>/<id>`, and the documents that can be chosen.
    Compare(Box<DocumentPage>, Box<DocumentPage>, Vec<DocumentCard>),
    /// `/people`: everybody who is quoted.
    People(Vec<PersonCard>),
    /// `/people/<id>`
    Person(Box<PersonPage>),
    /// `/about`
    About(About),
    /// A path, or an id, that there is not.
    Unknown(Unknown),
    /// Data that did not load.
    Failed(Failure),
}

pub use model::bundle::PersonCard;

/// The claims, the documents they are held against, and what the stories and people are called that they are chosen by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimsPage {
    /// The claims.
    pub claims: Vec<ClaimCard>,
    /// The documents, by publication.
    pub documents: Vec<DocumentCard>,
    /// The stories.
    pub stories: Vec<StoryCard>,
    /// The people and bodies.
    pub people: Vec<PersonCard>,
}

/// An id or a path that leads nowhere, with what comes close.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    /// `claim`, `document`, `person` or `page`.
    pub what: &'static str,
    /// What was asked for.
    pub id: String,
    /// Claims whose ids begin the same way.
    pub near: Vec<ClaimCard>,
}

/// Why data did not load, and what to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The server gave no answer.
    Unreachable {
        /// Path below the site's root.
        path: String,
    },
    /// The device has no connection.
    Offline {
        /// Path below the site's root.
        path: String,
    },
    /// It did not answer for a while; it may still.
    Late {
        /// What.
        what: String,
    },
    /// It stopped while it worked, or there was no memory for it.
    Stopped {
        /// What.
        what: String,
    },
    /// The server answered with an error.
    Status {
        /// Path below the site's root.
        path: String,
        /// The status code.
        status: u16,
    },
    /// The data is of another version than this viewer reads.
    Version {
        /// The version of the data.
        found: u32,
    },
    /// The data cannot be read.
    Corrupt {
        /// Path below the site's root.
        path: String,
        /// What is wrong with it.
        detail: String,
    },
}

impl Failure {
    /// What happened, as a heading.
    pub fn heading(&self) -> String {
        match self {
            Self::Unreachable { .. } => "The data could not be reached".to_owned(),
            Self::Offline { .. } => "You are offline".to_owned(),
            Self::Late { .. } => "There is no answer yet".to_owned(),
            Self::Stopped { .. } => "A part of this site stopped".to_owned(),
            Self::Status { .. } | Self::Corrupt { .. } => "The data could not be read".to_owned(),
            Self::Version { .. } => "The site was rebuilt while this page was open".to_owned(),
        }
    }

    /// What happened, in a sentence, with what is still true.
    pub fn sentence(&self) -> String {
        match self {
            Self::Unreachable { .. } => "There was no answer for one file. The connection may be down.".to_owned(),
            Self::Offline { .. } => "What is on this page reads on; the rest needs the connection.".to_owned(),
            Self::Status { status, .. } => {
                format!("The server answered with status {status} for one file. The rest of the site works.")
            }
            Self::Late { .. } => {
                "Nothing came for ten seconds. What was asked for is shown as soon as it comes.".to_owned()
            }
            Self::Stopped { .. } => "It may have run out of memory. The rest of the site works.".to_owned(),
            Self::Version { found } => format!(
                "The data is of version {found}, and this viewer reads version {}. Loading the page again brings the two together.",
                model::bundle::FORMAT
            ),
            Self::Corrupt { .. } => {
                "One file is damaged, cut short, or another one than was asked for. The rest of the site works."
                    .to_owned()
            }
        }
    }

    /// What happened, in sentences, with the file concerned.
    pub fn told(&self) -> String {
        let file = self.file().map(|file| format!(" ({file})")).unwrap_or_default();
        format!("{}{file}. {}", self.heading(), self.sentence())
    }

    /// The file concerned, with detail.
    pub fn file(&self) -> Option<String> {
        match self {
            Self::Unreachable { path } | Self::Offline { path } | Self::Status { path, .. } => Some(path.clone()),
            Self::Late { what } | Self::Stopped { what } => Some(what.clone()),
            Self::Corrupt { path, detail } => Some(format!("{path}: {detail}")),
            Self::Version { .. } => None,
        }
    }
}

/// What stands in the browser's title bar, in a search engine's list and in a chat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The title of the view.
    pub title: String,
    /// One or two sentences on it.
    pub description: String,
}

impl Page {
    /// The view as known on the day that a link names, where it names one and the view can be known on one.
    pub(crate) fn known(&self, route: &Route) -> Option<Self> {
        let day = route.known()?;
        Some(match self {
            Self::Overview(whole, Some(all)) => {
                let cards = || all.claims.iter().filter_map(|card| card.on(day));
                let standing = |standing| Group::of(cards(), move |card| card.standing == standing);
                Self::Overview(
                    Box::new(Overview {
                        agreed: standing(Standing::Agreed),
                        differs: standing(Standing::Differs),
                        one_origin: standing(Standing::OneOrigin),
                        open: Group::of(cards(), |card| card.open),
                        perhaps: standing(Standing::Perhaps).total,
                        wordings: cards().filter(|card| card.wordings > 1).count() as u32,
                        // How all reports together fall into stories, is not known yet.
                        stories: Vec::new(),
                        ..(**whole).clone()
                    }),
                    Some(all.clone()),
                )
            }
            Self::Claim(page) | Self::Moved { to: page, .. } => match course::page_on(page, day) {
                Some(page) => Self::Claim(Box::new(page)),
                None => {
                    let first = page.claim.earlier.first().map(|stage| stage.from).or(page.claim.since);
                    Self::NotYet { place: Place::Claim(page.claim.id.clone()), day, first }
                }
            },
            Self::Story(page) => match course::story_on(page, day) {
                Some(page) => Self::Story(Box::new(page)),
                None => {
                    let first = page.claims.iter().filter_map(ClaimCard::known).min();
                    Self::NotYet { place: Place::Story(page.card.id.clone()), day, first }
                }
            },
            _ => return None,
        })
    }

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
                "No report that tells it was out on that day.".to_owned(),
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
    let kinds: Vec<String> = differences(&claim.discrepancies.iter().map(|d| d.kind).collect::<Vec<_>>());
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
