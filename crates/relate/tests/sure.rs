//! What makes a likely pair a sure one: one scene, one person, one count, one utterance.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use model::{Commitment, Corpus, EntityKind, Polarity, Tense};
use support::{are_one, report};

#[test]
fn what_names_nobody_is_told_of_one_scene_only() {
    let shooting = |id: &str, before: &str, town: &str, mayor: &str| {
        report(id, id, "2024-05-02")
            .says_with(&format!("{before} in {town}, said {mayor}."), |m| {
                m.named(town, EntityKind::Place).named(mayor, EntityKind::Person);
            })
            .says_with("The man was pronounced dead at the scene.", |m| {
                m.clause("The man", "was pronounced", Tense::Past);
            })
            .done()
    };
    let baker = |id: &str| shooting(id, "A baker was shot on the day of the fair", "Corby", "Anna Berg");
    let fisher = shooting("two", "Lorries collided on the harbour road", "Arlen", "Olaf Lind");
    assert!(are_one([baker("one"), baker("two")]));
    assert!(!are_one([baker("one"), fisher]));
}

#[test]
fn two_people_by_name_do_two_things() {
    let charged = |id: &str, who: &str| {
        report(id, id, "2024-05-02")
            .says_with(&format!("{who} of Corby is charged with arson at the old mill above the river."), |m| {
                m.named(who, EntityKind::Person).named("Corby", EntityKind::Place);
                m.clause(who, "is charged", Tense::Present);
            })
            .done()
    };
    assert!(are_one([charged("one", "Anna Berg"), charged("two", "Anna Berg")]));
    assert!(!are_one([charged("one", "Anna Berg"), charged("two", "Olaf Lind")]));
    let sister = |id: &str| {
        report(id, id, "2024-05-02")
            .says_with("Anna Berg's sister of Corby is charged with arson at the old mill above the river.", |m| {
                m.named("Anna Berg", EntityKind::Person).named("Corby", EntityKind::Place);
                m.clause("Anna Berg's sister", "is charged", Tense::Present);
            })
            .done()
    };
    assert!(are_one([sister("one"), sister("two")]) && !are_one([charged("one", "Anna Berg"), sister("two")]));
}

#[test]
fn a_count_of_later_days_is_another_claim() {
    let counted = |id: &str, day: &str, dead: f64| {
        report(id, id, day)
            .says_with(&format!("The flood has killed {dead} people in the villages around Corby."), |m| {
                m.named("Corby", EntityKind::Place).number(&format!("{dead}"), dead, Some(dead), "person");
                m.clause("The flood", "has killed", Tense::Past);
            })
            .done()
    };
    let first = || counted("one", "2024-05-02", 40.0);
    assert!(are_one([first(), counted("two", "2024-05-02", 52.0)]), "of one day: they differ");
    assert!(!are_one([first(), counted("two", "2024-05-20", 95.0)]), "it went on");
}

#[test]
fn one_utterance_is_one_however_a_report_cuts_it() {
    let said = |id: &str, text: &str, verb: &str| {
        report(id, id, "2024-05-02")
            .says_with(text, |m| {
                m.named("Anna Berg", EntityKind::Person).holder("Anna Berg", "said").verb(verb, Tense::Present);
            })
            .done()
    };
    let whole =
        || said("one", "Anna Berg said the plans for the mill are hasty and not at all thought through.", "are");
    let cut = "Anna Berg said the valley waits while plans for the mill are hasty and not at all thought through.";
    assert!(are_one([whole(), said("two", cut, "waits")]));
}

#[test]
fn who_says_that_it_was_never_so_does_not_say_not() {
    let report = |id: &str, text: &str, verb: &str, polarity| {
        report(id, id, "2024-05-02")
            .says_with(text, |m| {
                m.named("Anna Berg", EntityKind::Person).verb(verb, Tense::Past).polarity(polarity);
            })
            .done()
    };
    let documents = || {
        [
            report(
                "one",
                "The diaries showed that Anna Berg never left the mill above the river before the flood came.",
                "showed",
                Polarity::Affirmed,
            ),
            report(
                "two",
                "Anna Berg never left the mill above the river before the flood came.",
                "left",
                Polarity::Negated,
            ),
        ]
    };
    assert!(are_one(documents()));
    let claims = relate::relate(&documents(), &Corpus::default()).claims;
    assert!(claims.iter().all(|claim| claim.discrepancies.is_empty()));
}

