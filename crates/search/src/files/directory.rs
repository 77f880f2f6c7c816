use serde::Serialize;

use super::layout::Layout;
use crate::text::common_words;

/// Where the leaves of the term directory lie, in their order: for who fetches the leaves of a query's words before the
/// engine is there to say which it needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Directory {
    /// What the first key of each leaf begins with; keys are in the order of their bytes, and begin with the stem of a
    /// folded word.
    pub firsts: Vec<String>,
    /// Bytes of each leaf. Those of one file follow each other.
    pub bytes: Vec<u32>,
    /// How many leaves each file has; the last may have fewer.
    pub per_file: u32,
    /// Names of the files.
    pub files: Vec<String>,
    /// Folded words that are not looked up where a query has others.
    pub common: Vec<&'static str>,
}

impl Directory {
    /// The directory of an index that is cut into files.
    pub(crate) fn of(layout: &Layout) -> Self {
        let files = layout.leaves.len().div_ceil(layout.leaves_per_file.max(1) as usize);
        Self {
            firsts: layout.leaves.clone(),
            bytes: layout.leaf_bytes.clone(),
            per_file: layout.leaves_per_file,
            files: (0..files).map(|file| layout.leaf_name(file)).collect(),
            common: common_words().collect(),
        }
    }
}
