//! The figure: lanes of rows, in them marks with their words, piles where there is no room, and leads between marks.

mod axis;
mod drawn;
mod lane;
mod marks;
mod pack;
mod publications;
mod text;

use std::collections::BTreeMap;

use model::bundle::{Event, Timeline};

use super::bounds::held;
use super::{Lane, Scale, Window};
pub(crate) use axis::{Tick, ticks};
use drawn::{Band, Lead};
pub(crate) use drawn::{Cluster, Label, Layout, Placed, Sizes};
use lane::{LaneParts, lane_parts};
pub(crate) use marks::{End, Shape};
use publications::{Publications, publications};
pub(crate) use text::width as text_width;
use text::{bold_width, wrap};

/// Where the lanes begin, below the names of the months.
const HEAD: f64 = 28.0;

/// The widest name of a lane beside its marks, and where there is more room.
const NAME: f64 = 128.0;
const WIDE_NAME: f64 = 168.0;

/// From this width on there is.
const WIDE: f64 = 1000.0;

/// The most lines of a name beside its marks.
const NAME_LINES: usize = 5;

/// From this width on, names stand beside the marks; below it, above them.
const BESIDE: f64 = 640.0;

/// Lays out the figure for a window and a width; empty where there is no width yet.
pub(crate) fn layout(timeline: &Timeline, lanes: &[Lane], window: Window, (width, sizes): (f64, Sizes)) -> Layout {
    let left = if width >= BESIDE {
        let widest = lanes.iter().map(|lane| bold_width(&lane.name)).fold(bold_width("Published"), f64::max);
        widest.min(name_width(width)) + 16.0
    } else {
        0.0
    };
    let scale = Scale { window, left, width: width - left };
    let mut laid = Layout {
        width,
        height: 0.0,
        scale,
        ticks: Vec::new(),
        lanes: Vec::new(),
        marks: Vec::new(),
        clusters: Vec::new(),
        leads: Vec::new(),
        bottom: 0.0,
        publications: Publications::default(),
        outside: (0, 0),
    };
    if width <= 0.0 {
        return laid;
    }
    let events = &timeline.events;
    laid.ticks = ticks(scale);
    laid.publications = publications(&timeline.documents, &timeline.brackets, scale);
    laid.outside = outside(events, window);
    let shown: Vec<&Lane> = lanes.iter().filter(|lane| touches(events, lane, scale)).collect();
    let count = shown.len();
    let mut top = if sizes == Sizes::Strip { 22.0 } else { HEAD };
    for lane in shown {
        top = band(&mut laid, lane, lane_parts(events, lane, scale, sizes, count), top, (sizes, count));
    }
    laid.bottom = top;
    let below = laid.publications.levels as f64 * 16.0;
    laid.height = if timeline.documents.is_empty() { top + 2.0 } else { top + 38.0 + below };
    laid.leads = leads(events, &laid.marks);
    laid
}

/// How wide a lane's name may be in a figure of this width.
fn name_width(width: f64) -> f64 {
    if width >= WIDE { WIDE_NAME } else { NAME }
}

/// Adds a lane below `top`, one of `count`; where it ends.
fn band(laid: &mut Layout, lane: &Lane, mut parts: LaneParts, top: f64, (sizes, count): (Sizes, usize)) -> f64 {
    let beside = laid.scale.left > 0.0;
    let (pad, lines) = match sizes {
        // As many lines as the lane is high.
        Sizes::Strip => (1.0, (parts.height / 15.0) as usize),
        Sizes::Full => (if beside { 8.0 } else { 6.0 }, NAME_LINES),
    };
    let (name, name_height) = if beside {
        (wrap(&lane.name, name_width(laid.width), lines), 0.0)
    } else if sizes == Sizes::Full || count > 1 {
        (wrap(&lane.name, laid.width, 1), 18.0)
    } else {
        // One lane alone in a strip needs no name.
        (Vec::new(), 0.0)
    };
    let least = if sizes == Sizes::Full && beside { 15.0 * name.len() as f64 + 4.0 } else { 0.0 };
    parts.shift(top + pad + name_height);
    let bottom = top + 2.0 * pad + name_height + parts.height.max(least);
    laid.lanes.push(Band { name, name_y: if beside { top + pad + 14.0 } else { top + 14.0 }, bottom });
    laid.marks.append(&mut parts.marks);
    laid.clusters.append(&mut parts.clusters);
    bottom
}

