//! Where a content ends.

use std::ops::Range;

use crate::{
    attributions::{Quoted, Scene},
    cues,
    grammar::{Form, groups::is_nominal, phrases::is_dash},
    tags::Tag,
    words::Words,
};

/// One past the last word of a sentence that is no full stop or mark after it.
pub(super) fn without_stop(words: &Words<'_>, sentence: Range<usize>) -> usize {
    let mut end = sentence.end;
    while end > sentence.start && crate::words::is_one_of(words.text(end - 1), ". ! ? : ; … ... )") {
        end -= 1;
    }
    if end == sentence.start { sentence.end } else { end }
}

impl Scene<'_> {
    /// Where the clause that begins at `from` and is the content of a cue ends.
    pub(super) fn clause_end(&self, from: usize, quoted: &Quoted) -> usize {
        let words = self.clauses.words;
        let mut at = from;
        let mut depth = 0;
        while at < self.end {
            if let Some(piece) = quoted.piece(at)
                && piece.words.start == at
            {
                at = piece.words.end.min(self.end).max(at + 1);
                // "… the sign,” adding that": the comma stands within the marks.
                if words.text(at.saturating_sub(2)) == "," && self.ends_at_comma(from, at - 1) {
                    return self.trim(from, at);
                }
                continue;
            }
            match words.text(at) {
                "(" => depth += 1,
                ")" => depth -= 1,
                ";" if depth <= 0 => return self.trim(from, at),
                // "said that, far from it, they would": an insertion ends nothing.
                "," if at == from + 1 && words.lower(from) == "that" => {}
                "," if depth <= 0 && self.ends_at_comma(from, at) => return self.trim(from, at),
                text if is_dash(text) && depth <= 0 => match self.aside(from, at) {
                    Some(after) => at = after,
                    None => return self.trim(from, at),
                },
                _ if depth <= 0 && at > from && self.ends_at_word(from, at) => return self.trim(from, at),
                _ => {}
            }
            at += 1;
        }
        self.trim(from, self.closed(from, self.end))
    }

    /// One past the bracket that closes what the content opened, where the sentence ends with it.
    fn closed(&self, from: usize, end: usize) -> usize {
        let words = self.clauses.words;
        let count = |mark: &str| (from..end).filter(|&at| words.text(at) == mark).count();
        let open = end < self.clauses.end && words.text(end) == ")" && count("(") > count(")");
        end + usize::from(open)
    }

    /// The closing dash of an aside that stands before the verb of the content; asides after it end the content.
    fn aside(&self, from: usize, dash: usize) -> Option<usize> {
        let words = self.clauses.words;
        if self.clauses.finite_in(from..dash) {
            // "would move the board - and the owners - to help": a short aside, behind which the clause goes on.
            let close = |limit: usize| (dash + 1..self.end.min(dash + limit)).find(|&at| is_dash(words.text(at)));
            // "would help - even if it is late", "- including those who left - because": what belongs to the words before it.
            let added =
                matches!(words.lower(dash + 1), "or" | "even" | "especially" | "including" | "particularly" | "not");
            if added {
                return close(30).or(Some(dash));
            }
            let close = close(12)?;
            let goes_on = close + 1 < self.end
                && (words.lower(close + 1) == "to"
                    || matches!(
                        words.tag(close + 1),
                        Tag::Preposition | Tag::Verb | Tag::Auxiliary | Tag::Subordinator
                    ));
            return goes_on.then_some(close);
        }
        (dash + 1..self.end.min(dash + 40)).find(|&at| is_dash(words.text(at)))
    }

    fn trim(&self, from: usize, mut end: usize) -> usize {
        while end > from + 1 && matches!(self.clauses.words.text(end - 1), "," | "and" | "but") {
            end -= 1;
        }
        end
    }

    /// Whether the comma at `at` ends the content that began at `from`.
    fn ends_at_comma(&self, from: usize, at: usize) -> bool {
        let words = self.clauses.words;
        let next = words.lower(at + 1);
        if self.parts_adjectives(at) {
            return false;
        }
        if self.resumes(from, at) {
            return true;
        }
        // "…, one that will be heard": what the report thinks of it.
        if next == "one" && matches!(words.lower(at + 2), "that" | "which" | "of") {
            return true;
        }
        // "Berg said it would sink, a claim that Lind said was false": what the report adds.
        if matches!(next, "a" | "an") && self.adds_another(at + 2) {
            return true;
        }
        // "said one may rise, while another could fall": both are what may be.
        if next == "while" && self.may_be(from..at) && self.may_be(at..self.end) && !self.says_within(at..self.end) {
            return false;
        }
        if crate::words::is_one_of(next, "but while though although whereas according yet") {
            return true;
        }
        if next == "including" {
            return false;
        }
        let opening = words.lower(from);
        if let Some(group) = self.clauses.group_at(at + 1) {
            let cue = cues::verb(words.lower(group.head)).is_some();
            return group.form == Form::Gerund && (cue || opening != "that");
        }
        if opening == "to" && matches!(next, "and" | "or") {
            return true;
        }
        if matches!(next, "and" | "or") {
            return self.cue_soon(at + 2);
        }
        if matches!(next, "which" | "who" | "where" | "whose") {
            // "told them his trip, which was long, had ended": the subject still waits for its verb.
            let waits = self.clauses.phrase_from(from, self.end) == Some(at) && !self.clauses.finite_in(from..at);
            return !matches!(opening, "that" | "to") && !waits;
        }
        // "Although she said that it was late, the owner waited."
        let opens = self.clauses.start;
        let concession = (opens..opens + 3).any(|at| {
            crate::words::is_one_of(words.lower(at), "although though while whereas after because since when once if as until")
        })
            // "Asked whether it was late, the owner laughed", "Concluding that it was late, the owner left"
            || (opens..opens + 2).any(|at| {
                let bare = at == opens || matches!(words.lower(opens), "when" | "being" | "once");
                bare && matches!(words.lower(at), "asked" | "told" | "warned" | "reminded")
                    || self.clauses.group_at(at).is_some_and(|group| group.form == Form::Gerund && group.head == at)
            });
        let first = from + usize::from(opening == "that");
        let whole = words.tag(first) != Tag::Preposition && self.clauses.finite_in(from..at);
        if concession && whole && self.new_clause(at + 1) {
            return true;
        }
        // "…, the minister said": the end of what stands before it.
        self.parenthetical(at + 1) && at > from
    }

    /// Whether the first verb within some words tells what may be.
    fn may_be(&self, range: Range<usize>) -> bool {
        let from = self.clauses.groups.partition_point(|group| group.words.start < range.start);
        let mut own = self.clauses.groups[from..].iter().filter(|group| group.form == Form::Finite);
        own.next().is_some_and(|group| {
            group.words.end <= range.end
                && matches!(self.clauses.words.lower(group.words.start), "may" | "might" | "could" | "would" | "should")
        })
    }

    /// Whether somebody says something within some words.
    fn says_within(&self, range: Range<usize>) -> bool {
        let from = self.clauses.groups.partition_point(|group| group.words.start < range.start);
        self.clauses.groups[from..].iter().take_while(|group| group.words.end <= range.end).any(|group| {
            cues::verb(self.clauses.words.lower(group.head)).is_some_and(|cue| cue.frames.any(cues::Frames::QUOTE))
        })
    }

    /// Whether what somebody says between commas ends at `at`, where the sentence goes on: "Berg, who says it is late, left", "Unlike
    /// Berg, who says it is late, the pilots left".
    fn resumes(&self, from: usize, at: usize) -> bool {
        let words = self.clauses.words;
        let before = self.clauses.groups.partition_point(|group| group.words.start < from);
        let Some(cue) = before.checked_sub(1).map(|index| &self.clauses.groups[index]) else { return false };
        let first = (self.clauses.start..cue.words.start).rev().find(|&at| words.tag(at) != Tag::Adverb).unwrap_or(0);
        let own = first.checked_sub(1).filter(|&mark| mark > self.clauses.start);
        let told = own.is_some_and(|mark| words.text(mark) == "," && matches!(words.lower(mark + 1), "who" | "which"));
        if !told || from > cue.words.end + 4 {
            return false;
        }
        let next = (at + 1..self.end).find(|&at| words.tag(at) != Tag::Adverb).unwrap_or(at + 1);
        let verb =
            self.clauses.group_at(next).is_some_and(|group| group.words.start == next && group.form == Form::Finite);
        let opened = words.tag(self.clauses.start) == Tag::Preposition
            || crate::words::is_one_of(words.lower(self.clauses.start), "unlike like contrary despite as while when");
        verb || opened && self.new_clause(next)
    }

    /// Whether the comma at `at` stands between adjectives of one noun: "the kind of quiet, lasting peace".
    pub(super) fn parts_adjectives(&self, at: usize) -> bool {
        let words = self.clauses.words;
        let tag = |at: usize| words.tag(at);
        at >= self.clauses.start + 2
            && words.text(at) == ","
            && tag(at - 1) == Tag::Adjective
            && (matches!(tag(at - 2), Tag::Determiner | Tag::Preposition)
                || crate::words::is_one_of(words.lower(at - 2), "his her its their our my your"))
            && (tag(at + 1) == Tag::Adjective || words.lower(at + 1).ends_with("ing") && is_nominal(tag(at + 2)))
    }

    /// Whether the conjunction at `at` begins a further cue of the same holder: "… and urged".
    fn ends_at_word(&self, from: usize, at: usize) -> bool {
        let words = self.clauses.words;
        if matches!(words.lower(at), "and" | "but") {
            // "acknowledging that it was late but warning that": a further cue of the same holder.
            let gerund = self.led_by_gerund(from)
                && self.clauses.group_at(at + 1).is_some_and(|group| {
                    group.form == Form::Gerund
                        && group.words.start == at + 1
                        && cues::verb(words.lower(group.head)).is_some_and(|cue| cue.frames.any(cues::Frames::QUOTE))
                });
            return gerund || self.clauses.group_at(at + 1).is_some_and(|group| {
                group.form == Form::Finite
                    && cues::verb(words.lower(group.head)).is_some_and(|cue| cue.frames.any(cues::Frames::QUOTE))
                    // "and yelled to the driver", "and began to sink": nobody's words.
                    && (cues::verb(words.lower(group.head)).is_some_and(|cue| cue.frames.any(cues::Frames::BARE))
                        || matches!(words.text(group.words.end), "," | ":" | "“" | "\"" | "‘")
                        || words.lower(group.words.end) == "that"
                        || !matches!(words.tag(group.words.end), Tag::Preposition | Tag::Particle))
                    // "complained that it had his boat and was urging him": what is complained of.
                    && !(crate::grammar::groups::is_be(words.lower(group.words.start))
                        && (self.led_by_gerund(from)
                            || words.lower(from) == "that" && matches!(words.lower(group.words.start), "was" | "were")))
                    && (!matches!(words.lower(group.head), "began" | "begin" | "begins" | "started" | "continued" | "went")
                        || matches!(words.text(group.words.end), "," | ":"))
            });
        }
        words.lower(at) == "while"
            && self
                .clauses
                .group_at(at + 1)
                .is_some_and(|g| g.form == Form::Gerund && cues::verb(words.lower(g.head)).is_some())
    }

    /// Whether the verb before a content is a gerund, with which no finite verb is joined.
    fn led_by_gerund(&self, from: usize) -> bool {
        let before = from.checked_sub(1).and_then(|at| self.clauses.group_at(at));
        before.is_some_and(|group| group.form == Form::Gerund)
    }

    /// Whether a subject with a cue verb, or a cue verb, begins at `at`.
    fn cue_soon(&self, at: usize) -> bool {
        let words = self.clauses.words;
        // "said that it sank, and “when we agree, we sail”": further words of the same.
        if matches!(words.text(at), "“" | "\"" | "''" | "``") {
            return false;
        }
        let from = self.clauses.groups.partition_point(|group| group.words.start < at);
        let Some(group) = self.clauses.groups.get(from) else { return false };
        let speaks = group.form == Form::Finite
            && cues::verb(words.lower(group.head)).is_some_and(|cue| cue.frames.any(cues::Frames::QUOTE));
        let near = group.words.start - at <= 6 && (at..group.words.start).all(|i| words.text(i) != ",");
        speaks && near
    }

    /// Whether "subject + verb of saying" stands at `at` and is followed by a mark or the end.
    pub(super) fn parenthetical(&self, at: usize) -> bool {
        let words = self.clauses.words;
        let from = self.clauses.groups.partition_point(|group| group.words.start < at);
        let Some(group) = self.clauses.groups.get(from) else { return false };
        let speaks = group.form == Form::Finite
            && cues::verb(words.lower(group.head))
                .is_some_and(|cue| cue.frames.any(cues::Frames::QUOTE.or(cues::Frames::BARE)));
        if !speaks || group.words.start == at || group.words.start - at > 12 {
            return false;
        }
        let after = words.text(group.words.end);
        (matches!(after, "," | "." | ";") || group.words.end >= self.end || is_dash(after))
            && (at..group.words.start).all(|i| words.text(i) != ",")
    }

    /// Where a noun phrase that is a content ends: with its attached phrases and relative clauses, before a comma, a
    /// time, or a new clause.
    pub(super) fn object_end(&self, from: usize, quoted: &Quoted) -> usize {
        let words = self.clauses.words;
        let mut at = from;
        while at < self.end {
            if let Some(piece) = quoted.piece(at)
                && piece.words.start == at
            {
                at = piece.words.end.min(self.end).max(at + 1);
                // "called it “absurd,” telling them": the comma stands within the marks.
                let gerund = self.clauses.group_at(at).is_some_and(|group| group.form == Form::Gerund);
                if gerund && words.text(at.saturating_sub(2)) == "," {
                    return self.trim(from, at);
                }
                continue;
            }
            let lower = words.lower(at);
            let stops = match words.text(at) {
                "," => !self.list_goes_on(at) && !self.tells_state(at),
                ";" | ":" => true,
                text if is_dash(text) => true,
                _ => false,
            };
            let clause = at > from
                && (matches!(lower, "while" | "although" | "though" | "before" | "if") && words.tag(at) != Tag::Adverb
                    || lower == "when"
                    || lower == "as" && !self.leads_to_role(at, quoted)
                    || matches!(lower, "in" | "at" | "during") && self.leads_to_medium(at)
                    || matches!(lower, "and" | "but")
                        && self.clauses.group_at(at + 1).is_some_and(|group| group.form == Form::Finite)
                    || lower == "but"
                    || lower == "and" && self.new_clause(at + 1)
                    || lower == "by" && self.clauses.group_at(at + 1).is_some_and(|g| g.form == Form::Gerund)
                    || lower == "on" && crate::grammar::phrases::is_day(words.lower(at + 1))
                    || crate::grammar::phrases::is_day(lower) && !words.lower(at + 1).starts_with('\''));
            if stops || clause {
                return self.trim(from, at);
            }
            at += 1;
        }
        self.trim(from, self.closed(from, self.end))
    }

    /// Whether "as" at `at` leads to what something is held to be, and to no clause: "hailed the deal as “fantastic”", "such as".
    fn leads_to_role(&self, at: usize, quoted: &Quoted) -> bool {
        let words = self.clauses.words;
        let phrase = || {
            let end = self.clauses.phrase_from(at + 1, self.end)?;
            let verb = self.clauses.group_at(end).filter(|group| group.words.start == end);
            verb.is_none_or(|group| group.form != Form::Finite).then_some(end)
        };
        words.lower(at.saturating_sub(1)) == "such"
            || quoted.is(at + 1)
            || words.tag(at + 1) == Tag::Adjective
            || words.tag(at + 1) != Tag::Pronoun && phrase().is_some()
    }

    /// Whether the preposition at `at` leads to where something was said: "in an interview", "at a news conference".
    fn leads_to_medium(&self, at: usize) -> bool {
        let words = self.clauses.words;
        let article = matches!(words.lower(at + 1), "a" | "an" | "his" | "her" | "its" | "their");
        let medium = |at: usize| crate::attributions::reach::is_medium(words.lower(at)) && words.tag(at) == Tag::Noun;
        article && (at + 2..self.end.min(at + 5)).any(medium)
    }

    /// Whether the comma at `at` parts a town from its state: "in Kolm, Ohio".
    fn tells_state(&self, at: usize) -> bool {
        let words = self.clauses.words;
        let state = words.text(at + 1).ends_with('.') || crate::mentions::is_place(words.text(at + 1));
        at > self.clauses.start
            && words.tag(at - 1) == Tag::Proper
            && words.tag(at + 1) == Tag::Proper
            && state
            && (at + 2 >= self.end || words.text(at + 2) == ",")
    }

    /// Whether a subject with its finite verb begins at `at`.
    fn new_clause(&self, at: usize) -> bool {
        // "…, last month is": a time.
        if matches!(self.clauses.words.lower(at), "last" | "this" | "next") {
            return false;
        }
        let from = self.clauses.groups.partition_point(|group| group.words.start < at);
        self.clauses.groups.get(from).is_some_and(|group| {
            group.form == Form::Finite
                && group.words.start > at
                && group.words.start - at <= 6
                && self.clauses.phrase_from(at, self.end) == Some(group.words.start)
        }) || matches!(self.clauses.words.lower(at), "neither" | "nobody") && self.clauses.finite_in(at..self.end)
    }

    /// Whether a clause begins at `at`, its subject first.
    pub(super) fn begins_clause(&self, at: usize) -> bool {
        self.new_clause(at)
    }

    /// Whether the comma at `at` stands within a list of noun phrases.
    fn list_goes_on(&self, at: usize) -> bool {
        let words = self.clauses.words;
        if matches!(words.lower(at + 1), "including" | "like") || words.lower(at + 1) == "such" {
            return true;
        }
        if self.clauses.group_at(at + 1).is_some_and(|group| group.form == crate::grammar::Form::Gerund) {
            return false;
        }
        let ahead = self.end.min(at + 30);
        let mut from = at + 1;
        while let Some(next) = (from..ahead).find(|&i| words.text(i) == "," || matches!(words.lower(i), "and" | "or")) {
            let item = next > from && !self.clauses.finite_in(from..next) && is_nominal(words.tag(next - 1));
            if words.text(next) != "," {
                return item || next == from;
            }
            if !item {
                return false;
            }
            from = next + 1;
        }
        false
    }
}
