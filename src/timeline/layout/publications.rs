//! When reports came out: ticks with their numbers, and brackets under those of one origin.

use model::order;
use std::ops::Range;

use model::Day;
use model::bundle::{Bracket, DocumentCard};

use super::pack::{Rows, piles};
use super::text::{bold_width, cut, width};
use crate::timeline::bounds::held;
use crate::timeline::known::last_day;
use crate::timeline::{Scale, Window};

/// The most levels of brackets.
const LEVELS: usize = 3;

/// How near two numbers may stand, however short they are: each is a link.
const TARGET: f64 = 24.0;

/// The most reports between two of one origin that their bracket passes over.
const PASSED: usize = 3;

/// The widest name of a bracket.
const NAME: f64 = 200.0;

/// The publications of a window.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Publications {
    /// A tick for each day on which reports came out: where, and the first of these days.
    pub ticks: Vec<(f64, Day)>,
    /// Numbers of reports, with those together that have no room to stand alone.
    pub numbers: Vec<Numbers>,
    /// Brackets.
    pub ties: Vec<Tie>,
    /// How many levels the brackets take.
    pub levels: usize,
}

/// The numbers of reports that came out so near to each other that they are written as one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Numbers {
    /// The middle.
    pub x: f64,
    /// `3`, or `3–7`.
    pub text: String,
    /// Indices of the documents.
    pub documents: Range<usize>,
    /// The days on which they came out.
    pub days: Window,
}

/// A bracket under the reports that draw on one origin.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tie {
    /// Where its members stand.
    pub members: Vec<f64>,
    /// The first and the last of these.
    pub ends: [f64; 2],
    /// Which level it lies on, 0 the uppermost.
    pub level: usize,
    /// The name of the origin.
    pub name: String,
    /// The middle of the name.
    pub name_x: f64,
}

/// Lays out publications. `documents` are by publication.
pub(crate) fn publications(documents: &[DocumentCard], brackets: &[Bracket], scale: Scale) -> Publications {
    let mut shown: Vec<(usize, Day)> = documents
        .iter()
        .enumerate()
        .filter_map(|(index, card)| Some((index, last_day(card)?)))
        .filter(|&(_, day)| scale.window.has(day))
        .collect();
    order::sort_by_key(&mut shown, |&(index, day)| (day, index));
    let mut ticks: Vec<(f64, Day)> = Vec::new();
    for &(_, day) in &shown {
        let x = scale.middle(day);
        if ticks.last().is_none_or(|&(last, _)| x - last >= 2.0) {
            ticks.push((x, day));
        }
    }
    let (ties, levels) = ties(documents, brackets, scale);
    Publications { ticks, numbers: numbers(documents, &shown, scale), ties, levels }
}

fn numbers(documents: &[DocumentCard], shown: &[(usize, Day)], scale: Scale) -> Vec<Numbers> {
    // The widest that a label can become decides how near two may stand.
    let last = shown.last().map_or(0, |&(index, _)| documents[index].number);
    let alone = (bold_width(&last.to_string()) + 5.0).max(TARGET);
    let pair = (bold_width(&format!("{last}–{last}")) + 5.0).max(TARGET);
    let places: Vec<f64> = shown.iter().map(|&(_, day)| scale.middle(day)).collect();
    let crowded = places.windows(2).any(|two| two[1] - two[0] < alone);
    piles(&places, if crowded { pair } else { alone })
        .into_iter()
        .map(|(x, members)| {
            let members = &shown[members];
            let (first, last) = (members[0], members[members.len() - 1]);
            let (low, high) = members.iter().fold((usize::MAX, 0), |(low, high), &(i, _)| (low.min(i), high.max(i)));
            let (a, b) = (documents[low].number, documents[high].number);
            let text = if a == b { a.to_string() } else { format!("{a}–{b}") };
            let half = bold_width(&text) / 2.0;
            let x = held(x, scale.left.min(half), (scale.right() - half).max(half));
            Numbers { x, text, documents: low..high + 1, days: Window::new(first.1, last.1) }
        })
        .collect()
}

