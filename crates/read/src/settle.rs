//! From what all files gave to the documents of a corpus: what bibliographies say, twins, ids.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::found::Found;
use crate::reader::Reading;
use crate::refs;
use crate::trouble::{Trouble, Weight};
use crate::twins::twins;
use crate::words;

/// The documents of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// The reports, by id; every id is there, and none twice.
    pub found: BTreeMap<String, Found>,
    /// What was not read, by file.
    pub troubles: Vec<Trouble>,
}

/// Puts together what was read of all files. The order of the readings makes no difference.
pub fn settle(readings: impl IntoIterator<Item = Reading>) -> Corpus {
    let mut found = Vec::new();
    let mut troubles = Vec::new();
    let mut references = Vec::new();
    for reading in readings {
        found.extend(reading.found);
        troubles.extend(reading.troubles);
        references.extend(reading.references);
    }
    // Within a file the order is the file's; a place that is told twice stays where it was.
    model::order::sort_by_cached_key(&mut found, key);
    model::order::sort_by(&mut references, |a, b| (&a.from, &a.title, &a.url).cmp(&(&b.from, &b.title, &b.url)));
    let unused = refs::apply(&references, &mut found);
    for (file, count) in unused {
        let what = match count {
            1 => "names a report that is not in the corpus".to_owned(),
            _ => format!("names {count} reports that are not in the corpus"),
        };
        troubles.push(Trouble {
            file,
            line: None,
            weight: Weight::Remark,
            what,
            remedy: "put what it names beside it, or leave it so".to_owned(),
        });
    }
    let found = twins(found);
    let (found, taken) = identified(found);
    troubles.extend(taken);
    model::order::sort(&mut troubles);
    troubles.dedup();
    Corpus { found, troubles }
}

/// What tells readings of the same file apart, and orders them: file, then the numbers in the place as numbers.
fn key(found: &Found) -> (String, Vec<u64>, String, String) {
    let place = found.places.first().cloned().unwrap_or_default();
    let numbers = place.place.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    (place.file, numbers, place.place, found.id.clone().unwrap_or_default())
}

/// Gives each report its id: the one that was given; else the name of its file, with the words of its title where the file
/// holds many. Ids come from what a report is, not from its number, so that links survive when an export grows.
fn identified(found: Vec<Found>) -> (BTreeMap<String, Found>, Vec<Trouble>) {
    let mut troubles = Vec::new();
    let mut by_id: BTreeMap<String, Found> = BTreeMap::new();
    let mut groups: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    // The ids as a file system sees them that tells no capitals and no normal forms apart.
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for one in found {
        let Some(given) = one.id.as_deref().map(model::plain::one_line) else {
            groups.entry(folded(&short(&one))).or_default().push(one);
            continue;
        };
        let id = bounded(&given);
        if id != given {
            let what = format!("an id is too long for the name of a folder, and is cut to {id:?}");
            troubles.push(Trouble { weight: Weight::Remark, ..taken(&one, what, "give it a shorter one") });
        }
        let at = |other: &str| {
            by_id.get(other).and_then(|first| first.places.first()).map(ToString::to_string).unwrap_or_default()
        };
        let wrong = match names.get(&folded(&id)) {
            _ if id.is_empty() => Some(("the id is empty".to_owned(), "give every report an id of its own")),
            Some(other) if *other == id => {
                Some((format!("the id {id:?} is taken already, at {}", at(other)), "rename one of the two"))
            }
            Some(other) => {
                let what = format!("the id {id:?} and {other:?}, at {}, are one folder on many systems", at(other));
                Some((what, "rename one of the two"))
            }
            None => None,
        };
        match wrong {
            Some((what, remedy)) => troubles.push(taken(&one, what, remedy)),
            None => {
                names.insert(folded(&id), id.clone());
                by_id.insert(id, one);
            }
        }
    }
    let mut again: BTreeMap<String, usize> = BTreeMap::new();
    for (name, group) in groups {
        // The name of a file that is an id given elsewhere: which of the two a link means, only a person can tell.
        if let ([one], Some(other)) = (&group[..], names.get(&name)) {
            let at =
                by_id.get(other).and_then(|first| first.places.first()).map(ToString::to_string).unwrap_or_default();
            troubles.push(taken(one, format!("the id {other:?} is taken already, at {at}"), "rename one of the two"));
            continue;
        }
        let alone = group.len() == 1;
        for one in group {
            let mut own = short(&one);
            if !alone {
                own = format!("{own}-{:08x}", mark(&one));
            }
            // The same words of the same day in the same file, again: they are counted.
            if names.contains_key(&folded(&own)) {
                let count = again.entry(own.clone()).or_insert(1usize);
                let next = loop {
                    *count += 1;
                    let next = format!("{own}-{count}");
                    if !names.contains_key(&folded(&next)) {
                        break next;
                    }
                };
                own = next;
            }
            names.insert(folded(&own), own.clone());
            by_id.insert(own, one);
        }
    }
    (by_id, troubles)
}

