//! What the weights of the pair decision are learned from: `cargo xtask train`.

use model::cores::OneCore;
use model::{Annotated, Corpus};

use crate::findings::Findings;
use crate::ground::linkage::Link;
use crate::{claims, entities, features, ground, stories};

/// What speaks for and against one pair of statements.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// The first statement: index of its document as given, and of the statement in it.
    pub a: (u32, u32),
    /// The second.
    pub b: (u32, u32),
    /// In the order of [`kinds`].
    pub evidence: Vec<f32>,
    /// In the order of [`likeness_kinds`], of two reports' statements of which nothing says that they are two things; else empty.
    pub likeness: Vec<f32>,
}

/// What each kind of evidence is called, and whether it may speak for (1) or against (-1) it, or either way (0).
pub fn kinds() -> &'static [(&'static str, i8)] {
    &claims::KINDS_OF_EVIDENCE
}

/// All pairs of statements that share words enough to be looked at closely.
pub fn weighed(documents: &[Annotated], corpus: &Corpus) -> Vec<Weighed> {
    let findings = Findings::new(&OneCore, documents, corpus);
    let Findings { reports, space, .. } = &findings;
    let near = claims::candidates(space, stories::compared(&OneCore, space, &stories::anew).near);
    let place = |index: u32| {
        let place = reports.places[index as usize];
        (reports.given(place.document), place.statement)
    };
    let nearest = claims::Nearest::new(space, &near);
    let mut told = claims::Told::default();
    let weighed = near.iter().map(|link| {
        let evidence = nearest.evidence(space, link);
        let likely = Link { score: claims::likelihood(&evidence), ..*link };
        let likeness = told.likeness(&findings, likely, &evidence);
        let likeness = likeness.map_or_else(Vec::new, |likeness| likeness.to_vec());
        Weighed { a: place(link.a), b: place(link.b), evidence: evidence.to_vec(), likeness }
    });
    weighed.collect()
}

/// What each kind of likeness is called, and whether it may speak for (1) or against (-1) it, or either way (0).
pub fn likeness_kinds() -> &'static [(&'static str, i8)] {
    &claims::KINDS_OF_LIKENESS
}

/// What each kind of evidence for one story is called, and whether it may speak for (1) or against (-1) it, or either way
/// (0).
pub fn story_kinds() -> &'static [(&'static str, i8)] {
    &stories::KINDS_OF_EVIDENCE
}

/// The evidence for one story of each pair of statements of two documents that are compared; `take` gets both and it.
pub fn story_pairs(documents: &[Annotated], corpus: &Corpus, take: &mut dyn FnMut(Weighed)) {
    let reports = ground::reports::Reports::new(documents);
    let entities = entities::Entities::new(&reports, corpus);
    let space = features::space(&OneCore, &reports, &entities);
    let place = |index: u32| {
        let place = reports.places[index as usize];
        (reports.given(place.document), place.statement)
    };
    stories::weighed(&space, &mut |a, b, e| {
        take(Weighed { a: place(a), b: place(b), evidence: e.to_vec(), likeness: Vec::new() })
    });
}

/// The statements of each story as `weights` draw them (in the order of [`story_kinds`]): index of the document as given,
/// and of the statement in it.
pub fn stories(documents: &[Annotated], corpus: &Corpus, weights: &[f32]) -> Vec<Vec<(u32, u32)>> {
    let findings = Findings::new(&OneCore, documents, corpus);
    let weights: [f32; stories::KINDS] = std::array::from_fn(|at| weights.get(at).copied().unwrap_or_default());
    let compared = stories::compared_by(&OneCore, &findings.space, &weights);
    let scenes = stories::by_scene(&findings.space, &findings.scenes, compared.groups);
    let core = |findings: &Findings<'_>, groups: &[&[u32]], certain: &claims::Certain| {
        groups.iter().map(|group| claims::cored(findings, group, certain)).collect()
    };
    let (_, stories) = claims::claims(&OneCore, &findings, scenes, compared.near, (&claims::hold, &core));
    let place = |&index: &u32| {
        let place = findings.reports.places[index as usize];
        (findings.reports.given(place.document), place.statement)
    };
    stories.iter().map(|story| story.iter().map(place).collect()).collect()
}
