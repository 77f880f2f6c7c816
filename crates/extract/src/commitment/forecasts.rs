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
            || (main.words.end..self.range.end.min(main.words.end + 14)).any(|at| self.lower(at) == "before")
            || main.words.clone().any(|at| matches!(self.lower(at), "correctly" | "rightly" | "accurately"));
        if main.form != Form::Finite || main.passive || main.negated || once {
            return;
        }
        let next = main.words.end;
        let thing = || {
            matches!(self.clauses.words.tag(next), Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Number)
                && self.lower(next) != "that"
        };
        let ahead = match lemma {
            "expect" => self.leads_to_infinitive(next),
            "forecast" | "predict" | "foresee" => thing(),
            _ => false,
        };
        if ahead && self.range.contains(&next) {
            self.note(Commitment::Expected, main.head..main.head + 1);
        }
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
        (with_be && !main.negated && (put || due)).then_some(at)
    }
}
