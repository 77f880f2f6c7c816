//! What a comparison of statements looks at.

use model::{Discrepancy, DiscrepancyKind, Reading, Span};

use crate::entities::Entities;
use crate::ground::frame::Frame;
use crate::ground::reports::{Place, Reports};

/// Values of one kind that are compared, each with each.
const MOST: usize = 60;

/// What a comparison of statements looks at.
pub(super) struct Scene<'a> {
    pub reports: &'a Reports<'a>,
    pub entities: &'a Entities,
    /// The claim's statements, by publication.
    pub places: Vec<Place>,
}

/// A value that a statement gives.
pub(super) struct Given<T> {
    /// Index of the statement among the scene's.
    pub member: usize,
    /// The words that give it.
    pub span: Span,
    /// It.
    pub value: T,
    /// The statement without it.
    pub frame: Frame,
}

impl<'a> Scene<'a> {
    /// A value at `span` of the statement `member`; `without` are the words beside it that are no part of what is said of
    /// it.
    pub(super) fn given<T>(&self, member: usize, span: Span, value: T, without: &[Span]) -> Given<T> {
        let all: Vec<Span> = without.iter().copied().chain([span]).collect();
        Given { member, span, value, frame: Frame::new(self.reports, self.places[member], &all) }
    }

    /// A reading: the value with its words, given by the last holder of the statement.
    pub(super) fn reading(&self, member: usize, span: Span, value: String) -> Reading {
        let place = self.places[member];
        let by = self.reports.statement(place).holders.last().map_or("", |h| h.name.as_str());
        let by = if by.is_empty() { self.reports.own_name(place.document) } else { by };
        Reading { document: place.document, span, value, by: self.entities.shown(by).to_owned() }
    }

    fn document(&self, member: usize) -> u32 {
        self.places[member].document
    }

    /// Which of the values are part of a disagreement: two documents give them of the same thing, they do not meet, and
    /// neither document gives another that meets the other's.
    pub(super) fn disputed<T>(&self, given: &[Given<T>], meet: impl Fn(&T, &T) -> bool) -> Vec<usize> {
        let given = &given[..given.len().min(MOST)];
        let told_by = |value: &T, document: u32| {
            given.iter().any(|other| self.document(other.member) == document && meet(value, &other.value))
        };
        let mut disputed = vec![false; given.len()];
        for (at, a) in given.iter().enumerate() {
            for (other, b) in given.iter().enumerate().skip(at + 1) {
                let (one, two) = (self.document(a.member), self.document(b.member));
                if one != two
                    && !meet(&a.value, &b.value)
                    && a.frame.fits(&b.frame)
                    && !told_by(&a.value, two)
                    && !told_by(&b.value, one)
                {
                    disputed[at] = true;
                    disputed[other] = true;
                }
            }
        }
        // Those that agree with either side are shown beside it.
        let beside = |at: usize| (0..given.len()).any(|o| disputed[o] && meet(&given[at].value, &given[o].value));
        (0..given.len()).filter(|&at| disputed[at] || beside(at)).collect()
    }
}

/// A discrepancy that its kind alone tells, and that is no update; none without readings.
pub(super) fn found(kind: DiscrepancyKind, about: &str, values: Vec<Reading>) -> Option<Discrepancy> {
    let values = settle(values);
    (values.len() > 1).then(|| Discrepancy { kind, about: about.to_owned(), update: false, values })
}

/// Readings by document and place, without what one document repeats.
pub(super) fn settle(mut values: Vec<Reading>) -> Vec<Reading> {
    model::order::sort_by(&mut values, |a, b| (a.document, a.span, &a.value).cmp(&(b.document, b.span, &b.value)));
    let mut kept: Vec<Reading> = Vec::new();
    for value in values {
        if !kept.iter().rev().take_while(|k| k.document == value.document).any(|k| k.value == value.value) {
            kept.push(value);
        }
    }
    kept
}
