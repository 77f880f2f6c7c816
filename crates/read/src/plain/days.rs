use model::When;

/// Reads a date of publication: EDTF, or a date with a time of day, of which the day is kept.
///
/// # Errors
/// A sentence that says what is wrong.
pub fn published(text: &str) -> Result<When, String> {
    let text = text.trim();
    let day = match text.char_indices().nth(10) {
        Some((at, 'T' | 't' | ' ')) if time_of_day(&text[at + 1..]) => &text[..at],
        _ => text,
    };
    // What to do is told beside it, once for all dates.
    When::parse(day).map_err(|error| {
        let what = error.split_once("; ").map_or(error.as_str(), |(what, _)| what);
        what.replace(&format!("{day:?}"), &format!("{text:?}"))
    })
}

/// What to do where [`published`] fails.
pub const REMEDY: &str = "write 2024-10-11, 2024-10, 2024, or 2024-10-11/2024-10-13 (EDTF)";

/// Whether a text begins like a time of day of ISO 8601: two digits, a colon, two digits.
fn time_of_day(text: &str) -> bool {
    matches!(text.as_bytes(), [a, b, b':', c, d, ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_of_day() {
        let edtf = |text: &str| published(text).map(|when| when.edtf);
        assert_eq!(edtf("2024-10-11"), Ok("2024-10-11".into()));
        assert_eq!(edtf("2024-10-11T23:15:00+02:00"), Ok("2024-10-11".into()));
        assert_eq!(edtf("2024-10-11 08:05"), Ok("2024-10-11".into()));
        assert_eq!(edtf("2024-10"), Ok("2024-10".into()));
        assert_eq!(edtf("-0043-03-15"), Ok("-0043-03-15".into()));
        for bad in ["2024-10-11Tuesday", "11 October", "2024-02-30T10:00", "…………………"] {
            assert!(published(bad).is_err(), "{bad}");
        }
    }
}
