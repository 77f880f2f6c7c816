//! Denials that name what they deny by a word that points back: "Berg denies it", "Oslo has rejected the accusation".

use model::{Commitment, Polarity, Span, Statement};

use super::reports::{Place, Reports};
use super::stance::denies;
use super::words::{fold, is_in, words};

/// Pronouns that stand for what was said before.
const POINTING: &[&str] = &["it", "this", "that", "them", "these", "those"];

/// What makes the noun behind it one that is known.
const KNOWN: &[&str] =
    &["the", "this", "that", "these", "those", "all", "any", "such", "both", "her", "his", "their", "its"];

/// What is said of somebody, or at all.
const SAID: &str = "accusation allegation charge claim report suggestion assertion story idea notion rumour rumor reporting \
    account finding speculation insinuation contention";

/// Words before such a noun that only describe it, at most.
const DESCRIBING: usize = 2;

/// Words behind it that do not tell what it is, at most: "as absurd", "on Monday".
const BEHIND: usize = 5;

/// Whether the statement at a place denies something that it only points to.
pub(crate) fn points_back(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    let Some(clause) = statement.clause.as_ref().filter(|_| statement.commitment == Commitment::Denied) else {
        return false;
    };
    let cut = |span: Span| reports.cut(place.document, span);
    let not = |word: &str| matches!(word, "not" | "never" | "n't") || word.ends_with("n't");
    let verb: Vec<String> = words(cut(clause.verb)).iter().map(|word| fold(word.text)).collect();
    // "Also denied" goes on from a denial before it.
    let further = |word: &str| matches!(word, "also" | "too" | "again");
    if !denies(&fold(cut(clause.head))) || verb.iter().any(|word| not(word) || further(word)) || clause.passive {
        return false;
    }
    let end = statement.span.end.max(clause.verb.end);
    let behind: Vec<String> = words(cut(Span::new(clause.verb.end, end))).iter().map(|word| fold(word.text)).collect();
    let Some(first) = behind.first() else { return false };
    let short = |from: usize| {
        let rest = &behind[from.min(behind.len())..];
        rest.len() <= BEHIND
            && !rest.iter().take(1).any(|word| matches!(word.as_str(), "that" | "of" | "by" | "about" | "against"))
    };
    // "Denied that the ferry leaks": the word joins what follows.
    let bare = behind.get(1).is_none_or(|word| matches!(word.as_str(), "on" | "in" | "at" | "as"));
    if POINTING.contains(&first.as_str()) && short(1) && (matches!(first.as_str(), "it" | "them") || bare) {
        return true;
    }
    let noun = behind.iter().skip(1).take(DESCRIBING + 1).position(|word| {
        let one = word.strip_suffix('s').unwrap_or(word);
        is_in(SAID, one)
    });
    KNOWN.contains(&first.as_str()) && noun.is_some_and(|at| short(at + 2))
}

/// What such a denial denies: the one statement of its sentence before it, or of the sentence before, that somebody else
/// says; `None` where it is not sure which.
pub(crate) fn denied(reports: &Reports<'_>, place: Place) -> Option<Place> {
    if !points_back(reports, place) {
        return None;
    }
    let statements = &reports.documents[place.document as usize].statements;
    let at = place.statement as usize;
    let own = &statements[at];
    let sentences = &reports.documents[place.document as usize].sentences;
    let index = sentences.partition_point(|sentence| sentence.start < own.sentence.start);
    let within = |sentence: Span| {
        let told = statements[..at].iter().enumerate().rev();
        let told = told.filter(|(_, s)| s.sentence == sentence && s.span.end <= own.span.start);
        told.filter(|(_, s)| may_be_denied(own, s)).map(|(at, _)| at).collect::<Vec<usize>>()
    };
    let mut told = within(own.sentence);
    if told.is_empty() {
        told = within(*sentences.get(index.checked_sub(1)?)?);
    }
    // Of several, the one that is somebody's word.
    let heard = |at: &&usize| {
        matches!(statements[**at].commitment, Commitment::Attributed | Commitment::Hedged)
            || statements[**at].holders.len() > 1
    };
    let only = match told.as_slice() {
        [only] => Some(*only),
        several => {
            let mut heard = several.iter().filter(heard);
            heard.next().copied().filter(|_| heard.next().is_none())
        }
    }?;
    Some(Place { document: place.document, statement: only as u32 })
}

/// Whether a statement can be what another denies: it says that something is so, on nobody's word who denies it.
fn may_be_denied(denial: &Statement, told: &Statement) -> bool {
    let who = |statement: &Statement| statement.holders.iter().skip(1).map(|holder| fold(&holder.name)).next_back();
    let denies = who(denial);
    told.commitment != Commitment::Denied
        && told.commitment != Commitment::Expected
        && told.polarity == Polarity::Affirmed
        && (denies.is_none() || who(told) != denies)
}
