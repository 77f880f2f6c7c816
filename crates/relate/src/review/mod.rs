//! Decisions of a person over the machine's result.

mod anchors;
mod decisions;
mod propose;

use std::collections::{BTreeMap, BTreeSet};

use model::cores::OneCore;
use model::{
    Alias, Annotated, Claim, Commitment, Corpus, Holder, Occasion, Outcome, Perhaps, Relations, Statement, Story, When,
};

pub use decisions::{Anchor, Decision, Review, ReviewError, with_names};
pub use propose::{ComparedBy, propose};

use crate::findings::Findings;
use crate::ground::ids;
use crate::ground::reports::Place;
use crate::outcomes::Later;
use crate::titles::{Hand, Title};
use crate::{assemble, course, occasions, titles};
use anchors::Anchors;

/// The documents with the commitments, dates, origins and speakers that a person corrected: what [`relate`](crate::relate) and
/// the pages should be given.
///
/// # Errors
/// Where an anchor is not found, or found twice; or a date is none. See [`ReviewError`].
pub fn correct(documents: &[Annotated], decisions: &[Decision]) -> Result<Vec<Annotated>, ReviewError> {
    let mut corrected = documents.to_vec();
    let mut anchors = Anchors::new(documents);
    for (index, decision) in anchored(decisions) {
        for place in places(&mut anchors, decision, index)? {
            let statement = &mut corrected[place.document as usize].statements[place.statement as usize];
            match decision {
                Decision::Commitment { commitment, .. } => statement.commitment = *commitment,
                Decision::Date { date, .. } => {
                    let when = When::parse(date).map_err(|why| ReviewError::BadDate { decision: index, why })?;
                    if statement.time.as_ref() != Some(&when) {
                        statement.time = Some(when);
                        statement.time_span = None;
                    }
                }
                Decision::Origin { origin, .. } => {
                    if statement.holders.last().is_none_or(|h| h.name != *origin) {
                        let name = origin.clone();
                        statement.holders.push(Holder { name, span: None, cue: None, inferred: true, joint: false });
                    }
                }
                Decision::Speaker { speaker, .. } => speak(statement, speaker),
                Decision::Name { .. }
                | Decision::Merge { .. }
                | Decision::Split { .. }
                | Decision::Apart { .. }
                | Decision::Retitle { .. }
                | Decision::Hide { .. } => {}
            }
        }
    }
    Ok(corrected)
}

/// The decisions about statements, with their places among all.
fn anchored(decisions: &[Decision]) -> impl Iterator<Item = (usize, &Decision)> {
    decisions.iter().enumerate().filter(|(_, decision)| !matches!(decision, Decision::Name { .. }))
}

/// Makes a statement somebody's words: whoever stood below the outlet gives way, and the words that say that it is said
/// stay. Without a name the report says it by itself.
fn speak(statement: &mut Statement, speaker: &str) {
    let cue = statement.holders.iter().skip(1).rev().find_map(|holder| holder.cue);
    statement.holders.truncate(1);
    statement.quoted.iter_mut().for_each(|quoted| speaker.clone_into(quoted));
    if speaker.is_empty() {
        if statement.commitment == Commitment::Attributed {
            statement.commitment = Commitment::Asserted;
        }
        return;
    }
    statement.holders.push(Holder { name: speaker.to_owned(), span: None, cue, inferred: true, joint: false });
    if statement.commitment == Commitment::Asserted {
        statement.commitment = Commitment::Attributed;
    }
}

/// The relations with a person's decisions carried out, in order. `documents` are those that `relations` was made from,
/// in the same order, and `corpus` is what it was made with.
///
/// # Errors
/// Where an anchor is not found, or found twice; never a guess. See [`ReviewError`].
pub fn review(
    relations: Relations,
    documents: &[Annotated],
    corpus: &Corpus,
    decisions: &[Decision],
) -> Result<Relations, ReviewError> {
    if decisions.is_empty() {
        return Ok(relations);
    }
    let corrected = correct(documents, decisions)?;
    let mut desk = Desk::new(relations);
    let mut anchors = Anchors::new(documents);
    for (index, decision) in anchored(decisions) {
        let places = places(&mut anchors, decision, index)?;
        desk.decide(decision, &places, index)?;
    }
    Ok(desk.finish(&corrected, corpus))
}

/// The statements that a decision is about.
fn places(anchors: &mut Anchors<'_>, decision: &Decision, index: usize) -> Result<Vec<Place>, ReviewError> {
    let wanted = decision.anchors();
    if wanted.is_empty() {
        return Err(ReviewError::Nothing { decision: index, why: "the decision names no statement".to_owned() });
    }
    wanted.iter().map(|anchor| anchors.find(anchor, index)).collect()
}

