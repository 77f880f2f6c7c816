//! Within a story, which statements say the same one thing.

mod across;
mod alike;
mod beside;
mod decide;
mod deeds;
mod evidence;
mod grouping;
mod held;
mod likeness;
mod openings;
mod weights;

use std::collections::{BTreeMap, BTreeSet};

use model::cores::{Cores, map};

use crate::features::Space;
use crate::findings::Findings;
use crate::ground::linkage::{self, Link};
use crate::ground::maps::Map;
pub(crate) use decide::likelihood;
use decide::{PERHAPS, SURE};
pub(crate) use evidence::{Evidence, KINDS_OF_EVIDENCE};
use evidence::{Pair, Words, evidence};
pub(crate) use held::Told;
pub(crate) use likeness::KINDS_OF_EVIDENCE as KINDS_OF_LIKENESS;

/// The statements that make one claim, as indices of [`Reports::places`](crate::ground::reports::Reports::places).
pub(crate) struct Drawn {
    /// Its statements, rising: no two of them are of two things, and they surely say the same on average.
    pub statements: Vec<u32>,
    /// Index of the story that they belong to.
    pub story: usize,
    /// Statements of other claims that perhaps say the same.
    pub perhaps: Vec<Beside>,
}

/// A statement of another claim that perhaps says the same as one of a claim.
#[derive(Clone, Copy)]
pub(crate) struct Beside {
    /// The statement of the claim.
    pub own: u32,
    /// The statement of the other claim.
    pub other: u32,
    /// How likely it is, from 0 to 1.
    pub likelihood: f32,
}

/// What came of holding pairs against each other: those that perhaps say the same, and the links of those that surely do, or
/// may join others.
pub(crate) type Held = (Vec<Link>, Vec<Link>);

/// Holds pairs of one area, or of two, against each other: see [`hold`].
pub(crate) type Hold<'a> = dyn Fn(&Findings<'_>, &[Link]) -> Held + Sync + 'a;

/// Holds near pairs against each other: all of a statement and a document are among them.
pub(crate) fn hold(findings: &Findings<'_>, near: &[Link]) -> Held {
    let space = &findings.space;
    let points_back = |index: u32| space.statements[index as usize].denies.is_some();
    let (mut likely, mut linked, mut told) = (Vec::new(), Vec::new(), Told::default());
    let nearest = Nearest::new(space, near);
    for link in near {
        // "Denied the allegations": its words do not tell what it speaks of.
        if points_back(link.a) || points_back(link.b) {
            continue;
        }
        let evidence = nearest.evidence(space, link);
        let link = Link { score: likelihood(&evidence), ..*link };
        if link.score >= PERHAPS && told.are_perhaps_one(findings, link, &evidence) {
            likely.push(link);
        }
        linked.extend(told.surely(findings, link, &evidence));
    }
    (likely, linked)
}

/// Pairs of statements of which it is as good as certain that they say the same.
pub(crate) type Certain = BTreeSet<(u32, u32)>;

/// Takes groups of statements apart, in their order: see [`cored`].
pub(crate) type Core<'a> = dyn Fn(&Findings<'_>, &[&[u32]], &Certain) -> Vec<Vec<Vec<u32>>> + Sync + 'a;

/// The groups that a group of statements is where two of its voices surely say the same, and others only may.
pub(crate) fn cored(findings: &Findings<'_>, group: &[u32], certain: &Certain) -> Vec<Vec<u32>> {
    Told::default().cores(findings, group.to_vec(), certain)
}

