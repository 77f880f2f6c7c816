//! Whom or what the subject of a statement stands for where it names nobody: "he", "she", "it", "the board".
//!
//! Only where one alone can be meant: the one person who fits in the sentence, or else in the nearest sentence before it
//! that speaks of anybody, if nobody without a name is spoken of there ("the suspect", "a driver"). All else stays open.

use std::{collections::BTreeMap, ops::Range};

use model::{EntityKind, Mention};

use super::{
    roles::Roles,
    voices::{Voice, words_of},
};
use crate::{
    attributions::{sayers, speakers},
    cues::{self, Frames},
    grammar::{Form, VerbGroup, groups::is_be, phrases::Clauses},
    mentions,
    prose::Prose,
    tags::Tag,
};

/// How many sentences back somebody can stand whom a pronoun means.
const REACH: usize = 3;

/// How many sentences back an organisation can be named that is called by its last word.
const NEAR: usize = 8;

/// A name where it stands.
pub(super) struct Named<'a> {
    pub(super) mention: &'a Mention,
    pub(super) words: Range<usize>,
    sentence: usize,
}

/// The names of a text, as pronouns look for them.
pub(super) struct Pronouns<'a> {
    pub(super) prose: &'a Prose<'a>,
    pub(super) named: Vec<Named<'a>>,
    pub(super) women: BTreeMap<&'a str, bool>,
    roles: Roles<'a>,
    /// Organisations by the last word of their name, in small letters, with the sentences that name them in full; `None` where
    /// several end alike.
    bodies: BTreeMap<String, Option<(&'a str, Vec<usize>)>>,
}

impl<'a> Pronouns<'a> {
    pub(super) fn new(prose: &'a Prose<'a>, mentions: &'a [Mention]) -> Self {
        let named = mentions.iter().filter_map(|mention| {
            let words = words_of(prose, mention.span);
            let sentence = prose.sentence_of(words.start)?;
            Some(Named { mention, words, sentence })
        });
        let named: Vec<Named<'_>> = named.collect();
        let mut bodies: BTreeMap<String, Option<(&str, Vec<usize>)>> = BTreeMap::new();
        for one in named.iter().filter(|one| one.words.len() > 1) {
            let Some((_, last)) = one.mention.name.rsplit_once(' ') else { continue };
            // "The Foreign Ministry": a body, though nothing but its name tells.
            let body = one.mention.kind == EntityKind::Organisation
                || one.mention.kind == EntityKind::Other && sayers::names_body(&last.to_lowercase());
            // "The administration" is mostly who governs.
            if !body || last == "Administration" {
                continue;
            }
            let known = bodies.entry(last.to_lowercase()).or_insert(Some((&one.mention.name, Vec::new())));
            match known {
                Some((name, places)) if *name == one.mention.name => places.push(one.sentence),
                _ => *known = None,
            }
        }
        Self { prose, named, women: speakers::women(prose, mentions), roles: Roles::read(prose, mentions), bodies }
    }

    /// Whom or what `subject`, the subject of the verb group `main`, stands for, as a mention at its place.
    pub(super) fn meant(&self, subject: &Range<usize>, main: &VerbGroup, voices: &[Voice<'_>]) -> Option<Mention> {
        let words = &self.prose.words;
        let quotations = &self.prose.quotations;
        let from = quotations.partition_point(|quotation| quotation.words().end <= subject.start);
        if quotations[from..].iter().take(4).any(|quotation| quotation.words().contains(&subject.start)) {
            return None;
        }
        let (name, kind) = match (words.lower(subject.start), subject.len()) {
            ("he", 1) => (self.person(subject.start, false, voices)?, EntityKind::Person),
            ("she", 1) => (self.person(subject.start, true, voices)?, EntityKind::Person),
            ("it", 1) => (self.body(subject.start, main)?, EntityKind::Organisation),
            ("the", 2) => match self.roles.meant(self.prose, subject.start + 1) {
                Some(name) => (name, EntityKind::Person),
                None => (self.called(subject.start + 1)?, EntityKind::Organisation),
            },
            _ => return None,
        };
        Some(Mention { span: self.prose.span(subject.clone()), name: name.to_owned(), kind })
    }

    /// The names of a sentence, in order.
    pub(super) fn names_of(&self, sentence: usize) -> &[Named<'a>] {
        let from = self.named.partition_point(|named| named.sentence < sentence);
        let to = self.named.partition_point(|named| named.sentence <= sentence);
        &self.named[from..to]
    }

    /// The one person of whom the words before `limit` in a sentence speak, if they speak of one alone: `Err` where they
    /// speak of somebody else, or of several; `None` where of nobody who fits.
    fn alone(&self, sentence: usize, limit: usize, female: bool) -> Result<Option<&Named<'a>>, ()> {
        let words = &self.prose.words;
        let Some(bounds) = self.prose.sentences.get(sentence).map(|sentence| sentence.words.clone()) else {
            return Ok(None);
        };
        let range = bounds.start..bounds.end.min(limit);
        let names = self.names_of(sentence);
        let fits = |name: &str| self.women.get(name).is_none_or(|&woman| woman == female);
        let mut only: Option<&Named<'a>> = None;
        for named in names.iter().filter(|named| named.words.end <= range.end && !self.is_label(named)) {
            match named.mention.kind {
                EntityKind::Person if fits(&named.mention.name) => match only {
                    Some(other) if other.mention.name != named.mention.name => return Err(()),
                    Some(_) => {}
                    None => only = Some(named),
                },
                // A name of which the text does not tell what bears it may be somebody's.
                EntityKind::Other if self.may_be_somebody(named) => return Err(()),
                _ => {}
            }
        }
        // "He told Jon Holm": of two the first is somebody else.
        let another = |at: usize| match words.lower(at) {
            "he" | "him" | "his" => !female,
            "she" | "her" => female,
            _ => false,
        };
        if only.is_some_and(|named| (range.start..named.words.start).any(another)) {
            return Err(());
        }
        let inside = |at: usize| names.iter().any(|named| named.words.contains(&at));
        let unnamed = range.clone().any(|at| {
            self.is_person(at)
                && mentions::woman(words.lower(at)).is_none_or(|woman| woman == female)
                && !inside(at)
                && !names.iter().any(|named| named.mention.kind == EntityKind::Person && self.describes(at, named))
        });
        if unnamed { Err(()) } else { Ok(only) }
    }

