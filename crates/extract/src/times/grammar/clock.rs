//! The grammar of times of day: "8:30 p.m.", "18:00 UTC Monday", "noon", "Friday morning", "last night".

use super::{dates, relative};
use crate::times::calendar::period::Period;
use crate::times::calendar::units::{Part, Unit};
use crate::times::lexing::cursor::{Cursor, Parsed};
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::{Anchor, Clock, Date, Meaning};

/// A time of day, with its date where it stands beside it.
pub(in crate::times) fn time(c: &Cursor, i: usize) -> Parsed<Meaning> {
    twelve(c, i)
        .or_else(|| clock(c, i).map(|(clock, at)| dated(c, clock, at)))
        .or_else(|| part(c, i))
        .or_else(|| iso(c, i))
}

/// A clock time with the day right behind it.
fn dated(c: &Cursor, clock: Clock, at: usize) -> (Meaning, usize) {
    let (day, end) = day_behind(c, at);
    (Meaning::Clock(clock, day), end)
}

/// "12:00 midnight", "12 noon": the word tells which twelve.
fn twelve(c: &Cursor, i: usize) -> Parsed<Meaning> {
    let at = match c.lex(i) {
        Lex::Int(12) => i + 1,
        Lex::Figures | Lex::Number if matches!(c.word(i), "12:00" | "12.00") => i + 1,
        _ => return None,
    };
    let Lex::Part(part @ (Part::Midday | Part::Midnight)) = c.lex(at) else { return None };
    let (day, end) = day_behind(c, zone(c, at + 1).1);
    Some((Meaning::Part(part, day), end))
}

/// A day right behind a clock time: "12:00 UTC Monday", "8 p.m. yesterday".
fn day_behind(c: &Cursor, at: usize) -> (Option<Date>, usize) {
    match day(c, at) {
        Some((date, end)) => (Some(date), end),
        None => (None, at),
    }
}

/// A date of one day.
fn day(c: &Cursor, i: usize) -> Parsed<Date> {
    let found = dates::date(c, i).or_else(|| relative::date(c, i))?;
    let one = match &found.0 {
        Date::Fixed(Period::Day(_)) => true,
        Date::Cycle(cycle, _) => {
            use crate::times::meaning::Cycle;
            matches!(
                cycle,
                Cycle::Weekday(_)
                    | Cycle::MonthDay(..)
                    | Cycle::NamedDay(..)
                    | Cycle::DayOfMonth(_)
                    | Cycle::WeekdayOfMonth(..)
                    | Cycle::Holiday(_)
            )
        }
        Date::Shift { unit, .. } => *unit == Unit::Day,
        _ => false,
    };
    one.then_some(found)
}

/// "8 p.m.", "8:30", "20:30 GMT", "0800 UTC", "8 o'clock", "half past eight", "noon".
fn clock(c: &Cursor, i: usize) -> Parsed<Clock> {
    let plain = |hour, minute| Clock { hour, minute, second: None, universal: false };
    match c.lex(i) {
        Lex::Figures | Lex::Number => figures(c, i),
        Lex::Int(n) => {
            if let Lex::AmPm(pm) = c.lex(i + 1)
                && (1..=12).contains(&n)
            {
                let (zone, end) = zone(c, i + 2);
                return Some((Clock { universal: zone == Some(true), ..plain(half_day(n, pm), None) }, end));
            }
            if let Some(found) = spaced(c, i, n) {
                return Some(found);
            }
            if c.is(i + 1, Lex::OClock) && n <= 24 {
                return Some(o_clock(c, n, i + 2));
            }
            let military = c.len(i) == 4 && n / 100 < 24 && n % 100 < 60;
            match zone(c, i + 1) {
                (Some(universal), end) if military && c.lex(i + 1) != Lex::Open => {
                    Some((Clock { universal, ..plain(n / 100, Some(n % 100)) }, end))
                }
                _ if military
                    && c.any(i + 1, &["hours", "hrs"])
                    && (matches!(c.before(i), Lex::At | Lex::By | Lex::About) || zone(c, i + 2).0.is_some()) =>
                {
                    Some((plain(n / 100, Some(n % 100)), i + 2))
                }
                _ => None,
            }
        }
        Lex::Count(n @ 1..=12) => match c.lex(i + 1) {
            Lex::OClock => Some(o_clock(c, n, i + 2)),
            Lex::AmPm(pm) => Some((plain(half_day(n, pm), None), i + 2)),
            _ => None,
        },
        Lex::Half if c.is(i + 1, Lex::Past) => match c.lex(i + 2) {
            Lex::Count(n @ 1..=12) | Lex::Int(n @ 1..=12) => Some((plain(n, Some(30)), i + 3)),
            _ => None,
        },
        _ => None,
    }
}

