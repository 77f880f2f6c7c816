//! What the documents of one area are about, so that none of them needs to say which is meant: "the flood", "the treaty".

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::reports::Reports;
use super::words::folded;
use super::words::words;

/// Documents of an area at least, for most of them to mean one thing.
const FEW: usize = 4;

/// The share of an area's documents that have a noun behind "the": three of five.
const MOST: (usize, usize) = (3, 5);

/// The nouns that most documents of an area have behind "the".
pub(crate) struct Subjects {
    of: Vec<BTreeSet<String>>,
    /// The area of each document.
    area: BTreeMap<u32, usize>,
}

impl Subjects {
    /// From the documents of each area.
    pub(crate) fn new<'a>(reports: &Reports<'_>, areas: impl Iterator<Item = &'a [u32]>) -> Self {
        let mut found = Self { of: Vec::new(), area: BTreeMap::new() };
        for (index, documents) in areas.enumerate() {
            documents.iter().for_each(|&document| _ = found.area.insert(document, index));
            let mut counts: HashMap<String, usize> = HashMap::new();
            if documents.len() >= FEW {
                for &document in documents {
                    for noun in nouns(&reports.documents[document as usize].document.text) {
                        *counts.entry(noun).or_default() += 1;
                    }
                }
            }
            let most = |&(_, count): &(String, usize)| count * MOST.1 >= documents.len() * MOST.0;
            found.of.push(counts.into_iter().filter(most).map(|(noun, _)| noun).collect());
        }
        found
    }

    /// Whether a document need not say which one a (folded) noun means.
    pub(crate) fn knows(&self, document: u32, noun: &str) -> bool {
        self.area.get(&document).is_some_and(|&area| self.of[area].contains(noun))
    }
}

/// The words in lower case that stand right behind "the".
fn nouns(text: &str) -> BTreeSet<String> {
    let found = words(text);
    found
        .windows(2)
        .filter(|pair| pair[0].text.eq_ignore_ascii_case("the") && pair[1].text.starts_with(char::is_lowercase))
        .map(|pair| folded(pair[1].text).into_owned())
        .collect()
}
