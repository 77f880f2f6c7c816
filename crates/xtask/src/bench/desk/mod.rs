//! `cargo xtask bench desk`: own documents in the page, from the drop to the overview, beside the command.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use lexopt::ValueExt;
use serde_json::{Value, json};

use super::Bench;
use crate::browser::{self, Browser};
use crate::place::{Place, Profile};
use crate::process;
use crate::site::{self, Order};
use crate::towns;

/// See [`run`].
pub(crate) const BENCH: Bench =
    Bench { name: "desk", about: "own documents in the page, from the drop to the overview, beside the command", run };

/// How many reports are dropped, one after the other.
const SIZES: [usize; 3] = [10, 100, 1_000];

/// How many of the towns' short reports make one of some five thousand bytes.
const JOINED: usize = 8;

/// Makes the corpora, and has Chromium drop them; `--sizes 10,100` takes others.
fn run(place: &Place, mut arguments: lexopt::Parser) -> Result<()> {
    let mut sizes = SIZES.map(|size| size.to_string()).join(",");
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("sizes") => sizes = arguments.value()?.string()?,
            other => return Err(other.unexpected().into()),
        }
    }
    let browser = Browser::get(place)?;
    let order =
        Order { corpus: place.root.join("seeds"), out: place.target.join("site"), url: site::url(browser::BASE) };
    site::bring_up_to_date(place, &order)?;
    let work = place.target.join("bench-desk");
    std::fs::create_dir_all(&work).with_context(|| work.display().to_string())?;
    for size in sizes.split(',') {
        let file = work.join(format!("{size}.jsonl"));
        let lines = corpus(size.parse().with_context(|| format!("--sizes {size}"))?)?;
        std::fs::write(&file, lines).with_context(|| file.display().to_string())?;
    }
    let mut node = browser.node(place, &order.out)?;
    node.env("CROSSREAD_DESK_CORPORA", &work).env("CROSSREAD_DESK_SIZES", sizes);
    node.env("CROSSREAD_DESK_COMMAND", site::command(place, Profile::Native)?);
    process::run(node.arg(place.root.join("crates/xtask/src/bench/desk/bench.mjs")))
}

/// So many reports as JSON lines, each of several of the towns' reports.
fn corpus(reports: usize) -> Result<String> {
    let short = towns::corpus((reports * JOINED) as u64);
    let short = short.lines().map(serde_json::from_str).collect::<Result<Vec<Value>, _>>()?;
    let mut lines = String::new();
    for (number, parts) in short.chunks(JOINED).enumerate() {
        let texts: Vec<&str> = parts.iter().filter_map(|part| part["text"].as_str()).collect();
        let line = json!({
            "id": format!("r{number:04}"), "title": parts[0]["title"], "published": parts[0]["published"],
            "text": texts.join("\n\n"),
        });
        writeln!(lines, "{line}")?;
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_are_as_many_and_as_long_as_the_limits_say() {
        let lines = corpus(20).expect("lines");
        assert_eq!(lines.lines().count(), 20);
        assert!((4_000..7_000).contains(&(lines.len() / 20)), "{}", lines.len());
    }
}
