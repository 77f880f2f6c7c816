//! `cargo xtask test`: everything that CI runs, in the order in which a mistake costs least to find.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use host::Site;

use crate::browser::{self, Browser};
use crate::needs::{self, Purpose};
use crate::place::{Place, Profile};
use crate::process::{cargo_in, run, run_and_read};
use crate::site::{self, Order};
use crate::{hostile, press, shell, supply, towns};

/// The crates that know no file, clock, thread or browser.
const LIBRARIES: [&str; 5] =
    ["crossread-model", "crossread-extract", "crossread-relate", "crossread-search", "crossread-bundle"];

const WASM: &str = "--target=wasm32-unknown-unknown";

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: usize,
    failed: usize,
}

/// A part of the tests that can be run on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// What the others need, got and tried: what goes wrong on a new machine goes wrong here.
    Ready,
    /// Formatting, lints and the wasm builds.
    Lints,
    /// The Rust tests.
    Rust,
    /// The journeys through the release site in a browser.
    Browser,
    /// That Trunk bundles the same viewer.
    Trunk,
}

/// Runs the parts and ends with one line that counts the tests.
pub(crate) fn test(place: &Place, parts: &[Part]) -> Result<()> {
    let ready = parts.contains(&Part::Ready);
    let has = |part| parts.contains(&part) || ready;
    let trunk = parts.contains(&Part::Trunk);
    needs::get(place, Purpose::Tests { lints: has(Part::Lints), browser: has(Part::Browser), trunk })?;
    if ready {
        return try_needs(place);
    }
    let browser = if parts.contains(&Part::Browser) { Some(Browser::get(place)?) } else { None };
    if parts.contains(&Part::Lints) {
        lints(place)?;
    }
    let mut count = Count::default();
    if parts.contains(&Part::Rust) {
        count = count + rust(place)?;
    }
    if let Some(browser) = browser {
        count = count + journeys(place, &browser)?;
    }
    if trunk {
        eprintln!("The viewer, bundled by Trunk");
        let compared = shell::compare_with_trunk(place);
        count = count + compared.as_ref().map_or(Count { passed: 0, failed: 1 }, |()| Count { passed: 1, failed: 0 });
        if let Err(error) = compared {
            eprintln!("{error:#}");
        }
    }
    println!("\n{} passed, {} failed", count.passed, count.failed);
    if count.failed > 0 { bail!("tests failed") } else { Ok(()) }
}

/// Uses each thing that the parts need once.
fn try_needs(place: &Place) -> Result<()> {
    let browser = Browser::get(place)?;
    run(&mut cargo_in(place, &["fmt", "--all", "--check"]))?;
    let model = ["clippy", "--locked", "--package", "crossread-model"];
    run(&mut cargo_in(place, &[&model[..], &[WASM, "--", "-D", "warnings"]].concat()))?;
    browser.draws_a_page(place)?;
    println!("\nready: 1 passed, 0 failed");
    Ok(())
}

fn lints(place: &Place) -> Result<()> {
    let step = |what: &str, arguments: &[&str]| {
        eprintln!("{what}");
        run(&mut cargo_in(place, arguments))
    };
    step("Formatting", &["fmt", "--all", "--check"])?;
    supply::check(place)?;
    let deny = ["--", "-D", "warnings"];
    let clippy = ["clippy", "--locked", "--workspace", "--all-targets"];
    step("Lints", &[&clippy[..], &deny].concat())?;
    let viewer = ["clippy", "--locked", "--package", "crossread", "--features", "csr", WASM];
    step("Lints of the viewer for the browser", &[&viewer[..], &deny].concat())?;
    let packages = LIBRARIES.map(|library| ["--package", library]).concat();
    step("The libraries for WebAssembly", &[&["build", "--locked", WASM][..], &packages].concat())
}

fn rust(place: &Place) -> Result<Count> {
    eprintln!("Rust tests");
    let (succeeded, said) = run_and_read(&mut cargo_in(place, &["test", "--locked", "--workspace", "--no-fail-fast"]))?;
    judged("the Rust tests", succeeded, count_rust(&said))
}

