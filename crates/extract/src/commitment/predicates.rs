//! What a clause says by its verb and what the verb leads to: "is expected to", "plans to", "appears to", "denied".

use model::{Commitment, calendar};

use super::{
    Reader, denials, is_past,
    lexicon::{DATED_PREDICATES, EXPECTED_PREDICATES, HEDGED_PREDICATES, INTENTIONS, SEEMING},
};
use crate::{
    cues,
    grammar::{Form, VerbGroup, groups},
    tags::Tag,
};

impl Reader<'_, '_> {
    /// "Harbour to close in May", as headlines tell what is to come. An infinitive that a noun asks for ("plan to close")
    /// is none.
    pub(super) fn headline_future(&mut self) {
        const TAKE_INFINITIVES: &str = "plan plans effort efforts attempt attempts bid bids move moves call calls right way ways chance \
    ability decision refusal need failure offer pressure time place permission reason reasons power \
    duty how what";
        let from = self.clauses.groups.partition_point(|group| group.words.start < self.range.start);
        let first = self.clauses.groups[from..].iter().take_while(|group| group.words.end <= self.range.end).next();
        let Some(first) = first.filter(|group| group.form == Form::Infinitive && group.words.start > self.range.start)
        else {
            return;
        };
        let before = first.words.start - 1;
        if matches!(self.clauses.words.tag(before), Tag::Noun | Tag::Proper)
            && !crate::words::is_one_of(self.lower(before), TAKE_INFINITIVES)
        {
            self.note(Commitment::Expected, first.words.start..first.words.start + 1);
        }
    }

    /// "The Kolm Exchange (KEX) plans to open": a verb that is taken for a noun.
    pub(super) fn plans(&mut self, main: Option<&VerbGroup>) {
        let from = self.clauses.groups.partition_point(|group| group.words.start < self.range.start);
        let first = self.clauses.groups.get(from).filter(|first| {
            first.form == Form::Infinitive && main.is_none_or(|main| first.words.end <= main.words.start)
        });
        let at = first.and_then(|first| first.words.start.checked_sub(2)).filter(|&at| at >= self.range.start);
        let named = |at: &usize| {
            self.clauses.words.tag(*at) == Tag::Proper || matches!(self.clauses.words.text(*at), ")" | ">")
        };
        if let Some(at) = at.filter(|at| named(at) && self.lower(at + 1) == "plans") {
            self.note(Commitment::Expected, at + 1..at + 2);
        }
    }

