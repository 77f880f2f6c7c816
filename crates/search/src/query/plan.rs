//! What the words of a query were found to be, and how that is told.

use model::Span;

use super::answer::{Correction, Hit, Request, Response};
use super::excerpt;
use super::resolve::Match;
use super::syntax::{Clause, Query, Term, Unit};
use crate::Entry;
use crate::files::{PackError, Store, Wanted};
use crate::order::sort_large;
use crate::rank::{self, Aim, Goal, Sense, Stats};
use crate::text::common;

/// What the words of a query were found to be.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) goals: Vec<Goal>,
    pub(crate) senses: Vec<Sense>,
    /// Phrases that stand nowhere, taken for their words.
    pub(crate) relaxed: Vec<String>,
    /// What each sense was looked up as.
    words: Vec<(Term, Match)>,
    idf: Vec<f32>,
    left_out: Vec<String>,
    unknown: Vec<String>,
}

impl Plan {
    /// Looks up the words of a query.
    pub(crate) fn of(
        query: &Query,
        request: &Request,
        store: &Store,
        stats: Stats,
        wanted: &mut Wanted,
    ) -> Result<Self, PackError> {
        let mut plan = Self::default();
        let telling = query.terms().any(|(term, phrase)| phrase || !common(&term.form));
        let last = query.clauses.len().saturating_sub(1);
        for (place, clause) in query.clauses.iter().enumerate() {
            let open = query.open && request.typing && place == last;
            let word = if open { Match::Beginning } else { Match::Stem };
            let lone = clause.units.iter().filter(|unit| matches!(unit, Unit::Word(_) | Unit::Phrase(_))).count() == 1;
            let mut goal = Goal { units: Vec::new(), required: clause.required || is_phrases(clause) };
            for unit in &clause.units {
                match unit {
                    Unit::Instead(term) => {
                        if let Some(aim) = plan.spelt(term, Match::Form, store, wanted)? {
                            goal.units.push(aim);
                            break;
                        }
                        // "WHO" where nobody has it: what comes is found by "who", and that was not meant.
                        if common(&term.form.to_ascii_lowercase()) {
                            once(&mut plan.unknown, &term.typed);
                        }
                    }
                    Unit::Also(term) => goal.units.extend(plan.spelt(term, word, store, wanted)?),
                    Unit::Word(term) if telling && lone && common(&term.form) => once(&mut plan.left_out, &term.typed),
                    Unit::Word(term) => {
                        // Where it is spelt otherwise as well, that says what is meant.
                        let mend = !request.exact && clause.units.len() == 1;
                        goal.units.push(Aim::Word(plan.slot(term, word, mend, store, wanted)?));
                    }
                    Unit::Phrase(words) => goal.units.push(plan.phrase(words, store, wanted)?),
                }
            }
            if !goal.units.is_empty() {
                plan.goals.push(goal);
            }
        }
        plan.idf = plan.senses.iter().map(|sense| rank::rarity(stats, sense.documents)).collect();
        Ok(plan)
    }

    /// Another spelling, where the corpus has it.
    fn spelt(&mut self, term: &Term, how: Match, store: &Store, wanted: &mut Wanted) -> Result<Option<Aim>, PackError> {
        let sense = store.sense(&term.form, how, false, wanted)?;
        if sense.forms.is_empty() {
            return Ok(None);
        }
        self.senses.push(sense);
        self.words.push((term.clone(), how));
        Ok(Some(Aim::Word(self.senses.len() - 1)))
    }

    fn phrase(&mut self, words: &[Term], store: &Store, wanted: &mut Wanted) -> Result<Aim, PackError> {
        let mut slots = Vec::with_capacity(words.len());
        for term in words {
            slots.push(self.slot(term, Match::Form, false, store, wanted)?);
        }
        Ok(Aim::Phrase(slots))
    }

    /// The place of a word among the senses.
    pub(crate) fn slot(
        &mut self,
        term: &Term,
        how: Match,
        mend: bool,
        store: &Store,
        wanted: &mut Wanted,
    ) -> Result<usize, PackError> {
        if let Some(slot) = self.words.iter().position(|(known, as_known)| known.form == term.form && *as_known == how)
        {
            return Ok(slot);
        }
        let sense = store.sense(&term.form, how, mend, wanted)?;
        if sense.forms.is_empty() {
            once(&mut self.unknown, &term.typed);
        }
        self.senses.push(sense);
        self.words.push((term.clone(), how));
        Ok(self.senses.len() - 1)
    }

    /// The goals with phrases taken apart.
    pub(crate) fn loosened(&self) -> Vec<Goal> {
        let aims = self.goals.iter().flat_map(|goal| &goal.units).flat_map(Aim::slots);
        aims.map(|slot| Goal { units: vec![Aim::Word(*slot)], required: false }).collect()
    }

    /// The forms that are marked, in order, each with the place of its sense.
    pub(crate) fn forms(&self) -> Vec<(&str, usize)> {
        let mut forms: Vec<(&str, usize)> = Vec::new();
        for (slot, sense) in self.senses.iter().enumerate() {
            forms.extend(sense.forms.iter().map(|form| (form.as_str(), slot)));
        }
        sort_large(&mut forms, &|a, b| a.0.cmp(b.0));
        forms.dedup_by(|next, kept| next.0 == kept.0);
        forms
    }

    /// An entry as a result.
    pub(crate) fn hit(&self, entry: &Entry, score: f32, forms: &[(&str, usize)]) -> Hit {
        let found = excerpt::find(&entry.text, forms);
        let (part, core) = excerpt::best(&entry.text, &found, &self.idf);
        let target = entry.span.map(|span| match core {
            Some(core) => Span::new(span.start.saturating_add(core.start), span.start.saturating_add(core.end)),
            None => span,
        });
        Hit {
            excerpt: part,
            marks: found.marks,
            title_marks: excerpt::find(&entry.title, forms).marks,
            target,
            score,
            entry: entry.clone(),
        }
    }

    /// Says how the query was read.
    pub(crate) fn tell(self, query: &str, response: &mut Response) {
        response.corrections = self
            .senses
            .into_iter()
            .zip(self.words)
            .filter_map(|(sense, (term, _))| Some(Correction { typed: term.typed, read: sense.mended? }))
            .collect();
        if !response.corrections.is_empty() {
            response.corrected = query.to_owned();
            for correction in &response.corrections {
                response.corrected = response.corrected.replacen(&correction.typed, &correction.read, 1);
            }
        }
        response.left_out = self.left_out;
        response.unknown = self.unknown;
        response.relaxed = self.relaxed;
    }
}

/// Notes a word that may have been noted before.
fn once(words: &mut Vec<String>, word: &str) {
    if words.iter().all(|known| known != word) {
        words.push(word.to_owned());
    }
}

/// Whether a clause asks for phrases alone: what has none of them is no answer then.
fn is_phrases(clause: &Clause) -> bool {
    clause.units.iter().all(|unit| matches!(unit, Unit::Phrase(_)))
}
