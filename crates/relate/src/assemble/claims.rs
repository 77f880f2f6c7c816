//! All claims, each put together from the statements that say the same thing.

use std::collections::{BTreeMap, BTreeSet};

use model::{Claim, Perhaps, Standing};

use super::one::anchor;
use crate::claims::Drawn;
use crate::findings::Findings;
use crate::ground::ids;
use crate::outcomes::{self, Later};

/// How many of a claim's further statements lend it the id that they would give to a claim of their own, so that a link
/// made before an earlier report joined still leads here.
pub(super) const ALIASES: usize = 12;

/// Puts groups of statements together as claims, in their order: see [`build`](super::build).
pub(crate) type Build<'a> = dyn Fn(&Findings<'_>, &[&[u32]]) -> Vec<Claim> + Sync + 'a;

/// Notes in claims, by their groups of statements, what they were before.
pub(crate) type Courses<'a> = dyn Fn(&Findings<'_>, &[&[u32]], &[Later], &mut [Claim]) + Sync + 'a;

/// The claims that were drawn, in the order of [`model::Relations::claims`]; `stories` are the ids of their stories.
pub(crate) fn claims(
    findings: &Findings<'_>,
    drawn: &[Drawn],
    stories: &[(String, Vec<String>)],
    (built, courses): (&Build<'_>, &Courses<'_>),
) -> Vec<Claim> {
    let mut taken = BTreeSet::new();
    let groups: Vec<&[u32]> = drawn.iter().map(|drawn| drawn.statements.as_slice()).collect();
    let mut claims = built(findings, &groups);
    for (claim, drawn) in claims.iter_mut().zip(drawn) {
        claim.id = ids::fresh(anchor(findings, drawn.statements[0]), &mut taken);
        claim.story = stories[drawn.story].0.clone();
    }
    // An id that is some claim's own is nobody's alias, and an alias leads to one claim only.
    for (claim, group) in claims.iter_mut().zip(&groups) {
        let further = group.iter().skip(1).take(ALIASES);
        let aliases = further.map(|&index| ids::fresh(anchor(findings, index), &mut BTreeSet::new()));
        claim.aliases = aliases.filter(|alias| taken.insert(alias.clone())).collect();
    }
    let later = outcomes::settle(findings, &groups, &mut claims);
    set_beside(findings, drawn, &mut claims);
    courses(findings, &groups, &later, &mut claims);
    sort(&mut claims);
    claims
}

/// Gives the claims, which stand in the order of `drawn`, what perhaps says the same: the likeliest first.
fn set_beside(findings: &Findings<'_>, drawn: &[Drawn], claims: &mut [Claim]) {
    let mut claim_of: BTreeMap<u32, &str> = BTreeMap::new();
    let ids: Vec<String> = claims.iter().map(|claim| claim.id.clone()).collect();
    for (drawn, id) in drawn.iter().zip(&ids) {
        drawn.statements.iter().for_each(|&index| _ = claim_of.insert(index, id));
    }
    for (drawn, claim) in drawn.iter().zip(claims) {
        let perhaps = drawn.perhaps.iter().filter_map(|beside| {
            let place = findings.reports.places[beside.other as usize];
            Some(Perhaps {
                document: place.document,
                statement: place.statement,
                beside: drawn.statements.binary_search(&beside.own).ok()? as u32,
                claim: (*claim_of.get(&beside.other)?).to_owned(),
                percent: (beside.likelihood * 100.0) as u8,
            })
        });
        claim.perhaps = perhaps.collect();
        model::order::sort_by_key(&mut claim.perhaps, |p| (std::cmp::Reverse(p.percent), p.document, p.statement));
    }
}

/// Those that are understood alone first; of these, those that differ, then by number of origins and articles, then by
/// id.
pub(crate) fn sort(claims: &mut [Claim]) {
    model::order::sort_by_cached_key(claims, |claim| {
        let differs = claim.standing == Standing::Differs;
        (!claim.stands, !differs, std::cmp::Reverse((claim.origins.len(), claim.articles())), claim.id.clone())
    });
}
