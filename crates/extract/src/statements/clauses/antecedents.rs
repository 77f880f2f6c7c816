//! What a relative clause speaks of.

use std::ops::Range;

use super::is_past;
use crate::{
    grammar::{Form, groups, phrases::Clauses},
    tags::Tag,
    words::is_one_of,
};

/// What the relative pronoun at `at` speaks of, where it is the subject of a clause behind a comma and speaks of one name
/// or person: "met Anna Berg, who left in May"; "the ferry Norna, which burned". A clause that tells which one is meant
/// has no comma, and "which" may speak of all that was said before where no name stands there.
pub(in crate::statements) fn antecedent(clauses: &Clauses<'_>, at: usize) -> Option<Range<usize>> {
    let words = clauses.words;
    let person = words.lower(at) == "who";
    if !person && words.lower(at) != "which" || at < clauses.start + 3 || words.text(at - 1) != "," {
        return None;
    }
    let group = clauses.group_at(at + 1).filter(|group| group.words.start == at + 1 && group.form == Form::Finite)?;
    let last = at - 2;
    let named = words.tag(last) == Tag::Proper;
    let somebody = person && words.tag(last) == Tag::Noun && crate::mentions::is_role(words.lower(last));
    let start = clauses.phrase_ending(last)?;
    // "a group of senators led by Holm, who": more than one may be meant.
    let single = (start..=last).all(|at| {
        !matches!(words.tag(at), Tag::Preposition | Tag::Conjunction | Tag::Pronoun) && words.lower(at) != "'s"
    });
    let attached = start.checked_sub(1).is_some_and(|before| {
        let of = matches!(words.lower(before), "of" | "for" | "from");
        before >= clauses.start
            && (of && !(person && named && leads_to_nobody(clauses, before))
                || matches!(words.lower(before), "and" | "or" | "than" | ","))
    });
    // What the whole of the clause before brings about: "which means", "which would".
    let deed = person
        || group.passive
        || groups::is_be(words.lower(group.head))
        || groups::is_have(words.lower(group.head))
        || is_past(words.lower(group.head))
            && !is_one_of(
                words.lower(group.head),
                "meant led made caused allowed prompted raised helped came happened gave left forced \
                 surprised pleased angered sparked drew took added ended",
            );
    ((named || somebody) && single && !attached && deed).then_some(start..last + 1)
}

/// Whether what stands before a preposition is a verb, and so nobody of whom "who" might speak: "cared for Anna Berg, who …". A
/// participle may be read as a noun.
fn leads_to_nobody(clauses: &Clauses<'_>, preposition: usize) -> bool {
    let Some(before) = preposition.checked_sub(1).filter(|&before| before >= clauses.start) else { return false };
    let lower = clauses.words.lower(before);
    (lower.ends_with("ing") || lower.ends_with("ed")) && clauses.group_at(before).is_some()
}
