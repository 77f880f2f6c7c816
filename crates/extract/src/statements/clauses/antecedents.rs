//! What a relative clause speaks of.

use std::ops::Range;

use super::is_past;
use crate::{
    attributions::sayers,
    grammar::{Form, VerbGroup, groups, phrases::Clauses},
    mentions,
    tags::Tag,
    words::is_one_of,
};

/// Words of an apposition, at most, between a name and what more is told of it.
const APPOSITION: usize = 12;

/// What the relative pronoun at `at` speaks of, where it is the subject of a clause behind a comma and speaks of one name
/// or person: "met Anna Berg, who left in May"; "the ferry Norna, which burned". A clause that tells which one is meant
/// has no comma, and "which" may speak of all that was said before where no name stands there.
pub(in crate::statements) fn antecedent(clauses: &Clauses<'_>, at: usize) -> Option<Range<usize>> {
    let words = clauses.words;
    let person = words.lower(at) == "who";
    if !person && words.lower(at) != "which" || at < clauses.start + 3 || words.text(at - 1) != "," {
        return None;
    }
    let group = verb_of(clauses, at)?;
    // What the whole of the clause before brings about: "which means", "which would".
    let deed = person
        || group.passive
        || groups::is_be(words.lower(group.head))
        || groups::is_have(words.lower(group.head))
        || is_one_of(
            words.lower(group.head),
            "owns operates runs employs publishes manufactures oversees regulates governs monitors tracks own operate \
             oversee regulate",
        )
        || is_past(words.lower(group.head))
            && !is_one_of(
                words.lower(group.head),
                "meant led made caused allowed prompted raised helped came happened gave left forced \
                 surprised pleased angered sparked drew took added ended",
            );
    let named = told_of(clauses, at)?;
    // "Anna Berg and Jon Holm, who plan": more than one.
    let first = words.lower(group.words.start);
    let several = matches!(first, "have" | "are" | "were" | "do")
        || group.words.len() == 1 && words.tag(group.head) == Tag::Verb && !first.ends_with('s') && !is_past(first);
    let deed = deed && !(several && person);
    (deed && is_alone(clauses, &named, person) && !hides_a_name(clauses, at)).then_some(named)
}

/// The verb of the relative clause at `at`, whose subject its pronoun is.
pub(super) fn verb_of<'a>(clauses: &Clauses<'a>, at: usize) -> Option<&'a VerbGroup> {
    let from = (at + 1..at + 3).find(|&at| clauses.words.tag(at) != Tag::Adverb).unwrap_or(at + 1);
    let group = clauses.group_at(from).or_else(|| clauses.group_at(at + 1))?;
    (group.words.start > at && group.words.start <= from && group.form == Form::Finite).then_some(group)
}

/// The name, or the noun for somebody, of which the relative clause at `at` tells, across an age or an apposition: "Anna Berg,
/// 83, who"; "Anna Berg, a pilot from Kolm, who".
pub(super) fn told_of(clauses: &Clauses<'_>, at: usize) -> Option<Range<usize>> {
    let words = clauses.words;
    let person = words.lower(at) == "who";
    let mut last = at.checked_sub(2).filter(|&last| last > clauses.start)?;
    let mut apart = false;
    if person && let Some(name) = before_apposition(clauses, last).or_else(|| behind_name(clauses, last)) {
        apart = true;
        last = name;
    }
    let mut start = clauses.core(last)?;
    while start < last && matches!(words.lower(start), "but" | "and" | "that" | "so") {
        start += 1;
    }
    // "until September, which would be late"
    let day = mentions::gazetteer::is_calendar(words.lower(last));
    let named = words.tag(last) == Tag::Proper && !day && (!person || may_be_somebody(clauses, start..last + 1));
    let somebody = person && !apart && words.tag(last) == Tag::Noun && sayers::is_somebody(words.lower(last));
    let single = (start..=last).all(|at| {
        !matches!(words.tag(at), Tag::Preposition | Tag::Conjunction | Tag::Pronoun) && words.text(at) != ","
    });
    // "Norland's Holm", but not "the board's ferry, which"
    let owned = (start..=last).any(|at| words.lower(at) == "'s");
    ((named || somebody) && single && (person || !owned)).then_some(start..last + 1)
}

/// The last word of the name behind which its age, a party in brackets or a place stands: "Anna Berg, 83", "Anna Berg (D-Kolm)",
/// "Anna Berg of Norland".
fn behind_name(clauses: &Clauses<'_>, last: usize) -> Option<usize> {
    let words = clauses.words;
    let name = if words.tag(last) == Tag::Number && words.text(last - 1) == "," {
        last.checked_sub(2)?
    } else if words.text(last) == ")" {
        let open = (last.saturating_sub(8)..last).rev().find(|&at| words.text(at) == "(")?;
        open.checked_sub(1)?
    } else {
        let of = last.checked_sub(1).filter(|&of| matches!(words.lower(of), "of" | "from"))?;
        let placed = words.tag(last) == Tag::Proper && mentions::is_place(words.text(last));
        of.checked_sub(1).filter(|_| placed)?
    };
    // One word alone may be what the place is told of: "the Republic of Norland".
    let full = words.tag(name) == Tag::Proper && name > clauses.start && words.tag(name - 1) == Tag::Proper;
    (full && !mentions::gazetteer::names_organisation(words.lower(name))).then_some(name)
}

