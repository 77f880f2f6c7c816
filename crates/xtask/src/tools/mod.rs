//! The tools that bundle the viewer, at pinned versions, below `target/tools`: a released binary where one can be had
//! for this machine and has the digest that is written here, else compiled.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::place::{Place, cargo};
use crate::process::{answer, path_with};

mod compiled;
mod npm;
mod released;

/// The last Trunk that this toolchain's compiler builds.
const TRUNK: &str = "0.21.14";

/// The wasm-bindgen whose released binaries have their digests here: that of Cargo.lock, or the binary is not taken.
const WASM_BINDGEN: &str = "0.2.105";

/// Binaryen, which `wasm-opt` comes with; Trunk.toml names the same version for Trunk's own download.
const BINARYEN: &str = "123";

/// A program that the viewer is bundled with.
struct Tool {
    /// Its package, as it is called where it is released or compiled.
    package: &'static str,
    /// The command.
    program: &'static str,
    version: String,
    /// What it is for.
    why: &'static str,
    /// Which word of its answer to `--version` is the version.
    word: usize,
}

impl Tool {
    /// Whether this file is the tool, at its version, and runs on this machine.
    fn is(&self, file: &Path) -> bool {
        let said = answer(file, "--version");
        said.is_some_and(|line| line.split_whitespace().nth(self.word) == Some(self.version.as_str()))
    }
}

/// Where the tools are, once they are there.
pub(crate) struct Tools {
    /// What joins WebAssembly to the page's scripts.
    pub bindgen: PathBuf,
    /// What shrinks it, where it can be had; without it the viewer is left larger.
    pub wasm_opt: Option<PathBuf>,
}

impl Tools {
    /// Gets what is missing, saying what and why.
    pub(crate) fn get(place: &Place) -> Result<Self> {
        let bindgen = bindgen_of(place)?;
        let got = compiled::own_there(place, &bindgen).or_else(|| released::get(place, &bindgen));
        let bindgen = got.map_or_else(|| compiled::own(place, &bindgen), Ok)?;
        let wasm_opt = shrinker(place);
        if wasm_opt.is_none() {
            eprintln!("wasm-opt can't be had: the viewer works, but is larger; install npm to get it");
        }
        Ok(Self { bindgen, wasm_opt })
    }

    /// The versions, so that another tool makes another shell.
    pub(crate) fn versions(place: &Place) -> Result<String> {
        let version = bindgen_of(place)?.version;
        Ok(format!("wasm-bindgen {version}, binaryen {BINARYEN} {}", shrinker_there(place).is_some()))
    }

    /// PATH for Trunk, which looks there for these and for cargo before it downloads them.
    pub(crate) fn path(&self, trunk: &Path) -> Result<std::ffi::OsString> {
        let cargo = PathBuf::from(cargo());
        let programs = [Some(trunk), Some(&self.bindgen), self.wasm_opt.as_deref(), Some(&cargo)];
        path_with(&programs.into_iter().flatten().filter_map(Path::parent).collect::<Vec<_>>())
    }

    /// What is still to be got, each with the time that it takes where it has to be compiled: for the list of steps.
    pub(crate) fn missing(place: &Place, for_trunk: bool) -> Result<Vec<&'static str>> {
        let mut missing = Vec::new();
        let bindgen = bindgen_of(place)?;
        if compiled::own_there(place, &bindgen).or_else(|| released::there(place, &bindgen)).is_none() {
            missing.push("wasm-bindgen, which joins the viewer to the page: seconds as a binary, else some 15 seconds");
        }
        let trunk = trunk_of();
        if for_trunk && compiled::there(place, &trunk).or_else(|| released::there(place, &trunk)).is_none() {
            missing.push(
                "Trunk, which has to bundle the same viewer: seconds as a binary, else compiled in some 4 minutes",
            );
        }
        Ok(missing)
    }
}

/// Trunk, which the tests hold what is made here against.
pub(crate) fn trunk(place: &Place) -> Result<PathBuf> {
    let trunk = trunk_of();
    // What has been compiled once is not asked for again.
    let got = compiled::there(place, &trunk).or_else(|| released::get(place, &trunk));
    got.map_or_else(|| compiled::get(place, &trunk, &["--no-default-features"]), Ok)
}

fn trunk_of() -> Tool {
    let why = "it has to bundle the same viewer";
    Tool { package: "trunk", program: "trunk", version: TRUNK.to_owned(), why, word: 1 }
}

fn bindgen_of(place: &Place) -> Result<Tool> {
    let (version, why) = (locked_version(place, "wasm-bindgen")?, "it joins WebAssembly to the page");
    Ok(Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version, why, word: 1 })
}

/// The wasm-opt that shrinks the viewer, where it can be had: released for this machine, or from npm.
pub(crate) fn shrinker(place: &Place) -> Option<PathBuf> {
    let tool = shrinker_of();
    shrinker_there(place).or_else(|| released::get(place, &tool)).or_else(|| npm::get(place, &tool))
}

/// The wasm-opt that was got earlier.
fn shrinker_there(place: &Place) -> Option<PathBuf> {
    let tool = shrinker_of();
    released::there(place, &tool).or_else(|| npm::there(place, &tool))
}

fn shrinker_of() -> Tool {
    let why = "its wasm-opt makes the viewer smaller";
    Tool { package: "binaryen", program: "wasm-opt", version: BINARYEN.to_owned(), why, word: 2 }
}

/// The version of a package in Cargo.lock: wasm-bindgen's command must match its library exactly.
fn locked_version(place: &Place, package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(place.root.join("Cargo.lock")).context("Cargo.lock")?;
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next().and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).with_context(|| format!("Cargo.lock has no {package}"))
}
