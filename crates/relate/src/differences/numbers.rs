//! Numbers of the same unit that cannot both be right.

use std::collections::BTreeMap;

use model::{Discrepancy, DiscrepancyKind, Quantity};

use super::scene::{Scene, settle};
use crate::ground::{lexicon, words};

/// How far a rough figure may lie off.
const ROUGH: f64 = 0.15;

/// What two statements share at least for their numbers to be compared.
const ALIKE: f32 = 0.2;

/// One discrepancy for each unit on which two documents disagree.
pub(super) fn numbers(scene: &Scene<'_>) -> Vec<Discrepancy> {
    let mut by_unit: BTreeMap<String, Vec<(usize, &Quantity)>> = BTreeMap::new();
    for (member, &place) in scene.places.iter().enumerate() {
        for quantity in &scene.reports.statement(place).quantities {
            if !quantity.unit.is_empty() && !is_time(&quantity.unit) && (quantity.low, quantity.high) != (None, None) {
                by_unit.entry(unit(&quantity.unit)).or_default().push((member, quantity));
            }
        }
    }
    by_unit.into_values().filter_map(|given| discrepancy(scene, &given)).collect()
}

/// Days and years tell when, which is compared as a date.
fn is_time(unit: &str) -> bool {
    matches!(unit, "year" | "month" | "week" | "day" | "hour" | "minute" | "second" | "century" | "decade" | "ordinal")
}

/// Units that count the same: people are people, whether dead or called men.
fn unit(unit: &str) -> String {
    let stem = words::stem(unit);
    lexicon::family(&stem).map_or(stem, str::to_owned)
}

fn discrepancy(scene: &Scene<'_>, given: &[(usize, &Quantity)]) -> Option<Discrepancy> {
    let disputed: Vec<(usize, &Quantity)> =
        scene.disputed_each(given, ALIKE, |a, b| meet(a, b)).into_iter().map(|at| given[at]).collect();
    let values = disputed.iter().map(|&(member, q)| scene.reading(member, q.span, value(q))).collect();
    (!disputed.is_empty()).then(|| Discrepancy {
        kind: DiscrepancyKind::Number,
        about: disputed[0].1.unit.clone(),
        update: is_update(scene, &disputed),
        values: settle(values),
    })
}

/// Whether both can mean the same number.
fn meet(a: &Quantity, b: &Quantity) -> bool {
    let (a_low, a_high) = bounds(a);
    let (b_low, b_high) = bounds(b);
    a_low <= b_high && b_low <= a_high
}

fn bounds(q: &Quantity) -> (f64, f64) {
    let slack = if q.rough { ROUGH } else { 0.0 };
    let low = q.low.map_or(f64::NEG_INFINITY, |low| low - low.abs() * slack);
    let high = q.high.map_or(f64::INFINITY, |high| high + high.abs() * slack);
    (low, high)
}

/// Whether the figure only rises from one day of publication to the next: a count that is kept up to date.
fn is_update(scene: &Scene<'_>, given: &[(usize, &Quantity)]) -> bool {
    let mut by_day: BTreeMap<model::Day, Vec<&Quantity>> = BTreeMap::new();
    for &(member, quantity) in given {
        let Some(day) = scene.reports.published(scene.places[member].document) else { return false };
        by_day.entry(day).or_default().push(quantity);
    }
    let one_figure_a_day = by_day.values().all(|q| q.iter().all(|a| q.iter().all(|b| meet(a, b))));
    let tops: Vec<f64> = by_day.values().filter_map(|q| q.iter().map(|q| bounds(q).0).max_by(f64::total_cmp)).collect();
    one_figure_a_day && by_day.len() > 1 && tops.is_sorted()
}

/// The number as it can be compared.
fn value(q: &Quantity) -> String {
    match (q.low, q.high) {
        (Some(low), Some(high)) if low.total_cmp(&high).is_eq() => format!("{low}"),
        (Some(low), Some(high)) => format!("{low}–{high}"),
        (Some(low), None) => format!("≥ {low}"),
        (None, Some(high)) => format!("≤ {high}"),
        (None, None) => String::new(),
    }
}
