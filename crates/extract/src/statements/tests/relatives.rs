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
    for whole in [
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
