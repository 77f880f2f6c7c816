use std::ops::Range;

use model::{Commitment, Span};
use serde::{Deserialize, Serialize};

use crate::files::Part;
use crate::{Entry, Kind, SuggestionKind};

/// The order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// The best first.
    #[default]
    Relevance,
    /// The newest first, undated last.
    Newest,
    /// The oldest first, undated last.
    Oldest,
}

/// A search: the words, and what narrows them.
///
/// Values of one facet are alternatives; facets narrow one another. An empty list does not narrow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// What was typed, in the query language of [`crate::Query`].
    pub query: String,
    /// Kinds to keep.
    pub kinds: Vec<Kind>,
    /// Outlets to keep, written as in the corpus; the empty string stands for "unknown".
    pub outlets: Vec<String>,
    /// Commitments to keep.
    pub commitments: Vec<Commitment>,
    /// Years of publication to keep.
    pub years: Vec<i32>,
    /// The order.
    pub sort: Sort,
    /// How many results to pass over.
    pub offset: u32,
    /// How many results to give.
    pub limit: u32,
    /// Whether the last word may still be being typed: then what begins with it is found as well.
    pub typing: bool,
    /// Whether words are searched exactly as typed: nothing mended.
    pub exact: bool,
}

impl Request {
    /// The first ten results for some words, by relevance.
    pub fn new(query: impl Into<String>) -> Self {
        Self {
            query: query.into(),
            kinds: Vec::new(),
            outlets: Vec::new(),
            commitments: Vec::new(),
            years: Vec::new(),
            sort: Sort::Relevance,
            offset: 0,
            limit: 10,
            typing: true,
            exact: false,
        }
    }
}

/// What comes of a search: an answer, or what is missing for one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Step {
    /// Fetch these side by side, supply them, and search again.
    Need(Vec<Part>),
    /// The answer.
    Done(Box<Response>),
}

/// What comes of ranking whole documents.
#[derive(Clone, Debug, PartialEq)]
pub enum Documents {
    /// Fetch these side by side, supply them, and ask again.
    Need(Vec<Part>),
    /// Ids of the documents with their scores, best first.
    Done(Vec<(String, f32)>),
}

/// One result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// What was found; [`Entry::text`] is whole.
    pub entry: Entry,
    /// The best part of the text in code points of [`Entry::text`]: the excerpt. Cut short where it does not begin or end with the text.
    pub excerpt: Span,
    /// The words found in the text, in code points of [`Entry::text`], in order.
    pub marks: Vec<Span>,
    /// The words found in the title, in code points of [`Entry::title`], in order.
    pub title_marks: Vec<Span>,
    /// Where a link lands: the best words, in code points of the document's text. `None` where the entry has no span.
    pub target: Option<Span>,
    /// How well it answers; comparable within one response only.
    pub score: f32,
}

impl Hit {
    /// The excerpt's words, with the bytes of each mark within it.
    pub fn excerpt_text(&self) -> (&str, Vec<Range<usize>>) {
        let text = model::Text::new(&self.entry.text);
        let start = text.byte(self.excerpt.start);
        let inside = self.marks.iter().filter(|mark| self.excerpt.contains(**mark));
        let marks = inside.map(|mark| text.byte(mark.start) - start..text.byte(mark.end) - start).collect();
        (text.cut(self.excerpt), marks)
    }
}

/// How many results there are for each value of each facet, were only that facet's own choice lifted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Results of each kind, in the order of [`Kind::ALL`].
    pub kinds: [u32; 4],
    /// Results of each commitment, in the order of [`Commitment::ALL`]; a result with several counts for each.
    pub commitments: [u32; 5],
    /// Results of each outlet, the most frequent first; the empty string stands for "unknown".
    pub outlets: Vec<(String, u32)>,
    /// Results of each year of publication, rising.
    pub years: Vec<(i32, u32)>,
}

/// A word that was read as another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// As typed.
    pub typed: String,
    /// As searched.
    pub read: String,
}

/// The answer to a [`Request`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// The results asked for.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: u32,
    /// How many documents they stand in.
    pub documents: u32,
    /// Whether totals and counts are of everything; otherwise they are of the best entries only, and `more` makes them whole.
    pub complete: bool,
    /// What to fetch for the rest of the counts and results; empty where the response is complete.
    pub more: Vec<Part>,
    /// Counts for every facet value.
    pub counts: Counts,
    /// Words that nothing was searched for: too common beside the others.
    pub left_out: Vec<String>,
    /// Words that occur nowhere, though others do.
    pub unknown: Vec<String>,
    /// Words that were read as a choice of a facet, as typed: "denied", "who said".
    pub read_as_facets: Vec<String>,
    /// Fields that there are none of, as typed: what stands behind them was searched as words.
    pub unknown_fields: Vec<String>,
    /// What was to stand together and does so nowhere: searched as words.
    pub relaxed: Vec<String>,
    /// Words that were read as others: "showing …; search instead for …".
    pub corrections: Vec<Correction>,
    /// The query as it was searched, corrections put in; empty where nothing was corrected.
    pub corrected: String,
}

/// One line of the combobox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    /// What to search for when it is taken.
    pub text: String,
    /// What it is.
    pub kind: SuggestionKind,
    /// The part that matches what was typed, in code points of `text`.
    pub mark: Span,
}

/// What comes of asking for suggestions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Suggest {
    /// Fetch these side by side, supply them, and ask again.
    Need(Vec<Part>),
    /// The suggestions, best first.
    Done(Vec<Suggestion>),
}
