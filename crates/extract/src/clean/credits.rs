//! Lines that say where a report comes from: datelines with city, day and agency, and credits of agencies and people.

use std::ops::Range;

use model::Day;

use super::{dates, masthead};

/// What a dateline tells, with the bytes that each part takes up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dateline {
    /// The day, where its year is named.
    pub(super) day: Option<Day>,
    /// Where the words of the agency begin, with what encloses them.
    pub(super) agency: Option<usize>,
    /// Where the report begins.
    pub(super) body: usize,
}

/// How far into a paragraph a dateline can reach, in bytes.
const HEAD: usize = 110;

/// Words in capitals that announce something, and are no town.
const LABELS: &[&str] = &[
    "BREAKING",
    "UPDATE",
    "UPDATED",
    "EXCLUSIVE",
    "OPINION",
    "ANALYSIS",
    "VIDEO",
    "WATCH",
    "CORRECTION",
    "LIVE",
    "PHOTOS",
    "EDITORIAL",
    "ADVERTISEMENT",
    "READ",
    "MORE",
    "STORY",
    "NOTE",
    "RELATED",
    "ALERT",
    "DEVELOPING",
    "INTERVIEW",
    "REVIEW",
    "COMMENT",
    "LISTEN",
    "GALLERY",
    "SPONSORED",
    "WARNING",
    "SPOILER",
    "FAQ",
    "TRANSCRIPT",
    "PODCAST",
    "BRIEF",
    "SUMMARY",
    "QUESTION",
    "ANSWER",
];

/// Reads the dateline that a paragraph begins with: "KOLM, Varn, March 3 (NPA) — ", "March 3, 2024 – KOLM – ",
/// "(Kolm, March 3, 2024) ", "(NPA) ".
pub(super) fn dateline(line: &str) -> Option<Dateline> {
    let head = &line[..line.char_indices().map(|(at, _)| at).take_while(|&at| at <= HEAD).last().unwrap_or(0)];
    if line.starts_with('(')
        && let Some(close) = head.find(')')
    {
        let inner = &line[1..close];
        let rest = line[close + 1..].trim_start();
        let rest = rest.trim_start_matches(['—', '–', '-', ':']).trim_start();
        let body = line.len() - rest.len();
        let told =
            is_acronym(inner) && !inner.contains(' ') || read(inner).is_some_and(|parts| parts.day && parts.place);
        return (told && begins_report(rest)).then(|| {
            let agency = is_acronym(inner).then_some(0);
            Dateline { day: named_day(inner), agency, body }
        });
    }
    let mut best = None;
    for (at, mark) in head.char_indices().filter(|&(_, c)| matches!(c, '—' | '–' | '-')) {
        let end = at + mark.len_utf8();
        // A hyphen within a word is no dash.
        let joins = mark == '-'
            && (line[..at].ends_with(char::is_alphanumeric) || line[end..].starts_with(char::is_alphanumeric))
            && !(line[..at].ends_with([' ', ')', '/']) && line[end..].starts_with([' ', '-']));
        if joins || line[end..].starts_with('-') {
            continue;
        }
        let rest = line[end..].trim_start();
        let before = line[..at].trim_end_matches(['-', ' ', '—', '–']);
        if let Some(parts) = read(before)
            && begins_report(rest)
            && (parts.caps || parts.agency.is_some() || parts.day && parts.place)
        {
            best = Some(Dateline { day: named_day(before), agency: parts.agency, body: line.len() - rest.len() });
        }
    }
    best
}

/// What the words before a dash hold.
struct Parts {
    /// Where an agency begins, in brackets or between strokes.
    agency: Option<usize>,
    /// Whether a day is named, with its year or without.
    day: bool,
    place: bool,
    /// Whether a place is written in capitals.
    caps: bool,
}

