//! Decisions carried out, one after the other, on all claims.

use std::collections::{BTreeMap, BTreeSet};

use model::cores::OneCore;
use model::{Annotated, Claim, Corpus, Relations, Story};

use super::anew::{Draft, Given, named, of, rebuilt, retitle, set_beside};
use super::decisions::{Decision, ReviewError};
use crate::assemble;
use crate::findings::Findings;
use crate::ground::reports::Place;

/// All claims while decisions are carried out.
pub(super) struct Desk {
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
    pub(super) fn new(mut relations: Relations) -> Self {
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
                members: model::order::gather(
                    claim.members.iter().map(|m| Place { document: m.document, statement: m.statement }),
                ),
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

    pub(super) fn decide(&mut self, decision: &Decision, places: &[Place], index: usize) -> Result<(), ReviewError> {
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
    pub(super) fn finish(mut self, corrected: &[Annotated], corpus: &Corpus) -> Relations {
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
