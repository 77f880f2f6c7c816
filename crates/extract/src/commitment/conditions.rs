//! What holds only under a condition: "if", "unless", and what is no condition though it looks like one.

use model::Commitment;

use super::Reader;
use crate::{
    grammar::{Form, VerbGroup},
    tags::Tag,
};

impl Reader<'_, '_> {
    /// "If" and "unless" before or after the main clause, and verbs in the second half of a condition.
    pub(super) fn condition(&mut self, main: Option<&VerbGroup>) {
        let first = self.range.start;
        let after = main.map_or(first, |main| main.words.end);
        // "If the owners want to stop it, they need a majority": a rule that holds, whatever they want.
        let rule = main.is_some_and(|main| {
            matches!(self.lower(main.head), "need" | "needs" | "must" | "have" | "has")
                && main.words.len() == 1
                && self.lower(main.words.end) == "to"
        });
        // "On the other hand, if they agree, it …": behind what opens the sentence.
        let led = (first + 1..self.range.end.min(first + 7))
            .find(|&at| self.clauses.words.text(at - 1) == "," && matches!(self.lower(at), "if" | "unless"))
            .filter(|&at| main.is_some_and(|main| main.words.start > at) && !self.clauses.finite_in(first..at))
            // "Under the law, if they agree, it is sold": a rule. "Well, if you look at it": what holds.
            .filter(|&at| !matches!(self.lower(first), "under" | "at") && self.lower(at + 1) != "you");
        let first = led.unwrap_or(first);
        let opens = matches!(self.lower(first), "if" | "unless" | "whether")
            && !rule
            && !self.leaves_choice(first)
            && !main.is_some_and(|main| self.is_order(first, main))
            && !main.is_some_and(|main| self.holds_for_all(first, main));
        let later = (after..self.range.end.min(after + 30)).find(|&at| {
            matches!(self.lower(at), "if" | "unless")
                && !matches!(self.lower(at.saturating_sub(1)), "as" | "even" | "only")
                && !self.asks_whether(at)
                && !crate::words::is_one_of(self.lower(at + 1), "not any anything only ever necessary possible")
                && !self.is_aim(at)
                && !self.at_will(at)
                // "It can only be saved if they pay": bounded, and not left open.
                && !(after.saturating_sub(4)..at)
                    .any(|at| self.lower(at) == "only" && matches!(self.lower(at.saturating_sub(1)), "can" | "could" | "will"))
                && !self.only_concedes(at)
                && !self.is_embedded(after, at)
                && !main.is_some_and(|main| {
                    self.is_decided(main, at)
                        || self.is_permission(main) && main.words.clone().any(|at| self.lower(at) == "may")
                        || self.provides(main)
                        || self.leaves_unsaid(main, at)
                        || self.is_joined(main, at)
                })
        });
        if let Some(at) = opens.then_some(first).or(later) {
            self.note(Commitment::Hedged, at..at + 1);
        }
    }

    /// Whether "if" stands for "whether": "asked if", "to see if". "Unless proved" leaves nothing open.
    pub(super) fn asks_whether(&self, at: usize) -> bool {
        const ASKING: &[&str] = &[
            "ask",
            "see",
            "know",
            "wonder",
            "determine",
            "check",
            "learn",
            "say",
            "sure",
            "clear",
            "unclear",
            "decide",
            "tell",
            "doubt",
            "investigate",
            "question",
            "find",
            "discover",
            "test",
            "establish",
            "uncertain",
        ];
        let before = self.lower(at.saturating_sub(1));
        // "It is not known if": that is open.
        if self.lower(self.range.start) == "it" && self.lower(at) == "if" {
            return false;
        }
        let asks = ASKING
            .iter()
            .any(|word| before.strip_prefix(word).is_some_and(|rest| matches!(rest, "" | "s" | "ed" | "d" | "ing")))
            || crate::words::is_one_of(before, "knew known said told out determining deciding found");
        asks || self.lower(at) == "unless" && matches!(self.lower(at + 1), "proved" | "proven" | "otherwise" | "and")
    }

    /// "Safe, if a little old": no clause, but what is granted.
    fn only_concedes(&self, at: usize) -> bool {
        let end = (at + 1..self.range.end)
            .find(|&at| matches!(self.clauses.words.text(at), "," | ";" | "." | "—" | "–"))
            .unwrap_or(self.range.end);
        let granted = matches!(self.clauses.words.tag(at + 1), Tag::Determiner | Tag::Adverb | Tag::Adjective);
        self.lower(at) == "if"
            && granted
            && !crate::words::is_one_of(self.lower(at + 1), "so true successful there possible necessary then")
            && at > self.clauses.start
            && self.clauses.words.tag(at - 1) == Tag::Punctuation
            && !(at + 1..end).any(|at| self.clauses.group_at(at).is_some())
    }

