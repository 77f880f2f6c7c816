//! Reports that retell one source quote other words of it.

use std::collections::BTreeSet;

use model::{Discrepancy, DiscrepancyKind, Span};

use super::scene::{Scene, found};
use crate::findings::Findings;
use crate::ground::lexicon;
use crate::ground::words::{folded, stem, words};

/// What two statements share at least for what they quote to be compared.
const ALIKE: f32 = 0.3;

/// Words of a quotation that is part of a sentence; longer ones are versions of an utterance, which `drift` aligns.
const LONGEST: usize = 6;

/// What one statement quotes.
struct Quoted {
    member: usize,
    span: Span,
    words: Vec<String>,
    /// Families and stems of its words that mean something.
    terms: BTreeSet<String>,
}

/// At most one: a few words in quotation marks that tied documents give otherwise, as said by different speakers.
pub(super) fn wordings(scene: &Scene<'_>, findings: &Findings<'_>) -> Option<Discrepancy> {
    let given: Vec<(usize, Quoted)> =
        (0..scene.places.len()).filter_map(|member| Some((member, quoted(scene, member)?))).collect();
    let speaker = |member: usize| scene.reports.statement(scene.places[member]).holders.last().map(|h| &h.name);
    let same = |a: &Quoted, b: &Quoted| {
        let tied = !findings.sources.ties(scene.places[a.member].document, scene.places[b.member].document).is_empty();
        let cut = |a: &Quoted, b: &Quoted| b.words.windows(a.words.len()).any(|w| w == a.words);
        let versions = tied && speaker(a.member) != speaker(b.member) && !a.terms.is_disjoint(&b.terms);
        !versions || cut(a, b) || cut(b, a)
    };
    let disputed = scene.disputed(&given, ALIKE, same);
    let values = disputed.iter().map(|&at| {
        let (member, quoted) = &given[at];
        let text = scene.reports.cut(scene.places[*member].document, quoted.span);
        scene.reading(*member, quoted.span, text.trim_end_matches(['.', ',']).to_owned())
    });
    found(DiscrepancyKind::Wording, values.collect())
}

/// The one short quotation in a statement.
fn quoted(scene: &Scene<'_>, member: usize) -> Option<Quoted> {
    let place = scene.places[member];
    let [span] = *scene.reports.statement(place).quotes else { return None };
    let found = words(scene.reports.cut(place.document, span));
    let words: Vec<String> = found.iter().map(|w| folded(w.text).into_owned()).collect();
    let means = words.iter().flat_map(|w| w.split('-')).filter(|w| !lexicon::is_empty_word(w)).map(stem);
    let terms = means.map(|stem| lexicon::family(&stem).map_or(stem, str::to_owned)).collect();
    (!words.is_empty() && words.len() <= LONGEST).then_some(Quoted { member, span, words, terms })
}
