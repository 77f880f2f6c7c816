//! From what an expression means to the days it stands for: against the day of publication, or against the date that
//! the passage has set.

mod intervals;
mod pick;
mod tense;

use model::{Day, Grain, TimeKind, When};

use crate::times::calendar::period::{Period, day_away};
use crate::times::calendar::units::{Edge, Unit};
use crate::times::lexing::cursor::Cursor;
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::{Amount, Anchor, Cycle, Date, Found, Meaning, Pick, Reach, Resolved, Vague, day_of};
use crate::times::values::{bounded, clock_value, leading, length_value};
use intervals::{join, keep_order, moves, share_years, share_years_ahead, share_years_behind, spans};
use pick::Placed;
pub(crate) use tense::gives_another_date;
use tense::{Tense, ends_sentence, tense};

/// What an expression can lean on where it stands.
pub(in crate::times) struct Passage {
    /// The day of publication, or as much as is known of it.
    pub(in crate::times) published: Option<Period>,
    /// The last date of any grain that the text has named.
    set: Option<Period>,
    /// The last single day.
    day: Option<(Day, usize)>,
    /// The last stretch of more than a day.
    stretch: Option<Period>,
    /// Whether the text tells of other years than the one it came out in.
    narrative: bool,
    /// The token at which the expression stands that is being resolved.
    at: usize,
}

/// "at 23:30 on March 3 and ended at 1 a.m.": an hour of the night behind one of the evening is the next day's.
fn past_midnight(c: &Cursor, before: (&Found, &Resolved), one: &Found, resolved: &mut Resolved) {
    const EVENING: u32 = 18;
    const DAWN: u32 = 8;
    let (Meaning::Clock(clock, None), (found, previous)) = (&one.meaning, before) else { return };
    // The day of the evening hour may be named between the two.
    let evening = match &found.meaning {
        Meaning::Clock(evening, _) => Some(evening.hour),
        _ => previous_hour(c, found.first),
    };
    let near = one.first - found.end <= 8 && !(found.end..one.first).any(|i| ends_sentence(c, i));
    if let Some(Period::Day(day)) = previous.period
        && near
        && clock.hour <= DAWN
        && evening.is_some_and(|hour| hour >= EVENING)
    {
        *resolved = time_of(&clock_value(*clock), Some(day.plus(1)));
    }
}

/// The hour of "23:30 on" right before a date.
fn previous_hour(c: &Cursor, first: usize) -> Option<u32> {
    let at = first.checked_sub(if c.before(first) == Lex::On { 2 } else { 1 })?;
    let (hour, _) = c.word(at).split_once(':')?;
    hour.parse().ok()
}

/// Resolves all expressions of a text, in order.
pub(in crate::times) fn resolve(c: &Cursor, found: &mut [Found], published: Option<&When>) -> Vec<Resolved> {
    share_years(c, found);
    share_years_ahead(c, found);
    share_years_behind(c, found);
    let published = published.and_then(known_of).or_else(|| date_line(c, found));
    let narrative = narrates(found, published);
    let mut passage = Passage { published, set: published, day: None, stretch: None, narrative, at: 0 };
    let mut all: Vec<Resolved> = Vec::with_capacity(found.len());
    for (i, one) in found.iter().enumerate() {
        passage.at = one.first;
        let mut resolved = passage.resolve(c, one, found.get(i + 1));
        if let Some(previous) = i.checked_sub(1) {
            past_midnight(c, (&found[previous], &all[previous]), one, &mut resolved);
        }
        if let Some(previous) = i.checked_sub(1)
            && spans(c, &found[previous], one)
            && !moves(c, &found[previous], one)
        {
            keep_order(&all[previous], &mut resolved, &one.meaning);
            join(&mut all[previous], &resolved);
        }
        passage.note(&resolved, one.first);
        all.push(resolved);
    }
    all
}

/// Whether a text tells of years long before its publication: four dates or more of such years, and twice as many as of
/// what was new then. In such a text "in June" is the June of the year that it has come to.
fn narrates(found: &[Found], published: Option<Period>) -> bool {
    let this = published.and_then(Period::year).unwrap_or(i32::MAX);
    let (mut old, mut new) = (0, 0);
    for one in found {
        let (Meaning::Date(date, _) | Meaning::Clock(_, Some(date)) | Meaning::Part(_, Some(date))) = &one.meaning
        else {
            continue;
        };
        match date {
            Date::Fixed(period) => match period.year() {
                Some(year) if year < this.saturating_sub(1) => old += 1,
                Some(_) => new += 1,
                None => {}
            },
            Date::Shift { anchor: Anchor::Speech, .. } | Date::Cycle(Cycle::Weekday(_), _) => new += 1,
            _ => {}
        }
    }
    old >= 4 && old > 2 * new
}

