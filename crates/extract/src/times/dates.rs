//! The grammar of calendar dates: "11 October 2024", "Friday, Oct. 11", "10/11/2024", "2009–2011", "the 1990s".

use model::Day;

use super::cursor::{Cursor, Parsed, century_of};
use super::lexicon::Lex;
use super::meaning::{Cycle, Date, Pick, Unit};
use super::period::Period;
use super::relative;

/// A date of any form that names months, days, years, decades or centuries.
pub(super) fn date(c: &Cursor, i: usize) -> Parsed<Date> {
    fiscal_year(c, i)
        .or_else(|| weekday_and_date(c, i))
        .or_else(|| calendar(c, i))
        .or_else(|| weekday(c, i))
        .or_else(|| epoch(c, i))
        .or_else(|| day_alone(c, i))
}

/// "on the 15th": a day of a month that the text does not name.
fn day_alone(c: &Cursor, i: usize) -> Parsed<Date> {
    let Lex::Ordinal(day @ 1..=31) = c.lex(i + 1) else { return None };
    let stands = c.is(i, Lex::The) && c.before(i) == Lex::On && c.numeral(i + 1);
    let ends = !matches!(c.lex(i + 2), Lex::Other | Lex::PastForm | Lex::Hyphen | Lex::Unit(_) | Lex::Of);
    (stands && ends).then_some((Date::Cycle(Cycle::DayOfMonth(day), Pick::Tense), i + 2))
}

/// "Friday, October 11", "Friday the 11th": the weekday adds nothing, unless it contradicts the date.
fn weekday_and_date(c: &Cursor, i: usize) -> Parsed<Date> {
    let weekday = weekday_name(c, i)?;
    let dot = c.skip(i + 1, Lex::Dot);
    let at = c.skip(c.skip(dot, Lex::Comma), Lex::The);
    let (date, end) = calendar(c, at).or_else(|| {
        // "Friday the 13th", not "Friday the first of them".
        let (day, end) = c.is(at - 1, Lex::The).then(|| c.ordinal(at)).flatten().filter(|_| c.numeral(at))?;
        Some((Date::Cycle(Cycle::DayOfMonth(day), Pick::Tense), end))
    })?;
    let agrees = match date {
        Date::Fixed(Period::Day(day)) => day.weekday() == weekday,
        Date::Cycle(Cycle::MonthDay(..) | Cycle::DayOfMonth(_), _) => true,
        _ => false,
    };
    let date = match date {
        Date::Cycle(Cycle::MonthDay(month, day), pick @ Pick::Tense) => {
            Date::Cycle(Cycle::NamedDay(weekday, month, day), pick)
        }
        other => other,
    };
    agrees.then_some((date, end))
}

/// The number of a weekday's name; an abbreviation needs its full stop, or a comma or a date behind it.
fn weekday_name(c: &Cursor, i: usize) -> Option<u32> {
    match c.lex(i) {
        Lex::Weekday(day) if c.capital(i) => Some(day),
        Lex::WeekdayShort(day) if c.capital(i) => {
            let next = c.skip(c.skip(i + 1, Lex::Dot), Lex::Comma);
            let dated = matches!(c.lex(next), Lex::Month(_) | Lex::MonthShort(_) | Lex::Int(_) | Lex::Ordinal(_));
            dated.then_some(day)
        }
        _ => None,
    }
}

/// A weekday alone, or with its week: "Friday", "Monday of next week".
fn weekday(c: &Cursor, i: usize) -> Parsed<Date> {
    let Lex::Weekday(day) = c.lex(i) else { return None };
    // "the Sunday Courier", "Saturday Night Dance"
    let title = c.is(i.wrapping_sub(1), Lex::The) && c.name(i + 1)
        || matches!(c.lex(i + 1), Lex::Part(_)) && c.capital(i + 1) && c.name(i + 2);
    if !c.capital(i) || title {
        return None;
    }
    let cycle = Cycle::Weekday(day);
    if let Some((week, end)) = relative::unit_phrase(c, c.skip(i + 1, Lex::Of))
        && matches!(week, Date::Shift { unit: Unit::Week, .. })
    {
        return Some((Date::Cycle(cycle, Pick::Within(Box::new(week))), end));
    }
    Some((Date::Cycle(cycle, Pick::Tense), i + 1))
}

