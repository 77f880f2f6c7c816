//! Who is known by an earlier name, a name behind a noun, or the same word.

use super::{held, statements};

fn last(text: &str) -> String {
    let line = held(text).pop().unwrap_or_default();
    let holders = line.rsplit(" | ").next().unwrap_or_default();
    holders.rsplit(" < ").next().unwrap_or_default().to_owned()
}

#[test]
fn a_last_word_stands_for_the_only_name_that_ends_so() {
    for (text, who) in [
        ("The pier is shut, said Jim Stone, the head of Kolm.\n\n“We will lose some boats,” Stone said.", "Jim Stone"),
        (
            "Nicholas Fields, a harbour official, came late. Fields noted the weight of the boats in the storm.\n\n\
             “We have to save the pier,” he said.",
            "Nicholas Fields",
        ),
        (
            "“It is late,” said P.S. Lim of Harbour Trust.\n\nLim said the price rose. He said it would fall again.",
            "P.S. Lim",
        ),
        ("Bill Grey of Norlines Inc said the yard was full.\n\n“There is no room,” he said.", "Bill Grey"),
        ("Gold Fields of Norway Ltd said the mine was shut.", "Gold Fields of Norway Ltd"),
    ] {
        assert_eq!(last(text), who, "{text}");
    }
}

#[test]
fn a_trade_or_an_office_leads_to_the_one_who_has_it() {
    for (text, who) in [
        ("“Every street has one,” said harbour worker Yasser.\n\n“All of us know it,” he said.", "Yasser"),
        (
            "The pier has gained, Chancellor of the Harbour Nigel Strand said.\n\nHe said in a debate that it was paid.",
            "Nigel Strand",
        ),
        (
            "One veteran pier rebuilder said Jon Holm was right.\n\n“Without the money it would have sunk,” he said.",
            "One veteran pier rebuilder",
        ),
        (
            "The yard moves to Kolm in May, Minister of Harbours, Animal Husbandry and Fisheries said.",
            "Minister of Harbours, Animal Husbandry and Fisheries",
        ),
        ("A witness said the pier burned.\n\nThe fire went on for two hours, he said.", "A witness"),
        (
            "The aide to Lind said it was doubtful.\n\n“You can not stop the tide with stones,” he said.",
            "The aide to Lind",
        ),
        (
            "A doctor who left the town told the Post that the pier had burned.\n\nThe yards were closed, he said.",
            "A doctor",
        ),
        ("It froze, Spokesman Teresa Tomas told the Post. The pier held, she said.", "Teresa Tomas"),
    ] {
        assert_eq!(last(text), who, "{text}");
    }
}

#[test]
fn a_name_behind_a_common_noun_is_whose_word_it_is() {
    for (text, who) in [
        ("The partnership, Kolm Associates, said it sold ten shares of the pier.", "Kolm Associates"),
        ("One of Jon Berg's sons, Olaf, said the pier would fall.", "Olaf"),
        ("The mill will close, Jon Holm, head of the Kolm Mill Board (KMB) said.", "Jon Holm"),
    ] {
        assert_eq!(last(text), who, "{text}");
    }
}

#[test]
fn it_and_they_go_on_with_those_who_spoke() {
    for (text, who) in [
        ("Norlines Ltd <NORL.K> said it would tell more in May.\n\nIt said the notice was late.", "Norlines Ltd"),
        (
            "Shipping group The Kolm Yard <KOLM.K> said it would move.\n\nThe move will cost a crown, it said.",
            "The Kolm Yard",
        ),
        (
            "Anna Berg and Jon Holm said they had turned down a plan by the owners.\n\nThey said the owners had come too late.",
            "Anna Berg and Jon Holm",
        ),
        (
            "The bans began on Friday, shipping sources said.\n\nThey said the owners had asked for them.\n\n\
             Only ten boats wait but the bans will stop the ferries, they said.",
            "shipping sources",
        ),
    ] {
        assert_eq!(last(text), who, "{text}");
    }
}

#[test]
fn who_is_told_at_length_behind_a_quotation_says_it() {
    for (text, who) in [
        (
            "“I do not fear a storm here,” Michelle Barnes, the Arlen, Minn., woman who swam to the pier, wrote in May.",
            "Michelle Barnes",
        ),
        (
            "“The boats are out,” a rebel spokesman calling himself Abdel said by telephone.",
            "a rebel spokesman calling himself Abdel",
        ),
        (
            "Karl Mahm, a pilot, said he was hit by a stick.\n\n“We do not want him here. We are staying,” he said.",
            "Karl Mahm",
        ),
    ] {
        assert_eq!(last(text), who, "{text}");
    }
}

#[test]
fn several_are_no_he() {
    let text = "“I have no plan,” Mr. Lind said.\n\nMr. Lind was coy about whether he would tear up the plan. Aides said he hoped to push back against the pleas of \
                the town.\n\n“Nobody knows what I will do in May,” he said.";
    assert_ne!(last(text), "Aides");
}

#[test]
fn words_that_nobody_says_are_the_reports() {
    for text in [
        "The nine banks have the plans and are now discussing bank counteroffers to raise the price.",
        "The report came late. This picture put growth at 3.5 pct a year.",
        "The board named a “pier tsar” yesterday to set the wages of the pilots.",
    ] {
        assert_eq!(last(text), "", "{text}");
    }
    let told = "According to Berg, the creditor banks “agreed on the need to find a way out.”";
    assert_eq!(last(told), "Berg");
}

#[test]
fn what_leaves_a_choice_or_orders_is_not_open() {
    for (text, commitment) in [
        ("If you would like to help the pilots, the board recommends the boat fund.", "asserted"),
        ("If we want to stay afloat, we had better mend the pier.", "asserted"),
        ("Rein Holm said he thought it likely that rates would go on drifting.", "expected"),
        ("Growth is now seen slowing to 3 pct next year.", "expected"),
        ("The boat was seen slowing near the pier.", "asserted"),
        ("The position of the owners is to keep the pier.", "asserted"),
    ] {
        let told = statements(text);
        assert!(told.last().is_some_and(|line| line.contains(&format!("| {commitment} |"))), "{text}: {told:?}");
    }
}
