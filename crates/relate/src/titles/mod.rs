//! What a claim is called: one of its statements, told as a sentence that is understood alone.
//!
//! A title is never written: it is a statement's own words after its subject, without what joins it to the sentence
//! before. Where no statement can be told so, the claim has no title; it is shown by its words in quotation marks, and
//! stands behind those that have one.

mod lexicon;
mod pointers;
mod sentence;
mod subject;
mod trim;

use model::{Commitment, Polarity};

use crate::features::cosine;
use crate::findings::Findings;
use crate::ground::reports::Place;
use crate::ground::words::words;
use sentence::Sentence;

/// What a claim is called.
pub(crate) struct Title {
    pub text: String,
    /// Whether it is understood alone; else it is the words of a statement in quotation marks.
    pub stands: bool,
    /// Whether it tells what is yet to come.
    pub ahead: bool,
}

/// Statements of a claim that are looked at.
const MOST: usize = 200;

/// The longest words that stand for a title, in code points.
const QUOTED: usize = 160;

/// The title for a group of statements (indices into the space).
pub(crate) fn title(findings: &Findings<'_>, group: &[u32]) -> Title {
    let sample: Vec<u32> = group.iter().copied().step_by(group.len().div_ceil(24).max(1)).collect();
    let told = group.iter().take(MOST).filter_map(|&index| {
        let found = sentence::sentence(findings.reports, findings.entities, findings.reports.places[index as usize])?;
        Some((plainness(findings, &sample, index, &found), index, found.text))
    });
    let best = told.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    match best {
        Some((_, index, text)) => {
            let statement = findings.reports.statement(findings.reports.places[index as usize]);
            Title { text, stands: true, ahead: statement.commitment == Commitment::Expected }
        }
        None => Title { text: words_of(findings, group), stands: false, ahead: false },
    }
}

/// The statement at `place` as a sentence that stands alone.
pub(crate) fn label(findings: &Findings<'_>, place: Place) -> Option<String> {
    sentence::sentence(findings.reports, findings.entities, place).map(|found| found.text)
}

/// Whether the statement at `place` stands alone, and its subject names somebody or something.
pub(crate) fn is_named(findings: &Findings<'_>, place: Place) -> bool {
    sentence::sentence(findings.reports, findings.entities, place).is_some_and(|found| found.named)
}

/// The sentence of the first statement, in quotation marks.
fn words_of(findings: &Findings<'_>, group: &[u32]) -> String {
    let Some(&first) = group.first() else { return String::new() };
    let place = findings.reports.places[first as usize];
    let sentence = findings.reports.cut(place.document, findings.reports.statement(place).sentence);
    let flat = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = flat.trim_matches(['"', '“', '”', ' ']).replace(['“', '”', '"'], "'");
    match bare.char_indices().nth(QUOTED) {
        None => format!("“{bare}”"),
        Some((end, _)) => {
            let end = bare[..end].rfind(' ').unwrap_or(end);
            format!("“{}…”", bare[..end].trim_end_matches([',', ';', ':', ' ']))
        }
    }
}

/// How well a sentence serves as title: like the other statements, in a voice of its own, of a readable length, with a
/// subject that is named.
fn plainness(findings: &Findings<'_>, sample: &[u32], index: u32, sentence: &Sentence) -> f32 {
    let statement = findings.reports.statement(findings.reports.places[index as usize]);
    let terms = &findings.space.statements[index as usize].terms;
    let likeness = sample.iter().map(|&o| cosine(terms, &findings.space.statements[o as usize].terms)).sum::<f32>()
        / sample.len().max(1) as f32;
    let count = words(&sentence.text).len() as f32;
    let length = if count < 5.0 { (5.0 - count) * 0.15 } else { (count - 14.0).max(0.0) * 0.02 };
    let voice = match statement.commitment {
        Commitment::Asserted => 0.0,
        Commitment::Attributed | Commitment::Expected => 0.05,
        Commitment::Hedged => 0.12,
        Commitment::Denied => 0.3,
    };
    let negated = if statement.polarity == Polarity::Negated { 0.2 } else { 0.0 };
    let quoted = if statement.quotes.is_empty() { 0.0 } else { 0.1 };
    let named = if sentence.named { 0.2 } else { 0.0 };
    likeness + named - length - voice - negated - quoted
}
