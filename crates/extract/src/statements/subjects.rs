//! Of whom or what a statement is told: its own subject, one that it shares, or whom a pronoun stands for.

use std::ops::Range;

use model::{Mention, Span};

use super::{Stage, units::Unit, voices::Voice};
use crate::{grammar::phrases::Clauses, tags::Tag};

impl Stage<'_> {
    /// The subject that a statement shares with a clause before it: the name that it stands for, where it is a pronoun.
    pub(super) fn shared(
        &self,
        clauses: &Clauses<'_>,
        unit: &Unit<'_>,
        words: &Range<usize>,
        voices: &[Voice<'_>],
    ) -> Option<Span> {
        let subject = shared_subject(clauses, unit).filter(|subject| {
            subject.end <= words.start && (unit.antecedent.is_some() || stands_free(clauses, subject))
        })?;
        let verb = || clauses.groups.iter().find(|group| group.words.start >= subject.end);
        let name = (subject.len() <= 2)
            .then(verb)
            .flatten()
            .and_then(|verb| self.pronouns.told_as(&subject, verb, voices))
            .filter(|(name, _)| name.end <= self.found.prose.span(words.clone()).start);
        Some(name.map_or_else(|| self.found.prose.span(subject), |(name, _)| name))
    }

    /// The name of whom or what the pronoun stands for that is a statement's own subject, where one alone can be meant.
    pub(super) fn told_as(
        &self,
        clauses: &Clauses<'_>,
        unit: &Unit<'_>,
        words: &Range<usize>,
        voices: &[Voice<'_>],
    ) -> Option<Span> {
        let main = unit.main?;
        let own = clauses.subject_before(main).filter(|own| own.start >= words.start)?;
        // "The pilots left, he said", "the point, he said, is": told of the pilots, and of the point.
        let prose = self.found.prose;
        let first = words.clone().find(|&at| prose.words.tag(at) != Tag::Punctuation)?;
        let lead = first..own.start;
        let opens = match prose.words.tag(first) {
            Tag::Preposition | Tag::Subordinator => prose.words.text(own.start - 1) == "," || lead.len() < 5,
            _ => lead.clone().all(|at| {
                matches!(prose.words.tag(at), Tag::Adverb | Tag::Conjunction | Tag::Punctuation | Tag::Subordinator)
                    || crate::grammar::phrases::is_day(prose.words.lower(at))
            }),
        };
        if !lead.is_empty() && !opens || prose.words.text(main.words.end) == "," {
            return None;
        }
        let (name, told) = self.pronouns.told_as(&own, main, voices)?;
        let span = prose.span(words.clone());
        // "If Berg is charged, he …": told within it.
        let within = self.found.mentions.iter().any(|mention| span.contains(mention.span) && mention.name == told);
        (name.end <= span.start && !within).then_some(name)
    }

    /// Who and what is named in a clause, and in the subject that it shares with the clause before; and whom its subject
    /// stands for.
    pub(super) fn participants(
        &self,
        clauses: &Clauses<'_>,
        span: Span,
        unit: &Unit<'_>,
        voices: &[Voice<'_>],
    ) -> Vec<Mention> {
        let prose = self.found.prose;
        let inside = |span: Span| {
            let first = self.found.mentions.partition_point(|mention| mention.span.start < span.start);
            self.found.mentions[first..].iter().take_while(move |mention| mention.span.end <= span.end)
        };
        let subject = shared_subject(clauses, unit);
        let relative = || {
            // "…, where both sides met": the place stands before.
            let first = unit.words.start.checked_sub(1).filter(|&at| at > clauses.start)?;
            let opens = matches!(prose.words.lower(first), "which" | "whom" | "where");
            let before = prose.span(clauses.start..first);
            opens.then(|| inside(before).last()).flatten()
        };
        let meant = unit.main.and_then(|main| {
            let own = clauses.subject_before(main).filter(|own| own.start >= unit.words.start);
            self.pronouns.meant(&own.or_else(|| subject.clone())?, main, voices)
        });
        let mut all: Vec<Mention> = subject.into_iter().flat_map(|words| inside(prose.span(words))).cloned().collect();
        all.extend(relative().cloned());
        all.extend(inside(span).cloned());
        if let Some(meant) = meant.filter(|meant| all.iter().all(|known| known.span != meant.span)) {
            let at = all.partition_point(|known| known.span.start < meant.span.start);
            all.insert(at, meant);
        }
        let mut seen: Vec<(String, Span)> = Vec::new();
        all.retain(|mention| {
            let key = (mention.name.clone(), mention.span);
            let fresh = !seen.contains(&key);
            seen.push(key);
            fresh
        });
        all
    }
}

/// Whether a noun phrase depends on no preposition, as in "the man in a wheelchair fell and broke a leg".
pub(super) fn stands_free(clauses: &Clauses<'_>, subject: &Range<usize>) -> bool {
    let before = subject.start.checked_sub(1).filter(|&at| at >= clauses.start);
    before.is_none_or(|at| {
        // "said the owner left and sold the ferry": what is said begins with it.
        let said =
            || crate::cues::verb(clauses.words.lower(at)).is_some_and(|cue| cue.frames.any(crate::cues::Frames::BARE));
        (!matches!(clauses.words.tag(at), Tag::Preposition | Tag::Verb) || said())
            && !matches!(clauses.words.lower(at), "since" | "after" | "before" | "until" | "than" | "as")
            || clauses.words.lower(at) == "as" && at == clauses.start
    })
}

/// The words of the subject that a unit shares with a clause before it.
pub(super) fn shared_subject(clauses: &Clauses<'_>, unit: &Unit<'_>) -> Option<Range<usize>> {
    unit.antecedent.clone().or_else(|| unit.shares_subject.and_then(|group| clauses.subject_before(group)))
}