    /// "Is expected to", "plans to", "appears to", "denied".
    pub(super) fn predicate(&mut self, main: &VerbGroup) {
        let head = self.lower(main.head).to_owned();
        // "are getting ready to"
        let getting = matches!(head.as_str(), "get" | "gets" | "getting" | "got");
        let (at, word) = if crate::grammar::groups::is_be(&head) || getting {
            // "The question is how to stop them": no adverb of time or manner.
            let asks = |at: usize| matches!(self.lower(at), "how" | "when" | "where" | "why");
            let after =
                (main.words.end..main.words.end + 3).find(|&at| self.clauses.words.tag(at) != Tag::Adverb || asks(at));
            (after.unwrap_or(main.words.end), self.lower(after.unwrap_or(main.words.end)).to_owned())
        } else {
            (main.head, head.clone())
        };
        let with_be = crate::grammar::groups::is_be(&head)
            || getting
            || main.words.clone().any(|at| crate::grammar::groups::is_be(self.lower(at)));
        // "It is believed that", "It is believed the boat left"
        let bare = crate::words::is_one_of(word.as_str(), HEDGED_PREDICATES)
            && main.passive
            && matches!(
                self.clauses.words.tag(at + 1),
                Tag::Determiner | Tag::Pronoun | Tag::Proper | Tag::Noun | Tag::Number
            );
        let impersonal = main.words.start > self.range.start
            && self.lower(main.words.start - 1) == "it"
            && (self.lower(at + 1) == "that" || bare);
        // "was said by officials to be cut off"
        let by = main.passive
            && self.lower(at + 1) == "by"
            && crate::words::is_one_of(word.as_str(), HEDGED_PREDICATES)
            && (at + 2..at + 9).any(|to| self.lower(to) == "to" && self.clauses.group_at(to).is_some());
        let to = self.leads_to_verb(at + 1) || impersonal || by;
        let whole = main.words.start..at + 1;
        let dated =
            DATED_PREDICATES.iter().any(|(known, before)| *known == word && before.contains(&self.lower(at + 1)));
        // "Was not going to resign", "is supposed to be quiet": what was meant, or is thought right.
        let meant = word == "looking" && self.lower(at + 1) == "forward"
            || word == "supposed"
            || word == "going" && main.words.clone().any(|at| is_past(self.lower(at)));
        let ahead = to && crate::words::is_one_of(word.as_str(), EXPECTED_PREDICATES) && !meant
            || dated && self.is_date(at + 2);
        // "It is likely to have friends": how it may be now.
        let state = word == "likely" && self.lower(at + 1) == "to" && self.lower(at + 2) == "have";
        // "Looks set to", "seems likely to"
        let seems = SEEMING.contains(&word.as_str());
        let almost = with_be && word == "certain" && self.lower(at - usize::from(at > 0)) == "almost";
        let ready = (matches!(word.as_str(), "look" | "looks")
            || seems && !matches!(self.lower(at + 3), "have" | "be"))
            && matches!(self.lower(at + 1), "set" | "likely" | "poised" | "bound" | "due" | "destined")
            && self.leads_to_verb(at + 2);
        if with_be && ahead {
            self.note(if state { Commitment::Hedged } else { Commitment::Expected }, whole);
        } else if with_be
            && (!getting || crate::grammar::groups::is_be(&head))
            && word == "to"
            // "One way could be to sell it"
            && !main.words.clone().any(|at| groups::is_modal(self.lower(at)))
            && self.clauses.words.tag(at + 1) != Tag::Determiner
            && !self.is_purpose(main, at)
        {
            self.note(Commitment::Expected, main.head..at + 1);
        } else if with_be
            && crate::words::is_one_of(word.as_str(), HEDGED_PREDICATES)
            && (to || head != word && !main.passive || self.is_feared(at))
            && !self.is_unknown(main, at)
            // "It is possible to repair it": what can be done.
            && !(word == "possible" && self.lower(at + 1) == "to")
            || seems && !ready && (to || self.seems_so(at) || self.seems_that(main))
            || with_be && word == "unlikely" && self.leads_to_verb(at + 1)
            // "Damage is estimated at ten million", "a vote is almost certain"; "is almost certain to fail" is a forecast
            || main.passive && word == "estimated" && self.lower(at + 1) == "at"
            || almost
        {
            self.note(if almost && to { Commitment::Expected } else { Commitment::Hedged }, whole);
        } else if matches!(word.as_str(), "look" | "looks" | "looked")
            && main.words.start > self.range.start
            && self.lower(main.words.start - 1) == "it"
            && (matches!(self.lower(at + 1), "like")
                || self.lower(at + 1) == "as" && matches!(self.lower(at + 2), "if" | "though"))
            && self.clauses.finite_in(at + 2..self.range.end)
            || matches!(word.as_str(), "wonder" | "wonders" | "wondered" | "wondering")
                && matches!(self.lower(at + 1), "if" | "whether")
        {
            self.note(Commitment::Hedged, main.head..at + 2);
        } else if ready {
            self.note(Commitment::Expected, main.head..at + 2);
        } else if to
            && crate::words::is_one_of(word.as_str(), INTENTIONS)
            && !main.passive
            && !self.is_settled(main, &word)
            && !self.is_given_up(main)
        {
            self.note(Commitment::Expected, whole);
        } else if !main.negated && denials::gainsays(self.clauses, self.range, main) {
            self.note(Commitment::Denied, main.head..main.head + 1);
        } else if with_be && !main.negated && denials::is_untrue(self.clauses, self.range, main, at) {
            self.note(Commitment::Denied, at..at + 1);
        } else if !main.negated && self.rules_out(main) {
            self.note(Commitment::Denied, main.head..main.head + 2);
        }
    }

    /// "Ten were feared dead", "is presumed lost".
    fn is_feared(&self, at: usize) -> bool {
        matches!(self.lower(at), "feared" | "presumed" | "believed" | "thought")
            && crate::words::is_one_of(
                self.lower(at + 1),
                "dead lost drowned killed missing trapped buried injured alive",
            )
    }

    /// "The cause is unknown", "its age was unclear": that nobody knows a thing is told flatly.
    fn is_unknown(&self, main: &VerbGroup, at: usize) -> bool {
        let open = crate::words::is_one_of(self.lower(at + 1), "whether if how who what why when where which that to");
        let it = main.words.start.checked_sub(1).is_some_and(|at| matches!(self.lower(at), "it" | "there"));
        matches!(self.lower(at), "unknown" | "unclear") && !open && !it
    }

