//! A whole site: the shell, the command that writes pages and data, and what it writes.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::freshness::Stamp;
use crate::place::Place;
use crate::process::{cargo_in, run};
use crate::shell;

/// What is to be built.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The folder or `.jsonl` file of documents.
    pub corpus: PathBuf,
    /// The folder to write; it is replaced when the new site is whole.
    pub out: PathBuf,
    /// The address that it will have, for the tags that chats and search engines want absolute.
    pub url: Option<String>,
}

impl Order {
    /// Everything that the site is made of.
    pub(crate) fn inputs(&self, place: &Place) -> Vec<PathBuf> {
        let mut inputs = shell::inputs(place);
        inputs.extend(place.sources("crossread-cli"));
        inputs.push(self.corpus.clone());
        inputs
    }
}

/// Brings the shell, the command and the site up to date; steps whose inputs are unchanged are left out. Whether the
/// site was written anew.
pub(crate) fn bring_up_to_date(place: &Place, order: &Order) -> Result<bool> {
    if !order.corpus.exists() {
        bail!("{}: no such corpus; name a folder of documents or a .jsonl file", order.corpus.display());
    }
    shell::bring_up_to_date(place)?;
    let command = command(place, Profile::Native)?;
    write(place, order, &command)
}

/// Writes the site with `command` unless nothing that it is made of has changed.
pub(crate) fn write(place: &Place, order: &Order, command: &Path) -> Result<bool> {
    let stamp = Stamp::of(&[order.corpus.clone(), place.shell(), command.to_owned()], &format!("{order:?}"));
    let step = format!("site-{}", crate::digest::short(order.out.to_string_lossy().as_bytes()));
    if stamp.is_recorded(place, &step) && order.out.join("index.html").exists() {
        return Ok(false);
    }
    let mut build = Command::new(command);
    build.arg("build").arg("--corpus").arg(&order.corpus).arg("--shell").arg(place.shell());
    build.arg("--out").arg(&order.out);
    if let Some(url) = &order.url {
        build.args(["--url", url]);
    }
    run(build.current_dir(&place.root))?;
    stamp.record(place, &step)?;
    Ok(true)
}

/// An address to build with for a site that is served on this machine below `base`: a page that is sent for any missing
/// path can't tell the root from where it stands. At the root of the host there is nothing to tell.
pub(crate) fn url(base: &str) -> Option<String> {
    (!base.is_empty()).then(|| format!("http://127.0.0.1{base}/"))
}

/// How the command is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// For speed.
    Native,
    /// As the tests are, so that it is compiled once with them.
    Dev,
}

/// Compiles `crossread` (cargo knows whether there is anything to do) and returns its path.
pub(crate) fn command(place: &Place, profile: Profile) -> Result<PathBuf> {
    let (name, folder) = match profile {
        Profile::Native => ("native", "native"),
        Profile::Dev => ("dev", "debug"),
    };
    run(&mut cargo_in(place, &["build", "--locked", "--profile", name, "--package", "crossread-cli"]))?;
    Ok(place.target.join(folder).join(format!("crossread{}", std::env::consts::EXE_SUFFIX)))
}
