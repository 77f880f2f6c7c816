//! What is told in the same words of its own report's matter, or only passes the word on, is no one claim.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::{Annotated, Corpus, EntityKind, Tense};
use support::{are_one, report};

#[test]
fn what_only_points_is_of_whom_its_report_opens_with() {
    let raised = |id: &str, who: &str| {
        report(id, "Nordpress", "2024-05-02")
            .says_with(&format!("{who} raised its ferry fares by 50 crowns to the outer isles."), |m| {
                m.named(who, EntityKind::Organisation).clause(who, "raised", Tense::Past);
            })
            .says_with("The increase brings the fare from Corby harbour to the Skerries to 190 crowns.", |m| {
                m.named("Corby", EntityKind::Place).clause("The increase", "brings", Tense::Present);
            })
            .done()
    };
    assert!(are_one([raised("one", "Harrow Lines"), raised("two", "Harrow Lines")]));
    assert!(!are_one([raised("one", "Harrow Lines"), raised("two", "Lundby Ferries")]));
}

#[test]
fn one_house_opens_no_two_days_with_one_piece_of_news() {
    let expected = |id: &str, outlet: &str, day: &str, more: &str| {
        report(id, outlet, day)
            .says_with("The Norwegian river board will open the Karst sluices to feed the lower mills.", |m| {
                m.named("Karst", EntityKind::Place);
                m.clause("The Norwegian river board", "will open", Tense::Future);
            })
            .says(more)
            .done()
    };
    let (first, second) = ("Rain fell on 14 fells for 9 days.", "Snow lay on 3 passes, 21 farms and 8 roads.");
    let front = |documents: [Annotated; 2]| {
        let claims = relate::relate(&documents, &Corpus::default()).claims;
        let holds = |at: (u32, u32)| {
            claims.iter().position(|c| c.members.iter().any(|m| (m.document, m.statement) == at)).unwrap()
        };
        holds((0, 0)) == holds((1, 0))
    };
    let one = || expected("one", "Nordpress", "2024-05-02", first);
    assert!(front([one(), expected("two", "Nordpress", "2024-05-02", second)]), "of one day");
    assert!(front([one(), expected("two", "The Lund Post", "2024-05-03", second)]), "of two houses");
    assert!(front([one(), expected("two", "Nordpress", "2024-05-03", first)]), "printed again");
    assert!(!front([one(), expected("two", "Nordpress", "2024-05-06", second)]), "of two days");
}

#[test]
fn one_houses_form_of_words_is_of_the_place_that_its_report_opens_with() {
    let paid = |id: &str, outlet: &str, land: &str| {
        report(id, outlet, "2024-05-02")
            .says_with(&format!("The harbour fund has accepted an offer for a ferry to {land}."), |m| {
                m.named(land, EntityKind::Place).clause("The harbour fund", "has accepted", Tense::Perfect);
            })
            .says_with("The grant will be paid to the owner in shares of the fund's old ferries.", |m| {
                m.clause("The grant", "will be paid", Tense::Future);
            })
            .done()
    };
    assert!(are_one([paid("one", "Nordpress", "Iceland"), paid("two", "Nordpress", "Iceland")]));
    assert!(!are_one([paid("one", "Nordpress", "Iceland"), paid("two", "Nordpress", "Greenland")]));
}

#[test]
fn what_somebody_says_of_themselves_is_one_speakers() {
    let said = |id: &str, who: &str| {
        report(id, id, "2024-05-02")
            .says_with(&format!("I think we need to leave, said {who}."), |m| {
                m.only("I think we need to leave").holder(who, "said").named(who, EntityKind::Person);
                m.clause("I", "think", Tense::Present);
            })
            .done()
    };
    assert!(are_one([said("one", "Anna Berg"), said("two", "Anna Berg")]));
    assert!(!are_one([said("one", "Anna Berg"), said("two", "Olaf Lind")]));
}

#[test]
fn who_passes_the_word_on_says_nothing() {
    let stands = |id: &str, day: &str| {
        report(id, id, day)
            .says_with(&format!("Our correspondent Anna Berg is in Corby harbour on day {id} for us."), |m| {
                m.named("Anna Berg", EntityKind::Person).named("Corby", EntityKind::Place);
                m.clause("Our correspondent Anna Berg", "is", Tense::Present);
            })
            .done()
    };
    assert!(!are_one([stands("one", "2024-05-02"), stands("two", "2024-05-09")]));
}

#[test]
fn what_may_be_proposed_is_not_what_was_agreed() {
    let told = |id: &str, text: &str, verb: &str, tense: Tense| {
        report(id, id, "2024-05-02")
            .says_with(text, |m| {
                m.named("Corby", EntityKind::Place).clause("Ferry owners and pilots of Corby", verb, tense);
            })
            .done()
    };
    let may = || {
        told(
            "one",
            "Ferry owners and pilots of Corby may propose a new toll for the outer harbour.",
            "may propose",
            Tense::Modal,
        )
    };
    let agreed = "Ferry owners and pilots of Corby agreed to propose a new toll for the outer harbour.";
    assert!(!are_one([may(), told("two", agreed, "agreed", Tense::Past)]));
    let again = "Ferry owners and pilots of Corby might propose a new toll for the outer harbour.";
    assert!(are_one([may(), told("two", again, "might propose", Tense::Modal)]));
}

#[test]
fn a_headline_with_its_score_is_no_line_of_a_table() {
    let told = |id: &str, text: &str| {
        report(id, id, "2024-05-02")
            .says_with(text, |m| {
                m.named("Corby Rovers", EntityKind::Organisation).named("Arlen", EntityKind::Place);
            })
            .done()
    };
    let [first, second] = [
        "Corby Rovers reach harbour cup final with 20 goals to 13 over Arlen",
        "Corby Rovers reach the harbour cup final with 20 goals to 13 over Arlen",
    ];
    assert!(are_one([told("one", first), told("two", second)]));
    let [first, second] = ["Corby Rovers Arlen 20 13 7", "Corby Rovers Arlen 20 13 9"];
    assert!(!are_one([told("one", first), told("two", second)]));
}