fn touches(events: &[Event], lane: &Lane, scale: Scale) -> bool {
    lane.events.iter().any(|&index| marks::shape(&events[index as usize], scale).is_some())
}

/// How many events lie before a window, and how many after it.
fn outside(events: &[Event], window: Window) -> (usize, usize) {
    let ends = || events.iter().filter_map(|event| super::window::ends(&event.when));
    (ends().filter(|&(_, last)| last < window.from).count(), ends().filter(|&(first, _)| first > window.to).count())
}

/// Lines between marks that stand alone: along the row of the expectation, then down or up to the outcome.
fn leads(events: &[Event], marks: &[Placed]) -> Vec<Lead> {
    let mut placed: BTreeMap<u32, &Placed> = BTreeMap::new();
    for mark in marks {
        placed.entry(mark.event).or_insert(mark);
    }
    marks
        .iter()
        .filter_map(|mark| {
            let settled = events[mark.event as usize].settled_by?;
            let outcome = placed.get(&settled)?;
            let ((_, from), (to, end)) = (mark.shape.reach(), outcome.shape.reach());
            let points = if from + 4.0 <= to {
                let start = (from + 3.0, mark.y);
                let turn = to - 6.0;
                if (mark.y - outcome.y).abs() < 1.0 {
                    vec![start, (to - 3.0, outcome.y)]
                } else if turn > start.0 {
                    vec![start, (turn, mark.y), (turn, outcome.y), (to - 2.0, outcome.y)]
                } else {
                    vec![start, (start.0, outcome.y), (to - 2.0, outcome.y)]
                }
            } else {
                // Before it was due: straight down from the expectation's bar.
                let x = held((to + end) / 2.0, mark.shape.reach().0, from);
                let down = if outcome.y > mark.y { 1.0 } else { -1.0 };
                if (mark.y - outcome.y).abs() < 1.0 {
                    return None;
                }
                vec![(x, mark.y + 5.0 * down), (x, outcome.y - 8.0 * down)]
            };
            Some(Lead { events: (mark.event, settled), points })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::testing::{card, event};
    use crate::timeline::{By, extent, lanes, usual};
    use proptest::prelude::*;

    fn laid(events: &[Event], width: f64) -> Layout {
        let documents = vec![card(1, "2024-01-16"), card(2, "2024-11-07")];
        let window = usual(events, &documents).expect("a window");
        let timeline = Timeline { events: events.to_vec(), documents, ..Timeline::default() };
        layout(&timeline, &lanes(events, By::Story), window, (width, Sizes::Full))
    }

    fn titled(date: &str, label: &str) -> Event {
        Event { label: label.to_owned(), ..event(date) }
    }

    /// The boxes of all words, and of all marks: left, top, right, bottom.
    fn boxes(laid: &Layout) -> Vec<(f64, f64, f64, f64)> {
        let mut boxes: Vec<(f64, f64, f64, f64)> = Vec::new();
        for mark in &laid.marks {
            let (x0, x1) = mark.shape.reach();
            boxes.push((x0, mark.y - 4.0, x1, mark.y + 4.0));
            if let Some(label) = &mark.label {
                let lines = label.lines.iter().chain((!label.note.is_empty()).then_some(&label.note));
                for (line, text) in lines.enumerate() {
                    let (width, y) = (text::width(text), label.y + 15.0 * line as f64);
                    let x = if label.ends { label.x - width } else { label.x };
                    boxes.push((x, y - 9.0, x + width, y + 2.0));
                }
            }
        }
        boxes.extend(laid.clusters.iter().map(|pile| (pile.x - 8.0, pile.y - 7.0, pile.x + 8.0, pile.y + 16.0)));
        boxes
    }

    fn overlapping(laid: &Layout) -> Option<String> {
        let boxes = boxes(laid);
        for (i, a) in boxes.iter().enumerate() {
            for b in &boxes[i + 1..] {
                if a.0 + 0.5 < b.2 && b.0 + 0.5 < a.2 && a.1 + 0.5 < b.3 && b.1 + 0.5 < a.3 {
                    return Some(format!("{a:?} covers {b:?}"));
                }
            }
        }
        None
    }

    #[test]
    fn a_few_events_are_all_told_in_words() {
        let events = [
            titled("2024-01-15", "The ministers speak by telephone"),
            titled("2024-03", "The bridge may open"),
            titled("2024-10-11", "The bridge opens, and the minister comes to see it"),
        ];
        for width in [358.0, 720.0, 1200.0] {
            let laid = laid(&events, width);
            assert!(laid.marks.iter().all(|mark| mark.label.is_some()), "{width}");
            assert_eq!((laid.marks.len(), laid.clusters.len()), (3, 0));
        }
    }

    #[test]
    fn a_lead_runs_to_the_outcome() {
        let mut events = [titled("2024-03", "The bridge may open"), titled("2024-10-11", "The bridge opens")];
        events[0].expected = true;
        events[0].settled_by = Some(1);
        let laid = laid(&events, 1200.0);
        assert_eq!(laid.leads.len(), 1);
        let (first, last) = (laid.leads[0].points[0], *laid.leads[0].points.last().expect("a corner"));
        assert!(first.0 < last.0 && (last.1 - laid.marks[1].y).abs() < 0.1);
    }

    #[test]
    fn lanes_of_a_strip_have_names_at_any_width() {
        let lane = |name: &str| Event { lane: name.to_owned(), ..event("2024-05-05") };
        let strip = |events: &[Event], width| {
            let window = usual(events, &[]).expect("a window");
            let timeline = Timeline { events: events.to_vec(), ..Timeline::default() };
            let laid = layout(&timeline, &lanes(events, By::Story), window, (width, Sizes::Strip));
            laid.lanes.iter().map(|band| band.name.join(" ")).collect::<Vec<_>>()
        };
        for width in [358.0, 720.0, 1200.0] {
            assert_eq!(strip(&[lane("Weir"), lane("Lock")], width), ["Lock", "Weir"], "{width}");
        }
        assert_eq!(strip(&[lane("Weir")], 358.0), [""], "one alone needs none");
    }

    #[test]
    fn ten_thousand_events_are_few_marks() {
        let events: Vec<Event> =
            (0..10_000).map(|n| titled(&model::Day(19_700 + n % 360).to_string(), "An event")).collect();
        let laid = laid(&events, 1200.0);
        let drawn = laid.marks.len() + laid.clusters.len();
        assert!(drawn < 200, "{drawn}");
        let told = laid.marks.len() + laid.clusters.iter().map(|pile| pile.events.len()).sum::<usize>();
        assert_eq!(told + laid.outside.0 + laid.outside.1, 10_000);
        assert_eq!(overlapping(&laid), None);
    }

    proptest! {
        #[test]
        fn no_words_cover_anything(
            dates in prop::collection::vec((19_650i32..20_050, 0i32..120, 1usize..90, 0usize..5), 1..120),
            width in 320.0f64..1400.0,
        ) {
            let mut events: Vec<Event> = dates.iter().map(|&(day, days, label, lane)| {
                let when = model::When::between(Some(model::Day(day)), Some(model::Day(day + days)));
                let label = "a bridge that opens ".chars().cycle().take(label).collect();
                Event { when, label, lane: format!("Lane {lane}"), ..event("2024") }
            }).collect();
            events.sort_by_key(|event| event.when.sort_day());
            let all = extent(&events, &[]).expect("a window");
            let timeline = Timeline { events, ..Timeline::default() };
            let laid = layout(&timeline, &lanes(&timeline.events, By::Story), all, (width, Sizes::Full));
            prop_assert_eq!(overlapping(&laid), None);
            let told = laid.marks.len() + laid.clusters.iter().map(|pile| pile.events.len()).sum::<usize>();
            prop_assert_eq!(told, timeline.events.len());
        }
    }
}
