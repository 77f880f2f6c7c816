use crate::files::List;

/// What a word of a query is taken for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sense {
    /// The forms in the directory.
    pub(crate) forms: Vec<String>,
    /// The entries it stands in, or is related to: those in the heads of the lists, or all.
    pub(crate) list: List,
    /// For each of them its weight; empty where all weigh 1.
    pub(crate) weights: Vec<f32>,
    /// In how many documents it stands, as far as the directory tells.
    pub(crate) documents: u32,
    /// The form that was read in place of the one that was typed; `None` where that one was.
    pub(crate) mended: Option<String>,
}
