//! One utterance of one speaker, as each document prints it.

use std::collections::{BTreeMap, BTreeSet};

use model::{Alternative, Discrepancy, DiscrepancyKind, Reading, Span, Utterance, VariantWord};

use crate::entities::{Entities, key};
use crate::ground::alignment::{columns, overlap};
use crate::ground::lexicon;
use crate::ground::reports::{Place, Reports};
use crate::ground::roles::is_unnamed;
use crate::ground::spelling;
use crate::ground::words::{fold, stem, words};

/// Versions share at least this much of the shorter one, in order.
const ALIKE: f32 = 0.5;

/// A part of an utterance has this much of its words, in order, in another print of it.
const WITHIN: f32 = 0.75;

/// Words that mean something which versions share at least.
const CONTENT: usize = 2;

/// Versions of one claim that are looked at: each is compared with each.
const MOST: usize = 80;

/// One version before it is aligned.
#[derive(Clone)]
struct Version {
    document: u32,
    /// Index of the statement that it belongs to, among those that are looked at.
    statement: usize,
    span: Span,
    text: String,
    direct: bool,
}

/// The utterances that the statements of a claim print differently.
pub(crate) fn utterances(reports: &Reports<'_>, entities: &Entities, places: &[Place]) -> Vec<Utterance> {
    let mut by_speaker: BTreeMap<String, (String, Vec<Version>)> = BTreeMap::new();
    for (statement_at, &place) in places.iter().take(MOST).enumerate() {
        let statement = reports.statement(place);
        let Some(holder) = statement.holders.iter().skip(1).rev().find(|h| !is_unnamed(&h.name)) else { continue };
        let name = entities.shown(&holder.name).to_owned();
        let versions = &mut by_speaker.entry(key(&name)).or_insert_with(|| (name, Vec::new())).1;
        let version = |span, direct| {
            let text = reports.cut(place.document, span).to_owned();
            Version { document: place.document, statement: statement_at, span, text, direct }
        };
        if statement.quotes.is_empty() {
            versions.push(version(statement.span, false));
        }
        versions.extend(statement.quotes.iter().map(|&quote| version(quote, true)));
    }
    by_speaker.into_values().flat_map(|(speaker, versions)| aligned(&speaker, &versions)).collect()
}

/// The groups of versions that run alike, each aligned.
fn aligned(speaker: &str, versions: &[Version]) -> Vec<Utterance> {
    let mut group: Vec<usize> = (0..versions.len()).collect();
    for a in 0..versions.len() {
        for b in a + 1..versions.len() {
            if group[a] != group[b] && alike(&versions[a], &versions[b]) {
                let (from, to) = (group[b], group[a]);
                group.iter_mut().filter(|g| **g == from).for_each(|g| *g = to);
            }
        }
    }
    // A short part of an interrupted utterance has too few words to be told by: it belongs where the rest of its statement
    // does, if its words stand there in another print.
    for part in 0..versions.len() {
        let alone = group.iter().filter(|g| **g == group[part]).count() == 1;
        let rest = (0..versions.len()).filter(|&at| at != part && versions[at].statement == versions[part].statement);
        let mut homes = rest.map(|at| group[at]).filter(|&home| alone && versions[part].direct && home != group[part]);
        let printed = |home: usize| {
            versions.iter().zip(&group).any(|(other, &g)| {
                g == home
                    && other.document != versions[part].document
                    && overlap(&other.text, &versions[part].text) >= WITHIN
            })
        };
        if let Some(home) = homes.find(|&home| printed(home)) {
            group[part] = home;
        }
    }
    let mut groups: BTreeMap<usize, BTreeMap<u32, Vec<&Version>>> = BTreeMap::new();
    for (version, &g) in versions.iter().zip(&group) {
        groups.entry(g).or_default().entry(version.document).or_default().push(version);
    }
    groups
        .into_values()
        .filter_map(|of| utterance(speaker, &of.into_values().filter_map(whole).collect::<Vec<_>>()))
        .collect()
}

