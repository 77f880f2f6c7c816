//! How far a clause commits itself, read from the words around its verb.

mod conditions;
mod denials;
mod effects;
mod lexicon;
mod scopes;

use std::ops::Range;

use model::{Commitment, Polarity, calendar};

use crate::{
    grammar::{Form, VerbGroup, groups, phrases::Clauses},
    tags::Tag,
    words::Words,
};
pub(crate) use denials::{can_deny, denies};
use lexicon::{
    CONFIRMED, DATED_PREDICATES, EXPECTED_PREDICATES, HEDGED_PREDICATES, HEDGES, HEDGING_NOUNS, INTENTIONS, SEEMING,
};
pub(crate) use lexicon::{is_act, plans, speaks};
pub(crate) use scopes::Scope;

/// What the words of a clause tell of its commitment, attributions aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The furthest from plain assertion.
    pub(crate) commitment: Commitment,
    /// Whether its main verb is negated.
    pub(crate) polarity: Polarity,
    /// The words that decide it, as ranges of words, in order.
    pub(crate) cues: Vec<Range<usize>>,
}

/// Reads the commitment of the clause `range`, whose main verb group is `main`.
pub(crate) fn read(clauses: &Clauses<'_>, range: &Range<usize>, main: Option<&VerbGroup>) -> Reading {
    let mut reader = Reader { clauses, range, found: Vec::new(), negated: false };
    reader.adverbs(main);
    match main {
        Some(main) => {
            reader.auxiliaries(main);
            reader.predicate(main);
            reader.negation(main);
        }
        None => reader.headline_future(),
    }
    reader.condition(main);
    reader.finish()
}

/// What a sentence says of each of its clauses.
pub(crate) fn scopes(clauses: &Clauses<'_>, question: bool) -> Vec<Scope> {
    scopes::find(clauses, question)
}

fn is_past(lower: &str) -> bool {
    matches!(lower, "was" | "were")
}

fn is_negation(lower: &str) -> bool {
    matches!(lower, "not" | "n't" | "'t" | "never")
}

/// What a clause tells of its commitment where somebody denies it with the verb `cue`.
pub(crate) fn denied(read: &Reading, cue: usize) -> Reading {
    let polarity = match read.polarity {
        Polarity::Affirmed => Polarity::Negated,
        Polarity::Negated => Polarity::Affirmed,
    };
    Reading { commitment: Commitment::Denied, polarity, cues: std::iter::once(cue..cue + 1).collect() }
}

/// Whether "would" is all that makes a clause expected.
pub(crate) fn would_alone(words: &Words<'_>, read: &Reading) -> bool {
    !read.cues.is_empty()
        && read.cues.iter().all(|cue| cue.len() == 1 && matches!(words.lower(cue.start), "would" | "'d"))
}

/// Whether a verb group says that something is not confirmed.
pub(crate) fn is_unconfirmed(words: &Words<'_>, main: &VerbGroup) -> bool {
    main.passive && main.negated && CONFIRMED.contains(&words.lower(main.head))
}

struct Reader<'a, 'b> {
    clauses: &'a Clauses<'b>,
    range: &'a Range<usize>,
    found: Vec<(Commitment, Range<usize>)>,
    negated: bool,
}

impl Reader<'_, '_> {
    fn lower(&self, at: usize) -> &str {
        if self.range.contains(&at) { self.clauses.words.lower(at) } else { "" }
    }

    fn note(&mut self, commitment: Commitment, words: Range<usize>) {
        self.found.push((commitment, words));
    }

