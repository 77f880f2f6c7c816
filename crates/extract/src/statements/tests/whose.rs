//! Whose word it is where it stands beside somebody else's, trails its sentence or stands within it.

use super::*;

/// Each statement as "words | firmness | holders below the document, the outermost first".
pub(super) fn held_by(text: &str) -> Vec<String> {
    let annotated = read(text);
    let text = Text::new(&annotated.document.text);
    let names = |s: &model::Statement| {
        s.holders.iter().skip(1).map(|holder| holder.name.as_str()).collect::<Vec<_>>().join(" < ")
    };
    annotated.statements.iter().map(|s| format!("{} | {} | {}", text.cut(s.span), firmness(s), names(s))).collect()
}

pub(super) fn one(text: &str, expected: &str) {
    assert_eq!(held_by(text), [expected], "{text}");
}

/// The holders of the last statement.
pub(super) fn last_holders(text: &str) -> String {
    held_by(text).last().and_then(|told| told.rsplit(" | ").next().map(str::to_owned)).unwrap_or_default()
}

#[test]
fn what_answers_or_contradicts_somebody_is_not_theirs() {
    for text in [
        "Unlike Anna Berg, who says that the pier is safe, the pilots want it shut.",
        "Contrary to the owners, who say the pier is safe, the pilots think it will fall.",
        "Far from being safe, as the owners say, the pier has sunk by two metres.",
        "The pier was not sold in May, as the owners had claimed, but in June.",
        "The board, which says it has no money, sold the pier in May.",
    ] {
        let held = held_by(text);
        assert_eq!(held.len(), 1, "{text}: {held:?}");
        assert!(held[0].ends_with("asserted | "), "{text}: {held:?}");
    }
    one(
        "One resident, who told the board she had to walk home, said there had been no light in the town.",
        "there had been no light in the town | not attributed | One resident",
    );
}

#[test]
fn a_firm_of_somebody_s_name_speaks_for_itself() {
    let man = "Karl Holm, chairman of Holm Industries Inc, met the board in May.";
    assert_eq!(last_holders(&format!("{man} Holm said its sales fell by a tenth.")), "Holm Industries Inc");
    assert_eq!(last_holders(&format!("{man} Holm said he would leave Kolm.")), "Karl Holm");
    // Nothing tells which of the two.
    assert_eq!(last_holders(&format!("{man} Holm said the board was late.")), "Holm");
    // Where he is "Mr.", the word alone is the firm.
    assert_eq!(last_holders(&format!("{man} Mr. Holm left. Holm said the board was late.")), "Holm Industries Inc");
    assert_eq!(last_holders("Karl Holm met the board in May. Holm said the board was late."), "Karl Holm");
}

#[test]
fn what_is_made_of_somebody_s_words_is_not_said_by_them() {
    for text in [
        "What Anna Berg is really saying is that pilots should work for nothing.",
        "Anna Berg is essentially saying that pilots should work for nothing.",
    ] {
        assert!(held_by(text).iter().all(|told| told.ends_with("asserted | ")), "{text}: {:?}", held_by(text));
    }
    one(
        "Anna Berg is basically saying, “Give us all your money.”",
        "Anna Berg is basically saying, “Give us all your money.” | asserted | ",
    );
    one("“We go home,” the radio quoted Anna Berg as saying.", "We go home | attributed | Anna Berg");
}

