//! The name that a source holds, or its own words.

use std::ops::Range;

use model::{EntityKind, Span, calendar};

use super::{Candidate, Scene};
use crate::{
    attributions::sayers,
    grammar::{
        Form,
        phrases::{is_dash, is_day},
    },
    mentions,
    prose::Prose,
    tags::Tag,
};

/// Words of a source that is told by its beginning alone.
const LONG: usize = 12;

impl<'a> Scene<'a> {
    /// Whether words name somebody.
    pub(super) fn names(&self, name: &str, content: &[Span]) -> bool {
        content.iter().any(|span| {
            let from = self.candidates.partition_point(|c| c.mention.span.start < span.start);
            let inside = self.candidates[from..].iter().take_while(|c| c.mention.span.end <= span.end);
            inside.map(|c| c.mention.name.as_str()).any(|other| other == name)
        })
    }

    /// A source in its own words, without what is told of it: an apposition, a relative clause, a time. `None` where they
    /// name nobody who could say anything.
    pub(super) fn plain(&self, source: Span) -> Option<String> {
        let words = &self.prose.words;
        let range = words.at(self.prose.text.byte(source.start))..words.at(self.prose.text.byte(source.end));
        if !sayers::can_hold(self.prose, range.clone(), true) {
            return None;
        }
        // "Kolm, Colo.": a state is a place.
        let state =
            |at: usize| words.text(at).ends_with('.') && words.tag(at) == Tag::Proper && words.text(at + 1) == ",";
        if state(range.start) {
            return None;
        }
        // "official reports, owners and pilots": all of them, none by name.
        let listed = range.len() <= 10
            && range.clone().any(|at| words.text(at) == ",")
            && range.clone().any(|at| words.lower(at) == "and")
            && words.lower(range.end - 1).ends_with('s')
            && range.clone().all(|at| {
                matches!(words.tag(at), Tag::Noun | Tag::Adjective)
                    || at == range.start && !words.capitalised(at)
                    || words.text(at) == ","
                    || words.lower(at) == "and"
            });
        let listed = listed || self.is_office(source);
        let stops = |at: usize| {
            if at == range.start {
                return false;
            }
            let lower = words.lower(at);
            let timed = (lower == "on"
                || matches!(lower, "last" | "late" | "earlier" | "early" | "this")
                    && words.tag(at - 1) != Tag::Preposition)
                && (at + 1..range.end.min(at + 4)).any(|at| is_time(words.lower(at)));
            // "A poll released on Sunday": what is left without its day; a name of more than a line.
            let told = at > range.start + 1
                && words.tag(at) == Tag::Verb
                && (lower.ends_with("ed") || lower.ends_with("ing"))
                && words.text(at) == lower
                && matches!(words.tag(at - 1), Tag::Noun | Tag::Proper)
                && (is_day(words.lower(at + 1))
                    || words.lower(at + 1) == "on" && is_day(words.lower(at + 2))
                    || range.len() > LONG && !matches!(words.tag(at + 1), Tag::Noun | Tag::Proper));
            told || words.text(at) == "," && !listed
                || crate::words::is_one_of(words.text(at), "; : ( [ < > — –")
                || is_dash(words.text(at)) && words.spaced(at)
                || matches!(lower, "who" | "which" | "that" | "whose" | "when" | "where")
                    && words.tag(at - 1) != Tag::Preposition
                || is_day(lower) && words.lower(at + 1) != "'s" && words.tag(at - 1) != Tag::Determiner
                || timed
        };
        let mut end = range.clone().find(|&at| stops(at)).unwrap_or(range.end);
        let mut range = range;
        // "Kolm investment group <Harbour Equity Ltd>": by its name.
        let named =
            words.text(end) == "<" && end < range.end && words.tag(end - 1) == Tag::Noun && !words.capitalised(end - 1);
        if let Some(close) = (end..range.end).find(|&at| named && words.text(at) == ">") {
            (range, end) = (end + 1..close, close);
        }
        let text = self.prose.text.cut(self.prose.span(range.start..end)).trim();
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let bare = line.trim_end_matches([',', '“', '"']).trim();
        // "The board first said"
        let bare = ["first", "also", "later", "then", "now", "once", "again", "still"]
            .iter()
            .find_map(|adverb| bare.strip_suffix(adverb)?.strip_suffix(' '))
            .unwrap_or(bare);
        let pointing = crate::words::is_one_of(bare.to_lowercase().as_str(), "that this it these those you there");
        (bare.contains(char::is_alphabetic) && !pointing).then(|| bare.to_owned())
    }

