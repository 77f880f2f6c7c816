//! Content that stands before its cue, and quotations that go on after it.

use std::ops::Range;

use crate::{
    attributions::{Quoted, Scene},
    grammar::Form,
    tags::Tag,
    words::is_one_of,
};

impl Scene<'_> {
    /// The content that ends with the mark before the word `at` (the start of a subject, or of an inverted verb).
    pub(super) fn content_before(&self, at: usize, quoted: &Quoted) -> Option<Vec<Range<usize>>> {
        let words = self.clauses.words;
        let mark = at.checked_sub(1)?;
        if let Some(piece) = quoted.piece(mark)
            && piece.words.end == at
            && (at > self.clauses.start || self.asked_before(at))
        {
            let start = piece.words.start.min(self.start_of_content(piece.words.start, quoted));
            // What the paragraphs before began: “One. / “Two,” she said.
            let mut content = quoted.earlier(mark);
            content.push(start..at);
            return Some(content);
        }
        // The opening mark was lost: "We are happy,” Berg said".
        let stray = matches!(words.text(mark), "”" | "\"")
            && quoted.piece(mark).is_none()
            && mark > self.clauses.start + 2
            && matches!(words.text(mark - 1), "," | "?" | "!");
        if stray {
            return Some(vec![self.clauses.start..at]);
        }
        if mark <= self.clauses.start || words.text(mark) != "," || self.parts_adjectives(mark) {
            return None;
        }
        let start = self.start_of_content(mark, quoted);
        // "But, he said, it is late"
        let lone = is_one_of(words.lower(start), "but and so still now then instead yet today often also here")
            || words.lower(start).len() > 5 && words.lower(start).ends_with("ly");
        (start < mark && self.clauses.finite_in(start..mark) || self.clauses.start + 1 < mark || lone && start < mark)
            .then(|| vec![start..mark])
    }

    /// Whether the sentence before ended, in the same paragraph, with a question or exclamation in quotation marks.
    fn asked_before(&self, at: usize) -> bool {
        let sentences = &self.prose.sentences;
        let passage = |index: usize| sentences.get(index).map(|sentence| sentence.passage);
        let same = self.sentence > 0 && passage(self.sentence - 1) == passage(self.sentence);
        same && at >= 2 && matches!(self.clauses.words.text(at - 2), "?" | "!")
    }

    /// Where what is said before its cue begins: the start of the sentence.
    fn start_of_content(&self, _before: usize, _quoted: &Quoted) -> usize {
        let words = self.clauses.words;
        let mut start = self.clauses.start;
        while matches!(words.text(start), "(" | "-" | "•" | "*" | "–" | "—") {
            start += 1;
        }
        start
    }

    /// Whether the words are a phrase of time, place or manner rather than something said.
    pub(super) fn adverbial(&self, range: Range<usize>) -> bool {
        let words = self.clauses.words;
        let first = range.start;
        let lower = words.lower(first);
        // "In Kolm, the pier was shut, Berg said", "When they came, the pier was shut, Berg said": a clause of its own behind
        // the phrase.
        let opens = words.tag(first) == Tag::Preposition
            || lower == "given"
            || is_one_of(lower, "when as after before while once until");
        let comma = range.clone().find(|&at| words.text(at) == ",").filter(|_| opens);
        let phrase = words.tag(first) == Tag::Preposition
            && !is_one_of(lower, "as after before until since once while")
            && !comma.is_some_and(|comma| crate::grammar::phrases::relative(words.lower(comma + 1)));
        let clause = comma.is_some_and(|comma| {
            let from = self.clauses.groups.partition_point(|group| group.words.start <= comma);
            let mut finite = self.clauses.groups[from..].iter().filter(|group| group.form == Form::Finite);
            finite.next().is_some_and(|group| {
                let own = || self.clauses.subject_before(group).is_some_and(|subject| subject.start == comma + 1);
                // "Despite the noise, most of what the towns want is small, Berg said": a verb at all, behind a mere phrase.
                let behind = phrase && !self.clauses.finite_in(first..comma) && group.words.start > comma + 1;
                group.words.end <= range.end && (behind || own())
            })
        });
        // "Between 50 and 60 boats were found, Berg said", "In May the pier was shut, Berg said"
        let opened = || {
            let amount = words.tag(first + 1) == Tag::Number;
            let from = self.clauses.groups.partition_point(|group| group.words.start < first);
            let mut finite = self.clauses.groups[from..].iter().filter(|group| group.form == Form::Finite);
            finite.next().filter(|group| group.words.end <= range.end).is_some_and(|group| {
                let Some(subject) = self.clauses.subject_before(group) else { return amount };
                let dated = subject.start > first + 1
                    && (words.tag(subject.start - 1) == Tag::Number
                        || model::calendar::month(words.lower(subject.start - 1)).is_some());
                let counted = (first + 1..subject.start)
                    .all(|at| words.tag(at) == Tag::Number || matches!(words.lower(at), "and" | "to" | "-" | "–"));
                amount && counted || dated
            })
        };
        let preposition = is_one_of(lower, "between about around over under in on at by from during for");
        if clause || preposition && opened() {
            return false;
        }
        // "At least three boats were lost, Berg said"
        let amount = lower == "at" && matches!(words.lower(first + 1), "least" | "most");
        let led = matches!(words.tag(first), Tag::Preposition) && !amount
            || matches!(lower, "asked" | "speaking" | "when" | "as" | "after")
            || self.clauses.group_at(first).is_some_and(|group| group.form != Form::Finite)
                && !self.is_gerund_subject(&range);
        led || !self.clauses.finite_in(range.clone()) && range.len() > 2 && words.tag(first) != Tag::Subordinator
    }

    /// Whether words open with a gerund that is the subject of their verb: "Raising the tax would help".
    fn is_gerund_subject(&self, range: &Range<usize>) -> bool {
        let words = self.clauses.words;
        let gerund = self.clauses.group_at(range.start).filter(|group| group.form == Form::Gerund);
        let from = self.clauses.groups.partition_point(|group| group.words.start <= range.start);
        let finite = self.clauses.groups[from..].iter().filter(|group| group.form == Form::Finite);
        let mut own = finite.filter(|group| {
            let before = group.words.start.checked_sub(1);
            !before.is_some_and(|at| {
                matches!(words.lower(at), "who" | "which" | "that")
                    || words.tag(at) == Tag::Adverb && words.lower(at) == "only"
            })
        });
        gerund.is_some()
            && own.next().is_some_and(|group| {
                group.words.end <= range.end && (range.start..group.words.start).all(|at| words.text(at) != ",")
            })
    }

    /// Whether words are a condition or a time alone, which waits for its clause: "If it rains, he said, the town can wait".
    pub(super) fn only_opens(&self, range: Range<usize>) -> bool {
        let words = self.clauses.words;
        let opens = is_one_of(
            words.lower(range.start),
            "if when because since unless until although though while once even whether",
        );
        opens && range.clone().all(|at| words.text(at) != ",")
    }

    /// Whether words break off before what their last word takes: "they flew to Kolm to avoid", "the plan is to".
    pub(super) fn is_unfinished(&self, range: Range<usize>) -> bool {
        let words = self.clauses.words;
        let Some(last) = range.end.checked_sub(1) else { return false };
        let infinitive = self.clauses.group_at(last).is_some_and(|group| {
            group.form == Form::Infinitive
                && is_one_of(words.lower(group.head), "avoid stop prevent keep start continue consider")
        });
        // "Credit goes, he said, to the pilots"
        let comma = (range.end..self.end.min(range.end + 12)).filter(|&at| words.text(at) == ",").nth(1);
        let onward = comma.is_some_and(|comma| words.lower(comma + 1) == "to");
        infinitive
            || onward
            || matches!(words.tag(last), Tag::Preposition | Tag::Determiner | Tag::Auxiliary | Tag::Subordinator)
            || words.lower(last) == "to"
    }

    /// Whether the content before `at` is direct speech.
    pub(super) fn quoted_before(&self, at: usize, quoted: &Quoted) -> bool {
        let piece = at.checked_sub(1).and_then(|mark| quoted.piece(mark));
        piece.is_some_and(|piece| piece.words.end == at) && (at > self.clauses.start || self.asked_before(at))
    }

    /// The quotation on the next line, where this sentence hands over to it with a colon: "The mayor said:".
    pub(super) fn handed_over(&self, quoted: &Quoted) -> Option<Vec<Range<usize>>> {
        if self.clauses.words.text(self.end) != ":" {
            return None;
        }
        let next = self.prose.sentences.get(self.sentence + 1)?.words.start;
        self.quotation_at(next, quoted)
    }

    /// The quotation that begins at `at`, to its end.
    pub(super) fn quotation_at(&self, at: usize, quoted: &Quoted) -> Option<Vec<Range<usize>>> {
        quoted.piece(at).filter(|piece| piece.words.start == at).map(|piece| quoted.whole(piece))
    }

    /// Quotations in the sentences that follow, in the same paragraph, with no cue of their own.
    pub(super) fn quotations_after(&self, quoted: &Quoted) -> Vec<Range<usize>> {
        let sentences = &self.prose.sentences;
        let words = self.clauses.words;
        let mut all = Vec::new();
        let mut next = self.sentence + 1;
        while let Some(sentence) = sentences.get(next)
            && sentence.passage == sentences[self.sentence].passage
            && let Some(piece) = quoted.piece(sentence.words.start)
            && piece.words.start == sentence.words.start
        {
            let after = piece.words.end;
            // A quotation that the next paragraph carries on has no closing mark.
            let closed = !matches!(words.text(after.saturating_sub(1)), "." | "!" | "?" | "…" | "...");
            let last = words.text(after.saturating_sub(if closed { 2 } else { 1 }));
            let complete = matches!(last, "." | "!" | "?" | "…" | "...");
            let ends = sentences.get(next..).and_then(|rest| rest.iter().position(|s| s.words.end >= after));
            let Some(ends) = ends else { break };
            if !complete
                || sentences[next + ends].words.end != after && !piece_ends_passage(after, sentences, next + ends)
            {
                break;
            }
            all.extend(quoted.whole(piece));
            if piece.next.is_some() {
                break;
            }
            next += ends + 1;
        }
        all
    }
}

fn piece_ends_passage(after: usize, sentences: &[crate::sentences::Sentence], index: usize) -> bool {
    sentences.get(index).is_some_and(|sentence| sentence.words.end <= after)
}
