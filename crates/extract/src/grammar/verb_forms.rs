//! Which verb forms a word can be, seen where it stands.

use std::sync::LazyLock;

use super::{
    auxiliaries::{is_be, is_do, is_have, is_modal, is_nominal, is_particle},
    inflection::{self, Forms},
};
use crate::maps::Map;
use crate::{cues, tags::Tag, words::Words};

static IRREGULAR: LazyLock<Map<&'static str, Forms>> = LazyLock::new(|| {
    let mut map: Map<&'static str, Forms> = Map::default();
    for (form, forms) in inflection::irregular() {
        let known = map.entry(form).or_default();
        *known = known.or(forms);
    }
    map
});

/// Whether a word is the past of an irregular verb, or its participle where both are one: "paid".
pub(crate) fn is_irregular_past(lower: &str) -> bool {
    IRREGULAR.get(lower).is_some_and(|forms| forms.any(Forms::PAST))
}

/// Which verb forms the word at `at` can be, seen where it stands; none where it is no verb.
pub(super) fn verb_forms(words: &Words<'_>, at: usize) -> Forms {
    let lower = words.lower(at);
    let tag = words.tag(at);
    if !lower.starts_with(|c: char| c.is_alphabetic()) || is_modal(lower) || is_be(lower) {
        return Forms::default();
    }
    // "a Kolm-based host", "a family-owned mill": what kind it is.
    let kind = lower.contains('-')
        && lower.ends_with("ed")
        && matches!(words.tag(at + 1), Tag::Noun | Tag::Adjective | Tag::Proper)
        && at > 0
        && matches!(
            words.tag(at - 1),
            Tag::Determiner | Tag::Adjective | Tag::Number | Tag::Particle | Tag::Preposition | Tag::Conjunction
        );
    if kind {
        return Forms::default();
    }
    let cue = cues::verb(lower);
    let mut forms = cue.map_or(Forms::default(), |cue| cue.forms);
    if let Some(&more) = IRREGULAR.get(lower) {
        forms = forms.or(more);
    }
    if forms == Forms::default() {
        if tag != Tag::Verb {
            return forms;
        }
        forms = by_ending(lower);
    }
    let Some(before) = at.checked_sub(1) else { return if tag == Tag::Verb { forms } else { Forms::default() } };
    // "Some said they were late", "another says it is": who says it.
    let says = matches!(words.lower(before), "some" | "another" | "neither" | "either")
        && matches!(lower, "said" | "says" | "say" | "told" | "argue" | "argued" | "believe" | "thought")
        && opens_complement(words, at + 1);
    let verbal = says
        || match tag {
            Tag::Verb => !nominal_place(words, before, at, forms),
            Tag::Noun | Tag::Adjective | Tag::Preposition | Tag::Adverb | Tag::Subordinator => {
                cue.is_some() && verbal_place(words, before, at, forms)
            }
            _ => false,
        };
    if verbal { forms } else { Forms::default() }
}

fn by_ending(lower: &str) -> Forms {
    if matches!(
        lower,
        "bring" | "sing" | "ring" | "sting" | "swing" | "cling" | "fling" | "spring" | "string" | "wring"
    ) {
        Forms::BASE
    } else if lower.ends_with("ing") {
        Forms::ING
    } else if lower.ends_with("ed") {
        Forms::PAST.or(Forms::PARTICIPLE)
    } else if lower.ends_with('s') && !lower.ends_with("ss") {
        Forms::THIRD
    } else {
        Forms::BASE
    }
}

/// Whether a word that is usually a verb stands where a noun or adjective does.
fn nominal_place(words: &Words<'_>, before: usize, at: usize, forms: Forms) -> bool {
    let previous = words.tag(before);
    let lower = words.lower(before);
    let possessive = matches!(lower, "'s" | "his" | "their" | "its" | "my" | "our" | "your");
    if previous == Tag::Determiner && !matches!(lower, "that" | "this" | "these" | "those" | "all" | "both" | "which")
        || possessive && !(lower == "'s" && forms.any(Forms::ING.or(Forms::PARTICIPLE)))
    {
        return true;
    }
    let plain = !forms.any(Forms::PAST.or(Forms::ING).or(Forms::PARTICIPLE));
    if plain && matches!(previous, Tag::Adjective) && !is_nominal(previous) {
        return !matches!(lower, "many" | "most" | "some" | "few" | "several" | "others");
    }
    // "the phone call between": a base form has a subject in the plural before it, or something that leads to it.
    // "People briefed on the matter say that it is": nothing but a verb leads so.
    let leads = matches!(words.lower(at), "say" | "believe" | "argue" | "insist" | "think" | "agree")
        && (words.lower(at + 1) == "that" || matches!(words.tag(at + 1), Tag::Pronoun | Tag::Determiner));
    if plain && !leads && forms == Forms::BASE && previous == Tag::Noun && !lower.ends_with('s') && !is_many(lower) {
        let led = (at.saturating_sub(8)..before).any(|at| {
            let lower = words.lower(at);
            is_modal(lower)
                || is_do(lower)
                || matches!(
                    lower,
                    "and"
                        | "let"
                        | "make"
                        | "makes"
                        | "made"
                        | "help"
                        | "helps"
                        | "helped"
                        | "see"
                        | "saw"
                        | "hear"
                        | "heard"
                        | "watch"
                        | "watched"
                        | "have"
                        | "had"
                        | "to"
                        | "that"
                        | "demand"
                        | "demanded"
                        | "recommend"
                        | "recommended"
                        | ","
                )
        });
        return !led;
    }
    // "of" and its like take nouns and gerunds.
    plain && previous == Tag::Preposition && lower != "to"
        || words.tag(at + 1) == Tag::Particle && words.lower(at + 1) == "'s" && plain
}

