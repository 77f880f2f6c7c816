//! When something was: days, EDTF intervals, and the expressions of texts that tell them.

use serde::{Deserialize, Serialize};

use self::day::days_in_month;
use crate::Span;

pub mod calendar;
mod day;

pub use day::{Day, edtf_year};

/// How fine a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grain {
    /// One day.
    Day,
    /// An interval of days whose ends are known.
    Days,
    /// A calendar week or weekend.
    Week,
    /// A month, or an early, middle or late part of one.
    Month,
    /// A season.
    Season,
    /// A quarter or half of a year.
    Quarter,
    /// A year.
    Year,
    /// A decade or more, or an interval with an end that is open.
    Vague,
}

/// When something happened or is due: an EDTF expression, and the days that it can stand for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct When {
    /// The date as EDTF (ISO 8601-2), such as `2024-10-11`, `2024-07`, `2024-21`, `2024-10-22/2024-10-24`, `../2024-12-31`.
    pub edtf: String,
    /// The first day that it can mean; `None` where the start is open.
    pub first: Option<Day>,
    /// The last day that it can mean; `None` where the end is open.
    pub last: Option<Day>,
    /// How fine it is.
    pub grain: Grain,
}

impl When {
    /// One day.
    pub fn day(day: Day) -> Self {
        Self { edtf: day.to_string(), first: Some(day), last: Some(day), grain: Grain::Day }
    }

    /// From `first` to `last`, both included; `None` is an open end.
    pub fn between(first: Option<Day>, last: Option<Day>) -> Self {
        let side = |day: Option<Day>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
        if first == last
            && let Some(day) = first
        {
            return Self::day(day);
        }
        let grain = if first.is_some() && last.is_some() { Grain::Days } else { Grain::Vague };
        Self { edtf: format!("{}/{}", side(first), side(last)), first, last, grain }
    }

    /// Reads the parts of EDTF that reports need: `Y` (also before the year 0: `-0043` is 44 BC), `Y-M`, `Y-M-D`, seasons 21 to 24, quarters 33 to 36, halves 40
    /// and 41, decades (`202X`), intervals with `/`, open and unknown ends, and the marks `~`, `?` and `%`, which are
    /// kept in [`When::edtf`] and do not move the days.
    ///
    /// # Errors
    /// A sentence that says what is expected, where `text` is none of these.
    pub fn parse(text: &str) -> Result<Self, String> {
        let trimmed = text.trim();
        let fail = || {
            let what = if beyond(trimmed) { "lies outside of the years -9999 to 9999" } else { "is not a date" };
            format!("{text:?} {what}; write 2024-10-11, 2024-10, 2024, or 2024-10-11/2024-10-13 (EDTF)")
        };
        if let Some((a, b)) = trimmed.split_once('/') {
            let side = |s: &str| -> Result<Option<Self>, String> {
                if s.is_empty() || s == ".." { Ok(None) } else { single(s).map(Some).ok_or_else(fail) }
            };
            let (a, b) = (side(a)?, side(b)?);
            let (first, last) = (a.as_ref().and_then(|w| w.first), b.as_ref().and_then(|w| w.last));
            if a.is_none() && b.is_none() || first.is_some() && last.is_some() && first > last {
                return Err(fail());
            }
            let grain = if a.is_some() && b.is_some() { Grain::Days } else { Grain::Vague };
            return Ok(Self { edtf: trimmed.to_owned(), first, last, grain });
        }
        single(trimmed).ok_or_else(fail)
    }

    /// Whether some day can be meant by both.
    pub fn meets(&self, other: &Self) -> bool {
        let starts_in_time = |a: &Self, b: &Self| match (a.first, b.last) {
            (Some(first), Some(last)) => first <= last,
            _ => true,
        };
        starts_in_time(self, other) && starts_in_time(other, self)
    }

    /// The day to sort by: the first, or the last where the start is open.
    pub fn sort_day(&self) -> Day {
        self.first.or(self.last).unwrap_or(Day(0))
    }
}

/// Whether a date that cannot be read has a year of five digits or more, with or without the `Y` of EDTF before it.
fn beyond(text: &str) -> bool {
    text.split('/').any(|side| {
        let year = side.trim_start_matches('Y').trim_start_matches('-');
        year.bytes().take_while(u8::is_ascii_digit).count() > 4
    })
}

/// One EDTF date without an interval.
fn single(text: &str) -> Option<When> {
    let core = text.trim_end_matches(['~', '?', '%']);
    // EDTF has no year -0000.
    let (sign, core) = match core.strip_prefix('-') {
        Some(core) if !core.starts_with("0000") => (-1, core),
        Some(_) => return None,
        None => (1, core),
    };
    let made = |first, last, grain| Some(When { edtf: text.to_owned(), first: Some(first), last: Some(last), grain });
    let parts: Vec<&str> = core.split('-').collect();
    if parts.iter().any(|p| p.is_empty() || !p.bytes().all(|b| b.is_ascii_digit() || b == b'X')) || parts[0].len() != 4
    {
        return None;
    }
    if let Some(decade) = core.strip_suffix('X').filter(|d| d.len() == 3)
        && let Ok(d) = decade.parse::<i32>()
    {
        if sign < 0 {
            return made(Day::new(-d * 10 - 9, 1, 1)?, Day::new(-d * 10, 12, 31)?, Grain::Vague);
        }
        return made(Day::new(d * 10, 1, 1)?, Day::new(d * 10 + 9, 12, 31)?, Grain::Vague);
    }
    let number =
        |i: usize| parts.get(i).and_then(|p| if p.len() == 2 || i == 0 { p.parse::<u32>().ok() } else { None });
    let year = sign * number(0)? as i32;
    let months =
        |from: u32, to: u32, grain| made(Day::new(year, from, 1)?, Day::new(year, to, days_in_month(year, to))?, grain);
    match parts.len() {
        1 => months(1, 12, Grain::Year),
        2 => match number(1)? {
            m @ 1..=12 => months(m, m, Grain::Month),
            21 => months(3, 5, Grain::Season),
            22 => months(6, 8, Grain::Season),
            23 => months(9, 11, Grain::Season),
            // Winter is the one that begins in the year it is named by.
            24 => made(Day::new(year, 12, 1)?, Day::new(year + 1, 2, days_in_month(year + 1, 2))?, Grain::Season),
            q @ 33..=36 => months((q - 33) * 3 + 1, (q - 33) * 3 + 3, Grain::Quarter),
            h @ 40..=41 => months((h - 40) * 6 + 1, (h - 40) * 6 + 6, Grain::Quarter),
            _ => None,
        },
        3 => {
            let day = Day::new(year, number(1)?, number(2)?)?;
            made(day, day, Grain::Day)
        }
        _ => None,
    }
}

