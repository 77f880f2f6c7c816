//! What somebody forecasts, and what is due: yet to come, whoever tells it.

use model::Commitment;

use super::Reader;
use crate::{
    cues,
    grammar::{Form, VerbGroup, groups},
    tags::Tag,
};

impl Reader<'_, '_> {
    /// "The board expected sales to fall", "Norlines forecast a good year", "is projected at ten boats", "is due back in court
    /// in May".
    pub(super) fn forecast(&mut self, main: &VerbGroup) {
        if let Some(at) = self.due(main) {
            self.note(Commitment::Expected, at..at + 1);
            return;
        }
        let lemma = cues::verb(self.lower(main.head)).map_or("", |cue| cue.lemma);
        // "had expected a rise", "predicted the fall before it came", "nobody would have predicted": what was expected once.
        let once = main.words.clone().any(|at| self.lower(at) == "had" || groups::is_modal(self.lower(at)))
            || (main.words.end..self.range.end.min(main.words.end + 14))
                .any(|at| self.lower(at) == "before" && self.clauses.words.tag(at + 1) == Tag::Pronoun)
            || main.words.clone().any(|at| matches!(self.lower(at), "correctly" | "rightly" | "accurately"));
        // "Did not expect sales to fall": theirs as well, of what will not be.
        if main.form != Form::Finite || main.passive || main.negated && lemma != "expect" || once {
            return;
        }
        let next = main.words.end;
        let thing = || {
            matches!(self.clauses.words.tag(next), Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Number)
                && self.lower(next) != "that"
        };
        let ahead = match lemma {
            // "Expects a rise", "are anticipating losses": in May's own words, and not what May brought.
            "expect" | "anticipate" => self.leads_to_infinitive(next) || !self.is_told_as_past(main) && thing(),
            "forecast" | "predict" | "foresee" => thing(),
            _ => false,
        };
        if ahead && self.range.contains(&next) {
            self.note(Commitment::Expected, main.head..main.head + 1);
        }
    }

    /// "Would" tells the future as seen from the past, unless a condition stands beside it.
    pub(super) fn reported_future(&self, main: &VerbGroup) -> Commitment {
        // "She would often read", "the door would not open": how it was.
        let habit = main.words.clone().chain(main.words.end..main.words.end + 1).any(|at| {
            matches!(self.lower(at), "often" | "always" | "sometimes" | "usually" | "frequently" | "regularly")
        });
        let daily = self.range.clone().any(|at| matches!(self.lower(at), "every" | "each"));
        // "I'd imagine it is late": a guess, and nothing that is to come. "I would advise them to go": what somebody does.
        let own = main.words.start.checked_sub(1).is_some_and(|at| self.lower(at) == "i");
        let wish = matches!(self.lower(main.head), "like" | "love" | "prefer" | "rather")
            || own && crate::words::is_one_of(self.lower(main.head), "advise say argue suggest urge recommend add");
        if habit || daily || wish {
            return Commitment::Asserted;
        }
        if own && matches!(self.lower(main.head), "imagine" | "guess" | "suspect" | "suppose" | "assume") {
            return Commitment::Hedged;
        }
        // "would have little effect": no perfect.
        let perfect = main.words.clone().any(|at| self.lower(at) == "have" && at != main.head);
        if perfect || self.is_unreal(main) { Commitment::Hedged } else { Commitment::Expected }
    }

    /// "If the pier burned", "if it were sold": what is not so, unless somebody told then what was to come ("said they would pay if
    /// it burned"). "It would be good if": an opinion.
    fn is_unreal(&self, main: &VerbGroup) -> bool {
        let told = (self.clauses.start..main.words.start).any(|at| {
            crate::words::is_one_of(self.lower_anywhere(at), "said told added warned predicted thought believed")
        });
        let judged = groups::is_be(self.lower(main.head)) && self.clauses.words.tag(main.words.end) != Tag::Verb;
        let condition = |at: usize| matches!(self.lower(at), "if" | "unless") && !self.asks_whether(at);
        self.range.clone().filter(|&at| condition(at)).any(|at| {
            let first = self.clauses.groups.partition_point(|group| group.words.start <= at);
            let Some(group) = self.clauses.groups.get(first).filter(|group| group.words.start <= at + 10) else {
                return judged;
            };
            let past = |lower: &str| {
                lower.ends_with("ed")
                    || crate::words::is_one_of(lower, "was were did could won went came got lost made took")
            };
            judged && !told
                || group.words.clone().any(|at| self.lower(at) == "had")
                || !told && (past(self.lower(group.words.start)) || past(self.lower(group.head)))
        })
    }

    /// Whether a verb is told in the past: "expected", "was expecting".
    fn is_told_as_past(&self, main: &VerbGroup) -> bool {
        main.words.clone().any(|at| matches!(self.lower(at), "was" | "were" | "had" | "did"))
            || self.lower(main.head).ends_with("ed")
    }

    /// Whether a noun phrase and an infinitive follow, with no other verb between: "sales of boats to the towns to rise".
    fn leads_to_infinitive(&self, from: usize) -> bool {
        let first = self.clauses.groups.partition_point(|group| group.words.start < from);
        let next = self.clauses.groups.get(first);
        next.is_some_and(|group| {
            group.form == Form::Infinitive
                && group.words.start > from
                && group.words.start <= from + 14
                && group.words.end <= self.range.end
                && (from..group.words.start).all(|at| !matches!(self.clauses.words.text(at), "," | ";" | "“" | "\""))
        })
    }

    /// The word by which something is due or put at a number: "is due back in court in May", "is forecast at ten boats".
    fn due(&self, main: &VerbGroup) -> Option<usize> {
        let head = self.lower(main.head);
        let at = if groups::is_be(head) { main.words.end } else { main.head };
        let with_be = main.words.clone().any(|at| groups::is_be(self.lower(at)));
        let put = matches!(self.lower(at), "projected" | "forecast" | "predicted" | "expected")
            && self.lower(at + 1) == "at"
            && (at + 2..at + 5).any(|at| self.clauses.words.tag(at) == Tag::Number);
        let due = self.lower(at) == "due"
            && matches!(self.lower(at + 1), "back" | "in" | "at" | "before" | "out" | "for")
            && (at + 2..self.range.end.min(at + 9)).any(|at| self.is_date(at));
        // "Growth is now seen slowing", and not "was seen leaving"
        let seen = head == "seen"
            && main.passive
            && main.words.clone().any(|at| matches!(self.lower(at), "is" | "are"))
            && (crate::words::is_one_of(
                self.lower(at + 1),
                "slowing rising falling growing reaching climbing declining dropping increasing easing improving staying remaining",
            ) || self.lower(at + 1) == "at" && self.clauses.words.tag(at + 2) == Tag::Number);
        (with_be && !main.negated && (put || due || seen)).then_some(at)
    }
}
