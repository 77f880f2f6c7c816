//! On whose word statements stand.

use super::*;

#[test]
fn who_says_it_is_found_wherever_it_stands() {
    for (text, expected) in [
        (
            "No date has been set for the sale, the Harbour Board reports.",
            "No date has been set for the sale | not attributed | Harbour Board",
        ),
        (
            "The sale was not completed, harbour officials said on Monday.",
            "The sale was not completed | not attributed | harbour officials",
        ),
        (
            "As per town officials, the owner has built two ferries.",
            "the owner has built two ferries | attributed | town officials",
        ),
        (
            "Anna Berg has made it clear that closing the port is her aim.",
            "closing the port is her aim | attributed | Anna Berg",
        ),
        (
            "Norland and Suland, Anna Berg added, plan to sign a treaty.",
            "Norland and Suland, Anna Berg added, plan to sign a treaty | expected | Anna Berg",
        ),
        (
            "The ministry hailed the talks as proof that ties are good, as reported by the Harbour Board.",
            "The ministry hailed the talks as proof that ties are good | attributed | Harbour Board < The ministry",
        ),
        (
            "It is expected that the towns will sign a treaty.",
            "It is expected that the towns will sign a treaty | expected | ",
        ),
        ("The towns are getting ready to sign a treaty.", "The towns are getting ready to sign a treaty | expected | "),
    ] {
        assert_eq!(held(text), [expected], "{text}");
    }
}

#[test]
fn those_who_speak_together_are_both_holders() {
    let holders = |text: &str| -> Vec<(String, bool)> {
        let annotated = read(text);
        let holders = annotated.statements[0].holders.iter().skip(1);
        holders.map(|holder| (holder.name.clone(), holder.joint)).collect()
    };
    let both = |a: &str, b: &str| vec![(a.to_owned(), false), (b.to_owned(), true)];
    assert_eq!(holders("Anna Berg and Olaf Lind said that the bridge was safe."), both("Anna Berg", "Olaf Lind"));
    assert_eq!(
        holders("The ministers of Norway and Chile said that the treaty was ready."),
        both("minister of Norway", "minister of Chile")
    );
    assert_eq!(holders("The Ministry of Trade and Industry said that the port was shut.").len(), 1);
    assert_eq!(holders("The Northern Post and other papers in the West said that the port was shut.").len(), 1);
    assert_eq!(holders("The mayor of Arlen said that the bridge was safe.").len(), 1);
}

#[test]
fn only_who_can_speak_holds_what_is_said() {
    let holders = |text: &str| {
        let annotated = read(text);
        let last = annotated.statements.first().and_then(|statement| statement.holders.last().cloned());
        last.map(|holder| holder.name).unwrap_or_default()
    };
    assert_eq!(holders("This case proves that the pier was never safe."), "outlet unknown");
    assert_eq!(holders("The move signalled that the owners had no money."), "outlet unknown");
    assert_eq!(holders("The report says that the pier was never safe."), "The report");
    assert_eq!(holders("Pilots close to the owners said that the pier was shut."), "Pilots close to the owners");
    assert_eq!(holders("The head of the harbour board, Anna Berg, said that the pier was shut."), "Anna Berg");
    assert_eq!(holders("The Harbour Board late last week said that the pier was shut."), "Harbour Board");
    assert_eq!(holders("“We have no money for a pier.”"), "speaker unknown");
    assert_eq!(holders("According to Anna Berg, if pilots have been ill, they are sent home."), "Anna Berg");
}

#[test]
fn who_only_speaks_says_nothing() {
    for text in ["Anna Berg asks.", "“Why?” Karl Holm asked at the hearing.", "Anna Berg and Jon Holm"] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_commentary_is_its_author_s() {
    let text = "Editor's note: Anna Berg is a pilot. The opinions expressed in this commentary are hers.\n\nThe pier was \
                never safe.";
    let annotated = read(text);
    let holders: Vec<&str> =
        annotated.statements.last().into_iter().flat_map(|s| &s.holders).map(|holder| holder.name.as_str()).collect();
    assert_eq!(holders, ["outlet unknown", "Anna Berg"]);
}
