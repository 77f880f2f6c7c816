//! Which statements say the same thing.
//!
//! Within an area each statement is compared with each; pairs that share next to nothing count as unlike.

use std::collections::HashMap;

use crate::features::{Features, Space, Term, Vector, cosine};
use crate::linkage::{self, Link};
use crate::similarity::{Shared, Story, likelihood, top};

/// The least average likelihood within a claim.
const THRESHOLD: f32 = 0.4;

/// Pairs that are less likely are not worth keeping.
const UNLIKE: f32 = 0.05;

/// Groups of statements, as indices into [`Space::statements`]; each rising, and in order of their first.
pub(crate) fn clusters(space: &Space) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for area in &space.areas {
        // Only a single document has more, and what a book says twice is not what is looked for.
        for part in area.statements.chunks(linkage::DENSE) {
            groups.extend(grouped(space, &area.documents, part));
        }
    }
    groups.sort_unstable();
    groups
}

/// The groups among some statements of an area.
fn grouped(space: &Space, documents: &[u32], indices: &[u32]) -> Vec<Vec<u32>> {
    let statements: Vec<&Features> = indices.iter().map(|&s| &space.statements[s as usize]).collect();
    let Links { all, by_words } = links(space, documents, &statements);
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
    found
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

/// The pairs of an area that are not wholly unlike, as positions among its statements.
struct Links {
    all: Vec<Link>,
    /// Those of one story once more, by their words alone.
    by_words: Vec<Link>,
}

fn links(space: &Space, documents: &[u32], statements: &[&Features]) -> Links {
    let mut postings: HashMap<Term, Vec<(u32, f32)>> = HashMap::new();
    let stories = Stories::new(space, documents, statements);
    let mut links = Links { all: Vec::new(), by_words: Vec::new() };
    let mut words = vec![0.0_f32; statements.len()];
    for (j, b) in statements.iter().enumerate() {
        words[..j].fill(0.0);
        for (term, weight) in &b.wide {
            for &(i, theirs) in postings.get(term).into_iter().flatten() {
                words[i as usize] += weight * theirs;
            }
        }
        for (i, a) in statements[..j].iter().enumerate() {
            let story = stories.of(statements, i, j);
            if words[i] == 0.0 && story.is_none() {
                continue;
            }
            // Clauses of one sentence share the rest of it: a document is compared with itself by own words alone.
            let alone = a.document == b.document;
            let all = if alone { cosine(&a.terms, &b.terms) } else { words[i] };
            let (events, names) = match (alone, words[i] > 0.0) {
                (true, _) => (all, all),
                (false, true) => (cosine(&a.events, &b.events), cosine(&a.names, &b.names)),
                (false, false) => (0.0, 0.0),
            };
            let in_story = story.is_some();
            let mut shared = Shared { words: all, events, names, ahead: a.expected && b.expected, story };
            let link = |score: f32| Link { a: i as u32, b: j as u32, score };
            let score = likelihood(&shared);
            if score > UNLIKE {
                links.all.push(link(score));
            }
            shared.story = None;
            let score = if in_story { likelihood(&shared) } else { score };
            if score > UNLIKE {
                links.by_words.push(link(score));
            }
        }
        for &(term, weight) in &b.wide {
            postings.entry(term).or_default().push((j as u32, weight));
        }
    }
    links
}

/// How the documents of an area, and its statements, stand to the stories that are told in it.
struct Stories<'a> {
    space: &'a Space,
    documents: &'a [u32],
    /// Of each document with each: the cosine of what they are about.
    contexts: Vec<f32>,
    /// Of each statement with each document: the cosine of its words and what the document is about.
    relevances: Vec<f32>,
}

impl<'a> Stories<'a> {
    fn new(space: &'a Space, documents: &'a [u32], statements: &[&Features]) -> Self {
        let about: Vec<&Vector> = documents.iter().map(|&d| &space.documents[d as usize]).collect();
        let told = documents.iter().any(|&d| space.support[d as usize] > 0.0);
        if !told {
            return Self { space, documents, contexts: Vec::new(), relevances: Vec::new() };
        }
        let contexts = about.iter().flat_map(|a| about.iter().map(move |b| cosine(a, b))).collect();
        let mut postings: HashMap<Term, Vec<(usize, f32)>> = HashMap::new();
        for (at, vector) in about.iter().enumerate() {
            vector.iter().for_each(|&(term, weight)| postings.entry(term).or_default().push((at, weight)));
        }
        let mut relevances = vec![0.0; statements.len() * documents.len()];
        for (row, statement) in relevances.chunks_exact_mut(documents.len()).zip(statements) {
            for (term, weight) in &statement.wide {
                postings.get(term).into_iter().flatten().for_each(|&(at, theirs)| row[at] += weight * theirs);
            }
        }
        Self { space, documents, contexts, relevances }
    }

    fn of(&self, statements: &[&Features], i: usize, j: usize) -> Option<Story> {
        let (a, b) = (statements[i], statements[j]);
        let sure = self.space.story(a.document, b.document);
        if sure == 0.0 || self.contexts.is_empty() {
            return None;
        }
        let count = self.documents.len();
        let at = |d: u32| self.documents.partition_point(|&other| other < d);
        let (x, y) = (at(a.document), at(b.document));
        let relevance = (self.relevances[i * count + y] * self.relevances[j * count + x]).sqrt();
        Some(Story { sure, top: top(a, b, sure), context: self.contexts[x * count + y], relevance })
    }
}
