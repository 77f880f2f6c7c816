//! A whole site: the shell, the command that writes pages and data, and what it writes.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::freshness::Stamp;
use crate::place::{Place, Profile};
use crate::process::{Running, cargo_in, run};
use crate::shell::{self, Extent};
use crate::tools::Tools;

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
    make(place, order, Extent::Whole, Profile::Native)
}

/// How many bytes of reports the command reads in seconds when it was compiled quickly.
const FEW: u64 = 1 << 20;

/// Makes a site as soon as one can be had on a machine where nothing has been compiled: without the desk's programs, and
/// of few reports by a command that was compiled quickly. `bring_up_to_date` then makes the whole of it.
pub(crate) fn bring_first(place: &Place, order: &Order) -> Result<bool> {
    let profile = if weight(&order.corpus) <= FEW { Profile::Quick } else { Profile::Native };
    make(place, order, Extent::Reading, profile)
}

/// How many bytes lie at or below a path.
fn weight(path: &Path) -> u64 {
    let Ok(entries) = std::fs::read_dir(path) else { return path.metadata().map_or(0, |file| file.len()) };
    entries.flatten().map(|entry| weight(&entry.path())).sum()
}

fn make(place: &Place, order: &Order, extent: Extent, profile: Profile) -> Result<bool> {
    if !order.corpus.exists() {
        bail!("{}: no such corpus; name a folder of documents or a .jsonl file", order.corpus.display());
    }
    let command = beside_the_shell(place, extent, profile)?;
    let written = write(place, order, &command)?;
    remember(place, order)?;
    Ok(written)
}

/// Whether the order's folder holds a site that was written for this order, be it of older inputs.
pub(crate) fn stands(place: &Place, order: &Order) -> bool {
    let written = std::fs::read_to_string(orders(place, order));
    let is_its = written.is_ok_and(|written| written == format!("{order:?}"));
    is_its && order.corpus.exists() && order.out.join("index.html").exists()
}

/// Whether nothing has been compiled for a site so far.
pub(crate) fn is_first(place: &Place) -> bool {
    !place.shell().join("index.html").exists()
}

/// Writes down what the order's folder was written for.
fn remember(place: &Place, order: &Order) -> Result<()> {
    let file = orders(place, order);
    std::fs::write(&file, format!("{order:?}")).with_context(|| file.display().to_string())
}

fn orders(place: &Place, order: &Order) -> PathBuf {
    place.target.join("stamps").join(format!("order-{}", named(order)))
}

fn named(order: &Order) -> String {
    crate::digest::short(order.out.to_string_lossy().as_bytes())
}

/// Makes the shell and compiles the command, side by side: each of them ends with long stretches on one core (the
/// viewer is optimised as one piece), and neither waits for the other's files. What is said meanwhile is the shell's;
/// the command speaks where it fails.
fn beside_the_shell(place: &Place, extent: Extent, profile: Profile) -> Result<PathBuf> {
    let programs = shell::begin(place, extent)?;
    if programs.is_some() {
        // What joins the programs is compiled while they are, and before the command, whose folder it shares.
        Tools::get(place)?;
    }
    let (mut cargo, file) = compile(place, profile);
    let command = Running::start(cargo.arg("--quiet").stderr(Stdio::piped()))?;
    if let Some(programs) = programs {
        programs.succeed().context("the viewer could not be compiled")?;
    }
    shell::bring_up_to_date(place, extent)?;
    command.succeed().context("the command `crossread` could not be compiled")?;
    Ok(file)
}

/// Writes the site with `command` unless nothing that it is made of has changed.
pub(crate) fn write(place: &Place, order: &Order, command: &Path) -> Result<bool> {
    let stamp = Stamp::of(&[order.corpus.clone(), place.shell(), command.to_owned()], &format!("{order:?}"));
    let step = format!("site-{}", named(order));
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

/// Writes a site as one file with `command`.
pub(crate) fn write_single(place: &Place, corpus: &Path, file: &Path, command: &Path) -> Result<()> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    let mut build = Command::new(command);
    build.arg("build").arg("--corpus").arg(corpus).arg("--shell").arg(place.shell()).arg("--single").arg(file);
    run(build.current_dir(&place.root))
}

/// An address to build with for a site that is served on this machine below `base`: a page that is sent for any missing
/// path can't tell the root from where it stands. At the root of the host there is nothing to tell.
pub(crate) fn url(base: &str) -> Option<String> {
    (!base.is_empty()).then(|| format!("http://127.0.0.1{base}/"))
}

/// Compiles `crossread` (cargo knows whether there is anything to do) and returns its path.
pub(crate) fn command(place: &Place, profile: Profile) -> Result<PathBuf> {
    let (mut cargo, file) = compile(place, profile);
    run(&mut cargo)?;
    Ok(file)
}

/// What compiles the command, and where it then is.
fn compile(place: &Place, profile: Profile) -> (Command, PathBuf) {
    let cargo = cargo_in(place, &["build", "--locked", "--profile", profile.name(), "--package", "crossread-cli"]);
    (cargo, place.program(profile, "crossread"))
}

#[cfg(test)]
mod tests {
    use super::{Order, remember, stands, weight};
    use crate::place::Place;

    #[test]
    fn a_site_stands_for_the_order_that_it_was_written_for_and_no_other() {
        let scratch = tempfile::tempdir().expect("a folder");
        let place = Place::at(scratch.path());
        std::fs::create_dir_all(place.target.join("stamps")).expect("a folder");
        let corpus = scratch.path().join("reports");
        std::fs::create_dir_all(&corpus).expect("a corpus");
        let order = Order { corpus, out: scratch.path().join("site"), url: None };
        assert!(!stands(&place, &order));
        std::fs::create_dir_all(&order.out).expect("a site");
        std::fs::write(order.out.join("index.html"), "<html>").expect("a page");
        assert!(!stands(&place, &order), "nobody knows what it was written for");

        remember(&place, &order).expect("written down");

        assert!(stands(&place, &order));
        let other = Order { corpus: scratch.path().join("other"), ..order.clone() };
        assert!(!stands(&place, &other));
        std::fs::remove_dir(&order.corpus).expect("removed");
        assert!(!stands(&place, &order), "its corpus is gone, which is to be said");
    }

    #[test]
    fn a_corpus_weighs_what_its_files_do() {
        let scratch = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(scratch.path().join("inner")).expect("a folder");
        std::fs::write(scratch.path().join("a.txt"), "12345").expect("a file");
        std::fs::write(scratch.path().join("inner/b.txt"), "678").expect("a file");
        assert_eq!(weight(scratch.path()), 8);
        assert_eq!(weight(&scratch.path().join("a.txt")), 5);
        assert_eq!(weight(&scratch.path().join("none")), 0);
    }
}
