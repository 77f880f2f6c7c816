//! Subjects that leave open of what they are: "Banks listed", "Textile exports", "The Ministry of Works".

use model::calendar::MONTHS;

use crate::ground::countries::country;
use crate::ground::words::{Word, fold, words};
use crate::titles::lexicon;

/// Whether a subject says only that there are such things: "Banks listed", "Celebrations".
pub(in crate::titles) fn is_untold_subject(subject: &str) -> bool {
    let found: Vec<String> = words(subject).iter().map(|w| fold(w.text)).collect();
    let listed =
        "listed involved mentioned concerned affected named described cited surveyed polled interviewed quoted";
    match found.as_slice() {
        // "Exercise, involving about three million shares": of what?
        [one, ..]
            if subject.contains(',')
                && lexicon::has(DONE, one)
                && words(subject)[0].end == subject.find(',').unwrap_or_default() =>
        {
            true
        }
        [one] => {
            lexicon::has(DONE, one)
                || lexicon::has(
                    "interest maturity repayment pricing celebrations festivities condolences tributes reactions details causes reasons ministers \
            officials leaders senators lawmakers diplomats",
                    one,
                )
        }
        // "The provisional rise in May": of what?
        all if is_only_moved(all) => true,
        [.., last] if lexicon::has("itself himself herself themselves", last) => true,
        [.., last] => found.len() < 4 && lexicon::has(listed, last),
        [] => false,
    }
}

/// Whether a subject is a rise or a fall of nothing: nothing but when it was stands behind it.
fn is_only_moved(found: &[String]) -> bool {
    let moved = |word: &String| lexicon::has("rise fall increase decrease decline drop gain growth", word);
    let Some(head) = found.iter().position(moved) else { return false };
    let date = |word: &String| MONTHS.contains(&word.as_str()) || word.bytes().all(|b| b.is_ascii_digit());
    let plain = "the a provisional year-on-year year on monthly annual quarterly seasonally adjusted net overall sharp this an estimated";
    let behind = &found[head + 1..];
    found[..head].iter().all(|word| lexicon::has(plain, word) || date(word))
        && (behind.is_empty() || lexicon::has("in on for", &behind[0]) && behind[1..].iter().all(date))
}

/// What is done of something, which has to be told.
const DONE: &str = "exercise completion closing approval settlement delivery subscription payment redemption financing construction \
    negotiation agreement implementation ratification signing acquisition repayment pricing";

/// Whether a subject is a measure of which nobody says whose it is: "Textile exports", "Total liabilities".
pub(in crate::titles) fn is_measure_of_nobody(subject: &str, text: &str) -> bool {
    let found = words(subject);
    let end = found.iter().position(|w| lexicon::has("of in on for from to at by", w.text)).unwrap_or(found.len());
    let counted = |at: usize| lexicon::has(MEASURED, &fold(found[at].text));
    // "The unemployment rate", "the jobless figures".
    let rate = end > 1
        && lexicon::has("rate rates figure figures level", &fold(found[end - 1].text))
        && (counted(end - 2) || lexicon::has("jobless growth", &fold(found[end - 2].text)));
    let measure = end > 0 && counted(end - 1) || rate;
    let name = |word: &Word<'_>| {
        word.text.chars().next().is_some_and(char::is_uppercase) && !MONTHS.contains(&fold(word.text).as_str())
            || country(&fold(word.text)).is_some()
    };
    // "M2" is a measure, and no name.
    let name = |word: &Word<'_>| name(word) && !lexicon::has(MEASURED, &fold(word.text));
    let named = found.iter().skip(1).any(name) || found.first().is_some_and(|w| country(&fold(w.text)).is_some());
    let first = found.first().is_some_and(|w| w.text.ends_with("'s") || w.text.ends_with("’s"));
    let all = words(text);
    let of = all.windows(2).any(|pair| lexicon::has("in of by", pair[0].text) && name(&pair[1]));
    let plain = "real nominal gross domestic national product gdp gnp the";
    let whole = end > 0 && found[..end].iter().all(|w| lexicon::has(plain, &fold(w.text)));
    measure && (!named || whole) && !first && !of
}

/// Whether a subject is a measure of which it only says who took it: "Sales to Norway".
pub(in crate::titles) fn is_taken_from_nobody(subject: &str) -> bool {
    let found: Vec<String> = words(subject).iter().map(|w| fold(w.text)).collect();
    let [first, next, ..] = found.as_slice() else { return false };
    lexicon::has(MEASURED, first)
        && lexicon::has("to within", next)
        && !found.iter().any(|word| lexicon::has("from by of", word))
}

/// Whether a subject is an account that each country has: "Real GDP".
pub(in crate::titles) fn is_of_every_country(subject: &str) -> bool {
    let found = words(subject);
    !found.is_empty()
        && found.iter().all(|w| lexicon::has("real nominal gross domestic national product gdp gnp", &fold(w.text)))
}

/// What is counted of a country or a house, which has to be told.
const MEASURED: &str = "product gdp gnp m0 m1 m2 m3 exports imports surplus deficit sales output production reserves liabilities assets debt debts orders \
    earnings profits profit revenue revenues inflation unemployment stocks deposits inventories turnover income consumption \
    demand loans spending receipts shipments";

/// Whether a subject is an office that each country has, told without its country: "The Ministry of Works".
pub(in crate::titles) fn is_of_some_country(subject: &str) -> bool {
    let found = words(subject);
    let own = |w: &Word<'_>| w.text.ends_with("'s") || w.text.ends_with("’s") || country(&fold(w.text)).is_some();
    let ministry = found.iter().position(|w| w.text == "Ministry");
    let house =
        |at: usize| found.get(at + 1).is_some_and(|next| next.text == "building" || next.text == "headquarters");
    ministry.is_some_and(|at| !house(at)) && !found.iter().any(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_and_which_it_is_a_subject_tells() {
        assert!(is_measure_of_nobody("Timber exports", "Timber exports rose to 3,000 tonnes in May 2024"));
        assert!(is_measure_of_nobody(
            "The May unemployment rate",
            "The May unemployment rate was the lowest since 1990"
        ));
        assert!(is_measure_of_nobody("Real GDP", "Real GDP will grow by 2 pct") && is_of_every_country("Real GDP"));
        assert!(is_taken_from_nobody("Exports to Norway") && !is_taken_from_nobody("Exports to Norway from Lund"));
        assert!(!is_measure_of_nobody("Timber exports", "Timber exports of Norway rose to 3,000 tonnes"));
        assert!(!is_measure_of_nobody("Norwegian timber exports", "Norwegian timber exports rose to 3,000 tonnes"));
        assert!(is_of_some_country("The Ministry of Works") && !is_of_some_country("Norway's Ministry of Works"));
        assert!(is_untold_subject("Lund itself"), "and what else?");
        assert!(is_untold_subject("Boats listed") && is_untold_subject("Celebrations"));
        assert!(!is_untold_subject("Celebrations of the Lund harvest"));
        assert!(is_untold_subject("Exercise, involving two million shares,") && is_untold_subject("Completion"));
        assert!(!is_untold_subject("Corby, a port,"));
        assert!(is_untold_subject("The provisional year-on-year rise in May 2023"), "of what?");
        assert!(!is_untold_subject("The rise in prices") && !is_untold_subject("The fall of Corby"));
    }
}
