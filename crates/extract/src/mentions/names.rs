//! Names as they stand in the text: runs of capitalised words, parted from the titles before them.

use std::ops::Range;

use crate::{
    abbreviations,
    mentions::gazetteer,
    prose::Prose,
    sentences::Sentence,
    tags::{self, Tag},
    words::Words,
};

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Its words, without title.
    pub(super) words: Range<usize>,
    /// The title before it, as words; empty where there is none.
    pub(super) title: Range<usize>,
}

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
            && !matches!(
                words.lower(at),
                "a" | "an"
                    | "the"
                    | "of"
                    | "in"
                    | "on"
                    | "to"
                    | "and"
                    | "for"
                    | "at"
                    | "by"
                    | "or"
                    | "as"
                    | "with"
                    | "from"
                    | "but"
                    | "is"
                    | "be"
            )
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
        names.extend(part(words, at..end));
        at = end;
    }
}

/// Whether the word can be part of a name.
fn is_part(words: &Words<'_>, at: usize, sentence: &Sentence) -> bool {
    let text = words.text(at);
    let letter = text.starts_with(|c: char| c.is_uppercase())
        || text.split('-').nth(1).is_some_and(|tail| tail.starts_with(char::is_uppercase) && text.starts_with("al-"));
    if !letter
        || text.chars().count() == 1
        || text.len() == 2 && text.ends_with('.') && at == sentence.words.start
        || gazetteer::is_calendar(words.lower(at))
        || is_compound(text)
        || is_state(text)
    {
        return false;
    }
    let opening = at == sentence.words.start || matches!(words.text(at - 1), "“" | "\"" | "‘" | "''" | ":" | "(" | "•");
    let tag = words.tag(at);
    if opening {
        // The first word of a sentence has its capital anyway.
        return matches!(tag, Tag::Proper)
            || matches!(tag, Tag::Noun | Tag::Adjective)
                && (words.capitalised(at + 1) && words.spaced(at + 1) || gazetteer::is_place(text))
                && !words.text(at + 1).contains('.');
    }
    let function = matches!(
        tag,
        Tag::Pronoun | Tag::Determiner | Tag::Conjunction | Tag::Subordinator | Tag::Auxiliary | Tag::Particle
    );
    let short = matches!(tag, Tag::Preposition | Tag::Adverb) && text.len() < 5;
    !function && !short
}

/// "Norway-based", "Oslo-Bergen", "D-Ohio": about a name, but none.
fn is_compound(text: &str) -> bool {
    let Some((first, rest)) = text.split_once('-') else { return false };
    let adjective = rest.starts_with(char::is_lowercase) && first.len() > 2;
    adjective || first.len() == 1 || gazetteer::is_place(first) || gazetteer::is_nationality(first)
}

/// "N.C.", "Ill.": a state after a town.
fn is_state(text: &str) -> bool {
    let letters = text.strip_suffix('.').unwrap_or("");
    letters.len() <= 4 && letters.contains('.') && !gazetteer::is_place(text)
        || !letters.is_empty()
            && letters.len() > 2
            && abbreviations::is_abbreviation(letters)
            && !gazetteer::is_title(&letters.to_lowercase())
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
        let lower = words.lower(end);
        let binds = match lower {
            "de" | "da" | "del" | "della" | "di" | "du" | "la" | "le" | "van" | "von" | "der" | "den" | "bin"
            | "ibn" | "al" | "el" | "ben" | "ter" | "dos" | "&" => 1,
            "of" | "for" | "on"
                if (at..end).any(|i| gazetteer::names_organisation(words.lower(i)))
                    || words.lower(end - 1) == "bank" =>
            {
                1 + usize::from(words.lower(end + 1) == "the")
            }
            _ => 0,
        };
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

/// Parts a run into title and name; runs that are only titles, nationalities or common words are no names.
fn part(words: &Words<'_>, run: Range<usize>) -> Vec<Name> {
    let mut found = Vec::new();
    // "Senate Committee Chairman Karl Holm": whatever stands before the last title belongs to it.
    let titled =
        run.clone().rev().skip(1).find(|&at| {
            gazetteer::is_title(words.lower(at)) && !gazetteer::names_organisation(words.lower(run.end - 1))
        });
    let mut start = run.start;
    if titled.is_none() && gazetteer::is_title(words.lower(run.end - 1)) {
        // "U.S. Ambassador": a title whose name stands elsewhere.
        return place_prefix(words, run).into_iter().collect();
    }
    if let Some(title) = titled {
        start = title + 1;
        found.extend(place_prefix(words, run.start..title + 1));
    } else if let Some(place) = place_prefix(words, run.clone())
        && run.end - place.words.end > 1
        && (place.words.end..run.end).all(|at| names_nothing_else(words.lower(at)))
    {
        // "the ambassador to Norway Karl Holm"
        start = place.words.end;
        found.push(place);
    }
    let organisation = (start..run.end).any(|at| gazetteer::names_organisation(words.lower(at)))
        || gazetteer::names_thing(words.lower(run.end - 1));
    while start < run.end {
        if place_prefix(words, start..run.end).is_some_and(|place| place.words.len() > 1) {
            break;
        }
        let nationality = gazetteer::is_nationality(words.text(start)) && (!organisation || start + 1 == run.end);
        let title = gazetteer::is_title_part(words.lower(start)) && (!organisation || start + 1 == run.end);
        if !nationality && !title {
            break;
        }
        start += 1;
    }
    if start < run.end {
        found.push(Name { words: start..run.end, title: run.start..start });
    }
    found
}

/// The place that a run begins with.
fn place_prefix(words: &Words<'_>, run: Range<usize>) -> Option<Name> {
    let end = (run.start + 1..=run.end.min(run.start + 4)).rev();
    let end = end.into_iter().find(|&end| gazetteer::is_place(&text_of(words, run.start..end)))?;
    Some(Name { words: run.start..end, title: run.start..run.start })
}

/// Whether a word can be part of a person's name: no word of organisations, places or the dictionary.
fn names_nothing_else(lower: &str) -> bool {
    !gazetteer::names_organisation(lower) && !gazetteer::names_place(lower) && !tags::is_common(lower)
}

/// The text of a name with its words one space apart.
pub(super) fn text_of(words: &Words<'_>, range: Range<usize>) -> String {
    let mut text = String::new();
    for at in range {
        if !text.is_empty() && words.spaced(at) {
            text.push(' ');
        }
        text.push_str(words.text(at));
    }
    text
}