/// Builds the release site from the corpus that ships and walks through it.
fn journeys(place: &Place, browser: &Browser) -> Result<Count> {
    shell::bring_up_to_date(place, shell::Extent::Whole)?;
    // The command as the Rust tests compiled it: it writes the same bytes, and need not be compiled a second time.
    let command = site::command(place, Profile::Dev)?;
    let out = place.target.join("test-site");
    let order = Order { corpus: place.root.join("seeds"), out, url: site::url(browser::BASE) };
    site::write(place, &order, &command)?;
    let many = of_lines(place, &command, "many", &towns::corpus(150))?;
    let press = of_lines(place, &command, "press", &press::corpus(150))?;
    let hostile = of_lines(place, &command, "hostile", &hostile::corpus())?;
    let single = place.target.join("test-single/crossread.html");
    site::write_single(place, &order.corpus, &single, &command)?;
    // One that holds its corpus packed as a whole.
    let large = place.target.join("test-single/large.html");
    site::write_single(place, &place.target.join("test-press/press.jsonl"), &large, &command)?;
    eprintln!("Journeys");
    let mut node = browser.node(place, &order.out)?;
    // Of so many reports that the search is cut into files; and of reports that wish their readers ill.
    node.env("CROSSREAD_JOURNEYS", "yes");
    node.env("CROSSREAD_MANY", host::start(Site { folder: many, base: browser::BASE.to_owned() }, 0)?);
    // Of many that share stories.
    node.env("CROSSREAD_PRESS_FOLDER", &press);
    node.env("CROSSREAD_PRESS", host::start(Site { folder: press, base: browser::BASE.to_owned() }, 0)?);
    node.env("CROSSREAD_HOSTILE_FOLDER", &hostile);
    node.env("CROSSREAD_HOSTILE", host::start(Site { folder: hostile, base: browser::BASE.to_owned() }, 0)?);
    // The same corpus in one file, to be opened from the disk.
    node.env("CROSSREAD_SINGLE", &single).env("CROSSREAD_SINGLE_LARGE", &large);
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=2"]).args(journey_files(place)?);
    let (succeeded, said) = run_and_read(&mut node)?;
    judged("the journeys", succeeded, count_node(&said))
}

/// The site of a corpus of JSON lines.
fn of_lines(place: &Place, command: &Path, name: &str, lines: &str) -> Result<PathBuf> {
    let folder = place.target.join(format!("test-{name}"));
    std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
    let corpus = folder.join(format!("{name}.jsonl"));
    std::fs::write(&corpus, lines).with_context(|| corpus.display().to_string())?;
    let order = Order { corpus, out: folder.join("site"), url: site::url(browser::BASE) };
    site::write(place, &order, command)?;
    Ok(order.out)
}

fn journey_files(place: &Place) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(place.root.join("tests/browser"))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}

/// A run that failed without a failed test, or passed without a test, is an error of its own.
fn judged(what: &str, succeeded: bool, count: Count) -> Result<Count> {
    match (succeeded, count) {
        (false, Count { failed: 0, .. }) => bail!("{what} could not be run"),
        (true, Count { passed: 0, .. }) => bail!("{what}: none was found"),
        _ => Ok(count),
    }
}

/// Adds up cargo's lines "test result: ok. 3 passed; 0 failed; …".
fn count_rust(said: &str) -> Count {
    let results = said.lines().filter_map(|line| line.strip_prefix("test result: "));
    let number = |line: &str, after: &str| {
        let before = line.split(after).next().unwrap_or_default();
        before.split_whitespace().next_back().and_then(|number| number.parse().ok()).unwrap_or(0)
    };
    results.fold(Count::default(), |sum, line| {
        sum + Count { passed: number(line, " passed;"), failed: number(line, " failed;") }
    })
}

/// Reads node's closing lines "ℹ pass 3" and "ℹ fail 0"; a test that was cancelled has failed.
fn count_node(said: &str) -> Count {
    let number = |name: &str| {
        let mut values = said.lines().filter_map(|line| {
            let mut words = line.split_whitespace().skip(1);
            (words.next() == Some(name)).then(|| words.next()).flatten()?.parse::<usize>().ok()
        });
        values.next_back().unwrap_or(0)
    };
    Count { passed: number("pass"), failed: number("fail") + number("cancelled") }
}

impl std::ops::Add for Count {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

#[cfg(test)]
mod tests {
    use super::{Count, count_node, count_rust, judged};

    #[test]
    fn the_results_of_all_test_programs_are_added_up() {
        let said = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; finished in 0.1s\n\
                    test result: FAILED. 10 passed; 3 failed; 1 ignored; 0 measured; finished in 2.0s\n";
        assert_eq!(count_rust(said), Count { passed: 12, failed: 3 });
    }

    #[test]
    fn nodes_closing_lines_count() {
        let said = "✔ pass 7 of them (3ms)\nℹ tests 9\nℹ pass 7\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\n";
        assert_eq!(count_node(said), Count { passed: 7, failed: 2 });
    }

    #[test]
    fn a_run_without_tests_does_not_pass() {
        assert!(judged("x", true, Count::default()).is_err());
        assert!(judged("x", false, Count { passed: 3, failed: 0 }).is_err());
        assert!(judged("x", false, Count { passed: 3, failed: 1 }).is_ok());
    }
}
