//! Two reports' statements that tell one deed, each in words of its own: the same done to the same in the same days, or the same
//! full verb of what is likely to be one thing.

use super::alike::DAYS;
use super::decide::SURE;
use super::evidence::{Evidence, strength};
use crate::agreement::Content;

/// From here on one full verb is enough where nothing speaks against its being one deed.
const LIKELY: f32 = 0.66;

/// Days between reports in which the same is done to the same once.
const SAME_DAYS: u32 = 3;

/// From here on, with so much of the heavier one's words, what it is done to may be told in other words.
const LIKELIER: f32 = 0.9;
const OF_HEAVIER: f32 = 0.5;

/// From here on it counts what it is likely.
const CERTAIN: f32 = 0.75;

/// Words that mean something which both share at least; a name and who does it are enough.
const SHARED: usize = 3;

/// How much of the lighter one's subject both have that are of one, and where less is likely.
const OF_SUBJECT: f32 = 0.9;
const OF_DOER: f32 = 0.4;

/// How much of the lighter one's words both have, and where less is likely.
const OF_LIGHTER: f32 = 0.35;
const OF_LESS_LIKELY: f32 = 0.45;

/// What a pair counts at least that does the same to the same: enough to join two that are one.
const DONE: f32 = 0.7;

/// What two reports' statements count that surely tell one deed; `None` of any others. What is not likely by all else joins last.
pub(super) fn one_deed(one: &Content<'_>, other: &Content<'_>, likelihood: f32, evidence: &Evidence) -> Option<f32> {
    let subject = strength!(evidence, "subject: shared");
    let likely = likelihood >= LIKELY;
    // "At least 20 people have been killed": a count alone names nothing.
    let named = one.names_as(other) && !one.counts_as(other);
    // Who else does it, where less is likely; of two voices only the day tells.
    let doer = || if one.has_voice_of(other) { subject >= OF_DOER } else { strength!(evidence, "one day") > 0.0 };
    let same = one.does_to_the_same(other)
        && one.days_from(other) <= SAME_DAYS
        && (one.words_shared(other) >= SHARED || named)
        && one.share_of_lighter(other) >= if likely { OF_LIGHTER } else { OF_LESS_LIKELY }
        && (likely || doer());
    let verb = likely
        && one.has_form_of(other)
        && (likelihood >= LIKELIER && one.share_of_heavier(other) >= OF_HEAVIER || !one.does_to_another(other))
        && one.days_from(other) <= DAYS
        && (named || one.days_from(other) <= 1 || one.is_general_as(other))
        && (one.words_shared(other) >= SHARED || named && subject >= OF_SUBJECT);
    let counts = match (same, verb) {
        (true, _) => likelihood.max(DONE),
        (_, true) if likelihood >= CERTAIN => likelihood,
        (_, true) => SURE,
        _ => return None,
    };
    let turned = strength!(evidence, "roles turned round") > 0.0 && one.has_voice_of(other);
    (!turned && one.may_be_deed_of(other)).then_some(counts)
}
