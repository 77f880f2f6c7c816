//! Where a sentence can be cut into clauses that each say something of their own.
//!
//! Cut are coordinated clauses with subjects of their own ("…, and the owners paid"), coordinated predicates whose
//! subject can be told ("supplied ships, built a harbour and hired pilots"), concessive clauses ("although nobody was
//! asked"), "…, where both sides met", and the parts of `parts`: participles, relative clauses and clauses of time that tell
//! something of their own. All else stays with its clause, and where a cut might take from a clause what
//! it hangs on (a condition, a negation, a belief, the half of a pair), there is none.

mod antecedents;
mod main_verb;
mod parts;
mod scenes;
mod sharing;

pub(super) use antecedents::antecedent;
pub(super) use main_verb::{main_group, turns_alone};
pub(super) use parts::Part;
use std::ops::Range;

use crate::{
    grammar::{Form, VerbGroup, phrases::Clauses},
    tags::Tag,
    words::{Words, is_one_of},
};

/// How a sentence falls apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cuts {
    /// The words at which a new clause begins, rising.
    pub(super) at: Vec<usize>,
    /// What stands within a clause and is no part of it: "he added" amid what he added.
    pub(super) inserted: Vec<Range<usize>>,
    /// Those of the clauses that hang on another one and still say something of their own, rising.
    pub(super) parts: Vec<Part>,
}

/// How far, in words, a subject and its verb are looked for after a conjunction.
const REACH: usize = 24;

/// What the cutter asks of the voices of a sentence.
pub(super) trait Said {
    /// Whether a clause that somebody says, and that can be told alone, begins at a word.
    fn opens(&self, at: usize) -> bool;
    /// Whether a word stands within what somebody believes, wants or denies, behind its first word.
    fn bound(&self, at: usize) -> bool;
    /// Whether a word stands within what somebody says, begun behind the word `from`.
    fn begun(&self, from: usize, at: usize) -> bool;
    /// Whether a word stands within what somebody says in other words than these: outside of quotation marks.
    fn retold(&self, at: usize) -> bool;
    /// Whether a word stands within what somebody says between quotation marks, as a clause of its own.
    fn speaks(&self, at: usize) -> bool;
    /// Whether a word is of those that tell that somebody says something.
    fn tells(&self, at: usize) -> bool;
}

/// Cuts a sentence into clauses.
pub(super) fn cut(clauses: &Clauses<'_>, said: &dyn Said) -> Cuts {
    Cutter { clauses, words: clauses.words, said, cuts: Cuts::default(), region: clauses.start }.run()
}

struct Cutter<'a, 'b> {
    clauses: &'a Clauses<'b>,
    words: &'b Words<'b>,
    said: &'a dyn Said,
    cuts: Cuts,
    /// Where the clause that is being read began.
    region: usize,
}

