//! How firmly a statement is said, where the word for it is no modal, or a modal is no hedge.

use super::{firmness, read};

fn commitment(text: &str) -> String {
    read(text).statements.last().map(firmness).unwrap_or_default()
}

#[test]
fn what_is_seen_and_what_is_bound_to_one_case_is_asserted() {
    for text in [
        "Pilots could be seen on the pier with lamps in their hands.",
        "The crew could hear the bell of the lighthouse.",
        "The rule allows nets on the quay only if a pilot carries them.",
    ] {
        assert_eq!(commitment(text), "asserted", "{text}");
    }
    assert_eq!(commitment("The crew could be seen again in May if the fog lifts."), "hedged");
    assert_eq!(commitment("The pier could have been seen from the hill."), "hedged");
}

#[test]
fn what_is_unlikely_unclear_or_hard_to_believe_is_hedged() {
    for text in [
        "First, it is highly unlikely that even the owners would pay for the pier.",
        "It isn't clear, however, who steered the ferry.",
        "Though the board has met, it's not evident what the owners will do.",
        "It is hard to imagine the town without its ferry.",
        "Given the fog, perhaps the boat was late.",
    ] {
        assert_eq!(commitment(text), "hedged", "{text}");
    }
    assert_eq!(commitment("It is clear that the owners will pay."), "asserted");
}

#[test]
fn what_should_come_by_a_date_or_is_surely_to_come_is_expected() {
    for text in [
        "The sale should be completed in October.",
        "The new pier should open in May.",
        "“I have no doubt we will raise the ferry,” Anna Berg said.",
        "We think the pier will be a fine place.",
        "The board is confident that the ferry will sail.",
    ] {
        assert_eq!(commitment(text), "expected", "{text}");
    }
    for text in ["The sale should have been completed in October.", "Pilots should be paid as well as captains."] {
        assert_ne!(commitment(text), "expected", "{text}");
    }
}

#[test]
fn a_negation_behind_its_verb_negates() {
    for text in ["The pier isn't safe.", "The ferries weren't full on Monday.", "It's not an easy harbour."] {
        assert_eq!(commitment(text), "not asserted", "{text}");
    }
}

#[test]
fn a_condition_in_what_somebody_says_hedges_nothing_before_it() {
    let statements =
        read("The board is checking all crews, yet some say that is useless if nobody reads the papers.").statements;
    let firm: Vec<String> = statements.iter().map(firmness).collect();
    assert_eq!(firm[0], "asserted");
    assert_eq!(firm.len(), 2);
}

#[test]
fn a_decision_stands_whatever_comes_and_whether_is_no_condition() {
    assert_eq!(commitment("About 500 pilots voted to strike in March unless they are paid."), "asserted");
    assert_eq!(commitment("He said the price would help determine if the town bought a ferry."), "expected");
    assert_eq!(commitment("“I expect the meeting to be short,” Anna Berg said."), "expected");
    assert_eq!(commitment("The long answer is to build a pier of stone."), "asserted");
}

#[test]
fn an_if_that_leaves_nothing_open_hedges_nothing() {
    for (text, expected) in [
        ("The board has stood by letting towns close piers if they want.", "asserted"),
        ("If the owners want to stop the sale, they need to win a majority of the council.", "asserted"),
        ("It is possible to repair the pier with old planks.", "asserted"),
        ("If the owners pay, the crew opens the pier.", "hedged"),
        ("It is possible that the pier sank.", "hedged"),
    ] {
        assert_eq!(commitment(text), expected, "{text}");
    }
}

#[test]
fn seeming_and_unlikely_hedge_and_plain_ignorance_does_not() {
    for (text, expected) in [
        ("The owners seem unable to pay the crew.", "hedged"),
        ("The mayor is extremely unlikely to sell the pier.", "hedged"),
        ("Although the owners are eager to buy, the plan is likely to meet resistance.", "expected"),
        ("The cause of the fire was still unknown on Monday.", "asserted"),
        ("It is unclear whether the pier will open.", "hedged"),
    ] {
        assert_eq!(commitment(text), expected, "{text}");
    }
}

