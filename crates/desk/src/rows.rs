//! What the page shows while it works: a line a report, and what could not be read.

use std::borrow::Borrow;

use found::{Fact, Found, Trouble, Weight};
use model::Document;
use serde::Serialize;

/// One report, as the list shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Its id; empty before all files are put together.
    pub id: String,
    /// Its title; empty where none is known.
    pub title: String,
    /// How the title is known.
    pub title_by: String,
    /// Who published it; empty where that is not known.
    pub outlet: String,
    /// How the outlet is known.
    pub outlet_by: String,
    /// When it was published, as EDTF; empty where that is not known.
    pub published: String,
    /// How the day is known.
    pub published_by: String,
    /// What it was read as.
    pub format: String,
    /// The file, and where in it.
    pub place: String,
    /// How many words it has.
    pub words: usize,
    /// What was left out of it or had to be guessed.
    pub notes: Vec<String>,
}

/// A file, or a part of one, that could not be read, or was read with a guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The file.
    pub file: String,
    /// Whether nothing of it is read.
    pub unread: bool,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl Row {
    /// A report as it was found.
    pub(crate) fn of(id: &str, found: &Found) -> Self {
        let by = |fact: Option<&Fact<String>>| {
            fact.map(|fact| (fact.value.clone(), fact.source.to_string())).unwrap_or_default()
        };
        let (title, title_by) = by(found.title.as_ref());
        let (outlet, outlet_by) = by(found.outlet.as_ref());
        let day = found.published.as_ref();
        Self {
            id: id.to_owned(),
            title,
            title_by,
            outlet,
            outlet_by,
            published: day.map(|day| day.value.edtf.clone()).unwrap_or_default(),
            published_by: day.map(|day| day.source.to_string()).unwrap_or_default(),
            format: found.format.name().to_owned(),
            place: found.places.iter().map(ToString::to_string).collect::<Vec<_>>().join(" = "),
            words: found.words(),
            notes: found.notes.clone(),
        }
    }

    /// A report as it was found, with what its text tells where the file says nothing; `document` reads the text.
    pub(crate) fn told<D: Borrow<Document>>(id: &str, found: &Found, document: impl FnOnce() -> D) -> Self {
        let mut row = Self::of(id, found);
        let lacks = |place: &String| place.is_empty();
        if [&row.title, &row.outlet, &row.published].into_iter().any(lacks) {
            row.complete(document().borrow());
        }
        row
    }

    fn complete(&mut self, document: &Document) {
        let told = |place: &mut String, by: &mut String, value: &str| {
            if place.is_empty() && !value.is_empty() {
                value.clone_into(place);
                "its text".clone_into(by);
            }
        };
        told(&mut self.title, &mut self.title_by, &document.title);
        told(&mut self.outlet, &mut self.outlet_by, document.outlet.as_deref().unwrap_or_default());
        let day = document.published.as_ref().map(|when| when.edtf.as_str()).unwrap_or_default();
        told(&mut self.published, &mut self.published_by, day);
        if document.published_known == Some(model::Known::Inferred) {
            "inferred from what it speaks of".clone_into(&mut self.published_by);
        }
    }
}

impl Told {
    /// What is worth a line: pictures and style sheets beside reports are not.
    pub(crate) fn of(trouble: &Trouble) -> Option<Self> {
        let line = trouble.line.map(|line| format!(", line {line}")).unwrap_or_default();
        (trouble.weight != Weight::Aside).then(|| Self {
            file: format!("{}{line}", trouble.file),
            unread: matches!(trouble.weight, Weight::Unread | Weight::Wrong),
            what: trouble.what.clone(),
            remedy: trouble.remedy.clone(),
        })
    }
}
