//! Whether a statement says that it is so, that it is not, that somebody denies it, or that it is in doubt.

use model::{Commitment, Polarity, Statement};

use super::lexicon::says_unknown;
use super::reports::{Place, Reports};
use super::words::{fold, is_in, words};

/// How a statement stands to what it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stance {
    /// It is so.
    Says,
    /// It is not so.
    SaysNot,
    /// Somebody says that it is not as others say.
    Denies,
    /// It is doubtful.
    Doubts,
}

impl Stance {
    /// The word on the page.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Says => "says so",
            Self::SaysNot => "says not",
            Self::Denies => "denies",
            Self::Doubts => "doubts",
        }
    }
}

/// Words of denial: what others say is false.
const DENIALS: &str = "deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed dismissing \
    refute refutes refuted refuting disavow disavowed dispute disputes disputed disputing rebuff rebuffed repudiate \
    repudiated contradict contradicts contradicted debunked denial denials false untrue baseless unfounded groundless \
    fabricated fabrication lie lies hoax";

/// Words of doubt.
const DOUBTS: &str = "doubt doubts doubted doubtful unlikely unconfirmed unverified questionable questioned questions \
    skeptical sceptical improbable implausible unproven";

/// Whether a word denies what others say.
pub(crate) fn denies(folded: &str) -> bool {
    is_in(DENIALS, folded)
}

/// How the statement at `place` stands to what it says; `None` where it only expects it, hedges it, or says that it is not
/// known.
pub(crate) fn stance(reports: &Reports<'_>, place: Place) -> Option<Stance> {
    let statement = reports.statement(place);
    let text = reports.words_of(place);
    // "Where or how long he worked": a question is neither so nor not.
    let found = words(text);
    let first = found.first().map(|w| fold(w.text)).unwrap_or_default();
    if is_in("where when why how what whether which who", &first) {
        return None;
    }
    match (statement.commitment, statement.polarity) {
        (Commitment::Expected, _) => None,
        _ if says_unknown(&found) => None,
        (Commitment::Denied, _) if has_cue(reports, place, statement, denies) => Some(Stance::Denies),
        (Commitment::Denied, _) if !has_negation(text) => Some(Stance::Denies),
        (Commitment::Denied, _) | (_, Polarity::Negated) => verb_is_negated(reports, place).then_some(Stance::SaysNot),
        (Commitment::Hedged, _) => {
            let doubts = |word: &str| is_in(DOUBTS, word);
            has_cue(reports, place, statement, doubts).then_some(Stance::Doubts)
        }
        // "Not before", "no better", "unless": what is not plainly so is neither; and who "said … but denied" says two things.
        (Commitment::Asserted | Commitment::Attributed, _) => {
            (!has_negation(text) && !turns_to_denial(text)).then_some(Stance::Says)
        }
    }
}

/// Whether a word says that something is not so.
pub(crate) fn negates(word: &str) -> bool {
    is_in("not no never none nobody nothing without neither nor hardly unless", word)
        || word.ends_with("n't")
        || word == "cannot"
}

fn has_negation(text: &str) -> bool {
    words(text).iter().any(|w| negates(&fold(w.text)))
}

/// Whether words go on to deny another thing: "said that it would sail, but denied that it was late".
fn turns_to_denial(text: &str) -> bool {
    let found: Vec<String> = words(text).iter().map(|w| fold(w.text)).collect();
    let joins = |at: usize| at > 0 && is_in("but and yet though while", &found[at]);
    (0..found.len()).any(|at| joins(at) && found[at + 1..].iter().take(2).any(|word| denies(word)))
}

/// Whether the verb itself is negated, once, and nothing else is: "no deal is better than a bad one" denies no deal.
fn verb_is_negated(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    let count = |text: &str| words(text).iter().filter(|w| negates(&fold(w.text))).count();
    // A report that was put together by hand has no clause.
    let verb = statement.clause.as_ref().map_or(1, |clause| count(reports.cut(place.document, clause.verb)));
    verb == 1 && count(reports.words_of(place)) <= 1
}

/// Whether a denial stands nowhere in the statement's cues, as where a person decided that it is one.
pub(crate) fn is_decided(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    statement.commitment == Commitment::Denied
        && !has_cue(reports, place, statement, |word| denies(word) || negates(word))
}

fn has_cue(reports: &Reports<'_>, place: Place, statement: &Statement, is: impl Fn(&str) -> bool) -> bool {
    statement.cues.iter().any(|&cue| words(reports.cut(place.document, cue)).iter().any(|w| is(&fold(w.text))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_one_thing_and_denies_another_says_two() {
        assert!(turns_to_denial("said the visit was due but denied that it was late"));
        assert!(!turns_to_denial("said that it was late, but not why"));
    }
}
