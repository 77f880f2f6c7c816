//! When a report without a date must have been published: after the last day that it tells as past, before the first
//! that it speaks of as yet to come.

use model::{Day, When};

use super::head::dates::{self, Named};

/// How many days the interval may have: a wider one says too little to put a report in order.
const WIDEST: i32 = 31;

/// How many years after the last year that is named a day without a year is looked for.
const YEARS: i32 = 6;

/// Words before a day that make it one to come.
const AHEAD: &[&str] = &[
    " will ",
    " shall ",
    "expected to ",
    "set to ",
    "scheduled ",
    " due to ",
    "plan to ",
    "plans to ",
    "planned for ",
    "upcoming ",
    " to be held ",
    "prepare to ",
    "preparing to ",
    "ahead of ",
];

/// Past tenses that do not end in "ed".
const PAST: &[&str] = &[
    "was", "were", "had", "met", "held", "said", "told", "took", "began", "came", "went", "made", "gave", "won",
    "lost", "left", "spoke", "wrote", "fell", "broke", "sent", "struck", "has", "have", "saw", "found", "became",
    "shot",
];

/// The interval in which a report with these paragraphs must have been published, where it speaks of days on both sides.
pub(super) fn published<'a>(paragraphs: impl Iterator<Item = &'a str>) -> Option<When> {
    let mut told: Vec<(Named, bool)> = Vec::new();
    let mut last_year = None;
    for paragraph in paragraphs {
        last_year = last_year.max(years(paragraph).max());
        for sentence in paragraph.split_inclusive(['.', '!', '?', ';']).filter(|s| s.len() < 2_000) {
            for (named, range) in dates::find(sentence) {
                if let Some(ahead) = direction(sentence, range.start) {
                    told.push((named, ahead));
                }
            }
        }
    }
    let year = common_year(&told, last_year?)?;
    let days = |ahead: bool| {
        told.iter()
            .filter(move |(_, is_ahead)| *is_ahead == ahead)
            .filter_map(move |(named, _)| Day::new(named.year.unwrap_or(year), named.month, named.day))
    };
    let last_past = days(false).max()?;
    let first_ahead = days(true).filter(|day| *day > last_past).min()?;
    (first_ahead.0 - last_past.0 <= WIDEST).then(|| When::between(Some(last_past), Some(first_ahead.plus(-1))))
}

/// The year of the days that are named without one: the first, from the last year that the text names, in which all of
/// them fall on the weekdays that they are named with.
fn common_year(told: &[(Named, bool)], last_year: i32) -> Option<i32> {
    let open: Vec<Named> = told.iter().map(|&(named, _)| named).filter(|named| named.year.is_none()).collect();
    if open.is_empty() {
        return Some(last_year);
    }
    if open.iter().all(|named| named.weekday.is_none()) {
        return None;
    }
    (last_year..=last_year + YEARS).find(|&year| open.iter().all(|named| named.fits(year)))
}

fn years(text: &str) -> impl Iterator<Item = i32> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (1900..2100).contains(year))
}

/// Whether the day that stands at byte `at` is told as yet to come, or as past; `None` where no verb tells.
fn direction(sentence: &str, at: usize) -> Option<bool> {
    let (before, after) = (sentence[..at].to_lowercase(), sentence[at..].to_lowercase());
    let ahead = |text: &str| AHEAD.iter().filter_map(|cue| text.find(cue)).min();
    if ahead(&before).is_some() {
        return Some(true);
    }
    if first_past(&before).is_some() {
        return Some(false);
    }
    // "On Monday, 14 October, the ministers are expected to": the first verb behind the day tells.
    match (ahead(&after), first_past(&after)) {
        (Some(cue), past) if past.is_none_or(|past| cue <= past) => Some(true),
        (_, past) => past.map(|_| false),
    }
}

/// Where the first verb in the past tense begins.
fn first_past(lower: &str) -> Option<usize> {
    let mut at = 0;
    for word in lower.split_inclusive(|c: char| !c.is_alphabetic()) {
        let bare = word.trim_end_matches(|c: char| !c.is_alphabetic());
        if bare.len() > 4 && bare.ends_with("ed") || PAST.contains(&bare) {
            return Some(at);
        }
        at += word.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inferred(text: &str) -> Option<String> {
        published(text.lines()).map(|when| when.edtf)
    }

    #[test]
    fn between_the_last_past_day_and_the_first_to_come() {
        let text = "The two ministers met on Friday, October 11th in the harbour.\n\
                    Since the flood of February 2022 they had not spoken.\n\
                    They are expected to sign on Monday, October 14, in front of the press.";
        assert_eq!(inferred(text).as_deref(), Some("2024-10-11/2024-10-13"));
    }

    #[test]
    fn a_day_before_its_verb_is_told_by_it() {
        let text = "The two ministers met in the harbour on Friday, 11 October.\n\
                    Since the flood of February 2022 they had not spoken.\n\
                    On Monday, 14 October, the owners are expected to sign.";
        assert_eq!(inferred(text).as_deref(), Some("2024-10-11/2024-10-13"));
    }

    #[test]
    fn one_side_alone_tells_nothing() {
        assert_eq!(inferred("The two ministers met on Friday, October 11, 2024."), None);
        assert_eq!(inferred("They met on October 11. They will sign on October 14. The flood was in 2022."), None);
        assert_eq!(inferred("They met on October 11, 2021. They will sign on October 14, 2024."), None);
    }
}
