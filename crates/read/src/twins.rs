//! Twins: the same report twice is one document with two places.

use std::collections::{BTreeSet, HashMap};

use crate::found::Found;
use crate::outlets::is_one_house;
use crate::words::letters;

/// How many words a report has at least that is the twin of another by the same words.
const FEWEST: usize = 20;

/// With how many of those that share its text, its address or its title a report is compared.
const MOST: usize = 48;

/// The same report twice becomes one with two places: the same words, and no two outlets. The fuller of two is kept.
pub(crate) fn twins(found: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::new();
    let mut by_text: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut by_address: HashMap<String, Vec<usize>> = HashMap::new();
    let mut by_title: HashMap<String, Vec<usize>> = HashMap::new();
    for one in found {
        // Few words may be the same by chance: a stub, a correction.
        let text = (one.words() >= FEWEST).then(|| fingerprint(&one.text));
        let address = one.url.as_ref().map(|url| address(&url.value));
        // Few words head more reports than one.
        let title = one.title.as_ref().filter(|title| title.value.split_whitespace().count() >= 4);
        let title = title.map(|title| letters(&title.value).collect::<String>());
        let twin = text
            .iter()
            .flat_map(|text| last(by_text.get(text)))
            .chain(address.iter().flat_map(|address| last(by_address.get(address))))
            .chain(title.iter().flat_map(|title| last(by_title.get(title))));
        let twin = twin.copied().find(|&at| is_twin(&kept[at], &one));
        if let Some(at) = twin {
            merge(&mut kept[at], one);
            if let Some(text) = text {
                by_text.entry(text).or_default().push(at);
            }
            continue;
        }
        if let Some(text) = text {
            by_text.entry(text).or_default().push(kept.len());
        }
        if let Some(address) = address {
            by_address.entry(address).or_default().push(kept.len());
        }
        if let Some(title) = title {
            by_title.entry(title).or_default().push(kept.len());
        }
        kept.push(one);
    }
    kept
}

/// The last of those that have something in common: a thousand under one title are a column, and are not all compared.
fn last(list: Option<&Vec<usize>>) -> impl Iterator<Item = &usize> {
    list.map_or(&[][..], |list| &list[list.len().saturating_sub(MOST)..]).iter()
}

/// Whether two are one report: each id that a person gave is a report, and so is each outlet's print; with one address, one
/// text must hold the other's words.
fn is_twin(a: &Found, b: &Found) -> bool {
    if a.id.is_some() || b.id.is_some() || a.original.is_some() || b.original.is_some() {
        return false;
    }
    if let (Some(a), Some(b)) = (&a.outlet, &b.outlet)
        && !is_one_house(&a.value, &b.value)
    {
        return false;
    }
    let day = |found: &Found| found.published.as_ref().and_then(|when| when.value.first.zip(when.value.last));
    if let (Some((first, last)), Some((start, end))) = (day(a), day(b))
        && (last < start || end < first)
    {
        return false;
    }
    // Two people who write under one headline wrote two reports.
    let authors = |found: &Found| -> BTreeSet<String> {
        let names = found.authors.iter().flat_map(|authors| &authors.value);
        model::order::gather(names.map(|name| letters(name).collect()))
    };
    let (ours, theirs) = (authors(a), authors(b));
    if !ours.is_empty() && !theirs.is_empty() && ours.is_disjoint(&theirs) && !letters(&a.text).eq(letters(&b.text)) {
        return false;
    }
    if letters(&a.text).eq(letters(&b.text)) { a.words() >= FEWEST } else { shares(&a.text, &b.text) }
}

/// Whether nearly all sentences of the shorter text are in the longer one.
fn shares(a: &str, b: &str) -> bool {
    let runs = |text: &str| -> BTreeSet<String> {
        let words: Vec<String> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
        model::order::gather(words.windows(6).map(|run| run.join(" ")))
    };
    let (a, b) = (runs(a), runs(b));
    let least = a.len().min(b.len());
    least >= 10 && a.intersection(&b).count() * 10 >= least * 9
}

