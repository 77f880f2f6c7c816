use model::{Original, When};
use toml::de::DeValue;

use super::days;
use super::fields::{self, Fields, Wrong};
use crate::found::{Fact, Found};
use crate::trouble::{Trouble, Unread, Weight};

/// The line before and after front matter.
const FENCE: &str = "+++";

/// The fields of front matter; what is not among them is passed over with a remark.
const FIELDS: [&str; 8] = ["title", "outlet", "authors", "published", "url", "kind", "language", "original"];

/// One name, or several.
fn names(fields: Fields<'_, '_>) -> Result<Vec<String>, Wrong> {
    let Some(value) = fields.value("authors") else { return Ok(Vec::new()) };
    let names = match value.get_ref() {
        DeValue::String(name) => Some(vec![name.to_string()]),
        DeValue::Array(list) => list.iter().map(|name| name.get_ref().as_str().map(str::to_owned)).collect(),
        _ => None,
    };
    let names: Vec<String> = names.ok_or_else(|| Wrong {
        at: value.span().start,
        what: "a name in quotation marks, or a list of such names, is expected".to_owned(),
    })?;
    Ok(names.into_iter().filter_map(|name| filled(Some(name))).collect())
}

/// A date in quotation marks, or TOML's own, with the byte at which it stands.
fn date(fields: Fields<'_, '_>) -> Result<Option<(usize, String)>, Wrong> {
    let Some(value) = fields.value("published") else { return Ok(None) };
    let at = value.span().start;
    match value.get_ref() {
        DeValue::String(text) => Ok(Some((at, text.to_string()))),
        DeValue::Datetime(date) => Ok(Some((at, date.to_string()))),
        _ => Err(Wrong { at, what: "a date is expected, as published = \"2024-10-11\"".to_owned() }),
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
    let invalid = |Wrong { at, what }: Wrong| {
        wrong(
            line(at),
            format!("front matter cannot be read: {what}"),
            "correct it; see docs/formats.md for its fields",
        )
    };
    let header = fields::parse(header).map_err(invalid)?;
    let fields = Fields::of(&header);
    let unknown: Vec<(u32, &str)> = fields.unknown(&FIELDS).into_iter().map(|(at, key)| (line(at), key)).collect();
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
    let text =
        |fields: Fields<'_, '_>, name| fields.text(name).map(|text| filled(text.map(str::to_owned))).map_err(invalid);
    let published = |fields: Fields<'_, '_>| -> Result<Option<When>, Unread> {
        let Some((at, text)) = date(fields).map_err(invalid)? else { return Ok(None) };
        let told = days::published(&text).map(Some);
        told.map_err(|error| wrong(line(at), format!("published: {error}"), days::REMEDY))
    };
    let original = match fields.table("original").map_err(invalid)? {
        None => None,
        Some(original) => Some(Original {
            title: text(original, "title")?,
            outlet: text(original, "outlet")?,
            authors: names(original).map_err(invalid)?,
            published: published(original)?.map(|when| when.edtf),
            sha256: text(original, "sha256")?,
        }),
    };
    let authors = names(fields).map_err(invalid)?;
    Ok(Found {
        text: body.to_owned(),
        title: text(fields, "title")?.map(Fact::given),
        outlet: text(fields, "outlet")?.map(Fact::given),
        authors: (!authors.is_empty()).then(|| Fact::given(authors)),
        published: published(fields)?.map(Fact::given),
        url: text(fields, "url")?.map(Fact::given),
        language: text(fields, "language")?,
        kind: text(fields, "kind")?,
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
