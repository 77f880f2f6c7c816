//! Pairs of statements that stand in different areas: a matter of more reports than an area holds is told in several.
//!
//! Only documents that are neighbours by what they write about are looked at, and of their statements those that share
//! two of their rarest words, so the time grows with the number of statements.

use crate::features::{Space, Term, cosine};
use crate::ground::linkage::{self, Link};
use crate::ground::maps::Map;
use crate::stories::NEAR;

/// How many of its rarest words lead from a statement to others.
const RAREST: usize = 6;

/// What more statements have in common leads nowhere.
const MOST: usize = 48;

/// Words of a text that is looked for in the same words, at least.
const SENTENCE: usize = 6;

/// The pairs of two reports that are told in the very same words, though they may be none that tell what a report is about:
/// "only time will tell".
pub(super) fn in_the_same_words(space: &Space) -> Vec<Link> {
    let mut by_words: Map<&[u32], Vec<u32>> = Map::default();
    for (index, statement) in (0..).zip(&space.statements) {
        if statement.said.words.len() >= SENTENCE {
            by_words.entry(&statement.said.words).or_default().push(index);
        }
    }
    let mut found = Vec::new();
    for bucket in by_words.values() {
        let others = pairs(bucket).filter(|&(a, b)| document(space, a) != document(space, b));
        found.extend(others.map(|(a, b)| Link { a, b, score: 1.0 }));
    }
    linkage::put_in_order(&mut found);
    found
}

/// Days between two reports of one deed at most.
const DAYS: u32 = 3;

/// The pairs of two reports of the same days that tell of the same done to the same, in whatever other words.
pub(super) fn of_one_deed(space: &Space) -> Vec<Link> {
    let mut by_deed: Map<(Term, Term), Vec<u32>> = Map::default();
    for (index, statement) in (0..).zip(&space.statements) {
        if let Some(deed) = statement.said.deed.filter(|_| !statement.said.expected) {
            by_deed.entry(deed).or_default().push(index);
        }
    }
    let day = |index: u32| space.published[document(space, index) as usize].map(|days| days.0.0);
    let near = |(a, b): (u32, u32)| day(a).zip(day(b)).is_some_and(|(a, b)| a.abs_diff(b) <= DAYS);
    let mut found = Vec::new();
    for bucket in by_deed.values() {
        let others = pairs(bucket).filter(|&(a, b)| document(space, a) != document(space, b) && near((a, b)));
        found.extend(others.map(|pair| as_alike(space, pair)));
    }
    linkage::put_in_order(&mut found);
    found
}

/// The pairs that share as many words as those within an area have to.
pub(super) fn across(space: &Space) -> Vec<Link> {
    if space.areas.len() < 2 {
        return Vec::new();
    }
    let mut area_of = vec![0_u32; space.documents.len()];
    for (index, area) in (0..).zip(&space.areas) {
        area.documents.iter().for_each(|&document| area_of[document as usize] = index);
    }
    let mut counts: Map<Term, u32> = Map::default();
    for statement in &space.statements {
        statement.terms.iter().for_each(|&(term, _)| *counts.entry(term).or_default() += 1);
    }
    let mut keys: Vec<((Term, Term), u32)> = Vec::new();
    for (index, statement) in (0..).zip(&space.statements) {
        let mut rarest: Vec<(u32, Term)> =
            statement.terms.iter().map(|&(term, _)| (counts[&term], term)).filter(|(count, _)| *count > 1).collect();
        rarest.sort_unstable();
        rarest.truncate(RAREST);
        for (at, &(_, a)) in rarest.iter().enumerate() {
            keys.extend(rarest[at + 1..].iter().map(|&(_, b)| ((a.min(b), a.max(b)), index)));
        }
    }
    keys.sort_unstable();
    let area = |index: u32| area_of[document(space, index) as usize];
    let mut found: Vec<(u32, u32)> = Vec::new();
    for key in keys.chunk_by(|a, b| a.0 == b.0) {
        let bucket: Vec<u32> = key.iter().map(|&(_, index)| index).collect();
        let neighbours = |a: u32, b: u32| space.are_neighbours(document(space, a), document(space, b));
        found.extend(pairs(&bucket).filter(|&(a, b)| area(a) != area(b) && neighbours(a, b)));
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|pair| as_alike(space, pair)).filter(|link| link.score >= NEAR).collect()
}

/// The pairs among statements that have one thing in common, none where [too many](MOST) have it.
fn pairs(bucket: &[u32]) -> impl Iterator<Item = (u32, u32)> + '_ {
    let kept = if bucket.len() <= MOST { bucket } else { &[] };
    kept.iter().enumerate().flat_map(move |(at, &a)| kept[at + 1..].iter().map(move |&b| (a, b)))
}

/// A pair, with how alike its words and sentences are.
fn as_alike(space: &Space, (a, b): (u32, u32)) -> Link {
    let score = cosine(&space.statements[a as usize].wide, &space.statements[b as usize].wide);
    Link { a, b, score }
}

fn document(space: &Space, index: u32) -> u32 {
    space.statements[index as usize].document
}
