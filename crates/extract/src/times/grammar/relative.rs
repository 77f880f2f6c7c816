//! The grammar of dates that lean on another: "last month", "the following day", "the third quarter of this year".

use super::dates;
use super::holidays::holiday;
use super::units::{shift, unit_phrase};
use crate::times::calendar::period::Period;
use crate::times::calendar::units::{Season, Unit};
use crate::times::lexing::cursor::{Cursor, Parsed};
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::{Anchor, Cycle, Date, Nth, NthOf, Pick};

/// A date of any form that leans on another, or on the seasons, quarters and holidays of a year.
pub(in crate::times) fn date(c: &Cursor, i: usize) -> Parsed<Date> {
    day_beyond(c, i)
        .or_else(|| nth_of(c, i))
        .or_else(|| part_of_year(c, i))
        .or_else(|| in_a_row(c, i))
        .or_else(|| quarter(c, i))
        .or_else(|| picked(c, i))
        .or_else(|| season(c, i))
        .or_else(|| feast(c, i))
        .or_else(|| week_of(c, i))
        .or_else(|| again(c, i))
        .or_else(|| unit_phrase(c, i))
        .or_else(|| deictic(c, i))
}

/// "yesterday", "today", "tomorrow"
fn deictic(c: &Cursor, i: usize) -> Parsed<Date> {
    let Lex::Deictic(by) = c.lex(i) else { return None };
    // The name of a newspaper or a programme.
    let named = c.capital(i) && (c.name(i.wrapping_sub(1)) || c.any(i + 1, &["show", "programme", "program"]));
    (!named).then(|| (shift(Unit::Day, by, Anchor::Speech), i + 1))
}

/// "the day before yesterday", "the day after tomorrow"
fn day_beyond(c: &Cursor, i: usize) -> Parsed<Date> {
    let at = c.skip(i, Lex::The);
    if !c.is(at, Lex::Unit(Unit::Day)) {
        return None;
    }
    match (c.lex(at + 1), c.lex(at + 2)) {
        (Lex::Before, Lex::Deictic(-1)) => Some((shift(Unit::Day, -2, Anchor::Speech), at + 3)),
        (Lex::After, Lex::Deictic(1)) => Some((shift(Unit::Day, 2, Anchor::Speech), at + 3)),
        _ => None,
    }
}

/// "a third straight month", "the fourth week in a row"
fn in_a_row(c: &Cursor, i: usize) -> Parsed<Date> {
    let at = if matches!(c.lex(i), Lex::The | Lex::A) { i + 1 } else { i };
    let (_, at) = c.ordinal(at)?;
    let straight = c.is(at, Lex::Consecutive);
    let Lex::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year)) =
        c.lex(at + usize::from(straight))
    else {
        return None;
    };
    let end = at + usize::from(straight) + 1;
    let row = c.is(end, Lex::In) && c.is(end + 1, Lex::A) && c.any(end + 2, &["row"]);
    match (straight, row) {
        (true, _) => Some((shift(unit, 0, Anchor::Passage), end)),
        (false, true) => Some((shift(unit, 0, Anchor::Passage), end + 3)),
        _ => None,
    }
}

/// "this year's third quarter", "last year's summer", "next year's Christmas"
fn part_of_year(c: &Cursor, i: usize) -> Parsed<Date> {
    let (year, at) = unit_phrase(c, i)?;
    if !matches!(year, Date::Shift { unit: Unit::Year | Unit::FiscalYear, .. }) || !c.is(at, Lex::Possessive) {
        return None;
    }
    let (date, end) = quarter(c, at + 1).or_else(|| season(c, at + 1)).or_else(|| feast(c, at + 1))?;
    let Date::Cycle(cycle, Pick::Tense) = date else { return None };
    Some((Date::Cycle(cycle, Pick::Within(Box::new(year))), end))
}

/// "last Friday", "this summer", "next October", "last Christmas", "the following Monday".
fn picked(c: &Cursor, i: usize) -> Parsed<Date> {
    let at = c.skip(i, Lex::The);
    let (pick, at) = match (c.lex(at), c.lex(at + 1)) {
        (Lex::This, Lex::Past) => (Pick::Last, at + 2),
        (Lex::This, Lex::Coming) => (Pick::Next, at + 2),
        (Lex::This, _) => (Pick::This, at + 1),
        (Lex::Last | Lex::Past | Lex::Previous, _) => (Pick::Last, at + 1),
        (Lex::Next | Lex::Coming, _) => (Pick::Next, at + 1),
        (Lex::Following, _) if at > i => (Pick::Following, at + 1),
        _ => return None,
    };
    let (cycle, end) = cycle(c, at)?;
    Some((Date::Cycle(cycle, pick), end))
}