    /// Whether a source is one office with several matters: "Minister of Harbours, Trade and Labour Anna Berg".
    pub(super) fn is_office(&self, source: Span) -> bool {
        let words = &self.prose.words;
        let range = self.words_of(source);
        range.clone().take(3).any(|at| mentions::is_title(words.lower(at)) && words.lower(at + 1) == "of")
            && range.clone().any(|at| words.text(at) == ",")
            && range.clone().any(|at| words.lower(at) == "and")
            && words.text(range.end - 1) != ","
            && range.clone().all(|at| {
                words.capitalised(at) || at <= range.start + 1 || matches!(words.text(at), "," | "and" | "of" | "the")
            })
    }

    /// The name, whatever bears it, that ends a source behind a common noun and a comma: "the partnership, Kolm Associates", "one of
    /// Berg's sons, Olaf".
    pub(super) fn apposed(&self, source: Span) -> Option<(String, bool)> {
        let words = &self.prose.words;
        let mut range = self.words_of(source);
        while range.len() > 1 && words.text(range.end - 1) == "," {
            range.end -= 1;
        }
        let comma = range.clone().find(|&at| words.text(at) == ",")?;
        let name = comma + 1..range.end;
        let described = words.tag(comma - 1) == Tag::Noun
            && !words.capitalised(comma - 1)
            && !crate::words::is_one_of(
                words.lower(comma - 1),
                "city town village province state region country port island area capital district day",
            )
            && (words.lower(range.start) == "one" || !(range.start + 1..comma).any(|at| words.capitalised(at)));
        let named = (1..=4).contains(&name.len()) && name.clone().all(|at| words.capitalised(at));
        let text = self.prose.text.cut(self.prose.span(name));
        let thing = mentions::is_place(text) || text.split(' ').any(|word| is_time(&word.to_lowercase()));
        (described && named && !thing).then(|| (text.to_owned(), false))
    }

    /// The name that a source gives behind a description: "the head of the harbour board, Anna Berg".
    pub(super) fn behind_comma(&self, source: Span) -> Option<(String, bool)> {
        let words = &self.prose.words;
        let from = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        let mut inside = self.candidates[from..].iter().take_while(|c| c.mention.span.end <= source.end);
        let first = words.at(self.prose.text.byte(source.start));
        let named = inside.find(|c| {
            let start = words.at(self.prose.text.byte(c.mention.span.start));
            let end = words.at(self.prose.text.byte(c.mention.span.end));
            let whole = c.mention.span.end == source.end || matches!(words.text(end), "," | "(");
            // Titles before the name belong to it.
            let comma = (first..start)
                .rev()
                .take(4)
                .take_while(|&at| words.text(at) == "," || words.capitalised(at) && mentions::is_title(words.lower(at)))
                .any(|at| words.text(at) == ",");
            // "the delegate to the International Harbour Organization, IHO, said": short for what the description names.
            let short = c.mention.kind == EntityKind::Organisation
                && words.text(first) != words.text(start)
                && words.text(start).len() <= 6
                && !words.text(start).contains(char::is_lowercase);
            whole && comma && !short && matches!(c.mention.kind, EntityKind::Person | EntityKind::Organisation)
        })?;
        let plain =
            !words.capitalised(first) || matches!(words.tag(first), Tag::Determiner | Tag::Adjective | Tag::Noun);
        plain.then(|| (named.mention.name.clone(), named.mention.kind == EntityKind::Person))
    }