    /// Hedging adverbs of the whole clause: before its subject, or beside its verb.
    fn adverbs(&mut self, main: Option<&VerbGroup>) {
        let verb = main.map_or(self.range.start..self.range.end.min(self.range.start + 12), |main| main.words.clone());
        let first = self.range.start;
        let near =
            (first..self.range.end.min(first + 2)).chain(verb.start.max(first)..(verb.end + 1).min(self.range.end));
        let found: Vec<usize> = near.filter(|&at| HEDGES.contains(&self.lower(at))).collect();
        for at in found {
            self.note(Commitment::Hedged, at..at + 1);
        }
        // "It is possible that", "There were rumours of": where the clause begins with an expletive.
        if matches!(self.lower(first), "it" | "there") {
            let limit = self.range.end.min(verb.end + 4);
            let found = (verb.end..limit).find(|&at| {
                HEDGING_NOUNS.contains(&self.lower(at)) || matches!(self.lower(at), "possible" | "unclear" | "likely")
            });
            if let Some(at) = found {
                self.note(Commitment::Hedged, at..at + 1);
            }
        }
        // "Rumours of a sale spread", "Unconfirmed reports".
        let subject = first..verb.start.min(first + 3);
        if let Some(at) = subject.into_iter().find(|&at| {
            HEDGING_NOUNS.contains(&self.lower(at)) || matches!(self.lower(at), "unconfirmed" | "unverified")
        }) {
            self.note(Commitment::Hedged, at..at + 1);
        }
    }

    /// Modal verbs.
    fn auxiliaries(&mut self, main: &VerbGroup) {
        for at in main.words.clone() {
            let commitment = match self.lower(at) {
                "will" | "'ll" | "wo" | "shall" => Commitment::Expected,
                "would" | "'d" if at != main.head => self.reported_future(main),
                "could" | "may" | "might" => Commitment::Hedged,
                _ => continue,
            };
            self.note(commitment, at..at + 1);
        }
    }

    /// "Harbour to close in May", as headlines tell what is to come. An infinitive that a noun asks for ("plan to close")
    /// is none.
    fn headline_future(&mut self) {
        const TAKE_INFINITIVES: &[&str] = &[
            "plan",
            "plans",
            "effort",
            "efforts",
            "attempt",
            "attempts",
            "bid",
            "bids",
            "move",
            "moves",
            "call",
            "calls",
            "right",
            "way",
            "ways",
            "chance",
            "ability",
            "decision",
            "refusal",
            "need",
            "failure",
            "offer",
            "pressure",
            "time",
            "place",
            "permission",
            "reason",
            "reasons",
            "power",
            "duty",
            "how",
            "what",
        ];
        let from = self.clauses.groups.partition_point(|group| group.words.start < self.range.start);
        let first = self.clauses.groups[from..].iter().take_while(|group| group.words.end <= self.range.end).next();
        let Some(first) = first.filter(|group| group.form == Form::Infinitive && group.words.start > self.range.start)
        else {
            return;
        };
        let before = first.words.start - 1;
        if matches!(self.clauses.words.tag(before), Tag::Noun | Tag::Proper)
            && !TAKE_INFINITIVES.contains(&self.lower(before))
        {
            self.note(Commitment::Expected, first.words.start..first.words.start + 1);
        }
    }

    /// "Would" tells the future as seen from the past, unless a condition stands beside it.
    fn reported_future(&self, main: &VerbGroup) -> Commitment {
        // "She would often read", "the door would not open": how it was.
        let habit = main.words.clone().chain(main.words.end..main.words.end + 1).any(|at| {
            matches!(self.lower(at), "often" | "always" | "sometimes" | "usually" | "frequently" | "regularly")
        });
        let daily = self.range.clone().any(|at| matches!(self.lower(at), "every" | "each"));
        let wish = matches!(self.lower(main.head), "like" | "love" | "prefer" | "rather");
        if habit || daily || wish {
            return Commitment::Asserted;
        }
        let conditional = self.range.clone().any(|at| matches!(self.lower(at), "if" | "unless"));
        let perfect = main.words.clone().any(|at| self.lower(at) == "have");
        if conditional || perfect { Commitment::Hedged } else { Commitment::Expected }
    }

