//! What a cue verb takes: a clause, an infinitive, a quotation.

use std::ops::Range;

use super::Candidate;
use crate::{
    cues::Frames,
    grammar::{
        Form, VerbGroup,
        phrases::{is_dash, is_day, relative},
    },
    tags::Tag,
};

impl Candidate<'_> {
    /// A clause, infinitive or quotation that begins at `at`; only with its mark (that, colon, quotation) where the
    /// verb is not next to it.
    pub(in crate::attributions) fn complement(&self, at: usize, apart: bool) -> Option<Vec<Range<usize>>> {
        let scene = self.scene;
        let words = scene.clauses.words;
        let frames = self.cue.frames;
        if at >= scene.end {
            return None;
        }
        let speech = frames.any(Frames::QUOTE);
        let text = words.text(at);
        let opens = at + usize::from(matches!(text, "," | ":"));
        if speech && let Some(mut pieces) = scene.quotation_at(opens, self.quoted) {
            let last = pieces.last().map_or(opens, |piece| piece.end);
            if last < scene.end && pieces.len() == 1 && !matches!(text, "," | ":") {
                return Some(vec![opens..scene.clause_end(opens, self.quoted)]);
            }
            if last >= scene.clauses.end {
                pieces.extend(scene.quotations_after(self.quoted));
            }
            return Some(pieces);
        }
        if text == ":" && speech && at + 1 < scene.end {
            return Some(vec![at + 1..scene.end]);
        }
        let lower = words.lower(at);
        let clause = frames.any(Frames::CLAUSE);
        let until = |from: usize| Some(vec![from..scene.clause_end(from, self.quoted)]);
        if clause && lower == "that" && (words.tag(at + 1) != Tag::Noun || !apart) && at + 2 < scene.end {
            return until(at);
        }
        let question = crate::words::is_one_of(lower, "whether how why what if who where when");
        if clause && question && !apart && scene.clauses.finite_in(at + 1..scene.end) {
            return until(at);
        }
        let infinitive = scene.clauses.group_at(at).filter(|g| g.form == Form::Infinitive && g.words.start == at);
        if infinitive.is_some() {
            let allowed = if apart { frames.any(Frames::OBJECT_INFINITIVE) } else { frames.any(Frames::INFINITIVE) };
            return if allowed && (!apart || frames.any(Frames::HEARER)) { until(at) } else { None };
        }
        if apart || is_day(lower) && words.lower(at + 1) != "'s" || self.is_timed(at) {
            return None;
        }
        if frames.any(Frames::GERUND)
            && scene.clauses.group_at(at).is_some_and(|g| g.form == Form::Gerund && g.words.start == at)
        {
            return until(at);
        }
        let follower = scene
            .clauses
            .phrase_from(at, scene.end)
            .and_then(|end| scene.clauses.group_at(end).filter(|g| g.words.start == end));
        if frames.any(Frames::OBJECT_INFINITIVE) && follower.is_some_and(|g| g.form == Form::Infinitive) {
            return until(at);
        }
        // "Polls show her leading"
        if frames.any(Frames::FINDING) && follower.is_some_and(|g| g.form == Form::Gerund) {
            return until(at);
        }
        if frames.any(Frames::BARE) && (self.bare_clause(at) || speech && self.quoted_clause(at)) {
            return until(at);
        }
        None
    }

    /// Whether a time stands at `at` that tells when it was said: "said last week that", "said this week it would", and not
    /// "said this week will be warm".
    fn is_timed(&self, at: usize) -> bool {
        let words = self.scene.clauses.words;
        let Some(end) = self.scene.time_from(at) else { return false };
        words.lower(end) == "that"
            || matches!(words.tag(end), Tag::Pronoun | Tag::Determiner | Tag::Proper)
                && self.scene.clauses.finite_in(end..self.scene.end)
    }

    /// Whether a noun phrase begins at `at` that goes on in quotation marks with its verb: "said their “will is broken”".
    fn quoted_clause(&self, at: usize) -> bool {
        let scene = self.scene;
        let words = scene.clauses.words;
        let Some(end) = scene
            .clauses
            .phrase_from(at, scene.end)
            .or_else(|| matches!(words.lower(at), "his" | "her" | "its" | "their" | "the").then_some(at + 1))
        else {
            return false;
        };
        // "said a program allowing them to sail “voids the law”"
        let told = scene.clauses.group_at(end).is_some_and(|group| group.form == Form::Gerund);
        let reach = if told { 14 } else { 2 };
        let mark = (end..scene.end.min(end + reach)).find(|&at| self.quoted.is(at));
        let mark = mark.filter(|&mark| !scene.clauses.finite_in(end..mark));
        let Some(piece) = mark.and_then(|mark| self.quoted.piece(mark)) else { return false };
        scene.clauses.finite_in(piece.words.clone())
    }

    /// Whether a noun phrase with a finite verb begins at `at`.
    fn bare_clause(&self, at: usize) -> bool {
        let clauses = self.scene.clauses;
        let words = clauses.words;
        let from = clauses.groups.partition_point(|group| group.words.start <= at);
        // "said pilots who had been ill will go home": over the relative clauses of the subject.
        let mut finite = clauses.groups[from..].iter().filter(|g| g.form == Form::Finite).take(3);
        let own = |group: &&VerbGroup| {
            clauses.subject_before(group).is_none_or(|subject| {
                // "announced a review of a trip Berg took": what tells which trip.
                let contact = subject.start > at + 1
                    && words.tag(subject.start - 1) == Tag::Noun
                    && matches!(words.tag(subject.start), Tag::Proper | Tag::Pronoun)
                    && subject.len() == 1
                    && !is_timing(words.lower(subject.start - 1));
                subject.start < at || !(relative(words.lower(subject.start)) || contact)
            })
        };
        let Some(group) = finite.find(own) else { return false };
        // "said at least 12 boats were lost", "said about half of them left"
        let amount = words.lower(at) == "at" && matches!(words.lower(at + 1), "least" | "most")
            || crate::words::is_one_of(
                words.lower(at),
                "about around over under between nearly almost roughly approximately",
            ) && (words.tag(at + 1) == Tag::Number || matches!(words.lower(at + 1), "half" | "a"));
        if matches!(words.tag(at), Tag::Preposition | Tag::Adverb | Tag::Conjunction | Tag::Punctuation)
            && !self.quoted.is(at)
            && !amount
            && !crate::words::is_one_of(words.lower(at), "both either neither all like more then there here")
        {
            return false;
        }
        let comma = (at..group.words.start).any(|i| matches!(words.text(i), "," | ";" | ":") || is_dash(words.text(i)));
        // "told them his trip, which took him to Kolm, was long": the commas lie within the subject.
        let whole = || clauses.subject_before(group).is_some_and(|subject| subject.start == at);
        if comma && !whole() || group.words.start >= self.scene.end {
            return false;
        }
        clauses.subject_before(group).is_some_and(|subject| subject.start < at || !relative(words.lower(subject.start)))
    }
}

/// Words that tell when something was said, right behind the verb.
pub(super) fn is_timing(lower: &str) -> bool {
    is_day(lower)
        || crate::words::is_one_of(lower, "last this earlier late week month year night morning afternoon evening")
}
