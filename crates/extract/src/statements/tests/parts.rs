//! Clauses that hang on another one and say something of their own.

use super::*;

fn parts(text: &str, expected: &[&str]) {
    assert_eq!(with_subjects(text), expected, "{text}");
}

fn whole(texts: &[&str]) {
    for text in texts {
        assert_eq!(with_subjects(&format!("{text}.")), [*text]);
    }
}

#[test]
fn participles_behind_a_deed_are_told_of_its_subject() {
    parts(
        "A storm hit the northern harbour on Friday, sinking two ferries and damaging a pier, the board said.",
        &["A storm hit the northern harbour on Friday", "A storm > sinking two ferries", "A storm > damaging a pier"],
    );
    parts(
        "The owner left the town in May, leaving a debt of 2 million crowns.",
        &["The owner left the town in May", "The owner > leaving a debt of 2 million crowns"],
    );
    whole(&[
        // What may be, is planned, was not so, hangs on a condition or is only thought.
        "A storm could hit the northern harbour on Friday, sinking two ferries",
        "The owner planned to leave the town in May, leaving a debt of 2 million crowns",
        "A storm did not hit the northern harbour, sinking two ferries",
        "A storm hits the northern harbour if the wind turns, sinking two ferries",
        // What somebody else may have done.
        "The ferry was hit by a barge on Friday, killing two pilots",
        "The board reported a raid on Friday, causing great damage",
        "The pilots wish for a quiet change, ending in a fair vote",
        // No deed.
        "The owner sold three boats on Friday, including two ferries",
        "The pilots were sitting, waiting for the ferry",
    ]);
}

#[test]
fn an_auxiliary_that_is_told_once_holds_for_what_is_joined() {
    parts(
        "The harbour master was arrested in Kolm on Friday and charged with theft.",
        &["The harbour master was arrested in Kolm on Friday", "The harbour master > charged with theft"],
    );
    parts(
        "The owner has left the town and joined a crew in Kolm.",
        &["The owner has left the town", "The owner > joined a crew in Kolm"],
    );
    let annotated = read("The harbour master was arrested in Kolm on Friday and charged with theft.");
    assert!(annotated.statements[1].clause.as_ref().is_some_and(|clause| clause.passive));
    whole(&[
        "The harbour master was arrested in Kolm and denied bail",
        "The harbour master was not arrested in Kolm and charged with theft",
        "The harbour master was allegedly arrested in Kolm and charged with theft",
        "The ferry was bought and sold by the town",
        "The board has another brazen and planned raid behind it",
    ]);
}

#[test]
fn what_is_told_between_commas_and_the_rest_share_their_subject() {
    parts(
        "The harbour master, who left the board in May, has been charged with theft.",
        &["The harbour master > left the board in May", "The harbour master > has been charged with theft"],
    );
    // Who says something is told of as well.
    parts(
        "But Anna Berg, who sailed the Norna for ten years, said the pier was safe.",
        &["Anna Berg > sailed the Norna for ten years", "the pier was safe"],
    );
    whole(&[
        "The son of Anna Berg, who left the board in May, has been charged with theft",
        "Anna Berg, who left the town after the old ferry, the Norna, had sunk, agreed with the pilots",
        "The pilots who left the board in May have been charged with theft",
        "If the owner, who left the board in May, sells the pier, the town will buy the ferry",
        "On Friday the owner, who left the board in May, sold the pier",
    ]);
}

#[test]
fn clauses_of_time_are_cut_where_both_halves_are_past() {
    parts(
        "The town closed the pier after a ferry sank in the harbour.",
        &["The town closed the pier", "a ferry sank in the harbour"],
    );
    parts(
        "The owner sold the pier two weeks after a ferry sank in the harbour.",
        &["The owner sold the pier", "a ferry sank in the harbour"],
    );
    parts(
        "The pilot was found in Kolm hours after being sought by the police.",
        &["The pilot was found in Kolm", "The pilot > being sought by the police"],
    );
    parts(
        "The owner sold the pier before leaving the town in May.",
        &["The owner sold the pier", "The owner > leaving the town in May"],
    );
    parts(
        "When the storm hit the harbour, the pilots had left the pier.",
        &["the storm hit the harbour", "the pilots had left the pier"],
    );
    whole(&[
        // What was so whenever.
        "When a guest complained, the owner was inclined to smile",
        "The town will close the pier after a ferry sinks in the harbour",
        "The town did not close the pier after a ferry sank in the harbour",
        "The town closed the pier only after a ferry sank in the harbour",
        "The town wanted to close the pier after a ferry sank in the harbour",
        "The town closed the pier before a ferry sank in the harbour",
        "The town closed the pier before it could sink",
        "The town closed the pier because a ferry sank in the harbour",
        "The accident happened when a ferry hit the pier",
        "The town closed the pier after a ferry sank and was praised for it",
    ]);
}

#[test]
fn a_second_clause_that_somebody_says_stands_by_itself() {
    parts(
        "A friend told the board the owner left on Tuesday and that her family sold the ferry.",
        &["the owner left on Tuesday", "her family sold the ferry"],
    );
    parts(
        "The mayor said nine people were hurt and that security guards had closed the pier.",
        &["nine people were hurt", "security guards had closed the pier"],
    );
    assert!(
        with_subjects("“It was late, and that peace has held,” Berg said.")
            .iter()
            .all(|told| !told.starts_with("peace"))
    );
}

#[test]
fn what_tells_more_of_something_new_at_the_end_stands_by_itself() {
    parts(
        "The navy captured 23 guards who had attacked a ferry on Saturday.",
        &["The navy captured 23 guards", "23 guards > had attacked a ferry on Saturday"],
    );
    parts(
        "Anna Berg, the former pilot who found the wreck in 1990, has died at the age of 91.",
        &["Anna Berg > the former pilot who found the wreck in 1990", "Anna Berg > has died at the age of 91"],
    );
    whole(&[
        "The navy captured the guards who had attacked a ferry on Saturday",
        "The navy captured guards on a ferry that had left Kolm",
        "The navy seeks 23 guards who attack ferries",
        "The navy has not captured 23 guards who had attacked a ferry",
        "The owner is a pilot who found a wreck in 1990",
    ]);
}

#[test]
fn what_came_then_is_told_of_the_same() {
    parts(
        "The owner bought a ferry on Friday, then returned to the harbour and sold the pier.",
        &[
            "The owner bought a ferry on Friday",
            "The owner > then returned to the harbour",
            "The owner > sold the pier",
        ],
    );
}

#[test]
fn what_goes_on_behind_a_participle_has_the_subject_of_its_clause() {
    parts(
        "A storm hit the northern harbour on Friday, sinking two ferries, but has left the town.",
        &["A storm hit the northern harbour on Friday", "A storm > sinking two ferries", "A storm > has left the town"],
    );
    parts(
        "The pilot left the port after being hit by a barge and was treated in Kolm.",
        &["The pilot left the port", "The pilot > being hit by a barge", "The pilot > was treated in Kolm"],
    );
    parts(
        "Anna Berg, who sued the board for theft, fraud and neglect, left the town and sold the ferry.",
        &[
            "Anna Berg > sued the board for theft, fraud and neglect",
            "Anna Berg > left the town",
            "Anna Berg > sold the ferry",
        ],
    );
}

#[test]
fn what_somebody_adds_is_told_of_who_spoke() {
    parts(
        "Anna Berg said in May that the sale had been late for months, and recalled an older one.",
        &["the sale had been late for months", "Anna Berg > recalled an older one"],
    );
}
