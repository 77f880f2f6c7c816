//! `cargo xtask bench sizes`: what a visitor downloads, in exact gzip bytes, beside the budgets.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;

use super::Bench;
use crate::place::Place;
use crate::server::{gzipped, is_compressed, kind};
use crate::shell;

/// See [`run`].
pub(crate) const BENCH: Bench = Bench { name: "sizes", about: "gzip bytes of the viewer against the budgets", run };

/// The budgets: what is added up, by the end of the files' names in the shell, and its limit in KiB.
const BUDGETS: &[(&str, &str, u64)] = &[("wasm", ".wasm", 200), ("JS", ".js", 12), ("CSS", ".css", 20)];

/// Prints a table, and fails where a budget is exceeded.
fn run(place: &Place, mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    shell::bring_up_to_date(place)?;
    let files = files(&place.shell())?;
    println!("{:6} {:>10} {:>10} {:>10}", "", "bytes", "gzip", "limit");
    let mut exceeded = Vec::new();
    for &(name, end, limit) in BUDGETS {
        let chosen: Vec<&PathBuf> = files.iter().filter(|file| file.to_string_lossy().ends_with(end)).collect();
        let sizes = chosen.iter().map(|file| size(file)).collect::<Result<Vec<_>>>()?;
        let (plain, sent) = sizes.iter().fold((0, 0), |sum, size| (sum.0 + size.0, sum.1 + size.1));
        println!("{name:6} {plain:>10} {sent:>10} {:>10}", limit * 1024);
        if sent > limit * 1024 {
            exceeded.push(name);
        }
    }
    if exceeded.is_empty() { Ok(()) } else { bail!("over budget: {}", exceeded.join(", ")) }
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
