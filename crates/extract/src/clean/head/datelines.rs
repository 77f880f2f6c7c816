//! What a report begins with: town, day and agency, also where they are glued to what stands before and behind them.

use model::Day;

use super::{
    credits::is_acronym,
    dates,
    openings::{HEAD, begins_report, boundary},
    stamps::{stamp_end, updated},
};

/// What a dateline tells, with the bytes that each part takes up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::clean) struct Dateline {
    /// The day, where its year is named.
    pub(in crate::clean) day: Option<Day>,
    /// Where it begins; what stands before it is of the page's head: a byline, headlines, summary points.
    pub(in crate::clean) start: usize,
    /// Where the words of the agency begin, with what encloses them.
    pub(in crate::clean) agency: Option<usize>,
    /// Where the report begins.
    pub(in crate::clean) body: usize,
}

/// How far what stands before a dateline in its paragraph can reach, in bytes.
const AMID: usize = 1_500;

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

/// Reads the dateline of a report's first paragraphs: "KOLM, Varn, March 3 (NPA) — ", "March 3, 2024 – KOLM – ",
/// "(Kolm, March 3, 2024) ", "(NPA) ", "KOLM | Sun Mar 3, 2024 9:14 am EST KOLM (NPA)-".
pub(in crate::clean) fn dateline(line: &str) -> Option<Dateline> {
    if let Some((body, day)) = updated(line) {
        return Some(Dateline { day: Some(day), start: 0, agency: None, body });
    }
    let Some((stamp, day)) = stamped(line) else { return opening(line) };
    let rest = &line[stamp..];
    let found = opening(rest).map(|found| Dateline {
        day: found.day.or(day),
        start: 0,
        agency: found.agency.map(|at| at + stamp),
        body: found.body + stamp,
    });
    found.or_else(|| begins_report(rest).then_some(Dateline { day, start: 0, agency: None, body: stamp }))
}

/// Reads a dateline with an agency in the midst of a report's first paragraph, where lines were glued: "Ferry sinks in
/// storm, two are missing KOLM (NPA) -- ". Without a town in capitals it has to be written as agencies write it, and the
/// letters must not be short for the words before them; that is looked for in the `first` paragraph alone.
pub(in crate::clean) fn amid(line: &str, first: bool) -> Option<Dateline> {
    let head = &line[..boundary(line, AMID)];
    head.match_indices('(').find_map(|(open, _)| {
        let close = open + head[open..].find(')')?;
        let agency = &head[open + 1..close];
        let (rest, wired) = behind_dash(&line[close + 1..])?;
        if !may_be_agency(agency) || !begins_report(rest) {
            return None;
        }
        let before = head[..open].trim_end();
        let town = shouted_end(before);
        let start = stamp_before(head, town.unwrap_or(open));
        if town.is_none() && (!first || !wired || is_short_for(agency, before)) || start == 0 {
            return None;
        }
        let day = named_day(&head[start..open]);
        Some(Dateline { day, start, agency: Some(open), body: line.len() - rest.len() })
    })
}

/// What follows a dash, and whether it is written as agencies write it: "-- The", "-The".
fn behind_dash(after: &str) -> Option<(&str, bool)> {
    let spaced = after.trim_start();
    let rest = spaced.trim_start_matches(['—', '–', '―', '-']);
    let dashes = &spaced[..spaced.len() - rest.len()];
    let wired = dashes == "--" || dashes == "-" && spaced.len() == after.len() && !rest.starts_with(' ');
    (!dashes.is_empty()).then(|| (rest.trim_start(), wired))
}

