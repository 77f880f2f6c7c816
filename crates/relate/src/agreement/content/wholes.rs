//! What parts two statements that are held together by one value: a part is taken from it here, or another thing has it there.

use model::Tense;

use super::Content;
use crate::ground::frame::{is_number, term};
use crate::ground::words::{fold, is_in, words};

/// Words that take a part of what follows "of".
const TAKES: &str =
    "out most some part half all none many much few several last first majority bulk rest remainder third quarter";

/// Words between "of" and a number.
const WHOSE: &str = "the their its his her our those these";

/// Words behind a thing that begin what it is of, or where.
const BEHIND: &str = "of in on at for from to with by between over under against";

/// Words of a subject at most that is one plain thing.
const THING: usize = 4;

/// Words behind "first" within which it is told what somebody was the first to do.
const REACH: usize = 6;

/// Words that mean something up to which what a pronoun does is told of many days.
const FEW: usize = 3;

/// The noun of a subject that names nobody: "the underwriting fee" is a fee.
pub(super) fn thing(subject: &str) -> Option<String> {
    let found = words(subject);
    let told: Vec<String> = found.iter().map(|word| fold(word.text)).take_while(|word| !is_in(BEHIND, word)).collect();
    let named = found.iter().skip(1).any(|word| word.text.starts_with(char::is_uppercase));
    let plain = (2..=THING).contains(&told.len()) && !named && is_in("the a an this that its their", &told[0]);
    told.into_iter().next_back().filter(|_| plain)
}

/// Where numbers stand among words of which a part is taken, each with how much: "most of the 900", "30 of 900".
pub(super) fn taken(words: &[String]) -> Vec<(usize, String)> {
    let part_of = |at: usize| -> Option<String> {
        let of = at.checked_sub(1 + usize::from(at > 0 && is_in(WHOSE, &words[at - 1])))?;
        // "Of the 23, …": how much, comes behind.
        let part = of.checked_sub(1).map_or("", |at| words[at].as_str());
        let takes = part.is_empty() || is_in(TAKES, part) || is_number(part);
        (words[of] == "of" && takes).then(|| part.to_owned())
    };
    (0..words.len()).filter(|&at| is_number(&words[at])).filter_map(|at| Some((at, part_of(at)?))).collect()
}

impl Content<'_> {
    /// Whether two that one value, or one word for it, holds together are two things: a part and the whole, two things of one measure, two
    /// firsts, who can and who can't, what is done on two days.
    pub(crate) fn is_of_another_value_than(&self, other: &Self) -> bool {
        self.is_part_of(other)
            || self.is_of_another_thing_than(other)
            || self.is_first_otherwise_than(other)
            || self.is_able_otherwise_than(other)
            || self.is_of_another_day_than(other)
    }

    /// Whether one tells of a part of what the other counts whole: "withdrew most of the 900 tonnes", "sold 900 tonnes".
    fn is_part_of(&self, other: &Self) -> bool {
        let part = |a: &Self, b: &Self| {
            let lacks = |word: &String| !b.words.contains(word);
            let whole = |at: usize| {
                let told = |&other: &usize| b.words[other] == a.words[at];
                let mut found = (0..b.words.len()).filter(told).peekable();
                found.peek().is_some() && found.all(|at| b.taken.iter().all(|taken| taken.0 != at))
            };
            a.taken.iter().any(|(at, part)| lacks(part) && whole(*at))
        };
        part(self, other) || part(other, self)
    }

    /// Whether each says of another plain thing that it is so much: "the fee is ten points", "the margin is ten points".
    fn is_of_another_thing_than(&self, other: &Self) -> bool {
        let lacks = |content: &Self, thing: &str| !content.words.iter().any(|word| term(word) == term(thing));
        let things = self.subject.thing.as_deref().zip(other.subject.thing.as_deref());
        self.light
            && other.light
            && self.head == other.head
            && self.words.iter().any(|word| is_number(word) && !word.ends_with("th"))
            && things.is_some_and(|(a, b)| term(a) != term(b) && lacks(other, a) && lacks(self, b))
    }

    /// Whether somebody is the first in another thing in each: the first who fell ill, the first to die.
    fn is_first_otherwise_than(&self, other: &Self) -> bool {
        // "The first diagnosed", "the first to die": what befell them, and what they did.
        let first = |content: &Self| -> Option<(String, bool)> {
            let at = content.words.iter().position(|word| word == "first")?;
            let behind = &content.words[at + 1..content.words.len().min(at + 1 + REACH)];
            let verb =
                |at: &usize| *at > 0 && behind[*at - 1] == "to" || behind[*at].len() > 4 && behind[*at].ends_with("ed");
            (0..behind.len()).find(verb).map(|at| (behind[at].clone(), at > 0 && behind[at - 1] == "to"))
        };
        let lacks = |content: &Self, verb: &str| !content.words.iter().any(|word| term(word) == term(verb));
        let firsts = first(self).zip(first(other));
        firsts.is_some_and(|(ours, theirs)| ours.1 != theirs.1 && lacks(other, &ours.0) && lacks(self, &theirs.0))
    }

    /// Whether one says who is able to and the other who is unable.
    fn is_able_otherwise_than(&self, other: &Self) -> bool {
        let has = |content: &Self, word: &str| content.words.iter().any(|own| own == word);
        let unable = |a: &Self, b: &Self| has(a, "unable") && !has(a, "able") && has(b, "able") && !has(b, "unable");
        (unable(self, other) || unable(other, self)) && !self.features.said.negates(&other.features.said)
    }

    /// Whether both tell in a few words what somebody does whom nobody knows, in reports of two days: "they wave their flags".
    fn is_of_another_day_than(&self, other: &Self) -> bool {
        let shared = self.words_shared(other);
        let now = |content: &Self| content.tense == Some(Tense::Present) && !content.quotes();
        let again = self.is_worded_as(other) || self.has_speaker_of(other);
        now(self) && now(other) && self.either_dangles(other) && self.days_from(other) > 0 && shared < FEW && !again
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_subject_is_a_thing() {
        assert_eq!(thing("The underwriting fee").as_deref(), Some("fee"));
        assert_eq!(thing("The price of tin").as_deref(), Some("price"));
        assert!(thing("The Corby mill").is_none() && thing("Berg").is_none() && thing("They").is_none());
    }
}
