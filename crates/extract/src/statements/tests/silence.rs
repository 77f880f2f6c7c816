//! What makes no statement: courtesies, appeals, torn ends, what only names.

use super::{statements, with_subjects};

#[test]
fn thanks_condolences_wishes_and_appeals_say_nothing() {
    for text in [
        "The men and women of the harbour guard want to thank the town for its help.",
        "“Our thoughts and prayers are with the crew,” Anna Berg said.",
        "“My heart goes out to the families of the crew,” Anna Berg said.",
        "“I can't find words for our thanks to the pilots,” Anna Berg said.",
        "“I very much look forward to meeting you,” Anna Berg wrote.",
        "“So if you saw the boat, the time to step forward is now,” Anna Berg said.",
        "We offer our deepest sympathies to the town.",
    ] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
    for text in [
        "Anna Berg thanked the pilots on Monday.",
        "The pilots looked forward to the race.",
        "The mayor sent her condolences to Kolm.",
        "If you know the harbour, you know its fog.",
    ] {
        assert_eq!(statements(text).len(), 1, "{text}");
    }
}

#[test]
fn headlines_and_links_glued_to_a_sentence_are_left_out() {
    assert_eq!(
        statements("Fog shuts the pier in Kolm Pilots walk out The owners lost two boats on Monday."),
        ["The owners lost two boats on Monday | asserted | "]
    );
}

#[test]
fn what_only_names_or_breaks_off_says_nothing() {
    for text in [
        "There are really two big concerns.",
        "You're a friend of his.",
        "Now, it's true.",
        "Except if the owners of the pier are asked for it.",
        "“No,” he said. Karl Holm, chief of the Kolm Bank (KB) said.",
        "A stone honoring a pilot who drowned in the storm of May.",
        "Two held over a fire at the pier [...]",
    ] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_thing_with_its_relative_clause_stays_with_the_verb_before_it() {
    assert_eq!(
        statements("They have pilots who heard the crash, but no one who can describe the boat."),
        ["They have pilots who heard the crash, but no one who can describe the boat | asserted | "]
    );
    assert_eq!(
        statements("Anna Berg died at 12 Quay Street, Apt. 6, near the ferry."),
        ["Anna Berg died at 12 Quay Street, Apt. 6, near the ferry | asserted | "]
    );
}

#[test]
fn lines_of_a_market_or_a_table_say_nothing() {
    for text in [
        "July - 13 over July bid, 15 offered.",
        "White rye March - No bids or offers.",
        "July up 2-1/2 points.",
        "Consolidated debt 54.3 billion crowns vs 61.9 billion.",
        "“I did approve it,” Anna Berg said.",
        "“No, that is not true at all,” Anna Berg said.",
    ] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(statements("In July the owners made a bid for 15 ferries.").len(), 1);
}

#[test]
fn a_list_goes_on_behind_a_capital_and() {
    assert_eq!(
        statements("The ministers met in Norway, Chile, the U.S. And Japan."),
        ["The ministers met in Norway, Chile, the U.S. And Japan | asserted | "]
    );
}

#[test]
fn a_capital_behind_a_shortened_country_is_no_name() {
    assert_eq!(statements("The envoy to the U.S. Suggested that the pier be closed.").len(), 1);
    assert!(statements("Steel that went to the U.S. Could not exceed nine tons.")[0].contains("not "));
}

#[test]
fn patter_and_notes_on_authors_say_nothing() {
    for text in [
        "We will be right back with more on the ferry race.",
        "You're watching the harbour news at noon.",
        "Our man at the pier joins us now from Kolm.",
        "“Nothing left to lose”",
        "Follow The Harbour Desk On: Facebook",
    ] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
    let report = "The ferry sank off Kolm on Monday with nobody aboard, and its owners paid the town for the pier. The \
                  mayor asked the harbour board for a report by June.\n\nAnna Berg is a senior fellow at the Harbour Institute.";
    assert_eq!(statements(report).iter().filter(|line| line.contains("fellow")).count(), 0);
}

#[test]
fn headlines_glued_to_a_lead_say_nothing() {
    let text = "“They love me,” Berg says in an interview with the Post, and calls the mayor “a good man” but misinformed \
                (HWA) -- The ferry sank off Kolm on Monday, and nobody was hurt.";
    for line in statements(text) {
        assert!(!line.contains("misinformed"), "{line}");
    }
}

/// What is told of nobody is nobody's to say.
#[test]
fn a_second_verb_without_its_subject_says_nothing() {
    for text in [
        "The harbour board insists its letters are private and can’t be submitted to the council, but owners say the law allows it.",
        "The harbour board insists its letters are private and can't be submitted to the council.",
    ] {
        let told = statements(text);
        assert!(told.iter().any(|line| line.contains("are private")), "{told:?}");
        assert!(!told.iter().any(|line| line.starts_with("can")), "{told:?}");
    }
    assert_eq!(
        with_subjects("The pier is old and can't be sold.").last().map(String::as_str),
        Some("The pier > can't be sold")
    );
}
