//! Across documents: claims, origins, discrepancies, expectations.

pub mod align;
mod alignment;
mod areas;
mod asides;
mod claims;
mod clusters;
mod countries;
mod discrepancies;
mod drift;
mod entities;
mod expectations;
mod features;
mod ids;
mod lexicon;
mod linkage;
mod origins;
mod pairs;
mod people;
mod reports;
mod reuse;
mod review;
mod similarity;
mod sources;
mod staff;
mod standing;
mod titles;
mod upstream;
mod vocabulary;
mod words;

pub use review::{Anchor, Decision, Review, ReviewError, correct, propose, review};

use model::{Annotated, Corpus, Relations};

/// Relates the statements of all documents to each other.
///
/// `documents` come in order of publication, undated ones last, ties by id; the indices in the result count them so.
/// Another order gives the same result under other indices.
pub fn relate(documents: &[Annotated], corpus: &Corpus) -> Relations {
    let reports = reports::Reports::new(documents);
    let entities = entities::Entities::new(&reports, corpus);
    let space = features::space(&reports, &entities);
    let groups = clusters::clusters(&space);
    let sources = sources::Sources::new(&reports, &entities, &groups);
    let findings = claims::Findings { reports: &reports, entities: &entities, sources: &sources, space: &space };
    let claims = claims::claims(&findings, &groups);
    let mut relations = Relations {
        claims,
        people: people::people(&reports, &entities),
        origins: sources.origins(),
        entities: entities.list,
    };
    reports.renumber(&mut relations);
    relations
}
