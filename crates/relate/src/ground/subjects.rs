//! What the documents of one area are about, so that none of them needs to say which is meant: "the flood", "the treaty".

use std::collections::{BTreeMap, BTreeSet};

use super::frame::term;
use super::lexicon::is_empty_word;
use super::maps::{Map, Set};
use super::reports::Reports;
use super::words::{folded, is_in, words};

/// Documents of an area at least, for most of them to mean one thing.
const FEW: usize = 3;

/// The share of an area's documents that have a noun behind "the": half.
const MOST: (usize, usize) = (1, 2);

/// The share of all documents that have it so: a third. A title stands in lists beside those of other areas.
const OF_ALL: (usize, usize) = (1, 3);

/// The share of those documents from which on there are several of the kind: a third tell of "ferries" too, or of "the other
/// ferry".
const SEVERAL: (usize, usize) = (1, 3);

/// Nouns that stand now for this, now for that, whatever the documents are about.
const ANY: &str = "city town village area region district street neighborhood neighbourhood building house home scene site \
    place room road location community issue issues matter problem problems question system process party group \
    organization organisation company firm agency department office official officials meeting statement letter report \
    reports case bill law measure measures plan plans program programme proposal move decision country countries nation \
    state man men woman women boy girl child children couple family victim victims suspect suspects gunman shooter shooting \
    attack incident event events hospital school church hotel building plane vehicle car truck drug drugs move number \
    situation situations time times day days week month year night morning interview story article newspaper network \
    paper side sides leader leaders member members team unit force soldier soldiers officer officers spokesman teacher \
    nurse doctor patient patients worker workers resident residents service services video picture photo money amount \
    stake share shares stock investigation inquiry probe offer bid order contract price prices council airline bank banks";

/// The nouns that most documents of an area have behind "the".
pub(crate) struct Subjects {
    of: Vec<BTreeSet<String>>,
    /// The area of each document.
    area: BTreeMap<u32, usize>,
    /// For each area its nouns with the name that stands before each, first the one that most documents have.
    names: Vec<Vec<(String, String)>>,
}

/// How many documents have a noun, in which way.
#[derive(Clone, Copy, Default)]
struct Count {
    /// Behind "the".
    the: usize,
    /// As one of several.
    several: usize,
}

impl Subjects {
    /// From the documents of each area; none is known where the documents are not all about one thing (`about_one`).
    pub(crate) fn new<'a>(reports: &Reports<'_>, areas: impl Iterator<Item = &'a [u32]>, about_one: bool) -> Self {
        let mut found = Self { of: Vec::new(), area: BTreeMap::new(), names: Vec::new() };
        let mut all: Map<String, Count> = Map::default();
        for (index, documents) in areas.enumerate() {
            documents.iter().for_each(|&document| _ = found.area.insert(document, index));
            let mut counts: Map<String, usize> = Map::default();
            if about_one {
                for &document in documents {
                    for (noun, several) in nouns(&reports.documents[document as usize].document.text) {
                        let count = all.entry(noun.clone()).or_default();
                        count.the += 1;
                        count.several += usize::from(several);
                        *counts.entry(noun).or_default() += 1;
                    }
                }
            }
            let enough = documents.len() >= FEW;
            let most = |&(_, count): &(String, usize)| enough && count * MOST.1 >= documents.len() * MOST.0;
            found.of.push(counts.into_iter().filter(most).map(|(noun, _)| noun).collect());
        }
        let documents = reports.documents.len();
        let is_one = |noun: &String| {
            let Count { the, several } = all.get(noun).copied().unwrap_or_default();
            the * OF_ALL.1 >= documents * OF_ALL.0 && several * SEVERAL.1 < the * SEVERAL.0
        };
        found.of.iter_mut().for_each(|nouns| nouns.retain(|noun| !is_in(ANY, noun) && is_one(noun)));
        let mut named: Vec<BTreeMap<String, usize>> = found.of.iter().map(|_| BTreeMap::new()).collect();
        for (&document, &area) in found.area.iter().filter(|(_, area)| !found.of[**area].is_empty()) {
            for pair in names(&reports.documents[document as usize].document.text, &found.of[area]) {
                *named[area].entry(pair).or_default() += 1;
            }
        }
        found.names = named.iter().map(main).collect();
        found
    }

    /// The nouns of an area.
    pub(crate) fn of(&self, area: usize) -> Option<&BTreeSet<String>> {
        self.of.get(area)
    }

    /// The name that stands before a noun of which all documents beside one mean the same.
    pub(crate) fn name(&self, document: u32, noun: &str) -> Option<&str> {
        let area = *self.area.get(&document)?;
        self.names[area].iter().find(|(own, _)| own == noun).map(|(_, name)| name.as_str())
    }

    /// Whether a title tells which one a (folded) noun means, told by itself or behind a plain word: all documents beside its own
    /// mean the same, and what it is called after, where it is told by itself, stands in the title.
    pub(crate) fn tells(&self, document: u32, phrase: &str, title: &str) -> bool {
        let noun = phrase.rsplit(' ').next().unwrap_or_default();
        let most = || self.names[*self.area.get(&document)?].first().map(|(_, name)| name.as_str());
        self.knows(document, noun)
            && (noun.len() < phrase.len() || {
                let name = self.name(document, noun).or_else(most);
                name.is_none_or(|name| is_met(name, title))
            })
    }

    /// Whether a document need not say which one a (folded) noun means.
    pub(crate) fn knows(&self, document: u32, noun: &str) -> bool {
        self.area.get(&document).is_some_and(|&area| self.of[area].contains(noun))
    }
}

