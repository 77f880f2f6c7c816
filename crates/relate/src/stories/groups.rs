//! Which statements say the same thing.
//!
//! Within an area each statement is compared with each; pairs that share next to nothing count as unlike.

use super::evidence::{Documents, Evidence, KINDS, evidence, profiles};
use super::similarity::{Shared, likelihood, likely_at};
use super::weights::WEIGHTS;
use model::cores::{Cores, map};

use crate::features::{Area, Features, Space, Term, Vector, cosine};
use crate::ground::linkage::{self, Link};
use crate::ground::maps::Map;

/// The least average likelihood within a claim.
const THRESHOLD: f32 = 0.4;

/// What came of comparing the statements of each area, as indices into [`Space::statements`].
pub(crate) struct Compared {
    /// The statements of each story; each rising, and in order of their first.
    pub groups: Vec<Vec<u32>>,
    /// The pairs that share words enough to be looked at closely, with the cosine of their words and sentences.
    pub near: Vec<Link>,
}

/// What each kind of evidence weighs.
pub(crate) type Weights = [f32; KINDS];

/// Puts the statements together that tell of one event or matter.
pub(crate) fn compared(cores: &dyn Cores, space: &Space) -> Compared {
    compared_by(cores, space, &learned())
}

/// The weights of the table.
fn learned() -> Weights {
    WEIGHTS.map(|(_, weight)| weight)
}

