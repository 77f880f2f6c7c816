//! On what the statements of a claim do not agree.
//!
//! Two values differ only where they fill the same place in the same thing said (`frame`): with the values taken out, what
//! is left of both statements has to be the same. Two documents disagree where nothing that the one gives fits anything
//! that the other gives.

mod actors;
mod dates;
mod drift;
mod numbers;
mod places;
mod scene;
mod stances;

use model::Discrepancy;

use crate::findings::Findings;
use scene::Scene;

pub(crate) use drift::{utterances, wordings as drifts};

/// Discrepancies of number, date, place, actor and commitment among the statements `group`.
pub(crate) fn discrepancies(findings: &Findings<'_>, group: &[u32]) -> Vec<Discrepancy> {
    let reports = &findings.reports;
    let document = |index: &u32| reports.places[*index as usize].document;
    if group.iter().all(|index| document(index) == document(&group[0])) {
        return Vec::new();
    }
    let scene = Scene {
        reports,
        entities: &findings.entities,
        places: group.iter().map(|&index| reports.places[index as usize]).collect(),
    };
    let mut found = numbers::numbers(&scene);
    found.extend(dates::dates(&scene));
    found.extend(places::places(&scene));
    found.extend(actors::actors(&scene));
    found.extend(stances::stances(&scene));
    found
}
