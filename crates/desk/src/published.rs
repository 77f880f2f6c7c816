//! The reports of a published site, taken from what it exports: they come back as lines of JSON, of which the same site is
//! made.

use found::{Fact, Found, Purpose};
use model::{FilePlace, Known, Original};
use serde::Deserialize;

/// `export/documents.json`.
#[derive(Deserialize)]
struct Documents {
    documents: Vec<Row>,
}

/// One report, as far as it is wanted.
#[derive(Deserialize)]
struct Row {
    id: String,
    title: String,
    outlet: Option<String>,
    authors: Vec<String>,
    published: Option<String>,
    published_known: Option<Known>,
    url: Option<String>,
    kind: Option<String>,
    original: Option<Original>,
    language: String,
    places: Vec<FilePlace>,
    text: String,
}

/// What stands in a document's language where it could not be told.
const NO_LANGUAGE: &str = "und";

/// The reports as lines of JSON. A day that the machine took from a text is left out: it finds it again, and says so.
///
/// # Errors
/// These are no such exports.
pub(crate) fn lines(bytes: &[u8]) -> Result<String, String> {
    let all: Documents = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let mut lines = String::new();
    for row in all.documents {
        let told = matches!(row.published_known, Some(Known::Given | Known::Reviewed));
        let day = row.published.filter(|_| told).map(|day| found::published(&day)).transpose();
        let found = Found {
            text: row.text,
            title: Some(row.title).filter(|title| !title.is_empty()).map(Fact::given),
            outlet: row.outlet.map(Fact::given),
            authors: Some(row.authors).filter(|authors| !authors.is_empty()).map(Fact::given),
            published: day?.map(Fact::given),
            url: row.url.map(Fact::given),
            language: Some(row.language).filter(|language| language != NO_LANGUAGE),
            kind: row.kind,
            original: row.original,
            places: row.places,
            ..Found::default()
        };
        lines.push_str(&found::written(&row.id, &found, Purpose::Keeping));
        lines.push('\n');
    }
    Ok(lines)
}
