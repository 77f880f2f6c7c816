//! What the lines around a report tell of it: when it was published, who wrote it, who published it.

use model::{Day, calendar};

use super::{
    dates,
    masthead_words::{DATE_WORDS, NO_NAMES, OUTLETS, STAFF},
};
use crate::clean::normal::ends_sentence;

/// A byline or date line, as far as it tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::clean) struct Masthead {
    pub(in crate::clean) published: Option<Day>,
    pub(in crate::clean) authors: Vec<String>,
    pub(in crate::clean) outlet: Option<String>,
}

/// Reads a line that tells nothing but a day, a place before it ("OSLO, 3 May 2024") and a time of day perhaps.
pub(in crate::clean) fn date_line(line: &str) -> Option<Masthead> {
    if line.len() > 120 {
        return None;
    }
    // "Posted on 3 May 2024 by Anna Berg"
    if let Some((before, names)) = line.split_once(" by ").or_else(|| line.split_once(" By "))
        && let Some(dated) = date_line(before)
        && let Some(named) = byline(&format!("By {names}"))
    {
        return Some(Masthead { published: dated.published, ..named });
    }
    let days: Vec<_> = dates::find(line).into_iter().filter(|(named, _)| named.day().is_some()).collect();
    // Of "Published 3 May | Updated 5 May" the day of publication counts.
    let changed = |range: &std::ops::Range<usize>| {
        let before = line[..range.start].to_lowercase();
        let label = before.rsplit(['|', '/', '•', '·']).next().unwrap_or_default().to_owned();
        label.contains("updated") || label.contains("modified")
    };
    let day = days.iter().find(|(_, range)| !changed(range)).or(days.first()).cloned();
    let mut around = Vec::new();
    let mut from = 0;
    for (_, range) in &days {
        around.push(&line[from..range.start]);
        from = range.end;
    }
    around.push(&line[from..]);
    let bare = around.iter().flat_map(|part| words(part)).all(|word| {
        DATE_WORDS.contains(&word.to_lowercase().replace('.', "").as_str())
            || word.starts_with(|c: char| c.is_ascii_digit())
            || day.is_some() && word.chars().all(char::is_uppercase)
    });
    // A day that could be read in two ways (05/06/2024) is a date line too, though it tells no day.
    let digits = line.bytes().filter(u8::is_ascii_digit).count();
    let told = day.is_some() || digits >= 5 && line.contains('/');
    (bare && told).then(|| Masthead { published: day.and_then(|(named, _)| named.day()), ..Masthead::default() })
}

/// The day in the path of a web address, as in `https://example.org/2024/05/03/a-story`.
pub(in crate::clean) fn dated_address(line: &str) -> Option<Day> {
    let tight: String = line.chars().filter(|c| !c.is_whitespace()).take(300).collect();
    if !tight.starts_with("http") && !tight.starts_with("www.") {
        return None;
    }
    let parts: Vec<&str> = tight.split('/').collect();
    parts
        .windows(3)
        .find_map(|part| {
            let month = calendar::month(part[1]).or_else(|| part[1].parse().ok())?;
            let year = part[0].parse().ok().filter(|year| (1990..2100).contains(year))?;
            Day::new(year, month, part[2].parse().ok()?)
        })
        .or_else(|| {
            let named = parts.iter().filter_map(|part| dates::find(part).into_iter().next());
            named.filter_map(|(named, range)| (range.len() >= 10).then(|| named.day()).flatten()).next()
        })
}

/// Splits a first line that begins with its day, as in "date 2024-07-14 A headline": the day, and where the headline
/// begins.
pub(in crate::clean) fn dated_headline(line: &str) -> Option<(Day, usize)> {
    let (named, range) = dates::find(line.get(..line.len().min(400)).unwrap_or(line)).into_iter().next()?;
    let before = line[..range.start].trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let labelled = matches!(before.as_str(), "date" | "published" | "posted" | "updated" | "dated");
    let iso = line[range.clone()].bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let rest = line[range.end..].trim_start_matches(|c: char| !c.is_alphanumeric() && !is_quote(c));
    let headline = line.len() - rest.len();
    let day = named.day()?;
    let told = labelled || before.is_empty() && iso;
    (told && words(rest).count() >= 3 && date_line(line).is_none()).then_some((day, headline))
}

pub(in crate::clean) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '‘' | '\'' | '«' | '„')
}

