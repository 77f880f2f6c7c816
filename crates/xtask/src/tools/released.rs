//! Tools as their authors release them: taken only with the digest that is written here.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{BINARYEN, TRUNK, Tool, WASM_BINDGEN};
use crate::digest;
use crate::place::Place;
use crate::process::on_path;

/// An archive of a release.
#[derive(Clone, Copy, Debug)]
struct Archive {
    package: &'static str,
    version: &'static str,
    /// Operating system and processor, as `std::env::consts` has them.
    machine: (&'static str, &'static str),
    /// The last part of its address, and the digest (SHA-256) of its bytes.
    name: &'static str,
    sha256: &'static str,
}

const ARCHIVES: [Archive; 12] = [
    trunk(
        ("linux", "x86_64"),
        "trunk-x86_64-unknown-linux-gnu.tar.gz",
        "f2b4680cd239693a646a2795e4633c625328d7b2a044fbe749fa3a2fe9e7036b",
    ),
    trunk(
        ("linux", "aarch64"),
        "trunk-aarch64-unknown-linux-gnu.tar.gz",
        "b1d8e60e454f7fc182d9a4d95d1506ffbae947d8ba90f8f6f02da93b60f980f9",
    ),
    trunk(
        ("macos", "x86_64"),
        "trunk-x86_64-apple-darwin.tar.gz",
        "f1ba0e3bbe24e0ae219c6d22c33e24e2825c1608dd27c2556e323495110f1a95",
    ),
    trunk(
        ("macos", "aarch64"),
        "trunk-aarch64-apple-darwin.tar.gz",
        "764e299dd50d89442a4e96a236349f57961984b701e74d3dbdb39cd1c9f5101e",
    ),
    bindgen(
        ("linux", "x86_64"),
        "wasm-bindgen-0.2.105-x86_64-unknown-linux-musl.tar.gz",
        "b391448c4926ac4b11425a6752484d85164e72489d97804461d5e868c643b88a",
    ),
    bindgen(
        ("linux", "aarch64"),
        "wasm-bindgen-0.2.105-aarch64-unknown-linux-musl.tar.gz",
        "26bec5b1e7ba80e0fd65e5d9f4c88c304f04d9c08d2a4da32ab31af8e2fee8eb",
    ),
    bindgen(
        ("macos", "x86_64"),
        "wasm-bindgen-0.2.105-x86_64-apple-darwin.tar.gz",
        "b2a465b4538f0bf11685e296ac181c92deb45434cfc849c87a4b418c79214ac6",
    ),
    bindgen(
        ("macos", "aarch64"),
        "wasm-bindgen-0.2.105-aarch64-apple-darwin.tar.gz",
        "2011b2027c3dc68616c3d3265be95f37e12fef8ef21e2dcf0011275da58d19bb",
    ),
    binaryen(
        ("linux", "x86_64"),
        "binaryen-version_123-x86_64-linux.tar.gz",
        "e959f2170af4c20c552e9de3a0253704d6a9d2766e8fdb88e4d6ac4bae9388fe",
    ),
    binaryen(
        ("linux", "aarch64"),
        "binaryen-version_123-aarch64-linux.tar.gz",
        "4b6bd61ba6cd3b18c993b4657d93426c782f9b91b74be0d38018cd8be1319376",
    ),
    binaryen(
        ("macos", "x86_64"),
        "binaryen-version_123-x86_64-macos.tar.gz",
        "cc18b14d2b673d9c66bf54f31ff2b0ceb23ba5132455b893965ae2792f9e00dd",
    ),
    binaryen(
        ("macos", "aarch64"),
        "binaryen-version_123-arm64-macos.tar.gz",
        "74428be348c1a09863e7b642a1fa948cabf8ec9561052233d8288e941951725b",
    ),
];

const fn trunk(machine: (&'static str, &'static str), name: &'static str, sha256: &'static str) -> Archive {
    Archive { package: "trunk", version: TRUNK, machine, name, sha256 }
}

const fn bindgen(machine: (&'static str, &'static str), name: &'static str, sha256: &'static str) -> Archive {
    Archive { package: "wasm-bindgen-cli", version: WASM_BINDGEN, machine, name, sha256 }
}

const fn binaryen(machine: (&'static str, &'static str), name: &'static str, sha256: &'static str) -> Archive {
    Archive { package: "binaryen", version: BINARYEN, machine, name, sha256 }
}

impl Archive {
    /// The one for this machine.
    fn of(tool: &Tool) -> Option<Self> {
        let machine = (std::env::consts::OS, std::env::consts::ARCH);
        let fits = |a: &&Self| a.package == tool.package && a.version == tool.version && a.machine == machine;
        ARCHIVES.iter().find(fits).copied()
    }

    fn address(&self) -> String {
        let release = match self.package {
            "trunk" => format!("trunk-rs/trunk/releases/download/v{}", self.version),
            "binaryen" => format!("WebAssembly/binaryen/releases/download/version_{}", self.version),
            _ => format!("wasm-bindgen/wasm-bindgen/releases/download/{}", self.version),
        };
        format!("https://github.com/{release}/{}", self.name)
    }

