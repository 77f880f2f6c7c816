//! Whether a clause says that something is not so.

use model::Commitment;

use super::{Reader, denials, lexicon::CONFIRMED};
use crate::{grammar::VerbGroup, tags::Tag};

impl Reader<'_, '_> {
    /// "Not" and "never" in the verb group, "no" and "nobody" as its subject or right after it.
    pub(super) fn negation(&mut self, main: &VerbGroup) {
        let words = main.words.clone().find(|&at| matches!(self.lower(at), "not" | "n't" | "'t" | "never"));
        let subject = || {
            // "The board, which says it has no money, left": what stands before a comma is another clause's, unless it begins there.
            let near = (self.range.start..main.words.start).rev().take(14);
            let near = near.take_while(|&at| self.clauses.words.text(at) != ",");
            // "No, the pier is safe": an answer.
            let first = std::iter::once(self.range.start).filter(|&at| {
                at < main.words.start && !(self.lower(at) == "no" && self.clauses.words.text(at + 1) == ",")
            });
            near.chain(first).find(|&at| {
                let lower = self.lower(at);
                let nothing = matches!(lower, "nobody" | "nothing" | "none" | "neither" | "nor");
                let no =
                    lower == "no" && (at == self.range.start || self.clauses.words.tag(at - 1) != Tag::Preposition);
                nothing || no
            })
        };
        let after = || {
            let next = main.words.end;
            let be = crate::grammar::groups::is_be(self.lower(main.head)) || self.lower(main.head) == "'s";
            (next..next + 2)
                .find(|&at| {
                    matches!(self.lower(at), "not" | "n't" | "'t") && be || self.lower(at) == "no" && (be || at == next)
                })
                .or_else(|| (self.lower(next) == "nothing" || self.lower(next) == "nobody").then_some(next))
        };
        let Some(at) = words.or_else(subject).or_else(after) else { return };
        if let Some(open) = self.leaves_open(main) {
            self.note(Commitment::Hedged, at.min(open)..open + 1);
            return;
        }
        let head = self.lower(main.head).to_owned();
        if CONFIRMED.contains(&head.as_str()) && main.passive {
            self.note(Commitment::Hedged, main.words.clone());
            return;
        }
        self.negated = !self.undone(main, at);
    }

    /// Whether what is negated is itself a negation, or none: "did not go unnoticed", "did not rule out", "no sooner",
    /// "not only", "nobody but", "no doubt", "the fine is no. 7".
    fn undone(&self, main: &VerbGroup, at: usize) -> bool {
        let head = self.lower(main.head);
        let next = self.lower(at + 1);
        let idle = match self.lower(at) {
            "not" | "n't" | "'t" | "never" => matches!(next, "only" | "just" | "merely" | "simply") && next != "simply",
            "no" => {
                crate::words::is_one_of(next, "doubt sooner . less longer wonder question fewer matter")
                    && next != "longer"
            }
            "nobody" | "nothing" | "none" => matches!(next, "but" | "except" | "short" | "less"),
            _ => false,
        };
        let after = main.words.end..(main.words.end + 3).min(self.range.end);
        let negative = |word: &str| {
            word.len() > 4
                && (word.starts_with("un")
                    && !crate::words::is_one_of(word, "under until united union unit units uniform"))
                && word.ends_with("ed")
        };
        let doubled = denials::gainsays(self.clauses, self.range, main)
            || crate::words::is_one_of(head, "doubt exclude fail failed prevent stop lack")
            || self.rules(main)
            || after.clone().any(|at| negative(self.lower(at)))
            || (main.words.end..self.range.end.min(main.words.end + 12)).any(|at| self.lower(at) == "without");
        // "does not allow the town to exclude the pilots"
        let lets = matches!(head, "allow" | "permit" | "let" | "entitle")
            && (main.words.end..self.range.end.min(main.words.end + 8)).any(|at| {
                crate::words::is_one_of(self.lower(at), "exclude deny refuse reject ban block bar prevent stop")
                    && self.lower(at - 1) == "to"
            });
        let turned = main.negated && (doubled || lets);
        idle || turned
    }
}