/// Nouns in the singular form that take verbs in the plural.
fn is_many(lower: &str) -> bool {
    matches!(
        lower,
        "people"
            | "police"
            | "men"
            | "women"
            | "children"
            | "majority"
            | "number"
            | "staff"
            | "team"
            | "half"
            | "crew"
            | "media"
            | "data"
            | "many"
            | "most"
            | "some"
            | "few"
            | "all"
            | "percent"
            | "cattle"
            | "public"
            | "press"
            | "lot"
            | "group"
            | "couple"
            | "leadership"
    )
}

/// Whether a word that is usually something else stands where a verb does.
fn verbal_place(words: &Words<'_>, before: usize, at: usize, forms: Forms) -> bool {
    let mut left = before;
    while left > 0 && words.tag(left) == Tag::Adverb {
        left -= 1;
    }
    let lower = words.lower(left);
    let tag = words.tag(left);
    // "point out that": the particle belongs to the verb.
    let opens = opens_complement(words, at + 1 + usize::from(is_particle(words.lower(at + 1))));
    if words.lower(at + 1) == "tank" || words.lower(at + 1) == "tanks" {
        return false;
    }
    // "towns like Kolm", "according to campaign managers"
    let compares =
        words.lower(at) == "like" && words.tag(at) == Tag::Preposition && matches!(tag, Tag::Noun | Tag::Proper);
    if compares || lower == "to" && left > 0 && words.lower(left - 1) == "according" {
        return false;
    }
    if forms.any(Forms::BASE) {
        let after_verb = lower == "to" && left == before || is_modal(lower) || is_do(lower) || lower == "n't";
        let pronoun = matches!(lower, "i" | "you" | "we" | "they" | "who");
        let opens = opens || words.tag(at + 1) == Tag::Adjective;
        let plural = matches!(tag, Tag::Noun | Tag::Proper) && lower.ends_with('s') && !lower.ends_with("ss")
            || matches!(lower, "people" | "many" | "some" | "others" | "most" | "police" | "critics");
        let pair =
            tag == Tag::Proper && left > 1 && words.lower(left - 1) == "and" && words.tag(left - 2) == Tag::Proper;
        // "The owners, he added, plan to": an insertion stands between subject and verb.
        let resumed = lower == "," && left > 0 && words.tag(left - 1) == Tag::Verb && words.lower(at + 1) == "to";
        if after_verb || pronoun || resumed || (plural || pair) && opens {
            return true;
        }
    }
    // "…, the agency reports.": the verb of an inserted clause closes the sentence.
    if forms.any(Forms::THIRD.or(Forms::PAST)) && closes_clause(words, at + 1) && inserted_subject(words, left) {
        return true;
    }
    if forms.any(Forms::THIRD) {
        let singular = matches!(lower, "he" | "she" | "it" | "who" | "which" | "that")
            || tag == Tag::Proper
            || tag == Tag::Noun && !lower.ends_with('s');
        // "Anna Berg, an aide, calls her record a model": what explains the subject stands between.
        let inserted = || {
            let comma = (left.saturating_sub(12)..left.saturating_sub(1)).rev().find(|&at| words.text(at) == ",");
            let object = matches!(words.tag(at + 1), Tag::Determiner | Tag::Pronoun | Tag::Proper);
            lower == ","
                && object
                && words.lower(at + 1) != "that"
                && comma.is_some_and(|comma| comma > 0 && words.tag(comma - 1) == Tag::Proper)
        };
        return singular && opens || inserted();
    }
    if forms.any(Forms::PAST.or(Forms::PARTICIPLE)) && !forms.any(Forms::BASE) {
        let subject = is_nominal(tag) || matches!(lower, "who" | "which" | "that") || is_have(lower) || is_be(lower);
        return subject && (opens || words.tag(at + 1) == Tag::Preposition || is_have(lower) || is_be(lower));
    }
    forms.any(Forms::ING)
        && (matches!(lower, "," | "and" | "but" | "while" | "by" | "after" | "before" | "without") || is_be(lower))
        && opens
}

/// Whether a mark that ends a clause stands at `at`, or nothing.
fn closes_clause(words: &Words<'_>, at: usize) -> bool {
    words.get(at).is_none() || matches!(words.text(at), "." | "," | ";" | "!" | "…")
}

/// Whether the words up to `last` are a short name or noun phrase that a comma or closing mark parts from what is said.
fn inserted_subject(words: &Words<'_>, last: usize) -> bool {
    if !matches!(words.tag(last), Tag::Proper | Tag::Noun)
        || words.lower(last).ends_with('s') && words.tag(last) == Tag::Noun
    {
        return false;
    }
    let first = (last.saturating_sub(5)..last)
        .rev()
        .find(|&at| !matches!(words.tag(at), Tag::Proper | Tag::Noun | Tag::Adjective | Tag::Determiner));
    first.is_some_and(|at| matches!(words.text(at), "," | "”" | "\""))
}

/// Whether an object or a clause can begin with the word at `at`.
fn opens_complement(words: &Words<'_>, at: usize) -> bool {
    matches!(words.tag(at), Tag::Determiner | Tag::Pronoun | Tag::Proper | Tag::Number | Tag::Subordinator)
        || matches!(
            words.lower(at),
            "that" | "to" | "how" | "why" | "what" | "whether" | "“" | "\"" | "''" | "his" | "her"
        )
}
