//! The shapes under `export/`: a contract that scripts depend on.

use serde::{Deserialize, Serialize};

use crate::{Commitment, Line, Span};

/// `export/claims.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimsExport {
    /// Every claim.
    pub claims: Vec<ClaimExport>,
}

/// One claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClaimExport {
    /// Its id, as in its URL.
    pub id: String,
    /// Its title; empty where none of its statements is understood alone.
    pub title: String,
    /// The commitment most statements share.
    pub commitment: Commitment,
    /// `agreed`, `differs`, `perhaps` or `one-origin`.
    pub standing: String,
    /// Whether it is an expectation that nothing here settles.
    pub open: bool,
    /// Id of the story that it belongs to.
    pub story: String,
    /// Its statements: every two of them surely say the same.
    pub statements: Vec<StatementExport>,
    /// Statements of other claims that perhaps say the same.
    pub perhaps: Vec<PerhapsExport>,
    /// Its origins.
    pub origins: Vec<OriginExport>,
    /// What its statements do not agree on.
    pub discrepancies: Vec<DiscrepancyExport>,
    /// `null` unless it is about the future.
    pub expectation: Option<ExpectationExport>,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementExport {
    /// The document's id.
    pub document: String,
    /// First code point in the document's text.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// Its words.
    pub text: String,
    /// The subject that it shares with a clause before it, or the name of the one for whom its pronoun stands, without which it
    /// does not stand alone; `null` where it has its own.
    pub subject: Option<SubjectExport>,
    /// How far the document commits itself.
    pub commitment: Commitment,
    /// From the outlet down to whoever it rests on.
    pub holders: Vec<HolderExport>,
    /// Id of its origin within the claim.
    pub origin: String,
    /// When, as EDTF.
    pub time: Option<String>,
    /// Whether a person decided something of it.
    pub reviewed: bool,
    /// `sure`, or `perhaps` where it stands beside a claim.
    pub link: String,
}

/// A statement of another claim that perhaps says the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PerhapsExport {
    /// The statement; its origin counts within its own claim.
    #[serde(flatten)]
    pub statement: StatementExport,
    /// Id of the claim that it belongs to.
    pub claim: String,
    /// Which statement of this claim it is most like: document, and code points.
    pub beside: (String, Span),
    /// How likely it says the same, in percent.
    pub percent: u8,
}

/// `export/stories.json`, under the same key as [`ClaimsExport`], so that what reads claims reads stories too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoriesExport {
    /// Every story.
    pub claims: Vec<StoryExport>,
}

/// One story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryExport {
    /// Its id, as in its URL.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What the title is drawn from, where nothing names it.
    pub line: Option<Line>,
    /// When, as EDTF.
    pub time: Option<String>,
    /// Ids of its claims, by weight.
    pub members: Vec<String>,
    /// Ids of the documents that tell it.
    pub documents: Vec<String>,
    /// The statements of all its claims.
    pub statements: Vec<StatementExport>,
}

/// The subject of a statement that stands outside of it: "She *closed the road* and *left*".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectExport {
    /// First code point in the document's text.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// Its words.
    pub text: String,
}

/// One holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolderExport {
    /// The name.
    pub name: String,
    /// The words that make it a holder; `null` for the outlet.
    pub cue: Option<String>,
}

/// One origin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginExport {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why the documents count as one.
    pub why: String,
    /// Ids of the documents that draw on it.
    pub documents: Vec<String>,
    /// Whether it only denies what others say, and is not counted.
    pub denies: bool,
}

/// One discrepancy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscrepancyExport {
    /// `number`, `date`, `place`, `actor`, `wording`, `commitment` or `outcome`.
    pub kind: String,
    /// Whether a later report may only bring an earlier figure up to date.
    pub update: bool,
    /// The readings.
    pub values: Vec<ValueExport>,
}

/// One reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueExport {
    /// The document's id.
    pub document: String,
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The value as it is compared.
    pub value: String,
}

/// An expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectationExport {
    /// When it is due, as EDTF.
    pub due: Option<String>,
    /// `happened`, `moved`, `denied` or `not resolved in this corpus`.
    pub outcome: String,
    /// What settles it: document ids and spans.
    pub settled_by: Vec<(String, Span)>,
}
