//! Numbers of the same things that cannot both be right.

use std::collections::{BTreeMap, BTreeSet};

use model::{Day, Discrepancy, DiscrepancyKind, Quantity, Span, When};

use super::scene::{Given, Scene, settle};
use crate::ground::frame::terms_of;
use crate::ground::words::{fold, is_in, words};

/// How far a rough figure may lie off.
const ROUGH: f64 = 0.15;

/// Words around a number that make it a part, a sum or a share of what another number counts.
const PARTS: &str = "another other others more additional further remaining including among first second third next rest \
    only each every per extra further latest new former total overall combined altogether collectively cumulative";

/// One number with what it counts.
struct Count<'a> {
    quantity: &'a Quantity,
    /// When the statement has it so.
    when: Option<&'a When>,
    /// Other numbers of the statement that count nothing: "pier 9" is another thing than "pier 18".
    labels: BTreeSet<String>,
}

/// One discrepancy for each kind of thing on whose number two documents disagree.
pub(super) fn numbers(scene: &Scene<'_>) -> Vec<Discrepancy> {
    let mut by_things: BTreeMap<Vec<String>, Vec<Given<Count<'_>>>> = BTreeMap::new();
    for (member, &place) in scene.places.iter().enumerate() {
        let statement = scene.reports.statement(place);
        for quantity in &statement.quantities {
            if let Some(things) = things(scene, member, quantity) {
                let others: Vec<Span> = statement.quantities.iter().map(|other| other.span).collect();
                let without: Vec<Span> = others.into_iter().chain(statement.time_span).collect();
                let count = Count { quantity, when: statement.time.as_ref(), labels: labels(scene, member) };
                by_things.entry(things).or_default().push(scene.given(member, quantity.span, count, &without));
            }
        }
    }
    by_things.into_values().filter_map(|given| discrepancy(scene, &given)).collect()
}

/// The numbers of a statement that neither count anything nor tell when.
fn labels(scene: &Scene<'_>, member: usize) -> BTreeSet<String> {
    let place = scene.places[member];
    let statement = scene.reports.statement(place);
    let text = scene.reports.words_of(place);
    let counts = statement.quantities.iter().filter(|quantity| !quantity.unit.is_empty()).map(|quantity| quantity.span);
    let told: Vec<Span> = counts.chain(statement.time_span).collect();
    let at = |byte: usize| statement.span.start + text[..byte].chars().count() as u32;
    let numbers = words(text).into_iter().filter(|word| word.text.starts_with(|c: char| c.is_ascii_digit()));
    let loose =
        numbers.filter(|word| !told.iter().any(|span| span.start <= at(word.start) && at(word.start) < span.end));
    loose.map(|word| word.text.to_owned()).collect()
}

/// What a number counts, with all that describes it there; `None` where it counts days or nothing, is no one number, or is
/// a part of something.
fn things(scene: &Scene<'_>, member: usize, quantity: &Quantity) -> Option<Vec<String>> {
    let place = scene.places[member];
    let statement = scene.reports.statement(place);
    let counts = !quantity.unit.is_empty() && !is_time(&quantity.unit);
    let single = quantity.low.zip(quantity.high).is_some_and(|(low, high)| low.total_cmp(&high).is_eq());
    if !counts || !single || quantity.rough || quantity.span.end > statement.span.end {
        return None;
    }
    let start = statement.span.start.min(quantity.span.start);
    let before = words(scene.reports.cut(place.document, Span::new(start, quantity.span.start)));
    let text = scene.reports.cut(place.document, Span::new(quantity.span.start, statement.span.end));
    let after = words(text);
    let is_part = |word: &str| is_in(PARTS, word);
    let near = before.iter().rev().take(3).chain(after.iter().take(6)).map(|w| fold(w.text));
    let of_more = after
        .iter()
        .take(4)
        .zip(after.iter().skip(1))
        .any(|(a, b)| a.text == "of" && is_in("the them whom those these its his their", &fold(b.text)));
    // "Two men and a woman", "four people, two of them boys": a part of them, or the whole of it.
    let others = after.iter().take(4).zip(after.iter().skip(1)).any(|(a, b)| {
        a.text == "and"
            && (matches!(&*fold(b.text), "a" | "an" | "one") || crate::ground::frame::is_number(&fold(b.text)))
    });
    let alike = statement.quantities.iter().filter(|other| other.unit == quantity.unit).count();
    if near.into_iter().any(|word| is_part(&word)) || of_more || others || alike > 1 {
        return None;
    }
    // The noun phrase: what stands in the quantity itself, and what follows it up to a word of grammar.
    let inside = scene.reports.cut(place.document, quantity.span);
    let mut things: Vec<String> = terms_of(inside);
    let rest = scene.reports.cut(place.document, Span::new(quantity.span.end, statement.span.end));
    let follows = words(rest).into_iter().take(3).take_while(|w| !crate::ground::lexicon::is_empty_word(&fold(w.text)));
    let verb = statement.clause.as_ref().map(|clause| clause.verb);
    for word in follows {
        let at = quantity.span.end + rest[..word.start].chars().count() as u32;
        let marked = rest[..word.start].contains([',', ';', '(', ':', '—', '–', '“', '"']);
        if marked || verb.is_some_and(|verb| verb.start <= at && at < verb.end) || word.text.ends_with("ed") {
            break;
        }
        things.extend(terms_of(word.text));
    }
    model::order::sort(&mut things);
    things.dedup();
    Some(things).filter(|things| !things.is_empty())
}

