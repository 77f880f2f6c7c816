use model::{Original, When};
use serde::Deserialize;
use toml::Spanned;

use super::{days, parsers::said};
use crate::found::{Fact, Found};
use crate::trouble::{Trouble, Unread, Weight};

/// The line before and after front matter.
const FENCE: &str = "+++";

/// The fields of front matter; what is not among them is passed over with a remark.
const FIELDS: [&str; 8] = ["title", "outlet", "authors", "published", "url", "kind", "language", "original"];

#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    title: Option<String>,
    outlet: Option<String>,
    authors: Option<Names>,
    published: Option<Spanned<DateField>>,
    url: Option<String>,
    kind: Option<String>,
    language: Option<String>,
    original: Option<OriginalFields>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct OriginalFields {
    title: Option<String>,
    outlet: Option<String>,
    authors: Option<Names>,
    published: Option<Spanned<DateField>>,
    sha256: Option<String>,
}

/// One name, or several.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a name in quotation marks, or a list of such names, is expected")]
pub(super) enum Names {
    One(String),
    Several(Vec<String>),
}

impl Names {
    pub(super) fn list(self) -> Vec<String> {
        let names = match self {
            Self::One(name) => vec![name],
            Self::Several(names) => names,
        };
        names.into_iter().filter_map(|name| filled(Some(name))).collect()
    }
}

/// A date in quotation marks, or TOML's own.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a date is expected, as published = \"2024-10-11\"")]
enum DateField {
    Text(String),
    Toml(toml::value::Datetime),
}

impl DateField {
    fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Toml(date) => date.to_string(),
        }
    }
}

/// So many fields that are not read are told one by one.
const TOLD: usize = 20;

/// Splits front matter from a report and reads it.
///
/// # Errors
/// It has no end, is not TOML, or `published` is not a date.
pub(super) fn read(name: &str, content: &str, troubles: &mut Vec<Trouble>) -> Result<Found, Unread> {
    let Some((header, body)) = split(content)? else {
        return Ok(Found { text: content.to_owned(), ..Found::default() });
    };
    let lines = Lines::of(header);
    // Front matter begins in the second line.
    let line = |byte: usize| 1 + lines.at(byte);
    let wrong = |line: u32, what: String, remedy: &str| Unread::Line { line, what, remedy: remedy.to_owned() };
    let invalid = |error: &toml::de::Error| {
        let at = error.span().map_or(1, |span| line(span.start));
        wrong(
            at,
            format!("front matter cannot be read: {}", said(error.message())),
            "correct it; see docs/formats.md for its fields",
        )
    };
    let table = toml::de::DeTable::parse(header).map_err(|error| invalid(&error))?;
    let fields: Fields = toml::from_str(header).map_err(|error| invalid(&error))?;
    let mut unknown: Vec<(u32, &str)> =
        table.get_ref().keys().map(|key| (line(key.span().start), &**key.get_ref())).collect();
    unknown.retain(|(_, key)| !FIELDS.contains(key));
    model::order::sort(&mut unknown);
    let mut tell = |at: u32, what: String| {
        let remedy = format!("use one of {}, or remove it", FIELDS.join(", "));
        troubles.push(Trouble { file: name.to_owned(), line: Some(at), weight: Weight::Remark, what, remedy });
    };
    for (at, key) in unknown.iter().take(TOLD) {
        tell(*at, format!("front matter has no field {key:?}, so it is not read"));
    }
    if let Some((at, _)) = unknown.get(TOLD) {
        tell(*at, format!("front matter has {} more fields that are not read", unknown.len() - TOLD));
    }
    let date = |field: Option<Spanned<DateField>>| -> Result<Option<When>, Unread> {
        let Some(field) = field else { return Ok(None) };
        let at = line(field.span().start);
        days::published(&field.get_ref().text())
            .map(Some)
            .map_err(|error| wrong(at, format!("published: {error}"), days::REMEDY))
    };
    let original = match fields.original {
        None => None,
        Some(original) => Some(Original {
            title: filled(original.title),
            outlet: filled(original.outlet),
            authors: original.authors.map(Names::list).unwrap_or_default(),
            published: date(original.published)?.map(|when| when.edtf),
            sha256: filled(original.sha256),
        }),
    };
    let authors = fields.authors.map(Names::list).unwrap_or_default();
    Ok(Found {
        text: body.to_owned(),
        title: filled(fields.title).map(Fact::given),
        outlet: filled(fields.outlet).map(Fact::given),
        authors: (!authors.is_empty()).then(|| Fact::given(authors)),
        published: date(fields.published)?.map(Fact::given),
        url: filled(fields.url).map(Fact::given),
        language: filled(fields.language),
        kind: filled(fields.kind),
        original,
        ..Found::default()
    })
}

