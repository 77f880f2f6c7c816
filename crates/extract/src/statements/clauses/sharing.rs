//! Predicates that share a subject.

use super::{Cutter, REACH, is_not, is_opener, is_past};
use crate::{
    grammar::{Form, VerbGroup, groups},
    tags::Tag,
    words::is_one_of,
};

impl<'b> Cutter<'_, 'b> {
    /// Whether the comma at `at` stands in a list of predicates that "and" closes further on.
    pub(super) fn lists_on(&self, at: usize) -> bool {
        let limit = self.clauses.end.min(at + 2 * REACH);
        let from = self.after_adverbs(at + 1);
        let Some(group) = self.group_from(at + 1).or_else(|| self.group_from(from)) else { return false };
        (group.words.end..limit).any(|next| {
            matches!(self.words.lower(next), "and" | "but")
                && self.group_from(next + 1).is_some_and(|next| next.form == Form::Finite && self.alike(group, next))
        })
    }

    /// Whether two verb groups share a subject, and the second says the same without the first.
    pub(super) fn shares(&self, before: &VerbGroup, group: &VerbGroup, at: usize) -> bool {
        // "prioritise and extend the plan": both verbs have one object. "Went ahead and signed" is one deed.
        let first = self.words.lower(before.head);
        let led = is_one_of(first, "go goes went come came try tried wait waited");
        // "can not stay and be seen": what the modal before governs.
        let governed = self.words.lower(group.words.start) == "be";
        // "and shot and killed a guard"
        let object = self.words.tag(at - 1) == Tag::Verb && is_past(self.words.lower(at - 1));
        if before.words.end == at
            || object && !self.has_auxiliary(group)
            || led
            || governed
            || group.form != Form::Finite
            || !self.is_verb(group)
        {
            return false;
        }
        // "By far the least likely case, the owners yield and sell": what opens the sentence makes it no more than possible.
        let supposed = (self.region..before.words.start.min(self.region + REACH)).any(|at| {
            matches!(
                self.words.lower(at),
                "option" | "scenario" | "case" | "possibility" | "outcome" | "hypothetically"
            ) && self.words.text(at + 1) == ","
        });
        if supposed {
            return false;
        }
        // "need to leave and let them": the second infinitive.
        let bare = group.words.len() == 1
            && is_one_of(
                self.words.lower(group.head),
                "let put set cut hit cost hurt shut quit split spread read beat bet",
            )
            && self
                .clauses
                .groups
                .iter()
                .any(|other| other.form == Form::Infinitive && (before.words.end..at).contains(&other.words.start));
        if bare {
            return false;
        }
        let turned = (self.region..at).any(|at| {
            let lower = self.words.lower(at);
            is_not(lower) || opens_doubt(lower)
        });
        let modal = before.words.clone().any(|at| groups::is_modal(self.words.lower(at)));
        let own = self.has_auxiliary(group);
        // The clause before may share its own subject already.
        let sharing = self.cuts.at.contains(&self.region) && before.words.start <= self.after_adverbs(self.region + 1);
        // "…, sinking two boats, and left": the clause before the participle has it.
        let behind = self.cuts.part(self.region).is_some_and(|part| part.leader == Some(before.head));
        let subject = (sharing || behind || self.subject_start(before).is_some_and(|start| start >= self.region))
            && !(self.region..before.words.start).any(|at| is_opener(self.words, at));
        // "opened the hall, which holds fifty, and will be staffed": of whom, the words do not tell.
        let told_of = (before.words.end..at).any(|word| {
            let lower = self.words.lower(word);
            matches!(lower, "who" | "which" | "whose" | "where")
                || lower == "that" && (self.relative_that(word) || self.objective_that(word))
        });
        if told_of {
            return false;
        }
        // "The plan drawn in May and released last week only delays it": participles, whose subject has its verb behind.
        if self.are_participles(before, group) {
            return false;
        }
        // "isolated by rivals, targeted by thieves" tells of a state.
        let state = group.words.len() == 1
            && self.words.lower(group.head).ends_with("ed")
            && self.words.lower(group.head + 1) == "by";
        subject && !state && (own || !turned && !modal && !before.passive && self.alike(before, group))
    }

    /// Whether two verbs stand in one tense, so that neither is a participle or a noun in disguise.
    pub(super) fn alike(&self, before: &VerbGroup, group: &VerbGroup) -> bool {
        if self.has_auxiliary(group) {
            return true;
        }
        let past = |group: &VerbGroup| {
            let lower = self.words.lower(group.head);
            !self.has_auxiliary(group) && !lower.ends_with("ing") && !lower.ends_with('s') && is_past(lower)
        };
        let present = |group: &VerbGroup| {
            let lower = self.words.lower(group.head);
            !self.has_auxiliary(group) && lower.ends_with('s') && !lower.ends_with("ss")
                || matches!(lower, "is" | "has" | "does")
        };
        past(before) && past(group) || present(before) && present(group)
    }

    /// Whether two bare forms in "-ed" are participles, since the verb of their subject follows with no word that joins it.
    fn are_participles(&self, before: &VerbGroup, group: &VerbGroup) -> bool {
        let from = self.clauses.groups.partition_point(|next| next.words.start < group.words.end);
        let next = self.clauses.groups[from..].iter().find(|next| next.form == Form::Finite);
        let bare = group.words.len() == 1 && self.words.lower(group.head).ends_with("ed");
        self.participle_like(before)
            && bare
            && next.is_some_and(|next| {
                let present = self.has_auxiliary(next) || self.words.lower(next.head).ends_with('s');
                let joined = (group.words.end..next.words.start).any(|at| {
                    matches!(self.words.text(at), "," | ";" | ":")
                        || matches!(self.words.lower(at), "and" | "but" | "or")
                        || is_opener(self.words, at)
                });
                present && !joined && next.words.start <= group.words.end + 8
            })
    }

    pub(super) fn is_verb(&self, group: &VerbGroup) -> bool {
        // "some say": no noun, whatever stands before it.
        (self.words.tag(group.head) != Tag::Noun || self.words.lower(group.head) == "say")
            // "hard-earned savings"
            && !self.words.text(group.head).contains('-')
    }

    pub(super) fn has_auxiliary(&self, group: &VerbGroup) -> bool {
        group.words.clone().any(|at| {
            let lower = self.words.lower(at);
            let other = at != group.head
                && (self.words.tag(at) == Tag::Auxiliary || groups::is_have(lower) || groups::is_do(lower));
            other || is_one_of(lower, "is are was were has had does did")
        })
    }

    /// A bare "-ed" form before a preposition: "the firms linked to it".
    pub(super) fn participle_like(&self, group: &VerbGroup) -> bool {
        group.words.len() == 1
            && self.words.lower(group.head).ends_with("ed")
            && (self.words.tag(group.head + 1) == Tag::Preposition || self.words.lower(group.head + 1) == "to")
    }
}

/// Words that turn what a clause says or leave it open, and may go on to what is joined to it.
pub(super) fn opens_doubt(lower: &str) -> bool {
    is_one_of(
        lower,
        "no nobody none nothing few hardly only both reportedly allegedly apparently perhaps probably \
         possibly supposedly maybe",
    )
}
