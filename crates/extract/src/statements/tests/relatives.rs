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
