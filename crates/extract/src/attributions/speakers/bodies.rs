//! Whom "it" and "they" stand for, where they speak.

use std::collections::BTreeSet;

use model::{EntityKind, Span};

use super::{Said, Scene, UNKNOWN};
use crate::{
    attributions::sayers,
    grammar::{Form, phrases::Clauses},
};

impl Scene<'_> {
    /// The institution that "it" stands for: the only one that this sentence, or else the one before it, names.
    pub(super) fn institution_before(&self, source: Span) -> Option<(String, bool)> {
        let sentence = self.sentence_at(source.start)?;
        let end = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        for current in (sentence.saturating_sub(1)..=sentence).rev() {
            let names: BTreeSet<&str> = self.candidates[..end]
                .iter()
                .rev()
                .take_while(|c| c.sentence >= current)
                .filter(|c| c.sentence == current && c.mention.kind == EntityKind::Organisation && !c.apart)
                .map(|c| c.mention.name.as_str())
                .collect();
            let mut names = names.into_iter();
            match (names.next(), names.next()) {
                (Some(only), None) => return Some((only.to_owned(), false)),
                (Some(_), Some(_)) => return None,
                _ => {}
            }
        }
        None
    }

    /// The document that "it" stands for, where its sentence begins with it: "The report praised the pilots, though it notes".
    pub(super) fn document_before(&self, source: Span) -> Option<(String, bool)> {
        let words = &self.prose.words;
        let sentence = self.sentence_at(source.start)?;
        let bounds = self.prose.sentences.get(sentence)?.words.clone();
        let groups = self.prose.groups.get(sentence)?;
        let clauses = Clauses { words, start: bounds.start, end: bounds.end, groups };
        let first = groups.iter().find(|group| group.form == Form::Finite)?;
        let subject = clauses.subject_before(first).filter(|subject| subject.start <= bounds.start + 1)?;
        let span = self.prose.span(subject.clone());
        let written = sayers::is_document(self.prose, subject) && span.end < source.start;
        written.then(|| self.plain(span)).flatten().map(|name| (name, false))
    }

    /// The body or the document that "it" stands for: who spoke last, up to three sentences before.
    pub(super) fn body_before(&self, source: Span, said: &[Said]) -> Option<(String, bool)> {
        let sentence = self.sentence_at(source.start)?;
        let last = said.iter().rev().find(|s| s.end <= source.start && s.sentence + 3 >= sentence)?;
        (last.nobody && !last.several && last.speaks && last.name != UNKNOWN).then(|| (last.name.clone(), false))
    }

    /// The group that "they" stands for: the last source, where it was no single person.
    pub(super) fn group_before(&self, source: Span, said: &[Said]) -> Option<(String, bool)> {
        let sentence = self.sentence_at(source.start)?;
        let last = said.iter().rev().find(|s| s.end <= source.start && s.sentence + 2 >= sentence)?;
        (!last.person && last.speaks && last.name != UNKNOWN).then(|| (last.name.clone(), false))
    }
}