/// The version of one document. Of several the quoted ones count; parts of an utterance that the report interrupts ("…",
/// she said, "…") are one in their order, and of parts that say the same the longest counts.
fn whole(mut parts: Vec<&Version>) -> Option<Version> {
    if parts.iter().any(|part| part.direct) {
        parts.retain(|part| part.direct);
    }
    model::order::sort_by_key(&mut parts, |part| (std::cmp::Reverse(part.text.len()), part.span));
    let mut kept: Vec<&Version> = Vec::new();
    for part in parts {
        let apart = |other: &&Version| {
            (other.span.end <= part.span.start || part.span.end <= other.span.start)
                && overlap(&other.text, &part.text) < ALIKE
        };
        if kept.is_empty() || part.direct && kept.iter().all(apart) {
            kept.push(part);
        }
    }
    model::order::sort_by_key(&mut kept, |part| part.span);
    let (first, last) = (*kept.first()?, *kept.last()?);
    let text = kept.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ");
    Some(Version { span: Span::new(first.span.start, last.span.end), text, ..first.clone() })
}

fn alike(a: &Version, b: &Version) -> bool {
    a.document != b.document
        && (a.direct || b.direct)
        && shared_content(&a.text, &b.text) >= CONTENT
        && overlap(&a.text, &b.text) >= ALIKE
}

fn shared_content(a: &str, b: &str) -> usize {
    let content = |text: &str| -> BTreeSet<String> {
        model::order::gather(words(text).iter().map(|w| fold(w.text)).filter(|w| !lexicon::is_empty_word(w)))
    };
    content(a).intersection(&content(b)).count()
}

