//! `cargo xtask bench sizes`: what a visitor downloads, in exact bytes, beside the budgets: gzip at level 9 for what
//! GitHub Pages compresses, and as it is for the rest.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;

use super::Bench;
use crate::place::{Place, Profile};
use crate::site::{self, Order};
use host::{gzipped, is_compressed, kind};

/// See [`run`].
pub(crate) const BENCH: Bench =
    Bench { name: "sizes", about: "bytes of the viewer and of a first search against the budgets", run };

/// The budgets of the viewer: what is added up, by the end of the files' names in the shell, and its limit in KiB.
const VIEWER: &[(&str, &str, u64)] =
    &[("viewer, wasm", ".wasm", 200), ("viewer, JS", ".js", 12), ("viewer, CSS", ".css", 20)];

/// What comes when it is needed, and has no budget of its own: what its files' names begin with, and what it is.
const HELPERS: [(&str, &str, Option<u64>); 5] = [
    ("crossread-engine", "search engine, wasm and JS", None),
    ("crossread-pages", "drawing of pages, wasm and JS", None),
    ("crossread-maker", "files of a large corpus in one file, wasm and JS", None),
    ("crossread-desk", "desk, wasm and JS", Some(1536)),
    ("crossread-formats", "formats, wasm and JS", None),
];

/// What only the page of the desk loads, and what comes when a picture is asked for.
const DESK_PAGE: [&str; 2] = ["desk-", "crossread-offline-"];
const PICTURE: &str = "picture-";

/// The limit of the corpus that ships in one file, in KiB, as it lies on a disk.
const ONE_FILE: u64 = 1228;

/// The budget of the data that is fetched before the first result of a search, for a corpus that one file holds.
const FIRST_RESULT: u64 = 10;

/// One line of the table.
struct Row {
    name: &'static str,
    /// Bytes on the disk.
    plain: u64,
    /// Bytes that are sent.
    sent: u64,
    /// The budget in bytes, where there is one.
    limit: Option<u64>,
}

/// Prints a table, and fails where a budget is exceeded. Larger corpora are measured by `bench search`.
fn run(place: &Place, mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let order = Order { corpus: place.root.join("seeds"), out: place.target.join("site"), url: None };
    site::bring_up_to_date(place, &order)?;
    let shell = files(&place.shell())?;
    let mut rows = Vec::new();
    let is_of = |file: &Path, name: &str| file.file_name().is_some_and(|f| f.to_string_lossy().starts_with(name));
    let (helpers, viewer): (Vec<_>, Vec<_>) = shell.iter().partition(|file| {
        HELPERS.iter().any(|&(helper, ..)| is_of(file, helper))
            || DESK_PAGE.iter().chain([&PICTURE]).any(|name| is_of(file, name))
    });
    for &(name, end, limit) in VIEWER {
        let of_kind = viewer.iter().copied().filter(|file| file.to_string_lossy().ends_with(end));
        rows.push(row(name, of_kind, Some(limit))?);
    }
    for (helper, name, limit) in HELPERS {
        rows.push(row(name, helpers.iter().copied().filter(|file| is_of(file, helper)), limit)?);
    }
    let of_desk = |file: &&PathBuf| DESK_PAGE.iter().any(|own| is_of(file, own));
    rows.push(row("the desk’s page, JS and CSS", helpers.iter().copied().filter(of_desk), None)?);
    rows.push(row("pictures, JS", helpers.iter().copied().filter(|file| is_of(file, PICTURE)), None)?);
    let single = place.target.join("bench/single.html");
    site::write_single(place, &order.corpus, &single, &site::command(place, Profile::Native)?)?;
    let bytes = std::fs::metadata(&single).with_context(|| single.display().to_string())?.len();
    rows.push(Row { name: "one file, as it lies", plain: bytes, sent: bytes, limit: Some(ONE_FILE * 1024) });
    rows.push(row("data before a first result", &before_first_result(&order.out)?, Some(FIRST_RESULT))?);

    println!("{:30} {:>10} {:>10} {:>10}", "", "bytes", "sent", "limit");
    for Row { name, plain, sent, limit } in &rows {
        let limit = limit.map_or_else(|| "none".to_owned(), |limit| limit.to_string());
        println!("{name:30} {plain:>10} {sent:>10} {limit:>10}");
    }
    let over = rows.iter().filter(|row| row.limit.is_some_and(|limit| row.sent > limit));
    let over: Vec<&str> = over.map(|row| row.name).collect();
    if over.is_empty() { Ok(()) } else { bail!("over budget: {}", over.join(", ")) }
}

fn row<'a>(name: &'static str, files: impl IntoIterator<Item = &'a PathBuf>, limit: Option<u64>) -> Result<Row> {
    let sizes = files.into_iter().map(|file| size(file)).collect::<Result<Vec<_>>>()?;
    let (plain, sent) = sizes.iter().fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1));
    Ok(Row { name, plain, sent, limit: limit.map(|limit| limit * 1024) })
}

/// The manifest, and the file that it says a search begins with.
fn before_first_result(site: &Path) -> Result<[PathBuf; 2]> {
    let path = site.join("data/manifest.json");
    let manifest: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).context("data/manifest.json")?)?;
    let name = |key: &str| manifest[key].as_str().with_context(|| format!("data/manifest.json has no {key}"));
    let entry = site.join("data").join(name("build")?).join("search").join(name("search")?);
    Ok([path, entry])
}

/// The length of a file, and the bytes that are sent for it.
fn size(file: &Path) -> Result<(u64, u64)> {
    let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
    let plain = bytes.len() as u64;
    let sent = if is_compressed(kind(file)) { gzipped(&bytes, Compression::best())?.len() as u64 } else { plain };
    Ok((plain, sent))
}

/// The files at or below a folder, sorted.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}
