//! How a clock time, a length of time and a bounded date are written.

use model::{Grain, When};

use crate::times::calendar::units::Unit;
use crate::times::lexing::cursor::Cursor;
use crate::times::lexing::lexicon::Lex;
use crate::times::meaning::{Amount, Clock};

/// What stands behind the date for a time of day.
pub(in crate::times) fn clock_value(clock: Clock) -> String {
    let minute = clock.minute.unwrap_or(0);
    let second = clock.second.map_or_else(String::new, |second| format!(":{second:02}"));
    let zone = if clock.universal { "Z" } else { "" };
    format!("T{:02}:{minute:02}{second}{zone}", clock.hour)
}

/// The first side of an interval, or the date itself.
pub(in crate::times) fn start_of(edtf: &str) -> &str {
    edtf.split('/').next().unwrap_or(edtf)
}

/// The word that leads a date; "prior to" is a "before".
pub(in crate::times) fn leading(c: &Cursor, first: usize) -> Lex {
    match c.before(first) {
        Lex::To if first >= 2 && c.is(first - 2, Lex::Previous) => Lex::Before,
        // "on or before"
        Lex::Before if first >= 3 && c.any(first - 2, &["or"]) && c.is(first - 3, Lex::On) => Lex::By,
        other => other,
    }
}

/// What a word before the date makes of its interval: "by" and "until" leave the start open, "since" and "after" the
/// end.
pub(in crate::times) fn bounded(when: When, before: Lex) -> When {
    let (Some(first), Some(last)) = (when.first, when.last) else { return when };
    let open = |edtf: String, first, last| When { edtf, first, last, grain: Grain::Vague };
    match before {
        Lex::By | Lex::Until => open(format!("../{last}"), None, Some(last)),
        Lex::Since => open(format!("{}/..", start_of(&when.edtf)), Some(first), None),
        Lex::Before => open(format!("../{}", first.plus(-1)), None, Some(first.plus(-1))),
        Lex::About if !when.edtf.contains(['/', '~']) => When { edtf: format!("{}~", when.edtf), ..when },
        Lex::After => open(format!("{}/..", last.plus(1)), Some(last.plus(1)), None),
        _ => when,
    }
}

/// The TIMEX3 value of a length of time.
pub(in crate::times) fn length_value(lengths: &[(Amount, Unit)]) -> String {
    let (mut date, mut time) = (String::new(), String::new());
    for &(amount, unit) in lengths {
        let (amount, unit) = whole_units(amount, unit);
        let (times, letter, clock) = unit.code();
        let number = match amount {
            Amount::Known(n) => format!("{}", n * times),
            Amount::Vague => "X".to_owned(),
        };
        let part = if clock { &mut time } else { &mut date };
        part.push_str(&number);
        part.push_str(letter);
    }
    if time.is_empty() { format!("P{date}") } else { format!("P{date}T{time}") }
}

/// Half of a unit in the next smaller one, where that is a whole number.
fn whole_units(amount: Amount, unit: Unit) -> (Amount, Unit) {
    match (amount, unit) {
        (Amount::Known(0.5), Unit::Hour) => (Amount::Known(30.0), Unit::Minute),
        (Amount::Known(0.5), Unit::Minute) => (Amount::Known(30.0), Unit::Second),
        (Amount::Known(0.5), Unit::Day) => (Amount::Known(12.0), Unit::Hour),
        (Amount::Known(0.5), Unit::Year) => (Amount::Known(6.0), Unit::Month),
        other => other,
    }
}
