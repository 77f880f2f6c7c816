//! Verb groups: a verb with its auxiliaries, negation and adverbs.

use std::ops::Range;

use super::auxiliaries::is_particle;
pub(crate) use super::auxiliaries::{is_be, is_do, is_have, is_modal, is_nominal};
use super::{inflection::Forms, verb_forms::verb_forms};
use crate::{tags::Tag, words::Words};

/// How a verb group stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// It carries tense and has a subject.
    Finite,
    /// "to" and a base form.
    Infinitive,
    /// "-ing" without an auxiliary.
    Gerund,
    /// A participle without an auxiliary: "the plan announced by".
    Participle,
}

/// A verb with its auxiliaries, negation and adverbs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct VerbGroup {
    /// Its words, from the first adverb or auxiliary to the verb and its particle.
    pub(crate) words: Range<usize>,
    /// The full verb, or the auxiliary that stands alone.
    pub(crate) head: usize,
    /// How it stands in its clause.
    pub(crate) form: Form,
    /// Whether it is passive.
    pub(crate) passive: bool,
    /// Whether "not" or "never" stands in it.
    pub(crate) negated: bool,
}

/// Finds the verb groups of a sentence, in order.
pub(crate) fn find(words: &Words<'_>, sentence: Range<usize>) -> Vec<VerbGroup> {
    let mut groups = Vec::new();
    let mut index = sentence.start;
    while index < sentence.end {
        match (Parser { words, sentence: &sentence }).group(index) {
            Some(group) => {
                index = group.words.end.max(index + 1);
                groups.push(group);
            }
            None => index += 1,
        }
    }
    groups
}

struct Parser<'a> {
    words: &'a Words<'a>,
    sentence: &'a Range<usize>,
}

impl Parser<'_> {
    fn group(&self, first: usize) -> Option<VerbGroup> {
        let words = self.words;
        let mut form = None;
        let mut passive = false;
        let mut at = first;
        if words.lower(at) == "to" {
            // "according to police"
            if at > self.sentence.start && words.lower(at - 1) == "according" {
                return None;
            }
            at = self.after_adverbs(at + 1);
            if !self.is_base(at) {
                return None;
            }
            form = Some(Form::Infinitive);
        }
        let mut expects = if form.is_some() { Forms::BASE } else { ANY };
        let head = loop {
            let next = self.after_adverbs(at + 1);
            let lower = words.lower(at);
            let after = if next < self.sentence.end { verb_forms(words, next) } else { Forms::default() };
            if is_modal(lower) && words.tag(at) != Tag::Proper {
                form = form.or(Some(Form::Finite));
                if !self.is_base(next) {
                    break at;
                }
                (at, expects) = (next, Forms::BASE);
            } else if is_have(lower) && (after.any(Forms::PARTICIPLE) || matches!(words.lower(next), "been" | "had")) {
                form = form.or(Some(if lower == "having" { Form::Gerund } else { Form::Finite }));
                (at, expects) = (next, Forms::PARTICIPLE);
            } else if is_be(lower) || lower == "'s" && self.short_is(at) {
                form = form.or(Some(if lower == "being" { Form::Gerund } else { Form::Finite }));
                if after.any(Forms::ING) || words.lower(next) == "being" {
                    (at, expects) = (next, Forms::ING);
                } else if after.any(Forms::PARTICIPLE) {
                    passive = true;
                    (at, expects) = (next, Forms::PARTICIPLE);
                } else {
                    break at;
                }
            } else if is_do(lower) && (after.any(Forms::BASE) || matches!(words.lower(next), "have" | "be")) {
                form = form.or(Some(Form::Finite));
                (at, expects) = (next, Forms::BASE);
            } else if is_have(lower) || is_do(lower) {
                // "despite having the task"
                form = form.or(Some(if lower.ends_with("ing") { Form::Gerund } else { Form::Finite }));
                break at;
            } else {
                let forms = verb_forms(words, at);
                if !forms.any(expects) {
                    return None;
                }
                form = form.or_else(|| self.bare_form(at, forms));
                break at;
            }
        };
        let form = form?;
        let mut start = first;
        if form != Form::Infinitive {
            while start > self.sentence.start && self.belongs_before(start - 1) {
                start -= 1;
            }
        }
        let mut end = head + 1;
        if end < self.sentence.end && is_particle(words.lower(end)) && words.lower(end + 1) != "of" {
            end += 1;
        }
        let negated = (start..head).any(|index| matches!(words.lower(index), "not" | "n't" | "'t" | "never"));
        Some(VerbGroup { words: start..end, head, form, passive, negated })
    }

    /// Whether "'s" is short for "is" or "has".
    fn short_is(&self, at: usize) -> bool {
        let words = self.words;
        let before = at.checked_sub(1).map_or("", |before| words.lower(before));
        let next = words.lower(at + 1);
        matches!(before, "he" | "she" | "it" | "that" | "there" | "who" | "what" | "here" | "where" | "how")
            || matches!(next, "not" | "been" | "a" | "an" | "the" | "just" | "also" | "now" | "going")
    }

    /// How a verb without auxiliaries stands.
    fn bare_form(&self, at: usize, forms: Forms) -> Option<Form> {
        let words = self.words;
        if forms.any(Forms::ING) {
            return Some(Form::Gerund);
        }
        let participle = forms.any(Forms::PARTICIPLE);
        // "three pilots formerly held by the town": over an adverb.
        let mut before = at;
        while before > self.sentence.start && self.belongs_before(before - 1) {
            before -= 1;
        }
        // "a wholly owned ferry": what kind it is.
        let owned = before > self.sentence.start
            && matches!(words.lower(before - 1), "a" | "an" | "the" | "its" | "their" | "our" | "my" | "your")
            && matches!(words.tag(at + 1), Tag::Noun | Tag::Adjective);
        if owned && participle {
            return None;
        }
        let after_nominal = before > self.sentence.start && is_nominal(words.tag(before - 1));
        let placed = participle
            && after_nominal
            && words.tag(at + 1) == Tag::Preposition
            && matches!(
                words.lower(at),
                "based" | "located" | "situated" | "headquartered" | "linked" | "tied" | "related" | "dated"
            );
        // "sales declined by a tenth": what nobody does.
        let changes = matches!(
            words.lower(at),
            "declined"
                | "dropped"
                | "increased"
                | "decreased"
                | "jumped"
                | "climbed"
                | "plunged"
                | "soared"
                | "slipped"
                | "surged"
                | "tumbled"
                | "doubled"
                | "widened"
                | "narrowed"
                | "slowed"
                | "contracted"
                | "expanded"
        );
        if changes && words.lower(at + 1) == "by" {
            return Some(Form::Finite);
        }
        // "Berg said by phone"
        let medium = matches!(words.lower(at), "said" | "told" | "added" | "wrote")
            && matches!(
                words.lower(at + 2),
                "phone" | "telephone" | "email" | "e-mail" | "text" | "video" | "satellite"
            );
        if medium && words.lower(at + 1) == "by" {
            return Some(Form::Finite);
        }
        if participle && !forms.any(Forms::PAST) || placed || participle && after_nominal && words.lower(at + 1) == "by"
        {
            return Some(Form::Participle);
        }
        Some(Form::Finite)
    }

    fn is_base(&self, at: usize) -> bool {
        at < self.sentence.end
            && (verb_forms(self.words, at).any(Forms::BASE) || matches!(self.words.lower(at), "be" | "have" | "do"))
    }

    fn after_adverbs(&self, from: usize) -> usize {
        (from..self.sentence.end.min(from + 4)).find(|&at| !self.is_inner(at)).unwrap_or(from)
    }

    /// Adverbs and negation between auxiliary and verb.
    fn is_inner(&self, at: usize) -> bool {
        let lower = self.words.lower(at);
        matches!(lower, "not" | "n't" | "'t" | "never" | "both" | "all" | "long")
            || self.words.tag(at) == Tag::Adverb && !matches!(lower, "how" | "when" | "where" | "why" | "there")
    }

    fn belongs_before(&self, at: usize) -> bool {
        let lower = self.words.lower(at);
        self.words.tag(at) == Tag::Adverb
            && !matches!(
                lower,
                "how"
                    | "when"
                    | "where"
                    | "why"
                    | "there"
                    | "here"
                    | "so"
                    | "yet"
                    | "however"
                    | "meanwhile"
                    | "instead"
                    | "therefore"
                    | "though"
                    | "ago"
                    | "indeed"
                    | "perhaps"
                    | "maybe"
                    | "today"
                    | "yesterday"
                    | "once"
                    | "tomorrow"
                    | "tonight"
                    | "moreover"
                    | "too"
                    | "as"
                    | "home"
                    | "abroad"
                    | "together"
                    | "most"
                    | "down"
                    | "away"
                    | "apart"
            )
    }
}

