//! One utterance of one speaker, as each document prints it.

use std::collections::{BTreeMap, BTreeSet};

use model::{Alternative, Discrepancy, DiscrepancyKind, Reading, Span, Utterance, VariantWord};

use crate::entities::{Entities, key};
use crate::ground::alignment::{columns, overlap};
use crate::ground::lexicon;
use crate::ground::reports::{Place, Reports};
use crate::ground::roles::is_unnamed;
use crate::ground::words::{fold, words};

/// Versions share at least this much of the shorter one, in order.
const ALIKE: f32 = 0.5;

/// Words that mean something which versions share at least.
const CONTENT: usize = 2;

/// Versions of one claim that are looked at: each is compared with each.
const MOST: usize = 80;

/// One version before it is aligned.
struct Version<'a> {
    document: u32,
    span: Span,
    text: &'a str,
    direct: bool,
}

/// The utterances that the statements of a claim print differently.
pub(crate) fn utterances(reports: &Reports<'_>, entities: &Entities, places: &[Place]) -> Vec<Utterance> {
    let mut by_speaker: BTreeMap<String, (String, Vec<Version<'_>>)> = BTreeMap::new();
    for &place in places.iter().take(MOST) {
        let statement = reports.statement(place);
        let Some(holder) = statement.holders.iter().skip(1).rev().find(|h| !is_unnamed(&h.name)) else { continue };
        let name = entities.shown(&holder.name).to_owned();
        let versions = &mut by_speaker.entry(key(&name)).or_insert_with(|| (name, Vec::new())).1;
        let version =
            |span, direct| Version { document: place.document, span, text: reports.cut(place.document, span), direct };
        if statement.quotes.is_empty() {
            versions.push(version(statement.span, false));
        }
        versions.extend(statement.quotes.iter().map(|&quote| version(quote, true)));
    }
    by_speaker.into_values().flat_map(|(speaker, versions)| aligned(&speaker, &versions)).collect()
}

/// The groups of versions that run alike, each aligned.
fn aligned(speaker: &str, versions: &[Version<'_>]) -> Vec<Utterance> {
    let mut group: Vec<usize> = (0..versions.len()).collect();
    for a in 0..versions.len() {
        for b in a + 1..versions.len() {
            if group[a] != group[b] && alike(&versions[a], &versions[b]) {
                let (from, to) = (group[b], group[a]);
                group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
            }
        }
    }
    let mut groups: BTreeMap<usize, BTreeMap<u32, &Version<'_>>> = BTreeMap::new();
    for (version, &g) in versions.iter().zip(&group) {
        // Of several versions in one document the quoted one counts, then the longest.
        let kept = groups.entry(g).or_default().entry(version.document).or_insert(version);
        if (version.direct, version.text.len()) > (kept.direct, kept.text.len()) {
            *kept = version;
        }
    }
    groups
        .into_values()
        .filter_map(|versions| utterance(speaker, &versions.into_values().collect::<Vec<_>>()))
        .collect()
}

fn alike(a: &Version<'_>, b: &Version<'_>) -> bool {
    a.document != b.document
        && (a.direct || b.direct)
        && shared_content(a.text, b.text) >= CONTENT
        && overlap(a.text, b.text) >= ALIKE
}

fn shared_content(a: &str, b: &str) -> usize {
    let content = |text: &str| -> BTreeSet<String> {
        words(text).iter().map(|w| fold(w.text)).filter(|w| !lexicon::is_empty_word(w)).collect()
    };
    content(a).intersection(&content(b)).count()
}

fn utterance(speaker: &str, versions: &[&Version<'_>]) -> Option<Utterance> {
    let folded = |v: &&Version<'_>| words(v.text).iter().map(|w| fold(w.text)).collect::<Vec<_>>();
    let distinct: BTreeSet<Vec<String>> = versions.iter().map(folded).collect();
    if distinct.len() < 2 {
        return None;
    }
    let columns = columns(&versions.iter().map(|v| v.text).collect::<Vec<_>>());
    let versions = versions.iter().zip(columns.rows).map(|(version, row)| Alternative {
        document: version.document,
        span: version.span,
        direct: version.direct,
        words: row.into_iter().zip(&columns.same).map(|(text, &same)| VariantWord { text, same }).collect(),
    });
    Some(Utterance { speaker: speaker.to_owned(), versions: versions.collect() })
}

/// Where quotations in quotation marks do not only cut, but word it differently.
pub(crate) fn wordings(reports: &Reports<'_>, utterances: &[Utterance]) -> Vec<Discrepancy> {
    utterances.iter().filter_map(|utterance| wording(reports, utterance)).collect()
}

fn wording(reports: &Reports<'_>, utterance: &Utterance) -> Option<Discrepancy> {
    let direct: Vec<&Alternative> = utterance.versions.iter().filter(|v| v.direct).collect();
    let text = |v: &Alternative| reports.cut(v.document, v.span).split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = |v: &Alternative| words(&text(v)).iter().map(|w| fold(w.text)).collect::<Vec<_>>();
    let cut = |a: &[String], b: &[String]| a.is_empty() || b.windows(a.len()).any(|w| w == a);
    let differ = direct.iter().enumerate().any(|(i, a)| {
        direct[i + 1..].iter().any(|b| {
            let (a, b) = (folded(a), folded(b));
            !cut(&a, &b) && !cut(&b, &a)
        })
    });
    differ.then(|| Discrepancy {
        kind: DiscrepancyKind::Wording,
        about: utterance.speaker.clone(),
        update: false,
        values: direct
            .iter()
            .map(|v| Reading { document: v.document, span: v.span, value: text(v), by: utterance.speaker.clone() })
            .collect(),
    })
}
