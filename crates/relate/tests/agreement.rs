//! What may be called agreed, over reports as they are read: two voices that surely say the same one thing.
#![allow(clippy::unwrap_used, reason = "tests")]

use extract::Input;
use model::{Annotated, Claim, Corpus, Standing, When};

fn read(id: &str, outlet: &str, text: &str) -> Annotated {
    let input = Input {
        id: id.to_owned(),
        title: Some(format!("Report {id}")),
        outlet: Some(outlet.to_owned()),
        published: When::parse("2024-05-03").ok(),
        text: text.to_owned(),
        ..Input::default()
    };
    extract::annotate(extract::clean(input), &Corpus::default())
}

/// The claims that hold statements of both reports, and what they come to.
fn shared(one: &str, two: &str) -> Vec<Claim> {
    let documents = [read("one", "Arlen Courier", one), read("two", "Corby Herald", two)];
    let claims = relate::relate(&documents, &Corpus::default()).claims;
    claims.into_iter().filter(|claim| claim.articles() == 2).collect()
}

fn agreed(one: &str, two: &str) -> bool {
    shared(one, two).iter().any(|claim| claim.standing == Standing::Agreed)
}

const OTHERS: &str = "\n\nThe weather in the valley was mild. Farmers brought in their hay, and the market was full.";

fn with_others(text: &str) -> String {
    format!("{text}{OTHERS}")
}

#[test]
fn two_reports_that_tell_one_deed_in_their_own_words_agree() {
    assert!(agreed(
        &with_others("Engineers closed the old bridge at Corby on Tuesday after a crack was found."),
        "Engineers have closed the old Corby bridge, where a crack was found. Nobody was hurt."
    ));
    assert!(agreed(
        &with_others("Anna Berg refused to meet the miners of Arlen."),
        "Ms. Berg came by train. Anna Berg refused a meeting with the miners of Arlen. It rained."
    ));
}

#[test]
fn other_numbers_of_the_same_things_do_not_agree() {
    let told =
        |count: &str| format!("The fever at Corby has killed {count} sheep this spring, farmers of the valley fear.");
    let more = |count: &str| format!("The fever at Corby has killed {count} sheep this spring.");
    assert!(!agreed(&with_others(&more("more than 4,000")), &more("more than 4,500")));
    assert!(!agreed(&with_others(&more("more than 4,000")), &more("nearly 5,000")));
    assert!(!agreed(&with_others(&more("4,000")), &more("4,500")));
    assert!(!agreed(&with_others(&told("half of the")), &more("all")));
}

#[test]
fn what_is_done_with_another_thing_does_not_agree() {
    assert!(!agreed(
        &with_others("Mayor Anna Berg welcomed home three sailors freed by Norway on Thursday."),
        "Mayor Anna Berg welcomed the Norwegian announcement. Gulls cried."
    ));
}

#[test]
fn ways_there_and_back_do_not_agree() {
    assert!(!agreed(
        &with_others("Olaf Lind left for Corby by the morning ferry."),
        "Olaf Lind left from Corby by the morning ferry. Gulls cried."
    ));
}

#[test]
fn what_only_a_pronoun_names_may_be_another() {
    assert!(!agreed(
        &with_others("The Harrow drug was mixed in March. It was given to a sick nurse in Corby on Monday."),
        "The Dorn drug came from Arlen. It was given to a sick nurse in Corby on Monday. She slept."
    ));
}

#[test]
fn what_a_relative_clause_or_a_condition_holds_is_not_what_is_said() {
    assert!(!agreed(
        &with_others("Carl Dorn was arrested in Corby in May for the theft of a violin."),
        "The mayor met the parents of Carl Dorn, who was arrested in Corby in May for the theft of a violin."
    ));
    assert!(!agreed(
        &with_others("The council of Corby sold the old mill to the bank."),
        "Rents will rise if the council of Corby sold the old mill to the bank."
    ));
}

/// Whether two people's words for one thing may be one voice's.
fn voices(one: &str, two: &str) -> bool {
    agreed(&with_others(one), &format!("{two} Gulls cried over the quay."))
}

#[test]
fn a_house_and_who_speaks_for_it_are_one_voice() {
    let said = "the old ferry at Corby leaks oil into the sound";
    let again = "oil is leaked into the sound by the old Corby ferry";
    assert!(voices(&format!("Anna Berg said {said}."), &format!("Olaf Lind said {again}.")));
    for (one, two) in [
        ("Anna Berg, a spokeswoman for the Harrow Institute, said", "The Harrow Institute said"),
        ("Oslo said", "Norwegian officials said"),
        ("The mayor said", "The mayor said"),
        ("Thomas Berg said", "Tom Berg said"),
        ("The Norwegian prime minister, Anna Berg, said", "Norway said"),
    ] {
        assert!(!voices(&format!("{one} {said}."), &format!("{two} {again}.")), "{one} / {two}");
    }
}

