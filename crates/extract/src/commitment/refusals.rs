//! What somebody refused, did not manage, gave up or only seemed to do: none of it is yet to come.

use model::Commitment;

use super::Reader;
use crate::{
    grammar::{
        Form, VerbGroup,
        groups::{is_be, is_modal},
    },
    tags::Tag,
};

impl Reader<'_, '_> {
    /// "Would not say who bought it": that somebody refused to.
    pub(super) fn is_refusal(&self, main: &VerbGroup) -> bool {
        let would = main.words.clone().any(|at| matches!(self.lower(at), "would" | "'d"));
        would
            && main.negated
            && !main.passive
            && crate::words::is_one_of(
                self.lower(main.head),
                "say comment discuss elaborate disclose identify specify reveal confirm speculate",
            )
            && !self.range.clone().any(|at| matches!(self.lower(at), "if" | "unless") && !self.asks_whether(at))
    }

    /// "Could not find the boat", "could not be reached": that it failed.
    pub(super) fn is_failure(&self, main: &VerbGroup) -> bool {
        let has = |word: &str| main.words.clone().any(|at| self.lower(at) == word);
        let passive =
            matches!(self.lower(main.head), "reached" | "found" | "verified" | "confirmed" | "determined" | "located");
        has("could")
            && main.negated
            && !has("have")
            && if main.passive {
                passive && !matches!(self.lower(main.head), "verified" | "confirmed")
            } else {
                crate::words::is_one_of(
                    self.lower(main.head),
                    "find reach locate swim sleep see hear speak walk breathe stop resist remember recall afford attend \
                 escape",
                )
            }
    }

    /// "Owners may apply until May", "pilots may use the option": what a rule lets them do.
    pub(super) fn is_permission(&self, main: &VerbGroup) -> bool {
        let thing = || {
            (main.words.end..self.range.end.min(main.words.end + 6))
                .any(|at| matches!(self.lower(at), "option" | "provision" | "program" | "programme" | "facility"))
        };
        !main.passive
            && !main.words.clone().any(|at| self.lower(at) == "have")
            && (crate::words::is_one_of(self.lower(main.head), "apply elect opt enroll enrol redeem subscribe")
                || self.lower(main.head) == "use" && thing())
    }

    /// "I do not think the pier is safe" leaves it open; "we do not believe this is true" denies it; and "what they do is
    /// anybody's guess".
    pub(super) fn disbelief(&mut self, main: &VerbGroup) {
        let next = main.words.end;
        let guess =
            (self.range.start + 2..self.range.end).find(|&at| self.lower(at) == "guess" && self.lower(at - 1) == "'s");
        let anybody = guess.is_some_and(|at| matches!(self.lower(at - 2), "anybody" | "anyone" | "everybody"));
        if let Some(at) = guess.filter(|_| anybody) {
            self.note(Commitment::Hedged, at - 2..at + 1);
        }
        let own = main.words.start.checked_sub(1).is_some_and(|at| matches!(self.lower(at), "i" | "we"));
        let thinks = (matches!(self.lower(main.head), "think" | "believe") || own && self.lower(main.head) == "insist")
            && main.negated
            && !main.passive
            && !main.words.clone().any(|at| is_modal(self.lower(at)));
        if !thinks || main.form != Form::Finite {
            return;
        }
        let from = if self.lower(next) == "that" { next + 1 } else { next };
        let first = self.clauses.groups.partition_point(|group| group.words.start < from);
        let Some(what) = self.clauses.groups.get(first).filter(|group| {
            group.form == Form::Finite && group.words.end <= self.range.end && group.words.start <= from + 12
        }) else {
            return;
        };
        let own = (from..what.words.start)
            .all(|at| !crate::words::is_one_of(self.lower(at), ", ; who which what how when where"));
        let so = what.words.start == from + 1
            && matches!(self.lower(from), "this" | "that" | "it" | "they" | "these" | "those")
            && matches!(self.lower(what.words.end), "true" | "correct" | "accurate" | "so");
        let untrue = so && is_be(self.lower(what.head)) && !what.negated;
        if own {
            let ahead = what.words.clone().any(|at| {
                matches!(self.lower(at), "will" | "'ll" | "wo" | "would")
                    || self.lower(at) == "going" && self.lower(at + 1) == "to"
            });
            let commitment = match (untrue, ahead) {
                (true, _) => Commitment::Denied,
                (false, true) => Commitment::Expected,
                (false, false) => Commitment::Hedged,
            };
            self.note(commitment, main.words.clone());
        }
    }

    /// "This might seem odd, but it works", "the same could be said of the boats": what is granted, or said outright.
    pub(super) fn is_granted(&self, main: &VerbGroup) -> bool {
        let modal = main.words.clone().any(|at| matches!(self.lower(at), "may" | "might" | "could"));
        let seems = !main.negated && matches!(self.lower(main.head), "seem" | "sound" | "look" | "appear");
        let but = (main.words.end..self.range.end)
            .any(|at| matches!(self.lower(at), "but" | "yet") && matches!(self.clauses.words.text(at - 1), "," | ";"));
        let same = main.passive && self.lower(main.head) == "said" && self.lower(main.words.end) == "of";
        // "It could not control who buys them": what nobody can do.
        let unable = main.negated
            && !main.passive
            && main.words.clone().any(|at| self.lower(at) == "could")
            && !main.words.clone().any(|at| matches!(self.lower(at), "have" | "be"))
            && !self.range.clone().any(|at| self.lower(at) == "otherwise");
        modal && (seems && but || same || unable)
    }

    /// "It seems the boat left", "it appears that it left".
    pub(super) fn seems_that(&self, main: &VerbGroup) -> bool {
        let next = main.words.end;
        let clause = self.lower(next) == "that"
            || matches!(self.clauses.words.tag(next), Tag::Determiner | Tag::Proper | Tag::Pronoun)
                && self.clauses.finite_in(next..self.range.end);
        main.words.start.checked_sub(1).is_some_and(|at| self.lower(at) == "it") && clause && !main.negated
    }

    /// "Never intended to", "did not plan to", "had planned to": what nobody means to do, or once meant to.
    pub(super) fn is_given_up(&self, main: &VerbGroup) -> bool {
        let had = main.words.clone().any(|at| self.lower(at) == "had");
        let past = main.words.clone().any(|at| self.lower(at) == "did") || self.lower(main.head).ends_with("ed");
        had || main.negated && past
    }
}
