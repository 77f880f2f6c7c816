use model::plain::{address, one_line};
use model::{Day, Document, Original, When};

use super::names::{self, Name};
use crate::copies::LINK;
use crate::words;

/// What a citation is made from; every text is one line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Work {
    /// Unique in the corpus.
    pub(super) key: String,
    /// Whether it is a brief: a page of this corpus, not of an outlet.
    pub(super) brief: bool,
    /// Title as shown.
    pub(super) title: String,
    /// Who wrote it.
    pub(super) authors: Vec<Name>,
    /// The outlet, where known; for a brief, the corpus that it is a part of.
    pub(super) within: Option<String>,
    /// When it was published.
    pub(super) date: Option<Date>,
    /// Where it is; [`LINK`] where that is this page.
    pub(super) url: String,
    /// For a brief: what it retells.
    pub(super) original: Option<Retold>,
}

/// The report that a brief retells.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Retold {
    pub(super) title: Option<String>,
    pub(super) authors: Vec<Name>,
    pub(super) outlet: Option<String>,
    pub(super) date: Option<Date>,
    /// All of it in a sentence, for formats that have no fields for it.
    pub(super) told: String,
}

/// A date as citations write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// Where it starts; `None` where that is open.
    pub(super) from: Option<Part>,
    /// Where it ends, if elsewhere than it starts.
    pub(super) to: Option<Part>,
    /// Whether it is one date, and not a stretch with two ends or an open one.
    pub(super) single: bool,
    /// Whether it is about or uncertain.
    pub(super) about: bool,
    /// In words.
    pub(super) words: String,
}

/// A year, a month of it, a day of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) year: i32,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
}

impl Part {
    /// As EDTF writes it: `2024`, `2024-03`, `2024-03-09`.
    pub(super) fn edtf(self) -> String {
        let two = |part: Option<u32>| part.map(|part| format!("-{part:02}")).unwrap_or_default();
        format!("{}{}{}", model::edtf_year(self.year), two(self.month), two(self.day))
    }
}

impl Date {
    /// As fine as it is known: whole years and months are no stretches of days.
    fn of(when: &When) -> Option<Self> {
        // The last day is told by the one behind it: whether a month or a year ends there.
        let ends = |day: Day| (day.civil(), day.plus(1).civil());
        let (start, end) = (when.first.map(Day::civil), when.last.map(ends));
        let years = start.is_none_or(|(_, m, d)| (m, d) == (1, 1)) && end.is_none_or(|(_, (_, m, d))| (m, d) == (1, 1));
        let months = start.is_none_or(|(_, _, d)| d == 1) && end.is_none_or(|(_, (_, _, d))| d == 1);
        // An open end says nothing of how fine the other is: it is a day.
        let both = start.is_some() && end.is_some();
        let part = |(year, month, day): (i32, u32, u32)| Part {
            year,
            month: (!(both && years)).then_some(month),
            day: (!(both && months)).then_some(day),
        };
        let (from, to) = (start.map(part), end.map(|(day, _)| part(day)));
        let single = both && from == to;
        from.or(to)?;
        Some(Self {
            from,
            to: if single { None } else { to },
            single,
            about: when.edtf.ends_with(['~', '?', '%']),
            words: words::when(when, words::Length::Long),
        })
    }

    /// The first of its ends that is known.
    pub(super) fn known(&self) -> Option<Part> {
        self.from.or(self.to)
    }
}

impl Work {
    /// The work that a document is. `corpus` is the title of the corpus.
    pub(super) fn of(document: &Document, corpus: &str) -> Self {
        let date = document.published.as_ref().and_then(Date::of);
        let (key, title) = (key(&document.id), one_line(&document.title));
        let outlet = document.outlet.as_deref().and_then(filled);
        if !document.is_brief() {
            return Self {
                key,
                brief: false,
                title,
                authors: named(&document.authors),
                within: outlet,
                date,
                url: document.url.as_deref().and_then(address).unwrap_or_else(|| LINK.to_string()),
                original: None,
            };
        }
        // What is known of a brief's author, outlet and date is known of the original.
        let given = document.original.clone().unwrap_or_default();
        let given = Original {
            outlet: given.outlet.or_else(|| document.outlet.clone()),
            authors: if given.authors.is_empty() { document.authors.clone() } else { given.authors },
            ..given
        };
        let of_original = given.published.as_deref().and_then(|edtf| When::parse(edtf).ok());
        let date = of_original.as_ref().and_then(Date::of).or(date);
        Self {
            key,
            brief: true,
            title,
            authors: Vec::new(),
            within: filled(corpus),
            date: None,
            url: LINK.to_string(),
            original: Some(Retold::of(&given, date)),
        }
    }
}

impl Retold {
    fn of(original: &Original, date: Option<Date>) -> Self {
        let title = original.title.as_deref().and_then(filled);
        let outlet = original.outlet.as_deref().and_then(filled);
        let mut parts: Vec<String> = title.iter().map(|title| format!("“{title}”")).collect();
        parts.extend(original.authors.iter().filter_map(|author| filled(author)));
        parts.extend(outlet.clone());
        parts.extend(date.as_ref().map(|date| date.words.clone()));
        let told = match &parts[..] {
            [] => "A brief in other words".to_owned(),
            parts => format!("A brief in other words of {}", parts.join(", ")),
        };
        Self { title, authors: named(&original.authors), outlet, date, told }
    }
}

fn named(authors: &[String]) -> Vec<Name> {
    authors.iter().filter_map(|author| filled(author)).map(|author| names::read(&author)).collect()
}

fn filled(text: &str) -> Option<String> {
    Some(one_line(text)).filter(|line| !line.is_empty())
}

/// The key of a document: its id, with each character that a key can't have written as its number between underlines,
/// so that no two ids have one key.
fn key(id: &str) -> String {
    id.chars().fold(String::new(), |mut key, c| {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '.' => key.push(c),
            c => key.push_str(&format!("_{:x}_", u32::from(c))),
        }
        key
    })
}
