//! The shell: the viewer bundled for the browser, which every page of a site then starts.
//!
//! The page names in Trunk's words what is bundled with it, and `join.rs` makes the same of it as Trunk does. Trunk's inline
//! script is left out (Trunk.toml), for a page that allows inline scripts can't tell them from injected ones; in its place
//! stands `boot-<hash>.js` (style/boot.js), which finds the rest beside itself and so needs no knowledge of the path that the
//! site is served under. Its helpers are workers, whose files Trunk does not hash: they are named here, and the page says
//! where their scripts are.
//!
//! There are two pages: what reads a site (index.html), and what only the desk needs (style/desk/programs.html), which takes
//! as long again. So a first `serve` can show pages before the desk is there, and a change that the desk doesn't see leaves
//! its programs as they are.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::freshness::Stamp;
use crate::licences;
use crate::place::Place;
use crate::process::Running;
use crate::tools::Tools;

mod join;
mod page;
mod pieces;
mod trunk;

/// What Trunk calls the files of the helpers, and the page the elements that name their scripts.
const READING: [&str; 2] = ["crossread-engine", "crossread-pages"];

/// The helpers of the desk, and what makes the files of a large corpus in one file: no site for a host loads them.
const DESK: [&str; 3] = ["crossread-desk", "crossread-formats", "crossread-maker"];

/// The scripts of the desk, which come as one.
const DESK_SCRIPTS: [&str; 13] = [
    "crates/bundle/src/single/places.js",
    "style/desk/parts.js",
    "style/desk/kept.js",
    "style/desk/reader.js",
    "style/desk/working.js",
    "style/desk/bring.js",
    "style/desk/list.js",
    "style/desk/claims.js",
    "style/desk/names.js",
    "style/desk/out.js",
    "style/desk/keep.js",
    "style/desk/shown.js",
    "style/desk/desk.js",
];

/// The desk's service worker, a file of its own.
const OFFLINE: &str = "style/desk/offline.js";

/// The page with what reads a site.
const SITE: &str = "index.html";

/// The page that names the desk's programs.
const PROGRAMS: &str = "style/desk/programs.html";

/// How much of the shell is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What reads a site: every view but the desk, which says that it is still to come.
    Reading,
    /// The desk's programs as well.
    Whole,
}

impl Extent {
    fn step(self) -> &'static str {
        match self {
            Self::Reading => "shell-reading",
            Self::Whole => "shell",
        }
    }
}

/// The files that the shell is made of.
pub(crate) fn inputs(place: &Place) -> Vec<PathBuf> {
    let mut inputs = programs(place);
    inputs.extend(["index.html", "style", "assets"].map(|file| place.root.join(file)));
    inputs.extend(DESK_SCRIPTS.map(|file| place.root.join(file)));
    inputs
}