/// The brackets of the origins that tie most reports, and how many levels they take.
fn ties(documents: &[DocumentCard], brackets: &[Bracket], scale: Scale) -> (Vec<Tie>, usize) {
    let mut brackets: Vec<&Bracket> = brackets.iter().collect();
    order::sort_by(&mut brackets, |a, b| {
        b.documents.len().cmp(&a.documents.len()).then_with(|| a.documents.cmp(&b.documents))
    });
    let mut rows = Rows::default();
    let mut ties: Vec<Tie> = Vec::new();
    for bracket in brackets {
        // A view may show some of the documents only.
        let place = |number: &u32| documents.binary_search_by_key(number, |card| card.number).ok();
        let places: Vec<usize> = bracket.documents.iter().filter_map(place).collect();
        // Over many others, a line would seem to mean them.
        if places.windows(2).any(|two| two[1] - two[0] > PASSED + 1) {
            continue;
        }
        let day = |&place: &usize| last_day(&documents[place]);
        let days = places.iter().filter_map(day).filter(|&day| scale.window.has(day));
        let members: Vec<f64> = days.map(|day| scale.middle(day)).collect();
        let first = members.iter().copied().fold(f64::INFINITY, f64::min);
        let last = members.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // Those of one day need no bracket, for their numbers stand together; nor does none.
        if last - first < 6.0 {
            continue;
        }
        // Within it, before it or behind it, wherever there is room: over one of its ends, it would say nothing.
        let (within, before, behind) = (last - first - 28.0, first - 12.0, scale.right() - last - 12.0);
        let name = cut(&bracket.name, NAME.min(within.max(before).max(behind)));
        let half = width(&name) / 2.0 + 6.0;
        let name_x = match 2.0 * half - 12.0 {
            wide if wide <= within => (first + last) / 2.0,
            wide if wide <= before => first - half,
            _ => last + half,
        };
        let (from, to) = (first.min(name_x - half), last.max(name_x + half));
        if let Some(level) = rows.place(from, to, LEVELS) {
            ties.push(Tie { members, ends: [first, last], level, name, name_x });
        }
    }
    let levels = ties.iter().map(|tie| tie.level + 1).max().unwrap_or(0);
    (ties, levels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeline::testing::card;

    fn scale(width: f64) -> Scale {
        let window = Window::new("2024-01-01".parse().expect("a day"), "2024-12-31".parse().expect("a day"));
        Scale { window, left: 0.0, width }
    }

    fn tie(name: &str, documents: &[u32]) -> Bracket {
        Bracket { name: name.to_owned(), documents: documents.to_vec() }
    }

    #[test]
    fn numbers_that_would_meet_stand_together() {
        let documents = [card(1, "2024-01-16"), card(2, "2024-10-11"), card(3, "2024-10-12"), card(4, "2024-12-24")];
        let laid = publications(&documents, &[], scale(366.0));
        let told: Vec<_> = laid.numbers.iter().map(|n| (n.text.as_str(), n.documents.clone())).collect();
        assert_eq!(told, [("1", 0..1), ("2–3", 1..3), ("4", 3..4)]);
    }

    #[test]
    fn brackets_that_would_meet_lie_on_levels() {
        let documents: Vec<_> = (1..=9).map(|month| card(month, &format!("2024-{month:02}-05"))).collect();
        let brackets = [tie("an agency", &[1, 4]), tie("a wire", &[2, 6]), tie("one desk", &[6, 7])];
        let laid = publications(&documents, &brackets, scale(1200.0));
        let mut levels: Vec<_> = laid.ties.iter().map(|tie| (tie.name.as_str(), tie.level)).collect();
        order::sort(&mut levels);
        assert_eq!(levels, [("a wire", 1), ("an agency", 0), ("one desk", 0)]);
    }

    #[test]
    fn undated_reports_and_strange_brackets_are_passed_over() {
        let mut documents = vec![card(1, "2024-01-16"), card(2, "2024-06-01")];
        documents[1].published = None;
        let laid = publications(&documents, &[tie("x", &[1, 2]), tie("y", &[0, 77])], scale(600.0));
        assert_eq!((laid.ticks.len(), laid.ties.len()), (1, 0));
    }

    #[test]
    fn a_bracket_is_of_the_reports_that_are_shown_and_runs_under_few_others() {
        // As on the page of a story, which three of nine reports tell.
        let documents = [card(4, "2024-02-01"), card(6, "2024-05-01"), card(9, "2024-09-01")];
        let ties = |brackets: &[Bracket]| publications(&documents, brackets, scale(600.0)).ties;
        let laid = ties(&[tie("a wire", &[6, 9]), tie("an agency", &[1, 2])]);
        assert_eq!(laid.iter().map(|tie| tie.name.as_str()).collect::<Vec<_>>(), ["a wire"]);
        assert_eq!(laid[0].members.len(), 2);
        let many: Vec<_> = (1..=9).map(|month| card(month, &format!("2024-{month:02}-05"))).collect();
        assert!(publications(&many, &[tie("a wire", &[1, 9])], scale(600.0)).ties.is_empty());
    }

    #[test]
    fn the_name_of_a_bracket_covers_neither_of_its_ends() {
        let documents = [card(1, "2024-02-10"), card(2, "2024-07-20"), card(3, "2024-12-01")];
        for width in [320.0, 358.0, 480.0, 720.0, 1200.0] {
            for ends in [[1, 2], [2, 3]] {
                let laid = publications(&documents, &[tie("The Board of Ferries and Locks", &ends)], scale(width));
                let [tie] = &laid.ties[..] else { panic!("a bracket at {width}") };
                let half = super::width(&tie.name) / 2.0;
                assert!(tie.members.iter().all(|at| (at - tie.name_x).abs() > half), "{tie:?} at {width}");
                assert!(tie.name_x - half >= 0.0 && tie.name_x + half <= width, "{tie:?} at {width}");
            }
        }
    }

    #[test]
    fn thousands_of_reports_are_still_readable() {
        let documents: Vec<_> = (0..2_000).map(|n| card(n + 1, &Day(19_723 + n as i32 / 6).to_string())).collect();
        let laid = publications(&documents, &[], scale(800.0));
        assert!(laid.numbers.len() <= 20, "{}", laid.numbers.len());
        for two in laid.numbers.windows(2) {
            assert!(two[1].x - two[0].x >= (bold_width(&two[0].text) + bold_width(&two[1].text)) / 2.0);
        }
    }
}
