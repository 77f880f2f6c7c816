//! Whether a verb of denial denies what others say, or tells what its subject does.
//!
//! "Berg denied that the mill burned" and "the mayor rejected the accusation" say that something which is said is not so.
//! "The town rejected the offer", "the judge denied bail", "Berg refused to leave" tell an act: it happened.

use std::ops::Range;

use super::denial_words::{ACTS_OF, BENEFITS, DENIERS, LEGAL, SAID_ONLY_OF, SAID_THINGS, SAYERS_OF_LAW, UNTRUE};
use crate::{
    grammar::{Form, VerbGroup, groups, phrases::Clauses},
    tags::Tag,
    words::is_one_of,
};

/// How a verb can deny.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Denier {
    /// What it takes is said by somebody, unless it is a thing that one can be given: "deny".
    Sayings,
    /// It denies only a clause, or a thing that is said: "reject".
    SaidThings,
}

fn denier(lower: &str) -> Option<Denier> {
    DENIERS
        .iter()
        .find(|(forms, _)| is_one_of(lower, forms))
        .map(|&(_, sayings)| if sayings { Denier::Sayings } else { Denier::SaidThings })
}

/// Whether a verb form can deny.
pub(crate) fn can_deny(lower: &str) -> bool {
    denier(lower).is_some()
}

/// Whether a verb form, with a clause or a gerund behind it, says that this is not so.
pub(crate) fn denies(lower: &str) -> bool {
    denier(lower) == Some(Denier::Sayings)
}

/// Whether the verb group `main` of the clause `range` says that something which is said is not so, its own negation aside.
pub(super) fn gainsays(clauses: &Clauses<'_>, range: &Range<usize>, main: &VerbGroup) -> bool {
    let Some(denier) = denier(clauses.words.lower(main.head)) else { return false };
    let reader = Reader { clauses, range };
    if main.words.clone().any(|at| groups::is_modal(clauses.words.lower(at))) {
        return false;
    }
    if main.passive {
        return reader.subject_is_said(main, denier);
    }
    reader.object_is_said(main, denier)
}

/// Whether the adjective or noun at `at`, behind the form of "be" in `main`, says that what its subject names is not so: "the
/// report is false", but not "it is wrong to sell".
pub(super) fn is_untrue(clauses: &Clauses<'_>, range: &Range<usize>, main: &VerbGroup, at: usize) -> bool {
    let words = clauses.words;
    if !UNTRUE.contains(&words.lower(at)) {
        return false;
    }
    // "a false start", "wrong to sell", "wrong about the mill"
    let ends = words.tag(at + 1) == Tag::Punctuation
        || matches!(words.lower(at + 1), "and" | "but" | "or" | "because" | "since");
    let pointing = main
        .words
        .start
        .checked_sub(1)
        .filter(|&before| before >= range.start)
        .is_some_and(|before| matches!(words.lower(before), "this" | "that" | "it" | "these" | "those" | "all"));
    let reader = Reader { clauses, range };
    let named = || {
        let subject = clauses.subject_before(main)?;
        let head = reader.head(subject.start.max(range.start), main.words.start)?;
        let lower = words.lower(head);
        let one = lower.strip_suffix('s').unwrap_or(lower);
        (SAID_THINGS.contains(&one) || SAID_ONLY_OF.contains(&one) || SAID_THINGS.contains(&lower)).then_some(())
    };
    ends && (named().is_some() || pointing && words.lower(at) != "wrong")
}

struct Reader<'a, 'b> {
    clauses: &'a Clauses<'b>,
    range: &'a Range<usize>,
}

impl Reader<'_, '_> {
    fn lower(&self, at: usize) -> &str {
        if self.range.contains(&at) { self.clauses.words.lower(at) } else { "" }
    }

    fn tag(&self, at: usize) -> Tag {
        if self.range.contains(&at) { self.clauses.words.tag(at) } else { Tag::Punctuation }
    }

