//! On what the statements of a claim do not agree.
//!
//! Two statements are compared only where they share enough words: a claim on a large event holds statements on its
//! many sides. Two documents disagree where none of what the one gives fits any of what the other gives.

mod actors;
mod commitments;
mod dates;
mod drift;
mod numbers;
mod places;
mod scene;
mod wordings;

use std::borrow::Cow;

use model::Discrepancy;

use crate::findings::Findings;
use scene::Scene;

pub(crate) use drift::{utterances, wordings as drifts};

/// Discrepancies of number, date, place, actor, wording and commitment among the statements `group`; `origins` tells for each
/// the index of its origin.
pub(crate) fn discrepancies(findings: &Findings<'_>, group: &[u32], origins: &[u32]) -> Vec<Discrepancy> {
    let reports = findings.reports;
    let document = |index: &u32| reports.places[*index as usize].document;
    if group.iter().all(|index| document(index) == document(&group[0])) {
        return Vec::new();
    }
    let scene = Scene {
        reports,
        entities: findings.entities,
        places: group.iter().map(|&index| reports.places[index as usize]).collect(),
        terms: group.iter().map(|&index| Cow::Borrowed(&findings.space.statements[index as usize].terms)).collect(),
        origins,
    };
    let mut found = numbers::numbers(&scene);
    found.extend(dates::dates(&scene));
    found.extend(places::places(&scene));
    found.extend(actors::actors(&scene.without_names(findings, group), findings));
    found.extend(wordings::wordings(&scene, findings));
    found.extend(commitments::commitments(&scene));
    found
}
