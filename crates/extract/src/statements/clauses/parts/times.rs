//! Clauses that tell when something was, and so that they were: "… after the bank had failed".

use super::super::{Cutter, REACH, conditions, is_dash};
use super::{Part, is_gone};
use crate::{
    attributions::sayers::{is_agent, is_somebody},
    cues,
    grammar::{Form, VerbGroup, groups, phrases::is_day},
    tags::Tag,
    words::is_one_of,
};

impl Cutter<'_, '_> {
    /// "… hours after the bank had failed", "… when the roof fell", "… after being held in May".
    pub(super) fn in_time(&self, at: usize) -> Option<Part> {
        let opener = self.time_opener(at)?;
        let lower = self.words.lower(opener);
        let main = self.firm(at)?;
        let shared = self.cuts.at.contains(&self.region) && main.words.start <= self.after_adverbs(self.region + 1);
        // "Despite the row stoked in May when the town paid, …": no subject, but what a phrase is of.
        let led = |start: usize| start > self.region && self.words.tag(start - 1) == Tag::Preposition;
        if !shared && self.subject_start(main).is_none_or(|start| start < self.region || led(start)) {
            return None;
        }
        // "The vote came after the bank had failed": one half would say nothing.
        let light = matches!(self.words.lower(main.head), "came" | "come" | "comes" | "happened" | "occurred");
        // "The people he chose as targets"
        let lone = (groups::is_be(self.words.lower(main.head)) || lower == "as") && main.words.end == at;
        // "Nine were hurt when the roof fell": what is short is known by it.
        let brief = lower != "before" && at < self.region + 5;
        if light || lone || brief {
            return None;
        }
        let perfect = main.words.clone().any(|at| matches!(self.words.lower(at), "has" | "have"));
        let both = lower == "after"
            || lower == "before" && !perfect && is_gone(self.words, main)
            || is_gone(self.words, main) && !perfect;
        if lower == "after"
            && !perfect
            && !is_gone(self.words, main)
            && !matches!(self.words.lower(main.head), "is" | "are" | "faces" | "face")
            || !both
        {
            return None;
        }
        if let Some(group) = self.clauses.group_at(opener + 1).filter(|group| group.form == Form::Gerund) {
            let own = lower != "when" && lower != "as" && group.words.start == opener + 1;
            let taken = group.words.end < self.clauses.end && self.words.tag(group.words.end) != Tag::Punctuation;
            let held = matches!(self.words.lower(group.words.start), "being" | "having");
            // "The car was found after searching": somebody else searched; a person may have.
            let subject = self.told_subject(main).filter(|_| own && taken)?;
            let person = self.words.tag(subject.end - 1) == Tag::Proper
                || matches!(self.words.lower(subject.start), "he" | "she" | "they");
            if main.passive && !held && !person {
                return None;
            }
            // "was on parole after stealing": why a state is one.
            if groups::is_be(self.words.lower(main.head)) && !main.passive {
                return None;
            }
            return self.closes_or_joins(group).then(|| Part {
                subject: Some(subject),
                hangs_before: true,
                leader: Some(main.head),
                ..Part::new(at, opener + 1, group.head)
            });
        }
        if lower == "before" {
            return None;
        }
        let group = self.clause_from(opener + 1)?;
        let group = self.clauses.group_at(group.head)?;
        let subject = self.clauses.subject_before(group)?;
        let modal = group.words.clone().any(|at| groups::is_modal(self.words.lower(at)));
        let pronoun = self.words.tag(subject.start) == Tag::Pronoun;
        // "as he told them", "as it turned out"
        let manner = lower == "as" && (pronoun || cues::verb(self.words.lower(group.head)).is_some());
        let points = matches!(self.words.lower(subject.start), "it" | "this" | "that" | "these" | "those");
        // "When I was a child": when, and nothing else.
        let state = pronoun && groups::is_be(self.words.lower(group.head)) && !group.passive;
        // "was sure when it left, that": what is sure stands behind.
        let sure = (group.words.end..self.clauses.end.min(group.words.end + REACH))
            .any(|at| self.words.lower(at) == "that" && self.words.tag(at - 1) == Tag::Punctuation);
        let told = (opener + 1..self.clauses.end).take_while(|&at| self.words.tag(at) != Tag::Punctuation).count();
        let state = state || told < 3 || is_one_of(self.words.lower(group.head), "happened occurred came went");
        let short = group.words.start <= opener + 1 + REACH / 2 && !state && !sure;
        (is_gone(self.words, group) && !modal && !group.negated && !manner && !points && short && self.closes(group))
            .then(|| Part { hangs_before: true, ..Part::new(at, opener + 1, group.head) })
    }

