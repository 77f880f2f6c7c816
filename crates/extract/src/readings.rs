//! Words that the tagger reads as something else where they name somebody.

use std::ops::Range;

use crate::{
    cues::{self, Frames},
    grammar::is_irregular_past,
    mentions::given_names,
    tags::{Tag, closed},
    words::Words,
};

/// Whether "Will" or "May" is a given name: before another capitalised word within a sentence, or at its head where a
/// verb that could not follow the modal stands behind the name.
pub(crate) fn is_given_modal(words: &Words<'_>, index: usize) -> bool {
    let capital = |at: usize| words.capitalised(at) && words.spaced(at) && words.text(at) != "I";
    let before = index.checked_sub(1).map_or("", |before| words.lower(before));
    let dated = words.text(index + 1).starts_with(|c: char| c.is_ascii_digit());
    // "Mona May"
    if words.text(index) == "May" && given_names::bearer(before).is_some() && words.capitalised(index - 1) && !dated {
        return true;
    }
    if !matches!(words.text(index), "Will" | "May") || !capital(index + 1) || closed(words.lower(index + 1)).is_some() {
        return false;
    }
    let opens = index.checked_sub(1).is_none_or(|before| {
        let text = words.text(before);
        !text.contains(char::is_alphanumeric) && text != ","
    });
    if !opens {
        return true;
    }
    let mut end = index + 1;
    while end < index + 6 && (capital(end) || matches!(words.lower(end), "de" | "van" | "von" | "der" | "al")) {
        end += 1;
    }
    let next = words.lower(end);
    let follows = next.len() > 4 && next.ends_with("ed")
        || matches!(
            next,
            "said"
                | "says"
                | "was"
                | "is"
                | "has"
                | "had"
                | "will"
                | "would"
                | "won"
                | "left"
                | "went"
                | "came"
                | "took"
                | "made"
                | "became"
                | "wrote"
                | "spoke"
                | "met"
                | "ran"
                | "began"
                | "told"
                | "thinks"
                | "wants"
                | "'s"
                | "and"
                | "who"
                | ","
                | "saw"
                | "got"
                | "gave"
                | "held"
                | "led"
                | "lost"
                | "knew"
                | "of"
                | "can"
        );
    let asked =
        (end..end + 40).take_while(|&at| !matches!(words.text(at), "." | "!" | "")).any(|at| words.text(at) == "?");
    follows && !asked
}

/// Whether a word that is an adjective as a rule names somebody here: behind an article, and before a verb, a mark or a
/// phrase ("the accused said", "a senior official in Oslo").
pub(crate) fn is_role_noun(words: &Words<'_>, index: usize, start: usize) -> bool {
    let known = matches!(
        words.text(index),
        "official"
            | "chief"
            | "general"
            | "executive"
            | "principal"
            | "accused"
            | "major"
            | "marine"
            | "elder"
            | "private"
            | "local"
            | "professional"
            | "criminal"
            | "independent"
            | "conservative"
            | "liberal"
            | "moderate"
            | "radical"
            | "militant"
            | "veteran"
            | "representative"
            | "suspect"
            | "patient"
            | "native"
            | "extremist"
            | "loyalist"
            | "hopeful"
            | "relative"
            | "individual"
            | "intellectual"
            | "progressive"
            | "democrat"
            | "republican"
            | "centrist"
            | "constable"
            | "regular"
            | "insider"
            | "captain"
            | "head"
            | "lead"
            | "deputy"
            | "deceased"
            | "super"
    );
    if !known || index == start {
        return false;
    }
    let one = (index.saturating_sub(3).max(start)..index).any(|at| words.lower(at) == "one");
    let led = one
        || (index.saturating_sub(4).max(start)..index)
            .rev()
            .find(|&at| {
                !matches!(words.tag(at), Tag::Adjective | Tag::Noun | Tag::Proper | Tag::Number | Tag::Particle)
            })
            .is_some_and(|at| words.tag(at) == Tag::Determiner || matches!(words.lower(at), "his" | "her" | "their"))
        || words.lower(index - 1) == "'s" && words.lower(index + 1) == "of"
        // "the yard's chief executive, Jon Holm, said"
        || words.text(index + 1) == "," && (index.saturating_sub(5).max(start)..index).any(|at| words.lower(at) == "'s");
    let next = words.lower(index + 1);
    let after = match words.tag(index + 1) {
        Tag::Auxiliary => true,
        // "a four-day official visit to": a base form has no singular before it.
        Tag::Verb => !next.ends_with("ing") && (next.ends_with(['s', 'd']) || next == "say" || is_irregular_past(next)),
        Tag::Punctuation => !matches!(next, "-" | "“" | "\"" | "‘" | "'" | "("),
        // "one official here said"
        Tag::Adverb if matches!(next, "here" | "there") => matches!(words.lower(index + 2), "said" | "says" | "told"),
        Tag::Preposition => matches!(next, "in" | "at" | "of" | "with" | "from" | "for"),
        _ => {
            matches!(next, "who" | "'s" | "added" | "said" | "told" | "says" | "confirmed" | "noted" | "reported")
        }
    };
    led && after
}

/// Whether a word that is a verb as a rule names who speaks, or a part of that: "share analysts said", "a Norlines witness said".
pub(crate) fn is_speaker(words: &Words<'_>, index: usize, sentence: &Range<usize>) -> bool {
    let lower = words.lower(index);
    let past =
        is_irregular_past(lower) && !matches!(lower, "split" | "cut" | "set" | "bid" | "hit" | "spread" | "cast");
    // "Share analysts said": where the sentence begins.
    let small = words.text(index) == lower || index == sentence.start;
    if !small || lower.ends_with("ed") || lower.ends_with("ing") || past {
        return false;
    }
    let nominal = |at: usize| matches!(words.tag(at), Tag::Noun | Tag::Proper | Tag::Adjective);
    let end = (index + 1..sentence.end.min(index + 10)).find(|&at| !nominal(at)).unwrap_or(index + 1);
    if !matches!(words.lower(end), "said" | "says" | "told" | "added" | "noted" | "warned") {
        return false;
    }
    let mut start = index;
    while start > sentence.start
        && index - start < 5
        && (nominal(start - 1)
            || matches!(words.tag(start - 1), Tag::Number | Tag::Determiner)
            || words.text(start - 1) == "/")
    {
        start -= 1;
    }
    let opens = start == sentence.start || words.text(start - 1) == ",";
    if end == index + 1 {
        let article = (start..index).any(|at| words.tag(at) == Tag::Determiner);
        return start < index && (opens || article);
    }
    let holds = cues::verb(lower).is_some_and(|cue| cue.frames.any(Frames::BARE.or(Frames::CLAUSE)));
    opens && !holds
}
