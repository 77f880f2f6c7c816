//! `cargo xtask bench <name>`: figures beside their limits. Each bench has a file of its own here and a line below.

use anyhow::{Result, bail};

use crate::place::Place;

mod desk;
mod extract;
mod hands;
mod odd;
mod pages;
mod relate;
mod search;
mod sizes;
mod stories;

pub(crate) use stories::{name, seed};

/// One bench.
pub(crate) struct Bench {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it measures.
    pub about: &'static str,
    /// Runs it with the arguments that follow its name.
    pub run: fn(&Place, lexopt::Parser) -> Result<()>,
}

/// All of them.
pub(crate) const BENCHES: &[Bench] =
    &[desk::BENCH, extract::BENCH, hands::BENCH, odd::BENCH, pages::BENCH, relate::BENCH, search::BENCH, sizes::BENCH];

/// Runs the bench of that name.
pub(crate) fn run(place: &Place, name: &str, arguments: lexopt::Parser) -> Result<()> {
    match BENCHES.iter().find(|bench| bench.name == name) {
        Some(bench) => (bench.run)(place, arguments),
        None => {
            let names: Vec<String> = BENCHES.iter().map(|b| format!("  {:8} {}", b.name, b.about)).collect();
            bail!("no bench is called {name}; there are\n{}", names.join("\n"))
        }
    }
}
