//! What could be known on a day: the reports that were out by then, and what they tell.

use model::Day;
use model::bundle::{DocumentCard, Event};
use model::order;

use crate::words::{self, Length};

/// The most steps that playing takes from the first report to the last.
const STEPS: usize = 40;

/// The last day on which a document can have come out: before it, nobody can be sure to have read it.
pub(crate) fn last_day(card: &DocumentCard) -> Option<Day> {
    card.published.as_ref().and_then(|when| when.last.or(when.first))
}

/// The days on which reports came out, and how many have no date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Knowledge {
    /// The day of each report that has one, rising.
    days: Vec<Day>,
    /// How many have none.
    undated: usize,
}

impl Knowledge {
    /// What the reports' dates tell.
    pub(crate) fn of(documents: &[DocumentCard]) -> Self {
        let mut days: Vec<Day> = documents.iter().filter_map(last_day).collect();
        order::sort(&mut days);
        Self { undated: documents.len() - days.len(), days }
    }

    /// Whether any report has a date.
    pub(crate) fn is_dated(&self) -> bool {
        !self.days.is_empty()
    }

    /// The day of the last report.
    pub(crate) fn last(&self) -> Option<Day> {
        self.days.last().copied()
    }

    /// How many reports were out on a day.
    fn out(&self, day: Day) -> usize {
        self.days.partition_point(|&published| published <= day)
    }

    /// The next day after `day` on which a report came out, or the last one before it.
    pub(crate) fn step(&self, day: Day, later: bool) -> Option<Day> {
        if later {
            self.days.get(self.out(day)).copied()
        } else {
            self.days[..self.days.partition_point(|&published| published < day)].last().copied()
        }
    }

    /// The day that playing shows after `day`, or first: each on which a report came out, or every so many where there
    /// are many. `None` at the end.
    pub(crate) fn play(&self, day: Option<Day>) -> Option<Day> {
        let Some(day) = day else { return self.days.first().copied() };
        let stride = self.days.len().div_ceil(STEPS).max(1);
        let next = self.step(day, true)?;
        let ahead = (self.out(day) + stride - 1).min(self.days.len() - 1);
        Some(next.max(self.days[ahead]))
    }

    /// `4 of 5 reports are out`, for a day; without one, that all are.
    pub(crate) fn sentence(&self, day: Option<Day>) -> String {
        let all = self.days.len();
        let mut said = match day {
            Some(day) if self.out(day) < all => {
                let out = self.out(day);
                let verb = if out == 1 { "is" } else { "are" };
                let reports = if all == 1 { "report" } else { "reports" };
                format!("{out} of {all} {reports} {verb} out.")
            }
            _ if all == 1 => "The report is out.".to_owned(),
            _ => format!("All {all} reports are out."),
        };
        if self.undated > 0 {
            let verb = if self.undated == 1 { "has" } else { "have" };
            said.push_str(&format!(" {} {verb} no date and always count.", self.undated));
        }
        said
    }
}

/// Whether an event was first told after a day.
pub(crate) fn is_later(event: &Event, day: Option<Day>) -> bool {
    matches!((event.known, day), (Some(known), Some(day)) if known > day)
}

/// `known from 7 Nov 2024`
pub(crate) fn known_from(event: &Event) -> String {
    event.known.map_or_else(String::new, |day| format!("known from {}", words::day(day, Length::Short)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::testing::{card, event};

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn three() -> Knowledge {
        Knowledge::of(&[card(1, "2024-01-16"), card(2, "2024-10-11"), card(3, "2024-10-11/2024-10-13")])
    }

    #[test]
    fn a_report_is_out_when_it_is_sure_to_be() {
        assert_eq!(three().sentence(Some(day("2024-10-12"))), "2 of 3 reports are out.");
        assert_eq!(three().sentence(Some(day("2024-10-13"))), "All 3 reports are out.");
        assert_eq!(three().sentence(Some(day("2023-01-01"))), "0 of 3 reports are out.");
    }

    #[test]
    fn steps_from_report_to_report() {
        assert_eq!(three().step(day("2024-01-16"), true), Some(day("2024-10-11")));
        assert_eq!(three().step(day("2024-10-11"), false), Some(day("2024-01-16")));
        assert_eq!(three().step(day("2024-10-13"), true), None);
        assert_eq!(three().step(day("2024-01-16"), false), None);
    }

    #[test]
    fn playing_reaches_the_end_in_few_steps() {
        let cards: Vec<_> = (0..1_000).map(|n| card(n + 1, &Day(19_000 + n as i32).to_string())).collect();
        let knowledge = Knowledge::of(&cards);
        let steps: Vec<Day> = std::iter::successors(knowledge.play(None), |&day| knowledge.play(Some(day))).collect();
        assert!(steps.len() <= STEPS + 1, "{}", steps.len());
        assert_eq!(steps.last().copied(), knowledge.last());
        assert!(steps.is_sorted());
    }

    #[test]
    fn an_event_is_later_until_somebody_tells_it() {
        let mut told = event("2024-10-22");
        told.known = Some(day("2024-11-07"));
        assert!(is_later(&told, Some(day("2024-11-06"))));
        assert!(!is_later(&told, Some(day("2024-11-07"))));
        assert!(!is_later(&told, None));
        told.known = None;
        assert!(!is_later(&told, Some(day("2024-01-01"))));
    }
}
