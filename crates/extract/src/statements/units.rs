//! The parts of a sentence that each make a statement: its clauses, cut once more where somebody's words begin or end.

use std::ops::Range;

use super::{
    clauses::{self, Cuts, Said},
    voices::{Voice, meet},
};
use crate::{
    cues::{self, Frames},
    grammar::{
        Form, VerbGroup,
        phrases::{Clauses, is_day},
    },
    tags::Tag,
};

/// One part of a sentence that says something.
#[derive(Clone, Debug)]
pub(super) struct Unit<'a> {
    /// Its words, untrimmed.
    pub(super) words: Range<usize>,
    /// The verb group it turns on, where one was found.
    pub(super) main: Option<&'a VerbGroup>,
    /// Indices of the voices whose content it is, the outermost first.
    pub(super) voices: Vec<usize>,
    /// The verb group whose subject it shares, where it has none of its own.
    pub(super) shares_subject: Option<&'a VerbGroup>,
    /// The words before it that its relative pronoun speaks of.
    pub(super) antecedent: Option<Range<usize>>,
}

/// Takes a sentence apart. A `headline` needs no verb.
pub(super) fn find<'a>(clauses: &Clauses<'a>, voices: &[Voice<'_>], headline: bool) -> Vec<Unit<'a>> {
    Taker { clauses, voices }.units(headline)
}

struct Taker<'a, 'b> {
    clauses: &'b Clauses<'a>,
    voices: &'b [Voice<'b>],
}

impl Said for Taker<'_, '_> {
    fn opens(&self, at: usize) -> bool {
        self.apart().filter(|voice| !self.around(voice)).any(|voice| voice.content.iter().any(|c| c.start == at))
    }

    fn bound(&self, at: usize) -> bool {
        let held = self.voices.iter().filter(|voice| !voice.apart && !voice.content.is_empty());
        held.flat_map(|voice| &voice.content).any(|content| at > content.start && at < content.end)
    }
}

