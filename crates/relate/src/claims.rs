//! A claim, put together from the statements that say the same thing.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, Commitment, Member, Standing, When};

use crate::entities::Entities;
use crate::features::Space;
use crate::origins::{self, Sources};
use crate::reports::{Place, Reports};
use crate::words::{fold, words};
use crate::{clusters, discrepancies, expectations, ids, standing, titles};

/// How many of a claim's further statements lend it the id that they would give to a claim of their own, so that a link
/// made before an earlier report joined still leads here.
const ALIASES: usize = 12;

/// All claims, in the order of [`model::Relations::claims`].
pub(crate) fn claims(reports: &Reports<'_>, entities: &Entities, sources: &Sources, space: &Space) -> Vec<Claim> {
    let groups = clusters::clusters(space);
    let mut taken = BTreeSet::new();
    let mut claims: Vec<Claim> =
        groups.iter().map(|group| claim(reports, entities, sources, space, group, &mut taken)).collect();
    let mut known: BTreeSet<String> = taken;
    for claim in &mut claims {
        claim.aliases.retain(|alias| known.insert(alias.clone()));
    }
    sort(&mut claims);
    claims
}

/// Those that differ first, then by number of origins and articles, then by id.
pub(crate) fn sort(claims: &mut [Claim]) {
    claims.sort_by_cached_key(|claim| {
        let differs = claim.standing == Standing::Differs;
        (!differs, std::cmp::Reverse((claim.origins.len(), claim.articles())), claim.id.clone())
    });
}

fn claim(
    reports: &Reports<'_>,
    entities: &Entities,
    sources: &Sources,
    space: &Space,
    group: &[u32],
    taken: &mut BTreeSet<String>,
) -> Claim {
    let places: Vec<Place> = group.iter().map(|&index| reports.places[index as usize]).collect();
    let anchors: Vec<u64> = places.iter().take(ALIASES + 1).map(|&place| anchor(reports, place)).collect();
    let id = ids::fresh(anchors[0], taken);
    let aliases = anchors[1..].iter().map(|&hash| ids::fresh(hash, &mut BTreeSet::new())).collect();
    let (origins, of) = origins::origins(reports, entities, sources, &places);
    let discrepancies = discrepancies::discrepancies(reports, entities, &places);
    let expectation = expectations::expectation(reports, &places);
    Claim {
        id,
        aliases,
        title: titles::title(reports, space, group),
        commitment: standing::commitment(places.iter().map(|&p| reports.statement(p).commitment)),
        standing: standing::standing(&origins, &discrepancies),
        open: expectation.as_ref().is_some_and(|e| e.outcome == model::Outcome::NotResolved),
        when: expectation.as_ref().and_then(|e| e.due.clone()).or_else(|| when(reports, &places)),
        members: places
            .iter()
            .zip(of)
            .map(|(p, origin)| Member { document: p.document, statement: p.statement, origin, reviewed: false })
            .collect(),
        origins,
        discrepancies,
        utterances: Vec::new(),
        expectation,
        entities: participants(reports, entities, &places),
        reviews: Vec::new(),
    }
}

/// What a claim's id is made of: the words of a statement, whatever their case and marks.
fn anchor(reports: &Reports<'_>, place: Place) -> u64 {
    let folded: Vec<String> = words(reports.words_of(place)).iter().map(|w| fold(w.text)).collect();
    ids::digest(folded.iter().map(String::as_str))
}

/// When it happened: the time that most documents give; of several, the finest, then the first.
fn when(reports: &Reports<'_>, places: &[Place]) -> Option<When> {
    let mut counts: BTreeMap<&When, BTreeSet<u32>> = BTreeMap::new();
    for &place in places {
        let statement = reports.statement(place);
        if let Some(when) = statement.time.as_ref().filter(|_| statement.commitment != Commitment::Expected) {
            counts.entry(when).or_default().insert(place.document);
        }
    }
    counts
        .into_iter()
        .max_by_key(|(when, documents)| (documents.len(), std::cmp::Reverse((when.grain, when.sort_day()))))
        .map(|(when, _)| when.clone())
}

/// Ids of who and what takes part, the most frequent first.
fn participants(reports: &Reports<'_>, entities: &Entities, places: &[Place]) -> Vec<String> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for &place in places {
        let named: BTreeSet<u32> =
            reports.statement(place).participants.iter().filter_map(|m| entities.find(&m.name)).collect();
        named.into_iter().for_each(|entity| *counts.entry(entity).or_default() += 1);
    }
    let mut order: Vec<(u32, usize)> = counts.into_iter().collect();
    order.sort_by_key(|&(entity, count)| (std::cmp::Reverse(count), entity));
    order.into_iter().map(|(entity, _)| entities.list[entity as usize].id.clone()).collect()
}
