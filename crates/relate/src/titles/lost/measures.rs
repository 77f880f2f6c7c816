//! Measures of nothing that is told: "Volume was 11,000 lots", "exports fell in May" say of what only in a report's headline.

use std::collections::BTreeSet;

use model::calendar::MONTHS;

use crate::ground::countries;
use crate::ground::frame::{is_number, term, terms_of};
use crate::ground::lexicon::is_empty_word;
use crate::ground::words::{Word, fold, words};
use crate::titles::lexicon;

/// Nouns for what is counted or traded, of something.
const MEASURES: &str = "figure figures price prices volume stocks production output cut cuts rate index exports imports import export \
    sales total totals growth turnover revenue revenues consumption surplus demand supply supplies yield yields shipments \
    deliveries inventories dealings grade spread discount premium quota quotas level average margin tender rebate crop \
    harvest licences licenses holdings cargoes lots earnings profit profits purchases buying selling tonnes tons bags quintals \
    quintales bushels bales ounces needs registrations objections usage copies";

/// What measures do, by how much.
const MOVES: &str =
    "decline declines increase increases decrease decreases rise rises fall falls drop drops gain gains";

/// Words beside a measure that do not tell of what it is.
const PLAIN: &str = "total average overall net gross annual monthly weekly daily combined final further new current morning afternoon \
    standard high low higher lower basic special local currency seasonally adjusted unadjusted estimated domestic foreign commercial ring spot cash \
    more less fewer three-month end-month record large larger small smaller additional whole full main cumulative provisional";

/// Amounts, of which only "of" tells what they are of.
const UNITS: &str = "tonnes tons bags quintals quintales bushels bales ounces cargoes lots copies";

/// Whether a title measures what it does not tell, and what the `headline` of its report does; its verb ends at the byte `verb`.
pub(in crate::titles) fn is_of_nothing(headline: &str, title: &str, verb: Option<usize>) -> bool {
    let found: Vec<String> = words(title).iter().map(|w| fold(w.text)).collect();
    let capital: Vec<bool> = words(title).iter().map(|w| w.text.starts_with(char::is_uppercase)).collect();
    let ends: Vec<usize> = words(title).iter().map(|w| w.end).collect();
    let measure = |word: &str| lexicon::has(MEASURES, word);
    // "Saw declines of less than two pct": of what?
    let moves = |at: usize| {
        lexicon::has(MOVES, &found[at])
            && found.get(at + 1).is_some_and(|word| word == "of")
            && found.get(at + 2).is_some_and(|word| is_number(word) || lexicon::has("less more about some only", word))
            && !found[at..].iter().any(|word| word == "in")
    };
    let tells = |at: usize| {
        let word = found[at].as_str();
        !is_empty_word(word) && !is_number(word) && !measure(word) && !lexicon::has(PLAIN, word)
    };
    let bare = |at: usize| {
        // "Sees earnings": the verb does not tell whose.
        let owned = at.checked_sub(1).is_some_and(|at| lexicon::has("its his her their", &found[at]));
        let before = owned || at.checked_sub(1).is_some_and(|at| tells(at) && !capital[at] && verb != Some(ends[at]));
        let of =
            found.get(at + 1).is_some_and(|word| word == "of" || word == "for" && !lexicon::has(UNITS, &found[at]));
        let behind =
            of && (at + 2..found.len().min(at + 6)).any(|at| tells(at) && countries::country(&found[at]).is_none());
        !before && !behind
    };
    // "Traders predict a maximum award of 46 krones": for what?
    let award = |at: usize| {
        lexicon::has("award awards rebate", &found[at])
            && found.get(at + 1).is_some_and(|word| word == "of")
            && found.get(at + 2).is_some_and(|word| is_number(word))
            && !found[at..].iter().any(|word| lexicon::has("for to on", word))
    };
    // "The market will fall".
    let market = |at: usize| found[at] == "market" && at > 0 && found[at - 1] == "the";
    if !(0..found.len()).any(|at| (measure(&found[at]) || market(at)) && bare(at) || moves(at) || award(at)) {
        return false;
    }
    let topic = |term: &String| !term.starts_with('@');
    let plain: BTreeSet<String> =
        model::order::gather(MEASURES.split_whitespace().chain(PLAIN.split_whitespace()).map(term));
    let of: Vec<String> = terms_of(headline).into_iter().filter(topic).filter(|term| !plain.contains(term)).collect();
    // What is done tells of nothing.
    let without = |at: usize| verb != Some(ends[at]);
    let told = (0..found.len()).filter(|&at| without(at)).flat_map(|at| terms_of(words(title)[at].text));
    let told: BTreeSet<String> = model::order::gather(told);
    !of.is_empty() && !of.iter().any(|term| told.contains(term))
}

/// What is counted of each country.
const OF_COUNTRY: &str = "index output production growth surplus deficit reserves inflation unemployment quota consumption invisibles \
    spending imports exports m0 m1 m2 m3";

