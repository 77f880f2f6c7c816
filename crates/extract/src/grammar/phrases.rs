//! Noun phrases, grown from one end, and the subject of a verb group.

use std::ops::Range;

use model::calendar::WEEKDAYS;

use crate::{
    grammar::groups::{Form, VerbGroup, is_nominal},
    tags::Tag,
    words::Words,
};

/// One sentence with its verb groups.
#[derive(Clone, Copy)]
pub(crate) struct Clauses<'a> {
    /// The words of the text.
    pub(crate) words: &'a Words<'a>,
    /// First word of the sentence.
    pub(crate) start: usize,
    /// One past its last word.
    pub(crate) end: usize,
    /// Its verb groups, in order.
    pub(crate) groups: &'a [VerbGroup],
}

/// How many words a subject or an apposition runs at most; it keeps long lines linear.
pub(super) const REACH: usize = 40;

impl<'c> Clauses<'c> {
    /// The verb group that ends just before the word `at`.
    pub(super) fn group_ending(&self, at: usize) -> Option<&VerbGroup> {
        let index = self.groups.partition_point(|group| group.words.end < at);
        self.groups.get(index).filter(|group| group.words.end == at)
    }

    /// The verb group that holds the word `at`.
    pub(crate) fn group_at(&self, at: usize) -> Option<&'c VerbGroup> {
        let index = self.groups.partition_point(|group| group.words.end <= at);
        self.groups.get(index).filter(|group| group.words.contains(&at))
    }

    /// The finite verb groups within some words.
    pub(crate) fn finite_in(&self, range: Range<usize>) -> bool {
        let from = self.groups.partition_point(|group| group.words.start < range.start);
        self.groups[from..].iter().take_while(|g| g.words.end <= range.end).any(|g| g.form == Form::Finite)
    }

    /// Where the noun phrase that ends with the word `last` begins, with the phrases that are attached to it.
    pub(crate) fn phrase_ending(&self, last: usize) -> Option<usize> {
        self.grown(last, false)
    }

    /// Where the noun phrase that ends with the word `last` begins, without what is attached to it.
    pub(crate) fn core(&self, last: usize) -> Option<usize> {
        self.core_ending(last, self.start.max(last.saturating_sub(REACH)))
    }

    /// As [`Clauses::phrase_ending`]; the subject of a verb may have a relative clause before it, other phrases not.
    pub(super) fn grown(&self, last: usize, subject: bool) -> Option<usize> {
        let floor = self.start.max(last.saturating_sub(REACH));
        self.core_ending(last, floor).map(|start| self.attached_before(start, floor, subject))
    }

    /// Where the noun phrase without attachments that ends with `last` begins.
    pub(super) fn core_ending(&self, last: usize, floor: usize) -> Option<usize> {
        let words = self.words;
        if last < self.start || self.group_at(last).is_some() {
            return None;
        }
        let tag = words.tag(last);
        let lower = words.lower(last);
        if tag == Tag::Pronoun && !matches!(lower, "one" | "ones") {
            // "Berg herself", "the owners themselves"
            let named = last > floor && matches!(words.tag(last - 1), Tag::Noun | Tag::Proper);
            let stressed = named && (lower.ends_with("self") || lower.ends_with("selves"));
            return if stressed { self.core_ending(last - 1, floor) } else { Some(last) };
        }
        let quantity = is_amount(lower)
            || matches!(
                lower,
                "many"
                    | "some"
                    | "others"
                    | "most"
                    | "few"
                    | "several"
                    | "both"
                    | "all"
                    | "this"
                    | "these"
                    | "those"
                    | "that"
                    | "another"
                    | "each"
                    | "none"
                    | "half"
                    | "much"
                    | "poor"
                    | "rich"
            );
        if !is_nominal(tag)
            && !quantity
            && tag != Tag::Adjective
            && !matches!(words.text(last), ")" | ">")
            && !is_closing(words.text(last))
        {
            return None;
        }
        if tag == Tag::Adjective && !quantity {
            // An adjective ends a phrase only after its article: "the accused", "the Iranian".
            let before = last.checked_sub(1)?;
            if words.tag(before) != Tag::Determiner {
                return None;
            }
        }
        let mut start = last;
        // "Norlines (NL)", "Norlines Plc <NL.K>"
        if matches!(words.text(last), ")" | ">") {
            let mark = if words.text(last) == ")" { "(" } else { "<" };
            let open = (floor..last).rev().find(|&at| words.text(at) == mark)?;
            let named = mark == "<" && matches!(words.tag(open + 1), Tag::Proper | Tag::Determiner);
            // "a firm <Norlines Plc> (NPL)"
            if mark == "(" && open > floor && words.text(open - 1) == ">" {
                return self.core_ending(open - 1, floor);
            }
            let before = open.checked_sub(1).filter(|&at| at >= floor && is_nominal(words.tag(at)));
            // "<Norlines Plc> said": the name of a firm between the marks that wires set.
            start = before.or(named.then_some(open + 1))?;
            if start == open + 1 {
                return Some(start);
            }
        }
        while start > floor && self.extends_left(start - 1, start) {
            start -= 1;
        }
        Some(start)
    }

    fn extends_left(&self, at: usize, next: usize) -> bool {
        let words = self.words;
        let lower = words.lower(at);
        if self.group_at(at).is_some()
            || words.tag(next) == Tag::Determiner && !matches!(lower, "all" | "both" | "half")
        {
            // "all the ministers", "Germany's the"
            return false;
        }
        if matches!(lower, "his" | "her" | "my" | "our" | "your") {
            return words.tag(next) != Tag::Pronoun;
        }
        if matches!(lower, "then" | "now") && words.text(at).len() == 4 && words.tag(next) == Tag::Proper {
            return false;
        }
        // A day before a name belongs to the clause: "On Tuesday Anna Berg".
        if is_day(lower) && words.tag(next) != Tag::Particle && words.tag(next) != Tag::Noun {
            return false;
        }
        // "Last month broker Jon Holm said": when, and then who.
        let unit =
            matches!(lower, "week" | "month" | "year" | "night" | "summer" | "winter" | "spring" | "autumn" | "fall");
        if unit
            && words.tag(next) != Tag::Particle
            && at == self.start + 1
            && matches!(words.lower(self.start), "last" | "this" | "next")
        {
            return false;
        }
        match words.tag(at) {
            Tag::Noun | Tag::Proper | Tag::Number | Tag::Symbol => {
                !(words.tag(next) == Tag::Determiner || words.tag(next) == Tag::Pronoun)
            }
            Tag::Adjective | Tag::Determiner => !relative(lower),
            Tag::Particle => lower == "'s" || lower == "'",
            Tag::Verb => {
                // A participle before its noun: "the proposed ban".
                at > self.start && matches!(words.tag(at - 1), Tag::Determiner | Tag::Adjective | Tag::Number)
            }
            Tag::Adverb => {
                // "a very senior official"
                matches!(words.tag(next), Tag::Adjective) && at > self.start && words.tag(at - 1) == Tag::Determiner
                    || lower == "most"
                    || lower == "about"
                    || lower == "nearly"
            }
            // "the buyer/seller split"
            Tag::Punctuation => {
                self.possessive_mark(at) || words.text(at) == "/" && at > self.start && words.tag(at - 1) == Tag::Noun
            }
            _ => is_amount(lower) || matches!(lower, "other" | "top" | "former" | "no"),
        }
    }

    /// Whether the mark at `at` makes a plural possessive ("the owners’ plan") rather than closing a quotation.
    fn possessive_mark(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.words.lower(before));
        matches!(self.words.text(at), "’" | "'")
            && !self.words.spaced(at)
            && before.ends_with('s')
            && self.words.text(at + 1).starts_with(char::is_alphabetic)
    }

    /// Where the noun phrase that begins with the word `from` ends, with the phrases that are attached to it, up to
    /// `limit`.
    pub(crate) fn phrase_from(&self, from: usize, limit: usize) -> Option<usize> {
        let words = self.words;
        let limit = limit.min(from + REACH);
        let mut end = self.core_from(from, limit)?;
        loop {
            let lower = words.lower(end);
            if end >= limit {
                return Some(end);
            }
            let attached = if words.tag(end) == Tag::Preposition && !matches!(lower, "as" | "after" | "before" | "than")
                || lower == "to" && words.tag(end + 1) != Tag::Verb
            {
                self.core_from(end + 1, limit)
            } else if matches!(lower, "and" | "or" | "&") {
                self.core_from(end + 1, limit).filter(|&e| {
                    self.groups
                        .get(self.groups.partition_point(|g| g.words.start < e))
                        .is_none_or(|g| g.words.start != e || g.form != Form::Finite)
                })
            } else {
                None
            };
            match attached {
                Some(further) => end = further,
                None => return Some(end),
            }
        }
    }

    /// Where the noun phrase without attachments that begins with `from` ends.
    fn core_from(&self, from: usize, limit: usize) -> Option<usize> {
        let words = self.words;
        let mut end = from;
        let mut nominal = false;
        while end < limit {
            if let Some(group) = self.group_at(end)
                && !(group.words.len() == 1 && end > from && !nominal)
            {
                break;
            }
            let lower = words.lower(end);
            let tag = words.tag(end);
            // "told police her brother left"
            let owner = matches!(lower, "his" | "her" | "one" | "their") && !(nominal && lower != "one");
            if tag == Tag::Pronoun && !owner {
                if end == from {
                    return (!relative(lower)).then_some(end + 1);
                }
                break;
            }
            let inside = match tag {
                Tag::Noun | Tag::Proper | Tag::Number | Tag::Symbol => true,
                Tag::Determiner => !nominal,
                Tag::Adjective | Tag::Verb => true,
                Tag::Adverb => !nominal && end + 1 < limit && matches!(words.tag(end + 1), Tag::Adjective | Tag::Verb),
                Tag::Particle => lower == "'s" && nominal,
                Tag::Punctuation => nominal && self.possessive_mark(end),
                _ => matches!(lower, "his" | "her" | "their" | "some" | "many" | "most" | "several" | "those" | "top"),
            };
            if !inside || is_day(lower) && nominal {
                break;
            }
            nominal |= is_nominal(tag) || matches!(lower, "some" | "many" | "most" | "others" | "several" | "those");
            end += 1;
        }
        (nominal && end > from).then_some(end)
    }
}