    /// "Is expected to", "plans to", "appears to", "denied".
    fn predicate(&mut self, main: &VerbGroup) {
        let head = self.lower(main.head).to_owned();
        // "are getting ready to"
        let getting = matches!(head.as_str(), "get" | "gets" | "getting" | "got");
        let (at, word) = if crate::grammar::groups::is_be(&head) || getting {
            let after = (main.words.end..main.words.end + 3).find(|&at| self.clauses.words.tag(at) != Tag::Adverb);
            (after.unwrap_or(main.words.end), self.lower(after.unwrap_or(main.words.end)).to_owned())
        } else {
            (main.head, head.clone())
        };
        let with_be = crate::grammar::groups::is_be(&head)
            || getting
            || main.words.clone().any(|at| crate::grammar::groups::is_be(self.lower(at)));
        // "It is believed that", "It is believed the boat left"
        let bare = HEDGED_PREDICATES.contains(&word.as_str())
            && main.passive
            && matches!(
                self.clauses.words.tag(at + 1),
                Tag::Determiner | Tag::Pronoun | Tag::Proper | Tag::Noun | Tag::Number
            );
        let impersonal = main.words.start > self.range.start
            && self.lower(main.words.start - 1) == "it"
            && (self.lower(at + 1) == "that" || bare);
        let to = self.leads_to_verb(at + 1) || impersonal;
        let whole = main.words.start..at + 1;
        let dated =
            DATED_PREDICATES.iter().any(|(known, before)| *known == word && before.contains(&self.lower(at + 1)));
        // "Was not going to resign", "is supposed to be quiet": what was meant, or is thought right.
        let meant = word == "supposed" || word == "going" && main.words.clone().any(|at| is_past(self.lower(at)));
        let ahead = to && EXPECTED_PREDICATES.contains(&word.as_str()) && !meant || dated && self.is_date(at + 2);
        if with_be && ahead {
            self.note(Commitment::Expected, whole);
        } else if with_be
            && (!getting || crate::grammar::groups::is_be(&head))
            && word == "to"
            && self.clauses.words.tag(at + 1) != Tag::Determiner
            && !self.is_purpose(main, at)
        {
            self.note(Commitment::Expected, main.head..at + 1);
        } else if with_be && HEDGED_PREDICATES.contains(&word.as_str()) && (to || head != word && !main.passive)
            || to && SEEMING.contains(&word.as_str())
        {
            self.note(Commitment::Hedged, whole);
        } else if to && INTENTIONS.contains(&word.as_str()) && !main.passive && !self.is_settled(main, &word) {
            self.note(Commitment::Expected, whole);
        } else if !main.negated && denials::gainsays(self.clauses, self.range, main) {
            self.note(Commitment::Denied, main.head..main.head + 1);
        } else if with_be && !main.negated && denials::is_untrue(self.clauses, self.range, main, at) {
            self.note(Commitment::Denied, at..at + 1);
        } else if !main.negated && self.rules_out(main) {
            self.note(Commitment::Denied, main.head..main.head + 2);
        }
    }

    /// "Its aim is to", "it is too soon to": neither tells what is yet to come.
    fn is_purpose(&self, main: &VerbGroup, to: usize) -> bool {
        let early = (main.words.end..to).any(|at| matches!(self.lower(at), "too" | "soon" | "early" | "enough"));
        let noun = (self.range.start..main.words.start).rev().take(8).any(|at| {
            matches!(
                self.lower(at),
                "aim"
                    | "goal"
                    | "purpose"
                    | "task"
                    | "job"
                    | "role"
                    | "point"
                    | "idea"
                    | "mission"
                    | "strategy"
                    | "policy"
                    | "ambition"
                    | "objective"
                    | "priority"
                    | "way"
                    | "choice"
                    | "alternative"
                    | "option"
                    | "trick"
                    | "effort"
                    | "part"
            )
        });
        early || noun
    }

