//! What speaks for and against two statements of two documents telling of one event or matter.

use std::collections::BTreeMap;

use super::similarity::Shared;
use crate::features::{Features, Space, Vector, cosine, unit};

/// How many kinds of evidence there are.
pub(crate) const KINDS: usize = 31;

/// What each kind is called, and whether it may speak for (1) or against (-1) one event, or either way (0).
pub(crate) const KINDS_OF_EVIDENCE: [(&str, i8); KINDS] = [
    ("bias", 0),
    ("words", 1),
    ("words, root", 1),
    ("own words", 1),
    ("words for events", 1),
    ("names", 1),
    ("verb: the same", 1),
    ("verb: another", -1),
    ("both look ahead", 1),
    ("one looks ahead", -1),
    ("both say not", 1),
    ("one day, by how rare it is", 1),
    ("one time", 1),
    ("other days", -1),
    ("other days and other places", -1),
    ("places: shared", 1),
    ("places: each has others", -1),
    ("at the top", 0),
    ("at the top: words, root", 1),
    ("at the top: documents", 1),
    ("about the other's document", 1),
    ("documents: words", 1),
    ("documents: names", 1),
    ("documents: names at the top", 1),
    ("documents: other names at the top", -1),
    ("documents: numbers", 1),
    ("documents: other places", -1),
    ("documents: days between them", -1),
    ("documents: more than two weeks apart", -1),
    ("documents: more than half a year apart", -1),
    ("documents: others tell it too", 0),
];

/// In the order of [`KINDS_OF_EVIDENCE`].
pub(crate) type Evidence = [f32; KINDS];

/// Where in it what bounds a pair of statements stands, and from where on it is told of their documents alone.
pub(super) const WORDS: usize = 1;
pub(super) const ROOT: usize = 2;
pub(super) const OWN: usize = 3;
pub(super) const EVENTS: usize = 4;
pub(super) const NAMES: usize = 5;
pub(super) const SAME_VERB: usize = 6;
pub(super) const DENIED: usize = 10;
pub(super) const DAY: usize = 11;
pub(super) const TIME: usize = 12;
pub(super) const AT_TOP: usize = 17;
pub(super) const TOP_WORDS: usize = 18;
pub(super) const TOP_DOCUMENTS: usize = 19;
pub(super) const RELEVANCE: usize = 20;
const OF_DOCUMENTS: usize = 21;

/// Of weights those that bound a pair of statements, 0 where they are below; and the sum of those of further evidence that
/// is told of statements and is never more than 1.
pub(super) fn greatest(weights: &Evidence) -> (Evidence, f32) {
    const BOUNDED: [usize; 11] =
        [WORDS, ROOT, EVENTS, NAMES, SAME_VERB, DENIED, DAY, TIME, AT_TOP, TOP_WORDS, TOP_DOCUMENTS];
    let least = weights.map(|weight| weight.max(0.0));
    let rest = (WORDS..OF_DOCUMENTS).filter(|kind| !BOUNDED.contains(kind)).map(|kind| least[kind]).sum();
    (least, rest)
}

/// What a document names and counts, each weighed by how few documents of its area have it.
#[derive(Default)]
pub(super) struct Profile {
    names: Vector,
    top: Vector,
    places: Vector,
    numbers: Vector,
}

/// Days after which reports hardly tell one event, and after which they tell it as what was.
const WEEKS: i32 = 14;
const MONTHS: i32 = 183;

/// How two documents stand to each other.
#[derive(Clone, Copy, Default)]
pub(super) struct Documents {
    /// Cosine of what they are about.
    pub context: f32,
    names: f32,
    top: f32,
    other_top: f32,
    numbers: f32,
    other_places: f32,
    /// Days between their publication; 0 where that is not known.
    days: i32,
    /// How sure it is that they and others tell one story.
    pub sure: f32,
}

/// The profiles of the documents of an area, from its statements.
pub(super) fn profiles(documents: &[u32], statements: &[&Features]) -> Vec<Profile> {
    let mut kinds: [Vec<BTreeMap<u64, f32>>; 4] = std::array::from_fn(|_| vec![BTreeMap::new(); documents.len()]);
    for statement in statements {
        let at = documents.partition_point(|&document| document < statement.document);
        let mut add = |kind: usize, key: u64, weight: f32| {
            let kept = kinds[kind][at].entry(key).or_insert(0.0);
            *kept = kept.max(weight);
        };
        for &(name, _) in &statement.names {
            add(0, u64::from(name), 1.0);
            if statement.lead >= TOP {
                add(1, u64::from(name), statement.lead);
            }
        }
        statement.places.iter().for_each(|&place| add(2, u64::from(place), 1.0));
        for number in &statement.said.numbers {
            if number.low == number.high {
                add(3, number.low.to_bits() ^ number.unit.rotate_left(17), 1.0);
            }
        }
    }
    let vectors = kinds.map(|found| rare(&found));
    let [names, top, places, numbers] = vectors;
    let all = names.into_iter().zip(top).zip(places).zip(numbers);
    all.map(|(((names, top), places), numbers)| Profile { names, top, places, numbers }).collect()
}

