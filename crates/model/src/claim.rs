use serde::{Deserialize, Serialize};

use crate::{Commitment, Day, Span, When};

/// How the statements of a claim stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// A discrepancy of number, date, place, actor, wording or outcome; or one hedges or denies what another says.
    Differs,
    /// Two origins or more that surely say the same, and no discrepancy.
    Agreed,
    /// However many articles, one origin.
    OneOrigin,
    /// Two origins or more, of which it is not sure that they say the same, or that none has it from another.
    Perhaps,
}

impl Standing {
    /// The word in data and URLs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Differs => "differs",
            Self::Agreed => "agreed",
            Self::OneOrigin => "one-origin",
            Self::Perhaps => "perhaps",
        }
    }
}

/// One statement of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Index of the document, in order of the corpus.
    pub document: u32,
    /// Index of the statement in that document.
    pub statement: u32,
    /// Index into [`Claim::origins`].
    pub origin: u32,
    /// Whether a person decided something of it.
    pub reviewed: bool,
}

/// A statement of another claim that perhaps says the same: shown apart, and counted for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perhaps {
    /// Index of the document, in order of the corpus.
    pub document: u32,
    /// Index of the statement in that document.
    pub statement: u32,
    /// Index into [`Claim::members`] of the statement that it is most like.
    pub beside: u32,
    /// Id of the claim that it belongs to.
    pub claim: String,
    /// How likely it says the same, in percent.
    pub percent: u8,
}

/// Where a statement's information first comes from, as far as the documents tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimOrigin {
    /// Made from the name.
    pub id: String,
    /// The report, agency, office or speaker; the document's own outlet or title where nothing else is named; `unknown`
    /// where the document itself says that it has it from elsewhere, but not from where.
    pub name: String,
    /// Why these statements are counted as one origin, in a sentence.
    pub why: String,
    /// The documents that draw on it, in order.
    pub documents: Vec<u32>,
    /// What ties them, with the words on both sides.
    pub ties: Vec<Tie>,
    /// Whether it only denies what others say: then it is no origin of the claim, and is not counted.
    pub denies: bool,
}

/// What ties two documents to one origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TieKind {
    /// Both name the same upstream.
    Upstream,
    /// Both carry the same utterance of the same speaker.
    Quotation,
    /// Both run together word by word.
    Reuse,
    /// One carries a credit line that the other's named source matches.
    Credit,
    /// A person decided so.
    Review,
}

/// One reason why statements of two documents rest on one origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// What kind of reason it is.
    pub kind: TieKind,
    /// The words on one side: document and span.
    pub a: (u32, Span),
    /// The words on the other side.
    pub b: (u32, Span),
}

/// On what the statements of a claim do not agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiscrepancyKind {
    /// A number.
    Number,
    /// A date, or when something is due.
    Date,
    /// A place.
    Place,
    /// Who did it, or who says so.
    Actor,
    /// The wording of a quotation.
    Wording,
    /// One asserts what another hedges or denies.
    Commitment,
    /// Whether what was expected came.
    Outcome,
}

impl DiscrepancyKind {
    /// The word in data and on the page.
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Place => "place",
            Self::Actor => "actor",
            Self::Wording => "wording",
            Self::Commitment => "commitment",
            Self::Outcome => "outcome",
        }
    }
}

/// One reading of what is not agreed: the value, who gives it, and the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Index of the document.
    pub document: u32,
    /// The words that give it.
    pub span: Span,
    /// The value as it can be compared: `14`, `2024-09`, a name, the words of a quotation.
    pub value: String,
    /// Who gives it: the last holder's name.
    pub by: String,
}

/// Something that the statements of a claim do not agree on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discrepancy {
    /// On what.
    pub kind: DiscrepancyKind,
    /// What it is about, where the kind alone does not tell: the unit of the number, "when it is due".
    pub about: String,
    /// Whether a later report may only bring an earlier figure up to date: not counted against agreement.
    pub update: bool,
    /// Two readings or more, by publication.
    pub values: Vec<Reading>,
}

/// One outlet's version of an utterance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// Index of the document.
    pub document: u32,
    /// The words as printed, without quotation marks.
    pub span: Span,
    /// Whether it stands in quotation marks.
    pub direct: bool,
    /// One entry a column of the alignment.
    pub words: Vec<VariantWord>,
}

/// One column of an alignment, for one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantWord {
    /// The words of this version in this column; empty is a gap.
    pub text: String,
    /// Whether all versions have the same words in this column.
    pub same: bool,
}

/// Versions of one utterance by one speaker, aligned word by word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Utterance {
    /// Who says it.
    pub speaker: String,
    /// Two versions or more, by publication; all have equally many columns.
    pub versions: Vec<Alternative>,
}

/// How an expectation ended, as far as the corpus tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// A later statement says that it happened.
    Happened,
    /// A later statement gives another date.
    Moved,
    /// A later statement says that it did not happen, or will not.
    Denied,
    /// Nothing here settles it. A date that merely passed proves nothing.
    NotResolved,
}

