//! What a time expression means before it is known what day it is said on.

use model::{Day, TimeKind};

use crate::times::calendar::feasts::Holiday;
use crate::times::calendar::period::Period;
use crate::times::calendar::units::{Edge, Part, Season, Unit};

/// How many units: a number, or "several", "a few", or a bare plural.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::times) enum Amount {
    Known(f64),
    Vague,
}

/// Where a relative expression is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) enum Anchor {
    /// The day of publication: "last month", "two years ago".
    Speech,
    /// The date that the passage has set: "three days later", "the following week".
    Passage,
}

/// What comes again every week or every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) enum Cycle {
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
pub(in crate::times) enum Pick {
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
pub(in crate::times) enum Nth {
    /// From 1.
    From(u32),
    Last,
}

/// A date of any grain, not yet placed in the calendar.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::times) enum Date {
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
pub(in crate::times) enum NthOf {
    Unit(Unit),
    Weekday(u32),
}

/// A vague reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) enum Vague {
    Past,
    Present,
    Future,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) struct Clock {
    pub(in crate::times) hour: u32,
    pub(in crate::times) minute: Option<u32>,
    pub(in crate::times) second: Option<u32>,
    /// Whether it is given in universal time.
    pub(in crate::times) universal: bool,
}

/// Which way a length of time runs from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::times) enum Reach {
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
pub(in crate::times) enum Meaning {
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
pub(in crate::times) struct Found {
    /// Its first token.
    pub(in crate::times) first: usize,
    /// One past its last token.
    pub(in crate::times) end: usize,
    pub(in crate::times) meaning: Meaning,
}

/// What an expression has been resolved to.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::times) struct Resolved {
    pub(in crate::times) kind: TimeKind,
    pub(in crate::times) value: String,
    /// The period it names, where it is known.
    pub(in crate::times) period: Option<Period>,
    pub(in crate::times) when: Option<model::When>,
}

/// The day that a vague date stands for when something is counted from it.
pub(in crate::times) fn day_of(period: Period) -> Option<Day> {
    match period {
        Period::Day(day) => Some(day),
        _ => None,
    }
}