    /// Whether a source is several who are named behind a comma: "two pilots, Anna Berg of Kolm and Jon Holm of Arlen".
    pub(super) fn names_several(&self, source: Span) -> bool {
        let words = &self.prose.words;
        let range = words.at(self.prose.text.byte(source.start))..words.at(self.prose.text.byte(source.end));
        let Some(comma) = range.clone().find(|&at| words.text(at) == ",") else { return false };
        let noun = words.lower(comma.saturating_sub(1));
        let plural = noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us");
        let joined = (comma..range.end).any(|at| words.lower(at) == "and");
        let several = comma > range.start && words.tag(comma - 1) == Tag::Noun && plural && joined;
        let from = self.candidates.partition_point(|c| c.mention.span.start < self.prose.span(comma..comma + 1).start);
        let people = self.candidates[from..].iter().take_while(|c| c.mention.span.end <= source.end);
        several && people.filter(|c| c.mention.kind == EntityKind::Person).take(2).count() == 2
    }

    /// Whether "saying" stands behind others who are named for an example: "Berg is calm despite a few pilots, such as Jon
    /// Holm and Olaf Lind, now saying".
    pub(super) fn others_say(&self, source: Span, cue: Span) -> bool {
        let words = &self.prose.words;
        let between = self.words_of(source).end..self.words_of(cue).start;
        let example = between.clone().find(|&at| words.lower(at) == "such" && words.lower(at + 1) == "as");
        let named = |at: usize| (at..between.end).filter(|&at| words.tag(at) == Tag::Proper).count() >= 2;
        words.lower(self.words_of(cue).end - 1) == "saying" && example.is_some_and(named)
    }

    /// Whether a caption has run into a source: "Jon Holm died in May Anna", where what the first name did stands before another.
    pub(super) fn runs_on(&self, source: Span) -> bool {
        let words = &self.prose.words;
        let range = self.words_of(source);
        let Some(last) = range.end.checked_sub(1) else { return false };
        let at = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        let first = self.candidates.get(at).filter(|c| c.mention.span.start == source.start);
        let first = first.filter(|c| c.mention.kind != EntityKind::Other);
        first.is_some_and(|c| {
            let after = self.words_of(c.mention.span).end;
            let groups = self.prose.groups.get(c.sentence).map_or(&[][..], Vec::as_slice);
            let did = groups.iter().any(|group| group.form == Form::Finite && group.words.start == after);
            did && after < last && words.tag(last) == Tag::Proper && !range.clone().any(|at| words.text(at) == ",")
        })
    }

