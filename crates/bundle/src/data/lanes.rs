//! Which lane of the timeline each event lies in.

use std::collections::BTreeMap;

use model::bundle::Event;
use model::{Day, EntityKind};

use super::stories::story_of;
use crate::tables::Tables;

/// Gives every event the lane of its story; a story of one event, or without a name that is understood alone, has none.
pub(super) fn assign(tables: &Tables<'_>, events: &mut [Event]) {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for story in events.iter().filter(|event| event.until.is_none()).filter_map(|event| story_of(tables, event)) {
        *count.entry(story.id.as_str()).or_default() += 1;
    }
    let mut told = Vec::with_capacity(events.len());
    for event in events.iter_mut() {
        let story = story_of(tables, event);
        told.push(story.map_or(0, |story| story.documents.len()));
        let story = story.filter(|story| count.get(story.id.as_str()).is_some_and(|&n| n > 1) && story.is_named());
        event.lane = story.map(|story| story.title.clone()).unwrap_or_default();
    }
    lanes_of_names(tables, events, EntityKind::Person);
    main_lane(events, &told, FEW.max(tables.cards.len() / OF_REPORTS));
    for kind in [EntityKind::Organisation, EntityKind::Place] {
        lanes_of_names(tables, events, kind);
    }
    part_the_rest(events);
}

/// What the lane is called of the events that are in no story's lane and nobody's, though many reports tell their stories.
const MAIN: &str = "Stories that many reports tell";

/// Many reports: these at least, and one of so many.
const FEW: usize = 4;
const OF_REPORTS: usize = 20;

/// Gives a lane of their own to events without one whose story as many documents tell (`told`) as `least`.
fn main_lane(events: &mut [Event], told: &[usize], least: usize) {
    let main = |event: &Event, told: usize| event.lane.is_empty() && told >= least;
    let now = events.iter().zip(told).filter(|(event, told)| event.until.is_none() && main(event, **told));
    if now.count() < NAMED {
        return;
    }
    for (event, &told) in events.iter_mut().zip(told) {
        if main(event, told) {
            MAIN.clone_into(&mut event.lane);
        }
    }
}

/// The most lanes with names of their own.
const LANES: usize = 7;

/// What is left over is no larger than the largest lane: else it is parted by its days. Where that takes more parts than
/// these, the events lie in no lanes at all: what most of them are in tells nothing.
const PARTS: usize = 4;

/// Parts what has no lane, with the lanes that are too many, so that it is never the largest. `events` are by date.
fn part_the_rest(events: &mut [Event]) {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for event in events.iter().filter(|event| event.until.is_none() && !event.lane.is_empty()) {
        *count.entry(&event.lane).or_default() += 1;
    }
    let mut named: Vec<(usize, String)> = count.into_iter().map(|(name, count)| (count, name.to_owned())).collect();
    model::order::sort_by_key(&mut named, |(count, name)| (std::cmp::Reverse(*count), name.clone()));
    let Some(&(largest, _)) = named.first() else { return };
    named.truncate(LANES);
    let is_left = |event: &Event| named.iter().all(|(_, name)| *name != event.lane);
    let mut days: Vec<Day> =
        events.iter().filter(|event| event.until.is_none() && is_left(event)).map(|e| e.when.sort_day()).collect();
    if days.len() <= largest {
        return;
    }
    let parts = days.len().div_ceil(largest);
    if parts > PARTS {
        events.iter_mut().for_each(|event| event.lane.clear());
        return;
    }
    model::order::sort(&mut days);
    let mut begins: Vec<Day> = (1..parts).map(|part| days[part * days.len() / parts]).collect();
    begins.dedup();
    begins.retain(|&day| day > days[0]);
    // A lane has little room for its name: the year is told where it is not one for all.
    let one_year = days[0].year() == days[days.len() - 1].year();
    let name = |day: Day| match begins.iter().rev().find(|&&from| from <= day) {
        Some(&from) => format!("{OTHERS} from {}", in_words(from, one_year)),
        None => format!("{OTHERS} before {}", in_words(begins[0], one_year)),
    };
    let left: Vec<usize> = (0..events.len()).filter(|&at| is_left(&events[at])).collect();
    for at in left.into_iter().filter(|_| !begins.is_empty()) {
        events[at].lane = name(events[at].when.sort_day());
    }
}

/// What the lanes of stories that have none of their own begin with.
const OTHERS: &str = "Other stories";

/// A day as lanes tell it: `6 Oct`, `6 Oct 2014`.
fn in_words(day: Day, one_year: bool) -> String {
    let (year, month, day) = day.civil();
    let month = &model::calendar::MONTH_NAMES[(month as usize - 1).min(11)][..3];
    if one_year { format!("{day} {month}") } else { format!("{day} {month} {year}") }
}