/// A date with a month's name, or in figures.
fn calendar(c: &Cursor, i: usize) -> Parsed<Date> {
    match c.lex(i) {
        Lex::Figures => figures(c.word(i)).map(|date| (date, i + 1)),
        Lex::Int(_) if c.len(i) == 8 => compact(c.word(i)).map(|date| (date, i + 1)),
        Lex::Month(_) | Lex::MonthShort(_) => month_first(c, i),
        _ => day_first(c, i).or_else(|| year_first(c, i)),
    }
}

/// A month's name with its full stop, where it has one.
fn month_name(c: &Cursor, i: usize) -> Parsed<u32> {
    if !c.capital(i) {
        return None;
    }
    match c.lex(i) {
        Lex::Month(month) => Some((month, i + 1)),
        Lex::MonthShort(month) => Some((month, c.skip(i + 1, Lex::Dot))),
        _ => None,
    }
}

/// "October 11, 2024", "Oct. 11", "October 22–24", "October 2024", "October of last year", "October".
fn month_first(c: &Cursor, i: usize) -> Parsed<Date> {
    let (month, at) = month_name(c, i)?;
    if let Some(found) = days_of_month(c, at, month) {
        return Some(found);
    }
    if let Some((year, end)) = year_behind(c, at) {
        return Some((Date::Fixed(Period::Month(year, month)), end));
    }
    let cycle = Cycle::Month(month);
    let of = c.skip(at, Lex::Of);
    if let Some((within, end)) = relative::unit_phrase(c, of)
        && matches!(within, Date::Shift { unit: Unit::Year, .. })
    {
        return Some((Date::Cycle(cycle, Pick::Within(Box::new(within))), end));
    }
    stands_alone(c, i, at).then_some((Date::Cycle(cycle, Pick::Tense), at))
}

/// Whether a month's name at `i` that ends before `at` names the month: "may", "march" and names of people do not.
fn stands_alone(c: &Cursor, i: usize, at: usize) -> bool {
    let led = matches!(
        c.before(i),
        Lex::In
            | Lex::Since
            | Lex::By
            | Lex::Until
            | Lex::From
            | Lex::During
            | Lex::After
            | Lex::Before
            | Lex::Between
            | Lex::For
            | Lex::Of
            | Lex::To
            | Lex::This
            | Lex::Last
            | Lex::Next
            | Lex::Early
            | Lex::Late
            | Lex::Mid
            | Lex::Each
            | Lex::Every
            | Lex::Hyphen
            | Lex::Previous
            | Lex::Following
            | Lex::Coming
    );
    let beside_month = |i: usize| matches!(c.lex(i), Lex::Month(_) | Lex::MonthShort(_)) && c.capital(i);
    let listed = matches!(c.before(i), Lex::And | Lex::Or | Lex::Comma) && i >= 2 && beside_month(i - 2)
        || matches!(c.lex(at), Lex::And | Lex::Or | Lex::To | Lex::Hyphen | Lex::Dash) && beside_month(at + 1);
    match c.lex(i) {
        Lex::MonthShort(_) => led || listed,
        // The verbs.
        Lex::Month(3 | 5) if c.before(i) == Lex::The => c.is(at, Lex::Other) && !c.capital(at),
        Lex::Month(3 | 5) => (led || listed) && !c.name(at) || c.is(at, Lex::Possessive) && c.before(i) != Lex::Break,
        // Names of people, and a word of dignity.
        Lex::Month(1 | 4 | 6 | 8) => led || listed || !c.name(at) && !c.name(i.wrapping_sub(1)),
        _ => true,
    }
}

/// The day or days behind a month's name, with the year where it is given.
fn days_of_month(c: &Cursor, at: usize, month: u32) -> Parsed<Date> {
    if c.is(at, Lex::Figures) {
        let (from, to) = range(c.word(at))?;
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        let fits = (1..=31).contains(&from) && (1..=31).contains(&to) && from < to;
        return fits.then(|| with_year(c, at + 1, &|year| two_days(year, month, from, month, to))).flatten();
    }
    let the = c.skip(at, Lex::The);
    let (day, end) = c.day_of_month(the)?;
    // "May 5,000" was one token; "May 10 percent", "March 2 million" are not dates, nor is "June 30 points".
    if matches!(c.lex(end), Lex::Percent | Lex::Million | Lex::Thousand | Lex::Hundred) && c.is(the, Lex::Int(day)) {
        return None;
    }
    if c.is(end, Lex::Dash) && !c.spaced(end) || c.is(end, Lex::Hyphen) {
        if let Some((to, end)) = c.day_of_month(end + 1).filter(|&(to, _)| to > day) {
            return with_year(c, end, &|year| two_days(year, month, day, month, to));
        }
        if let Some((month_to, at)) = month_name(c, end + 1)
            && let Some((to, end)) = c.day_of_month(at)
        {
            return with_year(c, end, &|year| two_days(year, month, day, month_to, to));
        }
    }
    with_year(c, end, &|year| one_day(year, month, day))
}

