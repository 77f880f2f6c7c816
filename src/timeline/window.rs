//! The days that are shown, and how they are chosen and moved.

use model::bundle::{DocumentCard, Event};
use model::order;
use model::{Day, When};

use super::bounds::held;
use super::known::{is_later, last_day};

/// The fewest days that are shown: closer, nothing more comes to light.
const LEAST: i32 = 7;

/// The days that texts may speak of; beyond them there is nothing to see.
const CALENDAR: Window = Window { from: Day::FIRST, to: Day::LAST };

/// The days from `from` to `to`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
}

impl Window {
    /// The window between two days, whichever comes first.
    pub(crate) fn new(a: Day, b: Day) -> Self {
        Self { from: a.min(b), to: a.max(b) }
    }

    /// How many days it has.
    pub(crate) fn days(self) -> i32 {
        self.to.0.saturating_sub(self.from.0).saturating_add(1)
    }

    /// Whether it shows `day`.
    pub(crate) fn has(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// The window between two places in time, counted in days from 1970-01-01.
    pub(crate) fn between(from: f64, to: f64) -> Self {
        // Far beyond the calendar, so that adding days to it can't overflow.
        let day = |at: f64| Day(held(at.round(), -1e8, 1e8) as i32);
        let from = day(from);
        Self { from, to: day(to).plus(-1).max(from) }
    }

    /// The same number of days, `days` later.
    pub(crate) fn shifted(self, days: f64) -> Self {
        let by = held(days.round(), -1e8, 1e8) as i32;
        Self { from: self.from.plus(by), to: self.to.plus(by) }
    }

    /// The same number of days, `share` of them later; earlier where it is negative.
    pub(crate) fn moved(self, share: f64) -> Self {
        let by = (f64::from(self.days()) * share) as i32;
        let by = if by == 0 { share.signum() as i32 } else { by };
        Self { from: self.from.plus(by), to: self.to.plus(by) }
    }

    /// `factor` times as many days, around the day that stands at `anchor`: 0 is the left edge, 1 the right.
    pub(crate) fn zoomed(self, factor: f64, anchor: f64) -> Self {
        let days = self.days();
        let wanted = f64::from(days) * factor;
        // One step always changes something, however few days there are.
        let wanted = if factor < 1.0 { (wanted as i32).min(days - 1) } else { (wanted as i32).max(days + 1) };
        let wanted = wanted.max(LEAST);
        let from = self.from.plus((f64::from(days - wanted) * anchor) as i32);
        Self { from, to: from.plus(wanted - 1) }
    }

    /// The nearest window that has at least the fewest days and no more than `within` has, and lies in it.
    pub(crate) fn kept(self, within: Self) -> Self {
        let within = within.at_least(LEAST);
        let days = self.days().clamp(LEAST, within.days());
        // What is too few grows on both sides.
        let from = self.from.plus((self.days() - days).min(0) / 2);
        let from = from.clamp(within.from, within.to.plus(1 - days));
        Self { from, to: from.plus(days - 1) }
    }

    /// Widened on both sides by `share` of its days.
    pub(crate) fn with_margin(self, share: f64) -> Self {
        let by = (f64::from(self.days()) * share) as i32 + 1;
        Self { from: self.from.plus(-by), to: self.to.plus(by) }
    }

    /// Widened to whole months, or to whole years where it spans many.
    pub(crate) fn rounded(self) -> Self {
        let ((y, m, _), (last_y, last_m, _)) = (self.from.civil(), self.to.civil());
        let years = self.days() > 3 * 366;
        let from = Day::new(y, if years { 1 } else { m }, 1);
        let next = if years || last_m == 12 { Day::new(last_y + 1, 1, 1) } else { Day::new(last_y, last_m + 1, 1) };
        Self { from: from.unwrap_or(self.from), to: next.map_or(self.to, |day| day.plus(-1)) }.kept(CALENDAR)
    }

    fn at_least(self, days: i32) -> Self {
        let missing = (days - self.days()).max(0);
        let from = self.from.plus(-(missing / 2));
        Self { from, to: from.plus(self.days().max(days) - 1) }
    }
}

/// The first and the last day that a date touches; an open end ends where the other one does.
pub(crate) fn ends(when: &When) -> Option<(Day, Day)> {
    let within = |day: Day| day.clamp(CALENDAR.from, CALENDAR.to);
    let first = when.first.or(when.last)?;
    Some((within(first), within(when.last.unwrap_or(first))))
}

/// Everything there is to show, in whole months; `None` where nothing has a date.
pub(crate) fn extent(events: &[Event], documents: &[DocumentCard]) -> Option<Window> {
    let spans = events.iter().filter_map(|event| ends(&event.when));
    let all = spans.chain(published(documents).map(|day| (day, day)));
    let (from, to) = all.reduce(|(from, to), (first, last)| (from.min(first), to.max(last)))?;
    Some(Window::new(from, to).rounded())
}

/// Where reading starts: around the days on which most reports came out, since that is what they are about; without such
/// days, where most events lie.
pub(crate) fn usual(events: &[Event], documents: &[DocumentCard]) -> Option<Window> {
    let all = extent(events, documents)?;
    let days: Vec<Day> = published(documents).collect();
    let days = if days.is_empty() { events.iter().map(|event| event.when.sort_day()).collect() } else { days };
    let core = dense(days)?;
    let wide = core.at_least(QUARTER).with_margin(0.125);
    // Of few days only as much around them as has something in it.
    let near = around(core, wide, events);
    let near = if near.days() < QUARTER { near } else { wide.rounded() };
    Some(Window { from: near.from.max(all.from), to: near.to.min(all.to) }.kept(all))
}

/// The days of a quarter of a year.
const QUARTER: i32 = 90;

/// `core` with the events that lie near it, within `wide`.
fn around(core: Window, wide: Window, events: &[Event]) -> Window {
    let near =
        events.iter().filter_map(|event| ends(&event.when)).filter(|(first, last)| wide.has(*first) && wide.has(*last));
    let all = near.fold(core, |all, (first, last)| Window { from: all.from.min(first), to: all.to.max(last) });
    all.at_least(3 * LEAST).with_margin(0.125)
}

/// Where most of the days lie: all of them, but for a tenth whose leaving makes it a third of what it was, or less; of many, but
/// for a quarter whose leaving makes it two fifths. `None` where there is none.
fn dense(mut days: Vec<Day>) -> Option<Window> {
    order::sort(&mut days);
    let all = Window::new(*days.first()?, *days.last()?);
    let core = |outliers: usize, fifteenths: i32| {
        let kept = days.len() - outliers;
        let runs = days.windows(kept).map(|run| Window::new(run[0], run[kept - 1]));
        let nearest = runs.reduce(|best, next| if next.days() < best.days() { next } else { best })?;
        (nearest.days() * 15 <= all.days() * fifteenths).then_some(nearest)
    };
    let outliers = if days.len() < 4 { 0 } else { (days.len() / 10).max(1) };
    let quarter = || if days.len() < MANY { None } else { core(days.len() / 4, 6) };
    Some(core(outliers, 5).or_else(quarter).unwrap_or(all))
}

/// So many days are many.
const MANY: usize = 24;

/// What the strip of all events shows: all there is, or, where a few outliers would leave no room for the rest, what is
/// dense, with `window` in any case.
pub(crate) fn strip(events: &[Event], all: Window, window: Window) -> Window {
    const SQUEEZED: i32 = 12;
    let dense = dense(events.iter().map(|event| event.when.sort_day()).collect()).map(Window::rounded);
    match dense.filter(|dense| dense.days() < all.days() / SQUEEZED) {
        Some(dense) => Window { from: dense.from.min(window.from), to: dense.to.max(window.to) },
        None => all,
    }
}

/// What lies outside of a window on one side.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Edge<'a> {
    /// How many events.
    pub count: usize,
    /// The nearest of them.
    pub event: &'a Event,
    /// As many days as are shown, with that event in their middle.
    pub window: Window,
}

