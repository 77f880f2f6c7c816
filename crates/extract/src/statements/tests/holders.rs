//! On whose word statements stand.

use super::*;

#[test]
fn who_says_it_is_found_wherever_it_stands() {
    for (text, expected) in [
        (
            "No date has been set for the sale, the Harbour Board reports.",
            "No date has been set for the sale | not attributed | Harbour Board",
        ),
        (
            "The sale was not completed, harbour officials said on Monday.",
            "The sale was not completed | not attributed | harbour officials",
        ),
        (
            "As per town officials, the owner has built two ferries.",
            "the owner has built two ferries | attributed | town officials",
        ),
        (
            "Anna Berg has made it clear that closing the port is her aim.",
            "closing the port is her aim | attributed | Anna Berg",
        ),
        (
            "Norland and Suland, Anna Berg added, plan to sign a treaty.",
            "Norland and Suland, Anna Berg added, plan to sign a treaty | expected | Anna Berg",
        ),
        (
            "The ministry hailed the talks as proof that ties are good, as reported by the Harbour Board.",
            "The ministry hailed the talks as proof that ties are good | attributed | Harbour Board < The ministry",
        ),
        (
            "It is expected that the towns will sign a treaty.",
            "It is expected that the towns will sign a treaty | expected | ",
        ),
        ("The towns are getting ready to sign a treaty.", "The towns are getting ready to sign a treaty | expected | "),
    ] {
        assert_eq!(held(text), [expected], "{text}");
    }
}

#[test]
fn those_who_speak_together_are_both_holders() {
    let holders = |text: &str| -> Vec<(String, bool)> {
        let annotated = read(text);
        let holders = annotated.statements[0].holders.iter().skip(1);
        holders.map(|holder| (holder.name.clone(), holder.joint)).collect()
    };
    let both = |a: &str, b: &str| vec![(a.to_owned(), false), (b.to_owned(), true)];
    assert_eq!(holders("Anna Berg and Olaf Lind said that the bridge was safe."), both("Anna Berg", "Olaf Lind"));
    assert_eq!(
        holders("The ministers of Norway and Chile said that the treaty was ready."),
        both("minister of Norway", "minister of Chile")
    );
    assert_eq!(holders("The Ministry of Trade and Industry said that the port was shut.").len(), 1);
    assert_eq!(holders("The Northern Post and other papers in the West said that the port was shut.").len(), 1);
    assert_eq!(holders("The mayor of Arlen said that the bridge was safe.").len(), 1);
}

#[test]
fn only_who_can_speak_holds_what_is_said() {
    let holders = |text: &str| {
        let annotated = read(text);
        let last = annotated.statements.first().and_then(|statement| statement.holders.last().cloned());
        last.map(|holder| holder.name).unwrap_or_default()
    };
    assert_eq!(holders("This case proves that the pier was never safe."), "outlet unknown");
    assert_eq!(holders("The move signalled that the owners had no money."), "outlet unknown");
    assert_eq!(holders("The report says that the pier was never safe."), "The report");
    assert_eq!(holders("Pilots close to the owners said that the pier was shut."), "Pilots close to the owners");
    assert_eq!(holders("The head of the harbour board, Anna Berg, said that the pier was shut."), "Anna Berg");
    assert_eq!(holders("The Harbour Board late last week said that the pier was shut."), "Harbour Board");
    assert_eq!(holders("“We have no money for a pier.”"), "speaker unknown");
    assert_eq!(holders("According to Anna Berg, if pilots have been ill, they are sent home."), "Anna Berg");
}

