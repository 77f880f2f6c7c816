//! What a document as a whole rests on, where it says so: a credit line, a source named at the top, a report that it
//! cites again and again.

use std::collections::BTreeMap;

use model::{EntityKind, Role, Span, Text};

use crate::entities::{Entities, key};
use crate::reports::Reports;
use crate::words::{fold, words};

/// A credit line weighs as much as this many citations.
const CREDIT: u32 = 3;

/// A source that the title or the first statements name.
const AT_THE_TOP: u32 = 2;

/// What a source must weigh for the document to rest on it.
const ENOUGH: u32 = 3;

/// Where one document names one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Naming {
    /// The words that name it.
    pub span: Span,
    /// Whether they stand in a credit line.
    pub credit: bool,
}

/// The sources that one document names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Upstream {
    /// What it mainly rests on, where that is not itself: the key of its name.
    pub main: Option<String>,
    /// Every source it names, by key: the name as shown, and where, credit lines first.
    pub named: BTreeMap<String, (String, Vec<Naming>)>,
}

/// The upstreams of all documents.
pub(crate) fn upstreams(reports: &Reports<'_>, entities: &Entities) -> Vec<Upstream> {
    (0..reports.documents.len() as u32).map(|document| upstream(reports, entities, document)).collect()
}

fn upstream(reports: &Reports<'_>, entities: &Entities, document: u32) -> Upstream {
    let report = reports.documents[document as usize];
    let own = report.document.outlet.as_deref().map(key);
    let mut upstream = Upstream::default();
    let mut weights: BTreeMap<String, u32> = BTreeMap::new();
    let mut name = |name: &str, naming: Naming, weight: u32| {
        let shown = entities.shown(name).to_owned();
        let key = key(&shown);
        if key.is_empty() || Some(&key) == own.as_ref() || is_unnamed(&shown) {
            return;
        }
        *weights.entry(key.clone()).or_default() += weight;
        upstream.named.entry(key).or_insert_with(|| (shown, Vec::new())).1.push(naming);
    };
    for passage in report.document.passages.iter().filter(|p| p.role == Role::Credit) {
        if let Some((credited, span)) = credited(&reports.texts[document as usize], passage.span) {
            name(&credited, Naming { span, credit: true }, CREDIT);
        }
    }
    let top = report.statements.first().map(|s| s.sentence);
    for statement in &report.statements {
        for holder in statement.holders.iter().skip(1) {
            let Some(span) = holder.span else { continue };
            // Whoever speaks is the origin of what they say; only a report, an agency or an office carries a document.
            let person =
                entities.find(&holder.name).is_some_and(|e| entities.list[e as usize].kind == EntityKind::Person);
            let weight = match (person, Some(statement.sentence) == top) {
                (true, _) => 0,
                (false, true) => AT_THE_TOP,
                (false, false) => 1,
            };
            name(&holder.name, Naming { span, credit: false }, weight);
        }
    }
    let statements = report.statements.len() as u32;
    upstream.main = weights
        .into_iter()
        .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)))
        .filter(|&(_, weight)| weight >= ENOUGH && weight * 5 >= statements)
        .map(|(key, _)| key);
    for (_, namings) in upstream.named.values_mut() {
        namings.sort_by_key(|n| (!n.credit, n.span));
        namings.dedup();
    }
    upstream
}

/// Whom a credit line names, with the words: what follows "Source:" or "by", else the name with which it begins, up to
/// its possessive or its verb.
fn credited(text: &Text<'_>, line: Span) -> Option<(String, Span)> {
    let cut = text.cut(line);
    let found = words(cut);
    let after_colon = cut.find(':').map_or(0, |at| at + 1);
    let from = found.iter().position(|w| w.start >= after_colon && w.text.starts_with(char::is_uppercase))?;
    let mut to = from;
    for (index, word) in found.iter().enumerate().skip(from) {
        let apart = index > from && cut[found[index - 1].end..word.start].chars().any(|c| !c.is_whitespace());
        if apart || !word.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
            break;
        }
        to = index;
        if word.text.ends_with("'s") || word.text.ends_with("’s") {
            break;
        }
    }
    let (start, end) = (found[from].start, found[to].end);
    let name = cut[start..end].trim_end_matches("'s").trim_end_matches("’s").to_owned();
    let base = text.byte(line.start);
    Some((name, text.span(base + start, base + end)))
}

/// Whether a source is told without a name: "officials", "two people", "some analysts".
pub(crate) fn is_unnamed(name: &str) -> bool {
    let vague = |word: &str| {
        matches!(
            word,
            "source"
                | "sources"
                | "report"
                | "reports"
                | "rumour"
                | "rumours"
                | "rumor"
                | "rumors"
                | "analysts"
                | "experts"
                | "observers"
                | "media"
                | "people"
                | "some"
                | "others"
                | "many"
                | "critics"
                | "insiders"
                | "witnesses"
                | "it"
                | "they"
                | "he"
                | "she"
                | "we"
                | "who"
        )
    };
    let named = words(name).iter().skip(1).any(|w| w.text.starts_with(char::is_uppercase));
    let first = words(name).first().map(|w| (fold(w.text), w.text.starts_with(char::is_uppercase)));
    !named && first.is_none_or(|(first, capital)| vague(&first) || !capital)
}