#[test]
fn three_who_speak_are_three() {
    let three = "Anna Berg < Jon Holm < Olaf Lind";
    for who in [
        "Senators Anna Berg, Jon Holm and Olaf Lind",
        "Senators Anna Berg (D-Ohio), Jon Holm (R-Maine) and Olaf Lind (R-Utah)",
        "Republican Senators Anna Berg of Ohio, Jon Holm of Maine and Olaf Lind of Utah",
        "Mayor Anna Berg, Governor Jon Holm and Senator Olaf Lind",
        "Anna Berg, Jon Holm, Olaf Lind and two other senators",
    ] {
        one(&format!("{who} said the bill was late."), &format!("the bill was late | attributed | {three}"));
    }
    one(
        "“The bill is late,” said Senators Anna Berg, Jon Holm and Olaf Lind.",
        &format!("The bill is late | attributed | {three}"),
    );
    let annotated = read("Anna Berg, Jon Holm and Olaf Lind said the bill was late.");
    let joint: Vec<bool> = annotated.statements[0].holders.iter().map(|holder| holder.joint).collect();
    assert_eq!(joint, [false, false, true, true]);
    // Whose aide or government it is does not speak.
    assert_eq!(last_holders("An aide to mayor Anna Berg said the bill was late."), "An aide to mayor Anna Berg");
    assert_eq!(last_holders("Town spokesman Karl Holm said the bill was late."), "Karl Holm");
    // Somebody whom the text calls by the name of a town may be meant.
    let oslo = "Oslo, who said the boat was old, told Anna Berg it had sunk. She said it had burned.";
    assert_eq!(last_holders(oslo), "speaker unknown");
    // What is told of one of them is nobody else.
    assert_eq!(last_holders("Anna Berg, head of the board, said the bill was late."), "Anna Berg");
}

#[test]
fn who_speaks_may_be_explained_where_they_trail_or_open_a_sentence() {
    for (text, expected) in [
        (
            "In this respect the pier was safe, Anna Berg said.",
            "In this respect the pier was safe | attributed | Anna Berg",
        ),
        (
            "The pier was sold in May, Anna Berg said Tuesday on the station's “Harbour Hour.”",
            "The pier was sold in May | attributed | Anna Berg",
        ),
        (
            "The pier burned on Monday, according to law enforcement.",
            "The pier burned on Monday | attributed | law enforcement",
        ),
        (
            "Norland radio, monitored by the board, said the pier burned.",
            "the pier burned | attributed | Norland radio",
        ),
        (
            "A spokeswoman for the board, when asked about the pier, said it was sold in May.",
            "A spokeswoman for the board, when asked about the pier, said it was sold in May | attributed | A spokeswoman for \
             the board",
        ),
        ("According to the Harbour Post the pier was sold.", "the pier was sold | attributed | Harbour Post"),
        ("In the board's view, the pier was sold too early.", "the pier was sold too early | attributed | the board"),
        (
            "The pier was sold too early, in the opinion of Anna Berg.",
            "The pier was sold too early | attributed | Anna Berg",
        ),
        ("As Anna Berg tells it, the pier was sold too early.", "the pier was sold too early | attributed | Anna Berg"),
        (
            "Karl Holm told reporters the accord, reached in the spring, calls for a new pier.",
            "Karl Holm told reporters the accord, reached in the spring, calls for a new pier | attributed | Karl Holm",
        ),
        (
            "Asked if a sale would hurt the town, Anna Berg said it would not hurt it.",
            "Asked if a sale would hurt the town, Anna Berg said it would not hurt it | attributed | Anna Berg",
        ),
        ("US pilots have said the pier is lost.", "the pier is lost | attributed | US pilots"),
    ] {
        one(text, expected);
    }
    assert_eq!(
        held_by(
            "Ten towns signed the treaty last June, which cost the board 2 million crowns, and Anna Berg said the pier was lost."
        ),
        [
            "Ten towns signed the treaty last June, which cost the board 2 million crowns | asserted | ",
            "the pier was lost | attributed | Anna Berg",
        ]
    );
    // Whom it is told to is not who says it, and a body that spoke before is not those who are named since.
    assert_eq!(
        last_holders(
            "Kolm television said the pier burned. Two boats sank, and their crews left after they said it was late."
        ),
        ""
    );
}

#[test]
fn whenever_somebody_did_is_no_day() {
    for text in [
        "When somebody pushed her, she fell into the harbour",
        "When guests complained about the boat, the owner left the hall",
    ] {
        assert_eq!(with_subjects(&format!("{text}.")), [text]);
    }
    assert_eq!(
        with_subjects("When the storm hit the harbour, the owners had left the town."),
        ["the storm hit the harbour", "the owners had left the town"]
    );
}

