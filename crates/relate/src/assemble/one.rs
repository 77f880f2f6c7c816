//! One claim, put together from the statements that say the same thing.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, ClaimOrigin, Commitment, DiscrepancyKind, Member, Outcome, When};

use crate::entities::Entities;
use crate::findings::Findings;
use crate::ground::ids;
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{fold, words};
use crate::origins;
use crate::{agreement, differences, occasions, outcomes, standing, titles};

/// The claim that the statements `group` (rising indices) make; its id and aliases are still empty. Where `decided`, a
/// person has put together what says the same.
pub(crate) fn build(findings: &Findings<'_>, group: &[u32], decided: bool) -> Claim {
    let Findings { reports, entities, .. } = findings;
    let places: Vec<Place> = group.iter().map(|&index| reports.places[index as usize]).collect();
    let (origins, of) = origins::origins(findings, &places);
    let agreed = agreement::agreed(findings, group, &origins, &of, decided);
    let utterances = differences::utterances(reports, entities, &places);
    let expectation = outcomes::expectation(findings, &places, decided);
    let mut discrepancies = differences::discrepancies(findings, group);
    discrepancies.extend(differences::drifts(reports, &utterances));
    discrepancies.extend(outcomes::outcomes(findings, &places));
    model::order::sort_by(&mut discrepancies, |a, b| (a.kind, &a.about).cmp(&(b.kind, &b.about)));
    // Whoever only denies it is no origin of it.
    let telling: Vec<&ClaimOrigin> = origins.iter().filter(|origin| !origin.denies).collect();
    let due = expectation.as_ref().and_then(|e| e.due.clone());
    let title = titles::title(findings, group, &discrepancies, due.as_ref());
    let differ = discrepancies.iter().any(|found| found.kind == DiscrepancyKind::Date);
    Claim {
        id: String::new(),
        aliases: Vec::new(),
        occasions: occasions::occasions(findings, &places, &title, decided, differ),
        title: title.text,
        stands: title.stands,
        commitment: standing::commitment(places.iter().map(|&p| reports.statement(p).commitment)),
        standing: standing::standing(&telling, &discrepancies, agreed),
        open: expectation.as_ref().is_some_and(|e| e.outcome == Outcome::NotResolved),
        when: due.or_else(|| when(reports, &places)),
        story: String::new(),
        perhaps: Vec::new(),
        members: places
            .iter()
            .zip(of)
            .map(|(p, origin)| Member { document: p.document, statement: p.statement, origin, reviewed: false })
            .collect(),
        origins,
        discrepancies,
        utterances,
        expectation,
        entities: participants(reports, entities, &places),
        reviews: Vec::new(),
        since: None,
        earlier: Vec::new(),
    }
}

/// What a claim's id is made of: the words of a statement, whatever their case and marks.
pub(crate) fn anchor(findings: &Findings<'_>, index: u32) -> u64 {
    let text = findings.reports.words_of(findings.reports.places[index as usize]);
    let folded: Vec<String> = words(text).iter().map(|w| fold(w.text)).collect();
    ids::digest(folded.iter().map(String::as_str))
}

/// When it happened: the time that most documents give; of several, the finest, then the first.
fn when(reports: &Reports<'_>, places: &[Place]) -> Option<When> {
    let mut counts: BTreeMap<&When, BTreeSet<u32>> = BTreeMap::new();
    for &place in places {
        let statement = reports.statement(place);
        if let Some(when) = occasions::happens(reports, place).filter(|_| statement.commitment != Commitment::Expected)
        {
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
            model::order::gather(reports.statement(place).participants.iter().filter_map(|m| entities.find(&m.name)));
        named.into_iter().for_each(|entity| *counts.entry(entity).or_default() += 1);
    }
    let mut order: Vec<(u32, usize)> = counts.into_iter().collect();
    model::order::sort_by_key(&mut order, |&(entity, count)| (std::cmp::Reverse(count), entity));
    order.into_iter().map(|(entity, _)| entities.list[entity as usize].id.clone()).collect()
}
