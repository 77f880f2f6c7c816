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
use crate::sink::{Sink, json_to, map};
use crate::tables::Tables;
use links::Links;
use rows::QuoteRow;

/// The feed of claims, below the site's root.
pub(crate) const FEED: &str = "export/claims.atom";

/// The calendar of what is due, below the site's root.
pub(crate) const CALENDAR: &str = "export/due.ics";

/// Writes the exports, with the corpus's `own` files beside them; tells the path of each below the site's root, with its
/// bytes. Links in them are whole where the site's address is known, else relative to the file.
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
    list(sink, "claims.json", "{", vec![("claims", claims)])?;
    let stories = rows(sink, &relations.stories, |story| rows::story_row(tables, story))?;
    list(sink, "stories.json", "{", vec![("claims", stories)])?;
    let documents = rows(sink, tables.documents, rows::document_row)?;
    list(sink, "documents.json", "{", vec![("documents", documents)])?;
    let events: Vec<&model::bundle::Event> = timeline.events.iter().filter(|event| event.until.is_none()).collect();
    let events = rows(sink, &events, |event| rows::event_row(tables, event))?;
    list(sink, "timeline.json", "{", vec![("events", events)])?;
    let quotes: Vec<QuoteRow<'_>> = rows::quotes(tables).collect();
    let drift: Vec<(&Claim, &Utterance)> =
        relations.claims.iter().flat_map(|claim| claim.utterances.iter().map(move |drift| (claim, drift))).collect();
    let versions = rows(sink, &drift, |&(claim, utterance)| rows::drift_row(tables, claim, utterance))?;
    list(sink, "quotes.json", "{", vec![("quotes", rows(sink, &quotes, |quote| quote)?), ("versions", versions)])?;

    let links = Links { address };
    let named: Vec<&Claim> = relations.claims.iter().filter(|claim| claim.stands).collect();
    let claims = rows(sink, &named, |claim| linked::claim(tables, &links, claim))?;
    list(sink, "claims.jsonld", linked::CLAIMS, vec![("@graph", claims)])?;
    let places = linked::places(tables);
    let annotations = rows(sink, &places, |place| linked::annotation(tables, &links, place))?;
    list(sink, "annotations.jsonld", linked::ANNOTATIONS, vec![("items", annotations)])?;
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

/// Rows that are written in one go.
const AT_A_TIME: usize = 256;

/// The JSON of rows, one a line, some hundred together, on all cores: a large corpus has millions of them.
fn rows<'s, S: Sync, T: Serialize>(
    sink: &dyn Sink,
    sources: &'s [S],
    row: impl Fn(&'s S) -> T + Sync,
) -> Result<Vec<Vec<u8>>, Failure> {
    let parts: Vec<&'s [S]> = sources.chunks(AT_A_TIME).collect();
    map(sink, &parts, |part| {
        let mut bytes = Vec::new();
        for (at, source) in part.iter().enumerate() {
            bytes.extend_from_slice(if at > 0 { b",\n" } else { b"" });
            json_to("export", &row(source), &mut bytes)?;
        }
        Ok(bytes)
    })
}

/// Writes one object with its lists, one row a line; `begins` is how the object begins. It is handed over in parts: with
/// hundreds of megabytes, putting them together would take as much memory again.
fn list(sink: &dyn Sink, name: &str, begins: &str, lists: Vec<(&str, Vec<Vec<u8>>)>) -> Result<(), Failure> {
    let mut parts = vec![begins.as_bytes().to_vec()];
    for (place, (key, rows)) in lists.into_iter().enumerate() {
        let comma = if place > 0 { "," } else { "" };
        parts.push(format!("{comma}\"{key}\":[\n").into_bytes());
        for (at, rows) in rows.into_iter().enumerate() {
            parts.extend((at > 0).then(|| b",\n".to_vec()));
            parts.push(rows);
        }
        parts.push(b"\n]".to_vec());
    }
    parts.push(b"}\n".to_vec());
    Ok(sink.parts(&format!("export/{name}"), parts)?)
}
