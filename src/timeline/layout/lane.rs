//! What stands in one lane: rows of marks with words, then what has no room for any.

use model::bundle::Event;
use model::order;

use super::drawn::{Cluster, Label, Placed, Sizes};
use super::marks::{Shape, column_day, shape};
use super::pack::{Rows, piles};
use super::text::{cut, width, wrap};
use crate::timeline::bounds::held;
use crate::timeline::lanes::NOT_YET;
use crate::timeline::{Lane, Scale, Window};

/// The height of a line of words.
const LINE: f64 = 15.0;

/// From the top of a row to the middle of its marks.
const MIDDLE: f64 = 10.0;

/// Bars from this width on have their words below.
const WIDE: f64 = 72.0;

/// How near the middles of two marks without words may come: the smallest target, 24 pixels.
const APART: f64 = 24.0;

/// So many events of a lane are told in words, where there is room.
const TOLD: usize = 24;

/// In a window of at most so many days, all events are told.
const CLOSE: i32 = 14;

/// The parts of a lane, downwards from 0.
#[derive(Default)]
pub(super) struct LaneParts {
    pub marks: Vec<Placed>,
    pub clusters: Vec<Cluster>,
    pub height: f64,
}

impl LaneParts {
    /// Moves everything down.
    pub(super) fn shift(&mut self, by: f64) {
        for mark in &mut self.marks {
            mark.y += by;
            if let Some(label) = &mut mark.label {
                label.y += by;
            }
        }
        for cluster in &mut self.clusters {
            cluster.y += by;
        }
    }
}

/// A mark with its words, before it has a row.
struct Item {
    placed: Placed,
    from: f64,
    to: f64,
    height: f64,
    row: usize,
}

/// Lays out one of `count` lanes.
pub(super) fn lane_parts(events: &[Event], lane: &Lane, scale: Scale, sizes: Sizes, count: usize) -> LaneParts {
    let shown: Vec<(u32, Shape)> =
        lane.events.iter().filter_map(|&index| Some((index, shape(&events[index as usize], scale)?))).collect();
    if sizes == Sizes::Strip {
        return strip(events, shown, scale);
    }
    let later = lane.name == NOT_YET;
    if later || lane.rest && count > 1 {
        // It is never larger than a lane of its own; of what nobody tells yet, there is nothing to tell apart.
        let mut parts = LaneParts::default();
        add_rest(&mut parts, events, (shown, if later { 0 } else { BARS }), scale);
        return parts;
    }
    // What has no words, since no report tells it yet, takes no row of its own.
    let (mut told, mut rest): (Vec<_>, Vec<_>) =
        shown.into_iter().partition(|&(index, _)| !events[index as usize].label.is_empty());
    let crowded = told.len() > TOLD && scale.window.days() > CLOSE;
    let most = match scale.window.days() {
        ..=CLOSE => 60,
        _ if crowded => (18 / count.max(1)).clamp(2, 6),
        _ => (48 / count.max(1)).clamp(3, 16),
    };
    if crowded {
        // What most documents tell is told in words.
        order::sort_by_key(&mut told, |&(index, _)| (std::cmp::Reverse(events[index as usize].documents.len()), index));
        rest.extend(told.split_off(TOLD));
    }
    by_place(&mut told);
    let mut rows = Rows::default();
    let mut items: Vec<Item> = Vec::new();
    for (index, shape) in told {
        let mut item = item((index, &events[index as usize]), &lane.name, shape, scale);
        match rows.place(item.from - 4.0, item.to + 8.0, most) {
            Some(row) => {
                item.row = row;
                items.push(item);
            }
            None => rest.push((index, shape)),
        }
    }
    let mut parts = stacked(items);
    add_rest(&mut parts, events, (rest, BARS), scale);
    parts
}

/// Sorts by where marks begin.
fn by_place(marks: &mut [(u32, Shape)]) {
    order::sort_by(marks, |(i, a), (j, b)| a.reach().0.total_cmp(&b.reach().0).then(i.cmp(j)));
}

