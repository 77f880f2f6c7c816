//! Runs of capitalised words parted into title and name.

use std::ops::Range;

use crate::{
    mentions::{
        gazetteer, given_names,
        names::{Name, is_particle, text_of},
        titles,
    },
    tags,
    words::Words,
};

/// Parts a run into title and name; runs that are only titles, nationalities or common words are no names.
pub(super) fn part(words: &Words<'_>, run: Range<usize>) -> Vec<Name> {
    let mut found = Vec::new();
    let core = core_end(words, &run);
    let last = words.lower(core - 1);
    let titled = title_in(words, run.start..core);
    let mut start = run.start;
    if titled.is_none() && titles::is_title(last) && !is_given_before(words, run.start, core - 1) {
        // "U.S. Ambassador": a title whose name stands elsewhere.
        return place_prefix(words, run).into_iter().collect();
    }
    if let Some(title) = titled {
        start = after_office(words, title + 1, core);
        found.extend(place_prefix(words, run.start..title + 1));
    } else if let Some(given) = given_after_noun(words, run.start..core) {
        start = given;
        found.extend(place_prefix(words, run.start..given));
    } else if let Some(place) = place_prefix(words, run.clone())
        // "U.S. Holm": what a headline glued to a name.
        && (run.end - place.words.end > 1 || run.end > place.words.end && words.text(place.words.start).contains('.'))
        && (place.words.end..run.end)
            .all(|at| names_nothing_else(words.lower(at)) || given_names::bearer(words.lower(at)).is_some())
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
        let title = titles::is_title_part(words.lower(start)) && (!organisation || start + 1 == run.end);
        // "Dean Holm": a given name that is a title too.
        let given = start + 1 < core && given_names::bearer(words.lower(start)).is_some();
        if given || is_group(words, start) || is_firm(words, start) || !nationality && !title {
            break;
        }
        start += 1;
    }
    while start < run.end && matches!(words.lower(start), "of" | "for" | "on" | "the" | "&") {
        start += 1;
    }
    // "King County": a place, and no king of that name.
    if start == run.start + 1 && start + 1 == run.end && gazetteer::ends_place(words.lower(start)) {
        start = run.start;
    }
    if start < run.end {
        found.push(Name { words: start..run.end, title: run.start..start });
    }
    found
}

/// Where a run ends without "Jr." and its like.
pub(super) fn core_end(words: &Words<'_>, run: &Range<usize>) -> usize {
    let mut end = run.end;
    while end > run.start + 1 && is_suffix(words.lower(end - 1)) {
        end -= 1;
    }
    end
}

/// "Jr." and its like.
pub(super) fn is_suffix(lower: &str) -> bool {
    crate::words::is_one_of(lower.trim_end_matches('.'), "jr sr ii iii iv esq mbe obe")
}

/// The last title within a run, behind which its name stands: whatever is before it belongs to it, as in "Senate
/// Committee Chairman Karl Holm".
fn title_in(words: &Words<'_>, core: Range<usize>) -> Option<usize> {
    if gazetteer::names_organisation(words.lower(core.end - 1)) {
        return None;
    }
    core.clone().rev().skip(1).find(|&at| {
        let lower = words.lower(at);
        let first_of_two = at == core.start && core.end - at == 2 && given_names::bearer(lower).is_some();
        titles::is_title(lower)
            && !is_firm(words, at)
            && !is_group(words, at)
            && !first_of_two
            && !is_given_before(words, core.start, at)
    })
}

/// Whether a title of several is the name of a group: "Doctors Without Borders".
fn is_group(words: &Words<'_>, at: usize) -> bool {
    let next = words.lower(at + 1);
    titles::is_plural_title(words.lower(at))
        && tags::is_common(next)
        && given_names::bearer(next).is_none()
        && !titles::is_title(next)
}

/// Whether "General" opens the name of a firm: "General Partners".
fn is_firm(words: &Words<'_>, at: usize) -> bool {
    let opens = at.checked_sub(1).is_none_or(|before| !words.capitalised(before));
    words.lower(at) == "general"
        && opens
        && crate::words::is_one_of(
            words.lower(at + 1),
            "partners acquisition motors electric mills foods dynamics instrument instruments signal tire cable \
                 host cinema atomics",
        )
}

/// Whether a given name stands before the word `at`, so that it is a family name: "Martin Luther King".
fn is_given_before(words: &Words<'_>, start: usize, at: usize) -> bool {
    at > start && given_names::bearer(words.lower(at - 1)).is_some() && !titles::is_title(words.lower(at - 1))
}

/// Where the name begins behind a title that goes on with its office: "Chief | of Staff | Anna Berg".
fn after_office(words: &Words<'_>, from: usize, end: usize) -> usize {
    if !matches!(words.lower(from), "of" | "for") {
        return from;
    }
    let given = (from + 2..end.saturating_sub(1)).find(|&at| given_names::bearer(words.lower(at)).is_some());
    given.unwrap_or((from + 2).min(end))
}

/// The given name that a run has behind a word of the dictionary or of institutions: "Ferry Passenger Anna Berg".
fn given_after_noun(words: &Words<'_>, core: Range<usize>) -> Option<usize> {
    let last = words.lower(core.end - 1);
    if gazetteer::names_organisation(last) || gazetteer::names_place(last) || gazetteer::names_thing(last) {
        return None;
    }
    (core.start + 1..core.end.saturating_sub(1)).find(|&at| {
        let before = words.lower(at - 1);
        given_names::bearer(words.lower(at)).is_some()
            && given_names::bearer(before).is_none()
            && !is_particle(before)
            && words.capitalised(at - 1)
            && (tags::is_common(before)
                || matches!(before.trim_end_matches('.'), "llc" | "inc" | "corp" | "ltd" | "plc" | "co")
                || gazetteer::names_organisation(before)
                || gazetteer::names_place(before))
    })
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
