//! Who says a statement that ends with it: "The fund has grown, acting chief Anna Berg said", where no attribution was found
//! that could be told apart.

use std::ops::Range;

use model::{EntityKind, Holder, Span};

use super::{Stage, joint::plain_name, subjects::shared_subject, units::Unit, voices::Voice};
use crate::{
    attributions::{sayers, speakers::UNKNOWN},
    cues::{self, Frames},
    grammar::{Form, VerbGroup, groups, phrases::Clauses},
    tags::Tag,
};

/// Words of who speaks, at most, and of what may stand behind the verb of saying.
const SPEAKER: usize = 18;
const BEHIND: usize = 12;

impl Stage<'_> {
    /// The holder whom the last words of a unit name, behind its last comma, and the verb with which they do.
    pub(super) fn closed_by(
        &self,
        clauses: &Clauses<'_>,
        voices: &[Voice<'_>],
        unit: &Unit<'_>,
    ) -> Option<(Holder, Span)> {
        let prose = self.found.prose;
        let words = &prose.words;
        let end = unit.words.clone().rev().find(|&at| words.tag(at) != Tag::Punctuation)? + 1;
        let said = (end.saturating_sub(BEHIND)..end).rev().find(|&at| {
            // "…, bankers say".
            let plural = || words.lower(at) == "say" && words.lower(at - 1).ends_with('s');
            (matches!(words.lower(at), "said" | "says" | "told" | "reported" | "added" | "noted") || plural())
                && at > unit.words.start + 4
        })?;
        let comma = (unit.words.start + 4..said).rev().find(|&at| words.text(at) == ",")?;
        let source = comma + 1..said;
        let first = words.lower(source.start);
        let marked =
            (comma - 1..end).any(|at| matches!(words.text(at), "“" | "”" | "\"" | "''" | "‘" | "`" | ";" | ":"));
        let opens = crate::words::is_one_of(
            first,
            "as despite and but or where when because while though although if what after before with never like \
                 than including i we",
        ) || matches!(words.tag(source.start), Tag::Preposition | Tag::Subordinator)
            || words.tag(source.start) == Tag::Adverb && !words.capitalised(source.start);
        let told_of = source.clone().any(|at| {
            words.tag(at) == Tag::Auxiliary
                || groups::is_modal(words.lower(at))
                || crate::words::is_one_of(words.lower(at), "who which that whom whose not never to")
        });
        let named = source.clone().next_back().is_some_and(|at| {
            matches!(words.tag(at), Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Number)
                || matches!(words.text(at), ">" | ")")
                || matches!(words.lower(at), "here" | "there")
        });
        // "said after flying over Kolm", "said in a report submitted to the board": and nothing that is said.
        let opens_behind = matches!(words.tag(said + 1), Tag::Preposition | Tag::Subordinator | Tag::Verb);
        // "said as lead manager", "said in reply to questions"
        let framed = words.lower(said + 1) == "as"
            || words.lower(said + 1) == "in" && matches!(words.lower(said + 2), "response" | "reply" | "answer");
        let behind = (said + 1..end).any(|at| {
            !framed && clauses.group_at(at).is_some_and(|group| group.form == Form::Finite || !opens_behind)
                || words.text(at) == ","
                || matches!(words.lower(at), "that" | "whether" | "it")
        });
        let content = unit.words.start..comma;
        let clause = clauses.finite_in(content.clone()) || content.len() > 6;
        let hearer = match words.lower(said) {
            "told" => said + 1 < end,
            "reported" | "noted" => said + 1 >= end,
            _ => true,
        };
        // "…, today reported": when, and not who.
        let timed =
            source.len() == 1 && crate::grammar::phrases::is_day(first) || matches!(first, "today" | "yesterday");
        if source.is_empty()
            || source.len() > SPEAKER
            || marked
            || opens
            || told_of
            || !named
            || behind
            || !clause
            || unit.main.is_none()
            || !hearer
            || timed
        {
            return None;
        }
        let span = prose.span(source.clone());
        let cue = prose.span(said..said + 1);
        let known = voices.iter().find(|voice| voice.cue.iter().any(|cue| cue.contains(&said)));
        let name = known
            .and_then(|voice| voice.attribution.speaker.clone())
            .or_else(|| self.person_in(&source))
            .or_else(|| {
                let pronoun = words.tag(source.start) == Tag::Pronoun && source.len() == 1;
                let able = !pronoun && sayers::can_hold(prose, source.clone(), true);
                able.then(|| plain_name(prose.text.cut(span)))
            })
            .unwrap_or_else(|| UNKNOWN.to_owned());
        Some((Holder { name, span: Some(span), cue: Some(cue), inferred: false, joint: false }, cue))
    }

    /// The one person who is named within some words, at their end.
    pub(super) fn person_in(&self, source: &Range<usize>) -> Option<String> {
        let span = self.found.prose.span(source.clone());
        let from = self.found.mentions.partition_point(|mention| mention.span.start < span.start);
        let named = self.found.mentions[from..].iter().take_while(|mention| mention.span.end <= span.end);
        let last = named.last().filter(|mention| mention.kind == EntityKind::Person && mention.span.end == span.end)?;
        Some(last.name.clone())
    }
}

