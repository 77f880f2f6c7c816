//! What a statement only points to, or says of itself, and what is said to pass the word on: whom it means is told by its report.

use model::{Span, Tense};

use super::Content;
use crate::features::Sort;
use crate::findings::Findings;
use crate::ground::frame::{is_number, term};
use crate::ground::reports::Place;
use crate::ground::words::{fold, folded, is_in, words};

/// Words before a noun by which it only points to what was told, or to whose it is; and such as stand alone.
const POINTS: &str = "the this that these those our its their his her my your such both a an each all some no";
const ALONE: &str = "it they he she we i you this that these those who which";

/// Words of those who speak of themselves.
const FIRST: &str = "i we our my me i'm we're i've we've i'll we'll i'd we'd";

/// Words that leave open whether it is so.
const MAY: &str = "may might";
const OPEN: &str =
    "may might could can would should perhaps possibly possible likely reportedly allegedly believed expected";

/// What is asked for, and what answers it.
const ASKS: &str = "apply applied applies ask asked asks request requested requests seek sought seeks propose proposed proposes \
    recommend recommended recommends urge urged urges";
const ANSWERS: &str = "approve approved approves approval grant granted grants allow allowed allows agree agreed agrees accept \
    accepted accepts reject rejected rejects refuse refused refuses won denied permitted";

/// Words that set what follows them beside the main thing.
const ASIDE: &str = "after before when where who whose whom which since because following amid";

/// Pronouns that begin what a thing is ("the tonnes they sold"), the words before such a thing, and those behind which somebody is told
/// it instead ("told the guards they were late").
const SUBJECTS: &str = "they he she we you i";
const ARTICLES: &str = "the a an this that these those all";
const TOLD: &str = "tell tells told telling ask asks asked assure assured inform informed warn warned promise promised show showed remind \
    reminded convince convinced";

/// Words that mean something below which two selves say the same by chance.
const FEW: usize = 3;

/// What of asking, answering and leaving open is among some words.
pub(super) struct Moods {
    may: bool,
    open: bool,
    asks: bool,
    answers: bool,
}

impl Moods {
    pub(super) fn of(words: &[String]) -> Self {
        let has = |list: &'static str| words.iter().any(|word| is_in(list, word));
        Self { may: has(MAY), open: has(OPEN), asks: has(ASKS), answers: has(ANSWERS) }
    }
}

/// All words of a text, folded, each with whether it stands behind a word that sets it beside the main thing, up to the next comma.
pub(super) fn set_beside(text: &str) -> Vec<(String, bool)> {
    let found = words(text);
    let all: Vec<String> = found.iter().map(|word| fold(word.text)).collect();
    let (mut beside, mut end) = (false, 0);
    let mut told = Vec::with_capacity(all.len());
    for (at, word) in found.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).map_or("", |at| all[at].as_str());
        // "The following senators" are those who do it.
        let sets = is_in(ASIDE, &all[at]) && !(before(1) == "the" && all[at] == "following");
        let stops = text[end..word.start].contains([',', ';', ':', '—']);
        // "Of the 900 tonnes they sold": what the thing is, and not what is told of it.
        let relative = !stops
            && is_in(SUBJECTS, &all[at])
            && (is_in(ARTICLES, before(2)) || is_number(before(2)))
            && !is_number(before(1))
            && !is_in(TOLD, before(3));
        beside = beside && !stops || sets || relative;
        end = word.end;
        told.push((all[at].clone(), beside));
    }
    told
}

/// The words of the names in a subject, folded; none where it only points: "the bonus", "our price", "the new price for Corby".
pub(super) fn named(subject: &str) -> Vec<String> {
    let found = words(subject);
    let Some((first, rest)) = found.split_first() else { return Vec::new() };
    let folded = fold(first.text);
    let (points, upper) = (is_in(POINTS, &folded), |text: &str| text.starts_with(char::is_uppercase));
    if rest.is_empty() && is_in(ALONE, &folded) || points && rest.first().is_none_or(|word| !upper(word.text)) {
        return Vec::new();
    }
    found.iter().skip(usize::from(points)).filter(|word| upper(word.text)).map(|word| fold(word.text)).collect()
}