/// The fewest events that what is left over has a lane of a name for.
const NAMED: usize = 3;

/// So many events without a lane are no lane that anybody reads.
const LEFT: usize = 12;

/// Gives what has no lane yet that of somebody, a body or a place that takes part in several such events, the one that does in
/// most first: a lane of all that is left says nothing. Nor does one of a body or a place that half of the reports name.
fn lanes_of_names(tables: &Tables<'_>, events: &mut [Event], kind: EntityKind) {
    let names = |event: &Event| -> Vec<String> {
        if kind == EntityKind::Person {
            // One name alone may be a storm's, or anybody's.
            return event.people.iter().filter(|name| name.contains(' ')).cloned().collect();
        }
        let claim = tables.claim_index(&event.claim).and_then(|index| tables.relations.claims.get(index as usize));
        let entities = claim.into_iter().flat_map(|claim| &claim.entities).filter_map(|id| tables.entity(id));
        let tells = |entity: &&model::Entity| entity.kind == kind && entity.documents.len() * 2 < tables.cards.len();
        entities.filter(tells).map(|entity| entity.name.clone()).collect()
    };
    let bare = (0..events.len()).filter(|&at| events[at].lane.is_empty());
    let mut left: Vec<(usize, Vec<String>)> = bare.map(|at| (at, names(&events[at]))).collect();
    if kind != EntityKind::Person && left.len() < LEFT {
        return;
    }
    loop {
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, names) in left.iter().filter(|(at, _)| events[*at].until.is_none()) {
            names.iter().for_each(|name| *count.entry(name).or_default() += 1);
        }
        let most = count.into_iter().max_by_key(|&(name, count)| (count, std::cmp::Reverse(name)));
        let Some((name, _)) = most.filter(|&(_, count)| count >= NAMED) else { return };
        let name = name.to_owned();
        left.retain(|(at, names)| {
            let within = names.contains(&name);
            if within {
                events[*at].lane.clone_from(&name);
            }
            !within
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Commitment, Span, When};

    fn events(lanes: &[&str]) -> Vec<Event> {
        let event = |(at, lane): (usize, &&str)| {
            let day = Day::new(2031, 5, 1).expect("a day").plus(at as i32);
            Event {
                claim: String::new(),
                label: String::new(),
                said: String::new(),
                when: When::day(day),
                expected: false,
                commitment: Commitment::Asserted,
                origin: String::new(),
                known: None,
                documents: vec![1],
                at: Span::new(0, 1),
                outcome: None,
                settled_by: None,
                lane: (*lane).to_owned(),
                people: Vec::new(),
                outlets: Vec::new(),
                since: None,
                until: None,
            }
        };
        lanes.iter().enumerate().map(event).collect()
    }

    fn parted(lanes: &[&str]) -> Vec<(String, usize)> {
        let mut events = events(lanes);
        part_the_rest(&mut events);
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for event in &events {
            *count.entry(event.lane.clone()).or_default() += 1;
        }
        count.into_iter().collect()
    }

    #[test]
    fn what_many_reports_tell_has_a_lane() {
        let lanes = |told: &[usize]| {
            let mut events = events(&["", "", "The ferry", "", ""]);
            main_lane(&mut events, told, 4);
            events.into_iter().map(|event| event.lane).collect::<Vec<_>>()
        };
        assert_eq!(lanes(&[4, 9, 9, 3, 4]), [MAIN, MAIN, "The ferry", "", MAIN]);
        assert_eq!(lanes(&[4, 9, 9, 3, 3]), ["", "", "The ferry", "", ""], "two are too few");
    }

    #[test]
    fn what_is_left_over_is_never_the_largest_lane() {
        let told = |lanes: &[(&str, usize)]| lanes.iter().map(|&(name, n)| (name.to_owned(), n)).collect::<Vec<_>>();
        assert_eq!(parted(&["The ferry", "", "The ferry", ""]), told(&[("", 2), ("The ferry", 2)]));
        assert_eq!(
            parted(&["", "", "The ferry", "", "", "The ferry", "The ferry", "", ""]),
            told(&[("Other stories before 5 May", 3), ("Other stories from 5 May", 3), ("The ferry", 3)])
        );
        // Lanes of one event each would tell nothing: there are none.
        assert_eq!(parted(&["", "", "", "The ferry", "", "", ""]), told(&[("", 7)]));
        assert_eq!(parted(&["", "", ""]), told(&[("", 3)]));
    }
}
