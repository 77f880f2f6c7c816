//! Which statements tell of one event or matter: the groups of each area.
//!
//! Within an area each statement is compared with each; pairs that share next to nothing count as unlike.

use super::cohesion::{THRESHOLD, core, lengths, regrouped};
use super::joined::joined;
use super::links::{Links, Weights, learned, links};
use crate::features::{Area, Features, Space};
use crate::ground::linkage::{self, Link};
use model::cores::{Cores, map};

/// What came of comparing the statements of each area, as indices into [`Space::statements`].
#[derive(Debug, PartialEq)]
pub(crate) struct Compared {
    /// The statements of each story; each rising, and in order of their first.
    pub groups: Vec<Vec<u32>>,
    /// The pairs that share words enough to be looked at closely, with the cosine of their words and sentences.
    pub near: Vec<Link>,
}

/// Compares some statements of an area (documents and statements as indices, rising) with each other; the result counts
/// these from 0.
pub(crate) type Compare<'a> = dyn Fn(&Space, &[u32], &[u32]) -> Compared + Sync + 'a;

/// Compares by the weights of the table.
pub(crate) fn anew(space: &Space, documents: &[u32], indices: &[u32]) -> Compared {
    grouped(space, documents, indices, &learned())
}

/// Puts the statements together that tell of one event or matter, by other weights than those of the table.
pub(crate) fn compared_by(cores: &dyn Cores, space: &Space, weights: &Weights) -> Compared {
    compared(cores, space, &|space, documents, indices| grouped(space, documents, indices, weights))
}

/// Puts the statements together that tell of one event or matter.
pub(crate) fn compared(cores: &dyn Cores, space: &Space, compare: &Compare<'_>) -> Compared {
    // Only a single document has more, and what a book says twice is not what is looked for.
    let parts: Vec<(&Area, &[u32])> = space
        .areas
        .iter()
        .flat_map(|area| area.statements.chunks(linkage::DENSE).map(move |part| (area, part)))
        .collect();
    let made = map(cores, parts.len(), |at| compare(space, &parts[at].0.documents, parts[at].1));
    let mut compared = Compared { groups: Vec::new(), near: Vec::new() };
    for ((_, indices), Compared { mut groups, near }) in parts.into_iter().zip(made) {
        groups.iter_mut().flatten().for_each(|at| *at = indices[*at as usize]);
        compared.groups.extend(groups);
        let near = near.into_iter();
        compared.near.extend(near.map(|link| Link {
            a: indices[link.a as usize],
            b: indices[link.b as usize],
            ..link
        }));
    }
    model::order::sort(&mut compared.groups);
    compared
}

/// The pairs of an area that are at least as likely as `least` to say the same, as indices into [`Space::statements`].
pub(crate) fn likely(space: &Space, area: &Area, least: f32) -> Vec<Link> {
    let mut found = Vec::new();
    for part in area.statements.chunks(linkage::DENSE) {
        let statements: Vec<&Features> = part.iter().map(|&s| &space.statements[s as usize]).collect();
        let likely = links(space, &area.documents, &statements, &learned(), None)
            .all
            .into_iter()
            .filter(|link| link.score >= least);
        found.extend(likely.map(|link| Link { a: part[link.a as usize], b: part[link.b as usize], ..link }));
    }
    found
}

/// The groups among some statements of an area, and its near pairs, as positions among these statements.
fn grouped(space: &Space, documents: &[u32], indices: &[u32], weights: &Weights) -> Compared {
    let statements: Vec<&Features> = indices.iter().map(|&s| &space.statements[s as usize]).collect();
    let Links { all, by_words, near } = links(space, documents, &statements, weights, None);
    let lengths = lengths(&statements);
    let mut found = Vec::new();
    let mut apart = Vec::new();
    for group in linkage::groups(statements.len(), &all, THRESHOLD) {
        let (core, rest) = core(&statements, &lengths, group);
        found.push(core);
        apart.extend(rest);
    }
    found.extend(regrouped(&mut apart, &by_words));
    found.retain(|group| !group.is_empty());
    let found = joined(&statements, &lengths, &all, found);
    Compared { groups: found, near }
}