#[test]
fn who_speaks_within_an_outlets_own_sentence_is_the_voice() {
    assert!(!voices(
        "Mayor Anna Berg told the council on Monday that the ferry at Corby was a danger to all swimmers.",
        "The ferry at Corby was a danger to all swimmers, with Anna Berg calling it a floating stove."
    ));
    assert!(!voices(
        "The judge called the sale of the Corby mill “a shameless trick on widows”.",
        "The sale of the Corby mill was “a shameless trick on widows”."
    ));
}

#[test]
fn what_is_said_by_the_way_is_no_part_of_what_both_say() {
    assert!(agreed(
        &with_others(
            "Carl Dorn, a young carpenter from the hills of Arlen, was arrested in Corby over a stolen violin."
        ),
        "In Corby, Carl Dorn was arrested for stealing a violin, leaving his dog and two geese with a neighbour. Gulls cried."
    ));
}

#[test]
fn one_person_goes_by_name_or_pronoun() {
    assert!(agreed(
        &with_others("Anna Berg came by train. In Arlen she was treated for a burnt hand at the Harrow clinic."),
        "Anna Berg was treated at Arlen's Harrow clinic. Gulls cried over the quay."
    ));
    assert!(!agreed(
        &with_others(
            "Anna Berg met Olga Lind and Maria Dorn. In Arlen she was treated for a burnt hand at the Harrow clinic."
        ),
        "Inga Holm was treated at Arlen's Harrow clinic. Gulls cried over the quay."
    ));
}

#[test]
fn a_name_and_the_noun_for_it_are_one_subject() {
    let about = "Marsh fever came to Corby in March. Marsh fever killed two sheep, and marsh fever closed the market.";
    assert!(agreed(
        &format!("{about} The fever is spread through contact with the milk of sick sheep.{OTHERS}"),
        &format!("{about} Farmers fear it. Marsh fever is spread by contact with sick sheep and their milk.")
    ));
}

#[test]
fn a_deed_and_the_noun_for_it_are_one() {
    assert!(agreed(
        &with_others("The Harrow union filed a lawsuit against the port of Corby and the Dorn bank on Monday."),
        "The Harrow union is suing the port of Corby and the Dorn bank over their cranes. Gulls cried."
    ));
}

#[test]
fn what_is_begun_is_done() {
    assert!(agreed(
        &with_others("Anna Berg began receiving the experimental drug at Corby on Tuesday."),
        "Anna Berg received the experimental drug at Corby on Tuesday, a day after the storm. Gulls cried."
    ));
}

#[test]
fn two_words_in_marks_are_nobodys_speech() {
    assert!(agreed(
        &with_others("Tom Lind was detained at the port of Corby in April and accused of “harmful acts”."),
        "Tom Lind was detained at Corby's port in April as he was about to leave, and accused of “harmful acts” there."
    ));
}

#[test]
fn what_only_may_say_the_same_is_told_apart_from_two_that_surely_do() {
    let documents = [
        read(
            "one",
            "Arlen Courier",
            &with_others("Carl Dorn was sentenced to ten years in prison at Corby for smuggling."),
        ),
        read(
            "two",
            "Corby Herald",
            "A court at Corby sentenced Carl Dorn to ten years in prison over the smuggling of amber. It rained.",
        ),
        read("three", "Dorn Gazette", "Maria Holm was sentenced to twenty years in prison at Corby. Gulls cried."),
    ];
    let claims = relate::relate(&documents, &Corpus::default()).claims;
    let agreed: Vec<&Claim> = claims.iter().filter(|claim| claim.standing == Standing::Agreed).collect();
    assert_eq!(agreed.len(), 1);
    assert_eq!(agreed[0].articles(), 2);
}