    /// "The owners seem unable to pay": what a verb of seeming says of its subject.
    fn seems_so(&self, at: usize) -> bool {
        let next = (at + 1..at + 3).find(|&at| self.clauses.words.tag(at) != Tag::Adverb).unwrap_or(at + 1);
        let lost = self.lower(next).ends_with("ed") || matches!(self.lower(next), "lost" | "gone" | "dead" | "bound");
        self.range.contains(&next)
            && (self.clauses.words.tag(next) == Tag::Adjective || self.clauses.words.tag(next) == Tag::Verb && lost)
            && !crate::words::is_one_of(
                self.lower(next),
                "live alone naked first last online masked next same several many",
            )
    }

    /// "The sale should be completed in October": by a date what should come is expected. "I have no doubt we will": so is
    /// what somebody is sure of.
    pub(super) fn outlook(&mut self, main: &VerbGroup) {
        let due = main.words.clone().find(|&at| self.lower(at) == "should");
        let perfect = main.words.clone().any(|at| self.lower(at) == "have");
        let limit = self.range.end.min(main.words.end + 8);
        let dated = || {
            (main.words.end..limit).any(|at| {
                matches!(self.lower(at), "in" | "by" | "on" | "before" | "within") && self.is_date(at + 1)
                    || matches!(self.lower(at), "soon" | "tomorrow" | "next")
            })
        };
        if let Some(at) = due.filter(|_| !perfect && (main.passive || self.is_change(main)) && dated()) {
            self.note(Commitment::Expected, at..at + 1);
            return;
        }
        // "They think it likely that it will sink"
        let likely = main.words.end + 1;
        if crate::words::is_one_of(
            self.lower(main.head),
            "think thinks thought believe believes believed consider considered",
        ) && self.lower(likely - 1) == "it"
            && self.lower(likely) == "likely"
            && !main.negated
        {
            let ahead = (likely..self.range.end).any(|at| matches!(self.lower(at), "will" | "would"));
            self.note(if ahead { Commitment::Expected } else { Commitment::Hedged }, likely..likely + 1);
            return;
        }
        let sure = || {
            let doubt = (main.words.end..limit.min(main.words.end + 3))
                .find(|&at| self.lower(at) == "doubt" && self.lower(at - 1) == "no");
            let certain = (main.words.end..limit.min(main.words.end + 3)).find(|&at| {
                groups::is_be(self.lower(main.head))
                    && !main.negated
                    && matches!(
                        self.lower(at),
                        "confident" | "sure" | "certain" | "convinced" | "hopeful" | "optimistic"
                    )
            });
            // "am convinced", which reads like a passive
            let certain = certain.or_else(|| {
                (self.lower(main.head) == "convinced" && main.passive && !main.negated).then_some(main.head)
            });
            let thinks = crate::words::is_one_of(
                self.lower(main.head),
                "think thinks believe believes hope hopes trust guess expect expects mean means",
            ) || told_ahead(self.lower(main.head));
            doubt.or(certain).or((thinks && !main.negated && main.words.len() == 1).then_some(main.head))
        };
        // "I expect the meeting to be short"
        let expects = matches!(self.lower(main.head), "expect" | "expects") && !main.negated && !main.passive;
        let to = self.clauses.group_at(main.words.end).is_none().then(|| {
            (main.words.end + 1..limit).find_map(|at| {
                let group = self.clauses.group_at(at)?;
                (group.words.start == at).then_some(group)
            })
        });
        if to.flatten().is_some_and(|group| expects && group.form == Form::Infinitive) {
            self.note(Commitment::Expected, main.head..main.head + 1);
            return;
        }
        let Some(sure) = sure() else { return };
        // "Convinced that if they pay, it will hold": what is sure stands behind the condition.
        let under = (sure + 1..sure + 3).any(|at| self.lower(at) == "if");
        let behind = || (sure + 1..self.range.end).find(|&at| self.clauses.words.text(at) == ",");
        let sure = behind().filter(|_| under).unwrap_or(sure);
        // "Estimated that Norlines, whose ten boats sank, would close": behind what is told of it.
        let mark = |at: &usize| self.clauses.words.text(*at) == ",";
        let set_in = (sure + 1..limit).find(|at| mark(at) && matches!(self.lower(at + 1), "who" | "which" | "whose"));
        let closed = set_in.and_then(|open| (open + 2..self.range.end.min(open + 20)).find(mark));
        let sure = closed.unwrap_or(sure);
        let from = self.clauses.groups.partition_point(|group| group.words.start <= sure);
        let next = self.clauses.groups[from..].iter().find(|group| group.form == Form::Finite);
        let ahead = next.filter(|group| {
            group.words.end <= self.range.end
                && group.words.start <= sure + 10
                && (group.words.start > main.words.end || !told_ahead(self.lower(main.head)))
        });
        let will = ahead.and_then(|group| {
            // "He expected that it would fall"
            let told = self.lower(main.head).ends_with("ed") || matches!(self.lower(main.head), "forecast" | "foresaw");
            let ahead = |at: &usize| {
                let lower = self.lower(*at);
                matches!(lower, "will" | "'ll" | "wo" | "shall") || lower == "would" && told
            };
            group.words.clone().find(ahead)
        });
        let own = (sure + 1..will.unwrap_or(sure + 1))
            .all(|at| !crate::words::is_one_of(self.lower(at), "who which if when because what , ;"));
        if let Some(at) = will.filter(|_| own) {
            self.note(Commitment::Expected, at..at + 1);
        }
        // "That means they may sell"
        let may = ahead
            .filter(|_| matches!(self.lower(main.head), "mean" | "means"))
            .and_then(|group| group.words.clone().find(|&at| matches!(self.lower(at), "may" | "might" | "could")));
        if let Some(at) = may {
            self.note(Commitment::Hedged, at..at + 1);
        }
    }