fn one_day(year: Option<i32>, month: u32, day: u32) -> Option<Date> {
    match year {
        Some(year) => Day::new(year, month, day).map(|day| Date::Fixed(Period::Day(day))),
        // 2000 was a leap year: 29 February is a date.
        None => Day::new(2000, month, day).map(|_| Date::Cycle(Cycle::MonthDay(month, day), Pick::Tense)),
    }
}

fn two_days(year: Option<i32>, month: u32, day: u32, month_to: u32, day_to: u32) -> Option<Date> {
    let (from, to) = (one_day(year, month, day)?, one_day(year, month_to, day_to)?);
    Some(Date::Range(Box::new(from), Box::new(to)))
}

/// Reads the year behind a day, and "last year" and its like, and makes the date of it.
fn with_year(c: &Cursor, at: usize, make: &dyn Fn(Option<i32>) -> Option<Date>) -> Parsed<Date> {
    if let Some((year, end)) = year_behind(c, at)
        && let Some(date) = make(Some(year))
    {
        return Some((date, end));
    }
    let date = make(None)?;
    if let Date::Cycle(cycle, Pick::Tense) = date
        && let Some((within, end)) = relative::unit_phrase(c, c.skip(at, Lex::Of))
        && matches!(within, Date::Shift { unit: Unit::Year, .. })
    {
        return Some((Date::Cycle(cycle, Pick::Within(Box::new(within))), end));
    }
    Some((date, at))
}

/// ", 2024", "2024", "of 2024", "'24" behind a day or a month.
fn year_behind(c: &Cursor, at: usize) -> Parsed<i32> {
    let year = match c.lex(at) {
        Lex::Comma | Lex::Of => at + 1,
        _ => at,
    };
    let (year, end) = c.year(year)?;
    (!c.plural(end) || c.lex(at) == Lex::Comma).then_some((year, end))
}

/// "11 October 2024", "the 11th of October", "22–24 October", "11-Oct-2024".
fn day_first(c: &Cursor, i: usize) -> Parsed<Date> {
    let i = if c.is(i, Lex::The) && matches!(c.lex(i + 1), Lex::Ordinal(_) | Lex::First | Lex::Second | Lex::Ty(_)) {
        i + 1
    } else {
        i
    };
    let (day, at) = c.day_of_month(i)?;
    let at = if c.is(at, Lex::Of) && !matches!(c.lex(i), Lex::Int(_)) { at + 1 } else { c.skip(at, Lex::Hyphen) };
    let (month, end) = month_name(c, at)?;
    // "10 May" is a date, "the first March" and "third May" are not.
    if matches!(c.lex(i), Lex::First | Lex::Second) && !c.is(at - 1, Lex::Of) && !c.is(i.wrapping_sub(1), Lex::The) {
        return None;
    }
    let end = if c.is(end, Lex::Hyphen) && c.year(end + 1).is_some() { end + 1 } else { end };
    if c.is(end, Lex::Hyphen)
        && let Lex::Int(year) = c.lex(end + 1)
        && c.len(end + 1) == 2
    {
        return one_day(Some(century_of(year)), month, day).map(|date| (date, end + 2));
    }
    with_year(c, end, &|year| one_day(year, month, day))
}

/// "2024 October 11", "2024-Oct-11".
fn year_first(c: &Cursor, i: usize) -> Parsed<Date> {
    let (year, at) = c.year(i)?;
    let (month, at) = month_name(c, c.skip(at, Lex::Hyphen))?;
    let (day, end) = c.day_of_month(c.skip(at, Lex::Hyphen))?;
    one_day(Some(year), month, day).map(|date| (date, end))
}

/// Two numbers with a dash between.
fn range(figures: &str) -> Option<(&str, &str)> {
    figures.split_once('-').or_else(|| figures.split_once('–'))
}