/// Reads words that are nothing but places, a day and an agency.
fn read(head: &str) -> Option<Parts> {
    let mut left = head.to_owned();
    let mut agency = None;
    for (open, close) in [('(', ')'), ('/', '/')] {
        let Some(from) = left.find(open) else { continue };
        let to = from + 1 + left[from + 1..].find(close)?;
        let inner = left[from + 1..to].trim().to_owned();
        let named = inner.split(' ').count() <= 4
            && inner
                .split([' ', '/', '-'])
                .all(|word| word.starts_with(char::is_uppercase) || matches!(word, "of" | "&"))
            && !inner.chars().any(|c| c.is_ascii_digit());
        if !named || agency.is_some() || !left[to + 1..].trim().is_empty() {
            return None;
        }
        agency = Some(from);
        left.truncate(from);
    }
    let days = dates::find(&left);
    if days.len() > 1 {
        return None;
    }
    let day = !days.is_empty();
    for (_, range) in days.into_iter().rev() {
        left.replace_range(range, ",");
    }
    let (mut place, mut caps, mut parts) = (false, false, 0);
    for part in left
        .split([',', '—', '–'])
        .map(|part| part.trim().trim_matches(['-', ' ', ':']))
        .filter(|part| !part.is_empty())
    {
        let words: Vec<&str> = part.split(' ').collect();
        let town = words.len() <= 4
            && words.iter().all(|word| {
                let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
                letters && (word.starts_with(char::is_uppercase) || matches!(*word, "de" | "la" | "del" | "of" | "the"))
            });
        if !town || words.iter().any(|word| LABELS.contains(word)) {
            return None;
        }
        let shouted = words.iter().all(|word| !word.contains(char::is_lowercase)) && part.len() > 2;
        caps |= shouted && parts == 0;
        place = true;
        parts += 1;
    }
    (parts <= 3 && (place || day && agency.is_some())).then_some(Parts { agency, day, place, caps })
}

fn named_day(text: &str) -> Option<Day> {
    dates::find(text).into_iter().find_map(|(named, _)| named.day())
}

/// Whether a report goes on here: with a capital, a number or a quotation mark, and more than a few words.
fn begins_report(rest: &str) -> bool {
    let opens =
        rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '‘' | '\''));
    opens && rest.split(' ').count() >= 5
}

/// What a line of credits holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Credits {
    /// The bytes of each agency's name.
    pub(super) agencies: Vec<Range<usize>>,
    /// Those who reported, in full.
    pub(super) authors: Vec<String>,
}

/// Ways in which a line of credits begins.
const OPENINGS: &[&str] = &[
    "reporting by ",
    "additional reporting by ",
    "with reporting by ",
    "with additional reporting by ",
    "writing by ",
    "written by ",
    "with reporting from ",
    "by ",
    "editing by ",
    "compiled by ",
    "translated by ",
    "with files from ",
    "reporting and writing by ",
    "this report was first published by ",
    "this story was first published by ",
    "this article was first published by ",
    "first published by ",
    "originally published by ",
    "copyright ",
    "© ",
];

/// Reads a line that credits agencies or people, as at the end of a report: "(Reporting by Ada Berg; editing by Jon Moss)",
/// "With reporting by NPA", "By Ada Berg, Northern Press", "— NPA", "(NPA)".
pub(super) fn credits(line: &str) -> Option<Credits> {
    if line.len() > 300 {
        return None;
    }
    let from = line.len() - line.trim_start_matches(['(', '[', '—', '–', '-', ' ', '*', '_']).len();
    let end = line.trim_end_matches([')', ']', '.', ' ', '*', '_']).len();
    let inner = line.get(from..end.max(from))?;
    // "(NPA)", "— NPA": a name alone behind a mark.
    if from > 0 && is_agency(inner) && inner.split(' ').count() <= 4 {
        return Some(Credits { agencies: std::iter::once(from..end).collect(), authors: Vec::new() });
    }
    let small = inner.to_lowercase();
    if small.len() != inner.len() {
        return None;
    }
    let opening = OPENINGS.iter().find(|opening| small.starts_with(**opening))?;
    let mut found = Credits::default();
    let mut reports = !opening.starts_with("edit") && !opening.starts_with("trans");
    let mut at = from + opening.len();
    for part in line[at..end].split_inclusive([',', ';', '|', '/']) {
        let start = at;
        at += part.len();
        let part_end = start + part.trim_end_matches([',', ';', '|', '/', ' ']).len();
        let mut begin = start;
        for piece in line[start..part_end].split(" and ") {
            let (lead, bare) = stripped(piece);
            if let Some(label) = lead {
                reports = label;
            }
            let offset = begin + (piece.len() - piece.trim_start().len());
            begin += piece.len() + " and ".len();
            let name_at = offset + piece.trim_start().len() - bare.len();
            if bare.is_empty() {
                continue;
            }
            let name = bare.split(" in ").next().unwrap_or(bare).split(" at ").next().unwrap_or(bare).trim_end();
            if is_agency(name) {
                found.agencies.push(name_at..name_at + name.len());
            } else if masthead::is_name(name) && name.contains(' ') {
                if reports {
                    found.authors.push(name.to_owned());
                }
            } else if found == Credits::default() {
                return None;
            }
        }
    }
    (found != Credits::default()).then_some(found)
}

