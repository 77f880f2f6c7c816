//! What could be known on a day: the reports that were out by then, and what they tell.

use model::Day;
use model::bundle::{Dates, DocumentCard, Event, Timeline};

use super::lanes::{NOT_YET, OTHERS};
use crate::words;

/// The most steps that playing takes from the first report to the last.
const STEPS: usize = 40;

/// The last day on which a document can have come out: before it, nobody can be sure to have read it. Of one whose last day
/// is open, where it is drawn: the first.
pub(crate) fn last_day(card: &DocumentCard) -> Option<Day> {
    card.out().or(card.published.as_ref()?.first)
}

/// The timeline as known on a day: each event as the reports that were out told it. What none of them told stays in its
/// place without its words (see [`is_later`]); `None` is what all reports tell.
pub(crate) fn known_on(timeline: &Timeline, day: Option<Day>) -> Timeline {
    let shown = |event: &&Event| match day {
        Some(day) => event.on(day) || event.until.is_none() && is_later(event, Some(day)),
        None => event.until.is_none(),
    };
    let kept = |index: u32| {
        let events = &timeline.events;
        shown(&events.get(index as usize)?).then(|| events[..index as usize].iter().filter(shown).count() as u32)
    };
    let own = |event: &Event| {
        let settled_by = event.settled_by.and_then(kept);
        let mut own = Event { settled_by, ..event.clone() };
        if is_later(event, day) {
            // It keeps its place alone: what it is, who takes part and who tells it, nobody knew.
            [&mut own.label, &mut own.said, &mut own.origin].into_iter().for_each(String::clear);
            (own.people, own.outlets) = (vec![NOT_YET.to_owned()], vec![NOT_YET.to_owned()]);
        }
        own
    };
    let mut events: Vec<Event> = timeline.events.iter().filter(shown).map(own).collect();
    if let Some(day) = day {
        known_lanes(&mut events, day);
    }
    Timeline {
        events,
        documents: timeline.documents.clone(),
        brackets: timeline.brackets.clone(),
        // What is asked of these, is asked of the whole.
        ..Timeline::default()
    }
}

/// Calls each lane as it could be called on a day: by its own name where what is told by then has all words of that, else by
/// how many events are told, from when on.
fn known_lanes(events: &mut [Event], day: Day) {
    let mut lanes: Vec<String> = events.iter().map(|event| event.lane.clone()).collect();
    model::order::sort(&mut lanes);
    lanes.dedup();
    for lane in lanes.iter().filter(|lane| !lane.is_empty() && !lane.starts_with(OTHERS)) {
        let told: Vec<&Event> = events.iter().filter(|event| event.lane == *lane && event.on(day)).collect();
        let name = match told.first() {
            None => NOT_YET.to_owned(),
            Some(_) if has_words(&told, lane) => continue,
            Some(first) => {
                format!("{}, {}", words::count(told.len(), "event"), words::when(&first.when, words::Length::Short))
            }
        };
        events.iter_mut().filter(|event| event.lane == *lane).for_each(|event| event.lane.clone_from(&name));
    }
}

/// Whether events tell all words of a name, in whatever form.
fn has_words(told: &[&Event], name: &str) -> bool {
    let has =
        |text: &String, word: &[u8]| text.as_bytes().windows(word.len()).any(|part| part.eq_ignore_ascii_case(word));
    name.split(' ').filter(|word| word.len() > 3).all(|word| {
        let end = word.char_indices().nth(4).map_or(word.len(), |(end, _)| end);
        let begins = &word.as_bytes()[..end];
        told.iter().any(|event| event.people.iter().chain([&event.label, &event.said]).any(|text| has(text, begins)))
    })
}

/// The days on which reports came out, those that are out on no certain day, and those that have none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Knowledge {
    /// The day of each report that has one, rising.
    days: Vec<Day>,
    /// From when to when a report may have come out, for each whose day is not certain; the last day can be open.
    spans: Vec<(Day, Option<Day>)>,
    /// How many are out on no day for certain.
    undated: usize,
}

impl From<&Dates> for Knowledge {
    fn from(dates: &Dates) -> Self {
        let days = dates.days.iter().flat_map(|&(day, count)| std::iter::repeat_n(day, count as usize)).collect();
        Self { days, spans: dates.spans.clone(), undated: dates.undated as usize }
    }
}

