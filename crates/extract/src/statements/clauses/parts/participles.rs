//! Participles behind a clause, told of its subject: "…, killing two", "was held and charged with theft".

use super::super::{Cutter, is_past};
use super::Part;
use crate::{
    cues::{self, Frames},
    grammar::{Form, VerbGroup, groups},
    tags::Tag,
    words::is_one_of,
};

impl<'b> Cutter<'_, 'b> {
    /// The gerund at `at`, or behind an adverb there, that takes something.
    pub(super) fn gerund_from(&self, at: usize) -> Option<&'b VerbGroup> {
        let group = [at, at + 1].into_iter().find_map(|from| {
            let led = from == at || self.words.tag(at) == Tag::Adverb;
            self.clauses.group_at(from).filter(|group| group.words.start == from && led && group.form == Form::Gerund)
        })?;
        let takes = group.words.end + 1 < self.clauses.end && self.words.tag(group.words.end) != Tag::Punctuation;
        let said = group.words.clone().any(|at| self.said.tells(at))
            || cues::verb(self.words.lower(group.head))
                .is_some_and(|cue| cue.frames.any(Frames::QUOTE.or(Frames::CLAUSE)));
        let glue = (crate::words::is_one_of(self.words.lower(group.head), GLUE)
            || self.words.text(group.head).contains('-'))
            && !self.words.lower(group.head + 1).eq("off");
        (takes && !said && !glue).then_some(group)
    }

    /// "A bomb went off on Friday, killing two".
    pub(super) fn participle(&self, at: usize) -> Option<Part> {
        if self.words.text(at) != "," {
            return None;
        }
        let group = self.gerund_from(at + 1)?;
        let main = self.firm(at).filter(|main| !main.passive)?;
        let subject = self.told_subject(main)?;
        let copula = groups::is_be(self.words.lower(main.head));
        // "They were sitting, waiting to go": one deed. "I believe, having seen it, that …": what follows is believed.
        let open = main.words.end == at
            && (self.words.lower(main.head).ends_with("ing")
                || cues::verb(self.words.lower(main.head)).is_some_and(|cue| cue.frames.any(Frames::CLAUSE)));
        // "Saw five boats, sailing fast": they sail.
        let seen = is_one_of(
            self.words.lower(main.head),
            "saw seen sees see detected spotted found finds noticed heard caught watched showed shows",
        );
        // "Reported a raid, causing damage", "wish for a change, ending in peace": what is told or wished, not who does.
        let told = cues::verb(self.words.lower(main.head))
            .is_some_and(|cue| cue.frames.any(Frames::QUOTE.or(Frames::INFINITIVE).or(Frames::OBJECT_INFINITIVE)));
        (!copula && !open && !seen && !told && self.closes_or_joins(group)).then(|| Part {
            subject: Some(subject),
            hangs_before: true,
            leader: Some(main.head),
            ..Part::new(at, at + 1, group.head)
        })
    }

    /// "…, killing two and wounding five": one more of the same subject.
    pub(super) fn joined_participle(&self, at: usize) -> Option<Part> {
        let part = self.cuts.part(self.region)?;
        let before = self.clauses.group_at(part.verb).filter(|group| group.form == Form::Gerund)?;
        let joint = self.words.lower(at) == "and" || self.words.text(at) == ",";
        let group = self.gerund_from(at + 1).filter(|_| joint)?;
        let between = self.clauses.groups.iter().any(|g| g.words.start >= before.words.end && g.words.end <= at);
        (!between && before.words.end < at && self.closes_or_joins(group)).then(|| Part {
            at,
            from: at + 1,
            verb: group.head,
            ..part.clone()
        })
    }

    /// "Was held on Monday and charged with theft", "has left the town and joined a crew": the auxiliary is told once.
    pub(super) fn elided(&self, at: usize) -> Option<Part> {
        if !matches!(self.words.lower(at), "and" | "but") {
            return None;
        }
        let from = self.after_adverbs(at + 1);
        let group = self
            .clauses
            .group_at(from)
            .filter(|group| group.head == from && matches!(group.form, Form::Finite | Form::Participle))?;
        let lower = self.words.lower(group.head);
        let main = self.firm(at)?;
        let has = main.words.clone().any(|at| groups::is_have(self.words.lower(at)));
        let next = group.words.end;
        let adverbial = matches!(self.words.tag(next), Tag::Preposition | Tag::Adverb)
            || self.words.lower(next) == "to"
            || crate::grammar::phrases::is_day(self.words.lower(next));
        let taken = next < self.clauses.end
            && self.words.tag(next) != Tag::Punctuation
            && !matches!(self.words.lower(next), "and" | "or" | "but");
        let form = group.form == Form::Participle || is_past(lower) && (lower.ends_with("ed") || !main.passive);
        let alike = if main.passive { adverbial } else { has };
        if !alike
            || !taken
            || !form
            || main.words.end == at
            // "another brazen and planned raid"
            || matches!(self.words.tag(at - 1), Tag::Adjective | Tag::Determiner)
            || self.joins_adjectives(at, group)
            || self.has_auxiliary(group)
        {
            return None;
        }
        let subject = self.told_subject(main)?;
        self.closes(group).then(|| Part {
            subject: Some(subject),
            passive: main.passive,
            hangs_before: true,
            ..Part::new(at, at + 1, group.head)
        })
    }
}

/// Gerunds that are no deeds, but lead from one thing to another.
const GLUE: &str = "including excluding according following regarding concerning considering depending ranging \
    pending starting beginning assuming being barring citing referring quoting speaking hoping \
    wanting fearing seeking trying looking planning hinting meaning given using based judging \
    relating owing failing denying refusing threatening vowing promising urging demanding calling \
    asking compared going accusing touting intending preparing waiting featuring involving covering \
    reflecting totaling totalling averaging prompting marking making allowing enabling aiming \
    awaiting";
