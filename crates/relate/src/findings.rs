//! All that is known of the documents when claims are put together.

use model::{Annotated, Corpus};

use crate::agreement::Houses;
use crate::entities::Entities;
use crate::features::{self, Space};
use crate::ground::reports::Reports;
use crate::ground::subjects::Subjects;
use crate::sources::Sources;

/// All that is known of the documents when claims are put together.
pub(crate) struct Findings<'a> {
    pub reports: Reports<'a>,
    pub entities: Entities,
    pub sources: Sources,
    pub space: Space,
    pub houses: Houses,
    pub subjects: Subjects,
}

impl<'a> Findings<'a> {
    pub(crate) fn new(documents: &'a [Annotated], corpus: &Corpus) -> Self {
        let reports = Reports::new(documents);
        let entities = Entities::new(&reports, corpus);
        let space = features::space(&reports, &entities);
        let sources = Sources::new(&reports, &entities);
        let houses = Houses::new(&reports, &entities);
        let subjects = Subjects::new(&reports, space.areas.iter().map(|area| area.documents.as_slice()));
        Self { reports, entities, sources, space, houses, subjects }
    }
}