/// A relative pronoun that can be a subject.
pub(crate) fn relative(lower: &str) -> bool {
    matches!(lower, "who" | "which" | "that")
}

/// Words for a number of things that stand for them: "many", "both", "one of", "dozens of".
pub(crate) fn is_amount(lower: &str) -> bool {
    matches!(
        lower,
        "many"
            | "some"
            | "most"
            | "few"
            | "several"
            | "both"
            | "all"
            | "one"
            | "each"
            | "none"
            | "half"
            | "more"
            | "fewer"
            | "others"
            | "any"
            | "neither"
            | "either"
            | "two"
            | "three"
            | "much"
            | "number"
            | "majority"
            | "dozens"
            | "hundreds"
            | "thousands"
            | "scores"
            | "pair"
            | "group"
            | "couple"
            | "handful"
            | "%"
    )
}

/// Weekdays and words like them.
pub(crate) fn is_day(lower: &str) -> bool {
    WEEKDAYS.contains(&lower) || matches!(lower, "today" | "yesterday" | "tonight" | "tomorrow")
}

pub(crate) fn is_dash(text: &str) -> bool {
    matches!(text, "—" | "–" | "-" | "―") || text.starts_with("--")
}

fn is_closing(text: &str) -> bool {
    matches!(text, "”" | "\"" | "''")
}
