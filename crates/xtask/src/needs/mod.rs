//! What a task needs of the machine: looked for before anything is compiled, and got where that can be done.

use anyhow::{Result, bail};

use crate::browser;
use crate::place::Place;
use crate::tools::Tools;

mod found;
mod programs;
mod room;
mod rust;

pub(crate) use found::Found;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// A site, built and served.
    Site,
    /// The tests, or some of them.
    Tests {
        /// Formatting and lints, with the components of the toolchain that do it.
        lints: bool,
        /// Journeys through the site in a browser.
        browser: bool,
        /// The viewer, bundled by Trunk as well.
        trunk: bool,
    },
}

impl Purpose {
    fn bundles(self) -> bool {
        matches!(self, Self::Site | Self::Tests { browser: true, .. } | Self::Tests { trunk: true, .. })
    }

    fn compares(self) -> bool {
        matches!(self, Self::Tests { trunk: true, .. })
    }

    fn lints(self) -> bool {
        matches!(self, Self::Tests { lints: true, .. })
    }

    fn browser(self) -> bool {
        matches!(self, Self::Tests { browser: true, .. })
    }
}

/// Finds what is missing, says what is done about it, and does it.
///
/// # Errors
/// One line for each thing that this can't get, with what to do.
pub(crate) fn get(place: &Place, purpose: Purpose) -> Result<()> {
    let mut found = vec![programs::c_compiler(), room::enough(place, purpose)];
    found.extend(rust::target(place, purpose)?);
    if purpose.browser() {
        found.extend([programs::node(), programs::npm(), browser::chromium_needed()]);
    }
    let missing: Vec<&String> = found.iter().filter_map(Found::missing).collect();
    if !missing.is_empty() {
        let lines: Vec<String> = missing.iter().map(|line| format!("- {line}")).collect();
        bail!("this machine lacks what can't be got from here:\n{}", lines.join("\n"));
    }
    tell(place, purpose, &found)?;
    for thing in &found {
        if let Found::Can(_, get) = thing {
            get()?;
        }
    }
    Ok(())
}

/// Tells the steps of a first run, and about how long each takes on two cores; a later run has none to tell.
fn tell(place: &Place, purpose: Purpose, found: &[Found]) -> Result<()> {
    let mut steps: Vec<&str> = found.iter().filter_map(Found::step).collect();
    if purpose.bundles() {
        steps.extend(Tools::missing(place, purpose.compares())?);
        if !place.shell().exists() {
            steps.push("the viewer, compiled for the browser and shrunk: some 2 minutes; the desk's programs once pages are served");
        }
    }
    let command = if purpose == Purpose::Site { "native/crossread" } else { "debug/crossread" };
    let command = place.target.join(format!("{command}{}", std::env::consts::EXE_SUFFIX));
    if !command.exists() {
        steps.push("the command `crossread`, compiled: some 2 minutes");
    }
    if steps.is_empty() {
        return Ok(());
    }
    eprintln!("Still to be done (once):");
    for step in steps {
        eprintln!("- {step}");
    }
    Ok(())
}
