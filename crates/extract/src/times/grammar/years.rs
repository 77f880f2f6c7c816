//! The grammar of years and what is made of them: "in 1998", "fiscal 2009", "the 1990s", "the 19th century", "44 BC".

use super::figures::figures;
use crate::times::calendar::period::Period;
use crate::times::calendar::units::Unit;
use crate::times::lexing::cursor::{Cursor, Parsed, century_of};
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::Date;

/// A year, a decade or a century.
pub(in crate::times) fn epoch(c: &Cursor, i: usize) -> Parsed<Date> {
    let fixed = |period, end| Some((Date::Fixed(period), end));
    let the = c.skip(i, Lex::The);
    match c.lex(the) {
        Lex::Tens(tens) => {
            let short = c.len(the) == 3;
            // "in his 60s" is an age.
            if short && the == i && !matches!(c.before(i), Lex::The | Lex::And | Lex::Or) {
                return None;
            }
            let tens = if short { 1900 + tens } else { tens } as i32;
            // "the 1800s" is a century, "the 2000s" so far a decade.
            let century = tens % 100 == 0 && tens < 2000;
            return fixed(if century { Period::Century(tens / 100) } else { Period::Decade(tens / 10) }, the + 1);
        }
        Lex::Apostrophe => {
            if let Lex::Tens(tens) = c.lex(the + 1) {
                return fixed(Period::Decade(century_of(tens).max(1900) / 10), the + 2);
            }
        }
        // "the 1930's"
        Lex::Int(year @ 1000..=2099)
            if year % 10 == 0 && c.len(the) == 4 && c.is(the + 1, Lex::Possessive) && (the > i || in_part(c, i)) =>
        {
            return fixed(Period::Decade(year as i32 / 10), the + 2);
        }
        Lex::Nineties(tens) if the > i || in_part(c, i) => {
            return fixed(Period::Decade(190 + tens as i32), the + 1);
        }
        _ => {}
    }
    if let Some((century, end)) = c.ordinal(the)
        && c.is(c.skip(end, Lex::Hyphen), Lex::Unit(Unit::Century))
        && (1..=30).contains(&century)
    {
        let end = c.skip(end, Lex::Hyphen) + 1;
        return match c.lex(end) {
            Lex::Era(true) => fixed(Period::Century(-(century as i32)), end + 1),
            Lex::Era(false) => fixed(Period::Century(century as i32 - 1), end + 1),
            _ => fixed(Period::Century(century as i32 - 1), end),
        };
    }
    lone_year(c, i)
}

/// Whether a part of a decade leads: "the early nineties".
fn in_part(c: &Cursor, i: usize) -> bool {
    matches!(c.before(i), Lex::Early | Lex::Late | Lex::Mid | Lex::Hyphen | Lex::The)
}

/// A year alone: "in 1998", "the 2008 Games", "44 BC", "the year 2000", "fiscal 2009".
fn lone_year(c: &Cursor, i: usize) -> Parsed<Date> {
    let fixed = |period, end| Some((Date::Fixed(period), end));
    // "AD 70", "44 BC"
    if let (Lex::Era(false), Lex::Int(year)) = (c.lex(i), c.lex(i + 1))
        && c.word(i).starts_with('A')
        && (1..=2999).contains(&year)
    {
        return fixed(Period::Year(year as i32), i + 2);
    }
    if let (Lex::Int(year), Lex::Era(before)) = (c.lex(i), c.lex(i + 1))
        && c.capital(i + 1)
        && (1..=9999).contains(&year)
    {
        let year = year as i32;
        return fixed(Period::Year(if before { 1 - year } else { year }), i + 2);
    }
    let the = c.skip(i, Lex::The);
    if c.is(the, Lex::Unit(Unit::Year))
        && let Some((year, end)) = c.year(the + 1)
    {
        return fixed(Period::Year(year), end);
    }
    let (year, end) = c.year(i)?;
    year_stands(c, i, end, year).then_some((Date::Fixed(Period::Year(year)), end))
}

