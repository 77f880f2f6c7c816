//! What a view shows: its data, whole, so that the browser and the build render the same.

mod failure;
mod head;
mod shown;

use model::bundle::{
    About, ClaimCard, ClaimPage, DocumentCard, DocumentPage, Group, Overview, PersonPage, StoryCard, StoryPage,
    Timeline,
};
use model::{Day, Standing};

use crate::course;
use crate::parting::is_told_otherwise;
use crate::route::{Place, Route};
pub use failure::Failure;
pub(crate) use head::retold;
#[cfg(feature = "csr")]
pub(crate) use head::titled;
pub use head::{Head, differences, reports};
pub use shown::Shown;

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
                        perhaps: standing(Standing::Perhaps),
                        wordings: cards().filter(|card| is_told_otherwise(card)).count() as u32,
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
}
