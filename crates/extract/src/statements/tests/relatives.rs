//! Clauses that tell more of a name.

use super::*;

#[test]
fn a_clause_that_tells_more_of_a_name_says_something_of_it() {
    assert_eq!(
        with_subjects("The board met Anna Berg, who left the harbour in May."),
        ["The board met Anna Berg", "Anna Berg > left the harbour in May"]
    );
    assert_eq!(
        with_subjects("The owners sold the ferry Norna, which was built in Kolm."),
        ["The owners sold the ferry Norna", "the ferry Norna > was built in Kolm"]
    );
    assert_eq!(
        with_subjects("The nurse fell ill after she had cared for Anna Berg, who died in May."),
        ["The nurse fell ill after she had cared for Anna Berg", "Anna Berg > died in May"]
    );
    for whole in [
        // Of whom, the words do not tell.
        "The board met the brother of Anna Berg, who left in May",
        "The board met a lawyer for Anna Berg, who left in May",
        // Which one is meant; all that stands before; one of several; what is only believed.
        "The board met the pilots who left the harbour in May",
        "The owners sold the Norna, which surprised everybody in Kolm",
        "The board met a group of pilots and Anna Berg, who left in May",
        "The owners doubt that the board met Anna Berg, who left in May",
        "The owners will sell the Norna if it meets Anna Berg, who left in May",
    ] {
        assert_eq!(with_subjects(&format!("{whole}.")), [whole]);
    }
}

#[test]
fn a_clause_tells_of_who_speaks_and_of_a_name_across_what_it_is() {
    for (text, told) in [
        (
            "“It is late,” said Jon Holm, who served as harbour master until May.",
            "Jon Holm > served as harbour master until May",
        ),
        (
            "“It is late,” Holm, who had sailed with Berg in the spring, told reporters.",
            "Holm > had sailed with Berg in the spring",
        ),
        (
            "Eugene Holm, 83, who has lived in Kolm for years, said shots woke him up.",
            "Eugene Holm > has lived in Kolm for years",
        ),
        ("The town thanked Jon Holm, a pilot from Kolm, who left in May.", "Jon Holm > left in May"),
        ("The town thanked Sen. Jon Holm (D-Kolm), who left in May.", "Sen. Jon Holm > left in May"),
        ("Dr Holm, who wrote the rules, told the board that the boat was late.", "Dr Holm > wrote the rules"),
        (
            "Holm, who fled in May and found work in Kolm, urged all parties to wait.",
            "Holm > fled in May and found work in Kolm",
        ),
        ("The pilot, who works at the pier, was late twice in May.", "The pilot > works at the pier"),
        ("The pier was sold to Norlines, which owns nine boats.", "Norlines > owns nine boats"),
        (
            "Pictures were shown after the release of Anna Berg, who had been held for years.",
            "Anna Berg > had been held for years",
        ),
    ] {
        assert!(with_subjects(text).iter().any(|found| found == told), "{text}: {:?}", with_subjects(text));
    }
    for text in [
        // More than one; a body; nobody's name; a day; what is told further on is on somebody's word.
        "The board named Karl Lind and Jon Holm, who have left.",
        "The board met the owners of Norland Radio, who left in May.",
        "“It is late,” said an officer, who asked not to be named.",
        "The sale is put off until September, which would be late.",
        "“It is late,” said Ron Holm, who helps there and said he knew the pilots.",
        "While he did not meet Jon Holm, who was in Oslo, Berg left a letter.",
    ] {
        let found = with_subjects(text);
        // A pronoun is told with whom it stands for.
        let pronoun = |told: &str| told.split(" > ").nth(1).is_some_and(|told| told.starts_with("he "));
        assert!(found.iter().all(|told| !told.contains(" > ") || pronoun(told)), "{text}: {found:?}");
    }
}

#[test]
fn what_is_told_of_a_subject_besides_is_not_what_its_sentence_turns_on() {
    // What is told of the subject may be a statement too.
    let turns = |text: &str| -> Vec<String> {
        let annotated = read(text);
        let text = Text::new(&annotated.document.text);
        let clauses = annotated.statements.iter().filter_map(|statement| statement.clause.as_ref());
        clauses.map(|clause| text.cut(clause.head).to_owned()).collect()
    };
    for (text, head) in [
        ("Berg, the newly elected mayor of Kolm, praised the pilots in a letter to the Courier.", "praised"),
        ("Anna Berg, the convicted owner of the ferry, sold two boats.", "sold"),
        ("Berg, the first pilot hired by the port in Kolm, moved to Oslo.", "moved"),
        ("Berg, the first patient diagnosed with the fever in Kolm, died on Wednesday.", "died"),
        ("Berg, who came in May after the old ferry, the Norna, had sunk, agreed with the pilots.", "agreed"),
        // Without a verb of its own, the clause behind its subject is all there is.
        ("The council elected Berg in May.", "elected"),
    ] {
        assert!(turns(text).iter().any(|found| found == head), "{text}: {:?}", turns(text));
    }
}
