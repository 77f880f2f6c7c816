//! Whether the day that is given for a report is that of its text. A page that was brought up to date keeps the day on which
//! it first appeared, and what it calls "Saturday" may then be the day after.

use model::calendar::{MONTHS, WEEKDAYS};
use model::{Annotated, Day, Tense, Text};

use super::words::{fold, is_in, words};

/// Words, beside the weekdays, that count from the day on which somebody says them, or from one that was told before.
const RELATIVE: &str = "yesterday today tomorrow tonight overnight \
    last next this past coming previous following ago now currently earlier later recently recent same that weekend upcoming \
    mon tue tues wed thu thurs fri sat sun";

/// Words before the day on which a page was changed.
const STAMPS: &str = "updated published posted modified";

/// Days that a weekday lies back which is that of the day after.
const WEEK: i32 = 6;

/// How far before a date, in code points, what it stamps may stand.
const BEFORE: u32 = 24;

/// Whether each document tells of days after its own, in their order.
pub(super) fn misdated(documents: &[&Annotated]) -> Vec<bool> {
    documents.iter().map(|document| is_misdated(document)).collect()
}

fn is_misdated(document: &Annotated) -> bool {
    let Some(published) = document.document.published.as_ref().map(model::When::sort_day) else { return false };
    let text = Text::new(&document.document.text);
    let stamped = document.times.iter().any(|time| {
        let later = time.when.as_ref().and_then(|when| when.first).is_some_and(|day: Day| day.0 > published.0);
        let before = text.cut(model::Span::new(time.start.saturating_sub(BEFORE), time.start));
        later && !is_relative(text.cut(time.span())) && words(before).iter().any(|w| is_in(STAMPS, &fold(w.text)))
    });
    let after = document.statements.iter().any(|statement| {
        let past = statement.clause.as_ref().is_some_and(|clause| clause.tense == Tense::Past && clause.timed);
        let day = statement.time.as_ref().and_then(|when| when.first).map(|day| published.0 - day.0);
        past && day == Some(WEEK) && statement.time_span.is_some_and(|span| is_weekday_alone(text.cut(span)))
    });
    stamped || after
}

/// Whether a time counts from the day on which it is said.
pub(crate) fn is_relative(time: &str) -> bool {
    let found: Vec<String> = words(time).iter().map(|w| fold(w.text)).collect();
    let figure = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
    let month = found.iter().any(|word| MONTHS.iter().any(|month| word.len() > 2 && month.starts_with(word.as_str())));
    let dated = month && found.iter().any(figure)
        || found.iter().any(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()));
    !dated && found.iter().any(|word| counts_from_its_day(word))
}

/// Whether a folded word of a time tells it from the day on which somebody says it.
pub(crate) fn counts_from_its_day(word: &str) -> bool {
    is_weekday(word) || is_in(RELATIVE, word)
}

/// Whether a time is a day told from the one on which it is said: "today", "this afternoon".
pub(crate) fn is_of_a_day(time: &str) -> bool {
    let found: Vec<String> = words(time).iter().map(|w| fold(w.text)).collect();
    found.iter().any(|word| is_in("today tonight yesterday tomorrow overnight", word))
        || found.windows(2).any(|pair| pair[0] == "this" && is_in("morning afternoon evening", &pair[1]))
}

/// Whether a time is a weekday without "last" or "next".
pub(crate) fn is_weekday_alone(time: &str) -> bool {
    let found: Vec<String> = words(time).iter().map(|w| fold(w.text)).collect();
    is_relative(time)
        && found.iter().any(|word| is_weekday(word))
        && !found.iter().any(|word| is_in("last next this past coming previous following ago", word))
}

/// Whether a folded word is a weekday, written out.
pub(crate) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_counts_from_the_day_on_which_it_is_said() {
        assert!(is_relative("Tuesday morning") && is_relative("last month") && is_relative("today"));
        assert!(!is_relative("Tuesday, 4 May") && !is_relative("May 2024") && !is_relative("April"));
        assert!(is_of_a_day("this afternoon") && !is_of_a_day("this month"));
        assert!(is_weekday_alone("early Tuesday") && !is_weekday_alone("last Tuesday"));
    }
}
