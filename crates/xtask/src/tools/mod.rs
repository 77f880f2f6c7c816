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
    /// Trunk itself.
    pub trunk: PathBuf,
    /// PATH for Trunk, which looks there for wasm-bindgen and wasm-opt before it downloads them.
    pub path: std::ffi::OsString,
    /// Whether a wasm-opt is at hand; without it the viewer is left larger.
    pub has_wasm_opt: bool,
    /// The versions, so that another tool makes another shell.
    pub versions: String,
}

impl Tools {
    /// Gets what is missing, saying what and why.
    pub(crate) fn get(place: &Place) -> Result<Self> {
        let version = locked_version(place, "wasm-bindgen")?;
        let versions = format!("trunk {TRUNK}, wasm-bindgen {version}, binaryen {BINARYEN}");
        let why = "it bundles the viewer for the browser";
        let trunk = Tool { package: "trunk", program: "trunk", version: TRUNK.to_owned(), why, word: 1 };
        let trunk = released_or_compiled(place, &trunk, &["--no-default-features"])?;
        let why = "it joins WebAssembly to the page";
        let bindgen = Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version, why, word: 1 };
        let bindgen = released_or_compiled(place, &bindgen, &["--bin", "wasm-bindgen"])?;
        let wasm_opt = shrinker(place);
        let versions = format!("{versions} {}", wasm_opt.is_some());
        // Cargo's own folder as well: Trunk calls `cargo`, which need not be on PATH.
        let cargo = PathBuf::from(cargo());
        let programs = [Some(&trunk), Some(&bindgen), wasm_opt.as_ref(), Some(&cargo)];
        let folders: Vec<&Path> = programs.into_iter().flatten().filter_map(|program| program.parent()).collect();
        Ok(Self { path: path_with(&folders)?, trunk, has_wasm_opt: wasm_opt.is_some(), versions })
    }

    /// What is still to be got, each with the time that it takes where it has to be compiled: for the list of steps.
    pub(crate) fn missing(place: &Place) -> Result<Vec<&'static str>> {
        let bindgen = locked_version(place, "wasm-bindgen")?;
        let of = |package, program, version| Tool { package, program, version, why: "", word: 1 };
        let trunk = of("trunk", "trunk", TRUNK.to_owned());
        let bindgen = of("wasm-bindgen-cli", "wasm-bindgen", bindgen);
        let here = |tool: &Tool| compiled::there(place, tool).or_else(|| released::there(place, tool)).is_some();
        let mut missing = Vec::new();
        if !here(&trunk) {
            missing.push("Trunk, which bundles the viewer: seconds as a binary, else compiled in some 4 minutes");
        }
        if !here(&bindgen) {
            missing.push("wasm-bindgen, which joins it to the page: seconds as a binary, else some 60 seconds");
        }
        Ok(missing)
    }
}

/// The wasm-opt that shrinks the viewer, where it can be had: released for this machine, or from npm.
pub(crate) fn shrinker(place: &Place) -> Option<PathBuf> {
    let why = "its wasm-opt makes the viewer smaller";
    let tool = Tool { package: "binaryen", program: "wasm-opt", version: BINARYEN.to_owned(), why, word: 2 };
    released::get(place, &tool).or_else(|| npm::get(place, &tool))
}

fn released_or_compiled(place: &Place, tool: &Tool, arguments: &[&str]) -> Result<PathBuf> {
    // What has been compiled once is not asked for again.
    if let Some(file) = compiled::there(place, tool) {
        return Ok(file);
    }
    match released::get(place, tool) {
        Some(file) => Ok(file),
        None => compiled::get(place, tool, arguments),
    }
}

/// The version of a package in Cargo.lock: wasm-bindgen's command must match its library exactly.
fn locked_version(place: &Place, package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(place.root.join("Cargo.lock")).context("Cargo.lock")?;
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next().and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).with_context(|| format!("Cargo.lock has no {package}"))
}
