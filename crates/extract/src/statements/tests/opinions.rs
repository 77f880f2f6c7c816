//! Whose word a report of views is, and who is told only at the end, or is nobody.

use super::*;

/// The last holder of the last statement; empty where it is the report's own.
fn last(text: &str) -> String {
    let annotated = read(text);
    let holders = annotated.statements.last().map(|statement| statement.holders.as_slice()).unwrap_or_default();
    holders.iter().skip(1).next_back().map_or(String::new(), |holder| holder.name.clone())
}

#[test]
fn an_opinion_is_its_authors_word() {
    let told = |title: &str, authors: &[&str]| {
        let input = Input {
            id: "a".to_owned(),
            title: Some(title.to_owned()),
            outlet: Some("Kolm Post".to_owned()),
            authors: authors.iter().map(|&name| name.to_owned()).collect(),
            text: "The owners sold the pier for a song. The pier was leaking, the mayor said. Anna Berg is the head of the \
                   Harbour Institute."
                .to_owned(),
            ..Input::default()
        };
        let annotated = annotate(clean(input), &Corpus::default());
        let all = annotated.statements.iter().map(|s| {
            let names: Vec<&str> = s.holders.iter().map(|holder| holder.name.as_str()).collect();
            format!("{} | {}", s.commitment.word(), names.join(" < "))
        });
        all.collect::<Vec<_>>()
    };
    let mayor = "attributed | Kolm Post < the mayor".to_owned();
    let sold = "attributed | Kolm Post < Anna Berg".to_owned();
    assert_eq!(told("OPINION: Keep the pier", &["Anna Berg"]), [sold, mayor.clone()]);
    let author = "attributed | Kolm Post < the author".to_owned();
    assert_eq!(told("Keep the pier | Editorial", &[])[..2], [author, mayor]);
    assert!(told("Owners sell the pier", &["Anna Berg"])[0].starts_with("asserted"));
}

#[test]
fn a_time_is_nobody() {
    let whose = |text: &str| last(text);
    assert_eq!(whose("Update 4:30 p.m. in Kolm said it would not take part in the vote."), "speaker unknown");
    assert_eq!(whose("November: The council passes a law on piers. It goes to the mayor."), "");
    assert_eq!(whose("The pier, May Holm said, was leaking. May said it would be shut."), "May Holm");
}

#[test]
fn whoever_closes_a_sentence_said_it() {
    for (text, who) in [
        (
            "The firm is issuing a bond of 75 million crowns due in June, Berg Brothers Ltd said as lead manager.",
            "Berg Brothers Ltd",
        ),
        ("The fields are under water, governor Jon Holm said after flying over the area.", "Jon Holm"),
        ("The crisis makes everybody look again at the old plan, leading bankers say.", "leading bankers"),
        ("The owners still look for a firm, a spokesman said in reply to questions.", "spokesman"),
    ] {
        assert_eq!(last(text), who, "{text}");
    }
}

#[test]
fn whoever_opens_a_sentence_said_it() {
    for (text, who) in [
        ("Wish said mills will stock flour before the shutdown to keep supply while work is carried out.", "Wish"),
        (
            "The harbour report, which was read in Kolm on May 20, said the damage was twice as large.",
            "The harbour report",
        ),
        ("The pilot who said there was a plot has taken back his words.", ""),
        ("That said, the pier is old and leaks.", ""),
        ("The owners, meanwhile, also went on with the talks and one, Olaf Lind, said good progress was made.", ""),
        ("Berg told the pilots to go home and come back.", ""),
    ] {
        assert_eq!(last(text), who, "{text}");
    }
}
