//! What a later report tells of what was expected.

use std::collections::BTreeSet;

use model::{Commitment, Outcome, Polarity, Span, Tense, When};

use super::ahead;
use crate::findings::Findings;
use crate::ground::frame::{Frame, term};
use crate::ground::lexicon;
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{folded, stem, words};

/// How sure it is that a later statement tells the very thing that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Told {
    /// It may: the expectation is then not called open, nor settled.
    Perhaps,
    /// It does.
    Surely,
}

/// What one statement expects, without when it is due.
pub(super) struct Matter {
    place: Place,
    frame: Frame,
    verb: Option<String>,
    /// Whether its verb alone says little: "hold a hearing".
    light: bool,
    /// Terms of the verbs by which the same may be told.
    kin: BTreeSet<String>,
    /// Who and what takes part, as entities.
    names: BTreeSet<u32>,
}

/// Verbs by which one thing may be told in other words: who is to dismantle something is later said to have destroyed it.
const KIN: &[&str] = &[
    "dismantle destroy demolish raze shut close explode scrap disable remove",
    "release free return leave",
    "visit travel arrive fly land tour meet",
    "start begin resume reopen open launch",
    "vote approve pass reject adopt block",
    "speak address announce unveil present deliver outline propose introduce",
    "send deploy dispatch deliver arrive",
    "sign agree conclude reach",
    "sell buy acquire purchase order",
    "testify appear answer",
];

/// Verbs that say little without what they have behind them, as families or stems.
const LIGHT: &[&str] = &["hold", "speak", "supply", "make", "give", "take", "conduct", "host", "show", "announc"];

impl Matter {
    pub(super) fn new(findings: &Findings<'_>, place: Place) -> Self {
        let reports = &findings.reports;
        let due = reports.statement(place).time_span;
        let frame = Frame::new(reports, place, due.as_slice());
        let verb = ahead::event_verb(reports, place);
        let light = verb.as_ref().is_none_or(|verb| LIGHT.contains(&verb.as_str()));
        let of_one = |list: &&&str| {
            let terms = list.split_whitespace().map(term);
            verb.as_ref().is_some_and(|verb| terms.into_iter().any(|known| known == *verb))
        };
        let kin = model::order::gather(KIN.iter().filter(of_one).flat_map(|list| list.split_whitespace().map(term)));
        Self { place, frame, verb, light, kin, names: names(findings, place) }
    }

    /// Whether a statement has a verb by which it may be told in other words.
    pub(super) fn is_kin(&self, findings: &Findings<'_>, place: Place) -> bool {
        let frame = Frame::new(&findings.reports, place, &[]);
        self.kin.iter().any(|verb| Some(verb) != self.verb.as_ref() && frame.has(verb))
    }

    /// Whether a statement names somebody who takes part, or has its verb or one by which it may be told in other words.
    pub(super) fn has_doer_or_verb_of(&self, findings: &Findings<'_>, place: Place) -> bool {
        let frame = Frame::new(&findings.reports, place, &[]);
        self.verb.as_ref().is_some_and(|verb| frame.has(verb))
            || self.kin.iter().any(|verb| frame.has(verb))
            || names(findings, place).intersection(&self.names).count() > 0
    }

    /// Whether the statement at `place`, which expects something by the same verb, expects the same: those who take part are the
    /// same, or most of its words.
    pub(super) fn is_told_by(&self, findings: &Findings<'_>, place: Place) -> bool {
        let told = self.told(findings, place, false);
        let named = names(findings, place).intersection(&self.names).count() > 0;
        told == Some(Told::Surely) || told == Some(Told::Perhaps) && named
    }

    /// Whether the statement at `place` of the very same report tells it as done, as a headline does in the present.
    pub(super) fn is_told_beside(&self, findings: &Findings<'_>, place: Place) -> bool {
        let statement = findings.reports.statement(place);
        let done = statement.clause.as_ref().is_some_and(|clause| match clause.tense {
            Tense::Past | Tense::Perfect => true,
            Tense::Present => place.statement == 0,
            Tense::Future | Tense::Modal => false,
        });
        done && matches!(statement.commitment, Commitment::Asserted | Commitment::Attributed)
            && statement.polarity == Polarity::Affirmed
            && self.told(findings, place, false) == Some(Told::Surely)
    }

