/// What counts how much. The values were chosen on collections of questions with judged answers, each left out in turn and
/// ranked by what the others chose; see docs/search.md.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weights {
    /// How soon a further occurrence of a word in a passage adds little (BM25's k1).
    pub passage_k1: f32,
    /// How much the length of a passage counts against it (BM25's b).
    pub passage_b: f32,
    /// k1 for the whole document.
    pub document_k1: f32,
    /// b for the whole document.
    pub document_b: f32,
    /// The share of the whole document in a score; the rest is the passage's.
    pub document: f32,
    /// What an occurrence in the title weighs beside one in the text.
    pub title: f32,
    /// What a word weighs that stands in most of the nearest passages and not in this one.
    pub related: f32,
    /// What a word weighs that stands in some of the nearest passages and not in this one.
    pub akin: f32,
    /// What it adds that a word of a passage stands in most of the nearest as well.
    pub shared: f32,
    /// What two words of the query in a row weigh.
    pub ordered: f32,
    /// What two words of the query within a window weigh.
    pub unordered: f32,
    /// How soon further such pairs add little.
    pub pairs_k1: f32,
    /// How much it counts to have many of the words.
    pub coverage: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            passage_k1: 1.5,
            passage_b: 0.6,
            document_k1: 2.5,
            document_b: 0.65,
            document: 0.4,
            title: 2.0,
            related: 1.0,
            akin: 0.5,
            shared: 0.55,
            ordered: 0.45,
            unordered: 0.6,
            pairs_k1: 2.0,
            coverage: 0.35,
        }
    }
}