impl Stage<'_> {
    /// Who goes on with what they said, in the same sentence: "Berg said the sale was near, but he was willing to wait". What they
    /// feel or mean to do the report has from them.
    pub(super) fn carried_on(
        &self,
        clauses: &Clauses<'_>,
        voices: &[Voice<'_>],
        unit: &Unit<'_>,
    ) -> Option<(Holder, Span)> {
        let words = clauses.words;
        let main = unit.main?;
        let subject = clauses.subject_before(main)?;
        let he = matches!(words.lower(subject.start), "he" | "she" | "they" | "it") && subject.len() == 1;
        let feels = (main.words.start..main.words.end + 2).any(|at| {
            crate::words::is_one_of(
                words.lower(at),
                "willing optimistic confident hopeful prepared convinced concerned worried unaware aware doubtful \
                 sceptical skeptical pleased sure certain",
            )
        });
        let goes_on = groups::is_be(words.lower(main.head)) && main.words.len() <= 2 && he && feels;
        // "Berg said sales fell in Kolm, while those in Arlen rose": what is set beside it is said as well.
        let beside = unit.words.start.checked_sub(1).is_some_and(|at| words.lower(at) == "while")
            || words.lower(unit.words.start) == "while";
        let joint = |at: usize| matches!(words.lower(at), "but" | "and" | "," | "while");
        let joined = joint(unit.words.start) || unit.words.start > clauses.start && joint(unit.words.start - 1);
        let voice = voices.iter().find(|voice| {
            let before = voice.cue.first().is_some_and(|cue| cue.end <= voice.content.first().map_or(0, |c| c.start));
            let ends = voice
                .content
                .last()
                .is_some_and(|content| content.end <= subject.start && unit.words.start <= content.end + 3);
            voice.apart && before && ends
        })?;
        if !(goes_on || beside && unit.voices.is_empty()) || !joined {
            return None;
        }
        let (source, cue) = (*voice.attribution.source.first()?, *voice.attribution.cue.first()?);
        let name = voice.attribution.speaker.clone().filter(|name| name != UNKNOWN);
        let name = name.unwrap_or_else(|| plain_name(self.found.prose.text.cut(source)));
        Some((Holder { name, span: Some(source), cue: Some(cue), inferred: false, joint: false }, cue))
    }
}