/// A date in figures: 2024-10-11, 10/11/2024 (the American order, unless the first number is no month), 11.10.2024,
/// 2009–2011, 2008-09.
fn figures(text: &str) -> Option<Date> {
    if text.len() > 32 {
        return None;
    }
    let text = text.split(['T', 't']).next().unwrap_or(text);
    if let Some((from, to)) = range(text)
        && !to.contains(['-', '–'])
    {
        return year_range(from, to);
    }
    if let Some((first, last)) = text.split_once('/')
        && first.len() == 4
        && !last.contains('/')
    {
        // "2023/24": a season or a year of accounts, never a month.
        return year_range(first, last).filter(|date| matches!(date, Date::Range(..)));
    }
    let separator = ['-', '/', '.'].into_iter().find(|&s| text.contains(s))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let numbers: Vec<u32> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let &[a, b, y] = numbers.as_slice() else { return None };
    if parts[0].len() == 4 {
        return one_day(Some(a as i32), b, y);
    }
    let year = match parts[2].len() {
        4 if (1000..=2999).contains(&y) => y as i32,
        // Versions and scores have short parts as well: only slashes make a date of them.
        2 if separator == '/' || separator == '-' && y >= 50 && parts.iter().all(|part| part.len() == 2) => {
            century_of(y)
        }
        _ => return None,
    };
    if parts[0].len() > 2 || parts[1].len() > 2 {
        return None;
    }
    let american = (separator == '/' || parts[2].len() == 2) && a <= 12 || b > 12;
    let (month, day) = if american { (a, b) } else { (b, a) };
    one_day(Some(year), month, day)
}

/// "20241011"
fn compact(digits: &str) -> Option<Date> {
    let (year, month, day) = (digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?);
    let year = year.parse().ok().filter(|year| (1900..=2049).contains(year))?;
    one_day(Some(year), month.parse().ok()?, day.parse().ok()?)
}

/// "2009-2011", "2008-09", and "2024-10", which is a month.
fn year_range(from: &str, to: &str) -> Option<Date> {
    let year = |text: &str| text.parse::<i32>().ok().filter(|y| text.len() == 4 && (1000..=2999).contains(y));
    let first = year(from)?;
    if to.len() == 2 {
        let number: u32 = to.parse().ok()?;
        let last = first / 100 * 100 + number as i32;
        if last > first {
            return Some(years(first, last));
        }
        return (1..=12).contains(&number).then_some(Date::Fixed(Period::Month(first, number)));
    }
    year(to).filter(|&last| last > first).map(|last| years(first, last))
}

fn years(first: i32, last: i32) -> Date {
    Date::Range(Box::new(Date::Fixed(Period::Year(first))), Box::new(Date::Fixed(Period::Year(last))))
}

/// A year, a decade or a century.
fn epoch(c: &Cursor, i: usize) -> Parsed<Date> {
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
        Lex::Nineties(tens) if c.is(i, Lex::The) || c.is(i.wrapping_sub(1), Lex::The) || in_part(c, i) => {
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
    matches!(c.before(i), Lex::Early | Lex::Late | Lex::Mid | Lex::Hyphen)
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
fn fiscal_year(c: &Cursor, i: usize) -> Parsed<Date> {
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
        _ if c.is(i, Lex::Apostrophe) => true,
        // Round numbers count more often than they name a year.
        2000 => led || joined,
        1900..=2049 => led || joined || !number_of,
        1500..=2199 => led || joined || before == Lex::The,
        _ => matches!(before, Lex::In | Lex::Since | Lex::By | Lex::Until) || joined,
    }
}

/// Whether the mark before a year is one that a year can follow: an opening bracket or a quotation mark.
fn mark_before_year(c: &Cursor, i: usize) -> bool {
    let word = c.word(i.wrapping_sub(1));
    c.before(i) == Lex::Hyphen && c.any(i.wrapping_sub(2), &["mid", "post", "pre", "early", "late"])
        || word.starts_with(['"', '“', '‘', '\'', '(', '[', '/', '|', ';', '—', '…'])
}

/// Another day of the month of a date.
pub(super) fn same_month(date: &Date, day: u32) -> Option<Date> {
    match date {
        Date::Fixed(Period::Day(known)) => {
            let (year, month, _) = known.civil();
            one_day(Some(year), month, day)
        }
        Date::Cycle(Cycle::MonthDay(month, _) | Cycle::NamedDay(_, month, _), pick) => {
            one_day(None, *month, day).map(|_| Date::Cycle(Cycle::MonthDay(*month, day), pick.clone()))
        }
        _ => None,
    }
}
