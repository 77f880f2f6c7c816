//! The tools that bundle the viewer, at pinned versions, below `target/tools`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::place::{Place, cargo};
use crate::process::{NPM, answer, on_path, path_with, run};

/// The last Trunk that this toolchain's compiler builds.
const TRUNK: &str = "0.21.14";

/// Binaryen, which `wasm-opt` comes with; Trunk.toml names the same version for Trunk's own download.
const BINARYEN: &str = "123";

/// Where the tools are, once they are there.
pub(crate) struct Tools {
    /// Trunk itself.
    pub trunk: PathBuf,
    /// PATH for Trunk, which looks there for wasm-bindgen and wasm-opt before it downloads them.
    pub path: std::ffi::OsString,
    /// Whether a wasm-opt is at hand; without it Trunk tries to download one.
    pub has_wasm_opt: bool,
    /// The versions, so that another tool makes another shell.
    pub versions: String,
}

impl Tools {
    /// Installs what is missing, saying what and why.
    pub(crate) fn get(place: &Place) -> Result<Self> {
        let bin = place.tools().join("bin");
        let bindgen = locked_version(place, "wasm-bindgen")?;
        cargo_tool(place, "trunk", "trunk", TRUNK, "it bundles the viewer for the browser")?;
        cargo_tool(place, "wasm-bindgen-cli", "wasm-bindgen", &bindgen, "it joins WebAssembly to the page")?;
        let modules = modules(place);
        let has_wasm_opt = wasm_opt(place, &modules);
        // Cargo's own folder as well: Trunk calls `cargo`, which need not be on PATH.
        let cargo_home = Path::new(&cargo()).parent().map(Path::to_path_buf).unwrap_or_default();
        let folders = if has_wasm_opt { vec![&*bin, &*modules, &*cargo_home] } else { vec![&*bin, &*cargo_home] };
        Ok(Self {
            trunk: bin.join("trunk"),
            path: path_with(&folders)?,
            has_wasm_opt,
            versions: format!("trunk {TRUNK}, wasm-bindgen {bindgen}, binaryen {BINARYEN} {has_wasm_opt}"),
        })
    }
}

/// The wasm-opt that shrinks the viewer, where it can be had.
pub(crate) fn shrinker(place: &Place) -> Option<PathBuf> {
    let modules = modules(place);
    wasm_opt(place, &modules).then(|| modules.join("wasm-opt"))
}

/// Where npm puts the programs of what it installs.
fn modules(place: &Place) -> PathBuf {
    place.tools().join("npm").join("node_modules").join(".bin")
}

fn cargo_tool(place: &Place, package: &str, program: &str, version: &str, why: &str) -> Result<()> {
    let installed = answer(place.tools().join("bin").join(program), "--version");
    if installed.is_some_and(|line| line.split_whitespace().nth(1) == Some(version)) {
        return Ok(());
    }
    eprintln!("Installing {package} {version} below {}: {why} (once, some minutes)", place.tools().display());
    let build = place.tools().join("build");
    run(Command::new(cargo())
        .args(["install", "--locked", "--force"])
        .arg(format!("{package}@{version}"))
        .arg("--root")
        .arg(place.tools())
        .arg("--target-dir")
        .arg(&build)
        .current_dir(&place.root)
        // These tools run for seconds: time spent on optimising them is not earned back.
        .env("CARGO_PROFILE_RELEASE_LTO", "false")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"))
    .with_context(|| format!("{package} {version} could not be installed; is crates.io reachable?"))?;
    std::fs::remove_dir_all(&build).context("clearing the tools' build folder")
}

/// Gets wasm-opt from npm where npm is; whether one is there now. Elsewhere Trunk downloads its own.
fn wasm_opt(place: &Place, modules: &Path) -> bool {
    let has = |version: &str| {
        answer(modules.join("wasm-opt"), "--version")
            .is_some_and(|line| line.split_whitespace().nth(2) == Some(version))
    };
    if has(BINARYEN) {
        return true;
    }
    let Some(npm) = on_path(NPM) else { return false };
    let folder = place.tools().join("npm");
    eprintln!("Installing binaryen {BINARYEN} below {}: its wasm-opt makes the viewer smaller", folder.display());
    let installed = std::fs::create_dir_all(&folder).map_err(anyhow::Error::from).and_then(|()| {
        run(Command::new(npm)
            .args(["install", "--silent", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
            .arg(&folder)
            .arg(format!("binaryen@{BINARYEN}.0.0")))
    });
    if let Err(error) = installed {
        eprintln!("{error:#}; Trunk will try its own download");
    }
    has(BINARYEN)
}

/// The version of a package in Cargo.lock: wasm-bindgen's command must match its library exactly.
fn locked_version(place: &Place, package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(place.root.join("Cargo.lock")).context("Cargo.lock")?;
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    let version = lines.next().and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).with_context(|| format!("Cargo.lock has no {package}"))
}
