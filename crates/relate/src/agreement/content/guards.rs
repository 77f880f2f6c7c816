//! What parts two statements whatever their words are: other people, another number of them, another place by its number.

use model::{EntityKind, Tense};

use super::Content;
use super::values::figure;
use crate::agreement::voices::may_be_one;
use crate::features::{Number, Sort, Term};
use crate::findings::Findings;
use crate::ground::countries::country;
use crate::ground::frame::{is_number, term};
use crate::ground::lexicon::is_empty_word;
use crate::ground::roles::is_done_alone;
use crate::ground::words::{fold, folded, is_in, words};

/// A number from here on tells what is counted: four people are hurt in many places.
const TELLING: f64 = 20.0;

/// And from here on also where it is told roughly, or open on one side: "nearly 5,000".
const LARGE: f64 = 1_000.0;

/// How much of the words but for names two reports share that tell one deed of two people.
const OF_THE_DEED: f32 = 0.75;

/// Numbers in which two statements differ that are of two things.
const NUMBERS: usize = 2;

/// Words that mean something up to which what both say is a formula.
const FORMULA: usize = 4;

/// Stands for any number of people beyond one.
const MORE_THAN_ONE: f64 = f64::INFINITY;

impl Content<'_> {
    /// Whether the one's subject is one, and the other's more: "four members", "a member"; "the victims", "Berg".
    pub(crate) fn is_of_more_than(&self, other: &Self) -> bool {
        let voices = self.features.said.passive == other.features.said.passive;
        voices && self.many.zip(other.many).is_some_and(|(a, b)| a.min(b) <= 1.0 && a.max(b) > 1.0)
    }

    /// Whether hardly anything is shared: "was listed in stable condition".
    pub(crate) fn shares_a_formula_with(&self, other: &Self) -> bool {
        self.words_shared(other) < FORMULA
    }

    /// Whether they are of other things of one kind that go by a number ("pier 3", "pier 4"), or each gives two numbers that
    /// the other has not.
    pub(crate) fn is_numbered_otherwise_than(&self, other: &Self) -> bool {
        let another = self.labels.iter().any(|(thing, number)| {
            let mut same = other.labels.iter().filter(|(other, _)| other == thing).peekable();
            same.peek().is_some() && same.all(|(_, theirs)| theirs != number)
        });
        let (ours, theirs) = (&self.figures, &other.figures);
        another || ours.difference(theirs).count().min(theirs.difference(ours).count()) >= NUMBERS
    }

    /// Whether each says it of another person by name: two things, but for a deed that one does alone, all else being told
    /// alike, of which one report names the wrong one.
    pub(crate) fn is_of_others_than(&self, other: &Self) -> bool {
        let one = |a: &[String]| other.called.iter().any(|b| may_be_one(a, b));
        let named = !self.called.is_empty() && !other.called.is_empty() && !self.called.iter().any(|a| one(a));
        // "Kolm was charged", "Berg was charged": what was read as a place is one more name.
        let beside = |person: &Self, name: &Self| {
            let far = |called: &Vec<String>| !called.iter().any(|word| name.bare.contains(word));
            !person.called.is_empty() && !name.bare.is_empty() && person.called.iter().all(far)
        };
        // A year apart may be the one report's slip.
        let aged = self.age.zip(other.age).is_some_and(|(a, b)| a.abs_diff(b) > 1);
        let others = named || aged || beside(self, other) || beside(other, self);
        let plain = |content: &Self| -> Vec<(Term, f32)> {
            content.bag.iter().filter(|t| t.1 != Sort::Name).map(|t| (t.0, t.2)).collect()
        };
        let (ours, theirs) = (plain(self), plain(other));
        let sum = |bag: &[(Term, f32)]| bag.iter().map(|t| t.1).sum::<f32>();
        let both: f32 = ours.iter().filter(|t| theirs.iter().any(|o| o.0 == t.0)).map(|t| t.1).sum();
        others && !(is_done_alone(&self.head) && both >= OF_THE_DEED * sum(&ours).max(sum(&theirs)))
    }

    /// Whether neither counts how often and the other not, and what stands first behind a verb that says little is said by both:
    /// "was on parole" is not "was on probation".
    pub(crate) fn is_as_exact_as(&self, other: &Self) -> bool {
        let often = |content: &Self| content.words.iter().any(|word| is_in("twice thrice again repeatedly", word));
        let first = |content: &Self| -> Option<String> {
            let verb = content.words.iter().position(|word| *word == content.head)?;
            let grammar =
                |word: &str| is_empty_word(word) || is_in("on in at for to with of by from as a an the", word);
            content.words[verb + 1..].iter().find(|word| !grammar(word)).cloned()
        };
        let lacks = |content: &Self, word: &str| !content.words.iter().any(|own| term(own) == term(word));
        let another = self.light && other.light && self.head == other.head && {
            let firsts = first(self).zip(first(other));
            firsts.is_some_and(|(ours, theirs)| lacks(other, &ours) && lacks(self, &theirs))
        };
        often(self) == often(other) && !another
    }

    /// Whether both tell how things always are, with a verb that says something: "it spreads through the air".
    pub(crate) fn is_general_as(&self, other: &Self) -> bool {
        let general =
            |content: &Self| content.tense == Some(Tense::Present) && !content.light && !content.head.ends_with("ing");
        general(self) && general(other) && !self.shares_a_formula_with(other)
    }

    /// Whether both give one number that tells what is counted.
    pub(super) fn counts_as(&self, other: &Self) -> bool {
        let counts = |a: &Number| a.low.total_cmp(&a.high).is_eq() && a.low >= TELLING;
        let near = |a: &Number, b: &Number| a.unit == b.unit && a.low >= LARGE && a == b;
        let (x, y) = (&self.features.said.numbers, &other.features.said.numbers);
        x.iter().any(|a| y.iter().any(|b| counts(a) && a == b || near(a, b)))
    }

    /// Whether both name somebody or something, a day, or a number that few things have, in common.
    pub(crate) fn names_as(&self, other: &Self) -> bool {
        let days = self.features.days.zip(other.features.days);
        let named = |t: &&(Term, Sort, f32)| t.1 == Sort::Name && other.bag.iter().any(|o| o.0 == t.0);
        self.counts_as(other)
            || self.bag.iter().any(|t| named(&t))
            || self.means_who_is_told(other) == Some(true)
            || days.is_some_and(|((a, a_end), (b, b_end))| a <= b_end && b <= a_end)
    }
}

