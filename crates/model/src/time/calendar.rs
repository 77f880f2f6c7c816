//! Names of months and weekdays, as English texts have them.

/// The months in lower case, January first.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The months as English writes them, January first.
pub const MONTH_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The weekdays in lower case, Monday first (ISO 8601).
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The month (1 to 12) that a word names, in any case: written out, as its first three letters, or as "Sept".
pub fn month(word: &str) -> Option<u32> {
    if word.eq_ignore_ascii_case("sept") {
        return Some(9);
    }
    position(word, &MONTHS).map(|at| at + 1)
}

/// The weekday (0 is Monday) that a word names, in any case: written out, or as its first three letters.
pub fn weekday(word: &str) -> Option<u32> {
    position(word, &WEEKDAYS)
}

fn position(word: &str, names: &[&str]) -> Option<u32> {
    let named = |name: &&str| {
        word.eq_ignore_ascii_case(name)
            || word.len() == 3 && name.get(..3).is_some_and(|s| word.eq_ignore_ascii_case(s))
    };
    names.iter().position(named).map(|at| at as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_full_and_short() {
        assert_eq!(
            [month("October"), month("oct"), month("SEPT"), month("Octo"), month("")],
            [Some(10), Some(10), Some(9), None, None]
        );
        assert_eq!([weekday("Sunday"), weekday("Mon"), weekday("m\u{e9}")], [Some(6), Some(0), None]);
    }
}
