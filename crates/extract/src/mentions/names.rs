//! Names as they stand in the text: runs of capitalised words, parted from the titles before them.

use crate::{
    abbreviations,
    mentions::{gazetteer, given_names, parts, titles},
    prose::Prose,
    sentences::Sentence,
    tags::{self, Tag},
    words::Words,
};

use super::written::nickname;
pub(super) use super::written::{Name, is_particle, text_of};

/// The names in a text, in order. Sentences in title case ("Minister Leaves Office") are left to [`recognise`].
pub(super) fn find(prose: &Prose<'_>) -> Vec<Name> {
    let mut names = Vec::new();
    for sentence in prose.sentences.iter().filter(|sentence| !in_title_case(&prose.words, sentence)) {
        in_sentence(&prose.words, sentence, &mut names);
    }
    names
}

/// Whether most words of a sentence are capitalised, so that capitals say nothing.
pub(super) fn in_title_case(words: &Words<'_>, sentence: &Sentence) -> bool {
    let said = sentence.words.clone().skip(1).filter(|&at| {
        words.text(at).starts_with(char::is_alphabetic)
            && !crate::words::is_one_of(words.lower(at), "a an the of in on to and for at by or as with from but is be")
    });
    let (capital, all) =
        said.fold((0, 0), |(capital, all), at| (capital + usize::from(words.capitalised(at)), all + 1));
    all >= 4 && capital * 10 >= all * 9
}

fn in_sentence(words: &Words<'_>, sentence: &Sentence, names: &mut Vec<Name>) {
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        let Some(end) = run_from(words, at, sentence) else {
            at += 1;
            continue;
        };
        // "Prince George's County Fire Department": one name.
        let owned = words.lower(end) == "'s" && words.capitalised(end + 1) && end + 1 < sentence.words.end && {
            crate::words::is_one_of(
                words.lower(end + 1),
                "county parish hospital church cathedral college island bay creek landing",
            )
        };
        if let Some(whole) = owned.then(|| run_from(words, end + 1, sentence)).flatten() {
            // "Prince George's County Executive Anna Berg": whose executive she is.
            let titled = (end + 2..whole).any(|i| titles::is_title(words.lower(i)));
            let whole = if titled { end + 2 } else { whole };
            names.push(Name { words: at..whole, title: at..at });
            at = whole;
            continue;
        }
        names.extend(parts::part(words, at..end));
        at = end;
    }
}

/// Whether the word can be part of a name.
fn is_part(words: &Words<'_>, at: usize, sentence: &Sentence) -> bool {
    let text = words.text(at);
    if !words.capitalised(at)
        || text.chars().count() == 1
        || text == "SAYING"
        || text.len() == 2 && text.ends_with('.') && at == sentence.words.start
        || gazetteer::is_calendar(words.lower(at)) && !is_person_month(words, at)
        || is_compound(text) && !is_asian_given(words, at)
        || is_state(text) && !are_initials(words, at)
    {
        return false;
    }
    let opening = at == sentence.words.start || matches!(words.text(at - 1), "“" | "\"" | "‘" | "''" | ":" | "(" | "•");
    let tag = words.tag(at);
    if opening {
        // "Says Anna Berg": a verb.
        if crate::words::is_one_of(words.lower(at), "says said wrote writes adds added asks asked replied") {
            return false;
        }
        let next = words.capitalised(at + 1) && words.spaced(at + 1);
        let goes_on = next || is_particle(words.lower(at + 1)) && words.capitalised(at + 2);
        if goes_on && (is_particle(words.lower(at)) || is_given(words, at)) && tag != Tag::Auxiliary {
            return true;
        }
        // The first word of a sentence has its capital anyway.
        return matches!(tag, Tag::Proper)
            || matches!(tag, Tag::Noun | Tag::Adjective)
                && (next || gazetteer::is_place(text))
                && !words.text(at + 1).contains('.');
    }
    if is_given(words, at) && tag != Tag::Auxiliary {
        return true;
    }
    let function = matches!(
        tag,
        Tag::Pronoun | Tag::Determiner | Tag::Conjunction | Tag::Subordinator | Tag::Auxiliary | Tag::Particle
    );
    let short = matches!(tag, Tag::Preposition | Tag::Adverb) && text.len() < 5;
    !function && !short
}

/// Whether a word is a given name before another capitalised word.
fn is_given(words: &Words<'_>, at: usize) -> bool {
    given_names::bearer(words.lower(at)).is_some() && words.capitalised(at + 1) && words.spaced(at + 1)
}