/// A claim while decisions are carried out.
struct Draft {
    /// As it was, or a claim without members that a split begins.
    claim: Claim,
    members: BTreeSet<Place>,
    /// Whether it has to be put together anew.
    changed: bool,
    /// The title, where it is not the machine's for these statements.
    title: Option<Given>,
}

/// A title that is given to a claim.
struct Given {
    text: String,
    /// Whether it is understood alone.
    stands: bool,
    /// The statements that a person gave it for; none where the machine made it.
    of: Vec<Place>,
}

/// All claims while decisions are carried out.
struct Desk {
    relations: Relations,
    drafts: Vec<Draft>,
    of: BTreeMap<Place, usize>,
    reviewed: BTreeSet<Place>,
    /// What became of ids that were merged away.
    moved: BTreeMap<String, String>,
    /// What perhaps says the same as a statement, with how likely that is in percent.
    beside: BTreeMap<Place, Vec<(Place, u8)>>,
    /// Statements of which a person said that they do not say the same.
    apart: Vec<Vec<Place>>,
    /// What claims were called: a story that was called by one may have another now.
    titles: BTreeSet<String>,
}

impl Desk {
    fn new(mut relations: Relations) -> Self {
        let mut beside: BTreeMap<Place, Vec<(Place, u8)>> = BTreeMap::new();
        for claim in &relations.claims {
            for perhaps in &claim.perhaps {
                let Some(own) = claim.members.get(perhaps.beside as usize) else { continue };
                let own = Place { document: own.document, statement: own.statement };
                let other = Place { document: perhaps.document, statement: perhaps.statement };
                beside.entry(own).or_default().push((other, perhaps.percent));
            }
        }
        let titles = model::order::gather(relations.claims.iter().map(|claim| claim.title.clone()));
        let drafts: Vec<Draft> = std::mem::take(&mut relations.claims)
            .into_iter()
            .map(|claim| Draft {
                members: claim.members.iter().map(|m| Place { document: m.document, statement: m.statement }).collect(),
                changed: false,
                title: None,
                claim,
            })
            .collect();
        let of = model::order::gather(
            drafts.iter().enumerate().flat_map(|(at, d)| d.members.iter().map(move |&place| (place, at))),
        );
        Self {
            relations,
            drafts,
            of,
            reviewed: BTreeSet::new(),
            moved: BTreeMap::new(),
            beside,
            apart: Vec::new(),
            titles,
        }
    }

    fn decide(&mut self, decision: &Decision, places: &[Place], index: usize) -> Result<(), ReviewError> {
        self.reviewed.extend(places);
        let touched: BTreeSet<usize> =
            model::order::gather(places.iter().filter_map(|place| self.of.get(place).copied()));
        match decision {
            Decision::Merge { .. } => self.merge(places, &touched, index)?,
            Decision::Split { .. } => self.split(places),
            Decision::Apart { .. } if touched.len() > 1 => self.apart.push(places.to_vec()),
            Decision::Apart { .. } => {
                let why = "these statements are one claim; split it, or give a statement of each claim".to_owned();
                return Err(ReviewError::Nothing { decision: index, why });
            }
            Decision::Hide { .. } => places.iter().for_each(|place| self.take_out(*place)),
            Decision::Retitle { title, .. } => {
                for &at in &touched {
                    let given = Given { text: title.clone(), stands: true, of: places.to_vec() };
                    self.drafts[at].title = Some(given);
                }
            }
            Decision::Commitment { .. }
            | Decision::Date { .. }
            | Decision::Origin { .. }
            | Decision::Speaker { .. }
            | Decision::Name { .. } => {
                touched.iter().for_each(|&at| self.drafts[at].changed = true);
            }
        }
        let told = decision.told();
        let now: BTreeSet<usize> = model::order::gather(places.iter().filter_map(|place| self.of.get(place).copied()));
        let concerned = if now.is_empty() { touched } else { now };
        concerned.into_iter().for_each(|at| self.drafts[at].claim.reviews.push(told.clone()));
        Ok(())
    }

    fn merge(&mut self, places: &[Place], touched: &BTreeSet<usize>, index: usize) -> Result<(), ReviewError> {
        let Some(&into) = places.first().and_then(|place| self.of.get(place)).filter(|_| touched.len() > 1) else {
            let why =
                "these statements are one claim already; give a statement of each claim to put together".to_owned();
            return Err(ReviewError::Nothing { decision: index, why });
        };
        for &from in touched.iter().filter(|&&from| from != into) {
            let members = std::mem::take(&mut self.drafts[from].members);
            members.iter().for_each(|&place| _ = self.of.insert(place, into));
            let (id, aliases, reviews) = {
                let gone = &mut self.drafts[from].claim;
                (gone.id.clone(), std::mem::take(&mut gone.aliases), std::mem::take(&mut gone.reviews))
            };
            self.moved.insert(id.clone(), self.drafts[into].claim.id.clone());
            let kept = &mut self.drafts[into];
            let (text, stands) = (kept.claim.title.clone(), kept.claim.stands);
            kept.title.get_or_insert(Given { text, stands, of: Vec::new() });
            kept.members.extend(members);
            kept.claim.aliases.push(id);
            kept.claim.aliases.extend(aliases);
            kept.claim.reviews.extend(reviews);
            kept.changed = true;
        }
        Ok(())
    }