/// Words of a subject at most that is all name.
const NAME: usize = 3;

/// The words of a subject that is nothing but a name which the reports know as that of a place, and of no country; empty else.
pub(super) fn bare_name(findings: &Findings<'_>, subject: &str) -> Vec<String> {
    let found = words(subject);
    let named = (1..=NAME).contains(&found.len())
        && found.iter().all(|word| word.text.starts_with(char::is_uppercase))
        && country(&fold(subject)).is_none();
    let entity = findings.entities.find(subject).filter(|_| named).map(|at| &findings.entities.list[at as usize]);
    let place = entity.is_some_and(|entity| entity.kind == EntityKind::Place);
    if place { found.iter().map(|word| fold(word.text)).collect() } else { Vec::new() }
}

/// The age that a subject is told with, in years: "a 19-year-old student".
pub(super) fn age(subject: &str) -> Option<u32> {
    let (before, _) = subject.split_once("-year-old")?;
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

/// How many a subject is that names so many people: by its number, or one by its name or its article.
pub(super) fn many(subject: &str, named: usize) -> Option<f64> {
    let found = words(subject);
    let first = folded(found.first()?.text).into_owned();
    let counted = figure(&first).parse::<f64>().ok().filter(|_| found.len() > 1 && named == 0);
    let joined = found.iter().any(|word| matches!(word.text, "and" | "or")) || subject.contains(',');
    let alone = named == 1 && !found.iter().any(|word| word.text == "and");
    let two = named == 0
        && matches!(&*first, "a" | "an" | "the")
        && found.windows(2).any(|pair| pair[0].text == "and" && matches!(pair[1].text, "a" | "an" | "the"));
    let one = alone || !joined && named == 0 && matches!(&*first, "a" | "an");
    let last = found.last().map_or("", |word| word.text);
    let more = named == 0 && !joined && (matches!(&*first, "both" | "several" | "many") || is_plural(last));
    // "Berg's nurse, Olaf Lind": two names, and one person.
    let list =
        found.iter().all(|word| !word.text.starts_with(char::is_lowercase) || matches!(word.text, "and" | "both"));
    let listed = (named > 1 && joined && list).then_some(named as f64);
    listed
        .or(counted)
        .or_else(|| two.then_some(MORE_THAN_ONE))
        .or_else(|| one.then_some(1.0))
        .or_else(|| more.then_some(MORE_THAN_ONE))
}

/// Whether a noun is one for people, told in the plural.
fn is_plural(noun: &str) -> bool {
    const PEOPLE: &str = "victims men women children boys girls suspects members officers people teens teenagers defendants \
        others students workers nurses brothers sisters persons detainees hostages";
    PEOPLE.split_whitespace().any(|people| people == noun)
}

/// The numbers of a text that stand behind what they tell which it is, and count nothing: "pier 3", "Flight 12".
pub(super) fn labels(text: &str) -> Vec<(String, String)> {
    let found = words(text);
    let word = |at: usize| found.get(at).map(|word| folded(word.text).into_owned());
    let mut labels = Vec::new();
    for at in 1..found.len() {
        let (Some(thing), Some(number)) = (word(at - 1), word(at)) else { continue };
        let touches = text[found[at - 1].end..found[at].start].trim().is_empty();
        let ends = word(at + 1).is_none_or(|next| is_empty_word(&next))
            || found.get(at + 1).is_some_and(|next| !text[found[at].end..next.start].trim().is_empty());
        let names = !is_empty_word(&thing) && !is_number(&thing) && !thing.ends_with("ed");
        if touches && ends && names && number.chars().all(|c| c.is_ascii_digit()) {
            labels.push((thing, number));
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_behind_a_thing_tells_which_it_is() {
        let told = |text: &str| labels(text).into_iter().map(|(a, b)| format!("{a} {b}")).collect::<Vec<_>>();
        assert_eq!(told("Three lorries burnt near pier 4, the mayor said, and flight 12 left"), ["pier 4"]);
        assert!(told("The flood killed 40 people on 3 May and drowned 12 of them").is_empty());
    }

    #[test]
    fn an_age_stands_in_its_subject() {
        assert_eq!(
            (age("A 19-year-old student"), age("Anna Berg, 19,"), age("a year-old boat")),
            (Some(19), None, None)
        );
    }

    #[test]
    fn a_subject_tells_how_many_it_is() {
        assert_eq!(
            (many("Four members of the guild", 0), many("A member", 0), many("A man and a boy", 0)),
            (Some(4.0), Some(1.0), Some(MORE_THAN_ONE))
        );
        assert_eq!((many("Anna Berg", 1), many("The victims", 0)), (Some(1.0), Some(MORE_THAN_ONE)));
        assert_eq!(
            (many("Berg and Lind", 2), many("The nurse of Berg, Olaf Lind", 2), many("the guild", 0)),
            (Some(2.0), None, None)
        );
    }
}