/// Whether the name of a month is part of a person's: "May Oakes", "Theresa May".
fn is_person_month(words: &Words<'_>, at: usize) -> bool {
    let lower = words.lower(at);
    // "Jan Holm", and not "Jan. 5".
    if !matches!(lower, "may" | "june" | "april" | "august" | "jan") || !words.capitalised(at) {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |before| words.lower(before));
    let dated = |i: usize| words.text(i).starts_with(|c: char| c.is_ascii_digit());
    if dated(at + 1) || dated(at.wrapping_sub(1)) || words.text(at + 1) == "," && dated(at + 2) {
        return false;
    }
    let named = lower == "may" && given_names::bearer(before).is_some() && words.capitalised(at - 1);
    let led = crate::words::is_one_of(before, "in of since by until last this next early late during on from");
    let next = words.lower(at + 1);
    let goes_on = words.capitalised(at + 1)
        && words.spaced(at + 1)
        && !gazetteer::is_calendar(next)
        && !gazetteer::names_thing(next)
        && !tags::is_common(next);
    named || goes_on && !led && words.tag(at) != Tag::Auxiliary
}

/// "Jin-woo" behind or before a family name of a language in which given names are written so.
fn is_asian_given(words: &Words<'_>, at: usize) -> bool {
    let Some((first, rest)) = words.text(at).split_once('-') else { return false };
    // "Ho Jin-Woo": the second half with a capital, where the family name stands first.
    let capital = at.checked_sub(1).is_some_and(|before| {
        words.capitalised(before) && given_names::stands_first(words.lower(before)) && words.text(before).len() > 1
    });
    let written = (2..=6).contains(&rest.len())
        && first.len() <= 6
        && rest.chars().skip(usize::from(capital)).all(char::is_lowercase)
        && !crate::words::is_one_of(rest, "based led born style era run made owned like area wide");
    let family = |i: usize| words.capitalised(i) && given_names::stands_first(words.lower(i));
    written && (at.checked_sub(1).is_some_and(family) || family(at + 1))
}

/// "Norway-based", "Oslo-Bergen", "D-Ohio": about a name, but none.
fn is_compound(text: &str) -> bool {
    let Some((first, rest)) = text.split_once('-') else { return false };
    let adjective = rest.starts_with(char::is_lowercase) && first.len() > 2;
    // "the Holm-Kim talks"
    let two = rest.starts_with(char::is_uppercase) && given_names::stands_first(&rest.to_lowercase());
    adjective
        || two
        || first.chars().count() == 1
        || gazetteer::is_place(first)
        || gazetteer::is_nationality(first)
        || gazetteer::is_nationality(rest)
}

/// "N.C.", "Ill.": a state after a town.
fn is_state(text: &str) -> bool {
    let letters = text.strip_suffix('.').unwrap_or("");
    letters.len() <= 4 && letters.contains('.') && !gazetteer::is_place(text)
        || !letters.is_empty()
            && letters.len() > 2
            && abbreviations::is_abbreviation(letters)
            && !titles::is_title(&letters.to_lowercase())
}

/// "P.J." before a family name: initials, where no comma makes a state of them.
fn are_initials(words: &Words<'_>, at: usize) -> bool {
    let text = words.text(at);
    let pairs = text.chars().enumerate().all(|(index, c)| if index % 2 == 0 { c.is_uppercase() } else { c == '.' });
    let next = words.lower(at + 1);
    let name = words.capitalised(at + 1)
        && words.spaced(at + 1)
        && !titles::is_title(next)
        && !tags::is_common(next)
        && !gazetteer::names_organisation(next)
        || matches!(words.text(at + 1), "“" | "\"");
    let parted = at.checked_sub(1).is_some_and(|before| words.text(before) == "," || words.lower(before) == "the");
    pairs && text.ends_with('.') && name && !parted && !gazetteer::is_place(text)
}

/// Where the name that begins at `at` ends, if one begins there.
fn run_from(words: &Words<'_>, at: usize, sentence: &Sentence) -> Option<usize> {
    if !is_part(words, at, sentence) {
        return None;
    }
    let limit = sentence.words.end.min(at + 12);
    let mut end = at + 1;
    while end < limit {
        if is_part(words, end, sentence) && !ends_before(words, end) {
            end += 1;
            continue;
        }
        if let Some(after) = nickname(words, end, limit) {
            end = after;
            continue;
        }
        let lower = words.lower(end);
        let binds = match lower {
            "of" | "for" | "on"
                // A title behind it begins a person: "the Harbour Board Chairman Karl Holm of Kolm".
                if (at..end).any(|i| {
                    gazetteer::names_organisation(words.lower(i))
                        && !(i + 1..end).any(|after| titles::is_title(words.lower(after)))
                        && (i > at || end == at + 1)
                }) || words.lower(end - 1) == "bank" =>
            {
                1 + usize::from(words.lower(end + 1) == "the")
            }
            "of" if matches!(words.lower(end - 1), "chief" | "secretary" | "minister") => 1,
            "&" => 1,
            _ if is_particle(lower) => 1,
            _ => 0,
        };
        // "van der": two particles.
        let binds = if binds == 1 && is_particle(words.lower(end + 1)) && is_particle(lower) { 2 } else { binds };
        if binds == 0 || end + binds >= limit || !is_part(words, end + binds, sentence) {
            break;
        }
        end += binds + 1;
    }
    Some(end)
}

/// Whether a capitalised word is parted from the one before: "told Anna Berg Tuesday" is, "Berg's Party" is not joined.
fn ends_before(words: &Words<'_>, at: usize) -> bool {
    !words.spaced(at)
}