impl Knowledge {
    /// What the reports' dates tell.
    pub(crate) fn of(documents: &[DocumentCard]) -> Self {
        Self::from(&Dates::of(documents))
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
        let all = self.days.len() + self.undated;
        let Some(day) = day else {
            return if all == 1 { "The report is out.".to_owned() } else { format!("All {all} reports are out.") };
        };
        let out = self.out(day);
        let verb = if out == 1 { "is" } else { "are" };
        let reports = if all == 1 { "report" } else { "reports" };
        let mut said = format!("{out} of {all} {reports} {verb} out");
        let perhaps = self.spans.iter().filter(|(first, last)| *first <= day && last.is_none_or(|last| day < last));
        let perhaps = perhaps.count();
        if perhaps > 0 {
            said.push_str(&format!(", {} more perhaps", words::number(perhaps)));
        }
        said.push('.');
        let never = self.undated - self.spans.iter().filter(|(_, last)| last.is_none()).count().min(self.undated);
        if never > 0 {
            let verb = if never == 1 { "has no date and counts" } else { "have no date and count" };
            said.push_str(&format!(" {} {verb} on no day.", words::capital(&words::number(never))));
        }
        said
    }
}

/// Whether an event was first told after a day, or on none that is certain.
pub(crate) fn is_later(event: &Event, day: Option<Day>) -> bool {
    day.is_some_and(|day| event.known.is_none_or(|known| known > day))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

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
        assert_eq!(three().sentence(Some(day("2024-10-12"))), "2 of 3 reports are out, one more perhaps.");
        assert_eq!(three().sentence(Some(day("2024-10-13"))), "3 of 3 reports are out.");
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
        assert!(is_later(&told, Some(day("2024-01-01"))), "nobody can be sure to have read it");
        assert!(!is_later(&told, None));
    }

    #[test]
    fn what_has_no_day_counts_on_none() {
        let mut cards = vec![card(1, "2024-01-16"), card(2, "2024-10-11/.."), card(3, "2024-01-01")];
        cards[2].published = None;
        let knowledge = Knowledge::of(&cards);
        assert_eq!(
            knowledge.sentence(Some(day("2024-10-12"))),
            "1 of 3 reports is out, one more perhaps. One has no date and counts on no day."
        );
        assert_eq!(knowledge.sentence(None), "All 3 reports are out.");
    }

    #[test]
    fn a_day_knows_nothing_later() {
        let told = |label: &str, known: &str, since: &str, until: &str| Event {
            label: label.to_owned(),
            known: known.parse().ok(),
            since: since.parse().ok(),
            until: until.parse().ok(),
            ..event("2024-10-22")
        };
        let mut events = vec![
            told("The bridge may open", "2024-01-16", "2024-01-16", "2024-10-11"),
            told("The bridge opens in October", "2024-01-16", "2024-10-11", ""),
            told("The ferry sinks", "2024-11-07", "", ""),
        ];
        events[1].settled_by = Some(2);
        let timeline = Timeline { events, ..Timeline::default() };
        let on = |text: &str| {
            let known = known_on(&timeline, text.parse().ok());
            let told = known.events.iter().map(|event| (event.label.clone(), is_later(event, text.parse().ok())));
            (told.collect::<Vec<_>>(), known.events[0].settled_by)
        };
        assert_eq!(on("2024-05-01").0, [("The bridge may open".into(), false), ("".into(), true)]);
        let october = on("2024-10-11");
        assert_eq!(october.0[0], ("The bridge opens in October".into(), false));
        assert_eq!(october.1, Some(1), "it points to the same event");
        let lanes = |text: &str| {
            let known = known_on(&timeline, text.parse().ok());
            known.events.into_iter().map(|event| event.lane).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()
        };
        assert_eq!(lanes("2024-05-01"), ["Bridges"], "its words are told");
        assert_eq!(lanes("2023-01-01"), ["Not told yet"]);
        assert_eq!(lanes(""), ["Bridges"]);
        let named = |name: &str| {
            let mut timeline = timeline.clone();
            timeline.events.iter_mut().for_each(|event| event.lane = name.to_owned());
            known_on(&timeline, "2024-05-01".parse().ok()).events.remove(0).lane
        };
        assert_eq!(named("Opening of the bridge"), "Opening of the bridge");
        assert_eq!(named("Sinking of the ferry"), "1 event, 22 Oct 2024", "what all reports call it, nobody knew");
        assert_eq!(on("").0.len(), 2, "without a day, what was told once is gone");
        assert_eq!(on("2023-01-01").0, [("".into(), true), ("".into(), true)]);
    }
}
