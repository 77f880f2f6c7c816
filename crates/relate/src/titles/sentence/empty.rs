//! Sentences that say nothing to who has not read their report, though each is whole.

use model::{Clause, Commitment, EntityKind, Grain, Span, Tense};

use crate::findings::Findings;
use crate::ground::countries;
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{fold, words};
use crate::titles::lexicon;

/// What somebody does while they say what the sentences beside it tell.
const SPEAKING: &str =
    "speaking talking commenting outlining referring replying responding addressing reacting answering joking alluding";

/// Whether a statement only tells that somebody spoke: "Berg was speaking at the end of the meeting".
pub(super) fn is_speaking(reports: &Reports<'_>, place: Place, clause: &Clause) -> bool {
    let verb = words(reports.cut(place.document, clause.verb));
    let be = verb.first().is_some_and(|word| lexicon::has("was were is are", &fold(word.text)));
    be && !clause.passive && lexicon::has(SPEAKING, &fold(reports.cut(place.document, clause.head)))
}

/// Whether a statement shows what a picture does: in the present, with the day on which it was taken.
pub(super) fn is_caption(reports: &Reports<'_>, place: Place, clause: &Clause) -> bool {
    let statement = reports.statement(place);
    let day = |time: &model::Time| {
        let explicit = reports.cut(place.document, time.span()).contains(|c: char| c.is_ascii_digit());
        explicit && time.when.as_ref().is_some_and(|when| when.grain == Grain::Day)
    };
    let shown = clause.tense == Tense::Present && statement.commitment != Commitment::Expected;
    shown && !clause.passive && reports.times_in(place.document, statement.span).any(day)
}

/// Whether the time is left out that somebody spent: "spent last year building ferries".
pub(super) fn is_spent(reports: &Reports<'_>, place: Place, clause: &Clause, changes: &[(Span, String)]) -> bool {
    let spends = lexicon::has("spent spends spend", &fold(reports.cut(place.document, clause.head)));
    spends && changes.iter().any(|(span, told)| told.is_empty() && span.start >= clause.verb.end)
}

/// Whether the subject at `place` is a name of one word that no other report near it has: "Magma", of which its own has told
/// what it is, unless its `predicate` does.
pub(super) fn is_unknown(findings: &Findings<'_>, place: Place, shown: &str, predicate: &str) -> bool {
    let found = words(shown);
    let [name] = found.as_slice() else { return false };
    let entity = findings.entities.find(name.text).map(|entity| &findings.entities.list[entity as usize]);
    let short = name.text.len() > 1 && name.text.chars().all(char::is_uppercase);
    let known =
        entity.is_some_and(|entity| entity.kind == EntityKind::Place) || countries::country(&fold(name.text)).is_some();
    if known || entity.is_none() && !short {
        return false;
    }
    // "Soffex is a company that …".
    let told: Vec<String> = words(predicate).iter().take(2).map(|w| fold(w.text)).collect();
    if matches!(told.as_slice(), [is, a] if lexicon::has("is are was were", is) && lexicon::has("a an the one", a)) {
        return false;
    }
    !findings.reports.is_met_near(place.document, name.text)
}
