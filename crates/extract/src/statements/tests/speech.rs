//! Somebody's words that are told without a word of saying of their own, and what a report tells besides.

use super::{firmness, read, statements};

/// Each statement as "words | commitment | last holder".
fn told(text: &str) -> Vec<String> {
    let annotated = read(text);
    let text = model::Text::new(&annotated.document.text);
    let last = |s: &model::Statement| s.holders.last().map_or("", |holder| holder.name.as_str()).to_owned();
    annotated.statements.iter().map(|s| format!("{} | {} | {}", text.cut(s.span), firmness(s), last(s))).collect()
}

fn ends(text: &str, expected: &str) {
    let all = told(text);
    assert!(all.last().is_some_and(|last| last.ends_with(expected)), "{text}: {all:?}");
}

#[test]
fn a_quotation_that_opens_amid_what_is_said_goes_on_over_lines() {
    ends(
        "Harbour chief Anna Berg said the vote \"showed the town's will to end the strike.\nThe fog is growing every day.\nThe \
         owners must end the strike and respect the pilots.\"",
        "| attributed | Anna Berg",
    );
}

#[test]
fn what_is_set_beside_what_somebody_said_is_theirs() {
    ends("Anna Berg said sales fell in Kolm, while those in Arlen rose by a tenth.", "| attributed | Anna Berg");
    ends("Anna Berg of Holm Asia Ltd put the loss at 450 million crowns.", "| attributed | Anna Berg");
    ends("Norlines Co, rumoured to be considering a sale of its mill, said it is studying its options.", "Norlines Co");
}

#[test]
fn whose_word_it_is_is_heard_in_other_places() {
    ends(
        "The head of the board, Jon Holm, was quoted in today's Kolm Post as saying that the pier is lost.",
        "| attributed | Jon Holm",
    );
    ends("Then again, said Jon Holm, the pier was lost in the storm.", "| attributed | Jon Holm");
    ends("Jon Holm left the board after repeated threats by owners to close the pier.", "| asserted | outlet unknown");
    ends(
        "“I am happy,” Jon Holm said at the pier, according to the Kolm Post. “I know the town.”",
        "| attributed | Jon Holm",
    );
}

#[test]
fn what_turns_on_said_is_somebodys_word() {
    for (text, expected) in [
        ("An official close to the talks says that in May, the pier was lost.", "| attributed | An official"),
        (
            "An aide to Mayor Karl Holm who asked not to be named said there was nothing to tell the owners.",
            "| attributed | An aide to Mayor Karl Holm",
        ),
        (
            "The crackle of fire could be heard inside Norland, a Courier witness on the border said.",
            "| attributed | Courier witness on the border",
        ),
        (
            "The deal to limit the toll should help the owners and allow them to sell, Far East harbour sources said.",
            "| attributed | Far East harbour sources",
        ),
    ] {
        ends(text, expected);
    }
}

#[test]
fn who_is_quoted_goes_on() {
    let text = "The minister was quoted as saying the war was over and urged owners to stop the strike.";
    assert_eq!(super::with_subjects(text), ["the war was over", "urged owners to stop the strike"]);
}

#[test]
fn what_goes_on_in_the_tense_of_what_is_passed_on_is_theirs() {
    ends("Anna Berg said the pier would be sold. Two boats would be kept in Kolm.", "| expected | Anna Berg");
    ends("Anna Berg said the pier is sold. Two boats would be kept in Kolm.", "| expected | outlet unknown");
    ends("Anna Berg said the pier would be sold. The board sold two boats in May.", "| asserted | outlet unknown");
}

#[test]
fn that_which_points_stays() {
    let text = "Jon Holm said that was a concern for the town.";
    assert_eq!(statements(text), ["that was a concern for the town | attributed | said"]);
}

#[test]
fn notes_are_no_statements() {
    for text in
        ["Totals may not add due to rounding.", "This article was reported jointly with the Kolm Post, a newsroom."]
    {
        assert!(statements(text).is_empty(), "{text}");
    }
}

#[test]
fn what_is_open_under_another_word_is_hedged_or_expected() {
    for (text, expected) in [
        ("On the other hand, if the owners agree, it can lead to a better port.", "hedged"),
        ("That means Jon Holm may close the pier.", "hedged"),
        ("Support for the toll is almost certain.", "hedged"),
        ("Damage has been estimated at tens of millions of crowns.", "hedged"),
        ("One form of toll could be to close the pier.", "hedged"),
        ("I don't insist that the pier is safe.", "not hedged"),
        ("Watchers say that if the town does not find an end to its strike, it could become a ruin.", "hedged"),
        (
            "The Kolm Exchange (KEX) plans to introduce trading of boats listed in Norland, two sources said.",
            "expected",
        ),
        ("The board is almost certain to keep its boats.", "expected"),
        ("The next years seem likely to belong to the pilots.", "expected"),
        ("Analysts estimated that Norlines, whose ten boats sank last year, would fetch ten crowns.", "expected"),
        ("The boats need help at once if they are to sail.", "asserted"),
        ("There had been misunderstanding, speculation and anger.", "asserted"),
        ("I would advise him to leave today.", "asserted"),
    ] {
        let all = statements(text);
        assert!(all.last().is_some_and(|last| last.contains(&format!("| {expected} |"))), "{text}: {all:?}");
    }
}

#[test]
fn a_time_of_something_else_is_not_the_statements() {
    let time = |text: &str| read(text).statements.last().and_then(|s| s.time.clone()).map(|when| when.edtf);
    assert_eq!(time("Anna Berg, who left the board in May 2031, said the owners, who paid, are late."), None);
    assert_eq!(time("Anna Berg, speaking in May 2031, criticised the owners.").as_deref(), Some("2031-05"));
    assert_eq!(time("The pier will open in May or June 2031.").as_deref(), Some("2031-05-01/2031-06-30"));
}
