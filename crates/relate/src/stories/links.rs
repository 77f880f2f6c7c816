//! How likely each two statements of an area are to tell of one event or matter.

use std::ops::Range;

use super::bounds::Bounds;
use super::evidence::{Evidence, KINDS, OWN, RELEVANCE, evidence};
use super::similarity::{Shared, is_far, likelihood, likely_at};
use super::together::{Cosines, Stories};
use super::weights::WEIGHTS;
use crate::features::{Features, Space, cosine};
use crate::ground::linkage::{self, Link};

/// What each kind of evidence weighs.
pub(crate) type Weights = [f32; KINDS];

/// The weights of the table.
pub(super) fn learned() -> Weights {
    WEIGHTS.map(|(_, weight)| weight)
}

/// What two clauses share of what either shares with another clause of the other's sentence, at least, for the rest of
/// their sentences to count: the clause that is told again is the one that is most alike.
const CLAUSE: f32 = 0.75;

/// The pairs of an area that are not wholly unlike, as positions among its statements.
pub(super) struct Links {
    pub all: Vec<Link>,
    /// Those of one story once more, by their words alone.
    pub by_words: Vec<Link>,
    /// Those that share at least [`NEAR`] of their words, with the cosine of these.
    pub near: Vec<Link>,
}

/// The cosine of the words of two statements, their sentences among them, from which on they are looked at closely.
pub(crate) const NEAR: f32 = 0.2;

/// Takes up the evidence of each pair of two documents, as positions among the statements.
type Witness<'a> = &'a mut dyn FnMut(usize, usize, &Evidence);

/// The evidence of every pair of statements of two documents that stand in one area and share words, as indices into
/// [`Space::statements`].
pub(crate) fn weighed(space: &Space, take: &mut dyn FnMut(u32, u32, &Evidence)) {
    for area in &space.areas {
        for part in area.statements.chunks(linkage::DENSE) {
            let statements: Vec<&Features> = part.iter().map(|&s| &space.statements[s as usize]).collect();
            let mut witness = |i: usize, j: usize, evidence: &Evidence| take(part[i], part[j], evidence);
            links(space, &area.documents, &statements, &learned(), Some(&mut witness));
        }
    }
}

pub(super) fn links(
    space: &Space,
    documents: &[u32],
    statements: &[&Features],
    weights: &Weights,
    mut witness: Option<Witness<'_>>,
) -> Links {
    let weighs = |kind: usize| weights[kind] != 0.0 || witness.is_some();
    let (own_weighs, relevance_weighs) = (weighs(OWN), weighs(RELEVANCE));
    let stories = Stories::new(space, documents, statements, relevance_weighs);
    let bounds = Bounds::new(statements, &stories.pairs, weights);
    let mut links = Links { all: Vec::new(), by_words: Vec::new(), near: Vec::new() };
    let [mut own, mut words, mut events, mut names] = std::array::from_fn(|_| Cosines::new(statements.len()));
    let mut before: Vec<Range<usize>> = Vec::new();
    for (first, sentence) in sentences(statements) {
        let rows = rows(&mut own, first, sentence);
        let beside = beside(&rows, &before);
        before.push(first..first + sentence.len());
        for (((j, b), row), beside) in (first..).zip(sentence).zip(&rows).zip(beside) {
            words.read(j, &b.wide);
            events.read(j, &b.events);
            names.read(j, &b.names);
            for (i, a) in statements[..j].iter().enumerate() {
                let pair = stories.pair(i, j);
                if words.of[i] == 0.0 && stories.pairs[pair].sure == 0.0 {
                    continue;
                }
                if words.of[i] >= NEAR {
                    links.near.push(Link { a: i as u32, b: j as u32, score: words.of[i] });
                }
                let one_document = a.document == b.document;
                let bare = || row.get(i).copied().unwrap_or_else(|| cosine(&a.terms, &b.terms));
                // Clauses of one sentence share the rest of it: a document is compared with itself by own words alone.
                let told = if one_document { [bare(); 3] } else { [words.of[i], events.of[i], names.of[i]] };
                let beside = beside.get(i).copied().flatten();
                let (by_words, by_all) = bounds.most(i, j, pair, beside.map_or(told, |own| [own; 3]));
                let far_by_words = is_far(by_words) && witness.is_none();
                let far = one_document || is_far(by_all) && witness.is_none();
                if far_by_words && far {
                    continue;
                }
                let mut shared = Shared::told(space, a, b);
                [shared.words, shared.events, shared.names] = told;
                shared.beside = beside;
                let link = |score: f32| Link { a: i as u32, b: j as u32, score };
                let by_words = if far_by_words { None } else { likelihood(&shared) };
                links.by_words.extend(by_words.map(link));
                if one_document {
                    links.all.extend(by_words.map(link));
                }
                if far {
                    continue;
                }
                let own = if own_weighs { bare() } else { 0.0 };
                let told = (own, stories.relevance(i, j));
                let evidence = evidence(a, b, &shared, &stories.pairs[pair], told);
                if let Some(witness) = &mut witness {
                    witness(i, j, &evidence);
                }
                let odds = evidence.iter().zip(weights).map(|(e, w)| e * w).sum::<f32>();
                links.all.extend(likely_at(odds).map(link));
            }
            words.add(j, &b.wide);
            events.add(j, &b.events);
            names.add(j, &b.names);
        }
        (first..).zip(sentence).for_each(|(j, b)| own.add(j, &b.terms));
    }
    links
}