/// The claims among all statements, and the stories (as [`stories::compared`](crate::stories::compared) found them) so
/// that each claim lies in one.
pub(crate) fn claims(
    cores: &dyn Cores,
    findings: &Findings<'_>,
    stories: Vec<Vec<u32>>,
    near: Vec<Link>,
    (hold, core): (&Hold<'_>, &Core<'_>),
) -> (Vec<Drawn>, Vec<Vec<u32>>) {
    let space = &findings.space;
    let near = candidates(space, near);
    let mut likely: Vec<Link> = Vec::new();
    let mut linked: Vec<Link> = Vec::new();
    let mut area_of = vec![0_u32; space.documents.len()];
    for (index, area) in (0..).zip(&space.areas) {
        area.documents.iter().for_each(|&document| area_of[document as usize] = index);
    }
    // Area by area, so that only its statements have to be kept in mind.
    let area = |index: u32| area_of[space.statements[index as usize].document as usize];
    let areas = |link: &Link| (area(link.a), area(link.b));
    let mut by_area = near;
    model::order::sort_by_key(&mut by_area, areas);
    let parts: Vec<&[Link]> = by_area.chunk_by(|a, b| areas(a) == areas(b)).collect();
    // All pairs of a statement and a document lie in one part.
    let held = map(cores, parts.len(), |at| hold(findings, parts[at]));
    for (some_likely, some_linked) in held {
        likely.extend(some_likely);
        linked.extend(some_linked);
    }
    linkage::put_in_order(&mut linked);
    linkage::put_in_order(&mut likely);
    let mut told = Told::default();
    let mut groups = grouping::groups(&linked, SURE, &mut |a, b| told.may_be_one(findings, a, b));
    let certain: Certain =
        model::order::gather(linked.iter().filter(|link| link.score >= held::LIKELY).map(|link| (link.a, link.b)));
    let whole: Vec<&[u32]> = groups.iter().map(Vec::as_slice).collect();
    groups = core(findings, &whole, &certain).into_iter().flatten().collect();
    join_denials(space, &mut groups);
    let mut story_of = vec![0_usize; space.statements.len()];
    for (story, group) in stories.iter().enumerate() {
        group.iter().for_each(|&index| story_of[index as usize] = story);
    }
    // A claim lies in the story that most of its statements tell, the first of several.
    for group in &groups {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        group.iter().for_each(|&index| *counts.entry(story_of[index as usize]).or_default() += 1);
        let most = counts.into_iter().max_by_key(|&(story, count)| (count, std::cmp::Reverse(story)));
        if let Some((story, _)) = most {
            group.iter().for_each(|&index| story_of[index as usize] = story);
        }
    }
    let mut claim_of: Vec<Option<u32>> = vec![None; space.statements.len()];
    for (claim, group) in (0..).zip(&groups) {
        group.iter().for_each(|&index| claim_of[index as usize] = Some(claim));
    }
    for (index, claim) in (0..).zip(&mut claim_of).filter(|(_, claim)| claim.is_none()) {
        *claim = Some(groups.len() as u32);
        groups.push(vec![index]);
    }
    let claim = |index: u32| claim_of[index as usize].unwrap_or_default() as usize;
    let mut perhaps: Vec<BTreeMap<u32, Beside>> = vec![BTreeMap::new(); groups.len()];
    for link in likely.iter().filter(|link| claim(link.a) != claim(link.b)) {
        for (own, other) in [(link.a, link.b), (link.b, link.a)] {
            let beside = Beside { own, other, likelihood: link.score };
            let kept = perhaps[claim(own)].entry(other).or_insert(beside);
            if kept.likelihood < beside.likelihood {
                *kept = beside;
            }
        }
    }
    let mut kept: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (index, &story) in (0..).zip(&story_of) {
        kept.entry(story).or_default().push(index);
    }
    let mut stories: Vec<Vec<u32>> = kept.into_values().collect();
    model::order::sort(&mut stories);
    for (story, group) in stories.iter().enumerate() {
        group.iter().for_each(|&index| story_of[index as usize] = story);
    }
    let drawn = groups.into_iter().zip(perhaps).map(|(statements, perhaps)| {
        let mut perhaps: Vec<Beside> = perhaps.into_values().collect();
        model::order::sort_by(&mut perhaps, |a, b| b.likelihood.total_cmp(&a.likelihood).then(a.other.cmp(&b.other)));
        perhaps.truncate(MOST_PERHAPS);
        Drawn { story: story_of[statements[0] as usize], statements, perhaps }
    });
    let mut drawn: Vec<Drawn> = drawn.collect();
    model::order::sort_by(&mut drawn, |a, b| a.statements.cmp(&b.statements));
    (drawn, stories)
}