/// Statements from this lead on stand at the top of their document: its title and the first three sentences.
const TOP: f32 = 0.6;

/// Vectors weighed by how few documents have each key.
fn rare(found: &[BTreeMap<u64, f32>]) -> Vec<Vector> {
    let mut counts: BTreeMap<u64, (u32, f32)> = BTreeMap::new();
    for key in found.iter().flat_map(|keys| keys.keys()) {
        let next = counts.len() as u32;
        counts.entry(*key).or_insert((next, 0.0)).1 += 1.0;
    }
    let all = found.len() as f32 + 1.0;
    let weigh = |(key, weight): (&u64, &f32)| {
        let (index, count) = counts[key];
        (index, weight * (all / (count + 0.5)).ln().max(0.05))
    };
    found.iter().map(|keys| unit(keys.iter().map(weigh).collect())).collect()
}

impl Documents {
    /// Two documents by their indices, with the profiles that they have.
    pub(super) fn new(space: &Space, (a, own): (u32, &Profile), (b, other): (u32, &Profile)) -> Self {
        let published = space.published[a as usize].zip(space.published[b as usize]);
        let days = published.map_or(0, |(a, b)| (b.0.0 - a.1.0).max(a.0.0 - b.1.0).max(0));
        let elsewhere = |a: &Vector, b: &Vector| if a.is_empty() || b.is_empty() { 0.0 } else { 1.0 - cosine(a, b) };
        Self {
            context: cosine(&space.documents[a as usize], &space.documents[b as usize]),
            names: cosine(&own.names, &other.names),
            top: cosine(&own.top, &other.top),
            other_top: elsewhere(&own.top, &other.top),
            numbers: cosine(&own.numbers, &other.numbers),
            other_places: elsewhere(&own.places, &other.places),
            days,
            sure: space.story(a, b),
        }
    }

    /// The evidence that hangs on the documents alone, in the order of [`KINDS_OF_EVIDENCE`] behind that of statements.
    fn evidence(&self) -> [f32; KINDS - OF_DOCUMENTS] {
        [
            self.context.sqrt(),
            self.names,
            self.top,
            self.other_top,
            self.numbers,
            self.other_places,
            (1.0 + self.days as f32).ln(),
            holds(self.days > WEEKS),
            holds(self.days > MONTHS),
            self.sure,
        ]
    }

    /// What it comes to with the bias.
    pub(super) fn weighed(&self, weights: &Evidence) -> f32 {
        weights[0] + self.evidence().iter().zip(&weights[OF_DOCUMENTS..]).map(|(e, w)| e * w).sum::<f32>()
    }
}

fn holds(fact: bool) -> f32 {
    f32::from(u8::from(fact))
}

/// The evidence of two statements of two documents; `relevance` is how far each is about what the other's document is
/// about, and `own` the cosine of their own words.
pub(super) fn evidence(
    a: &Features,
    b: &Features,
    shared: &Shared,
    documents: &Documents,
    (own, relevance): (f32, f32),
) -> Evidence {
    let (words, events, names) =
        shared.beside.map_or((shared.words, shared.events, shared.names), |own| (own, own, own));
    let verbs = a.said.verb.zip(b.said.verb);
    let top = (a.lead * b.lead).sqrt();
    let places = !a.places.is_empty() && !b.places.is_empty();
    let one_place = places && a.places.iter().any(|place| b.places.binary_search(place).is_ok());
    let [context, named, named_top, other_top, numbers, other_places, days, weeks, months, sure] = documents.evidence();
    [
        1.0,
        words,
        words.sqrt(),
        own,
        events,
        names,
        holds(verbs.is_some_and(|(a, b)| a == b)),
        holds(verbs.is_some_and(|(a, b)| a != b)),
        holds(shared.ahead),
        holds(a.expected != b.expected),
        holds(shared.denied),
        shared.day,
        holds(shared.time),
        holds(shared.apart > 0.0),
        holds(shared.apart >= 1.0),
        holds(one_place),
        holds(places && !one_place),
        top,
        top * words.sqrt(),
        top * documents.context,
        relevance,
        context,
        named,
        named_top,
        other_top,
        numbers,
        other_places,
        days,
        weeks,
        months,
        sure,
    ]
}