fn utterance(speaker: &str, versions: &[Version]) -> Option<Utterance> {
    let folded = |v: &Version| words(&v.text).iter().map(|w| fold(w.text)).collect::<Vec<_>>();
    let distinct: BTreeSet<Vec<String>> = model::order::gather(versions.iter().map(folded));
    if distinct.len() < 2 {
        return None;
    }
    let columns = columns(&versions.iter().map(|v| v.text.as_str()).collect::<Vec<_>>());
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

/// Words that two prints of one utterance share at least on either side of what differs.
const AROUND: usize = 2;

/// The fewest words of a print that is compared.
const SHORTEST: usize = 5;

/// Words of two prints from which on one that is exchanged for another tells of a slip, wherever it stands.
const LONG: usize = 10;

/// The share of the shorter and of the longer print's words that both have in order, at least, in percent: one speaker says
/// many things on one matter, and only prints of the same words are held against each other.
const OF_SHORTER: usize = 75;
const OF_LONGER: usize = 60;

fn wording(reports: &Reports<'_>, utterance: &Utterance) -> Option<Discrepancy> {
    let direct: Vec<&Alternative> = utterance.versions.iter().filter(|v| v.direct).collect();
    let text = |v: &Alternative| {
        let printed = reports.cut(v.document, v.span).split_whitespace().collect::<Vec<_>>().join(" ");
        let own = v.words.iter().map(|w| w.text.as_str()).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        // Where the report interrupts it, there stand words that are not the utterance's.
        if words(&printed).len() == words(&own).len() { printed } else { own }
    };
    let texts: Vec<String> = direct.iter().map(|v| text(v)).collect();
    let differ: Vec<bool> = (0..direct.len())
        .map(|a| (0..direct.len()).any(|b| a != b && is_worded_otherwise(&texts[a], &texts[b])))
        .collect();
    let values: Vec<Reading> = direct
        .iter()
        .zip(texts)
        .zip(&differ)
        .filter(|(_, differs)| **differs)
        .map(|((v, value), _)| Reading { document: v.document, span: v.span, value, by: utterance.speaker.clone() })
        .collect();
    (values.len() > 1).then(|| Discrepancy {
        kind: DiscrepancyKind::Wording,
        about: utterance.speaker.clone(),
        update: false,
        values,
    })
}

/// Whether two prints of one utterance give other words in its midst: each has a word that means something and that the
/// other has not, between words that both have, or one word stands for another in prints that are the same besides. Words that only
/// the one has may have been left out by the other. What is cut at either end, put in brackets, or spelt otherwise is the same.
fn is_worded_otherwise(a: &str, b: &str) -> bool {
    if [a, b].iter().any(|text| text.contains(['[', '(', '…']) || text.contains("...")) {
        return false;
    }
    let folded =
        |text: &str| -> Vec<String> { words(&text.replace('-', "")).iter().map(|w| spelt(&fold(w.text))).collect() };
    let (a, b) = (folded(a), folded(b));
    let (a, b) = (shortened(&a, &b), shortened(&b, &a));
    if a.len().min(b.len()) < SHORTEST {
        return false;
    }
    let kept = common(&a, &b);
    let exchanged = a.iter().zip(&b).filter(|(ours, theirs)| ours != theirs).collect::<Vec<_>>();
    if let (true, [(ours, theirs)]) = (a.len() == b.len() && a.len() >= LONG, exchanged.as_slice()) {
        return !lexicon::is_empty_word(ours) && !lexicon::is_empty_word(theirs) && !near(ours, theirs);
    }
    let (Some(&first), Some(&last)) = (kept.first(), kept.last()) else { return false };
    let other = |words: &[String], theirs: &[String], from: usize, to: usize, kept: &BTreeSet<usize>| {
        (from..to).any(|at| {
            let inside = at >= from + AROUND && at + AROUND < to + 1;
            inside
                && !kept.contains(&at)
                && !lexicon::is_empty_word(&words[at])
                && !theirs.iter().any(|w| near(w, &words[at]))
        })
    };
    let (ours, theirs): (BTreeSet<usize>, BTreeSet<usize>) = kept.iter().copied().unzip();
    kept.len() * 100 >= a.len().min(b.len()) * OF_SHORTER
        && kept.len() * 100 >= a.len().max(b.len()) * OF_LONGER
        && other(&a, &b, first.0, last.0 + 1, &ours)
        && other(&b, &a, first.1, last.1 + 1, &theirs)
}

/// Words in which those are drawn together for which the other has their initials: "New Northern Line", "NNL".
fn shortened(words: &[String], other: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let initials = |to: usize| words[at..to].iter().filter_map(|word| word.chars().next()).collect::<String>();
        let ends = (at + 2..=words.len().min(at + INITIALS)).rev();
        match ends.map(|to| (to, initials(to))).find(|(_, short)| other.contains(short) && !words.contains(short)) {
            Some((to, short)) => {
                found.push(short);
                at = to;
            }
            None => {
                found.push(words[at].clone());
                at += 1;
            }
        }
    }
    found
}

/// Words at most that are told by their initials.
const INITIALS: usize = 6;

/// Whether two words are spellings or forms of one: "12" and "12th", "memorandums" and "memoranda".
fn near(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let begin = short.chars().zip(long.chars()).take_while(|(a, b)| a == b).count();
    long.starts_with(short) || stem(a) == stem(b) || begin >= 5 || spelling::is_one(a, b)
}

/// A word without hyphens and apostrophes.
fn spelt(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The longest common subsequence of two rows of words, as pairs of places.
fn common(a: &[String], b: &[String]) -> Vec<(usize, usize)> {
    let (rows, columns) = (a.len() + 1, b.len() + 1);
    let mut length = vec![0_u32; rows * columns];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            length[i * columns + j] = if a[i] == b[j] {
                length[(i + 1) * columns + j + 1] + 1
            } else {
                length[(i + 1) * columns + j].max(length[i * columns + j + 1])
            };
        }
    }
    let (mut i, mut j, mut kept) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            kept.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * columns + j] >= length[i * columns + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}
