//! The day that a line near the top of a document tells, where it is the document's own: a line that dates what it tells of
//! is no such line.

use model::{Grain, When};

use crate::dates;

/// The day of a line that says little else: `Port Alma, 4 March 2031`, `By Anna Berg | March 4, 2031`; not `The hearing of 4
/// March 2031`.
pub(crate) fn told(line: &str) -> Option<When> {
    let when = dates::only(line).filter(|when| when.grain == Grain::Day)?;
    let words: Vec<&str> = line.split_whitespace().collect();
    // The fewest words that tell this day.
    let window = (1..=words.len()).find_map(|length| {
        let at = words.windows(length).position(|some| dates::only(&some.join(" ")).as_ref() == Some(&when))?;
        Some((at, at + length))
    });
    let (from, to) = window?;
    let before: Vec<String> = words[..from].iter().map(|word| plain(word)).collect();
    let says = before.iter().any(|word| PUBLISHED.iter().any(|stem| word.starts_with(stem)));
    let dates_another = before.last().is_some_and(|word| BEFORE.contains(&word.as_str()));
    let is_end = words[to..].iter().filter(|word| !word.contains(|c: char| c.is_ascii_digit())).count() <= 3;
    (says || !dates_another && before.len() <= 6 && is_end).then_some(when)
}

fn plain(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Beginnings of words that say that what follows is when something was published.
const PUBLISHED: [&str; 10] = [
    "publi",
    "pubbli",
    "posted",
    "issued",
    "released",
    "veröffentlicht",
    "erschienen",
    "gepubliceerd",
    "опубликован",
    "date",
];

/// Words after which a date is that of something else.
const BEFORE: [&str; 34] = [
    "of", "on", "in", "until", "till", "since", "from", "by", "before", "after", "for", "to", "through", "and", "am",
    "vom", "bis", "ab", "seit", "zum", "und", "du", "au", "depuis", "del", "desde", "hasta", "dal", "al", "van", "tot",
    "от", "до", "с",
];

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn a_line_that_dates_the_document_and_one_that_dates_its_matter() {
        for line in [
            "4 March 2031",
            "Port Alma, 4 March 2031",
            "By Anna Berg, The Lamp | March 4, 2031 10:15 AM GMT",
            "The Valley Lamp Tuesday, March 4, 2031",
            "Published on 4 March 2031",
            "Dienstag, den 4. März 2031",
        ] {
            assert_eq!(told(line).map(|when| when.edtf).as_deref(), Some("2031-03-04"), "{line}");
        }
        for line in [
            "The crane accident of 4 March 2031",
            "Hearing on 4 March 2031",
            "Open until 4 March 2031",
            "4 March 2031 was the day of the crane",
            "March 2031",
        ] {
            assert_eq!(told(line), None, "{line}");
        }
    }
}
