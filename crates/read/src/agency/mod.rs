//! What agencies send: NewsML, NITF, ninjs, and the wire formats of the teleprinter.

mod newsml;
mod ninjs;
mod nitf;
mod wire;

pub(crate) use newsml::{g2 as newsml_g2, one as newsml1};
pub(crate) use ninjs::item as ninjs;
pub(crate) use nitf::items as nitf;
pub(crate) use wire::{anpa, iptc7901};

use crate::found::{Fact, Found, Source};
use crate::words;

/// Whether an agency's word for the standing of an item says that it is not to be printed.
fn is_withdrawn(status: &str) -> bool {
    ["cancel", "withheld", "withdrawn", "killed", "kill"]
        .iter()
        .any(|word| status.rsplit(':').next().is_some_and(|own| own.to_lowercase().starts_with(word)))
}

/// Puts a dateline before a text that has none.
pub(crate) fn with_dateline(text: String, dateline: Option<String>) -> String {
    let Some(dateline) = dateline.map(|line| words::one_line(&line)).filter(|line| !line.is_empty()) else {
        return text;
    };
    let place = dateline.split([',', '(', '-', '–', '—']).next().unwrap_or_default().trim().to_lowercase();
    let head: String = text.chars().take(120).collect::<String>().to_lowercase();
    if place.is_empty() || head.starts_with(&place) || head.contains(&format!("{place} (")) {
        return text;
    }
    let dateline = dateline.trim_end_matches(['-', '–', '—', ' ']);
    format!("{dateline} — {text}")
}

/// The agency that a dateline names in brackets: `BERLIN (dpa) - `.
pub(crate) fn agency_of(text: &str) -> Option<Fact<String>> {
    let head: String = text.chars().take(160).collect();
    let (before, rest) = head.split_once('(')?;
    let (name, after) = rest.split_once(')')?;
    let dash = after.trim_start().starts_with(['-', '–', '—', '_']);
    let short =
        (2..=14).contains(&name.len()) && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | ' ' | '-'));
    (dash && short && before.split_whitespace().count() <= 6)
        .then(|| Fact { value: name.split('/').next().unwrap_or(name).trim().to_owned(), source: Source::Text })
}

/// Takes the agency from the dateline where nothing else names it.
pub(crate) fn named(mut found: Found) -> Found {
    if found.outlet.is_none() {
        found.outlet = agency_of(&found.text);
    }
    found
}
