//! The machine's doubtful cases, as decisions to edit.

use std::collections::BTreeMap;

use model::cores::OneCore;
use model::{Alias, Annotated, Corpus, Relations, Text};

use super::decisions::{Anchor, Decision};
use crate::entities::Entities;
use crate::features::{self, Space};
use crate::ground::linkage::Link;
use crate::ground::reports::{Place, Reports};
use crate::stories::{likely, similarity};

/// Two claims whose likeliest statements are at least so likely the same, but were not put together.
const NEARLY: f32 = 0.3;

/// A statement that is less like the others of its claim, on average.
const HARDLY: f32 = 0.3;

/// Statements of a claim that are compared.
const SAMPLE: usize = 12;

/// Decisions that are proposed at a time, the most doubtful: nobody reads more, and once they are made the next follow.
const MOST: usize = 1_000;

/// What statements are compared by: the words of their areas, with the documents that these are of.
pub struct ComparedBy<'a> {
    pub(crate) reports: Reports<'a>,
    pub(crate) space: Space,
}

impl<'a> ComparedBy<'a> {
    /// Of documents that were related before, where it was not kept ([`relate_keeping`](crate::relate_keeping)).
    pub fn of(relations: &Relations, documents: &'a [Annotated]) -> Self {
        let reports = Reports::new(documents);
        let names =
            relations.entities.iter().map(|e| Alias { name: e.name.clone(), kind: e.kind, aliases: e.aliases.clone() });
        let entities = Entities::new(&reports, &Corpus { names: names.collect(), ..Corpus::default() });
        let space = features::space(&OneCore, &reports, &entities);
        Self { reports, space }
    }
}

/// Merges and splits that the machine nearly made, the most doubtful first. Nothing of it is decided: a person keeps
/// what holds.
pub fn propose(relations: &Relations, by: &ComparedBy<'_>) -> Vec<Decision> {
    let ComparedBy { reports, space } = by;
    let claims: Vec<Vec<u32>> = relations
        .claims
        .iter()
        .map(|claim| {
            let places = claim.members.iter().map(|m| Place { document: m.document, statement: m.statement });
            places.filter_map(|place| reports.index(place)).take(SAMPLE).collect()
        })
        .collect();
    let mut found = merges(space, &claims);
    found.extend(splits(space, &claims));
    model::order::sort_by(&mut found, |a, b| b.score.total_cmp(&a.score).then(a.statements.cmp(&b.statements)));
    found.iter().filter_map(|doubt| doubt.decision(reports)).take(MOST).collect()
}

/// One doubtful case.
struct Doubt {
    /// How doubtful it is, from 0 to 1.
    score: f32,
    /// The two statements that may belong together, or the one, twice, that may stand apart.
    statements: (u32, u32),
    why: String,
}

impl Doubt {
    fn decision(&self, reports: &Reports<'_>) -> Option<Decision> {
        let (a, b) = (anchor(reports, self.statements.0)?, anchor(reports, self.statements.1)?);
        let why = self.why.clone();
        Some(if self.statements.0 == self.statements.1 {
            Decision::Split { statements: vec![a], why }
        } else {
            Decision::Merge { statements: vec![a, b], why }
        })
    }
}

fn merges(space: &Space, claims: &[Vec<u32>]) -> Vec<Doubt> {
    let mut claim_of: BTreeMap<u32, usize> = BTreeMap::new();
    for (claim, members) in claims.iter().enumerate() {
        members.iter().for_each(|&index| _ = claim_of.insert(index, claim));
    }
    let mut best: BTreeMap<(usize, usize), (f32, u32, u32)> = BTreeMap::new();
    for area in &space.areas {
        for Link { a, b, score } in likely(space, area, NEARLY) {
            let (Some(&x), Some(&y)) = (claim_of.get(&a), claim_of.get(&b)) else { continue };
            let kept = best.entry((x.min(y), x.max(y))).or_insert((0.0, a, b));
            if x != y && score > kept.0 {
                *kept = (score, a, b);
            }
        }
    }
    best.into_values()
        .filter(|(score, ..)| *score > 0.0)
        .map(|(score, a, b)| {
            let why = format!("these two may be one claim (likeness {score:.2})");
            Doubt { score, statements: (a, b), why }
        })
        .collect()
}

fn splits(space: &Space, claims: &[Vec<u32>]) -> Vec<Doubt> {
    let mut found = Vec::new();
    for members in claims.iter().filter(|m| m.len() > 1) {
        for &index in members {
            let others = members.iter().filter(|&&other| other != index);
            let sum: f32 = others
                .map(|&other| similarity(space, &space.statements[index as usize], &space.statements[other as usize]))
                .sum();
            let average = sum / (members.len() - 1) as f32;
            if average < HARDLY {
                let why = format!("it is little like the rest of its claim (likeness {average:.2})");
                found.push(Doubt { score: 1.0 - average, statements: (index, index), why });
            }
        }
    }
    found
}

/// Words of a statement that stand in its document once: as few of its first words as that takes, at least six.
fn anchor(reports: &Reports<'_>, index: u32) -> Option<Anchor> {
    let place = reports.places[index as usize];
    let document = &reports.documents[place.document as usize].document;
    let whole: String = Text::new(&document.text).as_str().split_whitespace().collect::<Vec<_>>().join(" ");
    let tokens: Vec<&str> = reports.words_of(place).split_whitespace().collect();
    (6.min(tokens.len())..=tokens.len())
        .map(|count| tokens[..count].join(" "))
        .find(|words| whole.matches(words.as_str()).count() == 1)
        .map(|words| Anchor { document: document.id.clone(), words })
}
