//! The grammar of calendar dates: "11 October 2024", "Friday, Oct. 11", "October of last year".

use super::figures::{compact, figures, one_day, range};
use super::units::unit_phrase;
use super::years::{epoch, fiscal_year};
use crate::times::calendar::period::Period;
use crate::times::calendar::units::Unit;
use crate::times::lexing::cursor::{Cursor, Parsed, century_of};
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::{Cycle, Date, Nth, NthOf, Pick};

/// A date of any form that names months, days, years, decades or centuries.
pub(in crate::times) fn date(c: &Cursor, i: usize) -> Parsed<Date> {
    fiscal_year(c, i)
        .or_else(|| weekday_and_date(c, i))
        .or_else(|| calendar(c, i))
        .or_else(|| weekday(c, i))
        .or_else(|| epoch(c, i))
        .or_else(|| day_alone(c, i))
}

/// "on the 15th": a day of a month that the text does not name.
fn day_alone(c: &Cursor, i: usize) -> Parsed<Date> {
    let Lex::Ordinal(day @ 1..=31) = c.lex(i + 1) else { return None };
    let stands = c.is(i, Lex::The) && c.before(i) == Lex::On && c.numeral(i + 1);
    // "the 2nd of this month"
    if c.is(i, Lex::The)
        && c.numeral(i + 1)
        && c.is(i + 2, Lex::Of)
        && let Some((month, end)) = unit_phrase(c, i + 3)
        && matches!(month, Date::Shift { unit: Unit::Month, .. })
    {
        return Some((Date::Nth(Nth::From(day), NthOf::Unit(Unit::Day), Box::new(month)), end));
    }
    let ends = !matches!(c.lex(i + 2), Lex::Other | Lex::PastForm | Lex::Hyphen | Lex::Unit(_) | Lex::Of);
    (stands && ends).then_some((Date::Cycle(Cycle::DayOfMonth(day), Pick::Tense), i + 2))
}

/// "Friday, October 11", "Friday the 11th": the weekday adds nothing, unless it contradicts the date.
fn weekday_and_date(c: &Cursor, i: usize) -> Parsed<Date> {
    let weekday = weekday_name(c, i)?;
    let dot = c.skip(i + 1, Lex::Dot);
    let at = c.skip(c.skip(dot, Lex::Comma), Lex::The);
    let (date, end) = calendar(c, at).or_else(|| {
        // "Friday the 13th", not "Friday the first of them".
        let (day, end) = c.is(at - 1, Lex::The).then(|| c.ordinal(at)).flatten().filter(|_| c.numeral(at))?;
        Some((Date::Cycle(Cycle::DayOfMonth(day), Pick::Tense), end))
    })?;
    let agrees = match date {
        Date::Fixed(Period::Day(day)) => day.weekday() == weekday,
        Date::Cycle(Cycle::MonthDay(..) | Cycle::DayOfMonth(_), _) => true,
        _ => false,
    };
    let date = match date {
        Date::Cycle(Cycle::MonthDay(month, day), pick @ Pick::Tense) => {
            Date::Cycle(Cycle::NamedDay(weekday, month, day), pick)
        }
        Date::Cycle(Cycle::DayOfMonth(day), pick @ Pick::Tense) => {
            Date::Cycle(Cycle::WeekdayOfMonth(weekday, day), pick)
        }
        other => other,
    };
    agrees.then_some((date, end))
}

/// The number of a weekday's name; an abbreviation needs its full stop, or a comma or a date behind it.
fn weekday_name(c: &Cursor, i: usize) -> Option<u32> {
    match c.lex(i) {
        Lex::Weekday(day) if c.capital(i) => Some(day),
        Lex::WeekdayShort(day) if c.capital(i) => {
            let next = c.skip(c.skip(i + 1, Lex::Dot), Lex::Comma);
            let dated = matches!(c.lex(next), Lex::Month(_) | Lex::MonthShort(_) | Lex::Int(_) | Lex::Ordinal(_));
            dated.then_some(day)
        }
        _ => None,
    }
}

