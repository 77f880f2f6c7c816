//! A corpus whose search does not fit into one file: reports of towns that are made from a seed.

use std::fmt::Write as _;

use serde_json::json;

use crate::bench::{name, seed};

const PLACES: [&str; 8] = ["bridge", "mill", "theatre", "school", "harbour", "library", "market", "observatory"];
const TROUBLES: [&str; 6] = ["flood", "fire", "storm", "landslide", "strike", "drought"];
const WORKS: [&str; 6] = ["rebuild", "repair", "enlarge", "close", "sell", "reopen"];

/// Given names: a name of one word that nobody knows could be anything's, and makes no person.
const GIVEN: [&str; 5] = ["Anna", "Karl", "Maria", "Peter", "Susan"];

/// So many reports as JSON lines; the first ones are the same for any number.
pub(crate) fn corpus(reports: u64) -> String {
    let mut lines = String::new();
    for report in 0..reports {
        let pick = |words: &[&'static str], salt: u64| words[((report / salt) % words.len() as u64) as usize];
        let (place, trouble, work) = (pick(&PLACES, 1), pick(&TROUBLES, 3), pick(&WORKS, 7));
        let [town, mayor, river, builder] = ["town", "mayor", "river", "builder"].map(|what| name(seed(what, report)));
        let mayor = format!("{} {mayor}", pick(&GIVEN, 1));
        let title = format!("{town} will {work} its {place} after the {trouble}");
        let text = format!(
            "The council of {town} has decided to {work} the {place}, which the {trouble} on the {river} had damaged.\n\n\
             “We will not wait for another {trouble},” said {mayor}, the mayor of {town}. The work is to cost {cost} \
             million crowns, according to the builder {builder}.\n\n\
             Engineers of {builder} measured the {place} for {days} days. They reported that the walls along the {river} \
             had moved, and that visitors should keep away from the {place} until the council has published the plans.\n\n\
             The {place} of {town} had been opened by a predecessor of {mayor}. Neighbours expect the noise to last \
             longer than the council has announced.",
            cost = 2 + report % 90,
            days = 3 + report % 11,
        );
        let published = format!("2031-{:02}-{:02}", 1 + report % 12, 1 + report % 28);
        let line = json!({ "id": format!("r{report:04}"), "title": title, "published": published, "text": text });
        // Writing to a string can't fail.
        let _ = writeln!(lines, "{line}");
    }
    lines
}
