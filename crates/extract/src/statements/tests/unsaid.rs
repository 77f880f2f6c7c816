//! Words that stand beside somebody and are not theirs.

use super::{held, read};

/// Whose words each quotation of a text is; empty where nobody is surely told.
fn quoted(text: &str) -> Vec<String> {
    read(text).statements.into_iter().flat_map(|statement| statement.quoted).collect()
}

#[test]
fn what_is_read_out_made_up_or_refused_is_nobodys_of_those_it_stands_with() {
    for text in [
        "Anna Berg read out a letter from a listener. “My pier has been shut for a year,” she read. “I have lost my boat.”",
        "Mayor Anna Berg shrugged, as if to say: “Nobody told me that.”",
        "Anna Berg declined to call it “a lost war” at the pier. Jon Holm did not call the sale “a great gift.”",
        "They should have said, “We are sorry for the pier.”",
    ] {
        assert!(quoted(text).iter().all(String::is_empty), "{text}: {:?}", quoted(text));
        assert!(!held(text).iter().any(|line| line.ends_with("Berg") || line.ends_with("Holm")), "{:?}", held(text));
    }
    assert!(quoted("“My pier has been shut for a year,” the letter read.").iter().all(|name| name == "the letter"));
}

#[test]
fn an_answer_is_not_who_asked() {
    for text in [
        "“Is the pier safe?” Jon Holm asked. “No, the owners have known it for a year.”",
        "“Is the pier safe?” Jon Holm asked Anna Berg. “The owners have known it for a year.”",
    ] {
        assert!(!held(text).iter().any(|line| line.ends_with("Holm") && line.contains("owners")), "{:?}", held(text));
    }
    let own = "“Who did this?” Jon Holm asked. “The owners have known it for a year.”";
    assert!(held(own).iter().any(|line| line.ends_with("Jon Holm") && line.contains("owners")), "{:?}", held(own));
}

#[test]
fn what_goes_on_over_paragraphs_keeps_its_speaker() {
    let text = "Anna Berg met Ella Lind at the pier. Anna Berg was calm. “The pier is closed,” she said.\n\n\
                “Ella Lind has never asked for it, and nobody will open it for her.”";
    let who = |part: &str| held(text).into_iter().find(|line| line.contains(part)).unwrap_or_default();
    let name = |line: String| line.rsplit(" | ").next().unwrap_or_default().to_owned();
    assert_eq!(name(who("is closed")), name(who("never asked")));
}

#[test]
fn what_the_report_adds_or_does_is_not_on_the_word_of_whom_it_quotes() {
    for text in [
        "Abigail Lind called her neighbour “Grandma Bea,” though the two are not related.",
        "Friends offered to vote for me and even work for my “campaign” when I posted the story.",
        "Norway has used “heavy gear” to clear the pier.",
    ] {
        assert!(held(text).iter().all(|line| line.ends_with("asserted | ")), "{:?}", held(text));
    }
}

#[test]
fn whoever_has_no_label_between_two_of_one_name_is_nobody_known() {
    let text = "BERG: The pier is shut and the boats are in.\nHOLM: What do you want to see next?\n\
                I want the owners to pay for the boats.\nHOLM: Thank you.\nLIND: The board will meet.";
    let own = held(text).into_iter().find(|line| line.contains("owners to pay")).unwrap_or_default();
    assert!(own.ends_with("speaker unknown"), "{own}");
    let broken = "BERG: Is the price too high?\nOLAF LIND, FMR.\nHEAD OF THE HARBOUR BOARD: It has fallen since May.\n\
                  BERG: Really?\nHOLM: The board will meet.";
    let own = held(broken).into_iter().find(|line| line.contains("has fallen")).unwrap_or_default();
    assert!(own.ends_with("Olaf Lind"), "{own}");
}

/// A text may begin with the verb: nobody stands before it.
#[test]
fn what_begins_with_said_is_nobodys() {
    for text in ["Said the pier was sold.", "said", "Says the pier is sold and the mayor left."] {
        let unknown = |line: &String| line.ends_with("speaker unknown") || line.ends_with("| ");
        assert!(held(text).iter().all(unknown), "{:?}", held(text));
    }
}
