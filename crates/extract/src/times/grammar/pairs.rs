//! Pairs of numbers of which one names the month, the unit or the half of the day for both: "October 22 and 24",
//! "between 60 and 90 days", "8 to 10 a.m.".

use super::{clock, dates};
use crate::times::calendar::units::Edge;
use crate::times::lexing::cursor::Cursor;
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::{Amount, Clock, Found, Meaning};

/// Adds the other number of the last expression's pair, before it or behind it.
pub(in crate::times) fn complete(c: &Cursor, all: &mut Vec<Found>) {
    let Some(last) = all.last().cloned() else { return };
    let taken = all.len().checked_sub(2).map_or(0, |before| all[before].end);
    if let Some(first) = first_of(c, &last).filter(|first| first.first >= taken) {
        all.insert(all.len() - 1, first);
    }
    all.extend(second_of(c, &last));
}

/// "22" in "from 22 to 24 October", "60" in "between 60 and 90 days", "8" in "8 to 10 a.m.".
fn first_of(c: &Cursor, last: &Found) -> Option<Found> {
    let opener = last.first.checked_sub(3)?;
    let at = opener + 1;
    let Lex::Int(n) = c.lex(at) else { return None };
    let framed = matches!(c.lex(opener), Lex::Between | Lex::From);
    let joined = c.is(at + 1, Lex::To) || framed && c.is(at + 1, Lex::And);
    let meaning = match &last.meaning {
        _ if !joined => return None,
        Meaning::Clock(clock, day) if (1..=12).contains(&n) => Meaning::Clock(start_of_hours(n, *clock), day.clone()),
        _ if !framed => return None,
        Meaning::Duration(lengths, reach) => {
            let &[(_, unit)] = lengths.as_slice() else { return None };
            Meaning::Duration(vec![(Amount::Known(f64::from(n)), unit)], *reach)
        }
        Meaning::Date(date, Edge::Whole) if (1..=31).contains(&n) => {
            Meaning::Date(dates::same_month(date, n)?, Edge::Whole)
        }
        _ => return None,
    };
    Some(Found { first: at, end: at + 1, meaning })
}

/// The hour that opens "11 to 2 p.m.": the last of that number before the hour that closes it.
fn start_of_hours(n: u32, close: Clock) -> Clock {
    let half = close.hour / 12 % 2 * 12;
    let same_half = n % 12 <= close.hour % 12;
    clock::at_hour(if same_half { n % 12 + half } else { n % 12 + 12 - half })
}

/// "24" in "October 22 and 24", "from October 22 to 24".
fn second_of(c: &Cursor, last: &Found) -> Option<Found> {
    let Meaning::Date(date, Edge::Whole) = &last.meaning else { return None };
    let joint = last.end;
    let joined = matches!(c.lex(joint), Lex::And | Lex::To | Lex::Or);
    let day_last = matches!(c.lex(joint.checked_sub(1)?), Lex::Int(..=31) | Lex::Ordinal(_));
    let number = matches!(c.lex(joint + 1), Lex::Int(_) | Lex::Ordinal(_));
    if !(joined && day_last && number) {
        return None;
    }
    let (day, end) = c.day_of_month(joint + 1)?;
    let ends =
        matches!(c.lex(end), Lex::Dot | Lex::Comma | Lex::Break | Lex::Stop | Lex::Mark | Lex::In | Lex::At | Lex::For);
    let meaning = Meaning::Date(dates::same_month(date, day)?, Edge::Whole);
    ends.then_some(Found { first: joint + 1, end, meaning })
}
