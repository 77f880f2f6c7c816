//! The subject that a verb group has before it, across times, insertions and relative clauses.

use std::ops::Range;

use crate::{
    grammar::{
        groups::{Form, VerbGroup, is_nominal},
        phrases::{Clauses, REACH, is_dash, is_day, relative},
    },
    mentions::gazetteer::is_place,
    tags::Tag,
    words::Words,
};

impl Clauses<'_> {
    /// The subject of a verb group that has its own before it: title, name, attached phrases and apposition.
    pub(crate) fn subject_before(&self, group: &VerbGroup) -> Option<Range<usize>> {
        let words = self.words;
        let mut last = group.words.start.checked_sub(1).filter(|&at| at >= self.start)?;
        // "The minister on Tuesday said": the time belongs to the verb.
        last = self.before_time(last)?;
        // "He and Anna Berg both said", "Campaign workers here said"
        let aside = matches!(words.lower(last), "both" | "all" | "each" | "here" | "there");
        if aside
            && last > self.start + 1
            && (words.text(last - 1) == ")" || matches!(words.tag(last - 1), Tag::Noun | Tag::Proper))
        {
            last -= 1;
        }
        if words.text(last) == "," || is_dash(words.text(last)) {
            return self.before_insertion(last).or_else(|| self.before_stray(last, group));
        }
        // "A survey published Sunday found"
        if let Some(mut inner) = self.group_at(last) {
            // "A witness who did not wish to be named said"
            while inner.form == Form::Infinitive
                && let Some(leading) = inner.words.start.checked_sub(1).and_then(|at| self.group_at(at))
                && leading.words.start < inner.words.start
            {
                inner = leading;
            }
            let floor = self.start.max(last.saturating_sub(REACH));
            let head = self.reduced(inner, floor)?;
            return Some(self.attached_before(head, floor, true)..group.words.start);
        }
        // "said the minister “has courage”": the mark stands between the subject and its verb.
        if matches!(words.text(last), "“" | "\"" | "''" | "‘") && last > self.start && words.spaced(last) {
            last -= 1;
        }
        if relative(words.lower(last))
            && (last == self.start || is_nominal(words.tag(last - 1)) || words.text(last - 1) == ",")
        {
            return Some(last..last + 1);
        }
        // "The bridge was a plan rejected by": a bare participle after an earlier verb is no verb of its own clause.
        let own = !ambiguous(words, group) || !self.finite_in(self.start..group.words.start);
        let start = self.grown(last, own)?;
        // "who saw him on the pier": whom somebody does something to.
        if matches!(words.lower(start), "him" | "them" | "us" | "me") && words.text(start) != "US" {
            return None;
        }
        // "the holders of the “Pilot of the Year” award say": a noun that goes on behind a name in marks.
        let titled = start == last && words.tag(start) == Tag::Noun && start >= self.start + 2;
        if titled
            && matches!(words.text(start - 1), "”" | "\"" | "''")
            && words.text(start - 2).contains(char::is_alphanumeric)
        {
            return None;
        }
        let name = self.aged_of(start).or_else(|| self.open_apposition(start, group));
        Some(name.unwrap_or(start)..last + 1)
    }

    /// Where the name begins of which age and town stand between it and its verb: "Anna Berg, 47, of Kolm said".
    fn aged_of(&self, start: usize) -> Option<usize> {
        let words = self.words;
        let comma = start.checked_sub(2).filter(|&comma| comma > self.start + 3)?;
        let placed = matches!(words.lower(comma + 1), "of" | "from") && words.text(comma) == ",";
        let aged = words.tag(comma - 1) == Tag::Number && words.text(comma - 2) == ",";
        let name = words.tag(comma - 3) == Tag::Proper;
        (placed && aged && name).then(|| self.grown(comma - 3, false)).flatten()
    }

    /// Where the name begins whose apposition, which no comma closes, begins at `start`: "Anna Berg, the head of the board under
    /// Mayor Holm said", "Anna Berg, chair of Local 5, Pilots Union said".
    fn open_apposition(&self, start: usize, group: &VerbGroup) -> Option<usize> {
        let words = self.words;
        // "The mill will close, Jon Holm, head of the Mill Board said.": at the end of what is said.
        let closes = matches!(words.lower(group.head), "said" | "says") && group.words.end + 1 >= self.end;
        let mut at = start;
        for _ in 0..3 {
            let comma = at.checked_sub(1).filter(|&comma| comma > self.start && words.text(comma) == ",")?;
            let explains = matches!(words.tag(at), Tag::Determiner | Tag::Noun | Tag::Proper);
            let last = comma.checked_sub(1)?;
            let first = self.grown(last, false)?;
            if !explains || self.finite_in(first..comma) {
                return None;
            }
            // The name: capitals alone, two of them or more, where a quotation or the sentence begins, or behind a phrase.
            let name = last > first && (first..=last).all(|at| words.tag(at) == Tag::Proper);
            let before = first.checked_sub(1).filter(|&before| before >= self.start);
            let opens = before.is_none_or(|before| {
                matches!(words.text(before), "”" | "\"" | "''" | "’")
                    || words.text(before) == ","
                        && (words.tag(self.start) == Tag::Preposition && !self.finite_in(self.start..before)
                            || closes && crate::mentions::is_role(words.lower(comma + 1)))
            });
            // Of two names, neither explains the other.
            let role = words.tag(comma + 1) != Tag::Proper
                || matches!(
                    words.lower(comma + 1),
                    "president"
                        | "chairman"
                        | "chairwoman"
                        | "director"
                        | "head"
                        | "chief"
                        | "minister"
                        | "governor"
                        | "secretary"
                ) && words.lower(comma + 2) == "of";
            if name && opens && role {
                return Some(first);
            }
            at = first;
        }
        None
    }

    /// Skips a time phrase leftwards: "on Tuesday", "Thursday evening", "last week".
    fn before_time(&self, last: usize) -> Option<usize> {
        let words = self.words;
        let floor = self.start.max(last.saturating_sub(4));
        // "Berg days later announced": so much later.
        let later = matches!(words.lower(last + 1), "later" | "earlier" | "ago" | "afterwards");
        if later
            && matches!(words.lower(last), "minutes" | "hours" | "days" | "weeks" | "months" | "years")
            && last > floor
        {
            let amount = |at: usize| {
                words.tag(at) == Tag::Number
                    || matches!(words.lower(at), "a" | "few" | "several" | "some" | "many" | "just")
            };
            let before = (floor..last).rev().find(|&at| !amount(at));
            return before.filter(|&at| is_nominal(words.tag(at))).or(Some(last));
        }
        let mut at = last;
        if matches!(words.lower(at), "morning" | "afternoon" | "evening" | "night" | "week" | "month" | "year")
            && at > floor
        {
            at -= 1;
        }
        let unit = at < last;
        let named = is_day(words.lower(at)) && (unit || words.lower(last + 1) != "'s");
        let day = named || unit && matches!(words.lower(at), "last" | "this");
        if !day || at <= floor {
            return Some(last);
        }
        at -= 1;
        if matches!(words.lower(at), "on" | "late" | "early" | "later" | "earlier") && at > floor {
            let on = words.lower(at) == "on";
            at -= 1;
            // "late on Friday"
            if on && matches!(words.lower(at), "late" | "early" | "earlier" | "later") && at > floor {
                at -= 1;
            }
            return Some(at);
        }
        let participle = self.group_at(at).is_some_and(|group| group.words.len() == 1);
        (is_nominal(words.tag(at)) || participle).then_some(at).or(Some(last))
    }

    /// The name that a sentence begins with, before a stray comma and a verb of saying: "Jon Holm of Kolm, said".
    fn before_stray(&self, mark: usize, group: &VerbGroup) -> Option<Range<usize>> {
        let words = self.words;
        let name = words.tag(self.start) == Tag::Proper
            && mark > self.start + 1
            && mark <= self.start + 14
            && (self.start..mark).all(|at| {
                is_nominal(words.tag(at))
                    || matches!(words.tag(at), Tag::Adjective | Tag::Particle | Tag::Determiner)
                    || matches!(words.lower(at), "of" | "for" | "at" | "in" | "and" | "&")
            });
        let says = matches!(words.lower(group.head), "said" | "says" | "told") && group.words.len() == 1;
        (name && says && words.text(mark) == ",").then_some(self.start..mark)
    }

    /// Whether a verb takes a clause without "that": "said his friend, minister of mines, was there".
    fn says_bare(&self, group: &VerbGroup) -> bool {
        crate::cues::verb(self.words.lower(group.head))
            .is_some_and(|cue| cue.frames.any(crate::cues::Frames::BARE) && cue.frames.any(crate::cues::Frames::QUOTE))
    }

    /// The subject before an insertion that ends with the comma or dash at `mark`.
    fn before_insertion(&self, mark: usize) -> Option<Range<usize>> {
        let words = self.words;
        let floor = self.start.max(mark.saturating_sub(REACH));
        let same =
            |at: usize| words.text(at) == words.text(mark) || is_dash(words.text(mark)) && is_dash(words.text(at));
        let mut open = (floor..mark).rev().find(|&at| same(at))?;
        // "Anna Berg, 51, a teacher, said"; "Holm, the head of A, B and C, said": the name stands before the first.
        while open > floor
            && let Some(before) = (floor + 1..open).rev().find(|&at| same(at))
            && !self.finite_in(before + 1..open)
            && self.appositive(before + 1, open)
            && !self.finite_in(open + 1..mark)
            && self.grown(before - 1, true).is_some_and(|start| {
                // "expects a rise this year, head of the board, Jon Holm, said": what another verb takes speaks of nothing.
                start == self.start
                    || self.group_ending(start).is_none_or(|group| self.says_bare(group))
                        && !matches!(words.lower(before - 1), "week" | "month" | "year" | "day" | "night")
                        && words.tag(start - 1) != Tag::Preposition
                        && !matches!(words.lower(start - 1), "before" | "after" | "since" | "until" | "during")
            })
        {
            open = before;
        }
        // "Berg, speaking at a rally in Kolm, Ohio, said", "who lost a boat in Kolm in July, 2012, said"
        while self.is_part_of_place(open + 1..mark)
            && let Some(before) = (floor..open).rev().find(|&at| same(at))
            && self.is_inserted(before + 1)
        {
            open = before;
        }
        let inner = open + 1..mark;
        if inner.is_empty() || open == self.start {
            return None;
        }
        // "of Kolm, Ohio, who was there, said"
        let state = (floor..open).rev().find(|&at| same(at)).filter(|&at| self.is_part_of_place(at + 1..open));
        // "the Kolm, Ohio, woman who was there, said"
        if state.is_some() && words.tag(inner.start) == Tag::Noun && words.lower(inner.start) != "who" {
            return None;
        }
        let head = self.before_time(state.unwrap_or(open).checked_sub(1)?)?;
        let start = self.grown(head, true)?;
        // "Anna Berg, 30, of Kolm, who was there, said", "Anna Berg, 30, of Kolm, Ohio, said"
        let start = self.aged_of(start).unwrap_or(start);
        let lower = words.lower(inner.start);
        if relative(lower) || matches!(lower, "whose" | "whom" | "where") {
            // "Anna Berg, the head of the board, which met on Monday, said"
            let named = start > floor + 1
                && words.text(start - 1) == ","
                && words.tag(start - 2) == Tag::Proper
                && self.appositive(start, open)
                && !self.finite_in(start..open);
            let name = named.then(|| self.grown(start - 2, true)).flatten();
            return Some(name.unwrap_or(start)..open);
        }
        // "Anna Berg, an analyst focused on Kolm, said": a participle.
        let from = self.groups.partition_point(|group| group.words.start < inner.start);
        let mut verbs = self.groups[from..].iter().take_while(|group| group.words.end <= inner.end);
        let participles = self.appositive(inner.start, inner.end)
            && verbs.all(|group| {
                ambiguous(words, group) && matches!(words.tag(group.head + 1), Tag::Preposition | Tag::Adverb)
                    || group.form != Form::Finite
            });
        // "Radio Kolm, heard by the board, said", "A spokeswoman, when asked about it, said"
        let opener = inner.start + usize::from(matches!(lower, "when" | "while" | "once" | "if" | "though"));
        let reduced = self.group_at(opener).is_some_and(|own| {
            let bare = own.words.start == opener && own.words.len() == 1 && inner.contains(&opener);
            // "Norlines Co, rumoured to be for sale, said"
            let taken = matches!(words.tag(own.head + 1), Tag::Preposition | Tag::Adverb)
                || words.lower(own.head + 1) == "to"
                || matches!(words.text(own.head + 1), "," | "—")
                || is_day(words.lower(own.head + 1));
            let past = own.form != Form::Infinitive && own.form != Form::Gerund && words.lower(own.head) != "said";
            bare && past && taken && !self.finite_in(own.words.end..inner.end)
        });
        let led = start > self.start && words.tag(start - 1) == Tag::Preposition;
        if reduced && open > self.start && !led {
            return Some(start..open);
        }
        if !participles
            && self.finite_in(inner.clone())
            && !(inner.clone()).any(|at| relative(words.lower(at)) || matches!(words.lower(at), "whose" | "where"))
        {
            return None;
        }
        if self.appositive(inner.start, inner.end) {
            return Some(start..mark + 1);
        }
        Some(start..open)
    }

    /// Whether words between commas are the state or the year that belongs to the name before them: "Kolm, Ohio," "May 3, 2031,".
    fn is_part_of_place(&self, range: Range<usize>) -> bool {
        let words = self.words;
        let year = range.len() == 1 && words.tag(range.start) == Tag::Number;
        let before = range.start.checked_sub(2).filter(|&at| at >= self.start);
        let named = before.is_some_and(|at| words.tag(at) == Tag::Proper);
        let name = range.clone().map(|at| words.text(at)).collect::<Vec<_>>().join(" ");
        let place = || is_place(&name) || range.len() == 1 && name.ends_with('.');
        (1..=2).contains(&range.len()) && (year || named && place())
    }

    /// Whether a phrase begins at `at` that is set between a subject and its verb: "during a rally", "speaking in Kolm", "who lost".
    fn is_inserted(&self, at: usize) -> bool {
        let words = self.words;
        let named = at >= self.start + 2 && matches!(words.tag(at - 2), Tag::Proper | Tag::Noun | Tag::Pronoun);
        let gerund = self.group_at(at).is_some_and(|group| group.form == Form::Gerund && group.words.start == at);
        named && (words.tag(at) == Tag::Preposition || gerund || matches!(words.lower(at), "who" | "whose" | "which"))
    }

    /// Whether the words are a noun phrase that explains the one before it.
    fn appositive(&self, start: usize, end: usize) -> bool {
        let words = self.words;
        let first = words.tag(start);
        let nominal = matches!(first, Tag::Determiner | Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number)
            || matches!(words.lower(start), "his" | "her" | "its" | "their" | "one");
        let adverbial = matches!(words.lower(start), "like" | "such" | "including" | "however" | "meanwhile" | "too")
            || is_day(words.lower(start));
        nominal
            && !adverbial
            && end - start < REACH
            && self.group_at(start).is_none_or(|group| group.words.start != start)
    }
}

/// Whether a bare "-ed" form could as well be a participle.
fn ambiguous(words: &Words<'_>, group: &VerbGroup) -> bool {
    // "A report published by the board argued it could": nothing but a clause follows so.
    let clause = matches!(words.lower(group.head + 1), "that" | "it" | "he" | "she" | "they" | "there" | "we");
    // "showed" has another participle.
    !clause && group.words.len() == 1 && words.lower(group.head).ends_with("ed") && words.lower(group.head) != "showed"
}