#[test]
fn a_day_that_stands_in_contrast_is_not_the_deed_s() {
    let dated = |text: &str| read(&format!("KOLM, May 9, 2031 (HWA) — {text}")).statements[0].time.is_some();
    for text in [
        "Unlike on Tuesday, the ferry sailed with its lamps on.",
        "The ferry sailed with its lamps on, as opposed to Tuesday.",
        "Instead of on Tuesday, the ferry sailed with its lamps on.",
        "The pier was full of people, in sharp contrast with Tuesday.",
    ] {
        assert!(!dated(text), "{text}");
    }
    assert!(dated("The ferry sailed on Tuesday with its lamps on."));
}

#[test]
fn refusals_failures_and_hopes_are_no_expectations() {
    for (text, expected) in [
        (
            "The mayor would not say who bought the pier.",
            "The mayor would not say who bought the pier | not asserted | ",
        ),
        (
            "The mayor would not sell the pier if it rained.",
            "The mayor would not sell the pier if it rained | not hedged | ",
        ),
        ("Anna Berg could not be reached.", "Anna Berg could not be reached | not asserted | "),
        ("The mayor never intended to sell the pier.", "The mayor never intended to sell the pier | not asserted | "),
        ("The town had planned to sell the pier in May.", "The town had planned to sell the pier in May | asserted | "),
        ("The mayor hoped to sell the pier in May.", "The mayor hoped to sell the pier in May | asserted | "),
        ("The town plans to sell the pier in June.", "The town plans to sell the pier in June | expected | "),
        ("The pier looks set to be sold.", "The pier looks set to be sold | expected | "),
        ("It seems the pier was sold in May.", "It seems the pier was sold in May | hedged | "),
        ("There is a chance that the pier was sold.", "There is a chance that the pier was sold | hedged | "),
        ("The pier is safe, if a little old.", "The pier is safe, if a little old | asserted | "),
        ("The pier is safe, if the board is right.", "The pier is safe, if the board is right | hedged | "),
    ] {
        one(text, expected);
    }
}

#[test]
fn who_breaks_in_is_named_by_the_label_behind_the_dash() {
    let text = "ANNA BERG, HOST: The pier is old.\n\nHOLM: I think the -- LIND: No, the pier is safe in winter. It stands \
                in Kolm.\n\nBERG: The mayor was here on Monday.\n\nHOLM: The mayor saw it all.";
    assert_eq!(
        held_by(text),
        [
            "The pier is old | attributed | Anna Berg",
            "No, the pier is safe in winter | attributed | LIND",
            // Either may have said it.
            "It stands in Kolm | attributed | speaker unknown",
            "The mayor was here on Monday | attributed | BERG",
            "The mayor saw it all | attributed | HOLM",
        ]
    );
}

#[test]
fn who_had_a_part_in_an_outlet_s_report_holds_nothing_of_it() {
    let text = "The board sold the pier in May to two owners from Kolm.\n\nThe Courier's Anna Berg contributed to this report.";
    let holders = |outlet: Option<&str>| {
        let outlet = outlet.map(str::to_owned);
        let annotated = annotate(
            clean(Input { id: "one".into(), text: text.into(), outlet, ..Input::default() }),
            &Corpus::default(),
        );
        annotated.statements[0].holders.iter().skip(1).map(|holder| holder.name.clone()).collect::<Vec<_>>()
    };
    assert!(holders(None).is_empty());
    assert!(holders(Some("Courier Online")).is_empty());
}

