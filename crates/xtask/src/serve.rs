//! `cargo xtask serve`: the release site on this machine, built anew when something changes.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use host::Site;

use crate::freshness::Stamp;
use crate::place::Place;
use crate::site::{self, Order};

/// How often the inputs are looked at. Looking costs a few milliseconds, works on every file system (notifications
/// don't, on mounts and in containers) and is the same question that decides which steps to leave out.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Serves, and builds again when an input changes; ends only with an error.
///
/// Nobody waits for what can be had later: a site that stands is served at once, and one that has never been built as soon
/// as it can be read. What is missing, or has changed since, is built while that is served.
pub(crate) fn serve(place: &Place, corpus: PathBuf, port: Option<u16>, base: String) -> Result<()> {
    let order = Order { corpus, out: place.target.join("site"), url: site::url(&base) };
    if !site::stands(place, &order) {
        if site::is_first(place) {
            site::bring_first(place, &order)?;
        } else {
            site::bring_up_to_date(place, &order)?;
        }
    }
    let address = host::listen(&Site { folder: order.out.clone(), base }, port).context("a port can't be used")?;
    println!("{address}");
    eprintln!("Serving {}; rebuilds on changes, Ctrl-C ends it", order.corpus.display());
    let mut built = None;
    loop {
        let now = inputs(place, &order);
        if built.as_ref() == Some(&now) {
            std::thread::sleep(LOOK_EVERY);
            continue;
        }
        // An editor or git may still be writing: wait until two looks agree.
        std::thread::sleep(LOOK_EVERY / 2);
        if inputs(place, &order) != now {
            continue;
        }
        built = Some(now);
        match site::bring_up_to_date(place, &order) {
            Ok(true) => eprintln!("Rebuilt: reload {address}"),
            Ok(false) => {}
            Err(error) => eprintln!("{error:#}; the last good site stays until this is mended"),
        }
    }
}

fn inputs(place: &Place, order: &Order) -> Stamp {
    Stamp::of(&order.inputs(place), "")
}
