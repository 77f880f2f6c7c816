//! Dates that belong together: one year said for several, and the two ends of an interval.

use model::{Grain, TimeKind, When};

use super::pick;
use super::tense::put_off;
use crate::times::calendar::period::Period;
use crate::times::calendar::units::Edge;
use crate::times::lexing::cursor::Cursor;
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::{Cycle, Date, Found, Meaning, Pick, Resolved};
use crate::times::values::start_of;

/// "between April and June 2008": the year stands for both.
pub(in crate::times) fn share_years(c: &Cursor, found: &mut [Found]) {
    for i in (1..found.len()).rev() {
        let (head, tail) = found.split_at_mut(i);
        let (Some(one), Some(next)) = (head.last_mut(), tail.first()) else { continue };
        let joined = next.first == one.end + 1
            && matches!(
                c.lex(one.end),
                Lex::And | Lex::Or | Lex::To | Lex::Until | Lex::Dash | Lex::Hyphen | Lex::Comma
            )
            || next.first == one.end + 2 && c.is(one.end, Lex::Comma) && c.is(one.end + 1, Lex::And);
        let (Meaning::Date(Date::Cycle(cycle, pick @ Pick::Tense), _), true) = (&mut one.meaning, joined) else {
            continue;
        };
        let Meaning::Date(date, _) = &next.meaning else { continue };
        // A list with commas is one only where its members are of one kind.
        let days = |date: &Date| {
            matches!(date, Date::Fixed(Period::Day(_)) | Date::Cycle(Cycle::MonthDay(..) | Cycle::NamedDay(..), _))
        };
        if c.is(one.end, Lex::Comma) && days(date) != matches!(cycle, Cycle::MonthDay(..) | Cycle::NamedDay(..))
            || matches!(cycle, Cycle::Holiday(_))
        {
            continue;
        }
        let year = match date {
            Date::Fixed(period @ (Period::Day(_) | Period::Month(..) | Period::Quarter(..) | Period::Season(..))) => {
                period.year()
            }
            Date::Cycle(_, Pick::Within(within)) => match **within {
                Date::Fixed(Period::Year(year)) => Some(year),
                _ => None,
            },
            _ => None,
        };
        let (Some(year), Some(order)) = (year, pick::place_in_year(*cycle)) else { continue };
        let behind = match date {
            Date::Fixed(period) => period.days().map(|(first, _)| first.civil().1),
            Date::Cycle(cycle, _) => pick::place_in_year(*cycle),
            _ => None,
        };
        let year = if behind.is_some_and(|month| order > month) { year - 1 } else { year };
        *pick = Pick::Within(Box::new(Date::Fixed(Period::Year(year))));
    }
}

/// "in 1975, in November", "1975 Nov-Dec": the year stands for what is named right behind it.
pub(in crate::times) fn share_years_behind(c: &Cursor, found: &mut [Found]) {
    for i in 1..found.len() {
        let (head, tail) = found.split_at_mut(i);
        let (Some(one), Some(next)) = (head.last(), tail.first_mut()) else { continue };
        let (spanned, between) = (spans(c, one, next), one.end..next.first);
        let Meaning::Date(Date::Cycle(cycle, pick @ Pick::Tense), _) = &mut next.meaning else { continue };
        if !matches!(cycle, Cycle::Month(_) | Cycle::MonthDay(..)) {
            continue;
        }
        let year = match &one.meaning {
            Meaning::Date(Date::Fixed(Period::Year(year)), _) => {
                let comma = c.is(one.end, Lex::Comma);
                let beside = between.is_empty() || comma && between.len() == 1;
                let led = comma && between.len() == 2 && matches!(c.lex(one.end + 1), Lex::In | Lex::On);
                (beside || led).then_some(*year)
            }
            // "1975 Nov-Dec"
            Meaning::Date(Date::Cycle(Cycle::Month(first), Pick::Within(within)), _) if spanned => {
                match (&**within, &*cycle) {
                    (Date::Fixed(Period::Year(year)), Cycle::Month(month)) => Some(*year + i32::from(month < first)),
                    _ => None,
                }
            }
            _ => None,
        };
        if let Some(year) = year {
            *pick = Pick::Within(Box::new(Date::Fixed(Period::Year(year))));
        }
    }
}

