//! Which claims are shown, in which order, and how many each further choice would leave.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::bundle::{ClaimCard, DocumentCard};
use model::{Commitment, Day, order};

use crate::course::ended;
use crate::parting::is_told_otherwise;
use crate::route::{Route, values};

/// What claims can be chosen by, beside how they stand and when they happened: a key of the link each.
pub(super) const FACETS: [&str; 4] = ["commitment", "person", "outlet", "story"];

/// The value of a document whose outlet is not known.
pub(super) const UNKNOWN: &str = "unknown";

/// The values that a claim has under a key, each once.
fn values_of<'a>(card: &'a ClaimCard, documents: &'a [DocumentCard], key: &str) -> Vec<&'a str> {
    let mut found: Vec<&str> = match key {
        "commitment" => card.marks.iter().flat_map(|mark| &mark.commitments).map(|c| c.word()).collect(),
        "person" => card.entities.iter().map(String::as_str).collect(),
        "outlet" => {
            let document = |number: u32| documents.get((number as usize).checked_sub(1)?);
            let outlet = |card: &'a DocumentCard| card.outlet.as_deref().unwrap_or(UNKNOWN);
            card.marks.iter().filter_map(|mark| document(mark.document)).map(outlet).collect()
        }
        _ => vec![card.story.as_str()],
    };
    order::sort(&mut found);
    found.dedup();
    found
}

/// Whether a claim stands as `show` names it.
fn is_shown(card: &ClaimCard, show: &str) -> bool {
    match show {
        "" => true,
        "open" => card.open,
        "settled" => ended(card).is_some(),
        "wordings" => is_told_otherwise(card),
        show => card.standing.word() == show,
    }
}

/// Whether a claim passes every choice but that of the key `but`.
fn passes_but(card: &ClaimCard, documents: &[DocumentCard], route: &Route, but: &str) -> bool {
    (but == "show" || is_shown(card, route.get("show")))
        && is_dated(card, days(route))
        && has_words(card, route.get("find"))
        && FACETS.into_iter().filter(|key| *key != but).all(|key| {
            let chosen = values(route, key);
            chosen.is_empty() || values_of(card, documents, key).iter().any(|value| chosen.contains(value))
        })
}

/// Whether a claim's title, or the words of a denial of it, have all of some words.
fn has_words(card: &ClaimCard, find: &str) -> bool {
    let text = || {
        let denials = card.denials.iter().map(|denial| denial.value.as_str());
        [card.title.as_str()].into_iter().chain(denials).collect::<Vec<_>>().join(" ").to_lowercase()
    };
    find.trim().is_empty() || {
        let text = text();
        find.to_lowercase().split_whitespace().all(|word| text.contains(word))
    }
}

/// The first and the last day of the period that is chosen, where one is.
pub(super) fn days(route: &Route) -> [Option<Day>; 2] {
    ["from", "to"].map(|key| route.get(key).parse().ok())
}

/// Whether a claim may have happened, or be due, within a period.
fn is_dated(card: &ClaimCard, [from, until]: [Option<Day>; 2]) -> bool {
    if from.is_none() && until.is_none() {
        return true;
    }
    let times = card.when.iter().chain(&card.due);
    let before = |day: Option<Day>, other: Option<Day>| day.zip(other).is_some_and(|(day, other)| day < other);
    times.into_iter().any(|when| !before(when.last, from) && !before(until, when.first))
}

/// How many claims each way to stand leaves.
pub(super) fn standing(cards: &[&ClaimCard], documents: &[DocumentCard], route: &Route, show: &str) -> usize {
    let shown = |card: &&&ClaimCard| is_shown(card, show);
    cards.iter().filter(shown).filter(|card| passes_but(card, documents, route, "show")).count()
}

/// The values of a key with how many claims each has, among those that pass the other choices: the most frequent first,
/// commitments in the order of the legend. What is chosen is told, whatever it leaves.
pub(super) fn counts<'a>(
    cards: &[&'a ClaimCard],
    documents: &'a [DocumentCard],
    route: &'a Route,
    key: &str,
) -> Vec<(&'a str, usize)> {
    let mut found: BTreeMap<&str, usize> = order::gather(values(route, key).into_iter().map(|value| (value, 0)));
    for card in cards.iter().filter(|card| passes_but(card, documents, route, key)) {
        for value in values_of(card, documents, key).into_iter().filter(|value| !value.is_empty()) {
            *found.entry(value).or_default() += 1;
        }
    }
    let mut found: Vec<(&str, usize)> = found.into_iter().collect();
    let place = |word: &str| Commitment::ALL.into_iter().position(|c| c.word() == word);
    match key {
        "commitment" => order::sort_by_key(&mut found, |(value, _)| place(value)),
        _ => order::sort_by_key(&mut found, |(value, n)| (Reverse(*n), *value)),
    }
    found
}