/// What lies before a window and after it, of what is known on a day.
pub(crate) fn edges(events: &[Event], window: Window, known: Option<Day>) -> [Option<Edge<'_>>; 2] {
    let mut edges: [Option<Edge<'_>>; 2] = [None, None];
    for event in events.iter().filter(|event| !is_later(event, known)) {
        let Some((first, last)) = ends(&event.when) else { continue };
        let (side, day, gap) = if last < window.from {
            (0, last, window.from.0 - last.0)
        } else if first > window.to {
            (1, first, first.0 - window.to.0)
        } else {
            continue;
        };
        let middle = f64::from(day.0 - window.from.0 - window.days() / 2);
        let count = edges[side].as_ref().map_or(0, |edge| edge.count) + 1;
        let nearer = |edge: &Edge<'_>| {
            ends(&edge.event.when).is_none_or(|(first, last)| {
                gap < if side == 0 { window.from.0 - last.0 } else { first.0 - window.to.0 }
            })
        };
        if edges[side].as_ref().is_none_or(nearer) {
            edges[side] = Some(Edge { count, event, window: window.shifted(middle) });
        } else if let Some(edge) = &mut edges[side] {
            edge.count = count;
        }
    }
    edges
}

fn published(documents: &[DocumentCard]) -> impl Iterator<Item = Day> {
    documents.iter().filter_map(last_day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::testing::{card, event};
    use proptest::prelude::*;

    fn window(from: &str, to: &str) -> Window {
        Window::new(from.parse().expect("a day"), to.parse().expect("a day"))
    }

    #[test]
    fn starts_around_the_publications() {
        let events = [event("2022-02"), event("2024-01-15"), event("../2024-12-31")];
        let documents = [card(1, "2024-01-16"), card(2, "2024-11-07")];
        assert_eq!(usual(&events, &documents), Some(window("2023-12-01", "2024-12-31")));
        assert_eq!(extent(&events, &documents), Some(window("2022-02-01", "2024-12-31")));
    }

    #[test]
    fn reports_of_a_few_days_are_seen_from_near() {
        let documents = [card(1, "2024-08-25"), card(2, "2024-09-02")];
        let events = ["2008-09-13", "2024-08-24", "2024-09-05", "2024-08-28/2025-02"].map(event);
        let shown = usual(&events, &documents).expect("a window");
        assert!(shown.days() < 31 && events[1..3].iter().all(|event| shown.has(event.when.sort_day())), "{shown:?}");
        // What is due two months on is seen with them.
        let shown = usual(&["2024-10-05"].map(event), &documents).expect("a window");
        assert!(shown.has("2024-10-05".parse().expect("a day")) && shown.days() < 90, "{shown:?}");
    }

    #[test]
    fn an_outlier_does_not_squeeze_the_rest() {
        let documents: Vec<_> = ["1998-05-01", "2024-03-01", "2024-03-04", "2024-03-09", "2024-03-20"]
            .into_iter()
            .zip(1..)
            .map(|(day, number)| card(number, day))
            .collect();
        let events: Vec<Event> =
            ["1648-10-24", "2024-03-02", "2024-03-03", "2024-03-05", "2024-03-30"].map(event).into();
        let usual = usual(&events, &documents).expect("a window");
        assert!(usual.days() < 200 && usual.has("2024-03-04".parse().expect("a day")), "{usual:?}");
        let all = extent(&events, &documents).expect("all");
        let narrow = strip(&events, all, usual);
        assert!(narrow.days() < 400 && narrow.has(usual.from) && narrow.has(usual.to), "{narrow:?}");

        let [before, after] = edges(&events, usual, None);
        let before = before.expect("something earlier");
        assert_eq!((before.count, before.event.when.edtf.as_str()), (1, "1648-10-24"));
        assert!(before.window.has("1648-10-24".parse().expect("a day")) && before.window.days() == usual.days());
        assert_eq!(after, None);
    }

    #[test]
    fn reading_starts_where_most_of_many_reports_came_out() {
        // Ten over four years, thirty within one.
        let days = (0..10).map(|n| 14_600 + 146 * n).chain((0..30).map(|n| 15_000 + 12 * n));
        let documents: Vec<_> = days.zip(1..).map(|(day, number)| card(number, &Day(day).to_string())).collect();
        let usual = usual(&[], &documents).expect("a window");
        assert!(usual.days() < 600 && usual.has(Day(15_100)), "{usual:?}");
    }

    #[test]
    fn the_edge_names_what_is_nearest() {
        let events = ["2019-01-01", "2021-06-01", "2020-01-01"].map(event);
        let [before, after] = edges(&events, window("2024-01-01", "2024-12-31"), None);
        let before = before.expect("something earlier");
        assert_eq!((before.count, before.event.when.edtf.as_str(), after), (3, "2021-06-01", None));
    }

    #[test]
    fn shows_no_more_than_there_is() {
        let events = [event("2024-03-05"), event("2024-03-20")];
        assert_eq!(usual(&events, &[]), Some(window("2024-03-01", "2024-03-26")));
        assert_eq!(usual(&[], &[]), None);
    }

    #[test]
    fn one_day_has_room_around_it() {
        let only = usual(&[event("2024-03-05")], &[]).expect("a window");
        assert!(only.days() >= LEAST && only.has("2024-03-05".parse().expect("a day")));
    }

    #[test]
    fn events_centuries_apart_are_all_in_the_extent() {
        let all = extent(&[event("1648-10-24"), event("2024")], &[]).expect("a window");
        assert_eq!(all, window("1648-01-01", "2024-12-31"));
    }

    #[test]
    fn events_at_the_ends_of_the_calendar_are_in_the_extent() {
        let all = extent(&[event("-9999"), event("-0043-03-15"), event("9999-12-31")], &[card(1, "2024-03-10")]);
        assert_eq!(all, Some(CALENDAR));
        let mut beyond = event("2024");
        beyond.when.last = Some(Day(i32::MAX));
        assert_eq!(extent(&[beyond], &[]).map(|all| all.to), Some(Day::LAST));
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let year = window("2024-01-01", "2024-12-31");
        let closer = year.zoomed(0.5, 0.25);
        assert_eq!(closer.days(), 183);
        let share = f64::from(year.from.0 - closer.from.0) + 0.25 * 366.0;
        assert!((share / 183.0 - 0.25).abs() < 0.01);
    }

    proptest! {
        #[test]
        fn a_kept_window_lies_within(from in -9000i32..9000, days in 1i32..5000, step in -3.0f64..3.0, factor in 0.1f64..9.0, anchor in 0.0f64..1.0) {
            let within = Window { from: Day(-4000), to: Day(4000) };
            let start = Window { from: Day(from), to: Day(from + days - 1) };
            for next in [start.moved(step), start.zoomed(factor, anchor)] {
                let kept = next.kept(within);
                prop_assert!(kept.from >= within.from && kept.to <= within.to && kept.days() >= LEAST);
                prop_assert_eq!(kept.kept(within), kept);
            }
        }

        #[test]
        fn a_step_always_changes_something(days in 8i32..900) {
            let start = Window { from: Day(0), to: Day(days - 1) };
            prop_assert!(start.zoomed(0.99, 0.5).days() < days);
            prop_assert!(start.zoomed(1.01, 0.5).days() > days);
            prop_assert_ne!(start.moved(0.0001), start);
        }
    }
}
