//! Pairs that neither the roles nor the likelihood alone make sure, and that what is told alike in two reports of one scene
//! does: the same deed, most of the words, one utterance, or one text within the other.

use super::evidence::{Evidence, place_of, strength};
use crate::agreement::Content;

/// How much of their names two reports share by weight that are surely of one scene.
pub(super) const SCENE: f32 = 0.3;

/// How alike two reports are as wholes of which one is for the most part the other.
pub(super) const COPIED: f32 = 0.6;

/// Days between reports beyond which like words may be of another occasion.
pub(super) const DAYS: u32 = 14;

/// From here on a pair may be sure by what is shared, and by less of it from [`LIKELIER`] on.
const LIKELY: f32 = 0.7;
const LIKELIER: f32 = 0.85;

/// The same where nearly all is shared.
const LIKELIEST: f32 = 0.8;
const ALMOST: f32 = 0.9;

/// Words that mean something which both share at least: a deed with its roles, what is told at more length, and so many that
/// chance hardly made them so.
const DEED: usize = 3;
const LENGTH: usize = 4;
const MANY: usize = 7;

/// How much of the lighter and of the heavier one's words both have that tell one deed with one verb.
const OF_DEED: f32 = 0.5;
const LITTLE: f32 = 0.2;

/// How much of the heavier one's words both have where most is shared, where many are, and where one text holds the other.
const MOST: f32 = 0.6;
const MUCH: f32 = 0.4;
const HALF: f32 = 0.45;

/// Words that follow each other in both at least, within the text that holds the other; of a quotation; of one utterance.
const RUN: usize = 5;
const QUOTED: usize = 7;

/// Words of a quotation that one speaker is told to say in both, at least, how likely the pair is, and days between the reports
/// at most.
const FEW: usize = 3;
const UTTERED: f32 = 0.5;
const SAME_DAYS: u32 = 3;

/// How much of the shorter text stands in the longer one, in order; of the longer one in the shorter where both are one text;
/// how much of either a run is that is one utterance.
const ALL: f32 = 0.95;
const NEARLY: f32 = 0.75;
const OF_SHORTER: f32 = 0.6;
const OF_LONGER: f32 = 0.35;

/// Kinds of evidence that keep two statements apart, however alike they are.
const AGAINST: [usize; 3] =
    [place_of("one looks ahead"), place_of("one says not"), place_of("other days, each that of its report")];

/// Words of a text that nobody says by chance in the same words.
const SENTENCE: usize = 6;

/// Whether two reports' statements are told so alike that they surely say the same: in reports of one `scene`, of which one may
/// be `copied` from the other.
pub(super) fn is_told_alike(
    one: &Content<'_>,
    other: &Content<'_>,
    likelihood: f32,
    evidence: &Evidence,
    scene: &dyn Fn() -> bool,
    copied: &dyn Fn() -> bool,
) -> bool {
    if one.has_other_values_than(other) || one.is_denied_in(other) || one.is_timed_otherwise_than(other) {
        return false;
    }
    let shared = one.words_shared(other);
    let heavier = one.share_of_heavier(other);
    let (a, b) = one.texts(other);
    let marks = one.quotes() || other.quotes();
    if !marks && a != b && (shared < 2 || heavier < LITTLE) {
        return false;
    }
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    let (run, order) = in_common(a, b);
    let foreign = one.is_on_anothers_word(other);
    let one_speaker = strength!(evidence, "one speaker") > 0.0;
    let text = order == longer && shorter >= SENTENCE && (one_speaker || copied());
    // "He did not repeat that it “must stop”" has the words, and says not that it must.
    if is_one_quotation(one, other, likelihood) && !one.negates(other) || text && !foreign {
        return true;
    }
    let turned =
        strength!(evidence, "roles turned round") > 0.0 && one.has_verb_of(other) && !one.is_clipped_beside(other);
    if turned || AGAINST.into_iter().any(|kind| evidence[kind] > 0.0) {
        return false;
    }
    let utterance = one_speaker && run >= RUN && shared >= 2 && share(run, shorter) >= OF_SHORTER && heavier >= HALF;
    let same =
        share(order, longer) >= NEARLY && (shared >= DEED && scene() || shared + 1 >= DEED && !foreign && copied());
    if utterance || same {
        return true;
    }
    if one.may_be_of_another_than(other) && !copied() {
        return false;
    }
    let near = one.days_from(other) <= DAYS;
    // "Returned", "fell ill when she returned": the deed of the one is only when the other's was.
    let turns = one.turns_as(other);
    let beside = strength!(evidence, "verb: stands in the other") > 0.0 && !turns;
    let moods = one.has_mood_of(other);
    let meant = shared >= LENGTH || shared >= DEED && one.names_as(other) && !one.either_dangles(other);
    let deed = likelihood >= LIKELY
        && one.has_verb_of(other)
        && moods
        && meant
        && one.share_of_lighter(other) >= OF_DEED
        && heavier >= LITTLE;
    let worded = likelihood >= LIKELIER && share(order, longer) >= MUCH;
    let most = heavier >= MOST && shared >= LENGTH && likelihood >= LIKELY && (turns || worded)
        || heavier >= ALMOST && shared >= DEED && likelihood >= LIKELIEST && !one.either_dangles(other);
    let many = shared >= MANY && heavier >= MUCH && (likelihood >= LIKELY && turns || likelihood >= LIKELIER && moods);
    let held = share(order, shorter) >= ALL && run >= RUN && shared >= DEED && heavier >= HALF;
    near && !beside && (deed || most || many || held) && scene()
}