    /// Whether a word speaks of one person without a name.
    pub(super) fn is_person(&self, at: usize) -> bool {
        let words = &self.prose.words;
        let lower = words.lower(at);
        let noun = matches!(words.tag(at), Tag::Noun | Tag::Proper | Tag::Adjective) && !lower.ends_with("police");
        noun && (sayers::is_somebody(lower) || sayers::is_agent(lower) && !lower.ends_with('s'))
            || lower.ends_with("-old")
            || lower == "old" && words.text(at.saturating_sub(1)) == "-"
            || crate::words::is_one_of(
                lower,
                "someone somebody teen male female juvenile infant baby individual anyone whoever minor fugitive \
                 father mother brother sister",
            )
    }

    /// Whether a noun only says what a named person is: a title before the name, an apposition, "is a".
    pub(super) fn describes(&self, at: usize, named: &Named<'_>) -> bool {
        let words = &self.prose.words;
        if at < named.words.start {
            return named.words.start - at <= 4
                && (at + 1..named.words.start).all(|i| {
                    !matches!(words.tag(i), Tag::Punctuation | Tag::Verb | Tag::Preposition | Tag::Auxiliary)
                });
        }
        if at < named.words.end + 1 || at - named.words.end > 10 {
            return false;
        }
        let between = named.words.end..at;
        let verbs: Vec<usize> =
            between.clone().filter(|&i| matches!(words.tag(i), Tag::Verb | Tag::Auxiliary)).collect();
        let other = between.clone().any(|i| matches!(words.tag(i), Tag::Proper | Tag::Conjunction));
        let told = verbs.iter().all(|&i| is_be(words.lower(i)));
        let set_off = matches!(words.text(named.words.end), "," | "(");
        !other && told && (set_off || !verbs.is_empty())
    }

    /// Whether a name stands as people's names do: without an article, and before no noun that it tells apart.
    pub(super) fn may_be_somebody(&self, named: &Named<'_>) -> bool {
        let words = &self.prose.words;
        let before = named.words.start.checked_sub(1).map_or("", |at| words.lower(at));
        let placed = crate::words::is_one_of(before, "in at from near across on outside around");
        !placed
            && !matches!(before, "the" | "a" | "an")
            && !matches!(words.tag(named.words.end), Tag::Noun | Tag::Adjective)
    }

    /// Whether a name only tells in a transcript who speaks next: "ANNA BERG:".
    pub(super) fn is_label(&self, named: &Named<'_>) -> bool {
        let words = &self.prose.words;
        let shouted =
            named.words.len() > 1 && named.words.clone().all(|at| !words.text(at).chars().any(char::is_lowercase));
        shouted || words.text(named.words.end) == ":"
    }

    /// Whether it is certain enough that a name is that of a man, or a woman: the given name or a title tells, or it is whom
    /// its sentence speaks of.
    fn is_certain(&self, named: &Named<'_>) -> bool {
        self.women.contains_key(named.mention.name.as_str()) || {
            let Some(bounds) = self.prose.sentences.get(named.sentence).map(|sentence| sentence.words.clone()) else {
                return false;
            };
            let groups = &self.prose.groups[named.sentence];
            let clauses = Clauses { words: &self.prose.words, start: bounds.start, end: bounds.end, groups };
            let first = groups.iter().find(|group| group.form == Form::Finite);
            first
                .and_then(|group| clauses.subject_before(group))
                .is_some_and(|subject| subject.contains(&named.words.start))
        }
    }

