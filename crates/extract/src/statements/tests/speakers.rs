//! Who speaks where a pronoun, a role or the sentence around tells it; and nobody, where it does not.

use super::{held, read};

/// The last holder of each statement, "outlet" where it is the report's own.
fn last(text: &str) -> Vec<String> {
    let name = |line: String| line.rsplit(" | ").next().unwrap_or_default().rsplit(" < ").next().map(str::to_owned);
    held(text)
        .into_iter()
        .filter_map(name)
        .map(|name| if name.is_empty() { "outlet".to_owned() } else { name })
        .collect()
}

#[test]
fn he_and_she_go_to_the_one_who_spoke_without_a_name() {
    for (text, who) in [
        (
            "The suppliers agreed to ship a tenth of the grain, a spokesman for the joint board of importers told the Post.\n\n\
             He said a rise in freight had made them wait.",
            "a spokesman for the joint board of importers",
        ),
        (
            "The target was raised, a spokesman for the state-owned Kolm Salt Corp told the Post.\n\n\
             He said the mines would stay open.",
            "a spokesman for the state-owned Kolm Salt Corp",
        ),
        (
            "The plant is shut, a plant spokesman said.\n\nHe said the rest was undamaged.\n\nThe owners will look at it on \
             Monday, he said.",
            "a plant spokesman",
        ),
        ("One dealer noted that the bonds had fallen.\n\nHe added that nobody would buy them.", "One dealer"),
        (
            "One woman, who was at the park, said there were two groups.\n\n“They fought all evening,” she said.",
            "One woman",
        ),
        (
            "The raid has begun, said one man, who told the Post that guards were at every door.\n\n\
             “They take everybody,” he said.",
            "one man",
        ),
    ] {
        assert_eq!(last(text).last().map(String::as_str), Some(who), "{text}");
    }
}

#[test]
fn bodies_and_things_between_do_not_break_the_thread() {
    let text = "Anna Berg, the mayor of Kolm, said the pier was shut.\n\nThe harbour board said the storm had passed.\n\n\
                “We reopen it on Monday,” she said.";
    assert_eq!(last(text).last().map(String::as_str), Some("Anna Berg"));
    let text = "Mayor Karl Holm said that the town is worried. But that does not mean that people should leave.\n\n\
                “I would like you to stay calm,” he said.";
    assert_eq!(last(text).last().map(String::as_str), Some("Karl Holm"));
    // Whom the board speaks of may be meant as well.
    let text = "Mayor Karl Holm said the pier was shut.\n\nThe harbour board said Jon Lind had asked Olaf Moe for help.\n\n\
                He said it would take days.";
    assert_eq!(last(text).last().map(String::as_str), Some("speaker unknown"));
}

#[test]
fn whoever_else_may_be_meant_leaves_the_speaker_unknown() {
    for text in [
        // The spokesman stands in the sentence before, though another frame hides that he speaks.
        "Defence Secretary Karl Holm said the fleet would sail.\n\nA board spokesman, quoted in a broadcast of the Post in \
         Kolm, said reports that boats were lost were baseless.\n\n“They have paved the ground,” he was quoted as saying.",
        // A name of which the text does not tell what bears it.
        "A board spokesman said the raid was over.\n\nAbu Kolmar, the brother of the victim, wept. He pulled back the \
         blankets.\n\n“We are staying here,” he yelled.",
        // An owner goes on.
        "The song is by Karl Holm, another pilot, who sang it on the pier.\n\nLindmann's calm showed as he spoke of the \
         crew.\n\nHe had slept in the boat, he said.",
        // Whom she speaks of, and nobody who spoke before.
        "Karl Holm said the pier was shut.\n\nThe boats stayed out.\n\nBoard spokeswoman Anna Berg says he never signed the paper.\n\nHe said the \
         town should leave the union.",
        // A name with a word that firms have.
        "A board spokesman told the Post that the raid was over.\n\nShaneen Banks lives beside the pier and saw the boats.\n\n\
         She said she was shocked by the noise.",
        // Her father is no "she".
        "Her father, George, saw the boats from the pier.\n\n“The guards were rude to the crew,” she said.",
    ] {
        let last = last(text);
        let told = last.last().map_or("", String::as_str);
        assert!(!matches!(told, "Karl Holm" | "George" | "A board spokesman" | "outlet"), "{text}: {told}");
    }
}

