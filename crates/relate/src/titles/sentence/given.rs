//! What stands around a subject as a statement gives it: how many it counts, a time that was read with it, whom it was told.

use model::Span;

use super::form::names_or_counts;
use crate::findings::Findings;
use crate::ground::frame::is_number;
use crate::ground::reports::{Place, Reports};
use crate::ground::words::{Word, fold, words};
use crate::titles::lexicon;

/// Whether a statement tells that there is something, with a name beside it.
pub(super) fn is_existential(reports: &Reports<'_>, place: Place, subject: Span) -> bool {
    let statement = reports.statement(place);
    let Some(clause) = &statement.clause else { return false };
    let be = matches!(reports.cut(place.document, clause.head), "is" | "are" | "was" | "were" | "been");
    let behind = reports.cut(place.document, Span::new(clause.verb.end, statement.span.end.max(clause.verb.end)));
    let named = words(behind).iter().take(NAMED).any(|word| names_or_counts(word) && !is_number(&fold(word.text)));
    // "There is no bridge to Corby and ferries are late" says two things.
    let two = words(behind)
        .windows(4)
        .any(|run| run[0].text == "and" && run[1..].iter().any(|w| lexicon::is_auxiliary(w.text)));
    be && named && !two && reports.cut(place.document, subject).eq_ignore_ascii_case("there")
}

/// Words behind "there is" within which a name says of what there is something.
const NAMED: usize = 7;

/// A subject without a time before it that was read as a part of it: "last week Norway".
pub(super) fn without_time(reports: &Reports<'_>, place: Place, subject: Span) -> Span {
    let inside = |time: &&model::Time| {
        time.start <= subject.start && time.end > subject.start && time.end < subject.end
            || time.start >= subject.start && time.end < subject.end && subject.start + 4 > time.start
    };
    let Some(time) = reports.times_at(place.document, subject).find(inside) else { return subject };
    let rest = reports.cut(place.document, Span::new(time.end, subject.end));
    match rest.strip_prefix(' ') {
        Some(name) if name.starts_with(char::is_uppercase) => Span::new(time.end + 1, subject.end),
        _ => subject,
    }
}

/// A subject that stands before another verb, without the time of that verb: "Norway in July" of "Norway in July sold two ferries,
/// and has offered a third".
pub(super) fn of_no_time(reports: &Reports<'_>, place: Place, subject: Span) -> Span {
    let last = |time: &&model::Time| time.end == subject.end && time.start > subject.start;
    let Some(time) = reports.times_at(place.document, subject).find(last) else { return subject };
    let before = reports.cut(place.document, Span::new(subject.start, time.start)).trim_end();
    let found = words(before);
    match found.as_slice() {
        [_, .., word] if lexicon::has("in on during at", word.text) => {
            // "The U.S. in July": the point belongs to the name.
            let kept = before[..word.start].trim_end().chars().count() as u32;
            Span::new(subject.start, subject.start + kept)
        }
        _ => subject,
    }
}

/// A subject with the words that say how exactly it counts, "more than 700 people", or with the noun that it belongs to, "the sale
/// of ferries", where the phrase behind "of" was read for the whole.
pub(super) fn counted(reports: &Reports<'_>, place: Place, subject: Span) -> Span {
    let start = reports.statement(place).span.start;
    let before = reports.cut(place.document, Span::new(start, subject.start.max(start)));
    let number = words(reports.cut(place.document, subject)).first().is_some_and(|w| is_number(&fold(w.text)));
    let found = words(before);
    let noun = match found.as_slice() {
        [noun, of] if of.text == "of" => Some(noun),
        [article, noun, of] if of.text == "of" && lexicon::has("the a an", &fold(article.text)) => Some(noun),
        _ => None,
    };
    let apart = |noun: &&Word<'_>| {
        lexicon::has("because instead regardless irrespective out ahead outside inside short", &fold(noun.text))
    };
    if before.ends_with("of ") && noun.is_some_and(|noun| !apart(&noun)) {
        return Span::new(start + before[..found[0].start].chars().count() as u32, subject.end);
    }
    let from = found.iter().rev().take_while(|w| {
        lexicon::has("more less than about nearly some around almost over at least up to", &fold(w.text))
    });
    match from.last().filter(|_| number && before.ends_with(' ')) {
        Some(word) => Span::new(start + before[..word.start].chars().count() as u32, subject.end),
        None => subject,
    }
}

/// Whether the words before a subject end in "told", which takes whom it is told to, or in what belongs to it.
pub(super) fn is_cut(before: &str) -> bool {
    let found = words(before);
    let [rest @ .., last] = found.as_slice() else { return false };
    let passive = rest.last().is_some_and(|word| lexicon::is_auxiliary(&fold(word.text)));
    let close = before[last.end..].trim().is_empty();
    // "Chancellor of the" before a name: the beginning of who it is.
    let cut = rest.last().is_some_and(|word| word.text == "of") && last.text == "the";
    close && (cut || lexicon::has("told tells telling", &fold(last.text)) && !passive)
}

/// Whether the words between a subject and what is told of it give another subject: "… but the move failed and".
pub(super) fn has_another(between: &str) -> bool {
    let found = words(between);
    found.windows(2).any(|pair| {
        let opens = lexicon::has("but although though because while", pair[0].text);
        let next = fold(pair[1].text);
        opens && (lexicon::is_determiner(&next) || lexicon::has("it he she they this that these", &next))
    })
}

/// Whether words end with what stands before an infinitive: "to", "to quickly".
pub(super) fn is_infinitive(before: &str) -> bool {
    let mut last = words(before).into_iter().rev().map(|word| word.text).skip_while(|word| word.ends_with("ly"));
    last.next() == Some("to")
}

/// Whether a title has an abbreviation that hardly any report has, and that its own report has to explain.
pub(super) fn is_short_for(findings: &Findings<'_>, place: Place, text: &str) -> bool {
    words(text).iter().any(|word| {
        let bare = word.text.strip_suffix("'s").or_else(|| word.text.strip_suffix("’s")).unwrap_or(word.text);
        let bare = bare.strip_suffix('s').unwrap_or(bare);
        let short = bare.len() > 2 && bare.bytes().all(|b| b.is_ascii_uppercase());
        short && findings.reports.explains(place.document, bare) && findings.reports.have(bare) < MET
    })
}

/// Reports that have an abbreviation which readers of a subject know.
const MET: u32 = 4;

#[cfg(test)]
mod tests {
    use super::{has_another, is_infinitive};

    #[test]
    fn another_subject_between_is_seen() {
        assert!(has_another(" closed the pier in May, but the move failed and "));
        assert!(!has_another(" closed the pier in May, but "));
        assert!(!has_another(" closed the pier and "));
        assert!(is_infinitive("Guards are likely to quickly ") && !is_infinitive("Guards of "));
    }
}
