//! Units that can't stand by themselves, joined to what they lean on, and freed of what only leads up to them.

use super::{Cuts, Taker, Unit, clauses};
use crate::{
    grammar::{Form, groups},
    tags::Tag,
};

impl<'a> Taker<'a, '_> {
    /// Adds a unit, or joins it to the one before where it says nothing by itself and nobody else speaks.
    pub(super) fn push(&self, units: &mut Vec<Unit<'a>>, unit: Unit<'a>) {
        let Some(last) = units.last_mut() else {
            units.push(unit);
            return;
        };
        let adjoins = last.words.end == unit.words.start && unit.part.is_none();
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

    /// "…, which burned" stands by itself where it is on the same word as what stands before it; else it goes back to it,
    /// as in "…, said Anna Berg, who left".
    pub(super) fn set_relatives(&self, cuts: &Cuts, units: &mut Vec<Unit<'a>>) {
        for index in (1..units.len()).rev() {
            let start = units[index].words.start;
            let adjoins = units[index - 1].words.end == start && cuts.at.contains(&start);
            if let Some(part) = &units[index].part {
                if adjoins && part.hangs_before && !self.is_said_with(&units[index - 1], &units[index]) {
                    let words = units[index - 1].words.start..units[index].words.end;
                    let whole = self.unit(cuts, words.clone());
                    units[index - 1] = Unit { words, ..whole };
                    units.remove(index);
                }
                continue;
            }
            let Some(named) = clauses::antecedent(self.clauses, start).filter(|_| adjoins) else { continue };
            // "“It is late,” said Anna Berg, who left in May": of who speaks, on nobody's word but the report's.
            let of_speaker = || {
                self.is_frame(&units[index - 1])
                    && self.clause_voices(&units[index]).is_empty()
                    && !self.is_frame(&units[index])
                    && units[index].main.is_some_and(|main| !clauses::Said::tells(self, main.head))
            };
            if self.is_said_with(&units[index - 1], &units[index]) || of_speaker() {
                units[index].antecedent = Some(named);
            } else {
                units[index - 1].words.end = units[index].words.end;
                units.remove(index);
            }
        }
    }

    /// Whether two units are on the same word, and neither only tells whose it is.
    fn is_said_with(&self, before: &Unit<'_>, unit: &Unit<'_>) -> bool {
        self.clause_voices(unit) == self.clause_voices(before) && !self.is_frame(before)
    }

    /// Gives what can't stand by itself (a condition, a relative clause, a phrase) back to what it leans on.
    pub(super) fn join_what_leans(&self, cuts: &Cuts, units: &mut Vec<Unit<'a>>) {
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
    pub(super) fn join_leads(&self, cuts: &Cuts, units: &mut Vec<Unit<'a>>) {
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

    /// Cuts the words that only lead up to what somebody says off the end of what stands before it: "…, stating", "…,
    /// with the owner adding that".
    pub(super) fn without_lead(&self, unit: &mut Unit<'_>) {
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

    /// "that" behind its cue opens what is said; before it, as in "That plan has failed, she said", it points.
    pub(super) fn without_opener(&self, unit: &mut Unit<'_>) {
        let start = unit.words.start;
        if let Some(part) = &unit.part {
            unit.words.start = part.from.min(unit.words.end);
            return;
        }
        let opened = self.apart().any(|voice| {
            voice.content.iter().any(|content| content.start == start) && voice.cue.iter().any(|cue| cue.end <= start)
        });
        let words = self.clauses.words;
        // "He said that was late", "BERG: That way we can sail": it points.
        let points =
            groups::is_be(words.lower(start + 1)) || start > self.clauses.start && words.text(start - 1) == ":";
        if words.lower(start) == "that" && start + 1 < unit.words.end && opened && !points {
            unit.words.start += 1;
        }
        // "…, and that guards in the town had left": where somebody says it in other words, "that" points to nothing.
        let that = start + 1 + usize::from(words.text(start) == ",");
        let second = words.lower(that) == "that" && matches!(words.lower(that - 1), "and" | "but");
        if second && that + 1 < unit.words.end && clauses::Said::retold(self, that) {
            unit.words.start = that + 1;
        }
        if unit.antecedent.is_some() && matches!(self.clauses.words.lower(start), "who" | "which") {
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
}
