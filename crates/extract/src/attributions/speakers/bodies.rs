//! Whom "it" and "they" stand for, where they speak.

use std::collections::BTreeSet;

use model::{EntityKind, Span};

use super::{Said, Scene, UNKNOWN};
use crate::{
    attributions::sayers,
    grammar::{Form, phrases::Clauses},
    mentions,
    tags::Tag,
};

impl Scene<'_> {
    /// What "it" stands for, where it speaks: a body or a document.
    pub(super) fn body(&self, source: Span, said: &[Said]) -> Option<(String, bool)> {
        let sentence = self.sentence_at(source.start)?;
        let spoke = |current: usize| {
            let from = said.partition_point(|s| s.sentence < current);
            said[from..].iter().take_while(move |s| s.sentence == current && s.end <= source.start)
        };
        let speaking = |current: usize| {
            // "A statement said members asked the board to leave": what the sentence begins with; around a pronoun what is nearest.
            let last = spoke(current).last().filter(|s| is_it(s));
            let one = if current == sentence { last } else { spoke(current).next().filter(|s| is_it(s)) }?;
            let alone = current == sentence || spoke(current).filter(|s| is_it(s)).all(|s| s.name == one.name);
            alone.then(|| (one.nobody, one.name.clone()))
        };
        // "Norlines said it told the board that it": who speaks around it, whomever that tells.
        if let Some((_, name)) = speaking(sentence) {
            return Some((name, false));
        }
        let mut named = self.institutions(source, sentence);
        if named.is_empty() {
            named = sentence.checked_sub(1).map(|before| self.institutions(source, before)).unwrap_or_default();
            match sentence.checked_sub(1).and_then(speaking) {
                Some((true, name)) => return Some((name, false)),
                // "Norlines said it sells a yard to the Bridge Authority. It": either.
                Some((false, name)) if named.iter().any(|other| *other != name) => return None,
                Some((false, name)) => return Some((name, false)),
                None => {}
            }
        }
        let mut named = named.into_iter();
        match (named.next(), named.next()) {
            (Some(only), None) => Some((only.to_owned(), false)),
            (Some(_), Some(_)) => None,
            _ => self.document_before(source).or_else(|| self.body_before(source, said)),
        }
    }

    /// The institutions that a sentence names before a word, as what it tells of.
    fn institutions(&self, source: Span, sentence: usize) -> BTreeSet<&str> {
        let end = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        let from = self.candidates[..end].partition_point(|c| c.sentence < sentence);
        let own = self.candidates[from..end].iter().take_while(|c| c.sentence == sentence);
        let bodies = own.filter(|c| c.mention.kind == EntityKind::Organisation && !c.apart);
        model::order::gather(bodies.map(|c| c.mention.name.as_str()))
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
        let mut near = said.iter().rev().filter(|s| s.end <= source.start).take_while(|s| s.sentence + 3 >= sentence);
        // Whom people speak as is no "it": "The sources warned that prices fall, it said".
        let last = near.find(|s| !s.person && !s.several && !s.they && s.role.is_none())?;
        is_it(last).then(|| (last.name.clone(), false))
    }

    /// The group that "they" stands for: the last source, where it was no single person.
    pub(super) fn group_before(&self, source: Span, content: &[Span], said: &[Said]) -> Option<(String, bool)> {
        let sentence = self.sentence_at(source.start)?;
        let last = said.iter().rev().find(|s| s.end <= source.start && s.sentence + 2 >= sentence)?;
        // "The board said it. Two boats sank, their crews leaving after they said": those who are named between them.
        let words = &self.prose.words;
        let own = self.words_of(source).start;
        let first = self
            .prose
            .sentences
            .get(sentence)
            .map_or(own, |sentence| sentence.words.start.max(self.prose.words.at(self.prose.text.byte(last.end))));
        let others = (first..own).any(|at| {
            let lower = words.lower(at);
            words.tag(at) == Tag::Noun && lower.ends_with('s') && sayers::can_speak(self.prose, at..at + 1)
        });
        // "Owners are wary, they said", where they spoke before: who is named in what they say is somebody else.
        let closes = last.they && content.iter().all(|content| content.end <= source.start);
        if others && !last.several && !closes {
            return None;
        }
        if let Some(both) = &last.both {
            return Some((both.clone(), false));
        }
        (!last.person && last.speaks && last.name != UNKNOWN).then(|| (last.name.clone(), false))
    }
}

/// Whether "it" can mean who spoke: a body, a document, or a single name of which the text does not tell what bears it.
fn is_it(said: &Said) -> bool {
    let named = said.role.is_none()
        && said.name.starts_with(char::is_uppercase)
        && !matches!(said.name.as_str(), "I" | "We" | "You" | "There" | "This" | "That")
        && !mentions::is_place(&said.name)
        && !["A ", "An ", "The ", "One ", "Another ", "Some ", "His ", "Her ", "Their "]
            .iter()
            .any(|article| said.name.starts_with(article));
    (said.nobody || said.bare || named)
        && !said.person
        && !said.several
        && !said.they
        && said.speaks
        && said.name != UNKNOWN
}
