//! `cargo xtask bench search`: our search beside its peers on the same documents and queries, in one Chromium.
//!
//! Corpora of 1,000 and 10,000 documents are generated. `--collection DIR` adds one with judged questions: a folder with
//! `documents.jsonl`, `queries.tsv` and `qrels.txt`. `--large` adds 100,000 documents, for our engine alone: peers that
//! load their index whole do not come that far.
//!
//! `--data DIR` takes all collections of a folder, or of the folder `search` in it, and nothing generated: ours beside the
//! engines that rank best, those that are libraries of Python among them, and what typing errors cost ours. It ends within
//! fifteen minutes on two idle cores.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use lexopt::prelude::*;

use super::Bench;
use crate::browser::{self, Browser};
use crate::place::{Place, cargo};
use crate::process::{self, run as run_command};
use crate::tools;

/// See [`run`].
pub(crate) const BENCH: Bench = Bench {
    name: "search",
    about: "ranking, bytes, round trips and times beside other engines; --data, --collection, --large",
    run,
};

/// Sizes of the generated corpora, in documents.
const GENERATED: [u32; 2] = [1_000, 10_000];

/// The size of the corpus that only our engine is measured on.
const LARGE: u32 = 100_000;

/// Makes the indexes, and has the browser measure them.
fn run(place: &Place, mut arguments: lexopt::Parser) -> Result<()> {
    let (mut collections, mut large, mut data) = (Vec::new(), false, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("collection") => collections.push(std::path::absolute(PathBuf::from(arguments.value()?))?),
            Long("data") => {
                data = true;
                collections.extend(collections_in(&std::path::absolute(PathBuf::from(arguments.value()?))?)?);
            }
            Long("large") => large = true,
            other => return Err(other.unexpected().into()),
        }
    }
    let here = place.root.join("crates/xtask/src/bench/search");
    let out = place.target.join("bench-search");
    let browser = Browser::get(place)?;
    let peers = browser::packages(place, &here, &out.join("peers"))?;
    let site = out.join("site");
    std::fs::create_dir_all(&site).with_context(|| site.display().to_string())?;
    engine(place, &here, &site)?;
    let mut names = Vec::new();
    for collection in &collections {
        let name = collection.file_name().context("a collection is a folder")?.to_string_lossy().into_owned();
        let folder = site.join(&name);
        std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        for file in ["documents.jsonl", "queries.tsv", "qrels.txt"] {
            let bytes =
                std::fs::read(collection.join(file)).with_context(|| collection.join(file).display().to_string())?;
            std::fs::write(folder.join(file), bytes).with_context(|| folder.join(file).display().to_string())?;
        }
        index(place, &folder.join("documents.jsonl").to_string_lossy(), &folder)?;
        names.push(name);
    }
    let generated = if data { &[][..] } else { &GENERATED[..] };
    for documents in generated.iter().copied().chain(large.then_some(LARGE)) {
        let name = format!("generated-{documents}");
        index(place, &documents.to_string(), &site.join(&name))?;
        names.push(name);
    }
    let peerless = if large { names.pop().unwrap_or_default() } else { String::new() };
    if data && let Err(error) = python(place, &here, &site, &names) {
        eprintln!("without bm25s and Tantivy, which need Python 3 and its packages: {error:#}");
    }
    let mut node = browser.node(place, &site)?;
    node.env("CROSSREAD_RANKERS", if data { "yes" } else { "" });
    node.env("CROSSREAD_PEERS", peers).env("CROSSREAD_CORPORA", names.join(",")).env("CROSSREAD_PEERLESS", peerless);
    process::run(node.arg("--max-old-space-size=12000").arg(here.join("bench.mjs")))
}

/// The collections of a folder, or of the folder `search` in it.
fn collections_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let below = folder.join("search");
    let folder = if below.is_dir() { below } else { folder.to_owned() };
    let read = std::fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
    let mut found: Vec<PathBuf> = read.flatten().map(|entry| entry.path()).collect();
    found.retain(|path| path.join("qrels.txt").is_file());
    found.sort();
    anyhow::ensure!(!found.is_empty(), "{}: no collection in it", folder.display());
    Ok(found)
}

