//! Which reports a bibliography speaks of.

use std::collections::{BTreeMap, HashMap};

use super::Reference;
use crate::found::Found;
use crate::outlets::is_one_house;
use crate::words::letters;

/// Tells reports what bibliographies say of them; gives, by bibliography, the number of references that no report answers to.
pub(crate) fn apply(references: &[Reference], found: &mut [Found]) -> BTreeMap<String, usize> {
    let places = (!references.is_empty()).then(|| Places::of(found));
    let told: Vec<(&Reference, Vec<usize>)> = references
        .iter()
        .map(|one| (one, places.as_ref().map_or_else(Vec::new, |places| places.find(one, found))))
        .collect();
    let mut unused = BTreeMap::new();
    for (reference, reports) in told {
        if reports.is_empty() {
            *unused.entry(reference.from.clone()).or_default() += 1;
        }
        for at in reports {
            reference.apply(&mut found[at]);
        }
    }
    unused
}

/// Where reports are by what a reference may name.
struct Places {
    files: HashMap<String, Vec<usize>>,
    addresses: HashMap<String, Vec<usize>>,
    titles: HashMap<String, Vec<usize>>,
}

impl Places {
    fn of(found: &[Found]) -> Self {
        let mut places = Self { files: HashMap::new(), addresses: HashMap::new(), titles: HashMap::new() };
        for (at, one) in found.iter().enumerate() {
            let name = file(one).rsplit(['/', '!']).next().unwrap_or_default().to_owned();
            places.files.entry(name).or_default().push(at);
            if let Some(url) = &one.url {
                places.addresses.entry(key(&url.value)).or_default().push(at);
            }
            if let Some(title) = &one.title {
                places.titles.entry(key(&title.value)).or_default().push(at);
            }
        }
        places
    }

    /// The reports that a reference is of: those of the file that it names, else those at its address, else the one that
    /// has its title and contradicts it in nothing.
    fn find(&self, reference: &Reference, found: &[Found]) -> Vec<usize> {
        let named: Vec<usize> = reference.files.iter().flat_map(|path| self.in_file(path, reference, found)).collect();
        if !named.is_empty() {
            return named;
        }
        let listed = |list: &HashMap<String, Vec<usize>>, text: &Option<String>| {
            let key = text.as_deref().map(key).filter(|key| key.len() >= 8);
            key.and_then(|key| list.get(&key)).cloned().unwrap_or_default()
        };
        let addressed = listed(&self.addresses, &reference.url);
        if !addressed.is_empty() {
            return addressed;
        }
        let titled = listed(&self.titles, &reference.title);
        let fit: Vec<usize> = titled.iter().copied().filter(|&at| fits(reference, &found[at])).collect();
        // A page and its print; where nothing tells whose headline it is, one report alone.
        let sure = |at: &&usize| reference.outlet.is_some() && found[**at].outlet.is_some();
        if fit.len() == 1 && titled.len() == 1 { fit } else { fit.iter().filter(sure).copied().collect() }
    }

    /// The report of a file: by as many folders as both tell, since two files may have one name, and a library may have
    /// moved as a whole. Where two files answer alike, or the file holds many reports, the title decides.
    fn in_file(&self, path: &str, reference: &Reference, found: &[Found]) -> Vec<usize> {
        let alike = |at: usize| {
            let own = file(&found[at]).rsplit(['/', '!']);
            path.rsplit('/').zip(own).take_while(|(told, own)| told == own).count()
        };
        // Zotero's folders have numbers: another number is another report.
        let numbered = path
            .rsplit('/')
            .skip(1)
            .take(2)
            .any(|folder| !folder.is_empty() && folder.bytes().all(|byte| byte.is_ascii_digit()));
        let name = path.rsplit('/').next().unwrap_or_default();
        let list = self.files.get(name).map_or(&[][..], Vec::as_slice);
        let Some(most) = list.iter().map(|&at| alike(at)).max().filter(|most| !numbered || *most > 1) else {
            return Vec::new();
        };
        let best: Vec<usize> = list.iter().copied().filter(|&at| alike(at) == most).collect();
        if best.len() == 1 {
            return best;
        }
        let title = reference.title.as_deref().map(key);
        let titled = |at: &usize| title.is_some() && found[*at].title.as_ref().map(|title| key(&title.value)) == title;
        best.into_iter().filter(titled).collect()
    }
}

