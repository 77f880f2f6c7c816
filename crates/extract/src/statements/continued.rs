//! What is told beside a statement whose subject is a pronoun or "the board": a name, or the words it goes on with.
//!
//! Beside whom a pronoun surely stands for, it goes on with the subject of the sentence before: a name that opens it, or the same
//! pronoun, where nobody else stands there whom it could mean.

use std::ops::Range;

use model::{EntityKind, Span};

use super::{
    pronouns::{Named, Pronouns},
    voices::Voice,
};
use crate::{
    attributions::speakers::UNKNOWN,
    cues::{self, Frames},
    grammar::{Form, VerbGroup, groups, phrases::Clauses},
    mentions,
    tags::Tag,
};

/// How many sentences may go on with one pronoun.
const CHAIN: usize = 4;

/// How many words may stand before the subject that a sentence opens with.
const LEAD: usize = 12;

impl<'a> Pronouns<'a> {
    /// Where the name stands that tells of whom or what a statement is, whose own subject is the pronoun `subject`.
    pub(super) fn told_as(
        &self,
        subject: &Range<usize>,
        main: &VerbGroup,
        voices: &[Voice<'_>],
    ) -> Option<(Span, String)> {
        let words = &self.prose.words;
        // "The board", but neither "the government" nor "the court", of which there are many.
        let noun = words.lower(subject.end.saturating_sub(1));
        let the = subject.len() == 2
            && words.lower(subject.start) == "the"
            && !noun.ends_with('s')
            && !matches!(noun, "government" | "court");
        if subject.len() != 1 && !the || self.is_quoted(subject.start) {
            return None;
        }
        // What somebody says in a transcript, or goes on to say, may speak of anybody.
        let spoken = voices.iter().any(|voice| {
            let told = voice.attribution.kind == model::AttributionKind::Indirect
                && !voice.attribution.source.is_empty()
                && !voice.cue.iter().any(|cue| words.text(cue.start) == ":");
            !told && voice.content.iter().any(|content| content.contains(&subject.start))
        });
        if spoken && !the {
            return None;
        }
        let known = self.meant(subject, main, voices).map(|mention| mention.name);
        let known = known.or_else(|| self.continued(subject, main).map(str::to_owned));
        let Some(name) = known.or_else(|| self.firm(subject)) else { return self.thing(subject, main) };
        // Written in full, where the text has it so before.
        let before =
            || self.named.iter().rev().filter(|named| named.mention.name == name && named.words.end <= subject.start);
        let full = before().find(|named| self.prose.text.cut(named.mention.span) == name);
        let span = full.or_else(|| before().next())?.mention.span;
        Some((span, name))
    }

    /// Who "he" or "she" is that says something, where the rules for speakers left it open: the one of whom the sentence goes on to
    /// tell, who is not named in what is said.
    pub(super) fn speaker(&self, clauses: &Clauses<'_>, voice: &Voice<'_>) -> Option<String> {
        let attribution = voice.attribution;
        let open = attribution.speaker.as_deref() == Some(UNKNOWN);
        let source = voice.source.first().filter(|source| open && source.len() == 1)?;
        let group = voice.cue.iter().find_map(|cue| clauses.groups.iter().find(|group| cue.contains(&group.head)))?;
        let name = self.continued(source, group)?;
        let spoken_of = self.named.iter().any(|named| {
            named.mention.name == name && attribution.content.iter().any(|content| content.contains(named.mention.span))
        });
        (!spoken_of).then(|| name.to_owned())
    }

    /// The person with whom the sentence before opens, where "he" or "she" opens this one and goes on.
    fn continued(&self, subject: &Range<usize>, main: &VerbGroup) -> Option<&'a str> {
        let female = match self.prose.words.lower(subject.start) {
            "he" => false,
            "she" => true,
            _ => return None,
        };
        let sentence = self.prose.sentence_of(subject.start)?;
        let (opening, _) = self.opening(sentence)?;
        if opening != *subject || self.is_named_before(sentence, subject.start) {
            return None;
        }
        self.goes_on(sentence.checked_sub(1)?, female, (self.speaks(main), CHAIN))
    }

