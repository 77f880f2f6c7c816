//! What stories are called: what most of their reports share, or nothing.

mod support;

use model::{Annotated, Commitment, Corpus, EntityKind, Share, Story, Tense};
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

#[test]
fn a_name_that_is_cut_off_names_no_event() {
    let one = |id: &str, day: &str| {
        report(id, id, day)
            .headed("Who knew of it?")
            .says_with("Sen. Ada Moor was indicted in Arlen over the tolls of the old harbour lock.", |m| {
                m.clause("Sen", "was indicted", Tense::Past).named("Arlen", EntityKind::Place);
            })
            .says("Boatmen of Arlen say that the tolls of the old harbour lock were never counted.")
            .done()
    };
    let story = heaviest(&[one("one", "2024-05-03"), one("two", "2024-05-03")]);
    assert!(!story.title.ends_with(" Sen"), "{}", story.title);
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

/// Reports of twelve other things, one each, so that what few speak of tells a story from the rest.
fn beside() -> Vec<Annotated> {
    let of = [
        ("The bakers of Tarn sold more rye bread this winter than", "last winter, and the bread costs less."),
        ("A painter from Brin hung nine large pictures in the old", "school, and the mayor bought a small one."),
        ("The choir of Ostmark sang in the church for an hour, and", "children listened from the gallery."),
        ("Farmers around Velm cut their hay a week later than usual", "because of the wet meadows there."),
        ("The museum of Sund shows coins that a diver found beside", "an old wreck, and a map of the coast."),
        ("A teacher in Holm wrote a book about beetles, with forty", "drawings that her brother made for it."),
        ("The tram in Kessel got blue seats and longer carriages as", "the old ones were worn out by riders."),
        ("Hunters in Drava counted fewer hares on the hills than in", "the year before, and more foxes."),
        ("The theatre of Moln played a comedy about two tailors to", "a full house, and the actors bowed."),
        ("A clockmaker from Ruhn mended the bell of the tower after", "lightning had struck its wheel."),
        ("The swimmers of Palm trained in the cold lake for a race", "of ten rounds, and one caught a cold."),
        ("Beekeepers near Falk bottled honey from lime trees, which", "is darker than honey from clover."),
    ];
    let more = [
        "Its owner keeps two cats that sleep on warm sacks of flour near the brick oven all day.",
        "Visitors may see blue sails, grey gulls and one lonely lighthouse until the end of March.",
        "An organist with white gloves turned the pages while candles burned along the nave.",
        "Storks walked behind the tractor and picked up frogs, worms and a silver button.",
        "Schools get in for nothing on Mondays, when a guide in costume tells of pirates.",
        "Her publisher printed it on thick paper with a green ribbon and a picture of moss.",
        "A conductor lost his whistle under the third bench and found it two days after that.",
        "Their dogs ran through nettles to the creek, barked at an otter and came home muddy.",
        "Critics praised the wigs, the velvet curtain and a duel with wooden spoons in act two.",
        "He climbed ninety steps with a lantern, oiled every hinge and set the hands to noon.",
        "Parents brought towels, tea with lemon and a large umbrella to the shore at sunrise.",
        "Jars with yellow labels stand in rows on a shelf at the station beside the timetable.",
    ];
    let one = |(at, ((first, second), more)): (usize, ((&str, &str), &str))| {
        let id = format!("b{at}");
        let made = report(&id, &id, &format!("2024-03-{:02}", at + 1)).headed("A day out");
        made.says(&format!("{first} {second}")).says(more).done()
    };
    of.into_iter().zip(more).enumerate().map(one).collect()
}

/// The heaviest story of four reports, each of which says one thing of its own, beside twelve others.
fn four(says: [&str; 4]) -> Story {
    let documents = (0..).zip(says).map(|(at, says)| {
        let id = format!("l{at}");
        report(&id, &id, &format!("2024-05-0{}", at + 1)).headed("The valley today").says(says).done()
    });
    let story = heaviest(&beside().into_iter().chain(documents).collect::<Vec<_>>());
    assert!(!story.is_named() && story.documents.len() == 4, "{} {:?}", story.title, story.documents);
    story
}

/// What the line of that story tells.
fn line(says: [&str; 4]) -> Vec<String> {
    four(says).line.expect("a line").of
}

#[test]
fn what_nothing_names_stands_under_what_its_statements_share() {
    let story = four([
        "The old lock of Corby on the river leaks and the lock needs new gates, say the boatmen of the valley.",
        "The wet lock of Corby on the river leaks so much that boatmen of the valley go round by road.",
        "Boatmen of the valley have asked for new gates, since the lock of Corby on the river leaks.",
        "New gates for the lock of Corby on the river would cost as much as the boatmen of the valley earn.",
    ]);
    let line = story.line.expect("a line");
    assert!(line.of.iter().any(|it| it == "lock") && line.of.iter().any(|it| it == "boatmen"), "{:?}", line.of);
    assert_ne!(line.share, Share::Often);
    assert_eq!(story.title, line.title(4), "drawn from it");
}

#[test]
fn what_few_statements_speak_of_tells_nothing_of_all() {
    let told = line([
        "The lock of Corby on the river leaks and the boatmen of the valley blame a diver for the leak.",
        "The lock of Corby on the river leaks so much that boatmen of the valley go round by road.",
        "Boatmen of the valley have asked for new gates, since the lock of Corby on the river leaks.",
        "New gates for the lock of Corby on the river would cost as much as the boatmen of the valley earn.",
    ]);
    assert!(!told.contains(&"diver".to_owned()), "{told:?}");
}

#[test]
fn what_most_of_the_corpus_speaks_of_tells_no_story_from_another() {
    let says = [
        "The lock of Corby on the river leaks and the lock needs new gates, say the boatmen of the valley.",
        "The lock of Corby on the river leaks so much that boatmen of the valley go round by road.",
        "Boatmen of the valley have asked for new gates, since the lock of Corby on the river leaks.",
        "New gates for the lock of Corby on the river would cost as much as the boatmen of the valley earn.",
    ];
    let documents: Vec<Annotated> = (0..)
        .zip(says)
        .map(|(at, says)| report(&format!("l{at}"), "", "2024-05-03").headed("The valley today").says(says).done())
        .collect();
    let story = heaviest(&documents);
    assert_eq!(story.title, "4 reports, no name found", "all speak of the lock, and of nothing else");
}

#[test]
fn a_bare_noun_joins_what_is_unlike() {
    let of = |last: &str| {
        line([
            "The tolls for old boats on the river rose in May, and the boatmen of the valley grumbled.",
            "The tolls for new boats on the river fell in May, and the farmers of the valley cheered.",
            "Tolls for large boats on the river were dropped in May, to the joy of the valley.",
            last,
        ])
    };
    let told = of("Boats of the valley paid the tolls at night on the river in May, to the joy of few.");
    assert!(told.is_empty() || told.len() > 1 || told[0].contains(' '), "{told:?}");
}

#[test]
fn words_that_stand_together_are_told_together() {
    let told = line([
        "In May the harbour tolls of Corby rose, and the boatmen of the valley grumbled at the tolls.",
        "Boatmen of the valley say that with the harbour tolls of Corby ships go to other towns.",
        "From the harbour tolls of Corby comes the new pier, the boatmen of the valley hear.",
        "No other town takes such harbour tolls as Corby does, say boatmen of the valley.",
    ]);
    assert!(told.contains(&"harbour tolls".to_owned()), "{told:?}");
}

#[test]
fn what_is_done_is_no_thing_and_how_is_none() {
    let story = four([
        "Boatmen of the valley officially began the tests of the lock of Corby, and the harbour shelters ships.",
        "The tests of the lock of Corby went on officially, and the harbour shelters boatmen of the valley.",
        "Boatmen of the valley officially watch the tests of the lock of Corby, while the harbour shelters boats.",
        "Officially the tests of the lock of Corby are over, and the harbour shelters boatmen of the valley.",
    ]);
    let told = &story.title;
    assert!(
        !told.contains(" officially and") && !told.contains(" shelters and") && !told.ends_with(" shelters"),
        "{told}"
    );
}

#[test]
fn where_nothing_is_shared_by_most_a_story_stands_under_what_its_reports_often_speak_of() {
    let said = [
        "Near the mill the dredgers of Corby began to clear the river, and the boatmen waited.",
        "At noon the dredgers of Corby went on to clear the river, and the boatmen brought soup.",
        "On the bank at Corby lies mud from the river, which the dredgers of the mill clear.",
        "At Corby the mud from the river smells, people say, and few walk by the dredgers there.",
    ];
    let story = four(said);
    let line = story.line.expect("a line");
    assert!(!line.of.is_empty(), "{}", story.title);
    // What is told is true: of so many reports as its share says, each thing that is told.
    for it in &line.of {
        let has = said.iter().filter(|said| said.contains(it.as_str())).count();
        let least = match line.share {
            Share::All => 4,
            Share::Mostly => 3,
            Share::Often => 2,
        };
        assert!(has >= least, "{it} in {has}: {}", story.title);
    }
    let one_each = line.of.len() == 1;
    assert!(!one_each || line.of[0].contains(' ') || line.share == Share::All, "{}", story.title);
}

/// Reports on what guards did with a diver, in these words.
fn guards(says: [(&str, &str, &str, Tense); 3]) -> Story {
    let documents = (0..).zip(says).map(|(at, (text, subject, verb, tense))| {
        let id = format!("g{at}");
        let made = report(&id, &id, &format!("2024-05-0{}", at + 1)).headed("Who knew of it?");
        let told = made.says_with(text, |m| {
            m.clause(subject, verb, tense).named("Ada Moor", EntityKind::Person);
            if tense == Tense::Future {
                m.commitment(Commitment::Expected, "will");
            }
        });
        told.says("The diver Ada Moor was held in the old lock house of Arlen for two days.").done()
    });
    heaviest(&documents.collect::<Vec<_>>())
}

#[test]
fn an_event_is_told_in_any_form_of_its_verb_and_by_two_as_a_fact() {
    let was = "Ada Moor, the diver of Arlen, was released from the old lock house on Friday.";
    let did = "The guards released Ada Moor from the old lock house of Arlen on Friday.";
    let will = "The guards will release Ada Moor from the old lock house of Arlen on Friday.";
    let past = ("Ada Moor, the diver of Arlen,", "was released", Tense::Past);
    let was = (was, past.0, past.1, past.2);
    let did = (did, "The guards", "released", Tense::Past);
    let will = (will, "The guards", "will release", Tense::Future);
    assert_eq!(guards([was, did, will]).title, "Release of Ada Moor");
    assert_ne!(guards([will, did, will]).title, "Release of Ada Moor", "only one tells it as done");
}

#[test]
fn whoever_stands_before_a_relative_clause_is_whom_it_befell() {
    let text = "Ada Moor, who was released on Friday, sings in the old lock house of Arlen.";
    let one = |id: &str, day: &str| {
        let made = report(id, id, day).headed("Who knew of it?");
        let made = made.says_with(text, |m| {
            m.only("was released on Friday").named("Ada Moor", EntityKind::Person);
            m.clause("Ada Moor", "was released", Tense::Past).shared_subject("Ada Moor");
        });
        made.says("All of Arlen sings in the old lock house with the diver of the valley.").done()
    };
    assert_eq!(heaviest(&[one("one", "2024-05-03"), one("two", "2024-05-04")]).title, "Release of Ada Moor");
}

#[test]
fn whom_alone_all_speak_of_is_told_where_nothing_else_is() {
    let said = [
        "Ada Moor was so good that night, and much was said for years.",
        "For years much was said that night, and Ada Moor was so good.",
        "Much was said that night of Ada Moor, who was never better in years.",
        "That night Ada Moor was better than in years, much of it her own.",
    ];
    let documents = |name: &str| {
        let documents = (0..).zip(said).map(|(at, says)| {
            let id = format!("w{at}");
            let made = report(&id, &id, &format!("2024-05-0{}", at + 1)).headed("The valley today");
            let says = says.replace("Ada Moor", name);
            made.says_with(&says, |m| _ = m.named(name, EntityKind::Person)).done()
        });
        beside().into_iter().chain(documents).collect::<Vec<_>>()
    };
    let told = |name: &str| heaviest(&documents(name)).line.map(|line| line.of).unwrap_or_default();
    assert_eq!(told("Ada Moor"), ["Ada Moor"]);
    assert!(told("VOICE OVER").is_empty(), "a script's label is nobody");
}
