use std::path::Path;

use extract::Input;
use model::Original;
use serde::Deserialize;
use toml::Spanned;

use super::dates;
use super::text::Lines;
use crate::failure::Failure;

/// The line before and after front matter.
const FENCE: &str = "+++";

/// The fields of front matter; what is not among them is passed over with a warning.
const FIELDS: [&str; 7] = ["title", "outlet", "authors", "published", "url", "kind", "original"];

#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields {
    title: Option<String>,
    outlet: Option<String>,
    authors: Option<Names>,
    published: Option<Spanned<DateField>>,
    url: Option<String>,
    kind: Option<String>,
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
pub(super) fn read(path: &Path, id: String, content: &str, warnings: &mut Vec<Failure>) -> Result<Input, Failure> {
    let Some((header, body)) = split(path, content)? else {
        return Ok(Input { id, text: content.to_owned(), ..Input::default() });
    };
    let lines = Lines::of(header);
    // Front matter begins in the second line.
    let line = |byte: usize| 1 + lines.at(byte);
    let invalid = |error: &toml::de::Error| {
        let at = error.span().map_or(1, |span| line(span.start));
        let what = format!("front matter does not parse: {}", one_line(error.message()));
        Failure::at(path, at, what, "correct it; see docs/formats.md for its fields")
    };
    let table = toml::de::DeTable::parse(header).map_err(|error| invalid(&error))?;
    let fields: Fields = toml::from_str(header).map_err(|error| invalid(&error))?;
    let remedy = format!("use one of {}, or remove it", FIELDS.join(", "));
    let mut unknown: Vec<(u32, &str)> =
        table.get_ref().keys().map(|key| (line(key.span().start), &**key.get_ref())).collect();
    unknown.retain(|(_, key)| !FIELDS.contains(key));
    unknown.sort_unstable();
    for (at, key) in unknown.iter().take(TOLD) {
        let what = format!("front matter has no field {key:?}, so it is not read");
        warnings.push(Failure::at(path, *at, what, remedy.as_str()));
    }
    if let Some((at, _)) = unknown.get(TOLD) {
        let what = format!("front matter has {} more fields that are not read", unknown.len() - TOLD);
        warnings.push(Failure::at(path, *at, what, remedy.as_str()));
    }
    let date = |field: Option<Spanned<DateField>>| {
        let Some(field) = field else { return Ok(None) };
        let at = line(field.span().start);
        let wrong = |error| Failure::at(path, at, format!("published: {error}"), dates::REMEDY);
        dates::published(&field.get_ref().text()).map(Some).map_err(wrong)
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
    Ok(Input {
        id,
        text: body.to_owned(),
        title: filled(fields.title),
        outlet: filled(fields.outlet),
        authors: fields.authors.map(Names::list).unwrap_or_default(),
        published: date(fields.published)?,
        url: filled(fields.url),
        kind: filled(fields.kind),
        original,
    })
}

/// The front matter, without its fences, and the text after it; `None` where the text has none.
fn split<'a>(path: &Path, content: &'a str) -> Result<Option<(&'a str, &'a str)>, Failure> {
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
    Err(Failure::at(path, 1, "front matter begins here and has no end", "close it with a line of +++"))
}

/// A text that says something.
pub(super) fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A message of a parser, as one line.
pub(super) fn one_line(message: &str) -> String {
    message.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_it(content: &str) -> Result<Input, String> {
        read(Path::new("a.txt"), "a".into(), content, &mut Vec::new()).map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_text_without_front_matter_is_left_alone() {
        let text = "A dam is built.\n+++\nIt is high.\n";
        assert_eq!(read_it(text).map(|input| input.text), Ok(text.into()));
    }

    #[test]
    fn fields_are_read_and_the_text_begins_after_them() {
        let input = read_it(
            "+++\r\ntitle = \"The dam\"\r\nauthors = \"Anna Berg\"\r\npublished = 2024-03-01\r\n[original]\r\n\
             published = \"2024-02\"\r\n+++\r\n\r\nA dam.",
        )
        .expect("it parses");
        assert_eq!(input.text, "A dam.");
        assert_eq!(input.title.as_deref(), Some("The dam"));
        assert_eq!(input.authors, ["Anna Berg"]);
        assert_eq!(input.published.map(|when| when.edtf).as_deref(), Some("2024-03-01"));
        assert_eq!(input.original.and_then(|original| original.published).as_deref(), Some("2024-02"));
    }

    #[test]
    fn errors_name_their_line() {
        let error = read_it("+++\ntitle = \"a\"\noutlet = b\n+++\n").expect_err("not TOML");
        assert!(error.starts_with("a.txt:3: front matter does not parse: "), "{error}");
        let error = read_it("+++\ntitle = \"a\"\n\npublished = \"last week\"\n+++\n").expect_err("no date");
        assert_eq!(error, format!("a.txt:4: published: \"last week\" is not a date; {}", dates::REMEDY));
        let error = read_it("+++\ntitle = \"a\"\n").expect_err("no end");
        assert_eq!(error, "a.txt:1: front matter begins here and has no end; close it with a line of +++");
    }

    #[test]
    fn what_is_expected_is_said() {
        let error = read_it("+++\npublished = 5\n+++\n").expect_err("no date");
        assert!(error.contains("a date is expected, as published = \"2024-10-11\""), "{error}");
        let error = read_it("+++\nauthors = [5]\n+++\n").expect_err("no name");
        assert!(error.contains("a name in quotation marks, or a list of such names, is expected"), "{error}");
    }

    #[test]
    fn of_many_unknown_fields_the_first_are_told() {
        let mut warnings = Vec::new();
        let fields: String = (0..50).map(|n| format!("field{n} = 1\n")).collect();
        read(Path::new("a.txt"), "a".into(), &format!("+++\n{fields}+++\nText."), &mut warnings).expect("it parses");
        assert_eq!(warnings.len(), TOLD + 1);
        assert!(warnings[TOLD].to_string().starts_with("a.txt:22: front matter has 30 more fields"), "{warnings:?}");
    }

    #[test]
    fn an_unknown_field_is_a_warning() {
        let mut warnings = Vec::new();
        let text = "+++\ntitle = \"a\"\ntags = [\"b\"]\n+++\nText.";
        read(Path::new("a.txt"), "a".into(), text, &mut warnings).expect("it parses");
        assert!(warnings[0].to_string().starts_with("a.txt:3: front matter has no field \"tags\""), "{warnings:?}");
    }
}