    /// The word that opens a clause of time which begins at `at`, with how much later before it: "hours after".
    pub(super) fn time_opener(&self, at: usize) -> Option<usize> {
        let before = self.words.lower(at - 1);
        if is_one_of(
            before,
            "since until till from for within by only even not especially particularly ever just than and or but ,",
        ) || is_dash(self.words, at - 1)
        {
            return None;
        }
        let unit = |at: usize| unit_of_time(self.words.lower(at));
        let counts = |at: usize| {
            self.words.tag(at) == Tag::Number
                || matches!(self.words.lower(at), "a" | "an" | "one")
                || is_one_of(self.words.lower(at), "few several just some nearly almost about barely roughly")
        };
        // Told with the measure: it is looked for from its first word.
        let measured = (1..=3).map(|length| at + length).find(|&to| {
            self.words.lower(to) == "after"
                && (unit(to - 1)
                    && (at..to - 1).all(counts)
                    && (at + 1 < to
                        || self.words.lower(at).ends_with('s')
                            && !counts(at - 1)
                            && self.words.tag(at - 1) != Tag::Adjective)
                    || to == at + 1 && matches!(self.words.lower(at), "shortly" | "soon" | "immediately"))
        });
        if measured.is_some() {
            // "for years after"
            return measured.filter(|_| self.words.tag(at - 1) != Tag::Preposition);
        }
        let inside = unit(at - 1)
            || is_one_of(
                before,
                "shortly soon immediately long time moment case cases times point night period such same \
                 so as well",
            );
        (matches!(self.words.lower(at), "after" | "before" | "when" | "as") && !inside).then_some(at)
    }

    /// "When the roof fell, the guests had left": both halves happened.
    pub(in crate::statements::clauses) fn initial_time(&mut self, from: usize) {
        let start = from + usize::from(matches!(self.words.text(from), "“" | "\""));
        let measured = (start + 1..=start + 3)
            .find(|&to| self.words.lower(to) == "after" && unit_of_time(self.words.lower(to - 1)));
        let opener = measured.unwrap_or(start);
        if !matches!(self.words.lower(opener), "after" | "when" | "as") {
            return;
        }
        let Some(group) = self.clause_from(opener + 1).filter(|group| is_gone(self.words, group) && !group.negated)
        else {
            return;
        };
        let (verb, end, passive) = (group.head, group.words.end, group.passive);
        // "When somebody pushed her, she went home", "When guests complained, he laughed": whenever one did.
        if self.is_anybody(group) {
            return;
        }
        let state = self.words.tag(opener + 1) == Tag::Pronoun && groups::is_be(self.words.lower(verb)) && !passive;
        let manner = state
            || self.words.lower(opener) == "as"
                && (cues::verb(self.words.lower(verb)).is_some() || self.words.tag(opener + 1) == Tag::Pronoun);
        let Some(comma) = (end..self.clauses.end.min(end + REACH)).find(|&at| self.words.text(at) == ",") else {
            return;
        };
        let main = self.finite_after(comma + 1).filter(|main| {
            let own = self.subject_start(main).is_some_and(|subject| (comma + 1..=comma + 2).contains(&subject));
            let told = is_gone(self.words, main)
                || main.words.clone().any(|at| matches!(self.words.lower(at), "has" | "have"));
            // "When a guest complained, she was inclined to smile": whenever one did.
            let habit = (main.words.start..self.clauses.end.min(main.words.end + 3)).any(|at| {
                is_one_of(self.words.lower(at), "inclined used tended always often usually sometimes generally")
            });
            own && told && !habit && !main.words.clone().any(|at| groups::is_modal(self.words.lower(at)))
        });
        let settled =
            !(start..comma).any(|at| conditions(self.words, at)) && !self.said.bound(comma) && !self.said.tells(verb);
        if main.is_some() && settled && !manner && end < comma {
            self.cuts.at.push(comma + 1);
            self.cuts.parts.push(Part { until: Some(comma + 1), ..Part::new(from, opener + 1, verb) });
        }
    }
}

impl Cutter<'_, '_> {
    /// Whether the subject of a verb is no one in particular, on no day: "somebody", "a guest", "guests".
    fn is_anybody(&self, group: &VerbGroup) -> bool {
        let Some(subject) = self.clauses.subject_before(group) else { return false };
        let first = self.words.lower(subject.start);
        let noun = subject.clone().rev().find(|&at| self.words.tag(at) == Tag::Noun);
        let human = noun.is_some_and(|at| {
            let lower = self.words.lower(at);
            is_somebody(lower.strip_suffix('s').unwrap_or(lower)) || is_agent(lower)
        });
        let someone = is_one_of(first, "somebody someone anybody anyone everybody everyone people nobody")
            || subject.len() == 1 && is_one_of(first, "one others another");
        let one = matches!(first, "a" | "an" | "any") && human;
        let many = subject.len() == 1 && human && first.ends_with('s') && !self.words.capitalised(subject.start);
        // "When guests came on Friday": that once.
        let dated = (group.words.end..self.clauses.end.min(group.words.end + REACH))
            .take_while(|&at| self.words.text(at) != ",")
            .any(|at| is_day(self.words.lower(at)) || is_one_of(self.words.lower(at), "last this earlier"));
        !dated && (someone || one || many)
    }
}

fn unit_of_time(lower: &str) -> bool {
    is_one_of(lower.strip_suffix('s').unwrap_or(lower), "minute hour day week month year moment decade season night")
}
