//! Where a sentence can be cut into clauses that each say something of their own.
//!
//! Cut are coordinated clauses with subjects of their own ("…, and the owners paid"), coordinated predicates whose
//! subject can be told ("supplied ships, built a harbour and hired pilots"), concessive clauses ("although nobody was
//! asked") and "…, where both sides met". All else stays with its clause, and where a cut might take from a clause what
//! it hangs on (a condition, a negation, a belief, the half of a pair), there is none.

use std::ops::Range;

use crate::{
    grammar::{Form, VerbGroup, groups, phrases::Clauses},
    tags::Tag,
    words::Words,
};

/// How a sentence falls apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cuts {
    /// The words at which a new clause begins, rising.
    pub(super) at: Vec<usize>,
    /// What stands within a clause and is no part of it: "he added" amid what he added.
    pub(super) inserted: Vec<Range<usize>>,
}

/// How far, in words, a subject and its verb are looked for after a conjunction.
const REACH: usize = 24;

/// What the cutter asks of the voices of a sentence.
pub(super) trait Said {
    /// Whether a clause that somebody says, and that can be told alone, begins at a word.
    fn opens(&self, at: usize) -> bool;
    /// Whether a word stands within what somebody believes, wants or denies, behind its first word.
    fn bound(&self, at: usize) -> bool;
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
                self.region = at;
            }
            if self.cuts.at.contains(&at) {
                self.region = at;
            }
            if !self.said.bound(at) && (self.opens_scene(at) || self.opens_relative(at) || self.begins_clause(at)) {
                self.cuts.at.push(at);
                self.region = at;
            }
        }
        self.cuts.at.sort_unstable();
        self.cuts.at.dedup();
        self.cuts
    }

    /// "While the owners paid, the pilots refused": cut at the comma.
    fn initial_concession(&mut self, from: usize) {
        let quoted = matches!(self.words.text(from), "“" | "\"");
        let start = from + usize::from(quoted);
        if !matches!(self.words.lower(start), "while" | "although" | "though" | "whereas") {
            return;
        }
        let Some(first) = self.finite_after(start) else { return };
        if self.subject_start(first).is_none() {
            return;
        }
        let comma = (first.words.end..self.clauses.end).find(|&at| {
            self.words.text(at) == ","
                && self.finite_after(at + 1).is_some_and(|group| {
                    group.words.start > at + 1
                        && self.subject_start(group).is_some_and(|subject| subject > at && subject <= at + 2)
                })
        });
        let Some(comma) = comma else { return };
        let whole = !(start + 1..comma).any(|at| conditions(self.words, at)) && !self.said.bound(comma);
        self.cuts.at.extend(whole.then_some(comma + 1));
    }

    /// "…, where both sides met": a relative clause that is a sentence but for its first word, and ends its sentence.
    fn opens_scene(&self, at: usize) -> bool {
        let led = self.words.tag(at) == Tag::Preposition && self.words.lower(at + 1) == "which";
        if self.words.text(at - 1) != "," || !led && self.words.lower(at) != "where" {
            return false;
        }
        let pronoun = at + usize::from(led);
        let before = self.clauses.finite_in(self.region..at);
        let Some(group) = self.finite_after(pronoun + 1).filter(|_| before) else { return false };
        let own = self.subject_start(group).is_some_and(|subject| subject <= pronoun + 2 && subject > pronoun);
        let last =
            !(at..self.clauses.end).any(|at| matches!(self.words.text(at), "," | ";") || is_dash(self.words, at));
        let settled = !(self.region..self.clauses.end).any(|at| conditions(self.words, at));
        let near = group.words.start <= at + REACH;
        near && own && last && settled && !matches!(self.words.lower(at), "of" | "than" | "with" | "by")
    }

    /// "…, which burned in May": a clause that tells more of the name before it, and ends the sentence.
    fn opens_relative(&self, at: usize) -> bool {
        antecedent(self.clauses, at).is_some_and(|named| {
            let last =
                !(at..self.clauses.end).any(|at| matches!(self.words.text(at), "," | ";") || is_dash(self.words, at));
            let settled = !(self.region..self.clauses.end).any(|at| conditions(self.words, at));
            last && settled && named.start >= self.region && self.clauses.finite_in(self.region..at)
        })
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
        if self.region_holds_on(at) || is_dash(self.words, at - 1) {
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
        if conjunction && self.words.lower(at + 1) == "that" {
            return self.said_with_that(at) && self.clause_from(at + 2).is_some();
        }
        if text == ";" {
            return self.clause_from(at + 1).is_some() || self.clause_from(self.after_adverbs(at + 1)).is_some();
        }
        let from = self.after_adverbs(at + 1);
        if let Some(group) = self.group_from(at + 1).or_else(|| self.group_from(from)) {
            return (!comma || self.lists_on(at)) && self.shares(before, group, at);
        }
        if comma {
            return false;
        }
        let Some(group) = self.clause_from(at + 1) else { return false };
        if !set_off {
            // Without a comma what follows may as well be half of a pair: "North and South Korea can".
            let subject = self.words.tag(from);
            let fresh = matches!(subject, Tag::Determiner | Tag::Pronoun)
                && !matches!(self.words.lower(from), "his" | "her" | "its" | "their" | "my" | "our" | "your" | "that")
                || subject == Tag::Proper && group.words.end - group.words.start > 1;
            let closed = matches!(self.words.tag(at - 1), Tag::Noun | Tag::Adverb | Tag::Number | Tag::Pronoun);
            return fresh && closed && before.words.end < at;
        }
        // A comma before "and", and none earlier in the clause, joins clauses rather than the names of a list.
        let first_comma = (before.words.end..at - 1).all(|at| self.words.text(at) != ",");
        let pronoun = matches!(self.words.tag(from), Tag::Pronoun);
        (first_comma && before.words.end < at - 1 || pronoun || self.has_auxiliary(group) || lower == "but")
            && !(at + 1..group.words.start).any(|at| self.words.text(at) == ",")
    }

    /// The finite verb of a clause that begins, subject first, at the word `at` or right behind an adverb there.
    fn clause_from(&self, at: usize) -> Option<&VerbGroup> {
        let from = self.after_adverbs(at);
        let group = self.finite_after(at)?;
        let near = group.words.start <= at + REACH && group.words.start > from;
        let opened = (at..group.words.start).any(|at| is_opener(self.words, at) && at > from);
        let own = self.subject_start(group).is_some_and(|subject| (at..=from).contains(&subject));
        let there = matches!(self.words.lower(from), "there" | "it" | "this" | "that" | "these" | "those");
        (near && !opened && (own || there) && !self.participle_like(group) && self.is_verb(group)).then_some(group)
    }

    /// Whether the clause so far holds on to what comes: a condition or the first half of a pair stands in it.
    fn region_holds_on(&self, at: usize) -> bool {
        (self.region..at).any(|at| {
            conditions(self.words, at)
                || matches!(self.words.lower(at), "either" | "neither" | "nor" | "than" | "between")
                || self.words.lower(at) == "only" && at > self.region && is_not(self.words.lower(at - 1))
        }) || self.ahead_condition(at)
    }

    /// A condition further on may hang on both clauses: "A left and B stayed, if the reports are right".
    fn ahead_condition(&self, at: usize) -> bool {
        (at..self.clauses.end.min(at + 3 * REACH)).any(|at| {
            let hedge = matches!(self.words.lower(at), "reportedly" | "allegedly" | "apparently")
                && self.words.tag(at + 1) == Tag::Punctuation;
            (hedge || matches!(self.words.lower(at), "if" | "unless")) && !self.said.bound(at)
        })
    }

    /// Whether a clause hangs on the one before `at`, so that what follows may belong to it: "because it rained and the
    /// pilots left". A comma before the conjunction leads back to the main clause, unless it was a content clause.
    fn hangs(&self, at: usize, set_off: bool) -> bool {
        let mut finite = false;
        let mut open = false;
        for word in self.region..at {
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

    /// Whether a reported clause that begins with "that" stands before `at`.
    fn said_with_that(&self, at: usize) -> bool {
        self.said.opens(self.region) && self.words.lower(self.region) == "that" && self.region < at
    }

    /// Whether the comma at `at` stands in a list of predicates that "and" closes further on.
    fn lists_on(&self, at: usize) -> bool {
        let limit = self.clauses.end.min(at + 2 * REACH);
        let from = self.after_adverbs(at + 1);
        let Some(group) = self.group_from(at + 1).or_else(|| self.group_from(from)) else { return false };
        (group.words.end..limit).any(|next| {
            matches!(self.words.lower(next), "and" | "but")
                && self.group_from(next + 1).is_some_and(|next| next.form == Form::Finite && self.alike(group, next))
        })
    }

    /// Whether two verb groups share a subject, and the second says the same without the first.
    fn shares(&self, before: &VerbGroup, group: &VerbGroup, at: usize) -> bool {
        // "prioritise and extend the plan": both verbs have one object. "Went ahead and signed" is one deed.
        let first = self.words.lower(before.head);
        let led = matches!(first, "go" | "goes" | "went" | "come" | "came" | "try" | "tried" | "wait" | "waited");
        if before.words.end == at || led || group.form != Form::Finite || !self.is_verb(group) {
            return false;
        }
        let turned = (self.region..at).any(|at| {
            let lower = self.words.lower(at);
            is_not(lower)
                || matches!(
                    lower,
                    "no" | "nobody"
                        | "none"
                        | "nothing"
                        | "few"
                        | "hardly"
                        | "only"
                        | "both"
                        | "reportedly"
                        | "allegedly"
                        | "apparently"
                        | "perhaps"
                        | "probably"
                        | "possibly"
                        | "supposedly"
                        | "maybe"
                )
        });
        let modal = before.words.clone().any(|at| groups::is_modal(self.words.lower(at)));
        let own = self.has_auxiliary(group);
        // The clause before may share its own subject already.
        let sharing = self.cuts.at.contains(&self.region) && before.words.start <= self.after_adverbs(self.region + 1);
        let subject = (sharing || self.subject_start(before).is_some_and(|start| start >= self.region))
            && !(self.region..before.words.start).any(|at| is_opener(self.words, at));
        // "isolated by rivals, targeted by thieves" tells of a state.
        let state = group.words.len() == 1
            && self.words.lower(group.head).ends_with("ed")
            && self.words.lower(group.head + 1) == "by";
        subject && !state && (own || !turned && !modal && !before.passive && self.alike(before, group))
    }

    /// Whether two verbs stand in one tense, so that neither is a participle or a noun in disguise.
    fn alike(&self, before: &VerbGroup, group: &VerbGroup) -> bool {
        if self.has_auxiliary(group) {
            return true;
        }
        let past = |group: &VerbGroup| {
            let lower = self.words.lower(group.head);
            !self.has_auxiliary(group) && !lower.ends_with("ing") && !lower.ends_with('s') && is_past(lower)
        };
        let present = |group: &VerbGroup| {
            let lower = self.words.lower(group.head);
            !self.has_auxiliary(group) && lower.ends_with('s') && !lower.ends_with("ss")
                || matches!(lower, "is" | "has" | "does")
        };
        past(before) && past(group) || present(before) && present(group)
    }

    fn is_verb(&self, group: &VerbGroup) -> bool {
        self.words.tag(group.head) != Tag::Noun
    }

    fn has_auxiliary(&self, group: &VerbGroup) -> bool {
        group.words.clone().any(|at| {
            let lower = self.words.lower(at);
            let other = at != group.head
                && (self.words.tag(at) == Tag::Auxiliary || groups::is_have(lower) || groups::is_do(lower));
            other || matches!(lower, "is" | "are" | "was" | "were" | "has" | "had" | "does" | "did")
        })
    }

    /// A bare "-ed" form before a preposition: "the firms linked to it".
    fn participle_like(&self, group: &VerbGroup) -> bool {
        group.words.len() == 1
            && self.words.lower(group.head).ends_with("ed")
            && (self.words.tag(group.head + 1) == Tag::Preposition || self.words.lower(group.head + 1) == "to")
    }

    /// The first finite verb group of the clause that is being read.
    fn main_before(&self, at: usize) -> Option<&VerbGroup> {
        let from = self.clauses.groups.partition_point(|group| group.words.start < self.region);
        let finite = || {
            let before = self.clauses.groups[from..].iter().take_while(|group| group.words.end <= at);
            before.filter(|group| group.form == Form::Finite)
        };
        // "Anna Berg, a pilot placed under arrest, left": a participle within what is told of the subject.
        let first = finite().next()?;
        let told = self.participle_like(first) && (first.words.end..at).any(|at| self.words.text(at) == ",");
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

/// What the relative pronoun at `at` speaks of, where it is the subject of a clause behind a comma and speaks of one name
/// or person: "met Anna Berg, who left in May"; "the ferry Norna, which burned". A clause that tells which one is meant
/// has no comma, and "which" may speak of all that was said before where no name stands there.
pub(super) fn antecedent(clauses: &Clauses<'_>, at: usize) -> Option<Range<usize>> {
    let words = clauses.words;
    let person = words.lower(at) == "who";
    if !person && words.lower(at) != "which" || at < clauses.start + 3 || words.text(at - 1) != "," {
        return None;
    }
    let group = clauses.group_at(at + 1).filter(|group| group.words.start == at + 1 && group.form == Form::Finite)?;
    let last = at - 2;
    let named = words.tag(last) == Tag::Proper;
    let somebody = person && words.tag(last) == Tag::Noun && crate::mentions::is_role(words.lower(last));
    let start = clauses.phrase_ending(last)?;
    // "a group of senators led by Holm, who": more than one may be meant.
    let single = (start..=last).all(|at| {
        !matches!(words.tag(at), Tag::Preposition | Tag::Conjunction | Tag::Pronoun) && words.lower(at) != "'s"
    });
    let attached = start.checked_sub(1).is_some_and(|before| {
        before >= clauses.start && matches!(words.lower(before), "of" | "for" | "from" | "and" | "or" | "than" | ",")
    });
    // What the whole of the clause before brings about: "which means", "which would".
    let deed = person
        || group.passive
        || groups::is_be(words.lower(group.head))
        || groups::is_have(words.lower(group.head))
        || is_past(words.lower(group.head))
            && !matches!(
                words.lower(group.head),
                "meant"
                    | "led"
                    | "made"
                    | "caused"
                    | "allowed"
                    | "prompted"
                    | "raised"
                    | "helped"
                    | "came"
                    | "happened"
                    | "gave"
                    | "left"
                    | "forced"
                    | "surprised"
                    | "pleased"
                    | "angered"
                    | "sparked"
                    | "drew"
                    | "took"
                    | "added"
                    | "ended"
            );
    ((named || somebody) && single && !attached && deed).then_some(start..last + 1)
}

/// Words that make what they stand beside depend on something else.
fn conditions(words: &Words<'_>, at: usize) -> bool {
    matches!(words.lower(at), "if" | "unless" | "whether" | "provided" | "assuming" | "lest" | "otherwise")
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
    matches!(
        words.lower(at),
        "who"
            | "which"
            | "that"
            | "whose"
            | "whom"
            | "where"
            | "when"
            | "if"
            | "unless"
            | "because"
            | "whether"
            | "what"
            | "how"
            | "why"
            | "until"
            | "once"
            | "after"
            | "before"
            | "since"
            | "as"
    )
}

/// Whether a clause that begins with an opener has a main verb besides the one that the opener governs: "When it rained,
/// the port shut".
pub(super) fn turns_alone(clauses: &Clauses<'_>, range: &Range<usize>, main: &VerbGroup) -> bool {
    let words = clauses.words;
    let earlier = clauses.finite_in(range.start..main.words.start);
    earlier && (range.start..main.words.start).any(|at| matches!(words.text(at), "," | "—" | "–" | "--"))
}

/// The verb group that a clause turns on: the first finite one that no opener comes before within it.
pub(super) fn main_group<'a>(
    clauses: &Clauses<'a>,
    range: &Range<usize>,
    inserted: &[Range<usize>],
) -> Option<&'a VerbGroup> {
    let from = clauses.groups.partition_point(|group| group.words.start < range.start);
    let mut finite = clauses.groups[from..]
        .iter()
        .take_while(|group| group.words.end <= range.end)
        .filter(|group| group.form == Form::Finite && !inserted.iter().any(|inside| inside.contains(&group.head)));
    let first = finite.next()?;
    // Only a bounded number is looked at, which keeps sentences without end linear.
    let all = std::iter::once(first).chain(finite.take(6));
    let free = |group: &&VerbGroup| {
        // "Later than planned": a comparison is no clause.
        if group.words.start > range.start && clauses.words.lower(group.words.start - 1) == "than" {
            return false;
        }
        let back = group.words.start.saturating_sub(REACH).max(range.start);
        let opened = (back..group.words.start).rev().take_while(|&at| {
            !matches!(clauses.words.text(at), "," | ";" | ":")
                && clauses.group_at(at).is_none_or(|g| g.form != Form::Finite)
        });
        // "That the port is shut", "where both sides met": what a unit begins with opens the unit itself.
        let leads = |at: usize| {
            at > range.start || !matches!(clauses.words.lower(at), "that" | "where" | "which" | "who" | "what")
        };
        !opened.into_iter().any(|at| leads(at) && is_opener(clauses.words, at))
    };
    // A bare "-ed" form before a preposition is most often a participle: "the dealer freed in May is said to …".
    let bare = |group: &VerbGroup| {
        clauses.words.lower(group.head).ends_with("ed")
            && group.words.clone().all(|at| at == group.head || clauses.words.tag(at) == Tag::Adverb)
            && clauses.words.tag(group.head + 1) == Tag::Preposition
    };
    let mut best = None;
    let mut participle = None;
    for group in all {
        if free(&group) && !bare(group) {
            return Some(group);
        }
        if free(&group) {
            participle = participle.or(Some(group));
        }
        best = best.or(Some(group));
    }
    participle.or(best)
}
