//! wasm-opt from npm, for machines that have npm and can't have the released binary. npm checks what it downloads
//! against the digest that the registry gives; without a lock it is the registry that is trusted.

use std::path::PathBuf;
use std::process::Command;

use super::Tool;
use crate::place::Place;
use crate::process::{NPM, on_path, run};

/// The tool that was installed earlier.
pub(super) fn there(place: &Place, tool: &Tool) -> Option<PathBuf> {
    let file = place.tools().join("npm").join("node_modules").join(".bin").join(tool.program);
    tool.is(&file).then_some(file)
}

/// The tool as a package of npm, installed where npm is.
pub(super) fn get(place: &Place, tool: &Tool) -> Option<PathBuf> {
    let folder = place.tools().join("npm");
    let npm = on_path(NPM)?;
    let Tool { package, version, why, .. } = tool;
    eprintln!("Installing {package} {version} with npm below {}: {why} (once)", folder.display());
    let installed = std::fs::create_dir_all(&folder).map_err(anyhow::Error::from).and_then(|()| {
        run(Command::new(npm)
            .args(["install", "--silent", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
            .arg(&folder)
            .arg(format!("{package}@{version}.0.0")))
    });
    if let Err(error) = installed {
        eprintln!("{error:#}; the viewer will be larger");
    }
    there(place, tool)
}
