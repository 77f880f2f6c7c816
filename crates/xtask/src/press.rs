//! A corpus of many reports that share stories: each event is told by several outlets, on several days, in their own words,
//! with figures that sometimes differ. All names are made from a seed.

use std::fmt::Write as _;

use serde_json::json;

use crate::bench::{name, seed};

/// How many reports tell of one event.
const REPORTS: u64 = 5;

const OUTLETS: [&str; 6] =
    ["Morning Courier", "Valley Herald", "Northern Post", "River Gazette", "Evening Mirror", "Coast Tribune"];
const PLACES: [&str; 6] = ["bridge", "theatre", "library", "harbour", "observatory", "market hall"];
const GIVEN: [&str; 5] = ["Anna", "Karl", "Maria", "Peter", "Susan"];

/// So many reports as JSON lines.
pub(crate) fn corpus(reports: u64) -> String {
    let mut lines = String::new();
    for report in 0..reports {
        let (story, copy) = (report / REPORTS, report % REPORTS);
        let [town, mayor, builder] = ["town", "mayor", "builder"].map(|what| name(seed(what, story)));
        let given = GIVEN[(story % GIVEN.len() as u64) as usize];
        let place = PLACES[(story % PLACES.len() as u64) as usize];
        // Ten days lie between two events; one report a day comes after each.
        let (month, day) = (1 + story * 10 / 28 % 12, 1 + story * 10 % 28);
        let opened = format!("{day} {} 2032", month_name(month));
        let begun = format!("{day} {} 2031", month_name(month));
        let cost = 12 + story + u64::from(copy == 3 && story.is_multiple_of(4)) * 5;
        let (title, text) = match copy {
            0 => (
                format!("{town} opens its new {place}"),
                format!(
                    "{given} {mayor}, the mayor of {town}, opened the new {place} of {town} on {opened}. The builder \
                     {builder} had begun to build the {place} of {town} on {begun}. The {place} \
                     cost {cost} million crowns, according to the builder {builder}.\n\n“This {place} will serve {town} \
                     for a hundred years,” {given} {mayor} said."
                ),
            ),
            1 => (
                format!("A {place} for {town}"),
                format!(
                    "The new {place} of {town} was opened on {opened} by the mayor, {given} {mayor}.\n\nThe builder \
                     {builder} began to build the {place} of {town} on {begun}. Residents of \
                     {town} had waited for the {place} for nine years. The builder {builder} said that the {place} cost \
                     {cost} million crowns."
                ),
            ),
            2 => (
                format!("Crowds come to the {place} of {town}"),
                format!(
                    "Four thousand people came when the new {place} of {town} was opened on {opened}.\n\n“This {place} \
                     will serve {town},” {given} {mayor} said, “for a hundred good years.” The council of {town} expects the \
                     {place} to be full by the end of 2032."
                ),
            ),
            3 => (
                format!("What the {place} of {town} cost"),
                format!(
                    "The new {place} of {town}, which was opened on {opened}, cost {cost} million crowns.\n\nThe council \
                     of {town} denied that the builder {builder} had been paid twice."
                ),
            ),
            _ => (
                format!("{town} a week after the opening"),
                format!(
                    "A week after the new {place} of {town} was opened, the council of {town} plans to build a road to \
                     it by the end of 2032.\n\nAccording to the {}, the {place} cost {cost} million crowns.",
                    OUTLETS[(story % OUTLETS.len() as u64) as usize]
                ),
            ),
        };
        let line = json!({
            "id": format!("p{report:04}"),
            "title": title,
            "outlet": OUTLETS[((story + copy) % OUTLETS.len() as u64) as usize],
            "published": format!("2032-{month:02}-{:02}", (day + copy).min(28)),
            "text": text,
        });
        // Writing to a string can't fail.
        let _ = writeln!(lines, "{line}");
    }
    lines
}

/// The name of a month, 1 first.
fn month_name(month: u64) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    MONTHS[(month - 1) as usize % 12]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn each_event_is_told_by_five_outlets_in_other_words() {
        let corpus = super::corpus(150);
        assert_eq!(corpus, super::corpus(150));
        let lines: Vec<serde_json::Value> =
            corpus.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(lines.len(), 150);
        for event in lines.chunks(5) {
            let of = |key: &str| event.iter().map(|line| line[key].to_string()).collect::<BTreeSet<_>>().len();
            assert_eq!((of("outlet"), of("text")), (5, 5));
        }
    }
}
