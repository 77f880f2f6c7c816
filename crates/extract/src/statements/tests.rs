use model::{Annotated, Corpus, Text};

use crate::{Input, annotate, clean};

fn read(text: &str) -> Annotated {
    annotate(clean(Input { id: "a".to_owned(), text: text.to_owned(), ..Input::default() }), &Corpus::default())
}

/// Each statement as "words | commitment | cues".
fn statements(text: &str) -> Vec<String> {
    let annotated = read(text);
    let text = Text::new(&annotated.document.text);
    let cues = |cues: &[model::Span]| cues.iter().map(|cue| text.cut(*cue)).collect::<Vec<_>>().join(", ");
    annotated
        .statements
        .iter()
        .map(|s| format!("{} | {} | {}", text.cut(s.span), s.commitment.word(), cues(&s.cues)))
        .collect()
}

#[test]
fn coordinated_predicates_make_a_statement_each() {
    assert_eq!(
        statements("The company supplied the port with cranes, reportedly built a ferry and sold two tugs."),
        [
            "The company supplied the port with cranes | asserted | ",
            "reportedly built a ferry | hedged | reportedly",
            "sold two tugs | asserted | ",
        ]
    );
}

#[test]
fn commitment_follows_the_cue() {
    for (text, expected) in [
        ("The harbour will close in May.", "The harbour will close in May | expected | will"),
        (
            "The ministers are expected to sign a treaty.",
            "The ministers are expected to sign a treaty | expected | are expected",
        ),
        ("The harbour may close in May.", "The harbour may close in May | hedged | may"),
        ("The owner is rumoured to have left.", "The owner is rumoured to have left | hedged | is rumoured"),
        ("The company denied the allegations.", "The company denied the allegations | denied | denied"),
        ("The harbour was not closed.", "The harbour was not closed | denied | not"),
        ("The sale has not been confirmed.", "The sale has not been confirmed | hedged | has not been confirmed"),
        ("The harbour was closed on Monday.", "The harbour was closed on Monday | asserted | "),
    ] {
        assert_eq!(statements(text), [expected], "{text}");
    }
}

#[test]
fn questions_and_headings_say_nothing() {
    assert_eq!(statements("Will the harbour close?"), Vec::<String>::new());
    let text = "Harbour closes\n\nThe harbour of the northern town closed on Monday after a long dispute.\n\nWhat comes \
                next\n\nThe owners will meet the pilots in the town hall on Friday at noon.";
    assert_eq!(statements(text).len(), 2);
}

#[test]
fn a_headline_among_the_first_lines_is_a_statement_without_a_full_stop() {
    let text = "Harbour News\nPilots and Owners Still in Talks on Ferry Port\nMonday 4 May 2020 10:30\nTown to hold its \
                first ferry race\nThe pilots met the owners on Monday.\nThe long road to a ferry port\nThe town is glad.";
    assert_eq!(
        statements(text),
        [
            "Pilots and Owners Still in Talks on Ferry Port | asserted | ",
            "Town to hold its first ferry race | expected | to",
            "The pilots met the owners on Monday | asserted | ",
            "The town is glad | asserted | ",
        ]
    );
}

#[test]
fn holders_run_from_the_outlet_down_to_the_speaker() {
    let annotated =
        read("Source: NPA\n\nAnna Berg said that the harbour will be closed for a week, and nobody knew of it.");
    let names: Vec<&str> = annotated.statements[0].holders.iter().map(|holder| holder.name.as_str()).collect();
    assert_eq!(names, ["outlet unknown", "NPA", "Anna Berg"]);
    assert!(annotated.statements[0].holders[1].inferred);
}

#[test]
fn other_languages_are_told_and_left_alone() {
    let german = "Der Hafen der Stadt wurde am Montag geschlossen, weil ein Schiff auf Grund gelaufen war und die Lotsen \
                  nicht arbeiten wollten. Die Eigner haben den Streit nicht beendet.";
    let annotated = read(german);
    assert_ne!(annotated.document.language, "en");
    assert!(!annotated.document.passages.is_empty());
}
