//! The finite clause that a statement turns on, told to the stages that compare statements.

use std::ops::Range;

use model::{Clause, Span, Statement, Tense};

use crate::{
    grammar::{Form, VerbGroup, groups, inflection, phrases::Clauses},
    prose::Prose,
    tags::Tag,
    words::is_one_of,
};

/// The clause with the verb group `main` in the statement `words`, whose time stands at `time`.
pub(super) fn clause(
    prose: &Prose<'_>,
    clauses: &Clauses<'_>,
    words: &Range<usize>,
    main: &VerbGroup,
    time: Option<Span>,
) -> Clause {
    let subject = clauses.subject_before(main).filter(|subject| subject.start >= words.start && !subject.is_empty());
    Clause {
        verb: prose.span(main.words.clone()),
        head: prose.span(main.head..main.head + 1),
        tense: tense(clauses, main),
        passive: main.passive,
        subject: subject.map(|subject| prose.span(subject)),
        timed: time.is_some_and(|time| is_timed(prose, clauses, main, time)),
    }
}

/// Whether the time at `time` hangs on the verb group `main`.
fn is_timed(prose: &Prose<'_>, clauses: &Clauses<'_>, main: &VerbGroup, time: Span) -> bool {
    let words = clauses.words;
    let first = words.at(prose.text.byte(time.start));
    let end = words.at(prose.text.byte(time.end));
    let before = first.checked_sub(1).filter(|&at| at >= clauses.start).map_or("", |at| words.lower(at));
    // "The pact of 2015", "worse than in May", "the 2015 pact".
    let of_a_noun = is_one_of(before, "of since from than until till the 's");
    let adjective = end < clauses.end && matches!(words.tag(end), Tag::Noun | Tag::Adjective);
    if of_a_noun || adjective && first > main.words.start {
        return false;
    }
    let between = if first >= main.words.end { main.words.end..first } else { end..main.words.start };
    let opener = |at: usize| {
        is_one_of(
            words.lower(at),
            "who which that whom whose when where after before because if unless as since while than \
             although though ; :",
        )
    };
    let other_verb = clauses
        .groups
        .iter()
        .any(|group| between.contains(&group.head) && (group.form != Form::Infinitive || first < main.words.start));
    between.start <= between.end && !other_verb && !between.clone().any(opener)
}

/// What the first auxiliary of a verb group, or else its bare verb, tells of when.
fn tense(clauses: &Clauses<'_>, main: &VerbGroup) -> Tense {
    let words = clauses.words;
    // "…, killing two": when the verb that it hangs on is.
    if main.form != Form::Finite {
        let to = clauses.groups.partition_point(|group| group.words.start < main.words.start);
        let leading = clauses.groups[..to].iter().rev().find(|group| group.form == Form::Finite);
        return leading.map_or(Tense::Past, |leading| tense(clauses, leading));
    }
    let first = main.words.clone().map(|at| words.lower(at)).find(|lower| is_auxiliary(lower));
    match first {
        Some("will" | "'ll" | "shall" | "wo") => Tense::Future,
        Some("was" | "were" | "did" | "had") => Tense::Past,
        Some("have" | "has" | "'ve") => Tense::Perfect,
        Some(lower) if groups::is_modal(lower) => Tense::Modal,
        Some(_) => Tense::Present,
        None if inflection::is_past(words.lower(main.head)) => Tense::Past,
        None => Tense::Present,
    }
}

fn is_auxiliary(lower: &str) -> bool {
    groups::is_modal(lower) || groups::is_have(lower) || groups::is_be(lower) || groups::is_do(lower)
}

/// Whether a statement begins with "is", "has", "can't" or the like, and nobody knows of whom: the second half of "insists its letters are
/// private and can't be sold" is not the report's own.
pub(super) fn is_headless(
    clauses: &Clauses<'_>,
    words: &Range<usize>,
    main: Option<&VerbGroup>,
    statement: &Statement,
) -> bool {
    let first = words.clone().find(|&at| clauses.words.tag(at) != Tag::Punctuation);
    let begins = first.is_some_and(|at| is_auxiliary(clauses.words.lower(at)));
    // What was not taken for a verb has no clause.
    let own = main.is_none_or(|main| main.form == Form::Finite && first == Some(main.words.start));
    let nobody = statement.clause.as_ref().is_none_or(|clause| clause.subject.is_none());
    begins && own && nobody && statement.subject.is_none()
}

/// Whether a verb tells what somebody hopes to do: what they hope for is yet to come.
pub(super) fn is_hope(clauses: &Clauses<'_>, main: &VerbGroup) -> bool {
    matches!(clauses.words.lower(main.head), "hope" | "hopes" | "hoping") && clauses.words.lower(main.words.end) == "to"
}

/// Whether a verb group tells the future from today: "will sign", "is expected to", "plan to".
pub(super) fn looks_ahead(clauses: &Clauses<'_>, main: &VerbGroup) -> bool {
    !main.words.clone().any(|at| matches!(clauses.words.lower(at), "was" | "were" | "had" | "would" | "did"))
        && !clauses.words.lower(main.head).ends_with("ed")
        || main.words.clone().any(|at| matches!(clauses.words.lower(at), "is" | "are"))
}
