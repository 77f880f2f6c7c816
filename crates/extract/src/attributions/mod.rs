//! Who says what: source, cue, content.

use model::{Attribution, Mention};

use crate::prose::Prose;

/// The attributions of a document, in order of their content.
pub(crate) fn find(_prose: &Prose<'_>, _mentions: &[Mention]) -> Vec<Attribution> {
    Vec::new()
}
