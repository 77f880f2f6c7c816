//! Who says it, where words read as others, stand behind times and marks, or go on in quotation marks.

use super::whose::{held_by, last_holders, one};

#[test]
fn who_says_it_is_heard_where_a_word_reads_as_another_kind() {
    for (text, holder) in [
        ("The mill burned down on the pier last night, share analysts said.", "share analysts"),
        ("The mill burned down on the pier last night, a Norlines witness said.", "a Norlines witness"),
        ("The mill burned down on the pier last night, the People's Daily said.", "the People's Daily"),
        ("Sales in 2031 would cost the town three ferries, Jon Holm said.", "Jon Holm"),
        ("A storm can cause the loss of three boats in a night, one source said.", "one source"),
        ("Talking to reporters, Jon Holm said this would not help to settle the strike.", "Jon Holm"),
        ("The yard treats wood from other towns as well as iron from the hill, Jon Holm said.", "Jon Holm"),
        ("Imports account for half of the trade of Kolm, Jon Holm said.", "Jon Holm"),
        ("The mill pays well this year, managing director of the Kolm Board, Jon Holm, said.", "Jon Holm"),
        ("Last month Norlines said it would sell the yard.", "Norlines"),
        ("In 2030 sales rose in three of the towns, according the harbour firm Norlines.", "Norlines"),
    ] {
        assert_eq!(last_holders(text), holder, "{text}");
    }
    // A name behind what somebody is says nothing of its own.
    assert_eq!(last_holders("The head of the harbour board of Kolm, Jon Holm, left in May."), "");
}

#[test]
fn who_says_it_trails_a_clause_behind_a_clause_of_time() {
    let text = "Pilots met in May. After the tolls fell in 2030, when the fund ran dry, owners are eager to sell, the pilots said.";
    assert_eq!(last_holders(text), "the pilots");
    let other = "Other than the board keeping its ferries, the number is expected to be small, the pilots said, while the \
                 owners declined to name one.";
    assert_eq!(last_holders(other), "the pilots");
}

#[test]
fn what_somebody_expects_or_estimates_is_on_their_word() {
    one(
        "Jon Holm estimated a monthly rise of ten boats for the three towns.",
        "Jon Holm estimated a monthly rise of ten boats for the three towns | attributed | Jon Holm",
    );
    one(
        "Kolm traders had expected the toll to be more than ten crowns.",
        "Kolm traders had expected the toll to be more than ten crowns | attributed | Kolm traders",
    );
    // A plan of their own is nobody's word.
    one("Norlines expects to sell the yard in May.", "Norlines expects to sell the yard in May | expected | ");
    one(
        "Pilots, many of whom for weeks have called for a strike, went on with their talks.",
        "Pilots, many of whom for weeks have called for a strike, went on with their talks | asserted | ",
    );
}

#[test]
fn who_speaks_is_found_behind_marks_times_and_strays() {
    for (text, holder) in [
        ("Jon Holm of Kolm and Co, said the yard has cut its costs.", "Jon Holm"),
        ("President Karl Holm late on Friday said the town was late with its tolls.", "Karl Holm"),
        ("The yard's chief executive, Paolo Holm, said on Monday he thought the boats had been sold.", "Paolo Holm"),
        ("Jon Holm said on Monday the boats had been sold.", "Jon Holm"),
        ("Jon Holm told reporters on Monday he had sold the boats.", "Jon Holm"),
        ("<Norlines Inc> said the yard will remain shut.", "Norlines Inc"),
        ("Harbour group <Kolm Equity Ltd> (KEL) said it will sell the yard.", "Kolm Equity Ltd"),
        ("Apart from the present strike, bankers and pilots said the plan has been a success.", "bankers and pilots"),
        (
            "Ferry owners are waiting for a rise of the toll, official and trade sources said.",
            "official and trade sources",
        ),
        ("By the end there were seventy boats, Jon Holm says.", "Jon Holm"),
        ("In a sale that began on Monday, three ferries have been sold, Jon Holm said.", "Jon Holm"),
        ("Exports were ten boats, the Harbour Agency said without giving a price.", "Harbour Agency"),
        (
            "A meeting will be held in May, the delegate to the International Harbour Organization, IHO, said.",
            "the delegate to the International Harbour Organization",
        ),
    ] {
        assert_eq!(last_holders(text), holder, "{text}");
    }
    let both = "Jon Holm said tolls may be up in Kolm, while fees could be down in Arlen.";
    assert_eq!(held_by(both).iter().filter(|told| told.ends_with("Jon Holm")).count(), 2, "{:?}", held_by(both));
    // Whoever says it can't be told: yet it is somebody's word.
    let stray = "Another worker in the harbour collective said before the war there was no point in work.";
    assert!(held_by(stray).iter().all(|told| told.contains("| attributed |")), "{:?}", held_by(stray));
    one(
        "Both the board and the owners have called their own experts to take the stand.",
        "Both the board and the owners have called their own experts to take the stand | asserted | ",
    );
}