fn folded(id: &str) -> String {
    id.nfc().flat_map(char::to_lowercase).nfc().collect()
}

fn taken(found: &Found, what: String, remedy: &str) -> Trouble {
    let place = found.places.first().cloned().unwrap_or_default();
    let line = place.place.strip_prefix("line ").and_then(|line| line.parse().ok());
    Trouble { file: place.file, line, weight: Weight::Wrong, what, remedy: remedy.to_owned() }
}

/// The most bytes that the name of a report's folder takes: systems bear 255 in a name, and not many more in a path.
const LONGEST: usize = 180;

/// An id whose folder can have its name: what is too long is cut, with a number that tells it from others.
fn bounded(id: &str) -> String {
    // What a folder cannot have in its name is written as its number.
    let room = |c: char| {
        if c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '~') {
            4
        } else {
            c.len_utf8()
        }
    };
    if id.chars().map(room).sum::<usize>() <= LONGEST {
        return id.to_owned();
    }
    let mut left = LONGEST - 9;
    let kept: String =
        id.chars().take_while(|&c| left.checked_sub(room(c)).map(|rest| left = rest).is_some()).collect();
    format!("{}-{:08x}", kept.trim_end(), number(id.bytes()))
}

/// The name of the file, and where it holds many, words of the title.
fn short(found: &Found) -> String {
    let place = found.places.first().cloned().unwrap_or_default();
    let stem = model::plain::one_line(words::stem(&place.file));
    if place.place.is_empty() {
        return bounded(&stem);
    }
    let title = found.title.as_ref().map_or(found.text.as_str(), |title| title.value.as_str());
    let slug = slug(title);
    bounded(&if slug.is_empty() { stem } else { format!("{stem}-{slug}") })
}

/// The first words of a title, as an address can have them.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for word in title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(8) {
        if slug.chars().count() + word.chars().count() > 48 {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().flat_map(char::to_lowercase));
    }
    slug
}

/// A number that two reports share only by the rarest chance (FNV-1a).
fn mark(found: &Found) -> u32 {
    let place = found.places.first().map(|place| place.file.as_str()).unwrap_or_default();
    let day = found.published.as_ref().map_or("", |when| when.value.edtf.as_str());
    number(place.bytes().chain([0]).chain(day.bytes()).chain([0]).chain(found.text.bytes()))
}

fn number(bytes: impl Iterator<Item = u8>) -> u32 {
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (hash >> 32) as u32 ^ hash as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::read;

    const TEXT: &str = "A crane fell onto the new pier of Port Alma on Monday, the harbour office said. Nobody was hurt, it said, and the pier would \
                        be closed until the crane had been examined.";

    fn ids(files: &[(&str, String)]) -> Vec<String> {
        settle(files.iter().map(|(name, text)| read(name, text.as_bytes()))).found.into_keys().collect()
    }

    #[test]
    fn what_is_too_long_for_a_folder_is_cut_and_told() {
        let long = format!("https://gulls.example/{}", "a/".repeat(90));
        let lines = format!(
            "{{\"id\": \"{long}1\", \"text\": \"{TEXT}\"}}\n{{\"id\": \"{long}2\", \"text\": \"{TEXT} More.\"}}\n"
        );
        let corpus = settle([read("a.jsonl", lines.as_bytes())]);
        let ids: Vec<&String> = corpus.found.keys().collect();
        assert_eq!(ids.len(), 2);
        assert!(ids.iter().all(|id| id.starts_with("https://gulls.example/a/a/") && id.len() < 180), "{ids:?}");
        let told: Vec<(Option<u32>, Weight)> = corpus.troubles.iter().map(|one| (one.line, one.weight)).collect();
        assert_eq!(told, [(Some(1), Weight::Remark), (Some(2), Weight::Remark)]);
        let name = format!("{}.txt", "ж".repeat(120));
        let ids = self::ids(&[(&name, TEXT.to_owned())]);
        assert!(ids[0].starts_with("жж") && ids[0].len() <= 180, "{ids:?}");
    }

    #[test]
    fn ids_come_from_content_and_names() {
        let one = ("a/page.txt", "One report of some length, told here.".to_owned());
        let other = ("b/page.txt", "Another report of some length, told there.".to_owned());
        let there = ids(&[one.clone(), other.clone()]);
        let back = ids(&[other, one.clone()]);
        assert_eq!(there, back);
        assert_eq!(there.len(), 2);
        assert_eq!(ids(&[one]), ["page"]);
    }

    #[test]
    fn an_id_that_is_taken_is_named() {
        let lines = "{\"id\": \"a\", \"text\": \"One.\"}\n{\"id\": \"a\", \"text\": \"Two.\"}\n";
        let corpus = settle([read("x.jsonl", lines.as_bytes())]);
        assert_eq!(corpus.found.len(), 1);
        assert_eq!(
            corpus.troubles[0].to_string(),
            "x.jsonl:2: the id \"a\" is taken already, at x.jsonl, line 1; rename one of the two"
        );
    }
}