    /// The firm that "the company" is, where the report begins with it and has named no other so far.
    fn firm(&self, subject: &Range<usize>) -> Option<String> {
        let words = &self.prose.words;
        if subject.len() != 2 || !crate::words::is_one_of(words.lower(subject.start + 1), "company firm") {
            return None;
        }
        let firm = |named: &&Named<'_>| {
            let last = words.text(named.words.end - 1);
            crate::words::is_one_of(last, "Inc Corp Co Ltd Plc PLC AG SA NV Corporation Company Limited")
        };
        let mut firms = self.named.iter().take_while(|named| named.words.start < subject.start).filter(firm);
        let first = firms.next()?;
        let whole = first.words.len() > 1
            && first
                .words
                .start
                .checked_sub(1)
                .is_none_or(|before| !words.capitalised(before) || words.lower(before) == "the");
        let only =
            self.prose.sentence_of(first.words.start).filter(|&at| at == 0 && whole).map(|_| &first.mention.name)?;
        firms.all(|named| named.mention.name == *only).then(|| only.clone())
    }

    /// The words for what "it" or "they" go on with, which opens the sentence before as its subject: "The pier was built in 1900. It
    /// leaks." Nothing else may stand there that could be meant, unless this sentence tells what more the same one does.
    fn thing(&self, subject: &Range<usize>, main: &VerbGroup) -> Option<(Span, String)> {
        let words = &self.prose.words;
        let many = match (words.lower(subject.start), subject.len()) {
            ("it", 1) => false,
            ("they", 1) => true,
            _ => return None,
        };
        let sentence = self.prose.sentence_of(subject.start)?;
        if self.prose.sentences[sentence].words.start != subject.start || main.words.start != subject.end {
            return None;
        }
        // "It seems", "it was said that": nothing that went before.
        let says = self.speaks(main);
        let idle = groups::is_be(words.lower(main.head))
            || crate::words::is_one_of(
                words.lower(main.head),
                "seems seemed appears appeared takes took makes made means meant happens happened turns turned emerged \
                 looks looked feels felt remains remained became helps helped follows followed comes came makes",
            )
            || main.passive && cues::verb(words.lower(main.head)).is_some();
        let also = main.words.clone().any(|at| words.lower(at) == "also");
        let before = sentence.checked_sub(1)?;
        let bounds = self.prose.sentences[before].words.clone();
        let (noun, verb) = self.opening(before)?;
        let plain = |at: usize| {
            matches!(words.tag(at), Tag::Determiner | Tag::Adjective | Tag::Noun | Tag::Proper | Tag::Number)
                && !matches!(words.text(at), "'s" | "’s" | "'" | "’")
        };
        let last = noun.end.checked_sub(1)?;
        let plural =
            words.tag(last) == Tag::Noun && words.lower(last).ends_with('s') && !words.lower(last).ends_with("ss");
        let pointing = crate::words::is_one_of(
            words.lower(noun.start),
            "this that these those such another any no each every all some both its their his her our my many most few",
        );
        if !many && idle
            || noun.start != bounds.start
            || noun.len() > 8
            || !noun.clone().all(plain)
            || words.tag(last) == Tag::Pronoun
            || pointing
            || plural != many
            || !many && self.is_person(last)
        {
            return None;
        }
        let people = self
            .names_of(before)
            .iter()
            .any(|named| named.mention.kind == EntityKind::Person && noun.contains(&named.words.start));
        let other = self.names_of(before).iter().any(|named| {
            let placed = named.words.start.checked_sub(1).is_some_and(|at| words.tag(at) == Tag::Preposition);
            !noun.contains(&named.words.start)
                && (matches!(named.mention.kind, EntityKind::Organisation | EntityKind::Other) && !many
                    || named.mention.kind == EntityKind::Place && !placed)
        });
        let groups = &self.prose.groups[before];
        let alone = groups.iter().filter(|group| group.form == Form::Finite).count() == 1;
        // What a verb has beside its subject may be meant as well, but not of who says or does more.
        let bare = alone
            && (verb.passive || groups::is_be(words.lower(verb.head)))
            && !(verb.words.end..bounds.end)
                .any(|at| words.tag(at) == Tag::Noun && (words.lower(at).ends_with('s') == many));
        let more = says && self.speaks(verb) || also && alone && !self.speaks(verb);
        (!people && !other && (bare || more)).then(|| {
            let span = self.prose.span(noun);
            (span, self.prose.text.cut(span).to_owned())
        })
    }

    fn is_quoted(&self, at: usize) -> bool {
        let quotations = &self.prose.quotations;
        let from = quotations.partition_point(|quotation| quotation.words().end <= at);
        quotations[from..].iter().take(4).any(|quotation| quotation.words().contains(&at))
    }

    fn is_named_before(&self, sentence: usize, at: usize) -> bool {
        self.names_of(sentence).iter().any(|named| named.words.start < at && named.mention.kind != EntityKind::Place)
    }

    /// The subject with which a sentence opens, and its verb: no clause leads to it.
    fn opening(&self, sentence: usize) -> Option<(Range<usize>, &VerbGroup)> {
        let words = &self.prose.words;
        let bounds = self.prose.sentences.get(sentence)?.words.clone();
        let groups = self.prose.groups.get(sentence)?;
        let clauses = Clauses { words, start: bounds.start, end: bounds.end, groups };
        let first = groups.iter().find(|group| group.form == Form::Finite)?;
        let subject = clauses.subject_before(first)?;
        let lead = bounds.start..subject.start;
        let opened = lead.clone().any(|at| {
            matches!(words.tag(at), Tag::Subordinator | Tag::Pronoun)
                || crate::words::is_one_of(words.lower(at), "that who which what if when as while :")
        });
        (lead.len() <= LEAD && !opened && !self.is_quoted(subject.start)).then_some((subject, first))
    }

    /// Whether a verb says something, or tells that somebody would not.
    fn speaks(&self, verb: &VerbGroup) -> bool {
        let lower = self.prose.words.lower(verb.head);
        !verb.passive
            && (matches!(lower, "declined" | "refused")
                || cues::verb(lower).is_some_and(|cue| {
                    cue.frames.any(Frames::QUOTE) && cue.frames.any(Frames::BARE.or(Frames::CLAUSE))
                }))
    }

    /// The person of whom a sentence tells as its subject, by name or by a pronoun that goes on, if nobody else stands in it whom
    /// the pronoun could mean; of several the one who speaks, where what follows says something as well.
    fn goes_on(&self, sentence: usize, female: bool, (says, left): (bool, usize)) -> Option<&'a str> {
        let words = &self.prose.words;
        let (subject, verb) = self.opening(sentence)?;
        let pronoun = if female { "she" } else { "he" };
        let found = if subject.len() == 1 && words.lower(subject.start) == pronoun {
            let before = sentence.checked_sub(1).filter(|_| left > 0)?;
            self.goes_on(before, female, (self.speaks(verb), left - 1))?
        } else {
            let named = self.names_of(sentence).iter().find(|named| subject.contains(&named.words.start))?;
            let fits = self.women.get(named.mention.name.as_str()).is_none_or(|&woman| woman == female);
            (named.mention.kind == EntityKind::Person && fits && self.heads(named, &subject))
                .then_some(named.mention.name.as_str())?
        };
        let speaker = says && self.speaks(verb);
        self.nobody_else(sentence, (found, female), verb, speaker).then_some(found)
    }

    /// Whether a name is the head of a subject: titles before it at most, and what is set off behind it.
    fn heads(&self, named: &Named<'_>, subject: &Range<usize>) -> bool {
        let words = &self.prose.words;
        let opens = (subject.start..named.words.start).all(|at| {
            !matches!(words.tag(at), Tag::Preposition | Tag::Conjunction | Tag::Verb | Tag::Punctuation)
                && words.lower(at) != "'s"
        });
        let behind = words.text(named.words.end);
        opens && (named.words.end >= subject.end || matches!(behind, "," | "("))
    }

    /// Whether a sentence speaks of nobody but `name` whom "he" or "she" could mean: as who does something, or to whom it is done.
    /// Who only stands in a phrase behind its verb is not meant, and where a `speaker` goes on nobody behind it.
    fn nobody_else(&self, sentence: usize, (name, female): (&str, bool), verb: &VerbGroup, speaker: bool) -> bool {
        let words = &self.prose.words;
        let Some(bounds) = self.prose.sentences.get(sentence).map(|sentence| sentence.words.clone()) else {
            return false;
        };
        let aside = |at: usize| {
            let joint = |at: &usize| {
                matches!(
                    words.tag(*at),
                    Tag::Preposition | Tag::Verb | Tag::Auxiliary | Tag::Conjunction | Tag::Punctuation
                )
            };
            let phrase = (verb.words.end..at).rev().find(joint).is_some_and(|at| {
                words.tag(at) == Tag::Preposition && !matches!(words.lower(at), "by" | "to" | "with")
            });
            at >= verb.words.end && (speaker || phrase)
        };
        let fits = |woman: Option<bool>| woman.is_none_or(|woman| woman == female);
        let names = self.names_of(sentence);
        let other = names.iter().filter(|named| !aside(named.words.start)).any(|named| match named.mention.kind {
            EntityKind::Person => {
                let woman = self.women.get(named.mention.name.as_str()).copied();
                named.mention.name != name && fits(woman) && !self.is_label(named)
            }
            EntityKind::Other => self.may_be_somebody(named),
            _ => false,
        });
        let inside = |at: usize| names.iter().any(|named| named.words.contains(&at));
        let unnamed = bounds.clone().any(|at| {
            self.is_person(at)
                && !aside(at)
                && fits(mentions::woman(words.lower(at)))
                && !inside(at)
                && !names.iter().any(|named| named.mention.name == name && self.describes(at, named))
        });
        // "Jon Holm met him": another.
        let object = if female { "her" } else { "him" };
        let met = bounds.clone().skip(1).any(|at| {
            let ends =
                matches!(words.tag(at + 1), Tag::Punctuation | Tag::Preposition | Tag::Conjunction | Tag::Adverb);
            words.lower(at) == object && matches!(words.tag(at - 1), Tag::Verb | Tag::Preposition) && (!female || ends)
        });
        !other && !unnamed && (!met || speaker)
    }
}
