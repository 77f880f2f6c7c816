//! Statements that are no sentence of their own: beside the text, under a condition, in an aside that is open, or with whose word
//! it is behind them.

use model::{Passage, Role, Span};

use crate::ground::reports::{Place, Reports};
use crate::ground::words::{fold, words};
use crate::titles::lexicon;

/// "Lind said the guards left, and took the keys": who said so before it may not be who did it.
pub(super) fn is_of_who_says(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    let own = statement.clause.as_ref().and_then(|clause| clause.subject);
    let shared = statement.subject.filter(|subject| own.is_none() && subject.end <= statement.span.start);
    shared.is_some_and(|subject| {
        let behind = reports.cut(place.document, Span::new(subject.end, statement.span.start));
        words(behind).iter().take(NEXT).any(|word| lexicon::is_saying(&fold(word.text)))
    })
}

/// Words behind a subject in which its verb begins: "who left" and an adverb may stand between.
const NEXT: usize = 2;

/// Words of who says so behind what is said, fewer than.
const NAMED: usize = 6;

/// Whether the statement stands in no paragraph of its report, or not as a sentence of its own: under a condition before
/// it, or with a limit behind it.
pub(super) fn is_beside(reports: &Reports<'_>, place: Place, shared: bool) -> bool {
    let statement = reports.statement(place);
    let passages = &reports.documents[place.document as usize].document.passages;
    let body = |passage: &Passage| matches!(passage.role, Role::Title | Role::Heading | Role::Body);
    let cut = |start: u32, end: u32| if start < end { reports.cut(place.document, Span::new(start, end)) } else { "" };
    let behind = cut(statement.span.end, statement.sentence.end);
    let limited = words(behind).first().is_some_and(|word| {
        let gap = &behind[..word.start];
        let word = fold(word.text);
        !gap.contains(['.', ';']) && (lexicon::limits(&word) || !shared && matches!(word.as_str(), "but" | "yet"))
    });
    let before = cut(statement.sentence.start, statement.span.start);
    let found = words(before);
    let last = found.last().filter(|word| before[word.end..].trim_matches([' ', ',', '“', '"']).is_empty());
    let under = last.is_some_and(|word| lexicon::subjects(&fold(word.text)));
    // "Lund sold its old pier -- the first it had" of "-- the first it had -- to Corby": an aside that is open.
    let words_of = reports.words_of(place);
    let open = ["--", "—"].iter().any(|dash| words_of.matches(dash).count() % 2 == 1 && behind.contains(dash));
    // "…, notes Anna Berg": whose words these are stands behind them.
    let said = behind.trim_end_matches(['.', '"', '”']).rsplit_once(", ").is_some_and(|(_, last)| {
        let last = words(last);
        last.len() < NAMED
            && matches!(last.as_slice(), [says, name, ..] if name.text.starts_with(char::is_uppercase)
                && says.text.starts_with(char::is_lowercase) && lexicon::is_saying(says.text))
    });
    let said = said && !statement.holders.iter().any(|holder| holder.cue.is_some());
    let conditional = found
        .first()
        .is_some_and(|word| lexicon::has("if unless should assuming suppose until once whether", &fold(word.text)));
    passages.get(statement.passage as usize).is_some_and(|passage| !body(passage))
        || limited
        || under
        || conditional
        || open
        || said
}
