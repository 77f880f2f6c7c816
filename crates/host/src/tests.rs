use std::io::{Read, Write};
use std::net::TcpStream;

use tempfile::TempDir;

use super::{Answer, Site, cut, start};

/// A small site in a folder that goes with the first value.
fn site(base: &str) -> (TempDir, Site) {
    let scratch = tempfile::tempdir().expect("a folder");
    let folder = scratch.path().to_owned();
    std::fs::create_dir_all(folder.join("claims/a b")).expect("a folder");
    for (file, text) in [
        ("index.html", "start"),
        ("404.html", "nothing here"),
        ("claims/a b/index.html", "a claim"),
        ("viewer.wasm", "wasm"),
        ("data.json", &"[1] ".repeat(400)),
    ] {
        std::fs::write(folder.join(file), text).expect("a file");
    }
    (scratch, Site { folder, base: base.to_owned() })
}

fn body(answer: &Answer) -> &str {
    std::str::from_utf8(&answer.body).expect("text")
}

#[test]
fn a_folder_answers_with_its_index() {
    let (_scratch, site) = site("/some/repo");
    assert_eq!(body(&site.answer("/some/repo/")), "start");
    assert_eq!(body(&site.answer("/some/repo/?q=x")), "start");
    assert_eq!(body(&site.answer("/some/repo/claims/a%20b/")), "a claim");
}

#[test]
fn a_missing_slash_is_added_and_the_query_kept() {
    let (_scratch, site) = site("/repo");
    assert_eq!(site.answer("/repo").location.as_deref(), Some("/repo/"));
    let answer = site.answer("/repo/claims/a%20b?known=2024");
    assert_eq!((answer.status, answer.location.as_deref()), (301, Some("/repo/claims/a%20b/?known=2024")));
}

#[test]
fn the_rest_is_the_404_page_with_its_status() {
    let (_scratch, site) = site("/repo");
    for url in [
        "/",
        "/repository/",
        "/repo/no",
        "/repo/claims/",
        "/repo/../Cargo.toml",
        "/repo/%2e%2e/x",
        "/repo//etc",
        "/repo/%ff",
    ] {
        let answer = site.answer(url);
        assert_eq!((answer.status, body(&answer)), (404, "nothing here"), "{url}");
    }
}

#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let (scratch, site) = site("");
    let outside = tempfile::tempdir().expect("a folder");
    std::fs::write(outside.path().join("index.html"), "a secret").expect("a file");
    std::os::unix::fs::symlink(outside.path(), scratch.path().join("out")).expect("a link");
    std::os::unix::fs::symlink(outside.path().join("index.html"), scratch.path().join("out.html")).expect("a link");
    std::os::unix::fs::symlink("index.html", scratch.path().join("in.html")).expect("a link");
    for url in ["/out/", "/out/index.html", "/out.html", "//out.html", "/%2Fetc/hosts", "//evil.example/"] {
        assert_eq!(site.answer(url).status, 404, "{url}");
        assert_eq!(site.answer(url).location, None, "{url}");
    }
    assert_eq!(body(&site.answer("/in.html")), "start");
}

#[test]
fn only_names_of_this_machine_are_answered_to() {
    let (_scratch, site) = site("");
    let address = start(site, 0).expect("a free port");
    let at = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
    let status = |header: &str| {
        let mut stream = TcpStream::connect(&at).expect("a connection");
        write!(stream, "GET / HTTP/1.1\r\n{header}Connection: close\r\n\r\n").expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer.split(' ').nth(1).unwrap_or_default().to_owned()
    };
    for host in ["127.0.0.1", "localhost:9", "LocalHost", "[::1]:80"] {
        assert_eq!(status(&format!("Host: {host}\r\n")), "200", "{host}");
    }
    for host in ["evil.example", "127.0.0.1.evil.example:80", "localhost.evil.example", ""] {
        assert_eq!(status(&format!("Host: {host}\r\n")), "421", "{host}");
    }
    assert_eq!(status(""), "421");
}

#[test]
fn media_types_are_those_that_browsers_insist_on() {
    let (_scratch, site) = site("");
    assert_eq!(site.answer("/viewer.wasm").kind, "application/wasm");
    assert_eq!(site.answer("/data.json").kind, "application/json");
}

#[test]
fn text_is_sent_compressed_to_those_who_ask() {
    let (_scratch, site) = site("");
    let address = start(site, 0).expect("a free port");
    let host = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
    let get = |headers: &str| {
        let mut stream = TcpStream::connect(&host).expect("a connection");
        write!(stream, "GET /data.json HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n").expect("sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        answer
    };
    let (plain, packed) = (get(""), get("Accept-Encoding: br, gzip\r\n"));
    let has = |answer: &[u8], header: &str| String::from_utf8_lossy(answer).to_ascii_lowercase().contains(header);
    assert!(has(&plain, "content-length: 1600"));
    assert!(has(&packed, "content-encoding: gzip"));
    assert!(packed.len() < plain.len() / 2);
}

#[test]
fn connections_that_are_kept_hold_up_nobody() {
    let (_scratch, site) = site("");
    let address = start(site, 0).expect("a free port");
    let host = address.trim_start_matches("http://").trim_end_matches('/').to_owned();
    let mut kept = Vec::new();
    for _ in 0..40 {
        // Two at once, as a browser opens them.
        let mut pair = [0, 1].map(|_| TcpStream::connect(&host).expect("a connection"));
        for stream in &mut pair {
            stream.set_read_timeout(Some(std::time::Duration::from_secs(20))).expect("a limit");
            write!(stream, "GET /data.json HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("sent");
        }
        for stream in &mut pair {
            stream.read_exact(&mut [0; 16]).expect("an answer");
        }
        kept.push(pair);
    }
}

#[test]
fn a_range_of_bytes_can_be_had_alone() {
    let range = |asked: &str| {
        let whole = b"0123456789".to_vec();
        let (answer, part) =
            cut(Answer { status: 200, kind: "application/octet-stream", body: whole, location: None }, asked);
        (answer.status, body(&answer).to_owned(), part)
    };
    let whole = (200, "0123456789".to_owned(), None);
    assert_eq!(range("bytes=2-4"), (206, "234".to_owned(), Some("bytes 2-4/10".to_owned())));
    assert_eq!(range("bytes=8-99"), (206, "89".to_owned(), Some("bytes 8-9/10".to_owned())));
    assert_eq!(range("bytes=7-"), (206, "789".to_owned(), Some("bytes 7-9/10".to_owned())));
    assert_eq!(range("bytes=-3"), (206, "789".to_owned(), Some("bytes 7-9/10".to_owned())));
    assert_eq!(range("bytes=10-12"), (416, String::new(), Some("bytes */10".to_owned())));
    for all in ["", "bytes=4-2", "bytes=1-2,4-5", "bytes=x-y", "bytes=-", "lines=1-2"] {
        assert_eq!(range(all), whole, "{all}");
    }
}
