//! Stories parted by scene: the same words are told of many.

use crate::features::{Features, Scenes, Space, cosine};
use crate::ground::linkage::{self, Link};

/// How much of the names of one report another has, at least, or how alike both are as wholes, for them to tell of one scene.
const NAMES: f32 = 0.1;
const ALIKE: f32 = 0.3;

/// The share of the pairs of the reports of a story that tell of one scene.
const ONE_SCENE: f32 = 0.4;

/// Reports of a story at least whose scenes are looked at: of two the words themselves have told.
const FEW: usize = 3;

/// How many terms of their own two statements share that speak of one thing; or how many they do where their words with their
/// sentences are so alike.
const SHARED: usize = 3;
const SHARED_ALIKE: usize = 2;
const WORDS: f32 = 0.25;

/// Stories without those reports that tell of another scene in the same words: "he is in stable condition", "the issue price
/// is 99 pct"; and without those of which no statement shares more than a chance word with one of most others: "last summer". What
/// each of several scenes has is a story of its own.
pub(crate) fn by_scene(space: &Space, scenes: &Scenes, groups: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    let document = |&index: &u32| space.statements[index as usize].document;
    let mut parted: Vec<Vec<u32>> = Vec::new();
    for group in groups {
        let of: Vec<&[u32]> = group.chunk_by(|a, b| document(a) == document(b)).collect();
        if of.len() < 2 {
            parted.push(group);
            continue;
        }
        let about = |at: usize| &space.documents[document(&of[at][0]) as usize];
        let mut links = Vec::new();
        for b in 1..of.len() {
            for a in 0..b {
                let one = (of.len() < FEW
                    || scenes.shared(document(&of[a][0]), document(&of[b][0])) >= NAMES
                    || cosine(about(a), about(b)) >= ALIKE)
                    && speak_of_one(space, of[a], of[b]);
                links.extend(one.then_some(Link { a: a as u32, b: b as u32, score: 1.0 }));
            }
        }
        for part in linkage::groups(of.len(), &links, ONE_SCENE) {
            parted.push(part.iter().flat_map(|&at| of[at as usize]).copied().collect());
        }
    }
    model::order::sort(&mut parted);
    parted
}

/// Whether a statement of one report speaks of what one of the other does.
fn speak_of_one(space: &Space, ours: &[u32], theirs: &[u32]) -> bool {
    let of = |at: &u32| &space.statements[*at as usize];
    ours.iter().any(|a| theirs.iter().any(|b| is_shared(of(a), of(b))))
}

/// Whether two statements share more than a chance word. Names count as one together: somebody is told of in many stories.
fn is_shared(a: &Features, b: &Features) -> bool {
    let (mut words, mut named) = (0, 0);
    for (term, _) in &a.terms {
        if b.terms.binary_search_by_key(term, |other| other.0).is_ok() {
            match a.names.binary_search_by_key(term, |name| name.0) {
                Ok(_) => named = 1,
                Err(_) => words += 1,
            }
        }
    }
    let count = words + named;
    count >= SHARED || count >= SHARED_ALIKE && cosine(&a.wide, &b.wide) >= WORDS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::{Term, Vector};
    use crate::stories::cohesion::tests::statement;

    /// How many stories become of one of a statement a report.
    fn stories(told: &[&[Term]]) -> usize {
        let statements = (0..).zip(told).map(|(document, terms)| statement(document, terms, 1.0)).collect();
        let space = Space {
            statements,
            documents: vec![Vector::new(); told.len()],
            support: vec![0.0; told.len()],
            published: vec![None; told.len()],
            areas: Vec::new(),
            neighbours: Vec::new(),
        };
        by_scene(&space, &Scenes::new(&space), vec![(0..told.len() as u32).collect()]).len()
    }

    #[test]
    fn a_chance_word_makes_no_story() {
        assert_eq!(stories(&[&[1, 2, 3, 4], &[1, 2, 3, 5]]), 1);
        assert_eq!(stories(&[&[1, 2], &[1, 2, 3]]), 1, "two terms, and alike");
        assert_eq!(stories(&[&[1, 2], &[1, 3]]), 2, "one term, however alike");
        assert_eq!(stories(&[&[1, 2, 10, 11, 12, 13, 14, 15, 16], &[1, 2, 20, 21, 22, 23, 24, 25, 26]]), 2);
        assert_eq!(stories(&[&[1, 2, 3, 4], &[1, 2, 3, 5], &[1, 6, 7], &[1, 2, 3, 6]]), 2, "one of four");
    }
}
