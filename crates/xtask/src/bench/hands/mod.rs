//! `cargo xtask bench hands`: how long the claims take to answer hands and keys, on a corpus of ten thousand claims.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::json;

use super::Bench;
use crate::browser::{self, Browser};
use crate::place::Place;
use crate::process;
use crate::site::{self, Order};

/// See [`run`].
pub(crate) const BENCH: Bench =
    Bench { name: "hands", about: "how soon ten thousand claims answer hands and keys, at a desk and on a phone", run };

/// How many reports there are, and how many sentences each has: together some eleven thousand claims.
const REPORTS: u32 = 2_600;
const SENTENCES: u32 = 5;

const WHO: [&str; 8] =
    ["Anna Berg", "Boris Costa", "Clara Dahl", "David Holm", "Elena Fuchs", "Farid Grau", "Greta Ivers", "Hugo Lind"];
const WHAT: [&str; 8] = ["bridge", "ferry", "school", "hospital", "library", "station", "canal", "theatre"];
const WHERE: [&str; 8] = ["Altdorf", "Bergheim", "Feldkirch", "Neustadt", "Norden", "Seeburg", "Talbach", "Waldau"];
const BECAME: [&str; 6] =
    ["will open", "opened", "was closed", "may be sold", "will be repaired", "is expected to reopen"];
const WHEN: [&str; 4] = ["January", "April", "July", "October"];
const OUTLETS: [&str; 4] = ["River Post", "Hill Post", "Lake Post", "Coast Post"];

/// Builds the corpus and has Chromium go through its claims.
fn run(place: &Place, mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let browser = Browser::get(place)?;
    let work = place.target.join("bench-hands");
    std::fs::create_dir_all(&work).with_context(|| work.display().to_string())?;
    let corpus = work.join("corpus.jsonl");
    std::fs::write(&corpus, reports()?).with_context(|| corpus.display().to_string())?;
    let order = Order { corpus, out: work.join("site"), url: site::url(browser::BASE) };
    site::bring_up_to_date(place, &order)?;
    let mut node = browser.node(place, &order.out)?;
    process::run(node.arg(place.root.join("crates/xtask/src/bench/hands/bench.mjs")))
}

/// Reports as JSON lines: every sentence says something of one of some hundred thousand things.
fn reports() -> Result<String> {
    let mut lines = String::new();
    let mut state = 7;
    for number in 0..REPORTS {
        let sentences: Vec<String> = (0..SENTENCES)
            .map(|_| {
                let (who, what, place) = (one(&mut state, &WHO), one(&mut state, &WHAT), one(&mut state, &WHERE));
                let (became, when, which) = (one(&mut state, &BECAME), one(&mut state, &WHEN), next(&mut state) % 900);
                format!("{who} said the {what} number {which} in {place} {became} in {when} 2025.")
            })
            .collect();
        let (month, day) = (next(&mut state) % 12 + 1, next(&mut state) % 28 + 1);
        let line = json!({
            "id": format!("r{number:04}"),
            "title": format!("Report {number} on the {} of {}", one(&mut state, &WHAT), one(&mut state, &WHERE)),
            "outlet": one(&mut state, &OUTLETS),
            "published": format!("2024-{month:02}-{day:02}"),
            "text": sentences.join("\n\n"),
        });
        writeln!(lines, "{line}")?;
    }
    Ok(lines)
}

fn one<'a>(state: &mut u64, of: &[&'a str]) -> &'a str {
    of[next(state) as usize % of.len()]
}

/// The same numbers on every machine: a linear congruential generator (Knuth's MMIX), of which the high bits serve.
fn next(state: &mut u64) -> u32 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) as u32
}
