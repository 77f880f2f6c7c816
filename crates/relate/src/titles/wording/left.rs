//! Words that count from a day which only the report tells, and sentences that stand in another time than their report.

use model::calendar::MONTHS;
use model::{Day, Span, Tense, Time};

use crate::ground::reports::{Place, Reports};
use crate::ground::stamps::is_weekday;
use crate::ground::words::{fold, words};
use crate::titles::lexicon;

/// Words that a title on its own may not hold, since they count from a day that it does not tell.
pub(in crate::titles) fn is_left(text: &str) -> bool {
    let found: Vec<String> = words(text).iter().map(|w| fold(w.text)).collect();
    let is = |word: Option<&String>, list: &'static str| word.is_some_and(|word| lexicon::has(list, word));
    found.iter().enumerate().any(|(at, word)| {
        let (next, before) = (found.get(at + 1), at.checked_sub(1).and_then(|before| found.get(before)));
        match word.as_str() {
            weekday if is_weekday(weekday) => {
                // "On Friday, 3 May", "Sunday Times".
                !next.is_some_and(|next| {
                    next.starts_with(|c: char| c.is_ascii_digit())
                        || MONTHS.contains(&next.as_str())
                        || lexicon::has("oct nov dec jan feb sept aug times telegraph", next)
                })
            }
            "yesterday" | "tomorrow" | "tonight" | "today" | "ago" | "afterwards" | "afterward" | "thereafter" => true,
            "last" | "next" | "this" | "previous" | "following" | "past" => {
                let unit = "week weeks month year summer spring autumn fall winter season decade day night morning \
                    afternoon evening weekend january february march april may june july august september october \
                    november december time";
                is(next, unit) && !(word == "following" || word == "past" && is(before, "the"))
            }
            "earlier" | "later" => {
                is(next, "this that in on") && word == "earlier"
                    || is(before, "day days week weeks month months year years hour hours minutes moments sooner much")
                        && !is(next, "than")
                    || next.is_none()
            }
            "before" | "after" | "since" => next.is_none(),
            "then" => next.is_none() || is(before, "since by until"),
            "date" => is(before, "to") && next.is_none(),
            "far" => is(before, "so"),
            "recent" | "coming" => is(next, "days weeks months years hours"),
            "days" | "hours" | "weeks" | "months" => {
                let within = found[at.saturating_sub(4)..at].iter().any(|word| word == "within");
                within && next.is_none()
            }
            _ => false,
        }
    })
}

/// Whether the sentence before the statement sets another time, long before the report: what follows it in the past, without
/// a date of its own, tells of then.
pub(in crate::titles) fn is_of_another_time(reports: &Reports<'_>, place: Place) -> bool {
    let statement = reports.statement(place);
    let document = reports.documents[place.document as usize];
    let past = statement.clause.as_ref().is_some_and(|clause| clause.tense == Tense::Past);
    let Some(published) = reports.published(place.document).filter(|_| past) else { return false };
    let old = |time: &&Time| {
        let explicit = reports.cut(place.document, time.span()).bytes().filter(u8::is_ascii_digit).count() >= 4;
        explicit
            && time.when.as_ref().and_then(|when| when.last).is_some_and(|last: Day| last.0 < published.0 - LONG_AGO)
    };
    let within = |span: Span| reports.times_in(place.document, span);
    let dated = within(statement.sentence).any(|time| time.when.as_ref().is_some_and(|when| when.last.is_some()));
    let at = document.sentences.partition_point(|sentence| sentence.end <= statement.sentence.start);
    let passage = document.document.passages.get(statement.passage as usize).map(|passage| passage.span);
    let before = at.checked_sub(1).map(|at| document.sentences[at]);
    let before = before.filter(|before| passage.is_some_and(|passage| before.start >= passage.start));
    !dated && before.is_some_and(|before| within(before).any(|time| old(&time)))
}

/// Days after which a time is another time than that of the report.
const LONG_AGO: i32 = 300;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_counts_from_another_day_is_left() {
        for text in
            ["The mayor left on Monday", "Berg left two days later", "The mill closed last May", "Lund won so far"]
        {
            assert!(is_left(text), "{text}");
        }
        for text in ["The mill closed on Friday, 3 May", "Berg left on 3 May 2024", "Lund sold the later one"] {
            assert!(!is_left(text), "{text}");
        }
    }
}
