//! Where a day lies on the page.

use model::Day;

use super::Window;
use super::bounds::held;

/// A window of days laid over a width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    /// The days.
    pub window: Window,
    /// Where the first of them begins.
    pub left: f64,
    /// How wide all of them are together.
    pub width: f64,
}

impl Scale {
    /// How wide one day is.
    pub(crate) fn per_day(self) -> f64 {
        self.width / f64::from(self.window.days().max(1))
    }

    /// Where the last day ends.
    pub(crate) fn right(self) -> f64 {
        self.left + self.width
    }

    /// Where a day begins; days outside the window lie outside the width.
    pub(crate) fn start(self, day: Day) -> f64 {
        self.left + (f64::from(day.0) - f64::from(self.window.from.0)) * self.per_day()
    }

    /// The middle of a day.
    pub(crate) fn middle(self, day: Day) -> f64 {
        self.start(day) + self.per_day() / 2.0
    }

    /// Where a day ends.
    pub(crate) fn end(self, day: Day) -> f64 {
        self.start(day) + self.per_day()
    }

    /// How far along the width `x` lies: 0 at the left edge, 1 at the right.
    pub(crate) fn share(self, x: f64) -> f64 {
        if self.width > 0.0 { held((x - self.left) / self.width, 0.0, 1.0) } else { 0.5 }
    }
}
