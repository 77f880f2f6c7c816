//! MHTML: a page with its parts, as a mail.

use mailparse::MailHeaderMap;

use crate::found::Format;
use crate::reader::Reader;
use crate::trouble::Unread;
use crate::{broken, decode, guard, parts};

/// Reads the page of an MHTML file.
pub(crate) fn read(reader: &mut Reader, name: &str, bytes: &[u8]) -> Result<(), Unread> {
    let parsed = guard::caught(|| mailparse::parse_mail(bytes)).ok_or(Unread::Failed("MHTML"))?;
    let mail = parsed.map_err(|error| broken::mail("MHTML", &error))?;
    let address = mail.headers.get_first_value("Snapshot-Content-Location");
    let mut rest = vec![&mail];
    let mut page = None;
    while let Some(part) = rest.pop() {
        rest.extend(part.subparts.iter().rev());
        if part.subparts.is_empty() && part.ctype.mimetype.eq_ignore_ascii_case("text/html") {
            page = Some(part);
            break;
        }
    }
    let part = page.ok_or_else(|| Unread::Broken("MHTML", "it has no page".to_owned()))?;
    let address = address.or_else(|| part.headers.get_first_value("Content-Location"));
    let raw = part.get_body_raw().map_err(|error| broken::mail("MHTML", &error))?;
    let label = decode::label(&raw).or_else(|| part.ctype.params.get("charset").cloned());
    let html = decode::text(&raw, label.as_deref()).text;
    let parts = guard::caught(|| parts::html(&html, address.as_deref())).unwrap_or(Err(Unread::Failed("MHTML")));
    reader.take(
        name,
        parts.map(|parts| {
            parts
                .into_iter()
                .map(|(place, mut found)| {
                    if found.format == Format::Page {
                        found.format = Format::Mhtml;
                    }
                    (place, found)
                })
                .collect()
        }),
    );
    Ok(())
}
