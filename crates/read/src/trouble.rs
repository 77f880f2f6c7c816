use std::fmt;

use serde::{Deserialize, Serialize};

/// Something that was not read, or not all of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Trouble {
    /// The file, as [`FilePlace::file`](model::FilePlace::file) names it.
    pub file: String,
    /// The line, from 1, where one is to blame.
    pub line: Option<u32>,
    /// How bad it is.
    pub weight: Weight,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// How bad a [`Trouble`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Weight {
    /// What a person wrote for this very program is wrong: a field, a date, an id. Going on would lose it.
    Wrong,
    /// The file, or the report, is not read at all.
    Unread,
    /// A part of it is not read.
    Partly,
    /// It holds no reports, and none were expected: a picture, a style sheet.
    Aside,
    /// All is read, but something had to be guessed.
    Remark,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}; {}", self.what, self.remedy)
    }
}

/// What is said of a file without words.
pub const NO_TEXT: &str = "holds no text";

/// Why bytes could not be read as what they are.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// They are not whole, or not of the format after all.
    #[error("is broken as {0}: {1}")]
    Broken(&'static str, String),
    /// They are locked with a password.
    #[error("is locked with a password")]
    Locked,
    /// They hold pictures of text.
    #[error("holds pictures only, no text")]
    Pictures,
    /// A format that is known and not read.
    #[error("is {0}, which is not read")]
    Unknown(&'static str),
    /// They hold too much.
    #[error("{0}")]
    TooMuch(String),
    /// A table in which no column holds texts.
    #[error("has no column that holds texts")]
    Columns,
    /// A table that has not what a person says of it.
    #[error("{0}")]
    Told(String),
    /// Nothing in them is a report.
    #[error("{NO_TEXT}")]
    Empty,
    /// What of it is no report: a picture, a style sheet.
    #[error("is {0}, no report")]
    Aside(&'static str),
    /// A page that has no report and sends the browser on to another.
    #[error("holds no report, and leads on to {0}")]
    LeadsOn(String),
    /// The library that reads the format gave up.
    #[error("makes the reader of {0} fail")]
    Failed(&'static str),
    /// A line of a format of ours is wrong.
    #[error("{what}")]
    Line {
        /// The line, from 1.
        line: u32,
        /// What is wrong.
        what: String,
        /// What to do.
        remedy: String,
    },
}

impl Unread {
    /// What a person can do about it.
    fn remedy(&self) -> String {
        match self {
            Self::Broken(..) | Self::Failed(_) => "fetch or save it again, or save its text in another format",
            Self::Locked => "save it without the password",
            Self::Pictures => "have its text recognised (OCR) and put the text beside it",
            Self::Unknown("an old Word file") => "open it and save it as .docx",
            Self::Unknown(what) if what.ends_with(" archive") || what.contains("pack") || what.contains("ZIP") => {
                "unpack it, and put in what it holds"
            }
            Self::Unknown("a file of bytes, not of text") => {
                "take it out, or save what it shows as text, HTML, PDF or Word"
            }
            Self::Unknown(what) if what.starts_with("a property list") => "save the page anew, as HTML or PDF",
            Self::Unknown(_) => "save it as text, HTML, PDF or Word",
            Self::TooMuch(_) => "split it, or take it out",
            Self::Columns => "name one of the columns \"text\", or take the table out",
            Self::Told(_) => "name one of its columns there",
            Self::LeadsOn(_) => "save the page that it leads to",
            Self::Empty | Self::Aside(_) => "take it out",
            Self::Line { remedy, .. } => remedy,
        }
        .to_owned()
    }

    /// The trouble of a file that could not be read.
    pub fn of(self, file: &str) -> Trouble {
        let weight = match self {
            Self::Aside(_) => Weight::Aside,
            Self::Line { .. } => Weight::Wrong,
            _ => Weight::Unread,
        };
        let line = if let Self::Line { line, .. } = self { Some(line) } else { None };
        Trouble { file: file.to_owned(), line, weight, what: self.to_string(), remedy: self.remedy() }
    }
}