/// Puts each denial that points back to another statement with that one.
fn join_denials(space: &Space, groups: &mut Vec<Vec<u32>>) {
    let mut group_of: Map<u32, usize> = Map::default();
    for (at, group) in groups.iter().enumerate() {
        group.iter().for_each(|&index| _ = group_of.insert(index, at));
    }
    for (index, statement) in (0..).zip(&space.statements) {
        let Some(denied) = statement.denies else { continue };
        let at = *group_of.entry(denied).or_insert_with(|| {
            groups.push(vec![denied]);
            groups.len() - 1
        });
        groups[at].push(index);
        group_of.insert(index, at);
    }
    *groups = linkage::groups_in_order(std::mem::take(groups));
}

/// What perhaps says the same is shown beside a claim up to this many.
const MOST_PERHAPS: usize = 8;

/// All pairs that are looked at closely: those within areas, those across, and those in the same words.
pub(crate) fn candidates(space: &Space, mut near: Vec<Link>) -> Vec<Link> {
    near.extend(across::across(space));
    linkage::put_in_order(&mut near);
    let known = |a: u32, b: u32| near.binary_search_by_key(&(a, b), |link| (link.a, link.b)).is_ok();
    let mut same = across::in_the_same_words(space);
    same.extend(across::of_one_deed(space));
    linkage::put_in_order(&mut same);
    same.dedup_by_key(|link| (link.a, link.b));
    let same: Vec<Link> = same.into_iter().filter(|link| !known(link.a, link.b)).collect();
    near.extend(same);
    linkage::put_in_order(&mut near);
    near
}

/// How near each statement comes to any statement of each other document, with its words.
pub(crate) struct Nearest {
    best: Map<(u32, u32), f32>,
    words: Map<u32, Words>,
}

impl Nearest {
    /// Of all pairs that are near.
    pub(crate) fn new(space: &Space, near: &[Link]) -> Self {
        let document = |index: u32| space.statements[index as usize].document;
        let mut best: Map<(u32, u32), f32> = Map::default();
        for link in near {
            for (own, other) in [(link.a, link.b), (link.b, link.a)] {
                let kept = best.entry((own, document(other))).or_default();
                *kept = kept.max(link.score);
            }
        }
        let mut words: Map<u32, Words> = Map::default();
        for index in near.iter().flat_map(|link| [link.a, link.b]) {
            words.entry(index).or_insert_with(|| Words::of(&space.statements[index as usize].said));
        }
        Self { best, words }
    }

    /// The evidence of a pair that is near.
    pub(crate) fn evidence(&self, space: &Space, link: &Link) -> Evidence {
        let document = |index: u32| space.statements[index as usize].document;
        let of = |own: u32, document: u32| self.best.get(&(own, document)).copied().unwrap_or(1.0);
        let best = of(link.a, document(link.b)).max(of(link.b, document(link.a)));
        evidence_of(space, link, (&self.words[&link.a], &self.words[&link.b]), best)
    }
}

/// The evidence of two statements, of which either has its `best` in the other's report.
fn evidence_of(space: &Space, link: &Link, of: (&Words, &Words), best: f32) -> Evidence {
    let (a, b) = (&space.statements[link.a as usize], &space.statements[link.b as usize]);
    let days = space.published[a.document as usize].zip(space.published[b.document as usize]);
    evidence(&Pair {
        a,
        b,
        of,
        words: link.score,
        nearest: link.score / best.max(f32::MIN_POSITIVE),
        days: days.map(|(a, b)| b.0.0 - a.0.0),
    })
}
