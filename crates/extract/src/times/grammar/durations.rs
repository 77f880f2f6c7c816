//! The grammar of lengths of time, of what they are counted from ("three days later"), and of what comes again.

use super::{clock, units};
use crate::times::calendar::units::{Edge, Part, Unit};
use crate::times::lexing::cursor::{Cursor, Parsed};
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::{Amount, Anchor, Date, Meaning, Reach, Vague};

/// One or more amounts with their units.
type Lengths = Vec<(Amount, Unit)>;

/// A length of time, alone or counted from a date.
pub(in crate::times) fn duration(c: &Cursor, i: usize) -> Parsed<Meaning> {
    framed(c, i).or_else(|| counted(c, i)).or_else(|| bare_plural(c, i)).or_else(|| lasting(c, i))
}

/// "yearlong", "year-long", "decades-old", "decade-old".
fn lasting(c: &Cursor, i: usize) -> Parsed<Meaning> {
    let length = |amount, unit| Meaning::Duration(vec![(amount, unit)], Reach::None);
    match c.lex(i) {
        Lex::Lasting(value) => Some((Meaning::Length(value), i + 1)),
        Lex::Unit(unit) | Lex::Units(unit)
            if c.is(i + 1, Lex::Hyphen)
                && matches!(c.lex(i + 2), Lex::Long | Lex::Old)
                && c.before(i) != Lex::Hyphen =>
        {
            let amount = if matches!(c.lex(i), Lex::Unit(_)) { Amount::Known(1.0) } else { Amount::Vague };
            Some((length(amount, unit), i + 3))
        }
        _ => None,
    }
}

/// "the past three years", "the next six months", "the last few weeks", "the first nine months".
fn framed(c: &Cursor, i: usize) -> Parsed<Meaning> {
    let the = c.is(i, Lex::The);
    let at = i + usize::from(the || matches!(c.lex(i), Lex::This | Lex::These | Lex::Those));
    let reach = match c.lex(at) {
        Lex::Past | Lex::Previous => Reach::Back,
        Lex::Last => Reach::Back,
        Lex::Next | Lex::Coming | Lex::Following => Reach::Ahead,
        Lex::First | Lex::Final => Reach::None,
        _ => return None,
    };
    let (lengths, end) = lengths(c, at + 1).or_else(|| {
        // "the past year", "the coming weeks", but not "last year".
        let single = the && matches!(c.lex(at), Lex::Past | Lex::Next)
            || the && c.is(at, Lex::Last) && units::spent(c, i, at + 1);
        match c.lex(at + 1) {
            Lex::Unit(unit) if single => Some((vec![(Amount::Known(1.0), unit)], at + 2)),
            Lex::Units(unit) if the || at > i => Some((vec![(Amount::Vague, unit)], at + 2)),
            _ => None,
        }
    })?;
    let counted =
        matches!(c.lex(at + 1), Lex::Int(_) | Lex::Count(_) | Lex::Ty(_) | Lex::Few | Lex::Several | Lex::Couple);
    if !counted && (!the || c.is(at, Lex::First)) {
        return None;
    }
    Some((Meaning::Duration(lengths, reach), of_year(c, end, reach)))
}

/// "the first nine months of 2023": the year is part of the expression.
fn of_year(c: &Cursor, end: usize, reach: Reach) -> usize {
    let of = if reach == Reach::None && matches!(c.lex(end), Lex::Of | Lex::In) { end + 1 } else { return end };
    c.year(of).map(|(_, end)| end).or_else(|| units::unit_phrase(c, of).map(|(_, end)| end)).unwrap_or(end)
}