/// Reads a byline: "By Anna Berg and The Northern Post staff  3 May 2024  2 min read".
pub(in crate::clean) fn byline(line: &str) -> Option<Masthead> {
    if line.len() > 300 {
        return None;
    }
    let rest = ["by ", "By ", "BY ", "Written by ", "Story by ", "Text by ", "Author: ", "Authors: ", "By: "]
        .iter()
        .find_map(|start| line.strip_prefix(start))?;
    let day = dates::find(rest).into_iter().find(|(named, _)| named.day().is_some());
    let names = day.as_ref().map_or(rest, |(_, range)| &rest[..range.start]);
    let mut masthead = Masthead { published: day.and_then(|(named, _)| named.day()), ..Masthead::default() };
    for part in names.split([',', '|', '·', '•', '&', '/', ';']).flat_map(|part| part.split(" and ")) {
        let part = part.trim().trim_end_matches(['-', '–', '—', ':', '.']).trim_end();
        if part.is_empty() {
            continue;
        }
        // "By Anna Berg HWA News": the letters begin the outlet's name.
        let part = match outlet_behind_name(part) {
            Some((name, outlet)) => {
                masthead.outlet.get_or_insert(outlet.to_owned());
                name
            }
            None => part,
        };
        if let Some(outlet) = staff_of(part).or_else(|| names_outlet(part).then(|| part.to_owned())) {
            masthead.outlet.get_or_insert(outlet);
        } else if is_name(part) {
            masthead.authors.push(without_title(part).to_owned());
        } else if masthead.authors.is_empty() && masthead.outlet.is_none() {
            return None;
        }
    }
    let told = !masthead.authors.is_empty() || masthead.outlet.is_some();
    (told && !ends_sentence(names.trim())).then_some(masthead)
}

/// A person's name with an outlet's behind it that begins with letters in capitals, as two parts.
fn outlet_behind_name(part: &str) -> Option<(&str, &str)> {
    let at = part.match_indices(' ').map(|(at, _)| at).find(|&at| {
        let letters = words(&part[at + 1..]).next().unwrap_or_default();
        (2..=5).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase())
    })?;
    let (name, outlet) = (&part[..at], &part[at + 1..]);
    (words(name).count() >= 2 && is_name(name) && names_outlet(outlet)).then_some((name, outlet))
}

/// Reads a line that is a person's name and nothing else, as it stands between headline and report.
pub(in crate::clean) fn author_line(line: &str) -> Option<String> {
    let name = without_title(line);
    let enough = (2..=5).contains(&words(name).count()) && line.len() <= 60;
    let shouted = !name.chars().any(char::is_lowercase);
    let other = words(name).any(|word| NO_NAMES.contains(&word.to_lowercase().as_str()));
    (enough && !shouted && !other && is_name(name) && !names_outlet(name)).then(|| name.to_owned())
}

/// The outlet that a plea, a notice or a credit of the page itself names, as in "Support NP or become our patron".
pub(in crate::clean) fn outlet_in(line: &str) -> Option<String> {
    if line.len() > 200 {
        return None;
    }
    let rest = ["Support ", "Subscribe to ", "Follow ", "Join ", "© ", "Copyright © ", "Copyright "]
        .iter()
        .find_map(|start| line.strip_prefix(start))?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | ','));
    let ends =
        [" or become", " and become", " on ", "'s ", "’s ", ". All rights", ", all rights", ".", "!", ",", " – "];
    let end = ends.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    let name = rest[..end].trim().trim_start_matches("by ").trim();
    let listed = words(name).all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    (listed && !name.is_empty() && words(name).count() <= 5).then(|| name.to_owned())
}

/// The outlet whose staff a byline's part names.
fn staff_of(part: &str) -> Option<String> {
    let small = part.to_lowercase();
    if small.len() != part.len() {
        return None;
    }
    let end =
        STAFF.iter().find(|end| small.ends_with(*end) && small[..small.len() - end.len()].ends_with([' ', '\'']))?;
    let outlet = part[..part.len() - end.len()].trim();
    let outlet = outlet.strip_prefix("the ").unwrap_or(outlet);
    let outlet = outlet.strip_suffix("'s").or_else(|| outlet.strip_suffix("’s")).unwrap_or(outlet);
    (!outlet.is_empty() && outlet.starts_with(char::is_uppercase)).then(|| outlet.to_owned())
}

pub(in crate::clean) fn names_outlet(part: &str) -> bool {
    words(part).last().is_some_and(|word| OUTLETS.contains(&word.to_lowercase().as_str()))
        || part.starts_with("The ") && words(part).skip(1).any(|word| OUTLETS.contains(&word.to_lowercase().as_str()))
}