/// How likely a pair is, and how much of the heavier and of the lighter one's words both have, that tell one figure; and the same
/// where they tell two.
const FIGURE: [f32; 3] = [0.5, 0.3, 0.45];
const FIGURES: [f32; 3] = [0.3, 0.25, 0.35];

/// Whether two reports' statements tell the same exact number of the same thing, or two of them, and nothing speaks against their
/// telling it of one event: "won an order for 179 tankers", "a contract to supply 179 tankers".
pub(super) fn tells_one_figure(
    one: &Content<'_>,
    other: &Content<'_>,
    likelihood: f32,
    evidence: &Evidence,
    scene: &dyn Fn() -> bool,
) -> bool {
    let shared = one.figures_shared_with(other);
    let many = shared.count > 1;
    let [likely, heavier, lighter] = if many { FIGURES } else { FIGURE };
    shared.digits >= TELLING
        && likelihood >= likely
        && one.words_shared(other) + shared.count >= DEED
        && one.share_of_heavier(other) >= heavier
        && one.share_of_lighter(other) >= lighter
        && (many || one.has_mood_of(other) && !one.has_other_values_than(other))
        && !one.is_timed_otherwise_than(other)
        && !one.is_denied_in(other)
        && strength!(evidence, "roles turned round") == 0.0
        && AGAINST.into_iter().all(|kind| evidence[kind] == 0.0)
        && (one.days_from(other) <= DAYS || scene())
}

/// Digits of shared figures that tell of which event they are, and so many that chance hardly gives them to two.
const TELLING: usize = 2;
const DIGITS: usize = 3;

/// Whether the figures that two statements share tell by themselves that they are of one event.
pub(super) fn are_figures_of_one(one: &Content<'_>, other: &Content<'_>) -> bool {
    let shared = one.figures_shared_with(other);
    shared.digits >= DIGITS || shared.digits >= TELLING && shared.count > 1
}

/// Whether a run of words that two texts of so many words share is one utterance, whatever stands around it.
fn is_quotation(run: usize, shorter: usize, longer: usize) -> bool {
    run >= QUOTED && share(run, shorter) >= OF_SHORTER && share(run, longer) >= OF_LONGER
}

pub(super) fn share(part: usize, whole: usize) -> f32 {
    if whole > 0 { part as f32 / whole as f32 } else { 0.0 }
}

/// Whether words in quotation marks of the one run on in the other, and each is on nobody else's word; or, where they are few,
/// on the word of one in reports of the same days.
pub(super) fn is_one_quotation(one: &Content<'_>, other: &Content<'_>, likelihood: f32) -> bool {
    let (a, b) = one.texts(other);
    let long = || {
        !one.is_on_anothers_word(other) && is_quotation(in_common(a, b).0, a.len().min(b.len()), a.len().max(b.len()))
    };
    let short = || {
        likelihood >= UTTERED
            && one.has_speaker_of(other)
            && one.days_from(other) <= SAME_DAYS
            && (one.is_quoted_from(other, FEW, OF_LONGER) || other.is_quoted_from(one, FEW, OF_LONGER))
    };
    (one.quotes() || other.quotes()) && (short() || long())
}

/// From here on a pair may stand in one claim with a third that both surely say, by so much of the lighter one's words and of the
/// heavier one's.
const JOINS: f32 = 0.6;
const OF_LIGHTER: f32 = 0.5;
const OF_HEAVIER: f32 = 0.25;

/// Whether nothing speaks against two statements standing in one claim where each surely says the same as a third.
pub(super) fn may_join(
    one: &Content<'_>,
    other: &Content<'_>,
    likelihood: f32,
    evidence: &Evidence,
    scene: &dyn Fn() -> bool,
) -> bool {
    let against = one.has_other_values_than(other)
        || one.is_timed_otherwise_than(other)
        || one.negates(other)
        || AGAINST.into_iter().any(|kind| evidence[kind] > 0.0);
    let named = one.names_as(other) && one.share_of_heavier(other) >= MUCH;
    likelihood >= JOINS
        && !against
        && one.share_of_lighter(other) >= OF_LIGHTER
        && one.share_of_heavier(other) >= OF_HEAVIER
        && one.days_from(other) <= DAYS
        && (named || scene())
}

/// The longest run of words that two texts share, and how many words both have in one order.
pub(super) fn in_common(a: &[u32], b: &[u32]) -> (usize, usize) {
    let mut longest = 0;
    let mut runs = vec![0_usize; b.len() + 1];
    let mut orders = vec![0_usize; b.len() + 1];
    for word in a {
        let (mut row, mut order) = (vec![0_usize; b.len() + 1], vec![0_usize; b.len() + 1]);
        for (at, other) in b.iter().enumerate() {
            if word == other {
                row[at + 1] = runs[at] + 1;
                longest = longest.max(row[at + 1]);
                order[at + 1] = orders[at] + 1;
            } else {
                order[at + 1] = order[at].max(orders[at + 1]);
            }
        }
        (runs, orders) = (row, order);
    }
    (longest, orders[b.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shared_in_runs_and_in_order() {
        assert_eq!(in_common(&[1, 2, 3, 9, 4], &[1, 2, 3, 4, 8]), (3, 4));
        assert_eq!(in_common(&[1, 2], &[2, 1]), (1, 1));
        assert_eq!(in_common(&[], &[2, 1]), (0, 0));
    }
}
