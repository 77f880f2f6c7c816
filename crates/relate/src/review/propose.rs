//! The machine's doubtful cases, as decisions to edit.

use std::collections::BTreeMap;

use model::{Alias, Annotated, Corpus, Relations, Text};

use super::decisions::{Anchor, Decision};
use crate::entities::Entities;
use crate::features::{self, Space};
use crate::reports::{Place, Reports};
use crate::similarity::similarity;

/// Two claims whose likeliest statements are at least so likely the same, but were not put together.
const NEARLY: f32 = 0.3;

/// A statement that is less like the others of its claim, on average.
const HARDLY: f32 = 0.3;

/// Statements of a claim that are compared.
const SAMPLE: usize = 12;

/// Merges and splits that the machine nearly made, the most doubtful first. Nothing of it is decided: a person keeps
/// what holds.
pub fn propose(relations: &Relations, documents: &[Annotated]) -> Vec<Decision> {
    let reports = Reports::new(documents);
    let names =
        relations.entities.iter().map(|e| Alias { name: e.name.clone(), kind: e.kind, aliases: e.aliases.clone() });
    let entities = Entities::new(&reports, &Corpus { names: names.collect(), ..Corpus::default() });
    let space = features::space(&reports, &entities);
    let claims: Vec<Vec<u32>> = relations
        .claims
        .iter()
        .map(|claim| {
            let places = claim.members.iter().map(|m| Place { document: m.document, statement: m.statement });
            places.filter_map(|place| reports.index(place)).take(SAMPLE).collect()
        })
        .collect();
    let mut found = merges(&reports, &space, &claims);
    found.extend(splits(&reports, &space, &claims));
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().filter_map(|(_, _, decision)| decision).collect()
}

/// How doubtful it is, where it stands, and the decision.
type Doubt = (f32, (u32, u32), Option<Decision>);

fn merges(reports: &Reports<'_>, space: &Space, claims: &[Vec<u32>]) -> Vec<Doubt> {
    let mut claim_of: BTreeMap<u32, usize> = BTreeMap::new();
    for (claim, members) in claims.iter().enumerate() {
        members.iter().for_each(|&index| _ = claim_of.insert(index, claim));
    }
    let mut best: BTreeMap<(usize, usize), (f32, u32, u32)> = BTreeMap::new();
    for area in &space.areas {
        for (at, &a) in area.statements.iter().enumerate() {
            for &b in &area.statements[at + 1..] {
                let (Some(&x), Some(&y)) = (claim_of.get(&a), claim_of.get(&b)) else { continue };
                let score = similarity(space, &space.statements[a as usize], &space.statements[b as usize]);
                let kept = best.entry((x.min(y), x.max(y))).or_insert((0.0, a, b));
                if x != y && score >= NEARLY && score > kept.0 {
                    *kept = (score, a, b);
                }
            }
        }
    }
    best.into_values()
        .filter(|(score, ..)| *score >= NEARLY)
        .map(|(score, a, b)| {
            let statements = [a, b].into_iter().map(|index| anchor(reports, index)).collect::<Option<Vec<Anchor>>>();
            let why = format!("these two may be one claim (likeness {score:.2})");
            (score, (a, b), statements.map(|statements| Decision::Merge { statements, why }))
        })
        .collect()
}

fn splits(reports: &Reports<'_>, space: &Space, claims: &[Vec<u32>]) -> Vec<Doubt> {
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
                let decision = anchor(reports, index).map(|a| Decision::Split { statements: vec![a], why });
                found.push((1.0 - average, (index, index), decision));
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
