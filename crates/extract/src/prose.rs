//! Prose: a document's text, read once into words, sentences and quotations.

use std::ops::Range;

use model::{Document, Role, Span, Text};

use crate::{
    grammar::{VerbGroup, groups},
    mentions::nickname,
    quotes::{self, Quotation},
    sentences::{self, Sentence},
    tagging, tags,
    words::Words,
};

/// What every later stage reads. All offsets are bytes or indices of words; [`Prose::span`] makes them code points.
#[derive(Clone, Debug)]
pub(crate) struct Prose<'a> {
    /// The text, with its code points counted.
    pub(crate) text: Text<'a>,
    /// Its words, furniture left out.
    pub(crate) words: Words<'a>,
    /// Its sentences, in order.
    pub(crate) sentences: Vec<Sentence>,
    /// The verb groups of each sentence.
    pub(crate) groups: Vec<Vec<VerbGroup>>,
    /// Whether each sentence stands beside the report: in a caption, a credit or a byline.
    pub(crate) beside: Vec<bool>,
    /// Its quotations, in order of their start.
    pub(crate) quotations: Vec<Quotation>,
}

impl<'a> Prose<'a> {
    /// Reads the document's passages, other than furniture.
    pub(crate) fn read(document: &'a Document) -> Self {
        let text = Text::new(&document.text);
        let passages: Vec<(usize, Range<usize>)> = document
            .passages
            .iter()
            .enumerate()
            .filter(|(_, passage)| passage.role != Role::Furniture)
            .map(|(index, passage)| (index, text.byte(passage.span.start)..text.byte(passage.span.end)))
            .filter(|(_, range)| range.start < range.end)
            .collect();
        let mut words = Words::split(text.as_str(), passages.iter().map(|(_, range)| range.clone()));
        let sentences = sentences::split(text.as_str(), &words, passages.iter().cloned());
        tagging::tag(&mut words, sentences.iter().map(|sentence| sentence.words.clone()));
        let paragraphs: Vec<Range<usize>> =
            passages.iter().map(|(_, range)| words.at(range.start)..words.at(range.end)).collect();
        // The marks of a nickname belong to the name: “Annie” in Anna “Annie” Berg is nobody's speech.
        let mut quotations = quotes::find(&words, &paragraphs);
        quotations.retain(|quotation| {
            let whole = quotation.words();
            let inside = nickname(&words, whole.start, words.len()).is_some_and(|end| end == whole.end);
            if inside {
                words.set_tag(whole.start, tags::Tag::Proper);
                words.set_tag(whole.end - 1, tags::Tag::Proper);
            }
            !inside
        });
        let groups = sentences.iter().map(|sentence| groups::find(&words, sentence.words.clone())).collect();
        let beside = |sentence: &Sentence| {
            let role = document.passages.get(sentence.passage).map(|passage| passage.role);
            matches!(role, Some(Role::Caption | Role::Credit | Role::Byline))
        };
        let beside = sentences.iter().map(beside).collect();
        Self { text, words, sentences, groups, beside, quotations }
    }

    /// The span, in code points, from the first to the last of some words; empty at the end where there are none.
    pub(crate) fn span(&self, words: Range<usize>) -> Span {
        let end = self.text.as_str().len();
        let start = self.words.get(words.start).map_or(end, |word| word.start);
        let stop = words.end.checked_sub(1).and_then(|last| self.words.get(last)).map_or(start, |word| word.end);
        self.text.span(start, stop.max(start))
    }

    /// The index of the sentence that holds the word at `index`.
    pub(crate) fn sentence_of(&self, index: usize) -> Option<usize> {
        let after = self.sentences.partition_point(|sentence| sentence.words.end <= index);
        self.sentences.get(after).filter(|sentence| sentence.words.contains(&index)).map(|_| after)
    }
}
