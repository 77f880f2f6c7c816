//! From what an expression means to the days it stands for: against the day of publication, or against the date that
//! the passage has set.

use model::{Day, Grain, TimeKind, When};

use super::cursor::Cursor;
use super::lexicon::Lex;
use super::meaning::{
    Amount, Anchor, Clock, Cycle, Date, Edge, Found, Meaning, Pick, Reach, Resolved, Unit, Vague, day_of,
};
use super::period::Period;
use super::pick::{self, Placed};
use super::tense::{Tense, tense};

/// What an expression can lean on where it stands.
pub(super) struct Passage {
    /// The day of publication, or as much as is known of it.
    pub(super) published: Option<Period>,
    /// The last date of any grain that the text has named.
    set: Option<Period>,
    /// The last single day.
    day: Option<(Day, usize)>,
    /// The last stretch of more than a day.
    stretch: Option<Period>,
}

/// Resolves all expressions of a text, in order.
pub(super) fn resolve(c: &Cursor, found: &mut [Found], published: Option<&When>) -> Vec<Resolved> {
    share_years(c, found);
    share_years_ahead(c, found);
    let published = published.and_then(known_of).or_else(|| date_line(c, found));
    let mut passage = Passage { published, set: published, day: None, stretch: None };
    let mut all: Vec<Resolved> = Vec::with_capacity(found.len());
    for (i, one) in found.iter().enumerate() {
        let mut resolved = passage.resolve(c, one, found.get(i + 1));
        if let Some(previous) = i.checked_sub(1)
            && spans(c, &found[previous], one)
        {
            keep_order(&all[previous], &mut resolved, &one.meaning);
            join(&mut all[previous], &resolved);
        }
        passage.note(&resolved, one.first);
        all.push(resolved);
    }
    all
}

/// As much of the day of publication as is known.
fn known_of(when: &When) -> Option<Period> {
    let first = when.first?;
    let (year, month, _) = first.civil();
    Some(match when.grain {
        Grain::Year => Period::Year(year),
        Grain::Month => Period::Month(year, month),
        Grain::Day | Grain::Days => Period::Day(first),
        _ if when.last.is_some_and(|last| last.year() == year) => Period::Year(year),
        _ => return None,
    })
}

/// How far into a text its date line can stand, in bytes.
const HEAD: u32 = 600;

/// The first full date at the head of a text that comes without its day of publication.
fn date_line(c: &Cursor, found: &[Found]) -> Option<Period> {
    found.iter().take_while(|one| c.tokens[one.first].start < HEAD).find_map(|one| match one.meaning {
        Meaning::Date(Date::Fixed(day @ Period::Day(_)), _) => Some(day),
        Meaning::Clock(_, Some(Date::Fixed(day @ Period::Day(_)))) => Some(day),
        _ => None,
    })
}