/// Ranks by the engines that are libraries of Python, in an environment of their own.
fn python(place: &Place, here: &Path, site: &Path, names: &[String]) -> Result<()> {
    let own = place.target.join("bench-search/python");
    let programs = own.join(if cfg!(windows) { "Scripts" } else { "bin" });
    if !programs.join("pip").exists() {
        run_command(Command::new("python3").args(["-m", "venv"]).arg(&own))?;
    }
    let packages = here.join("requirements.txt");
    run_command(
        Command::new(programs.join("pip")).args(["install", "--quiet", "--only-binary=:all:", "-r"]).arg(packages),
    )?;
    let folders = names.iter().map(|name| site.join(name));
    run_command(Command::new(programs.join("python")).arg(here.join("peers.py")).args(folders))
}

/// Our engine as a bare module of WebAssembly, built and shrunk as the viewer is.
fn engine(place: &Place, here: &Path, site: &Path) -> Result<()> {
    let target = place.target.join("bench-search/engine");
    run_command(
        Command::new(cargo())
            .args(["build", "--release", "--locked", "--target", "wasm32-unknown-unknown", "--manifest-path"])
            .arg(here.join("engine/Cargo.toml"))
            .env("CARGO_TARGET_DIR", &target),
    )?;
    let built = target.join("wasm32-unknown-unknown/release/crossread_search_engine.wasm");
    let shrunk = site.join("crossread.wasm");
    match tools::shrinker(place) {
        Some(wasm_opt) => {
            run_command(Command::new(wasm_opt).args(["-Oz", "--all-features"]).arg(&built).arg("-o").arg(shrunk))
        }
        None => std::fs::copy(&built, shrunk).context("crossread.wasm").map(drop),
    }
}

/// Indexes a corpus, generated or read, into a folder, with the figures of doing so.
fn index(place: &Place, corpus: &str, folder: &Path) -> Result<()> {
    // The names of an index's files change with it: what another build left would be counted.
    let index = folder.join("crossread");
    if index.exists() {
        std::fs::remove_dir_all(&index).with_context(|| index.display().to_string())?;
    }
    let arguments = ["run", "--quiet", "--profile", "native", "--package", "crossread-search", "--example", "figures"];
    let mut figures = process::cargo_in(place, &arguments);
    let (succeeded, said) = process::run_and_read(figures.args(["--", corpus, "--files"]).arg(folder))?;
    anyhow::ensure!(succeeded, "the index of {corpus} could not be made");
    std::fs::write(folder.join("figures.json"), said).context("figures.json")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use anyhow::{Context, Result};

    /// The packages of a Cargo.lock, each with the names of what it asks for.
    fn locked(file: &Path) -> Result<BTreeMap<(String, String), BTreeSet<String>>> {
        let text = std::fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let lock: toml::Table = text.parse().with_context(|| file.display().to_string())?;
        let packages = lock.get("package").and_then(toml::Value::as_array).context("a Cargo.lock without packages")?;
        let field = |package: &toml::Value, key: &str| {
            package.get(key).and_then(toml::Value::as_str).map(str::to_owned).context("a package without a name")
        };
        let asked = |package: &toml::Value| {
            let list = package.get("dependencies").and_then(toml::Value::as_array).into_iter().flatten();
            list.filter_map(|name| Some(name.as_str()?.split(' ').next()?.to_owned())).collect()
        };
        packages
            .iter()
            .map(|package| Ok(((field(package, "name")?, field(package, "version")?), asked(package))))
            .collect()
    }

    /// What a crate of the workspace asks for when somebody else is built of it.
    fn asked_of(manifest: &Path) -> Result<BTreeSet<String>> {
        let text = std::fs::read_to_string(manifest).with_context(|| manifest.display().to_string())?;
        let manifest: toml::Table = text.parse()?;
        let dependencies = manifest.get("dependencies").and_then(toml::Value::as_table).context("no dependencies")?;
        let needed = dependencies.iter().filter(|(_, how)| how.get("optional").is_none());
        Ok(needed.map(|(name, _)| if name == "model" { "crossread-model".into() } else { name.clone() }).collect())
    }

    /// The engine is no member of the workspace, so that nothing else says when its Cargo.lock no longer fits: it is built
    /// with `--locked`, and must be made of what the viewer is made of.
    #[test]
    fn the_engine_s_lock_file_fits_the_workspace() -> Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let whole = locked(&root.join("Cargo.lock"))?;
        let engine = locked(&root.join("crates/xtask/src/bench/search/engine/Cargo.lock"))?;
        for (package, asked) in &engine {
            let Some(name) = package.0.strip_prefix("crossread-") else {
                assert!(whole.contains_key(package), "{package:?} is another than the workspace's");
                continue;
            };
            if name != "search-engine" {
                assert_eq!(*asked, asked_of(&root.join("crates").join(name).join("Cargo.toml"))?, "{package:?}");
            }
        }
        Ok(())
    }
}
