//! One expression at a place: the longest that any rule reads.

mod clock;
mod dates;
mod durations;
mod figures;
mod holidays;
mod pairs;
mod relative;
mod sets;
mod units;
mod years;

use crate::times::calendar::units::{Edge, Unit};
use crate::times::lexing::cursor::{Cursor, Parsed};
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::{Anchor, Date, Found, Meaning, Vague};

/// All expressions of a text, in order, none overlapping another.
pub(in crate::times) fn expressions(c: &Cursor) -> Vec<Found> {
    let mut all = Vec::new();
    let mut i = 0;
    while i < c.tokens.len() {
        match expression(c, i).filter(|&(_, end)| end > i) {
            Some((meaning, end)) => {
                all.push(Found { first: i, end, meaning });
                pairs::complete(c, &mut all);
                i = all.last().map_or(end, |found| found.end);
            }
            None => i += 1,
        }
    }
    all
}

/// The longest expression that begins here; of two that are equally long, the one of the earlier rule.
fn expression(c: &Cursor, i: usize) -> Parsed<Meaning> {
    if !may_begin(c.lex(i)) && !may_begin_as_name(c, i) {
        return None;
    }
    let rules: [fn(&Cursor, usize) -> Parsed<Meaning>; 6] =
        [clock::time, date, edged, sets::set, durations::duration, vague];
    rules.iter().filter_map(|rule| rule(c, i)).reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// Whether any rule begins with this.
fn may_begin(lex: Lex) -> bool {
    !matches!(
        lex,
        Lex::Other
            | Lex::PastForm
            | Lex::Break
            | Lex::Dot
            | Lex::Comma
            | Lex::Stop
            | Lex::Open
            | Lex::Mark
            | Lex::Hyphen
            | Lex::Dash
            | Lex::Sign
            | Lex::Percent
            | Lex::Possessive
            | Lex::Of
            | Lex::In
            | Lex::On
            | Lex::By
            | Lex::From
            | Lex::To
            | Lex::And
            | Lex::Or
            | Lex::Will
            | Lex::Modal
            | Lex::Be
            | Lex::Is
            | Lex::Was
            | Lex::Has
            | Lex::Been
            | Lex::Plan
            | Lex::PlanTo
            | Lex::PlannedTo
            | Lex::Verb
    )
}

/// "Q3", "FY2009": words that are names to the lexer.
fn may_begin_as_name(c: &Cursor, i: usize) -> bool {
    c.is(i, Lex::Other) && c.capital(i) && matches!(c.word(i).as_bytes(), [b'Q' | b'H', b'1'..=b'4'] | [b'F', b'Y', ..])
}

/// A date of any form.
fn whole_date(c: &Cursor, i: usize) -> Parsed<Date> {
    let rules: [fn(&Cursor, usize) -> Parsed<Date>; 2] = [dates::date, relative::date];
    rules.iter().filter_map(|rule| rule(c, i)).reduce(|best, next| if next.1 > best.1 { next } else { best })
}

fn date(c: &Cursor, i: usize) -> Parsed<Meaning> {
    whole_date(c, i).map(|(date, end)| (Meaning::Date(date, Edge::Whole), end))
}

/// A part of a date: "early October", "mid-2011", "late on Friday", "the end of the year", "earlier this year",
/// "year-end".
fn edged(c: &Cursor, i: usize) -> Parsed<Meaning> {
    let the = c.skip(i, Lex::The);
    let (edge, at) = match c.lex(the) {
        Lex::Early => (Edge::Early, the + 1),
        Lex::Mid => (Edge::Middle, c.skip(the + 1, Lex::Hyphen)),
        Lex::Late => (Edge::Late, the + 1),
        Lex::Earlier | Lex::Later => (Edge::Whole, the + 1),
        Lex::YearEnd => return Some((year_end(), the + 1)),
        Lex::Unit(Unit::Year) if c.is(the + 1, Lex::Hyphen) && c.is(the + 2, Lex::End) => {
            return Some((year_end(), the + 3));
        }
        _ => return end_of(c, c.skip(the, Lex::Just)),
    };
    // "early in the year", "late on Friday", "later in the week"
    let at = match c.lex(at) {
        Lex::Hyphen if c.spaced(at + 1) => return None,
        Lex::Hyphen | Lex::In | Lex::On => at + 1,
        _ => at,
    };
    let (date, end) = whole_date(c, at).or_else(|| in_the_day(c, at))?;
    // "later Friday" is a date, "later 2009" is not one.
    let fits = match edge {
        Edge::Whole => matches!(date, Date::Shift { by: 0, .. } | Date::Cycle(..)) || c.is(at - 1, Lex::In),
        _ => !matches!(date, Date::Range(..) | Date::Again { .. }),
    };
    fits.then_some((Meaning::Date(date, edge), end))
}

fn year_end() -> Meaning {
    Meaning::Date(Date::Shift { unit: Unit::Year, by: 0, anchor: Anchor::Speech }, Edge::End)
}

/// "the day" behind "later in".
fn in_the_day(c: &Cursor, at: usize) -> Parsed<Date> {
    let day = c.is(at, Lex::The) && c.is(at + 1, Lex::Unit(Unit::Day));
    day.then_some((Date::Shift { unit: Unit::Day, by: 0, anchor: Anchor::Passage }, at + 2))
}

/// "end of October", "the beginning of the year", behind its article.
fn end_of(c: &Cursor, at: usize) -> Parsed<Meaning> {
    let edge = match c.lex(at) {
        Lex::Beginning => Edge::Start,
        Lex::Middle => Edge::Middle,
        Lex::End => Edge::End,
        Lex::First if c.is(at + 1, Lex::Half) => return end_of_half(c, Edge::FirstHalf, at + 2),
        Lex::Second | Lex::Latter if c.is(at + 1, Lex::Half) => return end_of_half(c, Edge::SecondHalf, at + 2),
        _ => return None,
    };
    if !c.is(at + 1, Lex::Of) {
        return None;
    }
    let (date, end) = whole_date(c, at + 2).or_else(|| in_the_day(c, at + 2))?;
    Some((Meaning::Date(date, edge), end))
}

/// "of the 1990s", "of October" behind "the first half".
fn end_of_half(c: &Cursor, half: Edge, at: usize) -> Parsed<Meaning> {
    let (date, end) = c.is(at, Lex::Of).then(|| whole_date(c, at + 1)).flatten()?;
    Some((Meaning::Date(date, half), end))
}

/// "now", "recently", "in recent years", "the past", "the near future", "the long term", "these days".
fn vague(c: &Cursor, i: usize) -> Parsed<Meaning> {
    let found = |vague, end| Some((Meaning::Vague(vague), end));
    match (c.lex(i), c.lex(i + 1)) {
        // "now that" gives a reason, "now-defunct" a state.
        (Lex::Now, Lex::That | Lex::Hyphen) => None,
        (Lex::Now, _) => found(Vague::Present, i + 1),
        (Lex::Nowadays, _) => found(Vague::Present, i + 1),
        (Lex::These, Lex::Units(Unit::Day)) => found(Vague::Present, i + 2),
        (Lex::Recently, _) => found(Vague::Past, i + 1),
        (Lex::More, Lex::Recently) => found(Vague::Past, i + 2),
        (Lex::Recent, Lex::Units(_) | Lex::Times) => found(Vague::Past, i + 2),
        (Lex::Recent, _) => found(Vague::Past, i + 1),
        (Lex::The, Lex::Recent) => found(Vague::Past, i + 2),
        (Lex::Current, _) => found(Vague::Present, i + 1),
        (Lex::Long, Lex::Ago) => found(Vague::Past, i + 2),
        (Lex::The, _) => vague_noun(c, i + 1),
        (Lex::Future, _) if c.before(i) == Lex::In => found(Vague::Future, i + 1),
        (Lex::Near, Lex::Future) => found(Vague::Future, i + 2),
        (Lex::At, Lex::Present) => found(Vague::Present, i + 2),
        (Lex::At, Lex::The) if c.any(i + 2, &["moment"]) && !c.is(i + 3, Lex::Of) => found(Vague::Present, i + 3),
        _ => None,
    }
}

/// Behind "the": "past", "present", "foreseeable future", "time being", "long term", "current year" is a date.
fn vague_noun(c: &Cursor, at: usize) -> Parsed<Meaning> {
    let found = |vague, end| Some((Meaning::Vague(vague), end));
    // A noun, not what describes the next one.
    let noun = |end: usize| {
        !matches!(c.lex(end), Lex::Other | Lex::PastForm | Lex::Hyphen)
            || c.any(end, &["when", "if", "as", "but", "because", "with", "while", "he", "she", "it", "they"])
    };
    match (c.lex(at), c.lex(at + 1)) {
        (Lex::Past, _) if noun(at + 1) => found(Vague::Past, at + 1),
        (Lex::Present, _) if noun(at + 1) => found(Vague::Present, at + 1),
        (Lex::Future, _) if noun(at + 1) => found(Vague::Future, at + 1),
        (Lex::Near | Lex::Recent, Lex::Future) => found(Vague::Future, at + 2),
        (Lex::Recent, Lex::Past) => found(Vague::Past, at + 2),
        (Lex::Near | Lex::Long, Lex::Term) => found(Vague::Future, at + 2),
        (Lex::Time, Lex::Being) => found(Vague::Present, at + 2),
        _ => None,
    }
}
