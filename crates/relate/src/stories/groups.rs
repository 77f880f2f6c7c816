//! Which statements say the same thing.
//!
//! Within an area each statement is compared with each; pairs that share next to nothing count as unlike.

use std::ops::Range;

use super::bounds::Bounds;
use super::evidence::{Documents, Evidence, KINDS, OWN, RELEVANCE, evidence, profiles};
use super::similarity::{Shared, is_far, likelihood, likely_at};
use super::weights::WEIGHTS;
use model::cores::{Cores, map};

use crate::features::{Area, Features, Space, Term, Vector, cosine};
use crate::ground::linkage::{self, Link};
use crate::ground::maps::Map;

/// The least average likelihood within a claim.
const THRESHOLD: f32 = 0.4;

/// What came of comparing the statements of each area, as indices into [`Space::statements`].
#[derive(Debug, PartialEq)]
pub(crate) struct Compared {
    /// The statements of each story; each rising, and in order of their first.
    pub groups: Vec<Vec<u32>>,
    /// The pairs that share words enough to be looked at closely, with the cosine of their words and sentences.
    pub near: Vec<Link>,
}

/// What each kind of evidence weighs.
pub(crate) type Weights = [f32; KINDS];

/// Compares some statements of an area (documents and statements as indices, rising) with each other; the result counts
/// these from 0.
pub(crate) type Compare<'a> = dyn Fn(&Space, &[u32], &[u32]) -> Compared + Sync + 'a;

/// Compares by the weights of the table.
pub(crate) fn anew(space: &Space, documents: &[u32], indices: &[u32]) -> Compared {
    grouped(space, documents, indices, &learned())
}

/// The weights of the table.
fn learned() -> Weights {
    WEIGHTS.map(|(_, weight)| weight)
}

/// Puts the statements together that tell of one event or matter, by other weights than those of the table.
pub(crate) fn compared_by(cores: &dyn Cores, space: &Space, weights: &Weights) -> Compared {
    compared(cores, space, &|space, documents, indices| grouped(space, documents, indices, weights))
}

/// Puts the statements together that tell of one event or matter.
pub(crate) fn compared(cores: &dyn Cores, space: &Space, compare: &Compare<'_>) -> Compared {
    // Only a single document has more, and what a book says twice is not what is looked for.
    let parts: Vec<(&Area, &[u32])> = space
        .areas
        .iter()
        .flat_map(|area| area.statements.chunks(linkage::DENSE).map(move |part| (area, part)))
        .collect();
    let made = map(cores, parts.len(), |at| compare(space, &parts[at].0.documents, parts[at].1));
    let mut compared = Compared { groups: Vec::new(), near: Vec::new() };
    for ((_, indices), Compared { mut groups, near }) in parts.into_iter().zip(made) {
        groups.iter_mut().flatten().for_each(|at| *at = indices[*at as usize]);
        compared.groups.extend(groups);
        let near = near.into_iter();
        compared.near.extend(near.map(|link| Link {
            a: indices[link.a as usize],
            b: indices[link.b as usize],
            ..link
        }));
    }
    model::order::sort(&mut compared.groups);
    compared
}

/// The pairs of an area that are at least as likely as `least` to say the same, as indices into [`Space::statements`].
pub(crate) fn likely(space: &Space, area: &Area, least: f32) -> Vec<Link> {
    let mut found = Vec::new();
    for part in area.statements.chunks(linkage::DENSE) {
        let statements: Vec<&Features> = part.iter().map(|&s| &space.statements[s as usize]).collect();
        let likely = links(space, &area.documents, &statements, &learned(), None)
            .all
            .into_iter()
            .filter(|link| link.score >= least);
        found.extend(likely.map(|link| Link { a: part[link.a as usize], b: part[link.b as usize], ..link }));
    }
    found
}

/// The groups among some statements of an area, and its near pairs, as positions among these statements.
fn grouped(space: &Space, documents: &[u32], indices: &[u32], weights: &Weights) -> Compared {
    let statements: Vec<&Features> = indices.iter().map(|&s| &space.statements[s as usize]).collect();
    let Links { all, by_words, near } = links(space, documents, &statements, weights, None);
    let mut found = Vec::new();
    let mut apart = Vec::new();
    for group in linkage::groups(statements.len(), &all, THRESHOLD) {
        let (core, rest) = core(&statements, group);
        found.push(core);
        apart.extend(rest);
    }
    found.extend(regrouped(&mut apart, &by_words));
    found.retain(|group| !group.is_empty());
    Compared { groups: found, near }
}

/// A group of fewer statements is what it is.
const LARGE: usize = 4;

/// What a statement of a large group shares with a quarter of the others at least: the cosine of plain words.
const CORE: f32 = 0.12;

