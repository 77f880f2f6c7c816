mod written;

use model::plain::one_line;
use model::{Alias, Commitment, Corpus, EntityKind};
use serde::{Deserialize, Serialize};

/// The words of one statement, by which a decision finds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// Id of the document.
    pub document: String,
    /// Words that stand in it exactly once; white space and the shape of quotation marks do not matter.
    pub words: String,
}

/// What a person decided over the machine's result: a `[[decision]]` of `review.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "decide", rename_all = "kebab-case", try_from = "written::Written")]
pub enum Decision {
    /// The claims of these statements are one. It keeps the id and the title of the first.
    Merge {
        /// One statement of each claim.
        statements: Vec<Anchor>,
        /// The reason, for readers.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// These statements leave their claims, and are a claim of their own.
    Split {
        /// All statements of the new claim.
        statements: Vec<Anchor>,
        /// The reason, for readers.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// These statements do not say the same: their claims are not shown as perhaps one.
    Apart {
        /// One statement of each claim.
        statements: Vec<Anchor>,
        /// The reason, for readers.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// The claim of this statement gets another title.
    Retitle {
        /// Any statement of the claim.
        statement: Anchor,
        /// The title.
        title: String,
        /// The reason, for readers.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// These statements belong to no claim.
    Hide {
        /// The statements.
        statements: Vec<Anchor>,
        /// The reason, for readers.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// These statements are made with another commitment.
    Commitment {
        /// The statements.
        statements: Vec<Anchor>,
        /// How far the document commits itself.
        commitment: Commitment,
        /// The reason, for readers.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// What these statements say happened, or is due, at another time.
    Date {
        /// The statements.
        statements: Vec<Anchor>,
        /// The time as EDTF.
        date: String,
        /// The reason, for readers.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// These statements first come from somebody else.
    Origin {
        /// The statements.
        statements: Vec<Anchor>,
        /// The name of the origin.
        origin: String,
        /// The reason, for readers.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// These statements are somebody else's words, or nobody's but the report's.
    Speaker {
        /// The statements.
        statements: Vec<Anchor>,
        /// The name of who says so; empty where the report says so by itself.
        speaker: String,
        /// The reason, for readers.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
    /// How a name is written besides, and which names are somebody else's: as entries of `corpus.toml`, with a reason.
    Name {
        /// The name that is shown.
        name: String,
        /// What it is.
        kind: EntityKind,
        /// How it is written besides.
        spellings: Vec<String>,
        /// The names that the machine took for it, of somebody or something else: each is one of its own.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        apart: Vec<String>,
        /// The reason, for readers.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        why: String,
    },
}

impl Decision {
    /// The statements that it is about.
    pub fn anchors(&self) -> &[Anchor] {
        match self {
            Self::Merge { statements, .. }
            | Self::Split { statements, .. }
            | Self::Apart { statements, .. }
            | Self::Hide { statements, .. }
            | Self::Commitment { statements, .. }
            | Self::Date { statements, .. }
            | Self::Origin { statements, .. }
            | Self::Speaker { statements, .. } => statements,
            Self::Retitle { statement, .. } => std::slice::from_ref(statement),
            Self::Name { .. } => &[],
        }
    }

    /// Whether it changes what a document says, so that all has to be related anew, and not only what came of that.
    pub fn corrects(&self) -> bool {
        matches!(
            self,
            Self::Commitment { .. }
                | Self::Date { .. }
                | Self::Origin { .. }
                | Self::Speaker { .. }
                | Self::Name { .. }
        )
    }

    /// The same, with the texts that are shown made one line each.
    pub fn in_lines(mut self) -> Self {
        match &mut self {
            Self::Retitle { title: shown, .. }
            | Self::Speaker { speaker: shown, .. }
            | Self::Origin { origin: shown, .. } => *shown = one_line(shown),
            Self::Name { name, spellings, apart, .. } => {
                spellings.iter_mut().chain(apart).chain([name]).for_each(|name| *name = one_line(name));
            }
            _ => {}
        }
        self
    }

    /// What was decided, in a sentence for the page.
    pub(crate) fn told(&self) -> String {
        let (what, why) = match self {
            Self::Merge { why, .. } => ("Claims put together".to_owned(), why),
            Self::Split { why, .. } => ("Statements set apart".to_owned(), why),
            Self::Apart { why, .. } => ("Told from what perhaps said the same".to_owned(), why),
            Self::Retitle { why, .. } => ("Title written by hand".to_owned(), why),
            Self::Hide { why, .. } => ("Statements left out".to_owned(), why),
            Self::Commitment { commitment, why, .. } => (format!("Commitment set to {}", commitment.word()), why),
            Self::Date { date, why, .. } => (format!("Date set to {date}"), why),
            Self::Origin { origin, why, .. } => (format!("Origin set to {origin}"), why),
            Self::Speaker { speaker, why, .. } if speaker.is_empty() => ("Set to nobody's words".to_owned(), why),
            Self::Speaker { speaker, why, .. } => (format!("Speaker set to {speaker}"), why),
            Self::Name { name, spellings, apart, why, .. } if spellings.is_empty() => {
                (format!("{name} told from {}", apart.join(", ")), why)
            }
            Self::Name { name, why, .. } => (format!("Spellings of {name} set"), why),
        };
        if why.is_empty() { what } else { format!("{what}: {why}") }
    }
}

/// `review.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The decisions, in order.
    #[serde(default)]
    pub decision: Vec<Decision>,
}

impl Review {
    /// Decisions some at a time, for who writes them: a writer of TOML puts the head of each table in front of all that it
    /// has written behind it, so that the time for very many at once grows with their square. The texts of the parts,
    /// with an empty line between them, are that of the whole.
    pub fn in_parts(decisions: &[Decision]) -> impl Iterator<Item = Self> {
        decisions.chunks(128).map(|some| Self { decision: some.to_vec() })
    }
}

/// What is known of a corpus, with the names that a person told: what documents have to be annotated and related with. A
/// spelling that belonged to another name belongs to it no more, and a name that is a spelling now brings its own along. A
/// name that is told apart becomes one of its own.
///
/// # Errors
/// A name is empty, or has neither a spelling but itself nor one that it is told from.
pub fn with_names(corpus: &Corpus, decisions: &[Decision]) -> Result<Corpus, ReviewError> {
    let mut corpus = corpus.clone();
    for (decision, one) in decisions.iter().enumerate() {
        let Decision::Name { name, kind, spellings, apart, .. } = one else { continue };
        let other = |listed: &&String| !listed.trim().is_empty() && *listed != name;
        let mut aliases: Vec<String> = Vec::new();
        let mut add = |spelling: &String| {
            if other(&spelling) && !apart.contains(spelling) && !aliases.contains(spelling) {
                aliases.push(spelling.clone());
            }
        };
        spellings.iter().for_each(&mut add);
        corpus.names.retain(|listed| {
            let joins = listed.name == *name || spellings.contains(&listed.name) && !apart.contains(&listed.name);
            if joins {
                listed.aliases.iter().chain([&listed.name]).for_each(&mut add);
            }
            !joins
        });
        let others: Vec<&String> = apart.iter().filter(other).collect();
        if name.trim().is_empty() || aliases.is_empty() && others.is_empty() {
            let why = "a name takes a name, and one other spelling or one name that it is told from".to_owned();
            return Err(ReviewError::Nothing { decision, why });
        }
        let told = |alias: &String| alias == name || aliases.contains(alias) || apart.contains(alias);
        corpus.names.iter_mut().for_each(|listed| listed.aliases.retain(|alias| !told(alias)));
        corpus.names.push(Alias { name: name.clone(), kind: *kind, aliases });
        for name in others {
            if corpus.names.iter().all(|listed| listed.name != *name) {
                corpus.names.push(Alias { name: name.clone(), kind: *kind, aliases: Vec::new() });
            }
        }
    }
    Ok(corpus)
}

/// Why a decision cannot be carried out. `decision` counts the decisions from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReviewError {
    /// The corpus has no such document.
    #[error("there is no document {document:?}; the nearest are {}", list(nearest))]
    NoDocument {
        /// Index of the decision.
        decision: usize,
        /// The id that was given.
        document: String,
        /// Ids that are written much the same.
        nearest: Vec<String>,
    },
    /// The words do not stand in the document.
    #[error("{document:?} does not say {words:?}; the nearest are {}", list(nearest))]
    NotFound {
        /// Index of the decision.
        decision: usize,
        /// Id of the document.
        document: String,
        /// The words that were given.
        words: String,
        /// What the document says that is nearest.
        nearest: Vec<String>,
    },
    /// The words stand in the document more than once.
    #[error("{document} says {words:?} more than once; give more of the words: {}", list(nearest))]
    FoundTwice {
        /// Index of the decision.
        decision: usize,
        /// Id of the document.
        document: String,
        /// The words that were given.
        words: String,
        /// The words with what stands around them, in each place.
        nearest: Vec<String>,
    },
    /// The words stand in the document, but in no statement.
    #[error("{words:?} in {document} is part of no statement; the nearest are {}", list(nearest))]
    NoStatement {
        /// Index of the decision.
        decision: usize,
        /// Id of the document.
        document: String,
        /// The words that were given.
        words: String,
        /// Statements of the document that are nearest.
        nearest: Vec<String>,
    },
    /// A date that is none.
    #[error("{why}")]
    BadDate {
        /// Index of the decision.
        decision: usize,
        /// What is wrong with it, and what is expected.
        why: String,
    },
    /// A decision that names no statement, or a merge of fewer than two claims.
    #[error("{why}")]
    Nothing {
        /// Index of the decision.
        decision: usize,
        /// What is missing.
        why: String,
    },
}

impl ReviewError {
    /// Index of the decision that cannot be carried out, from 0.
    pub fn decision(&self) -> usize {
        match self {
            Self::NoDocument { decision, .. }
            | Self::NotFound { decision, .. }
            | Self::FoundTwice { decision, .. }
            | Self::NoStatement { decision, .. }
            | Self::BadDate { decision, .. }
            | Self::Nothing { decision, .. } => *decision,
        }
    }
}

fn list(candidates: &[String]) -> String {
    if candidates.is_empty() {
        return "none".to_owned();
    }
    candidates.iter().map(|c| format!("{c:?}")).collect::<Vec<_>>().join(", ")
}