#[test]
fn it_stands_for_the_body_that_speaks() {
    for (text, who) in [
        (
            "Norlines said it charged the loss to May.\n\nNormally it would be spread over the loan, it said.",
            "Norlines",
        ),
        ("Norlines said it told the Bridge Authority that it will not buy the yard.", "Norlines"),
        (
            "A council statement said members had asked the mayor to leave. It said that the town lost its ferry.",
            "A council statement",
        ),
        ("General Partners said the offer was fair. It said the price was fixed.", "General Partners"),
        ("The firm said the mine would open. It said five of the six holes held gold.", "The firm"),
        ("Norlines said the yard goes to the Bridge Authority. It said the price was fair.", "Norlines"),
    ] {
        assert_eq!(last(text).last().map(String::as_str), Some(who), "{text}");
    }
}

#[test]
fn names_with_articles_and_two_parts_speak() {
    for (text, who) in [
        ("“He is worried about Kolm,” al-Gallar said.\n\n“It is too near to the sea.”", "al-Gallar"),
        ("“We do not leave,” says Dr. Omar el-Misri.\n\n“We live here now.”", "Omar el-Misri"),
        (
            "Ko Jin-Woo, vice president of the bank, said the rules should go.\n\nHe said the reserves had grown.",
            "Ko Jin-Woo",
        ),
    ] {
        assert_eq!(last(text).last().map(String::as_str), Some(who), "{text}");
    }
}

#[test]
fn what_shares_a_subject_with_what_is_said_is_said_as_well() {
    assert_eq!(
        last("Analysts said the plan would help the port, but provides little for the town."),
        ["Analysts", "Analysts"]
    );
    assert_eq!(
        held("Officials told the Post they are still counting, but do not believe that anybody was hurt.")
            .last()
            .map(|line| line.rsplit(" | ").next().unwrap_or_default().to_owned()),
        Some("Officials".to_owned())
    );
}

#[test]
fn a_sentence_that_a_speaker_opens_is_theirs_whatever_follows() {
    for text in [
        "Karl Holm said the salt mine, which the board wants to keep, may be sold.",
        "Karl Holm said at least 12 boats were lost.",
        "Karl Holm said less than half of the grain had been lost.",
    ] {
        assert_eq!(last(text), ["Karl Holm"], "{text}");
    }
}

#[test]
fn who_says_it_at_the_end_may_believe_or_show_it() {
    for (text, who) in [
        (
            "Fear of the storm helped the mayor win the vote, many analysts here believe, though he lost the council.",
            "many analysts",
        ),
        ("Exports rose by a tenth in May, figures of the harbour board show.", "figures of the harbour board"),
        ("“Justice has been served,” read the statement.", "the statement"),
        ("“The pier will stay shut,” a senior board official stated.", "a senior board official"),
        ("The yield may fall, Anna Berg, chairman of the Union of Growers told the Post.", "Anna Berg"),
        ("“This was meant to be fun for us,” said retired teacher Anna Berg, who's worked at the pier.", "Anna Berg"),
        ("“We went out and hid in the boat.” Holmgren said", "Holmgren"),
    ] {
        assert!(last(text).iter().any(|name| name == who), "{text}: {:?}", held(text));
    }
}

#[test]
fn who_tells_what_others_think_is_the_last_whose_word_it_is() {
    assert_eq!(last("Anna Berg said her brother thought the guest was rude to the crew."), ["Anna Berg"]);
    assert_eq!(last("The press has failed to report on the missing guard."), ["outlet"]);
}

#[test]
fn firms_that_and_joins_are_one() {
    assert_eq!(last("Holm and Lind's Corp said it cut the rating of the port."), ["Holm and Lind's Corp"]);
}

#[test]
fn turns_begin_with_labels_of_every_kind_and_not_with_headings() {
    let text = "WOLF HOLM, ANCHOR: The vote is on Monday.\n\n\
                REP. ANNA BERG (R), KOLM: The town must stop spending its money.\n\n\
                UNIDENTIFIED MALE (through translator): The owners took our boats.\n\n\
                HOLM (voice-over): The crowd left the pier at noon.\n\n\
                KARL LIND, KOLM CORRESPONDENT: The pier is empty now.";
    assert_eq!(last(text), ["Wolf Holm", "Anna Berg", "speaker unknown", "HOLM", "Karl Lind"]);
    // Who names themselves speaks.
    let text = "KARL LIND, REPORTER: The vote is on Monday.\n\nHOLM: Karl, this is Wolf Holm in Kolm.\n\nLIND: The pier is shut.";
    assert_eq!(last(text), ["Karl Lind", "HOLM", "LIND"]);
    // Whoever is told of under their name does not speak.
    let text = "ANNA BERG:\n\nBerg, 55, was the first to reach the pier.\n\nKARL HOLM:\n\nHolm, 40, steered the boat.\n\n\
                JON LIND:\n\nLind, 30, was the cook of the crew.";
    assert_eq!(last(text), ["outlet", "outlet", "outlet"]);
}