/// Two reports of one deed, by outlets or by nobody knows whom, with a third that names its outlet.
fn by(one: Option<&str>, two: Option<&str>, corpus: &Corpus) -> bool {
    let report = |id: &str, outlet: Option<&str>, text: &str| {
        let mut report = read(id, "", text);
        report.document.outlet = outlet.map(str::to_owned);
        report
    };
    let documents = [
        report(
            "one",
            one,
            &with_others("Engineers closed the old bridge at Corby on Tuesday after a crack was found."),
        ),
        report("two", two, "Engineers have closed the old Corby bridge, where a crack was found. Nobody was hurt."),
        report("three", Some("Dorn Gazette"), "The Dorn choir sang in the park. Gulls cried over the quay."),
        report("four", Some("Lind Mirror"), "The price of salt rose by a fifth. Bakers met in the hall."),
    ];
    let claims = relate::relate(&documents, corpus).claims;
    claims.iter().any(|claim| claim.standing == Standing::Agreed)
}

#[test]
fn reports_of_no_known_house_may_be_of_one() {
    let unknown = Corpus::default();
    let apart = Corpus { unnamed_outlets: model::UnnamedOutlets::Apart, ..Corpus::default() };
    assert!(by(Some("Arlen Courier"), Some("Corby Herald"), &unknown));
    assert!(by(Some("Arlen Courier"), None, &unknown));
    assert!(!by(None, None, &unknown));
    assert!(by(None, None, &apart));
}

#[test]
fn reports_that_credit_one_agency_may_be_its() {
    let credit = "\n\nThe Associated Press contributed to this report.";
    let one = with_others("Engineers closed the old bridge at Corby on Tuesday after a crack was found.");
    let two = "Engineers have closed the old Corby bridge, where a crack was found. Nobody was hurt.";
    assert!(agreed(&one, &format!("{two}{credit}")));
    assert!(!agreed(&format!("{one}{credit}"), &format!("{two}{credit}")));
}

#[test]
fn a_scene_may_come_again_some_days_later() {
    let told = |later: &str| {
        let mut two = read(
            "two",
            "Corby Herald",
            "Old tractors surrounded the market square of Corby. Gulls cried over the quay.",
        );
        two.document.published = When::parse(later).ok();
        let one = "Tractors surrounded the Corby market square, where farmers had lit a fire.";
        let documents = [read("one", "Arlen Courier", &with_others(one)), two];
        let claims = relate::relate(&documents, &Corpus::default()).claims;
        claims.iter().any(|claim| claim.standing == Standing::Agreed)
    };
    assert!(told("2024-05-04"));
    assert!(!told("2024-05-08"));
}

#[test]
fn what_somebody_is_told_to_say_is_their_word_in_both() {
    let claims = shared(
        "The Arlen Guild alleged that officials of the Corby Mill conspired with Olaf Lind to poison salmon.",
        "The Arlen Guild alleges that officials of the Corby Mill conspired with Olaf Lind to poison the salmon.",
    );
    assert!(claims.iter().all(|claim| claim.standing != Standing::Agreed), "the guild's word, whoever heard it");
}

const CLOSED: &str = "Engineers have closed the old Corby bridge, where a crack was found.";

#[test]
fn what_a_page_tells_beside_the_name_of_whom_another_quotes_is_no_second_source() {
    let one = with_others(
        "Harbour master Anna Berg said engineers closed the old bridge at Corby on Tuesday after a crack was found.",
    );
    assert!(agreed(&one, &format!("{CLOSED} Nobody was hurt.")));
    assert!(!agreed(&one, &format!("Anna Berg met reporters on Friday. {CLOSED} Nobody was hurt.")));
}

#[test]
fn police_and_their_spokesman_are_one_source() {
    let said =
        |who: &str| format!("{who} said engineers closed the old bridge at Corby on Tuesday after a crack was found.");
    let one = with_others(&said("Police spokesman Olaf Lind"));
    assert!(!agreed(&one, &format!("{} Gulls cried.", said("Police"))));
    assert!(!agreed(&one, &format!("The Corby Police Department told of a bad day. {CLOSED} Gulls cried.")));
}

#[test]
fn what_bears_the_mark_of_an_agency_is_no_second_source_beside_it() {
    let one = with_others(
        "Engineers closed the old bridge at Corby on Tuesday after a crack was found, the Associated Press reported.",
    );
    assert!(!agreed(&one, &format!("{CLOSED} (May 3) AP. Nobody was hurt.")));
}

#[test]
fn what_is_passed_on_from_media_reports_is_nobodys_own() {
    let one = with_others("Engineers closed the old bridge at Corby on Tuesday after a crack was found.");
    assert!(!agreed(
        &one,
        "Engineers have closed the old Corby bridge, where a crack was found, according to media reports. It rained."
    ));
}