    /// Whether the subject of a passive is a thing that is said: "the accusation was rejected".
    fn subject_is_said(&self, main: &VerbGroup, denier: Denier) -> bool {
        // "it was denied that"
        if self.lower(main.words.end) == "that" {
            return self.lower(main.words.start.saturating_sub(1)) == "it";
        }
        let Some(subject) = self.clauses.subject_before(main) else { return false };
        let head = self.head(subject.start.max(self.range.start), main.words.start);
        head.is_some_and(|head| self.is_said(head, denier))
    }

    /// Whether what the verb takes is a clause, or a thing that is said.
    fn object_is_said(&self, main: &VerbGroup, denier: Denier) -> bool {
        let mut first = main.words.end;
        while self.tag(first) == Tag::Adverb || matches!(self.lower(first), "outright" | "flatly" | "“" | "\"" | "‘")
        {
            first += 1;
        }
        if self.by_law(main) && denier == Denier::SaidThings {
            return self.lower(first) == "that" && self.opens_clause(first);
        }
        if self.lower(first) == "that" && self.opens_clause(first) {
            return true;
        }
        if self.is_called_untrue(first) || denier == Denier::Sayings && self.begins_clause(first) {
            return true;
        }
        let head = self.head(first, self.range.end);
        match denier {
            Denier::SaidThings => head.is_some_and(|head| self.is_said(head, denier)),
            Denier::Sayings => {
                let gerund = self.clauses.group_at(first).is_some_and(|group| group.form == Form::Gerund);
                let pointing = matches!(self.lower(first), "it" | "this" | "that" | "these" | "those" | "everything")
                    && !matches!(self.tag(first + 1), Tag::Noun | Tag::Adjective | Tag::Proper | Tag::Determiner);
                // "The judge denied the release": what a court is asked for.
                let ruled = self.by_law(main);
                // "Many denied the danger": what is told of people, and nobody's answer.
                let thing = |head| {
                    self.is_said(head, denier) || !ruled && !self.is_given(first, head) && !self.by_anybody(main)
                };
                gerund || pointing || head.is_some_and(thing)
            }
        }
    }

    /// Whether "that" opens a clause here, rather than pointing at what follows: "denied that the mill burned", "denied that
    /// claim".
    fn opens_clause(&self, that: usize) -> bool {
        let from = self.clauses.groups.partition_point(|group| group.words.start <= that);
        let finite = self.clauses.groups[from..].iter().find(|group| group.form == Form::Finite);
        finite.is_some_and(|group| {
            group.words.start < self.range.end
                && group.words.start > that + 1
                && !(that..group.words.start).any(|at| matches!(self.clauses.words.text(at), "," | ";" | ":"))
        })
    }

    /// Whether a clause begins, subject first, at a word: "denied there was a fire".
    fn begins_clause(&self, first: usize) -> bool {
        let from = self.clauses.groups.partition_point(|group| group.words.start <= first);
        let finite = self.clauses.groups[from..].iter().find(|group| group.form == Form::Finite);
        finite.is_some_and(|group| {
            group.words.end <= self.range.end
                && (self.clauses.subject_before(group).is_some_and(|subject| subject.start == first)
                    || group.words.start == first + 1 && self.lower(first) == "there")
        })
    }

    /// The last noun of the noun phrase that begins at `from`, before what is attached to it.
    fn head(&self, from: usize, limit: usize) -> Option<usize> {
        const LONGEST: usize = 12;
        let mut head = None;
        for at in from..limit.min(from + LONGEST).min(self.range.end) {
            let inside = match self.tag(at) {
                Tag::Noun | Tag::Proper | Tag::Number => {
                    head = Some(at);
                    true
                }
                Tag::Determiner => head.is_none(),
                Tag::Adjective | Tag::Adverb | Tag::Symbol => true,
                Tag::Particle => matches!(self.lower(at), "'s" | "'" | "’s" | "’"),
                Tag::Pronoun => is_one_of(self.lower(at), "his her its their my our your"),
                Tag::Punctuation => matches!(self.clauses.words.text(at), "“" | "\"" | "‘" | "’" | "'" | "-"),
                // "the proposed ban"
                Tag::Verb => head.is_none() || self.tag(at + 1) == Tag::Noun,
                _ => false,
            };
            if !inside {
                break;
            }
        }
        head
    }

