//! Claims that decisions changed, put together anew.

use std::collections::{BTreeMap, BTreeSet};

use model::{Alias, Claim, Commitment, Corpus, Occasion, Outcome, Perhaps, Relations};

use crate::findings::Findings;
use crate::ground::ids;
use crate::ground::reports::Place;
use crate::outcomes::Later;
use crate::titles::{Hand, Title};
use crate::{assemble, course, occasions, titles};

/// A claim while decisions are carried out.
pub(super) struct Draft {
    /// As it was, or a claim without members that a split begins.
    pub(super) claim: Claim,
    pub(super) members: BTreeSet<Place>,
    /// Whether it has to be put together anew.
    pub(super) changed: bool,
    /// The title, where it is not the machine's for these statements.
    pub(super) title: Option<Given>,
}

/// A title that is given to a claim.
pub(super) struct Given {
    pub(super) text: String,
    /// Whether it is understood alone.
    pub(super) stands: bool,
    /// The statements that a person gave it for; none where the machine made it.
    pub(super) of: Vec<Place>,
}

/// What perhaps says the same, now that statements may stand in other claims.
pub(super) fn set_beside(claims: &mut [Claim], beside: &BTreeMap<Place, Vec<(Place, u8)>>, apart: &[Vec<Place>]) {
    let mut of: BTreeMap<Place, String> = BTreeMap::new();
    for claim in &*claims {
        for member in &claim.members {
            of.insert(Place { document: member.document, statement: member.statement }, claim.id.clone());
        }
    }
    // By the claims that the statements are in by now.
    let ids = |places: &Vec<Place>| model::order::gather(places.iter().filter_map(|place| of.get(place).cloned()));
    let apart: Vec<BTreeSet<String>> = apart.iter().map(ids).collect();
    for claim in claims {
        let mut found: BTreeMap<Place, Perhaps> = BTreeMap::new();
        for (index, member) in (0..).zip(&claim.members) {
            let own = Place { document: member.document, statement: member.statement };
            for &(other, percent) in beside.get(&own).into_iter().flatten() {
                let Some(id) = of.get(&other).filter(|id| **id != claim.id) else { continue };
                if apart.iter().any(|told| told.contains(&claim.id) && told.contains(id)) {
                    continue;
                }
                let Place { document, statement } = other;
                let perhaps = Perhaps { document, statement, beside: index, claim: id.clone(), percent };
                let kept = found.entry(other).or_insert_with(|| perhaps.clone());
                if kept.percent < percent {
                    *kept = perhaps;
                }
            }
        }
        claim.perhaps = found.into_values().collect();
        model::order::sort_by_key(&mut claim.perhaps, |p| (std::cmp::Reverse(p.percent), p.document, p.statement));
    }
}

/// A changed claim anew, with the id, the aliases and the decisions that it has.
pub(super) fn rebuilt(findings: &Findings<'_>, draft: &Draft, taken: &mut BTreeSet<String>) -> Claim {
    let mut group: Vec<u32> = draft.members.iter().filter_map(|&place| findings.reports.index(place)).collect();
    model::order::sort(&mut group);
    let mut claim = assemble::build(findings, &group, true);
    let old = &draft.claim;
    claim.id = if old.id.is_empty() { ids::fresh(assemble::anchor(findings, group[0]), taken) } else { old.id.clone() };
    claim.aliases = old.aliases.clone();
    claim.story = old.story.clone();
    claim.reviews = old.reviews.clone();
    // What another claim settled is settled still.
    let open = claim.expectation.as_ref().is_some_and(|e| e.outcome == Outcome::NotResolved);
    let mut later = Later { asked: old.expectation.is_some(), ..Later::default() };
    if let Some(before) = old.expectation.as_ref().filter(|e| open && e.settled_by.iter().any(|s| s.claim.is_some())) {
        let mut before = before.clone();
        before.settled_by.iter_mut().for_each(|settled| settled.document = findings.reports.rank(settled.document));
        later.found = before.settled_by.iter().map(|settled| (before.outcome, settled.clone())).collect();
        claim.expectation = Some(before);
        claim.open = false;
    }
    course::set(findings, (&group, true), &later, &mut claim);
    findings.reports.renumber_claim(&mut claim);
    claim
}

/// The statements of a claim.
pub(super) fn of(claim: &Claim) -> impl Iterator<Item = Place> {
    claim.members.iter().map(|member| Place { document: member.document, statement: member.statement })
}

/// Calls a claim by the title that is given to it, with how its statements say it.
pub(super) fn retitle(findings: &Findings<'_>, claim: &mut Claim, given: &Given) {
    let hand = if given.of.is_empty() { Hand::Machine } else { Hand::Person };
    let title = titles::told(findings, &known(findings, claim), given.text.clone(), hand);
    if claim.occasions.is_empty() && given.stands {
        claim.occasions = dated(findings, claim, &title);
    }
    claim.occasions.iter_mut().take(1).for_each(|main| main.label.clone_from(&title));
    (claim.title, claim.stands) = (title, given.stands);
}

/// The statements of a claim, as the findings count them.
fn known(findings: &Findings<'_>, claim: &Claim) -> Vec<Place> {
    of(claim).filter_map(|place| Some(findings.reports.places[findings.reports.index(place)? as usize])).collect()
}

/// When a claim happened that had no title to be told with before a person wrote one.
fn dated(findings: &Findings<'_>, claim: &Claim, title: &str) -> Vec<Occasion> {
    let places = known(findings, claim);
    let ahead = claim.commitment == Commitment::Expected;
    occasions::occasions(findings, &places, &Title { text: title.to_owned(), stands: true, ahead }, true, false)
}

/// The names of the relations as names of a corpus, so that entities come out the same; and those of the corpus, for a
/// spelling that no text has may be how a person wrote a name.
pub(super) fn named(relations: &Relations, corpus: &Corpus) -> Corpus {
    let found =
        relations.entities.iter().map(|e| Alias { name: e.name.clone(), kind: e.kind, aliases: e.aliases.clone() });
    let names = found.chain(corpus.names.iter().cloned()).collect();
    Corpus { names, unnamed_outlets: corpus.unnamed_outlets, ..Corpus::default() }
}
