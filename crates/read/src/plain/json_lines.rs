use model::{FilePlace, Original};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::days;
use super::front_matter::filled;
use super::parsers::said;
use crate::found::{Caption, Fact, Format, Found};
use crate::limits;
use crate::reader::Parts;
use crate::trouble::Unread;

/// The fields of a JSON line; others are not read.
#[derive(Deserialize)]
struct Line {
    id: Id,
    text: String,
    title: Option<String>,
    outlet: Option<String>,
    authors: Option<Names>,
    published: Option<String>,
    url: Option<String>,
    kind: Option<String>,
    language: Option<String>,
    /// Whatever it is: only what `crossread read --jsonl` writes is understood.
    places: Option<Value>,
    /// The same.
    captions: Option<Value>,
    /// The same, where nobody has touched the line: what a desk saves.
    from: Option<Value>,
    /// As front matter has it; whatever else it is is passed over.
    original: Option<Value>,
}

/// One name, or several.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a name in quotation marks, or a list of such names, is expected")]
enum Names {
    One(String),
    Several(Vec<String>),
}

impl Names {
    fn list(self) -> Vec<String> {
        let names = match self {
            Self::One(name) => vec![name],
            Self::Several(names) => names,
        };
        names.into_iter().filter_map(|name| filled(Some(name))).collect()
    }
}

/// An id is a text; a whole number is taken as one.
#[derive(Deserialize)]
#[serde(untagged, expecting = "an id is a text or a whole number")]
enum Id {
    Text(String),
    Number(i64),
}

/// Whether a text is JSON lines rather than one value: its first line is an object by itself, and another follows.
pub(crate) fn looks(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let whole = |line: &str| {
        line.trim_start().starts_with('{')
            && line.trim_end().ends_with('}')
            && serde_json::from_str::<Map<String, Value>>(line).is_ok()
    };
    let first = lines.next();
    let second = lines.next();
    match (first, second) {
        (Some(first), Some(second)) => {
            whole(first) && second.trim_start().starts_with('{')
                || !whole(first) && first.starts_with("{\"") && second.starts_with("{\"")
        }
        (Some(first), None) => serde_json::from_str::<Map<String, Value>>(first)
            .is_ok_and(|fields| fields.contains_key("id") && fields.contains_key("text")),
        _ => false,
    }
}

/// The reports of JSON lines. Where the first line has no `id` and `text`, all are read as a table is.
///
/// # Errors
/// A line does not parse, or `published` is not a date.
#[cfg(feature = "formats")]
pub(crate) fn read(bytes: &[u8], told: &crate::table::Told) -> Parts {
    let decoded = crate::decode::text(bytes, None);
    let text = decoded.text.trim_start_matches('\u{feff}');
    if is_ours(text) { lines(text) } else { strange(text, told) }
}

/// Whether lines are of the corpus's own form, or of none that can be told.
pub(crate) fn is_ours(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    serde_json::from_str::<Map<String, Value>>(first)
        .map_or(true, |fields| fields.contains_key("id") && fields.contains_key("text"))
}

/// The reports of lines of the corpus's own form.
///
/// # Errors
/// A line does not parse, or `published` is not a date.
pub(crate) fn lines(text: &str) -> Parts {
    let mut parts = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if !line.trim().is_empty() {
            parts.push((format!("line {}", at + 1), json_line(line, at as u32 + 1)?));
        }
    }
    Ok(parts)
}

/// The report of one line of JSON; `at` is its number, from 1. For who reads a file line by line, whatever its size.
///
/// # Errors
/// It does not parse, or `published` is not a date.
pub fn json_line(line: &str, at: u32) -> Result<Found, Unread> {
    let wrong = |what: String, remedy: &str| Unread::Line { line: at, what, remedy: remedy.to_owned() };
    if line.len() > limits::REPORT {
        return Err(wrong(
            "the line is longer than 16 MiB, the most that a report may hold".to_owned(),
            "split it, or take it out",
        ));
    }
    let line: Line = serde_json::from_str(line).map_err(|error| {
        wrong(
            format!("the line cannot be read: {}", said(&error.to_string())),
            "write one JSON object a line, with id and text",
        )
    })?;
    let published = match filled(line.published).map(|date| days::published(&date)) {
        None => None,
        Some(Ok(when)) => Some(Fact::given(when)),
        Some(Err(error)) => return Err(wrong(format!("published: {error}"), days::REMEDY)),
    };
    let authors = line.authors.map(Names::list).unwrap_or_default();
    let places = |given: Option<Value>| -> Vec<FilePlace> {
        given.and_then(|places| serde_json::from_value(places).ok()).unwrap_or_default()
    };
    let from = places(line.from);
    Ok(Found {
        id: Some(match line.id {
            Id::Text(id) => id,
            Id::Number(id) => id.to_string(),
        }),
        text: line.text,
        title: filled(line.title).map(Fact::given),
        outlet: filled(line.outlet).map(Fact::given),
        authors: (!authors.is_empty()).then(|| Fact::given(authors)),
        published,
        url: filled(line.url).map(Fact::given),
        language: filled(line.language),
        kind: filled(line.kind),
        original: line.original.and_then(|original| serde_json::from_value(original).ok()),
        captions: line.captions.and_then(|captions| serde_json::from_value(captions).ok()).unwrap_or_default(),
        format: Format::JsonLines,
        carried: !from.is_empty(),
        places: if from.is_empty() { places(line.places) } else { from },
        ..Found::default()
    })
}

/// A report as a line of JSON.
#[derive(Serialize)]
struct Written<'a> {
    id: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    authors: &'a [String],
    published: Option<&'a str>,
    url: Option<&'a str>,
    kind: Option<&'a str>,
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<&'a Original>,
    text: &'a str,
    #[serde(skip_serializing_if = "<[Caption]>::is_empty")]
    captions: &'a [Caption],
    #[serde(skip_serializing_if = "Option::is_none")]
    places: Option<&'a [FilePlace]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a [FilePlace]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<&'a [String]>,
}

