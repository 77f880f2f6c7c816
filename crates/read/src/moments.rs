//! The day and the time that a text tells, and whose day a moment is.

use model::When;

use crate::dates::day;

/// A day with the time on a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clocked {
    /// The day, in days since 1970.
    pub(crate) day: i32,
    /// Minutes since the day began.
    pub(crate) minute: i32,
    /// How many minutes the clock is before Greenwich, where that is told.
    pub(crate) offset: Option<i32>,
}

/// The day and the time that a text tells: `2031-03-04T23:15:00+02:00`, `March 4, 2031, 11:15 PM`.
pub(crate) fn clocked(text: &str) -> Option<(When, Clocked)> {
    let when = day(text)?;
    let first = when.first?;
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).filter(|byte| byte.is_ascii_digit()).map(|byte| i32::from(byte - b'0'));
    let two = |at: usize| Some(digit(at)? * 10 + digit(at + 1)?);
    let colon = (1..bytes.len()).find(|&at| bytes[at] == b':' && digit(at - 1).is_some() && two(at + 1).is_some())?;
    let mut hour = colon.checked_sub(2).and_then(two).or_else(|| digit(colon - 1))?;
    let minute = two(colon + 1)?;
    let mut at = colon + 3;
    if bytes.get(at) == Some(&b':') && two(at + 1).is_some() {
        at += 3;
    }
    if bytes.get(at) == Some(&b'.') {
        at += 1 + bytes[at + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    }
    let rest = text.get(at..)?.trim_start();
    let small = rest.to_ascii_lowercase();
    let evening = small.starts_with("pm") || small.starts_with("p.m");
    let morning = small.starts_with("am") || small.starts_with("a.m");
    if (evening || morning) && !(1..=12).contains(&hour) || hour > 24 || minute > 59 {
        return None;
    }
    if evening || morning {
        hour = hour % 12 + if evening { 12 } else { 0 };
    }
    let offset = match rest.chars().next() {
        Some('Z') => Some(0),
        Some(sign @ ('+' | '-')) => {
            let figures: Vec<i32> =
                rest[1..].chars().filter(|c| *c != ':').map_while(|c| c.to_digit(10)).map(|n| n as i32).collect();
            match figures[..] {
                [a, b, c, d, ..] => Some(((a * 10 + b) * 60 + c * 10 + d) * if sign == '-' { -1 } else { 1 }),
                _ => None,
            }
        }
        _ if small.starts_with("gmt") || small.starts_with("utc") => Some(0),
        _ => None,
    };
    Some((when, Clocked { day: first.0, minute: hour * 60 + minute, offset }))
}

/// The outlet's own day of a moment that is told by the clock of Greenwich: another telling of the same moment, with its
/// own clock, has it. Without a zone, clocks differ by quarters of an hour.
pub(crate) fn own_day<'a>(told: &str, others: impl Iterator<Item = &'a str>) -> Option<When> {
    let (_, told) = clocked(told).filter(|(_, clock)| clock.offset == Some(0))?;
    let moment = |clock: Clocked| clock.day * 1440 + clock.minute - clock.offset.unwrap_or(0);
    others.filter_map(clocked).find_map(|(when, other)| {
        let apart = moment(told) - moment(other);
        let same = match other.offset {
            Some(0) => false,
            Some(_) => apart.abs() <= 1,
            None => apart != 0 && apart.abs() <= 14 * 60 && apart % 15 == 0,
        };
        ((other.day - told.day).abs() == 1 && same).then_some(when)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_in_greenwich_has_the_day_of_its_outlet() {
        let day = |told: &str, other: &str| own_day(told, [other].into_iter()).map(|when| when.edtf);
        let told = "2031-03-05T06:35:29+00:00";
        assert_eq!(day(told, "2031-03-04T22:35:29-08:00").as_deref(), Some("2031-03-04"));
        assert_eq!(day(told, "Tuesday, March 4, 2031, 10:35 PM").as_deref(), Some("2031-03-04"));
        assert_eq!(day("2031-03-04T22:40:00Z", "5 March 2031 09:40").as_deref(), Some("2031-03-05"));
        for other in ["2031-03-04T21:35:29-08:00", "March 4, 2031, 10:32 PM", "2031-03-04", "2031-03-05T06:35:29Z"] {
            assert_eq!(day(told, other), None, "{other}");
        }
        assert_eq!(day("2031-03-05T06:35:29+02:00", "March 4, 2031, 10:35 PM"), None, "it has its own clock");
    }
}