/// Whether a pronoun stands right behind the verb of a statement of which nobody knows what it means: "…, and it will", "supported
/// them".
pub(super) fn has_lone_object(findings: &Findings<'_>, place: Place) -> bool {
    let statement = findings.reports.statement(place);
    statement.clause.as_ref().is_some_and(|clause| {
        let behind = Span::new(clause.verb.end.min(statement.span.end), statement.span.end);
        let text = findings.reports.cut(place.document, behind);
        let meant = |at: u32| statement.participants.iter().any(|m| m.span.start <= at && at < m.span.end);
        words(text).first().is_some_and(|word| {
            let at = behind.start + text[..word.start].chars().count() as u32;
            matches!(&*folded(word.text), "it" | "them" | "this" | "him") && !meant(at)
        })
    })
}

/// Whether somebody speaks of themselves in these words.
pub(super) fn is_first_person(words: &[String]) -> bool {
    words.iter().any(|word| is_in(FIRST, word))
}

/// Whether words with such a verb only pass the word on, or tell where who reports it stands: what every broadcast says anew.
pub(super) fn is_staged(words: &[String], head: &str) -> bool {
    const PHRASES: [&[&str]; 15] = [
        &["complete", "coverage"],
        &["close", "touch"],
        &["check", "back"],
        &["check", "in", "with"],
        &["joins", "us"],
        &["joining", "us"],
        &["has", "more"],
        &["more", "with"],
        &["standing", "by"],
        &["thick", "of"],
        &["here", "is"],
        &["up", "next"],
        &["coming", "up"],
        &["we'll", "talk"],
        &["back", "to", "you"],
    ];
    let is = |phrase: &&[&str]| words.windows(phrase.len()).any(|told| told.iter().eq(phrase.iter()));
    let press = || words.iter().any(|word| is_in("correspondent correspondents", word));
    let stands = || is_in("is are was were been has have had", head);
    let us = || words.ends_with(&["for".to_owned(), "us".to_owned()]);
    words.len() <= STAGED && (PHRASES.iter().any(is) || stands() && press() || us() || is_introduced(words))
}

/// Whether somebody only says who they are and where: "I'm Anna Berg in Corby", "this is Anna Berg in Corby".
fn is_introduced(words: &[String]) -> bool {
    const OPENINGS: [&[&str]; 4] = [&["i'm"], &["i", "am"], &["this", "is"], &["my", "name", "is"]];
    let is = |phrase: &&[&str]| words.windows(phrase.len()).any(|told| told.iter().eq(phrase.iter()));
    let placed = words.len().checked_sub(2).is_some_and(|at| words[at] == "in");
    words.len() <= INTRODUCED && placed && OPENINGS.iter().any(is)
}

/// Words of a statement at most that only says who speaks, and from where.
const INTRODUCED: usize = 8;

/// Words of a statement at most that only passes the word on.
const STAGED: usize = 28;