#[test]
fn two_people_under_one_formula_are_not_agreed_on() {
    let one =
        "Anna Berg is charged with arson in Corby. Olaf Lind is charged with arson in Corby. They wait in the jail.";
    let two = "Anna Berg was charged with arson in Corby. Olaf Lind was also charged with arson in Corby. Snow fell.";
    for claim in shared(&with_others(one), two) {
        let name = |document: u32| -> Vec<u32> {
            claim.members.iter().filter(|m| m.document == document).map(|m| m.statement).collect()
        };
        assert!(claim.standing != Standing::Agreed || name(0).len() < 2 && name(1).len() < 2, "{}", claim.title);
    }
}

#[test]
fn another_state_behind_the_same_verb_is_not_agreed_on() {
    let one = with_others("Anna Berg was on parole for the theft of two harbour boats in Corby.");
    let two = |state: &str| {
        format!(
            "Anna Berg was on {state} after stealing two harbour boats, leaving Corby without its ferry. Gulls cried."
        )
    };
    assert!(agreed(&one, &two("parole")));
    assert!(!agreed(&one, &two("probation")));
}

#[test]
fn what_an_office_tells_every_page_has_one_source() {
    let one = |by: &str| {
        with_others(&format!("{by} Engineers closed the old bridge at Corby on Tuesday after a crack was found."))
    };
    let two = |by: &str| format!("{CLOSED} Nobody was hurt. The bridge was old, and boats went under it all day. {by}");
    assert!(agreed(&one("The quay was dark."), &two("Gulls cried over the market that is held in the valley.")));
    assert!(!agreed(&one("The quay was dark, police said."), &two("It was a long night, according to the sheriff.")));
}

/// Whether two of three reports of three outlets surely agree.
fn agreed_of(texts: &[&str]) -> bool {
    let outlets = ["Arlen Courier", "Corby Herald", "Dorn Times"];
    let read = |(at, text): (usize, &&str)| read(["one", "two", "three"][at], outlets[at], text);
    let documents: Vec<Annotated> = texts.iter().enumerate().map(read).collect();
    let claims = relate::relate(&documents, &Corpus::default()).claims;
    claims.iter().any(|claim| claim.standing == Standing::Agreed)
}

#[test]
fn what_three_tell_each_in_their_own_words_is_agreed() {
    let captain = "Anna Berg, a Corby ferry captain, was sentenced to ten years in prison in April 2016 on charges of smuggling tea.";
    let court = "The court of Corby sentenced Anna Berg, the ferry captain, to ten years in prison for smuggling tea.";
    let third = "Anna Berg, detained in 2015, was sentenced to ten years in prison. The wind fell.";
    assert!(agreed_of(&[captain, third, court]));
}

#[test]
fn one_deed_told_in_other_words_is_agreed() {
    assert!(agreed(
        &with_others("Olaf Lind died of the fever at the clinic in early April. His sister wept."),
        "Officials let the nurse sail though she had helped treat Olaf Lind, who died at Harrow Clinic on April 8. It rained."
    ));
}

#[test]
fn a_few_words_out_of_one_sentence_are_one_source() {
    let tail = "and managed to hide from dozens of guards who were searching the whole valley overnight";
    assert!(!agreed(
        &with_others(&format!("Olaf Lind fled Corby by boat {tail}.")),
        &format!("Mr. Lind fled Corby by boat {tail}. Gulls cried.")
    ));
}

#[test]
fn a_count_of_votes_was_there_to_be_seen() {
    assert!(agreed(
        &with_others(
            "A vote of the Corby council fell two votes short of the 60 needed to proceed with the ferry bill."
        ),
        "The Corby council tired. The vote fell two votes shy of the 60 needed to proceed. It rained."
    ));
    assert!(!agreed(
        &with_others("The fever on the Corby meadows has killed 60 sheep of the Harrow farm since Monday."),
        "The Corby farmers tired. The fever on the meadows killed 60 sheep of the Harrow farm. It rained."
    ));
}

#[test]
fn a_country_of_states_says_nothing() {
    let home = |who: &str| format!("{who} was the fourth sailor treated for the harbour fever in the United States.");
    assert!(agreed(
        &with_others(&home("Olaf Lind")),
        "It rained. Mr. Lind came by ferry. Olaf Lind is the fourth sailor in the United States treated for harbour fever."
    ));
}

#[test]
fn each_may_name_besides_who_did_it_and_where() {
    assert!(agreed(
        &with_others(
            "On Saturday, guards from Dorn and Kolm began to search the passengers arriving by ferry at Harrow Harbour in a stepped-up effort."
        ),
        "It rained. The search of passengers arriving from Velt by ferry at Harrow Harbour began on Saturday."
    ));
}