#[test]
fn what_is_told_of_a_thing_stays_with_what_is_said_of_it() {
    one(
        "Jon Holm said on Monday the town will limit loans, which would come from banks, to half of the tolls.",
        "the town will limit loans, which would come from banks, to half of the tolls | expected | Jon Holm",
    );
    one(
        "Traders said the move was meant to put pressure on Kolm, which sold three boats, to buy cloth in turn.",
        "the move was meant to put pressure on Kolm, which sold three boats, to buy cloth in turn | attributed | Traders",
    );
}

#[test]
fn quotations_go_on_with_who_says_them() {
    for (text, holder) in [
        (
            "According to the owners' spokesman Jon Holm, “owners were not glad of it. We reached a hard deal.”",
            "Jon Holm",
        ),
        (
            "Jon Holm said the board would look at the tolls, but “nobody is proposing that we change our position.”",
            "Jon Holm",
        ),
        (
            "The work goes on, said Mona Holm, a young pilot: “After the feast comes the work. I believe that is hard.”",
            "Mona Holm",
        ),
        (
            "“The yard was shut in May,” the statement said.\n\n“The stop of work is an important step.”",
            "the statement",
        ),
        ("“Many towns fear that they lose it at a stroke,” one official here said.", "one official"),
        ("“It sounds like a good deal,” Stuart Holm of <A.C. Berg and Co> told the Post.", "Stuart Holm"),
        (
            "The firm's president and chief executive, Alan Holm, spoke of the sales.\n\n“It was a good year for us,” he said.",
            "Alan Holm",
        ),
    ] {
        assert_eq!(last_holders(text), holder, "{text}");
    }
    let inner =
        "Jon Holm told the crowd that the board had announced talks in May, but “they did not keep their word.”";
    assert_eq!(last_holders(inner), "Jon Holm");
}

#[test]
fn holders_are_told_as_the_report_names_them() {
    for (text, holder) in [
        (
            "The Kolm World Bank called for changes. Jon Holm met its chief. The Bank said growth was slow.",
            "Kolm World Bank",
        ),
        ("The tolls must rise, official reports, owners and pilots said.", "official reports, owners and pilots"),
        ("Holm, on a long official visit to Arlen, said the town was in need of boats.", "Holm"),
    ] {
        assert_eq!(last_holders(text), holder, "{text}");
    }
    // Of two that it may be, neither.
    let two = "The World Bank met the Harbour Bank. The Bank said growth was slow.";
    assert_eq!(last_holders(two), "Bank");
    for text in [
        "House leaders point to several side-deals Kolm signed with the board.",
        "Mayors find themselves drawn into quarrels for many reasons.",
    ] {
        assert_eq!(last_holders(text), "", "{text}");
    }
}

#[test]
fn participles_that_and_joins_are_not_told_apart() {
    one(
        "Jon Holm said the plan outlined in a note and released last week only delays the pier.",
        "the plan outlined in a note and released last week only delays the pier | attributed | Jon Holm",
    );
}

#[test]
fn who_closes_a_statement_holds_it() {
    for (text, holder) in [
        (
            "The fund has regained its old role since the war of last year, acting secretary Karl Holm said.",
            "Karl Holm",
        ),
        ("This parts Kolm from places such as Arlen and Lund, analysts told the magazine.", "analysts"),
        ("To cut costs in the trade, the board raised the toll by half, freezing ten crowns, bankers said.", "bankers"),
        ("In the boat trade nearby material was rather scarce, with sales limited, the sources said.", "sources"),
    ] {
        assert_eq!(last_holders(text), holder, "{text}");
    }
    for text in [
        "Ferry owners, hit by a fall of the tolls for much of the year, today reported record sales in May.",
        "The owners went on with the plan, despite the protests of pilots who said it was late.",
    ] {
        assert_eq!(last_holders(text), "", "{text}");
    }
}

#[test]
fn a_speaker_who_is_not_sure_holds_nothing_by_name() {
    for text in [
        "Flights were halted for the fog on the runways, according to Fox 26.",
        "More than a dozen people came to the office in May, according to current and former officials.",
        "It said spending has been low in recent years for the high tolls.",
        "The engineering, building and natural resources company said it kept a bank to help.",
    ] {
        assert!(held_by(text).iter().all(|told| told.contains("| attributed |")), "{text}: {:?}", held_by(text));
    }
    assert_eq!(last_holders("Share analysts said the sale of the yard could be near."), "Share analysts");
    one("Boats are cleaned according to old custom.", "Boats are cleaned according to old custom | asserted | ");
}