#[test]
fn one_of_several_is_not_all_of_them() {
    let charged = |id: &str, who: &str, names: &[&str], verb: &str| {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        report(id, id, "2024-05-02")
            .says_with(&format!("{who} {verb} with arson at the old mill above the river in Corby."), |m| {
                names.iter().for_each(|name| _ = m.named(name, EntityKind::Person));
                m.named("Corby", EntityKind::Place).clause(who, verb, Tense::Past);
            })
            .done()
    };
    let both = charged("one", "Anna Berg and Olaf Lind", &["Anna Berg", "Olaf Lind"], "were charged");
    let again = charged("two", "Olaf Lind and Anna Berg", &["Olaf Lind", "Anna Berg"], "were charged");
    assert!(are_one([both.clone(), again]));
    assert!(!are_one([both, charged("two", "Olaf Lind", &["Olaf Lind"], "was charged")]));
}

#[test]
fn what_goes_by_another_number_is_another_thing() {
    let burnt = |id: &str, pier: &str| {
        report(id, id, "2024-05-02")
            .says_with(&format!("Three lorries full of salmon burnt near pier {pier} in Corby."), |m| {
                m.named("Corby", EntityKind::Place).verb("burnt", Tense::Past);
            })
            .done()
    };
    assert!(are_one([burnt("one", "4"), burnt("two", "4")]));
    assert!(!are_one([burnt("one", "4"), burnt("two", "19")]));
}

#[test]
fn what_somebody_is_told_to_be_by_the_way_is_not_what_is_said() {
    let told = |id: &str, text: &str| {
        report(id, id, "2024-05-02")
            .says_with(text, |m| {
                m.named("Anna Berg", EntityKind::Person).named("Corby", EntityKind::Place);
                let subject = &text[..text.find(" was").unwrap()];
                m.clause(subject, "was", Tense::Past);
            })
            .done()
    };
    let is = told("one", "Anna Berg was a carpenter of the guild in Corby.");
    let hurt = told("two", "Guild carpenter Anna Berg was hurt by falling stones at the old mill above Corby harbour.");
    assert!(!are_one([is, hurt]));
}

#[test]
fn a_name_that_was_read_as_a_place_is_another_than_a_persons() {
    let charged = |id: &str, who: &str, kind: EntityKind| {
        report(id, id, "2024-05-02")
            .says_with(&format!("{who} was charged with arson at the old mill above the river in Corby."), |m| {
                m.named(who, kind).named("Corby", EntityKind::Place).clause(who, "was charged", Tense::Past);
            })
            .done()
    };
    let lind = || charged("one", "Lind", EntityKind::Person);
    assert!(are_one([lind(), charged("two", "Lind", EntityKind::Person)]));
    assert!(!are_one([lind(), charged("two", "Kolmar", EntityKind::Place)]));
}

#[test]
fn two_ages_are_two_people() {
    let hurt = |id: &str, age: &str| {
        let who = format!("A {age}-year-old carpenter");
        report(id, id, "2024-05-02")
            .says_with(&format!("{who} was hurt by falling stones at the old mill above Corby harbour."), |m| {
                m.named("Corby", EntityKind::Place).clause(&who, "was hurt", Tense::Past);
            })
            .done()
    };
    assert!(are_one([hurt("one", "19"), hurt("two", "19")]));
    assert!(!are_one([hurt("one", "19"), hurt("two", "34")]));
}