/// A number of units, and what it is counted from.
fn counted(c: &Cursor, i: usize) -> Parsed<Meaning> {
    let at = rough(c, i);
    let (mut lengths, mut end) = lengths(c, at)?;
    // "about 1100 hrs IST"
    if clock::time(c, at).is_some_and(|(_, stop)| stop >= end) {
        return None;
    }
    if let [(Amount::Known(n), _)] = lengths.as_mut_slice()
        && let Some(half) = c.and_a_half(end)
    {
        *n += 0.5;
        end = half;
    }
    if c.is(end, Lex::Hyphen) && matches!(c.lex(end + 1), Lex::Old | Lex::Long | Lex::Ago) {
        end += 1;
    }
    let from = |by_sign: i32, anchor, end| Some((from_date(&lengths, by_sign, anchor)?, end));
    let closed = |i| matches!(c.lex(i), Lex::Dot | Lex::Comma | Lex::Break | Lex::Stop | Lex::Mark | Lex::Possessive);
    match c.lex(end) {
        Lex::Ago => return from(-1, Anchor::Speech, end + 1),
        Lex::Hence => return from(1, Anchor::Speech, end + 1),
        Lex::From if c.is(end + 1, Lex::Now) || c.is(end + 1, Lex::Deictic(0)) => {
            return from(1, Anchor::Speech, end + 2);
        }
        Lex::Later if !c.is(end + 1, Lex::Than) => return from(1, Anchor::Passage, end + 1),
        Lex::Earlier if !c.is(end + 1, Lex::Than) => return from(-1, Anchor::Passage, end + 1),
        Lex::Before if closed(end + 1) => return from(-1, Anchor::Passage, end + 1),
        Lex::After | Lex::Afterwards if closed(end + 1) => return from(1, Anchor::Passage, end + 1),
        Lex::Old | Lex::Long => end += 1,
        _ => {}
    }
    let reach = if c.before(i) == Lex::Within { Reach::Within } else { Reach::None };
    Some((Meaning::Duration(lengths, reach), end))
}

/// Behind words that make a number rough: "about", "more than", "at least", "up to", "nearly", "just over".
fn rough(c: &Cursor, i: usize) -> usize {
    let i = c.skip(i, Lex::Just);
    match (c.lex(i), c.lex(i + 1)) {
        (Lex::About | Lex::Over, _) => i + 1,
        (Lex::More, Lex::Than) | (Lex::At, Lex::Least | Lex::Most) | (Lex::Up, Lex::To) => i + 2,
        _ => i,
    }
}

/// "a year", "an hour", "half an hour"; "a second" and "a quarter" are seldom times.
fn one_unit(c: &Cursor, i: usize) -> Parsed<(Amount, Unit)> {
    if !c.is(i, Lex::A) {
        return None;
    }
    // "a quarter century", "a quarter of a century"
    if c.is(i + 1, Lex::Unit(Unit::Quarter)) {
        let of = if c.is(i + 2, Lex::Of) && c.is(i + 3, Lex::A) { i + 4 } else { c.skip(i + 2, Lex::Hyphen) };
        return c.is(of, Lex::Unit(Unit::Century)).then_some(((Amount::Known(0.25), Unit::Century), of + 1));
    }
    let unit = match c.lex(c.skip(i + 1, Lex::Entire)) {
        Lex::Unit(Unit::Quarter | Unit::Weekend) => return None,
        Lex::Unit(unit) => unit,
        _ => return None,
    };
    Some(((Amount::Known(1.0), unit), c.skip(i + 1, Lex::Entire) + 1))
}

/// "three years", "27-year", "two hours and 30 minutes", "two or three weeks".
fn lengths(c: &Cursor, i: usize) -> Parsed<Lengths> {
    let (first, mut at) = length(c, i).or_else(|| either(c, i)).or_else(|| one_unit(c, i))?;
    let mut all = vec![first];
    while all.len() < 4 {
        let next = match c.lex(at) {
            Lex::And => at + 1,
            Lex::Comma if c.is(at + 1, Lex::And) => at + 2,
            Lex::Comma => at + 1,
            _ => at,
        };
        match length(c, next) {
            Some(((amount, unit), end)) if unit < all[all.len() - 1].1 && c.spaced(next) => {
                all.push((amount, unit));
                at = end;
            }
            _ => break,
        }
    }
    Some((all, at))
}

/// "two or three weeks", "60 to 90 days": the larger counts.
fn either(c: &Cursor, i: usize) -> Parsed<(Amount, Unit)> {
    let (_, at) = c.amount(i)?;
    let at = c.skip(at, Lex::Hyphen);
    if !matches!(c.lex(at), Lex::Or | Lex::To | Lex::Dash | Lex::Hyphen) {
        return None;
    }
    length(c, c.skip(at + 1, Lex::Hyphen))
}

