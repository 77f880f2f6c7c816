//! The grammar of what comes again: "every Monday", "twice a week", "annual", "$40 a month".

use crate::times::calendar::units::Unit;
use crate::times::lexing::cursor::{Cursor, Parsed};
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::{Amount, Meaning};
use crate::times::values::length_value;

/// A set of times, with its TIMEX3 value.
pub(in crate::times) fn set(c: &Cursor, i: usize) -> Parsed<Meaning> {
    every(c, i)
        .or_else(|| rate(c, i))
        .or_else(|| adverb(c, i))
        .or_else(|| plural(c, i))
        .map(|(value, end)| (Meaning::Set(value), end))
}

/// "every day", "each Monday", "every two weeks", "every other year", "every summer", "every morning".
fn every(c: &Cursor, i: usize) -> Parsed<String> {
    if !matches!(c.lex(i), Lex::Every | Lex::Each) {
        return None;
    }
    let at = if c.is(i + 1, Lex::And) { i + 3 } else { i + 1 };
    match c.lex(at) {
        Lex::Weekday(day) => {
            let (part, end) = part_behind(c, at + 1);
            return Some((format!("XXXX-WXX-{}{part}", day + 1), end));
        }
        Lex::Month(month) if c.capital(at) => return Some((format!("XXXX-{month:02}"), at + 1)),
        Lex::Season(season) => return Some((format!("XXXX-{}", season.code()), at + 1)),
        Lex::Part(part) => return Some((format!("XXXX-XX-XX{}", part.code()), at + 1)),
        _ => {}
    }
    let (amount, at) = match c.lex(at) {
        Lex::Other2 | Lex::Second => (Amount::Known(2.0), at + 1),
        Lex::Ordinal(n) => (Amount::Known(f64::from(n)), at + 1),
        Lex::Just => (Amount::Known(1.0), at + 1),
        _ => c.amount(at).unwrap_or((Amount::Known(1.0), at)),
    };
    match c.lex(c.skip(at, Lex::Entire)) {
        // "every second Tuesday"
        Lex::Weekday(day) => Some((format!("XXXX-WXX-{}", day + 1), at + 1)),
        Lex::Unit(unit) | Lex::Units(unit) => Some((length_value(&[(amount, unit)]), c.skip(at, Lex::Entire) + 1)),
        _ => None,
    }
}

fn part_behind(c: &Cursor, at: usize) -> (&'static str, usize) {
    match c.lex(at) {
        Lex::Part(part) | Lex::Parts(part) => (part.code(), at + 1),
        _ => ("", at),
    }
}

/// "per day", "15 a year", "$2 million a month", "twice a week", "three times a day".
fn rate(c: &Cursor, i: usize) -> Parsed<String> {
    let at = match c.lex(i) {
        Lex::Once => i + 1,
        Lex::Int(_) | Lex::Count(_) | Lex::Several if c.is(i + 1, Lex::Times) => i + 2,
        _ => i,
    };
    let counted = at > i
        || matches!(
            c.before(i),
            Lex::Int(_)
                | Lex::Number
                | Lex::Million
                | Lex::Thousand
                | Lex::Hundred
                | Lex::Percent
                | Lex::Count(_)
                | Lex::Ty(_)
        )
        || c.plural(i.wrapping_sub(1))
            && matches!(c.lex(i.wrapping_sub(2)), Lex::Int(_) | Lex::Number | Lex::Million | Lex::Count(_));
    let one = match c.lex(at) {
        Lex::Per => true,
        Lex::A | Lex::Each | Lex::Every => counted,
        _ => false,
    };
    match c.lex(at + 1) {
        Lex::Unit(unit) if one => Some((length_value(&[(Amount::Known(1.0), unit)]), at + 2)),
        Lex::Second if c.is(at, Lex::Per) => Some((length_value(&[(Amount::Known(1.0), Unit::Second)]), at + 2)),
        Lex::Part(part) if one && at > i => Some((format!("XXXX-XX-XX{}", part.code()), at + 2)),
        _ => None,
    }
}

/// "daily", "annual": not in a name.
fn adverb(c: &Cursor, i: usize) -> Parsed<String> {
    let Lex::Frequency(value) = c.lex(i) else { return None };
    let named = c.capital(i) && (c.capital(i + 1) || c.capital(i.wrapping_sub(1)) || c.before(i) == Lex::The);
    (!named && c.before(i) != Lex::Hyphen).then(|| (value.to_owned(), i + 1))
}

/// "Mondays", "Friday nights", "weekends", "on weekdays", "in the evenings".
fn plural(c: &Cursor, i: usize) -> Parsed<String> {
    match c.lex(i) {
        Lex::Weekdays(day) => {
            let (part, end) = part_behind(c, i + 1);
            Some((format!("XXXX-WXX-{}{part}", day + 1), end))
        }
        Lex::Weekday(day) => match c.lex(i + 1) {
            Lex::Parts(part) => Some((format!("XXXX-WXX-{}{}", day + 1, part.code()), i + 2)),
            _ => None,
        },
        Lex::Units(Unit::Weekend) if matches!(c.before(i), Lex::On | Lex::At | Lex::And | Lex::Or) => {
            Some(("XXXX-WXX-WE".to_owned(), i + 1))
        }
        Lex::Parts(part) if matches!(c.before(i), Lex::The | Lex::In | Lex::On | Lex::At) => {
            Some((format!("XXXX-XX-XX{}", part.code()), i + 1))
        }
        _ => None,
    }
}
