//! The grammar of a unit with what points at it: "last month", "the following week", "the year before".

use crate::times::calendar::units::Unit;
use crate::times::lexing::cursor::{Cursor, Parsed};
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::{Anchor, Date};

/// So many units away.
pub(in crate::times) fn shift(unit: Unit, by: i32, anchor: Anchor) -> Date {
    Date::Shift { unit, by, anchor }
}

/// A unit of the calendar in the singular: "week", "fiscal year", "calendar year".
pub(in crate::times) fn unit(c: &Cursor, i: usize) -> Parsed<Unit> {
    if c.is(i, Lex::Fiscal) {
        return match c.lex(c.skip(i + 1, Lex::Hyphen)) {
            Lex::Unit(Unit::Year) => Some((Unit::FiscalYear, c.skip(i + 1, Lex::Hyphen) + 1)),
            Lex::Unit(Unit::Quarter) => Some((Unit::Quarter, i + 2)),
            _ => None,
        };
    }
    let at = c.skip(i, Lex::Entire);
    match c.lex(at) {
        Lex::Unit(unit) => Some((unit, at + 1)),
        _ => None,
    }
}

/// "last year", "this month", "the following week", "the year before", "that day", "the week".
pub(in crate::times) fn unit_phrase(c: &Cursor, i: usize) -> Parsed<Date> {
    let the = c.is(i, Lex::The);
    let at = i + usize::from(the);
    let coarse = |unit| !matches!(unit, Unit::Minute | Unit::Hour | Unit::Second | Unit::Night);
    let with_unit = |at: usize, by: i32, anchor| {
        let (unit, end) = unit(c, at)?;
        coarse(unit).then(|| (shift(unit, by, anchor), end))
    };
    match c.lex(at) {
        // "the last day" and "last minute" are no dates.
        Lex::Last if the && spent(c, i, at + 1) => None,
        Lex::Last => with_unit(at + 1, -1, Anchor::Speech).filter(|(date, _)| !day(date)),
        Lex::Most if the && c.is(at + 1, Lex::Recent) => {
            with_unit(at + 2, -1, Anchor::Speech).filter(|(date, _)| !day(date))
        }
        Lex::Next if the => with_unit(at + 1, 1, Anchor::Passage).filter(|(date, _)| day(date)),
        Lex::Next => with_unit(at + 1, 1, if day_at(c, at + 1) { Anchor::Passage } else { Anchor::Speech }),
        Lex::Coming if the => with_unit(at + 1, 1, Anchor::Speech),
        Lex::Previous => with_unit(at + 1, -1, Anchor::Passage),
        Lex::Following if the => with_unit(at + 1, 1, Anchor::Passage),
        Lex::Current => with_unit(at + 1, 0, Anchor::Speech),
        Lex::Same if the => with_unit(at + 1, 0, Anchor::Passage),
        Lex::That if !the => with_unit(at + 1, 0, Anchor::Passage),
        Lex::This if !the => match c.lex(at + 1) {
            Lex::Past => with_unit(at + 2, -1, Anchor::Speech),
            Lex::Coming => with_unit(at + 2, 1, Anchor::Speech),
            Lex::Just => with_unit(at + 2, 0, Anchor::Speech),
            _ => with_unit(at + 1, 0, Anchor::Speech),
        },
        _ if the => the_unit(c, at).filter(|(date, _)| !matches!(date, Date::Shift { unit, .. } if !coarse(*unit))),
        _ => None,
    }
}

/// Whether "the last" before a unit at `at` measures a time that has passed: "over the last month", "in the last year".
pub(in crate::times) fn spent(c: &Cursor, i: usize, at: usize) -> bool {
    match c.before(i) {
        Lex::Over | Lex::Within => true,
        Lex::In | Lex::During => matches!(c.lex(at), Lex::Unit(Unit::Year | Unit::Decade | Unit::Century)),
        _ => false,
    }
}

fn day(date: &Date) -> bool {
    matches!(date, Date::Shift { unit: Unit::Day, .. })
}

fn day_at(c: &Cursor, i: usize) -> bool {
    c.is(i, Lex::Unit(Unit::Day))
}

/// Behind "the": "day", "week before", "year earlier".
fn the_unit(c: &Cursor, at: usize) -> Parsed<Date> {
    let (unit, end) = unit(c, at)?;
    let stops = |i| matches!(c.lex(i), Lex::Dot | Lex::Comma | Lex::Break | Lex::Mark | Lex::Stop | Lex::And);
    match c.lex(end) {
        Lex::Before | Lex::After => {
            let by = if c.is(end, Lex::Before) { -1 } else { 1 };
            return stops(end + 1).then(|| (shift(unit, by, Anchor::Passage), end + 1));
        }
        Lex::Previous | Lex::Earlier => return Some((shift(unit, -1, Anchor::Passage), end + 1)),
        Lex::Later => return Some((shift(unit, 1, Anchor::Passage), end + 1)),
        _ => {}
    }
    let described = matches!(c.lex(end), Lex::Hyphen | Lex::Of | Lex::That | Lex::This | Lex::To | Lex::The)
        || c.any(end, &["when", "which", "where", "he", "she", "they", "we", "i", "it", "you"])
        // "In the week ended March 25": a day tells which.
        || c.any(end, &["ended", "ending", "beginning", "starting"]);
    let led =
        matches!(c.lex(at.wrapping_sub(2)), Lex::For | Lex::In | Lex::During | Lex::On | Lex::Of | Lex::By | Lex::Over)
            || c.any(
                at.wrapping_sub(2),
                &[
                    "end", "ended", "ending", "ends", "finish", "finished", "close", "closed", "begin", "began",
                    "start", "started",
                ],
            );
    // "the whole year" and "profit for the year" speak of the year that the passage is about, "the quarter" of the one it has named.
    let told = matches!(unit, Unit::Day | Unit::Quarter) || c.is(at, Lex::Entire) || c.is(at.wrapping_sub(2), Lex::For);
    let anchor = if told { Anchor::Passage } else { Anchor::Speech };
    (!described && (unit != Unit::Day || led)).then(|| (shift(unit, 0, anchor), end))
}
