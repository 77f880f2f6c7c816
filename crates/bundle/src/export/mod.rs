//! `export/`: everything that the site shows, for scripts, spreadsheets, feed readers and calendars. The shapes are a
//! contract; see docs/formats.md.

mod calendar;
mod feed;
mod linked;
mod links;
mod rows;
mod sheets;

use model::{Claim, Utterance};
use serde::Serialize;

use crate::failure::Failure;
use crate::pages::Address;
use crate::sink::{Sink, json, map};
use crate::tables::Tables;
use links::Links;
use rows::QuoteRow;

/// The feed of claims, below the site's root.
pub(crate) const FEED: &str = "export/claims.atom";

/// The calendar of what is due, below the site's root.
pub(crate) const CALENDAR: &str = "export/due.ics";

/// Writes the exports, with the corpus's `own` files beside them; tells the path of each below the site's root, with its bytes. Links in them are whole where the
/// site's address is known, else relative to the file.
///
/// # Errors
/// The sink refuses.
pub(crate) fn write(
    sink: &dyn Sink,
    tables: &Tables<'_>,
    timeline: &model::bundle::Timeline,
    own: &[(&str, &str)],
    address: Option<&Address>,
) -> Result<Vec<(String, u64)>, Failure> {
    let relations = tables.relations;
    let claims = rows(sink, &relations.claims, |claim| rows::claim_row(tables, claim))?;
    list(sink, "claims.json", "{", &[("claims", claims)])?;
    let stories = rows(sink, &relations.stories, |story| rows::story_row(tables, story))?;
    list(sink, "stories.json", "{", &[("claims", stories)])?;
    let documents = rows(sink, tables.documents, rows::document_row)?;
    list(sink, "documents.json", "{", &[("documents", documents)])?;
    let events: Vec<&model::bundle::Event> = timeline.events.iter().filter(|event| event.until.is_none()).collect();
    let events = rows(sink, &events, |event| rows::event_row(tables, event))?;
    list(sink, "timeline.json", "{", &[("events", events)])?;
    let quotes: Vec<QuoteRow<'_>> = rows::quotes(tables).collect();
    let drift: Vec<(&Claim, &Utterance)> =
        relations.claims.iter().flat_map(|claim| claim.utterances.iter().map(move |drift| (claim, drift))).collect();
    let versions = rows(sink, &drift, |&(claim, utterance)| rows::drift_row(tables, claim, utterance))?;
    list(sink, "quotes.json", "{", &[("quotes", rows(sink, &quotes, |quote| quote)?), ("versions", versions)])?;

    let links = Links { address };
    let named: Vec<&Claim> = relations.claims.iter().filter(|claim| claim.stands).collect();
    let claims = rows(sink, &named, |claim| linked::claim(tables, &links, claim))?;
    list(sink, "claims.jsonld", linked::CLAIMS, &[("@graph", claims)])?;
    let places = linked::places(tables);
    let annotations = rows(sink, &places, |place| linked::annotation(tables, &links, place))?;
    list(sink, "annotations.jsonld", linked::ANNOTATIONS, &[("items", annotations)])?;
    sink.file("export/claims.csv", sheets::claims(tables, &links)?)?;
    sink.file("export/statements.csv", sheets::statements(tables, &links)?)?;
    sink.file(FEED, feed::claims(tables, &links).into_bytes())?;
    sink.file(CALENDAR, calendar::due(tables, &links).into_bytes())?;
    for (name, text) in own {
        sink.file(&format!("export/{name}"), text.as_bytes().to_vec())?;
    }
    let written = sink.list().into_iter().filter(|(path, _)| path.starts_with("export/"));
    Ok(written.map(|(path, file)| (path, file.bytes)).collect())
}

/// The JSON of each row, on all cores: a large corpus has millions of them.
fn rows<'s, S: Sync, T: Serialize>(
    sink: &dyn Sink,
    sources: &'s [S],
    row: impl Fn(&'s S) -> T + Sync,
) -> Result<Vec<Vec<u8>>, Failure> {
    map(sink, sources, |source| json("export", &row(source)))
}

/// Writes one object with its lists, one row a line; `begins` is how the object begins.
fn list(sink: &dyn Sink, name: &str, begins: &str, lists: &[(&str, Vec<Vec<u8>>)]) -> Result<(), Failure> {
    // A large corpus has hundreds of megabytes here: they are put together once, and not moved as they grow.
    let rest = |(key, rows): &(&str, Vec<Vec<u8>>)| key.len() + 9 + rows.iter().map(|row| row.len() + 2).sum::<usize>();
    let mut bytes = Vec::with_capacity(begins.len() + lists.iter().map(rest).sum::<usize>() + 2);
    bytes.extend_from_slice(begins.as_bytes());
    for (place, (key, rows)) in lists.iter().enumerate() {
        let comma = if place > 0 { "," } else { "" };
        bytes.extend_from_slice(format!("{comma}\"{key}\":[\n").as_bytes());
        for (at, row) in rows.iter().enumerate() {
            bytes.extend_from_slice(if at > 0 { b",\n" } else { b"" });
            bytes.extend_from_slice(row);
        }
        bytes.extend_from_slice(b"\n]");
    }
    bytes.extend_from_slice(b"}\n");
    Ok(sink.file(&format!("export/{name}"), bytes)?)
}
