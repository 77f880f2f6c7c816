//! The formats of `data/`: what the build writes and the viewer reads.
//!
//! `data/manifest.json` is the one file with a fixed name. Everything else lies below `data/<build>/`, where `<build>` is
//! a digest of all of its bytes: a page of one build never reads a file of another, and every file can be cached for
//! good. Records that are many (documents, claims, people) lie in shards; [`shard`] tells which, from the id alone.

use serde::{Deserialize, Serialize};

use crate::{
    Claim, Commitment, Day, DiscrepancyKind, Document, Entity, Holder, Original, Outcome, Span, Standing, Statement,
    When,
};

/// The version of the formats; the viewer refuses any other.
pub const FORMAT: u32 = 9;

/// Which of `shards` shards holds the record `id`: FNV-1a (32 bit) of its UTF-8 bytes, modulo `shards`.
pub fn shard(id: &str, shards: u32) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in id.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash % shards.max(1)
}

/// `data/manifest.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`] of the build.
    pub format: u32,
    /// The folder below `data/` that holds the rest.
    pub build: String,
    /// Short title, for the masthead.
    pub title: String,
    /// The subject, as a heading.
    pub subject: String,
    /// One or two sentences on the corpus.
    pub summary: String,
    /// BCP 47 tag.
    pub language: String,
    /// How many documents.
    pub documents: u32,
    /// How many claims.
    pub claims: u32,
    /// How many stories.
    pub stories: u32,
    /// How many people have a page.
    pub people: u32,
    /// How many of the documents are briefs.
    pub briefs: u32,
    /// How many decisions are a person's.
    pub reviews: u32,
    /// How many statements.
    pub statements: u32,
    /// How many origins, over the corpus.
    pub origins: u32,
    /// Shards of `documents/N.bin`: `Vec<DocumentPage>` each.
    pub document_shards: u32,
    /// Shards of `claims/N.bin`: `Vec<ClaimPage>` each.
    pub claim_shards: u32,
    /// Shards of `stories/N.bin`: `Vec<StoryPage>` each.
    pub story_shards: u32,
    /// Shards of `people/N.bin`: `Vec<PersonPage>` each.
    pub people_shards: u32,
    /// Parts of `claim-cards/N.bin`: `Vec<ClaimCard>` each, the most disputed first.
    pub claim_card_parts: u32,
    /// Parts of `document-cards/N.bin`: `Vec<DocumentCard>` each, by publication.
    pub document_card_parts: u32,
    /// Name of the file that a search begins with; it lies with the rest of the index in the folder `search/` of the build.
    pub search: String,
    /// The first and the last day of publication, where known.
    pub first: Option<Day>,
    /// The last day of publication.
    pub last: Option<Day>,
}

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

    /// The first day on which a report told it; `None` where none has a day.
    pub fn known(&self) -> Option<Day> {
        self.earlier.first().map(|(from, _)| *from).or(self.since)
    }
}

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
    /// On whose word: the origin's name.
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
    /// How many claims two origins or more perhaps agree on.
    pub perhaps: u32,
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

    /// The claims that belong to it: what most origins say comes first, since that is what a reader asks for. What is not
    /// understood alone is counted, but not shown.
    pub fn of<'a>(cards: impl Iterator<Item = &'a ClaimCard>, belongs: impl Fn(&ClaimCard) -> bool) -> Self {
        let mut claims: Vec<&ClaimCard> = cards.filter(|card| belongs(card)).collect();
        let total = claims.len() as u32;
        claims.retain(|card| card.stands);
        let mut places: Vec<usize> = (0..claims.len()).collect();
        let weight = |&at: &usize| (std::cmp::Reverse((claims[at].origins, claims[at].articles)), at);
        crate::order::sort_by_key(&mut places, weight);
        Self { total, claims: places.into_iter().take(Self::MOST).map(|at| claims[at].clone()).collect() }
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

/// A statement with the claim that it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MarkedStatement {
    /// The statement.
    pub statement: StatementCard,
    /// The claim's id; `None` where a person hid it.
    pub claim: Option<String>,
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

/// A record of `documents/N.bin`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DocumentPage {
    /// Its card.
    pub card: DocumentCard,
    /// The document with its text.
    pub document: Document,
    /// Its statements, in order.
    pub statements: Vec<MarkedStatement>,
    /// The claims that its statements belong to.
    pub claims: Vec<ClaimNote>,
    /// The documents before and after it, and all others while they are few, by publication.
    pub others: Vec<DocumentCard>,
    /// The words that tell its origin: document number and span, and the origin's name.
    pub origin_at: Option<(u32, Span)>,
    /// Numbers of the documents that share its main origin.
    pub shares: Vec<u32>,
}

/// A statement on a claim's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimStatement {
    /// Number of the document.
    pub document: u32,
    /// The statement; its spans point into the document's text.
    pub statement: StatementCard,
    /// The text of its sentence, which begins at `statement.sentence.start`.
    pub sentence: String,
    /// Index of its origin within the claim.
    pub origin: u32,
    /// Whether a person decided something of it.
    pub reviewed: bool,
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

/// A record of `stories/N.bin`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryPage {
    /// Its card.
    pub card: StoryCard,
    /// Its claims, by weight: at most the first thousand.
    pub claims: Vec<ClaimCard>,
    /// Its events, by date; those that were told so only once, with fewer reports out, among them.
    pub events: Vec<Event>,
    /// The documents that tell it, by publication.
    pub documents: Vec<DocumentCard>,
    /// Those of them that share an origin over the corpus.
    pub brackets: Vec<Bracket>,
    /// Ids and names of the people who take part and have a page, the most frequent first.
    pub people: Vec<(String, String)>,
}

/// A record of `claims/N.bin`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimPage {
    /// The claim, without what the page does not show (`aliases`, `occasions`, `perhaps`, `entities`). The document indices
    /// in it are numbers less one: `documents` has their cards.
    pub claim: Claim,
    /// Its statements, by publication.
    pub statements: Vec<ClaimStatement>,
    /// The documents that make it, and those that its ties and readings point to.
    pub documents: Vec<DocumentCard>,
    /// Id and title of its story, where that has other claims.
    pub story: Option<(String, String)>,
    /// Statements that perhaps say the same, the likeliest first: they count for nothing.
    pub perhaps: Vec<PerhapsCard>,
    /// Claims that settle it, or that share most of its participants.
    pub related: Vec<ClaimCard>,
    /// For each of its documents that is a brief, by number: the report that it retells, and where that can be read.
    pub originals: Vec<(u32, Original, Option<String>)>,
}

/// A record of `people/N.bin`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonPage {
    /// Who.
    pub entity: Entity,
    /// What the texts call them; empty where they say nothing.
    pub role: String,
    /// What they are quoted as saying, by publication.
    pub says: Vec<Said>,
    /// The documents concerned.
    pub documents: Vec<DocumentCard>,
    /// What others say that they did: the claims whose statements have them as what the sentence is about, each with the
    /// words of its first such statement.
    pub does: Vec<Said>,
    /// The other claims that they take part in.
    pub claims: Vec<ClaimNote>,
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

/// A record of `aliases.bin` and `story-aliases.bin`: where a claim or a story that was merged away has gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The old id.
    pub from: String,
    /// The id it is part of now.
    pub to: String,
}

/// `about.bin`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// What people decided, each in a sentence.
    pub reviews: Vec<String>,
    /// The documents, with the originals of briefs: at most the first thousand.
    pub sources: Vec<(DocumentCard, Option<Original>)>,
    /// The downloads: path below the site's root, and bytes.
    pub exports: Vec<(String, u64)>,
}
