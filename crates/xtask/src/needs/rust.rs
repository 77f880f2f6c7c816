//! The toolchain of rust-toolchain.toml. Rustup may be told not to install by itself (`RUSTUP_AUTO_INSTALL=0`), and a
//! toolchain that was there before the file was read has neither its target nor its components: they are asked for.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{Found, Purpose};
use crate::place::{Place, cargo};
use crate::process::{on_path, run};

/// What the viewer is compiled to.
const WASM: &str = "wasm32-unknown-unknown";

/// What is missing of the toolchain that runs this task.
pub(super) fn target(place: &Place, purpose: Purpose) -> Result<Vec<Found>> {
    let sysroot = sysroot(place)?;
    let mut found = vec![version(place)?];
    if purpose.bundles() || purpose.lints() {
        let there = sysroot.join("lib/rustlib").join(WASM).join("lib").is_dir();
        found.push(part(there, "target", WASM, "Rust's library for WebAssembly, by rustup: some 10 seconds"));
    }
    if purpose.lints() {
        let program = |name: &str| sysroot.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX)).exists();
        found.push(part(program("cargo-fmt"), "component", "rustfmt", "rustfmt, by rustup: some 5 seconds"));
        found.push(part(program("cargo-clippy"), "component", "clippy", "Clippy, by rustup: some 5 seconds"));
    }
    Ok(found)
}

/// A part of the toolchain, added by rustup where it is missing.
fn part(there: bool, kind: &'static str, name: &'static str, step: &'static str) -> Found {
    if there {
        return Found::Here;
    }
    let Some(rustup) = rustup() else {
        return Found::Cannot(format!("{name}: install it as Rust was installed, or take Rust from https://rustup.rs"));
    };
    let get = move || {
        // Cargo, started by rustup, passes on which toolchain it belongs to: the part goes there.
        run(Command::new(&rustup).args([kind, "add", name])).with_context(|| format!("{name} could not be added"))
    };
    Found::Can(step, Box::new(get))
}

/// Whether the compiler is the one that everything is tested with.
fn version(place: &Place) -> Result<Found> {
    let file = std::fs::read_to_string(place.root.join("rust-toolchain.toml")).context("rust-toolchain.toml")?;
    let wanted = channel(&file).context("rust-toolchain.toml names no channel")?;
    let rustc = rustc();
    let output = Command::new(&rustc).arg("--version").output().with_context(|| rustc.display().to_string())?;
    let said = String::from_utf8_lossy(&output.stdout);
    let version = said.split_whitespace().nth(1).unwrap_or_default();
    if version == wanted {
        return Ok(Found::Here);
    }
    Ok(Found::Cannot(match rustup() {
        Some(_) => format!("Rust {wanted}: this is {version}; `rustup toolchain install` in this folder brings it"),
        None => format!("Rust {wanted}: this is {version}; take Rust from https://rustup.rs, which brings it"),
    }))
}

fn channel(file: &str) -> Option<&str> {
    file.lines().find_map(|line| {
        line.trim().strip_prefix("channel")?.trim().strip_prefix('=')?.trim().strip_prefix('"')?.strip_suffix('"')
    })
}

fn sysroot(place: &Place) -> Result<PathBuf> {
    let rustc = rustc();
    let output = Command::new(&rustc).args(["--print", "sysroot"]).current_dir(&place.root).output();
    let output = output.with_context(|| rustc.display().to_string())?;
    if !output.status.success() {
        bail!("{}: {}", rustc.display(), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()))
}

/// The compiler beside the cargo that runs this task.
fn rustc() -> PathBuf {
    let name = format!("rustc{}", std::env::consts::EXE_SUFFIX);
    let beside = Path::new(&cargo()).with_file_name(&name);
    if beside.is_file() { beside } else { name.into() }
}

/// Rustup, which need not be on PATH where cargo was called by its path.
fn rustup() -> Option<PathBuf> {
    let name = format!("rustup{}", std::env::consts::EXE_SUFFIX);
    let homes = ["CARGO_HOME", "HOME", "USERPROFILE"].into_iter().filter_map(std::env::var_os).map(PathBuf::from);
    let beside = homes.flat_map(|home| [home.join("bin").join(&name), home.join(".cargo/bin").join(&name)]);
    on_path(&name).or_else(|| beside.into_iter().find(|file| file.is_file()))
}

#[cfg(test)]
mod tests {
    use super::channel;

    #[test]
    fn the_channel_of_a_toolchain_file_is_read() {
        let file = "# One compiler.\n[toolchain]\nchannel = \"1.95.0\"\ntargets = [\"wasm32-unknown-unknown\"]\n";
        assert_eq!(channel(file), Some("1.95.0"));
        assert_eq!(channel("[toolchain]\npath = \"/opt\"\n"), None);
    }
}