/// The kinds of TIMEX3 (ISO 24617-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeKind {
    /// A calendar date of any grain, or a vague reference to past, present or future.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that comes again.
    Set,
}

/// A time expression in a document's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// First code point.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// What kind of time it is.
    #[serde(rename = "type")]
    pub kind: TimeKind,
    /// The normalised value of TIMEX3, such as `2024-10-11`, `2024-W42`, `2024-SP`, `P3D`, `PAST_REF`.
    pub value: String,
    /// The days it can mean, as far as they are known.
    pub when: Option<When>,
}

impl Time {
    /// Where it stands, in code points.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::de::IntoDeserializer;
    use serde::de::value::StrDeserializer;

    use super::*;

    proptest! {
        #[test]
        fn days_survive_writing(days in prop_oneof![any::<i32>(), -5_000_000i32..5_000_000]) {
            let day = Day(days);
            prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
            let text = day.to_string();
            let text: StrDeserializer<'_, serde::de::value::Error> = text.as_str().into_deserializer();
            prop_assert_eq!(Day::deserialize(text).expect("read"), day);
            let bytes = crate::coding::encode(&day).expect("written");
            prop_assert!(bytes.len() <= 5);
            prop_assert_eq!(crate::coding::decode::<Day>(&bytes), Ok(day));
        }

        #[test]
        fn dates_survive_writing_in_order(a in Day::FIRST.0..=Day::LAST.0, b in Day::FIRST.0..=Day::LAST.0) {
            let (from, to) = (Day(a.min(b)), Day(a.max(b)));
            for when in [When::day(from), When::between(Some(from), Some(to)), When::between(None, Some(to))] {
                prop_assert_eq!(When::parse(&when.edtf), Ok(when));
            }
            let (year, month, _) = from.civil();
            for edtf in [edtf_year(year), format!("{}-{month:02}", edtf_year(year))] {
                let when = When::parse(&edtf).expect("a date");
                prop_assert!(when.first <= Some(from) && Some(from) <= when.last, "{edtf}");
            }
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,20}") {
            let _ = When::parse(&text);
        }
    }

    #[test]
    fn known_days() {
        assert_eq!(Day::new(1970, 1, 1), Some(Day(0)));
        assert_eq!(Day::new(2024, 2, 29).map(Day::weekday), Some(3));
        assert_eq!(Day::new(2023, 2, 29), None);
    }

    #[test]
    fn the_calendar_has_ends() {
        assert_eq!(Day::new(-9999, 1, 1), Some(Day::FIRST));
        assert_eq!(Day::new(9999, 12, 31), Some(Day::LAST));
        assert_eq!([Day::new(-10_000, 12, 31), Day::new(10_000, 1, 1), Day::new(i32::MIN, 1, 1)], [None; 3]);
        assert_eq!(Day::new(-43, 3, 15).map(|day| day.to_string()).as_deref(), Some("-0043-03-15"));
        assert_eq!(Day(i32::MIN).civil().0, -5_877_641);
        let beyond = When::parse("Y-17000").expect_err("too long ago");
        assert!(beyond.contains("lies outside of the years -9999 to 9999"), "{beyond}");
    }

    #[test]
    fn edtf() {
        let days = |text: &str| {
            let when = When::parse(text).expect(text);
            format!(
                "{} {}",
                when.first.map_or("..".into(), |d| d.to_string()),
                when.last.map_or("..".into(), |d| d.to_string())
            )
        };
        assert_eq!(days("2024-02"), "2024-02-01 2024-02-29");
        assert_eq!(days("2024-21"), "2024-03-01 2024-05-31");
        assert_eq!(days("2024-24"), "2024-12-01 2025-02-28");
        assert_eq!(days("2024-34"), "2024-04-01 2024-06-30");
        assert_eq!(days("2024-10-11/2024-10-13"), "2024-10-11 2024-10-13");
        assert_eq!(days("../2024-12"), ".. 2024-12-31");
        assert_eq!(days("202X"), "2020-01-01 2029-12-31");
        assert_eq!(days("2024~"), "2024-01-01 2024-12-31");
        assert_eq!(days("-0043"), "-0043-01-01 -0043-12-31");
        assert_eq!(days("-0043-03-15"), "-0043-03-15 -0043-03-15");
        assert_eq!(days("-0300/-0200"), "-0300-01-01 -0200-12-31");
        assert_eq!(days("-004X"), "-0049-01-01 -0040-12-31");
        for bad in [
            "",
            "yesterday",
            "2024-13",
            "2024-02-30",
            "24-01-01",
            "2024-1-1",
            "2024-10-13/2024-10-11",
            "/",
            "-0000",
            "--0043",
            "-43",
        ] {
            assert!(When::parse(bad).is_err(), "{bad}");
        }
    }
}
