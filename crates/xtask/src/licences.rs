//! The licences of what a site is made of: every crate within the viewer and its helpers, the faces, the lists of words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::place::Place;
use crate::process::cargo_in;

/// Where the shell has them; the page about the site links to it.
const FILE: &str = "licences.txt";

/// What is made of others' work and is no crate: where its terms lie, and what it is.
const MADE: [(&str, &str); 3] = [
    ("assets/faces/OFL.txt", "The faces, cut out of Source Serif 4"),
    ("crates/search/src/text/english.txt", "The English words that the search does not correct, from SCOWL"),
    (
        "crates/relate/src/titles/sentence/transitive-licence.txt",
        "The verbs that hardly stand without an object, from WordNet",
    ),
];

/// What is compiled for the browser: a package, and the arguments that it is compiled with.
const COMPILED: [&[&str]; 2] =
    [&["--package", "crossread", "--features", "csr"], &["--package", "crossread-worker", "--features", "formats"]];

/// What is compiled for this machine.
const COMMAND: [&str; 2] = ["--package", "crossread-cli"];

/// Writes the licences into the shell.
pub(crate) fn write(place: &Place, shell: &Path) -> Result<()> {
    let written = text(place, "What this site is made of, with its licences.", &in_browser(place)?)?;
    std::fs::write(shell.join(FILE), written).context(FILE)
}

/// The licences of the command that carries the viewer.
pub(crate) fn of_command(place: &Place) -> Result<String> {
    let mut within = in_browser(place)?;
    within.extend(tree(place, &COMMAND)?);
    text(place, "What this program is made of, with its licences.", &within)
}

/// The packages, name and version, of what runs in the browser.
fn in_browser(place: &Place) -> Result<BTreeSet<(String, String)>> {
    let mut within = BTreeSet::new();
    for package in COMPILED {
        within.extend(tree(place, &[package, &["--target", "wasm32-unknown-unknown"]].concat())?);
    }
    Ok(within)
}

/// The packages that one is compiled with.
fn tree(place: &Place, package: &[&str]) -> Result<BTreeSet<(String, String)>> {
    let tree = ["tree", "--locked", "--edges", "normal", "--prefix", "none"];
    let said = read(place, &[&tree[..], package, &["--format", "{p}"]].concat())?;
    Ok(said.lines().filter_map(named).collect())
}

/// The licences of packages, and of what is no package.
fn text(place: &Place, title: &str, within: &BTreeSet<(String, String)>) -> Result<String> {
    let metadata = read(place, &["metadata", "--locked", "--format-version", "1"])?;
    let metadata: Value = serde_json::from_str(&metadata).context("what cargo metadata says")?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    // Who shares a text is named above it once.
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in packages {
        let text = |key: &str| package[key].as_str().unwrap_or_default();
        let name = (text("name").to_owned(), text("version").to_owned());
        // Without a source it is the project's own.
        if !within.contains(&name) || package["source"].is_null() {
            continue;
        }
        let folder = Path::new(text("manifest_path")).parent().context("a package without a folder")?;
        let of = format!("{} {} ({}) {}", name.0, name.1, text("license"), text("repository"));
        let found = in_folder(folder)?;
        if found.is_empty() && text("license").is_empty() {
            bail!("{} has no licence", name.0);
        }
        for text in if found.is_empty() { vec![String::new()] } else { found } {
            texts.entry(text).or_default().insert(of.clone());
        }
    }
    for (file, what) in MADE {
        let terms = std::fs::read_to_string(place.root.join(file)).context(file)?;
        texts.entry(terms.trim().to_owned()).or_default().insert(what.to_owned());
    }
    let mut written = format!("{title}\n");
    for (text, of) in texts {
        let of: Vec<String> = of.into_iter().collect();
        written.push_str(&format!("\n{}\n{}\n\n{text}\n", "-".repeat(72), of.join("\n")));
    }
    Ok(written)
}

/// Name and version in a line such as `leptos v0.8.14 (*)`.
fn named(line: &str) -> Option<(String, String)> {
    let mut words = line.split_whitespace();
    Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
}

/// The texts of the licences that lie in a package's folder.
fn in_folder(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())?.flatten() {
        let name = entry.file_name().to_string_lossy().to_uppercase();
        let is_one = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"].iter().any(|word| name.starts_with(word));
        if is_one && entry.path().is_file() {
            texts.push(String::from_utf8_lossy(&std::fs::read(entry.path())?).trim().replace("\r\n", "\n"));
        }
    }
    texts.sort();
    Ok(texts)
}

fn read(place: &Place, arguments: &[&str]) -> Result<String> {
    let output = cargo_in(place, arguments).output().context("cargo could not be run")?;
    if !output.status.success() {
        bail!("cargo {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_tree_name_packages() {
        let leptos = ("leptos".to_owned(), "0.8.14".to_owned());
        assert_eq!(named("leptos v0.8.14 (*)"), Some(leptos.clone()));
        assert_eq!(named("leptos v0.8.14"), Some(leptos));
        assert_eq!(named(""), None);
    }

    #[test]
    fn licences_are_found_whatever_they_are_called() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in
            [("LICENSE-MIT", "mit\r\n"), ("Copying", "copy"), ("README.md", "read"), ("licence.txt", "l")]
        {
            std::fs::write(folder.path().join(name), text).expect("a file");
        }
        assert_eq!(in_folder(folder.path()).expect("texts"), ["copy", "l", "mit"]);
    }
}