/// What is done with the lines that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A person mends them: they say where each report stood and what had to be guessed, and the file of lines is one of
    /// its places from then on.
    Mending,
    /// They are read again as they are, and make the same site.
    Keeping,
}

/// A report as a line of JSON that [`json_line`] reads, without a line end.
pub fn written(id: &str, found: &Found, purpose: Purpose) -> String {
    let text = |fact: &'_ Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone());
    let (title, outlet, url) = (text(&found.title), text(&found.outlet), text(&found.url));
    let mending = purpose == Purpose::Mending;
    let places = &found.places[usize::from(found.carried).min(found.places.len())..];
    let line = Written {
        id,
        title: title.as_deref(),
        outlet: outlet.as_deref(),
        authors: found.authors.as_ref().map_or(&[], |authors| &authors.value),
        published: found.published.as_ref().map(|fact| fact.value.edtf.as_str()),
        url: url.as_deref(),
        kind: found.kind.as_deref(),
        language: found.language.as_deref(),
        original: found.original.as_ref(),
        text: &found.text,
        captions: &found.captions,
        places: mending.then_some(places),
        from: (!mending).then_some(places),
        notes: mending.then_some(&found.notes),
    };
    // Texts always have JSON.
    serde_json::to_string(&line).unwrap_or_default()
}

/// Lines of a shape of their own.
#[cfg(feature = "formats")]
fn strange(text: &str, told: &crate::table::Told) -> Parts {
    let mut objects: Vec<Map<String, Value>> = Vec::new();
    let mut lines: Vec<usize> = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let object = serde_json::from_str(line)
            .map_err(|error| Unread::Broken("JSON lines", format!("line {}: {}", at + 1, said(&error.to_string()))))?;
        objects.push(object);
        lines.push(at + 1);
    }
    let objects: Vec<&Map<String, Value>> = objects.iter().collect();
    crate::table::json_rows(Format::Json, &objects, told, |at| format!("line {}", lines[at]))
}

#[cfg(all(test, feature = "formats"))]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Parts {
        super::read(bytes, &crate::table::Told::default())
    }

    #[test]
    fn only_id_and_text_are_needed() {
        let parts = read(b"{\"id\": 7, \"text\": \"A dam.\", \"more\": null}\n\n{\"id\": \"b\", \"text\": \"\"}")
            .expect("it reads");
        let ids: Vec<(&str, Option<&str>)> =
            parts.iter().map(|(place, found)| (place.as_str(), found.id.as_deref())).collect();
        assert_eq!(ids, [("line 1", Some("7")), ("line 3", Some("b"))]);
    }

    #[test]
    fn where_a_report_stood_before_is_kept_where_it_is_told_in_our_way() {
        let places = |places: &str| {
            let line = format!("{{\"id\": \"a\", \"text\": \"A dam.\", \"places\": {places}}}");
            json_line(&line, 1).expect("it reads").places
        };
        let page = model::FilePlace { file: "a.zip!b.html".to_owned(), place: String::new() };
        assert_eq!(places("[{\"file\": \"a.zip!b.html\", \"place\": \"\"}]"), [page]);
        assert_eq!(places("[\"Rome\", 7]"), []);
        assert_eq!(places("\"Rome\""), []);
    }

    #[test]
    fn a_report_that_is_kept_as_a_line_comes_back_as_it_was() {
        let found = Found {
            text: "A dam \u{1f30a} is built.\n\nIt is high.".to_owned(),
            title: Some(Fact::field("heading", "A dam".to_owned())),
            authors: Some(Fact::given(vec!["Ole Dahl".to_owned(), "Ina Moe".to_owned()])),
            published: Some(Fact::given(days::published("2031-03").expect("a month"))),
            language: Some("en".to_owned()),
            kind: Some("brief".to_owned()),
            original: Some(Original { title: Some("The dam".to_owned()), ..Original::default() }),
            places: vec![FilePlace { file: "a.zip!b.html".to_owned(), place: String::new() }],
            ..Found::default()
        };
        let line = written("dam", &found, Purpose::Keeping);
        let mut reading = crate::read("reports.jsonl", format!("{line}\n").as_bytes());
        let again = crate::input("dam".to_owned(), reading.found.remove(0));
        assert_eq!(again, crate::input("dam".to_owned(), found.clone()));
        let mended = crate::read("reports.jsonl", written("dam", &found, Purpose::Mending).as_bytes());
        assert_eq!(mended.found[0].places.len(), 2, "the file of lines is a place where a person may have changed it");
    }

    #[test]
    fn a_bad_line_is_named() {
        let error = |text: &str| read(text.as_bytes()).expect_err("wrong").of("a.jsonl").to_string();
        let message = error("{\"id\": \"a\", \"text\": \"A dam.\"}\n{\"id\": \"b\"}\n");
        assert!(message.starts_with("a.jsonl:2: the line cannot be read: the field \"text\" is missing"), "{message}");
        let message = error("{\"id\": \"a\", \"text\": \"\", \"published\": \"soon\"}\n");
        assert!(message.starts_with("a.jsonl:1: published: \"soon\" is not a date; write "), "{message}");
    }

    #[test]
    fn lines_of_another_shape_are_rows() {
        let parts = read(b"{\"headline\": \"Crane falls\", \"body\": \"A crane fell.\"}\n{\"headline\": \"It stays\", \"body\": \"So it is.\"}").expect("it reads");
        assert_eq!(parts[1].1.text, "So it is.");
        assert_eq!(parts[1].0, "line 2");
    }
}