/// The same by other weights.
pub(crate) fn compared_by(cores: &dyn Cores, space: &Space, weights: &Weights) -> Compared {
    // Only a single document has more, and what a book says twice is not what is looked for.
    let parts: Vec<(&Area, &[u32])> = space
        .areas
        .iter()
        .flat_map(|area| area.statements.chunks(linkage::DENSE).map(move |part| (area, part)))
        .collect();
    let made = map(cores, parts.len(), |at| grouped(space, &parts[at].0.documents, parts[at].1, weights));
    let mut compared = Compared { groups: Vec::new(), near: Vec::new() };
    for Compared { groups, near } in made {
        compared.groups.extend(groups);
        compared.near.extend(near);
    }
    compared.groups.sort_unstable();
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

/// The groups among some statements of an area, and its near pairs.
fn grouped(space: &Space, documents: &[u32], indices: &[u32], weights: &Weights) -> Compared {
    let statements: Vec<&Features> = indices.iter().map(|&s| &space.statements[s as usize]).collect();
    let Links { all, by_words, near } = links(space, documents, &statements, weights, None);
    let near = near
        .into_iter()
        .map(|link| Link { a: indices[link.a as usize], b: indices[link.b as usize], ..link })
        .collect();
    let mut found = Vec::new();
    let mut apart = Vec::new();
    for group in linkage::groups(statements.len(), &all, THRESHOLD) {
        let (core, rest) = core(&statements, group);
        found.push(core);
        apart.extend(rest);
    }
    found.extend(regrouped(&mut apart, &by_words));
    found.retain(|group| !group.is_empty());
    found.iter_mut().flatten().for_each(|at| *at = indices[*at as usize]);
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
    let stories = Stories::new(space, documents, statements);
    let mut links = Links { all: Vec::new(), by_words: Vec::new(), near: Vec::new() };
    let [mut own, mut bare, mut words, mut events, mut names] = std::array::from_fn(|_| Cosines::new(statements.len()));
    for (first, sentence) in sentences(statements) {
        let beside = beside(&mut own, statements, first, sentence);
        for ((j, b), beside) in (first..).zip(sentence).zip(beside) {
            bare.read(j, &b.terms);
            words.read(j, &b.wide);
            events.read(j, &b.events);
            names.read(j, &b.names);
            for (i, a) in statements[..j].iter().enumerate() {
                let sure = stories.sure(i, j);
                if words.of[i] == 0.0 && sure == 0.0 {
                    continue;
                }
                if words.of[i] >= NEAR {
                    links.near.push(Link { a: i as u32, b: j as u32, score: words.of[i] });
                }
                let mut shared = Shared::told(space, a, b);
                // Clauses of one sentence share the rest of it: a document is compared with itself by own words alone.
                (shared.words, shared.events, shared.names) = if a.document == b.document {
                    let own = cosine(&a.terms, &b.terms);
                    (own, own, own)
                } else {
                    (words.of[i], events.of[i], names.of[i])
                };
                shared.beside = beside.get(i).copied().flatten();
                let link = |score: f32| Link { a: i as u32, b: j as u32, score };
                let by_words = likelihood(&shared);
                links.by_words.extend(by_words.map(link));
                if a.document == b.document {
                    links.all.extend(by_words.map(link));
                    continue;
                }
                let told = (bare.of[i], stories.relevance(i, j));
                let evidence = evidence(a, b, &shared, stories.documents(i, j), told);
                if let Some(witness) = &mut witness {
                    witness(i, j, &evidence);
                }
                let odds = evidence.iter().zip(weights).map(|(e, w)| e * w).sum::<f32>();
                links.all.extend(likely_at(odds).map(link));
            }
            bare.add(j, &b.terms);
            words.add(j, &b.wide);
            events.add(j, &b.events);
            names.add(j, &b.names);
        }
        (first..).zip(sentence).for_each(|(j, b)| own.add(j, &b.terms));
    }
    links
}

/// For each clause of the sentence that begins at `first`, and each statement before it: the cosine of their own words,
/// where another clause of either sentence is more like the other; `None` where they are the clauses to compare.
fn beside(own: &mut Cosines, statements: &[&Features], first: usize, sentence: &[&Features]) -> Vec<Vec<Option<f32>>> {
    let mut shared = |b: &&Features| {
        own.read(first, &b.terms);
        own.of[..first].to_vec()
    };
    let rows: Vec<Vec<f32>> = sentence.iter().map(&mut shared).collect();
    let greatest = |cosines: &mut dyn Iterator<Item = f32>| cosines.fold(0.0, f32::max);
    let of_ours: Vec<f32> = (0..first).map(|i| greatest(&mut rows.iter().map(|row| row[i]))).collect();
    let other_clause = |row: &Vec<f32>| {
        let of_theirs = sentences(&statements[..first]).flat_map(|(at, clauses)| {
            let range = at..at + clauses.len();
            std::iter::repeat_n(greatest(&mut row[range.clone()].iter().copied()), range.len())
        });
        let most = of_ours.iter().zip(of_theirs).map(|(ours, theirs)| ours.max(theirs));
        row.iter().zip(most).map(|(&own, most)| (own < CLAUSE * most).then_some(own)).collect()
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
    /// Of each statement with each document: the cosine of its words and what the document is about.
    relevances: Vec<f32>,
}

impl Stories {
    fn new(space: &Space, documents: &[u32], statements: &[&Features]) -> Self {
        let count = documents.len();
        let at = statements.iter().map(|s| documents.partition_point(|&d| d < s.document) as u32).collect();
        let profiles = profiles(documents, statements);
        let all: Vec<_> = documents.iter().copied().zip(&profiles).collect();
        let pairs = all.iter().flat_map(|&a| all.iter().map(move |&b| Documents::new(space, a, b))).collect();
        let mut of_documents = Cosines::new(count);
        documents.iter().enumerate().for_each(|(at, &d)| of_documents.add(at, &space.documents[d as usize]));
        let mut relevances = Vec::with_capacity(statements.len() * count);
        for statement in statements {
            of_documents.read(count, &statement.wide);
            relevances.extend_from_slice(&of_documents.of);
        }
        Self { count, at, pairs, relevances }
    }

    /// How the documents of two statements stand to each other.
    fn documents(&self, i: usize, j: usize) -> &Documents {
        &self.pairs[self.at[i] as usize * self.count + self.at[j] as usize]
    }

    /// How sure it is that two statements stand in one story.
    fn sure(&self, i: usize, j: usize) -> f32 {
        self.documents(i, j).sure
    }

    /// How far each of two statements is about what the other's document is about.
    fn relevance(&self, i: usize, j: usize) -> f32 {
        let (x, y) = (self.at[i] as usize, self.at[j] as usize);
        (self.relevances[i * self.count + y] * self.relevances[j * self.count + x]).sqrt()
    }
}
