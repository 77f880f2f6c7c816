//! Frames that are cut off, and what no frame makes somebody's word.

use super::held;

#[test]
fn a_frame_is_cut_off_whatever_stands_before_its_subject() {
    for (text, expected) in [
        (
            "In a letter sent to the Harbour Board, Anna Berg said the ferry has one cracked hull and no lamps.",
            "the ferry has one cracked hull and no lamps | attributed | Anna Berg",
        ),
        (
            "Despite the noise, most of what the towns lack is small, such as lamps and ropes – something the board knows, \
             Anna Berg says.",
            "Despite the noise, most of what the towns lack is small, such as lamps and ropes – something the board knows | \
             attributed | Anna Berg",
        ),
        (
            "Anna Berg told Kolm News, though, that “the pier had burned once before.”",
            "the pier had burned once before | attributed | Anna Berg",
        ),
        (
            "Anna Berg told reporters her trip, which has taken her to Kolm and Arlen, was meant to calm the owners.",
            "her trip, which has taken her to Kolm and Arlen, was meant to calm the owners | attributed | Anna Berg",
        ),
        (
            "Kolm Ferries, a wholly owned arm of the Harbour Board, said it was not worried about the toll.",
            "it was not worried about the toll | not attributed | Kolm Ferries",
        ),
        (
            "Changing the tax law of the two towns would also raise spending, economists said.",
            "Changing the tax law of the two towns would also raise spending | expected | economists",
        ),
        (
            "“The way to do it is not to raise the toll,” Anna Berg, President of the Board of Pilots told a meeting.",
            "The way to do it is not to raise the toll | not attributed | Anna Berg",
        ),
    ] {
        assert_eq!(held(text)[0], expected, "{text}");
    }
}

#[test]
fn what_the_report_tells_of_somebody_is_not_their_word() {
    for text in [
        "Anna Berg's parents called 112.",
        "A guard called the police.",
        "Anna Berg welcomed home three pilots formerly held by the town of Arlen.",
        "A fifth pilot, a woman found outside, was taken to Kolm.",
        "More members announced which way they will vote in June.",
        "The mayor urged the owners to pay.",
    ] {
        assert!(held(text)[0].ends_with("asserted | "), "{text}: {:?}", held(text));
    }
    assert_eq!(
        held("Anna Berg complained that the board had her boat and was urging her to sell it."),
        ["the board had her boat and was urging her to sell it | attributed | Anna Berg"]
    );
}

#[test]
fn a_speaker_whom_the_text_tells_is_known() {
    let last = |text: &str| held(text).pop().unwrap_or_default();
    for (text, speaker) in [
        ("The 51-year-old spoke on the pier. “It was a loud crash,” the 51-year-old said.", "51-year-old"),
        (
            "Anna Berg, a pilot whose family is from Arlen, told the crowd: “Last night the pier was shut in anger.”",
            "Anna Berg",
        ),
        ("Anna Berg called the plan “absurd,” telling Kolm News: “It is no burden to keep a ferry.”", "Anna Berg"),
        (
            "“We did not see it,” the pilot said. “We thought it was a whale.”\n\n“We never heard of such a thing in \
             the harbour.”",
            "pilot",
        ),
    ] {
        assert!(last(text).ends_with(speaker), "{text}: {}", last(text));
    }
    // A relative of somebody who died, of whom the text tells only the name.
    let text = "Mona Lind, 2, was killed in the crash at the pier. “It is a shame,” Lind said.";
    assert!(last(text).ends_with("| Lind"), "{}", last(text));
}

#[test]
fn what_is_said_behind_but_is_told_apart() {
    assert_eq!(
        held("Bankers do not know the sum but say it is weighted toward the ferries."),
        ["Bankers do not know the sum | not asserted | ", "it is weighted toward the ferries | attributed | Bankers"]
    );
}

#[test]
fn what_somebody_tells_of_their_own_earlier_words_stays_with_those_words() {
    assert_eq!(
        held("Anna Berg said that a few months ago she told the town she did not sell the pier."),
        ["a few months ago she told the town she did not sell the pier | attributed | Anna Berg"]
    );
}