/// Gives rows their heights, and what is in them its place.
fn stacked(items: Vec<Item>) -> LaneParts {
    let rows = items.iter().map(|item| item.row + 1).max().unwrap_or(0);
    let mut heights = vec![0.0_f64; rows];
    for item in &items {
        heights[item.row] = heights[item.row].max(item.height);
    }
    let mut tops = Vec::with_capacity(rows);
    let mut height = 0.0;
    for row in heights {
        tops.push(height);
        height += row;
    }
    let marks = items.into_iter().map(|mut item| {
        let top = tops[item.row];
        item.placed.y += top;
        if let Some(label) = &mut item.placed.label {
            label.y += top;
        }
        item.placed
    });
    LaneParts { marks: marks.collect(), clusters: Vec::new(), height }
}

/// A mark of a lane with its words: beside it, or below it where it is wide or a line leads on from it.
fn item((index, event): (u32, &Event), lane: &str, shape: Shape, scale: Scale) -> Item {
    let most = held(scale.width * 0.26, 170.0, 260.0).min(scale.width);
    let lines = wrap(&event.label, most, 2);
    let note = cut(&note(event, lane), most);
    let widest = lines.iter().map(|line| width(line)).fold(width(&note), f64::max);
    let count = lines.len() as f64 + if note.is_empty() { 0.0 } else { 1.0 };
    let (x0, x1) = shape.reach();
    let beside = shape.width() < WIDE && event.settled_by.is_none();
    let (x, ends, below) = if beside && x1 + 8.0 + widest <= scale.right() {
        (x1 + 8.0, false, false)
    } else if beside && x0 - 8.0 - widest >= scale.left {
        (x0 - 8.0, true, false)
    } else {
        (x0.min(scale.right() - widest).max(scale.left), false, true)
    };
    let (from, to) = if ends { (x - widest, x) } else { (x, x + widest) };
    let y = MIDDLE + if below { 19.0 } else { 4.0 };
    let label = (count > 0.0).then_some(Label { x, y, ends, lines, note });
    let placed = Placed { event: index, shape, y: MIDDLE, label };
    let height = if below { 40.0 } else { 25.0 } + LINE * (count - 1.0).max(0.0);
    Item { placed, from: from.min(target(shape).0), to: to.max(target(shape).1), height, row: 0 }
}

/// From where to where a mark can be hit.
fn target(shape: Shape) -> (f64, f64) {
    let (x0, x1) = shape.reach();
    (x0.min(shape.middle() - APART / 2.0), x1.max(shape.middle() + APART / 2.0))
}

/// On whose word, and what became of it. In the lane of an outlet that is one of several, that is the outlet's own report: the
/// origin may be another's.
fn note(event: &Event, lane: &str) -> String {
    let own = event.outlets.len() > 1 && event.outlets.iter().any(|outlet| outlet == lane);
    let origin = if own { lane } else { event.origin.as_str() };
    let open = event.outcome.as_deref().filter(|_| event.expected && event.settled_by.is_none());
    // Beside a mark there is room for the gist alone.
    let open = open.map_or("", |said| said.trim_end_matches(" in this corpus"));
    let parts: Vec<&str> = [origin, open].into_iter().filter(|s| !s.is_empty()).collect();
    parts.join(" · ")
}

/// The most rows of wide bars without words.
const BARS: usize = 2;

