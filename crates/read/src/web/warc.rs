//! WARC: each page once, the newest; errors, pictures and scripts out.

use std::collections::BTreeMap;

use crate::found::{Fact, Format, Found, Source};
use crate::reader::Reader;
use crate::trouble::Unread;
use crate::{dates, decode, guard, pack, parts, words};

/// A page as it was fetched.
struct Fetched<'a> {
    day: String,
    body: std::borrow::Cow<'a, [u8]>,
    charset: Option<String>,
    html: bool,
}

/// Reads the pages of a web archive.
pub(crate) fn read(reader: &mut Reader, name: &str, bytes: &[u8]) -> Result<(), Unread> {
    let mut pages: BTreeMap<String, Fetched<'_>> = BTreeMap::new();
    let mut others = 0usize;
    let mut at = 0;
    while let Some(start) = words::find(bytes, b"WARC/", at) {
        let Some(end) = words::find(bytes, b"\r\n\r\n", start) else { break };
        let head = String::from_utf8_lossy(&bytes[start..end]).into_owned();
        let field = |name: &str| header(&head, name);
        let length: usize = field("Content-Length").and_then(|length| length.parse().ok()).unwrap_or(0);
        let body = &bytes[(end + 4).min(bytes.len())..(end + 4).saturating_add(length).min(bytes.len())];
        at = (end + 4).saturating_add(length).min(bytes.len());
        let kind = field("WARC-Type").unwrap_or_default();
        if !matches!(kind.as_str(), "response" | "resource") {
            continue;
        }
        let Some(url) = field("WARC-Target-URI").map(|url| url.trim_matches(['<', '>']).to_owned()) else { continue };
        let day = field("WARC-Date").unwrap_or_default();
        let fetched = if kind == "resource" { resource(&field, body) } else { response(reader, body)? };
        match fetched {
            Some(mut page) => {
                page.day = day;
                let key = url.split('#').next().unwrap_or(&url).trim_end_matches('/').to_owned();
                if pages.get(&key).is_none_or(|old| old.day <= page.day) {
                    pages.insert(key, page);
                }
            }
            None => others += 1,
        }
    }
    let mut parts = Vec::new();
    for (url, page) in pages {
        let label = decode::label(&page.body).or(page.charset);
        let text = decode::text(&page.body, label.as_deref()).text;
        let read = if page.html { guard::caught(|| parts::html(&text, Some(&url))) } else { None };
        for (place, mut found) in read.and_then(Result::ok).unwrap_or_default() {
            found.format = if found.format == Format::Page { Format::Warc } else { found.format };
            if found.url.is_none() {
                found.url = Some(Fact { value: url.clone(), source: Source::Address });
            }
            if found.published.is_none()
                && let Some(when) = dates::day(&page.day)
            {
                found.notes.push(format!("fetched on {}, which need not be the day of the report", when.edtf));
            }
            let place = if place.is_empty() { url.clone() } else { format!("{url}, {place}") };
            if is_report(&found) {
                parts.push((place, found));
            } else {
                others += 1;
            }
        }
    }
    if parts.is_empty() {
        return Err(Unread::Empty);
    }
    if others > 0 {
        reader.partly(
            name,
            format!(
                "{others} of its records are no reports (pictures, scripts, errors, lists of links), and are left out"
            ),
            "nothing has to be done",
        );
    }
    reader.take(name, Ok(parts));
    Ok(())
}

/// Whether a page has a text worth the name: some sentences; fewer, where the page says of itself that it was published.
fn is_report(found: &Found) -> bool {
    let told = found.title.is_some()
        && matches!(&found.published, Some(Fact { source: Source::Field(name), .. }) if !name.starts_with("dc"));
    found.format != Format::Warc || found.words() >= if told { 15 } else { 50 }
}

fn header(head: &str, name: &str) -> Option<String> {
    head.lines().find_map(|line| words::after(line, name)?.strip_prefix(':').map(|value| value.trim().to_owned()))
}

fn is_html(kind: &str) -> bool {
    let kind = kind.to_ascii_lowercase();
    kind.starts_with("text/html") || kind.starts_with("application/xhtml")
}

fn charset(kind: &str) -> Option<String> {
    let (_, rest) = kind.split_once("charset=")?;
    Some(rest.split(';').next().unwrap_or_default().trim_matches(['"', ' ']).to_owned())
}

fn resource<'a>(field: &dyn Fn(&str) -> Option<String>, body: &'a [u8]) -> Option<Fetched<'a>> {
    let kind = field("Content-Type")?;
    is_html(&kind).then(|| Fetched { day: String::new(), body: body.into(), charset: charset(&kind), html: true })
}

/// The page of an answer over HTTP; nothing where it is an error or no page.
fn response<'a>(reader: &Reader, answer: &'a [u8]) -> Result<Option<Fetched<'a>>, Unread> {
    let Some(end) = words::find(answer, b"\r\n\r\n", 0) else { return Ok(None) };
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let status = head.split_whitespace().nth(1).unwrap_or_default();
    let kind = header(&head, "Content-Type").unwrap_or_default();
    if !status.starts_with('2') || !is_html(&kind) {
        return Ok(None);
    }
    let mut body: std::borrow::Cow<'a, [u8]> = answer[end + 4..].into();
    if header(&head, "Transfer-Encoding").is_some_and(|how| how.to_ascii_lowercase().contains("chunked")) {
        body = dechunked(&body).map_or(body, Into::into);
    }
    match header(&head, "Content-Encoding").map(|how| how.to_ascii_lowercase()).as_deref() {
        Some("gzip" | "x-gzip") if body.starts_with(b"\x1f\x8b") => body = pack::gunzip(reader, &body)?.into(),
        Some("deflate") => {
            let packed = body.len() as u64;
            let plain = pack::bounded(reader, packed, &mut flate2::read::ZlibDecoder::new(&body[..]), "HTTP");
            body = plain?.into();
        }
        Some("br" | "zstd") => return Ok(None),
        _ => {}
    }
    Ok(Some(Fetched { day: String::new(), body, charset: charset(&kind), html: true }))
}

/// A body that was sent in pieces, each after its length.
fn dechunked(body: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(body.len());
    let mut at = 0;
    loop {
        let end = words::find(body, b"\r\n", at)?;
        let size = std::str::from_utf8(&body[at..end]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        if size == 0 {
            return Some(out);
        }
        out.extend_from_slice(body.get(end + 2..(end + 2).checked_add(size)?)?);
        at = end + 2 + size + 2;
    }
}