const ANY: Forms = Forms::BASE.or(Forms::THIRD).or(Forms::PAST).or(Forms::PARTICIPLE).or(Forms::ING);

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(text: &str) -> Vec<(String, Form, bool)> {
        let mut words = Words::split(text, std::iter::once(0..text.len()));
        let all = 0..words.len();
        crate::tagging::tag(&mut words, std::iter::once(all.clone()));
        let cut = |range: &Range<usize>| {
            let (first, last) = (words.get(range.start).expect("a word"), words.get(range.end - 1).expect("a word"));
            text[first.start..last.end].to_owned()
        };
        find(&words, all).iter().map(|group| (cut(&group.words), group.form, group.passive)).collect()
    }

    #[test]
    fn auxiliaries_and_adverbs_belong_to_their_verb() {
        assert_eq!(
            groups("The minister has also repeatedly said that they did not want to leave."),
            [
                ("has also repeatedly said".to_owned(), Form::Finite, false),
                ("did not want".to_owned(), Form::Finite, false),
                ("to leave".to_owned(), Form::Infinitive, false),
            ]
        );
        assert_eq!(
            groups("It had been expected to fall, adding that nobody was asked."),
            [
                ("had been expected".to_owned(), Form::Finite, true),
                ("to fall".to_owned(), Form::Infinitive, false),
                ("adding".to_owned(), Form::Gerund, false),
                ("was asked".to_owned(), Form::Finite, true),
            ]
        );
    }

    #[test]
    fn nouns_that_look_like_verbs_are_left_alone() {
        assert_eq!(groups("The claims of the report are his plans."), [("are".to_owned(), Form::Finite, false)]);
        assert_eq!(
            groups("He claims that the plan failed."),
            [("claims".to_owned(), Form::Finite, false), ("failed".to_owned(), Form::Finite, false)]
        );
    }
}
