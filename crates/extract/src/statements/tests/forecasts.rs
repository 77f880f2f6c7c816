//! What is yet to come, may be so, or is not believed, on whoever's word.

use super::{firmness, read};

fn commitment(text: &str) -> String {
    read(text).statements.last().map(firmness).unwrap_or_default()
}

fn all(expected: &str, texts: &[&str]) {
    for text in texts {
        assert!(commitment(text).ends_with(expected), "{text}: {}", commitment(text));
    }
}

#[test]
fn a_forecast_on_somebodys_word_is_expected() {
    all(
        "expected",
        &[
            "Norlines Corp, which owns ten ferries, said its sale of boats will bring ten crowns.",
            "The yard said first output is expected to be ten boats a day.",
            "Jon Holm said the aim of the planned fund would be to help the towns.",
            "She forecast ten boats for Norlines against twelve before the split.",
            "Pilots are anticipating losses of ten boats.",
            "Owners, who met in May, said the same toll in the other towns would fail when the fog comes.",
            "The mill expects a rise in tolls.",
            "He said the board did not expect the toll to hurt the owners.",
            "“I am convinced that if this deal holds, it will make the harbour safer,” Anna Berg said.",
            "“All that would ruin the town,” Jon Holm added.",
            "The late frost means owners will be able to sell ten boats.",
        ],
    );
    // What is told is done; what stands in it is not what is told.
    all(
        "attributed",
        &[
            "The owners said the board, which will meet in May, sold the pier.",
            "Jon Holm announced a plan that would join the two towns.",
            "He said that they'd had a row.",
            "“I would go,” Anna Berg said.",
            "“A vote would be good,” Anna Berg said.",
        ],
    );
    all("asserted", &["The mill expected a rise in tolls, and got it."]);
}

#[test]
fn what_would_come_of_what_may_be_so_is_expected() {
    all(
        "expected",
        &[
            "The law would order the board to lift the toll unless other towns pay.",
            "Jon Holm said the town would pay if the ferry burned.",
            "He would know within days if the pier is going to hold.",
            "Even if the owners pay, the pier would be lost.",
        ],
    );
    all("hedged", &["If Arlen had a port, the town would pay.", "If everyone voted, the pier would stay open."]);
}

#[test]
fn a_permission_and_a_bound_hedge_nothing() {
    all("asserted", &["Owners may apply until May.", "They know the mill can only be saved if the owners pay."]);
    all("attributed", &["The board said pilots may use the second option if they lost a boat."]);
    all("hedged", &["Arlen may use force.", "Owners may sell the pier."]);
}

#[test]
fn what_somebody_does_not_think_is_open_and_what_they_call_untrue_is_denied() {
    all(
        "hedged",
        &[
            "“I don't think the pier is safe,” Anna Berg said.",
            "Jon Holm said he did not believe the owners had paid.",
            "What the board does now is anybody's guess.",
            "Ten pilots were feared dead.",
            "The owners almost certainly would have stayed in the town, Jon Holm said.",
            "I'd imagine that the ferry is late.",
        ],
    );
    all("expected", &["“I don't think the owners will pay,” Anna Berg said."]);
    all("denied", &["“We don't believe this is true,” Anna Berg said."]);
    for text in ["You can't think the pier is safe.", "It was hard to see where the pier ended."] {
        assert!(!commitment(text).ends_with("hedged"), "{text}");
    }
}
