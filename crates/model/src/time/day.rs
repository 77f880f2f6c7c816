//! Days, counted and written.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01; written `YYYY-MM-DD` for readers, and as its number
/// in the viewer's records, which have some of them for every statement.
///
/// The conversions are Howard Hinnant's `days_from_civil` and `civil_from_days`
/// (<https://howardhinnant.github.io/date_algorithms.html>): small enough for the viewer, where a calendar library is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The first day that texts may speak of: 1 January of the year -9999, which is 10,000 BC.
    pub const FIRST: Self = Self(-4_371_587);

    /// The last day that texts may speak of: 31 December of the year 9999.
    pub const LAST: Self = Self(2_932_896);

    /// The day of a year (0 is 1 BC, -43 is 44 BC), month (1 to 12) and day of the month; `None` where the calendar has
    /// no such day, or it lies outside of [`Day::FIRST`] to [`Day::LAST`].
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        counted(year, month, day).filter(|day| (Self::FIRST..=Self::LAST).contains(day))
    }

    /// Year, month (1 to 12) and day of the month.
    pub fn civil(self) -> (i32, u32, u32) {
        let z = i64::from(self.0) + 719_468;
        let era = z.div_euclid(146_097);
        let doe = z.rem_euclid(146_097);
        let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
        let mp = (5 * doy + 2) / 153;
        let day = doy - (153 * mp + 2) / 5 + 1;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = (yoe + era * 400 + i64::from(month <= 2)) as i32;
        (year, month as u32, day as u32)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.civil().0
    }

    /// Days since Monday: 0 is Monday, 6 is Sunday.
    pub fn weekday(self) -> u32 {
        (i64::from(self.0) + 3).rem_euclid(7) as u32
    }

    /// The day `days` later, or earlier where it is negative.
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }
}

/// The day of a year, month and day of the month, as far as days can be counted.
fn counted(year: i32, month: u32, day: u32) -> Option<Day> {
    if !(1..=12).contains(&month) || day == 0 || day > days_in_month(year, month) {
        return None;
    }
    let y = i64::from(year) - i64::from(month <= 2);
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let shifted = (i64::from(month) + 9) % 12;
    let day_of_year = (153 * shifted + 2) / 5 + i64::from(day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    i32::try_from(era * 146_097 + day_of_era - 719_468).ok().map(Day)
}

/// A year as EDTF writes it: four digits at least, with a minus before the year 0; `-0043` is 44 BC.
pub fn edtf_year(year: i32) -> String {
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{:04}", year.unsigned_abs())
}

/// How many days a month (1 to 12) has.
pub(super) fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (y, m, d) = self.civil();
        write!(f, "{}-{m:02}-{d:02}", edtf_year(y))
    }
}

impl FromStr for Day {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
        let number = |part: &str| {
            let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
            if digits { part.parse::<i32>().ok() } else { None }
        };
        let mut parts = digits.splitn(3, '-').map(number);
        match (parts.next(), parts.next(), parts.next()) {
            // Any day is read back, also one that arithmetic has moved beyond what texts may speak of.
            (Some(Some(y)), Some(Some(m)), Some(Some(d))) => counted(sign * y, m as u32, d as u32),
            _ => None,
        }
        .ok_or_else(|| format!("{text:?} is not a day like 2024-10-11"))
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() { to.serialize_str(&self.to_string()) } else { to.serialize_i32(self.0) }
    }
}

impl<'a> Deserialize<'a> for Day {
    fn deserialize<D: Deserializer<'a>>(from: D) -> Result<Self, D::Error> {
        if from.is_human_readable() {
            String::deserialize(from)?.parse().map_err(D::Error::custom)
        } else {
            i32::deserialize(from).map(Self)
        }
    }
}
