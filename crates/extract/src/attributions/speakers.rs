//! Who a source is: the name that it holds, or that a pronoun or a role in it stands for.

use std::collections::BTreeMap;

use model::{Attribution, EntityKind, Mention, Span};

use crate::{attributions::Quoted, prose::Prose, tags::Tag};

/// How many sentences back a pronoun can reach.
const REACH: usize = 8;

/// Sets the speaker of each attribution that has a source. They may come in any order. Who holds an `inner` one does not
/// speak, so no later pronoun stands for them.
pub(super) fn resolve(
    prose: &Prose<'_>,
    quoted: &Quoted,
    mentions: &[Mention],
    attributions: &mut [Attribution],
    inner: &mut [Attribution],
) {
    let scene = Scene::new(prose, quoted, mentions);
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    order.sort_by_key(|&index| attributions[index].source.first().map_or((u32::MAX, 0), |span| (span.start, span.end)));
    // The speakers so far: the sentence, where the source ends, the name, and whether it is one person.
    let mut said: Vec<Said> = Vec::new();
    for index in order {
        let attribution = &mut attributions[index];
        let Some(source) = attribution.source.first().copied() else { continue };
        let (name, person) = scene.speaker(source, &said);
        if let Some(sentence) = scene.sentence_at(source.start) {
            said.push(Said { sentence, end: source.end, name: name.clone(), person });
        }
        attribution.speaker = Some(name);
    }
    for attribution in inner {
        let Some(source) = attribution.source.first().copied() else { continue };
        let before = said.partition_point(|said| said.end <= source.start);
        attribution.speaker = Some(scene.speaker(source, &said[..before]).0);
    }
}

struct Said {
    sentence: usize,
    end: u32,
    name: String,
    person: bool,
}

/// A mention with what a pronoun asks of it.
struct Candidate<'a> {
    mention: &'a Mention,
    sentence: usize,
    /// Whether it stands in quotation marks, or before "'s".
    apart: bool,
    /// What a title before it says: `Some(true)` for a woman.
    female: Option<bool>,
}

struct Scene<'a> {
    prose: &'a Prose<'a>,
    candidates: Vec<Candidate<'a>>,
    /// Whether a person is a woman, where a title tells.
    women: BTreeMap<&'a str, bool>,
}

impl<'a> Scene<'a> {
    fn new(prose: &'a Prose<'a>, quoted: &Quoted, mentions: &'a [Mention]) -> Self {
        let mut candidates: Vec<Candidate<'a>> = mentions
            .iter()
            .filter_map(|mention| {
                let first = prose.words.at(prose.text.byte(mention.span.start));
                let after = prose.words.at(prose.text.byte(mention.span.end));
                let sentence = prose.sentence_of(first)?;
                let title = first.checked_sub(1).map_or("", |before| prose.words.lower(before));
                let female = match title.trim_end_matches('.') {
                    "mr" | "sir" | "lord" => Some(false),
                    "mrs" | "ms" | "miss" | "lady" | "dame" => Some(true),
                    _ => None,
                };
                let apart = quoted.is(first) || matches!(prose.words.lower(after), "'s" | "'");
                Some(Candidate { mention, sentence, apart, female })
            })
            .collect();
        // A title says it for every mention of the same person.
        let women: BTreeMap<&str, bool> =
            candidates.iter().filter_map(|c| c.female.map(|female| (c.mention.name.as_str(), female))).collect();
        for candidate in &mut candidates {
            candidate.female = women.get(candidate.mention.name.as_str()).copied();
        }
        Self { prose, candidates, women }
    }

    fn sentence_at(&self, point: u32) -> Option<usize> {
        self.prose.sentence_of(self.prose.words.at(self.prose.text.byte(point)))
    }

    /// The name of a source, and whether it is one person.
    fn speaker(&self, source: Span, said: &[Said]) -> (String, bool) {
        let words = self.prose.text.cut(source).trim().trim_end_matches(',');
        let lower = words.to_lowercase();
        let found = match lower.as_str() {
            "he" | "him" | "his" | "himself" => self.person_before(source, Some(false), said),
            "she" | "her" | "herself" => self.person_before(source, Some(true), said),
            "who" | "whom" | "which" | "that" => self.just_before(source),
            "it" | "its" => self.last_before(source, EntityKind::Organisation),
            "they" | "their" | "them" => self.group_before(source, said),
            _ => self.inside(source),
        };
        found.unwrap_or_else(|| (words.to_owned(), false))
    }

    /// The name that stands in a source as its head.
    fn inside(&self, source: Span) -> Option<(String, bool)> {
        let from = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        let inside = self.candidates[from..].iter().take_while(|c| c.mention.span.start < source.end);
        let heads: Vec<&Candidate<'_>> = inside.filter(|c| self.is_head(c, source)).collect();
        let person = heads.iter().find(|c| c.mention.kind == EntityKind::Person);
        let chosen = person.or_else(|| heads.first().filter(|c| self.leads(c, source)))?;
        Some((chosen.mention.name.clone(), chosen.mention.kind == EntityKind::Person))
    }

