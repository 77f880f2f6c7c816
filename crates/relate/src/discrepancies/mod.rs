//! On what the statements of a claim do not agree.

mod commitments;
mod dates;
mod numbers;

use model::{Discrepancy, Reading, Span};

use crate::entities::Entities;
use crate::reports::{Place, Reports};

/// All discrepancies of a claim's statements, by kind.
pub(crate) fn discrepancies(reports: &Reports<'_>, entities: &Entities, places: &[Place]) -> Vec<Discrepancy> {
    let scene = Scene { reports, entities, places };
    let mut found = numbers::numbers(&scene);
    found.extend(dates::dates(&scene));
    found.extend(commitments::commitments(&scene));
    found.sort_by(|a, b| (a.kind, &a.about).cmp(&(b.kind, &b.about)));
    found
}

/// What a comparison of statements looks at.
struct Scene<'a> {
    reports: &'a Reports<'a>,
    entities: &'a Entities,
    /// The claim's statements, by publication.
    places: &'a [Place],
}

impl Scene<'_> {
    /// A reading: the value with its words, given by the last holder of the statement.
    fn reading(&self, place: Place, span: Span, value: String) -> Reading {
        let by = self.reports.statement(place).holders.last().map_or("", |h| h.name.as_str());
        let by = if by.is_empty() { self.reports.own_name(place.document) } else { by };
        Reading { document: place.document, span, value, by: self.entities.shown(by).to_owned() }
    }
}

/// Readings by document and place, without what one document repeats.
fn settle(mut values: Vec<Reading>) -> Vec<Reading> {
    values.sort_by(|a, b| (a.document, a.span, &a.value).cmp(&(b.document, b.span, &b.value)));
    let mut kept: Vec<Reading> = Vec::new();
    for value in values {
        if !kept.iter().rev().take_while(|k| k.document == value.document).any(|k| k.value == value.value) {
            kept.push(value);
        }
    }
    kept
}