#[test]
fn it_that_says_more_is_the_body_that_spoke_last() {
    let text = "The study found that the pier was old. Two boats of Kolm hit it in May. “It may not last another winter,” it said.";
    assert!(
        held(text).iter().any(|held| held.ends_with("| The study") && held.starts_with("It may")),
        "{:?}",
        held(text)
    );
}

#[test]
fn a_predicate_in_what_is_said_is_told_with_its_own_subject() {
    let subjects = |text: &str| -> Vec<Option<String>> {
        let annotated = super::read(text);
        let text = model::Text::new(&annotated.document.text);
        annotated.statements.iter().map(|s| s.subject.map(|subject| text.cut(subject).to_owned())).collect()
    };
    assert_eq!(
        subjects("Officers said the owner of the ferry left the pier and sold the boat."),
        [None, Some("the owner of the ferry".to_owned())]
    );
    // Behind what somebody said, it is that one of whom the sentence goes on to tell.
    assert_eq!(
        subjects("An officer said the ferry had left the pier, but declined to say more about the crew."),
        [None, Some("An officer".to_owned())]
    );
    // Unless the verb does not fit.
    assert_eq!(
        subjects("Her family says doctors have treated her burns, but are still looking for her boat."),
        [None, Some("doctors".to_owned())]
    );
}

#[test]
fn the_time_of_a_figure_that_is_only_set_beside_it_is_not_the_time_of_the_deed() {
    let when = |text: &str| {
        super::read(text).statements.first().and_then(|s| s.time.clone()).map(|when| when.edtf).unwrap_or_default()
    };
    assert_eq!(when("The port shipped 5.1 million tons in May 2031, against 4.8 million tons in May 2030."), "2031-05");
    assert_eq!(when("The port shipped 5.1 million tons, against 4.8 million tons in May 2030."), "");
    assert_eq!(when("The port moved the race from 3 August 2031 to 20 July 2031."), "2031-07-20");
    assert_eq!(
        when("The port told a loss of 2 million crowns compared to a loss of almost 3 million in May 2030."),
        ""
    );
    assert_eq!(
        when("The guards' haste on 4 May 2031 was in stark contrast to the calm of the first day on 1 May 2031."),
        "2031-05-04"
    );
}

#[test]
fn the_time_of_a_model_or_a_background_is_not_the_time_of_the_deed() {
    let when = |text: &str| {
        super::read(text).statements.first().and_then(|s| s.time.clone()).map(|when| when.edtf).unwrap_or_default()
    };
    for text in [
        "The owners intervened in line with the accord they made in May 2030.",
        "Kolm did not close its pier, as the next town did in May 2030.",
        "It was the first vote since elections in May 2030 brought the board to power.",
        "The area was two percent less than the 3.8 million crowns planted in May 2030.",
    ] {
        assert_eq!(when(text), "", "{text}");
    }
    assert_eq!(when("In May 2031 the pier leaked as it did in May 2030."), "2031-05");
}

#[test]
fn the_month_of_a_contract_and_the_season_of_a_crop_are_no_time() {
    let when = |text: &str| {
        super::read(text).statements.first().and_then(|s| s.time.clone()).map(|when| when.edtf).unwrap_or_default()
    };
    assert_eq!(when("October 2031 crude rose by a tenth."), "");
    assert_eq!(when("Traders sold the May 2031 contract."), "");
    assert_eq!(when("KOLM, May 7, 2031 – The owners sold all winter wheat to the mill."), "");
}

#[test]
fn a_level_from_which_something_moved_is_not_the_time_of_the_deed() {
    let when = |text: &str| {
        super::read(text).statements.first().and_then(|s| s.time.clone()).map(|when| when.edtf).unwrap_or_default()
    };
    for text in [
        "Trade was in deficit, sharply up from 2030's 2.2 billion.",
        "Output was 2.4 million barrels, 20,000 down on 2030.",
        "Output rose by 3.3 pct against the same period of 2030.",
        "The ferries carried a tenth more, an increase of 16 pct over the first quarter of 2030.",
        "Total loans rose 3.3 pct from May 2030.",
        "New loans had fallen 41.6 pct against May 2030.",
    ] {
        assert_eq!(when(text), "", "{text}");
    }
    assert_eq!(when("Output fell to 66 tons in 2031 from 76 tons in 2030."), "2031");
    assert_eq!(when("The owners took the money from May 2030 to June 2030."), "2030-05/2030-06");
}
