//! Tagging: the part of speech of each word of a sentence, by the tagger and by what stands around it.

use std::ops::Range;

use harper_pos_utils::{Tagger, UPOS};

use crate::{
    grammar::{is_irregular_past, is_modal},
    readings,
    tagger::tagger,
    tags::{Tag, closed},
    words::Words,
};

/// How many words are tagged at a time: what the tagger looks at lies within a few words.
const WINDOW: usize = 256;

/// Tags the words of each sentence.
pub(crate) fn tag(words: &mut Words<'_>, sentences: impl IntoIterator<Item = Range<usize>>) {
    let tagger = tagger();
    // One buffer for all: the tagger wants owned words, and a text has many.
    let mut forms: Vec<String> = vec![String::new(); WINDOW];
    let mut strangers: Vec<usize> = Vec::new();
    for sentence in sentences {
        let mut from = sentence.start;
        while from < sentence.end {
            let to = sentence.end.min(from + WINDOW);
            for (form, index) in forms.iter_mut().zip(from..to) {
                form.clear();
                form.push_str(words.lower(index));
            }
            let guesses = tagger.tag_sentence(&forms[..to - from]);
            for (index, guess) in (from..to).zip(guesses) {
                // "the U.S. Could not", as wires have it: a capital behind the stop, and no name.
                let stopped = index > sentence.start
                    && matches!(words.text(index - 1), "U.S." | "U.K." | "U.N.")
                    && (is_modal(words.lower(index)) || words.lower(index).ends_with("ed"));
                let first = index == sentence.start || stopped;
                let unknown = guess.is_none();
                let tag = if is_name(words, index) { Some(Tag::Proper) } else { closed(words.lower(index)) };
                let tag = tag.unwrap_or_else(|| open(words, index, guess, first));
                words.set_tag(index, tag);
                if unknown {
                    strangers.push(index);
                }
            }
            from = to;
        }
        mend(words, sentence);
        for index in strangers.drain(..) {
            third_person(words, index);
        }
    }
}

/// A word in "-s" that no dictionary knows, between a singular noun and what a verb takes, is a verb: "the plan aligns
/// with".
fn third_person(words: &mut Words<'_>, index: usize) {
    let lower = words.lower(index);
    let ending = lower.len() > 4 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us");
    if words.tag(index) != Tag::Noun || !ending || index == 0 || !lower.chars().all(char::is_alphabetic) {
        return;
    }
    let subject = matches!(words.tag(index - 1), Tag::Noun | Tag::Proper) && !words.lower(index - 1).ends_with('s');
    let taken = matches!(words.tag(index + 1), Tag::Determiner | Tag::Pronoun)
        || matches!(words.lower(index + 1), "with" | "to" | "into" | "on");
    if subject && taken {
        words.set_tag(index, Tag::Verb);
    }
}

/// Whether a word that is spelled like one of a closed class is a name: "US", and the month in "in May".
fn is_name(words: &Words<'_>, index: usize) -> bool {
    let month = || {
        let before = index.checked_sub(1).map_or("", |before| words.lower(before));
        matches!(
            before,
            "in" | "of" | "since" | "by" | "until" | "last" | "this" | "next" | "early" | "late" | "during"
        )
    };
    // "9 May", "May 2031"
    let dated = || {
        let number = |at: usize| words.text(at).starts_with(|c: char| c.is_ascii_digit());
        number(index + 1) || index.checked_sub(1).is_some_and(number)
    };
    words.text(index) == "US"
        || words.capitalised(index) && words.text(index).starts_with(char::is_lowercase)
        || words.text(index) == "May" && (month() || dated())
        || readings::is_given_modal(words, index)
}

fn from_upos(tag: UPOS) -> Tag {
    match tag {
        UPOS::ADJ => Tag::Adjective,
        UPOS::ADP => Tag::Preposition,
        UPOS::ADV => Tag::Adverb,
        UPOS::AUX => Tag::Auxiliary,
        UPOS::CCONJ => Tag::Conjunction,
        UPOS::DET => Tag::Determiner,
        UPOS::INTJ => Tag::Interjection,
        UPOS::NOUN => Tag::Noun,
        UPOS::NUM => Tag::Number,
        UPOS::PART => Tag::Particle,
        UPOS::PRON => Tag::Pronoun,
        UPOS::PROPN => Tag::Proper,
        UPOS::PUNCT => Tag::Punctuation,
        UPOS::SCONJ => Tag::Subordinator,
        UPOS::SYM => Tag::Symbol,
        UPOS::VERB => Tag::Verb,
    }
}

