//! Contents that are no clause: objects, names for things, what a preposition leads to, and passives.

use std::ops::Range;

use super::{Candidate, attached};
use crate::{
    attributions::{Found, sayers},
    cues::{self, Frames},
    grammar::{
        Form,
        groups::is_nominal,
        phrases::{is_dash, is_day},
    },
    tags::Tag,
};

impl Candidate<'_> {
    /// Made it clear that; made plain that.
    pub(super) fn made_clear(&self, source: Option<Range<usize>>) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        if self.cue.lemma != "make" {
            return None;
        }
        // "made the case in a speech that"
        let case = (self.group.words.end..scene.end.min(self.group.words.end + 4))
            .find(|&at| matches!(words.lower(at), "case" | "point" | "argument"));
        if let Some(case) = case {
            let places = scene.adjuncts_after(case + 1, self.quoted);
            let that = places.into_iter().find(|&at| words.lower(at) == "that" && at + 2 < scene.end)?;
            return self.found(source, case + 1, vec![that..scene.clause_end(that, self.quoted)]);
        }
        let at = self.group.words.end + usize::from(words.lower(self.group.words.end) == "it");
        let clear = matches!(words.lower(at), "clear" | "plain" | "known") && words.lower(at + 1) == "that";
        (clear && at + 2 < scene.end)
            .then(|| vec![at + 1..scene.clause_end(at + 1, self.quoted)])
            .and_then(|content| self.found(source, at + 1, content))
    }

    /// Expressed confidence that; made no mention of.
    pub(super) fn light(&self, source: Option<Range<usize>>) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let at = self.group.words.end;
        if !self.cue.frames.any(Frames::LIGHT) || at >= scene.end {
            return None;
        }
        let noun = (at..scene.end.min(at + 5))
            .find(|&i| {
                let noun = words.tag(i) == Tag::Noun || words.tag(i) == Tag::Verb && i == at;
                noun && !is_nominal(words.tag(i + 1)) && cues::noun(words.lower(i))
            })
            .filter(|&noun| (at..noun).all(|i| matches!(words.tag(i), Tag::Determiner | Tag::Adjective | Tag::Noun)))?;
        let next = noun + 1;
        let infinitive =
            self.scene.clauses.group_at(next).is_some_and(|g| g.form == Form::Infinitive && g.words.start == next);
        if words.lower(next) == "that" || infinitive {
            return self.found(source, next, vec![next..scene.clause_end(next, self.quoted)]);
        }
        if crate::words::is_one_of(words.lower(next), "about of on for against over to with in at") {
            return self.found(source, next + 1, vec![next + 1..scene.object_end(next + 1, self.quoted)]);
        }
        None
    }

    /// Talked about, called for, agreed with.
    pub(super) fn prepositional(&self, source: Option<Range<usize>>) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let form = words.lower(self.group.head);
        let at = self.group.words.end;
        if !cues::takes_preposition(form, words.lower(at)) || at + 1 >= scene.end {
            return None;
        }
        let question = matches!(words.lower(at + 1), "how" | "why" | "what" | "whether" | "who");
        let end = if question { scene.clause_end(at + 1, self.quoted) } else { scene.object_end(at + 1, self.quoted) };
        self.found(source, at + 1, vec![at + 1..end])
    }

    /// "Issued a statement saying that", "wrote a letter asking": what the letter says.
    pub(super) fn in_writing(&self, source: Option<&Range<usize>>) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let known = crate::words::is_one_of(self.cue.lemma, "issue release write send post publish deliver put file");
        let noun = (self.group.words.end..scene.end.min(self.group.words.end + 6)).find(|&at| {
            crate::attributions::reach::is_medium(words.lower(at).trim_end_matches('s')) && words.tag(at) == Tag::Noun
        })?;
        let next = scene.clauses.phrase_from(noun, scene.end).unwrap_or(noun + 1);
        let group = self
            .scene
            .clauses
            .group_at(next)
            .filter(|group| group.words.start == next && group.form == Form::Gerund)?;
        let inner = cues::verb(words.lower(group.head)).filter(|cue| known && cue.frames.any(Frames::QUOTE))?;
        let said = Candidate {
            scene,
            quoted: self.quoted,
            group,
            cue: inner,
            own: None,
            source: None,
            start: next,
            led: false,
        };
        let content = said.complement(group.words.end, false)?;
        self.found(source.cloned(), group.words.end, content)
    }

    /// Endorsed the plan.
    pub(super) fn object(&self, source: Option<Range<usize>>) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let at = self.group.words.end;
        let naming = self.cue.frames.any(Frames::NAMING);
        // "The poll showed Berg in third place": what a document shows.
        let shows = || {
            self.cue.frames.any(Frames::FINDING)
                && self.group.form == Form::Finite
                && source.as_ref().is_some_and(|source| sayers::is_document(scene.prose, source.clone()))
        };
        if !naming && !self.cue.frames.any(Frames::OBJECT) && !shows() || at >= scene.end || is_day(words.lower(at)) {
            return None;
        }
        if self.group.form == Form::Infinitive && !self.led && !self.cue.frames.any(Frames::QUOTE) {
            return None;
        }
        // After a preposition or a form of "be" a gerund is a noun as often as not.
        let before = self.group.words.start.checked_sub(1).map_or("", |before| words.lower(before));
        if self.group.form == Form::Gerund
            && !(crate::words::is_one_of(before, ", while by and after before without whether when") || is_dash(before))
        {
            return None;
        }
        if self.quoted.piece(at).is_none_or(|piece| piece.words.start != at) {
            scene.clauses.phrase_from(at, scene.end)?;
        }
        let end = scene.object_end(at, self.quoted);
        let end = if naming { self.named_end(at, end) } else { end };
        self.found(source, at, vec![at..end])
    }

    /// Where "it a farce" or "it as a farce" ends: a naming goes on where an object would end.
    pub(super) fn named_end(&self, at: usize, object: usize) -> usize {
        let words = self.scene.clauses.words;
        let goes_on =
            (at..=object).any(|at| words.lower(at) == "as") || self.quoted.is(object) || is_day(words.lower(object));
        if goes_on { self.scene.clause_end(at, self.quoted).max(object) } else { object }
    }

    /// Is expected to; was accused by.
    pub(super) fn passive(&self) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let at = self.group.words.end;
        let frames = self.cue.frames;
        let subject = self.own.clone().or_else(|| self.source.clone());
        let it = subject.as_ref().is_some_and(|s| s.len() == 1 && words.lower(s.start) == "it");
        if it && words.lower(at) == "that" && frames.any(Frames::CLAUSE) {
            return self.found(None, at, vec![at..scene.clause_end(at, self.quoted)]);
        }
        let infinitive = scene.clauses.group_at(at).is_some_and(|g| g.form == Form::Infinitive && g.words.start == at);
        if infinitive && frames.any(Frames::PASSIVE_INFINITIVE) {
            let content = subject.into_iter().chain([at..scene.clause_end(at, self.quoted)]).collect();
            return self.found(None, at, content);
        }
        // "“…,” the spokesman was quoted as saying"
        // "quoted by the Post as saying"
        let by = (words.lower(at) == "by").then(|| scene.clauses.phrase_from(at + 1, scene.end)).flatten();
        // "was quoted in today's Post as saying"
        let later = || {
            let quoted = matches!(self.cue.lemma, "quote" | "cite");
            let free = |&at: &usize| words.text(at) != "," && scene.clauses.group_at(at).is_none();
            (at..scene.end.min(at + 12)).take_while(free).find(|&at| quoted && words.lower(at) == "as")
        };
        let role = by.filter(|&by| words.lower(by) == "as").or_else(later).unwrap_or(at);
        if matches!(self.cue.lemma, "quote" | "cite" | "hear" | "report")
            && words.lower(role) == "as"
            && words.lower(role + 1).ends_with("ing")
        {
            let own = self.own.clone()?;
            let rest = role + 2..scene.clause_end(role + 2, self.quoted);
            let content = self
                .complement(role + 2, false)
                .or_else(|| self.complement_of_saying(role + 2))
                .or_else(|| scene.clauses.finite_in(rest.clone()).then(|| vec![rest.clone()]))
                .or_else(|| scene.content_before(own.start, self.quoted))?;
            return self.found(Some(own), role + 2, content);
        }
        // "The town was said by officials to be cut off", "who was quoted by the Post as saying it was late"
        if words.lower(at) == "by"
            && let Some(end) = scene.clauses.phrase_from(at + 1, scene.end)
        {
            let to = scene.clauses.group_at(end).is_some_and(|g| g.form == Form::Infinitive && g.words.start == end);
            if to
                && matches!(self.cue.lemma, "say" | "report" | "believe" | "think" | "expect" | "estimate")
                && let Some(own) = self.own.clone()
            {
                let mut found =
                    self.found(Some(at + 1..end), at, vec![own, end..scene.clause_end(end, self.quoted)])?;
                found.speech = true;
                return Some(found);
            }
        }
        let attitude = frames.any(Frames::OBJECT.or(Frames::CLAUSE));
        if words.lower(at) == "by" && attitude {
            let source = scene.clauses.phrase_from(at + 1, scene.end)?;
            let subject = subject.or_else(|| attached(scene, self.group))?;
            return self.found(Some(at + 1..source), at, vec![subject]);
        }
        None
    }

    /// What stands behind "was quoted as saying": a quotation, or a clause.
    pub(super) fn complement_of_saying(&self, at: usize) -> Option<Vec<Range<usize>>> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let opens = at + usize::from(matches!(words.text(at), "," | ":"));
        let quotation = scene.quotation_at(opens, self.quoted).filter(|_| opens < scene.end);
        quotation.or_else(|| (words.lower(at) == "that").then(|| vec![at..scene.clause_end(at, self.quoted)]))
    }

    /// Seems to.
    pub(super) fn seeming(&self) -> Option<Found> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let at = self.group.words.end;
        let subject = self.own.clone().or_else(|| self.source.clone())?;
        let infinitive = scene.clauses.group_at(at).is_some_and(|g| g.form == Form::Infinitive && g.words.start == at);
        let that = matches!(words.lower(at), "that" | "as");
        if !infinitive && !that {
            return None;
        }
        let rest = at..scene.clause_end(at, self.quoted);
        self.found(None, at, if that { vec![rest] } else { vec![subject, rest] })
    }
}
