//! What stories are called: what most of their reports share, or nothing.

mod support;

use model::{Annotated, Commitment, Corpus, EntityKind, Story, Tense};
use support::report;

/// A report of three statements on the strike of dockers, under a headline of its own.
fn strike(id: &str, headline: &str, day: &str) -> Annotated {
    report(id, id, day)
        .headed(headline)
        .says_with("Dockers began a strike at the harbour of Arlen over the new rota.", |m| {
            m.clause("Dockers", "began", Tense::Past).named("Arlen", EntityKind::Place);
        })
        .says_with("The dockers say the strike at Arlen harbour will end when the rota goes.", |m| {
            m.clause("the strike at Arlen harbour", "will end", Tense::Future)
                .named("Arlen", EntityKind::Place)
                .commitment(Commitment::Expected, "will");
        })
        .says_with("Ships wait off Arlen harbour because of the strike of the dockers.", |m| {
            m.clause("Ships", "wait", Tense::Present).named("Arlen", EntityKind::Place);
        })
        .done()
}

fn heaviest(documents: &[Annotated]) -> Story {
    relate::relate(documents, &Corpus::default()).stories.remove(0)
}

#[test]
fn a_story_is_called_by_the_phrase_that_its_headlines_share() {
    let documents = [
        strike("one", "ARLEN HARBOUR STRIKE ENTERS SECOND DAY", "2024-05-03"),
        strike("two", "Dockers vow to go on with Arlen harbour strike", "2024-05-03"),
        strike("three", "SHIPS <SHP> WAIT AS ARLEN HARBOUR STRIKE GOES ON", "2024-05-04"),
    ];
    let story = heaviest(&documents);
    assert!(story.is_named());
    assert_eq!(story.title, "Arlen harbour strike", "as the texts write it");
}

#[test]
fn what_no_headline_names_is_no_name() {
    // No noun for a matter, and a question.
    let documents = [
        strike("one", "How long can they go on?", "2024-05-03"),
        strike("two", "Anna Berg", "2024-05-03"),
        strike("three", "Our view", "2024-05-04"),
    ];
    let story = heaviest(&documents);
    assert!(story.title != "Anna Berg" && !story.title.contains('?') && story.title != "Our view", "{}", story.title);
}

#[test]
fn what_all_reports_are_about_names_none_of_the_stories() {
    let mut documents: Vec<Annotated> = (0..3)
        .map(|at| {
            report(&format!("s{at}"), "", &format!("2024-05-0{}", at + 1))
                .headed(&format!("Borsk ferry deal: vote {at}"))
                .says("The council of Borsk votes on the ferry deal in the old mill hall on the hill.")
                .says("Eleven members of the council of Borsk have said that they vote for the ferry deal.")
                .done()
        })
        .collect();
    let alone = heaviest(&documents);
    assert_eq!(alone.title, "Borsk ferry deal");
    let other = |at: usize| {
        report(&format!("o{at}"), "", &format!("2024-06-{:02}", at + 1))
            .headed(&format!("Borsk ferry deal: what number {at} thinks of it"))
            .says(&format!(
                "Shopkeeper number {at} told us about a quite different thing, the price of apple pie {at}."
            ))
            .done()
    };
    documents.extend((0..12).map(other));
    let stories = relate::relate(&documents, &Corpus::default()).stories;
    assert!(stories.iter().all(|story| story.title != "Borsk ferry deal"));
}

#[test]
fn a_matter_of_nobody_and_nowhere_names_nothing() {
    let one = |id: &str, headline: &str| {
        report(id, id, "2024-05-03")
            .headed(headline)
            .says("The travel ban is the first of its kind, and nobody knows how long the travel ban will last.")
            .says("Shopkeepers and sailors say that they are against the travel ban and want it gone.")
            .says("Nobody has told them so far who thought of it, or why the travel ban is needed now.")
            .done()
    };
    let documents =
        [one("one", "Travel ban debated"), one("two", "Travel ban goes on"), one("three", "No end of travel ban")];
    let story = heaviest(&documents);
    assert_ne!(story.title, "Travel ban", "whose, and where?");
}