impl<'a> Taker<'a, '_> {
    fn apart(&self) -> impl Iterator<Item = &Voice<'_>> {
        self.voices.iter().filter(|voice| voice.apart)
    }

    /// Whether a content is told around its cue: "The owners, he added, plan to sell"; "If they pay, he said, we sell".
    /// It then stays in one piece.
    fn around(&self, voice: &Voice<'_>) -> bool {
        let [first, second, ..] = voice.content.as_slice() else { return false };
        let words = self.clauses.words;
        let unfinished = words.text(first.end - 1) == ","
            || matches!(words.text(first.end - 1), "”" | "\"" | "''" | "’" | "'")
                && first.len() > 1
                && !matches!(words.text(first.end - 2), "." | "!" | "?" | "…")
            || !matches!(words.text(first.end), "." | "!" | "?" | "…");
        let cue_between = voice.cue.iter().any(|cue| cue.start >= first.end && cue.end <= second.start);
        unfinished && cue_between && !self.finished_before(first.end..second.start)
    }

    /// Whether a sentence of its own, or a clause behind a full stop, begins after a gap.
    fn finished_before(&self, gap: Range<usize>) -> bool {
        gap.into_iter().any(|at| matches!(self.clauses.words.text(at), "." | "!" | "?" | ";"))
    }

    fn units(&self, headline: bool) -> Vec<Unit<'a>> {
        let clauses = self.clauses;
        let whole = clauses.start..clauses.end;
        let mut cuts = clauses::cut(clauses, self);
        let mut contents: Vec<Range<usize>> = Vec::new();
        for voice in self.apart() {
            if self.around(voice) {
                let last = voice.content.len() - 1;
                let span = voice.content[0].start..voice.content[last].end;
                // A further content may lie within; the outermost keeps its words together.
                cuts.at.retain(|at| !span.contains(at) || *at == span.start);
                cuts.inserted.extend(voice.content.windows(2).map(|pair| pair[0].end..pair[1].start));
                contents.push(span);
            } else {
                contents.extend(voice.content.iter().cloned());
            }
        }
        let gaps = |at: usize| cuts.inserted.iter().any(|gap| gap.contains(&at) || gap.end == at);
        let bound = |at: usize| self.bound(at);
        let mut at: Vec<usize> = cuts.at.clone();
        at.extend(
            contents.iter().flat_map(|content| [content.start, content.end]).filter(|&at| !gaps(at) && !bound(at)),
        );
        at.extend([clauses.start, clauses.end]);
        at.retain(|&at| (clauses.start..=clauses.end).contains(&at));
        at.sort_unstable();
        at.dedup();
        let mut units: Vec<Unit<'a>> = Vec::new();
        for pair in at.windows(2) {
            self.push(&mut units, self.unit(&cuts, pair[0]..pair[1]));
        }
        units.iter_mut().for_each(|unit| self.without_lead(unit));
        self.join_leads(&cuts, &mut units);
        // "…, which burned" stands by itself where it is on the same word as what stands before it.
        for index in 1..units.len() {
            let start = units[index].words.start;
            let alike = self.clause_voices(&units[index]) == self.clause_voices(&units[index - 1]);
            let adjoins = units[index - 1].words.end == start && cuts.at.contains(&start);
            let named =
                clauses::antecedent(clauses, start).filter(|_| alike && adjoins && !self.is_frame(&units[index - 1]));
            units[index].antecedent = named;
        }
        self.join_what_leans(&cuts, &mut units);
        for index in 0..units.len() {
            units[index].shares_subject = self.shared_subject(&units, index);
        }
        for unit in &mut units {
            self.without_opener(unit);
        }
        // "Ties will grow, he said, because both need it": the reason stands behind the frame.
        let parted = units.iter().any(|unit| {
            let first = unit.words.clone().find(|&at| clauses.words.tag(at) != Tag::Punctuation);
            let opened =
                first.is_some_and(|at| clauses.words.lower(at) != "that" && clauses::is_opener(clauses.words, at));
            opened && !self.is_frame(unit) && self.leans(unit)
        });
        units.retain(|unit| self.says_something(unit, headline) && !self.is_frame(unit));
        if self.loses_sense(&units) || parted && !units.is_empty() {
            let unit = self.unit(&cuts, whole);
            units = Vec::from([unit]);
            units.retain(|unit| self.says_something(unit, headline));
        }
        units.sort_by_key(|unit| (unit.words.start, unit.words.end));
        units
    }

    fn unit(&self, cuts: &Cuts, words: Range<usize>) -> Unit<'a> {
        let main = clauses::main_group(self.clauses, &words, &cuts.inserted);
        let head = main.map_or(words.start, |main| main.head);
        let holds = |voice: &Voice<'_>| {
            let inside = voice
                .content
                .iter()
                .any(|content| content.contains(&head) || meet(content, &words).as_ref() == Some(&words));
            // "hailed the plan", "believe that": the clause around what is said tells that it was said.
            let according = voice.cue.iter().any(|cue| {
                matches!(self.clauses.words.lower(cue.start), "according" | "per") && words.contains(&cue.start)
            });
            let told = (according && inside
                || voice.cue.iter().any(|cue| main.is_some_and(|main| cue.contains(&main.head))))
                && voice.content.iter().any(|content| meet(content, &words).is_some());
            told || inside && voice.apart
        };
        let voices = self.voices.iter().enumerate().filter(|(_, voice)| holds(voice)).map(|(index, _)| index).collect();
        Unit { words, main, voices, shares_subject: None, antecedent: None }
    }

    /// "that" behind its cue opens what is said; before it, as in "That plan has failed, she said", it points.
    fn without_opener(&self, unit: &mut Unit<'_>) {
        let start = unit.words.start;
        let opened = self.apart().any(|voice| {
            voice.content.iter().any(|content| content.start == start) && voice.cue.iter().any(|cue| cue.end <= start)
        });
        let words = self.clauses.words;
        if words.lower(start) == "that" && start + 1 < unit.words.end && opened {
            unit.words.start += 1;
        }
        if unit.antecedent.is_some() {
            unit.words.start += 1;
            return;
        }
        // "…, where both sides met"
        if start > self.clauses.start && words.text(start - 1) == "," {
            let led = words.tag(start) == Tag::Preposition && words.lower(start + 1) == "which";
            if led || words.lower(start) == "where" {
                unit.words.start += 1 + usize::from(led);
            }
        }
    }

    /// Adds a unit, or joins it to the one before where it says nothing by itself and nobody else speaks.
    fn push(&self, units: &mut Vec<Unit<'a>>, unit: Unit<'a>) {
        let Some(last) = units.last_mut() else {
            units.push(unit);
            return;
        };
        let adjoins = last.words.end == unit.words.start;
        let one_voice = self.clause_voices(last) == self.clause_voices(&unit);
        let idle = unit.main.is_none() && !self.is_frame(&unit);
        let last_idle = last.main.is_none() && !self.is_frame(last);
        if adjoins && one_voice && (idle || last_idle) {
            last.words.end = unit.words.end;
            if last.main.is_none() {
                last.main = unit.main;
                last.voices = unit.voices;
            }
            return;
        }
        units.push(unit);
    }

    /// Gives what can't stand by itself (a condition, a relative clause, a phrase) back to what it leans on.
    fn join_what_leans(&self, cuts: &Cuts, units: &mut Vec<Unit<'a>>) {
        let mut index = 0;
        while index < units.len() && units.len() > 1 {
            if self.is_frame(&units[index]) || !self.leans(&units[index]) {
                index += 1;
                continue;
            }
            // Behind what it ends, before what it begins; a phrase that only meets a frame goes with the frame.
            let before = index
                .checked_sub(1)
                .filter(|&at| units[at].words.end == units[index].words.start && !self.is_frame(&units[at]));
            let after = Some(index + 1).filter(|&at| {
                at < units.len() && units[index].words.end == units[at].words.start && !self.is_frame(&units[at])
            });
            let Some(other) = before.or(after) else {
                index += 1;
                continue;
            };
            let (first, second) = (index.min(other), index.max(other));
            let words = units[first].words.start..units[second].words.end;
            let joined = self.unit(cuts, words);
            let kept = units[other].clone();
            units[first] = if joined.main.is_some() { joined } else { Unit { words: joined.words, ..kept } };
            units.remove(second);
            index = first;
        }
    }

    /// Joins what ends in a verb of saying that is not its main verb with what is said: "…, according to Berg, who said
    /// | the port is shut".
    fn join_leads(&self, cuts: &Cuts, units: &mut Vec<Unit<'a>>) {
        for index in (1..units.len()).rev() {
            let (unit, next) = (&units[index - 1], &units[index]);
            let said = self.apart().any(|voice| {
                let cue = voice.cue.iter().any(|cue| {
                    unit.words.contains(&cue.start) && cue.end <= unit.words.end && unit.words.end - cue.end < 8
                });
                let follows = voice.content.iter().any(|content| content.start == next.words.start);
                cue && follows
            });
            if said && unit.words.end == next.words.start && !self.is_frame(unit) {
                units[index - 1] = self.unit(cuts, unit.words.start..next.words.end);
                units.remove(index);
            }
        }
    }

    /// Whether a unit says nothing without its neighbours: it has no verb, or opens as a clause that hangs on another.
    fn leans(&self, unit: &Unit<'_>) -> bool {
        if unit.antecedent.is_some() {
            return false;
        }
        let words = self.clauses.words;
        let Some(first) = unit
            .words
            .clone()
            .find(|&at| words.tag(at) != Tag::Punctuation && !matches!(words.lower(at), "and" | "but" | "yet"))
        else {
            return true;
        };
        let Some(main) = unit.main else { return true };
        let said = self.apart().any(|voice| voice.content.iter().any(|content| content.start == unit.words.start));
        let that = words.lower(first) == "that" && said;
        let hangs = self.hangs(unit, first, main) && !that && !self.is_scene(unit);
        let gerund = self.clauses.group_at(first).is_some_and(|group| {
            group.words.start == first && group.form != Form::Finite && main.words.start > group.words.end
        }) && self.clauses.subject_before(main).is_none_or(|subject| subject.start > first + 1);
        // A verb whose subject is nowhere to be found.
        let bare = main.words.start == first && unit.words.start == self.clauses.start;
        let begun = unit.words.start > self.clauses.start;
        // "… — a matter that he promised to raise", "…, with others leaving"
        let aside = begun && (unit.words.start..=first).any(|at| crate::grammar::phrases::is_dash(words.text(at)));
        let with = begun && words.lower(first) == "with" && !clauses::turns_alone(self.clauses, &unit.words, main);
        // "… and agree to more", cut off from "will be forced to": a base form has its subject elsewhere.
        let joined = begun
            && main.words.start == first
            && main.words.len() == 1
            && !clauses::is_past(words.lower(first))
            && !words.lower(first).ends_with('s');
        hangs || aside || with || joined || gerund && begun || bare && words.tag(first) == Tag::Noun
    }

    /// Whether a unit is a clause that its opener makes part of another.
    fn hangs(&self, unit: &Unit<'_>, first: usize, main: &VerbGroup) -> bool {
        let words = self.clauses.words;
        // "Since 2022, ties have grown": a preposition, where no verb stands before the comma.
        let timed = matches!(words.lower(first), "since" | "after" | "before" | "until" | "as" | "once")
            && (first..main.words.start).any(|at| words.text(at) == ",");
        clauses::is_opener(words, first) && !timed && !clauses::turns_alone(self.clauses, &unit.words, main)
    }

    fn is_scene(&self, unit: &Unit<'_>) -> bool {
        let words = self.clauses.words;
        let start = unit.words.start;
        start > self.clauses.start
            && words.text(start - 1) == ","
            && (words.lower(start) == "where"
                || words.tag(start) == Tag::Preposition && words.lower(start + 1) == "which")
    }

    fn clause_voices(&self, unit: &Unit<'_>) -> Vec<usize> {
        unit.voices.iter().copied().filter(|&index| self.voices[index].apart).collect()
    }

    /// Whether a unit only tells that, and by whom, another one is said: "Anna Berg said on Tuesday".
    fn is_frame(&self, unit: &Unit<'_>) -> bool {
        let outside =
            || self.apart().filter(|voice| voice.content.iter().all(|content| meet(content, &unit.words).is_none()));
        let cues = || outside().flat_map(|voice| &voice.cue);
        // "according to a report that was released in May"
        let words = self.clauses.words;
        let first = unit.words.clone().find(|&at| words.tag(at) != Tag::Punctuation).unwrap_or(unit.words.start);
        if cues().any(|cue| cue.start == first) {
            return true;
        }
        // "declared in a report made public in May": whatever the verb further on is taken for.
        let leads = unit.main.is_some() && {
            let from = self.clauses.groups.partition_point(|group| group.words.start < unit.words.start);
            self.clauses
                .groups
                .get(from)
                .is_some_and(|group| group.form == Form::Finite && cues().any(|cue| cue.contains(&group.head)))
        };
        if leads {
            return true;
        }
        match unit.main {
            Some(main) => cues().any(|cue| cue.contains(&main.head)),
            None => {
                cues().any(|cue| meet(cue, &unit.words).is_some())
                    || unit.words.len() < 2 && self.clauses.end - self.clauses.start > 3
            }
        }
    }

    /// Whether what is left out of the units would turn or open what they say: a negation, a condition, a doubt.
    fn loses_sense(&self, units: &[Unit<'_>]) -> bool {
        let words = self.clauses.words;
        let kept = |at: usize| units.iter().any(|unit| unit.words.contains(&at));
        !units.is_empty()
            && (self.clauses.start..self.clauses.end).filter(|&at| turns(words.lower(at))).any(|at| !kept(at))
    }

    /// Whether the words of a unit, verb or not, are worth a statement.
    fn says_something(&self, unit: &Unit<'_>, headline: bool) -> bool {
        let clauses = self.clauses;
        let whole = unit.words.start == clauses.start && unit.words.end == clauses.end;
        let words = unit.words.clone().filter(|&at| clauses.words.tag(at) != Tag::Punctuation).count();
        match unit.main {
            Some(main) => {
                words >= 2
                    && !self.waits(unit, main)
                    && !self.is_vague(unit)
                    && !self.only_speaks(unit, main)
                    && (headline || !whole || self.is_told(unit, main))
            }
            None => whole && headline && words >= 4,
        }
    }

    /// Whether a whole sentence has a subject, or commands: the rest of a line that was cut off before has neither.
    fn is_told(&self, unit: &Unit<'_>, main: &VerbGroup) -> bool {
        let (clauses, words) = (self.clauses, self.clauses.words);
        let first = unit.words.clone().find(|&at| words.tag(at) != Tag::Punctuation).unwrap_or(unit.words.start);
        let ended = (clauses.start..clauses.end).rev().take(3).any(|at| matches!(words.text(at), "." | "!" | "…"));
        let small = words.text(first).starts_with(char::is_lowercase);
        let bare = main.words.len() == 1 && words.lower(main.head).ends_with("ed");
        !small && ended
            || clauses.subject_before(main).is_some_and(|subject| !bare || subject.start < main.head)
                && !(small && bare)
    }

    /// Whether a unit is a clause that hangs on one which is not there: "If they want to meet."
    fn waits(&self, unit: &Unit<'_>, main: &VerbGroup) -> bool {
        let words = self.clauses.words;
        let first = unit.words.clone().find(|&at| words.tag(at) != Tag::Punctuation).unwrap_or(unit.words.start);
        unit.antecedent.is_none()
            && !matches!(words.lower(first), "that" | "what" | "who")
            && self.hangs(unit, first, main)
    }

    /// Whether a unit tells that somebody speaks, and not a word of what: "Anna Berg asks", "the owner said at the pier".
    fn only_speaks(&self, unit: &Unit<'_>, main: &VerbGroup) -> bool {
        let words = self.clauses.words;
        let tag = cues::verb(words.lower(main.head)).is_some_and(|cue| {
            cue.frames.any(Frames::QUOTE)
                && matches!(
                    cue.lemma,
                    "say"
                        | "ask"
                        | "add"
                        | "tell"
                        | "reply"
                        | "respond"
                        | "answer"
                        | "continue"
                        | "note"
                        | "explain"
                        | "write"
                        | "tweet"
                        | "declare"
                        | "state"
                        | "remark"
                        | "observe"
                        | "recall"
                        | "conclude"
                        | "argue"
                        | "insist"
                        | "warn"
                        | "wonder"
                        | "quip"
                        | "joke"
                        | "shout"
                        | "counter"
                        | "retort"
                        | "post"
                )
        });
        let first = unit.words.clone().find(|&at| words.tag(at) != Tag::Punctuation).unwrap_or(unit.words.start);
        let opens = main.words.start <= first
            || self.clauses.subject_before(main).is_some_and(|subject| subject.start <= first + 1);
        if !tag || !opens || main.passive || main.negated || !unit.voices.is_empty() {
            return false;
        }
        let mut at = main.words.end;
        while at < unit.words.end {
            let lower = words.lower(at);
            let empty = words.tag(at) == Tag::Punctuation
                || words.tag(at) == Tag::Adverb
                || is_day(lower)
                || matches!(
                    lower,
                    "me" | "us"
                        | "him"
                        | "her"
                        | "them"
                        | "reporters"
                        | "journalists"
                        | "last"
                        | "week"
                        | "month"
                        | "year"
                );
            let phrase = matches!(lower, "in" | "at" | "on" | "during" | "after" | "before")
                .then(|| self.clauses.phrase_from(at + 1, unit.words.end))
                .flatten();
            match phrase {
                Some(end) => at = end,
                None if empty => at += 1,
                None => return false,
            }
        }
        true
    }

    /// Whether a unit names nothing and counts nothing, and points to something outside of it: "They want to do it."
    fn is_vague(&self, unit: &Unit<'_>) -> bool {
        let words = self.clauses.words;
        let pronoun = |at: usize| {
            matches!(
                words.lower(at),
                "it" | "they" | "we" | "that" | "this" | "these" | "those" | "there" | "here" | "things"
            )
        };
        let mut all = unit.words.clone().filter(|&at| words.tag(at) != Tag::Punctuation);
        let Some(first) = all.find(|&at| !matches!(words.lower(at), "and" | "but" | "so" | "of" | "course")) else {
            return true;
        };
        let named = unit.words.clone().any(|at| match words.tag(at) {
            Tag::Proper | Tag::Number | Tag::Symbol => true,
            Tag::Noun => !matches!(
                words.lower(at),
                "thing"
                    | "things"
                    | "case"
                    | "problem"
                    | "course"
                    | "way"
                    | "lot"
                    | "bit"
                    | "point"
                    | "question"
                    | "reason"
                    | "possibilities"
                    | "example"
                    | "examples"
                    | "time"
                    | "here"
                    | "something"
            ),
            Tag::Adjective => {
                !matches!(words.lower(at), "better" | "worse" | "good" | "bad" | "true" | "sure" | "right")
            }
            _ => false,
        });
        let deed = unit.words.clone().any(|at| {
            let lower = words.lower(at);
            words.tag(at) == Tag::Verb
                && !matches!(
                    lower,
                    "do" | "done"
                        | "did"
                        | "does"
                        | "get"
                        | "getting"
                        | "got"
                        | "want"
                        | "like"
                        | "go"
                        | "going"
                        | "come"
                        | "see"
                        | "know"
                        | "think"
                        | "have"
                        | "had"
                        | "has"
                        | "happen"
                        | "happened"
                        | "bring"
                        | "make"
                        | "made"
                        | "say"
                        | "said"
                        | "try"
                        | "work"
                        | "works"
                )
        });
        pronoun(first) && !named && !deed
    }

    /// Cuts the words that only lead up to what somebody says off the end of what stands before it: "…, stating", "…,
    /// with the owner adding that".
    fn without_lead(&self, unit: &mut Unit<'_>) {
        let clauses = self.clauses;
        let Some(main) = unit.main else { return };
        for voice in self.apart() {
            let Some(cue) = voice.cue.iter().find(|cue| cue.start >= main.words.end && unit.words.contains(&cue.start))
            else {
                continue;
            };
            let gerund = clauses.group_at(cue.start).is_some_and(|group| group.form == Form::Gerund);
            let follows = voice.content.iter().any(|content| content.start >= unit.words.end);
            if !gerund || !follows || cue.end + 2 < unit.words.end {
                continue;
            }
            let with = (main.words.end..cue.start)
                .rev()
                .take_while(|&at| clauses.words.text(at) != ",")
                .find(|&at| clauses.words.lower(at) == "with");
            let by = usize::from(matches!(clauses.words.lower(cue.start - 1), "by" | "in" | "while"));
            unit.words.end = with.unwrap_or(cue.start - by).max(main.words.end);
        }
    }

    /// The verb group whose subject a unit shares: its own verb stands first in it.
    fn shared_subject(&self, units: &[Unit<'a>], index: usize) -> Option<&'a VerbGroup> {
        let clauses = self.clauses;
        let unit = &units[index];
        let main = unit.main?;
        let before = (unit.words.start..main.words.start).filter(|&at| {
            !matches!(clauses.words.tag(at), Tag::Punctuation | Tag::Conjunction | Tag::Adverb | Tag::Subordinator)
        });
        if before.count() > 0 {
            return None;
        }
        let own = clauses.groups.partition_point(|group| group.words.start < unit.words.start);
        let mut earlier = units[..index].iter().rev().filter(|other| other.words.end <= unit.words.start);
        let nearest = earlier
            .find_map(|other| other.shares_subject.or(other.main))
            .or_else(|| clauses.groups[..own].iter().rev().find(|group| group.form == Form::Finite))?;
        // "As the city has grown since the war began and has built": what is joined runs alike.
        let auxiliary =
            |group: &VerbGroup| Some(clauses.words.lower(group.words.start)).filter(|_| group.words.len() > 1);
        let alike = |group: &&VerbGroup| group.form == Form::Finite && auxiliary(group) == auxiliary(main);
        if auxiliary(main).is_none() || auxiliary(nearest) == auxiliary(main) {
            return Some(nearest);
        }
        clauses.groups[..own].iter().rev().find(alike).or(Some(nearest))
    }
}

/// Words that turn what stands beside them, or leave it open.
pub(super) fn turns(lower: &str) -> bool {
    clauses::is_not(lower)
        || matches!(
            lower,
            "no" | "nobody"
                | "nothing"
                | "none"
                | "neither"
                | "nor"
                | "without"
                | "hardly"
                | "if"
                | "unless"
                | "whether"
                | "deny"
                | "denies"
                | "denied"
                | "denying"
                | "doubt"
                | "doubts"
                | "doubted"
                | "refuse"
                | "refused"
                | "refuses"
                | "reject"
                | "rejected"
                | "rejects"
                | "false"
                | "falsely"
                | "reportedly"
                | "allegedly"
                | "alleged"
                | "unclear"
                | "cannot"
        )
}