/// Days and years tell when, which is compared as a date.
fn is_time(unit: &str) -> bool {
    is_in("year month week day hour minute second century decade ordinal", unit)
}

fn discrepancy(scene: &Scene<'_>, given: &[Given<Count<'_>>]) -> Option<Discrepancy> {
    let disputed: Vec<&Given<Count<'_>>> =
        scene.disputed(given, |a, b| meet(a, b)).into_iter().map(|at| &given[at]).collect();
    let values = disputed.iter().map(|given| scene.reading(given.member, given.span, value(given.value.quantity)));
    let values = settle(values.collect());
    (values.len() > 1).then(|| Discrepancy {
        kind: DiscrepancyKind::Number,
        about: disputed[0].value.quantity.unit.clone(),
        update: is_update(scene, &disputed),
        values,
    })
}

/// Whether both can be right: they mean the same number, or count on different days.
fn meet(a: &Count<'_>, b: &Count<'_>) -> bool {
    let (a_low, a_high) = bounds(a.quantity);
    let (b_low, b_high) = bounds(b.quantity);
    let other_day = a.when.zip(b.when).is_some_and(|(a, b)| !a.meets(b));
    let other_thing = !a.labels.is_empty() && !b.labels.is_empty() && a.labels != b.labels;
    other_day || other_thing || a_low <= b_high && b_low <= a_high
}

fn bounds(q: &Quantity) -> (f64, f64) {
    let slack = if q.rough { ROUGH } else { 0.0 };
    let low = q.low.map_or(f64::NEG_INFINITY, |low| low - low.abs() * slack);
    let high = q.high.map_or(f64::INFINITY, |high| high + high.abs() * slack);
    (low, high)
}

/// Days between reports beyond which a figure is counted anew.
const LATER: i32 = 14;

/// Whether the figure is counted anew weeks later, or only rises from one day of publication to the next: a count that is
/// kept up to date.
fn is_update(scene: &Scene<'_>, given: &[&Given<Count<'_>>]) -> bool {
    let mut by_day: BTreeMap<Day, Vec<&Quantity>> = BTreeMap::new();
    for given in given {
        let Some(day) = scene.reports.published(scene.places[given.member].document) else { return false };
        by_day.entry(day).or_default().push(given.value.quantity);
    }
    let same = |a: &Quantity, b: &Quantity| bounds(a).0 <= bounds(b).1 && bounds(b).0 <= bounds(a).1;
    let one_figure_a_day = by_day.values().all(|q| q.iter().all(|a| q.iter().all(|b| same(a, b))));
    let tops: Vec<f64> = by_day.values().filter_map(|q| q.iter().map(|q| bounds(q).0).max_by(f64::total_cmp)).collect();
    let apart = by_day.first_key_value().zip(by_day.last_key_value()).map_or(0, |(first, last)| last.0.0 - first.0.0);
    one_figure_a_day && by_day.len() > 1 && (tops.is_sorted() || apart > LATER)
}

/// The number as it can be compared.
fn value(q: &Quantity) -> String {
    q.low.map_or_else(String::new, |low| format!("{low}"))
}
