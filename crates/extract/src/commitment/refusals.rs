//! What somebody refused, did not manage, gave up or only seemed to do: none of it is yet to come.

use super::Reader;
use crate::{grammar::VerbGroup, tags::Tag};

impl Reader<'_, '_> {
    /// "Would not say who bought it": that somebody refused to.
    pub(super) fn is_refusal(&self, main: &VerbGroup) -> bool {
        let would = main.words.clone().any(|at| matches!(self.lower(at), "would" | "'d"));
        would
            && main.negated
            && !main.passive
            && matches!(
                self.lower(main.head),
                "say"
                    | "comment"
                    | "discuss"
                    | "elaborate"
                    | "disclose"
                    | "identify"
                    | "specify"
                    | "reveal"
                    | "confirm"
                    | "speculate"
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
                matches!(
                    self.lower(main.head),
                    "find"
                        | "reach"
                        | "locate"
                        | "swim"
                        | "sleep"
                        | "see"
                        | "hear"
                        | "speak"
                        | "walk"
                        | "breathe"
                        | "stop"
                        | "resist"
                        | "remember"
                        | "recall"
                        | "afford"
                        | "attend"
                        | "escape"
                )
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
