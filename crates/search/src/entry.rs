use model::{Commitment, Span, When};
use serde::{Deserialize, Serialize};

/// What an entry of the index is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A paragraph of a document.
    Passage,
    /// A claim: its title, and what its statements say.
    Claim,
    /// What somebody is quoted as saying.
    Quotation,
    /// Somebody who is quoted.
    Person,
}

impl Kind {
    /// All of them, in the order of the facet.
    pub const ALL: [Self; 4] = [Self::Passage, Self::Claim, Self::Quotation, Self::Person];

    /// The word on the page, after `kind:` and in URLs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Passage => "passage",
            Self::Claim => "claim",
            Self::Quotation => "quotation",
            Self::Person => "person",
        }
    }

    /// The kind of a word, in the singular or the plural, or `quote` for short.
    pub fn of_word(word: &str) -> Option<Self> {
        match word {
            "passage" | "passages" => Some(Self::Passage),
            "claim" | "claims" => Some(Self::Claim),
            "quotation" | "quotations" | "quote" | "quotes" => Some(Self::Quotation),
            "person" | "persons" | "people" => Some(Self::Person),
            _ => None,
        }
    }
}

/// One thing that can be found, with all that a result shows of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Where it leads: the id of a document (passages, quotations), a claim or a person.
    pub id: String,
    /// The title of the document or of the claim, the name of the person.
    pub title: String,
    /// What is searched besides the title, and what the excerpt is cut from: the words of the passage or quotation,
    /// what a claim's statements say, what the texts call a person.
    pub text: String,
    /// Who published it; `None` where unknown, or where it is no one's.
    pub outlet: Option<String>,
    /// Names of the people in it, for `person:`; the speaker of a quotation first.
    pub persons: Vec<String>,
    /// When it was published.
    pub published: Option<When>,
    /// The commitments of the statements in it, each once.
    pub commitments: Vec<Commitment>,
    /// Where the text stands in the document, in code points of that document's text; for what leads to a document.
    pub span: Option<Span>,
    /// Number of the document, 1 first by publication; 0 where there is none.
    pub number: u32,
    /// Which paragraph of the document it is, 1 first, as readers count; 0 where there is none.
    pub paragraph: u32,
    /// What the page shows besides and the search does not read, in a form of the caller's own ("2 articles · 1 origin").
    pub note: String,
}

impl Entry {
    /// An entry without anything but a kind, a link, a title and a text.
    pub fn new(kind: Kind, id: impl Into<String>, title: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            kind,
            id: id.into(),
            title: title.into(),
            text: text.into(),
            outlet: None,
            persons: Vec::new(),
            published: None,
            commitments: Vec::new(),
            span: None,
            number: 0,
            paragraph: 0,
            note: String::new(),
        }
    }
}

/// What a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SuggestionKind {
    /// The name of a person, organisation or place.
    Name,
    /// The title of a document or claim.
    Title,
    /// Words that often stand together.
    Phrase,
}