impl<'b> Cutter<'_, 'b> {
    fn run(mut self) -> Cuts {
        let mut depth = 0_usize;
        self.initial_concession(self.clauses.start);
        self.initial_time(self.clauses.start);
        for at in self.clauses.start + 1..self.clauses.end {
            match self.words.text(at) {
                "(" | "[" => depth += 1,
                ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > 0 {
                continue;
            }
            if self.said.opens(at) {
                self.initial_concession(at);
                self.initial_time(at);
                self.region = at;
            }
            if self.cuts.at.contains(&at) {
                self.region = at;
            }
            if !self.said.bound(at) && self.take_part(at) {
                continue;
            }
            if !self.said.bound(at) && (self.opens_scene(at) || self.opens_relative(at) || self.begins_clause(at)) {
                self.cuts.at.push(at);
                self.region = at;
            }
        }
        model::order::sort(&mut self.cuts.at);
        self.cuts.at.dedup();
        self.cuts
    }

    /// Whether a clause of its own begins at the word `at`, a conjunction or mark.
    fn begins_clause(&self, at: usize) -> bool {
        let (text, lower) = (self.words.text(at), self.words.lower(at));
        let conjunction = matches!(lower, "and" | "but" | "yet");
        let concession = matches!(lower, "although" | "though" | "while" | "whereas");
        let comma = text == ",";
        if !conjunction && !concession && !comma && text != ";" {
            return false;
        }
        // "always has been — and always will be — peaceful"
        if self.region_holds_on(at) || is_dash(self.words, at - 1) || self.within_dashes(at) {
            return false;
        }
        let Some(before) = self.main_before(at) else { return false };
        let set_off = matches!(self.words.text(at - 1), "," | ";") || text == ";";
        if self.hangs(at, set_off) {
            return false;
        }
        if concession {
            return set_off && self.clause_from(at + 1).is_some();
        }
        // "…, and that the owner had left": a second clause that somebody says.
        if conjunction && lower != "yet" && self.words.lower(at + 1) == "that" {
            return self.said_before(at) && self.clause_from(at + 2).is_some();
        }
        if text == ";" {
            return self.clause_from(at + 1).is_some() || self.clause_from(self.after_adverbs(at + 1)).is_some();
        }
        let from = self.after_adverbs(at + 1);
        // "in Kolm and elsewhere showed": a place, and not "and there is".
        let place = match self.words.lower(at + 1) {
            "elsewhere" | "abroad" | "overseas" | "beyond" | "home" | "online" | "outside" | "inside" => true,
            "there" => self.words.lower(at - 1) == "here",
            _ => false,
        };
        if place && conjunction {
            return false;
        }
        if let Some(group) = self.group_from(at + 1).or_else(|| self.group_from(from)) {
            // "the theft and failed plans"
            let failed = self.words.lower(group.head) == "failed"
                && group.words.len() == 1
                && matches!(self.words.tag(group.head + 1), Tag::Adjective | Tag::Noun);
            if failed || self.joins_adjectives(at, group) {
                return false;
            }
            // "do not know the sum but say it is large": what they say stands by itself.
            if conjunction && self.said.opens(group.words.end) {
                return true;
            }
            let listed = !comma || self.words.lower(at + 1) == "then" || self.lists_on(at);
            return listed && self.shares(before, group, at);
        }
        if comma {
            return false;
        }
        let Some(group) = self.clause_from(at + 1) else { return false };
        // "…, and the mayor said that": what somebody says opens a clause, however many commas stand before it.
        let end = group.words.end;
        if set_off && (end..end + 4).any(|word| self.said.opens(word)) && self.said.tells(group.head) {
            return true;
        }
        if !set_off {
            // Without a comma what follows may as well be half of a pair: "North and South Korea can".
            let subject = self.words.tag(from);
            // "had no crew and its owner was ill": of a pair, "were" would be told.
            let owned = matches!(self.words.lower(from), "its" | "their" | "his" | "her")
                && matches!(self.words.lower(group.words.start), "is" | "was" | "has");
            let fresh = matches!(subject, Tag::Determiner | Tag::Pronoun)
                && (owned || !is_one_of(self.words.lower(from), "his her its their my our your that"))
                || subject == Tag::Proper && group.words.end - group.words.start > 1;
            let closed = matches!(self.words.tag(at - 1), Tag::Noun | Tag::Adverb | Tag::Number | Tag::Pronoun);
            return fresh && closed && before.words.end < at;
        }
        // A comma before "and", and none earlier in the clause, joins clauses rather than the names of a list.
        let first_comma = (before.words.end.max(self.region + 1)..at - 1).all(|at| self.words.text(at) != ",");
        let pronoun = matches!(self.words.tag(from), Tag::Pronoun);
        let closed = before.words.end < at - 1 || before.passive;
        (first_comma && closed || pronoun || self.has_auxiliary(group) || lower == "but")
            && !(at + 1..group.words.start).any(|at| self.words.text(at) == ",")
    }

    /// Whether "and" joins two participles before their noun: "by fifteen charred and dismembered boats".
    fn joins_adjectives(&self, at: usize, group: &VerbGroup) -> bool {
        let formed = |at: usize| self.words.lower(at).ends_with("ed") || self.words.tag(at) == Tag::Adjective;
        let led = at > self.clauses.start + 1
            && matches!(
                self.words.tag(at - 2),
                Tag::Determiner | Tag::Number | Tag::Adjective | Tag::Preposition | Tag::Pronoun
            );
        let noun = matches!(self.words.tag(group.head + 1), Tag::Noun | Tag::Adjective);
        led && noun && formed(at - 1) && group.words.len() == 1 && self.words.lower(group.head).ends_with("ed")
    }

    /// The finite verb of a clause that begins, subject first, at the word `at` or right behind an adverb there.
    fn clause_from(&self, at: usize) -> Option<&VerbGroup> {
        let from = self.after_adverbs(at);
        let group = self.finite_after(at)?;
        let near = group.words.start <= at + REACH && group.words.start > from;
        let opened = (at..group.words.start).any(|at| is_opener(self.words, at) && at > from);
        let own = self.subject_start(group).is_some_and(|subject| (at..=from).contains(&subject));
        let there = matches!(self.words.lower(from), "there" | "it" | "this" | "that" | "these" | "those");
        let verb = !self.participle_like(group) && self.is_verb(group) && !self.is_bare(group);
        (near && !opened && (own || there) && verb).then_some(group)
    }

    /// Whether a verb in its base form stands behind one thing, so that it is no clause of its own: "saw the river drop but
    /// the rain grow".
    fn is_bare(&self, group: &VerbGroup) -> bool {
        let lower = self.words.lower(group.head);
        let full = group.words.len() == 1 && self.words.tag(group.head) == Tag::Verb;
        let light = crate::grammar::groups::is_be(lower) || crate::grammar::groups::is_have(lower);
        let base = full && !light && !lower.ends_with('s') && !is_past(lower);
        let Some(subject) = self.clauses.subject_before(group).filter(|_| base) else { return false };
        let last = subject.end - 1;
        let noun = self.words.lower(last);
        self.words.tag(last) == Tag::Noun
            && self.words.tag(subject.start) == Tag::Determiner
            && !noun.ends_with('s')
            && subject.clone().all(|at| !matches!(self.words.lower(at), "and" | "of" | "these" | "those"))
            && !is_one_of(
                noun,
                "people police men women children media data staff majority few public youth poor rich \
                 press elderly young troops",
            )
            && !noun.ends_with("men")
    }

    /// Whether the clause so far holds on to what comes: a condition or the first half of a pair stands in it.
    fn region_holds_on(&self, at: usize) -> bool {
        (self.region..at).any(|at| {
            conditions(self.words, at)
                || matches!(self.words.lower(at), "either" | "neither" | "nor" | "than" | "between")
                || self.words.lower(at) == "only" && at > self.region && is_not(self.words.lower(at - 1))
        }) || self.ahead_condition(at)
    }

    /// Whether `at` stands in what two dashes set off, of which a cut would leave one on either side: "to turn the mine — dug deep
    /// and thought safe — into a museum".
    fn within_dashes(&self, at: usize) -> bool {
        let dashes = |range: std::ops::Range<usize>| range.filter(|&at| is_dash(self.words, at)).count();
        dashes(self.region..at) % 2 == 1 && dashes(at..self.clauses.end) > 0
    }

    /// A condition further on may hang on both clauses: "A left and B stayed, if the reports are right".
    fn ahead_condition(&self, from: usize) -> bool {
        (from..self.clauses.end.min(from + 3 * REACH)).any(|at| {
            let hedge = matches!(self.words.lower(at), "reportedly" | "allegedly" | "apparently")
                && self.words.tag(at + 1) == Tag::Punctuation;
            (hedge || matches!(self.words.lower(at), "if" | "unless"))
                && !self.said.bound(at)
                && !self.said.begun(from, at)
        })
    }

    /// Whether a clause hangs on the one before `at`, so that what follows may belong to it: "because it rained and the
    /// pilots left". A comma before the conjunction leads back to the main clause, unless it was a content clause.
    fn hangs(&self, at: usize, set_off: bool) -> bool {
        let mut finite = false;
        let mut open = false;
        let led = self.cuts.part(self.region).filter(|part| part.leader.is_some());
        for word in led.map_or(self.region, |part| part.from)..at {
            if self.clauses.group_at(word).is_some_and(|group| group.form == Form::Finite && group.head == word) {
                finite = true;
                open = false;
            }
            let opener =
                word > self.region + 1 && is_opener(self.words, word) || word == self.region && self.leads(word);
            if opener && !(word == self.region && self.said.opens(word)) {
                let content = matches!(self.words.lower(word), "that" | "whether" | "what" | "how" | "why")
                    && !self.relative_that(word);
                if !set_off || content || !finite {
                    return true;
                }
                open = true;
            }
        }
        open
    }

    /// Whether a clause that opens with the word `at` waits for another: "When the port shut".
    fn leads(&self, at: usize) -> bool {
        is_opener(self.words, at) && self.words.lower(at) != "that"
    }

    /// Whether "that" at `at` stands behind its noun: "the plan that failed".
    fn relative_that(&self, at: usize) -> bool {
        self.words.lower(at) == "that"
            && matches!(self.words.tag(at - 1), Tag::Noun | Tag::Proper)
            && self.clauses.group_at(at + 1).is_some_and(|group| group.form == Form::Finite)
    }

    /// Whether "that" at `at`, behind a noun, opens a clause which tells of the noun whose object it is, adverbs between: "a
    /// boat that only he has".
    fn objective_that(&self, at: usize) -> bool {
        let noun = at > self.region && matches!(self.words.tag(at - 1), Tag::Noun | Tag::Proper);
        let next = self.after_adverbs(at + 1);
        noun && self.clauses.group_at(next).is_some_and(|group| group.form == Form::Finite)
    }

    /// Whether a reported clause stands before `at`, which a second one may follow.
    fn said_before(&self, at: usize) -> bool {
        self.said.opens(self.region) && self.region < at && self.said.retold(at)
    }

    /// The first finite verb group of the clause that is being read.
    fn main_before(&self, at: usize) -> Option<&VerbGroup> {
        let from = self.clauses.groups.partition_point(|group| group.words.start < self.region);
        let finite = || {
            let before = self.clauses.groups[from..].iter().take_while(|group| group.words.end <= at);
            before.filter(|group| group.form == Form::Finite)
        };
        // "Anna Berg, a pilot placed under arrest, left": a participle within what is told of the subject.
        // Behind a participle goes on what it hangs on.
        let leader = || self.cuts.part(self.region)?.leader.and_then(|head| self.clauses.group_at(head));
        let Some(first) = finite().next() else { return leader() };
        // "A paper said to be long will be handed over".
        let reduced = self.words.lower(first.head) == "said" && self.words.lower(first.words.end) == "to";
        let told =
            reduced || self.participle_like(first) && (first.words.end..at - 1).any(|at| self.words.text(at) == ",");
        if told { finite().nth(1) } else { Some(first) }
    }

    fn finite_after(&self, at: usize) -> Option<&VerbGroup> {
        let from = self.clauses.groups.partition_point(|group| group.words.start < at);
        self.clauses.groups[from..].iter().take(8).find(|group| group.form == Form::Finite)
    }

    fn group_from(&self, at: usize) -> Option<&VerbGroup> {
        self.clauses.group_at(at).filter(|group| group.words.start == at && group.form == Form::Finite)
    }

    fn subject_start(&self, group: &VerbGroup) -> Option<usize> {
        self.clauses.subject_before(group).map(|subject| subject.start)
    }

    fn after_adverbs(&self, from: usize) -> usize {
        (from..self.clauses.end.min(from + 4))
            .find(|&at| self.words.tag(at) != Tag::Adverb && self.words.text(at) != ",")
            .unwrap_or(from)
    }
}

/// Words that make what they stand beside depend on something else.
fn conditions(words: &Words<'_>, at: usize) -> bool {
    is_one_of(words.lower(at), "if unless whether provided assuming lest otherwise")
}

pub(super) fn is_not(lower: &str) -> bool {
    matches!(lower, "not" | "n't" | "'t" | "never")
}

pub(super) fn is_past(lower: &str) -> bool {
    lower.ends_with("ed") || crate::grammar::is_irregular_past(lower)
}

fn is_dash(words: &Words<'_>, at: usize) -> bool {
    crate::grammar::phrases::is_dash(words.text(at))
}

/// Words that open a clause which only qualifies, or is the object of another.
pub(super) fn is_opener(words: &Words<'_>, at: usize) -> bool {
    is_one_of(
        words.lower(at),
        "who which that whose whom where whereby when if unless because whether what how why until once after \
                 before since as",
    )
}