    fn split(&mut self, places: &[Place]) {
        let at = self.drafts.len();
        let from = places.first().and_then(|place| self.of.get(place)).map(|&from| &self.drafts[from].claim);
        let claim = Claim { story: from.map(|claim| claim.story.clone()).unwrap_or_default(), ..Claim::empty() };
        places.iter().for_each(|place| self.take_out(*place));
        let members: BTreeSet<Place> = model::order::gather(places.iter().copied());
        members.iter().for_each(|&place| _ = self.of.insert(place, at));
        self.drafts.push(Draft { claim, members, changed: true, title: None });
    }

    fn take_out(&mut self, place: Place) {
        if let Some(at) = self.of.remove(&place) {
            self.drafts[at].members.remove(&place);
            self.drafts[at].changed = true;
        }
    }

    /// Puts the changed claims together anew from the corrected documents.
    fn finish(mut self, corrected: &[Annotated], corpus: &Corpus) -> Relations {
        let findings = Findings::new(&OneCore, corrected, &named(&self.relations, corpus));
        let mut taken: BTreeSet<String> = model::order::gather(self.drafts.iter().map(|d| d.claim.id.clone()));
        taken.extend(self.drafts.iter().flat_map(|d| d.claim.aliases.iter().cloned()));
        let mut made = Vec::new();
        for draft in self.drafts.into_iter().filter(|d| !d.members.is_empty()) {
            let mut claim = if draft.changed { rebuilt(&findings, &draft, &mut taken) } else { draft.claim };
            if let Some(given) = draft.title {
                retitle(&findings, &mut claim, &given);
                // Before the statement that it was given for was out, it may tell what nobody knew.
                let out = |claim: &Claim| given.of.iter().any(|place| of(claim).any(|member| member == *place));
                for stage in claim.earlier.iter_mut().filter(|stage| out(&stage.claim)) {
                    retitle(&findings, &mut stage.claim, &given);
                }
            }
            for member in &mut claim.members {
                let place = Place { document: member.document, statement: member.statement };
                member.reviewed |= self.reviewed.contains(&place);
            }
            let stages = claim.earlier.iter_mut().filter_map(|stage| stage.claim.expectation.as_mut());
            let expectations = claim.expectation.iter_mut().chain(stages);
            let settled = expectations.flat_map(|e| &mut e.settled_by).filter_map(|s| s.claim.as_mut());
            settled.for_each(|id| {
                while let Some(now) = self.moved.get(id) {
                    *id = now.clone();
                }
            });
            made.push(claim);
        }
        assemble::sort(&mut made);
        set_beside(&mut made, &self.beside, &self.apart);
        // Whatever stood under a title that is gone: the claim, or the story that it headed.
        let headed = |old: &String| [Story::among(old), Story::in_marks(old), old.clone()];
        let gone: BTreeSet<String> = model::order::gather(self.titles.iter().flat_map(headed));
        let own = |title: String, line| Some((title, line)).filter(|(title, _)| !gone.contains(title));
        let known = self.relations.stories.into_iter();
        let known = known.map(|story| (story.id, (story.aliases, own(story.title, story.line))));
        self.relations.stories = assemble::stories(None, &made, &model::order::gather(known));
        self.relations.claims = made;
        self.relations
    }
}

/// What perhaps says the same, now that statements may stand in other claims.
fn set_beside(claims: &mut [Claim], beside: &BTreeMap<Place, Vec<(Place, u8)>>, apart: &[Vec<Place>]) {
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
fn rebuilt(findings: &Findings<'_>, draft: &Draft, taken: &mut BTreeSet<String>) -> Claim {
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
fn of(claim: &Claim) -> impl Iterator<Item = Place> {
    claim.members.iter().map(|member| Place { document: member.document, statement: member.statement })
}

/// Calls a claim by the title that is given to it, with how its statements say it.
fn retitle(findings: &Findings<'_>, claim: &mut Claim, given: &Given) {
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
fn named(relations: &Relations, corpus: &Corpus) -> Corpus {
    let found =
        relations.entities.iter().map(|e| Alias { name: e.name.clone(), kind: e.kind, aliases: e.aliases.clone() });
    let names = found.chain(corpus.names.iter().cloned()).collect();
    Corpus { names, unnamed_outlets: corpus.unnamed_outlets, ..Corpus::default() }
}