    /// What the statement at `place` of a later report tells of it, if anything.
    pub(super) fn outcome(&self, findings: &Findings<'_>, place: Place) -> Option<(Outcome, Told)> {
        let reports = &findings.reports;
        if !is_later(reports, self.place, place) {
            return None;
        }
        let statement = reports.statement(place);
        let text = reports.words_of(place).to_lowercase();
        if statement.polarity == Polarity::Affirmed && is_moved(reports, place, &text) {
            return Some((Outcome::Moved, self.told(findings, place, true)?));
        }
        let told = self.told(findings, place, false)?;
        let said = reports.published(self.place.document);
        let earlier = statement.time.as_ref().and_then(|t| t.last).zip(said).is_some_and(|(t, said)| t < said);
        let due = reports.statement(self.place).time.as_ref();
        // What came later than it was due came all the same; what came before may be another of its kind.
        let first = |when: &When| when.first.or(when.last);
        let other_day = due.zip(statement.time.as_ref()).is_some_and(|(due, then)| {
            !due.meets(then) && first(due).zip(then.last).is_some_and(|(due, then)| then < due)
        });
        let past = statement.clause.as_ref().is_none_or(|clause| {
            matches!(clause.tense, Tense::Past | Tense::Perfect) || clause.tense == Tense::Present
        });
        match (statement.commitment, statement.polarity) {
            (Commitment::Hedged | Commitment::Expected, _) => None,
            _ if earlier || !past => None,
            (Commitment::Denied, _) | (_, Polarity::Negated) => {
                let denied = self.is_denied(&text);
                denied.then_some((Outcome::Denied, told))
            }
            // It came, but perhaps another time: then that settles nothing, and neither is it open.
            _ => Some((Outcome::Happened, if other_day { Told::Perhaps } else { told })),
        }
    }

    /// How sure it is that a statement speaks of the matter: surely, where it names what happens and three quarters of all
    /// that is expected (what was `moved` is named by that, and by two thirds); perhaps, where it names half, or where the
    /// same people do the same.
    fn told(&self, findings: &Findings<'_>, place: Place, moved: bool) -> Option<Told> {
        let frame = Frame::new(&findings.reports, place, &[]);
        let beside =
            ["plan", "expect", "promise", "attend", "schedule"].iter().filter(|word| self.frame.has(word)).count();
        let wanted = self.frame.len() - beside;
        let shared = self.frame.shared(&frame).min(wanted);
        let verb = self.verb.as_ref().is_none_or(|verb| frame.has(verb));
        if verb && shared >= 2 && shared * 4 >= wanted * 3 || moved && shared >= 2 && shared * 3 >= wanted * 2 {
            Some(Told::Surely)
        } else {
            // In other words: the same is done, or held, by the same, who are two or share what it is about.
            let names = names(findings, place).intersection(&self.names).count();
            let same = self.verb.as_ref().is_some_and(|verb| frame.has(verb));
            let other_words =
                same && (names >= 2 || names >= 1 && shared >= 3) || self.light && names >= 1 && shared >= 3;
            // "Will be dismantled", "was destroyed".
            let kin = self.kin.iter().any(|verb| Some(verb) != self.verb.as_ref() && frame.has(verb))
                && shared >= 2
                && (names >= 1 || shared >= 3);
            (shared >= 2 && shared * 5 >= wanted * 2 || other_words || kin).then_some(Told::Perhaps)
        }
    }

    /// Whether a word of denial stands right before a word for the expected event: "was not signed", but not "no date for
    /// the signing".
    fn is_denied(&self, text: &str) -> bool {
        let event = |word: &str| {
            let stem = stem(&folded(word));
            let term = lexicon::family(&stem).map_or(stem, str::to_owned);
            self.verb.as_ref().map_or_else(|| self.frame.has(&term), |verb| *verb == term)
        };
        let found = words(text);
        found.iter().enumerate().any(|(at, word)| {
            let denial = NOT.contains(&word.text) || word.text.ends_with("n't") || word.text.ends_with("n’t");
            denial && found[at + 1..].iter().take(3).any(|w| event(w.text))
        })
    }
}

/// Who and what takes part in a statement, as entities.
fn names(findings: &Findings<'_>, place: Place) -> BTreeSet<u32> {
    let participants = &findings.reports.statement(place).participants;
    model::order::gather(participants.iter().filter_map(|mention| findings.entities.find(&mention.name)))
}

/// Whether a statement stands in a report of a later day.
pub(super) fn is_later(reports: &Reports<'_>, first: Place, then: Place) -> bool {
    let days = reports.published(first.document).zip(reports.published(then.document));
    days.is_some_and(|(a, b)| a < b)
}

/// Words that say that something was put off, or brought forward.
const MOVED: &[&str] = &["postpon", "reschedul", "put off", "pushed back", "deferred", "brought forward", "delayed"];

/// Verbs that say so only before a date: "moved to October".
const MOVED_TO: &[&str] = &["moved", "moves", "shifted", "shifts", "changed", "changes", "pushed", "brought"];

/// Words of denial that stand before what did not happen.
const NOT: &[&str] = &["not", "never", "without", "no", "cancelled", "canceled", "failed"];

/// Whether a statement, `text` in lower case, gives something another date.
fn is_moved(reports: &Reports<'_>, place: Place, text: &str) -> bool {
    let statement = reports.statement(place);
    let to_date = || {
        let date = statement.time_span.filter(|date| date.start >= statement.span.start)?;
        let before = reports.cut(place.document, Span::new(statement.span.start, date.start)).to_lowercase();
        let found = words(&before);
        let (to, rest) = found.split_last()?;
        Some(to.text == "to" && rest.iter().any(|w| MOVED_TO.contains(&w.text)))
    };
    MOVED.iter().any(|cue| text.contains(cue)) || to_date() == Some(true)
}