#[test]
fn the_beginning_of_a_sentence_is_no_headline() {
    let one = |id: &str, day: &str| {
        let text = "Three sailors of Arlen were found on the ice of the Ask bay by the crew of a ferry from Corby";
        report(id, id, day)
            .headed("Three sailors of Arlen were found on the ice of the")
            .says(&format!("{text} on the way home."))
            .says(&format!("{text}, the harbour office told us in the evening."))
            .says("The three sailors are well, and the ferry has gone back to Corby over the ice.")
            .says("The ice of the Ask bay has not been so thick for years, say the people of Arlen.")
            .done()
    };
    let story = heaviest(&[one("one", "2024-05-03"), one("two", "2024-05-03")]);
    assert!(!story.title.ends_with(" the"), "{}", story.title);
}

/// A report of a concert for a singer; the first two of them say when she died.
fn concert(at: usize, (words, day): (&str, &str)) -> Annotated {
    let made = report(&format!("c{at}"), &format!("c{at}"), &format!("2024-05-0{}", at + 1))
        .headed(&format!("Who sings in Borsk, part {at}"))
        .says("Singers from six towns of the valley sing in the stadium of Borsk for Ada Moor on Sunday.")
        .says("Singers from six towns of the valley rehearse in the stadium of Borsk for Ada Moor.");
    let died = |made: support::Report| {
        made.says_with(&format!("Ada Moor died in Borsk on {words}, and all sing for her in the stadium."), |m| {
            m.clause("Ada Moor", "died", Tense::Past).named("Ada Moor", EntityKind::Person).when(words, day);
        })
    };
    if at < 2 { died(made).done() } else { made.done() }
}

#[test]
fn what_few_reports_recall_names_no_story() {
    let title = |time| heaviest(&[0, 1, 2, 3].map(|at| concert(at, time))).title;
    assert_eq!(title(("30 April 2024", "2024-04-30")), "Death of Ada Moor");
    let recalled = title(("3 March 2022", "2022-03-03"));
    assert!(!recalled.contains("Death of"), "{recalled}");
}

/// The line of the heaviest of four reports, each of which says one thing of its own.
fn line(says: [&str; 4]) -> String {
    let documents: Vec<Annotated> = (0..)
        .zip(says)
        .map(|(at, says)| {
            report(&format!("l{at}"), &format!("l{at}"), &format!("2024-05-0{}", at + 1))
                .headed("The valley today")
                .says(says)
                .done()
        })
        .collect();
    let story = heaviest(&documents);
    assert!(!story.is_named(), "{}", story.title);
    story.title
}

#[test]
fn what_nothing_names_stands_under_what_its_statements_share() {
    let told = line([
        "The lock of Corby on the river Ask leaks and the lock needs new gates, say the boatmen of the valley.",
        "The lock of Corby on the river Ask leaks so much that boatmen of the valley go round by road.",
        "Boatmen of the valley have asked for new gates, since the lock of Corby on the river Ask leaks.",
        "New gates for the lock of Corby on the river Ask would cost as much as the boatmen of the valley earn.",
    ]);
    assert!(told.contains("reports") && (told.contains("lock") || told.contains("boatmen")), "{told}");
    assert!(!told.starts_with("Among other things"), "{told}");
}

#[test]
fn where_nothing_is_shared_by_most_a_story_stands_under_what_its_reports_often_speak_of() {
    // Two of four each speak of the rota and of the quay, all of the dockers; none has a headline that names the matter.
    let about = |id: &str, said: &str| {
        report(id, id, "2024-05-03")
            .headed(&format!("Our day, {id}"))
            .says_with("Dockers began a strike at the harbour of Arlen over the new rota.", |m| {
                m.clause("Dockers", "began", Tense::Past).named("Arlen", EntityKind::Place);
            })
            .says(said)
            .done()
    };
    let documents = [
        about("one", "The strike is about pay on the quay."),
        about("two", "The strike is about the rota."),
        about("three", "The strike stops ferries at the quay."),
        about("four", "The strike stops ferries over the rota."),
    ];
    let relations = relate::relate(&documents, &Corpus::default());
    let lines: Vec<&str> = relations.stories.iter().map(|story| story.title.as_str()).collect();
    assert!(lines.iter().all(|line| !line.contains("no one matter")), "{lines:?}");
    let often = Story::counted(9, &["rota".to_owned(), "quay".to_owned()], model::Share::Often);
    assert_eq!(often, "9 reports that often speak of rota and quay");
    assert_eq!(Story::speaks_of(&often), Some("reports that often speak of rota and quay"));
}
