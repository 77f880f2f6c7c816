//! Which one is meant of what comes again: which Friday, which October, which third quarter.

use model::Day;

use super::tense::Tense;
use crate::times::calendar::period::{Period, shift_month};
use crate::times::calendar::units::{Season, Unit};
use crate::times::meaning::{Cycle, Nth, NthOf, Pick};

/// Where a date lies in the calendar.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::times) enum Placed {
    Known(Period),
    /// From the first to the last.
    Between(Period, Period),
    /// What is known of it, as TIMEX3 writes it: `XXXX-10-11`.
    Pattern(String),
}

/// A date of which only the grain is known.
pub(in crate::times) fn unknown(unit: Unit) -> Placed {
    let value = match unit {
        Unit::Year => "XXXX",
        Unit::FiscalYear => "FYXXXX",
        Unit::Quarter => "XXXX-QX",
        Unit::Month => "XXXX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => "XXXX-XX-XX",
    };
    Placed::Pattern(value.to_owned())
}

/// What a cycle says without its year or week.
pub(in crate::times) fn pattern_of(cycle: Cycle) -> Placed {
    Placed::Pattern(match cycle {
        Cycle::Weekday(day) => format!("XXXX-WXX-{}", day + 1),
        Cycle::Month(month) => format!("XXXX-{month:02}"),
        Cycle::MonthDay(month, day) | Cycle::NamedDay(_, month, day) => format!("XXXX-{month:02}-{day:02}"),
        Cycle::Season(season) => format!("XXXX-{}", season.code()),
        Cycle::Quarter(n) => format!("XXXX-Q{n}"),
        Cycle::Half(n) => format!("XXXX-H{n}"),
        Cycle::DayOfMonth(day) | Cycle::WeekdayOfMonth(_, day) => format!("XXXX-XX-{day:02}"),
        Cycle::Holiday(holiday) => match (holiday.day(2023).map(Day::civil), holiday.day(2024).map(Day::civil)) {
            (Some((_, month, day)), Some((_, m, d))) if (month, day) == (m, d) => format!("XXXX-{month:02}-{day:02}"),
            _ => "XXXX-XX-XX".to_owned(),
        },
    })
}

/// The month in which a cycle of the year begins.
pub(in crate::times) fn place_in_year(cycle: Cycle) -> Option<u32> {
    match cycle {
        Cycle::Month(month) | Cycle::MonthDay(month, _) | Cycle::NamedDay(_, month, _) => Some(month),
        Cycle::Quarter(n) => Some(n * 3 - 2),
        Cycle::Half(n) => Some(n * 6 - 5),
        Cycle::Season(season) => Some(match season {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Fall => 9,
            Season::Winter => 12,
        }),
        Cycle::Holiday(holiday) => holiday.day(2024).map(|day| day.civil().1),
        Cycle::Weekday(_) | Cycle::DayOfMonth(_) | Cycle::WeekdayOfMonth(..) => None,
    }
}

/// The one that lies in a year.
fn in_year(cycle: Cycle, year: i32) -> Option<Period> {
    match cycle {
        Cycle::Month(month) => Some(Period::Month(year, month)),
        Cycle::MonthDay(month, day) | Cycle::NamedDay(_, month, day) => Day::new(year, month, day).map(Period::Day),
        Cycle::Season(season) => Some(Period::Season(year, season)),
        Cycle::Quarter(n) => Some(Period::Quarter(year, n)),
        Cycle::Half(n) => Some(Period::Half(year, n)),
        Cycle::Holiday(holiday) => holiday.day(year).map(Period::Day),
        Cycle::Weekday(_) | Cycle::DayOfMonth(_) | Cycle::WeekdayOfMonth(..) => None,
    }
}

/// The one that lies within a larger period.
pub(in crate::times) fn within(cycle: Cycle, period: Period) -> Placed {
    let found = match (cycle, period) {
        (Cycle::Weekday(day), Period::Week(..)) => {
            period.days().map(|(monday, _)| Period::Day(monday.plus(day as i32)))
        }
        (_, Period::Year(year) | Period::Fiscal(year)) => in_year(cycle, year),
        _ => None,
    };
    found.map_or_else(|| pattern_of(cycle), Placed::Known)
}

/// The first one after a date.
pub(in crate::times) fn following(cycle: Cycle, base: Option<Period>) -> Placed {
    let day = base.and_then(Period::days).map(|(_, last)| last.plus(1));
    day.and_then(|day| near(cycle, day, Side::After)).map_or_else(|| pattern_of(cycle), Placed::Known)
}

/// The first one that does not begin before a period.
pub(in crate::times) fn from(cycle: Cycle, base: Period) -> Option<Period> {
    near(cycle, base.days()?.0, Side::After)
}

