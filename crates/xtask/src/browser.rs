//! What the journeys in a real browser need: node packages, a Chromium, and the release site under a sub-path.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use host::Site;

use crate::freshness::Stamp;
use crate::needs::Found;
use crate::place::Place;
use crate::process::{NPM, answer, on_path, run};

/// The sub-path that the tests run under: two folders deep, so that a link that forgets it is found.
pub(crate) const BASE: &str = "/some/repo";

/// What is at hand to run the journeys with.
pub(crate) struct Browser {
    modules: PathBuf,
    chromium: PathBuf,
}

impl Browser {
    /// Installs the pinned packages and finds the Chromium that was found to be there, or was got, before.
    pub(crate) fn get(place: &Place) -> Result<Self> {
        let modules = packages(place, &place.root.join("tests/browser"), &place.target.join("browser"))?;
        Ok(Self { modules, chromium: chromium()? })
    }

    /// Draws a line of text, which a Chromium that lacks a library or the last of its fonts can't.
    pub(crate) fn draws_a_page(&self, place: &Place) -> Result<()> {
        let picture = place.target.join("ready.png");
        let mut chromium = Command::new(&self.chromium);
        let profile = place.target.join("ready-profile");
        chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]);
        chromium.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
        chromium.arg(format!("--user-data-dir={}", profile.display()));
        chromium.arg(format!("--screenshot={}", picture.display())).arg("data:text/html,<p>Crossread</p>");
        let output = chromium.output().with_context(|| self.chromium.display().to_string())?;
        std::fs::remove_dir_all(&profile).ok();
        if !picture.is_file() {
            bail!("{} draws no page: {}", self.chromium.display(), String::from_utf8_lossy(&output.stderr).trim());
        }
        std::fs::remove_file(&picture).with_context(|| picture.display().to_string())
    }

    /// Node with a script or its test runner, told where the site and its tools are.
    pub(crate) fn node(&self, place: &Place, folder: &Path) -> Result<Command> {
        let address = host::start(Site { folder: folder.to_owned(), base: BASE.to_owned() }, 0)?;
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

/// Whether a Chromium is there, or can be got: the system's package, where this may install it.
pub(crate) fn chromium_needed() -> Found {
    if chromium().is_ok() {
        return Found::Here;
    }
    let named = std::env::var_os("CHROMIUM").is_some();
    let root = answer("id", "-u").as_deref() == Some("0");
    match on_path("apt-get") {
        Some(apt) if root && !named => Found::Can(
            "Chromium, in which the journeys run, by apt-get: about a minute",
            Box::new(move || {
                // The lists may be older than the package, or not be there at all.
                run(Command::new(&apt).args(["update", "-qq"]))?;
                run(Command::new(&apt).args(["install", "-y", "-qq", "--no-install-recommends", "chromium"]))
            }),
        ),
        _ => Found::Cannot(chromium().map_or_else(|error| format!("{error:#}"), |_| String::new())),
    }
}

/// The Chromium that is there.
fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        return if named.is_file() { Ok(named) } else { bail!("CHROMIUM={}: no such file", named.display()) };
    }
    installed_chromium().context("a Chromium: install chromium or google-chrome, or set CHROMIUM to its path")
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