#[test]
fn the_words_in_quotation_marks_are_one_utterance_whatever_stands_around_them() {
    let words = "all those who have helped to carry the stones up to the mill";
    let whole = report("one", "one", "2024-05-02")
        .says_with(&format!("The guild said: We want to thank {words}"), |m| {
            m.only(&format!("We want to thank {words}")).holder("The guild", "said").verb("want", Tense::Present);
        })
        .done();
    let framed = |id: &str, quoted: &str| {
        report(id, id, "2024-05-02")
            .says_with(&format!("In a letter the guild thanked {quoted}"), |m| {
                m.verb("thanked", Tense::Past).quote(quoted);
            })
            .done()
    };
    assert!(are_one([whole.clone(), framed("two", words)]));
    assert!(!are_one([whole, framed("two", "all those who had given bread and wine to the poor of the harbour")]));
}

#[test]
fn a_sentence_of_common_words_is_one_where_one_speaker_says_it() {
    let said = |id: &str, who: &str| {
        report(id, id, "2024-05-02")
            .says_with(&format!("{who} said only time will tell, and we will see."), |m| {
                m.named(who, EntityKind::Person).holder(who, "said").verb("will tell", Tense::Future);
                m.only("only time will tell, and we will see");
            })
            .done()
    };
    assert!(are_one([said("one", "Anna Berg"), said("two", "Anna Berg")]));
    assert!(!are_one([said("one", "Anna Berg"), said("two", "Olaf Lind")]));
}

#[test]
fn one_deed_in_one_scene_is_one_at_any_length() {
    let held = |id: &str, text: &str, verb: &str| {
        report(id, id, "2024-05-02")
            .says_with("Lorries collided on the harbour road of Corby, Olaf Lind said.", |m| {
                m.named("Corby", EntityKind::Place).named("Olaf Lind", EntityKind::Person);
            })
            .says_with(text, |m| {
                m.named("Anna Berg", EntityKind::Person);
                m.clause("Anna Berg", verb, Tense::Past);
            })
            .done()
    };
    let short = || held("one", "Anna Berg repaired the leaking lock gate of the mill", "repaired");
    let long = "Anna Berg repaired the leaking gate of the old mill with planks from her own boat";
    let beside = "Anna Berg left the guild after masons repaired the leaking gate of the old mill";
    assert!(are_one([short(), held("two", long, "repaired")]));
    assert!(!are_one([short(), held("two", beside, "left")]));
}

#[test]
fn lines_of_prices_are_no_claim() {
    let line = |id: &str, text: &str| report(id, id, "2024-05-02").says_with(text, |_| {}).done();
    let prices = |id: &str, price: u32| line(id, &format!("Corby salmon afloat, May {price} bid, 44 asked, unchanged"));
    assert!(!are_one([prices("one", 41), prices("two", 42)]));
}

#[test]
fn few_words_in_quotation_marks_are_one_utterance_of_one_speaker() {
    let said = |id: &str, who: &str| {
        report(id, id, "2024-05-02")
            .says_with(&format!("{who} said the mill above Corby is out of its mind."), |m| {
                m.named(who, EntityKind::Person).holder(who, "said").verb("is", Tense::Present);
                m.only("the mill above Corby is out of its mind").quote("out of its mind");
            })
            .done()
    };
    let whole = |who: &str| {
        report("two", "two", "2024-05-03")
            .says_with(&format!("{who} said: It is out of its mind!"), |m| {
                m.named(who, EntityKind::Person).holder(who, "said").verb("is", Tense::Present);
                m.only("It is out of its mind").quote("It is out of its mind");
            })
            .done()
    };
    assert!(!are_one([said("one", "Anna Berg"), whole("Olaf Lind")]));
    let kept = "a bridge of glass and of salt";
    let told = |id: &str, text: &str, verb: &str| {
        report(id, id, "2024-05-02")
            .says_with(text, |m| {
                m.named("Anna Berg", EntityKind::Person).holder("Anna Berg", "said").verb(verb, Tense::Past);
                m.named("Corby", EntityKind::Place).quote(kept);
            })
            .done()
    };
    let letter =
        told("one", &format!("Anna Berg said Corby had wanted {kept}, as her letter to the mayor has it"), "wanted");
    let speech = told("two", &format!("Anna Berg said Corby never saw {kept}"), "saw");
    assert!(are_one([letter, speech]));
}

