//! Trunk, called for one page and what that names.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::pieces::ROOT;
use crate::freshness::Stamp;
use crate::place::Place;
use crate::tools::Tools;

/// Makes what `page` names, unless that is there already and `inputs` are what they were; tells the folder that holds it.
pub(super) fn bundle(place: &Place, tools: &Tools, page: &str, inputs: &[PathBuf]) -> Result<PathBuf> {
    let name = Path::new(page).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let step = format!("trunk-{name}");
    let out = place.target.join("trunk").join(&name);
    let stamp = Stamp::of(inputs, &tools.versions);
    if stamp.is_recorded(place, &step) && out.exists() {
        return Ok(out);
    }
    if out.exists() {
        std::fs::remove_dir_all(&out).with_context(|| format!("clearing {}", out.display()))?;
    }
    let (done, said) = run(place, tools, page, &out, &["--release"])?;
    if !done {
        if tools.has_wasm_opt || !said.contains("wasm-opt") {
            bail!("{page} could not be bundled");
        }
        eprintln!(
            "wasm-opt is missing and can't be downloaded: the viewer works, but is larger; install npm to get it"
        );
        // Without `--release` Trunk leaves wasm-opt out; cargo's profile stays the same.
        if !run(place, tools, page, &out, &["--cargo-profile", "release"])?.0 {
            bail!("{page} could not be bundled");
        }
    }
    stamp.record(place, &step)?;
    Ok(out)
}

/// Runs Trunk; whether it succeeded, and what it said.
fn run(place: &Place, tools: &Tools, page: &str, out: &Path, arguments: &[&str]) -> Result<(bool, String)> {
    let mut command = Command::new(&tools.trunk);
    command.arg("build").args(arguments).args(["--locked", "--public-url", ROOT, "--dist"]).arg(out).arg(page);
    if tools.has_wasm_opt {
        command.arg("--offline");
    }
    // Trunk reads NO_COLOR as true or false, and stops at the usual 1.
    command.current_dir(&place.root).env("PATH", &tools.path).env("NO_COLOR", "false");
    command.env("TRUNK_SKIP_VERSION_CHECK", "true").env("RUST_BACKTRACE", "0");
    let mut child = command.stderr(Stdio::piped()).spawn().context("Trunk could not be run")?;
    let said = match child.stderr.take() {
        Some(pipe) => crate::process::pass_on(pipe, &mut std::io::stderr())?,
        None => String::new(),
    };
    Ok((child.wait()?.success(), said))
}