/// A weekday alone, or with its week: "Friday", "Monday of next week".
fn weekday(c: &Cursor, i: usize) -> Parsed<Date> {
    let Lex::Weekday(day) = c.lex(i) else { return None };
    // "the Sunday Courier", "Saturday Night Dance"
    let title = c.is(i.wrapping_sub(1), Lex::The) && c.name(i + 1)
        || matches!(c.lex(i + 1), Lex::Part(_)) && c.capital(i + 1) && c.name(i + 2);
    if !c.capital(i) || title {
        return None;
    }
    let cycle = Cycle::Weekday(day);
    let before = i.wrapping_sub(1);
    if c.capital(before) && c.any(before, &["black", "bloody", "super", "cyber", "holy", "maundy", "shrove", "whit"]) {
        return Some((Date::Cycle(cycle, Pick::Named), i + 1));
    }
    if let Some((week, end)) = unit_phrase(c, c.skip(i + 1, Lex::Of))
        && matches!(week, Date::Shift { unit: Unit::Week, .. })
    {
        return Some((Date::Cycle(cycle, Pick::Within(Box::new(week))), end));
    }
    Some((Date::Cycle(cycle, Pick::Tense), i + 1))
}

/// A date with a month's name, or in figures.
fn calendar(c: &Cursor, i: usize) -> Parsed<Date> {
    match c.lex(i) {
        Lex::Figures => days_first(c, i).or_else(|| figures(c.word(i)).map(|date| (date, i + 1))),
        Lex::Int(_) if c.len(i) == 8 => compact(c.word(i)).map(|date| (date, i + 1)),
        Lex::Month(_) | Lex::MonthShort(_) => month_first(c, i),
        _ => day_first(c, i).or_else(|| year_first(c, i)),
    }
}

/// A month's name with its full stop, where it has one.
fn month_name(c: &Cursor, i: usize) -> Parsed<u32> {
    if !c.capital(i) {
        return None;
    }
    match c.lex(i) {
        Lex::Month(month) => Some((month, i + 1)),
        Lex::MonthShort(month) => Some((month, c.skip(i + 1, Lex::Dot))),
        _ => None,
    }
}

/// "October 11, 2024", "Oct. 11", "October 22–24", "October 2024", "October of last year", "October".
fn month_first(c: &Cursor, i: usize) -> Parsed<Date> {
    let (month, at) = month_name(c, i)?;
    if let Some(found) = days_of_month(c, at, month) {
        return Some(found);
    }
    // A day that the calendar does not have: no more than the month is told.
    if let Some((_, after)) = c.day_of_month(c.skip(at, Lex::The))
        && let Some((year, end)) = year_behind(c, after)
    {
        return Some((Date::Fixed(Period::Month(year, month)), end));
    }
    if let Some((year, end)) = year_behind(c, at) {
        return Some((Date::Fixed(Period::Month(year, month)), end));
    }
    let cycle = Cycle::Month(month);
    let of = c.skip(at, Lex::Of);
    if let Some((within, end)) = unit_phrase(c, of)
        && matches!(within, Date::Shift { unit: Unit::Year, .. })
    {
        return Some((Date::Cycle(cycle, Pick::Within(Box::new(within))), end));
    }
    stands_alone(c, i, at).then_some((Date::Cycle(cycle, Pick::Tense), at))
}