/// The tag of a word of the open classes: the tagger's, or a guess by its shape.
fn open(words: &Words<'_>, index: usize, guess: Option<UPOS>, first: bool) -> Tag {
    let text = words.text(index);
    let lower = words.lower(index);
    let Some(initial) = text.chars().next() else { return Tag::Punctuation };
    if !text.contains(char::is_alphanumeric) {
        return if matches!(initial, '$' | '%' | '€' | '£' | '+' | '=') { Tag::Symbol } else { Tag::Punctuation };
    }
    if initial.is_ascii_digit() {
        return Tag::Number;
    }
    if matches!(lower, "'s") {
        return Tag::Particle;
    }
    let guess = guess.map(from_upos);
    let capital = initial.is_uppercase() || matches!(initial, '@' | '#');
    let function = matches!(
        guess,
        Some(
            Tag::Pronoun
                | Tag::Determiner
                | Tag::Preposition
                | Tag::Conjunction
                | Tag::Subordinator
                | Tag::Auxiliary
                | Tag::Particle
                | Tag::Adverb
                | Tag::Number
                | Tag::Interjection
        )
    );
    // "Anna C. Berg": an initial, and no "circa".
    let letter = capital && text.len() == 2 && text.ends_with('.');
    if capital && !first && (!function || letter) {
        return Tag::Proper;
    }
    match guess {
        Some(Tag::Punctuation) | None => by_shape(lower, capital),
        Some(tag) => tag,
    }
}

fn by_shape(lower: &str, capital: bool) -> Tag {
    if capital {
        return Tag::Proper;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending)) && lower.len() > 4;
    if ends(&["ly"]) {
        Tag::Adverb
    } else if ends(&["ing", "ed", "ized", "ised", "ize", "ise"]) {
        Tag::Verb
    } else if ends(&["ous", "ful", "ble", "ive", "al", "less", "ish", "-based", "-led", "ic"]) {
        Tag::Adjective
    } else {
        Tag::Noun
    }
}

