//! What a document as a whole rests on, where it says so: a credit line, a source named at the top, a report that it
//! cites again and again.

use std::collections::BTreeMap;

use model::{EntityKind, Role, Span};

use super::{press, staff};
use crate::entities::{Entities, key};
use crate::ground::reports::Reports;
use crate::ground::roles::is_unnamed;
use crate::ground::words::{fold, words};

/// A credit line weighs as much as this many citations.
const CREDIT: u32 = 3;

/// A source that the title or the first statements name.
const AT_THE_TOP: u32 = 2;

/// Sentences at the top of a document, its title among them.
const TOP: usize = 3;

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
        let shown = source_name(entities, name);
        let key = key(&shown);
        if key.is_empty() || Some(&key) == own.as_ref() || is_unnamed(&shown) {
            return;
        }
        *weights.entry(key.clone()).or_default() += weight;
        upstream.named.entry(key).or_insert_with(|| (shown, Vec::new())).1.push(naming);
    };
    for passage in report.document.passages.iter().filter(|p| p.role == Role::Credit) {
        let line = reports.cut(document, passage.span);
        let person =
            |name: &str| entities.find(name).is_some_and(|at| entities.list[at as usize].kind == EntityKind::Person);
        // "Source: the Water Board" is no person; "Reporting by Anna Berg" is nobody's but the report's.
        let source = line.trim_start().to_lowercase().starts_with("source");
        if let Some(credited) = credited(line).filter(|name| source || press::is_credited(name, person(name))) {
            name(press::full(credited), Naming { span: passage.span, credit: true }, CREDIT);
        }
    }
    for passage in report.document.passages.iter().filter(|p| p.role == Role::Title) {
        let title = reports.cut(document, passage.span);
        let heads = title
            .split_once(": ")
            .map(|(head, _)| head)
            .filter(|head| entities.find(head).is_some() && carries(entities, head));
        if let Some(head) = heads {
            let end = passage.span.start + head.chars().count() as u32;
            name(head, Naming { span: Span::new(passage.span.start, end), credit: false }, AT_THE_TOP);
        }
    }
    let top = report.sentences.get(TOP - 1).or(report.sentences.last()).map_or(0, |s| s.end);
    for statement in &report.statements {
        for holder in statement.holders.iter().skip(1) {
            let Some(span) = holder.span else { continue };
            // Whoever speaks is the origin of what they say; only a report, an agency or an office carries a document.
            let weight = match (carries(entities, &holder.name), statement.span.end <= top) {
                (false, _) => 0,
                (true, true) => AT_THE_TOP,
                (true, false) => 1,
            };
            name(&holder.name, Naming { span, credit: false }, weight);
        }
    }
    let statements = report.statements.len() as u32;
    upstream.main = weights
        .into_iter()
        .max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)))
        .filter(|(key, weight)| {
            let credited = upstream.named.get(key).is_some_and(|(_, namings)| namings.iter().any(|n| n.credit));
            *weight >= ENOUGH && (credited || weight * 5 >= statements)
        })
        .map(|(key, _)| key);
    for (_, namings) in upstream.named.values_mut() {
        model::order::sort_by_key(namings, |n| (!n.credit, n.span));
        namings.dedup();
    }
    upstream
}

/// Whether a whole document can rest on somebody that it cites: an agency, an outlet or an institute. Whoever takes part in
/// what it tells is the origin of what they say, and of no more.
fn carries(entities: &Entities, name: &str) -> bool {
    let kind = entities.find(name).map(|entity| entities.list[entity as usize].kind);
    let shown = source_name(entities, name);
    !matches!(kind, Some(EntityKind::Person | EntityKind::Place))
        && (press::is_press(&shown) || press::is_institute(&shown))
}

/// Whom a credit line names: what follows "Source:" or "by", else the name with which it begins, up to its possessive
/// or its verb.
fn credited(line: &str) -> Option<&str> {
    let found = words(line);
    let after_colon = line.find(':').map_or(0, |at| at + 1);
    let name = |w: &crate::ground::words::Word<'_>| w.text.starts_with(char::is_uppercase) && !opens_credit(w.text);
    let from = found.iter().position(|w| w.start >= after_colon && name(w))?;
    let mut to = from;
    for (index, word) in found.iter().enumerate().skip(from) {
        let apart = index > from && line[found[index - 1].end..word.start].chars().any(|c| !c.is_whitespace());
        if apart
            || index > from && opens_credit(word.text)
            || !word.text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        {
            break;
        }
        to = index;
        if word.text.ends_with("'s") || word.text.ends_with("’s") {
            break;
        }
    }
    let name = &line[found[from].start..found[to].end];
    Some(name.trim_end_matches("'s").trim_end_matches("’s"))
}

/// Words with which a credit line begins, and that are nobody's name: "With reporting by", "Copyright 2024".
fn opens_credit(word: &str) -> bool {
    const WORDS: &str = "with by from this the copyright source sources additional reporting writing editing report \
        reports contributed and file photo all rights reserved first published story material information via compiled a an";
    WORDS.split_whitespace().any(|known| known == fold(word))
}

/// Things that are made by whoever is named before or after them: "a CNN report", "a statement by the ministry".
const MADE: &[&str] = &[
    "a",
    "an",
    "the",
    "its",
    "their",
    "his",
    "her",
    "report",
    "reports",
    "reporting",
    "statement",
    "statements",
    "readout",
    "release",
    "article",
    "story",
    "post",
    "account",
    "assessment",
    "analysis",
    "survey",
    "study",
    "poll",
    "investigation",
    "latest",
    "recent",
    "new",
    "press",
    "from",
    "by",
    "of",
    "in",
    "own",
    "official",
];

/// The name behind a source: the entity it names, the institution whose people it tells of, or the one name in it beside
/// words such as "a … report".
pub(crate) fn source_name(entities: &Entities, given: &str) -> String {
    let given = press::full(given);
    if entities.find(given).is_some() {
        return entities.shown(given).to_owned();
    }
    if let Some(institution) = staff::employer(entities, given) {
        return entities.list[institution as usize].name.clone();
    }
    let found = words(given);
    let made = |w: &str| MADE.contains(&fold(w).as_str()) && w.chars().next().is_some_and(char::is_lowercase);
    // "A Harbour Office statement".
    let article = |i: usize| i == 0 && found.len() > 2 && matches!(found[i].text, "A" | "An");
    let kept: Vec<usize> = (0..found.len()).filter(|&i| !made(found[i].text) && !article(i)).collect();
    let (Some(&first), Some(&last)) = (kept.first(), kept.last()) else { return given.to_owned() };
    let all_named = kept.iter().all(|&i| found[i].text.starts_with(char::is_uppercase));
    let whole = kept.len() == found.len();
    if whole || !all_named {
        return given.to_owned();
    }
    let name = given[found[first].start..found[last].end].trim_end_matches("'s").trim_end_matches("’s");
    entities.shown(name).to_owned()
}
