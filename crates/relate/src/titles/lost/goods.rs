//! Goods that are counted or traded: "40,000 tonnes" of what a title tells, where its report has one name for it.

use std::collections::BTreeSet;

use crate::ground::frame::{is_number, term};
use crate::ground::words::{Word, fold, words};
use crate::titles::lexicon;

/// What is measured by weight and measure, and sold so.
const GOODS: &str = "sugar wheat paddy millet birdseed tapioca pepper soyameal corn maize barley rye oats sorghum rice grain grains soybean soybeans soyabean soyabeans soya rapeseed \
    sunflower sunflowerseed linseed cotton wool jute coffee cocoa tea rubber palm coconut copra groundnut groundnuts tobacco beet \
    beets cane molasses beef pork lamb mutton hogs cattle poultry milk butter cheese eggs fish herring shrimp oil crude petroleum \
    gasoline naphtha kerosene diesel gas coal coke iron ore steel copper tin zinc lead nickel aluminium aluminum bauxite alumina silver gold \
    platinum palladium uranium cement timber lumber pulp paper newsprint fertilizer fertiliser urea potash phosphate salt \
    oranges juice apples bananas potatoes flour meal oilseed oilseeds soyoil soymeal feed cars vehicles trucks tankers";

/// Amounts of goods.
const UNITS: &str = "tonnes tons bags quintals quintales bushels bales ounces cargoes lots";

/// What of goods is told by amounts of them.
const OF_GOODS: &str = "plantings acreage hectares ha planting rebate tonnage";

/// What there is of goods, as the first word of a title.
const BARE: &str = "prices futures stocks output production exports imports sales supplies demand volume shipments deliveries purchases";

/// What is done with goods.
const TRADED: &str = "produced produces produce exported exports export imported imports import sold sells sell bought buys buy \
    purchased purchases harvested grew grows shipped ships consumed consumes took takes offered bid booked";

/// Words by which an amount goes on.
const BEHIND: &str = "in on at for from by to into during since through against compared or and but with under last this next between per";

/// Whether a month stands before goods and behind no preposition, so that it is that of their delivery.
pub(crate) fn is_of_a_contract(before: &str, behind: &str) -> bool {
    let found = words(behind);
    let next = found.first().filter(|w| behind[..w.start] == *" ").map(|w| fold(w.text)).unwrap_or_default();
    let last = words(before).last().map(|w| fold(w.text)).unwrap_or_default();
    (lexicon::has(GOODS, &next) || lexicon::has("futures contract contracts", &next))
        && !lexicon::has("in on during since until by last this", &last)
}

/// The goods that words name.
fn goods(text: &str) -> BTreeSet<String> {
    let found = words(text);
    model::order::gather(
        found.iter().map(|w| fold(w.text)).filter(|word| lexicon::has(GOODS, word)).map(|word| term(&word)),
    )
}

/// The title with the goods behind its first amount, where it names none, and the `headline` and the `text` of its report name one
/// alone: "sold 40,000 tonnes of salt to Norway".
pub(in crate::titles) fn told(headline: &str, text: &str, title: &str) -> String {
    let plain = || title.to_owned();
    if title.contains(['“', '”', '"'])
        || !words(title).iter().any(|w| lexicon::has(UNITS, w.text))
        || !goods(title).is_empty()
    {
        return plain();
    }
    let (head, all) = (goods(headline), goods(text));
    if head.len() != 1 || all != head {
        return plain();
    }
    let name = words(text).iter().map(|w| fold(w.text)).find(|word| lexicon::has(GOODS, word));
    let found = words(title);
    let close = |at: usize| found.get(at + 1).is_none_or(|next| title[found[at].end..next.start] == *" ");
    let counts = |word: &Word<'_>| is_number(&fold(word.text)) || word.text == "mln";
    let at = (1..found.len()).find(|&at| lexicon::has(UNITS, found[at].text));
    let at = at.filter(|&at| counts(&found[at - 1]) && close(at));
    let ends = |at: usize| found.get(at + 1).is_none_or(|next| lexicon::has(BEHIND, &fold(next.text)));
    match at.filter(|&at| ends(at)).zip(name) {
        Some((at, name)) => format!("{} of {name}{}", &title[..found[at].end], &title[found[at].end..]),
        None => plain(),
    }
}

/// Whether a title tells amounts, or what is told by amounts, of goods that it does not name, and the `headline` of its report does.
pub(in crate::titles) fn are_untold(headline: &str, title: &str) -> bool {
    let found = words(title);
    let measured = (0..found.len()).any(|at| {
        let word = fold(found[at].text);
        let next = found.get(at + 1).map_or("", |next| next.text);
        let owned = at > 0 && (found[at - 1].text.ends_with("'s") || found[at - 1].text.ends_with("’s"));
        let sum = found.get(at + 2).is_some_and(|w| w.text.starts_with(|c: char| c.is_ascii_digit()));
        let award = lexicon::has("award awards", &word) && next == "of" && sum;
        award || lexicon::has(UNITS, &word) && next != "of" || lexicon::has(OF_GOODS, &word) && !owned && next != "of"
    });
    // "Prices have fallen since": whose or of what they are its first words tell.
    let first = found.first().is_some_and(|w| lexicon::has(BARE, &fold(w.text)))
        && found.get(1).is_some_and(|w| w.text != "of");
    // "The Norwegian Salt Board" is no salt.
    let plain: Vec<&str> =
        found.iter().filter(|w| w.start == 0 || !w.text.starts_with(char::is_uppercase)).map(|w| w.text).collect();
    let head = goods(headline);
    // "Norway produced 210 mln tonnes": of what, whatever the headline names.
    let traded = found.iter().any(|w| lexicon::has(TRADED, w.text)) && goods(title).is_empty();
    let amount = found
        .windows(2)
        .any(|pair| lexicon::has("tonnes tons bushels bales bags", pair[0].text) && pair[1].text != "of")
        || found.last().is_some_and(|w| lexicon::has("tonnes tons bushels bales bags", w.text));
    if traded && amount {
        return true;
    }
    (measured || first) && !head.is_empty() && goods(&plain.join(" ")).is_disjoint(&head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_what_an_amount_is_the_report_tells() {
        let headline = "NORWAY SALT FOR EXPORT";
        let text = "Norway has sold salt to Lund. Corby took 40,000 tonnes in May. More salt may follow.";
        let title = "Corby took 40,000 tonnes in May 2023";
        assert_eq!(told(headline, text, title), "Corby took 40,000 tonnes of salt in May 2023");
        let two = format!("{text} It buys wheat as well.");
        assert_eq!(told(headline, &two, title), title, "salt, or wheat?");
        assert!(are_untold(headline, title) && !are_untold(headline, &told(headline, text, title)));
        let board = "Prices have fallen since the Norwegian Salt Board failed to agree";
        assert!(are_untold(headline, board) && !are_untold(headline, "Prices of salt have fallen"));
        assert!(are_untold(headline, "Traders in Lund predict a maximum award of 46.40 krones"));
        assert!(are_untold("NORWAY HOLIDAYS", title), "of what?");
        assert!(!are_untold("NORWAY HOLIDAYS", "The Corby ferry weighs 40,000 tonnes"));
        assert!(are_untold("NORWAY BEET SOWN", "The area is put at 4,000 ha"));
    }
}
