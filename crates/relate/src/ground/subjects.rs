//! What the documents of one area are about, so that none of them needs to say which is meant: "the flood", "the treaty".

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::lexicon::is_empty_word;
use super::reports::Reports;
use super::words::{folded, words};

/// Documents of an area at least, for most of them to mean one thing.
const FEW: usize = 3;

/// The share of an area's documents that have a noun behind "the": half.
const MOST: (usize, usize) = (1, 2);

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

/// Words behind "the" at most that are read as its noun and what describes it.
const PHRASE: usize = 4;

/// The words in lower case that follow "the" up to a word of grammar.
fn nouns(text: &str) -> BTreeSet<String> {
    let found = words(text);
    let mut nouns = BTreeSet::new();
    for at in (0..found.len()).filter(|&at| found[at].text.eq_ignore_ascii_case("the")) {
        let phrase = found[at + 1..].iter().take(PHRASE).map(|w| (w.text, folded(w.text)));
        let phrase = phrase.take_while(|(text, word)| text.starts_with(char::is_lowercase) && !is_empty_word(word));
        nouns.extend(phrase.map(|(_, word)| word.into_owned()));
    }
    nouns
}
