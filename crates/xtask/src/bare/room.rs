//! The place that is made bare.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::place::Place;
use crate::process::on_path;

/// Fonts for nobody: what Chromium then draws with, it brings itself.
const NO_FONTS: &str =
    "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">\n<fontconfig>\n</fontconfig>\n";

/// A home, a cargo home, a rustup home and a target folder that hold nothing but a bare toolchain.
pub(super) struct Room {
    folder: PathBuf,
    toolchain: String,
}

impl Room {
    /// Makes it anew below `target/bare`.
    pub(super) fn make(place: &Place) -> Result<Self> {
        let folder = place.target.join("bare");
        if folder.exists() {
            std::fs::remove_dir_all(&folder).context("clearing target/bare")?;
        }
        for inner in ["home", "cargo/bin", "rustup/toolchains", "target"] {
            std::fs::create_dir_all(folder.join(inner)).with_context(|| inner.to_owned())?;
        }
        std::fs::write(folder.join("no-fonts.conf"), NO_FONTS).context("no-fonts.conf")?;
        let rustup = on_path("rustup").context("the place can't be made bare: rustup is not on PATH")?;
        let rustup = std::fs::canonicalize(&rustup).with_context(|| rustup.display().to_string())?;
        for name in ["rustup", "cargo", "rustc", "rustdoc", "cargo-fmt", "rustfmt", "cargo-clippy", "clippy-driver"] {
            // Rustup is all of these, and goes by the name that it is called by.
            link(&rustup, &folder.join("cargo/bin").join(name))?;
        }
        let sysroot = sysroot(place)?;
        let channel = std::fs::read_to_string(place.root.join("rust-toolchain.toml")).context("rust-toolchain.toml")?;
        let channel = channel.split("channel = \"").nth(1).and_then(|rest| rest.split('"').next());
        let host = host()?;
        let toolchain = format!("{}-{host}", channel.context("rust-toolchain.toml names no channel")?);
        copy(&sysroot, &folder.join("rustup/toolchains").join(&toolchain), &sysroot.join("lib/rustlib"))?;
        let room = Self { folder, toolchain };
        room.strip()?;
        Ok(room)
    }

    /// A program in the bare place.
    pub(super) fn command(&self, program: &str) -> Command {
        let bin = self.folder.join("cargo/bin");
        let own = bin.join(program);
        let mut command = clean(if own.exists() { &own } else { Path::new(program) });
        let system = ["/usr/local/bin", "/usr/bin", "/bin"].map(PathBuf::from);
        let path = std::env::join_paths(std::iter::once(bin).chain(system)).unwrap_or_else(|_| OsString::new());
        command.env("PATH", path).env("HOME", self.folder.join("home"));
        command.env("CARGO_HOME", self.folder.join("cargo")).env("RUSTUP_HOME", self.folder.join("rustup"));
        command.env("CARGO_TARGET_DIR", self.folder.join("target")).env("RUSTUP_AUTO_INSTALL", "0");
        command.env("FONTCONFIG_FILE", self.folder.join("no-fonts.conf"));
        command
    }

    /// Takes target and components out of the copied toolchain, as a new one has neither.
    fn strip(&self) -> Result<()> {
        let remove = |kind: &str, name: &str| {
            let mut rustup = self.command("rustup");
            let output = rustup.args([kind, "remove", name, "--toolchain", &self.toolchain]).output();
            output.with_context(|| format!("rustup {kind} remove {name}"))
        };
        remove("target", "wasm32-unknown-unknown")?;
        for component in ["clippy", "rustfmt"] {
            remove("component", component)?;
        }
        let toolchain = self.folder.join("rustup/toolchains").join(&self.toolchain);
        for left in ["lib/rustlib/wasm32-unknown-unknown/lib", "bin/cargo-clippy", "bin/cargo-fmt"] {
            if toolchain.join(left).exists() {
                bail!("the place can't be made bare: rustup left {left} in the toolchain");
            }
        }
        Ok(())
    }

    /// Tells what a new machine might lack besides.
    pub(super) fn say_what_is_not_bare(&self) {
        eprintln!(
            "The bare place: own home, cargo home and rustup home ({}, without target and components),\n\
             RUSTUP_AUTO_INSTALL=0, no fonts. Not bare: the programs of the system (C compiler, Node.js, npm, curl and a\n\
             Chromium where they are installed already), and the network.",
            self.toolchain
        );
    }

    /// Takes away what was made here: it is gigabytes, and what is run next wants the room.
    pub(super) fn leave(self) {
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            eprintln!("{} stays: {error}", self.folder.display());
        }
    }

    /// Gives the tools that were got here to the workspace, if that has none: what CI runs next need not get them again.
    pub(super) fn hand_over_tools(&self, place: &Place) -> Result<()> {
        let tools = self.folder.join("target/tools");
        if tools.exists() && !place.tools().exists() {
            std::fs::rename(&tools, place.tools()).context("handing over target/bare/target/tools")?;
        }
        Ok(())
    }
}

fn sysroot(place: &Place) -> Result<PathBuf> {
    let output = Command::new("rustc").args(["--print", "sysroot"]).current_dir(&place.root).output();
    let output = output.context("rustc --print sysroot")?;
    std::fs::canonicalize(String::from_utf8_lossy(&output.stdout).trim()).context("the toolchain's folder")
}

fn host() -> Result<String> {
    let output = Command::new("rustc").arg("-vV").output().context("rustc -vV")?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned).context("rustc names no host")
}

/// Copies a toolchain: by links, which cost no room, but for the files directly in `records`, which rustup changes.
fn copy(from: &Path, to: &Path, records: &Path) -> Result<()> {
    std::fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for entry in entries(from)? {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        let kind = entry.file_type().with_context(|| path.display().to_string())?;
        if kind.is_dir() {
            // Rust's documentation is most of a toolchain's files, and nothing here reads it.
            if path.ends_with("share/doc/rust/html") {
                continue;
            }
            copy(&path, &target, records)?;
        } else if kind.is_symlink() {
            let aim = std::fs::read_link(&path).with_context(|| path.display().to_string())?;
            symlink(&aim, &target)?;
        } else if from == records {
            std::fs::copy(&path, &target).with_context(|| target.display().to_string())?;
        } else {
            link(&path, &target)?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn symlink(aim: &Path, at: &Path) -> Result<()> {
    std::os::unix::fs::symlink(aim, at).with_context(|| at.display().to_string())
}

#[cfg(not(unix))]
fn symlink(_aim: &Path, at: &Path) -> Result<()> {
    bail!("{}: the place can be made bare on Unix only", at.display())
}

/// A hard link, or a copy where two disks are in play.
fn link(from: &Path, to: &Path) -> Result<()> {
    let linked = std::fs::hard_link(from, to).or_else(|_| std::fs::copy(from, to).map(|_| ()));
    linked.with_context(|| to.display().to_string())
}

/// The files below a folder that lie directly in it.
fn entries(folder: &Path) -> Result<Vec<std::fs::DirEntry>> {
    let read = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    read.collect::<std::io::Result<_>>().with_context(|| folder.display().to_string())
}

/// A command with nothing of this process' environment but what leads to the network.
fn clean(program: &Path) -> Command {
    let mut command = Command::new(program);
    command.env_clear();
    for (name, value) in std::env::vars_os() {
        let upper = name.to_string_lossy().to_uppercase();
        let leads = upper.contains("PROXY") || upper.contains("CERT") || upper.contains("CA_BUNDLE");
        if leads || upper.starts_with("RUSTUP_DIST") || upper == "LANG" || upper == "CI" || upper == "TERM" {
            command.env(name, value);
        }
    }
    command
}