#[test]
fn who_was_only_named_beside_another_does_not_speak() {
    // The one whom an apposition explains, and whoever a noun behind a name explains.
    let text = "While he largely avoided the pilots and did not directly point the finger at his rival, Karl Holm, Lind did \
                describe a time of waste that he said the town was leaving.\n\n“The hour has come,” he declared.";
    assert!(!last(text).iter().any(|name| name.contains("Holm")), "{:?}", last(text));
    let text = "He turned to Holmgard, the harbour adviser who was there during the talks, and said, “We have to go on.”\n\n\
                He said at one point, “My ship is waiting.”";
    assert!(!last(text).iter().any(|name| name.contains("adviser")), "{:?}", last(text));
    let who = |text| read(text).attributions.into_iter().filter_map(|a| a.speaker).collect::<Vec<_>>();
    assert_eq!(who("The board heard Jon Holm, a pilot who said the boats were late."), ["Jon Holm"]);
    let text = "The board said the votes are there.\n\nAnna Berg and Karl Holm remain confident despite a few friends of the \
                plan, such as senator Jon Lind, R-Tenn., and Olaf Moe, R-S.C., now saying they think it should be changed.";
    assert_eq!(last(text).last().map(String::as_str), Some("speaker unknown"));
    // The residents recall somebody who is no man of the sentence before.
    let text = "Another man said guards had set up posts in the town.\n\nOther residents said they stayed at home, unable to \
                put aside the words of Kolmari in a speech in which he vowed to go on.\n\n\
                “We can sink any boat,” he said on the radio.";
    assert_eq!(last(text).last().map(String::as_str), Some("speaker unknown"));
    // A caption without its stop.
    let text = "Jon Holm died in 2009 Katrine said the boy was taught at home.";
    assert!(!last(text).iter().any(|name| name.contains("Holm")), "{:?}", last(text));
}

#[test]
fn a_spokeswoman_for_somebody_of_a_country_speaks_herself() {
    let text = "Norway stopped the sale of boats, a spokeswoman for Norwegian Prime Minister Anna Berg said Sunday.";
    let found = last(text);
    assert!(found.iter().all(|name| name.starts_with("a spokeswoman")) && !found.is_empty(), "{found:?}");
}

#[test]
fn what_they_said_is_not_taken_up_as_it() {
    let text = "Harbour industry officials said more rules are needed. They said some of the steps go too far.\n\n\
                Although the paper calls for change, it acknowledged that the port had failed.";
    assert_ne!(last(text).last().map(String::as_str), Some("Harbour industry officials"));
}

#[test]
fn what_somebody_might_have_known_is_nobodys_quotation() {
    let text = "The harbour board underestimated the storms.\n\nIf the pilots had visited the page started by Anna Berg, “We Are \
                All Sailors,” the board might have realized the storm would come.";
    let annotated = read(text);
    let quoted = annotated.attributions.iter().filter(|a| a.kind != model::AttributionKind::Indirect).count();
    assert_eq!(quoted, 0, "{:?}", annotated.attributions);
}

#[test]
fn a_turn_ends_with_a_sign_off_a_clip_and_whoever_breaks_in() {
    let open = "BERG: The pier is shut and the boats are in.\nHOLM: The crews are waiting for the board.\n";
    for close in [
        "LIND: Anna Lind, Kolm.\nThe harbour people are tired of that.\nBERG: The board meets today.",
        "LIND: The boats were late.\n(BEGIN VIDEO CLIP)\nThe harbour people are tired of that.\nBERG: The board meets today.",
        "LIND: I think the -- BERG: Well, no.\nThe harbour people are tired of that.\nHOLM: The board meets today.",
    ] {
        let text = format!("{open}{close}");
        let own = held(&text).into_iter().find(|line| line.contains("tired")).unwrap_or_default();
        assert!(own.ends_with("speaker unknown"), "{own:?} {text}");
    }
}