    /// Whether the noun at `head` names something that is said to be so.
    fn is_said(&self, head: usize, denier: Denier) -> bool {
        let lower = self.lower(head);
        let one = lower.strip_suffix('s').unwrap_or(lower);
        let listed = |words: &[&str]| words.contains(&one) || words.contains(&lower);
        let before = (self.range.start..head).rev().take(3);
        // "territorial claims", "an asylum claim"
        let legal = before.into_iter().any(|at| crate::words::is_one_of(self.lower(at), LEGAL));
        // "reports that", "talk of"
        let told = matches!(self.lower(head + 1), "that" | "of" | "about");
        let clause = self.lower(head + 1) == "that";
        let acts = denier == Denier::SaidThings && ACTS_OF.contains(&one);
        listed(SAID_THINGS) && !legal && !acts
            || listed(SAID_ONLY_OF) && (clause || told && lower.ends_with('s') && one != "idea")
            || denier == Denier::SaidThings && acts && clause
    }

    /// Whether what is denied is given or granted to somebody: "denied bail", "denied her a visa".
    fn is_given(&self, first: usize, head: usize) -> bool {
        let lower = self.lower(head);
        let one = lower.strip_suffix('s').unwrap_or(lower);
        let benefit = |at: usize| {
            let lower = self.lower(at);
            let one = lower.strip_suffix('s').unwrap_or(lower);
            BENEFITS.contains(&one) || BENEFITS.contains(&lower)
        };
        let twice = matches!(self.lower(first), "him" | "me" | "us" | "them" | "you" | "her")
            && matches!(self.tag(first + 1), Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Proper);
        // "denied Norland nuclear fuel"
        let named = self.tag(first) == Tag::Proper
            && matches!(self.tag(first + 1), Tag::Noun | Tag::Adjective)
            && self.tag(head) == Tag::Noun;
        let second = named
            || self.tag(head + 1) == Tag::Determiner && self.lower(head + 1) != "that"
            || matches!(self.lower(head + 1), "their" | "his" | "its")
            || (first..head).any(benefit);
        twice || second || benefit(head) || BENEFITS.contains(&one)
    }

    /// Whether the thing behind a verb is said to be untrue: "dismissed the story as a lie".
    fn is_called_untrue(&self, first: usize) -> bool {
        let from = (first..self.range.end.min(first + 14))
            .find(|&at| self.lower(at) == "as" || matches!(self.clauses.words.text(at), ";" | ":" | "." | ","));
        from.filter(|&at| self.lower(at) == "as").is_some_and(|at| {
            (at + 1..at + 5).take_while(|&at| self.tag(at) != Tag::Preposition).any(|at| {
                UNTRUE.contains(&self.lower(at)) && self.lower(at) != "wrong"
                    || is_one_of(self.lower(at), "lie lies nonsense fabrication fabrications fabricated fiction hoax rumour rumours rumor rumors \
                 propaganda slander invention inventions falsehood falsehoods")
            })
        })
    }

    /// Whether the subject is any number of people, and nobody who could have been accused: "many in the town", "others".
    fn by_anybody(&self, main: &VerbGroup) -> bool {
        let first = self.clauses.subject_before(main).map(|subject| subject.start.max(self.range.start));
        first.is_some_and(|first| is_one_of(self.lower(first), "many most few others people everyone everybody nobody"))
    }

    /// Whether a court or its like does it: what it rejects is pleaded, not said.
    fn by_law(&self, main: &VerbGroup) -> bool {
        let Some(subject) = self.clauses.subject_before(main) else { return false };
        (subject.start.max(self.range.start)..main.words.start).any(|at| {
            let lower = self.lower(at);
            SAYERS_OF_LAW.contains(&lower.strip_suffix('s').unwrap_or(lower))
        })
    }
}
