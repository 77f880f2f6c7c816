//! Stamps of pages that are glued to a report: when it was last updated, with the time of day.

use model::{Day, calendar};

use super::{
    credits::is_acronym,
    dates,
    openings::{HEAD, begins_report, boundary},
};

/// Words of the stamps of pages, beside days and times of day.
const STAMP: &[&str] = &[
    "page",
    "last",
    "first",
    "updated",
    "published",
    "posted",
    "modified",
    "at",
    "on",
    "uk",
    "local",
    "time",
    "gmt",
    "utc",
    "bst",
    "est",
    "edt",
    "et",
    "cet",
    "cest",
    "am",
    "pm",
    "help",
    "share",
    "print",
    "email",
    "|",
    "-",
    "–",
    "·",
];

/// A stamp that is glued to the report, "9 May 2031 Last updated at 10:48 GMT Help The ferry …": where the report begins,
/// and the day. It says what the day is, or gives a time of day besides.
pub(in crate::clean) fn updated(line: &str) -> Option<(usize, Day)> {
    let head = &line[..boundary(line, HEAD)];
    let (named, range) = dates::find(head).into_iter().find(|(named, _)| named.day().is_some())?;
    let (mut end, mut told) = (0, false);
    for word in head.split_inclusive(' ') {
        let within = end < range.end && end + word.trim_end().len() > range.start;
        let bare = word.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '.'));
        let clock = bare.contains(':') && bare.chars().all(|c| c.is_ascii_digit() || c == ':');
        let small = bare.to_lowercase();
        let stamp = STAMP.contains(&small.as_str());
        if !within && !clock && !stamp && calendar::weekday(bare).is_none() {
            break;
        }
        told |= clock || matches!(small.as_str(), "updated" | "published" | "posted" | "modified");
        end += word.len();
    }
    let whole = end >= range.end && told && begins_report(&line[end..]);
    named.day().filter(|_| whole).map(|day| (end, day))
}

/// A day with the time of day and its zone: where it ends, with the white space behind, and the day.
pub(in crate::clean) fn stamp_end(text: &str) -> Option<(usize, Option<Day>)> {
    let (named, range) = dates::find(&text[..boundary(text, 60)]).into_iter().next().filter(|(_, r)| r.start == 0)?;
    let mut end = range.end;
    for word in text[end..].split_inclusive(' ').take(3) {
        let bare = word.trim_end_matches([' ', ',']);
        let clock = bare.contains(':') && bare.starts_with(|c: char| c.is_ascii_digit());
        let half = matches!(bare.to_lowercase().as_str(), "am" | "pm" | "a.m." | "p.m.");
        let zone = (2..=4).contains(&bare.len()) && bare.ends_with('T') && is_acronym(bare);
        if !(bare.is_empty() || clock || half || zone) {
            break;
        }
        end += word.len();
    }
    Some((end, named.day()))
}