/// The claims that pass, in the chosen order.
pub(super) fn chosen<'a>(cards: &[&'a ClaimCard], documents: &[DocumentCard], route: &Route) -> Vec<&'a ClaimCard> {
    let mut places: Vec<usize> = (0..cards.len()).filter(|&i| passes_but(cards[i], documents, route, "")).collect();
    match route.get("sort") {
        "origins" => order::sort_by_key(&mut places, |&i| (Reverse((cards[i].origins, cards[i].articles)), i)),
        // Claims without a date come last.
        "date" => order::sort_by_key(&mut places, |&i| {
            (cards[i].when.is_none(), cards[i].when.as_ref().map(model::When::sort_day), i)
        }),
        _ => {}
    }
    places.into_iter().map(|i| cards[i]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::testing::card;
    use model::bundle::{CardReading, Mark};
    use model::{Span, Standing, When};

    fn mark(document: u32, commitment: Commitment) -> Mark {
        Mark { document, commitments: vec![commitment], at: Span::new(0, 1), origin: 0 }
    }

    fn document(number: u32, outlet: &str) -> DocumentCard {
        DocumentCard {
            id: format!("r{number}"),
            number,
            title: String::new(),
            outlet: Some(outlet.to_owned()).filter(|outlet| !outlet.is_empty()),
            published: None,
            inferred: false,
            origin: None,
            statements: 1,
            brief: false,
        }
    }

    fn three() -> (Vec<ClaimCard>, Vec<DocumentCard>) {
        let mut cards = vec![card("one", ""), card("two", ""), card("three", "")];
        cards[0].marks = vec![mark(1, Commitment::Asserted), mark(2, Commitment::Denied)];
        cards[0].denials =
            vec![CardReading { value: "It leaks".into(), by: "The mill".into(), document: 2, at: Span::new(0, 1) }];
        cards[0].story = "weir".into();
        cards[1].marks = vec![mark(2, Commitment::Asserted)];
        cards[1].entities = vec!["ada-moor".into()];
        cards[2].marks = vec![mark(3, Commitment::Hedged)];
        cards[2].standing = Standing::Agreed;
        cards[2].when = When::parse("2024-05").ok();
        (cards, vec![document(1, "Courier"), document(2, "Herald"), document(3, "")])
    }

    fn left(query: &str) -> Vec<String> {
        let (cards, documents) = three();
        let cards: Vec<&ClaimCard> = cards.iter().collect();
        chosen(&cards, &documents, &Route::parse("claims", query)).into_iter().map(|card| card.id.clone()).collect()
    }

    #[test]
    fn choices_narrow_and_values_of_one_key_widen() {
        assert_eq!(left(""), ["one", "two", "three"]);
        assert_eq!(left("commitment=denied"), ["one"]);
        assert_eq!(left("outlet=Herald"), ["one", "two"]);
        assert_eq!(left("outlet=Courier|unknown"), ["one", "three"]);
        assert_eq!(left("outlet=Herald&person=ada-moor"), ["two"]);
        assert_eq!(left("story=weir"), ["one"]);
        assert_eq!(left("find=WEIR+leaks"), ["one"]);
        assert_eq!(left("from=2024-05-20&to=2024-06-30"), ["three"]);
        assert_eq!(left("show=agreed&commitment=denied"), [""; 0]);
    }

    #[test]
    fn a_count_is_what_the_choice_would_leave() {
        let (cards, documents) = three();
        let cards: Vec<&ClaimCard> = cards.iter().collect();
        let route = Route::parse("claims", "outlet=Herald");
        assert_eq!(counts(&cards, &documents, &route, "commitment"), [("asserted", 2), ("denied", 1)]);
        // Other outlets beside the chosen one are counted as if none were chosen.
        assert_eq!(counts(&cards, &documents, &route, "outlet"), [("Herald", 2), ("Courier", 1), ("unknown", 1)]);
        assert_eq!(standing(&cards, &documents, &route, "agreed"), 0);
        let gone = Route::parse("claims", "person=nobody");
        assert_eq!(counts(&cards, &documents, &gone, "person"), [("ada-moor", 1), ("nobody", 0)]);
    }
}