/// The front matter, without its fences, and the text after it; `None` where the text has none.
fn split(content: &str) -> Result<Option<(&str, &str)>, Unread> {
    let mut lines = content.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == FENCE) else { return Ok(None) };
    let mut at = first.len();
    for line in lines {
        if line.trim_end() == FENCE {
            let body = &content[at + line.len()..];
            return Ok(Some((&content[first.len()..at], body.trim_start_matches(['\r', '\n']))));
        }
        at += line.len();
    }
    Err(Unread::Line {
        line: 1,
        what: "front matter begins here and has no end".to_owned(),
        remedy: "close it with a line of +++".to_owned(),
    })
}

/// A text that says something.
pub(super) fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A message of a parser, as one line.
pub(super) fn one_line(message: &str) -> String {
    message.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(ends).collect())
    }

    /// The line, from 1, of a byte offset.
    fn at(&self, byte: usize) -> u32 {
        self.0.partition_point(|&start| start <= byte) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_it(content: &str) -> Result<Found, Trouble> {
        read("a.txt", content, &mut Vec::new()).map_err(|unread| unread.of("a.txt"))
    }

    #[test]
    fn a_text_without_front_matter_is_left_alone() {
        let text = "A dam is built.\n+++\nIt is high.\n";
        assert_eq!(read_it(text).map(|found| found.text), Ok(text.into()));
    }

    #[test]
    fn fields_are_read_and_the_text_begins_after_them() {
        let found = read_it(
            "+++\r\ntitle = \"The dam\"\r\nauthors = \"Anna Berg\"\r\npublished = 2024-03-01\r\n[original]\r\n\
             published = \"2024-02\"\r\n+++\r\n\r\nA dam.",
        )
        .expect("it parses");
        assert_eq!(found.text, "A dam.");
        assert_eq!(found.title, Some(Fact::given("The dam".to_owned())));
        assert_eq!(found.authors, Some(Fact::given(vec!["Anna Berg".to_owned()])));
        assert_eq!(found.published.map(|fact| fact.value.edtf).as_deref(), Some("2024-03-01"));
        assert_eq!(found.original.and_then(|original| original.published).as_deref(), Some("2024-02"));
    }

    #[test]
    fn errors_name_their_line() {
        let error = |text: &str| read_it(text).expect_err("wrong").to_string();
        let message = error("+++\ntitle = \"a\"\noutlet = b\n+++\n");
        assert!(message.starts_with("a.txt:3: front matter cannot be read: "), "{message}");
        let message = error("+++\ntitle = \"a\"\n\npublished = \"last week\"\n+++\n");
        assert_eq!(message, format!("a.txt:4: published: \"last week\" is not a date; {}", days::REMEDY));
        let message = error("+++\ntitle = \"a\"\n");
        assert_eq!(message, "a.txt:1: front matter begins here and has no end; close it with a line of +++");
    }

    #[test]
    fn what_is_expected_is_said() {
        let error = |text: &str| read_it(text).expect_err("wrong").to_string();
        assert!(error("+++\npublished = 5\n+++\n").contains("a date is expected, as published = \"2024-10-11\""));
        assert!(
            error("+++\nauthors = [5]\n+++\n")
                .contains("a name in quotation marks, or a list of such names, is expected")
        );
    }

    #[test]
    fn of_many_unknown_fields_the_first_are_told() {
        let mut troubles = Vec::new();
        let fields: String = (0..50).map(|n| format!("field{n} = 1\n")).collect();
        read("a.txt", &format!("+++\n{fields}+++\nText."), &mut troubles).expect("it parses");
        assert_eq!(troubles.len(), TOLD + 1);
        assert!(troubles[TOLD].to_string().starts_with("a.txt:22: front matter has 30 more fields"), "{troubles:?}");
    }

    #[test]
    fn an_unknown_field_is_a_remark() {
        let mut troubles = Vec::new();
        read("a.txt", "+++\ntitle = \"a\"\ntags = [\"b\"]\n+++\nText.", &mut troubles).expect("it parses");
        assert!(troubles[0].to_string().starts_with("a.txt:3: front matter has no field \"tags\""), "{troubles:?}");
    }
}
