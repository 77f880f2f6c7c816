//! Fingers on the timeline: the days that they hold stay under them.

use super::Scale;
use super::Window;

/// The window after fingers moved from `before` to `after` (places across the figure, in the same order). One finger
/// moves it; two stretch it as well.
pub(crate) fn pinched(scale: Scale, before: &[f64], after: &[f64]) -> Window {
    let window = scale.window;
    let held = |x: f64| f64::from(window.from.0) + (x - scale.left) / scale.per_day();
    match (before, after) {
        ([a], [b]) => window.shifted(held(*a) - held(*b)),
        ([a, b], [c, d]) if (a - b).abs() > 8.0 && (c - d).abs() > 8.0 => {
            let per_day = (d - c) / (held(*b) - held(*a));
            let days = (scale.width / per_day).abs();
            let from = held(*a) - (c - scale.left) / per_day.abs();
            Window::between(from, from + days)
        }
        _ => window,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Day;

    fn scale() -> Scale {
        Scale { window: Window { from: Day(1000), to: Day(1099) }, left: 100.0, width: 1000.0 }
    }

    #[test]
    fn one_finger_moves() {
        assert_eq!(pinched(scale(), &[500.0], &[400.0]), Window { from: Day(1010), to: Day(1109) });
    }

    #[test]
    fn two_fingers_stretch_around_what_they_hold() {
        let closer = pinched(scale(), &[500.0, 700.0], &[400.0, 800.0]);
        assert_eq!(closer.days(), 50);
        let after = Scale { window: closer, ..scale() };
        assert!((after.start(Day(1040)) - 400.0).abs() < 21.0);
    }

    #[test]
    fn fingers_upon_each_other_do_nothing() {
        assert_eq!(pinched(scale(), &[500.0, 502.0], &[400.0, 800.0]), scale().window);
    }
}
