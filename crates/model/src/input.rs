use serde::{Deserialize, Serialize};

use crate::{FilePlace, Original, When};

/// One report as it was read: the text, and what came with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Input {
    /// The file's name without its ending, or the `id` of a JSON line.
    pub id: String,
    /// The text, as it was found.
    pub text: String,
    /// Which paragraphs of the text are the words under pictures, where that was told.
    pub captions: Vec<String>,
    /// Its title, where it was given beside the text.
    pub title: Option<String>,
    /// Who published it, where that was given.
    pub outlet: Option<String>,
    /// Who wrote it, where that was given.
    pub authors: Vec<String>,
    /// When it was published, where that was given.
    pub published: Option<When>,
    /// Where it can be read.
    pub url: Option<String>,
    /// `brief`, `report`, `analysis` or another word of the corpus's own.
    pub kind: Option<String>,
    /// For a brief: the report that it retells.
    pub original: Option<Original>,
    /// Its language as a BCP 47 tag, where that was given: it counts where the text is too short to tell.
    pub language: Option<String>,
    /// The files that it stood in.
    pub places: Vec<FilePlace>,
}
