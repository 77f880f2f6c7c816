//! What documents rest on, and what ties two of them whatever they say.

mod press;
mod reuse;
mod staff;
mod upstream;

use std::collections::{BTreeMap, BTreeSet};

use model::{Origin, Role, Span, Tie, TieKind};

use crate::entities::Entities;
use crate::ground::ids;
use crate::ground::reports::Reports;
use reuse::{Reuse, Shared};
use upstream::{Upstream, upstreams};

pub(crate) use staff::{Staff, Whose, speaks_for_itself};
pub(crate) use upstream::source_name;

/// What is known of all documents before a claim is looked at.
pub(crate) struct Sources {
    /// By document.
    pub upstreams: Vec<Upstream>,
    /// Whose people "the analysts" are.
    pub staff: Staff,
    /// What two documents share word by word, by documents.
    reuse: BTreeMap<(u32, u32), Reuse>,
    /// The agencies that each document credits, at its head or at its foot.
    pub agencies: Vec<BTreeSet<String>>,
}

/// Words in the reports' own voice that run together in a copy at least.
const COPY: usize = 24;

impl Sources {
    pub(crate) fn new(reports: &Reports<'_>, entities: &Entities) -> Self {
        Self {
            upstreams: upstreams(reports, entities),
            staff: Staff::new(reports, entities),
            reuse: reuse::shared(reports),
            agencies: (0..reports.documents.len() as u32).map(|document| agencies(reports, document)).collect(),
        }
    }

    /// The text that ties two documents in a claim whose statements stand in the spans `ours` of the first and `theirs` of
    /// the second: that of a copy, or else a run of words which stands in these very statements, and is more than what both
    /// quote.
    pub(crate) fn tie(&self, reports: &Reports<'_>, a: (u32, &[Span]), b: (u32, &[Span])) -> Option<Tie> {
        let reuse = self.reuse.get(&(a.0, b.0))?;
        let meets = |spans: &[Span], run: Span| spans.iter().any(|span| span.start < run.end && run.start < span.end);
        let own = |run: &&Shared| {
            meets(a.1, run.a.1) && meets(b.1, run.b.1) && !(is_quoted(reports, run.a) && is_quoted(reports, run.b))
        };
        // A law or a speech that both quote makes no copy, however much of a short report it is.
        let told = |run: &&Shared| !is_quoted(reports, run.a);
        let copied = || reuse.copied && reuse.runs.iter().filter(told).map(|run| run.words).sum::<usize>() >= COPY;
        let run = reuse.runs.iter().find(own).or_else(|| reuse.runs.first().filter(|_| copied()))?;
        Some(Tie { kind: TieKind::Reuse, a: run.a, b: run.b })
    }

    /// All that is known of a document among some, as text, for it to be told from another: what it rests on, whose people it
    /// names, and what it shares with the later ones of them.
    pub(crate) fn known(&self, entities: &Entities, document: u32, among: &[u32]) -> String {
        let shared = self.reuse.range((document, 0)..=(document, u32::MAX));
        let shared: Vec<_> = shared.filter(|((_, other), _)| among.binary_search(other).is_ok()).collect();
        let upstream = &self.upstreams[document as usize];
        format!("{upstream:?} {} {shared:?}", self.staff.known(entities, document))
    }

    /// Whether two documents share text of their own, whatever it says: then one may have more from the other, or both from
    /// a third.
    pub(crate) fn share_text(&self, reports: &Reports<'_>, a: u32, b: u32) -> bool {
        let shared = self.reuse.get(&(a.min(b), a.max(b)));
        shared.is_some_and(|reuse| {
            let told = reuse.runs.iter().filter(|run| !is_quoted(reports, run.a) && !is_quoted(reports, run.b));
            told.map(|run| run.words).sum::<usize>() >= COPY
        })
    }

    /// The origins that documents rest mainly on, over the corpus.
    pub(crate) fn origins(&self) -> Vec<Origin> {
        let mut by_key: BTreeMap<&str, Origin> = BTreeMap::new();
        for (document, upstream) in self.upstreams.iter().enumerate() {
            let Some(main) = &upstream.main else { continue };
            let Some((name, namings)) = upstream.named.get(main) else { continue };
            let origin = by_key.entry(main).or_insert_with(|| Origin {
                id: ids::slug(name),
                name: name.clone(),
                documents: Vec::new(),
                evidence: Vec::new(),
            });
            origin.documents.push(document as u32);
            origin.evidence.push(namings.first().map(|n| n.span));
        }
        let mut origins: Vec<Origin> = by_key.into_values().collect();
        model::order::sort_by(&mut origins, |a, b| (&a.documents, &a.id).cmp(&(&b.documents, &b.id)));
        origins
    }
}

/// The agencies that a document credits: its outlet, a dateline, a line that tells who contributed.
fn agencies(reports: &Reports<'_>, document: u32) -> BTreeSet<String> {
    let report = &reports.documents[document as usize].document;
    let mut found = press::agencies(report.outlet.as_deref().unwrap_or_default(), true);
    for passage in &report.passages {
        let text = reports.cut(document, passage.span);
        let line = matches!(passage.role, Role::Byline | Role::Credit | Role::Furniture) && passage.span.len() <= LINE;
        found.extend(press::agencies(text, line || text.contains("contributed to this")));
    }
    found
}

/// The news agencies that a text names.
pub(crate) fn named_agencies(text: &str) -> BTreeSet<String> {
    press::agencies(text, true)
}

/// Code points of a line that credits somebody at most.
const LINE: u32 = 300;

/// Whether most of a run stands in quotation marks: what two reports quote is its speaker's, and no text of theirs.
fn is_quoted(reports: &Reports<'_>, run: (u32, Span)) -> bool {
    let statements = &reports.documents[run.0 as usize].statements;
    let from = statements.partition_point(|statement| statement.span.end <= run.1.start);
    let near = statements[from.saturating_sub(1)..].iter().take_while(|statement| statement.span.start < run.1.end);
    let within = |quote: &Span| quote.end.min(run.1.end).saturating_sub(quote.start.max(run.1.start));
    let mut quotes: Vec<Span> = near.flat_map(|statement| statement.quotes.iter().copied()).collect();
    model::order::sort(&mut quotes);
    quotes.dedup();
    let quoted: u32 = quotes.iter().map(within).sum();
    quoted * 10 >= run.1.len() * 7
}