/// Whether a month's name at `i` that ends before `at` names the month: "may", "march" and names of people do not.
fn stands_alone(c: &Cursor, i: usize, at: usize) -> bool {
    let led = matches!(
        c.before(i),
        Lex::In
            | Lex::Since
            | Lex::By
            | Lex::Until
            | Lex::From
            | Lex::During
            | Lex::After
            | Lex::Before
            | Lex::Between
            | Lex::For
            | Lex::Of
            | Lex::To
            | Lex::This
            | Lex::Last
            | Lex::Next
            | Lex::Early
            | Lex::Late
            | Lex::Mid
            | Lex::Each
            | Lex::Every
            | Lex::Hyphen
            | Lex::Previous
            | Lex::Following
            | Lex::Coming
    );
    let beside_month = |i: usize| matches!(c.lex(i), Lex::Month(_) | Lex::MonthShort(_)) && c.capital(i);
    let listed = matches!(c.before(i), Lex::And | Lex::Or | Lex::Comma) && i >= 2 && beside_month(i - 2)
        || matches!(c.lex(at), Lex::And | Lex::Or | Lex::To | Lex::Hyphen | Lex::Dash) && beside_month(at + 1);
    match c.lex(i) {
        Lex::MonthShort(_) => led || listed,
        // The verbs.
        Lex::Month(3 | 5) if c.before(i) == Lex::The => c.is(at, Lex::Other) && !c.capital(at),
        Lex::Month(3 | 5) => (led || listed) && !c.name(at) || c.is(at, Lex::Possessive) && c.before(i) != Lex::Break,
        // Names of people, and a word of dignity.
        Lex::Month(1 | 4 | 6 | 8) => led || listed || !c.name(at) && !c.name(i.wrapping_sub(1)),
        _ => true,
    }
}

/// The day or days behind a month's name, with the year where it is given.
fn days_of_month(c: &Cursor, at: usize, month: u32) -> Parsed<Date> {
    if c.is(at, Lex::Figures) {
        let (from, to) = range(c.word(at))?;
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        let fits = (1..=31).contains(&from) && (1..=31).contains(&to) && from < to;
        return fits.then(|| with_year(c, at + 1, &|year| two_days(year, month, from, month, to))).flatten();
    }
    let the = c.skip(at, Lex::The);
    let (day, end) = c.day_of_month(the)?;
    // "May 5,000" was one token; "May 10 percent", "March 2 million" are not dates, nor is "June 30 points".
    if matches!(c.lex(end), Lex::Percent | Lex::Million | Lex::Thousand | Lex::Hundred) && c.is(the, Lex::Int(day)) {
        return None;
    }
    if c.is(end, Lex::Dash) && !c.spaced(end) || c.is(end, Lex::Hyphen) {
        if let Some((to, end)) = c.day_of_month(end + 1).filter(|&(to, _)| to > day) {
            return with_year(c, end, &|year| two_days(year, month, day, month, to));
        }
        if let Some((month_to, at)) = month_name(c, end + 1)
            && let Some((to, end)) = c.day_of_month(at)
        {
            return with_year(c, end, &|year| two_days(year, month, day, month_to, to));
        }
    }
    with_year(c, end, &|year| one_day(year, month, day))
}

fn two_days(year: Option<i32>, month: u32, day: u32, month_to: u32, day_to: u32) -> Option<Date> {
    // "December 28–January 3, 2024" begins in the year before.
    let year_from = year.map(|year| year - i32::from(month > month_to));
    let (from, to) = (one_day(year_from, month, day)?, one_day(year, month_to, day_to)?);
    Some(Date::Range(Box::new(from), Box::new(to)))
}

/// Reads the year behind a day, and "last year" and its like, and makes the date of it.
fn with_year(c: &Cursor, at: usize, make: &dyn Fn(Option<i32>) -> Option<Date>) -> Parsed<Date> {
    if let Some((year, end)) = year_behind(c, at) {
        match make(Some(year)) {
            Some(date) => return Some((date, end)),
            // "Feb 29, 2015": that year has no such day, and no other is meant.
            None if matches!(c.lex(at), Lex::Comma | Lex::Int(_)) => return None,
            None => {}
        }
    }
    let date = make(None)?;
    if let Date::Cycle(cycle, Pick::Tense) = date
        && let Some((within, end)) = unit_phrase(c, c.skip(at, Lex::Of))
        && matches!(within, Date::Shift { unit: Unit::Year, .. })
    {
        return Some((Date::Cycle(cycle, Pick::Within(Box::new(within))), end));
    }
    Some((date, at))
}