/// Whether a time of day stands in brackets before a sentence: "(10:47 a.m.) …", "(Update 11:10 a.m.) …".
fn heads_entry(c: &Cursor, first: usize) -> bool {
    let opened = [first.checked_sub(1), first.checked_sub(2)].into_iter().flatten().find(|&i| c.lex(i) == Lex::Open);
    let alone = |open: usize| open + 1 == first || c.any(open + 1, &["update", "updated", "posted"]);
    opened.is_some_and(|open| alone(open) && open.checked_sub(1).is_none_or(|before| ends_sentence(c, before)))
}

/// The days of a week from Monday to Sunday, and of the one that begins on its last day.
fn either_week(week: Period) -> Option<When> {
    let (first, last) = week.days()?;
    Some(When::between(Some(first), Some(last.plus(6))))
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
            Placed::Known(period) => {
                let when = if self.is_either_week(date, tense) { either_week(period) } else { period.when(edge) };
                (period.value(), Some(period), when)
            }
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
    pub(in crate::times) fn place(&self, date: &Date, tense: &dyn Fn() -> Tense) -> Placed {
        match date {
            Date::Fixed(period) => Placed::Known(*period),
            // From Monday to Thursday, the weekend that a past tense speaks of is the last one.
            Date::Shift { unit: Unit::Weekend, by: 0, anchor: Anchor::Speech }
                if self.published.and_then(day_of).is_some_and(|day| day.weekday() < 4) && tense() == Tense::Past =>
            {
                self.shift(Unit::Weekend, -1, Anchor::Speech)
            }
            // "The quarter": the last that was named, unless that is the one it is compared with.
            Date::Shift { unit: Unit::Quarter, by: 0, anchor: Anchor::Passage } => {
                let days = |period: Option<Period>| period.and_then(Period::days);
                let named = self.stretch.filter(|named| matches!(named, Period::Quarter(..)));
                let near = days(named).zip(days(self.published)).is_none_or(|(q, p)| (p.0.0 - q.1.0) < HALF);
                named.filter(|_| near).map_or_else(|| pick::unknown(Unit::Quarter), Placed::Known)
            }
            Date::Shift { unit, by, anchor } => self.shift(*unit, *by, *anchor),
            Date::Cycle(cycle, Pick::Within(within)) => match self.place(within, tense) {
                Placed::Known(_) if self.is_either_week(within, tense) => pick::pattern_of(*cycle),
                Placed::Known(period) => pick::within(*cycle, period),
                _ => pick::pattern_of(*cycle),
            },
            Date::Cycle(cycle, Pick::Tense)
                if self.narrative
                    && self.set.is_some_and(|set| Some(set) != self.published)
                    && self.has_moved(*cycle) =>
            {
                let told = pick::told(*cycle, self.set);
                // "The 14 January vote", in a report of that January which has come to 1986: either.
                let fresh = matches!(self.set, Some(Period::Year(_))) && pick::is_fresh(*cycle, self.published);
                if fresh { pick::pattern_of(*cycle) } else { told }
            }
            Date::Cycle(cycle, Pick::Named) => pick::pattern_of(*cycle),
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
            Date::Range(first, last) => match (self.place(first, tense), last.as_ref()) {
                // The end is the first of its kind that follows the start.
                (Placed::Known(first), Date::Cycle(cycle, Pick::Tense)) => match pick::from(*cycle, first) {
                    Some(last) => Placed::Between(first, last),
                    None => Placed::Known(first),
                },
                (Placed::Known(first), last) => match self.place(last, tense) {
                    Placed::Known(last) => Placed::Between(first, last),
                    _ => Placed::Known(first),
                },
                (Placed::Pattern(first), last) => match self.place(last, tense) {
                    Placed::Pattern(last) => Placed::Pattern(format!("{first}/{last}")),
                    _ => Placed::Pattern(first),
                },
                (between, _) => between,
            },
        }
    }

    /// Whether a week may be one of two: some begin the week on a Sunday and others end it, so that in a report of that day
    /// nobody can tell which is the last one. What has happened "this week" lies in the one that ends.
    fn is_either_week(&self, date: &Date, tense: &dyn Fn() -> Tense) -> bool {
        let Date::Shift { unit: Unit::Week, by, anchor: Anchor::Speech } = date else { return false };
        let sunday = matches!(self.published, Some(Period::Day(day)) if day.weekday() == 6);
        sunday && by.abs() <= 1 && (*by != 0 || tense() != Tense::Past)
    }

    /// Whether a text that tells of old times has come to a date by which the cycle is told: a weekday is this week's,
    /// unless a single day stands shortly before it.
    fn has_moved(&self, cycle: Cycle) -> bool {
        let day = matches!(self.set, Some(Period::Day(_)));
        !matches!(cycle, Cycle::Weekday(_)) || day && self.day.is_some_and(|(_, at)| self.at.saturating_sub(at) < NEAR)
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
        let lone = c.before(one.first) == Lex::Break && matches!(c.lex(one.end), Lex::Break | Lex::Dash | Lex::Mark);
        if lone || heads_entry(c, one.first) {
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
        let away = |by: i32| day_away(today, by, unit);
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

/// How many days after its end a quarter is told of, at most.
const HALF: i32 = 190;

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