impl Outcome {
    /// The words on the page and in the data.
    pub fn words(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Moved => "moved",
            Self::Denied => "denied",
            Self::NotResolved => "not resolved in this corpus",
        }
    }
}

/// A statement that settles an expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// Index of the document.
    pub document: u32,
    /// Index of the statement in it.
    pub statement: u32,
    /// The claim that the statement belongs to, where it is another one.
    pub claim: Option<String>,
}

/// A claim about the future.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expectation {
    /// The latest interval in which it is due; `None` where no report gives one.
    pub due: Option<When>,
    /// How it ended.
    pub outcome: Outcome,
    /// What settles it, by publication.
    pub settled_by: Vec<Settled>,
}

/// One time at which a claim has something happen, or be due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occasion {
    /// When: the finest of the times that its statements give.
    pub when: When,
    /// What happened, or is due: one of these statements, as a sentence that is understood alone.
    pub label: String,
    /// Indices into [`Claim::members`] of the statements that give the time, rising.
    pub members: Vec<u32>,
}

/// Within a story, the statements that say the same one thing, or deny it: those that surely do are its members, those
/// that perhaps do stand beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Made from its content: it survives a further document.
    pub id: String,
    /// Ids of claims that were merged into this one.
    pub aliases: Vec<String>,
    /// What it is called: a statement as a sentence that is understood alone; else a statement's words in quotation
    /// marks.
    pub title: String,
    /// Whether the title is understood alone. Other claims stand at the end of lists.
    #[serde(default)]
    pub stands: bool,
    /// The commitment that most of its statements share.
    pub commitment: Commitment,
    /// How its statements stand to each other.
    pub standing: Standing,
    /// Whether it is an expectation that nothing here settles.
    pub open: bool,
    /// When it happened or is due, where any statement tells.
    pub when: Option<When>,
    /// What the timeline shows of it: its times that cannot be one another's, those that most documents give first.
    #[serde(default)]
    pub occasions: Vec<Occasion>,
    /// Id of the story that it belongs to.
    pub story: String,
    /// Its statements, by publication of their document, then by place in it: every two of them surely say the same.
    pub members: Vec<Member>,
    /// Statements of other claims that perhaps say the same, the likeliest first.
    pub perhaps: Vec<Perhaps>,
    /// Its origins, by their first document.
    pub origins: Vec<ClaimOrigin>,
    /// What its statements do not agree on.
    pub discrepancies: Vec<Discrepancy>,
    /// Utterances that its statements print differently.
    pub utterances: Vec<Utterance>,
    /// For a claim about the future: when it is due, and how it ended.
    pub expectation: Option<Expectation>,
    /// Ids of the people and organisations that take part, the most frequent first.
    pub entities: Vec<String>,
    /// What people decided of it, in their words; empty where all is the machine's.
    pub reviews: Vec<String>,
    /// The day from which on it is as told here, with all of its reports out; `None` where one of them has no date, so
    /// that on no day they are surely all out.
    #[serde(default)]
    pub since: Option<Day>,
    /// What it was before, while some of its reports were out: the first stage first.
    #[serde(default)]
    pub earlier: Vec<Stage>,
}

/// A claim as it was while only some of its reports were out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// The first day on which it was so.
    pub from: Day,
    /// What it was: made from the reports that were out, as claims are; its own `since` and `earlier` are empty.
    pub claim: Claim,
}

/// What an origin is called of which no document tells who it is.
pub const UNKNOWN_ORIGIN: &str = "unknown";

impl Claim {
    /// A claim that nobody makes yet: what one that is split off or unpacked begins with.
    pub fn empty() -> Self {
        Self {
            id: String::new(),
            aliases: Vec::new(),
            title: String::new(),
            stands: false,
            occasions: Vec::new(),
            commitment: Commitment::Asserted,
            standing: Standing::OneOrigin,
            open: false,
            when: None,
            story: String::new(),
            members: Vec::new(),
            perhaps: Vec::new(),
            origins: Vec::new(),
            discrepancies: Vec::new(),
            utterances: Vec::new(),
            expectation: None,
            entities: Vec::new(),
            reviews: Vec::new(),
            since: None,
            earlier: Vec::new(),
        }
    }

    /// The claim as it was known on a day; `None` where no report was out that makes it.
    pub fn on(&self, day: Day) -> Option<&Self> {
        if self.since.is_some_and(|since| since <= day) {
            return Some(self);
        }
        self.earlier.iter().rev().find(|stage| stage.from <= day).map(|stage| &stage.claim)
    }

    /// How many origins it comes down to: those that are known. What comes from nobody knows where may come from one of
    /// them, and counts as one where there is no other.
    pub fn count_origins(&self) -> usize {
        let known = self.origins.iter().filter(|origin| origin.name != UNKNOWN_ORIGIN && !origin.denies).count();
        known.max(self.origins.len().min(1))
    }

    /// How many documents make it.
    pub fn articles(&self) -> usize {
        let mut documents: Vec<u32> = self.members.iter().map(|m| m.document).collect();
        crate::order::sort(&mut documents);
        documents.dedup();
        documents.len()
    }
}
