//! What an event looks like: a sign on a day, a bar over several.

use model::bundle::Event;
use model::{Day, Grain};

use crate::timeline::Scale;

/// How far a bar with an open end reaches: as far at every zoom, since nothing is known of the end.
const OPEN: f64 = 72.0;

/// The narrowest bar.
const LEAST: f64 = 6.0;

/// How a bar ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// On this day.
    Hard,
    /// Somewhere within the bar, or beyond it: it breaks into slivers.
    Soft,
    /// Outside the window.
    Cut,
}

/// The shape of an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    /// On one day, at `x`.
    Sign {
        /// The middle of the day.
        x: f64,
    },
    /// Over several days.
    Bar {
        /// Where it begins.
        x0: f64,
        /// Where it ends.
        x1: f64,
        /// How it begins.
        left: End,
        /// How it ends.
        right: End,
    },
}

impl Shape {
    /// From where to where it is drawn.
    pub(crate) fn reach(self) -> (f64, f64) {
        match self {
            Self::Sign { x } => (x - 7.0, x + 7.0),
            Self::Bar { x0, x1, .. } => (x0, x1),
        }
    }

    /// Its middle.
    pub(crate) fn middle(self) -> f64 {
        let (x0, x1) = self.reach();
        (x0 + x1) / 2.0
    }

    /// Its width.
    pub(crate) fn width(self) -> f64 {
        let (x0, x1) = self.reach();
        x1 - x0
    }
}

/// The shape of an event in a window; `None` where it lies outside.
pub(crate) fn shape(event: &Event, scale: Scale) -> Option<Shape> {
    let when = &event.when;
    match (when.first, when.last) {
        (Some(first), Some(last)) if first == last => {
            scale.window.has(first).then(|| Shape::Sign { x: scale.middle(first) })
        }
        (Some(first), Some(last)) => {
            let end = if is_exact(event) { End::Hard } else { End::Soft };
            bar(scale, scale.start(first), scale.end(last), end, end)
        }
        // What is expected by a day is expected from when somebody says so.
        (None, Some(last)) => match event.known.filter(|&known| event.expected && known < last) {
            Some(known) => bar(scale, scale.middle(known), scale.end(last), End::Hard, End::Hard),
            None => bar(scale, scale.end(last) - OPEN, scale.end(last), End::Soft, End::Hard),
        },
        (Some(first), None) => bar(scale, scale.start(first), scale.start(first) + OPEN, End::Hard, End::Soft),
        (None, None) => None,
    }
}

/// Whether the ends of its days are days that the text gives.
fn is_exact(event: &Event) -> bool {
    event.when.grain == Grain::Days && !event.when.edtf.ends_with(['~', '?', '%'])
}

fn bar(scale: Scale, x0: f64, x1: f64, left: End, right: End) -> Option<Shape> {
    if x1 <= scale.left || x0 >= scale.right() {
        return None;
    }
    let (x0, left) = if x0 < scale.left { (scale.left, End::Cut) } else { (x0, left) };
    let (x1, right) = if x1 > scale.right() { (scale.right(), End::Cut) } else { (x1, right) };
    let missing = (LEAST - (x1 - x0)).max(0.0);
    Some(Shape::Bar { x0: x0 - missing / 2.0, x1: x1 + missing / 2.0, left, right })
}

/// The day to go by when events are counted in columns: the first that the event can mean.
pub(crate) fn column_day(event: &Event) -> Day {
    event.when.sort_day()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Window;
    use crate::timeline::testing::event;

    fn shaped(event: &Event) -> Option<Shape> {
        let window = Window::new("2024-01-01".parse().expect("a day"), "2024-12-31".parse().expect("a day"));
        shape(event, Scale { window, left: 0.0, width: 366.0 })
    }

    fn bar_of(event: &Event) -> (f64, f64, End, End) {
        match shaped(event) {
            Some(Shape::Bar { x0, x1, left, right }) => (x0, x1, left, right),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn one_day_is_a_sign() {
        assert_eq!(shaped(&event("2024-01-11")), Some(Shape::Sign { x: 10.5 }));
        assert_eq!(shaped(&event("2023-01-11")), None);
    }

    #[test]
    fn months_and_seasons_have_soft_ends_and_given_days_hard_ones() {
        assert_eq!(bar_of(&event("2024-02")), (31.0, 60.0, End::Soft, End::Soft));
        assert_eq!(bar_of(&event("2024-01-11/2024-01-20")), (10.0, 20.0, End::Hard, End::Hard));
        assert_eq!(bar_of(&event("2024-01-11/2024-01-20~")), (10.0, 20.0, End::Soft, End::Soft));
        assert_eq!(bar_of(&event("2023-24")), (0.0, 60.0, End::Cut, End::Soft));
    }

    #[test]
    fn due_by_a_day_begins_when_it_is_said() {
        let mut due = event("../2024-03-31");
        assert_eq!(bar_of(&due), (91.0 - OPEN, 91.0, End::Soft, End::Hard));
        due.known = Some("2024-01-31".parse().expect("a day"));
        due.expected = true;
        assert_eq!(bar_of(&due), (30.5, 91.0, End::Hard, End::Hard));
    }

    #[test]
    fn nothing_is_too_small_to_see() {
        let (x0, x1, ..) = bar_of(&event("2024-01-11/2024-01-12"));
        assert_eq!((x0, x1), (8.0, 14.0));
    }
}
