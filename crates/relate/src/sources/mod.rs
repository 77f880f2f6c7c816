//! What documents rest on, and what ties two of them whatever they say.

mod reuse;
mod staff;
mod upstream;

use std::collections::{BTreeMap, BTreeSet};

use model::{Origin, Span, Tie, TieKind};

use crate::entities::Entities;
use crate::ground::ids;
use crate::ground::reports::Reports;
use reuse::Shared;
use upstream::{Upstream, upstreams};

pub(crate) use staff::{Staff, Whose, speaks_for_itself};
pub(crate) use upstream::source_name;

/// Claims that two documents share at least for a credit line of the one and a citation in the other to tie them: many
/// cite an agency for one figure.
const CLAIMS_IN_COMMON: usize = 3;

/// Claims of more documents than this are not looked at for credits.
const MOST: usize = 200;

/// What is known of all documents before a claim is looked at.
pub(crate) struct Sources {
    /// By document.
    pub upstreams: Vec<Upstream>,
    /// Whose people "the analysts" are.
    pub staff: Staff,
    /// What ties two documents whatever they say, by documents.
    ties: BTreeMap<(u32, u32), Vec<Tie>>,
    /// For documents that a credit ties, whom it names.
    credited: BTreeMap<(u32, u32), String>,
}

impl Sources {
    /// `groups` are the statements of each claim, as indices of [`Reports::places`].
    pub(crate) fn new(reports: &Reports<'_>, entities: &Entities, groups: &[Vec<u32>]) -> Self {
        let mut upstreams = upstreams(reports, entities);
        let mut ties: BTreeMap<(u32, u32), Vec<Tie>> = BTreeMap::new();
        for Shared { a, b, .. } in reuse::shared(reports) {
            ties.entry((a.0, b.0)).or_default().push(Tie { kind: TieKind::Reuse, a, b });
        }
        let mut credited = BTreeMap::new();
        for credit in credits(reports, &upstreams, groups) {
            let pair = (credit.tie.a.0, credit.tie.b.0);
            ties.entry(pair).or_default().push(credit.tie);
            credited.entry(pair).or_insert(credit.name);
            upstreams[credit.citing as usize].main.get_or_insert(credit.key);
        }
        Self { upstreams, staff: Staff::new(reports, entities), ties, credited }
    }

    /// What ties two documents whatever they say.
    pub(crate) fn ties(&self, a: u32, b: u32) -> &[Tie] {
        self.ties.get(&(a.min(b), a.max(b))).map_or(&[], Vec::as_slice)
    }

    /// Whom a credit line names that ties two documents.
    pub(crate) fn credited(&self, tie: &Tie) -> Option<&str> {
        self.credited.get(&(tie.a.0, tie.b.0)).map(String::as_str)
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
        origins.sort_by(|a, b| (&a.documents, &a.id).cmp(&(&b.documents, &b.id)));
        origins
    }
}

/// One document credits whom another cites.
struct Credit {
    tie: Tie,
    /// The document without the credit line.
    citing: u32,
    key: String,
    name: String,
}

/// The credits between documents that share claims enough.
fn credits(reports: &Reports<'_>, upstreams: &[Upstream], groups: &[Vec<u32>]) -> Vec<Credit> {
    let place = |document: u32, key: &str, credit: bool| -> Option<Span> {
        let (_, namings) = upstreams[document as usize].named.get(key)?;
        namings.first().filter(|n| n.credit == credit).map(|n| n.span)
    };
    let mut shared: BTreeMap<(u32, u32, &str), usize> = BTreeMap::new();
    for group in groups {
        let documents: BTreeSet<u32> = group.iter().map(|&i| reports.places[i as usize].document).collect();
        if documents.len() < 2 || documents.len() > MOST {
            continue;
        }
        for &credited in &documents {
            let keys = upstreams[credited as usize].named.iter().filter(|(_, (_, namings))| namings[0].credit);
            for (key, _) in keys {
                for &citing in documents.iter().filter(|&&d| place(d, key, false).is_some()) {
                    *shared.entry((credited, citing, key)).or_default() += 1;
                }
            }
        }
    }
    let credits = shared.into_iter().filter(|(_, count)| *count >= CLAIMS_IN_COMMON).filter_map(|(found, _)| {
        let (credited, citing, key) = found;
        let (x, y) = ((credited, place(credited, key, true)?), (citing, place(citing, key, false)?));
        let (a, b) = if credited <= citing { (x, y) } else { (y, x) };
        let name = upstreams[credited as usize].named.get(key)?.0.clone();
        Some(Credit { tie: Tie { kind: TieKind::Credit, a, b }, citing, key: key.to_owned(), name })
    });
    credits.collect()
}