#[test]
fn what_is_told_alike_in_another_verb_is_one() {
    let told = |id: &str, words: &str, verb: &str| {
        report(id, id, "2024-05-14")
            .says_with("Anna Berg of Corby runs the harbour board.", |m| {
                m.named("Anna Berg", EntityKind::Person).named("Corby", EntityKind::Place);
                m.clause("Anna Berg", "runs", Tense::Present);
            })
            .says_with(words, |m| {
                m.named("Corby", EntityKind::Place);
                m.clause("The harbour board of Corby", verb, Tense::Past);
            })
            .done()
    };
    let shut = |id: &str| {
        let words = "The harbour board of Corby shut the old quay to lorries after divers found cracks in three of its pillars.";
        told(id, words, "shut")
    };
    let barred = "The harbour board of Corby barred lorries from the old quay after divers found cracks in three of the pillars.";
    assert!(are_one([shut("one"), told("two", barred, "barred")]));
    let paid =
        "The harbour board of Corby paid the divers who had found cracks in the old quay with a cheque that bounced.";
    assert!(!are_one([shut("one"), told("two", paid, "paid")]));
}

#[test]
fn a_phrase_of_another_day_is_another_claim() {
    let declined = |id: &str, day: &str| {
        report(id, id, day)
            .says_with("The harbour office in Corby declined to give further details.", |m| {
                m.named("Corby", EntityKind::Place);
                m.clause("The harbour office", "declined", Tense::Past);
            })
            .done()
    };
    assert!(are_one([declined("one", "2024-05-14"), declined("two", "2024-05-14")]));
    assert!(!are_one([declined("one", "2024-05-14"), declined("two", "2024-05-20")]));
}

#[test]
fn what_two_countries_do_is_two_things() {
    let expressed = |id: &str, who: &str| {
        report(id, id, "2024-05-14")
            .says_with(&format!("{who} offered to pay for the ferry line between Corby and Arlen."), |m| {
                m.named("Corby", EntityKind::Place).named("Arlen", EntityKind::Place);
                m.clause(who, "offered", Tense::Past);
            })
            .done()
    };
    assert!(are_one([expressed("one", "Norway"), expressed("two", "Norway")]));
    assert!(!are_one([expressed("one", "Norway"), expressed("two", "Sweden")]));
}

#[test]
fn a_step_towards_a_deed_is_not_the_deed() {
    let told = |id: &str, subject: &str, verb: &str, rest: &str| {
        report(id, id, "2024-05-02")
            .says_with(
                &format!("{subject} {verb} {rest} the application of the Corby guild to trade timber by night."),
                |m| {
                    m.named("Corby", EntityKind::Place).clause(subject, verb, Tense::Past);
                },
            )
            .done()
    };
    let deed = |id: &str| told(id, "The harbour board of Arlen", "approved", "without a vote");
    let step = |id: &str| told(id, "The clerks of the board", "recommended", "that the harbour board of Arlen approve");
    assert!(are_one([deed("one"), deed("two")]) && are_one([step("one"), step("two")]));
    assert!(!are_one([step("one"), deed("two")]));
    let limit = |id: &str| told(id, "The dockers", "set", "a strike deadline for Friday over");
    let strike = |id: &str| told(id, "The dockers", "struck", "on Friday over");
    assert!(!are_one([limit("one"), strike("two")]));
}