/// Corrects what the neighbours show to be wrong.
fn mend(words: &mut Words<'_>, sentence: Range<usize>) {
    for index in sentence.clone() {
        let before = if index > sentence.start { Some(index - 1) } else { None };
        let previous = before.map_or(Tag::Punctuation, |b| words.tag(b));
        let tag = words.tag(index);
        let lower = words.lower(index);
        let base_verb = matches!(tag, Tag::Noun | Tag::Adjective) && before.is_some_and(|b| words.lower(b) == "to");
        let tank = lower == "think" && matches!(words.lower(index + 1), "tank" | "tanks");
        // "will close", "did not close"
        let auxiliary = before.map(|b| if b > sentence.start && negates(words.lower(b)) { b - 1 } else { b });
        let after_modal = (matches!(tag, Tag::Noun | Tag::Adjective) || tag == Tag::Subordinator && lower == "cause")
            && auxiliary.is_some_and(|at| {
                let denied = Some(at) != before && matches!(words.lower(at), "do" | "does" | "did");
                denied || is_modal(words.lower(at)) && words.tag(at) == Tag::Auxiliary
            })
            && auxiliary.is_some_and(|at| {
                // "Sales in 2031 would cost more", "the fourth would limit it"
                at > sentence.start
                    && matches!(
                        words.tag(at - 1),
                        Tag::Noun | Tag::Proper | Tag::Pronoun | Tag::Number | Tag::Adjective
                    )
            })
            && lower.chars().all(|c| c.is_ascii_lowercase())
            && words.text(index) == lower;
        let person = matches!(tag, Tag::Adjective | Tag::Verb) && readings::is_role_noun(words, index, sentence.start);
        // "to mediate the dispute": what stands between "to" and an article is a verb.
        let before_object = base_verb
            && tag == Tag::Noun
            && words.tag(index + 1) == Tag::Determiner
            && words.text(index) == lower
            && !lower.ends_with('s');
        // "in a conference call": the singular before it would want "calls".
        let compound = tag == Tag::Verb
            && previous == Tag::Noun
            && words.text(index) == lower
            && !lower.ends_with(['s', 'd', 'g'])
            && matches!(words.tag(index + 1), Tag::Punctuation | Tag::Preposition | Tag::Conjunction)
            && before
                .is_some_and(|b| b > sentence.start && matches!(words.lower(b - 1), "a" | "an" | "this" | "every"))
            && !is_irregular_past(lower);
        // "according to police": somebody.
        let named = tag == Tag::Verb
            && before
                .is_some_and(|b| b > sentence.start && words.lower(b) == "to" && words.lower(b - 1) == "according");
        // "He faces two charges": what stands behind "he" and before its object.
        let third = tag == Tag::Noun
            && lower.ends_with('s')
            && words.text(index) == lower
            && before.is_some_and(|b| {
                let at = if b > sentence.start && words.tag(b) == Tag::Adverb { b - 1 } else { b };
                // "Berg, who works at the pier": so it stands behind who or what a clause tells of.
                let told =
                    matches!(words.lower(at), "who" | "which") && at > sentence.start && words.text(at - 1) == ",";
                // "It controls stocks": where a sentence or a quotation begins.
                let opens = words.lower(at) == "it" && (at == sentence.start || words.tag(at - 1) == Tag::Punctuation);
                told || opens || matches!(words.lower(at), "he" | "she")
            })
            && (before.is_some_and(|b| words.tag(b) == Tag::Adverb)
                || matches!(words.tag(index + 1), Tag::Determiner | Tag::Number | Tag::Adjective | Tag::Preposition)
                || before.is_some_and(|b| words.lower(b) == "it") && words.tag(index + 1) == Tag::Noun
                || matches!(words.lower(index + 1), "to" | "his" | "her" | "its" | "their" | "up"));
        // "a senior official stated", "Gulf and Western said": who says it.
        let speaker = tag == Tag::Adjective
            && matches!(
                words.lower(index + 1),
                "said" | "says" | "told" | "stated" | "added" | "announced" | "noted" | "reported" | "argued"
            )
            && (index == sentence.start
                || matches!(
                    previous,
                    Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Proper | Tag::Number | Tag::Conjunction
                ));
        // "sinking two boats and damaging a pier": what takes an object is a verb.
        let deed = tag == Tag::Adjective
            && lower.ends_with("ing")
            && before.is_some_and(|b| matches!(words.lower(b), "and" | "but" | ","))
            && (matches!(words.tag(index + 1), Tag::Determiner | Tag::Number)
                || matches!(
                    words.lower(index + 1),
                    "several" | "many" | "dozens" | "hundreds" | "his" | "her" | "its" | "their"
                ));
        let points = tag == Tag::Noun && lower == "points" && words.lower(index + 1) == "out";
        // "the memo states that": no name.
        let states_that = lower == "states"
            && words.text(index) == lower
            && matches!(previous, Tag::Noun | Tag::Adverb)
            && before.is_some_and(|b| !words.lower(b).ends_with('s') && words.lower(b) != "member")
            && (index + 1 >= sentence.end || matches!(words.lower(index + 1), "that" | "," | "." | ":" | "“" | "\""));
        // "Berg Says the Pier Is Lost": a heading in capitals.
        let headed = words.text(index) == "Says"
            && tag == Tag::Proper
            && matches!(previous, Tag::Proper | Tag::Noun)
            && index > sentence.start
            && words.tag(index + 1) != Tag::Punctuation
            && index + 1 < sentence.end;
        // "to reporters": a form that no infinitive has.
        let addressed = tag == Tag::Verb
            && before.is_some_and(|b| words.lower(b) == "to")
            && lower.len() > 5
            && (lower.ends_with("ers") || lower.ends_with("ors") || lower.ends_with("ists"));
        let spoken = addressed || tag == Tag::Verb && readings::is_speaker(words, index, &sentence);
        // "the Post's Daily said"
        let said = lower == "said" && tag == Tag::Noun && previous != Tag::Determiner;
        // "managing director Jon Holm"
        let managing = lower == "managing" && matches!(words.lower(index + 1), "director" | "editor" | "partner");
        let new = if managing {
            Some(Tag::Adjective)
        } else if tank || person || compound || named || speaker || spoken {
            Some(Tag::Noun)
        } else if third
            || said
            || points
            || states_that
            || headed
            || deed
            || states(words, index, &sentence)
            || states_first(words, index, &sentence)
        {
            Some(Tag::Verb)
        } else if tag == Tag::Noun
            && lower.ends_with('s')
            && !lower.ends_with("ss")
            && previous == Tag::Adverb
            && before.is_some_and(|b| {
                b > sentence.start
                    && (words.lower(b).ends_with("ly") || matches!(words.lower(b), "also" | "still" | "now" | "even"))
                    && matches!(words.tag(b - 1), Tag::Noun | Tag::Proper)
                    && !words.lower(b - 1).ends_with('s')
            })
            && (matches!(words.tag(index + 1), Tag::Determiner | Tag::Adverb | Tag::Preposition | Tag::Particle)
                || before.is_some_and(|b| words.lower(b) == "also") && words.tag(index + 1) == Tag::Noun)
        {
            // "the pact effectively cuts off"
            Some(Tag::Verb)
        } else if after_modal {
            Some(Tag::Verb)
        } else if tag == Tag::Verb && matches!(previous, Tag::Determiner) && !lower.ends_with("ed") {
            Some(Tag::Noun)
        } else if before_object
            || base_verb && !lower.ends_with('s') && words.lower(index + 1) != "of" && is_base_verb(lower)
        {
            Some(Tag::Verb)
        } else {
            None
        };
        if let Some(new) = new {
            words.set_tag(index, new);
        }
    }
}

