//! Sources that stand after their cue.

use std::ops::Range;

use model::{EntityKind, Mention};

use crate::{
    attributions::{Found, Quoted, Scene},
    grammar::{
        groups::is_nominal,
        phrases::{is_dash, relative},
    },
    prose::Prose,
    tags::Tag,
};

/// Lets sources begin with the first of those who are named one after the other: "Sens. Anna Berg (D-Kolm), Jon Holm of Arlen and
/// Olaf Lind".
pub(super) fn with_all(prose: &Prose<'_>, mentions: &[Mention], found: &mut [Found]) {
    let words = &prose.words;
    for source in found.iter_mut().filter_map(|f| f.source.first_mut()) {
        let Some(sentence) = prose.sentence_of(source.start).and_then(|index| prose.sentences.get(index)) else {
            continue;
        };
        // "Berg and other leaders" are not the first of them alone.
        if !words.capitalised(source.start) {
            continue;
        }
        let mut start = source.start;
        let mut named = 0;
        while let Some(mark) = start.checked_sub(1).filter(|&mark| mark > sentence.words.start)
            && (words.text(mark) == "," || words.lower(mark) == "and")
            && let Some(first) = person_before(prose, mentions, mark)
            && first >= sentence.words.start
        {
            start = first;
            named += 1;
        }
        // "Republican Senators Anna Berg"
        if named > 0 && start == sentence.words.start + 1 && words.capitalised(start - 1) {
            start -= 1;
        }
        let joined = (start..source.end).any(|at| words.lower(at) == "and");
        let opens = start == sentence.words.start
            || matches!(words.text(start - 1), "," | "”" | "\"" | "''" | "’" | "—" | "–")
            || matches!(words.lower(start - 1), "said" | "says" | "to" | "that");
        if named > 0 && joined && opens {
            source.start = start;
        }
    }
}

/// Where the name of a person, with titles, begins that ends before the mark at `mark`, a place or brackets behind it.
fn person_before(prose: &Prose<'_>, mentions: &[Mention], mark: usize) -> Option<usize> {
    let words = &prose.words;
    let mut end = mark;
    if words.text(end - 1) == ")" {
        end = (end.saturating_sub(8)..end - 1).rev().find(|&at| words.text(at) == "(")?;
    }
    let ends = |end: usize| {
        let point = prose.span(end - 1..end).end;
        let index = mentions.partition_point(|mention| mention.span.end < point);
        let known = mentions.get(index).filter(|known| known.span.end == point && known.kind == EntityKind::Person)?;
        Some(words.at(prose.text.byte(known.span.start)))
    };
    let of = || (end.saturating_sub(4)..end).rev().find(|&at| words.lower(at) == "of").and_then(ends);
    let mut first = ends(end).or_else(of)?;
    while first > 0
        && words.capitalised(first - 1)
        && crate::mentions::is_title(words.lower(first - 1).trim_end_matches('.'))
    {
        first -= 1;
    }
    Some(first)
}

impl Scene<'_> {
    /// The source that begins at `from`, with title, apposition and relative clause.
    pub(super) fn source_from(&self, from: usize, quoted: &Quoted) -> Option<Range<usize>> {
        let words = self.clauses.words;
        // "said retired teacher Anna Berg"
        let described = words.tag(from) == Tag::Verb
            && words.lower(from).ends_with("ed")
            && matches!(words.tag(from + 1), Tag::Noun | Tag::Adjective | Tag::Proper);
        let mut end = self.clauses.phrase_from(from + usize::from(described), self.end)?;
        if words.tag(from) == Tag::Pronoun {
            return Some(from..end);
        }
        if matches!(words.lower(end), "who" | "that" | "whose") {
            return Some(from..self.until_mark(end, quoted));
        }
        end = self.in_brackets(end);
        // A participle that goes with the name: "a pollster working for the party", "people briefed on the matter".
        while let Some(group) = self.clauses.group_at(end)
            && group.words.start == end
            && group.words.len() == 1
            && (group.form != crate::grammar::Form::Finite
                || words.lower(group.head).ends_with("ed")
                    && words.tag(end - 1) == Tag::Noun
                    && crate::words::is_one_of(words.lower(group.words.end), "on by in to with for at"))
            && let Some(further) = self.clauses.phrase_from(group.words.end, self.end).or_else(|| {
                (words.tag(group.words.end) == Tag::Preposition || words.lower(group.words.end) == "to")
                    .then(|| self.clauses.phrase_from(group.words.end + 1, self.end))
                    .flatten()
            })
        {
            end = further;
        }
        while words.text(end) == "," && end + 1 < self.end && !quoted.is(end + 1) {
            let next = end + 1;
            let first = words.tag(next);
            let explains = matches!(first, Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Number)
                || first == Tag::Proper
                || matches!(words.lower(next), "his" | "her" | "its" | "their" | "who");
            if !explains || self.clauses.group_at(next).is_some() || self.parenthetical(next) {
                break;
            }
            let stop = self.until_mark(next, quoted);
            // "According to Berg, the owners “agreed to sell”": a clause whose verb the marks hold.
            if quoted.is(stop)
                && self.clauses.group_at(stop + 1).is_some_and(|group| group.form == crate::grammar::Form::Finite)
            {
                break;
            }
            let relative_clause = relative(words.lower(next));
            if relative_clause && stop < self.end
                || !relative_clause && self.clauses.finite_in(next..stop) && !self.relative_first(next..stop)
            {
                break;
            }
            end = stop;
            if words.text(end) == "," && self.clauses.group_at(end + 1).is_some() {
                return Some(from..end + 1);
            }
        }
        Some(from..end)
    }

    /// One past what is told in brackets behind a name, of a few words: "Sen. Anna Berg (D-Kolm)".
    fn in_brackets(&self, end: usize) -> usize {
        let words = self.clauses.words;
        let named = words.text(end) == "(" && end < self.end && words.tag(end - 1) == Tag::Proper;
        let limit = self.clauses.end.min(end + 7);
        (end + 2..limit).find(|&at| named && words.text(at) == ")").map_or(end, |close| close + 1)
    }

    /// Whether a relative pronoun stands before the first finite verb.
    pub(super) fn relative_first(&self, range: Range<usize>) -> bool {
        let from = self.clauses.groups.partition_point(|group| group.words.start < range.start);
        let finite = self.clauses.groups[from..].iter().find(|group| group.form == crate::grammar::Form::Finite);
        let end = finite.map_or(range.end, |group| group.words.start.min(range.end));
        (range.start..end).any(|at| relative(self.clauses.words.lower(at)))
    }

    /// The next comma, dash or quotation mark, or the end of the sentence.
    fn until_mark(&self, from: usize, quoted: &Quoted) -> usize {
        let words = self.clauses.words;
        (from..self.end)
            .find(|&at| {
                let text = words.text(at);
                text == ","
                    && !(is_nominal(words.tag(at + 1)) && words.tag(at - 1) == Tag::Proper && words.text(at + 2) == ",")
                    || matches!(text, ";" | ":")
                    || is_dash(text)
                    || quoted.is(at)
            })
            .unwrap_or(self.end)
    }
}