/// An amount and its unit.
fn length(c: &Cursor, i: usize) -> Parsed<(Amount, Unit)> {
    let (amount, at) = c.amount(i)?;
    let at = c.link(at)?;
    let at = match c.lex(at) {
        Lex::Entire | Lex::Consecutive | Lex::More => at + 1,
        Lex::Of if amount == Amount::Vague => at + 1,
        _ => at,
    };
    let at = c.skip(at, Lex::Consecutive);
    let fiscal = c.skip(at, Lex::Fiscal);
    let unit = match c.lex(fiscal) {
        Lex::Unit(unit) | Lex::Units(unit) => unit,
        Lex::Part(Part::Night) | Lex::Parts(Part::Night) => Unit::Night,
        Lex::Second if matches!(c.lex(i), Lex::Int(_) | Lex::Number) && c.is(at - 1, Lex::Hyphen) => Unit::Second,
        _ => return None,
    };
    // "2009 year", "the 2011 season": a year counts nothing; "three quarters" is a fraction as well.
    if c.year(i).is_some() && matches!(c.lex(fiscal), Lex::Unit(_)) && !c.is(fiscal - 1, Lex::Hyphen) {
        return None;
    }
    let fraction = matches!(amount, Amount::Known(n) if n <= 3.0) && c.before(fiscal) != Lex::Consecutive;
    if unit == Unit::Quarter && fraction && c.is(fiscal + 1, Lex::Of) {
        return None;
    }
    Some(((amount, unit), fiscal + 1))
}

/// "in years", "over the decades", "years of talks": a plural without a number.
fn bare_plural(c: &Cursor, i: usize) -> Parsed<Meaning> {
    let the = c.is(i, Lex::The) && c.before(i) == Lex::Over;
    let at = i + usize::from(the);
    let Lex::Units(unit) = c.lex(at) else { return None };
    match c.lex(at + 1) {
        Lex::Ago => return Some((Meaning::Vague(Vague::Past), at + 2)),
        Lex::Later => return Some((Meaning::Vague(Vague::Future), at + 2)),
        Lex::Earlier => return Some((Meaning::Vague(Vague::Past), at + 2)),
        _ => {}
    }
    let led =
        the || matches!(
            c.before(i),
            Lex::In
                | Lex::For
                | Lex::Over
                | Lex::Within
                | Lex::After
                | Lex::About
                | Lex::Just
                | Lex::Been
                | Lex::Was
                | Lex::Is
                | Lex::Be
        ) || c.any(
            i.wrapping_sub(1),
            &["take", "takes", "taken", "took", "taking", "spent", "spend", "lasted", "last", "matter"],
        ) || matches!(c.lex(at + 1), Lex::After | Lex::Before | Lex::Of)
            && !c.is(i.wrapping_sub(1), Lex::The)
            && matches!(c.before(i), Lex::Break | Lex::Comma | Lex::Just | Lex::Dot | Lex::And);
    led.then(|| (Meaning::Duration(vec![(Amount::Vague, unit)], Reach::None), at + 1))
}

/// The date that lies a length of time from another.
fn from_date(lengths: &[(Amount, Unit)], sign: i32, anchor: Anchor) -> Option<Meaning> {
    let vague = Meaning::Vague(if sign < 0 { Vague::Past } else { Vague::Future });
    let Some(&(Amount::Known(n), unit)) = lengths.first() else { return Some(vague) };
    let (n, unit) = match unit {
        Unit::Year if n.fract() != 0.0 => (n * 12.0, Unit::Month),
        Unit::Month if n.fract() != 0.0 => (n * 30.0, Unit::Day),
        Unit::Week if n.fract() != 0.0 => (n * 7.0, Unit::Day),
        Unit::Hour => ((n / 24.0).floor(), Unit::Day),
        Unit::Minute | Unit::Second => (0.0, Unit::Day),
        Unit::Night => (n, Unit::Day),
        other => (n, other),
    };
    // The units behind the first one refine it: "a year and three months ago" is a month.
    let (n, unit) = match lengths.get(1) {
        Some(&(Amount::Known(months), Unit::Month)) if unit == Unit::Year => (n * 12.0 + months, Unit::Month),
        _ => (n, unit),
    };
    let by = n.clamp(0.0, 100_000.0) as i32 * sign;
    Some(Meaning::Date(Date::Shift { unit, by, anchor }, Edge::Whole))
}