/// Where the words in capitals, with the names of a country and a day behind them, begin that `text` ends with.
fn shouted_end(text: &str) -> Option<usize> {
    let mut parts = text.rsplit(", ");
    let mut start = text.len();
    for _ in 0..3 {
        let part = parts.next()?;
        start -= part.len();
        let mut town = None;
        let mut at = start + part.len();
        for word in part.rsplit(' ') {
            at -= word.len();
            let bare = word.trim_end_matches([',', '.']);
            let letters = bare.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '/'));
            if bare.is_empty() || !letters || bare.contains(char::is_lowercase) || LABELS.contains(&bare) {
                break;
            }
            town = Some(at);
            at = at.saturating_sub(1);
        }
        if let Some(town) = town.filter(|&town| text[town..].trim_end_matches(',').len() > 2) {
            return Some(town);
        }
        let country = part.split(' ').count() <= 3 && part.starts_with(char::is_uppercase);
        let day = part.split(' ').count() <= 2 && part.ends_with(|c: char| c.is_ascii_digit());
        if !country && !day {
            return None;
        }
        start = start.checked_sub(2)?;
    }
    None
}

/// The stamp of a page before a dateline that begins at byte `at`: where it begins, else `at`.
fn stamp_before(head: &str, at: usize) -> usize {
    let before = &head[..at];
    let Some(bar) = before.rfind(" | ") else { return at };
    match stamp_end(&before[bar + 3..]) {
        Some((end, _)) if before[bar + 3 + end..].trim().is_empty() => shouted_end(&before[..bar]).unwrap_or(at),
        _ => at,
    }
}

/// The stamp that some pages put before the dateline, "KOLM, Varn | Sun Mar 3, 2024 9:14 am EST ": its end and its day.
fn stamped(line: &str) -> Option<(usize, Option<Day>)> {
    let bar = line[..boundary(line, HEAD)].find(" | ")?;
    read(&line[..bar]).filter(|parts| parts.place && parts.caps)?;
    let (end, day) = stamp_end(&line[bar + 3..])?;
    Some((bar + 3 + end, day))
}

/// Whether the letters are the first ones of the words before them: "the Harbour Workers' Alliance (HWA)".
fn is_short_for(letters: &str, before: &str) -> bool {
    let words: Vec<&str> = before.split([' ', '-']).filter(|word| word.starts_with(char::is_alphabetic)).collect();
    let initials: String = words
        .iter()
        .rev()
        .filter(|word| word.starts_with(char::is_uppercase))
        .take(letters.chars().count())
        .filter_map(|word| word.chars().next())
        .collect();
    !initials.is_empty() && letters.ends_with(&initials.chars().rev().collect::<String>())
}

/// Whether words in brackets can be the name of an agency: few, each with a capital, no number.
fn may_be_agency(inner: &str) -> bool {
    inner.split(' ').count() <= 4
        && inner.split([' ', '/', '-']).all(|word| word.starts_with(char::is_uppercase) || matches!(word, "of" | "&"))
        && !inner.chars().any(|c| c.is_ascii_digit())
}

