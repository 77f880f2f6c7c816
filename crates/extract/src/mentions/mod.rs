//! Who and what is named, with short forms tied to the full name.

use model::{Corpus, Mention};

use crate::prose::Prose;

/// The people, organisations and places that a document names, in order.
pub(crate) fn find(_prose: &Prose<'_>, _corpus: &Corpus) -> Vec<Mention> {
    Vec::new()
}
