//! What is said to move somebody or to be kind, and tells nothing: questions, commands, appeals, thanks, condolences.

use super::{Taker, Unit, clauses};
use crate::{
    grammar::{Form, VerbGroup},
    tags::Tag,
    words::{Words, is_one_of},
};

/// Words without which nothing is a courtesy.
const KIND: &str = "thank thanks gratitude appreciation thoughts prayers heart hearts condolences sympathies sympathy \
    bless luck congratulations forward know saw seen peace";

impl<'a> Taker<'a, '_> {
    /// Whether a unit asks without a mark or bids somebody to do something: "Can you hear it", "Be careful".
    pub(super) fn asks_or_bids(&self, unit: &Unit<'_>, main: &VerbGroup) -> bool {
        let words = self.clauses.words;
        let first = unit.first(words);
        let lower = words.lower(first);
        let pronoun = is_one_of(words.lower(first + 1), "you we they he she it i");
        let auxiliary = is_one_of(lower, "can could do does did is are was were will would should have has may");
        let whole = unit.words.start == self.clauses.start
            || first > self.clauses.start && matches!(words.text(first - 1), ":" | "“" | "\"");
        let wish = matches!(lower, "let" | "be" | "don" | "do" | "please") && words.lower(first + 1) != "the";
        let bids = wish && main.words.start <= first + 1 && whole && (!main.passive || lower == "be");
        // "As we talk of this, let's agree that"
        let exhorts = words.lower(main.head) == "let"
            && main.words.len() == 1
            && matches!(words.lower(main.words.end), "'s" | "us" | "me")
            && (main.words.start == first || words.text(main.words.start - 1) == ",");
        auxiliary && pronoun && whole
            || bids && unit.shares_subject.is_none()
            || exhorts
            || self.commands(unit, main, first)
    }

    /// Whether a whole sentence begins with its verb in the base form, which nobody is the subject of: "Send help", "Follow the
    /// signs to the pier."
    fn commands(&self, unit: &Unit<'_>, main: &VerbGroup, first: usize) -> bool {
        let words = self.clauses.words;
        let opens = unit.words.start == self.clauses.start
            || first > self.clauses.start && matches!(words.text(first - 1), "“" | "\"" | "‘");
        let ended = (self.clauses.start..self.clauses.end).rev().take(3).any(|at| matches!(words.text(at), "." | "!"));
        // "Talk of a sale comes late": a noun, where another verb follows without a word or a mark that opens its clause.
        let from = self.clauses.groups.partition_point(|group| group.words.start < main.words.end);
        let another = self.clauses.groups[from..].iter().take_while(|group| group.words.end <= unit.words.end);
        let alone = another.filter(|group| group.form == Form::Finite).take(1).all(|group| {
            (main.words.end..group.words.start)
                .any(|at| clauses::is_opener(words, at) || words.tag(at) == Tag::Punctuation)
        });
        opens
            && ended
            && alone
            && unit.shares_subject.is_none()
            && main.words.start == first
            && main.words.len() == 1
            && words.tag(first) == Tag::Verb
            && !clauses::is_past(words.lower(first))
            && !words.lower(first).ends_with('s')
            && !words.lower(first).ends_with("ing")
            && matches!(
                words.tag(first + 1),
                Tag::Determiner | Tag::Pronoun | Tag::Adverb | Tag::Noun | Tag::Preposition
            )
    }

    /// Whether a unit gives thanks, condolences or good wishes, or turns to whoever may know something: "We want to thank the
    /// pilots", "Our thoughts are with them", "If you saw the boat, call the police". Who "thanked the pilots" did something.
    pub(super) fn is_courtesy(&self, unit: &Unit<'_>) -> bool {
        let words = self.clauses.words;
        if !unit.words.clone().any(|at| crate::words::is_one_of(words.lower(at), KIND)) {
            return false;
        }
        let said: Vec<&str> =
            unit.words.clone().filter(|&at| words.tag(at) != Tag::Punctuation).map(|at| words.lower(at)).collect();
        let has = |sequence: &[&str]| said.windows(sequence.len()).any(|window| window == sequence);
        let us = |word: &str| matches!(word, "our" | "my");
        let we = |word: &str| matches!(word, "we" | "i");
        // "We thank", "I just want to thank", "The men and women of the force want to thank"
        let thank = said.iter().position(|word| *word == "thank").is_some_and(|at| {
            let wish = at >= 2
                && said[at - 1] == "to"
                && (matches!(said[at - 2], "want" | "wants" | "wish" | "wishes")
                    || said[..at - 1].ends_with(&["would", "like"]));
            let own = said[..at].iter().rev().take(3).any(|word| we(word));
            wish || own || said.get(at + 1) == Some(&"you")
        });
        let thanks = has(&["thanks", "to", "all"]) || has(&["thanks", "to", "everyone"]) || has(&["many", "thanks"]);
        // "Our deepest sympathies", "our thoughts and prayers are with", "my heart goes out"
        let ours = said.iter().enumerate().any(|(at, word)| {
            let felt = is_one_of(word, "thanks gratitude appreciation prayers condolences sympathies sympathy");
            let near = said[..at].iter().rev().take(4).any(|word| us(word));
            let with = ["with", "out"].iter().any(|end| said[at..].iter().take(6).any(|word| word == end));
            felt && near || matches!(*word, "heart" | "hearts" | "thoughts") && at > 0 && us(said[at - 1]) && with
        });
        let wish = has(&["god", "bless"])
            || has(&["rest", "in", "peace"])
            || has(&["good", "luck"])
            || said.first() == Some(&"congratulations");
        // "I look forward to meeting you"
        let awaits = has(&["forward", "to"])
            && said.iter().any(|word| matches!(*word, "you" | "your"))
            && said.iter().take(8).any(|word| we(word));
        // "If you know something, the time to step forward is now"
        let condition = said.iter().position(|word| *word == "if").filter(|&at| at <= 2);
        let appeals = condition.is_some_and(|at| {
            said.get(at + 1) == Some(&"you")
                && said[at..].iter().any(|word| is_one_of(word, "call contact step come tell report please speak let"))
        });
        thank || thanks || ours || wish || awaits || appeals
    }

    /// Whether a whole sentence names something and tells what it does only in a clause that says which is meant: "A stone honoring
    /// a pilot who died in May".
    pub(super) fn only_names(&self, unit: &Unit<'_>, main: &VerbGroup) -> bool {
        let words = self.clauses.words;
        let Some(subject) = self.clauses.subject_before(main) else { return false };
        let relative = subject.len() == 1
            && subject.start > unit.words.start + 1
            && matches!(words.lower(subject.start), "who" | "which" | "that");
        let from = self.clauses.groups.partition_point(|group| group.words.start < unit.words.start);
        let first = self.clauses.groups.get(from);
        relative
            && unit.antecedent.is_none()
            && first.is_some_and(|group| group.form == Form::Gerund && group.words.start <= unit.first(words) + 3)
            && self.clauses.groups[from..].iter().filter(|group| group.form == Form::Finite).count() == 1
    }
}

/// Whether a unit of a sentence is a thing with a clause that says which is meant, and no verb of its own: "but no one who can
/// tell".
pub(super) fn names_alone(taker: &Taker<'_, '_>, unit: &Unit<'_>, main: &VerbGroup, first: usize) -> bool {
    let words: &Words<'_> = taker.clauses.words;
    let Some(subject) = taker.clauses.subject_before(main) else { return false };
    subject.len() == 1
        && matches!(words.lower(subject.start), "who" | "which" | "that")
        && subject.start > first
        && subject.start <= first + 4
        && (first..subject.start).all(|at| {
            matches!(
                words.tag(at),
                Tag::Determiner | Tag::Noun | Tag::Pronoun | Tag::Number | Tag::Adjective | Tag::Proper
            )
        })
        && !taker.clauses.finite_in(main.words.end..unit.words.end)
}
