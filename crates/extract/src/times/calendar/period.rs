//! Stretches of the calendar, how TIMEX3 and EDTF write them, and how one follows from another.

use model::{Day, Grain, When, edtf_year};

use super::units::{Edge, Season, Unit};

/// A stretch of the calendar with a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) enum Period {
    Day(Day),
    /// ISO week: the year it is counted in, and its number.
    Week(i32, u32),
    /// Saturday and Sunday of an ISO week.
    Weekend(i32, u32),
    Month(i32, u32),
    Season(i32, Season),
    Quarter(i32, u32),
    Half(i32, u32),
    Year(i32),
    /// A year of accounts, named by the calendar year; where it begins is not known.
    Fiscal(i32),
    /// The ten years that begin with this number of tens: 199 is the 1990s.
    Decade(i32),
    /// The hundred years that begin with this number of hundreds: 19 is the twentieth century, as TIMEX3 counts it.
    Century(i32),
}

/// How many days a month has; 0 for what is no month.
pub(in crate::times) fn days_in_month(year: i32, month: u32) -> u32 {
    (28..=31).rev().find(|&day| Day::new(year, month, day).is_some()).unwrap_or(0)
}

/// The month `by` months from the given one.
pub(in crate::times) fn shift_month(year: i32, month: u32, by: i32) -> (i32, u32) {
    let months = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(by);
    (months.div_euclid(12) as i32, months.rem_euclid(12) as u32 + 1)
}

/// The ISO week that holds a day.
pub(in crate::times) fn iso_week(day: Day) -> (i32, u32) {
    let thursday = day.plus(3 - day.weekday() as i32);
    let year = thursday.year();
    let first = Day::new(year, 1, 1).map_or(0, |d| d.0);
    (year, ((thursday.0 - first) / 7 + 1) as u32)
}

/// The Monday of an ISO week.
fn monday(year: i32, week: u32) -> Option<Day> {
    let fourth = Day::new(year, 1, 4)?;
    Some(fourth.plus(week as i32 * 7 - 7 - fourth.weekday() as i32))
}

/// The day `by` units away from a day, hours rounded up to days; `None` where the unit is too coarse, or the calendar
/// ends.
pub(in crate::times) fn day_away(day: Day, by: i32, unit: Unit) -> Option<Day> {
    let months = |by: i32| {
        let (year, month, dom) = day.civil();
        let (year, month) = shift_month(year, month, by);
        Day::new(year, month, dom.min(days_in_month(year, month)))
    };
    match unit {
        Unit::Second | Unit::Minute => Some(day),
        Unit::Hour => Some(day.plus((by.saturating_abs().saturating_add(23)) / 24 * by.signum())),
        Unit::Day | Unit::Night => Some(day.plus(by)),
        Unit::Week => Some(day.plus(by.saturating_mul(7))),
        Unit::Fortnight => Some(day.plus(by.saturating_mul(14))),
        Unit::Month => months(by),
        Unit::Quarter => months(by.saturating_mul(3)),
        Unit::Year | Unit::FiscalYear => months(by.saturating_mul(12)),
        Unit::Decade => months(by.saturating_mul(120)),
        Unit::Weekend | Unit::Century => None,
    }
}

