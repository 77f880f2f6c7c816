use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Day, Span, When};

/// How a piece of metadata came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Known {
    /// Front matter, or a field of the JSON line.
    Given,
    /// A line of the text says so: a date line, a byline.
    Text,
    /// Concluded from what the text speaks of; the interval says how far that carries.
    Inferred,
    /// A person decided so in `review.toml`.
    Reviewed,
}

/// The report that a brief retells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Original {
    /// Its title, where it has one.
    pub title: Option<String>,
    /// Who published it, where that is known.
    pub outlet: Option<String>,
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<String>,
    /// When it was published, as EDTF.
    pub published: Option<String>,
    /// SHA-256 of the file it was read from, in lower-case hexadecimal digits.
    pub sha256: Option<String>,
}

/// What a passage is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The title, where it stands in the text.
    Title,
    /// A heading between paragraphs.
    Heading,
    /// A paragraph of the report.
    Body,
    /// A line that tells who wrote it or when: kept as metadata, not read as a statement.
    Byline,
    /// A line that names who reported or contributed: no statement, but evidence of an origin.
    Credit,
    /// A caption of a picture.
    Caption,
    /// Menus, pleas, forms, tickers: marked, and kept out of statements and the index.
    Furniture,
}

/// One paragraph of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Where it stands, in code points of the document's text.
    pub span: Span,
    /// What it is there for.
    pub role: Role,
    /// Why it is furniture, in a few words; empty otherwise.
    pub why: String,
}

/// One report, as text with a title, an outlet, a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The file's name without its ending, or the `id` of a JSON line: unique in the corpus, and part of URLs.
    pub id: String,
    /// Its title; the first words of the text where none is given or found.
    pub title: String,
    /// Who published it, where that is known.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<When>,
    /// How the date of publication is known.
    pub published_known: Option<Known>,
    /// Where it can be read.
    pub url: Option<String>,
    /// `brief`, `report`, `analysis` or another word of the corpus's own.
    pub kind: Option<String>,
    /// For a brief: the report that it retells.
    pub original: Option<Original>,
    /// The language as a BCP 47 tag; `und` where it could not be told.
    pub language: String,
    /// The files that it stood in, the one that it was read from first.
    pub places: Vec<FilePlace>,
    /// The text that every span points into.
    pub text: String,
    /// Its paragraphs, in order, without gaps other than white space.
    pub passages: Vec<Passage>,
}

/// Where a document stood among the files that somebody holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FilePlace {
    /// The file, by its path in the corpus; a file within an archive follows after `!`: `case.zip!page.html`.
    pub file: String,
    /// Where in it, in words: `article 3 of 10`, `row 7`; empty where it is all of the file.
    pub place: String,
}

impl fmt::Display for FilePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.place.is_empty() { Ok(()) } else { write!(f, ", {}", self.place) }
    }
}

/// Whether a kind of report, or the label that stands for one, is that of somebody's views.
pub fn tells_opinion(kind: &str) -> bool {
    const KINDS: [&str; 15] = [
        "opinion",
        "opinions",
        "editorial",
        "editorials",
        "op-ed",
        "op-eds",
        "oped",
        "commentary",
        "column",
        "columns",
        "columnists",
        "letter",
        "letters",
        "letters to the editor",
        "viewpoint",
    ];
    KINDS.iter().any(|known| kind.trim().eq_ignore_ascii_case(known))
}

impl Document {
    /// Whether this is a retelling in other words of a report that is named in [`Document::original`].
    pub fn is_brief(&self) -> bool {
        self.kind.as_deref() == Some("brief")
    }

    /// Whether it holds its author's views: an editorial, a column, a letter. What it says in its own voice is its author's word.
    pub fn is_opinion(&self) -> bool {
        self.kind.as_deref().is_some_and(tells_opinion)
    }

    /// The first day on which it is certainly out: the last of those that it can have been published on. `None` where no
    /// day is certain.
    pub fn out(&self) -> Option<Day> {
        self.published.as_ref()?.last
    }
}
