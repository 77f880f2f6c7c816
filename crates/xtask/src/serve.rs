//! `cargo xtask serve`: the release site on this machine, built anew when something changes.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;

use crate::freshness::Stamp;
use crate::place::Place;
use crate::server::{self, Site};
use crate::site::{self, Order};

/// How often the inputs are looked at. Looking costs a few milliseconds, works on every file system (notifications
/// don't, on mounts and in containers) and is the same question that decides which steps to leave out.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Builds, serves, and builds again when an input changes; ends only with an error.
pub(crate) fn serve(place: &Place, corpus: PathBuf, port: Option<u16>, base: String) -> Result<()> {
    let order = Order { corpus, out: place.target.join("site"), url: site::url(&base) };
    site::bring_up_to_date(place, &order)?;
    let address = listen(Site { folder: order.out.clone(), base }, port)?;
    println!("{address}");
    eprintln!("Serving {}; rebuilds on changes, Ctrl-C ends it", order.corpus.display());
    let mut built = inputs(place, &order);
    loop {
        std::thread::sleep(LOOK_EVERY);
        let now = inputs(place, &order);
        if now == built {
            continue;
        }
        // An editor or git may still be writing: wait until two looks agree.
        std::thread::sleep(LOOK_EVERY / 2);
        if inputs(place, &order) != now {
            continue;
        }
        built = now;
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

/// Listens on the port asked for, or else on the first free one of a few.
fn listen(site: Site, port: Option<u16>) -> Result<String> {
    match port {
        Some(port) => server::start(site, port),
        None => (8080..8090)
            .find_map(|port| server::start(site.clone(), port).ok())
            .map_or_else(|| server::start(site, 0), Ok),
    }
}
