//! BibTeX.

use super::ris::turned;
use super::{Reference, path};
use crate::dates;

/// The references of BibTeX.
pub(crate) fn read(text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('@') {
        rest = &rest[at + 1..];
        let Some((kind, after)) = rest.split_once('{') else { break };
        if kind.len() > 20 || kind.trim().eq_ignore_ascii_case("comment") || kind.trim().eq_ignore_ascii_case("string")
        {
            continue;
        }
        let (reference, end) = entry(after);
        found.push(reference);
        rest = &after[end..];
    }
    found
}

/// An entry from behind its brace; where it ends.
fn entry(text: &str) -> (Reference, usize) {
    let mut reference = Reference::default();
    let (mut year, mut month) = (None, None);
    let mut at = text.find(',').map_or(text.len(), |at| at + 1);
    while let Some(equals) = text[at..].find(['=', '}']) {
        let key = text[at..at + equals].trim().trim_start_matches(',').trim().to_lowercase();
        if text[at + equals..].starts_with('}') {
            at += equals + 1;
            break;
        }
        at += equals + 1;
        let (value, end) = value(&text[at..]);
        at += end;
        match key.as_str() {
            "title" => reference.title = Some(value),
            "journal" | "journaltitle" | "publisher" | "organization" | "howpublished"
                if reference.outlet.is_none() =>
            {
                reference.outlet = Some(value)
            }
            "author" => reference.authors = value.split(" and ").map(turned).filter(|name| !name.is_empty()).collect(),
            "date" => reference.published = dates::day(&value),
            "year" => year = Some(value),
            "month" => month = Some(value),
            "url" => reference.url = Some(value),
            "language" | "langid" => reference.language = crate::archive::language(&value),
            "file" => {
                let told = value.split(';').filter_map(|one| one.split(':').find(|part| part.contains('.')));
                reference.files = told.map(path).collect();
            }
            _ => {}
        }
    }
    if let (None, Some(year), Some(month)) = (&reference.published, year, month) {
        reference.published = dates::day(&format!("{month} {year}"));
    }
    (reference, at.min(text.len()))
}

/// A value in braces, in quotation marks, or plain; where it ends.
fn value(text: &str) -> (String, usize) {
    let start = text.len() - text.trim_start().len();
    let body = &text[start..];
    let mut depth = 0usize;
    let quoted = body.starts_with('"');
    for (at, c) in body.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' | ',' if depth == 0 && !quoted => return (plain(&body[..at]), start + at),
            '"' if quoted && depth == 0 && at > 0 => return (plain(&body[..at]), start + at + 1),
            _ => {}
        }
    }
    (plain(body), text.len())
}

fn plain(text: &str) -> String {
    crate::words::one_line(
        &text.replace(['{', '}', '"'], "").replace("\\&", "&").replace("\\_", "_").replace("--", "–"),
    )
}
