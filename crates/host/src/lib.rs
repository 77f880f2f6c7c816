//! A static server on this machine that answers as GitHub Pages does: an index.html for each folder, a missing slash
//! added, 404.html for the rest, gzip for text and WebAssembly, ranges of what is not compressed, and all of it below a path
//! if so wished.

use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use flate2::{Compression, write::GzEncoder};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;

/// Text shorter than this is sent as it is.
const WORTH_COMPRESSING: usize = 512;

/// A folder served under a path.
#[derive(Clone, Debug)]
pub struct Site {
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

/// Serves `site` on 127.0.0.1 from a thread of its own; returns the address to open. Port 0 is any that is free.
///
/// # Errors
/// The port can't be used.
pub fn start(site: Site, port: u16) -> io::Result<String> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", port))?;
    listener.set_nonblocking(true)?;
    let address = format!("http://{}{}/", listener.local_addr()?, site.base);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    std::thread::spawn(move || runtime.block_on(serve(listener, Arc::new(site))));
    Ok(address)
}

/// Serves `site` on the port that is asked for, or else on the first free one of a few that are easily remembered.
///
/// # Errors
/// As [`start`].
pub fn listen(site: &Site, port: Option<u16>) -> io::Result<String> {
    match port {
        Some(port) => start(site.clone(), port),
        None => (8080..8090).find_map(|port| start(site.clone(), port).ok()).map_or_else(|| start(site.clone(), 0), Ok),
    }
}

/// Answers whoever comes, for as long as the program runs.
async fn serve(listener: std::net::TcpListener, site: Arc<Site>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
    loop {
        // A visitor who has gone again is no error.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let site = Arc::clone(&site);
        let answer = service_fn(move |request: Request<Incoming>| {
            let site = Arc::clone(&site);
            // Reading and compressing must not hold up the others.
            async move { tokio::task::spawn_blocking(move || respond(&request, &site)).await }
        });
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), answer);
        // Nor is one who leaves before the end.
        tokio::spawn(async move { connection.await.unwrap_or_default() });
    }
}

fn respond(request: &Request<Incoming>, site: &Site) -> Response<Full<Bytes>> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return response(Response::builder().status(405), Vec::new());
    }
    // A page of somebody else's, whose host's name has come to mean this machine, must not read the site.
    let host = request.headers().get("Host").and_then(|value| value.to_str().ok());
    if !host.is_some_and(is_this_machine) {
        return response(
            Response::builder().status(421),
            b"This server answers to 127.0.0.1 and localhost.\n".to_vec(),
        );
    }
    let asked = |name: &str| {
        let header = request.headers().get(name).and_then(|value| value.to_str().ok());
        header.unwrap_or_default().to_ascii_lowercase()
    };
    let url = request.uri().path_and_query().map_or("/", |url| url.as_str());
    let answer = site.answer(url);
    let compressible = is_compressed(answer.kind);
    let (answer, part) = if compressible { (answer, None) } else { cut(answer, &asked("Range")) };
    let wanted = compressible && answer.body.len() >= WORTH_COMPRESSING && asked("Accept-Encoding").contains("gzip");
    let packed = wanted.then(|| gzipped(&answer.body, Compression::default()).ok()).flatten();
    let headers = [
        ("Content-Type", Some(answer.kind)),
        ("Content-Encoding", packed.is_some().then_some("gzip")),
        ("Accept-Ranges", (!compressible).then_some("bytes")),
        ("Content-Range", part.as_deref()),
        ("Vary", Some("Accept-Encoding")),
        // What is being worked on must not come from yesterday's cache.
        ("Cache-Control", Some("no-cache")),
        ("Location", answer.location.as_deref()),
    ];
    let mut head = Response::builder().status(answer.status);
    for (name, value) in headers {
        if let Some(value) = value {
            head = head.header(name, value);
        }
    }
    response(head, packed.unwrap_or(answer.body))
}

/// An answer; its length is sent with it, so that a cut connection can be told from the end.
fn response(head: hyper::http::response::Builder, body: Vec<u8>) -> Response<Full<Bytes>> {
    // A place to go to that can't be written into a header is the one thing that can be wrong.
    head.body(Full::from(body)).unwrap_or_else(|_| {
        let mut wrong = Response::new(Full::default());
        *wrong.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        wrong
    })
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
        let inside = || io::Result::Ok(file.canonicalize()?.starts_with(self.folder.canonicalize()?));
        let read = inside().and_then(|inside| match inside {
            true => std::fs::read(file),
            // A link that leads out of the folder.
            false => Err(io::ErrorKind::NotFound.into()),
        });
        match read {
            Ok(body) => Answer { status, kind: kind(file), body, location: None },
            Err(_) if status == 200 => self.missing(),
            Err(_) => Answer { status, kind: "text/plain; charset=utf-8", body: b"Not found".to_vec(), location: None },
        }
    }

    fn missing(&self) -> Answer {
        self.read(&self.folder.join("404.html"), 404)
    }
}

/// Whether a request is for this machine by a name of its own, with or without a port.
fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    matches!(name.to_ascii_lowercase().as_str(), "127.0.0.1" | "localhost" | "[::1]")
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
pub fn kind(file: &Path) -> &'static str {
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
pub fn is_compressed(kind: &str) -> bool {
    kind.starts_with("text/")
        || matches!(
            kind,
            "application/json" | "application/manifest+json" | "application/wasm" | "application/xml" | "image/svg+xml"
        )
}

/// The gzip form of `bytes`.
///
/// # Errors
/// None that bytes in memory can cause.
pub fn gzipped(bytes: &[u8], level: Compression) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes)?;
    encoder.finish()
}

#[cfg(test)]
mod tests;