    /// "They need help if they are to sail": what it is for.
    fn is_aim(&self, at: usize) -> bool {
        (at + 2..at + 6).any(|at| {
            matches!(self.lower(at), "is" | "are" | "was")
                && self.lower(at + 1) == "to"
                && self.clauses.words.tag(at + 2) == Tag::Verb
        })
    }

    /// "If they want", "if you will": what leaves it to somebody, and nothing open.
    fn at_will(&self, at: usize) -> bool {
        let wishes = crate::words::is_one_of(
            self.lower(at + 2),
            "want wants wanted wish wishes wished like likes liked choose chooses chose please will prefer \
                 prefers",
        );
        let pronoun = crate::words::is_one_of(self.lower(at + 1), "they he she it you we i one");
        let closes = at + 3 >= self.range.end || self.clauses.words.tag(at + 3) == Tag::Punctuation;
        pronoun && wishes && closes
    }

    /// "Voted to strike unless": they voted, whatever comes.
    fn is_decided(&self, main: &VerbGroup, at: usize) -> bool {
        let what = self.clauses.group_at(main.words.end).filter(|group| group.words.start == main.words.end);
        matches!(self.lower(main.head), "voted" | "decided" | "threatened" | "agreed" | "vowed" | "offered")
            && main.words.len() == 1
            && what.is_some_and(|group| group.form == Form::Infinitive && group.words.end <= at)
    }

    /// "If you would like to give, she recommends it": what leaves it to the reader, and nothing open.
    fn leaves_choice(&self, first: usize) -> bool {
        matches!(self.lower(first + 1), "you" | "we")
            && (first + 2..first + 4).any(|at| matches!(self.lower(at), "want" | "like" | "wish" | "need" | "prefer"))
    }

    /// "If they come, open the pier": an order.
    fn is_order(&self, first: usize, main: &VerbGroup) -> bool {
        let verb = self.lower(main.head);
        main.words.start > first + 2
            && main.words.len() == 1
            && self.clauses.words.text(main.words.start - 1) == ","
            && self.clauses.words.tag(main.head) == Tag::Verb
            && !crate::grammar::groups::is_be(verb)
            && !(verb.ends_with('s') || verb.ends_with("ed") || crate::cues::verb(verb).is_some())
    }

    /// "If you lose it, it is a different story": what holds for anybody.
    fn holds_for_all(&self, first: usize, main: &VerbGroup) -> bool {
        let you = (first..main.words.start).take_while(|&at| self.clauses.words.text(at) != ",");
        let now = matches!(self.lower(main.head), "is" | "'s" | "are" | "means" | "needs");
        now && main.words.len() == 1 && you.into_iter().any(|at| matches!(self.lower(at), "you" | "your" | "someone"))
    }

    /// "The deal provides for them to pay if it burns": what is agreed holds, whatever comes.
    fn provides(&self, main: &VerbGroup) -> bool {
        let modal = main.words.clone().any(|at| crate::grammar::groups::is_modal(self.lower(at)));
        let verb = crate::words::is_one_of(
            self.lower(main.head),
            "allows allowed entitles obliges requires permits stipulates",
        ) || matches!(self.lower(main.head), "provides" | "provided")
            && matches!(self.lower(main.words.end), "for" | "that");
        verb && !modal && !main.passive
    }

    /// "He did not say in his speech if it burned": whether it did.
    fn leaves_unsaid(&self, main: &VerbGroup, at: usize) -> bool {
        let says = crate::words::is_one_of(
            self.lower(main.head),
            "say know tell disclose specify indicate reveal elaborate comment ask asked",
        );
        let asks = main.negated || matches!(self.lower(main.head), "ask" | "asked");
        // "Ask for a badge if they come": no question.
        let asks = asks && self.lower(main.words.end) != "for";
        let plain =
            (main.words.end..at).all(|at| self.clauses.words.text(at) != "," && self.clauses.group_at(at).is_none());
        says && asks && plain
    }

    /// "It holds boats and can sell them if prices fall": the condition of the second verb.
    fn is_joined(&self, main: &VerbGroup, at: usize) -> bool {
        let from = self.clauses.groups.partition_point(|group| group.words.start < main.words.end);
        let between = self.clauses.groups[from..].iter().take_while(|group| group.words.end <= at);
        let last = between.filter(|group| group.form == Form::Finite).last();
        last.is_some_and(|group| {
            matches!(self.lower(group.words.start - 1), "and" | "but") && self.lower(group.words.start) == "can"
        })
    }

    /// Whether a condition stands within what the verb takes: "did not say what happens if", "worry about what comes if".
    fn is_embedded(&self, from: usize, at: usize) -> bool {
        (from..at).any(|at| {
            crate::words::is_one_of(self.lower(at), "that what how whether why who which where when about because")
                || matches!(self.clauses.words.text(at), "“" | "\"" | "''" | "``")
        })
    }
}