/// Whether a title measures what each country has, and only the `headline` of its report tells of which: "Invisibles were at a
/// surplus".
pub(in crate::titles) fn is_of_no_country(headline: &str, subject: &str, title: &str) -> bool {
    let found = words(subject);
    let end = found.iter().position(|w| lexicon::has("of in on for from with at to by", w.text)).unwrap_or(found.len());
    let measures = found[..end].iter().any(|w| lexicon::has(OF_COUNTRY, &fold(w.text)));
    let country = |word: &str| countries::country(&fold(word)).is_some();
    // "M1" is what each country counts.
    let coded = |w: &Word<'_>| is_money(w.text) || w.text.len() < 4 && w.text.ends_with(|c: char| c.is_ascii_digit());
    let names = |w: &Word<'_>| {
        let word = fold(w.text);
        w.text.len() > 1
            && w.text.starts_with(char::is_uppercase)
            && !MONTHS.contains(&word.as_str())
            && !coded(w)
            && !lexicon::has(PLAIN, &word)
    };
    let all = words(title);
    // "Total M3 rose", whatever the headline says.
    let plain = |w: &Word<'_>| !names(w) || lexicon::has("year month growth adjusted", &fold(w.text));
    if all.iter().any(|w| is_money(w.text)) && all.iter().all(plain) && !all.iter().any(|w| country(w.text)) {
        return true;
    }
    measures
        && found.first().is_some_and(|first| {
            !names(first) || lexicon::is_determiner(&fold(first.text)) || found.len() == 1 || end == 1
        })
        && !all.iter().skip(1).any(names)
        && !all.iter().any(|w| country(w.text))
        && (words(headline).iter().any(|w| country(w.text))
            || headline.contains("U.S.")
            || headline.contains("U.K.")
            || headline.to_lowercase().contains("hong kong"))
}

/// "M3", "M1-B": the money that a country has.
fn is_money(word: &str) -> bool {
    word.len() < 5 && matches!(word.as_bytes(), [b'M', b'0'..=b'4', rest @ ..] if rest.len() != 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_each_country_has_is_told_with_its_country() {
        assert!(is_of_no_country("NORWAY TRADE GAP NARROWS", "Invisibles", "Invisibles were at a surplus in May 2023"));
        assert!(is_of_no_country("NORWAY OUTPUT UP", "The June index", "The June index rose by two"));
        let quota = "The herring import quota has been set at 40 tons";
        assert!(is_of_no_country("U.S. HERRING IMPORTS", "The herring import quota", quota));
        let growth = "Total M1 and local M1 growth";
        assert!(is_of_no_country("NORWAY M1 UP", growth, "Total M1 and local M1 growth was two and three"));
        for title in [
            "Total M3 rose two pct from May 2023",
            "M1-B fell two pct",
            "Local currency M3 rose",
            "Unadjusted May 2023 M2 was 4",
        ] {
            assert!(is_of_no_country("MONEY UP", "", title), "{title}");
        }
        assert!(!is_of_no_country("MONEY UP", "", "Total M3 of Norway rose"));
        assert!(!is_of_no_country("NORWAY OUTPUT UP", "The June index", "The June index rose by two in Norway"));
        assert!(!is_of_no_country("HERRING OUTPUT UP", "Output", "Output rose by two"), "no country is told");
        assert!(!is_of_no_country("NORWAY MERGER", "Corby output", "Corby output rose by two"));
    }

    #[test]
    fn a_measure_of_what_only_the_headline_tells_is_of_nothing() {
        let headline = "NORWAY HERRING SALES UP";
        let is_of_nothing =
            |headline: &str, title: &str| is_of_nothing(headline, title, title.find("sees").map(|at| at + 4));
        assert!(is_of_nothing(headline, "Norwegian exports reached 4,000 tonnes in May 2023"), "exports of what?");
        assert!(is_of_nothing(headline, "Volume was 4,000 lots on 3 May 2023"));
        assert!(is_of_nothing(headline, "Norway took 4,000 tonnes and Lund 300"), "tonnes of what?");
        assert!(is_of_nothing(headline, "The strength of the krone discouraged new buying"), "buying of what?");
        assert!(is_of_nothing(headline, "Lund and Corby saw declines of less than two pct"), "declines of what?");
        assert!(is_of_nothing(headline, "Usage in May 2023 was 4,000 tonnes"), "usage of what?");
        assert!(is_of_nothing(headline, "Traders in Lund predict a maximum award of 46 krones"), "for what?");
        assert!(is_of_nothing(headline, "Anna Berg sees earnings at two krones in 2023"), "whose?");
        for title in [
            "Norwegian herring exports reached 4,000 tonnes",
            "Exports of herring fell",
            "Anna Berg left Lund",
            "Norway took 4,000 tonnes of cod",
        ] {
            assert!(!is_of_nothing(headline, title), "{title}");
        }
        assert!(!is_of_nothing("", "Norwegian exports reached 4,000 tonnes"), "no headline tells it either");
    }
}
