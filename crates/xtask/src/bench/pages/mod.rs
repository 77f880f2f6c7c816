//! `cargo xtask bench pages`: Lighthouse on the overview, a claim and a document of the release site, under a sub-path.

use std::path::PathBuf;

use anyhow::Result;

use super::Bench;
use crate::browser::{self, Browser};
use crate::place::Place;
use crate::process;
use crate::site::{self, Order};

/// See [`run`].
pub(crate) const BENCH: Bench =
    Bench { name: "pages", about: "Lighthouse on an overview, a claim and a document of the release site", run };

/// Builds the site of the corpus that ships, and has Lighthouse look at it.
fn run(place: &Place, mut arguments: lexopt::Parser) -> Result<()> {
    if let Some(argument) = arguments.next()? {
        return Err(argument.unexpected().into());
    }
    let browser = Browser::get(place)?;
    let here: PathBuf = place.root.join("crates/xtask/src/bench/pages");
    let modules = browser::packages(place, &here, &place.target.join("bench-pages"))?;
    let order = Order {
        corpus: place.root.join("seeds"),
        out: place.target.join("bench-pages/site"),
        url: site::url(browser::BASE),
    };
    site::bring_up_to_date(place, &order)?;
    let mut node = browser.node(place, &order.out)?;
    process::run(node.env("CROSSREAD_LIGHTHOUSE", modules).arg(here.join("bench.mjs")))
}
