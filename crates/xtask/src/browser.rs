//! What the journeys in a real browser need: node packages, a Chromium, and the release site under a sub-path.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::freshness::Stamp;
use crate::place::Place;
use crate::process::{NPM, answer, on_path, run};
use crate::server::{self, Site};

/// The sub-path that the tests run under: two folders deep, so that a link that forgets it is found.
pub(crate) const BASE: &str = "/some/repo";

/// Node's first version with the test runner that the journeys use.
const NODE: u32 = 20;

/// What is at hand to run the journeys with.
pub(crate) struct Browser {
    modules: PathBuf,
    chromium: PathBuf,
}

impl Browser {
    /// Finds Node.js and Chromium and installs the pinned packages; each thing that can't be had is one clear line.
    pub(crate) fn get(place: &Place) -> Result<Self> {
        let version =
            answer("node", "--version").context("Node.js is missing; install version 20 or newer with npm")?;
        let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
        if major.is_none_or(|major| major < NODE) {
            bail!("Node.js {version} is too old for the journeys; install version {NODE} or newer");
        }
        let modules = packages(place, &place.root.join("tests/browser"), &place.target.join("browser"))?;
        Ok(Self { modules, chromium: chromium()? })
    }

    /// Node with a script or its test runner, told where the site and its tools are.
    pub(crate) fn node(&self, place: &Place, folder: &Path) -> Result<Command> {
        let address = server::start(Site { folder: folder.to_owned(), base: BASE.to_owned() }, 0)?;
        let mut node = Command::new("node");
        node.current_dir(&place.root);
        node.env("CROSSREAD_SITE", address).env("CROSSREAD_MODULES", &self.modules);
        node.env("CROSSREAD_CHROMIUM", &self.chromium).env("CROSSREAD_FOLDER", folder);
        Ok(node)
    }
}

/// The node packages of the package.json in `from`, at the versions of its package-lock.json, installed below `to`.
pub(crate) fn packages(place: &Place, from: &Path, to: &Path) -> Result<PathBuf> {
    let files = ["package.json", "package-lock.json", ".npmrc"].map(|file| from.join(file));
    let step = format!("packages-{}", crate::digest::short(to.to_string_lossy().as_bytes()));
    let stamp = Stamp::of(&files, "");
    let modules = to.join("node_modules");
    if stamp.is_recorded(place, &step) && modules.exists() {
        return Ok(modules);
    }
    let npm = on_path(NPM).context("npm is missing; install it beside Node.js")?;
    eprintln!("Installing node packages below {}", to.display());
    std::fs::create_dir_all(to).with_context(|| to.display().to_string())?;
    for file in files {
        let name = file.file_name().unwrap_or_default().to_owned();
        std::fs::copy(&file, to.join(name)).with_context(|| file.display().to_string())?;
    }
    let npm = |command: &str, more: &str| {
        run(Command::new(&npm).args([command, more, "--silent", "--ignore-scripts"]).current_dir(to))
    };
    // Where the registry lacks optional packages of other platforms, `ci` refuses; `install` passes over them.
    npm("ci", "--no-audit").or_else(|_| npm("install", "--no-save"))?;
    stamp.record(place, &step)?;
    Ok(modules)
}

/// A Chromium that is there, or the system's package where this may install it.
fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        return if named.is_file() { Ok(named) } else { bail!("CHROMIUM={}: no such file", named.display()) };
    }
    if let Some(found) = installed_chromium() {
        return Ok(found);
    }
    let root = answer("id", "-u").as_deref() == Some("0");
    if let (true, Some(apt)) = (root, on_path("apt-get")) {
        eprintln!("Installing Chromium with apt-get: the journeys run in it");
        // The lists may be older than the package, or not be there at all.
        run(Command::new(&apt).args(["update", "-qq"]))?;
        run(Command::new(&apt).args(["install", "-y", "-qq", "--no-install-recommends", "chromium"]))?;
    }
    installed_chromium()
        .context("no Chromium was found; install chromium or google-chrome, or set CHROMIUM to its path")
}

fn installed_chromium() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let on_mac = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];
    let on_path = names.iter().find_map(|name| on_path(name));
    on_path.or_else(|| on_mac.iter().map(PathBuf::from).find(|file| file.is_file())).or_else(playwrights_chromium)
}

/// The newest Chromium that Playwright has downloaded for this user.
fn playwrights_chromium() -> Option<PathBuf> {
    let home = PathBuf::from(std::env::var_os("HOME")?);
    let caches = [home.join(".cache/ms-playwright"), home.join("Library/Caches/ms-playwright")];
    let entries = caches.iter().filter_map(|cache| std::fs::read_dir(cache).ok()).flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    folders.sort();
    let places = ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-mac/Chromium.app/Contents/MacOS/Chromium"];
    folders.iter().rev().flat_map(|folder| places.map(|place| folder.join(place))).find(|file| file.is_file())
}