/// "1: 32 PM", as texts have it that were split into tokens and joined again.
fn spaced(c: &Cursor, i: usize, hour: u32) -> Parsed<Clock> {
    let colon = c.word(i + 1) == ":" && !c.spaced(i + 1);
    let Lex::Int(minute @ 0..=59) = c.lex(i + 2) else { return None };
    if !colon || c.len(i + 2) != 2 || hour > 23 {
        return None;
    }
    let (hour, at) = match c.lex(i + 3) {
        Lex::AmPm(pm) if (1..=12).contains(&hour) => (half_day(hour, pm), i + 4),
        _ => (hour, i + 3),
    };
    let (zone, end) = zone(c, at);
    let hours = c.any(at, &["hours", "hrs"]);
    let stands = at > i + 3 || zone.is_some() || hours;
    let clock = Clock { hour, minute: Some(minute), second: None, universal: zone == Some(true) };
    stands.then_some((clock, if hours { at + 1 } else { end }))
}

/// "eight o'clock", with the part of the day that tells which.
fn o_clock(c: &Cursor, n: u32, at: usize) -> (Clock, usize) {
    let plain = |hour| Clock { hour, minute: None, second: None, universal: false };
    let the = c.skip(c.skip(at, Lex::In), Lex::The);
    let pm = match c.lex(the) {
        Lex::Part(Part::Afternoon | Part::Evening) => true,
        Lex::Part(Part::Night) => n != 12,
        Lex::Part(Part::Morning) => false,
        _ => return (plain(n), at),
    };
    (plain(half_day(n, pm)), the + 1)
}

/// A full hour.
pub(in crate::times) fn at_hour(hour: u32) -> Clock {
    Clock { hour, minute: None, second: None, universal: false }
}

fn half_day(hour: u32, pm: bool) -> u32 {
    hour % 12 + if pm { 12 } else { 0 }
}

/// "8:30", "18:00:05", "8.30 p.m.": without a.m., p.m. or a zone only where something says that it is a time.
fn figures(c: &Cursor, i: usize) -> Parsed<Clock> {
    let mut parts = c.word(i).split([':', '.']);
    let mut number = |most: u32| match parts.next() {
        None => Some(None),
        Some(part) => part.parse::<u32>().ok().filter(|&n| part.len() <= 2 && n <= most).map(Some),
    };
    let (hour, minute, second) = (number(24)??, number(59)??, number(59)?);
    if parts.next().is_some() || c.word(i).rsplit([':', '.']).next().is_none_or(|part| part.len() != 2) {
        return None;
    }
    let dotted = c.word(i).contains('.');
    let at = i + 1;
    if let Lex::AmPm(pm) = c.lex(at)
        && (1..=12).contains(&hour)
    {
        let (zone, end) = zone(c, at + 1);
        return Some((
            Clock { hour: half_day(hour, pm), minute: Some(minute), second, universal: zone == Some(true) },
            end,
        ));
    }
    let (zone, end) = zone(c, at);
    let led = matches!(
        c.before(i),
        Lex::At | Lex::By | Lex::Until | Lex::From | Lex::About | Lex::Since | Lex::Before | Lex::After | Lex::Between
    ) || i > 0 && c.is(i - 1, Lex::Figures) && dates::date(c, i - 1).is_some()
        || c.any(at, &["hours", "hrs"]);
    let stands = zone.is_some() || led && !dotted && c.word(i).find(':').is_some_and(|colon| colon > 0 && minute < 60);
    stands.then(|| (Clock { hour, minute: Some(minute), second, universal: zone == Some(true) }, end))
}

/// A zone behind a clock time, in brackets or not; whether it is universal time.
fn zone(c: &Cursor, i: usize) -> (Option<bool>, usize) {
    let open = usize::from(c.is(i, Lex::Open));
    let Lex::Zone(universal) = c.lex(i + open) else {
        let local = c.any(i, &["local"]) && c.is(i + 1, Lex::Time);
        return if local { (Some(false), i + 2) } else { (None, i) };
    };
    // "et" and "pt" in lower case are words.
    if !c.capital(i + open) {
        return (None, i);
    }
    let mut end = i + open + 1;
    let sign = matches!(c.lex(end), Lex::Hyphen | Lex::Dash) || c.word(end) == "+";
    let offset = sign && matches!(c.lex(end + 1), Lex::Int(_) | Lex::Figures);
    if offset {
        end += 2;
    }
    if open > 0 {
        if c.word(end) != ")" {
            return (None, i);
        }
        end += 1;
    }
    (Some(universal && !offset), end)
}

