//! What stands between a cue verb and its content: hearers, times and places.

use crate::{
    attributions::{Quoted, Scene},
    grammar::phrases::is_day,
    tags::Tag,
};

/// Nouns for the occasion or medium of speech.
pub(crate) fn is_medium(lower: &str) -> bool {
    crate::words::is_one_of(
        lower,
        "statement interview email e-mail letter post tweet memo release report note message article column \
                 speech op-ed blog analysis briefing call conference testimony filing editorial text broadcast \
                 address remarks",
    )
}

impl Scene<'_> {
    /// Whether a noun stands at a place, or next to it, of which it is told that somebody with a name says something of it.
    pub(super) fn adds_another(&self, at: usize) -> bool {
        let words = self.clauses.words;
        let Some(relative) = (at + 1..at + 3).find(|&at| matches!(words.lower(at), "that" | "which")) else {
            return false;
        };
        words.tag(relative - 1) == Tag::Noun
            && (relative + 1..(relative + 8).min(self.end)).any(|at| {
                matches!(words.lower(at), "said" | "says" | "called" | "denied" | "rejected" | "dismissed")
                    && matches!(words.tag(at - 1), Tag::Proper | Tag::Noun)
            })
    }

    /// The end of "in a statement", "in an interview" directly after a verb, which PolNeAR counts with the cue.
    pub(super) fn medium_after(&self, from: usize) -> Option<usize> {
        let words = self.clauses.words;
        if !matches!(words.lower(from), "in") || !matches!(words.lower(from + 1), "a" | "an") {
            return None;
        }
        let medium = (from + 2..self.end.min(from + 5)).find(|&at| is_medium(words.lower(at)))?;
        // "in a blog post"
        let two = medium + 1 < self.end && is_medium(words.lower(medium + 1));
        Some(medium + 1 + usize::from(two))
    }

    /// One past a time without a preposition that begins at `from`: "last week", "earlier this month".
    pub(super) fn time_from(&self, from: usize) -> Option<usize> {
        let words = self.clauses.words;
        if !matches!(words.lower(from), "last" | "this" | "earlier" | "late") {
            return None;
        }
        let unit = |at: &usize| {
            crate::words::is_one_of(
                words.lower(*at),
                "week month year night summer spring fall morning afternoon evening",
            )
        };
        (from + 1..from + 3).find(unit).map(|at| at + 1)
    }

    /// Skips adverbs, times, and phrases with a preposition from `from`; returns each place where a content could
    /// begin instead, the nearest first.
    pub(super) fn adjuncts_after(&self, from: usize, quoted: &Quoted) -> Vec<usize> {
        let words = self.clauses.words;
        let mut places = vec![from];
        let mut at = from;
        for _ in 0..4 {
            let next = if is_day(words.lower(at)) {
                let unit = matches!(words.lower(at + 1), "morning" | "afternoon" | "evening" | "night");
                Some(at + 1 + usize::from(unit))
            } else if words.tag(at) == Tag::Adverb
                && !matches!(words.lower(at), "how" | "why" | "when" | "where" | "there")
            {
                Some(at + 1)
            } else if words.tag(at) == Tag::Preposition
                || words.lower(at) == "to" && self.clauses.group_at(at).is_none()
            {
                self.clauses.phrase_from(at + 1, self.end)
            } else if words.text(at) == ","
                && (words.tag(at + 1) == Tag::Adverb || matches!(words.lower(at + 1), "though" | "however" | "too"))
                && words.text(at + 2) == ","
            {
                // "said, however, that"
                Some(at + 3)
            } else if words.text(at) == "(" {
                // "reports (as seen on Monday) that"
                (at + 1..self.end.min(at + 14)).find(|&at| words.text(at) == ")").map(|at| at + 1)
            } else {
                self.time_from(at)
            };
            match next {
                Some(next) if next > at && next <= self.end && !quoted.is(next - 1) => {
                    places.push(next);
                    at = next;
                }
                _ => break,
            }
        }
        places
    }
}
