//! What a time expression means before it is known what day it is said on.

use model::{Day, TimeKind};

use super::holidays::Holiday;
use super::period::{Period, Season};

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    FiscalYear,
    Decade,
    Century,
}

impl Unit {
    /// How many of which letter make one unit in a TIMEX3 duration, and whether it stands behind the `T`.
    pub(super) fn code(self) -> (f64, &'static str, bool) {
        match self {
            Self::Second => (1.0, "S", true),
            Self::Minute => (1.0, "M", true),
            Self::Hour => (1.0, "H", true),
            Self::Day => (1.0, "D", false),
            Self::Night => (1.0, "NI", true),
            Self::Weekend => (1.0, "WE", false),
            Self::Week => (1.0, "W", false),
            Self::Fortnight => (2.0, "W", false),
            Self::Month => (1.0, "M", false),
            Self::Quarter => (1.0, "Q", false),
            Self::Year | Self::FiscalYear => (1.0, "Y", false),
            Self::Decade => (10.0, "Y", false),
            Self::Century => (100.0, "Y", false),
        }
    }
}

/// A part of the day, by the letters that TIMEX3 gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Midnight,
}

impl Part {
    /// What stands behind the date.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Morning => "TMO",
            Self::Midday => "T12:00",
            Self::Afternoon => "TAF",
            Self::Evening => "TEV",
            Self::Night => "TNI",
            Self::Midnight => "T24:00",
        }
    }
}

/// Which part of a period is meant: "early March", "the end of the year".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Edge {
    #[default]
    Whole,
    /// "early"
    Early,
    /// "mid", "the middle of"
    Middle,
    /// "late"
    Late,
    /// "the beginning of"
    Start,
    /// "the end of"
    End,
    /// "the first half of", of what has no halves by name.
    FirstHalf,
    /// "the second half of"
    SecondHalf,
}

/// How many units: a number, or "several", "a few", or a bare plural.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Amount {
    Known(f64),
    Vague,
}

/// Where a relative expression is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The day of publication: "last month", "two years ago".
    Speech,
    /// The date that the passage has set: "three days later", "the following week".
    Passage,
}

/// What comes again every week or every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cycle {
    /// 0 is Monday.
    Weekday(u32),
    Month(u32),
    /// Month and day of the month.
    MonthDay(u32, u32),
    /// Weekday, month and day of the month, which agree in some years only.
    NamedDay(u32, u32, u32),
    Season(Season),
    Quarter(u32),
    Half(u32),
    Holiday(Holiday),
    /// A day of the month, from 1.
    DayOfMonth(u32),
    /// Weekday and day of the month, which agree in some months only: "Sunday the 8th".
    WeekdayOfMonth(u32, u32),
}

/// Which one of a cycle is meant.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Pick {
    /// The nearest that the tense allows.
    Tense,
    Last,
    This,
    Next,
    /// The first after the date that the passage has set: "the following Monday".
    Following,
    /// One that goes by a name of its own, and that no rule tells: "Black Monday".
    Named,
    /// The one within another period: "October of next year", "Friday last week".
    Within(Box<Date>),
}

/// Which of the smaller periods within a larger one: "the last week of March", "the third Friday of October".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nth {
    /// From 1.
    From(u32),
    Last,
}

/// A date of any grain, not yet placed in the calendar.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Date {
    Fixed(Period),
    Cycle(Cycle, Pick),
    Shift {
        unit: Unit,
        by: i32,
        anchor: Anchor,
    },
    /// The same period as the one the passage speaks of, so many years away: "the same month last year".
    Again {
        years: i32,
    },
    Nth(Nth, NthOf, Box<Date>),
    /// The week or the weekend that holds a day: "the week of 3 March".
    Around(Unit, Box<Date>),
    /// Two days or years written as one: "October 22–24", "2009–2011".
    Range(Box<Date>, Box<Date>),
}

/// What is counted within a larger period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NthOf {
    Unit(Unit),
    Weekday(u32),
}

/// A vague reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vague {
    Past,
    Present,
    Future,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: u32,
    pub(super) minute: Option<u32>,
    pub(super) second: Option<u32>,
    /// Whether it is given in universal time.
    pub(super) universal: bool,
}

/// Which way a length of time runs from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    None,
    /// "the past three years"
    Back,
    /// "the next three years"
    Ahead,
    /// "within three years": at the latest then.
    Within,
}

/// What a time expression means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    Date(Date, Edge),
    /// A date with the time of day; without one, the day the passage speaks of.
    Clock(Clock, Option<Date>),
    Part(Part, Option<Date>),
    Duration(Vec<(Amount, Unit)>, Reach),
    /// A length of time that one word gives, with its value: "yearlong".
    Length(&'static str),
    /// Something that comes again, with its value.
    Set(String),
    Vague(Vague),
}

/// An expression as it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// Its first token.
    pub(super) first: usize,
    /// One past its last token.
    pub(super) end: usize,
    pub(super) meaning: Meaning,
}

/// What an expression has been resolved to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Resolved {
    pub(super) kind: TimeKind,
    pub(super) value: String,
    /// The period it names, where it is known.
    pub(super) period: Option<Period>,
    pub(super) when: Option<model::When>,
}

/// The day that a vague date stands for when something is counted from it.
pub(super) fn day_of(period: Period) -> Option<Day> {
    match period {
        Period::Day(day) => Some(day),
        _ => None,
    }
}