/// ", 2024", "2024", "of 2024", "'24" behind a day or a month.
fn year_behind(c: &Cursor, at: usize) -> Parsed<i32> {
    let year = match c.lex(at) {
        Lex::Comma | Lex::Of => at + 1,
        _ => at,
    };
    // "March 15, 44 BC"
    if let (Lex::Int(n @ 1..=9999), Lex::Era(before)) = (c.lex(year), c.lex(year + 1))
        && c.capital(year + 1)
    {
        return Some((if before { 1 - n as i32 } else { n as i32 }, year + 2));
    }
    let (year, end) = c.year(year)?;
    (!c.plural(end) || c.lex(at) == Lex::Comma).then_some((year, end))
}

/// "11 October 2024", "the 11th of October", "22–24 October", "11-Oct-2024".
fn day_first(c: &Cursor, i: usize) -> Parsed<Date> {
    let i = if c.is(i, Lex::The) && matches!(c.lex(i + 1), Lex::Ordinal(_) | Lex::First | Lex::Second | Lex::Ty(_)) {
        i + 1
    } else {
        i
    };
    let (day, at) = c.day_of_month(i)?;
    if (c.is(at, Lex::Dash) && !c.spaced(at) || c.is(at, Lex::Hyphen))
        && let Some((to, at)) = c.day_of_month(at + 1).filter(|&(to, _)| to > day)
        && let Some((month, end)) = month_name(c, c.skip(at, Lex::Of))
    {
        return with_year(c, end, &|year| two_days(year, month, day, month, to));
    }
    let at = if c.is(at, Lex::Of) && !matches!(c.lex(i), Lex::Int(_)) { at + 1 } else { c.skip(at, Lex::Hyphen) };
    let (month, end) = month_name(c, at)?;
    // "10 May" is a date, "the first March" and "third May" are not.
    if matches!(c.lex(i), Lex::First | Lex::Second) && !c.is(at - 1, Lex::Of) && !c.is(i.wrapping_sub(1), Lex::The) {
        return None;
    }
    let end = if c.is(end, Lex::Hyphen) && c.year(end + 1).is_some() { end + 1 } else { end };
    if c.is(end, Lex::Hyphen)
        && let Lex::Int(year) = c.lex(end + 1)
        && c.len(end + 1) == 2
    {
        return one_day(Some(century_of(year)), month, day).map(|date| (date, end + 2));
    }
    if let Some(found) = with_year(c, end, &|year| one_day(year, month, day)) {
        return Some(found);
    }
    let (year, end) = year_behind(c, end)?;
    Some((Date::Fixed(Period::Month(year, month)), end))
}

/// "22–24 October", where the days are one word.
fn days_first(c: &Cursor, i: usize) -> Parsed<Date> {
    let (from, to) = range(c.word(i))?;
    let (from, to) = (from.parse().ok()?, to.parse().ok()?);
    let fits = (1..=31).contains(&from) && (1..=31).contains(&to) && from < to;
    let (month, end) = month_name(c, c.skip(i + 1, Lex::Of)).filter(|_| fits)?;
    with_year(c, end, &|year| two_days(year, month, from, month, to))
}

/// "2024 October 11", "2024-Oct-11".
fn year_first(c: &Cursor, i: usize) -> Parsed<Date> {
    let (year, at) = c.year(i)?;
    let name = c.skip(at, Lex::Hyphen);
    let (month, at) = month_name(c, name)?;
    // "1975 Nov-Dec"
    if matches!(c.lex(name), Lex::MonthShort(_)) && c.day_of_month(c.skip(at, Lex::Hyphen)).is_none() {
        return Some((Date::Fixed(Period::Month(year, month)), at));
    }
    let (day, end) = c.day_of_month(c.skip(at, Lex::Hyphen))?;
    one_day(Some(year), month, day).map(|date| (date, end))
}

/// Another day of the month of a date.
pub(in crate::times) fn same_month(date: &Date, day: u32) -> Option<Date> {
    match date {
        Date::Fixed(Period::Day(known)) => {
            let (year, month, _) = known.civil();
            one_day(Some(year), month, day)
        }
        Date::Cycle(Cycle::MonthDay(month, _) | Cycle::NamedDay(_, month, _), pick) => {
            one_day(None, *month, day).map(|_| Date::Cycle(Cycle::MonthDay(*month, day), pick.clone()))
        }
        _ => None,
    }
}