#[test]
fn a_death_is_one_deed_whatever_is_told_beside_it() {
    let told = |id: &str, day: &str, text: &str, (words, when): (&str, &str)| {
        let who = if text.starts_with("Olaf") { "Olaf Lind" } else { "Anna Berg" };
        report(id, id, day)
            .says_with(text, |m| {
                m.named(who, EntityKind::Person).when(words, when);
                m.clause(who, "died", Tense::Past);
            })
            .done()
    };
    let home = |day: &str| {
        let text = "Anna Berg died at a rented house in Lund on 25 June, aged 50.";
        told("one", "2024-07-30", text, ("25 June", day))
    };
    let tour = |who: &str| {
        let text = format!("{who} died in June 2024 while rehearsing for a tour, aged 50.");
        told("two", "2025-02-11", &text, ("June 2024", "2024-06"))
    };
    let why = told(
        "two",
        "2024-08-30",
        "Anna Berg died on 25 June of a fever that her doctor missed.",
        ("25 June", "2024-06-25"),
    );
    assert!(are_one([home("2024-06-25"), tour("Anna Berg")]));
    // Somebody else, another month, and of what: a claim of its own.
    assert!(!are_one([home("2024-06-25"), tour("Olaf Lind")]));
    assert!(!are_one([home("2024-05-25"), tour("Anna Berg")]));
    assert!(!are_one([home("2024-06-25"), why]));
}

#[test]
fn an_exact_figure_of_one_thing_is_told_of_one_event() {
    let told = |id: &str, text: &str, verb: &str, number: &str, value: f64| {
        report(id, id, "2024-05-02")
            .says_with(text, |m| {
                m.named("Corby", EntityKind::Place).number(number, value, Some(value), "barge");
                m.clause("The port of Corby", verb, Tense::Past);
            })
            .done()
    };
    let bought = |count: &str, value: f64| {
        let text = format!("The port of Corby bought {count} barges for the river and the lakes last spring.");
        told("one", &text, "bought", count, value)
    };
    let paid = |count: &str, value: f64| {
        let text = format!("The port of Corby paid a yard in Arlen for {count} barges that were built for the river.");
        told("two", &text, "paid", count, value)
    };
    assert!(are_one([bought("179", 179.0), paid("179", 179.0)]));
    assert!(!are_one([bought("20", 20.0), paid("20", 20.0)]), "a round number is told of many things");
    assert!(!are_one([bought("179", 179.0), paid("164", 164.0)]));
}

#[test]
fn a_figure_is_a_scene_by_itself() {
    let killed = |id: &str, before: &str, who: &str, by: &str, number: &str, value: f64| {
        report(id, id, "2024-05-02")
            .says_with(&format!("{before}, said {who}."), |m| {
                m.named(who, EntityKind::Person);
            })
            .says_with(&format!("At least {number} people have been killed {by}."), |m| {
                m.number(number, value, Some(value), "person").clause(
                    &format!("{number} people"),
                    "have been killed",
                    Tense::Perfect,
                );
            })
            .done()
    };
    let floods = |count: &str, value: f64| {
        killed("one", "Soldiers carried sand to the dam at night", "Anna Berg", "in the floods", count, value)
    };
    let waters = |count: &str, value: f64| {
        killed("two", "Tents for the homeless went up in Arlen", "Olaf Lind", "during the storm", count, value)
    };
    assert!(are_one([floods("233", 233.0), waters("233", 233.0)]));
    assert!(!are_one([floods("20", 20.0), waters("20", 20.0)]));
}

#[test]
fn one_form_of_words_on_two_dates_tells_of_two_things() {
    let paid = |id: &str, day: &str, due: &str| {
        report(id, id, day)
            .says_with(&format!("Investors will pay for the bond of Corby on {due}."), |m| {
                m.named("Corby", EntityKind::Place).when(due, &format!("2024-06-{}", &due[..2]));
                m.clause("Investors", "will pay", Tense::Future).commitment(Commitment::Expected, "will");
            })
            .done()
    };
    assert!(are_one([paid("one", "2024-05-02", "15 June"), paid("two", "2024-05-16", "15 June")]));
    assert!(!are_one([paid("one", "2024-05-02", "15 June"), paid("two", "2024-05-16", "29 June")]));
}

#[test]
fn who_speaks_and_from_where_is_no_claim() {
    let opens = |id: &str, text: &str| {
        report(id, id, "2024-05-02")
            .says_with(text, |m| {
                m.named("Anna Berg", EntityKind::Person).named("Corby", EntityKind::Place);
            })
            .done()
    };
    assert!(!are_one([opens("one", "I'm Anna Berg in Corby."), opens("two", "Olaf, this is Anna Berg in Corby.")]));
}
