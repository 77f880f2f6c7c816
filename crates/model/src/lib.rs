//! The nouns of Crossread, and the formats of its bundle.

pub mod bundle;
mod claim;
pub mod cores;
mod document;
mod export;
mod input;
pub mod keep;
pub mod listed;
pub mod names;
pub mod order;
pub mod pairs;
mod person;
pub mod plain;
mod relations;
mod span;
mod statement;
mod story;
mod time;

pub use bundle::{coding, sealed};
pub use claim::{
    Alternative, Claim, ClaimOrigin, Discrepancy, DiscrepancyKind, Expectation, Member, Occasion, Outcome, Perhaps,
    Reading, Settled, Stage, Standing, Tie, TieKind, UNKNOWN_ORIGIN, Utterance, VariantWord,
};
pub use document::{Document, FilePlace, Known, Original, Passage, Role, tells_opinion};
pub use export::{
    ClaimExport, ClaimsExport, DiscrepancyExport, ExpectationExport, HolderExport, OriginExport, PerhapsExport,
    StatementExport, StoriesExport, StoryExport, SubjectExport, ValueExport,
};
pub use input::Input;
pub use person::{Alias, Corpus, Entity, EntityKind, Person, UnnamedOutlets};
pub use relations::{Origin, Relations};
pub use span::{Span, Text};
pub use statement::{
    Annotated, Attribution, AttributionKind, Clause, Commitment, Description, Holder, Mention, Polarity, Quantity,
    Scope, Statement, Tense,
};
pub use story::{Line, Share, Story};
pub use time::{Day, Grain, Time, TimeKind, When, calendar, edtf_year};