/// The name of a weekday, month, season or holiday behind "last" or "next".
fn cycle(c: &Cursor, at: usize) -> Parsed<Cycle> {
    match c.lex(at) {
        Lex::Weekday(day) => Some((Cycle::Weekday(day), at + 1)),
        Lex::Month(month) if c.capital(at) => Some((Cycle::Month(month), at + 1)),
        Lex::MonthShort(month) if c.capital(at) => Some((Cycle::Month(month), c.skip(at + 1, Lex::Dot))),
        Lex::Season(season) => Some((Cycle::Season(season), at + 1)),
        _ => holiday(c, at).map(|(holiday, end)| (Cycle::Holiday(holiday), end)),
    }
}

/// "summer 2009", "the fall of 2008", "in the spring", "winter".
fn season(c: &Cursor, i: usize) -> Parsed<Date> {
    let the = c.is(i, Lex::The);
    let at = i + usize::from(the);
    let Lex::Season(season) = c.lex(at) else { return None };
    let behind = match c.lex(at + 1) {
        Lex::Of | Lex::Comma => at + 2,
        _ => at + 1,
    };
    if let Some((year, end)) = c.year(behind) {
        return Some((Date::Fixed(Period::Season(year, season)), end));
    }
    if let Some((within @ Date::Shift { unit: Unit::Year, .. }, end)) = unit_phrase(c, behind) {
        return Some((Date::Cycle(Cycle::Season(season), Pick::Within(Box::new(within))), end));
    }
    if c.capital(at) && (c.name(at + 1) || c.name(at.wrapping_sub(1))) || matches!(c.lex(at + 1), Lex::Of | Lex::Hyphen)
    {
        return None;
    }
    let led = matches!(
        c.before(i),
        Lex::In | Lex::By | Lex::Until | Lex::Since | Lex::During | Lex::Early | Lex::Late | Lex::Mid | Lex::Hyphen
    );
    let sure = match season {
        // "fall" is a verb and a loss, "spring" a verb and a source.
        Season::Fall if c.any(at, &["fall"]) => led && (the || c.before(i) == Lex::In),
        Season::Spring => led,
        _ => true,
    };
    sure.then_some((Date::Cycle(Cycle::Season(season), Pick::Tense), at + 1))
}

/// The name of a holiday, with its year.
fn feast(c: &Cursor, i: usize) -> Parsed<Date> {
    let (holiday, at) = holiday(c, i)?;
    let year = c.skip(at, Lex::Comma);
    if let Some((year, end)) = c.year(year)
        && let Some(day) = holiday.day(year)
    {
        return Some((Date::Fixed(Period::Day(day)), end));
    }
    if let Some((within @ Date::Shift { unit: Unit::Year, .. }, end)) = unit_phrase(c, at) {
        return Some((Date::Cycle(Cycle::Holiday(holiday), Pick::Within(Box::new(within))), end));
    }
    Some((Date::Cycle(Cycle::Holiday(holiday), Pick::Tense), at))
}

/// "the third quarter of 2009", "third-quarter", "Q3 2009", "the first half", "the final quarter of last year".
fn quarter(c: &Cursor, i: usize) -> Parsed<Date> {
    if let Some(digit) = c.word(i).strip_prefix(['Q', 'q', 'H']).filter(|rest| rest.len() == 1)
        && let Ok(n) = digit.parse::<u32>()
    {
        let half = c.word(i).starts_with('H');
        let cycle = if half { Cycle::Half(n) } else { Cycle::Quarter(n) };
        let fits = (1..=if half { 2 } else { 4 }).contains(&n);
        let found = fits.then(|| of_year(c, i + 1, cycle))?;
        // "H1" alone is also a heading or a visa.
        return (!half || found.1 > i + 1).then_some(found);
    }
    let at = c.skip(i, Lex::The);
    let fiscal = c.skip(at, Lex::Fiscal);
    let (n, end) = match c.lex(fiscal) {
        Lex::Final | Lex::Last => (None, fiscal + 1),
        Lex::Latter => (None, fiscal + 1),
        _ => c.ordinal(fiscal).map(|(n, end)| (Some(n), end))?,
    };
    let end = c.skip(c.skip(end, Lex::Hyphen), Lex::Fiscal);
    match (c.lex(end), n) {
        // "the last quarter" without its year is the quarter before this one.
        (Lex::Unit(Unit::Quarter), None) if c.is(fiscal, Lex::Last) && !c.is(end + 1, Lex::Of) => None,
        (Lex::Unit(Unit::Quarter), n @ (None | Some(1..=4))) => {
            Some(of_year(c, end + 1, Cycle::Quarter(n.unwrap_or(4))))
        }
        (Lex::Half, n @ (None | Some(1 | 2))) => {
            let (date, stop) = of_year(c, end + 1, Cycle::Half(n.unwrap_or(2)));
            let bare = stop == end + 1;
            (!bare || c.is(i, Lex::The) && matches!(c.before(i), Lex::In | Lex::During | Lex::For))
                .then_some((date, stop))
        }
        _ => None,
    }
}