    /// Whether a name is no part of a phrase about something else: "Berg's office", "a friend of Berg".
    fn is_head(&self, candidate: &Candidate<'_>, source: Span) -> bool {
        let words = &self.prose.words;
        let span = candidate.mention.span;
        let first = words.at(self.prose.text.byte(span.start));
        let after = words.at(self.prose.text.byte(span.end));
        let possessive = matches!(words.lower(after), "'s" | "'");
        let goes_on = words.get(after + 1).is_some_and(|word| self.prose.text.point(word.start) < source.end);
        let before = first.checked_sub(1).map_or("", |at| words.lower(at));
        let attached = span.start > source.start
            && matches!(before, "of" | "for" | "to" | "with" | "in" | "at" | "by" | "from" | "on");
        !(attached || possessive && goes_on)
    }

    /// Whether the source is the name with at most an article, a title or an apposition: "the Bridge Authority".
    fn leads(&self, candidate: &Candidate<'_>, source: Span) -> bool {
        let text = &self.prose.text;
        let before = text.cut(Span::new(source.start, candidate.mention.span.start)).trim();
        let after = text.cut(Span::new(candidate.mention.span.end, source.end)).trim_start();
        // "the harbour watch group Clean Piers"
        let described = || {
            let first = self.prose.words.at(self.prose.text.byte(source.start));
            let name = self.prose.words.at(self.prose.text.byte(candidate.mention.span.start));
            (first..name).all(|at| {
                let common = matches!(self.prose.words.tag(at), Tag::Noun | Tag::Adjective);
                at == first || common && !self.prose.words.capitalised(at) || self.prose.words.text(at).contains('-')
            }) && self.prose.words.tag(first) == Tag::Determiner
        };
        (before.is_empty() || before.eq_ignore_ascii_case("the") || described())
            && (after.is_empty() || after.starts_with([',', '\'', '’', '(']) || after.starts_with("in "))
    }

    /// The person that "he" or "she" at `source` stands for: the first named before it in its sentence, else who spoke
    /// last in an earlier sentence, else whom that sentence names first.
    fn person_before(&self, source: Span, female: Option<bool>, said: &[Said]) -> Option<(String, bool)> {
        let sentence = self.sentence_at(source.start)?;
        let fits = |c: &&Candidate<'_>| {
            c.mention.kind == EntityKind::Person && (c.female.is_none() || female.is_none() || c.female == female)
        };
        let end = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        let before = &self.candidates[..end];
        for back in 0..=REACH.min(sentence) {
            let current = sentence - back;
            let from = before.partition_point(|c| c.sentence < current);
            let to = before.partition_point(|c| c.sentence <= current);
            let here = &before[from..to];
            let known = |name: &str| female.is_none() || self.women.get(name).is_none_or(|&told| Some(told) == female);
            let first_said = said.partition_point(|s| s.sentence < current);
            let speaker = said[first_said..]
                .iter()
                .take_while(|s| s.sentence == current && s.end <= source.start)
                .filter(|s| s.person && known(&s.name))
                .last();
            let named = here.iter().filter(|c| !(c.apart || back == 0 && self.is_companion(c, source))).find(fits);
            let chosen = speaker.map(|s| s.name.clone()).or_else(|| named.map(|c| c.mention.name.clone()));
            if let Some(name) = chosen {
                return Some((name, true));
            }
        }
        None
    }

    /// Whether a name stands in a phrase before the subject that tells whom the subject met: "At a meeting with Jon Holm,
    /// she said".
    fn is_companion(&self, candidate: &Candidate<'_>, source: Span) -> bool {
        let words = &self.prose.words;
        let first = words.at(self.prose.text.byte(candidate.mention.span.start));
        let pronoun = words.at(self.prose.text.byte(source.start));
        let Some(sentence) = self.prose.sentences.get(candidate.sentence) else { return false };
        let opened = words.tag(sentence.words.start) == Tag::Preposition;
        let met = (first.saturating_sub(6).max(sentence.words.start)..first)
            .rev()
            .take_while(|&at| words.text(at) != ",")
            .any(|at| words.lower(at) == "with");
        let closed = pronoun.checked_sub(1).is_some_and(|at| words.text(at) == ",");
        opened && met && closed
    }

    /// The name right before a relative pronoun.
    fn just_before(&self, source: Span) -> Option<(String, bool)> {
        let end = self.candidates.partition_point(|c| c.mention.span.end <= source.start);
        let last = self.candidates.get(end.checked_sub(1)?)?;
        let near = source.start.saturating_sub(last.mention.span.end) <= 2;
        near.then(|| (last.mention.name.clone(), last.mention.kind == EntityKind::Person))
    }

    /// The last mention of a kind in this sentence or the few before.
    fn last_before(&self, source: Span, kind: EntityKind) -> Option<(String, bool)> {
        let sentence = self.sentence_at(source.start)?;
        let end = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        self.candidates[..end]
            .iter()
            .rev()
            .take_while(|c| c.sentence + 2 >= sentence)
            .find(|c| c.mention.kind == kind && !c.apart)
            .map(|c| (c.mention.name.clone(), false))
    }

    /// The group that "they" stands for: the last source that was no single person.
    fn group_before(&self, source: Span, said: &[Said]) -> Option<(String, bool)> {
        let sentence = self.sentence_at(source.start)?;
        said.iter()
            .rev()
            .take_while(|s| s.sentence + 3 >= sentence)
            .find(|s| !s.person && s.end <= source.start)
            .map(|s| (s.name.clone(), false))
    }
}