impl Stage<'_> {
    /// Whose word a unit is that turns on "said", where the subject could not be told: who it opens with ("An official close to the
    /// talks says that in May"), else nobody known.
    pub(super) fn outright(&self, clauses: &Clauses<'_>, unit: &Unit<'_>) -> Option<(Holder, Span)> {
        let (prose, words) = (self.found.prose, clauses.words);
        let main = unit.main.filter(|main| {
            main.form == Form::Finite
                && !main.negated
                && !main.passive
                && matches!(words.lower(main.head), "said" | "says")
                && !main.words.clone().any(|at| groups::is_modal(words.lower(at)))
        })?;
        let start = unit.words.clone().find(|&at| words.tag(at) != Tag::Punctuation)?;
        let lead = start..main.words.start;
        let nobody = lead.is_empty()
            || crate::words::is_one_of(
                words.lower(start),
                "i we you who which that what whatever nobody none no neither few everyone anyone never when while as",
            )
            || lead.clone().any(|at| crate::words::is_one_of(words.lower(at), "if unless whether nobody what"));
        if nobody {
            return None;
        }
        // "funerals of ten people whom Kolm said were lost", "people the board said were lost"
        let gap = clauses.group_at(main.words.end).is_some_and(|next| next.form == Form::Finite)
            || words.lower(main.words.start - 1).ends_with("who");
        if gap || !clauses.finite_in(main.words.end..unit.words.end) {
            return None;
        }
        let able = |source: &Range<usize>| {
            words.tag(source.start) != Tag::Pronoun && sayers::can_hold(prose, source.clone(), true)
        };
        let nominal =
            |at: usize| matches!(words.tag(at), Tag::Noun | Tag::Proper) || sayers::is_somebody(words.lower(at));
        let bare = || {
            let end = (start..main.words.start)
                .find(|&at| !nominal(at) && !matches!(words.tag(at), Tag::Adjective | Tag::Determiner))?;
            Some(start..(start..end).rev().find(|&at| nominal(at))? + 1)
        };
        // "but said the pier is lost": whoever the clause before tells of.
        let shared = shared_subject(clauses, unit);
        let whole = || clauses.phrase_from(start, main.words.start).map(|end| start..end);
        let pronoun =
            shared.clone().or_else(|| Some(start..start + 1)).filter(|at| words.tag(at.start) == Tag::Pronoun);
        let meant = pronoun.and_then(|at| self.pronouns.told_as(&at, main, &[])).map(|(_, name)| name);
        let source = match shared {
            Some(shared) => Some(shared).filter(able),
            None => whole().filter(able).or_else(|| bare().filter(able)),
        };
        let span = source.clone().map(|source| prose.span(source));
        let alone = |source: &Range<usize>| {
            !source.clone().any(|at| words.tag(at) == Tag::Preposition || matches!(words.lower(at), "to" | "'s"))
        };
        let name = source.filter(alone).and_then(|source| self.person_in(&source)).or(meant);
        let name =
            name.or_else(|| span.map(|span| plain_name(prose.text.cut(span)))).unwrap_or_else(|| UNKNOWN.to_owned());
        let cue = prose.span(main.words.clone());
        Some((Holder { name, span, cue: Some(cue), inferred: false, joint: false }, cue))
    }

    /// Who said the sentence before, in the same paragraph, where this one goes on in the tense of what is passed on: "Berg said the
    /// pier would be sold. Two boats would be kept."
    pub(super) fn told_on(&self, clauses: &Clauses<'_>, unit: &Unit<'_>) -> Option<(Holder, Span)> {
        let (prose, words) = (self.found.prose, clauses.words);
        let main = unit.main.filter(|main| main.form == Form::Finite && unit.voices.is_empty())?;
        let first = words.lower(main.words.start);
        let would = first == "would"
            && !main.words.clone().any(|at| words.lower(at) == "have")
            && !(main.negated && cues::verb(words.lower(main.head)).is_some());
        let be = matches!(words.lower(main.head), "was" | "were");
        let ahead = be && matches!(words.lower(main.words.end), "likely" | "unlikely")
            || matches!(first, "was" | "were") && words.lower(main.head) == "expected";
        let sentence = prose.sentence_of(clauses.start).filter(|_| would || ahead)?;
        let passage = |at: usize| prose.sentences.get(at).map(|sentence| sentence.passage);
        let before = sentence.checked_sub(1).filter(|&before| passage(before) == passage(sentence))?;
        let bounds = prose.sentences[before].words.clone();
        let earlier = Clauses { words, start: bounds.start, end: bounds.end, groups: &prose.groups[before] };
        let voices = self.voices.of(prose, before, &earlier);
        let mut apart = voices.iter().filter(|voice| voice.apart);
        let voice = apart.next().filter(|_| apart.next().is_none())?;
        let source = *voice.attribution.source.first()?;
        let said = voice.cue.iter().flat_map(Clone::clone).any(|at| {
            matches!(words.lower(at), "said" | "added" | "told" | "warned" | "noted" | "explained" | "announced")
        });
        // "Berg says the pier is old. Two boats would be kept": the report goes on as it will.
        let present = voice.content.iter().flat_map(Clone::clone).any(|at| {
            words.tag(at) == Tag::Auxiliary
                && matches!(words.lower(at), "is" | "are" | "has" | "have" | "does" | "do" | "will" | "'s")
        });
        let own = matches!(prose.text.cut(source), "I" | "We" | "we");
        if voice.attribution.kind != model::AttributionKind::Indirect || !said || present || own {
            return None;
        }
        let known = voice.attribution.speaker.clone().filter(|name| name != UNKNOWN);
        let name =
            known.or_else(|| self.pronouns.speaker(&earlier, voice)).or_else(|| voice.attribution.speaker.clone())?;
        let cue = *voice.attribution.cue.first()?;
        Some((Holder { name, span: Some(source), cue: Some(cue), inferred: false, joint: false }, cue))
    }
}

