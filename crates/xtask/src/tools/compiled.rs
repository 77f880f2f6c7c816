//! Tools from their sources: by `cargo install`, or as a crate of this workspace.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::Tool;
use crate::place::{Place, Profile, cargo};
use crate::process::{cargo_in, run};

/// The tool that was compiled earlier.
pub(super) fn there(place: &Place, tool: &Tool) -> Option<PathBuf> {
    let file = file(place, tool);
    tool.is(&file).then_some(file)
}

/// Compiles the tool as its authors locked it.
pub(super) fn get(place: &Place, tool: &Tool, arguments: &[&str]) -> Result<PathBuf> {
    let Tool { package, version, why, .. } = tool;
    eprintln!("Compiling {package} {version} below {}: {why} (once)", place.tools().display());
    let build = place.tools().join("build");
    run(Command::new(cargo())
        .args(["install", "--locked", "--force"])
        .args(arguments)
        .arg(format!("{package}@{version}"))
        .arg("--root")
        .arg(place.tools())
        .arg("--target-dir")
        .arg(&build)
        .current_dir(&place.root)
        // It takes minutes to compile, and runs for seconds.
        .env("CARGO_PROFILE_RELEASE_LTO", "false")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"))
    .with_context(|| format!("{package} {version} could not be installed; is crates.io reachable?"))?;
    // Kept until here, so that what was compiled before a failure is not compiled again.
    std::fs::remove_dir_all(&build).context("clearing the tools' build folder")?;
    there(place, tool).with_context(|| format!("{package} was compiled, but is not version {version}"))
}

/// The tool that `crates/bindgen` is, if it was compiled earlier.
pub(super) fn own_there(place: &Place, tool: &Tool) -> Option<PathBuf> {
    let file = place.program(Profile::Quick, tool.program);
    tool.is(&file).then_some(file)
}

/// Compiles the tool that `crates/bindgen` is, of the versions of Cargo.lock.
pub(super) fn own(place: &Place, tool: &Tool) -> Result<PathBuf> {
    let Tool { program, version, why, .. } = tool;
    eprintln!("Compiling {program} {version}: {why} (once)");
    let quick = ["build", "--locked", "--quiet", "--profile", Profile::Quick.name(), "--package", "crossread-bindgen"];
    run(&mut cargo_in(place, &quick))?;
    own_there(place, tool).with_context(|| format!("{program} was compiled, but is not version {version}"))
}

fn file(place: &Place, tool: &Tool) -> PathBuf {
    place.tools().join("bin").join(format!("{}{}", tool.program, std::env::consts::EXE_SUFFIX))
}