impl Period {
    /// The finest period of a unit that holds the day.
    pub(in crate::times) fn of(unit: Unit, day: Day) -> Option<Self> {
        let (year, month, _) = day.civil();
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(day),
            Unit::Week => {
                let (year, week) = iso_week(day);
                Self::Week(year, week)
            }
            Unit::Weekend => {
                let (year, week) = iso_week(day);
                Self::Weekend(year, week)
            }
            Unit::Month => Self::Month(year, month),
            Unit::Quarter => Self::Quarter(year, (month - 1) / 3 + 1),
            Unit::Year => Self::Year(year),
            Unit::FiscalYear => Self::Fiscal(year),
            Unit::Decade => Self::Decade(year.div_euclid(10)),
            Unit::Century => Self::Century(year.div_euclid(100)),
            Unit::Fortnight | Unit::Night => return None,
        })
    }

    /// The first and the last day; `None` where the calendar of [`Day`] does not reach, or the start is not known.
    pub(in crate::times) fn days(self) -> Option<(Day, Day)> {
        let months = |year, from, to| Some((Day::new(year, from, 1)?, Day::new(year, to, days_in_month(year, to))?));
        match self {
            // Counting days leads out of the calendar more easily than naming them does.
            Self::Day(day) => (Day::FIRST..=Day::LAST).contains(&day).then_some((day, day)),
            Self::Week(year, week) => monday(year, week).map(|day| (day, day.plus(6))),
            Self::Weekend(year, week) => monday(year, week).map(|day| (day.plus(5), day.plus(6))),
            Self::Month(year, month) => months(year, month, month),
            Self::Season(year, season) => {
                let (from, to) = season.months();
                let last = year.saturating_add(i32::from(to < from));
                Some((Day::new(year, from, 1)?, Day::new(last, to, days_in_month(last, to))?))
            }
            Self::Quarter(year, quarter) => months(year, quarter * 3 - 2, quarter * 3),
            Self::Half(year, half) => months(year, half * 6 - 5, half * 6),
            Self::Year(year) => months(year, 1, 12),
            Self::Fiscal(_) => None,
            Self::Decade(tens) => {
                let year = tens.checked_mul(10)?;
                Some((Day::new(year, 1, 1)?, Day::new(year.checked_add(9)?, 12, 31)?))
            }
            // There is no year 0 before Christ: the first century BC is the years 100 to 1 BC.
            Self::Century(hundreds) => {
                let year = hundreds.checked_mul(100)?.checked_add(i32::from(hundreds < 0))?;
                Some((Day::new(year, 1, 1)?, Day::new(year.checked_add(99)?, 12, 31)?))
            }
        }
    }

    /// The year that it lies in, where it lies in one.
    pub(in crate::times) fn year(self) -> Option<i32> {
        match self {
            Self::Day(day) => Some(day.year()),
            Self::Week(year, _)
            | Self::Weekend(year, _)
            | Self::Month(year, _)
            | Self::Season(year, _)
            | Self::Quarter(year, _)
            | Self::Half(year, _)
            | Self::Year(year)
            | Self::Fiscal(year) => Some(year),
            Self::Decade(_) | Self::Century(_) => None,
        }
    }

    /// The period of the same kind `by` units of its own kind later.
    pub(in crate::times) fn next(self, by: i32) -> Option<Self> {
        let round = |year: i32, part: u32, of: i32| {
            let all = i64::from(year) * i64::from(of) + i64::from(part) - 1 + i64::from(by);
            (all.div_euclid(i64::from(of)) as i32, all.rem_euclid(i64::from(of)) as u32 + 1)
        };
        Some(match self {
            Self::Day(day) => Self::Day(day.plus(by)),
            Self::Week(year, week) => {
                let (year, week) = iso_week(monday(year, week)?.plus(by.saturating_mul(7)));
                Self::Week(year, week)
            }
            Self::Weekend(year, week) => {
                let (year, week) = iso_week(monday(year, week)?.plus(by.saturating_mul(7)));
                Self::Weekend(year, week)
            }
            Self::Month(year, month) => {
                let (year, month) = shift_month(year, month, by);
                Self::Month(year, month)
            }
            Self::Season(year, season) => Self::Season(year.saturating_add(by), season),
            Self::Quarter(year, quarter) => {
                let (year, quarter) = round(year, quarter, 4);
                Self::Quarter(year, quarter)
            }
            Self::Half(year, half) => {
                let (year, half) = round(year, half, 2);
                Self::Half(year, half)
            }
            Self::Year(year) => Self::Year(year.saturating_add(by)),
            Self::Fiscal(year) => Self::Fiscal(year.saturating_add(by)),
            Self::Decade(tens) => Self::Decade(tens.saturating_add(by)),
            Self::Century(hundreds) => Self::Century(hundreds.saturating_add(by)),
        })
    }

    /// The same period of another year: 2024-Q3 becomes 2023-Q3.
    pub(in crate::times) fn years_on(self, by: i32) -> Option<Self> {
        Some(match self {
            Self::Day(day) => {
                let (year, month, dom) = day.civil();
                let year = year.saturating_add(by);
                Self::Day(Day::new(year, month, dom.min(days_in_month(year, month)))?)
            }
            Self::Week(year, week) => Self::Week(year.saturating_add(by), week.min(52)),
            Self::Weekend(year, week) => Self::Weekend(year.saturating_add(by), week.min(52)),
            Self::Month(year, month) => Self::Month(year.saturating_add(by), month),
            Self::Season(year, season) => Self::Season(year.saturating_add(by), season),
            Self::Quarter(year, quarter) => Self::Quarter(year.saturating_add(by), quarter),
            Self::Half(year, half) => Self::Half(year.saturating_add(by), half),
            other => return other.next(by),
        })
    }

    /// What lies `by` units away, in the grain of the unit: "three months later" is a month, "two days ago" a day.
    pub(in crate::times) fn shift(self, unit: Unit, by: i32) -> Option<Self> {
        match (self, unit) {
            // Coarser than the unit: only so much can be known.
            (Self::Year(year), Unit::Year) => Some(Self::Year(year.saturating_add(by))),
            (Self::Month(..), Unit::Month) | (Self::Week(..), Unit::Week) | (Self::Quarter(..), Unit::Quarter) => {
                self.next(by)
            }
            (_, Unit::Year) => self.year().map(|year| Self::Year(year.saturating_add(by))),
            (Self::Decade(_), Unit::Decade) | (Self::Century(_), Unit::Century) => self.next(by),
            (_, Unit::Decade) => self.year().map(|year| Self::Decade(year.div_euclid(10).saturating_add(by))),
            (_, Unit::Century) => self.year().map(|year| Self::Century(year.div_euclid(100).saturating_add(by))),
            (Self::Quarter(..) | Self::Season(..), Unit::Month) => {
                Self::of(Unit::Month, if by < 0 { self.days()?.0 } else { self.days()?.1 })?.next(by)
            }
            (Self::Day(day), Unit::Fortnight) => Self::of(Unit::Week, day)?.next(by.saturating_mul(2)),
            (Self::Day(day), _) => Self::of(unit, day)?.next(by),
            (Self::Week(..) | Self::Weekend(..), Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter) => {
                Self::of(unit, if by < 0 { self.days()?.0 } else { self.days()?.1 })?.next(by)
            }
            (Self::Month(year, month), Unit::Quarter) => Self::Quarter(year, (month - 1) / 3 + 1).next(by),
            _ => None,
        }
    }

    /// The value of TIMEX3.
    pub(in crate::times) fn value(self) -> String {
        match self {
            Self::Day(day) => day.to_string(),
            Self::Week(year, week) => format!("{}-W{week:02}", edtf_year(year)),
            Self::Weekend(year, week) => format!("{}-W{week:02}-WE", edtf_year(year)),
            Self::Month(year, month) => format!("{}-{month:02}", edtf_year(year)),
            Self::Season(year, season) => format!("{}-{}", edtf_year(year), season.code()),
            Self::Quarter(year, quarter) => format!("{}-Q{quarter}", edtf_year(year)),
            Self::Half(year, half) => format!("{}-H{half}", edtf_year(year)),
            // Astronomical years count a year 0, which is 1 BC.
            Self::Year(year) if year <= 0 => format!("BC{:04}", 1 - year),
            Self::Year(year) => format!("{year:04}"),
            Self::Fiscal(year) => format!("FY{year:04}"),
            Self::Decade(tens) => format!("{tens:03}"),
            Self::Century(hundreds) if hundreds < 0 => format!("BC{:02}", -1 - hundreds),
            Self::Century(hundreds) => format!("{hundreds:02}"),
        }
    }

    /// The days it can mean, narrowed to a part of it.
    pub(in crate::times) fn when(self, edge: Edge) -> Option<When> {
        let (first, last) = self.days()?;
        if edge != Edge::Whole && first != last {
            return Some(self.part(edge, first, last));
        }
        let edtf = match self {
            Self::Day(day) => return Some(When::day(day)),
            Self::Month(..) => self.value(),
            Self::Year(year) => edtf_year(year),
            Self::Century(hundreds) if hundreds < 0 => {
                format!("{}/{}", edtf_year(first.year()), edtf_year(last.year()))
            }
            Self::Season(year, season) => format!("{}-{}", edtf_year(year), 21 + season as u32),
            Self::Quarter(year, quarter) => format!("{}-{}", edtf_year(year), 32 + quarter),
            Self::Half(year, half) => format!("{}-{}", edtf_year(year), 39 + half),
            Self::Decade(tens) if (0..=999).contains(&tens) => format!("{tens:03}X"),
            _ => format!("{first}/{last}"),
        };
        Some(When { edtf, first: Some(first), last: Some(last), grain: self.grain() })
    }

    /// A part of the period: early, middle and late are about a third each, the beginning and the end a smaller one.
    fn part(self, edge: Edge, first: Day, last: Day) -> When {
        let made =
            |edtf: String, first: Option<Day>, last: Option<Day>| When { edtf, first, last, grain: self.grain() };
        let of_year = |year: i32, (from, to): (u32, u32)| {
            let (first, last) = (Day::new(year, from, 1), Day::new(year, to, days_in_month(year, to)));
            let edtf = if from == to {
                format!("{year:04}-{from:02}~")
            } else {
                format!("{year:04}-{from:02}~/{year:04}-{to:02}~")
            };
            made(edtf, first, last)
        };
        match self {
            Self::Year(year) if year > 0 => of_year(year, edge.share(12, 1)),
            Self::Decade(tens) if tens > 0 => {
                let (from, to) = edge.share(10, 1);
                let (from, to) = (tens * 10 + from as i32 - 1, tens * 10 + to as i32 - 1);
                let edtf = if from == to { format!("{from:04}~") } else { format!("{from:04}~/{to:04}~") };
                made(edtf, Day::new(from, 1, 1), Day::new(to, 12, 31))
            }
            _ => {
                let all = (last.0 - first.0 + 1).max(1) as u32;
                let (from, to) = edge.share(all, (all / 4).max(1));
                let (from, to) = (first.plus(from as i32 - 1), first.plus(to as i32 - 1));
                let edtf = if from == to { format!("{from}~") } else { format!("{from}~/{to}~") };
                made(edtf, Some(from), Some(to))
            }
        }
    }

    pub(in crate::times) fn grain(self) -> Grain {
        match self {
            Self::Day(_) => Grain::Day,
            Self::Week(..) | Self::Weekend(..) => Grain::Week,
            Self::Month(..) => Grain::Month,
            Self::Season(..) => Grain::Season,
            Self::Quarter(..) | Self::Half(..) => Grain::Quarter,
            Self::Year(_) | Self::Fiscal(_) => Grain::Year,
            Self::Decade(_) | Self::Century(_) => Grain::Vague,
        }
    }
}