/// Whether all words are written as in a person's name.
pub(in crate::clean) fn is_name(text: &str) -> bool {
    let mut any = false;
    for word in text.split_whitespace() {
        let particle = matches!(
            word,
            "de" | "da"
                | "di"
                | "du"
                | "del"
                | "della"
                | "dos"
                | "van"
                | "von"
                | "der"
                | "den"
                | "ter"
                | "al"
                | "bin"
                | "ibn"
                | "el"
                | "la"
                | "le"
                | "y"
        );
        let name = word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
        if !particle && !name {
            return false;
        }
        any |= name;
    }
    any
}

fn without_title(name: &str) -> &str {
    ["Dr. ", "Dr ", "Prof. ", "Professor ", "Mr. ", "Mrs. ", "Ms. "]
        .iter()
        .find_map(|title| name.strip_prefix(title))
        .unwrap_or(name)
        .trim()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-' | '.')).filter_map(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        (!word.is_empty()).then_some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_lines() {
        for line in ["3 May 2024", "Friday, May 3, 2024", "Updated: May 3, 2024, 3: 23 PM ET", "OSLO, May 3, 2024"] {
            let day = date_line(line).and_then(|masthead| masthead.published);
            assert_eq!(day.map(|day| day.to_string()).as_deref(), Some("2024-05-03"), "{line}");
        }
        for line in ["On 3 May 2024 the minister resigned.", "3 May", "Berg resigned on 3 May 2024"] {
            assert_eq!(date_line(line), None, "{line}");
        }
    }

    #[test]
    fn addresses_carry_days() {
        for address in [
            "https://www.example.org/2024/05/03/minister-resigns.html",
            "http: / / www. example. org / 2024 / may / 03 / minister-resigns",
            "http://example.org/news/2024-05-03-minister",
        ] {
            let day = dated_address(address).map(|day| day.to_string());
            assert_eq!(day.as_deref(), Some("2024-05-03"), "{address}");
        }
        assert_eq!(dated_address("http://example.org/story/2024/99/1"), None);
    }

    #[test]
    fn headlines_with_their_day() {
        let line = "date 2024-05-03 Minister resigns after a vote";
        assert_eq!(
            dated_headline(line).map(|(day, at)| (day.to_string(), &line[at..])),
            Some(("2024-05-03".to_owned(), "Minister resigns after a vote"))
        );
        assert_eq!(dated_headline("7 November 2024 was a dark day for the harbour."), None);
        assert_eq!(dated_headline("On 2024-05-03 the minister resigned."), None);
    }

    #[test]
    fn bylines() {
        let read =
            byline("by Anna Berg and The Northern Post news desk May 3, 2024 6:54 AM 2 min read").expect("a byline");
        assert_eq!(read.authors, ["Anna Berg"]);
        assert_eq!(read.outlet.as_deref(), Some("The Northern Post"));
        assert_eq!(read.published.map(|day| day.to_string()).as_deref(), Some("2024-05-03"));
        let read = byline("By Anna Berg, Jon van der Holm | Northern Herald").expect("a byline");
        assert_eq!(read.authors, ["Anna Berg", "Jon van der Holm"]);
        assert_eq!(read.outlet.as_deref(), Some("Northern Herald"));
        let read = byline("By Anna Berg HWA News, Torsvik").expect("a byline");
        assert_eq!(
            (read.authors, read.outlet.as_deref()),
            (vec!["Anna Berg".to_owned(), "Torsvik".to_owned()], Some("HWA News"))
        );
        assert_eq!(byline("By Friday the harbour had been closed for three days."), None);
        assert_eq!(byline("by the end of the year"), None);
        assert_eq!(author_line("Dr. Anna Berg").as_deref(), Some("Anna Berg"));
        assert_eq!(author_line("The Northern Post"), None);
        assert_eq!(author_line("Minister resigns"), None);
    }

    #[test]
    fn outlets_that_a_page_names() {
        assert_eq!(outlet_in("Support NP or become our patron!").as_deref(), Some("NP"));
        assert_eq!(outlet_in("© 2024 The Northern Post. All rights reserved.").as_deref(), Some("The Northern Post"));
        assert_eq!(outlet_in("Support independent journalism today."), None);
        assert_eq!(outlet_in("Support us for as little as 2 euros."), None);
    }
}
