//! The lines and names of days, months and years along the top.

use model::Day;
use model::calendar::MONTH_NAMES;

use super::text::{bold_width, width};
use crate::timeline::Scale;
use crate::words::year as year_words;

/// A line through the lanes, with its name above where there is room for one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tick {
    /// Where it stands.
    pub x: f64,
    /// `Oct`, `14 Oct`; empty where only a line has room, or the year is all there is to say.
    pub name: String,
    /// `2024`, `44 BC`, where a year begins and where the first line stands.
    pub year: String,
}

/// The steps between lines.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Days(i32),
    Months(i32),
    Years(i32),
}

/// The steps from fine to coarse, each with the least room that its name needs.
const STEPS: [(Step, f64); 15] = [
    (Step::Days(1), 48.0),
    (Step::Days(7), 52.0),
    (Step::Months(1), 30.0),
    (Step::Months(3), 34.0),
    (Step::Years(1), 40.0),
    (Step::Years(2), 40.0),
    (Step::Years(5), 40.0),
    (Step::Years(10), 40.0),
    (Step::Years(20), 40.0),
    (Step::Years(50), 40.0),
    (Step::Years(100), 40.0),
    (Step::Years(200), 40.0),
    (Step::Years(500), 40.0),
    (Step::Years(1000), 40.0),
    (Step::Years(2000), 40.0),
];

impl Step {
    fn days(self) -> f64 {
        match self {
            Self::Days(n) => f64::from(n),
            Self::Months(n) => f64::from(n) * 30.4,
            Self::Years(n) => f64::from(n) * 365.25,
        }
    }

    /// The first line at or after a day.
    fn first(self, day: Day) -> Option<Day> {
        let (year, month, of_month) = day.civil();
        match self {
            Self::Days(1) => Some(day),
            // Weeks begin on Mondays.
            Self::Days(_) => Some(day.plus((7 - day.weekday() as i32) % 7)),
            Self::Months(n) => {
                let months = year * 12 + month as i32 - 1 + i32::from(of_month > 1);
                self.of_count(months + (n - months.rem_euclid(n)) % n)
            }
            Self::Years(n) => Day::new(round(year + i32::from((month, of_month) != (1, 1)), n), 1, 1),
        }
    }

    /// The line after the one at `day`.
    fn next(self, day: Day) -> Option<Day> {
        let (year, month, _) = day.civil();
        match self {
            Self::Days(n) => Some(day.plus(n)),
            Self::Months(n) => self.of_count(year * 12 + month as i32 - 1 + n),
            Self::Years(n) => Day::new(round(year + 1, n), 1, 1),
        }
    }

    /// The first day of the month with this count from the year 0.
    fn of_count(self, count: i32) -> Option<Day> {
        Day::new(count.div_euclid(12), count.rem_euclid(12) as u32 + 1, 1)
    }

    fn name(self, day: Day) -> String {
        let (_, month, of_month) = day.civil();
        let month = &MONTH_NAMES[month as usize - 1][..3];
        match self {
            Self::Days(_) => format!("{of_month} {month}"),
            Self::Months(_) => month.to_owned(),
            Self::Years(_) => String::new(),
        }
    }
}

/// The first round year from `year` on, as people count: 200 BC, 100 BC, then the year 1, which has no year 0 before it,
/// and 100. Years are counted as by [`Day::new`], where 0 is 1 BC.
fn round(year: i32, step: i32) -> i32 {
    let before = 1 - year;
    let round = before - before.rem_euclid(step);
    if year < 1 && round > 0 {
        return 1 - round;
    }
    if year <= 1 { 1 } else { year + (step - year.rem_euclid(step)) % step }
}

