//! `cargo xtask train`: learns the weights of the pair decision and of stories anew, and tells by cross-validation how well they do.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::place::Place;

/// Where the project holds the tables: of the pairs that say the same, of how alike such are told, and of those that tell one story.
const TABLE: &str = "crates/relate/src/claims/weights.rs";
const LIKENESS: &str = "crates/relate/src/claims/likeness/weights.rs";
const STORIES: &str = "crates/relate/src/stories/weights.rs";

/// `--data FOLDER` names the folder with the judged pairs (`pairs/`, `corpora/`, `propositions/`, `links/`), which lie
/// outside of the project; `--stories` learns only the table of stories, `--likeness` only that of likeness; `--readings FOLDER` names one with
/// `pairs/` and `corpora/` from which that is learned too; `--pairs FILE` writes every pair with its evidence besides.
pub(crate) fn run(place: &Place, mut arguments: lexopt::Parser) -> Result<()> {
    let (mut data, mut pairs, mut readings) = (None, PathBuf::new(), PathBuf::new());
    let (mut stories, mut likeness) = (false, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("data") => data = Some(PathBuf::from(arguments.value()?)),
            Long("stories") => stories = true,
            Long("likeness") => likeness = true,
            Long("readings") => readings = PathBuf::from(arguments.value()?),
            Long("pairs") => pairs = PathBuf::from(arguments.value()?),
            other => return Err(other.unexpected().into()),
        }
    }
    let Some(data) = data else { bail!("name the measuring data: cargo xtask train --data FOLDER") };
    let mut command = Command::new("cargo");
    command.args(["run", "--profile", "native", "--package", "crossread-relate", "--example", "train", "--"]);
    let all = stories == likeness;
    let table = |wanted: bool, path: &str| if all || wanted { place.root.join(path) } else { PathBuf::new() };
    command.arg(data).arg(table(false, TABLE)).arg(table(likeness, LIKENESS)).arg(table(stories, STORIES));
    command.arg(readings).arg(pairs).current_dir(&place.root);
    let status = command.status().context("cargo could not be run")?;
    if !status.success() {
        bail!("train: {status}");
    }
    Ok(())
}