/// "fiscal 2009", "fiscal year 2009", "financial year 2008-09", "FY2009", "FY 09".
pub(in crate::times) fn fiscal_year(c: &Cursor, i: usize) -> Parsed<Date> {
    let two = |i: usize| match c.lex(i) {
        Lex::Int(n) if c.len(i) == 2 => Some(century_of(n)),
        _ => None,
    };
    if c.any(i, &["FY"]) {
        let year = c.year(i + 1).map(|(year, _)| year).or_else(|| two(i + 1))?;
        return Some((Date::Fixed(Period::Fiscal(year)), i + 2));
    }
    if let Some(digits) = c.word(i).strip_prefix("FY")
        && let Ok(year) = digits.parse::<u32>()
        && matches!(digits.len(), 2 | 4)
    {
        let year = if digits.len() == 2 { century_of(year) } else { year as i32 };
        return Some((Date::Fixed(Period::Fiscal(year)), i + 1));
    }
    let the = c.skip(i, Lex::The);
    if c.is(the, Lex::Figures)
        && c.is(the + 1, Lex::Fiscal)
        && c.is(the + 2, Lex::Unit(Unit::Year))
        && let Some(Date::Range(_, last)) = figures(c.word(the))
        && let Date::Fixed(Period::Year(year)) = *last
    {
        return Some((Date::Fixed(Period::Fiscal(year)), the + 3));
    }
    if !c.is(the, Lex::Fiscal) {
        return None;
    }
    let at = c.skip(the + 1, Lex::Unit(Unit::Year));
    if c.is(at, Lex::Figures)
        && let Some(Date::Range(_, last)) = figures(c.word(at))
        && let Date::Fixed(Period::Year(year)) = *last
    {
        return Some((Date::Fixed(Period::Fiscal(year)), at + 1));
    }
    c.year(at).map(|(year, end)| (Date::Fixed(Period::Fiscal(year)), end))
}

/// Whether four digits name a year, from what stands around them.
fn year_stands(c: &Cursor, i: usize, end: usize, year: i32) -> bool {
    let before = c.before(i);
    let glued = matches!(c.lex(end), Lex::Hyphen) && !matches!(c.lex(end + 1), Lex::Other | Lex::PastForm)
        || matches!(before, Lex::Sign | Lex::Mark | Lex::Hyphen) && !c.spaced(i) && !mark_before_year(c, i);
    if glued || matches!(c.lex(end), Lex::Percent | Lex::Million | Lex::Hundred | Lex::Thousand) {
        return false;
    }
    let firmly = matches!(before, Lex::In | Lex::Since | Lex::By | Lex::Until);
    let led = matches!(
        before,
        Lex::In
            | Lex::Since
            | Lex::By
            | Lex::Until
            | Lex::From
            | Lex::To
            | Lex::Of
            | Lex::During
            | Lex::Before
            | Lex::After
            | Lex::Between
            | Lex::Early
            | Lex::Late
            | Lex::Mid
            | Lex::For
    ) || c.any(i.wrapping_sub(1), &["circa", "c", "spring", "summer", "autumn", "fall", "winter"]);
    let joined = matches!(before, Lex::And | Lex::Or | Lex::Comma | Lex::Dash) && i >= 2 && c.year(i - 2).is_some();
    let sure = firmly && year % 100 != 0 || before == Lex::The || c.is(i, Lex::Apostrophe);
    if c.plural(end) && !sure {
        return false;
    }
    if before == Lex::Of
        && c.any(i.wrapping_sub(2), &["total", "population", "number", "sum", "maximum", "minimum", "average"])
    {
        return false;
    }
    let number_of = matches!(before, Lex::About | Lex::Over | Lex::Than | Lex::Least | Lex::Most)
        || c.any(
            i.wrapping_sub(1),
            &["no", "number", "flight", "room", "page", "route", "highway", "model", "version"],
        );
    match year {
        // "'15 Minutes": an apostrophe that opens a name or a quotation.
        _ if c.is(i, Lex::Apostrophe) => led || joined || !opens_words(c, end),
        // Round numbers count more often than they name a year.
        2000 => led || joined,
        1900..=2049 => led || joined || !number_of,
        1500..=2199 => led || joined || before == Lex::The,
        _ => matches!(before, Lex::In | Lex::Since | Lex::By | Lex::Until) || joined,
    }
}

/// Whether words go on behind two digits as behind a number: "'15 minutes of fame'", "'24 Hours'".
fn opens_words(c: &Cursor, end: usize) -> bool {
    c.plural(end)
        || c.spaced(end)
            && matches!(c.lex(end), Lex::Other | Lex::Unit(_) | Lex::Units(_))
            && (c.capital(end) || !c.is(end, Lex::Other))
}

/// Whether the mark before a year is one that a year can follow: an opening bracket or a quotation mark.
fn mark_before_year(c: &Cursor, i: usize) -> bool {
    let word = c.word(i.wrapping_sub(1));
    c.before(i) == Lex::Hyphen && c.any(i.wrapping_sub(2), &["mid", "post", "pre", "early", "late"])
        || word.starts_with(['"', '“', '‘', '\'', '(', '[', '/', '|', ';', '—', '…'])
}