/// The lines of a window, as fine as there is room for their names.
pub(crate) fn ticks(scale: Scale) -> Vec<Tick> {
    // "250 BC" is wider than "2024".
    let before = if scale.window.from.year() < 1 { 28.0 } else { 0.0 };
    let fits = |&&(step, room): &&(Step, f64)| {
        let room = if matches!(step, Step::Years(_)) { room + before } else { room };
        step.days() * scale.per_day() >= room
    };
    let step = STEPS.iter().find(fits).map_or(Step::Years(5000), |&(step, _)| step);
    let days = std::iter::successors(step.first(scale.window.from), |&day| step.next(day));
    let mut ticks: Vec<Tick> = Vec::new();
    let (mut taken, mut told) = (f64::NEG_INFINITY, None);
    for day in days.take_while(|&day| scale.window.has(day)) {
        let x = scale.start(day);
        let (name, year) = (step.name(day), day.year());
        // A name stands at its line, but never runs into the one before, nor out of the figure.
        let named = taken <= x && x + width(&name) <= scale.right();
        let name = if named { name } else { String::new() };
        let end = x + 4.0 + width(&name) + if name.is_empty() { 0.0 } else { 5.0 };
        let written = year_words(year);
        let year = (named && told != Some(year) && end + bold_width(&written) <= scale.right()).then(|| {
            told = Some(year);
            written
        });
        let year = year.unwrap_or_default();
        if named {
            taken = end + bold_width(&year) + 2.0;
        }
        ticks.push(Tick { x, name, year });
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::Window;

    fn names(from: &str, to: &str, width: f64) -> Vec<String> {
        let window = Window::new(from.parse().expect("a day"), to.parse().expect("a day"));
        let ticks = ticks(Scale { window, left: 0.0, width });
        ticks.into_iter().map(|tick| format!("{} {}", tick.name, tick.year).trim().to_owned()).collect()
    }

    #[test]
    fn as_fine_as_there_is_room() {
        assert_eq!(names("2024-10-01", "2024-10-05", 400.0)[..2], ["1 Oct 2024", "2 Oct"]);
        assert_eq!(names("2023-12-01", "2024-03-31", 400.0), ["Dec 2023", "Jan 2024", "Feb", "Mar"]);
        assert_eq!(names("2023-12-01", "2024-12-31", 200.0), ["Jan 2024", "", "Jul", "Oct"]);
        assert_eq!(names("2020-01-01", "2024-12-31", 400.0), ["2020", "2021", "2022", "2023", "2024"]);
        assert_eq!(
            names("1648-01-01", "2024-12-31", 560.0),
            ["1650", "1700", "1750", "1800", "1850", "1900", "1950", "2000"]
        );
    }

    #[test]
    fn years_before_christ_are_counted_backwards() {
        assert_eq!(names("-0249-01-01", "0350-12-31", 600.0), ["200 BC", "100 BC", "1", "100", "200", "300"]);
        assert_eq!(names("-0043-01-01", "-0043-12-31", 1100.0)[..2], ["Jan 44 BC", "Feb"]);
        assert_eq!(names("-9999-01-01", "9999-12-31", 300.0), ["10000 BC", "5000 BC", "1", "5000"]);
    }

    #[test]
    fn weeks_begin_on_mondays() {
        assert_eq!(names("2024-10-09", "2024-10-30", 300.0), ["14 Oct 2024", "21 Oct", "28 Oct"]);
    }

    #[test]
    fn names_never_meet() {
        for width in (200..1400).step_by(37) {
            for (from, days) in (7..40_000)
                .step_by(613)
                .map(|n| (19_000, n))
                .chain((7..3_000_000).step_by(99_991).map(|n| (-1_900_000, n)))
            {
                let window = Window { from: Day(from), to: Day(from + days) };
                let scale = Scale { window, left: 50.0, width: f64::from(width) };
                let mut taken = 0.0;
                for tick in ticks(scale).iter().filter(|t| !t.name.is_empty() || !t.year.is_empty()) {
                    assert!(tick.x >= taken, "{width} {days}");
                    taken = tick.x + super::width(&tick.name) + bold_width(&tick.year);
                    assert!(taken <= scale.right() + 4.0, "{width} {days}");
                }
            }
        }
    }
}