/// For each clause of the sentence that begins at `first`: the cosines of its own words with those of each statement before.
fn rows(own: &mut Cosines, first: usize, sentence: &[&Features]) -> Vec<Vec<f32>> {
    let mut row = |b: &&Features| {
        own.read(first, &b.terms);
        own.of[..first].to_vec()
    };
    sentence.iter().map(&mut row).collect()
}

/// For each clause of a sentence, given by its row, and each statement before it, which `before` puts into sentences: the
/// cosine of their own words, where another clause of either sentence is more like the other; `None` where they are the
/// clauses to compare.
fn beside(rows: &[Vec<f32>], before: &[Range<usize>]) -> Vec<Vec<Option<f32>>> {
    let greatest = |cosines: &[f32]| cosines.iter().copied().fold(0.0, f32::max);
    let mut of_ours = rows.first().cloned().unwrap_or_default();
    for row in rows.iter().skip(1) {
        of_ours.iter_mut().zip(row).for_each(|(most, &own)| *most = most.max(own));
    }
    let other_clause = |row: &Vec<f32>| {
        let mut found = vec![None; row.len()];
        for clauses in before {
            // Of two sentences of one clause each there is no other.
            if clauses.len() == 1 && rows.len() == 1 {
                continue;
            }
            let of_theirs = greatest(&row[clauses.clone()]);
            for at in clauses.clone() {
                let own = row[at];
                found[at] = (own < CLAUSE * of_ours[at].max(of_theirs)).then_some(own);
            }
        }
        found
    };
    rows.iter().map(other_clause).collect()
}

fn same_sentence(a: &Features, b: &Features) -> bool {
    (a.document, a.sentence) == (b.document, b.sentence)
}