/// Whether a noun behind a sentence's last comma is the verb of saying before a name that ends it: "…, estimates Mr. Berg."
fn states_first(words: &Words<'_>, index: usize, sentence: &Range<usize>) -> bool {
    let lower = words.lower(index);
    let says = matches!(lower, "estimates" | "claims" | "notes" | "reports" | "states" | "predicts" | "warns");
    says && words.tag(index) == Tag::Noun
        && index > sentence.start + 3
        && (words.text(index - 1) == "," || words.text(index - 2) == "," && matches!(words.text(index - 1), "”" | "\""))
        && (index + 1..sentence.end).all(|at| words.tag(at) == Tag::Proper || words.text(at) == ".")
        && words.tag(index + 1) == Tag::Proper
}

/// Whether a noun at a sentence's end is the verb of saying behind its last comma: "…, court records state."
fn states(words: &Words<'_>, index: usize, sentence: &Range<usize>) -> bool {
    let behind = index > sentence.start + 3
        && words.tag(index - 1) == Tag::Noun
        && (index.saturating_sub(4)..index - 1).any(|at| words.text(at) == ",");
    let several = behind && words.lower(index - 1).ends_with('s');
    let lower = words.lower(index);
    behind
        && words.tag(index) == Tag::Noun
        && (several && matches!(lower, "state" | "show" | "claim" | "note" | "report" | "reveal")
            || !several && matches!(lower, "states" | "shows" | "claims" | "notes" | "reports" | "reveals"))
        && (index + 1 >= sentence.end || matches!(words.text(index + 1), "." | "!"))
}

fn negates(lower: &str) -> bool {
    matches!(lower, "not" | "n't" | "never")
}

/// Nouns that are as often verbs in their base form.
fn is_base_verb(lower: &str) -> bool {
    matches!(
        lower,
        "claim"
            | "report"
            | "vote"
            | "support"
            | "fight"
            | "answer"
            | "question"
            | "deal"
            | "work"
            | "plan"
            | "call"
            | "show"
            | "attack"
            | "demand"
            | "signal"
            | "hope"
            | "fear"
            | "doubt"
            | "promise"
            | "protest"
            | "warrant"
            | "run"
            | "debate"
            | "address"
            | "comment"
            | "request"
            | "review"
            | "view"
            | "study"
            | "guess"
            | "blame"
            | "face"
            | "win"
            | "cut"
            | "end"
            | "change"
            | "increase"
            | "limit"
            | "trade"
            | "target"
            | "travel"
            | "visit"
    )
}
