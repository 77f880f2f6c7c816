//! What noun phrases are attached to: prepositions, conjunctions, participles and relative clauses before them.

use super::{
    groups::{Form, VerbGroup, is_nominal},
    phrases::{Clauses, is_amount, is_day, relative},
};
use crate::tags::Tag;

impl Clauses<'_> {
    /// The start of the noun phrase that the one which begins at `start` is attached to.
    pub(super) fn attached_before(&self, mut start: usize, floor: usize, subject: bool) -> usize {
        loop {
            let Some(before) = start.checked_sub(1).filter(|&at| at > floor) else { return start };
            let Some(grown) = self.grow(before, floor, subject) else { return start };
            start = grown;
        }
    }

    /// What the word at `before`, which stands before a noun phrase, attaches it to: the start of the larger phrase.
    fn grow(&self, before: usize, floor: usize, subject: bool) -> Option<usize> {
        let words = self.words;
        // "Anna Berg of <Norlines Plc>"
        let before = before - usize::from(words.text(before) == "<" && before > floor + 1);
        let lower = words.lower(before);
        // "records given to the board by the owners"
        let to = lower == "to" && self.group_at(before).is_none();
        if (words.tag(before) == Tag::Preposition || to)
            && !matches!(lower, "as" | "than" | "like" | "because" | "after" | "before")
        {
            // "outside of", "ahead of": two words that attach as one.
            let two = lower == "of"
                && before > floor + 1
                && matches!(
                    words.lower(before - 1),
                    "outside" | "inside" | "ahead" | "west" | "east" | "south" | "north"
                );
            let head = before - 1 - usize::from(two);
            let timed =
                is_day(words.lower(head)) || matches!(words.lower(head), "it" | "he" | "she" | "they" | "we" | "i");
            // "one of the pilots", "many in the west"
            let several = matches!(words.lower(head), "many" | "some" | "most" | "few" | "several" | "others" | "all");
            let amount = lower == "of" && is_amount(words.lower(head)) || lower == "in" && several;
            // "Anna Berg (Independent) of Kolm"
            let bracket = words.text(head) == ")" && lower == "of";
            if (is_nominal(words.tag(head)) || amount || bracket) && !timed {
                return self.core_ending(head, floor);
            }
            // "people familiar with the matter"
            if words.tag(head) == Tag::Adjective && head > floor && words.tag(head - 1) == Tag::Noun {
                return self.core_ending(head - 1, floor);
            }
            return self.group_ending(before).filter(|_| subject).and_then(|group| self.reduced(group, floor));
        }
        // "trades such as theirs"
        if lower == "as" && before > floor + 1 && words.lower(before - 1) == "such" {
            return self.core_ending(before - 2, floor);
        }
        if matches!(lower, "and" | "or" | "&") && before > floor {
            return self.coordinated(before, floor);
        }
        self.group_ending(before + 1).filter(|_| subject).and_then(|group| self.reduced(group, floor))
    }

    /// The phrase that a relative clause with this verb group belongs to: "critics who oppose", "a group called".
    pub(super) fn reduced(&self, group: &VerbGroup, floor: usize) -> Option<usize> {
        let words = self.words;
        let mut before = group.words.start.checked_sub(1).filter(|&at| at >= floor)?;
        if before > floor && relative(words.lower(before)) && is_nominal(words.tag(before - 1)) {
            return self.core_ending(before - 1, floor);
        }
        // "friends of Berg's who saw her"
        if before > floor + 1 && words.lower(before) == "who" && words.lower(before - 1) == "'s" {
            return self.core_ending(before - 2, floor);
        }
        // "the push to close the pier", "an aide who spoke on Monday to explain it"
        if group.form == Form::Infinitive {
            while before > floor && words.tag(before) == Tag::Adverb {
                before -= 1;
            }
            if words.tag(before) == Tag::Noun {
                return self.core_ending(before, floor);
            }
            return self.group_ending(before + 1).filter(|leading| leading.form == Form::Finite).and_then(|leading| {
                let who = leading.words.start.checked_sub(1).filter(|&at| at > floor)?;
                (relative(words.lower(who)) && is_nominal(words.tag(who - 1)))
                    .then(|| self.core_ending(who - 1, floor))
                    .flatten()
            });
        }
        // "opponents of closing the pier"
        if group.form == Form::Gerund
            && group.words.len() == 1
            && before > floor
            && words.lower(before) == "of"
            && matches!(words.tag(before - 1), Tag::Noun)
        {
            return self.core_ending(before - 1, floor);
        }
        // "Lawmakers argued the sale …": what takes an object is no participle.
        let takes = words.lower(group.head).ends_with("ed")
            && matches!(
                words.tag(group.words.end),
                Tag::Determiner | Tag::Pronoun | Tag::Noun | Tag::Proper | Tag::Adjective
            )
            && !is_day(words.lower(group.words.end))
            && !matches!(words.lower(group.words.end), "last" | "this" | "next" | "early" | "late" | "earlier")
            && !matches!(words.lower(group.head), "called" | "named" | "dubbed" | "titled" | "entitled" | "labeled");
        let bare = group.words.len() == 1 && !takes;
        let participle = words.lower(group.head).ends_with("ed") || words.lower(group.head).ends_with("ing");
        if bare && participle && matches!(words.tag(before), Tag::Noun | Tag::Proper) {
            return self.core_ending(before, floor);
        }
        None
    }

    /// The start of the conjuncts before the "and" at `conjunction`.
    fn coordinated(&self, conjunction: usize, floor: usize) -> Option<usize> {
        let words = self.words;
        let mut head = conjunction - 1;
        if words.text(head) == "," && head > floor {
            head -= 1;
        }
        if !matches!(words.tag(head), Tag::Noun | Tag::Proper) || self.verb_before(head, floor) {
            return None;
        }
        let set_off = head < conjunction - 1;
        let mut start = self.core_ending(head, floor)?;
        let last = start;
        while start > floor + 1
            && words.text(start - 1) == ","
            && matches!(words.tag(start - 2), Tag::Noun | Tag::Proper)
            && !self.verb_before(start - 2, floor)
            && let Some(earlier) = self.core_ending(start - 2, floor)
        {
            // "Apart from the strike, owners and pilots said": what opens the sentence is none of them.
            let opens = earlier > self.start
                && (self.start..earlier).all(|at| matches!(words.tag(at), Tag::Preposition | Tag::Adverb))
                && words.tag(earlier - 1) == Tag::Preposition;
            if opens {
                break;
            }
            start = earlier;
        }
        // "120 km east of Kolm, and rebels said": no list, but a clause.
        let listed = start > floor
            && (matches!(words.text(start - 1), "," | "&") || matches!(words.lower(start - 1), "and" | "or"));
        let proper = words.tag(conjunction + 1) == Tag::Proper;
        (!set_off || start < last || listed || proper).then_some(start)
    }

    /// Whether a verb stands before `at` in the same clause, so that `at` may be its object.
    fn verb_before(&self, at: usize, floor: usize) -> bool {
        (floor..at)
            .rev()
            .take_while(|&i| !matches!(self.words.text(i), "," | ";" | ":" | "—" | "–" | "”" | "“" | "\""))
            .any(|i| self.group_at(i).is_some())
    }
}