/// Whether a name can be a person's: no place, no body, no letters alone.
fn may_be_somebody(clauses: &Clauses<'_>, name: Range<usize>) -> bool {
    let words = clauses.words;
    let last = name.end - 1;
    let letters = words.text(last).len() > 1 && !words.text(last).chars().any(char::is_lowercase);
    let first = (name.start..=last).rev().take_while(|&at| words.tag(at) == Tag::Proper).last().unwrap_or(last);
    let full = (first..=last).map(|at| words.text(at)).collect::<Vec<_>>().join(" ");
    !letters
        && !mentions::names_thing(words.lower(last))
        && !mentions::gazetteer::names_organisation(words.lower(last))
        && !mentions::is_place(&full)
        && !mentions::is_place(words.text(last))
        && !mentions::is_nationality(words.text(last))
}

/// The last word of the name of which what stands between commas before `last` says what it is: a noun phrase with one role and
/// nobody else's name.
fn before_apposition(clauses: &Clauses<'_>, last: usize) -> Option<usize> {
    let words = clauses.words;
    let floor = last.saturating_sub(APPOSITION).max(clauses.start + 1);
    let comma = (floor..last).rev().find(|&at| words.text(at) == ",")?;
    let name = comma - 1;
    let phrase = comma + 1..last + 1;
    let led = matches!(words.lower(phrase.start), "a" | "an" | "the")
        || words.tag(phrase.start) == Tag::Noun && sayers::is_somebody(words.lower(phrase.start));
    let role = phrase.clone().any(|at| words.tag(at) == Tag::Noun && sayers::is_somebody(words.lower(at)));
    let verb = phrase.clone().any(|at| clauses.group_at(at).is_some_and(|group| group.form == Form::Finite));
    let joined = phrase.clone().any(|at| matches!(words.lower(at), "and" | "or" | "whose" | "'s"));
    // "The son of Karl Berg": either may be meant.
    let another = phrase.clone().any(|at| {
        words.tag(at) == Tag::Preposition
            && words.tag(at + 1) == Tag::Proper
            && at < last
            && !mentions::is_place(words.text(at + 1))
            && words.tag(at + 2) == Tag::Proper
    });
    let capitals = words.tag(name) == Tag::Proper;
    (led && role && !verb && !joined && !another && capitals).then_some(name)
}

/// Whether nobody or nothing else can be meant than what stands right before a relative clause.
fn is_alone(clauses: &Clauses<'_>, named: &Range<usize>, person: bool) -> bool {
    let words = clauses.words;
    let Some(before) = named.start.checked_sub(1).filter(|&before| before >= clauses.start) else { return true };
    match words.lower(before) {
        "and" | "or" | "than" | "&" | "nor" | "between" | "among" | "amongst" | "like" => return false,
        // "the mayor, Anna Berg, who", and no list.
        "," => {
            let role = before > clauses.start && sayers::is_somebody(words.lower(before - 1));
            let owner = clauses.core(before - 1).is_some_and(|start| {
                matches!(words.lower(start), "the" | "a" | "an") || (start..before).any(|at| words.lower(at) == "'s")
            });
            return person && role && owner && words.tag(named.start) == Tag::Proper;
        }
        _ => {}
    }
    if words.tag(before) != Tag::Preposition && words.lower(before) != "to" {
        return true;
    }
    let Some(head) = before.checked_sub(1).filter(|&head| head >= clauses.start) else { return true };
    let thing = matches!(words.tag(head), Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Number);
    if leads_to_nobody(clauses, before) || clauses.group_at(head).is_some() || !thing {
        return true;
    }
    // "the release of Anna Berg, who": no release left. Whatever may have left is meant as well as she.
    let lower = words.lower(head);
    person
        && words.tag(named.end - 1) == Tag::Proper
        && words.tag(head) == Tag::Noun
        && !sayers::is_one_who_acts(lower)
        && (sayers::is_abstract(lower) || !matches!(words.lower(before), "of" | "for" | "from"))
}

/// Whether a clause only tells that somebody is not to be named: "who asked not to be identified".
fn hides_a_name(clauses: &Clauses<'_>, at: usize) -> bool {
    let words = clauses.words;
    let end = clauses.end.min(at + 14);
    let withheld = |word: usize| {
        is_one_of(words.lower(word), "named identified name identity surname quoted")
            && (at..word).any(|before| {
                super::is_not(words.lower(before))
                    || is_one_of(words.lower(before), "declined asked refused requested without only withheld")
            })
    };
    (at..end).any(|word| is_one_of(words.lower(word), "anonymity anonymously anonymous") || withheld(word))
}

/// Whether what stands before a preposition is a verb, and so nobody of whom "who" might speak: "cared for Anna Berg, who …". A
/// participle may be read as a noun.
fn leads_to_nobody(clauses: &Clauses<'_>, preposition: usize) -> bool {
    let Some(before) = preposition.checked_sub(1).filter(|&before| before >= clauses.start) else { return false };
    let lower = clauses.words.lower(before);
    (lower.ends_with("ing") || lower.ends_with("ed")) && clauses.group_at(before).is_some()
}
