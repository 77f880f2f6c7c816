//! How dates, counts and commitments read in English.

use model::calendar::MONTH_NAMES;
use model::{Commitment, Day, DiscrepancyKind, Grain, Holder, Outcome, When};

/// How long a date may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// `16 Jan 2024`
    Short,
    /// `16 January 2024`
    Long,
}

fn month(month: u32, length: Length) -> &'static str {
    let name = MONTH_NAMES[(month as usize - 1).min(11)];
    if length == Length::Short { &name[..3] } else { name }
}

/// A year as people write it: `2024`, and `44 BC` for the year -43.
pub fn year(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i64::from(year)) }
}

/// One day: `16 Jan 2024`.
pub fn day(day: Day, length: Length) -> String {
    let (y, m, d) = day.civil();
    format!("{d} {} {}", month(m, length), year(y))
}

/// From one day to another, with what they share written once: `22–24 Oct 2024`, `30 Sep–6 Oct 2024`.
fn days(first: Day, last: Day, length: Length) -> String {
    let ((y, m, d), (y2, m2, d2)) = (first.civil(), last.civil());
    if first == last {
        day(first, length)
    } else if (y, m) == (y2, m2) {
        format!("{d}–{d2} {} {}", month(m, length), year(y))
    } else if y == y2 {
        format!("{d} {}–{d2} {} {}", month(m, length), month(m2, length), year(y))
    } else {
        format!("{}–{}", day(first, length), day(last, length))
    }
}

/// A date of any grain: `Jul 2024`, `spring 2024`, `by 31 Dec 2024`, `from 14 Jul 2024`, `2024`.
pub fn when(when: &When, length: Length) -> String {
    match (when.first, when.last) {
        (None, None) => "no date".to_owned(),
        (None, Some(last)) => format!("by {}", day(last, length)),
        (Some(first), None) => format!("from {}", day(first, length)),
        (Some(first), Some(last)) => {
            let (in_year, m, _) = first.civil();
            let y = year(in_year);
            match when.grain {
                Grain::Month if last.plus(1).civil().2 == 1 && first.civil().2 == 1 => {
                    format!("{} {y}", month(m, length))
                }
                Grain::Season => format!("{} {y}", ["spring", "summer", "autumn", "winter"][(m as usize / 3 + 3) % 4]),
                Grain::Quarter if last.0 - first.0 < 100 => {
                    format!("{} quarter {y}", ["first", "second", "third", "fourth"][(m as usize - 1) / 3])
                }
                Grain::Quarter => format!("{} half of {y}", if m == 1 { "first" } else { "second" }),
                Grain::Year => y,
                Grain::Vague if in_year != last.year() && m == 1 => format!("{y}–{}", year(last.year())),
                _ => days(first, last, length),
            }
        }
    }
}

/// A count with its noun: `1 article`, `5 articles`.
pub fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// A small number as a word, a larger one in digits.
pub fn number(n: usize) -> String {
    const SMALL: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    SMALL.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// `a, b and c`.
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [start @ .., last] => format!("{} and {last}", start.join(", ")),
    }
}

/// The names of holders who speak together: `a and b`.
pub fn names(together: &[Holder]) -> String {
    list(&together.iter().map(|holder| holder.name.clone()).collect::<Vec<_>>())
}

/// The first letter in upper case.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| upper(first) + chars.as_str())
}

/// A letter in upper case. A browser has the tables for this; the viewer does not carry them once more.
fn upper(letter: char) -> String {
    if letter.is_ascii() {
        return letter.to_ascii_uppercase().to_string();
    }
    #[cfg(feature = "csr")]
    return js_sys::JsString::from(letter.to_string()).to_upper_case().into();
    #[cfg(not(feature = "csr"))]
    letter.to_uppercase().collect()
}

/// What a commitment means, beside its name in the legend.
pub fn gloss(commitment: Commitment) -> &'static str {
    match commitment {
        Commitment::Asserted => "in its own voice",
        Commitment::Attributed => "on someone’s word",
        Commitment::Hedged => "reportedly, may",
        Commitment::Expected => "yet to come",
        Commitment::Denied => "said not to be so",
    }
}

/// On what statements differ, as a noun for a list.
pub fn differs(kind: DiscrepancyKind) -> &'static str {
    match kind {
        DiscrepancyKind::Number => "the number",
        DiscrepancyKind::Date => "the date",
        DiscrepancyKind::Place => "the place",
        DiscrepancyKind::Actor => "who",
        DiscrepancyKind::Wording => "the words",
        DiscrepancyKind::Commitment => "how firmly",
        DiscrepancyKind::Outcome => "the outcome",
    }
}

/// How an expectation ended, as a sentence's end.
pub fn outcome(outcome: Outcome) -> &'static str {
    outcome.words()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(edtf: &str) -> String {
        when(&When::parse(edtf).expect(edtf), Length::Short)
    }

    #[test]
    fn dates_read_well() {
        assert_eq!(short("2024-01-16"), "16 Jan 2024");
        assert_eq!(short("2024-10-11/2024-10-13"), "11–13 Oct 2024");
        assert_eq!(short("2024-09-30/2024-10-06"), "30 Sep–6 Oct 2024");
        assert_eq!(short("2023-12-30/2024-01-02"), "30 Dec 2023–2 Jan 2024");
        assert_eq!(short("2024-07"), "Jul 2024");
        assert_eq!(short("2024-21"), "spring 2024");
        assert_eq!(short("2024-22"), "summer 2024");
        assert_eq!(short("2024-24"), "winter 2024");
        assert_eq!(short("2024-35"), "third quarter 2024");
        assert_eq!(short("2024"), "2024");
        assert_eq!(short("../2024-12-31"), "by 31 Dec 2024");
        assert_eq!(short("2024-07-14/.."), "from 14 Jul 2024");
    }

    #[test]
    fn years_before_christ_are_told_as_such() {
        assert_eq!(short("-0043"), "44 BC");
        assert_eq!(short("0000"), "1 BC");
        assert_eq!(short("-0043-03-15"), "15 Mar 44 BC");
        assert_eq!(short("-0043-03-15/-0043-04-02"), "15 Mar–2 Apr 44 BC");
        assert_eq!(short("-0043-22"), "summer 44 BC");
        assert_eq!(short("-004X"), "50 BC–41 BC");
        assert_eq!(short("-9999-01-01/9999-12-31"), "1 Jan 10000 BC–31 Dec 9999");
    }

    #[test]
    fn lists_and_counts() {
        assert_eq!(count(1, "origin"), "1 origin");
        assert_eq!(count(0, "origin"), "0 origins");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
    }
}