    /// "Has agreed to": that it was agreed is told as done.
    fn is_settled(&self, main: &VerbGroup, word: &str) -> bool {
        word == "agreed" && !main.words.clone().any(|at| groups::is_modal(self.lower(at)))
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

    fn rules(&self, main: &VerbGroup) -> bool {
        matches!(self.lower(main.head), "rule" | "ruled" | "rules") && self.lower(main.head + 1) == "out"
    }

    /// Whether a date begins at `at`: "5 May", "May", "Friday", "2031", "next week".
    fn is_date(&self, at: usize) -> bool {
        let name = |at: usize| calendar::month(self.lower(at)).is_some() || calendar::weekday(self.lower(at)).is_some();
        let number = self.lower(at).parse::<u32>();
        matches!(self.lower(at), "next" | "this" | "early" | "late" | "mid" | "spring" | "summer" | "autumn" | "winter")
            || name(at)
            || number.is_ok_and(|number| name(at + 1) || (1900..2100).contains(&number))
    }

    /// Whether "to" and a verb follow at `at`, adverbs aside.
    fn leads_to_verb(&self, at: usize) -> bool {
        let next = (at..at + 3).find(|&at| self.clauses.words.tag(at) != Tag::Adverb).unwrap_or(at);
        self.lower(next) == "to" && self.clauses.words.tag(next + 1) != Tag::Determiner
    }

    /// "Not" and "never" in the verb group, "no" and "nobody" as its subject or right after it.
    fn negation(&mut self, main: &VerbGroup) {
        let words = main.words.clone().find(|&at| matches!(self.lower(at), "not" | "n't" | "'t" | "never"));
        let subject = || {
            (self.range.start..main.words.start).rev().take(14).find(|&at| {
                let lower = self.lower(at);
                let nothing = matches!(lower, "nobody" | "nothing" | "none" | "neither" | "nor");
                let no =
                    lower == "no" && (at == self.range.start || self.clauses.words.tag(at - 1) != Tag::Preposition);
                nothing || no
            })
        };
        let after = || {
            let next = main.words.end;
            let be = crate::grammar::groups::is_be(self.lower(main.head));
            (next..next + 2)
                .find(|&at| self.lower(at) == "not" && be || self.lower(at) == "no" && (be || at == next))
                .or_else(|| (self.lower(next) == "nothing" || self.lower(next) == "nobody").then_some(next))
        };
        let Some(at) = words.or_else(subject).or_else(after) else { return };
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
                matches!(
                    next,
                    "doubt" | "sooner" | "." | "less" | "longer" | "wonder" | "question" | "fewer" | "matter"
                ) && next != "longer"
            }
            "nobody" | "nothing" | "none" => matches!(next, "but" | "except" | "short" | "less"),
            _ => false,
        };
        let after = main.words.end..(main.words.end + 3).min(self.range.end);
        let negative = |word: &str| {
            word.len() > 4
                && (word.starts_with("un")
                    && !matches!(word, "under" | "until" | "united" | "union" | "unit" | "units" | "uniform"))
                && word.ends_with("ed")
        };
        let doubled = denials::gainsays(self.clauses, self.range, main)
            || matches!(head, "doubt" | "exclude" | "fail" | "failed" | "prevent" | "stop" | "lack")
            || self.rules(main)
            || after.clone().any(|at| negative(self.lower(at)))
            || (main.words.end..self.range.end.min(main.words.end + 12)).any(|at| self.lower(at) == "without");
        // "does not allow the town to exclude the pilots"
        let lets = matches!(head, "allow" | "permit" | "let" | "entitle")
            && (main.words.end..self.range.end.min(main.words.end + 8)).any(|at| {
                matches!(
                    self.lower(at),
                    "exclude" | "deny" | "refuse" | "reject" | "ban" | "block" | "bar" | "prevent" | "stop"
                ) && self.lower(at - 1) == "to"
            });
        let turned = main.negated && (doubled || lets);
        idle || turned
    }

    fn finish(mut self) -> Reading {
        let commitment = self.found.iter().map(|(commitment, _)| *commitment).max().unwrap_or(Commitment::Asserted);
        self.found.retain(|(found, _)| *found == commitment);
        let mut cues: Vec<Range<usize>> = self.found.into_iter().map(|(_, words)| words).collect();
        cues.sort_by_key(|cue| (cue.start, cue.end));
        cues.dedup();
        let polarity = if self.negated { Polarity::Negated } else { Polarity::Affirmed };
        Reading { commitment, polarity, cues }
    }
}
