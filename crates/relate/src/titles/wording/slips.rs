//! Slips of agencies' copy: a capital behind "U.S.", a month or a country without its own.

use crate::ground::countries;
use crate::ground::words::{fold, words};
use crate::titles::lexicon;

/// Abbreviations behind which some copy writes a capital, as behind a point.
const SHORT: [&str; 8] = ["U.S.", "U.S.,", "U.K.", "U.N.", " Co.,", " Co.", " Inc.", " Corp."];

/// Words that begin no name behind the abbreviation of a country.
const PLAIN: &str = "and or up down to of in on at by for with from as is are was were has had have would will could should may might must \
    that which who concern concerns market markets dollar dollars dlrs dlr official officials authorities forces strike strikes \
    policy interests interest exports imports trade companies company pressure action actions attack attacks proposal \
    proposals economy economic farm farmers currency unit rose fell budget deficit surplus tax taxes industrial agricultural \
    demand output oil grain wheat corn sugar crude growth inflation government producers consumers banks bank support troops warships ships escort tariffs sanctions negotiators side";

/// Countries and their people that are other words in small letters.
const OTHERWISE: &str = "turkey turkeys china polish jersey guinea chile swede swedes";

/// Months that are no other word.
const MONTHS: &str = "january february april june july august september october november december";

/// A title with a small letter where its report has a capital only since a point stands before it, and with months and countries as
/// they are written.
pub(in crate::titles) fn mended(text: String) -> String {
    let text =
        text.strip_suffix(". reuter").or_else(|| text.strip_suffix(". Reuter")).map(str::to_owned).unwrap_or(text);
    let found = words(&text);
    let behind = |at: usize| {
        text[..found[at].start]
            .strip_suffix(' ')
            .is_some_and(|before| SHORT.iter().any(|short| before.ends_with(short)))
    };
    let slips: Vec<usize> = (1..found.len())
        .filter(|&at| {
            let word = found[at].text;
            let plain = word.chars().skip(1).all(char::is_lowercase);
            // "The U.S. Security Council", "the U.S. President Anna Berg" go on.
            let goes_on = found.get(at + 1).is_some_and(|next| {
                next.text.starts_with(char::is_uppercase) && text[found[at].end..next.start] == *" "
            });
            word.starts_with(char::is_uppercase)
                && plain
                && behind(at)
                && (!goes_on || lexicon::has("and or to of in on at by for with from as", &fold(word)))
                && lexicon::has(PLAIN, &fold(word))
        })
        .map(|at| found[at].start)
        .collect();
    let month = |at: usize| lexicon::has(MONTHS, &fold(found[at].text));
    // "In april and may".
    let second =
        |at: usize| at > 1 && lexicon::has("march may", found[at].text) && found[at - 1].text == "and" && month(at - 2);
    let country = |at: usize| {
        let word = found[at].text;
        let lower = word.len() > 4 && word.starts_with(char::is_lowercase) && !lexicon::has(OTHERWISE, &fold(word));
        lower && countries::country(&fold(word)).is_some()
    };
    let months = (0..found.len()).filter(|&at| lexicon::has(MONTHS, found[at].text) || second(at) || country(at));
    let months: Vec<usize> = months.map(|at| found[at].start).collect();
    if slips.is_empty() && months.is_empty() {
        return text;
    }
    let told = text.char_indices().map(|(at, letter)| {
        if slips.contains(&at) {
            letter.to_ascii_lowercase()
        } else if months.contains(&at) {
            letter.to_ascii_uppercase()
        } else {
            letter
        }
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn a_capital_behind_an_abbreviation_is_none_of_its_own() {
        let told = |text: &str| mended(text.to_owned());
        assert_eq!(
            told("Corby had a surplus with the U.S., Up from 4 mln"),
            "Corby had a surplus with the U.S., up from 4 mln"
        );
        assert_eq!(told("Corby sold the U.S. And Norway two ferries"), "Corby sold the U.S. and Norway two ferries");
        assert_eq!(told("Corby met U.S. Secretary Anna Berg"), "Corby met U.S. Secretary Anna Berg");
    }
}
