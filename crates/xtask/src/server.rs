//! A static server on this machine that answers as GitHub Pages does: an index.html for each folder, a missing slash
//! added, 404.html for the rest, gzip for text and WebAssembly, ranges of what is not compressed, and all of it below a path
//! if so wished.

use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, anyhow};
use flate2::{Compression, write::GzEncoder};
use tiny_http::{Header, Method, Request, Response, Server};

/// How many requests are answered at a time; a browser opens six connections to a host.
const THREADS: usize = 8;

/// Text shorter than this is sent as it is.
const WORTH_COMPRESSING: usize = 512;

/// A folder served under a path.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    /// The folder.
    pub folder: PathBuf,
    /// The path it is served under, as `/repo`; empty for the root of the host.
    pub base: String,
}

/// What is sent back.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    status: u16,
    kind: &'static str,
    body: Vec<u8>,
    /// Where to go instead.
    location: Option<String>,
}

/// Serves `site` on 127.0.0.1 from threads of its own; returns the address to open.
pub(crate) fn start(site: Site, port: u16) -> Result<String> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("port {port} can't be used: {error}"))?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    let address = format!("http://127.0.0.1:{port}{}/", site.base);
    let (server, site) = (Arc::new(server), Arc::new(site));
    for _ in 0..THREADS {
        let (server, site) = (Arc::clone(&server), Arc::clone(&site));
        std::thread::spawn(move || {
            while let Ok(request) = server.recv() {
                // A visitor who leaves before the end is no error.
                let _ = respond(request, &site);
            }
        });
    }
    Ok(address)
}

fn respond(request: Request, site: &Site) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let asked = |name: &'static str| {
        let header = request.headers().iter().find(|header| header.field.equiv(name));
        header.map(|header| header.value.as_str().to_ascii_lowercase()).unwrap_or_default()
    };
    let answer = site.answer(request.url());
    let compressible = is_compressed(answer.kind);
    let (answer, part) = if compressible { (answer, None) } else { cut(answer, &asked("Range")) };
    let compress = compressible && answer.body.len() >= WORTH_COMPRESSING && asked("Accept-Encoding").contains("gzip");
    let body = if compress { gzipped(&answer.body, Compression::default())? } else { answer.body };
    let mut response = Response::from_data(body).with_status_code(answer.status);
    let headers = [
        ("Content-Type", Some(answer.kind)),
        ("Content-Encoding", compress.then_some("gzip")),
        ("Accept-Ranges", (!compressible).then_some("bytes")),
        ("Content-Range", part.as_deref()),
        ("Vary", Some("Accept-Encoding")),
        // What is being worked on must not come from yesterday's cache.
        ("Cache-Control", Some("no-cache")),
        ("Location", answer.location.as_deref()),
    ];
    for (name, value) in headers {
        let header = value.and_then(|value| Header::from_bytes(name, value).ok());
        header.into_iter().for_each(|header| response.add_header(header));
    }
    // Answers of a known length are sent with it, so that a cut connection can be told from the end.
    request.respond(response.with_chunked_threshold(usize::MAX))
}

/// Cuts a whole file to the one range of bytes that a client asks for (RFC 9110, section 14), with its Content-Range.
/// Only what is not compressed is cut: of the rest a client does not know the bytes.
fn cut(mut answer: Answer, range: &str) -> (Answer, Option<String>) {
    let Some((start, end)) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return (answer, None);
    };
    let length = answer.body.len();
    let bounds = match (start.parse::<usize>(), end.parse::<usize>()) {
        (Ok(start), Ok(end)) if start <= end => (start, end.saturating_add(1).min(length)),
        (Ok(start), Err(_)) if end.is_empty() => (start, length),
        (Err(_), Ok(last)) if start.is_empty() => (length.saturating_sub(last), length),
        // Several ranges, or none that can be read: the whole is an answer as well.
        _ => return (answer, None),
    };
    if answer.status != 200 {
        return (answer, None);
    }
    if bounds.0 >= bounds.1 {
        answer.body.clear();
        return (Answer { status: 416, ..answer }, Some(format!("bytes */{length}")));
    }
    answer.body.truncate(bounds.1);
    answer.body.drain(..bounds.0);
    (Answer { status: 206, ..answer }, Some(format!("bytes {}-{}/{length}", bounds.0, bounds.1 - 1)))
}

impl Site {
    /// What the site answers to a request for `url`, a path with or without a query.
    pub(crate) fn answer(&self, url: &str) -> Answer {
        let (path, query) = url.split_once('?').map_or((url, None), |(path, query)| (path, Some(query)));
        let Some(below) = path.strip_prefix(self.base.as_str()) else { return self.missing() };
        if below.is_empty() {
            return moved(path, query);
        }
        let Some(file) = below.strip_prefix('/').and_then(decode).and_then(|name| self.file(&name)) else {
            return self.missing();
        };
        if file.is_dir() {
            return if path.ends_with('/') { self.read(&file.join("index.html"), 200) } else { moved(path, query) };
        }
        self.read(&file, 200)
    }

    /// The file of that name, if the name leads nowhere outside of the folder.
    fn file(&self, name: &str) -> Option<PathBuf> {
        let inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        inside.then(|| self.folder.join(name))
    }

    fn read(&self, file: &Path, status: u16) -> Answer {
        match std::fs::read(file) {
            Ok(body) => Answer { status, kind: kind(file), body, location: None },
            Err(_) if status == 200 => self.missing(),
            Err(_) => Answer { status, kind: "text/plain; charset=utf-8", body: b"Not found".to_vec(), location: None },
        }
    }

    fn missing(&self) -> Answer {
        self.read(&self.folder.join("404.html"), 404)
    }
}

fn moved(path: &str, query: Option<&str>) -> Answer {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    Answer {
        status: 301,
        kind: "text/plain; charset=utf-8",
        body: Vec::new(),
        location: Some(format!("{path}/{query}")),
    }
}

/// Undoes percent-encoding; nothing where the result is not UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = (first == b'%').then(|| tail.get(..2)).flatten().and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).ok()
}

/// The media type of a file, by the end of its name.
pub(crate) fn kind(file: &Path) -> &'static str {
    let end = file.extension().map(|end| end.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    match end.as_str() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "xml" => "application/xml",
        "txt" | "md" | "bib" | "ris" | "toml" | "tsv" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// Whether GitHub Pages compresses what is of this media type.
pub(crate) fn is_compressed(kind: &str) -> bool {
    kind.starts_with("text/")
        || matches!(
            kind,
            "application/json" | "application/manifest+json" | "application/wasm" | "application/xml" | "image/svg+xml"
        )
}

/// The gzip form of `bytes`.
pub(crate) fn gzipped(bytes: &[u8], level: Compression) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
