//! Holidays whose day follows from a fixed rule.

use model::Day;

use super::cursor::{Cursor, Parsed};
use super::lexicon::Lex;

/// A rule for a day of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holiday {
    /// Month and day.
    On(u32, u32),
    /// The n-th weekday (0 is Monday) of a month, and days after it.
    Nth(u32, u32, u32, i32),
    /// The last weekday of a month.
    Last(u32, u32),
    /// Days from Easter Sunday of the western churches.
    Easter(i32),
}

/// Names in lower case, with the rule. Where one name begins another, the longer stands first.
const HOLIDAYS: &[(&str, Holiday)] = &[
    ("christmas eve", Holiday::On(12, 24)),
    ("christmas day", Holiday::On(12, 25)),
    ("christmas", Holiday::On(12, 25)),
    ("xmas", Holiday::On(12, 25)),
    ("boxing day", Holiday::On(12, 26)),
    ("new year 's eve", Holiday::On(12, 31)),
    ("new year 's day", Holiday::On(1, 1)),
    ("new year 's", Holiday::On(1, 1)),
    ("new years eve", Holiday::On(12, 31)),
    ("new years day", Holiday::On(1, 1)),
    ("new year eve", Holiday::On(12, 31)),
    ("new year", Holiday::On(1, 1)),
    ("black friday", Holiday::Nth(11, 4, 3, 1)),
    ("epiphany", Holiday::On(1, 6)),
    ("martin luther king day", Holiday::Nth(1, 3, 0, 0)),
    ("martin luther king jr . day", Holiday::Nth(1, 3, 0, 0)),
    ("presidents ' day", Holiday::Nth(2, 3, 0, 0)),
    ("presidents day", Holiday::Nth(2, 3, 0, 0)),
    ("president 's day", Holiday::Nth(2, 3, 0, 0)),
    ("groundhog day", Holiday::On(2, 2)),
    ("valentine 's day", Holiday::On(2, 14)),
    ("valentines day", Holiday::On(2, 14)),
    ("st . patrick 's day", Holiday::On(3, 17)),
    ("st patrick 's day", Holiday::On(3, 17)),
    ("st . george 's day", Holiday::On(4, 23)),
    ("ash wednesday", Holiday::Easter(-46)),
    ("palm sunday", Holiday::Easter(-7)),
    ("good friday", Holiday::Easter(-2)),
    ("easter sunday", Holiday::Easter(0)),
    ("easter monday", Holiday::Easter(1)),
    ("easter day", Holiday::Easter(0)),
    ("easter", Holiday::Easter(0)),
    ("ascension day", Holiday::Easter(39)),
    ("pentecost", Holiday::Easter(49)),
    ("whit sunday", Holiday::Easter(49)),
    ("whit monday", Holiday::Easter(50)),
    ("anzac day", Holiday::On(4, 25)),
    ("earth day", Holiday::On(4, 22)),
    ("mother 's day", Holiday::Nth(5, 2, 6, 0)),
    ("mothers ' day", Holiday::Nth(5, 2, 6, 0)),
    ("father 's day", Holiday::Nth(6, 3, 6, 0)),
    ("fathers ' day", Holiday::Nth(6, 3, 6, 0)),
    ("memorial day", Holiday::Last(5, 0)),
    ("canada day", Holiday::On(7, 1)),
    ("independence day", Holiday::On(7, 4)),
    ("bastille day", Holiday::On(7, 14)),
    ("labor day", Holiday::Nth(9, 1, 0, 0)),
    ("labour day", Holiday::Nth(9, 1, 0, 0)),
    ("columbus day", Holiday::Nth(10, 2, 0, 0)),
    ("halloween", Holiday::On(10, 31)),
    ("all saints ' day", Holiday::On(11, 1)),
    ("all saints day", Holiday::On(11, 1)),
    ("all souls ' day", Holiday::On(11, 2)),
    ("veterans day", Holiday::On(11, 11)),
    ("veterans ' day", Holiday::On(11, 11)),
    ("armistice day", Holiday::On(11, 11)),
    ("remembrance day", Holiday::On(11, 11)),
    ("remembrance sunday", Holiday::Nth(11, 2, 6, 0)),
    ("thanksgiving day", Holiday::Nth(11, 4, 3, 0)),
    ("thanksgiving", Holiday::Nth(11, 4, 3, 0)),
    ("australia day", Holiday::On(1, 26)),
    ("may day", Holiday::On(5, 1)),
];

impl Holiday {
    /// Its day in a year.
    pub(super) fn day(self, year: i32) -> Option<Day> {
        match self {
            Self::On(month, day) => Day::new(year, month, day),
            Self::Nth(month, nth, weekday, after) => {
                let first = Day::new(year, month, 1)?;
                let wait = (weekday + 7 - first.weekday()) % 7;
                Some(first.plus((wait + nth * 7 - 7) as i32 + after))
            }
            Self::Last(month, weekday) => {
                let last = Day::new(year, month, super::period::days_in_month(year, month))?;
                Some(last.plus(-(((last.weekday() + 7 - weekday) % 7) as i32)))
            }
            Self::Easter(after) => easter(year).map(|day| day.plus(after)),
        }
    }
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876).
fn easter(year: i32) -> Option<Day> {
    if year < 1583 {
        return None;
    }
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Day::new(year, month as u32, day as u32)
}

/// The name of a holiday, capitalised.
pub(super) fn holiday(c: &Cursor, i: usize) -> Parsed<Holiday> {
    if !matches!(c.lex(i), Lex::Feast | Lex::Month(5)) || !c.capital(i) {
        return None;
    }
    HOLIDAYS.iter().find_map(|&(name, holiday)| {
        let mut at = i;
        for word in name.split(' ') {
            let same = match word {
                "'s" => c.is(at, Lex::Possessive) && c.len(at) > 1,
                "'" => c.is(at, Lex::Possessive),
                _ => c.any(at, &[word]),
            };
            if !same {
                return None;
            }
            at += 1;
        }
        Some((holiday, at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_feasts() {
        let day = |holiday: Holiday, year| holiday.day(year).map(|d| d.to_string());
        assert_eq!(day(Holiday::Easter(0), 2024).as_deref(), Some("2024-03-31"));
        assert_eq!(day(Holiday::Easter(0), 2008).as_deref(), Some("2008-03-23"));
        assert_eq!(day(Holiday::Nth(11, 4, 3, 0), 2023).as_deref(), Some("2023-11-23"));
        assert_eq!(day(Holiday::Last(5, 0), 2021).as_deref(), Some("2021-05-31"));
        assert_eq!(day(Holiday::Nth(9, 1, 0, 0), 2025).as_deref(), Some("2025-09-01"));
    }
}