/// The one that a narrative means which has come to a date: the nearest, and rather ahead than back.
pub(in crate::times) fn told(cycle: Cycle, base: Option<Period>) -> Placed {
    let placed = || {
        let (base, (start, _)) = (base?, base?.days()?);
        if let Period::Year(year) = base
            && let Some(found) = in_year(cycle, year)
        {
            return Some(found);
        }
        let (before, after) = (near(cycle, start, Side::Before)?, near(cycle, start, Side::After)?);
        let (back, ahead) = (start.0 - before.days()?.1.0, after.days()?.0.0 - start.0);
        Some(if ahead <= back * 2 { after } else { before })
    };
    placed().map_or_else(|| pattern_of(cycle), Placed::Known)
}

fn is_date(cycle: Cycle) -> bool {
    matches!(cycle, Cycle::MonthDay(..) | Cycle::NamedDay(..))
}

/// Whether the one before the day of publication is some weeks old at most.
pub(in crate::times) fn is_fresh(cycle: Cycle, published: Option<Period>) -> bool {
    let day = published.and_then(Period::days).map(|(first, _)| first);
    let before = day.and_then(|day| near(cycle, day, Side::Before)?.days()?.1.0.checked_sub(day.0));
    is_date(cycle) && before.is_some_and(|away| away > -DAYS)
}

/// On which side of a day to look; a period that holds the day lies on both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// The nearest one on one side of a day.
fn near(cycle: Cycle, day: Day, side: Side) -> Option<Period> {
    let sign = if side == Side::Before { -1 } else { 1 };
    match cycle {
        Cycle::Weekday(weekday) => {
            let ahead = (weekday + 7 - day.weekday()) % 7;
            let away = if side == Side::After { ahead as i32 } else { -((7 - ahead as i32) % 7) };
            Some(Period::Day(day.plus(away)))
        }
        Cycle::DayOfMonth(of_month) | Cycle::WeekdayOfMonth(_, of_month) => {
            let (year, month, _) = day.civil();
            let fits = |found: &Day| !matches!(cycle, Cycle::WeekdayOfMonth(weekday, _) if found.weekday() != weekday);
            // The same day of the month falls on the same weekday within 14 months, the 31st within 20.
            (0..21).find_map(|away| {
                let (year, month) = shift_month(year, month, away * sign);
                let found = Day::new(year, month, of_month).filter(fits)?;
                (if side == Side::After { found >= day } else { found <= day }).then_some(Period::Day(found))
            })
        }
        // Nine years: 29 February can be eight years away.
        _ => (-1..9).find_map(|away| {
            let found = in_year(cycle, day.year() + away * sign)?;
            let (first, last) = found.days()?;
            (if side == Side::After { last >= day } else { first <= day }).then_some(found)
        }),
    }
}

/// The one that is meant, as seen from the day of publication.
pub(in crate::times) fn pick(
    cycle: Cycle,
    which: &Pick,
    published: Option<Period>,
    tense: &dyn Fn() -> Tense,
) -> Placed {
    let found = match published {
        Some(Period::Day(today)) if let Cycle::NamedDay(weekday, month, day) = cycle => {
            named_day(weekday, month, day, today, tense())
        }
        Some(Period::Day(day)) => on_day(cycle, which, day, tense),
        // Only the month or year of publication is known: the same year is the best guess, a weekday has none.
        Some(period) => period.year().and_then(|year| match which {
            Pick::Last => in_year(cycle, year - 1),
            Pick::Next => in_year(cycle, year + 1),
            _ => in_year(cycle, year),
        }),
        None => None,
    };
    found.map_or_else(|| pattern_of(cycle), Placed::Known)
}

/// "Friday, October 11": of last, this and next year's, the one that is a Friday; the tense decides between several,
/// and where the weekday fits none.
fn named_day(weekday: u32, month: u32, day: u32, today: Day, tense: Tense) -> Option<Period> {
    let year = today.year();
    let fits = |y: &i32| Day::new(*y, month, day).is_some_and(|day| day.weekday() == weekday);
    match [year, year - 1, year + 1].into_iter().find(fits) {
        Some(year) => Day::new(year, month, day).map(Period::Day),
        None => on_day(Cycle::MonthDay(month, day), &Pick::Tense, today, &|| tense),
    }
}

