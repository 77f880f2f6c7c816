//! What a link to the timeline says: the days shown, the lanes, the day as known on.

use model::Day;

use super::{By, Window};
use crate::route::Route;

/// How the timeline is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct State {
    /// The days shown.
    pub window: Window,
    /// What lanes stand for.
    pub by: By,
    /// The day that nothing later than is known on; `None` for all reports.
    pub known: Option<Day>,
}

impl State {
    /// Reads a link; what it does not say is as usual, and what it says wrongly counts as not said.
    pub(crate) fn read(route: &Route, usual: Window, all: Window) -> Self {
        let day = |key: &str| route.get(key).parse::<Day>().ok();
        let window = match (day("from"), day("to")) {
            (None, None) => usual,
            (from, to) => Window::new(from.unwrap_or(usual.from), to.unwrap_or(usual.to)).kept(reach(all)),
        };
        Self { window, by: By::parse(route.get("lanes")), known: route.known() }
    }
}

/// How far one can go: somewhat beyond what there is.
pub(crate) fn reach(all: Window) -> Window {
    all.with_margin(0.1)
}

/// The link to another window of the same view; the usual one needs no words.
pub(crate) fn windowed(route: Route, window: Window, usual: Window) -> Route {
    let (from, to) =
        if window == usual { (String::new(), String::new()) } else { (window.from.to_string(), window.to.to_string()) };
    route.with("from", from).with("to", to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Place;

    fn window(from: &str, to: &str) -> Window {
        Window::new(from.parse().expect("a day"), to.parse().expect("a day"))
    }

    fn read(query: &str) -> State {
        State::read(
            &Route::parse("timeline", query),
            window("2024-01-01", "2024-12-31"),
            window("2020-01-01", "2025-12-31"),
        )
    }

    #[test]
    fn says_what_the_link_says() {
        let state = read("from=2024-03-01&to=2024-05-31&lanes=person&known=2024-04-02");
        assert_eq!(state.window, window("2024-03-01", "2024-05-31"));
        assert_eq!((state.by, state.known), (By::Person, "2024-04-02".parse().ok()));
    }

    #[test]
    fn a_wrong_word_counts_as_none() {
        assert_eq!(read("from=soon&known=2024-02-30&lanes=7"), read(""));
        // The ends the other way round, and days far away, are brought to what can be shown.
        assert_eq!(read("from=2024-05-31&to=2024-03-01").window, window("2024-03-01", "2024-05-31"));
        assert!(read("from=0001-01-01&to=0001-01-02").window.from > window("2019-01-01", "2019-01-02").from);
    }

    #[test]
    fn a_window_comes_back_from_its_link() {
        let usual = window("2024-01-01", "2024-12-31");
        let route = windowed(Place::Timeline.route(), window("2024-03-01", "2024-05-31"), usual);
        assert_eq!(route.link(), "timeline/?from=2024-03-01&to=2024-05-31");
        assert_eq!(windowed(route, usual, usual).link(), "timeline/");
    }
}