    /// Where it is unpacked: below its own digest, so that what lies there is what was checked.
    fn folder(&self, place: &Place) -> PathBuf {
        place.tools().join("released").join(format!("{}-{}", self.package, &self.sha256[..16]))
    }
}

/// The tool that was downloaded earlier.
pub(super) fn there(place: &Place, tool: &Tool) -> Option<PathBuf> {
    let file = find(&Archive::of(tool)?.folder(place), tool.program, 3)?;
    tool.is(&file).then_some(file)
}

/// Downloads, checks and unpacks the tool, where there is a release for this machine and it runs here. `None` is no
/// failure: there is another way to each tool, and the line that is printed says why it is taken.
pub(super) fn get(place: &Place, tool: &Tool) -> Option<PathBuf> {
    if let Some(file) = there(place, tool) {
        return Some(file);
    }
    let archive = Archive::of(tool)?;
    // Both come with macOS, Windows and most systems of Linux.
    let (curl, tar) = (on_path("curl")?, on_path("tar")?);
    let Tool { package, version, why, .. } = tool;
    match take(place, &archive, &curl, &tar) {
        Ok(()) => {
            let file = there(place, tool);
            match &file {
                Some(_) => eprintln!("{package} {version} downloaded: {why}"),
                None => eprintln!("{package} {version} was downloaded, but does not run on this machine"),
            }
            file
        }
        Err(error) => {
            eprintln!("{package} {version} can't be had as a binary: {error:#}");
            None
        }
    }
}

fn take(place: &Place, archive: &Archive, curl: &Path, tar: &Path) -> Result<()> {
    let folder = archive.folder(place);
    let work = folder.with_extension("next");
    if work.exists() {
        std::fs::remove_dir_all(&work).with_context(|| work.display().to_string())?;
    }
    std::fs::create_dir_all(&work).with_context(|| work.display().to_string())?;
    let packed = work.join(archive.name);
    let address = archive.address();
    quietly(
        Command::new(curl)
            .args(["--fail", "--location", "--silent", "--show-error", "--proto", "=https"])
            .args(["--connect-timeout", "5", "--max-time", "180", "--output"])
            .arg(&packed)
            .arg(&address),
    )?;
    let bytes = std::fs::read(&packed).with_context(|| packed.display().to_string())?;
    check(&bytes, archive)?;
    quietly(Command::new(tar).arg("-xzf").arg(&packed).arg("-C").arg(&work))?;
    std::fs::remove_file(&packed).with_context(|| packed.display().to_string())?;
    if folder.exists() {
        std::fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
    }
    std::fs::rename(&work, &folder).with_context(|| folder.display().to_string())
}

/// Refuses what is not, byte by byte, what was released.
fn check(bytes: &[u8], archive: &Archive) -> Result<()> {
    let sha256 = digest::sha256(bytes);
    if sha256 != archive.sha256 {
        bail!("{} has the digest {sha256}, not {}: it is not taken", archive.address(), archive.sha256);
    }
    Ok(())
}

/// Runs a command whose complaints become the error.
fn quietly(command: &mut Command) -> Result<()> {
    let output = command.output().context("it could not be run")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

/// A program in a folder or in its folders, `depth` deep: archives differ in where they put it.
fn find(folder: &Path, program: &str, depth: usize) -> Option<PathBuf> {
    let file = folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    if file.is_file() {
        return Some(file);
    }
    if depth == 0 {
        return None;
    }
    let mut folders: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders.iter().find_map(|folder| find(folder, program, depth - 1))
}

#[cfg(test)]
mod tests {
    use super::{ARCHIVES, Archive, check, find};

    #[test]
    fn every_archive_names_its_version_and_a_whole_digest() {
        for archive in ARCHIVES {
            assert!(archive.address().contains(archive.version), "{archive:?}");
            assert!(archive.sha256.len() == 64 && archive.sha256.bytes().all(|b| b.is_ascii_hexdigit()), "{archive:?}");
        }
    }

    #[test]
    fn other_bytes_than_those_released_are_refused() {
        let sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let archive = Archive { sha256, ..ARCHIVES[0] };
        assert!(check(b"abc", &archive).is_ok());
        let error = check(b"abd", &archive).expect_err("another digest").to_string();
        assert!(error.contains("it is not taken"), "{error}");
    }

    #[test]
    fn a_program_is_found_wherever_its_archive_puts_it() {
        let scratch = tempfile::tempdir().expect("a folder");
        let inner = scratch.path().join("tool-1.0/bin");
        std::fs::create_dir_all(&inner).expect("folders");
        let name = format!("tool{}", std::env::consts::EXE_SUFFIX);
        std::fs::write(inner.join(&name), "").expect("a file");
        assert_eq!(find(scratch.path(), "tool", 3), Some(inner.join(name)));
        assert_eq!(find(scratch.path(), "tool", 1), None);
    }
}