/// Whether a report with the title of a reference contradicts it in nothing: outlet, day, authors.
fn fits(reference: &Reference, found: &Found) -> bool {
    let house = match (&reference.outlet, &found.outlet) {
        (Some(told), Some(own)) => is_one_house(told, &own.value),
        _ => true,
    };
    let span = |when: &model::When| when.first.zip(when.last);
    let told = reference.published.as_ref().and_then(span);
    let own = found.published.as_ref().and_then(|when| span(&when.value));
    let day = told.zip(own).is_none_or(|((first, last), (start, end))| start <= last && first <= end);
    let authors = found.authors.as_ref().map_or(&[][..], |authors| &authors.value);
    let same = |name: &String| reference.authors.iter().any(|told| key(told) == key(name));
    house && day && (reference.authors.is_empty() || authors.is_empty() || authors.iter().any(same))
}

fn file(found: &Found) -> &str {
    found.places.first().map(|place| place.file.as_str()).unwrap_or_default()
}

fn key(text: &str) -> String {
    letters(text).collect()
}

#[cfg(test)]
mod tests {
    use crate::reader::read;
    use crate::settle::settle;

    fn outlets(files: &[(&str, String)]) -> Vec<(String, Option<String>)> {
        let corpus = settle(files.iter().map(|(name, text)| read(name, text.as_bytes())));
        let outlet = |found: crate::Found| found.outlet.map(|outlet| outlet.value);
        corpus.found.into_values().map(|found| (found.places[0].file.clone(), outlet(found))).collect()
    }

    fn of(outlets: &[(String, Option<String>)], file: &str) -> Option<String> {
        outlets.iter().find(|(name, _)| name == file).and_then(|(_, outlet)| outlet.clone())
    }

    fn report(title: &str, outlet: &str, words: &str) -> String {
        let line =
            |key: &str, value: &str| if value.is_empty() { String::new() } else { format!("{key} = \"{value}\"\n") };
        format!("+++\n{}{}+++\n{words}\n", line("title", title), line("outlet", outlet))
    }

    const RIS: &str = "TY  - NEWS\nTI  - Crane falls onto the pier\nT2  - Coast Courier\nER  -\n";

    #[test]
    fn a_headline_of_another_house_is_another_report() {
        let files = [
            ("a.txt", report("Crane falls onto the pier", "Valley Lamp", "It fell at noon.")),
            ("b.txt", report("Crane falls onto the pier", "The Coast Courier", "It fell in the evening.")),
            ("l.ris", RIS.to_owned()),
        ];
        let found = outlets(&files);
        assert_eq!(of(&found, "a.txt").as_deref(), Some("Valley Lamp"));
        assert_eq!(of(&found, "b.txt").as_deref(), Some("Coast Courier"));
    }

    #[test]
    fn a_headline_of_nobody_is_told_where_it_stands_once() {
        let one = ("a.txt", report("Crane falls onto the pier", "", "It fell at noon."));
        let other = ("b.txt", report("Crane falls onto the pier", "", "It fell in the evening."));
        let ris = ("l.ris", RIS.to_owned());
        assert_eq!(of(&outlets(&[one.clone(), ris.clone()]), "a.txt").as_deref(), Some("Coast Courier"));
        let both = outlets(&[one, other, ris]);
        assert_eq!((of(&both, "a.txt"), of(&both, "b.txt")), (None, None));
    }

    #[test]
    fn of_two_files_with_one_name_the_one_in_the_folder_that_is_named() {
        let ris = RIS.replace("ER  -", "L1  - clips/two.txt\nER  -");
        let files = [
            ("clips/two.txt", report("", "", "It fell at noon.")),
            ("other/two.txt", report("", "", "A school was opened in Vell.")),
            ("l.ris", ris.clone()),
        ];
        let found = outlets(&files);
        assert_eq!(of(&found, "clips/two.txt").as_deref(), Some("Coast Courier"));
        assert_eq!(of(&found, "other/two.txt"), None);
        let moved = outlets(&[("two.txt", report("", "", "It fell at noon.")), ("l.ris", ris)]);
        assert_eq!(of(&moved, "two.txt").as_deref(), Some("Coast Courier"));
    }
}
