//! How likely two statements are to say the same thing.

use crate::features::{Features, Space, cosine};

/// What two statements share.
pub(crate) struct Shared {
    /// Cosine of all their words, those of their sentences among them.
    pub words: f32,
    /// Cosine of the words for kinds of events.
    pub events: f32,
    /// Cosine of the names.
    pub names: f32,
    /// Whether both look ahead.
    pub ahead: bool,
    /// Whether both say that something is not so.
    pub denied: bool,
    /// Where another clause of either sentence is more like the other statement: the cosine of their own words.
    pub beside: Option<f32>,
    /// Where one document says both, how far it stands alone, from 0 to 1.
    pub alone: f32,
    /// Where both name one day: how rare it is.
    pub day: f32,
    /// Whether both give a time, not both a day, that can be one.
    pub time: bool,
    /// Whether one document has them from different people.
    pub speakers: bool,
    /// How far they tell of two events, from 0 to 1: they have it happen on days that lie well apart, and in two places.
    pub apart: f32,
    /// Where reports tell one story: how the statements stand in it.
    pub story: Option<Story>,
}

impl Shared {
    /// What two statements share but for their words, and for the story that they stand in.
    pub(crate) fn told(space: &Space, a: &Features, b: &Features) -> Self {
        Self {
            words: 0.0,
            events: 0.0,
            names: 0.0,
            ahead: a.expected && b.expected,
            denied: a.denied && b.denied,
            beside: None,
            alone: space.alone(a, b),
            day: same_day(a, b),
            time: same_time(a, b),
            speakers: other_speakers(a, b),
            apart: apart(a, b),
            story: None,
        }
    }
}

/// How two statements stand in a story that their documents tell.
pub(crate) struct Story {
    /// How sure it is that they tell one, from 0 to 1.
    pub sure: f32,
    /// How far both stand at the top of their reports, from 0 to 1.
    pub top: f32,
    /// Cosine of what their documents are about.
    pub context: f32,
    /// How far each is about what the other's document is about: the geometric mean of two cosines.
    pub relevance: f32,
}

/// Weights of the two ways in which statements are found to say the same.
struct Weights {
    /// By their words: bias, words, events, names, both ahead.
    words: [f32; 5],
    /// Within a story: bias, words, their root, events, names, both ahead, context at the top, root of the words at the
    /// top, relevance.
    story: [f32; 9],
}

/// Logistic regressions, rounded. docs/relations.md tells how they were found.
const WEIGHTS: Weights =
    Weights { words: [-3.5, 7.5, 1.0, 1.0, 1.3], story: [-3.7, -2.0, 7.2, 0.9, 1.0, 1.0, 7.8, -4.1, 2.0] };

/// What it counts by their words that both say that something is not so.
const DENIED: f32 = 0.7;

/// What it counts by their words that both name one day, times how rare that day is.
const DAY: f32 = 1.2;

/// What it counts by their words that both give a time that can be one: "early this year", "in March".
const TIME: f32 = 0.3;

/// What it counts against two statements of one document that different people make them: who agrees with somebody is
/// told to.
const OTHER_SPEAKERS: f32 = 1.0;

/// What it counts against two statements that they have it happen more than [`APART`] days apart, and elsewhere.
const APART_WEIGHT: f32 = 5.0;

/// Days by which reports of one event may be at odds.
const APART: i32 = 3;

/// What it counts against two statements that a document which stands alone says both: nobody says a thing twice.
const ALONE: f32 = 1.0;

/// From 0 to 1.
pub(crate) fn similarity(space: &Space, a: &Features, b: &Features) -> f32 {
    let sure = space.story(a.document, b.document);
    let (ours, theirs) = (&space.documents[a.document as usize], &space.documents[b.document as usize]);
    let story = || Story {
        sure,
        top: top(a, b, sure),
        context: cosine(ours, theirs),
        relevance: (cosine(&a.wide, theirs) * cosine(&b.wide, ours)).sqrt(),
    };
    logistic(log_odds(&Shared {
        words: cosine(&a.wide, &b.wide),
        events: cosine(&a.events, &b.events),
        names: cosine(&a.names, &b.names),
        story: (sure > 0.0).then(story),
        ..Shared::told(space, a, b)
    }))
}

/// How far both stand at the top of reports of a story, of which it is `sure` that it is one.
pub(crate) fn top(a: &Features, b: &Features, sure: f32) -> f32 {
    (a.lead * b.lead).sqrt() * sure
}

/// Pairs that are less likely are not worth keeping.
const UNLIKE: f32 = 0.05;

