//! Across documents: stories, claims, origins, differences, outcomes.

mod agreement;
pub mod align;
mod assemble;
mod claims;
mod course;
mod differences;
mod entities;
mod features;
mod findings;
mod ground;
mod occasions;
mod origins;
mod outcomes;
mod review;
mod sources;
mod standing;
mod stories;
mod titles;

pub use review::{Anchor, Decision, Review, ReviewError, correct, propose, review};

use model::{Annotated, Corpus, Relations};

pub mod learning;

/// Puts documents in order of publication: undated ones last, ties by id.
pub fn put_in_order(documents: &mut [Annotated]) {
    documents.sort_by_cached_key(|annotated| {
        let document = &annotated.document;
        let day = document.published.as_ref().map(model::When::sort_day);
        (day.is_none(), day, document.id.clone())
    });
}

/// Relates the statements of all documents to each other.
///
/// `documents` come in order of publication, as [`put_in_order`] puts them; the indices in the result count them so.
/// Another order gives the same result under other indices.
pub fn relate(documents: &[Annotated], corpus: &Corpus) -> Relations {
    let reports = ground::reports::Reports::new(documents);
    let entities = entities::Entities::new(&reports, corpus);
    let space = features::space(&reports, &entities);
    let compared = stories::compared(&space);
    let (drawn, stories) = claims::claims(&space, compared.groups, compared.near);
    let sources = sources::Sources::new(&reports, &entities);
    let houses = agreement::Houses::new(&reports, &entities);
    let areas = space.areas.iter().map(|area| area.documents.as_slice());
    let subjects = ground::subjects::Subjects::new(&reports, areas);
    let findings = findings::Findings {
        reports: &reports,
        entities: &entities,
        sources: &sources,
        space: &space,
        houses: &houses,
        subjects: &subjects,
    };
    let ids = assemble::story_ids(&findings, &stories);
    let claims = assemble::claims(&findings, &drawn, &ids);
    let known = ids.into_iter().map(|(id, aliases)| (id, (aliases, None))).collect();
    let mut relations = Relations {
        stories: assemble::stories(Some(&findings), &claims, &known),
        claims,
        people: entities::people(&reports, &entities),
        origins: sources.origins(),
        entities: entities.list,
    };
    reports.renumber(&mut relations);
    relations
}
