//! All that is known of the documents when claims are put together.

use model::cores::{Cores, both};
use model::{Annotated, Corpus, UnnamedOutlets};

use crate::agreement::Houses;
use crate::entities::{Entities, GivenNames};
use crate::features::{self, Scenes, Space};
use crate::ground::reports::Reports;
use crate::ground::subjects::Subjects;
use crate::sources::Sources;
use crate::titles::Sentences;

/// All that is known of the documents when claims are put together.
pub(crate) struct Findings<'a> {
    pub reports: Reports<'a>,
    pub entities: Entities,
    pub given: GivenNames,
    pub sources: Sources,
    pub space: Space,
    pub scenes: Scenes,
    pub houses: Houses,
    pub subjects: Subjects,
    pub sentences: Sentences,
    /// What is known of the houses of reports that name no outlet.
    pub unnamed: Unnamed,
}

/// What is known of the houses of reports that name no outlet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unnamed {
    /// Each is one of its own.
    Apart,
    /// Most reports name their outlet: one that does not is none of these, unless it names one.
    Few,
    /// Nothing.
    Unknown,
}

impl<'a> Findings<'a> {
    pub(crate) fn new(cores: &dyn Cores, documents: &'a [Annotated], corpus: &Corpus) -> Self {
        let reports = Reports::new(documents);
        let entities = Entities::new(&reports, corpus);
        let space = || features::space(cores, &reports, &entities);
        let (space, sources) = both(cores, space, || Sources::new(&reports, &entities));
        let houses = Houses::new(&reports, &entities);
        // Where no name stands in half of the documents they are about several things.
        let about_one = entities.list.iter().any(|entity| entity.documents.len() * 2 >= documents.len());
        let areas = space.areas.iter().map(|area| area.documents.as_slice());
        let subjects = Subjects::new(&reports, areas, about_one);
        let given = GivenNames::new(&entities, documents.len());
        let named = documents.iter().filter(|report| report.document.outlet.is_some()).count();
        let unnamed = match corpus.unnamed_outlets {
            UnnamedOutlets::Apart => Unnamed::Apart,
            UnnamedOutlets::Unknown if named * 2 > documents.len() => Unnamed::Few,
            UnnamedOutlets::Unknown => Unnamed::Unknown,
        };
        let scenes = Scenes::new(&space);
        let sentences = Sentences::new(reports.places.len());
        Self { reports, entities, given, sources, space, scenes, houses, subjects, sentences, unnamed }
    }
}