    /// The name that stands in a source as its head.
    pub(super) fn inside(&self, source: Span) -> Option<(String, bool)> {
        let from = self.candidates.partition_point(|c| c.mention.span.start < source.start);
        // "the official, who spoke of Berg's part": what is told of the source names others.
        let words = &self.prose.words;
        let range = words.at(self.prose.text.byte(source.start))..words.at(self.prose.text.byte(source.end));
        let told = range.clone().skip(1).find(|&at| matches!(words.lower(at), "who" | "whose" | "whom" | "which"));
        let end = told.map_or(source.end, |at| self.prose.span(at..at + 1).start);
        let inside = self.candidates[from..].iter().take_while(|c| c.mention.span.start < end);
        let heads: Vec<&Candidate<'_>> = inside.filter(|c| self.is_head(c, source)).collect();
        let person = heads.iter().find(|c| c.mention.kind == EntityKind::Person);
        // "Bill Grey of Norlines": a name of which the text does not tell what bears it, as people and their firms are told.
        let of_firm = |c: &&&Candidate<'_>| {
            let at = self.words_of(c.mention.span).end;
            c.mention.kind == EntityKind::Other
                && c.mention.span.start == source.start
                && c.mention.name.contains(' ')
                && words.text(at) == "of"
                && words.capitalised(at + 1)
                // "Gold Fields of Norway Ltd": a firm.
                && !(at + 2..at + 4).any(|end| mentions::is_place(self.prose.text.cut(self.prose.span(at + 1..end))))
                && !mentions::names_thing(words.lower(at - 1))
        };
        let first = || heads.first().filter(|c| self.leads(c, source) || of_firm(c));
        let chosen = person.or_else(first)?;
        Some((chosen.mention.name.clone(), chosen.mention.kind == EntityKind::Person))
    }

    /// Whether a name is no part of a phrase about something else: "Berg's office", "a friend of Berg".
    pub(super) fn is_head(&self, candidate: &Candidate<'_>, source: Span) -> bool {
        let words = &self.prose.words;
        let span = candidate.mention.span;
        let first = words.at(self.prose.text.byte(span.start));
        let after = words.at(self.prose.text.byte(span.end));
        let possessive = matches!(words.lower(after), "'s" | "'");
        let within = |at: usize| words.get(at).is_some_and(|word| self.prose.text.point(word.start) < source.end);
        let goes_on = within(after + 1);
        // "the Berg administration", "Holm aides": about somebody, and not they.
        let modifies = within(after)
            && matches!(words.tag(after), Tag::Noun | Tag::Adjective | Tag::Proper)
            && !matches!(words.lower(after), "late" | "last" | "early" | "earlier" | "later");
        // "aides to former President Berg": what stands before the title.
        // "an aide to mayor Berg": a title in small letters right before the name.
        let span_start = first;
        let opening = words.at(self.prose.text.byte(source.start));
        let title = |at: usize| {
            at >= opening
                && (mentions::is_title(words.lower(at)) && (words.capitalised(at)
                        || at + 1 == span_start
                            && at > opening
                            && matches!(words.lower(at - 1), "of" | "for" | "to" | "with" | "by" | "from"))
                    // "a spokeswoman for Norwegian Prime Minister Anna Berg"
                    || at + 1 < first && words.capitalised(at) && mentions::is_nationality(words.text(at))
                    || crate::words::is_one_of(words.lower(at), "former then late prime vice foreign deputy"))
        };
        let mut first = first;
        while first > opening && title(first - 1) {
            first -= 1;
        }
        let mut before = first.checked_sub(1).map_or("", |at| words.lower(at));
        // "a text from the Harbour Board"
        let inner = first.checked_sub(2).and_then(|at| words.get(at));
        let inner = inner.is_some_and(|word| self.prose.text.point(word.start) >= source.start);
        if matches!(before, "the" | "a" | "an") && inner {
            before = words.lower(first - 2);
        }
        // "the Centers of Health and Prevention": what "and" joins to what is attached.
        let joined = before == "and" && first > opening && {
            let end = self.candidates.partition_point(|c| c.mention.span.start < span.start);
            let other = end.checked_sub(1).and_then(|at| self.candidates.get(at));
            other.is_some_and(|other| {
                other.mention.span.start > source.start
                    && words.at(self.prose.text.byte(other.mention.span.end)) + 1 == first
                    && !self.is_head(other, source)
            })
        };
        let attached = joined || first > opening && crate::words::is_one_of(before, "of for to with in at by from on");
        !(attached || modifies || possessive && goes_on)
    }

    /// Whether the source is the name with at most an article, a title or an apposition: "the Bridge Authority".
    pub(super) fn leads(&self, candidate: &Candidate<'_>, source: Span) -> bool {
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
                // "some prominent Liberals" are not the Liberals.
                && !crate::words::is_one_of(self.prose.words.lower(first), "some many most several few other two three certain all any")
        };
        (before.is_empty() || before.eq_ignore_ascii_case("the") || described())
            && (after.is_empty() || after.starts_with([',', '\'', '’', '(']) || after.starts_with("in "))
    }
}

/// Words for stretches of time, months and days.
pub(super) fn is_time(lower: &str) -> bool {
    crate::words::is_one_of(lower, "week month year night morning afternoon evening weekend spring summer fall winter")
        || is_day(lower)
        || calendar::month(lower.trim_end_matches('.')).is_some()
}

/// Whether a source is the end of a name that "and" joins, of which the beginning stands before it: "Fever Control and Prevention
/// said", "Norland and Sudland have said".
pub(super) fn is_torn(prose: &Prose<'_>, source: Range<usize>) -> bool {
    let words = &prose.words;
    let Some(and) = source.start.checked_sub(1).filter(|&and| and > 0 && words.lower(and) == "and") else {
        return false;
    };
    let name = |at: usize| words.tag(at) == Tag::Proper && words.capitalised(at);
    name(and - 1) && name(source.start) && !source.clone().any(|at| words.tag(at) == Tag::Noun)
}
