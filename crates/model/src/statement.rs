use serde::{Deserialize, Serialize};

use crate::{Document, Span, Time, When};

/// How far a document commits itself to what it says.
///
/// Where several hold, the furthest from plain assertion counts: a denial before an expectation, an expectation before
/// a hedge, a hedge before an attribution. The order of the variants is the order of the glyphs on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Commitment {
    /// Said in the document's own voice.
    Asserted,
    /// On someone's word.
    Attributed,
    /// Reportedly, may, rumoured.
    Hedged,
    /// Yet to come.
    Expected,
    /// Said not to be so.
    Denied,
}

impl Commitment {
    /// All of them, in the order of the legend.
    pub const ALL: [Self; 5] = [Self::Asserted, Self::Attributed, Self::Hedged, Self::Expected, Self::Denied];

    /// The word on the page, in the data and in URLs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Attributed => "attributed",
            Self::Hedged => "hedged",
            Self::Expected => "expected",
            Self::Denied => "denied",
        }
    }
}

/// Whether a statement holds that something is so or is not so, whoever says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Polarity {
    /// It is so.
    #[default]
    Affirmed,
    /// It is not so.
    Negated,
}

/// How the words of an attribution are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AttributionKind {
    /// All of the content stands in quotation marks.
    Direct,
    /// None of it does.
    Indirect,
    /// Some of it does.
    Mixed,
}

/// Who says it: source, cue, content. Each may be in several pieces, and the source may be missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribution {
    /// Who says it, as the text has it.
    pub source: Vec<Span>,
    /// The words that say that it is said.
    pub cue: Vec<Span>,
    /// What is said.
    pub content: Vec<Span>,
    /// Direct, indirect or mixed.
    pub kind: AttributionKind,
    /// The name that the source stands for, when a pronoun or a title was resolved; otherwise the source's own words.
    pub speaker: Option<String>,
}

/// One link of the chain from the outlet down to whoever a statement rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The name, resolved within the document and by the aliases of the corpus.
    pub name: String,
    /// Where the text names it; `None` for the outlet, which the metadata names.
    pub span: Option<Span>,
    /// The words that make it a holder; `None` for the outlet.
    pub cue: Option<Span>,
    /// Whether the step to this holder is concluded, not written: drawn dashed.
    pub inferred: bool,
    /// Whether this holder speaks together with the one before, rather than being whom that one rests on.
    pub joint: bool,
}

impl Holder {
    /// The steps of a chain, from the outlet down: those who speak together are one.
    pub fn steps(chain: &[Self]) -> impl Iterator<Item = &[Self]> {
        chain.chunk_by(|_, next| next.joint)
    }
}

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// Where it stands, with its modifier and unit.
    pub span: Span,
    /// The least it can be; `None` where the text sets no bound.
    pub low: Option<f64>,
    /// The most it can be; `None` where the text sets no bound.
    pub high: Option<f64>,
    /// The unit or what is counted, in the singular and lower case: `usd`, `percent`, `drone`; empty where none is named.
    pub unit: String,
    /// Whether the text gives it as rough: "some", "about", "thousands of".
    pub rough: bool,
}

/// When a finite verb has it happen, as far as its form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tense {
    /// "Signed", "was signed", "had signed".
    Past,
    /// "Has signed".
    Perfect,
    /// "Signs", "is signing", "is to sign".
    Present,
    /// "Will sign".
    Future,
    /// "Would sign", "may sign", "must sign".
    Modal,
}

/// The clause that a statement turns on, as a shallow parse finds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The finite verb, with its auxiliaries, its negation and the adverbs among them.
    pub verb: Span,
    /// The full verb in it, or the auxiliary that stands alone.
    pub head: Span,
    /// What its form tells of when.
    pub tense: Tense,
    /// Whether it is passive.
    pub passive: bool,
    /// Its own subject, with what is attached to it; `None` where it has none before it.
    pub subject: Option<Span>,
    /// Whether the statement's time is when its verb has it happen: not in "the pact of 2015 failed", nor in "the owner,
    /// who left in May, sold the mill".
    pub timed: bool,
}

/// A participant as it is mentioned in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it is mentioned.
    pub span: Span,
    /// The full name within this document that a short form or a title stands for.
    pub name: String,
    /// What it is.
    pub kind: crate::EntityKind,
}

/// What a document calls somebody: a title before the name, or what stands in apposition to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description {
    /// Where it stands, without article; nobody else is named in it.
    pub span: Span,
    /// Whom it is said of: a name as [`Mention::name`] has it.
    pub name: String,
}

/// One thing that one document says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Where it stands: a clause, or the sentence.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// Index of its passage.
    pub passage: u32,
    /// How far the document commits itself to it.
    pub commitment: Commitment,
    /// Whether the content is affirmed or negated.
    pub polarity: Polarity,
    /// The words that decide the commitment.
    pub cues: Vec<Span>,
    /// From the outlet down to whoever it rests on: never empty, the first is the document's own voice.
    pub holders: Vec<Holder>,
    /// When what it says happened or is due.
    pub time: Option<When>,
    /// Where the text says when.
    pub time_span: Option<Span>,
    /// The numbers in it.
    pub quantities: Vec<Quantity>,
    /// Who and what is named in it, or meant by a pronoun in it.
    pub participants: Vec<Mention>,
    /// The words of it that stand in quotation marks, without the marks.
    pub quotes: Vec<Span>,
    /// Whose words each of `quotes` is, in the same order; empty where the text does not surely tell. Somebody may be
    /// quoted in what another says, or amid what the document says itself.
    pub quoted: Vec<String>,
    /// The subject that it shares with a clause before it in its sentence, or the name, further before, of the one for whom its
    /// own "he", "she" or "it" stands; `None` where it has a subject of its own.
    pub subject: Option<Span>,
    /// The clause that it turns on; `None` where no finite verb was found.
    pub clause: Option<Clause>,
}

/// What a sentence says of one of its clauses, or of a thing that is alleged or planned in it: "they agreed *to sell the
/// port*".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// The clause.
    pub span: Span,
    /// How far the document commits itself to it.
    pub commitment: Commitment,
    /// Whether it is affirmed or negated.
    pub polarity: Polarity,
    /// The words that decide it, which may stand before the clause.
    pub cues: Vec<Span>,
}

/// A document with all that was found in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Annotated {
    /// The document.
    pub document: Document,
    /// Its sentences, in order; furniture has none.
    pub sentences: Vec<Span>,
    /// Its time expressions, in order.
    pub times: Vec<Time>,
    /// Its attributions, in order of their content.
    pub attributions: Vec<Attribution>,
    /// Who and what is named, in order.
    pub mentions: Vec<Mention>,
    /// What it calls the people it names.
    pub descriptions: Vec<Description>,
    /// What it says, in order.
    pub statements: Vec<Statement>,
    /// The clauses within its sentences to which it commits itself otherwise than to the statement around them, or that
    /// are no part of a statement; in order.
    pub scopes: Vec<Scope>,
}
