//! Stories parted by scene: the same words are told of many.

use crate::features::{Scenes, Space, cosine};
use crate::ground::linkage::{self, Link};

/// How much of the names of one report another has, at least, or how alike both are as wholes, for them to tell of one scene.
const NAMES: f32 = 0.1;
const ALIKE: f32 = 0.3;

/// The share of the pairs of the reports of a story that tell of one scene.
const ONE_SCENE: f32 = 0.5;

/// Reports of a story at least that are looked at: of two the words themselves have told.
const FEW: usize = 3;

/// Stories without those reports that tell of another scene in the same words: "he is in stable condition", "the issue price
/// is 99 pct". What each of several scenes has is a story of its own.
pub(crate) fn by_scene(space: &Space, scenes: &Scenes, groups: Vec<Vec<u32>>) -> Vec<Vec<u32>> {
    let document = |&index: &u32| space.statements[index as usize].document;
    let mut parted: Vec<Vec<u32>> = Vec::new();
    for group in groups {
        let mut documents: Vec<u32> = group.iter().map(document).collect();
        documents.dedup();
        if documents.len() < FEW {
            parted.push(group);
            continue;
        }
        let about = |at: usize| &space.documents[documents[at] as usize];
        let mut links = Vec::new();
        for b in 1..documents.len() {
            for a in 0..b {
                let one = scenes.shared(documents[a], documents[b]) >= NAMES || cosine(about(a), about(b)) >= ALIKE;
                links.extend(one.then_some(Link { a: a as u32, b: b as u32, score: 1.0 }));
            }
        }
        for part in linkage::groups(documents.len(), &links, ONE_SCENE) {
            let of = |index: &u32| part.iter().any(|&at| documents[at as usize] == document(index));
            parted.push(group.iter().copied().filter(of).collect());
        }
    }
    model::order::sort(&mut parted);
    parted
}