/// The words of what is said, where the verb of saying is what a statement turns on: "Berg said *the sale will bring ten crowns*".
pub(super) fn told(
    clauses: &Clauses<'_>,
    voices: &[Voice<'_>],
    words: &Range<usize>,
    main: Option<&VerbGroup>,
) -> Option<Range<usize>> {
    let main = main.filter(|main| main.form == Form::Finite && !main.negated && !main.passive)?;
    let says = cues::verb(clauses.words.lower(main.head))
        .is_some_and(|cue| cue.frames.any(Frames::QUOTE) && cue.frames.any(Frames::BARE));
    if !says || main.words.clone().any(|at| groups::is_modal(clauses.words.lower(at))) {
        return None;
    }
    let voice = voices.iter().find(|voice| voice.cue.iter().any(|cue| cue.contains(&main.head)));
    let content = voice.and_then(|voice| voice.content.first()).filter(|content| content.start >= main.words.end);
    let start = content.map_or(main.words.end, |content| content.start);
    let start = if clauses.words.lower(start) == "that" { start + 1 } else { start };
    (start < words.end).then_some(start..words.end)
}

/// Whether a verb is that of the clause that somebody says, rather than of one that tells which thing is meant: its subject opens
/// what is said, but for what leads to it.
pub(super) fn is_told(clauses: &Clauses<'_>, told: &Range<usize>, main: &VerbGroup) -> bool {
    main.form == Form::Finite
        && clauses.subject_before(main).is_some_and(|subject| {
            // "The same talks in the other town would fail"
            subject.start == told.start
                || clauses.phrase_from(told.start, main.words.start) == Some(main.words.start)
                || (clauses.words.lower(told.start) == "if"
                    || (told.start..subject.start).all(|at| {
                        !crate::words::is_one_of(clauses.words.lower(at), "who which that where what to how")
                    }))
                    && (clauses.words.text(subject.start - 1) == ","
                        || !matches!(clauses.words.tag(told.start), Tag::Determiner | Tag::Noun | Tag::Proper))
        })
}
