//! What is denied, and what is an act.

use super::{firmness, read};

fn commitment(text: &str) -> String {
    read(text).statements.first().map(firmness).unwrap_or_default()
}

#[test]
fn who_rejects_a_thing_or_refuses_to_do_one_denies_nothing() {
    for text in [
        "The town rejected the offer of the owners.",
        "Kolm has rejected a sale of the ferries.",
        "Norland rejected one-sided fishing limits on Monday.",
        "The mayor refused to meet the owners.",
        "The mayor declined to meet the owners.",
        "The council turned down the plan of the owners.",
        "The pilots dismissed the idea.",
        "The pilots dismissed an offer of the owners as too low.",
        "The mayor dismissed the head of the board in May.",
        "The owners disputed the fine.",
        "The offer was rejected by the pilots.",
        "The appeal was dismissed on Monday.",
        "The court dismissed the charges against the pilot.",
        "The court rejected the claim of the owners.",
        "The council rejected the territorial claims of Suland.",
        "The judge denied bail to the pilot.",
        "Magistrate Anna Berg denied Karl Holm's bond.",
        "A judge denied the early release of the pilot.",
        "The ministry denied him a visa.",
        "The port denied the ferry a berth.",
        "The pilots were denied access to the pier.",
        "The town repudiated the treaty of 2019.",
        "Sales of boats declined by a tenth in May.",
        "The board refused to treat the pilot.",
        "The owners ruled out a sale of the mill.",
        "It is wrong to sell the mill.",
    ] {
        assert_eq!(commitment(text), "asserted", "{text}");
    }
}

#[test]
fn who_rejects_what_is_said_denies_it() {
    for text in [
        "The town rejected the accusation.",
        "The owners have rejected claims that the mill was sold.",
        "The mayor dismissed reports that the pier is unsafe.",
        "The mayor dismissed the claims of the pilots.",
        "The mayor dismissed the story as a lie.",
        "The owners dispute that the mill burned.",
        "The owners denied that the mill burned.",
        "The owners denied the sale of the mill.",
        "The owners denied having sold the mill.",
        "The owners denied it on Monday.",
        "The owners denied there was a fire.",
        "The owners deny they will sell the mill.",
        "The allegation was denied by the owners.",
        "The accusations were rejected by the town.",
        "The police ruled out any link to the fire.",
        "The report is false.",
    ] {
        assert_eq!(commitment(text), "denied", "{text}");
    }
}

#[test]
fn a_denial_or_an_act_that_did_not_happen() {
    assert_eq!(commitment("The owners did not deny the sale of the mill."), "asserted");
    assert_eq!(commitment("The owners did not reject the offer."), "not asserted");
    assert_eq!(commitment("The pilots did not refuse to sail."), "not asserted");
    assert_eq!(commitment("The town will reject the offer."), "expected");
    // What is told of somebody by the way is not what the sentence says.
    let annotated = read("The mayor, who has long denied the claims of the pilots, has left the town.");
    assert_eq!(annotated.statements.iter().map(firmness).collect::<Vec<_>>(), ["denied", "asserted"]);
}

#[test]
fn what_many_denied_is_nobodys_answer() {
    let firm = |text: &str| super::read(text).statements.last().map(super::firmness).unwrap_or_default();
    assert_eq!(firm("Many in the town denied the danger of the flood."), "asserted");
    assert_eq!(firm("Berg denied the danger of the flood."), "denied");
    assert_eq!(firm("Many in the town denied that the flood was near."), "denied");
}
