//! Where things lie in a checkout, whatever `CARGO_TARGET_DIR` says.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// How what runs on this machine is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// To run fast.
    Native,
    /// As the tests are, which run the command.
    Dev,
    /// In the least time, to run slowly and once.
    Quick,
}

impl Profile {
    /// Cargo's name of it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Dev => "dev",
            Self::Quick => "quick",
        }
    }

    fn folder(self) -> &'static str {
        if self == Self::Dev { "debug" } else { self.name() }
    }
}

/// A checkout and its target folder.
pub(crate) struct Place {
    /// The root of the workspace.
    pub root: PathBuf,
    /// Cargo's target folder; everything that a task makes lies below it.
    pub target: PathBuf,
    packages: Vec<Package>,
}

struct Package {
    name: String,
    folder: PathBuf,
    uses: Vec<PathBuf>,
}

impl Place {
    /// Asks `cargo metadata` for the workspace that this crate was built in.
    pub(crate) fn find() -> Result<Self> {
        let output = Command::new(cargo())
            .args(["metadata", "--format-version", "1", "--no-deps", "--manifest-path"])
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
            .output()
            .context("cargo metadata could not be run")?;
        if !output.status.success() {
            bail!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr).trim());
        }
        let metadata: Value = serde_json::from_slice(&output.stdout).context("cargo metadata is not JSON")?;
        let path = |key: &str| metadata[key].as_str().map(PathBuf::from).with_context(|| format!("no {key}"));
        Ok(Self {
            root: path("workspace_root")?,
            target: path("target_directory")?,
            packages: metadata["packages"].as_array().into_iter().flatten().filter_map(package).collect(),
        })
    }

    /// A place without packages whose target folder is `folder`, for tests.
    #[cfg(test)]
    pub(crate) fn at(folder: &Path) -> Self {
        Self { root: folder.to_owned(), target: folder.join("target"), packages: Vec::new() }
    }

    /// The package in a folder of the workspace.
    pub(crate) fn package(&self, folder: &Path) -> Result<&str> {
        let wanted = |package: &&Package| same(&package.folder, folder);
        let package = self.packages.iter().find(wanted);
        package.map(|package| package.name.as_str()).with_context(|| format!("{}: no package", folder.display()))
    }

    /// Where a program of this workspace lies when it was compiled so.
    pub(crate) fn program(&self, profile: Profile, name: &str) -> PathBuf {
        self.target.join(profile.folder()).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// Where pinned tools are installed.
    pub(crate) fn tools(&self) -> PathBuf {
        self.target.join("tools")
    }

    /// The viewer as bundled for the browser, before any page has been written.
    pub(crate) fn shell(&self) -> PathBuf {
        self.target.join("shell")
    }

    /// The folders of `package` and of every crate of this workspace that it is built from.
    pub(crate) fn sources(&self, package: &str) -> Vec<PathBuf> {
        let mut found = Vec::new();
        let mut open: Vec<&Package> = self.packages.iter().filter(|p| p.name == package).collect();
        while let Some(package) = open.pop() {
            if found.contains(&package.folder) {
                continue;
            }
            found.push(package.folder.clone());
            open.extend(self.packages.iter().filter(|p| package.uses.contains(&p.folder)));
        }
        // The root package's folder holds all the others: what it is built from lies in src/.
        found.iter().map(|folder| if *folder == self.root { folder.join("src") } else { folder.clone() }).collect()
    }
}

fn package(value: &Value) -> Option<Package> {
    let manifest = Path::new(value["manifest_path"].as_str()?);
    let dependencies = value["dependencies"].as_array()?;
    Some(Package {
        name: value["name"].as_str()?.to_owned(),
        folder: manifest.parent()?.to_owned(),
        uses: dependencies.iter().filter_map(|d| d["path"].as_str()).map(PathBuf::from).collect(),
    })
}

/// Whether two paths lead to one folder.
fn same(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// The cargo that runs this task, so that every step uses the same toolchain.
pub(crate) fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}