    /// Whether a verb tells what comes to be: "should open in May".
    fn is_change(&self, main: &VerbGroup) -> bool {
        crate::words::is_one_of(
            self.lower(main.head),
            "open begin start end close arrive finish come resume return happen",
        )
    }

    /// "Its aim is to", "it is too soon to": neither tells what is yet to come.
    fn is_purpose(&self, main: &VerbGroup, to: usize) -> bool {
        let early = (main.words.end..to).any(|at| matches!(self.lower(at), "too" | "soon" | "early" | "enough"));
        let noun = (self.range.start..main.words.start).rev().take(16).any(|at| {
            crate::words::is_one_of(
                self.lower(at),
                "aim hope hopes dream dreams goals aims tasks priorities options goal purpose task job role point \
                 idea mission strategy policy ambition objective priority way choice alternative option trick effort \
                 part answer solution key position stance approach",
            )
        });
        early || noun
    }

    /// "Has agreed to": that it was agreed is told as done.
    fn is_settled(&self, main: &VerbGroup, word: &str) -> bool {
        matches!(word, "agreed" | "threatened") && !main.words.clone().any(|at| groups::is_modal(self.lower(at)))
    }

    /// "Ruled out that the mill burned", "ruled out any link": that something is so, rather than a step or a cause.
    fn rules_out(&self, main: &VerbGroup) -> bool {
        let out = main.head + 2;
        let link = || {
            (out..out + 3).any(|at| {
                matches!(self.lower(at), "link" | "links" | "involvement" | "connection" | "connections" | "wrongdoing")
            })
        };
        self.rules(main) && (self.lower(out) == "that" || link())
    }

    pub(super) fn rules(&self, main: &VerbGroup) -> bool {
        matches!(self.lower(main.head), "rule" | "ruled" | "rules") && self.lower(main.head + 1) == "out"
    }

    /// Whether a date begins at `at`: "5 May", "May", "Friday", "2031", "next week".
    pub(super) fn is_date(&self, at: usize) -> bool {
        let name = |at: usize| calendar::month(self.lower(at)).is_some() || calendar::weekday(self.lower(at)).is_some();
        let number = self.lower(at).parse::<u32>();
        crate::words::is_one_of(self.lower(at), "next this early late mid spring summer autumn winter")
            || name(at)
            || number.is_ok_and(|number| name(at + 1) || (1900..2100).contains(&number))
    }

    /// Whether "to" and a verb follow at `at`, adverbs aside.
    fn leads_to_verb(&self, at: usize) -> bool {
        // "vowed not to sell"
        let stays = |at: &usize| self.clauses.words.tag(*at) != Tag::Adverb && !super::is_negation(self.lower(*at));
        let next = (at..at + 3).find(stays).unwrap_or(at);
        self.lower(next) == "to" && self.clauses.words.tag(next + 1) != Tag::Determiner
    }
}

/// Whether a verb tells what somebody estimates or forecasts: "estimated that it would".
fn told_ahead(lower: &str) -> bool {
    cues::verb(lower).is_some_and(|cue| {
        crate::words::is_one_of(cue.lemma, "estimate predict forecast project expect foresee anticipate indicate")
    })
}