/// "between April and June 2008": the year stands for both.
fn share_years(c: &Cursor, found: &mut [Found]) {
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

/// "from October 2005 to March": the end is the first that follows.
fn share_years_ahead(c: &Cursor, found: &mut [Found]) {
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
fn spans(c: &Cursor, one: &Found, next: &Found) -> bool {
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

/// The end of an interval does not lie before its start: "from October 2005 to March".
fn keep_order(first: &Resolved, second: &mut Resolved, meaning: &Meaning) {
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
fn join(first: &mut Resolved, second: &Resolved) {
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

impl Passage {
    /// Remembers what an expression has set.
    fn note(&mut self, resolved: &Resolved, at: usize) {
        let Some(period) = resolved.period else { return };
        self.set = Some(period);
        match period {
            Period::Day(day) => self.day = Some((day, at)),
            Period::Month(..) | Period::Quarter(..) | Period::Half(..) | Period::Week(..) | Period::Season(..) => {
                self.stretch = Some(period);
            }
            _ => {}
        }
    }

    fn resolve(&self, c: &Cursor, one: &Found, next: Option<&Found>) -> Resolved {
        let tense = || tense(c, one.first, one.end);
        match &one.meaning {
            Meaning::Date(date, edge) => self.date(date, *edge, &tense, leading(c, one.first)),
            Meaning::Clock(clock, day) => {
                let day = self.day_at(c, one, day.as_ref(), next, &tense);
                time_of(&clock_value(*clock), day)
            }
            Meaning::Part(part, day) => {
                let day = self.day_at(c, one, day.as_ref(), next, &tense);
                time_of(part.code(), day)
            }
            Meaning::Duration(lengths, reach) => {
                let ahead = *reach == Reach::None && c.before(one.first) == Lex::In && tense() == Tense::Future;
                let reach = if ahead { Reach::Within } else { *reach };
                plain(TimeKind::Duration, length_value(lengths), self.reach(lengths, reach, &tense))
            }
            Meaning::Length(value) => plain(TimeKind::Duration, (*value).to_owned(), None),
            Meaning::Set(value) => plain(TimeKind::Set, value.clone(), None),
            Meaning::Vague(vague) => {
                let value = match vague {
                    Vague::Past => "PAST_REF",
                    Vague::Present => "PRESENT_REF",
                    Vague::Future => "FUTURE_REF",
                };
                plain(TimeKind::Date, value.to_owned(), None)
            }
        }
    }

    fn date(&self, date: &Date, edge: Edge, tense: &dyn Fn() -> Tense, before: Lex) -> Resolved {
        // "by the end of the year" bounds the whole of it.
        let bound = matches!(before, Lex::By | Lex::Until | Lex::Before) && edge == Edge::End;
        let edge = if bound { Edge::Whole } else { edge };
        let (value, period, when) = match self.place(date, tense) {
            Placed::Known(period) => (period.value(), Some(period), period.when(edge)),
            Placed::Between(first, last) => {
                let when = first.days().zip(last.days()).map(|((from, _), (_, to))| {
                    let named = |period: Period| period.when(Edge::Whole).map_or_else(String::new, |when| when.edtf);
                    let edtf = format!("{}/{}", named(first), named(last));
                    let grain = if matches!(first, Period::Day(_)) { Grain::Days } else { first.grain() };
                    When { edtf, first: Some(from), last: Some(to), grain }
                });
                (format!("{}/{}", first.value(), last.value()), Some(first), when)
            }
            Placed::Pattern(value) => (value, None, None),
        };
        Resolved { kind: TimeKind::Date, value, period, when: when.map(|when| bounded(when, before)) }
    }

    /// Places a date in the calendar.
    pub(super) fn place(&self, date: &Date, tense: &dyn Fn() -> Tense) -> Placed {
        match date {
            Date::Fixed(period) => Placed::Known(*period),
            // From Monday to Thursday, the weekend that a past tense speaks of is the last one.
            Date::Shift { unit: Unit::Weekend, by: 0, anchor: Anchor::Speech }
                if self.published.and_then(day_of).is_some_and(|day| day.weekday() < 4) && tense() == Tense::Past =>
            {
                self.shift(Unit::Weekend, -1, Anchor::Speech)
            }
            Date::Shift { unit, by, anchor } => self.shift(*unit, *by, *anchor),
            Date::Cycle(cycle, Pick::Within(within)) => match self.place(within, tense) {
                Placed::Known(period) => pick::within(*cycle, period),
                _ => pick::pattern_of(*cycle),
            },
            Date::Cycle(cycle, Pick::Following) => pick::following(*cycle, self.set.or(self.published)),
            Date::Cycle(cycle, which) => pick::pick(*cycle, which, self.published, tense),
            Date::Again { years } => match (self.stretch, self.published) {
                (Some(stretch), _) => stretch.years_on(*years).map_or_else(|| pick::unknown(Unit::Year), Placed::Known),
                (None, Some(_)) => self.shift(Unit::Year, *years, Anchor::Speech),
                _ => pick::unknown(Unit::Year),
            },
            Date::Nth(nth, of, within) => match self.place(within, tense) {
                Placed::Known(period) => pick::nth(*nth, *of, period),
                _ => pick::unknown(Unit::Day),
            },
            Date::Around(unit, date) => match self.place(date, tense) {
                Placed::Known(period) => period.shift(*unit, 0).map_or_else(|| pick::unknown(*unit), Placed::Known),
                _ => pick::unknown(*unit),
            },
            Date::Range(first, last) => match (self.place(first, tense), self.place(last, tense)) {
                (Placed::Known(first), Placed::Known(last)) => Placed::Between(first, last),
                (Placed::Pattern(first), Placed::Pattern(last)) => Placed::Pattern(format!("{first}/{last}")),
                (other, _) => other,
            },
        }
    }

    fn shift(&self, unit: Unit, by: i32, anchor: Anchor) -> Placed {
        let from = |base: Option<Period>| base.and_then(|base| base.shift(unit, by));
        let placed = match anchor {
            Anchor::Speech => from(self.published),
            // "that day" is the last day that was named; "the next day" after a mere month is not known.
            Anchor::Passage if unit == Unit::Day && by == 0 => from(self.set)
                .or_else(|| from(self.day.map(|(day, _)| Period::Day(day))))
                .or_else(|| from(self.published)),
            Anchor::Passage if unit == Unit::Day => from(self.set.or(self.published)),
            Anchor::Passage => from(self.set).or_else(|| from(self.published)),
        };
        placed.map_or_else(|| pick::unknown(unit), Placed::Known)
    }

    /// The day that a time of day belongs to: its own, the one named right behind it, the last one named nearby, or the
    /// day of publication.
    fn day_at(
        &self,
        c: &Cursor,
        one: &Found,
        own: Option<&Date>,
        next: Option<&Found>,
        tense: &dyn Fn() -> Tense,
    ) -> Option<Day> {
        let known = |date: &Date| match self.place(date, tense) {
            Placed::Known(Period::Day(day)) => Some(day),
            _ => None,
        };
        if let Some(own) = own {
            return known(own);
        }
        let behind = next.filter(|next| {
            next.first <= one.end + 1 && (next.first == one.end || matches!(c.lex(one.end), Lex::On | Lex::Comma))
        });
        if let Some(Meaning::Date(date, _)) = behind.map(|next| &next.meaning)
            && let Some(day) = known(date)
        {
            return Some(day);
        }
        let published = self.published.and_then(day_of);
        // A time that heads an entry of a running report.
        if c.before(one.first) == Lex::Break && matches!(c.lex(one.end), Lex::Break | Lex::Dash | Lex::Mark) {
            return published.or(self.day.map(|(day, _)| day));
        }
        // What the report is about happened within days of its publication; another day must stand nearby.
        let recent = |day: Day| published.is_some_and(|published| (published.0 - day.0).abs() <= 7);
        let told = self.day.filter(|&(day, at)| one.first - at < NEAR || recent(day)).map(|(day, _)| day);
        told.or(published)
    }

    /// The days that a length of time covers, where it runs from or to the day of publication.
    fn reach(&self, lengths: &[(Amount, Unit)], reach: Reach, tense: &dyn Fn() -> Tense) -> Option<When> {
        let &[(Amount::Known(n), unit)] = lengths else { return None };
        let today = self.published.and_then(day_of)?;
        let n = n.clamp(0.0, 10_000.0).ceil() as i32;
        let away = |by: i32| match unit {
            Unit::Second | Unit::Minute => Some(today),
            Unit::Hour => Some(today.plus((by.abs() + 23) / 24 * by.signum())),
            Unit::Day | Unit::Night => Some(today.plus(by)),
            Unit::Week => Some(today.plus(by * 7)),
            Unit::Fortnight => Some(today.plus(by * 14)),
            Unit::Month | Unit::Quarter | Unit::Half => {
                let months = by
                    * match unit {
                        Unit::Quarter => 3,
                        Unit::Half => 6,
                        _ => 1,
                    };
                let (year, month, day) = today.civil();
                let (year, month) = super::period::shift_month(year, month, months);
                Day::new(year, month, day.min(super::period::days_in_month(year, month)))
            }
            Unit::Year | Unit::FiscalYear => Period::Day(today).years_on(by).and_then(day_of),
            Unit::Decade => Period::Day(today).years_on(by * 10).and_then(day_of),
            _ => None,
        };
        match reach {
            Reach::None => None,
            Reach::Back => Some(When::between(Some(away(-n)?), Some(today))),
            Reach::Ahead => Some(When::between(Some(today), Some(away(n)?))),
            Reach::Within => {
                (tense() != Tense::Past).then(|| away(n)).flatten().map(|last| When::between(None, Some(last)))
            }
        }
    }
}

/// How many tokens away a day can stand to which a time of day belongs.
const NEAR: usize = 60;

fn plain(kind: TimeKind, value: String, when: Option<When>) -> Resolved {
    Resolved { kind, value, period: None, when }
}

fn time_of(time: &str, day: Option<Day>) -> Resolved {
    let date = day.map_or_else(|| "XXXX-XX-XX".to_owned(), |day| day.to_string());
    Resolved {
        kind: TimeKind::Time,
        value: format!("{date}{time}"),
        period: day.map(Period::Day),
        when: day.map(When::day),
    }
}

fn clock_value(clock: Clock) -> String {
    let minute = clock.minute.unwrap_or(0);
    let second = clock.second.map_or_else(String::new, |second| format!(":{second:02}"));
    let zone = if clock.universal { "Z" } else { "" };
    format!("T{:02}:{minute:02}{second}{zone}", clock.hour)
}

/// The first side of an interval, or the date itself.
fn start_of(edtf: &str) -> &str {
    edtf.split('/').next().unwrap_or(edtf)
}

/// The word that leads a date; "prior to" is a "before".
fn leading(c: &Cursor, first: usize) -> Lex {
    match c.before(first) {
        Lex::To if first >= 2 && c.is(first - 2, Lex::Previous) => Lex::Before,
        other => other,
    }
}

/// What a word before the date makes of its interval: "by" and "until" leave the start open, "since" and "after" the
/// end.
fn bounded(when: When, before: Lex) -> When {
    let (Some(first), Some(last)) = (when.first, when.last) else { return when };
    let open = |edtf: String, first, last| When { edtf, first, last, grain: Grain::Vague };
    match before {
        Lex::By | Lex::Until => open(format!("../{last}"), None, Some(last)),
        Lex::Since => open(format!("{}/..", start_of(&when.edtf)), Some(first), None),
        Lex::Before => open(format!("../{}", first.plus(-1)), None, Some(first.plus(-1))),
        Lex::After => open(format!("{}/..", last.plus(1)), Some(last.plus(1)), None),
        _ => when,
    }
}

/// The TIMEX3 value of a length of time.
pub(super) fn length_value(lengths: &[(Amount, Unit)]) -> String {
    let (mut date, mut time) = (String::new(), String::new());
    for &(amount, unit) in lengths {
        let (amount, unit) = whole_units(amount, unit);
        let (times, letter, clock) = unit.code();
        let number = match amount {
            Amount::Known(n) => format!("{}", n * times),
            Amount::Vague => "X".to_owned(),
        };
        let part = if clock { &mut time } else { &mut date };
        part.push_str(&number);
        part.push_str(letter);
    }
    if time.is_empty() { format!("P{date}") } else { format!("P{date}T{time}") }
}

/// Half of a unit in the next smaller one, where that is a whole number.
fn whole_units(amount: Amount, unit: Unit) -> (Amount, Unit) {
    match (amount, unit) {
        (Amount::Known(0.5), Unit::Hour) => (Amount::Known(30.0), Unit::Minute),
        (Amount::Known(0.5), Unit::Minute) => (Amount::Known(30.0), Unit::Second),
        (Amount::Known(0.5), Unit::Day) => (Amount::Known(12.0), Unit::Hour),
        (Amount::Known(0.5), Unit::Year) => (Amount::Known(6.0), Unit::Month),
        other => other,
    }
}
