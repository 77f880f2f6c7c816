//! An exact number of a named thing, which two events hardly have in common: "179 tankers", "a $7.85 billion request".

use std::ops::Range;

use model::Statement;

use super::Content;
use crate::ground::ids;
use crate::ground::words::is_in;

/// Units of what is told of many things in the same number: times, ways, addresses, what is of a year.
const COMMON: &str = "second minute hour day night week weekend month year decade century time a.m p.m mile km kms kilometer kilometre \
    meter metre foot feet yard block level degree flight page grade quarter";

/// Units of what rises and falls by small steps and is counted everywhere: two digits of it tell nothing.
const MEASURED: &str = "percent point usd eur gbp jpy rub cny inr uah cent";

/// A number that tells is no smaller than this, unless it has a fraction: a dozen of anything is told everywhere.
const LEAST: f64 = 13.0;

/// Digits of shares and small sums of money, if they have no fraction, that tell nothing: "98 percent".
const FEW: usize = 2;

/// From here on two digits of money tell all the same: "$14 billion".
const LARGE: f64 = 1_000.0;

/// How far apart the bounds of a number lie that is told as rough, as a factor; wider ones are "hundreds".
const ROUGH: f64 = 1.4;

/// Numbers are one that differ by less than this share of them: by how they are reckoned.
const SAME: f64 = 1e-6;

/// A number with what it counts, as a statement tells it itself and not by the way.
#[derive(Clone, Copy)]
pub(super) struct Figure {
    value: f64,
    /// The digest of its unit.
    unit: u64,
    /// Its digits but for noughts at either end, where they tell which event it is of; 0 where they don't.
    digits: usize,
}

/// What two statements' figures have in common.
#[derive(Clone, Copy, Default)]
pub(crate) struct SharedFigures {
    /// How many both have.
    pub count: usize,
    /// Digits of those that tell which event it is of.
    pub digits: usize,
}

/// The exact numbers of named things in a statement, but for those within ranges of its text that are said by the way.
pub(super) fn figures(statement: &Statement, aside: &[Range<usize>], byte: impl Fn(u32) -> usize) -> Vec<Figure> {
    let mut found = Vec::new();
    for quantity in &statement.quantities {
        let value = match (quantity.low, quantity.high) {
            (Some(low), Some(high)) if high <= low * ROUGH => f64::midpoint(low, high),
            (Some(told), None) | (None, Some(told)) => told,
            _ => continue,
        };
        let at = byte(quantity.span.start);
        if quantity.unit.is_empty() || is_in(COMMON, &quantity.unit) || aside.iter().any(|range| range.contains(&at)) {
            continue;
        }
        let digits = digits(value);
        let whole = value.fract() == 0.0;
        let tells = (value >= LEAST || !whole)
            && (digits > FEW || value >= LARGE || !whole || !is_in(MEASURED, &quantity.unit));
        found.push(Figure {
            value,
            unit: ids::digest([quantity.unit.as_str()]),
            digits: if tells { digits } else { 0 },
        });
    }
    found
}

/// Digits of a number that are looked at.
const DIGITS: i32 = 6;

/// How many digits a number has, but for noughts at either end, to six of them: 7.85 billion has three, 30,000 one.
fn digits(value: f64) -> usize {
    if !value.is_normal() {
        return 0;
    }
    let places = value.abs().log10().floor() as i32;
    let mut told = (value.abs() * 10f64.powi(DIGITS - 1 - places)).round() as u64;
    while told > 0 && told.is_multiple_of(10) {
        told /= 10;
    }
    std::iter::successors(Some(told), |told| Some(told / 10)).take_while(|told| *told > 0).count()
}

impl Content<'_> {
    /// The exact numbers of one thing that both tell.
    pub(crate) fn figures_shared_with(&self, other: &Self) -> SharedFigures {
        let one = |a: &Figure, b: &Figure| a.unit == b.unit && (a.value - b.value).abs() <= SAME * a.value.abs();
        let mut shared = SharedFigures::default();
        for figure in self.amounts.iter().filter(|figure| other.amounts.iter().any(|theirs| one(figure, theirs))) {
            shared.count += 1;
            shared.digits += figure.digits;
        }
        shared
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_told_but_for_noughts_at_the_ends() {
        for (value, expected) in [
            (7.85e9, 3),
            (30_000.0, 1),
            (6_104.0, 4),
            (0.25, 2),
            (1_020.0, 3),
            (5.0, 1),
            (0.0, 0),
            (1e300, 1),
            (999_999.9, 1),
        ] {
            assert_eq!(digits(value), expected, "{value}");
        }
    }
}
