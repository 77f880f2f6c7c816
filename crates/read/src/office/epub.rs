//! EPUB: each chapter of the reading order a report, since a book of reports is what people hold.

use std::collections::{HashMap, HashSet};

use crate::blocks;
use crate::found::{Fact, Format, Found, fact, names};
use crate::page::flatten;
use crate::reader::Parts;
use crate::trouble::Unread;
use crate::xml::{all, first, text_of};
use crate::{decode, pack, xml};

/// The chapters of a book.
///
/// # Errors
/// It is broken.
pub(crate) fn read(bytes: &[u8]) -> Parts {
    let broken = |what: &str| Unread::Broken("EPUB", what.to_owned());
    let mut archive = pack::open(bytes)?;
    let container =
        pack::member(&mut archive, "META-INF/container.xml")?.ok_or_else(|| broken("it has no container"))?;
    let text = xml::text(&container);
    let tree = xml::parse(&text, "EPUB")?;
    let package = first(tree.root(), "rootfile")
        .and_then(|node| node.attribute("full-path"))
        .ok_or_else(|| broken("it names no package"))?;
    let opf = pack::member(&mut archive, package)?.ok_or_else(|| broken("its package is missing"))?;
    let text = xml::text(&opf);
    let tree = xml::parse(&text, "EPUB")?;
    let root = tree.root();
    let field = |name: &str| first(root, name).map(text_of).filter(|text| !text.is_empty());
    let book = field("title");
    let folder = package.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    let items: HashMap<&str, &str> =
        all(root, "item").filter_map(|item| Some((item.attribute("id")?, item.attribute("href")?))).collect();
    // Each file once, however often the order of reading names it.
    let mut chapters: Vec<String> = Vec::new();
    let mut seen = HashSet::new();
    for href in all(root, "itemref").filter_map(|item| items.get(item.attribute("idref")?)) {
        let path = format!("{folder}{}", percent(href));
        if chapters.len() < 5_000 && seen.insert(path.clone()) {
            chapters.push(path);
        }
    }
    let mut parts = Vec::new();
    let mut unpacked = 0usize;
    for path in &chapters {
        let Some(bytes) = pack::member(&mut archive, path)? else { continue };
        unpacked += bytes.len();
        if unpacked > crate::limits::FILE {
            return Err(Unread::TooMuch("unpacks to more than a book can hold".to_owned()));
        }
        let html = decode::text(&bytes, decode::label(&bytes).as_deref()).text;
        let mut blocks = flatten::blocks(&html);
        blocks.retain(|block| block.kind != blocks::Kind::Caption);
        let mut found = Found::new(Format::Epub, "");
        if blocks.first().is_some_and(|block| block.kind == blocks::Kind::Heading) {
            found.title = fact("heading", Some(blocks.remove(0).text));
        }
        found.text = blocks::text(&blocks);
        if found.words() < 40 {
            // Covers, half titles, empty pages.
            continue;
        }
        found.title = found.title.or_else(|| fact("title of the book", book.clone()));
        found.outlet = fact("publisher", field("publisher"));
        found.authors = names("creator", field("creator").into_iter().collect());
        found.published =
            field("date").and_then(|date| crate::dates::day(&date)).map(|when| Fact::field("date of the book", when));
        found.language = field("language").map(|tag| tag.to_lowercase());
        parts.push((format!("chapter {}", parts.len() + 1), found));
    }
    Ok(parts)
}

/// An address within the book with its `%20` spelled out.
fn percent(href: &str) -> String {
    let bytes = href.split('#').next().unwrap_or_default().as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let code = bytes
            .get(at + 1..at + 3)
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        match code.filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}
