//! The parts of a sentence that each make a statement: its clauses, cut once more where somebody's words begin or end.

mod bids;
mod joining;
mod leaning;
mod worth;

pub(super) use leaning::turns;
use std::ops::Range;

use super::{
    clauses::{self, Cuts, Part, Said},
    voices::{Voice, meet},
};
use crate::{
    cues::{self, Frames},
    grammar::{Form, VerbGroup, groups, phrases::Clauses},
    tags::Tag,
    words::Words,
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
    /// The words before it that it is told of: what its relative pronoun speaks of, or the subject of its participle.
    pub(super) antecedent: Option<Range<usize>>,
    /// What it is to the clause that it hangs on, where it says something of its own.
    pub(super) part: Option<Part>,
}

impl Unit<'_> {
    /// Its first word that is no mark.
    fn first(&self, words: &Words<'_>) -> usize {
        self.words.clone().find(|&at| words.tag(at) != Tag::Punctuation).unwrap_or(self.words.start)
    }
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

    fn begun(&self, from: usize, at: usize) -> bool {
        self.voices.iter().flat_map(|voice| &voice.content).any(|content| content.start > from && content.contains(&at))
    }

    fn retold(&self, at: usize) -> bool {
        let indirect = self.apart().filter(|voice| voice.attribution.kind == model::AttributionKind::Indirect);
        indirect.flat_map(|voice| &voice.content).any(|content| at > content.start && at < content.end)
    }

    fn speaks(&self, at: usize) -> bool {
        let direct = self.apart().filter(|voice| voice.attribution.kind == model::AttributionKind::Direct);
        direct.flat_map(|voice| &voice.content).any(|content| content.contains(&at))
    }

    fn tells(&self, at: usize) -> bool {
        self.voices.iter().flat_map(|voice| &voice.cue).any(|cue| cue.contains(&at))
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
        // "The claim that the town will “close the pier is false,” he wrote": the quotation takes up what stands before it.
        let hanging = |at: usize| {
            let Some(before) = at.checked_sub(1).filter(|&before| before > clauses.start) else { return false };
            let words = clauses.words;
            let open = matches!(words.tag(before), Tag::Auxiliary | Tag::Preposition | Tag::Determiner)
                || words.lower(before) == "to";
            let cue = self.voices.iter().any(|voice| voice.cue.iter().any(|cue| cue.contains(&before)));
            open && !cue && matches!(words.text(at), "“" | "\"" | "''" | "‘")
        };
        let bound = |at: usize| self.bound(at) || hanging(at);
        let mut at: Vec<usize> = cuts.at.clone();
        at.extend(
            contents.iter().flat_map(|content| [content.start, content.end]).filter(|&at| !gaps(at) && !bound(at)),
        );
        at.extend([clauses.start, clauses.end]);
        at.retain(|&at| (clauses.start..=clauses.end).contains(&at));
        model::order::sort(&mut at);
        at.dedup();
        cuts.keep_parts(&at);
        let mut units: Vec<Unit<'a>> = Vec::new();
        for pair in at.windows(2).filter(|pair| !cuts.is_head(pair[0]..pair[1])) {
            self.push(&mut units, self.unit(&cuts, pair[0]..pair[1]));
        }
        units.iter_mut().for_each(|unit| self.without_lead(unit));
        self.join_leads(&cuts, &mut units);
        self.set_relatives(&cuts, &mut units);
        self.join_what_leans(&cuts, &mut units);
        for index in 0..units.len() {
            units[index].shares_subject = self.shared_subject(&units, index);
            self.set_spoken_of(&mut units[index]);
            // "Analysts said the plan would help, but is late": what shares a subject with what is said is said as well.
            let within = |voice: &Voice<'_>, group: &VerbGroup| {
                let subject = self.clauses.subject_before(group);
                let holds = |at: usize| voice.content.iter().any(|content| content.contains(&at));
                voice.apart && subject.is_some_and(|subject| holds(subject.start)) && holds(group.head)
            };
            if let Some(group) = units[index].shares_subject {
                let told = units[..index]
                    .iter()
                    .rev()
                    .find(|other| other.part.is_some() && other.main.is_some_and(|main| main.head == group.head));
                units[index].antecedent = told.and_then(|other| other.antecedent.clone());
                let own = std::mem::take(&mut units[index].voices);
                let held = (0..self.voices.len()).filter(|at| own.contains(at) || within(&self.voices[*at], group));
                units[index].voices = held.collect();
            }
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
            cuts.parts.clear();
            let unit = self.unit(&cuts, whole);
            units = Vec::from([unit]);
            units.retain(|unit| self.says_something(unit, headline));
        }
        model::order::sort_by_key(&mut units, |unit| (unit.words.start, unit.words.end));
        units
    }

    /// "The mayor, she said, “has a choice”": told of whom stands before who says it.
    fn set_spoken_of(&self, unit: &mut Unit<'a>) {
        let words = self.clauses.words;
        let Some(group) = unit.shares_subject else { return };
        let own = |voice: &Voice<'_>| {
            voice.cue.iter().any(|cue| cue.contains(&group.head) && cue.end <= unit.words.start)
                && voice.content.first().is_some_and(|content| content.start >= unit.words.start)
        };
        if !unit.voices.iter().any(|&at| own(&self.voices[at])) {
            return;
        }
        let Some(source) = self.clauses.subject_before(group) else { return };
        let Some(comma) = source.start.checked_sub(1).filter(|&at| at > self.clauses.start) else { return };
        let named = self.clauses.start..comma;
        let phrase = self.clauses.phrase_from(named.start, named.end) == Some(named.end);
        if words.text(comma) == "," && words.text(group.words.end) == "," && phrase {
            unit.shares_subject = None;
            unit.antecedent = Some(named);
        }
    }

    fn unit(&self, cuts: &Cuts, words: Range<usize>) -> Unit<'a> {
        let part = cuts.part(words.start);
        let main = part.and_then(|part| self.clauses.group_at(part.verb));
        let main = main.or_else(|| clauses::main_group(self.clauses, &words, &cuts.inserted));
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
            // "The fire began in the engine, investigators believe"
            let closing = !voice.apart
                && voice.clause
                && voice.content.first().is_some_and(|content| content.contains(&head))
                && voice.cue.iter().any(|cue| cue.start > head && words.start <= cue.start && cue.end <= words.end);
            let told = (according && inside
                || closing
                || voice.cue.iter().any(|cue| main.is_some_and(|main| cue.contains(&main.head))))
                && voice.content.iter().any(|content| meet(content, &words).is_some());
            told || inside && voice.apart
        };
        let voices = self.voices.iter().enumerate().filter(|(_, voice)| holds(voice)).map(|(index, _)| index).collect();
        let antecedent = part.and_then(|part| part.subject.clone());
        Unit { words, main, voices, shares_subject: None, antecedent, part: part.cloned() }
    }

    /// Whether a verb has the tense and the number of a verb of saying before it, so that both may have one subject.
    fn runs_alike(&self, speaker: &VerbGroup, main: &VerbGroup) -> bool {
        let words = self.clauses.words;
        let (cue, first) = (words.lower(speaker.head), words.lower(main.words.start));
        let past = |lower: &str| matches!(lower, "was" | "were" | "had" | "did") || clauses::is_past(lower);
        let tense = groups::is_modal(first) || past(first) == past(cue);
        let one = cue.ends_with('s');
        let number = match first {
            "are" | "have" | "do" => !one,
            "is" | "has" | "does" => one || past(cue),
            _ => true,
        };
        tense && number
    }

    /// The verb group whose subject a unit shares: its own verb stands first in it.
    fn shared_subject(&self, units: &[Unit<'a>], index: usize) -> Option<&'a VerbGroup> {
        let clauses = self.clauses;
        let unit = &units[index];
        let main = unit.main.filter(|_| unit.part.is_none())?;
        let before = (unit.words.start..main.words.start).filter(|&at| {
            !matches!(clauses.words.tag(at), Tag::Punctuation | Tag::Conjunction | Tag::Adverb | Tag::Subordinator)
                // "and more will come"
                || crate::words::is_one_of(clauses.words.lower(at), "more most many some few others there")
        });
        if before.count() > 0 {
            return None;
        }
        let own = clauses.groups.partition_point(|group| group.words.start < unit.words.start);
        let mut earlier = units[..index].iter().rev().filter(|other| other.words.end <= unit.words.start);
        // "The mayor said the ferry had left but gave no reason": what stands behind what is said is told of who said it.
        let behind = self.apart().find(|voice| {
            let Some(last) = voice.content.last() else { return false };
            // "Said that the sale was late, and recalled an earlier one": whoever spoke.
            let within = last.contains(&unit.words.start)
                && clauses.words.text(unit.words.start) == ","
                && cues::verb(clauses.words.lower(main.head)).is_some_and(|cue| cue.frames.any(Frames::QUOTE));
            voice.cue.first().is_some_and(|cue| cue.end <= voice.content.first().map_or(0, |c| c.start))
                && (last.end <= unit.words.start && unit.words.start <= last.end + 2 || within)
        });
        // "was quoted as saying": whoever was.
        let speaker = behind.and_then(|voice| {
            let cue = voice.cue.first()?;
            let to = clauses.groups.partition_point(|group| group.words.start < cue.end);
            let mut within = clauses.groups[..to].iter().rev().take_while(|group| group.words.end > cue.start);
            within.find(|group| group.form == Form::Finite)
        });
        if let Some(speaker) = speaker.filter(|group| group.form == Form::Finite && self.runs_alike(group, main)) {
            let set_off = (unit.words.start..main.words.start)
                .chain(unit.words.start.checked_sub(1))
                .any(|at| matches!(clauses.words.lower(at), "but" | ","));
            let says = unit
                .voices
                .iter()
                .any(|&at| self.voices[at].clause && self.voices[at].cue.iter().any(|cue| cue.contains(&main.head)));
            // "Police said he carried her home and called a doctor": either, so nobody.
            return (set_off || says).then_some(speaker);
        }
        // "The mill holds ten boats, the owner said, and is full": told of the mill. "Berg, he said, “has a choice”": not of him.
        let trailing = self.voices.iter().find_map(|voice| {
            let (content, cue) = (voice.content.first()?, voice.cue.last()?);
            let between = cue.end..unit.words.start;
            let mark = |at: usize| matches!(clauses.words.tag(at), Tag::Punctuation | Tag::Conjunction);
            let near = between.len() <= 2 && between.clone().all(mark) && content.end <= cue.start;
            let verb = clauses.groups.iter().find(|group| cue.contains(&group.head))?;
            let told =
                clauses.groups.iter().find(|group| group.form == Form::Finite && content.contains(&group.head))?;
            (near && voice.apart && cue.end <= unit.words.start && !self.runs_alike(verb, main)).then_some(told)
        });
        if let Some(told) = trailing {
            return Some(told);
        }
        let nearest = earlier
            .find_map(|other| {
                let leader = other.part.as_ref().and_then(|part| part.leader);
                leader.and_then(|head| clauses.group_at(head)).or(other.shares_subject).or(other.main)
            })
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