/// Reads the dateline that a paragraph begins with.
fn opening(line: &str) -> Option<Dateline> {
    let head = &line[..boundary(line, HEAD)];
    if line.starts_with('(')
        && let Some(close) = head.find(')')
    {
        let inner = &line[1..close];
        let rest = line[close + 1..].trim_start();
        let rest = rest.trim_start_matches(['—', '–', '―', '-', ':']).trim_start();
        let body = line.len() - rest.len();
        let told =
            is_acronym(inner) && !inner.contains(' ') || read(inner).is_some_and(|parts| parts.day && parts.place);
        return (told && begins_report(rest)).then(|| {
            let agency = is_acronym(inner).then_some(0);
            Dateline { day: named_day(inner), start: 0, agency, body }
        });
    }
    let mut best = None;
    for (at, mark) in head.char_indices().filter(|&(_, c)| matches!(c, '—' | '–' | '―' | '-')) {
        let end = at + mark.len_utf8();
        // A hyphen within a word is no dash; behind a bracket it is.
        let joins = mark == '-'
            && !line[..at].ends_with(')')
            && (line[..at].ends_with(char::is_alphanumeric) || line[end..].starts_with(char::is_alphanumeric))
            && !(line[..at].ends_with([' ', ')', '/']) && line[end..].starts_with([' ', '-']));
        if joins || line[end..].starts_with('-') {
            continue;
        }
        let rest = line[end..].trim_start();
        let before = line[..at].trim_end_matches(['-', ' ', '—', '–', '―']);
        if let Some(parts) = read(before)
            && begins_report(rest)
            && (parts.caps || parts.agency.is_some() || parts.day && parts.place)
        {
            best = Some(Dateline {
                day: named_day(before),
                start: 0,
                agency: parts.agency,
                body: line.len() - rest.len(),
            });
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
        let Some(to) = left[from + 1..].find(close).map(|at| from + 1 + at) else {
            // One stroke stands between two towns.
            if open == '/' { continue } else { return None }
        };
        let inner = left[from + 1..to].trim().to_owned();
        if !may_be_agency(&inner) || agency.is_some() || !left[to + 1..].trim().is_empty() {
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
        .split([',', '—', '–', '―'])
        .map(|part| part.trim().trim_matches(['-', ' ', ':']))
        .filter(|part| !part.is_empty())
    {
        let words: Vec<&str> = part.split(' ').collect();
        let town = words.len() <= 4
            && words.iter().all(|word| {
                let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '/'));
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
            "On 7 May 2031 Norland lost a ferry in a storm off Torsvik.",
        ] {
            assert_eq!(dateline(line), None, "{line}");
        }
    }

    #[test]
    fn datelines_glued_to_their_report_are_parted_from_it() {
        for (line, day) in [
            ("TORSVIK (HWA)-The ferry sank on Monday, it said.", None),
            ("TORSVIK/NORDHAVN (HWA) -- The ferry sank on Monday, it said.", None),
            (
                "TORSVIK, Norland | Wed May 7, 2031 6:37 pm EDT TORSVIK, Norland (HWA)-The ferry sank on Monday, it said.",
                Some("2031-05-07"),
            ),
            ("TORSVIK | Wed May 7, 2031 6:37pm BST The ferry sank on Monday, it said.", Some("2031-05-07")),
            ("May 7 (Harbour Wire)-The ferry sank on Monday, it said.", None),
            ("7 May 2031 Last updated at 10:48 GMT Help The ferry sank on Monday, it said.", Some("2031-05-07")),
            (
                "Page last updated at 08:14 GMT, Wednesday, 7 May 2031 The ferry sank on Monday, it said.",
                Some("2031-05-07"),
            ),
        ] {
            let found = dateline(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(found.day.map(|day| day.to_string()).as_deref(), day, "{line}");
            assert_eq!(&line[found.body..], "The ferry sank on Monday, it said.", "{line}");
        }
    }

    #[test]
    fn what_stands_before_a_dateline_is_told_apart() {
        for (line, before) in [
            (
                "Ferry sinks in storm Two are missing TORSVIK (HWA) -- The ferry sank on Monday, it said.",
                "Ferry sinks in storm Two are missing",
            ),
            (
                "NEW: Two are missing off Norland (HWA) -- The ferry sank on Monday, it said.",
                "NEW: Two are missing off Norland",
            ),
            ("By Mona Tveit TORSVIK, Norland (Harbour Wire)-The ferry sank on Monday, it said.", "By Mona Tveit"),
            (
                "Full Article Ferry sinks TORSVIK | Wed May 7, 2031 6:37 pm EDT TORSVIK (HWA)-The ferry sank on Monday, it said.",
                "Full Article Ferry sinks",
            ),
        ] {
            let found = amid(line, true).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(line[..found.start].trim(), before, "{line}");
            assert_eq!(&line[found.body..], "The ferry sank on Monday, it said.", "{line}");
        }
        for line in [
            "The Harbour Workers' Alliance (HWA) -- Norland's largest union of them all -- went on strike.",
            "The alliance (HWA) — Norland's largest union of them all — went on strike.",
            "The Åre Ä (ÅÄ) -- the union of all its ferries -- went on strike.",
            "The ferry (Queen of Norland) - built in Torsvik by the yard there - sank.",
        ] {
            assert_eq!(amid(line, true), None, "{line}");
        }
    }
}