/// The clauses of each sentence, with the index of the first.
fn sentences<'a, 'b>(statements: &'a [&'b Features]) -> impl Iterator<Item = (usize, &'a [&'b Features])> {
    let mut first = 0;
    statements.chunk_by(|a, b| same_sentence(a, b)).map(move |sentence| {
        let at = first;
        first += sentence.len();
        (at, sentence)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use model::Day;
    use proptest::prelude::*;

    use super::*;
    use crate::features::{Said, Vector, unit};

    /// Weights of each kind of sign: those that bound a pair, the others, and what speaks against.
    fn weights() -> impl Strategy<Value = Weights> {
        prop::array::uniform(prop_oneof![Just(0.0_f32), -1.0_f32..2.0]).prop_map(|mut weights: Weights| {
            weights[0] = -4.0;
            weights
        })
    }

    /// What a statement is made from.
    #[derive(Clone, Debug)]
    struct Made {
        document: u32,
        own: BTreeMap<u32, f32>,
        around: BTreeMap<u32, f32>,
        sentence: u32,
        day: Option<(i32, f32)>,
        time: Option<(i32, i32)>,
        place: Option<u32>,
        verb: Option<u32>,
        lead: f32,
        expected: bool,
        denied: bool,
    }

    prop_compose! {
        fn made()(
            document in 0..4u32,
            own in prop::collection::btree_map(0..12u32, 0.1_f32..2.0, 1..4),
            around in prop::collection::btree_map(0..12u32, 0.1_f32..1.0, 0..3),
            sentence in 0..3u32,
            day in prop::option::of((0..3i32, 0.1_f32..2.0)),
            time in prop::option::of((0..3i32, 0..3i32)),
            place in prop::option::of(0..2u32),
            (verb, lead) in (prop::option::of(0..3u32), 0.05_f32..1.0),
            (expected, denied) in (any::<bool>(), any::<bool>()),
        ) -> Made {
            Made { document, own, around, sentence, day, time, place, verb, lead, expected, denied }
        }
    }

    fn statement(made: &Made) -> Features {
        let wide: BTreeMap<u32, f32> =
            made.around.iter().chain(&made.own).map(|(&term, &weight)| (term, weight)).collect();
        let of = |kind: u32| unit(wide.iter().filter(|(term, _)| **term % 3 == kind).map(|(&t, &w)| (t, w)).collect());
        let day = made.day.map(|(day, rarity)| (Day(day * 9), rarity));
        Features {
            document: made.document,
            events: of(1),
            names: of(2),
            wide: unit(wide.iter().map(|(&t, &w)| (t, w)).collect()),
            terms: unit(made.own.iter().map(|(&t, &w)| (t, w)).collect()),
            sentence: made.sentence,
            days: day.map(|(day, _)| (day, day)),
            day,
            places: made.place.into_iter().collect(),
            time: made.time.map(|(day, length)| (Day(day * 9), Day(day * 9 + length * 4))),
            speakers: Vec::new(),
            expected: made.expected,
            denied: made.denied,
            said: Said { verb: made.verb, ..Said::default() },
            denies: None,
            lead: made.lead,
        }
    }

    proptest! {
        #[test]
        fn what_is_passed_over_as_too_unlike_has_no_link(
            mut made in prop::collection::vec(made(), 2..24),
            days in prop::array::uniform4(prop::option::of(0..30i32)),
            support in prop::array::uniform4(prop_oneof![Just(0.0_f32), 0.0_f32..1.0]),
            weights in weights(),
        ) {
            made.sort_by_key(|statement| (statement.document, statement.sentence));
            let statements: Vec<Features> = made.iter().map(statement).collect();
            let about = |document: u32| {
                let of = statements.iter().filter(|s| s.document == document).flat_map(|s| s.terms.iter().copied());
                unit(of.collect::<BTreeMap<_, _>>().into_iter().collect())
            };
            let documents: Vec<Vector> = (0..4).map(about).collect();
            let published = days.iter().map(|day| day.map(|day| (Day(day), Day(day)))).collect();
            let space = Space {
                statements, documents, support: support.to_vec(), published, areas: Vec::new(), neighbours: Vec::new(),
            };
            let of: Vec<&Features> = space.statements.iter().collect();
            let quick = links(&space, &[0, 1, 2, 3], &of, &weights, None);
            // Whoever asks for all evidence has every pair looked at.
            let whole = links(&space, &[0, 1, 2, 3], &of, &weights, Some(&mut |_, _, _| ()));
            prop_assert_eq!(quick.all, whole.all);
            prop_assert_eq!(quick.by_words, whole.by_words);
            prop_assert_eq!(quick.near, whole.near);
        }
    }
}
