//! Dates in figures: "2024-10-11", "10/11/2024", "11.10.2024", "2009–2011".

use model::Day;

use crate::times::calendar::period::Period;
use crate::times::lexing::cursor::century_of;
use crate::times::meaning::{Cycle, Date, Pick};

/// Two numbers with a dash between.
pub(in crate::times) fn range(figures: &str) -> Option<(&str, &str)> {
    figures.split_once('-').or_else(|| figures.split_once('–'))
}

/// A date in figures: 2024-10-11, 10/11/2024 (the American order, unless the first number is no month), 11.10.2024,
/// 2009–2011, 2008-09.
pub(in crate::times) fn figures(text: &str) -> Option<Date> {
    if text.len() > 32 {
        return None;
    }
    let text = text.split(['T', 't']).next().unwrap_or(text);
    if let Some((from, to)) = range(text)
        && !to.contains(['-', '–'])
    {
        return year_range(from, to);
    }
    if let Some((first, last)) = text.split_once('/')
        && first.len() == 4
        && !last.contains('/')
    {
        // "2023/24": a season or a year of accounts, never a month.
        return year_range(first, last).filter(|date| matches!(date, Date::Range(..)));
    }
    let separator = ['-', '/', '.'].into_iter().find(|&s| text.contains(s))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let &[a, b, y] = numbers.as_slice() else { return None };
    if parts[0].len() == 4 {
        return one_day(Some(a as i32), b, y);
    }
    let year = match parts[2].len() {
        4 if (1000..=2999).contains(&y) => y as i32,
        // Versions and scores have short parts as well: only slashes make a date of them.
        2 if separator == '/' || separator == '-' && y >= 50 && parts.iter().all(|part| part.len() == 2) => {
            century_of(y)
        }
        _ => return None,
    };
    if parts[0].len() > 2 || parts[1].len() > 2 {
        return None;
    }
    let american = (separator == '/' || parts[2].len() == 2) && a <= 12 || b > 12;
    let (month, day) = if american { (a, b) } else { (b, a) };
    one_day(Some(year), month, day)
}

/// "20241011"
pub(in crate::times) fn compact(digits: &str) -> Option<Date> {
    let (year, month, day) = (digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?);
    let year = year.parse().ok().filter(|year| (1900..=2049).contains(year))?;
    one_day(Some(year), month.parse().ok()?, day.parse().ok()?)
}

/// "2009-2011", "2008-09", and "2024-10", which is a month.
fn year_range(from: &str, to: &str) -> Option<Date> {
    let year = |text: &str| text.parse::<i32>().ok().filter(|y| text.len() == 4 && (1000..=2999).contains(y));
    let first = year(from)?;
    if to.len() == 2 {
        let number: u32 = to.parse().ok()?;
        let last = first / 100 * 100 + number as i32;
        if last > first {
            return Some(years(first, last));
        }
        return (1..=12).contains(&number).then_some(Date::Fixed(Period::Month(first, number)));
    }
    year(to).filter(|&last| last > first).map(|last| years(first, last))
}

fn years(first: i32, last: i32) -> Date {
    Date::Range(Box::new(Date::Fixed(Period::Year(first))), Box::new(Date::Fixed(Period::Year(last))))
}

/// A day of a year, or of a year that is not named; `None` where the calendar has no such day.
pub(in crate::times) fn one_day(year: Option<i32>, month: u32, day: u32) -> Option<Date> {
    match year {
        Some(year) => Day::new(year, month, day).map(|day| Date::Fixed(Period::Day(day))),
        // 2000 was a leap year: 29 February is a date.
        None => Day::new(2000, month, day).map(|_| Date::Cycle(Cycle::MonthDay(month, day), Pick::Tense)),
    }
}
