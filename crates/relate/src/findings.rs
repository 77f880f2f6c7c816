//! All that is known of the documents when claims are put together.

use crate::agreement::Houses;
use crate::entities::Entities;
use crate::features::Space;
use crate::ground::reports::Reports;
use crate::ground::subjects::Subjects;
use crate::sources::Sources;

/// All that is known of the documents when claims are put together.
pub(crate) struct Findings<'a> {
    pub reports: &'a Reports<'a>,
    pub entities: &'a Entities,
    pub sources: &'a Sources,
    pub space: &'a Space,
    pub houses: &'a Houses,
    pub subjects: &'a Subjects,
}