#[test]
fn who_says_it_at_length_or_in_other_forms_still_says_it() {
    for (text, expected) in [
        (
            "A spokesman for Norlines, the giant firm which owns the boats affected, said talks were being held with the crews.",
            "A spokesman for Norlines",
        ),
        ("He quoted the director Jon Holm as telling the board that the sale would raise the debt.", "Jon Holm"),
        ("Erik Holm was quoted by the Kolm Post as saying the step was of little use.", "Erik Holm"),
        ("The Kolm Shipping Co Plc <KS.L> said it had no plans to close its yard.", "The Kolm Shipping Co Plc"),
        ("The memo states that the pier is closed.", "The memo"),
        ("“The pier is closed and the boats have left,” the memo states.", "the memo"),
        ("Trade aide Anna Berg, replied “we are not going to let the owners off the hook.”", "Anna Berg"),
        // What somebody does or feels is nobody's word.
        ("Holm continued his attacks on the owners of the pier.", ""),
        ("The anger they felt was plain to the board.", ""),
    ] {
        let found = last_holders(text);
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn the_end_of_a_torn_name_is_nobody() {
    let found = held_by(
        "As the fever spread to three in Kolm, the heads of Fever Control and Prevention last month said it was late.",
    );
    assert!(found.iter().all(|held| !held.ends_with("| Prevention")), "{found:?}");
}

#[test]
fn what_a_poll_found_is_on_its_word() {
    for (text, expected) in [
        ("In a Courier poll released Sunday, Berg led Holm by three points.", "a Courier poll"),
        ("Berg led Holm by three points in a poll of pilots.", "a poll of pilots"),
        ("Berg was ahead in the polls for a year.", ""),
        ("Anna Berg Says the Pier Is Lost.", "Anna Berg"),
    ] {
        assert_eq!(last_holders(text), expected, "{text}");
    }
}

/// The last statement as "subject > words | holder".
fn told(text: &str) -> String {
    let annotated = read(text);
    let cut = model::Text::new(&annotated.document.text);
    let Some(last) = annotated.statements.last() else { return String::new() };
    let subject = last.subject.map(|subject| format!("{} > ", cut.cut(subject))).unwrap_or_default();
    let holder = last.holders.last().map(|holder| holder.name.clone()).unwrap_or_default();
    format!("{subject}{} | {holder}", cut.cut(last.span))
}

#[test]
fn what_goes_on_behind_somebodys_words_is_theirs_or_told_of_the_right_subject() {
    for (text, expected) in [
        (
            "Anna Berg said she hoped the sale would come by May, but she was willing to wait.",
            "Anna Berg > she was willing to wait | Anna Berg",
        ),
        (
            "Pilots attributed the delay of the ferry to the fog of last week.",
            "Pilots attributed the delay of the ferry to the fog of last week | Pilots",
        ),
        (
            "The mill had room for ten boats, the yard's spokesman said, and is full of old ferries.",
            "The mill > is full of old ferries | the yard's spokesman",
        ),
        (
            "Jon Holm praised the pilots who fled from Karl Lind. Lind, he said, “now has a choice: he can pay or leave the town.”",
            "Lind > now has a choice: he can pay or leave the town | Jon Holm",
        ),
        (
            "Anna Berg told the Courier's “Tonight” that she does not “plan to pay” the toll.",
            "she does not “plan to pay” the toll | Anna Berg",
        ),
        (
            "(Update 9:15 p.m. in Kolm) The pier burned for three hours.",
            "The pier burned for three hours | outlet unknown",
        ),
        (
            "The pier was closed by Govs. Anna Berg and Jon Holm.",
            "The pier was closed by Govs. Anna Berg and Jon Holm | outlet unknown",
        ),
    ] {
        assert_eq!(told(text), expected, "{text}");
    }
    assert_eq!(told("Strict rules and checks to ensure that the pilots do not smoke."), "");
    assert_eq!(told("Fog hides pier updated: Sat Aug 16 2031 21:30:00 The pier was closed on Saturday."), "");
}

#[test]
fn what_a_thing_became_and_what_it_would_say_to_itself_is_no_quotation() {
    for text in [
        "The loans that nobody repaid soon turned into “lost boats”, pilots said.",
        "The key is for the town to say to itself, “We can solve these bigger problems.”",
    ] {
        assert!(read(text).statements.iter().all(|statement| statement.quotes.is_empty()), "{text}");
    }
}