/// A part of a credit line without "editing by" and its like, and whether what it names then reports.
fn stripped(part: &str) -> (Option<bool>, &str) {
    let part = part.trim_start();
    let small = part.to_lowercase();
    let rest = |label: &str| part.get(label.len()..).unwrap_or_default().trim_start();
    for (label, reports) in [
        ("editing by ", false),
        ("edited by ", false),
        ("additional reporting by ", true),
        ("reporting by ", true),
        ("writing by ", true),
        ("graphic by ", false),
    ] {
        if small.starts_with(label) {
            return (Some(reports), rest(label));
        }
    }
    let bare = part.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '–' | '-'));
    (None, bare)
}

/// Whether a name is an agency's or an outlet's, by its words or its capitals.
fn is_agency(name: &str) -> bool {
    is_acronym(name)
        || masthead::names_outlet(name)
            && name.split(' ').all(|word| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "and"))
}

/// Whether the last line of a report is an agency's name alone.
pub(super) fn closes(line: &str) -> bool {
    let name = line.trim_end_matches('.');
    let single = !name.contains(' ') && name.chars().all(char::is_alphabetic) && name.starts_with(char::is_uppercase);
    name.split(' ').count() <= 4 && (single || is_agency(name))
}

/// "NPA": two to six capitals.
fn is_acronym(name: &str) -> bool {
    (2..=6).contains(&name.len()) && name.chars().all(|c| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_parted_from_the_report() {
        for (line, day, agency) in [
            ("TORSVIK, May 7, 2031 (Harbour Wire) – The ferry sank on Monday, it said.", Some("2031-05-07"), true),
            ("TORSVIK (HWA) — The ferry sank on Monday, it said.", None, true),
            ("TORSVIK, Norland, 7 May 2031 — The ferry sank on Monday, it said.", Some("2031-05-07"), false),
            ("Torsvik, May 7, 2031 — The ferry sank on Monday, it said.", Some("2031-05-07"), false),
            ("(Torsvik, May 7, 2031) The ferry sank on Monday, it said.", Some("2031-05-07"), false),
            ("May 7, 2031 – TORSVIK – The ferry sank on Monday, it said.", Some("2031-05-07"), false),
            ("May 7, 2031 (Harbour Wire) -- The ferry sank on Monday, it said.", Some("2031-05-07"), true),
            ("TORSVIK, MAY 7, 2031 /HarbourWire/ -- The ferry sank on Monday, it said.", Some("2031-05-07"), true),
            ("(HWA) The ferry sank on Monday, it said.", None, true),
            ("NEW TORSVIK — The ferry sank on Monday, it said.", None, false),
        ] {
            let found = dateline(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(found.day.map(|day| day.to_string()).as_deref(), day, "{line}");
            assert_eq!(found.agency.is_some(), agency, "{line}");
            assert_eq!(&line[found.body..], "The ferry sank on Monday, it said.", "{line}");
        }
    }

    #[test]
    fn sentences_with_dashes_have_no_dateline() {
        for line in [
            "The ferry – a steamer – sank on Monday with all hands.",
            "BREAKING — The ferry sank on Monday, it said.",
            "NATO – which has ships there – said nothing at all.",
            "Anna Berg — the mayor of the town — said nothing at all.",
            "On May 7, 2031 – a Monday – the ferry sank with all hands.",
            "(See the map.) The ferry sank on Monday, it said.",
        ] {
            assert_eq!(dateline(line), None, "{line}");
        }
    }

    #[test]
    fn credits_part_agencies_and_people() {
        let read = |line: &str| {
            credits(line).map(|found| {
                let agencies: Vec<&str> = found.agencies.iter().map(|range| &line[range.clone()]).collect();
                format!("{} | {}", agencies.join(", "), found.authors.join(", "))
            })
        };
        for (line, expected) in [
            ("(Reporting by Mona Tveit; editing by Karl Holm)", " | Mona Tveit"),
            ("Reporting by Mona Tveit in Torsvik", " | Mona Tveit"),
            ("Additional reporting by Mona Tveit and Karl Holm", " | Mona Tveit, Karl Holm"),
            ("With reporting by HWA", "HWA | "),
            ("By The Harbour Press", "The Harbour Press | "),
            ("By Mona Tveit, Harbour Press", "Harbour Press | Mona Tveit"),
            ("This report was first published by HWA.", "HWA | "),
            ("Copyright 2031 The Harbour Press", "The Harbour Press | "),
            ("(HWA)", "HWA | "),
            ("— HWA", "HWA | "),
        ] {
            assert_eq!(read(line).as_deref(), Some(expected), "{line}");
        }
        for line in ["By Friday the harbour was shut.", "HWA said so.", "(He said so.)", "By and large it went well."] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
