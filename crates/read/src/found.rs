use std::fmt;

use model::{FilePlace, Original, When};
use serde::{Deserialize, Serialize};

/// One report as it was found: its text, what is known of it, and where it stood.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The id that was given beside it, where one was.
    pub id: Option<String>,
    /// Its text, paragraphs parted by blank lines.
    pub text: String,
    /// Its title.
    pub title: Option<Fact<String>>,
    /// Who published it.
    pub outlet: Option<Fact<String>>,
    /// Who wrote it.
    pub authors: Option<Fact<Vec<String>>>,
    /// When it was published.
    pub published: Option<Fact<When>>,
    /// Where it can be read.
    pub url: Option<Fact<String>>,
    /// Its language as a BCP 47 tag, where the file tells.
    pub language: Option<String>,
    /// `brief`, `report`, `analysis` or another word, where one was given.
    pub kind: Option<String>,
    /// For a brief: the report that it retells.
    pub original: Option<Original>,
    /// What it was read as.
    pub format: Format,
    /// Where it stood; more than one where the same report was found again.
    pub places: Vec<FilePlace>,
    /// Whether the file that it was read from only carries it, as a desk saved it: then its other places are where it stood.
    #[serde(default)]
    pub carried: bool,
    /// The words under its pictures, which are no part of the text.
    #[serde(default)]
    pub captions: Vec<Caption>,
    /// What was left out of it or had to be guessed, each in a few words.
    pub notes: Vec<String>,
    /// Whether its agency has cancelled it or withholds it: then it is left out.
    #[serde(skip)]
    pub withdrawn: bool,
}

/// The words under a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caption {
    /// After how many paragraphs of the text the picture stands.
    pub after: u32,
    /// The words, in one line.
    pub text: String,
}

/// A piece of metadata with how it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact<T> {
    /// What is known.
    pub value: T,
    /// How it is known.
    pub source: Source,
}

impl<T> Fact<T> {
    /// What a person or a field of the corpus's own forms gave.
    pub fn given(value: T) -> Self {
        Self { value, source: Source::Given }
    }

    /// What a field of the format says.
    pub fn field(name: impl Into<String>, value: T) -> Self {
        Self { value, source: Source::Field(name.into()) }
    }
}

/// How a piece of metadata is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// Front matter, or a field of a JSON line.
    Given,
    /// A field of the format, by its name: `JSON-LD datePublished`, `From`, `column "headline"`.
    Field(String),
    /// A line of the text itself.
    Text,
    /// The address of the page.
    Address,
    /// The name of the file.
    Name,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Given => "given",
            Self::Field(name) => name,
            Self::Text => "its text",
            Self::Address => "its address",
            Self::Name => "the file's name",
        })
    }
}

/// What a file, or a part of it, was read as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are those of the formats")]
pub enum Format {
    #[default]
    Text,
    Markdown,
    JsonLines,
    Page,
    Mhtml,
    Pdf,
    Docx,
    Odt,
    Rtf,
    Epub,
    Nexis,
    Factiva,
    Europresse,
    NewsMl,
    NewsMlG2,
    Nitf,
    NinJs,
    Iptc7901,
    Anpa,
    Mail,
    Mbox,
    Rss,
    Atom,
    WordPress,
    Csv,
    Sheet,
    Json,
    Warc,
    Zip,
    Tar,
    Gzip,
    Ris,
    Bibtex,
    Csl,
    Zotero,
}

impl Format {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "Markdown",
            Self::JsonLines => "JSON lines",
            Self::Page => "web page",
            Self::Mhtml => "web page (MHTML)",
            Self::Pdf => "PDF",
            Self::Docx => "Word",
            Self::Odt => "OpenDocument",
            Self::Rtf => "RTF",
            Self::Epub => "EPUB",
            Self::Nexis => "Nexis export",
            Self::Factiva => "Factiva export",
            Self::Europresse => "Europresse export",
            Self::NewsMl => "NewsML 1",
            Self::NewsMlG2 => "NewsML-G2",
            Self::Nitf => "NITF",
            Self::NinJs => "ninjs",
            Self::Iptc7901 => "IPTC 7901",
            Self::Anpa => "ANPA 1312",
            Self::Mail => "mail",
            Self::Mbox => "mailbox",
            Self::Rss => "RSS",
            Self::Atom => "Atom",
            Self::WordPress => "WordPress export",
            Self::Csv => "table",
            Self::Sheet => "spreadsheet",
            Self::Json => "JSON",
            Self::Warc => "web archive",
            Self::Zip => "ZIP",
            Self::Tar => "TAR",
            Self::Gzip => "GZIP",
            Self::Ris => "RIS",
            Self::Bibtex => "BibTeX",
            Self::Csl => "CSL-JSON",
            Self::Zotero => "Zotero export",
        }
    }
}

impl Found {
    /// A report of a format with a text; the rest is unknown.
    #[cfg(feature = "formats")]
    pub(crate) fn new(format: Format, text: impl Into<String>) -> Self {
        Self { text: text.into(), format, ..Self::default() }
    }

    /// Sets the title where a field says one.
    #[cfg(feature = "formats")]
    pub(crate) fn titled(mut self, field: &str, title: Option<String>) -> Self {
        self.title = fact(field, title);
        self
    }

    /// Whether a person gave it a title: then it may have no text.
    pub(crate) fn is_titled(&self) -> bool {
        self.title.as_ref().is_some_and(|title| title.source == Source::Given)
    }

    /// How many words its text has.
    pub fn words(&self) -> usize {
        self.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
    }
}

/// A field that says something, in one line.
#[cfg(feature = "formats")]
pub(crate) fn fact(field: &str, value: Option<String>) -> Option<Fact<String>> {
    let value = crate::words::one_line(&value?);
    (!value.is_empty()).then(|| Fact::field(field, value))
}

/// Names that a field gives.
#[cfg(feature = "formats")]
pub(crate) fn names(field: &str, names: Vec<String>) -> Option<Fact<Vec<String>>> {
    let mut list: Vec<String> = Vec::new();
    for name in names {
        let name = crate::words::one_line(&name);
        if !name.is_empty() && !list.contains(&name) {
            list.push(name);
        }
    }
    (!list.is_empty()).then(|| Fact::field(field, list))
}

/// A day that a field gives.
#[cfg(feature = "formats")]
pub(crate) fn day(field: &str, text: Option<&str>) -> Option<Fact<When>> {
    crate::dates::day(text?).map(|when| Fact::field(field, when))
}
