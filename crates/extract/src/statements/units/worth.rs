//! Whether a unit is worth a statement.

use super::super::voices::{Part, meet};
use super::{Taker, Unit};
use crate::{
    cues::{self, Frames},
    grammar::{Form, VerbGroup, phrases::is_day},
    tags::Tag,
    words::is_one_of,
};

impl<'a> Taker<'a, '_> {
    /// Whether the words of a unit, verb or not, are worth a statement.
    pub(super) fn says_something(&self, unit: &Unit<'_>, headline: bool) -> bool {
        let clauses = self.clauses;
        let whole = unit.words.start == clauses.start && unit.words.end == clauses.end;
        let words = unit.words.clone().filter(|&at| clauses.words.tag(at) != Tag::Punctuation).count();
        match unit.main {
            Some(main) => {
                words >= 2
                    && !self.breaks_off(unit, main, words)
                    && !self.only_ensures(unit, main)
                    && !self.waits(unit, main)
                    && !self.is_vague(unit)
                    && !self.only_speaks(unit, main)
                    && !self.asks_or_bids(unit, main)
                    && !self.is_courtesy(unit)
                    && !(whole && self.only_names(unit, main))
                    && !self.tells_a_word(unit)
                    && (headline || !whole || self.is_told(unit, main))
            }
            None => whole && headline && words >= 4,
        }
    }

    /// Whether a unit is the torn end of a clause: "'s held the council for years", "She kept", "including one count of fraud",
    /// "before he died".
    fn breaks_off(&self, unit: &Unit<'_>, main: &VerbGroup, count: usize) -> bool {
        let words = self.clauses.words;
        let opens =
            |at: &usize| words.tag(*at) != Tag::Punctuation && !matches!(words.lower(*at), "but" | "and" | "or");
        let first = unit.words.clone().find(opens).unwrap_or(unit.words.start);
        let lower = words.lower(first);
        let torn = matches!(lower, "'s" | "’s" | "'d" | "'re" | "'ve" | "'ll");
        let pronoun = words.tag(first) == Tag::Pronoun && main.words.start == first + 1;
        let bare = count <= 2
            && pronoun
            && matches!(words.lower(main.head), "kept" | "keeps" | "began" | "started" | "went" | "got");
        let hangs = count <= 4 && is_one_of(lower, "before after when while until since as")
            || lower == "except" && is_one_of(words.lower(first + 1), "if that when");
        // "Including the loans, the bank lent …": what opens a sentence leads to its subject.
        let lists = lower == "including" && first > self.clauses.start;
        // "or with part of the price related to …"
        let with = lower == "with" && first > self.clauses.start && main.words.len() == 1 && {
            words.lower(main.head).ends_with("ed")
        };
        // "It quoted the minister, who was ill, as": the words that it leads to stand elsewhere.
        let last = unit.words.clone().rev().find(|&at| words.tag(at) != Tag::Punctuation);
        let leads = last.is_some_and(|at| is_one_of(words.lower(at), "as than the a an because my your their"))
            // "I think some of his --", where somebody breaks in
            || last.is_some_and(|at| {
                matches!(words.lower(at), "his" | "its" | "our" | "some" | "any")
                    && matches!(words.text(at + 1), "--" | "—" | "–")
            });
        torn || bare || hangs || lists || with || leads
    }

    /// Whether a unit is a thing with what it is for, as lists have it: "New rules to ensure that the pilots do not smoke".
    fn only_ensures(&self, unit: &Unit<'_>, main: &VerbGroup) -> bool {
        let (clauses, words) = (self.clauses, self.clauses.words);
        let that = (unit.words.start..main.words.start).find(|&at| {
            words.lower(at) == "that"
                && words.tag(at) != Tag::Determiner
                && matches!(
                    words.lower(at - usize::from(at > 0)),
                    "ensure" | "ensuring" | "guarantee" | "guaranteeing" | "verify"
                )
        });
        that.is_some_and(|that| {
            main.words.start > that + 1
                && !clauses.finite_in(unit.words.start..that)
                && !clauses.finite_in(main.words.end..unit.words.end)
                && !(that..main.words.start).any(|at| words.text(at) == ",")
        })
    }

    /// Whether a whole sentence has a subject, or commands: the rest of a line that was cut off before has neither.
    pub(super) fn is_told(&self, unit: &Unit<'_>, main: &VerbGroup) -> bool {
        let (clauses, words) = (self.clauses, self.clauses.words);
        let first = unit.first(words);
        let ended = (clauses.start..clauses.end).rev().take(3).any(|at| matches!(words.text(at), "." | "!" | "…"));
        let small = words.text(first).starts_with(char::is_lowercase);
        let bare = main.words.len() == 1 && words.lower(main.head).ends_with("ed");
        !small && ended
            || clauses.subject_before(main).is_some_and(|subject| !bare || subject.start < main.head)
                && !(small && bare)
    }

    /// Whether a unit is a clause that hangs on one which is not there: "If they want to meet."
    pub(super) fn waits(&self, unit: &Unit<'_>, main: &VerbGroup) -> bool {
        let words = self.clauses.words;
        let first = unit.first(words);
        unit.antecedent.is_none()
            && !matches!(words.lower(first), "that" | "what" | "who")
            && self.hangs(unit, first, main)
    }

    /// Whether a unit is a word or two without a verb, and who says them: "“Senseless,” said a man who was there".
    fn tells_a_word(&self, unit: &Unit<'_>) -> bool {
        let words = self.clauses.words;
        let named = |at: usize| words.tag(at) != Tag::Punctuation;
        let direct = self.voices.iter().filter(|voice| {
            let opens = voice.content.first().is_some_and(|content| content.start <= unit.words.start);
            voice.attribution.kind == model::AttributionKind::Direct && voice.part == Part::Told && opens
        });
        direct.into_iter().any(|voice| {
            let inside: Vec<_> = voice.content.iter().filter_map(|content| meet(content, &unit.words)).collect();
            let said = !inside.is_empty()
                && inside.iter().map(|piece| piece.clone().filter(|&at| named(at)).count()).sum::<usize>() < 4
                && !inside.iter().any(|piece| self.clauses.finite_in(piece.clone()));
            let from = self.clauses.groups.partition_point(|group| group.words.start < unit.words.start);
            let first = self.clauses.groups[from..].iter().find(|group| group.form == Form::Finite);
            said && first.is_some_and(|group| voice.cue.iter().any(|cue| cue.contains(&group.head)))
        })
    }

    /// Whether a unit tells that somebody speaks, and not a word of what: "Anna Berg asks", "the owner said at the pier".
    pub(super) fn only_speaks(&self, unit: &Unit<'_>, main: &VerbGroup) -> bool {
        let words = self.clauses.words;
        let tag = cues::verb(words.lower(main.head)).is_some_and(|cue| {
            cue.frames.any(Frames::QUOTE)
                && is_one_of(
                    cue.lemma,
                    "say ask add tell reply respond answer continue note explain write tweet declare state \
                     remark observe recall conclude argue insist warn wonder quip joke shout counter \
                     retort post",
                )
        });
        let first = unit.first(words);
        // "Karl Holm, chief of the Kolm Bank (KB) said."
        let behind = |at: usize| words.tag(at) == Tag::Punctuation;
        let ends = words.tag(first) == Tag::Proper
            && (main.words.end..unit.words.end).all(behind)
            && !(first..main.words.start).any(|at| matches!(words.text(at), "“" | "”" | "\""))
            && main.words.start < first + 16
            && !self.clauses.groups.iter().any(|group| (first..main.words.start).contains(&group.head));
        // "Asked whether it was so, Karl Holm replied."
        let asked = words.lower(first) == "asked" && main.words.start > first + 2;
        let opens = main.words.start <= first
            || asked
            || ends
            || self.clauses.subject_before(main).is_some_and(|subject| subject.start <= first + 1);
        if !tag || !opens || main.passive || main.negated || !unit.voices.is_empty() {
            return false;
        }
        let mut at = main.words.end;
        while at < unit.words.end {
            let lower = words.lower(at);
            let empty = words.tag(at) == Tag::Punctuation
                || words.tag(at) == Tag::Adverb
                || is_day(lower)
                || is_one_of(lower, "me us him her them reporters journalists last week month year");
            let phrase = matches!(lower, "in" | "at" | "on" | "during" | "after" | "before")
                .then(|| self.clauses.phrase_from(at + 1, unit.words.end))
                .flatten();
            match phrase {
                Some(end) => at = end,
                None if empty => at += 1,
                None => return false,
            }
        }
        true
    }

    /// Whether a unit names nothing and counts nothing, and points to something outside of it: "They want to do it."
    pub(super) fn is_vague(&self, unit: &Unit<'_>) -> bool {
        let words = self.clauses.words;
        let pronoun = |at: usize| is_one_of(words.lower(at), "it they we you that this these those there here things");
        let mut all = unit.words.clone().filter(|&at| words.tag(at) != Tag::Punctuation);
        let idle = |at: usize| is_one_of(words.lower(at), "and but so of course no yes well now again");
        let Some(first) = all.find(|&at| !idle(at)) else {
            return true;
        };
        let named = unit.words.clone().any(|at| match words.tag(at) {
            Tag::Proper | Tag::Number | Tag::Symbol => true,
            Tag::Noun => !is_one_of(
                words.lower(at),
                "thing things case problem course way lot bit point question reason possibilities example \
                 examples time here something",
            ),
            // "This was reassuring"
            Tag::Adjective if matches!(words.lower(first), "this" | "that" | "it" | "these" | "those") => false,
            Tag::Adjective => !is_one_of(words.lower(at), "better worse good bad true sure right"),
            _ => false,
        });
        let deed = unit.words.clone().any(|at| {
            let lower = words.lower(at);
            words.tag(at) == Tag::Verb
                && !is_one_of(
                    lower,
                    "do done did does get getting got want like go going come see know think have had has \
                     happen happened bring make made say said try work works tried trying thought knew \
                     knows means put takes took",
                )
        });
        // "This was reassuring"
        let copula = unit.main.is_some_and(|main| crate::grammar::groups::is_be(words.lower(main.words.start)))
            && matches!(words.lower(first), "this" | "that" | "it" | "these" | "those")
            && unit.words.len() <= first - unit.words.start + 5;
        // "I did approve it", "It will continue": of what, the words do not tell.
        let short = unit.words.clone().filter(|&at| words.tag(at) != Tag::Punctuation).count() <= 5;
        let open = unit.words.clone().any(|at| at > first && matches!(words.lower(at), "it" | "that" | "this" | "so"))
            && words.tag(first) == Tag::Pronoun
            || matches!(words.lower(first), "it" | "that" | "this")
                && unit
                    .main
                    .is_some_and(|main| matches!(words.lower(main.head), "continue" | "continues" | "continued"));
        // "There are two big concerns": and not which. "You are a friend of his": in talk.
        let be = unit.main.is_some_and(|main| crate::grammar::groups::is_be(words.lower(main.head)));
        let last = unit.words.clone().rev().find(|&at| words.tag(at) != Tag::Punctuation).unwrap_or(first);
        let counts = words.lower(first) == "there"
            && last < first + 7
            && is_one_of(
                words.lower(last),
                "concerns reasons problems issues things points questions ways options choices answers possibilities \
                 examples factors differences aspects",
            );
        let talk = words.lower(first) == "you"
            && last < first + 6
            && !unit.words.clone().any(|at| at > first && matches!(words.tag(at), Tag::Proper | Tag::Number));
        pronoun(first) && !named && (!deed || copula) || short && open && !named || be && (counts || talk)
    }
}
