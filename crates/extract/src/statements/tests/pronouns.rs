//! Whom the subject of a statement stands for.

use super::*;

/// Pronouns and nouns that stand for a name in a text's statements, as "word = name".
fn meant(text: &str) -> Vec<String> {
    let annotated = read(text);
    let text = Text::new(&annotated.document.text);
    let named = |span: model::Span| annotated.mentions.iter().any(|mention| mention.span == span);
    let mut found: Vec<(model::Span, String)> = annotated
        .statements
        .iter()
        .flat_map(|statement| &statement.participants)
        .filter(|mention| !named(mention.span))
        .map(|mention| (mention.span, format!("{} = {}", text.cut(mention.span), mention.name)))
        .collect();
    found.sort_by_key(|(span, _)| span.start);
    found.dedup();
    found.into_iter().map(|(_, found)| found).collect()
}

#[test]
fn a_pronoun_stands_for_the_one_who_fits() {
    for (text, expected) in [
        ("Jon Holm was arrested on Monday. He lives in Kolm and owns two boats.", "He = Jon Holm"),
        ("Anna Berg met Karl Lind. He left for Kolm on Monday.", "He = Karl Lind"),
        ("Jon Holm, a driver from Kolm, was arrested after a chase. He was charged with theft.", "He = Jon Holm"),
        ("Jon Holm was hit by a car and was taken to the hospital, where he died.", "he = Jon Holm"),
        ("The Harbour Board met on Monday. It plans to sell the pier.", "It = Harbour Board"),
        ("The Harbour Board met on Monday. Prices fell. The board owns the pier.", "The board = Harbour Board"),
    ] {
        assert_eq!(meant(text), [expected], "{text}");
    }
}

#[test]
fn what_a_sentence_goes_on_with_is_told_beside_it() {
    for (text, expected) in [
        ("The pier was built in May. It leaks water.", Some("The pier")),
        ("The pier was built in May by the town. It leaks water.", None),
        ("The pier was built in May. It seems the town paid.", None),
        ("Prices had been unchanged in May. They fell in June.", Some("Prices")),
        ("The Harbour Board met on Monday. Prices fell. The board owns the pier.", Some("Harbour Board")),
        ("Kolmboat Inc lost money in May. Prices fell. The company owns two yards.", Some("Kolmboat Inc")),
        ("Anna Berg met the board. She sold the pier in May and bought a ferry.", Some("Anna Berg")),
        ("Kolmboat Inc met Lindboat Inc in May. The company owns two yards.", None),
    ] {
        let annotated = read(text);
        let last = annotated.statements.last().and_then(|statement| statement.subject);
        assert_eq!(last.map(|span| Text::new(text).cut(span)), expected, "{text}");
    }
}

#[test]
fn where_another_may_be_meant_it_stays_open() {
    for text in [
        "Jon Holm met Karl Lind. He left for Kolm on Monday.",
        "Chief Jon Holm said the suspect fled. He was arrested on Tuesday in Kolm.",
        "Chief Jon Holm spoke of a 25-year-old from Kolm. He was arrested on Tuesday.",
        "He told Jon Holm of the crane. He left for Kolm on Monday.",
        "The driver was hurt. Chief Jon Holm said he was taken to Kolm.",
        "Lind told Cpl. Jon Holm he was late for work.",
        "Lind was late. Jon Holm met Lind at the pier. He owns two boats.",
        "The Harbour Board met the Bridge Authority. It plans to sell the pier.",
        "The Harbour Board met on Monday. It was raining hard in Kolm.",
        "Jon Holm spoke on Monday. “He owns two boats,” Anna Berg said.",
        "The Harbour Board met the Fishing Board. The board owns the pier.",
    ] {
        assert_eq!(meant(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_role_stands_for_the_only_one_who_has_it() {
    for (text, expected) in [
        (
            "Nina Holm, a nurse from Kolm, fell ill in May. The nurse was given a drug on Friday.",
            "The nurse = Nina Holm",
        ),
        ("Pop star Karl Holm died on 25 June. The star had planned concerts.", "The star = Karl Holm"),
        ("Dr Conrad Holm was held in June. The doctor left the town on Friday.", "The doctor = Conrad Holm"),
        ("The Foreign Ministry shut the pier. The ministry gave no reason for it.", "The ministry = Foreign Ministry"),
    ] {
        assert_eq!(meant(text), [expected], "{text}");
    }
    for text in [
        // Two have it; somebody without a name has it; it is told of somebody before.
        "Nurse Nina Holm and nurse Anna Berg fell ill. The nurse was given a drug on Friday.",
        "Nurse Nina Holm fell ill after a nurse had come from Kolm. The nurse was given a drug.",
        "The pilot left the pier. Anna Berg, a pilot from Kolm, fell ill. The pilot was given a drug.",
        "Karl Holm met two nurses. The nurse was given a drug on Friday.",
    ] {
        assert!(meant(text).is_empty(), "{text}: {:?}", meant(text));
    }
}

#[test]
fn a_pronoun_is_told_with_the_name_it_stands_for() {
    for (text, expected) in [
        ("Jon Holm was arrested on Monday. He lives in Kolm.", "Jon Holm > He lives in Kolm"),
        ("Anna Berg has spoken of two pilots. She left the town in May.", "Anna Berg > She left the town in May"),
        (
            "Jon Holm said Karl Lind had sold the pier. He refused to name the price.",
            "Jon Holm > He refused to name the price",
        ),
        (
            "Jon Holm closed the mill of Karl Lind. He sold the pier. On Monday, he left the town.",
            "Jon Holm > On Monday, he left the town",
        ),
    ] {
        assert_eq!(with_subjects(text).pop().as_deref(), Some(expected), "{text}");
    }
    for text in [
        "Jon Holm met Karl Lind. He left for Kolm on Monday.",
        "Jon Holm sold the pier to Karl Lind. He left the town.",
        "Jon Holm spoke of Karl Lind. The mill burned. He left the town.",
        "Jon Holm left the town. “He is late,” the mayor said.",
        "Jon Holm left the town. The pilots are late, he said.",
        "Jon Holm left the town. When Jon Holm came back, he sold the pier.",
    ] {
        assert!(
            with_subjects(text).last().is_none_or(|told| !told.contains(" > ")),
            "{text}: {:?}",
            with_subjects(text)
        );
    }
}