impl Content<'_> {
    /// Whether the subject of either names nobody and nothing, and only points to what its report tells of.
    pub(crate) fn either_points(&self, other: &Self) -> bool {
        self.subject.names.is_empty() || other.subject.names.is_empty()
    }

    /// Whether somebody speaks of themselves in both in few words, and nothing tells that it is one speaker.
    pub(crate) fn are_of_two_selves(&self, other: &Self) -> bool {
        self.first && other.first && !self.has_speaker_of(other) && self.words_shared(other) < FEW
    }

    /// Whether nothing but names is shared by two that say no more than that somebody is, or has, and each of another day or of
    /// who speaks: "Berg is in Corby for us".
    pub(crate) fn are_but_names(&self, other: &Self) -> bool {
        let plain = |t: &&(crate::features::Term, Sort, f32)| t.1 != Sort::Name;
        let shared = self.bag.iter().filter(plain).any(|t| other.bag.iter().any(|o| o.0 == t.0));
        let fleeting = self.days_from(other) > 0 || self.first || other.first;
        self.light && other.light && !shared && fleeting && !self.quotes() && !other.quotes()
    }

    /// Whether each has a date or another number in figures that the other has not.
    pub(crate) fn is_dated_otherwise_than(&self, other: &Self) -> bool {
        let digits = |word: &&String| word.starts_with(|c: char| c.is_ascii_digit());
        let lone = |a: &Self, b: &Self| a.words.iter().filter(digits).any(|word| !b.words.contains(word));
        lone(self, other) && lone(other, self)
    }

    /// Whether each has a number that the other has not.
    pub(crate) fn figures_otherwise(&self, other: &Self) -> bool {
        let lone = |a: &Self, b: &Self| a.figures.iter().any(|number| !b.figures.contains(number));
        lone(self, other) && lone(other, self)
    }

    /// Whether the verb of the one stands in the other only behind what sets it beside the main thing ("began to clear the mill where
    /// a fire killed two"), and that of the other not in the one.
    pub(crate) fn is_beside(&self, other: &Self) -> bool {
        let set = |content: &Self, at: usize| content.all[at].1;
        let places = |verb: &str, content: &Self| -> Vec<usize> {
            let verb = term(verb);
            (0..content.all.len()).filter(|&at| term(&content.all[at].0) == verb).collect()
        };
        let beside = |told: &Self, by: &Self| {
            let (found, own) = (places(&told.head, by), places(&told.head, told));
            !told.head.is_empty()
                && !told.light
                && !found.is_empty()
                && found.iter().all(|&at| set(by, at))
                && own.first().is_some_and(|&at| !set(told, at))
                && places(&by.head, told).is_empty()
        };
        beside(self, other) || beside(other, self)
    }

    /// Whether either only passes the word on, and not in the very words of the other.
    pub(crate) fn is_staged_beside(&self, other: &Self) -> bool {
        (self.staged || other.staged) && !self.is_told_as(other)
    }

    /// Whether the one says that it may be, or asks for it, and the other that it is done or what came of it: "may propose", "agreed to
    /// propose"; "applied for leave", "won leave".
    pub(super) fn is_yet_to_be(&self, other: &Self) -> bool {
        let modal = |content: &Self| content.tense == Some(Tense::Modal);
        let may = |a: &Self, b: &Self| modal(a) && a.moods.may && !modal(b) && !b.moods.open;
        let asks = |a: &Self, b: &Self| a.moods.asks && !a.moods.answers && b.moods.answers && !b.moods.asks;
        may(self, other) || may(other, self) || asks(self, other) || asks(other, self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_may_only_point() {
        assert!(named("the bonus").is_empty() && named("Our price").is_empty() && named("It").is_empty());
        assert!(named("The new price for Corby").is_empty());
        assert_eq!(named("The Corby mill"), ["corby"]);
        assert_eq!(named("Anna Berg"), ["anna", "berg"]);
    }

    #[test]
    fn what_stands_behind_where_is_told_beside() {
        let told = set_beside("It began to clear the mill where a fire killed two, and left");
        let beside: Vec<&str> = told.iter().filter(|word| word.1).map(|word| word.0.as_str()).collect();
        assert_eq!(beside, ["where", "a", "fire", "killed", "two"]);
    }

    #[test]
    fn what_a_thing_is_stands_beside_what_is_told_of_it() {
        let beside =
            |text: &str| set_beside(text).into_iter().filter(|word| word.1).map(|word| word.0).collect::<Vec<_>>();
        assert_eq!(beside("withdrew the last of the 900 tonnes they sold, and left"), ["they", "sold"]);
        assert!(beside("told the guards they were late").is_empty());
        assert!(beside("the following mayors signed").is_empty());
    }

    #[test]
    fn a_broadcast_passes_the_word_on() {
        let folded = |text: &str| words(text).iter().map(|word| fold(word.text)).collect::<Vec<_>>();
        let staged = |text: &str| is_staged(&folded(text), "is");
        assert!(staged("Our correspondent Anna Berg is in Corby") && staged("We'll check back with you"));
        assert!(!staged("Anna Berg is in Corby"));
    }
}
