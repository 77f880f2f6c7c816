//! What one value, or one word for it, does not hold together, over reports as they are read.
#![allow(clippy::unwrap_used, reason = "tests")]

use extract::Input;
use model::{Annotated, Corpus, When};

fn read(id: &str, day: &str, text: &str) -> Annotated {
    let input = Input {
        id: id.to_owned(),
        title: Some(format!("Report {id}")),
        outlet: Some(format!("Outlet {id}")),
        published: When::parse(day).ok(),
        text: text.to_owned(),
        ..Input::default()
    };
    extract::annotate(extract::clean(input), &Corpus::default())
}

const OTHERS: &str = " The weather in the valley was mild. Farmers brought in their hay, and the market was full.";

/// Whether a claim holds statements of both, the second a day later.
fn are_one(one: &str, two: &str) -> bool {
    let documents = [read("one", "2024-05-03", &format!("{one}{OTHERS}")), read("two", "2024-05-04", two)];
    relate::relate(&documents, &Corpus::default()).claims.iter().any(|claim| claim.articles() == 2)
}

#[test]
fn a_part_of_a_count_is_not_the_whole() {
    let sold = "Corby growers had sold 79,250 tonnes of hops into the Norwegian stores.";
    assert!(are_one(sold, "The Corby growers sold 79,250 tonnes of hops into Norwegian stores. It rained."));
    assert!(!are_one(
        sold,
        "Corby growers had now withdrawn the last 3,000 of the 79,250 tonnes of hops they sold into Norwegian stores. It rained."
    ));
    assert!(!are_one(
        sold,
        "Corby growers have withdrawn most of the 79,250 tonnes of hops they put into the Norwegian stores. It rained."
    ));
}

#[test]
fn two_things_of_one_measure_are_two() {
    let fee = |thing: &str| format!("The Harrow {thing} was discussed. The {thing} is 10 points over the Corby rate.");
    assert!(are_one(&fee("fee"), &fee("fee")));
    assert!(!are_one(&fee("ferry fee"), &fee("harbour margin")));
}

#[test]
fn who_can_and_who_is_unable_to_are_two() {
    let offer = |who: &str, when: &str| {
        format!(
            "The Corby and Arlen growers involved are {who} to withdraw their offer of hops {when} the first of April."
        )
    };
    assert!(are_one(&offer("able", "before"), &offer("able", "before")));
    assert!(!are_one(&offer("able", "after"), &offer("unable", "before")));
}

#[test]
fn the_first_in_one_thing_is_not_the_first_in_another() {
    let first = |what: &str| format!("Olaf Lind was the first sailor {what} of the harbour fever in Norway.");
    assert!(are_one(&first("diagnosed"), &first("diagnosed")));
    assert!(!are_one(&first("diagnosed"), &first("to die")));
}

#[test]
fn what_they_do_now_is_of_its_day() {
    let people = "People are waving the flag of Corby.";
    assert!(are_one(&format!("The square is full. {people}"), &format!("It rained. {people}")));
    assert!(!are_one(&format!("The square is full. {people}"), "It rained. They're waving their flags at the pier."));
}

#[test]
fn what_is_said_of_it_in_few_words_is_of_its_day() {
    let raised = "Anna Berg and Olaf Lind of Corby want to raise the Harrow ferry by the spring.";
    let sold = "A harbour that nobody needs was shown to Olaf Lind and Anna Berg in Corby on the Harrow.";
    assert!(are_one(
        &format!("{raised} The Corby ferry is a difficult task."),
        &format!("{sold} The Corby ferry is a difficult task.")
    ));
    assert!(!are_one(&format!("{raised} It is a difficult task."), &format!("{sold} It is a very difficult task.")));
}

#[test]
fn a_draft_that_would_is_none_that_does() {
    let board = |met: &str| format!("The Arlen harbour board {met} foreign dredging in the Corby estuary on Thursday.");
    assert!(are_one(&board("rejected"), &board("rejected")));
    assert!(!are_one(&board("met to consider a draft resolution rejecting"), &board("rejected")));
}
