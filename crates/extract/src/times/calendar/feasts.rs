//! Feasts whose day follows from a fixed rule.

use model::Day;

use super::period::days_in_month;

/// A rule for a day of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) enum Holiday {
    /// Month and day.
    On(u32, u32),
    /// The n-th weekday (0 is Monday) of a month, and days after it.
    Nth(u32, u32, u32, i32),
    /// The last weekday of a month.
    Last(u32, u32),
    /// Days from Easter Sunday of the western churches.
    Easter(i32),
}

impl Holiday {
    /// Its day in a year.
    pub(in crate::times) fn day(self, year: i32) -> Option<Day> {
        match self {
            Self::On(month, day) => Day::new(year, month, day),
            Self::Nth(month, nth, weekday, after) => {
                let first = Day::new(year, month, 1)?;
                let wait = (weekday + 7 - first.weekday()) % 7;
                Some(first.plus((wait + nth * 7 - 7) as i32 + after))
            }
            Self::Last(month, weekday) => {
                let last = Day::new(year, month, days_in_month(year, month))?;
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