/// The files that the programs in it are made of.
fn programs(place: &Place) -> Vec<PathBuf> {
    let mut inputs = place.sources("crossread");
    inputs.extend(place.sources("crossread-worker"));
    inputs.extend(
        ["Trunk.toml", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml", PROGRAMS].map(|file| place.root.join(file)),
    );
    inputs
}

/// Begins to compile what is made first for a shell that is not up to date.
pub(crate) fn begin(place: &Place, extent: Extent) -> Result<Option<Running>> {
    if stands(place, &stamp(place)?, extent) { Ok(None) } else { join::begin(place, SITE) }
}

/// Makes `target/shell` as far as it is wanted, unless its inputs are unchanged.
pub(crate) fn bring_up_to_date(place: &Place, extent: Extent) -> Result<()> {
    if stands(place, &stamp(place)?, extent) {
        return Ok(());
    }
    Tools::get(place)?;
    let stamp = stamp(place)?;
    eprintln!("Bundling the viewer");
    let read = join::bundle(place, SITE, &inputs(place))?;
    let desk = match extent {
        Extent::Reading => None,
        Extent::Whole => {
            eprintln!("Bundling the desk's programs");
            Some(join::bundle(place, PROGRAMS, &programs(place))?)
        }
    };
    put_together(place, &read, desk.as_deref())?;
    stamp.record(place, extent.step())
}

/// Has Trunk bundle the same, and holds what it makes against what was made here.
pub(crate) fn compare_with_trunk(place: &Place) -> Result<()> {
    trunk::compare(place, SITE, &join::bundle(place, SITE, &inputs(place))?)?;
    trunk::compare(place, PROGRAMS, &join::bundle(place, PROGRAMS, &programs(place))?)
}

fn stamp(place: &Place) -> Result<Stamp> {
    Ok(Stamp::of(&inputs(place), &format!("{}\n{}", Tools::versions(place)?, pieces::HELPER_START)))
}

/// Whether the shell is there as far as it is wanted, and of these inputs.
fn stands(place: &Place, stamp: &Stamp, extent: Extent) -> bool {
    stamp.is_recorded(place, extent.step()) && place.shell().join("index.html").exists()
}

/// Makes the shell of what was bundled.
fn put_together(place: &Place, read: &Path, desk: Option<&Path>) -> Result<()> {
    let work = place.target.join("shell-next");
    if work.exists() {
        std::fs::remove_dir_all(&work).context("clearing target/shell-next")?;
    }
    copy(read, &work, &|_| true)?;
    let mut helpers = READING.to_vec();
    if let Some(desk) = desk {
        copy(desk, &work, &|name| DESK.iter().any(|helper| name.starts_with(helper)))?;
        helpers.extend(DESK);
    }
    let mut scripts = Vec::new();
    for helper in helpers {
        scripts.push((helper, pieces::write_helper(&work, helper)?));
    }
    let own = |script: &str| std::fs::read_to_string(place.root.join(script)).with_context(|| script.to_owned());
    pieces::join_styles(&work)?;
    pieces::mark_styles(&work)?;
    let picture = pieces::write_picture(&work, &own("style/picture.js")?)?;
    pieces::write_boot(&work, &own("style/boot.js")?.replace("PICTURE", &picture), &scripts)?;
    pieces::write_desk(
        &work,
        &DESK_SCRIPTS.map(&own).into_iter().collect::<Result<Vec<_>>>()?.join("\n"),
        &own("style/desk/desk.css")?,
        &own(OFFLINE)?,
    )?;
    pieces::write_first(&work, &own("style/first.js")?)?;
    licences::write(place, &work)?;
    let shell = place.shell();
    if shell.exists() {
        std::fs::remove_dir_all(&shell).context("removing the old shell")?;
    }
    std::fs::rename(&work, &shell).context("putting the new shell in place")
}

/// Copies the files of a folder, and of the folders in it, whose names are wanted.
fn copy(from: &Path, to: &Path, is_wanted: &dyn Fn(&str) -> bool) -> Result<()> {
    std::fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for entry in std::fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry.with_context(|| from.display().to_string())?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if !is_wanted(&entry.file_name().to_string_lossy()) {
            continue;
        }
        if path.is_dir() {
            copy(&path, &target, is_wanted)?;
        } else {
            std::fs::copy(&path, &target).with_context(|| target.display().to_string())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::copy;

    #[test]
    fn files_in_folders_are_copied_and_what_is_not_wanted_is_left() {
        let scratch = tempfile::tempdir().expect("a folder");
        let (from, to) = (scratch.path().join("from"), scratch.path().join("to"));
        std::fs::create_dir_all(from.join("faces")).expect("a folder");
        for file in ["a.js", "b.js", "faces/a.woff2"] {
            std::fs::write(from.join(file), file).expect("a file");
        }

        copy(&from, &to, &|_| true).expect("all");
        assert_eq!(std::fs::read_to_string(to.join("faces/a.woff2")).expect("a copy"), "faces/a.woff2");

        let some = scratch.path().join("some");
        copy(&from, &some, &|name| name.starts_with('a')).expect("some");
        assert!(some.join("a.js").exists() && !some.join("b.js").exists() && !some.join("faces").exists());
    }
}
