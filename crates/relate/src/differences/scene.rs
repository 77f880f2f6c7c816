//! What a comparison of statements looks at.

use std::borrow::Cow;

use model::{Discrepancy, DiscrepancyKind, Reading, Span};

use crate::entities::Entities;
use crate::features::{Vector, cosine, unit};
use crate::findings::Findings;
use crate::ground::reports::{Place, Reports};

/// Values of one kind that are compared, each with each.
const MOST: usize = 60;

/// What a comparison of statements looks at.
pub(super) struct Scene<'a> {
    pub reports: &'a Reports<'a>,
    pub entities: &'a Entities,
    /// The claim's statements, by publication.
    pub places: Vec<Place>,
    /// Their words.
    pub terms: Vec<Cow<'a, Vector>>,
    /// The index of the origin of each.
    pub origins: &'a [u32],
}

impl<'a> Scene<'a> {
    /// The same statements `group`, compared by what they say, whoever is named: two actors are rare words both.
    pub(super) fn without_names(&self, findings: &Findings<'_>, group: &[u32]) -> Self {
        let bare = |index: &u32| {
            let features = &findings.space.statements[*index as usize];
            let named = |term: u32| features.names.binary_search_by_key(&term, |&(name, _)| name).is_ok();
            Cow::Owned(unit(features.terms.iter().copied().filter(|&(term, _)| !named(term)).collect()))
        };
        Self { terms: group.iter().map(bare).collect(), places: self.places.clone(), ..*self }
    }

    /// A reading: the value with its words, given by the last holder of the statement.
    pub(super) fn reading(&self, member: usize, span: Span, value: String) -> Reading {
        let place = self.places[member];
        let by = self.reports.statement(place).holders.last().map_or("", |h| h.name.as_str());
        let by = if by.is_empty() { self.reports.own_name(place.document) } else { by };
        Reading { document: place.document, span, value, by: self.entities.shown(by).to_owned() }
    }

    /// How much two statements of different documents share; 0 within one document.
    pub(super) fn likeness(&self, a: usize, b: usize) -> f32 {
        if self.places[a].document == self.places[b].document { 0.0 } else { cosine(&self.terms[a], &self.terms[b]) }
    }

    /// As [`Scene::disputed`], value by value: a document that gives several of one kind, of different things, agrees with
    /// another on those that both give, and may still differ on the rest.
    pub(super) fn disputed_each<T>(
        &self,
        given: &[(usize, T)],
        alike: f32,
        meet: impl Fn(&T, &T) -> bool,
    ) -> Vec<usize> {
        let kept = &given[..given.len().min(MOST)];
        let document = |at: usize| self.places[kept[at].0].document;
        let alone = |x: usize, other: u32| {
            (0..kept.len()).filter(|&y| document(y) == other).all(|y| !meet(&kept[x].1, &kept[y].1))
        };
        let mut disputed = vec![false; kept.len()];
        for a in 0..kept.len() {
            for b in a + 1..kept.len() {
                let comparable = self.likeness(kept[a].0, kept[b].0) >= alike;
                if comparable && alone(a, document(b)) && alone(b, document(a)) {
                    disputed[a] = true;
                    disputed[b] = true;
                }
            }
        }
        // Those that agree with either side are shown beside it.
        let beside = |at: usize| (0..kept.len()).any(|o| disputed[o] && meet(&kept[at].1, &kept[o].1));
        (0..kept.len()).filter(|&at| disputed[at] || beside(at)).collect()
    }

    /// Which of the values given by members are part of a disagreement: those of two documents between which nothing
    /// meets, where the statements are at least `alike`, and those that are compared with either.
    pub(super) fn disputed<T>(&self, given: &[(usize, T)], alike: f32, meet: impl Fn(&T, &T) -> bool) -> Vec<usize> {
        let given = &given[..given.len().min(MOST)];
        let document = |at: usize| self.places[given[at].0].document;
        let comparable = |a: usize, b: usize| self.likeness(given[a].0, given[b].0) >= alike;
        let of = |wanted: u32| (0..given.len()).filter(move |&at| document(at) == wanted);
        let apart = |a: u32, b: u32| of(a).all(|x| of(b).all(|y| !meet(&given[x].1, &given[y].1)));
        let mut disputed = vec![false; given.len()];
        for a in 0..given.len() {
            for b in a + 1..given.len() {
                if comparable(a, b) && apart(document(a), document(b)) {
                    disputed[a] = true;
                    disputed[b] = true;
                }
            }
        }
        (0..given.len())
            .filter(|&at| disputed[at] || (0..given.len()).any(|o| disputed[o] && comparable(at, o)))
            .collect()
    }
}

/// A discrepancy that its kind alone tells, and that is no update; none without readings.
pub(super) fn found(kind: DiscrepancyKind, values: Vec<Reading>) -> Option<Discrepancy> {
    let values = settle(values);
    (!values.is_empty()).then(|| Discrepancy { kind, about: String::new(), update: false, values })
}

/// Readings by document and place, without what one document repeats.
pub(super) fn settle(mut values: Vec<Reading>) -> Vec<Reading> {
    values.sort_by(|a, b| (a.document, a.span, &a.value).cmp(&(b.document, b.span, &b.value)));
    let mut kept: Vec<Reading> = Vec::new();
    for value in values {
        if !kept.iter().rev().take_while(|k| k.document == value.document).any(|k| k.value == value.value) {
            kept.push(value);
        }
    }
    kept
}