/// Whether a name, or its country's, stands in a text.
pub(crate) fn is_met(name: &str, text: &str) -> bool {
    let name = term(&folded(name));
    words(text).iter().any(|word| term(&folded(word.text)) == name)
}

/// Documents at least that have a name before a noun, for all to mean that one, for each that has another.
const NAMED: usize = 3;

/// What stands between a noun and its name where both are one key.
const BETWEEN: char = '\t';

/// Of each noun the name that stands before it in by far the most documents; first that which most have.
fn main(counts: &BTreeMap<String, usize>) -> Vec<(String, String)> {
    let (mut kept, mut most): (Vec<(String, String)>, usize) = (Vec::new(), 0);
    for (pair, &count) in counts {
        let Some((noun, name)) = pair.split_once(BETWEEN) else { continue };
        let mut others = counts.iter().filter(|(other, _)| *other != pair && other.split(BETWEEN).next() == Some(noun));
        if count >= NAMED && others.all(|(_, other)| count >= NAMED * other) {
            kept.push((noun.to_owned(), name.to_owned()));
            if count > most {
                most = count;
                let last = kept.len() - 1;
                kept.swap(0, last);
            }
        }
    }
    kept
}

/// The nouns of `of` in a text with the names that stand before them in the midst of a sentence, and with a plain word between:
/// "the Corby mill", "the Corby steel mill".
fn names(text: &str, of: &BTreeSet<String>) -> BTreeSet<String> {
    let found = words(text);
    let near = |at: usize| text[found[at].end..found[at + 1].start] == *" ";
    let plain = |at: usize| found[at].text.starts_with(char::is_lowercase);
    let is_name = |at: usize| {
        let letters = found[at].text.bytes().all(|b| b.is_ascii_alphabetic());
        !plain(at) && letters && at > 0 && near(at - 1) && plain(at - 1)
    };
    let mut pairs = BTreeSet::new();
    for at in (1..found.len()).filter(|&at| of.contains(found[at].text) && near(at - 1)) {
        let between = at > 1 && plain(at - 1) && near(at - 2);
        let name = if between { at - 2 } else { at - 1 };
        if is_name(name) {
            let noun = &text[found[name + 1].start..found[at].end];
            pairs.insert(format!("{noun}{BETWEEN}{}", found[name].text));
        }
    }
    pairs
}

/// Words behind "the" at most that are read as its noun and what describes it.
const PHRASE: usize = 4;

/// Words that tell one of a kind from others.
const AMONG: &str = "other another some several two three four five many most various second third both";

/// The words in lower case that follow "the" up to a word of grammar, each with whether the text speaks of several.
fn nouns(text: &str) -> BTreeMap<String, bool> {
    let found = words(text);
    let mut nouns = BTreeMap::new();
    for at in (0..found.len()).filter(|&at| found[at].text.eq_ignore_ascii_case("the")) {
        let phrase = found[at + 1..].iter().take(PHRASE).map(|w| (w.text, folded(w.text)));
        let phrase = phrase.take_while(|(text, word)| text.starts_with(char::is_lowercase) && !is_empty_word(word));
        nouns.extend(phrase.map(|(_, word)| (word.into_owned(), false)));
    }
    let all: Set<&str> = found.iter().map(|w| w.text).collect();
    let among = found.windows(2).filter(|pair| is_in(AMONG, &folded(pair[0].text)));
    let among: Set<&str> = among.map(|pair| pair[1].text).collect();
    for (noun, several) in &mut nouns {
        let plural = || match noun.strip_suffix('y') {
            Some(stem) => all.contains(format!("{stem}ies").as_str()),
            None => all.contains(format!("{noun}s").as_str()) || all.contains(format!("{noun}es").as_str()),
        };
        *several = among.contains(noun.as_str()) || !noun.ends_with('s') && plural();
    }
    nouns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_is_called_after_the_name_that_most_documents_have_before_it() {
        let of = BTreeSet::from(["treaty".to_owned()]);
        let mut counts = BTreeMap::new();
        for text in [
            "All know the Corby treaty. Pop treaty or not, sailors like it",
            "All know of the Corby treaty, and of the Corby peace treaty",
            "In Lund they dislike the Corby treaty more than the old Ask treaty",
        ] {
            for pair in names(text, &of) {
                *counts.entry(pair).or_insert(0) += 1;
            }
        }
        assert_eq!(main(&counts), [("treaty".to_owned(), "Corby".to_owned())]);
        *counts.get_mut("treaty\tAsk").expect("another") = 2;
        assert!(main(&counts).is_empty(), "of two treaties");
        assert!(is_met("Norway", "The Norwegian treaty") && !is_met("Norway", "The Corby treaty"));
    }
}