/// Below the rows: wide bars without words, in at most so many rows, then a line of single marks and piles.
fn add_rest(parts: &mut LaneParts, events: &[Event], (rest, bars_in): (Vec<(u32, Shape)>, usize), scale: Scale) {
    let (bars, small): (Vec<_>, Vec<_>) = rest.into_iter().partition(|(_, shape)| shape.width() > APART);
    let mut rows = Rows::default();
    let mut piled = small;
    for (index, shape) in bars {
        let (x0, x1) = shape.reach();
        match rows.place(x0 - 2.0, x1 + 2.0, bars_in) {
            Some(row) => {
                parts.marks.push(Placed { event: index, shape, y: parts.height + 7.0 + 14.0 * row as f64, label: None })
            }
            None => piled.push((index, shape)),
        }
    }
    parts.height += APART * rows.count() as f64;
    if piled.is_empty() {
        return;
    }
    order::sort_by(&mut piled, |(i, a), (j, b)| pile_x(*a, scale).total_cmp(&pile_x(*b, scale)).then(i.cmp(j)));
    let places: Vec<f64> = piled.iter().map(|&(_, shape)| pile_x(shape, scale)).collect();
    let y = parts.height + MIDDLE;
    for (x, members) in piles(&places, APART) {
        let members = &piled[members];
        if let [(event, shape)] = *members
            && shape.width() <= APART
        {
            parts.marks.push(Placed { event, shape, y, label: None });
            continue;
        }
        parts.clusters.push(cluster(events, members, x, y));
    }
    parts.height += 34.0;
}

/// Where an event joins a pile: its middle, or the beginning of a bar.
fn pile_x(shape: Shape, scale: Scale) -> f64 {
    let x = if shape.width() > APART { shape.reach().0 } else { shape.middle() };
    held(x, scale.left + 8.0, (scale.right() - 8.0).max(scale.left + 8.0))
}

fn cluster(events: &[Event], members: &[(u32, Shape)], x: f64, y: f64) -> Cluster {
    let mut indices: Vec<u32> = members.iter().map(|&(index, _)| index).collect();
    order::sort_by_key(&mut indices, |&index| (column_day(&events[index as usize]), index));
    let days = indices.iter().map(|&index| column_day(&events[index as usize]));
    let (from, to) = days.fold((model::Day(i32::MAX), model::Day(i32::MIN)), |(a, b), day| (a.min(day), b.max(day)));
    Cluster { x, y, events: indices, days: Window::new(from, to) }
}

/// The lane of the strip: marks alone, those that would meet in a second and a third row, then in piles.
fn strip(events: &[Event], mut shown: Vec<(u32, Shape)>, scale: Scale) -> LaneParts {
    by_place(&mut shown);
    let mut rows = Rows::default();
    let mut parts = LaneParts::default();
    let mut rest: Vec<(u32, Shape)> = Vec::new();
    for (index, shape) in shown {
        let (from, to) = target(shape);
        match rows.place(from, to, 3) {
            Some(row) => parts.marks.push(Placed { event: index, shape, y: APART * (row as f64 + 0.5), label: None }),
            None => rest.push((index, shape)),
        }
    }
    parts.height = APART * rows.count().max(1) as f64;
    add_rest(&mut parts, events, (rest, BARS), scale);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::testing::event;

    #[test]
    fn an_event_in_the_lane_of_an_outlet_is_captioned_by_that() {
        let outlets = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let told = Event { outlets: outlets(&["Courier", "Herald"]), origin: "Herald".into(), ..event("2024") };
        assert_eq!(note(&told, "Courier"), "Courier");
        assert_eq!(note(&told, "Opening of the weir"), "Herald");
        let alone = Event { outlets: outlets(&["Courier"]), origin: "the mill".into(), ..event("2024") };
        assert_eq!(note(&alone, "Courier"), "the mill");
    }

    #[test]
    fn what_nobody_tells_yet_is_one_line() {
        let events: Vec<Event> = ["2024-01/2024-06", "2024-02/2024-09", "2024-03-01"].map(event).into();
        let window = Window::new(model::Day(19_700), model::Day(20_100));
        let lane = |name: &str| Lane { name: name.to_owned(), events: vec![0, 1, 2], rest: true };
        let height = |name| {
            let scale = Scale { window, left: 0.0, width: 1000.0 };
            lane_parts(&events, &lane(name), scale, Sizes::Full, 3).height
        };
        assert!(height(NOT_YET) < 40.0 && height("Other stories") > 40.0);
    }
}