/// The year of a quarter or a half: "2009", "of 2009", "of last year", "of fiscal 2009"; else the tense decides.
fn of_year(c: &Cursor, at: usize, cycle: Cycle) -> (Date, usize) {
    let of = match c.lex(at) {
        Lex::Of | Lex::In | Lex::Comma => at + 1,
        _ => at,
    };
    if let Some((year, end)) = c.year(of).or_else(|| c.is(of, Lex::Fiscal).then(|| c.year(of + 1)).flatten()) {
        return (within(cycle, year), end);
    }
    if let Some((within @ Date::Shift { unit: Unit::Year | Unit::FiscalYear, .. }, end)) = unit_phrase(c, of)
        && !c.is(at, Lex::In)
    {
        return (Date::Cycle(cycle, Pick::Within(Box::new(within))), end);
    }
    (Date::Cycle(cycle, Pick::Tense), at)
}

/// The quarter or half of a year.
fn within(cycle: Cycle, year: i32) -> Date {
    match cycle {
        Cycle::Quarter(n) => Date::Fixed(Period::Quarter(year, n)),
        Cycle::Half(n) => Date::Fixed(Period::Half(year, n)),
        other => Date::Cycle(other, Pick::Within(Box::new(Date::Fixed(Period::Year(year))))),
    }
}

/// "the last week of March", "the third Friday in October", "the first day of 2009".
fn nth_of(c: &Cursor, i: usize) -> Parsed<Date> {
    let at = c.skip(i, Lex::The);
    let (nth, at) = match c.lex(at) {
        Lex::Last | Lex::Final => (Nth::Last, at + 1),
        _ => c.ordinal(at).map(|(n, end)| (Nth::From(n), end))?,
    };
    let of = match c.lex(at) {
        Lex::Unit(unit @ (Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Decade)) => NthOf::Unit(unit),
        Lex::Weekday(day) => NthOf::Weekday(day),
        _ => return None,
    };
    if !matches!(c.lex(at + 1), Lex::Of | Lex::In) {
        return None;
    }
    let (within, end) = dates::date(c, at + 2).or_else(|| unit_phrase(c, at + 2))?;
    let holds = match &within {
        Date::Fixed(Period::Century(_)) => of == NthOf::Unit(Unit::Decade),
        _ if of == NthOf::Unit(Unit::Decade) => false,
        Date::Fixed(Period::Month(..) | Period::Year(_)) | Date::Cycle(Cycle::Month(_), _) => true,
        Date::Shift { unit, .. } => matches!(unit, Unit::Week | Unit::Month | Unit::Year),
        _ => false,
    };
    holds.then(|| (Date::Nth(nth, of, Box::new(within)), end))
}

/// "the week of March 3", "the weekend of 11 October"
fn week_of(c: &Cursor, i: usize) -> Parsed<Date> {
    let at = c.skip(i, Lex::The);
    let Lex::Unit(unit @ (Unit::Week | Unit::Weekend)) = c.lex(at) else { return None };
    let of = if c.is(at + 1, Lex::Of) { at + 2 } else { return None };
    let (date, end) = dates::date(c, of)?;
    let day = matches!(date, Date::Fixed(Period::Day(_)) | Date::Cycle(Cycle::MonthDay(..) | Cycle::NamedDay(..), _));
    day.then(|| (Date::Around(unit, Box::new(date)), end))
}

/// "the same period last year", "the same month a year ago", "the year-ago quarter", "the year-earlier period".
fn again(c: &Cursor, i: usize) -> Parsed<Date> {
    let at = c.skip(i, Lex::The);
    if c.is(at, Lex::Same) {
        let period = matches!(c.lex(at + 1), Lex::Period | Lex::Time | Lex::Unit(_));
        let of = match c.lex(at + 2) {
            Lex::Of | Lex::In | Lex::Comma => at + 3,
            _ => at + 2,
        };
        let (years, end) = year_away(c, of).filter(|_| period)?;
        return Some((Date::Again { years }, end));
    }
    let ago = c.is(at, Lex::Unit(Unit::Year))
        && c.is(at + 1, Lex::Hyphen)
        && matches!(c.lex(at + 2), Lex::Ago | Lex::Earlier);
    if !ago {
        return None;
    }
    let end = at + 3;
    let noun = matches!(c.lex(end), Lex::Period | Lex::Unit(Unit::Quarter | Unit::Month | Unit::Week));
    Some((Date::Again { years: -1 }, end + usize::from(noun)))
}

/// How many years away: "last year", "a year ago", "the previous year", "a year earlier", "in 2007" is not one.
fn year_away(c: &Cursor, i: usize) -> Parsed<i32> {
    if let Some((Date::Shift { unit: Unit::Year | Unit::FiscalYear, by, .. }, end)) = unit_phrase(c, i)
        && by != 0
    {
        return Some((by, end));
    }
    let one = matches!(c.lex(i), Lex::A | Lex::Count(1)) && c.is(i + 1, Lex::Unit(Unit::Year));
    match c.lex(i + 2) {
        Lex::Ago | Lex::Earlier | Lex::Before if one => Some((-1, i + 3)),
        Lex::Later if one => Some((1, i + 3)),
        _ => None,
    }
}
