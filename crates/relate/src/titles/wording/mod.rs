//! The words of a document with small changes: a name in full, a weekday left out.

pub(super) mod dates;
pub(super) mod left;
pub(super) mod names;
pub(super) mod offices;
pub(super) mod pronouns;
pub(super) mod slips;
pub(super) mod things;

use model::Span;

use crate::ground::reports::Reports;

/// A document whose words are read with changes.
pub(in crate::titles) struct Wording<'a> {
    reports: &'a Reports<'a>,
    document: u32,
    /// What is read instead of the words at a span, in the order of the text; none overlaps another.
    changes: Vec<(Span, String)>,
}

impl<'a> Wording<'a> {
    pub(in crate::titles) fn new(reports: &'a Reports<'a>, document: u32, mut changes: Vec<(Span, String)>) -> Self {
        model::order::sort_by_key(&mut changes, |(span, _)| *span);
        changes.dedup_by(|next, kept| next.0.start < kept.0.end);
        Self { reports, document, changes }
    }

    /// The words from `start` to `end`, changed.
    pub(in crate::titles) fn cut(&self, start: u32, end: u32) -> String {
        let plain = |from: u32, to: u32| {
            if from < to { self.reports.cut(self.document, Span::new(from, to)) } else { "" }
        };
        let mut told = String::new();
        let mut at = start;
        for (span, words) in self.changes.iter().filter(|(span, _)| span.start >= start && span.end <= end) {
            told.push_str(plain(at, span.start));
            told.push_str(words);
            at = span.end;
        }
        told.push_str(plain(at, end));
        told
    }
}
