//! What stands in a list or a margin: a document, a claim, a statement, a story, a person, in short.

use serde::{Deserialize, Serialize};

use crate::{Commitment, Day, DiscrepancyKind, Holder, Line, Outcome, Span, Standing, Statement, When};

/// A document in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentCard {
    /// Its id, as in its URL.
    pub id: String,
    /// Its number: 1 is the first by publication.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// Who published it, where known.
    pub outlet: Option<String>,
    /// When it was published, where known.
    pub published: Option<When>,
    /// Whether that date is concluded, not given.
    pub inferred: bool,
    /// What it rests mainly on: the name of its most frequent origin; `None` is its own.
    pub origin: Option<String>,
    /// How many statements it makes.
    pub statements: u32,
    /// Whether it is a brief.
    pub brief: bool,
}

impl DocumentCard {
    /// The first day on which it is certainly out, as [`Document::out`].
    pub fn out(&self) -> Option<Day> {
        self.published.as_ref()?.last
    }
}

/// What one document says of a claim, for a cell of the matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Number of the document.
    pub document: u32,
    /// The commitments of its statements, each once, in the order of the legend.
    pub commitments: Vec<Commitment>,
    /// Where the first of them stands in the document.
    pub at: Span,
    /// Index of the origin within the claim.
    pub origin: u32,
}

/// Documents that share an origin, for a bracket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bracket {
    /// The origin's name.
    pub name: String,
    /// Numbers of its documents, rising, two or more.
    pub documents: Vec<u32>,
}

/// One reading beside a claim in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardReading {
    /// The words or the value.
    pub value: String,
    /// Who gives it.
    pub by: String,
    /// Number and id of the document, and where the words stand.
    pub document: u32,
    /// Where the words stand.
    pub at: Span,
}

/// A claim in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimCard {
    /// Its id, as in its URL.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The commitment most statements share.
    pub commitment: Commitment,
    /// How its statements stand to each other.
    pub standing: Standing,
    /// Whether nothing here settles it.
    pub open: bool,
    /// On what its statements differ.
    pub differs: Vec<DiscrepancyKind>,
    /// How many documents make it.
    pub articles: u32,
    /// How many origins they come down to.
    pub origins: u32,
    /// What each document says, by number.
    pub marks: Vec<Mark>,
    /// Which of them share an origin.
    pub brackets: Vec<Bracket>,
    /// The readings of its first discrepancy, two or more; empty where it has none.
    pub readings: Vec<CardReading>,
    /// When it happened or is due.
    pub when: Option<When>,
    /// When it is due, for an expectation.
    pub due: Option<When>,
    /// The other times at which reports have it due, the first first.
    pub dues: Vec<When>,
    /// In how many wordings reports print one utterance of it; 0 where they print it alike.
    pub wordings: u32,
    /// Ids of the people and organisations that take part, the most frequent first; none but in `claim-cards/`, whose list
    /// can be narrowed by them.
    pub entities: Vec<String>,
    /// Whether the title is understood alone.
    pub stands: bool,
    /// Id of its story; empty but in `claim-cards/`.
    pub story: String,
    /// How its expectation ended, for a claim about the future.
    pub outcome: Option<Outcome>,
    /// Who denies it, in which words; `by` is empty where a report does not surely tell.
    pub denials: Vec<CardReading>,
    /// As [`Claim::since`].
    pub since: Option<Day>,
    /// As [`Claim::earlier`]: since when it was so, and what it was.
    pub earlier: Vec<(Day, ClaimCard)>,
}

impl ClaimCard {
    /// The claim as it was known on a day; `None` where no report was out that makes it.
    pub fn on(&self, day: Day) -> Option<&Self> {
        if self.since.is_some_and(|since| since <= day) {
            return Some(self);
        }
        self.earlier.iter().rev().find(|(from, _)| *from <= day).map(|(_, card)| card)
    }

    /// Whether lists show it beside others: it is understood alone, or several reports tell it, and the words of one stand for
    /// it.
    pub fn is_listed(&self) -> bool {
        self.stands || self.articles > 1
    }

