//! How far a clause commits itself, read from the words around its verb.

mod conditions;
mod denial_words;
mod denials;
mod effects;
mod forecasts;
mod lexicon;
mod negation;
mod predicates;
mod refusals;
mod scopes;

use std::ops::Range;

use model::{Commitment, Polarity};

use crate::{
    grammar::{VerbGroup, phrases::Clauses},
    tags::Tag,
    words::Words,
};
pub(crate) use denials::{can_deny, denies};
use lexicon::{CONFIRMED, HEDGES, HEDGING_NOUNS, UNSURE};
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
            reader.forecast(main);
            reader.outlook(main);
            reader.disbelief(main);
            reader.negation(main);
        }
        None => reader.headline_future(),
    }
    reader.plans(main);
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

/// Whether "would have" is all that hedges a clause: as seen from what somebody tells, what was to come, or might have.
pub(crate) fn would_have_alone(words: &Words<'_>, read: &Reading, range: &Range<usize>) -> bool {
    read.commitment == Commitment::Hedged
        && would_alone(words, read)
        && !range.clone().any(|at| {
            // "had the owners asked": a condition as well.
            let turned = matches!(words.lower(at), "had" | "were")
                && matches!(words.tag(at + 1), Tag::Determiner | Tag::Proper | Tag::Pronoun);
            turned || matches!(words.lower(at), "if" | "unless" | "otherwise")
        })
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

    /// A word of the sentence, also outside of the clause.
    fn lower_anywhere(&self, at: usize) -> &str {
        self.clauses.words.lower(at)
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
        let found: Vec<usize> = near.filter(|&at| crate::words::is_one_of(self.lower(at), HEDGES)).collect();
        for at in found {
            self.note(Commitment::Hedged, at..at + 1);
        }
        // "Almost certainly would have left"
        let nearly = (verb.start.saturating_sub(1)..verb.end)
            .find(|&at| self.lower(at) == "certainly" && at > first && self.lower(at - 1) == "almost");
        if let Some(at) = nearly {
            self.note(Commitment::Hedged, at - 1..at + 1);
        }
        // "Given the fog, perhaps the boat was late": behind what opens the sentence.
        let opened = (verb.start.saturating_sub(6).max(first + 2)..verb.start).find(|&at| {
            matches!(self.lower(at), "perhaps" | "maybe" | "reportedly" | "allegedly" | "apparently" | "presumably")
                && matches!(self.clauses.words.text(at - 1), "," | "—" | "–")
        });
        if let Some(at) = opened {
            self.note(Commitment::Hedged, at..at + 1);
        }
        // "The owners' doubts apparently cut the sale": where the verb behind is taken for a noun.
        if main.is_none() {
            let aside = (first..self.range.end.min(first + 12)).find(|&at| {
                matches!(self.lower(at), "reportedly" | "allegedly" | "apparently" | "presumably" | "supposedly")
            });
            if let Some(at) = aside {
                self.note(Commitment::Hedged, at..at + 1);
            }
        }
        // "It is possible that", "First, it is unlikely that", "There were rumours of": an expletive.
        let expletive = main.is_some_and(|main| self.is_expletive(main)) || matches!(self.lower(first), "it" | "there");
        if expletive {
            let limit = self.range.end.min(verb.end + 4);
            let found = (verb.end..limit).find(|&at| {
                // "It is possible to repair it": what can be done.
                if self.lower(at) == "possible" && self.lower(at + 1) == "to" {
                    return false;
                }
                // "There had been speculation and talk": a thing that was, and not what it says.
                HEDGING_NOUNS.contains(&self.lower(at))
                    && self.clauses.words.tag(at + 1) != Tag::Punctuation
                    && self.lower(at + 1) != "and"
                    || crate::words::is_one_of(self.lower(at), UNSURE)
                    || self.is_hard_to_see(at)
                        && !main.is_some_and(|main| main.words.clone().any(|at| is_past(self.lower(at))))
                    || self.is_chance(at)
            });
            if let Some(at) = found {
                self.note(Commitment::Hedged, at..at + 1);
            }
        }
        // "By far the least likely option, the owners yield": one of several ways it may go.
        let supposed = (first..verb.start.min(first + 12)).find(|&at| {
            matches!(self.lower(at), "option" | "scenario" | "possibility" | "outcome")
                && self.clauses.words.text(at + 1) == ","
        });
        if let Some(at) = supposed {
            self.note(Commitment::Hedged, at..at + 1);
        }
        // "Rumours of a sale spread", "Unconfirmed reports".
        let subject = first..verb.start.min(first + 3);
        if let Some(at) = subject.into_iter().find(|&at| {
            HEDGING_NOUNS.contains(&self.lower(at)) || matches!(self.lower(at), "unconfirmed" | "unverified")
        }) {
            self.note(Commitment::Hedged, at..at + 1);
        }
    }

    /// Whether "it" or "there" stands right before the verb.
    fn is_expletive(&self, main: &VerbGroup) -> bool {
        main.words.start.checked_sub(1).is_some_and(|at| matches!(self.lower(at), "it" | "there"))
    }

    /// "There is a chance that it left".
    fn is_chance(&self, at: usize) -> bool {
        let none = self.clauses.words.lower(at - 1) == "no" || matches!(self.lower(at - 1), "little" | "'s");
        matches!(self.lower(at), "chance" | "possibility" | "likelihood" | "probability")
            && self.lower(at + 1) == "that"
            && !none
    }

    /// "It is hard to imagine": what one can hardly believe.
    fn is_hard_to_see(&self, at: usize) -> bool {
        matches!(self.lower(at), "hard" | "difficult")
            && self.lower(at + 1) == "to"
            && matches!(self.lower(at + 2), "imagine" | "see" | "believe")
    }

    /// "It is not clear who", "it was n't evident what": whether it is so stays open.
    fn leaves_open(&self, main: &VerbGroup) -> Option<usize> {
        let limit = self.range.end.min(main.words.end + 4);
        let open = (main.words.end..limit)
            .find(|&at| matches!(self.lower(at), "clear" | "evident" | "certain" | "obvious" | "sure" | "apparent"))?;
        let not = (main.words.start..open).any(|at| is_negation(self.lower(at)));
        (not && self.is_expletive(main)).then_some(open)
    }

    /// Modal verbs.
    fn auxiliaries(&mut self, main: &VerbGroup) {
        // "The lamps could be seen", "we could hear them": what somebody saw or heard.
        if crate::words::is_one_of(
            self.lower(main.head),
            "see hear feel smell seen heard felt smelled smelt spotted glimpsed",
        ) && main.words.clone().any(|at| self.lower(at) == "could")
            && !main.words.clone().any(|at| self.lower(at) == "have")
        {
            return;
        }
        // "Would not say", "could not find": what somebody refused, or did not manage.
        if self.is_refusal(main) || self.is_failure(main) || self.is_granted(main) {
            return;
        }
        for at in main.words.clone() {
            let commitment = match self.lower(at) {
                "will" | "'ll" | "wo" | "shall" => Commitment::Expected,
                // "they'd had a row": had.
                "'d" if crate::words::is_one_of(self.lower(main.head), "had been gone done seen taken come")
                    || self.lower(main.head).ends_with("ed") =>
                {
                    continue;
                }
                "would" | "'d" if at != main.head => self.reported_future(main),
                "may" if self.is_permission(main) => continue,
                "could" | "may" | "might" => Commitment::Hedged,
                _ => continue,
            };
            self.note(commitment, at..at + 1);
        }
    }

    fn finish(mut self) -> Reading {
        let commitment = self.found.iter().map(|(commitment, _)| *commitment).max().unwrap_or(Commitment::Asserted);
        self.found.retain(|(found, _)| *found == commitment);
        let mut cues: Vec<Range<usize>> = self.found.into_iter().map(|(_, words)| words).collect();
        model::order::sort_by_key(&mut cues, |cue| (cue.start, cue.end));
        cues.dedup();
        let polarity = if self.negated { Polarity::Negated } else { Polarity::Affirmed };
        Reading { commitment, polarity, cues }
    }
}
