//! Lines that credit agencies and people.

use std::ops::Range;

use super::masthead;

/// What a line of credits holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::clean) struct Credits {
    /// The bytes of each agency's name.
    pub(in crate::clean) agencies: Vec<Range<usize>>,
    /// Those who reported, in full.
    pub(in crate::clean) authors: Vec<String>,
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
pub(in crate::clean) fn credits(line: &str) -> Option<Credits> {
    let (line, most) = bracketed(line).map_or((line, LINE), |credit| (credit, IN_BRACKETS));
    if line.len() > most {
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
            if let Some(cut) = glued(name) {
                found.authors.extend(reports.then(|| name[..cut].to_owned()));
                found.agencies.push(name_at + cut..name_at + name.len());
            } else if is_agency(name) {
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

/// Bytes of a line that credits, at most; and of one in brackets, as that of many reporters in many towns.
const LINE: usize = 300;
const IN_BRACKETS: usize = 1_500;

/// Bytes at most of a notice that was set behind a credit in brackets.
const NOTICE: usize = 120;

/// The credit in brackets that a line begins with, where hardly anything follows.
fn bracketed(line: &str) -> Option<&str> {
    let inner = line.strip_prefix(['(', '['])?;
    let end = 1 + inner.find([')', ']'])?;
    let opens = |opening: &&str| inner.get(..opening.len()).is_some_and(|head| head.eq_ignore_ascii_case(opening));
    (line.len() - end <= NOTICE && OPENINGS.iter().any(opens)).then(|| &line[..=end])
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

/// Where an agency's name begins that is glued to a person's: "Mona TVEITNorthern Press".
fn glued(name: &str) -> Option<usize> {
    let letters: Vec<(usize, char)> = name.char_indices().collect();
    letters.windows(3).map(|w| (w[0].1, w[1], w[2].1)).find_map(|(before, (at, first), next)| {
        let inner = first.is_uppercase() && next.is_lowercase() && before.is_alphabetic();
        let (person, agency) = name.split_at(at);
        let whole = inner && person.contains(' ') && agency.contains(' ') && masthead::is_name(person);
        (whole && masthead::names_outlet(agency)).then_some(at)
    })
}

/// Whether a name is an agency's or an outlet's, by its words or its capitals.
fn is_agency(name: &str) -> bool {
    is_acronym(name)
        || masthead::names_outlet(name)
            && name.split(' ').all(|word| word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "and"))
}

/// Whether the last line of a report is an agency's name alone.
pub(in crate::clean) fn closes(line: &str) -> bool {
    let name = line.trim_end_matches('.');
    let single = !name.contains(' ') && name.chars().all(char::is_alphabetic) && name.starts_with(char::is_uppercase);
    name.split(' ').count() <= 4 && (single || is_agency(name))
}

/// "NPA": two to six capitals, and a station's number perhaps: "WNPA11".
pub(in crate::clean) fn is_acronym(name: &str) -> bool {
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let numbered = letters.len() < name.len();
    (2..=6).contains(&letters.len())
        && (!numbered || letters.len() >= 3 && name.len() - letters.len() <= 2)
        && letters.chars().all(|c| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_of_many_towns_is_one() {
        let towns: Vec<String> = (0..14).map(|at| format!("Mona Tveit and Jon Moss in Port {}", at + 10)).collect();
        let line = format!("(Reporting by {}; Writing by Ada Berg)", towns.join(", "));
        assert!(line.len() > LINE && credits(&line).is_some());
        let behind = format!("{line} {}", "The pier stays closed until the owners have repaired it. ".repeat(3));
        assert_eq!(credits(&behind), None, "a report may follow");
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
            ("(Reporting by Mona Tveit in Bergen; Editing by Karl Holm) Readers may write to us.", " | Mona Tveit"),
            ("Reporting by Mona Tveit in Torsvik", " | Mona Tveit"),
            ("Additional reporting by Mona Tveit and Karl Holm", " | Mona Tveit, Karl Holm"),
            ("With reporting by HWA", "HWA | "),
            ("By The Harbour Press", "The Harbour Press | "),
            ("By Mona Tveit, Harbour Press", "Harbour Press | Mona Tveit"),
            ("By Mona TVEITHarbour Press", "Harbour Press | Mona TVEIT"),
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