/// The logarithm of the odds of [`UNLIKE`], rounded down: most pairs lie below, and need no exponential to tell.
const FAR: f32 = -2.95;

/// What rounding can take from a sum of evidence, and more.
const SLACK: f32 = 0.01;

/// Whether a pair whose logarithm of odds is at most `most` is next to never likely: [`likely_at`] has nothing for it.
pub(super) fn is_far(most: f32) -> bool {
    most < FAR - SLACK
}

/// The most that the logarithm of odds can be by words alone: of the cosines of words, of those for events and of names, how
/// rare a day is that may be one, and whether both look ahead, say not, and give a time.
pub(super) fn most_by_words([words, events, names]: [f32; 3], day: f32, [ahead, denied, time]: [bool; 3]) -> f32 {
    let [bias, w, e, n, a] = WEIGHTS.words;
    let flag = |holds: bool, weight: f32| if holds { weight } else { 0.0 };
    bias + w * words + e * events + n * names + DAY * day + flag(ahead, a) + flag(denied, DENIED) + flag(time, TIME)
}

/// How likely it is, from 0 to 1; `None` where that is next to nothing.
pub(crate) fn likelihood(shared: &Shared) -> Option<f32> {
    likely_at(log_odds(shared))
}

/// The likelihood at the logarithm of odds; `None` where that is next to nothing.
pub(super) fn likely_at(log_odds: f32) -> Option<f32> {
    if log_odds < FAR { None } else { Some(logistic(log_odds)).filter(|&likelihood| likelihood > UNLIKE) }
}

/// Of the likelier of two reasons: they share what they say, or they tell the same of one story.
fn log_odds(shared: &Shared) -> f32 {
    let &Shared { words, events, names, .. } = shared;
    let [ahead, denied, time, speakers] =
        [shared.ahead, shared.denied, shared.time, shared.speakers].map(|holds| f32::from(u8::from(holds)));
    let [bias, w, e, n, a] = WEIGHTS.words;
    let by_words = bias
        + shared.beside.map_or(w * words + e * events + n * names, |own| (w + e + n) * own)
        + a * ahead
        + DENIED * denied
        + DAY * shared.day
        + TIME * time
        - ALONE * shared.alone
        - OTHER_SPEAKERS * speakers
        - APART_WEIGHT * shared.apart;
    let by_story = shared.story.as_ref().map(|story| {
        let [bias, w, root, e, n, a, context, top, relevance] = WEIGHTS.story;
        let (same, told) = (words.sqrt(), story.context.sqrt());
        let in_story = bias
            + w * words
            + root * same
            + e * events
            + n * names
            + a * ahead
            + (context * told + top * same) * story.top
            + relevance * story.relevance
            - APART_WEIGHT * shared.apart;
        by_words + (in_story - by_words) * story.sure.powi(2)
    });
    by_story.map_or(by_words, |by_story| by_story.max(by_words))
}

fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// How rare the day is that statements of two documents both name; 0 where they do not.
fn same_day(a: &Features, b: &Features) -> f32 {
    match (a.day, b.day) {
        (Some((x, rarity)), Some((y, _))) if x == y && a.document != b.document => rarity,
        _ => 0.0,
    }
}

/// Whether statements of two documents give times that can be one, where [`same_day`] does not tell.
fn same_time(a: &Features, b: &Features) -> bool {
    let days = a.day.is_some() && b.day.is_some();
    let meet = || a.time.zip(b.time).is_some_and(|((a, a_end), (b, b_end))| a <= b_end && b <= a_end);
    a.document != b.document && !days && meet()
}

/// Whether one document has two statements on the word of different people.
fn other_speakers(a: &Features, b: &Features) -> bool {
    let named = a.document == b.document && !a.speakers.is_empty() && !b.speakers.is_empty();
    named && a.speakers.iter().all(|speaker| !b.speakers.contains(speaker))
}

/// Half where two statements have it happen on days so far apart that they hardly mean one event; 1 where they put it in
/// two places besides.
fn apart(a: &Features, b: &Features) -> f32 {
    let days = a.days.zip(b.days);
    if !days.is_some_and(|((a, a_end), (b, b_end))| b.0 - a_end.0 > APART || a.0 - b_end.0 > APART) {
        return 0.0;
    }
    let elsewhere =
        !a.places.is_empty() && !b.places.is_empty() && a.places.iter().all(|p| b.places.binary_search(p).is_err());
    if elsewhere { 1.0 } else { 0.5 }
}