    /// The first day on which a report told it; `None` where none has a day.
    pub fn known(&self) -> Option<Day> {
        self.earlier.first().map(|(from, _)| *from).or(self.since)
    }
}

/// What the pages need of a [`Statement`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementCard {
    /// Where it stands: a clause, or the sentence.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// Index of its passage.
    pub passage: u32,
    /// How far the document commits itself to it.
    pub commitment: Commitment,
    /// The words that decide the commitment.
    pub cues: Vec<Span>,
    /// From the outlet down to whoever it rests on.
    pub holders: Vec<Holder>,
    /// When what it says happened or is due.
    pub time: Option<When>,
    /// Where the text says when.
    pub time_span: Option<Span>,
}

impl From<&Statement> for StatementCard {
    fn from(statement: &Statement) -> Self {
        Self {
            span: statement.span,
            sentence: statement.sentence,
            passage: statement.passage,
            commitment: statement.commitment,
            cues: statement.cues.clone(),
            holders: statement.holders.clone(),
            time: statement.time.clone(),
            time_span: statement.time_span,
        }
    }
}

/// A claim, as the margin of a document shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimNote {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How its statements stand to each other.
    pub standing: Standing,
    /// Whether nothing here settles it.
    pub open: bool,
    /// On what its statements differ.
    pub differs: Vec<DiscrepancyKind>,
    /// How many documents make it.
    pub articles: u32,
    /// How many origins they come down to.
    pub origins: u32,
    /// What its documents give for each thing that they differ on: number of the document, and the value.
    pub readings: Vec<(DiscrepancyKind, Vec<(u32, String)>)>,
    /// How documents print one utterance of it, where not all print it alike: number of the document, and the words.
    pub wordings: Vec<(u32, String)>,
    /// Ids of claims that perhaps say the same, the likeliest first.
    pub perhaps: Vec<String>,
}

/// A statement of another claim that perhaps says the same, on a claim's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PerhapsCard {
    /// Number of the document.
    pub document: u32,
    /// Where the statement stands in it.
    pub at: Span,
    /// Its words.
    pub text: String,
    /// How far the document commits itself.
    pub commitment: Commitment,
    /// Who says it: the last holder's name; empty where nobody but the document does.
    pub by: String,
    /// Id of the claim that it belongs to.
    pub claim: String,
    /// That claim's title.
    pub title: String,
}

/// A story in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryCard {
    /// Its id, as in its URL.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether that is understood alone; else it is words out of a report.
    pub stands: bool,
    /// What its title is drawn from, where nothing names it.
    pub line: Option<Line>,
    /// When its main event happened or is due.
    pub when: Option<When>,
    /// Numbers of the documents that tell it, rising.
    pub documents: Vec<u32>,
    /// How many claims it has.
    pub claims: u32,
    /// How many of them two origins or more agree on.
    pub agreed: u32,
    /// On how many of them sources differ.
    pub differs: u32,
    /// How many of them are open.
    pub open: u32,
    /// How many origins its claims come down to.
    pub origins: u32,
}

/// A record of `people.bin`, by how often they are quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonCard {
    /// Part of the URL.
    pub id: String,
    /// The fullest name.
    pub name: String,
    /// What the texts call them; empty where they say nothing.
    pub role: String,
    /// How many statements rest on their word.
    pub says: u32,
    /// Numbers of the documents that carry them.
    pub documents: Vec<u32>,
    /// Whether it is a body (a ministry, an agency, a company), not a human being.
    pub body: bool,
}

/// One utterance on a person's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// Number of the document.
    pub document: u32,
    /// Where the statement stands.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// Whether any of them stand in quotation marks.
    pub quoted: bool,
    /// How far the document commits itself.
    pub commitment: Commitment,
    /// The claim, with its title.
    pub claim: Option<(String, String)>,
    /// Further places that carry the same: number of the document, and where it stands.
    pub also: Vec<(u32, Span)>,
}