fn on_day(cycle: Cycle, which: &Pick, day: Day, tense: &dyn Fn() -> Tense) -> Option<Period> {
    let holds = |period: &Period| period.days().is_some_and(|(first, last)| first <= day && day <= last);
    let (before, after) = (|| near(cycle, day, Side::Before), || near(cycle, day, Side::After));
    match which {
        Pick::Last => match before()? {
            // "last Friday" on a Friday, "last October" in October: not this one.
            held if holds(&held) => near(cycle, held.days()?.0.plus(-1), Side::Before),
            found => Some(found),
        },
        Pick::Next => match after()? {
            held if holds(&held) => near(cycle, held.days()?.1.plus(1), Side::After),
            found => Some(found),
        },
        Pick::This => match cycle {
            Cycle::Weekday(weekday) => {
                let monday = day.plus(-(day.weekday() as i32));
                Some(Period::Day(monday.plus(weekday as i32)))
            }
            Cycle::Season(Season::Winter) => nearest(before()?, after()?, day),
            _ => in_year(cycle, day.year()).or_else(after),
        },
        // The nearest that agrees: the weekday tells more than the tense.
        _ if matches!(cycle, Cycle::WeekdayOfMonth(..)) => nearest(before()?, after()?, day),
        _ => match tense() {
            Tense::Past => Some(past(before()?, after, (day, if is_date(cycle) { DAYS } else { CLOSE }))),
            Tense::Future => after(),
            Tense::Unknown if matches!(cycle, Cycle::Weekday(_)) => before(),
            Tense::Unknown => nearest(before()?, after()?, day),
        },
    }
}

/// How many days ahead are few for a month, and for a day of it.
const CLOSE: i32 = 45;
const DAYS: i32 = 60;

/// How many days ahead at most lies what no tense puts there.
const AHEAD: i32 = 120;

/// What a past tense picks: the one before, unless that lies most of a year back and the next is close. Then the verb
/// is that of a report, not of what it is about: "announced layoffs for September" in August.
fn past(before: Period, after: impl Fn() -> Option<Period>, (day, close): (Day, i32)) -> Period {
    const FAR: i32 = 200;
    let Some((_, last)) = before.days().filter(|(_, last)| day.0 - last.0 > FAR) else { return before };
    let near = |after: &Period| after.days().is_some_and(|(first, _)| first.0 - day.0 < close && last < first);
    after().filter(near).unwrap_or(before)
}

/// Which of the two lies nearer to a day; on a tie, or where the next is far, the one before.
fn nearest(before: Period, after: Period, day: Day) -> Option<Period> {
    let (past, ahead) = (day.0 - before.days()?.1.0, after.days()?.0.0 - day.0);
    Some(if past <= ahead || ahead > AHEAD { before } else { after })
}

/// The n-th week or weekday of a month or year. A week belongs to the month that holds its Thursday.
pub(in crate::times) fn nth(nth: Nth, of: NthOf, period: Period) -> Placed {
    let found = || {
        let (first, last) = period.days()?;
        let inside = |day: Day| first <= day && day <= last;
        match of {
            NthOf::Unit(Unit::Day) => {
                let day = match nth {
                    Nth::From(n) => first.plus(n as i32 - 1),
                    Nth::Last => last,
                };
                inside(day).then_some(Period::Day(day))
            }
            NthOf::Unit(Unit::Month) => {
                let (year, month, _) = first.civil();
                let (year, month) = match nth {
                    Nth::From(n) => shift_month(year, month, n as i32 - 1),
                    Nth::Last => (last.civil().0, last.civil().1),
                };
                Some(Period::Month(year, month)).filter(|_| matches!(period, Period::Year(_)))
            }
            NthOf::Unit(Unit::Decade) => match (nth, period) {
                (Nth::From(n @ 1..=10), Period::Century(hundreds)) => {
                    Some(Period::Decade(hundreds * 10 + n as i32 - 1))
                }
                (Nth::Last, Period::Century(hundreds)) => Some(Period::Decade(hundreds * 10 + 9)),
                _ => None,
            },
            NthOf::Unit(unit) => Period::of(unit, weekday_in(nth, 3, first, last)?),
            NthOf::Weekday(weekday) => weekday_in(nth, weekday, first, last).map(Period::Day),
        }
    };
    found().map_or_else(
        || match of {
            NthOf::Unit(unit) => unknown(unit),
            NthOf::Weekday(_) => unknown(Unit::Day),
        },
        Placed::Known,
    )
}

/// The n-th or last of a weekday between two days.
fn weekday_in(nth: Nth, weekday: u32, first: Day, last: Day) -> Option<Day> {
    let day = match nth {
        Nth::From(n) => first.plus(((weekday + 7 - first.weekday()) % 7) as i32 + (n as i32 - 1).checked_mul(7)?),
        Nth::Last => last.plus(-(((last.weekday() + 7 - weekday) % 7) as i32)),
    };
    (first <= day && day <= last).then_some(day)
}
