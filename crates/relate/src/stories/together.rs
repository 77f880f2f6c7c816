//! How the statements of an area, and its documents, stand to each other.

use super::evidence::{Documents, profiles};
use crate::features::{Features, Space, Term, Vector};
use crate::ground::maps::Map;

/// The cosines of one statement with those before it, summed up over the terms that it has.
pub(super) struct Cosines {
    postings: Map<Term, Vec<(u32, f32)>>,
    pub of: Vec<f32>,
}

impl Cosines {
    pub(super) fn new(count: usize) -> Self {
        Self { postings: Map::default(), of: vec![0.0; count] }
    }

    /// Compares a vector with those that were added, `count` of them.
    pub(super) fn read(&mut self, count: usize, vector: &Vector) {
        self.of[..count].fill(0.0);
        for (term, weight) in vector {
            for &(at, theirs) in self.postings.get(term).into_iter().flatten() {
                self.of[at as usize] += weight * theirs;
            }
        }
    }

    pub(super) fn add(&mut self, at: usize, vector: &Vector) {
        for &(term, weight) in vector {
            self.postings.entry(term).or_default().push((at as u32, weight));
        }
    }
}

/// How the documents of an area, and its statements, stand to each other.
pub(super) struct Stories {
    /// How many documents the area has.
    count: usize,
    /// The place of each statement's document in the area.
    at: Vec<u32>,
    /// Of each document with each.
    pub pairs: Vec<Documents>,
    /// Of each statement with each document: the cosine of its words and what the document is about; none where that weighs
    /// nothing.
    relevances: Vec<f32>,
}

impl Stories {
    pub(super) fn new(space: &Space, documents: &[u32], statements: &[&Features], relevant: bool) -> Self {
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
    pub(super) fn pair(&self, i: usize, j: usize) -> usize {
        self.at[i] as usize * self.count + self.at[j] as usize
    }

    /// How far each of two statements is about what the other's document is about; 0 where that weighs nothing.
    pub(super) fn relevance(&self, i: usize, j: usize) -> f32 {
        let (x, y) = (self.at[i] as usize, self.at[j] as usize);
        let of = |statement: usize, document: usize| self.relevances.get(statement * self.count + document);
        of(i, y).zip(of(j, x)).map_or(0.0, |(a, b)| (a * b).sqrt())
    }
}
