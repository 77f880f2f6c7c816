//! Reports as people write them for this program: text with front matter, Markdown, JSON lines.

#[cfg(feature = "formats")]
mod clipped;
mod corpus_file;
mod days;
mod fields;
mod front_matter;
mod json_lines;
#[cfg(feature = "formats")]
mod markdown;
mod parsers;

pub use corpus_file::{corpus, corpus_text, tables};
pub use days::{REMEDY, published};
pub(crate) use json_lines::looks as is_json_lines;
#[cfg(feature = "formats")]
pub(crate) use json_lines::read as json_lines;
pub use json_lines::{Purpose, json_line, written};
pub(crate) use json_lines::{is_ours, lines};
pub use parsers::{line_in_list, said};

use crate::found::{Format, Found};
use crate::reader::Reader;
use crate::trouble::Unread;

/// Reads a text: an archive's export, or one report with front matter or without.
#[cfg(feature = "formats")]
pub(crate) fn text(reader: &mut Reader, name: &str, format: Format, bytes: &[u8]) -> Result<(), Unread> {
    let decoded = crate::decode::text(bytes, None);
    let text = decoded.text.trim_start_matches('\u{feff}');
    if format == Format::Text
        && !text.starts_with("+++")
        && is_exported(text)
        && let Some(parts) = crate::archive::of_text(text)
    {
        reader.take(name, Ok(crate::parts::noted(parts, decoded.note)));
        return Ok(());
    }
    let clipped = clipped::split(text).filter(|_| format == Format::Markdown);
    let text = clipped.map_or(text, |(_, text)| text);
    let mut found: Found = front_matter::read(name, text, &mut reader.reading.troubles)?;
    found.format = format;
    found.notes.extend(decoded.note);
    if let Some((head, _)) = clipped {
        clipped::describe(&mut found, head);
    }
    if format == Format::Markdown {
        markdown::plain(&mut found);
    }
    reader.take(name, Ok(vec![(String::new(), found)]));
    Ok(())
}

/// Reads a text in UTF-8 that is no archive's export: one report with front matter or without.
pub(crate) fn report(reader: &mut Reader, name: &str, text: &str) -> Result<(), Unread> {
    let mut found: Found = front_matter::read(name, text, &mut reader.reading.troubles)?;
    found.format = Format::Text;
    reader.take(name, Ok(vec![(String::new(), found)]));
    Ok(())
}

/// Whether a text has a mark of an archive's export at all; most have none, and need not be taken apart for it.
pub(crate) fn is_exported(text: &str) -> bool {
    ["DOCUMENT", "Document", "DOKUMENT", "Dokument", "document"].iter().any(|word| text.contains(word))
}