/// "from October 2005 to March": the end is the first that follows.
pub(in crate::times) fn share_years_ahead(c: &Cursor, found: &mut [Found]) {
    for i in 1..found.len() {
        let (head, tail) = found.split_at_mut(i);
        let (Some(one), Some(next)) = (head.last(), tail.first_mut()) else { continue };
        if !spans(c, one, next) {
            continue;
        }
        let Meaning::Date(Date::Fixed(period @ (Period::Day(_) | Period::Month(..) | Period::Quarter(..))), _) =
            one.meaning
        else {
            continue;
        };
        let Meaning::Date(Date::Cycle(cycle, pick @ Pick::Tense), _) = &mut next.meaning else { continue };
        let (Some((first, _)), Some(month)) = (period.days(), pick::place_in_year(*cycle)) else { continue };
        let (year, from, _) = first.civil();
        let year = if month < from { year + 1 } else { year };
        *pick = Pick::Within(Box::new(Date::Fixed(Period::Year(year))));
    }
}

/// Whether two expressions are the ends of one interval: "from 2009 to 2011", "between March and May", "May to July".
pub(in crate::times) fn spans(c: &Cursor, one: &Found, next: &Found) -> bool {
    if next.first != one.end + 1 {
        return false;
    }
    match c.lex(one.end) {
        Lex::To => true,
        Lex::Until => c.before(one.first) == Lex::From,
        Lex::And => c.before(one.first) == Lex::Between,
        Lex::Dash | Lex::Hyphen => true,
        _ => false,
    }
}

/// Whether the two say what was due then, and when it is due now: "moved from June to October".
pub(in crate::times) fn moves(c: &Cursor, one: &Found, next: &Found) -> bool {
    c.before(one.first) == Lex::From && c.is(one.end, Lex::To) && put_off(c, next.first)
}

/// The end of an interval does not lie before its start: "from October 2005 to March".
pub(in crate::times) fn keep_order(first: &Resolved, second: &mut Resolved, meaning: &Meaning) {
    let (Some(from), Some(to)) = (first.period, second.period) else { return };
    let Meaning::Date(Date::Cycle(_, Pick::Tense), _) = meaning else { return };
    if let (Some((start, _)), Some((end, _))) = (from.days(), to.days())
        && end < start
        && let Some(later) = to.years_on(1 + start.year() - end.year())
        && later.days().is_some_and(|(day, _)| day.0 - start.0 < 2 * 366)
        && !matches!(meaning, Meaning::Date(Date::Cycle(Cycle::Weekday(_), _), _))
    {
        let before = to.years_on(start.year() - end.year()).filter(|p| p.days().is_some_and(|(day, _)| day >= start));
        let later = before.unwrap_or(later);
        second.value = later.value();
        second.when = later.when(Edge::Whole);
        second.period = Some(later);
    }
}

/// The first end of an interval stands for all of it.
pub(in crate::times) fn join(first: &mut Resolved, second: &Resolved) {
    if first.kind != TimeKind::Date || second.kind != TimeKind::Date {
        return;
    }
    let (Some(from), Some(to)) = (&first.when, &second.when) else { return };
    if let (Some(start), Some(end)) = (from.first, to.last)
        && start < end
    {
        let edtf = format!("{}/{}", start_of(&from.edtf), to.edtf.rsplit('/').next().unwrap_or_default());
        let grain = if from.grain == to.grain && from.grain != Grain::Day { from.grain } else { Grain::Days };
        first.when = Some(When { edtf, first: Some(start), last: Some(end), grain });
    }
}