/// An ISO date with its time: "2024-10-11T12:30:00Z".
fn iso(c: &Cursor, i: usize) -> Parsed<Meaning> {
    let word = c.word(i);
    if !c.is(i, Lex::Figures) || word.len() > 40 {
        return None;
    }
    let (_, time) = word.split_once(['T', 't'])?;
    let (date, end) = dates::date(c, i)?;
    let mut numbers = time.get(..8.min(time.len()))?.split(':').map(|part| part.parse::<u32>());
    let hour = numbers.next()?.ok().filter(|&h| h <= 24)?;
    let minute = numbers.next().and_then(Result::ok).filter(|&m| m < 60);
    let second = numbers.next().and_then(Result::ok).filter(|&s| s < 60);
    let universal = word.ends_with(['Z', 'z']);
    Some((Meaning::Clock(Clock { hour, minute, second, universal }, Some(date)), end))
}

/// A part of a day: "this morning", "last night", "Friday afternoon", "the evening of October 3", "noon", "tonight".
fn part(c: &Cursor, i: usize) -> Parsed<Meaning> {
    let shifted = |by, anchor| Some(Date::Shift { unit: Unit::Day, by, anchor });
    let early = match c.lex(i) {
        Lex::Early | Lex::Late | Lex::Mid => c.skip(c.skip(i + 1, Lex::Hyphen), Lex::On),
        _ => i,
    };
    if c.is(early, Lex::Tonight) {
        return Some((Meaning::Part(Part::Night, shifted(0, Anchor::Speech)), early + 1));
    }
    let at = c.skip(early, Lex::The);
    let led = match (c.lex(at), c.lex(at + 1)) {
        (Lex::This, Lex::Part(part)) => Some((part, shifted(0, Anchor::Speech), at + 2)),
        (Lex::Last, Lex::Part(part)) => Some((part, shifted(-1, Anchor::Speech), at + 2)),
        (Lex::Next | Lex::Following, Lex::Part(part)) => Some((part, shifted(1, Anchor::Passage), at + 2)),
        (Lex::Previous, Lex::Part(part)) => Some((part, shifted(-1, Anchor::Passage), at + 2)),
        (Lex::Same | Lex::That, Lex::Part(part)) => Some((part, shifted(0, Anchor::Passage), at + 2)),
        (Lex::Part(part), Lex::After) if c.is(early, Lex::The) && closed(c, at + 2) => {
            Some((part, shifted(1, Anchor::Passage), at + 2))
        }
        (Lex::Part(part), Lex::Before) if c.is(early, Lex::The) && closed(c, at + 2) => {
            Some((part, shifted(-1, Anchor::Passage), at + 2))
        }
        (Lex::Part(part), Lex::Of) => {
            let (date, end) = day(c, at + 2)?;
            Some((part, Some(date), end))
        }
        _ => None,
    };
    if let Some((part, day, end)) = led {
        return Some((Meaning::Part(part, day), end));
    }
    if let Some((date, end)) = day(c, early)
        && let Lex::Part(part) = c.lex(c.skip(end, Lex::Hyphen))
        && !c.capital(end)
    {
        return Some((Meaning::Part(part, Some(date)), c.skip(end, Lex::Hyphen) + 1));
    }
    bare(c, at)
}

fn closed(c: &Cursor, i: usize) -> bool {
    matches!(c.lex(i), Lex::Dot | Lex::Comma | Lex::Break | Lex::Stop | Lex::Mark)
}

/// "in the morning", "at night", "noon", "morning": a part with no day beside it.
fn bare(c: &Cursor, at: usize) -> Parsed<Meaning> {
    let Lex::Part(part) = c.lex(at) else { return None };
    if c.capital(at) || c.any(at.wrapping_sub(1), &["good"]) || c.is(at + 1, Lex::Hyphen) {
        return None;
    }
    let stands = match part {
        Part::Midday | Part::Midnight => true,
        Part::Night => {
            matches!(c.before(at), Lex::At | Lex::Early | Lex::Late)
                || c.is(at.wrapping_sub(1), Lex::The)
                    && matches!(c.lex(at.wrapping_sub(2)), Lex::In | Lex::During | Lex::Of)
        }
        _ => !matches!(c.before(at), Lex::A | Lex::Each | Lex::Every),
    };
    let (day, end) = match part {
        Part::Midday | Part::Midnight => day_behind(c, zone(c, at + 1).1),
        _ => (None, at + 1),
    };
    stands.then_some((Meaning::Part(part, day), end))
}