/// Adds what the twin knows and where it stands.
fn merge(kept: &mut Found, twin: Found) {
    let Found { text, title, outlet, authors, published, url, language, kind, places, captions, .. } = twin;
    if text.len() > kept.text.len() {
        kept.text = text;
        kept.captions = captions;
        kept.notes.retain(|note| !note.contains("teaser"));
    }
    kept.title = kept.title.take().or(title);
    kept.outlet = kept.outlet.take().or(outlet);
    kept.authors = kept.authors.take().or(authors);
    kept.published = kept.published.take().or(published);
    kept.url = kept.url.take().or(url);
    kept.language = kept.language.take().or(language);
    kept.kind = kept.kind.take().or(kind);
    kept.places.extend(places.into_iter().filter(|place| !kept.places.contains(place)).collect::<Vec<_>>());
}

/// A number that texts of the same letters share (FNV-1a).
fn fingerprint(text: &str) -> u64 {
    letters(text).fold(0xcbf2_9ce4_8422_2325, |hash, c| (hash ^ u64::from(c)).wrapping_mul(0x0100_0000_01b3))
}

/// An address without what does not tell pages apart.
fn address(url: &str) -> String {
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let url = url.strip_prefix("www.").unwrap_or(url);
    let url = url.split('#').next().unwrap_or(url);
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let kept: Vec<&str> = query
        .split('&')
        .filter(|part| !part.is_empty() && !part.starts_with("utm_") && !part.starts_with("fbclid"))
        .collect();
    format!("{}?{}", path.trim_end_matches('/'), kept.join("&")).to_lowercase()
}

#[cfg(test)]
mod tests {
    use crate::reader::read;
    use crate::settle::settle;

    const TEXT: &str = "A crane fell onto the new pier of Port Alma on Monday, the harbour office said. Nobody was hurt, it said, and the pier would \
                        be closed until the crane had been examined.";

    #[test]
    fn twins_are_one_unless_outlets_differ() {
        let file = |outlet: &str| format!("+++\noutlet = \"{outlet}\"\n+++\n{TEXT}");
        let corpus = settle(
            [("a.txt", file("Courier")), ("b/c.txt", TEXT.to_owned()), ("d.txt", file("Post"))]
                .map(|(name, text)| read(name, text.as_bytes())),
        );
        let places: Vec<(usize, Option<&str>)> = corpus
            .found
            .values()
            .map(|found| (found.places.len(), found.outlet.as_ref().map(|outlet| outlet.value.as_str())))
            .collect();
        assert_eq!(places, [(2, Some("Courier")), (1, Some("Post"))]);
    }

    #[test]
    fn outlets_of_which_one_name_holds_the_other_are_two() {
        let file = |outlet: &str| format!("+++\noutlet = \"{outlet}\"\npublished = \"2031-03-04\"\n+++\n{TEXT}");
        let many = |outlets: [&str; 2]| {
            let files = outlets.map(file);
            settle([("a.txt", &files[0]), ("b.txt", &files[1])].map(|(name, text)| read(name, text.as_bytes())))
                .found
                .len()
        };
        for two in [["The Lamp", "The Lamp of Vell"], ["Valley Lamp", "Lamp"], ["Lamp Online", "Lamp"]] {
            assert_eq!(many(two), 2, "{two:?}");
        }
        for one in [
            ["The Lamp", "Lamp"],
            ["Valley Lamp (Port Alma)", "The Valley Lamp"],
            ["valleylamp.example", "Valley Lamp"],
        ] {
            assert_eq!(many(one), 1, "{one:?}");
        }
    }

    #[test]
    fn a_thousand_stubs_are_as_many_reports() {
        let lines: String = (0..3000).map(|at| format!("Title,2031-03-04,Not available {at}\n")).collect();
        let corpus = settle([read("a.csv", format!("title,date,text\n{lines}").as_bytes())]);
        assert_eq!(corpus.found.len(), 3000);
    }
}
