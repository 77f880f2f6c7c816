//! Who says a statement that begins with them, where the verb of saying could not be told to be what it turns on: "Wish said
//! refineries will shut", "The report, which came in May, said the pier leaks".

use model::{Holder, Span};

use super::{Stage, joint::plain_name, units::Unit};
use crate::{
    attributions::{sayers, speakers::UNKNOWN},
    grammar::{Form, phrases::Clauses},
    tags::Tag,
    words::is_one_of,
};

/// Words of who speaks, with what is told of them between commas, at most.
const LEAD: usize = 30;

impl Stage<'_> {
    /// The holder with whom a unit begins, and the verb with which they say what follows.
    pub(super) fn opened_by(&self, clauses: &Clauses<'_>, unit: &Unit<'_>) -> Option<(Holder, Span)> {
        let (prose, words) = (self.found.prose, clauses.words);
        let start = unit.words.clone().find(|&at| words.tag(at) != Tag::Punctuation)?;
        let end = unit.words.end;
        let said = (start + 1..end.min(start + LEAD)).find(|&at| {
            let told =
                || words.lower(at) == "told" && is_one_of(words.lower(at + 1), "reporters journalists") && at + 2 < end;
            matches!(words.lower(at), "said" | "says") || told()
        })?;
        let group = clauses.group_at(said);
        if group.is_some_and(|group| group.negated || group.passive) {
            return None;
        }
        let verb = group.map_or(said, |group| group.words.start);
        let next = said + 1 + usize::from(words.lower(said) == "told");
        // "Said to be", "said aimed at", "said nothing": nothing that is said follows.
        let follows = !is_one_of(words.lower(next), "to of nothing little so much yes no as")
            && !matches!(words.tag(next), Tag::Verb | Tag::Punctuation)
            && clauses.finite_in(next..end);
        let pronoun = verb == start + 1 && matches!(words.lower(start), "he" | "she" | "it" | "they");
        let opens = pronoun
            || matches!(words.tag(start), Tag::Noun | Tag::Proper | Tag::Determiner)
            || words.capitalised(start) && verb == start + 1 && !matches!(words.lower(start), "that" | "this" | "what");
        let marked = (start..next).any(|at| matches!(words.text(at), "“" | "”" | "\"" | ":" | ";" | "(" | "—"));
        let told_of =
            |at: usize| is_one_of(words.lower(at), "who which that whom whose what where as when if while because");
        let comma = (start..verb).find(|&at| words.text(at) == ",");
        let first = comma.unwrap_or(verb);
        // What is told of them stands between two commas, and nothing else.
        let closed = comma.is_none_or(|comma| comma + 1 < verb && words.text(verb - 1) == ",");
        let plain = start < first
            && !(start..first).any(|at| {
                told_of(at) || at > start && clauses.group_at(at).is_some_and(|group| group.form == Form::Finite)
            });
        // "The owners, meanwhile, went on and one, Olaf Lind, said": somebody else.
        let another = (first..verb).any(|at| {
            matches!(words.lower(at), "meanwhile" | "however")
                || matches!(words.lower(at), "and" | "but")
                    && (words.lower(at + 1) == "one"
                        || matches!(words.tag(at + 1), Tag::Determiner | Tag::Number | Tag::Pronoun))
        });
        if !follows || !opens || marked || !closed || !plain || another {
            return None;
        }
        let source = start..first;
        let span = prose.span(source.clone());
        // "Wish": a name that is taken for a verb.
        let alone = source.len() == 1 && words.tag(start) == Tag::Verb;
        let able = alone || !pronoun && sayers::can_hold(prose, source.clone(), true);
        let whole = alone || clauses.phrase_from(start, first) == Some(first);
        let name = self
            .person_in(&source)
            .or_else(|| (able && whole).then(|| plain_name(prose.text.cut(span))))
            .unwrap_or_else(|| UNKNOWN.to_owned());
        let cue = prose.span(said..said + 1);
        Some((Holder { name, span: Some(span), cue: Some(cue), inferred: false, joint: false }, cue))
    }
}
