//! Which events lie in one lane.

use model::order;
use std::collections::BTreeMap;

use model::bundle::Event;

/// The most lanes; what is left shares one more.
const LANES: usize = 12;

/// What the build, too, calls lanes of small stories by.
pub(super) const OTHERS: &str = "Other stories";

/// The lane of what no report tells yet on a day.
pub(super) const NOT_YET: &str = "Not told yet";

/// What a lane stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum By {
    /// What is told of one event or matter.
    #[default]
    Story,
    /// A person who takes part.
    Person,
    /// An outlet that tells it.
    Outlet,
}

impl By {
    /// All of them, in the order in which they are offered.
    pub(crate) const ALL: [Self; 3] = [Self::Story, Self::Person, Self::Outlet];

    /// The value of `lanes` in a link, and the word on the page.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Person => "person",
            Self::Outlet => "outlet",
        }
    }

    /// Reads the value of `lanes`.
    pub(crate) fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|by| by.word() == word).unwrap_or_default()
    }

    /// The names of the lanes that an event lies in.
    fn names(self, event: &Event) -> &[String] {
        match self {
            Self::Story if event.lane.is_empty() => &[],
            Self::Story => std::slice::from_ref(&event.lane),
            Self::Person => &event.people,
            Self::Outlet => &event.outlets,
        }
    }

    /// What is said of events without a name.
    fn nameless(self) -> &'static str {
        match self {
            Self::Story => OTHERS,
            Self::Person => "Nobody named",
            Self::Outlet => "Outlet unknown",
        }
    }
}

/// One lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Lane {
    /// Its name.
    pub name: String,
    /// Indices of its events, rising. With lanes by person or outlet, an event can lie in several.
    pub events: Vec<u32>,
    /// Whether it holds what has no lane of its own: drawn as one line, however much that is.
    pub rest: bool,
}

/// The lanes, the one with most events first; those that are too many in one, then those without a name.
pub(crate) fn lanes(events: &[Event], by: By) -> Vec<Lane> {
    let mut named: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    let mut nameless: Vec<u32> = Vec::new();
    for (index, event) in (0..).zip(events) {
        let names = by.names(event);
        for name in names {
            named.entry(name).or_default().push(index);
        }
        if names.is_empty() {
            nameless.push(index);
        }
    }
    let mut named: Vec<(&str, Vec<u32>)> = named.into_iter().collect();
    let later = named.iter().position(|(name, _)| *name == NOT_YET).map(|at| named.remove(at).1);
    // Those of small stories come last, by their days.
    order::sort_by_key(&mut named, |(name, events)| {
        let other = name.starts_with(OTHERS);
        (other, std::cmp::Reverse(if other { u32::MAX - events[0] } else { events.len() as u32 }), *name)
    });
    let few = named.len() <= LANES;
    let mut rest = if few { Vec::new() } else { named.split_off(LANES - 1) };
    if by == By::Story {
        // Smaller stories are told no further apart than those of one event.
        nameless.extend(std::mem::take(&mut rest).into_iter().flat_map(|(_, events)| events));
    }
    let mut lanes: Vec<Lane> =
        named.into_iter().map(|(name, events)| Lane { name: name.to_owned(), events, rest: false }).collect();
    if !rest.is_empty() {
        let name = format!("{} more", rest.len());
        lanes.push(Lane {
            name,
            events: rising(rest.into_iter().flat_map(|(_, events)| events).collect()),
            rest: true,
        });
    }
    if !nameless.is_empty() {
        // Where nothing has a name, this is no rest.
        let rest = !lanes.is_empty();
        let name = if rest || by != By::Story { by.nameless() } else { "Events" };
        lanes.push(Lane { name: name.to_owned(), events: rising(nameless), rest });
    }
    // Last, however many they are.
    lanes.extend(later.map(|events| Lane { name: NOT_YET.to_owned(), events, rest: true }));
    lanes
}

fn rising(mut events: Vec<u32>) -> Vec<u32> {
    order::sort(&mut events);
    events.dedup();
    events
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::testing::event;

    fn with_people(people: &[&str]) -> Event {
        let mut event = event("2024-01-01");
        event.people = people.iter().map(|&name| name.to_owned()).collect();
        event
    }

    #[test]
    fn an_event_lies_with_everybody_who_takes_part() {
        let events = [with_people(&["Anna Berg", "Tom Roe"]), with_people(&["Anna Berg"]), with_people(&[])];
        let told: Vec<_> = lanes(&events, By::Person).into_iter().map(|lane| (lane.name, lane.events)).collect();
        assert_eq!(
            told,
            [
                ("Anna Berg".to_owned(), vec![0, 1]),
                ("Tom Roe".to_owned(), vec![0]),
                ("Nobody named".to_owned(), vec![2])
            ]
        );
    }

    #[test]
    fn what_nobody_tells_yet_comes_last() {
        let lane = |name: &str| Event { lane: name.to_owned(), ..event("2024-01-01") };
        let events = [lane(NOT_YET), lane(NOT_YET), lane("Weir"), lane(NOT_YET), lane("")];
        let told: Vec<_> = lanes(&events, By::Story).into_iter().map(|lane| (lane.name, lane.rest)).collect();
        assert_eq!(told, [("Weir".to_owned(), false), (OTHERS.to_owned(), true), (NOT_YET.to_owned(), true)]);
    }

    #[test]
    fn what_is_all_there_is_is_no_rest() {
        let unnamed = Event { lane: String::new(), ..event("2024-01-01") };
        let told: Vec<_> = lanes(&[unnamed], By::Story).into_iter().map(|lane| (lane.name, lane.rest)).collect();
        assert_eq!(told, [("Events".to_owned(), false)]);
    }

    #[test]
    fn too_many_share_a_lane() {
        let events: Vec<Event> = (0..25).map(|n| with_people(&[&format!("Person {n:02}")])).collect();
        let lanes = lanes(&events, By::Person);
        assert_eq!(lanes.len(), LANES);
        assert_eq!(lanes[LANES - 1].name, "14 more");
        assert_eq!(lanes.iter().map(|lane| lane.events.len()).sum::<usize>(), 25);
    }

    #[test]
    fn small_stories_share_the_last_lane() {
        let mut events: Vec<Event> = (1..=30).map(|day| event(&format!("2024-01-{day:02}"))).collect();
        for (index, event) in events.iter_mut().enumerate().skip(2) {
            event.lane = format!("Story {:02}", index / 2);
        }
        let lanes = lanes(&events, By::Story);
        assert_eq!(lanes.len(), LANES);
        assert_eq!(lanes[LANES - 1].name, "Other stories");
        assert_eq!(lanes[LANES - 1].events.len(), 30 - 2 * (LANES - 1));
        assert!(lanes[LANES - 1].rest && !lanes[0].rest);
    }

    #[test]
    fn links_name_them() {
        for by in By::ALL {
            assert_eq!(By::parse(by.word()), by);
        }
        assert_eq!(By::parse("claim"), By::Story);
    }
}