    fn person(&self, at: usize, female: bool, voices: &[Voice<'_>]) -> Option<&'a str> {
        let sentence = self.prose.sentence_of(at)?;
        // Whoever says it, behind it: "He was late, Berg said".
        let says = |named: &Named<'_>| {
            voices.iter().any(|voice| {
                let source = voice.attribution.source.first().map(|&source| words_of(self.prose, source));
                voice.content.iter().any(|content| content.contains(&at))
                    && source.is_some_and(|source| source.contains(&named.words.start))
            })
        };
        let behind: Vec<&str> = self
            .names_of(sentence)
            .iter()
            .filter(|named| named.words.start > at && says(named))
            .map(|named| named.mention.name.as_str())
            .collect();
        // "Tveit told Jon Holm he was late": the one who speaks, of whose name the text tells too little.
        let nameless = voices.iter().any(|voice| {
            let source = voice.attribution.source.first().map(|&source| words_of(self.prose, source));
            voice.content.iter().any(|content| content.contains(&at))
                && source.is_some_and(|source| {
                    source.len() <= 2
                        && source.clone().all(|at| self.prose.words.capitalised(at))
                        && !self.names_of(sentence).iter().any(|named| source.contains(&named.words.start))
                })
        });
        if nameless {
            return None;
        }
        let own = self.alone(sentence, at, female).ok()?;
        // "Kim Berg said he": the one who speaks, of whom the name tells too little.
        if own.is_none() && self.names_of(sentence).iter().any(|named| named.words.end <= at && says(named)) {
            return None;
        }
        if let Some(named) = own {
            // "Berg said he was late": whoever was spoken of before may be meant as well.
            let alone = !says(named)
                || (1..=2.min(sentence)).all(|back| {
                    let before = self.alone(sentence - back, usize::MAX, female);
                    before.is_ok_and(|other| other.is_none_or(|other| other.mention.name == named.mention.name))
                });
            return (alone && self.is_certain(named)).then_some(&named.mention.name);
        }
        for back in 1..=REACH.min(sentence) {
            if let Some(named) = self.alone(sentence - back, usize::MAX, female).ok()? {
                let name = named.mention.name.as_str();
                return (self.is_certain(named) && !behind.contains(&name)).then_some(name);
            }
        }
        None
    }

    /// The organisation of which the sentence before speaks first and alone, where the verb is of those that only people and
    /// bodies do: "it plans", "it said".
    fn body(&self, at: usize, main: &VerbGroup) -> Option<&'a str> {
        let words = &self.prose.words;
        let acts = cues::verb(words.lower(main.head)).is_some_and(|cue| {
            cue.frames.any(Frames::QUOTE.or(Frames::INFINITIVE))
                && !cue.frames.any(Frames::FINDING)
                && !crate::words::is_one_of(cue.lemma, "begin start continue go call read like add mean")
        });
        let sentence = self.prose.sentence_of(at)?;
        let bounds = self.prose.sentences.get(sentence)?.words.clone();
        let before = sentence.checked_sub(1)?;
        let first = self.prose.sentences.get(before)?.words.clone();
        if !acts || main.passive || at > bounds.start + 1 {
            return None;
        }
        let groups = &self.prose.groups[before];
        let clauses = Clauses { words, start: first.start, end: first.end, groups };
        let subject = clauses.subject_before(groups.iter().find(|group| group.form == Form::Finite)?)?;
        let mut bodies = self.names_of(before).iter().filter(|named| named.mention.kind == EntityKind::Organisation);
        let only = bodies.next()?;
        let alone = bodies.all(|named| named.mention.name == only.mention.name);
        let whole = only.words.end == subject.end && only.words.start <= subject.start + 1;
        (alone && whole).then_some(&only.mention.name)
    }

    /// The organisation whose name alone ends in a noun, and that was named before: "the board" for the Harbour Board.
    fn called(&self, noun: usize) -> Option<&'a str> {
        let words = &self.prose.words;
        let lower = words.text(noun);
        if !matches!(words.tag(noun), Tag::Noun | Tag::Proper) || !lower.starts_with(char::is_lowercase) {
            return None;
        }
        let (name, places) = self.bodies.get(lower)?.as_ref()?;
        let sentence = self.prose.sentence_of(noun)?;
        let last = places.partition_point(|&place| place < sentence).checked_sub(1)?;
        (sentence - places[last] <= NEAR).then_some(*name)
    }
}
