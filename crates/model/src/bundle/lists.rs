//! What an overview and a timeline are drawn of.

use serde::{Deserialize, Serialize};

use super::cards::{Bracket, ClaimCard, DocumentCard, StoryCard};
use crate::{Commitment, Day, Span, When};

/// One event of the timeline: a claim with one of its times.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The claim.
    pub claim: String,
    /// The claim's title, or the words that set this time apart from the claim's other times.
    pub label: String,
    /// The words of the first statement that tells it, shortened; empty where the label says the same.
    pub said: String,
    /// When it happened or is due.
    pub when: When,
    /// Whether it is expected: drawn hollow.
    pub expected: bool,
    /// The commitment it is told with.
    pub commitment: Commitment,
    /// On whose word: the names of up to two origins, else how many there are.
    pub origin: String,
    /// The first day on which a report tells it; `None` where no date of publication is known.
    pub known: Option<Day>,
    /// Numbers of the documents that tell it.
    pub documents: Vec<u32>,
    /// Where the first of them tells it.
    pub at: Span,
    /// For an expectation: how it ended, in words, and the index of the event that settles it.
    pub outcome: Option<String>,
    /// Index of the event that settles it.
    pub settled_by: Option<u32>,
    /// Name of its lane when lanes are stories; empty where its story has no other event.
    pub lane: String,
    /// Names of the people who take part.
    pub people: Vec<String>,
    /// Names of the outlets that tell it.
    pub outlets: Vec<String>,
    /// The first day on which it was told so; `None` where it was so from the beginning.
    pub since: Option<Day>,
    /// The first day on which it was told otherwise, with more reports out; `None` where it is told so with all of them.
    pub until: Option<Day>,
}

impl Event {
    /// Whether it was told so on a day.
    pub fn on(&self, day: Day) -> bool {
        self.since.or(self.known).is_some_and(|since| since <= day) && self.until.is_none_or(|until| day < until)
    }
}

/// When the documents of a corpus came out, all of them, however many a view carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dates {
    /// The days on which documents are certainly out, rising, with how many each.
    pub days: Vec<(Day, u32)>,
    /// From when to when a document may have come out, for each whose day is not certain; the last day can be open.
    pub spans: Vec<(Day, Option<Day>)>,
    /// How many are out on no day for certain.
    pub undated: u32,
}

impl Dates {
    /// What the dates of documents tell.
    pub fn of(documents: &[DocumentCard]) -> Self {
        let mut out: Vec<Day> = documents.iter().filter_map(DocumentCard::out).collect();
        crate::order::sort(&mut out);
        let mut days: Vec<(Day, u32)> = Vec::new();
        for day in &out {
            match days.last_mut() {
                Some((last, count)) if last == day => *count += 1,
                _ => days.push((*day, 1)),
            }
        }
        let span = |card: &DocumentCard| {
            let when = card.published.as_ref()?;
            (when.first != when.last).then_some((when.first?, when.last))
        };
        let spans = documents.iter().filter_map(span).collect();
        Self { days, spans, undated: (documents.len() - out.len()) as u32 }
    }
}

/// `timeline.bin`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// By the first day, then by claim; those that were told so only once, with fewer reports out, among them.
    pub events: Vec<Event>,
    /// The documents, by publication.
    pub documents: Vec<DocumentCard>,
    /// Documents that share an origin over the corpus.
    pub brackets: Vec<Bracket>,
    /// When all documents came out, those that are not among `documents` too.
    pub dates: Dates,
    /// How many events the corpus has, with all reports out.
    pub total: u32,
}

/// `overview.bin`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// Two origins or more say the same.
    pub agreed: Group,
    /// They do not say the same of it.
    pub differs: Group,
    /// One origin, however many articles.
    pub one_origin: Group,
    /// Expected, and not settled here.
    pub open: Group,
    /// Two origins or more perhaps say the same.
    pub perhaps: Group,
    /// How many claims have an utterance that reports print in several wordings.
    pub wordings: u32,
    /// Documents by publication: the first [`Self::LISTED`], and among the others those that the strip marks.
    pub documents: Vec<DocumentCard>,
    /// Documents that share an origin over the corpus.
    pub brackets: Vec<Bracket>,
    /// The events of the strip.
    pub events: Vec<Event>,
    /// The stories that most documents tell, with a claim of each kind; empty where documents are few.
    pub stories: Vec<StoryBrief>,
}

impl Overview {
    /// The most documents that it lists.
    pub const LISTED: usize = 24;
}

/// A story on the overview: its weight, and what of it is agreed, disputed and open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryBrief {
    /// The story.
    pub card: StoryCard,
    /// A claim that two origins or more agree on, one that they differ on, one that is open: the weightiest of each.
    pub claims: Vec<ClaimCard>,
}

/// Claims of one standing, as the overview shows them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// How many there are.
    pub total: u32,
    /// The first of them.
    pub claims: Vec<ClaimCard>,
}

impl Group {
    /// The most claims that the overview shows of one standing.
    pub const MOST: usize = 8;

    /// The claims that belong to it: what most origins say comes first, since that is what a reader asks for, and of those what
    /// is understood alone. What is not is shown only where several reports tell it, in the words of one; it is counted.
    pub fn of<'a>(cards: impl Iterator<Item = &'a ClaimCard>, belongs: impl Fn(&ClaimCard) -> bool) -> Self {
        let mut claims: Vec<&ClaimCard> = cards.filter(|card| belongs(card)).collect();
        let total = claims.len() as u32;
        claims.retain(|card| card.is_listed());
        let mut places: Vec<usize> = (0..claims.len()).collect();
        let weight =
            |&at: &usize| (std::cmp::Reverse((claims[at].origins, claims[at].articles)), !claims[at].stands, at);
        crate::order::sort_by_key(&mut places, weight);
        Self { total, claims: places.into_iter().take(Self::MOST).map(|at| claims[at].clone()).collect() }
    }
}
