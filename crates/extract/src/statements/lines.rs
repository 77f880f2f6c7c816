//! Which sentences are read: no headings, labels of the page, patter.

use model::Role;

use super::{Stage, labels};
use crate::{
    grammar::phrases::Clauses,
    opinions,
    sentences::Sentence,
    tags::{self, Tag},
};

/// At most this many lines at the top of a report are looked at as headlines.
const HEADLINES: usize = 6;

impl Stage<'_> {
    /// Whether a sentence can make statements.
    pub(super) fn is_read(&self, sentence: &Sentence) -> bool {
        let body = self.found.document.passages.get(sentence.passage).is_some_and(|passage| passage.role == Role::Body);
        let text = &self.found.document.text[sentence.start..sentence.end];
        let bare = text.trim_end_matches(['"', '”', '’', '\'', ')', ' ']);
        let worded = text.contains(char::is_alphabetic);
        // “Nothing left to lose”: a line of a few words in quotation marks that do not end like a sentence heads what follows.
        let heads = text.starts_with(['“', '"', '‘', '\'', '”'])
            && text.ends_with(['”', '"', '’', '\''])
            && !bare.ends_with(['.', '!', ',', '…'])
            && text.split(' ').count() <= 9
            && self
                .found
                .document
                .passages
                .get(sentence.passage)
                .is_some_and(|passage| passage.span == self.found.prose.text.span(sentence.start, sentence.end));
        // "Fog shuts the pier in Kolm The owners say …": a headline, a link, a box that is glued to what follows.
        let words = sentence.words.end;
        let next = &self.found.document.text[sentence.end..];
        let glued = text.ends_with(char::is_alphanumeric)
            && next.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_uppercase))
            && self
                .found
                .prose
                .sentence_of(words)
                .is_some_and(|next| self.found.prose.sentences[next].passage == sentence.passage);
        let late = sentence.end * 10 >= self.found.document.text.len() * 7;
        body && worded
            && !bare.ends_with(['?', '？', '؟'])
            && !labels::is_label(text)
            && !heads
            && !glued
            && !labels::is_patter(text)
            && !(late && labels::is_author_note(text))
            && !opinions::tells_of_author(self.found.document, text)
            && !labels::is_listed(text)
    }

    /// How many sentences stand above the first that ends like one.
    pub(super) fn headlines(&self) -> usize {
        let sentences = self.found.prose.sentences.iter().take(HEADLINES);
        let top = sentences.take_while(|sentence| !(self.is_read(sentence) && self.is_ended(sentence)));
        top.count()
    }

    /// Whether a line at the top of a report says something though the tagger finds no verb in it, as headlines have it:
    /// "Harbour Pilots Still in Talks With Owners". Labels, datelines and captions are shorter, or hardly words.
    pub(super) fn is_headline(&self, index: usize, sentence: &Sentence) -> bool {
        let prose = self.found.prose;
        let words = sentence.words.clone();
        let worded =
            |at: &usize| prose.words.text(*at).chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''));
        let lettered = words.clone().filter(worded).count();
        // "Anna Berg and Jon Holm": names, and nothing of what they do.
        let told = words.clone().any(|at| {
            let lower = prose.words.lower(at);
            let open =
                matches!(prose.words.tag(at), Tag::Noun | Tag::Verb | Tag::Adjective | Tag::Adverb | Tag::Proper);
            open && tags::is_common(lower) && crate::mentions::given_names::bearer(lower).is_none()
        });
        let joined = words.clone().any(|at| matches!(prose.words.text(at), "|" | "/" | "•" | "·" | "©"));
        let line = self
            .found
            .document
            .passages
            .get(sentence.passage)
            .is_some_and(|passage| passage.span == prose.text.span(sentence.start, sentence.end));
        index < self.opening && line && told && !joined && lettered >= 5 && lettered * 3 >= words.len() * 2
    }

    pub(super) fn is_ended(&self, sentence: &Sentence) -> bool {
        self.found.document.text[..sentence.end].ends_with(['.', '!', '…', '"', '”', '’', ')', ';'])
    }
}

/// Where a report begins in a sentence to which its headlines are glued: "Owners unsure Pier shut (HWA) -- The pier …".
pub(super) fn glued(clauses: &Clauses<'_>) -> Option<usize> {
    let words = clauses.words;
    // "(Update 9:15 p.m. in Kolm) The pier …", "ET) The pier …"
    let first = clauses.start;
    let stamp = words.text(first) == "(" && matches!(words.lower(first + 1), "update" | "updated" | "posted")
        || matches!(words.text(first), "ET" | "EDT" | "EST" | "GMT") && words.text(first + 1) == ")";
    let closed = (first + 1..clauses.end.min(first + 20)).find(|&at| words.text(at) == ")");
    if let Some(at) = closed.filter(|&at| stamp && at + 4 < clauses.end) {
        return Some(at + 1);
    }
    let shouted = |at: usize| words.text(at).len() > 1 && words.text(at).chars().all(char::is_uppercase);
    let mark = (clauses.start + 4..clauses.end.saturating_sub(4)).find(|&at| {
        words.text(at) == "("
            && shouted(at + 1)
            && words.text(at + 2) == ")"
            && matches!(words.text(at + 3), "--" | "-" | "—" | "–")
    })?;
    Some(mark + 4)
}