/// The statements of a group that share words with a quarter of it, and the rest. At the top of the reports of one story
/// all is alike that stands there; what is said beside the main event is no part of it.
fn core(statements: &[&Features], group: Vec<u32>) -> (Vec<u32>, Vec<u32>) {
    if group.len() < LARGE {
        return (group, Vec::new());
    }
    let near = |at: u32| {
        let own = statements[at as usize];
        let mut shared: Vec<f32> = group
            .iter()
            .map(|&other| statements[other as usize])
            .map(|other| if other.document == own.document { 0.0 } else { cosine(&own.plain, &other.plain) })
            .collect();
        let quarter = group.len().div_ceil(4).saturating_sub(1);
        shared.select_nth_unstable_by(quarter, |a, b| b.total_cmp(a));
        shared[quarter] >= CORE
    };
    let (core, rest): (Vec<u32>, Vec<u32>) = group.iter().partition(|&&at| near(at));
    if core.len() < 2 { (Vec::new(), group) } else { (core, rest) }
}

/// What fell out of its group, grouped by words alone. `apart` becomes sorted.
fn regrouped(apart: &mut [u32], by_words: &[Link]) -> Vec<Vec<u32>> {
    apart.sort_unstable();
    let at = |index: u32| apart.binary_search(&index).ok().map(|at| at as u32);
    let links: Vec<Link> =
        by_words.iter().filter_map(|link| Some(Link { a: at(link.a)?, b: at(link.b)?, score: link.score })).collect();
    let groups = linkage::groups(apart.len(), &links, THRESHOLD);
    groups.into_iter().map(|group| group.into_iter().map(|i| apart[i as usize]).collect()).collect()
}

/// What two clauses share of what either shares with another clause of the other's sentence, at least, for the rest of
/// their sentences to count: the clause that is told again is the one that is most alike.
const CLAUSE: f32 = 0.75;

/// The pairs of an area that are not wholly unlike, as positions among its statements.
struct Links {
    all: Vec<Link>,
    /// Those of one story once more, by their words alone.
    by_words: Vec<Link>,
    /// Those that share at least [`NEAR`] of their words, with the cosine of these.
    near: Vec<Link>,
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

fn links(
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

/// The cosines of one statement with those before it, summed up over the terms that it has.
struct Cosines {
    postings: Map<Term, Vec<(u32, f32)>>,
    of: Vec<f32>,
}

impl Cosines {
    fn new(count: usize) -> Self {
        Self { postings: Map::default(), of: vec![0.0; count] }
    }

    /// Compares a vector with those that were added, `count` of them.
    fn read(&mut self, count: usize, vector: &Vector) {
        self.of[..count].fill(0.0);
        for (term, weight) in vector {
            for &(at, theirs) in self.postings.get(term).into_iter().flatten() {
                self.of[at as usize] += weight * theirs;
            }
        }
    }

    fn add(&mut self, at: usize, vector: &Vector) {
        for &(term, weight) in vector {
            self.postings.entry(term).or_default().push((at as u32, weight));
        }
    }
}

/// How the documents of an area, and its statements, stand to each other.
struct Stories {
    /// How many documents the area has.
    count: usize,
    /// The place of each statement's document in the area.
    at: Vec<u32>,
    /// Of each document with each.
    pairs: Vec<Documents>,
    /// Of each statement with each document: the cosine of its words and what the document is about; none where that weighs
    /// nothing.
    relevances: Vec<f32>,
}

impl Stories {
    fn new(space: &Space, documents: &[u32], statements: &[&Features], relevant: bool) -> Self {
        let count = documents.len();
        let at = statements.iter().map(|s| documents.partition_point(|&d| d < s.document) as u32).collect();
        let profiles = profiles(documents, statements);
        let all: Vec<_> = documents.iter().copied().zip(&profiles).collect();
        let pairs = all.iter().flat_map(|&a| all.iter().map(move |&b| Documents::new(space, a, b))).collect();
        let mut relevances = Vec::new();
        if relevant {
            let mut of_documents = Cosines::new(count);
            documents.iter().enumerate().for_each(|(at, &d)| of_documents.add(at, &space.documents[d as usize]));
            for statement in statements {
                of_documents.read(count, &statement.wide);
                relevances.extend_from_slice(&of_documents.of);
            }
        }
        Self { count, at, pairs, relevances }
    }

    /// The place of the documents of two statements among the pairs.
    fn pair(&self, i: usize, j: usize) -> usize {
        self.at[i] as usize * self.count + self.at[j] as usize
    }

    /// How far each of two statements is about what the other's document is about; 0 where that weighs nothing.
    fn relevance(&self, i: usize, j: usize) -> f32 {
        let (x, y) = (self.at[i] as usize, self.at[j] as usize);
        let of = |statement: usize, document: usize| self.relevances.get(statement * self.count + document);
        of(i, y).zip(of(j, x)).map_or(0.0, |(a, b)| (a * b).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use model::Day;
    use proptest::prelude::*;

    use super::*;
    use crate::features::{Said, unit};

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
            plain: unit(made.own.keys().map(|&term| (term, 1.0)).collect()),
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