#[test]
fn who_only_speaks_says_nothing() {
    for text in ["Anna Berg asks.", "“Why?” Karl Holm asked at the hearing.", "Anna Berg and Jon Holm"] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_commentary_is_its_author_s() {
    let text = "Editor's note: Anna Berg is a pilot. The opinions expressed in this commentary are hers.\n\nThe pier was \
                never safe.";
    let annotated = read(text);
    let holders: Vec<&str> =
        annotated.statements.last().into_iter().flat_map(|s| &s.holders).map(|holder| holder.name.as_str()).collect();
    assert_eq!(holders, ["outlet unknown", "Anna Berg"]);
}

#[test]
fn whose_views_a_page_holds_is_no_statement() {
    for text in [
        "The opinions expressed in this commentary are solely those of the author.",
        "Views expressed in the comments do not represent those of the Harbour Wire.",
    ] {
        assert_eq!(statements(text), Vec::<String>::new(), "{text}");
    }
    let text = "The views expressed at the hearing surprised the harbour board.";
    assert_eq!(statements(text).len(), 1);
}

/// The last holder of the last statement of a text; empty where it is the document's own.
fn last(text: &str) -> String {
    let annotated = read(text);
    let holders = annotated.statements.last().map(|statement| statement.holders.as_slice()).unwrap_or_default();
    holders.iter().skip(1).next_back().map_or(String::new(), |holder| holder.name.clone())
}

#[test]
fn a_pronoun_goes_on_with_the_one_who_spoke() {
    for (text, expected) in [
        // The one who spoke, of two who are named.
        (
            "Jon Holm, who has often quarrelled with Karl Lind, said the pier was safe. He said the mill would stay.",
            "Jon Holm",
        ),
        // Roles go on as well as names.
        ("The harbour chief said the pier was safe. He said the mill would stay.", "The harbour chief"),
        ("The mayor left for the mill on Monday. He said the pier would stay.", "The mayor"),
        // A name in somebody else's source is not who speaks.
        ("A spokesman for Jon Holm said the pier was safe. He said the mill would stay.", "A spokesman for Jon Holm"),
        // A single name that no title tells.
        ("Rennick said the pier was safe. He said the mill would stay.", "Rennick"),
        // Two who are named, and none who spoke.
        ("Jon Holm met Karl Lind on Monday. He said the mill would stay.", "speaker unknown"),
        // The mayor or whom she met.
        ("The mayor met Jon Holm on Monday. He said the mill would stay.", "speaker unknown"),
        ("The spokeswoman said the pier was safe. He said the mill would stay.", "speaker unknown"),
    ] {
        assert_eq!(last(text), expected, "{text}");
    }
}

#[test]
fn what_stands_between_the_verb_and_what_is_said_is_no_part_of_it() {
    for (text, expected) in [
        (
            "The Harbour Board had said last week that it would sell the pier.",
            "it would sell the pier | expected | Harbour Board",
        ),
        ("Anna Berg said this week she sold the pier.", "she sold the pier | attributed | Anna Berg"),
        ("Officials said, however, that the pier was sold.", "the pier was sold | attributed | Officials"),
        ("Anna Berg days later announced that the pier was sold.", "the pier was sold | attributed | Anna Berg"),
        (
            "Between 20 and 30 boats were found near the pier, the Harbour Board said.",
            "Between 20 and 30 boats were found near the pier | attributed | Harbour Board",
        ),
        (
            "Anna Berg said that the pier was the kind of quiet, lasting place the town wanted.",
            "the pier was the kind of quiet, lasting place the town wanted | attributed | Anna Berg",
        ),
    ] {
        assert_eq!(held(text), [expected], "{text}");
    }
}

#[test]
fn who_announces_nothing_or_answers_to_something_holds_nothing() {
    assert_eq!(last("The two owners announced no sale of the mill."), "");
    assert_eq!(last("The pilots are responding to other troubles than the owners have."), "");
    assert_eq!(last("Many doubt the promise of the town that Holm will pay and believe he will leave Kolm."), "Many");
}

#[test]
fn a_name_is_not_lost_behind_what_explains_it() {
    for (text, expected) in [
        ("“It sank,” Anna Berg, the head of the board under Mayor Karl Holm told me on Monday.", "Anna Berg"),
        ("On the boat, Anna Berg, chair of Local 5, Harbour Pilots Union said “the boat sank on Monday.”", "Anna Berg"),
        ("Two pilots, Anna Berg of Kolm and Jon Holm of Arlen, said that the boat sank.", "Two pilots"),
        (
            "An official with the Centres for Harbour Control and Prevention said that the boat sank.",
            "An official with the Centres for Harbour Control and Prevention",
        ),
        ("Reporters Mona Lund and Anna Berg met her.\n\n“The boat sank,” she said.", "speaker unknown"),
        ("“The boat sank,” said Harbour Secretary Anna Berg late last week.", "Anna Berg"),
        ("According to Mr. Karl Holm, the boat sank.", "Karl Holm"),
        ("Two aides to former Mayor Anna Berg said that the boat sank.", "Two aides to former Mayor Anna Berg"),
        ("According to a Friday report from Anna Berg, the boat sank.", "a Friday report from Anna Berg"),
        ("Speaking before Berg's address, Mayor Karl Holm, in Kolm for talks, said that the boat sank.", "Karl Holm"),
    ] {
        assert_eq!(last(text), expected, "{text}");
    }
}

#[test]
fn who_says_it_is_whom_the_clause_is_about() {
    for (text, expected) in [
        (
            "“It sank,” said Anna Berg, a fellow of the Harbour Board, who said in May that the pier was shut.",
            "Anna Berg",
        ),
        ("Karl Holm declined to say when the New Mill would close, stating that the pier was shut.", "Karl Holm"),
        (
            "Papers handed to the Kolm Post by a pilot showed the pier was shut.",
            "Papers handed to the Kolm Post by a pilot",
        ),
        ("Karl Holm argued that Anna Berg had confirmed what the pilots feared.", "Karl Holm"),
        ("Karl Holm said that the boat sank, and “when we agree, it is time to sail.”", "Karl Holm"),
    ] {
        assert_eq!(last(text), expected, "{text}");
    }
}

#[test]
fn a_sentence_that_can_t_be_cut_is_still_somebody_s_word() {
    for (text, expected) in [
        ("Karl Holm said the mill, which burned in May and was sold in June, was in good shape.", "Karl Holm"),
        ("Karl Holm said selling the mill to the town could save the pier.", "Karl Holm"),
        ("Many in Kolm said that the mill burned.", "Many in Kolm"),
        ("The Harbour Board said the mill, which burned in May, was in good shape.", "Harbour Board"),
        ("Kolm pilots argued the sale signalled that the pier was lost.", "Kolm pilots"),
        ("“The mill burned in May,” said the head of Norland LLC Karl Holm.", "Karl Holm"),
        (
            "In a speech that lasted an hour and was heard by fifty, Karl Holm said the mill was “quite lost,” could not be \
             saved and would be sold.",
            "Karl Holm",
        ),
        (
            "Karl Holm seized on the papers in a message posted on Monday to tell what has been said, that it was “a sad day.”",
            "",
        ),
        ("The rule drew sharp blame from Anna Berg , who called it a “sad and sorry thing.”", "Anna Berg"),
    ] {
        assert_eq!(last(text), expected, "{text}");
    }
}

#[test]
fn what_trails_a_sentence_says_whose_word_it_is() {
    for (text, expected) in [
        (
            "The crane fell onto the pier late on Monday, a harbour official confirmed.",
            "The crane fell onto the pier late on Monday | attributed | a harbour official",
        ),
        (
            "When the pilots came back, the crane fell onto two boats, hurting the men who slept there, officials said.",
            "When the pilots came back, the crane fell onto two boats, hurting the men who slept there | attributed | officials",
        ),
        (
            "The owner has been let go, the harbour office said about 7 p.m. Monday.",
            "The owner has been let go | attributed | the harbour office",
        ),
        (
            "As the crane fell, Berg left the hall and ran “as fast as he could” to the pier, Lind said.",
            "As the crane fell, Berg left the hall and ran “as fast as he could” to the pier | attributed | Lind",
        ),
        (
            "At least three boats, including a ferry, were lost in the storm, the Harbour Board reported.",
            "At least three boats, including a ferry, were lost in the storm | attributed | Harbour Board",
        ),
        (
            "Two boats were lost: a ferry and a tug, according to police.",
            "Two boats were lost: a ferry and a tug | attributed | police",
        ),
        ("According to authorities, the crane was old.", "the crane was old | attributed | authorities"),
        (
            "The ferry will not sail before June, Berg cautioned.",
            "The ferry will not sail before June | not expected | Berg",
        ),
        (
            "The ferry, Berg cautioned, will not sail before June.",
            "The ferry, Berg cautioned, will not sail before June | not expected | Berg",
        ),
        (
            "The fire began in the engine, investigators believe.",
            "The fire began in the engine, investigators believe | attributed | investigators",
        ),
        (
            "A pilot who did not wish to be named said that the crane was old.",
            "A pilot who did not wish to be named said that the crane was old | attributed | A pilot",
        ),
    ] {
        assert_eq!(held(text), [expected], "{text}");
    }
    for (text, expected) in [
        (
            "The pilot was told to stay, a man who worked beside the pier said Saturday.",
            "The pilot was told to stay | attributed | a man",
        ),
        (
            "There were 79 people at the hall, officials there said.",
            "There were 79 people at the hall | attributed | officials",
        ),
        (
            "His daughter told police her brother sank the boat.",
            "her brother sank the boat | attributed | His daughter",
        ),
        (
            "One harbour official said there is a threat to the pier.",
            "there is a threat to the pier | attributed | One harbour official",
        ),
        (
            "Under the law, towns have the power over piers, except at ports, where the state rules, said attorney Mona Tveit.",
            "Under the law, towns have the power over piers, except at ports, where the state rules | attributed | Mona Tveit",
        ),
        (
            "Asked if the pier was safe, Holm said, “Everybody knows that the pier is safe.”",
            "Asked if the pier was safe, Holm said, “Everybody knows that the pier is safe.” | attributed | Holm",
        ),
    ] {
        assert_eq!(held(text), [expected], "{text}");
    }
    assert_eq!(
        held("The owner was hurt, and the mayor said that the crane was old."),
        ["The owner was hurt | asserted | ", "the crane was old | attributed | the mayor"]
    );
    assert_eq!(
        held("She told police the man began to shout, and when she turned away, he struck her boat."),
        [
            "the man began to shout | attributed | speaker unknown",
            "when she turned away, he struck her boat | attributed | speaker unknown",
        ]
    );
    for text in [
        "Owners, many of whom for weeks have called for a tougher rule, continued their work at the hall.",
        "The pilot was late, meaning the ferry that left may be another one than planned.",
        "Police are no longer saying rage led to the crash at the pier.",
    ] {
        assert!(held(text)[0].ends_with("asserted | "), "{text}");
    }
    // What somebody has shown is no speech; what figures show is theirs.
    assert_eq!(
        held("Berg has shown that the pier can be saved."),
        ["Berg has shown that the pier can be saved | asserted | "]
    );
    assert_eq!(held("The records show that prices fell."), ["prices fell | attributed | The records"]);
}

#[test]
fn a_mark_that_points_the_wrong_way_opens_a_quotation() {
    assert_eq!(
        held("Jon Holm spoke on Monday.\n\n”My pilots are upset,” Holm said."),
        ["Jon Holm spoke on Monday | asserted | ", "My pilots are upset | attributed | Jon Holm"]
    );
}

#[test]
fn a_speaker_is_told_by_what_stands_around() {
    let last = |text: &str| -> String {
        let annotated = read(text);
        let statement = annotated.statements.last();
        statement.and_then(|s| s.holders.last()).map(|holder| holder.name.clone()).unwrap_or_default()
    };
    for (text, expected) in [
        // Those who are more than one are no "he".
        (
            "Jon Holm said a boat was found. Authorities had been seeking it.\n\n“We follow some leads to the pier,” he said.",
            "Jon Holm",
        ),
        (
            "Investigators say the pilots were in a boat, driven by Mona Tveit. She says it was a ride to the fair.",
            "Mona Tveit",
        ),
        ("“We are still freaked out by the crane,” Holm said by phone.", "Holm"),
        ("“Holm gave it back tenfold,” Mona Tveit, 47, of Mount Kolm said of her friend.", "Mona Tveit"),
        (
            "Gov. Jon Holm released a statement regarding the crane in Kolm:\n\n“We hold the town in our thoughts.”",
            "Jon Holm",
        ),
        ("The report praised the pilots, though it also notes this rule had no effect.", "The report"),
        (
            "Sheriff Berg said officers talked to Karl Tveit, Lind’s grandfather, who told them the crane was old.",
            "Karl Tveit",
        ),
        ("Holm told officers, he was at work beside the pier.", "Holm"),
        // The one who is spoken of does not speak.
        ("Then Karl Tveit came home. “We liked the sea. He was a man of the pier,” he said.", "speaker unknown"),
    ] {
        assert_eq!(last(text), expected, "{text}");
    }
}

#[test]
fn who_says_it_may_be_told_at_length_behind_the_last_comma() {
    assert_eq!(
        held("The pier is unsafe, an engineer familiar with the matter told the Harbour News."),
        ["The pier is unsafe | attributed | an engineer familiar with the matter"]
    );
    let both = "Two pilots were questioned and released, but the inquiry goes on, police spokesman Major Jon Holm said late Sunday.";
    let both = held(both);
    assert_eq!(both.len(), 2, "{both:?}");
    assert!(both.iter().all(|told| told.ends_with("attributed | Jon Holm")), "{both:?}");
    let lead = held("In a letter sent to the council, Holm said Lind will face one count of arson and one of theft.");
    assert!(lead.iter().all(|told| told.ends_with("| Holm")), "{lead:?}");
}

#[test]
fn the_torn_end_of_a_clause_is_no_statement() {
    let text = "The records show Olaf Lind was booked on three counts of theft, including one count of arson at sea.";
    assert!(held(text).iter().all(|told| !told.starts_with("including")), "{:?}", held(text));
    let text = "She kept saying, 'They are gone, they are gone, I saw the boats.'";
    assert!(held(text).iter().all(|told| !told.starts_with("She kept |")), "{:?}", held(text));
    let text = "But before he died, Holm said, Lind helped save the pilot of the ferry.";
    assert!(held(text).iter().all(|told| !told.starts_with("before")), "{:?}", held(text));
}