#[test]
fn a_case_that_is_only_supposed_stays_one() {
    for line in super::statements(
        "Finally, and by far the least likely option, the owners yield to the town and agree to sell.",
    ) {
        assert!(line.contains("| hedged"), "{line}");
    }
    let line =
        super::statements("The towns agreed on a plan whereby the owner should step down and put forward a budget.");
    assert_eq!(line.len(), 1, "{line:?}");
}

#[test]
fn what_only_seems_so_is_hedged_and_what_was_threatened_was() {
    for text in [
        "The talks seemed stalemated on Thursday night.",
        "It looks as if the boat had sunk in the bay.",
        "It looks like the owners are determined to stay.",
        "Berg wondered if the pier was of any use.",
        "The town was said by officials to be cut off.",
    ] {
        assert_eq!(commitment(text), "hedged", "{text}");
    }
    for text in [
        "The owners threatened to take the strike to Torsvik.",
        "Under Berg the main hopes of the young were to travel abroad.",
        "The fund also doubles limits on the money that towns may receive.",
    ] {
        assert_eq!(commitment(text), "asserted", "{text}");
    }
    assert_eq!(commitment("The step would have little effect on the town."), "expected");
    assert_eq!(commitment("The step would have had little effect on the town."), "hedged");
}

#[test]
fn names_and_terms_between_marks_are_no_quotations() {
    let quotes = |text: &str| read(text).statements.iter().map(|statement| statement.quotes.len()).sum::<usize>();
    for text in [
        "Holm called the deal a good step on the station's “Meet the Pilots” on Sunday.",
        "He left for the town ahead of a “day of boats” strike in May.",
        "The fund became the first one to “break the pier” in May.",
        "The boat\"s owners left in May, and the town\"s mayor stayed.",
    ] {
        assert_eq!(quotes(text), 0, "{text}");
    }
    assert_eq!(quotes("Holm called the deal “a pretty good step” on Sunday."), 1);
}

#[test]
fn what_somebody_forecasts_is_expected() {
    for text in [
        "The Harbour Board expected traffic in the two towns to rise.",
        "Jon Holm forecast a good year for the ferries.",
        "Owners estimate that the repair will take a year.",
        "Jon Holm predicted that the toll would fall.",
        "Traffic is forecast at ten boats a day.",
        "She is due back in court in April.",
        "Jon Holm has vowed not to sell the pier.",
        "The first rule would close the pier and the fourth would limit it.",
    ] {
        assert_eq!(commitment(text), "expected", "{text}");
    }
    for text in [
        "The board had expected a rise of a tenth.",
        "Jon Holm correctly predicted the fall of the mill.",
        "The delay is due in part to the fog.",
    ] {
        assert_ne!(commitment(text), "expected", "{text}");
    }
    assert_eq!(commitment("The crew is likely to have friends in Arlen."), "hedged");
}

#[test]
fn what_leaves_nothing_open_hedges_nothing() {
    for text in [
        "He did not say in his speech to the board if the toll had risen.",
        "The deal provides for Norlines to pay if the ferry is late.",
        "The yard holds boats and can sell them if prices fall.",
        "This might seem odd, but a ferry pays for itself.",
        "The same could be said of the mill.",
        "Norlines could not control who buys its boats.",
        "The question is how to keep towns from rushing back.",
        "Everybody was looking forward to getting out of town.",
    ] {
        assert!(commitment(text).ends_with("asserted"), "{text}: {}", commitment(text));
    }
    let told = "A sale would have brought ten crowns, Jon Holm said.";
    assert_eq!(commitment(told), "attributed");
    for text in [
        "The strike may end if the owners pay.",
        "The owners would have paid had the board asked.",
        "Otherwise, the town could not pay for it.",
        "The yard can be saved if the owners pay.",
    ] {
        assert!(commitment(text).ends_with("hedged"), "{text}: {}", commitment(text));
    }
}

#[test]
fn terms_in_marks_are_no_quotations() {
    for text in [
        "The rule covers type \"C\" boats, the board said.",
        "The question is if the town should buy at one \"posted price\" or not.",
        "The cost is small (ten crowns from \"in store\" to \"shipped\"), the board said.",
    ] {
        let quotes: usize = read(text).statements.iter().map(|statement| statement.quotes.len()).sum();
        assert_eq!(quotes, 0, "{text}");
    }
}
