//! What the calendar and the day are parted into.

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::times) enum Unit {
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
    pub(in crate::times) fn code(self) -> (f64, &'static str, bool) {
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
pub(in crate::times) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
    Midnight,
}

impl Part {
    /// What stands behind the date.
    pub(in crate::times) fn code(self) -> &'static str {
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
pub(in crate::times) enum Edge {
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

impl Edge {
    /// The first and the last of `all` parts, from 1; the beginning and the end take up `tip` of them.
    pub(in crate::times) fn share(self, all: u32, tip: u32) -> (u32, u32) {
        let third = (all / 3).max(1);
        match self {
            Self::Whole => (1, all),
            Self::Early => (1, third),
            Self::Middle => (third + 1, (all - third).max(third + 1).min(all)),
            Self::Late => (all - third + 1, all),
            Self::Start => (1, tip),
            Self::End => (all - tip + 1, all),
            Self::FirstHalf => (1, all.div_ceil(2)),
            Self::SecondHalf => (all / 2 + 1, all),
        }
    }
}

/// The four seasons of the north, named by the year in which they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::times) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

impl Season {
    pub(in crate::times) fn months(self) -> (u32, u32) {
        match self {
            Self::Spring => (3, 5),
            Self::Summer => (6, 8),
            Self::Fall => (9, 11),
            Self::Winter => (12, 2),
        }
    }

    pub(in crate::times) fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Fall => "FA",
            Self::Winter => "WI",
        }
    }
}
